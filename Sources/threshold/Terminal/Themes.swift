import Foundation
import Screens
import Surface
import TOMLKit

/// Themes by name: the one in the code, those that come along in `Assets/themes`, and the user's own
/// in `themes/` beside the configuration, which go before others of the same name.
final class Themes {
  private let own: String
  private let folders: [String]
  /// Where the theme that was chosen in the program is remembered.
  private let memory: String
  /// A line for the user about the remembered choice; nil when there is nothing to say.
  private(set) var notice: String?

  /// - Parameter data: the data directory.
  init(environment: [String: String], data: String) {
    own = Directories.configuration(environment) + "/themes"
    folders = [own] + [Shipped.folder("themes")].compactMap { $0 }
    memory = data + "/theme.toml"
  }

  /// Every theme there is, the one in the code first.
  var names: [String] {
    var names = [Theme.terminal.name]
    for folder in folders.reversed() {
      let files = FileManager.default.subpaths(atPath: folder) ?? []
      for file in files.sorted() where file.hasSuffix(".toml") && !file.contains("/") {
        let name = String(file.dropLast(".toml".count))
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// The same with what their authors say of them: the comment that the file begins with.
  var choices: [ThemeChoice] {
    names.map { name in
      ThemeChoice(name: name, summary: file(of: name).map(Self.summary) ?? Self.ownSummary)
    }
  }

  private static let ownSummary = "Follows the terminal's own colours, dark or light."

  private static func summary(of file: String) -> String {
    guard let bytes = FileManager.default.contents(atPath: file) else { return "" }
    let first =
      String(decoding: bytes.prefix(500), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    return first.hasPrefix("#") ? String(first.dropFirst().drop { $0 == " " }) : ""
  }

  private func file(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    return folders.map { "\($0)/\(name).toml" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// - Throws: `Failure`, one line that names the file and what to mend.
  func named(_ name: String) throws -> Theme {
    if let file = file(of: name) { return try Self.read(file, name: name) }
    if name == Theme.terminal.name { return .terminal }
    throw Failure(
      "there is no theme “\(name)”",
      remedy: "use one of \(names.joined(separator: ", ")), or write \(own)/\(name).toml",
      status: .wrongUse)
  }

  private static func read(_ file: String, name: String) throws -> Theme {
    do {
      let table = try TOMLTable(string: String(contentsOfFile: file, encoding: .utf8))
      var entries: [String: String] = [:]
      for key in table.keys {
        guard let text = table[key]?.string else {
          throw Failure(
            "\(file): “\(key)” must be a text in quotes, like \"bold cyan\"", remedy: "mend it",
            status: .wrongUse)
        }
        entries[key] = text
      }
      return try Theme(name: name, entries: entries)
    } catch let failure as Failure {
      throw failure
    } catch let error as TOMLParseError {
      throw Failure(
        "\(file):\(error.source.begin.line): \(error.description)", remedy: "mend that line",
        status: .wrongUse)
    } catch let error as ThemeError {
      throw Failure("\(file): \(error)", remedy: "mend that entry", status: .wrongUse)
    } catch {
      throw Failure("\(file) cannot be read", remedy: "check its permissions", status: .data)
    }
  }

  // MARK: What was chosen in the program

  /// The name of the theme that was chosen in the program; nil when none was, or when the
  /// configuration has said something new since.
  private func remembered(configured: String) throws -> String? {
    guard let bytes = FileManager.default.contents(atPath: memory) else { return nil }
    let table = try TOMLTable(string: String(decoding: bytes, as: UTF8.self))
    return table["configured"]?.string == configured ? table["theme"]?.string : nil
  }

  /// The name of the theme to begin with; `notice` tells when what was chosen cannot be used.
  func chosenName(configured: String) -> String {
    do {
      guard let name = try remembered(configured: configured) else { return configured }
      _ = try named(name)
      return name
    } catch {
      notice = "The colours you chose cannot be used: \(Failure(error).words)"
      return configured
    }
  }

  /// The theme to begin with: what was chosen in the program, else what the configuration says.
  func chosen(configured: String) throws -> Theme {
    // A theme of the user's own may be gone since; that is no reason not to begin.
    try named(chosenName(configured: configured))
  }

  /// Remembers a choice, beside what the configuration said at that time.
  func keep(_ name: String, configured: String) throws {
    do {
      if name == configured {
        guard FileManager.default.fileExists(atPath: memory) else { return }
        return try FileManager.default.removeItem(atPath: memory)
      }
      let table = TOMLTable()
      table["theme"] = name
      table["configured"] = configured
      try (table.convert() + "\n").write(toFile: memory, atomically: true, encoding: .utf8)
    } catch {
      throw Failure(
        "the choice of colours cannot be kept in \(memory)",
        remedy: "check the permissions of its folder", status: .data)
    }
  }
}
