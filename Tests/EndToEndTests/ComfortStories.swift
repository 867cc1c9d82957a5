import Foundation
import Support
import Testing

/// What makes the terminal a place to live in: covering, finding, colours, mouse, and never a surprise.
@Suite struct ComfortStories {
  private func reviews(_ scenes: Scenes) throws -> Int {
    let due = try scenes.run("due", "--json").json([String: Any].self)
    return 20 - (due["new"] as? Int ?? 0)
  }

  /// The program ends at once, with one line that has these words.
  private func expectRefusal(_ scenes: Scenes, _ words: String) throws {
    let terminal = try scenes.open(columns: 600)
    #expect(try terminal.waitForExit() == .exited(2))
    let lines = terminal.screen.lines.filter { $0.contains { $0 != " " } }
    #expect(lines.count == 1)
    #expect(lines.first?.contains(words) == true, "\(lines)")
    #expect(terminal.unrestored.isEmpty)
  }

  // MARK: Under a cover

  @Test func `A cell recalled under the cover is rated like a card in review, and taken back`()
    throws
  {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("No potential for large-scale")
    terminal.type("c")
    try terminal.waitForNo("No potential for large-scale")
    try terminal.waitFor("Description covered, 0 of 4 shown")
    terminal.press(.space)
    try terminal.waitFor("No potential for large-scale")
    terminal.type("4")
    try terminal.waitFor("Easy: it comes back in")
    terminal.type("u")
    try terminal.waitFor("Taken back: AI Safety Levels (ASL) — ASL-1")
    terminal.press(.up)
    terminal.type("4")
    try terminal.waitFor("Easy: it comes back in")
    // It was on disk before the message was shown.
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    let answered = try reviews(scenes)
    #expect(answered == 1)
  }

