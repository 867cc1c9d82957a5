import ArgumentParser
import Foundation
import Notes

/// A command line that cannot be understood, in the words of this program: what is wrong with it, and what
/// to write instead.
enum WrongUse {
  /// The names of the commands, in the order of the help.
  static var commands: [String] {
    Threshold.configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// Looks whether the first word of the command line is a slip in a command's name. Such a word would
  /// be taken for a vault, and whatever is said of that would be beside the point.
  /// - Throws: `Failure` with the nearest command.
  static func checkCommand(of arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.first, ["--vault", "--data"].contains(where: option.hasPrefix) {
      rest = rest.dropFirst(option.contains("=") ? 1 : 2)
    }
    if rest.first == "help" { rest = rest.dropFirst() }
    guard let word = rest.first, !word.hasPrefix("-"), !commands.contains(word),
      !word.contains("/"), !word.contains("."), !word.hasPrefix("~"),
      !FileManager.default.fileExists(atPath: word)
    else { return }
    let nearest = nearest(to: word, among: commands)
    throw Failure(
      "there is no command “\(word)”, and no file or folder of that name",
      remedy: nearest.map { "did you mean `threshold \($0)`?" }
        ?? "`threshold --help` lists the commands", status: .wrongUse)
  }

  /// What ArgumentParser has to say, said as all else is. Its sentences are known here by their form;
  /// of another form, they are passed on.
  static func failure(_ message: String, arguments: [String]) -> Failure {
    let command = command(of: arguments)
    let help = "threshold \(command.map { $0 + " " } ?? "")--help"
    let lists = "`\(help)` lists what it takes"
    func wrong(_ what: String, _ remedy: String) -> Failure {
      Failure(what, remedy: remedy, status: .wrongUse)
    }
    let quoted = quotations(in: message)
    if message.hasPrefix("Unknown option"), let option = quoted.first {
      let name = option.split(separator: "=").first.map(String.init) ?? option
      let proposed = quoted.dropFirst().first.flatMap { nearest(to: name, among: [$0]) }
      return wrong(
        "there is no option \(name)\(command.map { " for \($0)" } ?? "")",
        proposed.map { "did you mean \($0)?" } ?? lists)
    }
    if message.hasPrefix("Missing value for"), let option = quoted.first {
      let name = option.split(separator: " ").first.map(String.init) ?? option
      return wrong("\(name) needs a value", "write `\(option)`")
    }
    if message.hasPrefix("The value"), quoted.count > 1 {
      let name = quoted[1].split(separator: " ").first.map(String.init) ?? quoted[1]
      let what = "“\(quoted[0])” is no value for \(name)"
      let choices = choices(in: message)
      if choices.isEmpty { return wrong(what, "write `\(quoted[1])`") }
      let proposed = nearest(to: quoted[0], among: choices).map { "did you mean \($0)?" }
      return wrong(what, proposed ?? "use one of \(choices.joined(separator: ", "))")
    }
    if message.hasPrefix("Missing expected argument"), let argument = quoted.first {
      return wrong("\(argument) is missing", "write `threshold \(command ?? "") \(argument)`")
    }
    if message.hasPrefix("The option"), quoted.count > 1 {
      return wrong("\(quoted[0]) takes no value", "leave “\(quoted[1])” away")
    }
    if message.contains("nexpected argument"), !quoted.isEmpty {
      if let meant = quoted.lazy.compactMap({ asVault($0, arguments: arguments) }).first {
        return meant
      }
      let words = quoted.map { "“\($0)”" }.joined(separator: ", ")
      return wrong("\(words) \(quoted.count == 1 ? "is" : "are") more than is taken here", lists)
    }
    // Our own checks: what is wrong, and often what to do.
    let parts = message.split(separator: ";", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return wrong(parts.first ?? "", parts.count > 1 ? parts[1] : lists)
  }

  /// The command that the command line names.
  private static func command(of arguments: [String]) -> String? {
    arguments.first { commands.contains($0) }
  }

  /// What to say where somebody gave a folder or file of notes to a command that takes its vault by
  /// `--vault`; nil where nothing of that name is there.
  static func asVault(
    _ path: String, arguments: [String] = Array(CommandLine.arguments.dropFirst())
  ) -> Failure? {
    var isFolder: ObjCBool = false
    guard let command = command(of: arguments), !withoutVault.contains(command),
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue || VaultFolder.isPage(path)
    else { return nil }
    let sort = isFolder.boolValue ? "folder" : "file"
    return Failure(
      "“\(path)” is a \(sort), and `\(command)` takes its vault by --vault",
      remedy: "write `threshold \(command) --vault \(shellWord(path))`", status: .wrongUse)
  }

  /// These take it otherwise, or have none.
  private static let withoutVault = ["open", "replay", "help"]

  /// A path as a shell takes it for one word.
  private static func shellWord(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,@%~".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }

  /// What stands in single quotation marks, in order.
  private static func quotations(in message: String) -> [String] {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The values that are named behind “Please provide one of”, in a row or in a list.
  private static func choices(in message: String) -> [String] {
    guard let start = message.range(of: "Please provide one of") else { return [] }
    let rest = String(message[start.upperBound...])
    let quoted = quotations(in: rest)
    if !quoted.isEmpty { return quoted }
    return rest.split(whereSeparator: \.isNewline).dropFirst().map {
      String($0.drop { $0 == " " || $0 == "-" })
    }
  }

  // MARK: What may have been meant

  /// The candidate that somebody may have meant: one that begins so, or is a few letters away.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = word.lowercased()
    let letters = typed.count { $0.isLetter }
    guard letters > 1 else { return nil }
    let near = candidates.map { ($0, distance(typed, $0.lowercased())) }.min { $0.1 < $1.1 }
    if let near, near.1 <= max(1, letters / 3) { return near.0 }
    return letters > 2 ? candidates.first { $0.lowercased().hasPrefix(typed) } : nil
  }

  /// How many letters must be put in, taken out, exchanged or swapped with the next.
  static func distance(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
