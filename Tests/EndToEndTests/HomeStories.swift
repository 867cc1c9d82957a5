import Foundation
import Support
import Testing

/// A vault of several pages, from the home screen.
@Suite struct HomeStories {
  private let scenes: Scenes
  private let vault: String

  init() throws {
    scenes = try Scenes()
    vault = scenes.folder.path + "/v"
    try write(
      "# The Tides\n\n## Key Facts\n- Period: 12 h 25 min\n- Cause: the moon\n\n"
        + "## Connections\n- [[moon]] — it pulls the water up\n- [[sky/unwritten]]\n",
      to: "sea/tides")
    try write("# The Moon\n\n## Key Facts\n- Distance: 384,400 km\n", to: "sky/moon")
    try write("# All Alone\n\n## Key Facts\n- Number: 1\n", to: "alone")
  }

  private func write(_ text: String, to page: String) throws {
    _ = try scenes.write(text, to: "v/\(page).md")
  }

  @Test func `A newcomer is told what to do, and does it`() throws {
    let terminal = try scenes.open("--vault", vault)
    try terminal.waitFor("New here?")
    try terminal.waitFor("starts a first review")
    terminal.press(.enter)
    try terminal.waitFor("Number: 1")
    terminal.type("q")
    try terminal.waitFor("New here?")
    terminal.type("r")
    try terminal.waitFor("show answer")
    terminal.rate("4")
    try terminal.waitFor("1 done")
    terminal.type("q")
    try terminal.waitFor("1 answer today")
    try terminal.waitForNo("New here?")
    terminal.type("Q")
    try terminal.waitFor("How")
    terminal.press(.enter)
    try terminal.waitFor("Question 1")
    terminal.press(.escape)
    try terminal.waitFor("1 answer today")
    // A reflex does not lead out.
    terminal.press(.escape)
    try terminal.waitFor("q leaves the program.")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `A number moves so far, and Esc drops it`() throws {
    for number in 1...12 { try write("# Page \(number)\n\nText.\n", to: "pages/\(number)") }
    let terminal = try scenes.open("--vault", vault, columns: 100, rows: 30)
    try terminal.waitFor("Page 12")
    terminal.type("1")
    try terminal.waitFor("1: a move is done once, G goes to row 1, Esc drops it.")
    terminal.type("0")
    try terminal.waitFor("10: a move is done 10 times")
    terminal.press(.escape)
    try terminal.waitForNo("10 times")
    terminal.type("5j")
    try terminal.waitFor("›   Page 5")
    terminal.type("3k")
    try terminal.waitFor("›   Page 2")
    terminal.type("9G")
    try terminal.waitFor("›   Page 8")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `What is wrong with the notes is told on the home screen, and led to`() throws {
    try write("# Two\n\n## Key Facts\n- Depth: 5 m\n- Q: How deep?\n", to: "sea/two")
    let file = vault + "/locked.md"
    _ = try scenes.write("\u{0}\u{1}\u{2} no text \u{0}\u{0}", to: "v/locked.md")
    let terminal = try scenes.open("--vault", vault)
    try terminal.waitFor("1 file could not be read, 1 problem")
    terminal.type("P")
    try terminal.waitFor("!")
    try terminal.waitFor("locked.md")
    // The links to pages still to be written stand in the list, and are not counted.
    terminal.type("G")
    terminal.press(.enter)
    try terminal.waitFor("1 problem (P)")
    terminal.type("q")
    try terminal.waitFor("Problems of v")
    // Mended while one looks at the list, it goes.
    try FileManager.default.removeItem(atPath: file)
    try terminal.waitForNo("locked.md")
    terminal.type("q")
    try terminal.waitFor("Pages")
    try terminal.waitForNo("could not be read")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `The order and the place stay through review and resize`() throws {
    let terminal = try scenes.open("--vault", vault, columns: 140, rows: 40)
    try terminal.waitFor("Pages by name")
    terminal.type("G")
    try terminal.waitFor("Links to 2")
    try terminal.waitFor("Known by section")
    terminal.resize(columns: 60, rows: 16)
    try terminal.waitForNo("Known by section")
    #expect(
      terminal.screen.text.contains("›  The Tides") || terminal.screen.text.contains("› The Tides"))
    terminal.type("o")
    try terminal.waitFor("most due first")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `Links are walked along, and what is missing is found`() throws {
    let terminal = try scenes.open("--vault", vault)
    try terminal.waitFor("New here?")
    terminal.type("Gm")
    try terminal.waitFor("Links of The Tides")
    try terminal.waitFor("it pulls the water up")
    terminal.press(.enter)
    try terminal.waitFor("Links of The Moon")
    terminal.press(.backspace)
    try terminal.waitFor("Links of The Tides")
    terminal.press(.tab)
    try terminal.waitFor("wanted by 1 page")
    terminal.press(.tab)
    try terminal.waitFor("All Alone")
    terminal.press(.enter)
    try terminal.waitFor("Number: 1")
    terminal.type("qqq")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `links prints the same, for people and for programs`() throws {
    let page = try scenes.run("links", "tides", "--json", "--vault", vault).json([String: Any].self)
    let outgoing = try #require(page["outgoing"] as? [[String: Any]])
    #expect(outgoing.map { $0["page"] as? String } == ["sky/moon", nil])
    #expect(outgoing.first?["reason"] as? String == "it pulls the water up")
    #expect((page["incoming"] as? [Any])?.isEmpty == true)
    let whole = try scenes.run("links", "--json", "--vault", vault).json([String: Any].self)
    let missing = try #require(whole["missing"] as? [[String: Any]])
    #expect(missing.map { $0["target"] as? String } == ["sky/unwritten"])
    #expect((whole["orphans"] as? [[String: Any]])?.map { $0["page"] as? String } == ["alone"])
    let plain = try scenes.run("links", "--vault", vault)
    #expect(plain.stdout.contains("sea/tides.md:9:3") && plain.status == .exited(1))
    #expect(try scenes.run("links", "nowhere", "--vault", vault).status == .exited(1))
  }

  @Test func `check finds what stands twice, also when only one of the pages changes`() throws {
    let check = { () throws -> String in
      try scenes.run("check", "--vault", vault).stdout
    }
    #expect(try !check().contains("as well"))
    let fact = "- The water rises and falls twice on every single day\n"
    try write("# The Moon\n\n## Key Facts\n" + fact, to: "sky/moon")
    #expect(try !check().contains("as well"))
    try write("# All Alone\n\n## Key Facts\n" + fact + "\n[[tides#Gone]]\n", to: "alone")
    let found = try check()
    #expect(found.contains("sky/moon.md:4:1: warning: This fact stands in alone.md:4 as well."))
    #expect(found.contains("alone.md:6:1: warning: “The Tides” has no heading “Gone”."))
    // The heading appears in the other page: this one is not touched.
    try write("# The Tides\n\n## Gone\nText.\n", to: "sea/tides")
    #expect(try !check().contains("no heading"))
  }
}
