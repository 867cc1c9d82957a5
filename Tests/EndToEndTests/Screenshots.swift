import Foundation
import Support
import Testing

/// `make screenshots`: the pictures of the README, from real screens of the real program.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["THRESHOLD_SCREENSHOTS"] == "1"))
struct Screenshots {
  private func save(_ terminal: PseudoTerminal, as name: String, title: String) throws {
    let folder = Scenes.repository + "/Assets/screenshots"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let picture = SVG.render(terminal.screen, title: title)
    try picture.write(toFile: "\(folder)/\(name).svg", atomically: true, encoding: .utf8)
  }

  @Test func `The page in panes, with some of it known`() throws {
    let scenes = try Scenes()
    // Two days of reviews, so that the meters have something to show.
    for day in [20, 22] {
      _ = try scenes.run(
        "review", "--plain", day: day, input: String(repeating: "\n4\n", count: 14))
    }
    let terminal = try scenes.open(columns: 130, rows: 34)
    try terminal.waitFor("safety/scalable-oversight")
    try terminal.waitFor("?")
    try save(terminal, as: "page", title: "threshold")
  }

  @Test func `A review`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review", columns: 90, rows: 24)
    try terminal.waitFor("show answer")
    for number in 1...5 {
      terminal.rate("4")
      try terminal.waitFor("\(number) done")
    }
    try terminal.waitFor("show answer")
    terminal.press(.space)
    try terminal.waitFor("Again")
    try terminal.waitFor("good")
    try save(terminal, as: "review", title: "threshold review")
  }

  @Test func `A quiz`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(
      "quiz", "--kind", "choice", "--seed", "4", columns: 90, rows: 24)
    try terminal.waitFor("choose")
    terminal.type("11")
    try terminal.waitFor("From the note")
    try terminal.waitFor("next")
    try save(terminal, as: "quiz", title: "threshold quiz")
  }

  @Test func `A table under a cover`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(columns: 90, rows: 24)
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("c")
    terminal.press(.space, .space)
    try terminal.waitFor("1 of 4 shown")
    try terminal.waitFor("›ASL-2")
    terminal.settle()
    try save(terminal, as: "cover", title: "threshold")
  }

  @Test func `The palette`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(columns: 90, rows: 20)
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type(":quiz")
    try terminal.waitFor("› Set up a quiz")
    terminal.settle()
    try save(terminal, as: "palette", title: "threshold")
  }
}