  @Test func `A cell without a card says so, and nothing is counted`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    // The column that names the rows.
    terminal.type("ch")
    try terminal.waitFor("Level covered")
    terminal.press(.space)
    terminal.type("3")
    try terminal.waitFor("No card asks for that")
    terminal.type("qq")
    try terminal.waitForExit()
    let answered = try reviews(scenes)
    #expect(answered == 0)
  }

  // MARK: The palette

  @Test func `Somebody who knows no key finds everything behind the colon`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(columns: 100)
    try terminal.waitFor(": actions")
    terminal.type(":")
    try terminal.waitFor("What would you like to do?")
    terminal.type("quiz")
    try terminal.waitFor("› Set up a quiz")
    terminal.press(.enter)
    try terminal.waitForNo("What would you like to do?")
    try terminal.waitForNo("AI Safety Levels (ASL) ━")
    terminal.press(.escape)
    try terminal.waitFor("AI Safety Levels (ASL) ━")
    terminal.type(":cover")
    try terminal.waitFor("› Cover a column")
    terminal.press(.enter)
    try terminal.waitFor("0 of 4 shown")
    terminal.type(":bury")
    try terminal.waitFor("only in a review")
    terminal.press(.enter)
    try terminal.waitFor("works only in a review. Its key there is -.")
    terminal.press(.escape)
    try terminal.waitFor("0 of 4 shown")
  }

  // MARK: Colours

  @Test func `Colours are tried out, kept, and given up again for what the configuration says`()
    throws
  {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("Connections")
    terminal.type(":dark")
    try terminal.waitFor("› Colours: dark")
    terminal.press(.enter)
    try terminal.wait(for: "a ground of its own") { $0.cell(40, 12).pen.background != .standard }
    terminal.type("T")
    try terminal.waitFor("How it looks")
    terminal.press(.up)
    try terminal.wait(for: "the other theme") { $0.cell(78, 20).pen.background == .standard }
    terminal.press(.escape)
    try terminal.wait(for: "the kept colours") { $0.cell(40, 12).pen.background != .standard }
    terminal.type("q")
    try terminal.waitForExit()
    #expect(terminal.unrestored.isEmpty)

    let again = try scenes.open()
    try again.wait(for: "the kept colours") { $0.cell(40, 12).pen.background != .standard }
    again.type("q")
    try again.waitForExit()
    _ = try scenes.write("theme = \"eight\"\n", to: "config/threshold/config.toml")
    let configured = try scenes.open()
    try configured.waitFor("Connections")
    configured.settle()
    #expect(configured.screen.cell(40, 12).pen.background == .standard)
  }

  @Test func `A theme of one's own is used, and a wrong one gets one clear line`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("theme = \"mine\"\n", to: "config/threshold/config.toml")
    try expectRefusal(scenes, "there is no theme “mine”; use one of terminal, dark")
    _ = try scenes.write("text = \"white on blue\"\n", to: "config/threshold/themes/mine.toml")
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    try terminal.wait(for: "its colours") { $0.cell(40, 12).pen.background == .indexed(4) }
    for (text, words) in [
      ("text = \"blu\"\n", "“blu”, set for text, is not a colour"),
      ("tekst = \"blue\"\n", "a theme has no “tekst”"), ("text = 3\n", "“text” must be a text"),
      ("text = \n", "mine.toml:1"),
    ] {
      _ = try scenes.write(text, to: "config/threshold/themes/mine.toml")
      try expectRefusal(scenes, words)
    }
  }

  @Test func `A key with two meanings names both, also across places`() throws {
    let scenes = try Scenes()
    for (text, words) in [
      ("review = [\"f\"]", "“f” would mean both “facts” and “review” (Reading a page)"),
      (
        "review = [\"?\"]",
        "would mean “review” (Reading a page) where it means “help” (Everywhere)"
      ),
      ("covered.good = \"r\"", "“good” (Cover mode) where it means “review” (Reading a page)"),
      ("pane.fly = \"x\"", "gives keys to “pane.fly”, which is no action"),
    ] {
      _ = try scenes.write("[keys]\n\(text)\n", to: "config/threshold/config.toml")
      try expectRefusal(scenes, words)
    }
    _ = try scenes.write("[keys]\ncovered.good = \"g\"\n", to: "config/threshold/config.toml")
    let result = try scenes.run("config", "--keys")
    #expect(result.stderr.contains("“good” (Cover mode) where it means “find”"))
  }

  // MARK: Safety

  @Test func `Pasted text is never taken for keys, in any screen`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    let pasted = "q\nu4 13-@*\nQ:\u{4}T"
    for (key, words) in [
      ("", "AI Safety Levels (ASL)"), ("?", "Keys"), ("v", "Pages of"), ("s", "Statistics"),
      ("O", "Open Questions"), ("r", "show answer"),
    ] {
      terminal.type(key)
      try terminal.waitFor(words)
      terminal.paste(pasted)
      terminal.settle()
      try terminal.waitFor(words)
      if key == "r" {
        terminal.press(.space)
        try terminal.waitFor("Again")
        terminal.paste(pasted)
        terminal.settle()
        try terminal.waitFor("0 done")
      }
      if !key.isEmpty { terminal.type("q") }
    }
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type(":")
    terminal.paste("set up\na quiz")
    try terminal.waitFor(": set up a quiz")
    #expect(terminal.statusIfEnded() == nil)
    let answered = try reviews(scenes)
    #expect(answered == 0)
  }

  @Test(arguments: [SIGSEGV, SIGTRAP, SIGABRT, SIGBUS])
  func `A crash in the middle of a review loses nothing and leaves nothing behind`(signal: Int32)
    throws
  {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("show answer")
    terminal.rate("4")
    try terminal.waitFor("1 done")
    terminal.kill(signal)
    try terminal.waitForExit()
    #expect(terminal.unrestored.isEmpty)
    let answered = try reviews(scenes)
    #expect(answered == 1)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg brings everything back`() throws {
    let scenes = try Scenes()
    let program = try thresholdProgram()
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-i"], environment: scenes.environment(["PS1": "ready> "]))
    try terminal.waitFor("ready>")
    terminal.type("\(program)\n")
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("c")
    try terminal.waitFor("0 of 4 shown")
    terminal.press(.control("z"))
    try terminal.wait(for: "the shell") { !$0.isAlternate && $0.text.contains("ready>") }
    #expect(terminal.screen.isCursorVisible)
    #expect(!terminal.emulator.modes.contains(2004) && !terminal.emulator.modes.contains(1002))
    terminal.resize(columns: 100, rows: 30)
    terminal.type("fg\n")
    try terminal.waitFor("0 of 4 shown")
    #expect(terminal.screen.isAlternate)
    terminal.press(.escape)
    try terminal.waitForNo("0 of 4 shown")
    terminal.type("q")
    try terminal.wait(for: "the shell again") { !$0.isAlternate }
  }

  // MARK: Mouse, bytes, columns

  @Test func `A click focuses a pane and chooses its row, the wheel scrolls`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("The Core Problem")
    let place = try #require(terminal.screen.find("Distribution shift"))
    terminal.click(place.column, place.row)
    try terminal.waitFor("›Distribution shift")
    try terminal.waitFor("┏━ The Core Problem")
    for _ in 0..<4 { terminal.turnWheel(down: true, place.column, place.row) }
    try terminal.waitFor("›Emergent capabilities")
    terminal.turnWheel(down: false, place.column, place.row)
    try terminal.waitFor("›Deceptive alignment")
  }

  @Test func `A click on a key of the last line does what the key does`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("c cover")
    func click(_ words: String) throws {
      try terminal.waitFor(words)
      let place = try #require(terminal.screen.find(words))
      terminal.click(place.column + 2, place.row)
    }
    try click("c cover")
    try click("Space show")
    try terminal.waitFor("1 of 4 shown")
    try click("3 good")
    try terminal.waitFor("it comes back in")
    try click("q lift")
    try terminal.waitForNo("of 4 shown")
    try click(": actions")
    try click("Esc leave")
    try click("r review")
    try click("Space show answer")
    try click("Space good")
    try terminal.waitFor("1 done")
    try click("q back")
    try click("q quit")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `The mouse is left alone where the configuration says so`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("mouse = false\n", to: "config/threshold/config.toml")
    let terminal = try scenes.open()
    try terminal.waitFor("The Core Problem")
    #expect(terminal.emulator.modes.isDisjoint(with: [1000, 1002, 1003, 1006]))
    #expect(terminal.emulator.modes.contains(2004))
  }

  @Test func `A key sends what it changes and no more`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(columns: 200, rows: 60)
    try terminal.waitFor("›ASL-1")
    // The first key takes the welcome away.
    terminal.press(.down)
    try terminal.waitFor("›ASL-2")
    try terminal.waitForNo("New here?")
    terminal.settle()
    let whole = terminal.rawOutput.count
    terminal.press(.down)
    try terminal.waitFor("›ASL-3")
    terminal.settle()
    // Two pointers move; the screen itself took some twelve thousand bytes.
    #expect(terminal.rawOutput.count - whole < 200)
    #expect(whole > 5000)
  }

  @Test func `Nasty text leaves every column where it belongs`() throws {
    let scenes = try Scenes()
    let nasty = [
      "漢字かな交じり文", "👩‍👩‍👧‍👦 family", "🇬🇧🇩🇪 flags", "❤️ heart", "e\u{301}\u{302} marks", "שלום עולם",
      "مرحبا", "नमस्ते क्षत्रिय", "ก็ได้", "한국어", "👍🏽 thumb", "a\u{200B}b\u{FEFF}c", "\u{202E}evil", "x\u{7}y",
      "ﷺ", "①②", "ｆｕｌｌ", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    ]
    var text = "# Wide\n\n| word | count |\n| --- | --- |\n"
    for (index, word) in nasty.enumerated() { text += "| \(word) | n\(index) |\n" }
    let page = try scenes.write(text, to: "v/p.md")
    let terminal = try scenes.open(page, rows: 50)
    try terminal.waitFor("n\(nasty.count - 1)")
    terminal.type("z")
    terminal.settle()
    let screen = terminal.screen
    let header = try #require(screen.find("count"))
    for row in 3..<48 {
      #expect(["┃", "│", "█"].contains(screen.cell(79, row).text), "row \(row)")
    }
    let counts = (0..<50).map { row in
      (0..<4).map { screen.cell(header.column + $0, row).text }.joined()
    }
    for index in nasty.indices {
      #expect(counts.contains { $0.hasPrefix("n\(index) ") }, "\(nasty[index])")
    }
  }

  @Test(arguments: ["xx_YY.UTF-8", "de_XX@euro", "nonsense"])
  func `A locale that is not there does not matter`(locale: String) throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(environment: ["LANG": locale])
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
