import ArgumentParser
import Foundation

@main
struct Threshold: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "threshold",
    abstract: "Turns Markdown notes into memory, in the terminal.",
    usage: """
      threshold [<vault>]
      threshold <subcommand>
      """,
    discussion: """
      `threshold` alone opens your vault: read a page in panes, review what is due, take a quiz. \
      A vault is a folder of Markdown pages, or a single page. Your notes are never changed.

      Exit codes: 0 fine, 1 problems found or nothing to do, 2 wrong use, 3 data could not be \
      read or written.
      """,
    version: version,
    subcommands: [
      Open.self, Review.self, TakeQuiz.self, Due.self, ListCards.self, Show.self, Search.self,
      Links.self, Check.self,
      Optimize.self, Replay.self, Stats.self, Backup.self, Restore.self, Config.self,
    ],
    defaultSubcommand: Open.self)

  static func main() {
    // Where files may not grow, writing fails with an error that can be told, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let start = QuickStart(arguments) {
        try start.run()
      } else {
        try WrongUse.checkCommand(of: arguments)
        var command = try parseAsRoot(Self.ordered(arguments))
        try command.run()
      }
      try Console.finish()
    } catch {
      Failure.exit(with: error)
    }
  }

  static var commandNames: Set<String> {
    Set(configuration.subcommands.map { $0._commandName })
  }

  /// `--vault` and `--data` may also stand before the command: they are moved behind it.
  static func ordered(_ arguments: [String]) -> [String] {
    let names = commandNames
    // Help is wanted on the command, whatever stands first.
    if let first = arguments.first, ["--help", "-h"].contains(first), arguments.count > 1,
      names.contains(arguments[1])
    {
      return [arguments[1], first] + arguments[2...]
    }
    var place = 0
    while place < arguments.count,
      ["--vault", "--data"].contains(where: arguments[place].hasPrefix)
    {
      place += arguments[place].contains("=") ? 1 : 2
    }
    guard place > 0, place < arguments.count, names.contains(arguments[place]) else {
      return arguments
    }
    return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
  }
}
