import ArgumentParser
import Notes

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List the problems of the notes, as file:line:column.",
    discussion: """
      Exit code 0 when there is none, 1 when there are some; with --changes 1 when a question is open.
      --changes lists what happened to the cards since it was last looked at, here or on the screen.
      """)

  @Flag(help: "What happened to the cards since last time, instead of problems.")
  var changes = false
  @Flag(help: "With --changes: everything of the last 90 days.")
  var all = false
  @Option(
    help: ArgumentHelp(
      "A new card is the known one: it goes on with its history.", valueName: "new=old"))
  var same: [String] = []
  @Option(help: ArgumentHelp("A card that may be a known one is new.", valueName: "id"))
  var new: [String] = []
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct ShownProblem: Encodable {
    var file: String, line: Int, column: Int, severity: String, message: String, remedy: String
  }

  func validate() throws {
    if all, !changes { throw ValidationError("--all needs --changes") }
  }

  func run() throws {
    let desk = try Desk(vault)
    if changes || !same.isEmpty || !new.isEmpty { return try runChanges(desk) }
    let problems = try desk.problems()
    if output.json {
      try Console.printJSON(
        problems.map {
          ShownProblem(
            file: $0.file, line: $0.line, column: $0.column, severity: $0.severity.rawValue,
            message: $0.message, remedy: $0.remedy)
        })
    } else if problems.isEmpty {
      let count = desk.vault.pages.count
      print("No problems in \(count) \(count == 1 ? "page" : "pages").")
    } else {
      for problem in problems {
        let place = "\(problem.file):\(max(1, problem.line)):\(max(1, problem.column))"
        print(
          Console.clean(
            "\(place): \(problem.severity.rawValue): \(problem.text)"))
      }
    }
    try desk.close()
    if !problems.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private func runChanges(_ desk: Desk) throws {
    for pair in same { try desk.answerSame(pair) }
    for id in new { try desk.answerNew(id) }
    guard changes else { return try desk.close() }
    let report = try desk.collection.changes(all ? .all : .unseen)
    if output.json {
      try Console.printJSON(ShownChanges(report))
    } else {
      print(ShownChanges.text(report), terminator: "")
    }
    try desk.collection.markChanges(.seen, through: report.end)
    try desk.close()
    if !report.questions.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
