import Foundation
import Support
import Testing

@Suite struct InsightStories {
  private static let page = """
    # Roses

    ## Key Facts
    - Colour: red in most gardens
    - Thorns: prickles, botanically speaking

    ## Open Questions
    - Why do some roses have no scent?
    """

  @Test func `Statistics count what was answered, on the screen and as JSON`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(Self.page, to: "v/roses.md")
    let review = try scenes.run("review", "--plain", "--vault", page, input: "\n3\n\n3\n\n\n3\n")
    #expect(review.status == .exited(0))
    let stats = try scenes.run("stats", "--json", "--vault", page).json([String: Any].self)
    let answers = try #require(stats["answers"] as? Int)
    #expect(answers >= 2)
    let days = try #require(stats["days"] as? [[String: Any]])
    #expect(days.count == 1 && days[0]["date"] as? String == "2026-11-24")
    #expect(days[0]["answers"] as? Int == answers)
    for key in [
      "calibration", "cards", "difficulty", "forecast", "leeches", "minutes", "pages", "period",
      "quizzes", "ratings", "retention", "retention_by_kind", "retention_by_page", "stability",
      "streak", "today",
    ] { #expect(stats[key] != nil, "\(key)") }

    let text = try scenes.run("stats", "--vault", page, "--period", "month").stdout
    #expect(text.contains("\(answers) answers") && text.contains("True retention"))
    let ascii = try scenes.run("stats", "--vault", page, environment: ["LC_ALL": "C"]).stdout
    #expect(ascii.utf8.allSatisfy { $0 < 128 })

    let terminal = try scenes.open(page)
    try terminal.waitFor("Key Facts")
    terminal.type("s")
    try terminal.waitFor("At a glance")
    try terminal.waitFor("\(answers) answers")
    terminal.type("8")
    try terminal.waitFor("least known first")
    terminal.type("q")
    try terminal.waitFor("Thorns")
  }

  @Test func `i shows a card's history, in a review and from a row`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(Self.page, to: "v/roses.md")
    let terminal = try scenes.open("review", "--vault", page)
    try terminal.waitFor("show answer")
    terminal.rate("3")
    try terminal.waitFor("1 done")
    terminal.type("i")
    try terminal.waitFor("If you answered now")
    terminal.type("q")
    try terminal.waitFor("1 done")
    terminal.type("q")
    try terminal.waitForExit()

    let panes = try scenes.open(page)
    try panes.waitFor("Key Facts")
    panes.type("f")
    panes.type("i")
    try panes.waitFor("roses.md:4")
    panes.type("q")
    try panes.waitFor("Thorns")
  }

  @Test func `An answered question leaves the deck; its fact is written only when asked twice`()
    throws
  {
    let scenes = try Scenes()
    let path = try scenes.write(Self.page.replacing("\n", with: "\r\n"), to: "v/roses.md")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let terminal = try scenes.open(path)
    try terminal.waitFor("Key Facts")
    terminal.type("O")
    try terminal.waitFor("What you wrote")
    terminal.type("p")
    try terminal.waitFor("Your position today")
    terminal.type("bred for colour")
    terminal.press(.enter)
    try terminal.waitFor("2026-11-24  bred for colour")
    terminal.type("a")
    try terminal.waitFor("The Key Fact")
    try terminal.waitFor("bred for colour")
    terminal.press(.enter)
    try terminal.waitFor("To paste under Key Facts")
    terminal.type("w")
    try terminal.waitFor("Write this line into roses.md?")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    terminal.type("y")
    try terminal.waitFor("Written into roses.md")
    try terminal.waitFor("Answered on 2026-11-24")
    // The program's own line is no news to whoever asked for it.
    terminal.settle(quiet: .milliseconds(400))
    #expect(terminal.screen.text.contains("Written into roses.md"), "\(terminal.screen.text)")
    let after = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let lines = after.components(separatedBy: "\r\n")
    let old = Self.page.components(separatedBy: "\n")
    #expect(lines.count == old.count + 1 && lines[5].hasSuffix("bred for colour"))
    #expect(Array(lines[..<5] + lines[6...]) == old)
    // Its position, its answer and its place outside the deck outlive the program.
    terminal.press(.escape)
    try terminal.waitFor("Key Facts")
    terminal.type("q")
    try terminal.waitForExit()
    let again = try scenes.open(path)
    try again.waitFor("Key Facts")
    again.type("O")
    try again.waitFor("0 open  1 answered")
    again.type("u")
    try again.waitFor("1 open  0 answered")
  }

  @Test func `A note that has changed meanwhile is left alone`() throws {
    let scenes = try Scenes()
    let path = try scenes.write(Self.page, to: "v/roses.md")
    let terminal = try scenes.open(path)
    try terminal.waitFor("Key Facts")
    terminal.type("O")
    try terminal.waitFor("What you wrote")
    terminal.type("a")
    try terminal.waitFor("The Key Fact")
    terminal.type("bred for colour")
    terminal.press(.enter)
    try terminal.waitFor("To paste under Key Facts")
    let edited = Self.page + "\n- Another question that came up?"
    try Data(edited.utf8).write(to: URL(fileURLWithPath: path))
    terminal.type("w")
    try terminal.waitFor("Write this line")
    terminal.type("y")
    try terminal.waitFor("has changed meanwhile")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(edited.utf8))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: (path as NSString).deletingLastPathComponent)
    #expect(names == ["roses.md"])
  }
}
