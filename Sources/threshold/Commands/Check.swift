import ArgumentParser
import Notes

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List the problems of the notes, as file:line:column.",
    discussion: "Exit code 0 when there is none, 1 when there are some.")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct ShownProblem: Encodable {
    var file: String, line: Int, column: Int, severity: String, message: String, remedy: String
  }

  func run() throws {
    let desk = try Desk(vault)
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
            "\(place): \(problem.severity.rawValue): \(problem.message) \(problem.remedy)"))
      }
    }
    try desk.close()
    if !problems.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
