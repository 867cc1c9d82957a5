import ArgumentParser

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
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error)
    }
  }
}
