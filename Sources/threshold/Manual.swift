import ArgumentParser
import Foundation
import Screens

/// The manual page, made from what the program itself goes by: its commands, its key table and its
/// configuration.
enum Manual {
  /// In the language of man(7).
  static func page() throws -> String {
    let command = try JSONDecoder().decode(Tool.self, from: Data(Threshold._dumpHelp().utf8))
      .command
    var page = Roff()
    page.macro("TH THRESHOLD 1 \"\" \"threshold \(Threshold.version)\" \"User Commands\"")
    page.macro("ad l")
    page.macro("SH NAME")
    page.text("threshold - turns Markdown notes into memory, in the terminal")
    page.macro("SH SYNOPSIS")
    page.line("\\fBthreshold\\fR [\\fIvault\\fR]")
    page.macro("br")
    page.line("\\fBthreshold\\fR \\fIcommand\\fR [\\fIoptions\\fR]")
    page.macro("SH DESCRIPTION")
    for paragraph in (command.discussion ?? "").components(separatedBy: "\n\n") {
      page.text(paragraph)
      page.macro("PP")
    }
    page.macro("SH COMMANDS")
    for command in command.subcommands ?? [] where command.isShown {
      add(command, to: &page)
    }
    page.macro("SH KEYS")
    page.text(
      """
      Every key can be changed in the configuration by the name in brackets; \
      with the name of a place before it, in that place alone.
      """)
    for context in KeyContext.allCases { add(context, to: &page) }
    page.macro("SH FILES")
    page.item("$XDG_CONFIG_HOME/threshold/config.toml", "The configuration, as below.")
    page.item("$XDG_CONFIG_HOME/threshold/themes/NAME.toml", "Colours of your own.")
    page.item(
      "$XDG_DATA_HOME/threshold", "What is remembered, one SQLite file for each vault, and backups."
    )
    page.macro("SH CONFIGURATION")
    page.verbatim(Configuration.template)
    page.macro("SH ENVIRONMENT")
    page.item("THRESHOLD_DATA", "Where memory is kept, like --data.")
    page.item("VISUAL, EDITOR", "The editor, where the configuration names none.")
    page.item("NO_COLOR", "When set, nothing is coloured.")
    page.item("TERM, LANG, LC_ALL", "The terminal, and whether it shows UTF-8.")
    page.macro("SH EXIT STATUS")
    for (status, meaning) in [
      ("0", "All went well."), ("1", "Problems were found, or there was nothing to do."),
      ("2", "Wrong use."), ("3", "Data could not be read or written."),
    ] { page.item(status, meaning) }
    return page.lines.joined(separator: "\n") + "\n"
  }

  private static func add(_ command: Tool.Command, to page: inout Roff) {
    page.macro("SS \(Roff.escaped(command.commandName))")
    page.text(command.abstract ?? "")
    if let discussion = command.discussion {
      page.macro("PP")
      page.text(discussion)
    }
    for argument in command.arguments ?? [] where argument.isShown {
      page.item(argument.label, argument.help)
    }
  }

  private static func add(_ context: KeyContext, to page: inout Roff) {
    page.macro("SS \(Roff.escaped("\(context.title) (\(context.rawValue))"))")
    for binding in Keymap.standard.bindings where binding.contexts.contains(context) {
      let keys = binding.keys.map(\.label).joined(separator: "  ")
      page.item(keys, "\(binding.help) [\(binding.action.rawValue)]")
    }
  }
}

/// What ArgumentParser tells of the program's commands.
private struct Tool: Decodable {
  var command: Command

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?

    var isShown: Bool { shouldDisplay ?? true && commandName != "help" }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
      var written: String { (kind == "long" ? "--" : "-") + name }
    }
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var allValues: [String]?
    var shouldDisplay: Bool?

    /// Every command has the same help and version.
    var isShown: Bool {
      shouldDisplay ?? true && !["help", "version"].contains(names?.last?.name ?? "")
    }

    var label: String {
      let names = (names ?? []).map(\.written).joined(separator: ", ")
      let value = (valueName ?? "").uppercased()
      switch kind {
      case "option": return "\(names) \(value)"
      case "flag": return names
      default: return value
      }
    }

    var help: String {
      var parts = [abstract ?? "", discussion ?? ""].filter { !$0.isEmpty }
      if let allValues, !allValues.isEmpty {
        parts.append("One of \(allValues.joined(separator: ", ")).")
      }
      if let defaultValue, kind == "option" { parts.append("Default: \(defaultValue).") }
      return parts.joined(separator: " ")
    }
  }
}

/// Lines of a manual page.
private struct Roff {
  private(set) var lines: [String] = []

  mutating func macro(_ name: String) { lines.append(".\(name)") }

  /// A line that is roff already.
  mutating func line(_ roff: String) { lines.append(roff) }

  mutating func text(_ text: String) {
    for line in text.split(separator: "\n") { lines.append(Self.safe(Self.escaped(line))) }
  }

  /// A term in bold, and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    macro("TP")
    lines.append("\\fB\(Self.escaped(term))\\fR")
    text(meaning.isEmpty ? " " : meaning)
  }

  mutating func verbatim(_ text: String) {
    macro("nf")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(Self.safe(Self.escaped(line)))
    }
    macro("fi")
  }

  /// A line that begins with a dot or an apostrophe would be a request.
  private static func safe(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// ASCII in which nothing is a request.
  static func escaped(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - hexadecimal.count))
        result += "\\[u\(zeros)\(hexadecimal)]"
      }
    }
  }
}
