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

  // MARK: A vault of many pages

  private static let pages: [String: String] = [
    "kitchen/espresso": """
    # Espresso

    > A short coffee under pressure; grind, dose and time decide.

    ## Key Facts

    - Pressure: 9 bar
    - Water: 90 to 96 °C
    - Brew ratio: 1 part coffee to 2 parts espresso
    - Three things to change: grind, dose, yield
    - A shot that runs faster than 20 seconds tastes sour

    ## Connections

    - [[kitchen/water]] — hardness changes the taste
    """,
    "kitchen/sourdough": """
    # Sourdough

    ## Key Facts

    - Hydration: 70 to 80 % of the flour
    - Bulk fermentation: 4 to 6 hours at 24 °C
    - Salt: 2 % of the flour
    - Four stages: mix, bulk, shape, bake

    ## Open Questions

    - Does a colder bulk give more taste or only more time?

    ## Connections

    - [[kitchen/water]] — chlorine slows the starter
    """,
    "kitchen/water": """
    # Water in the Kitchen

    ## Key Facts

    - Total hardness for coffee: 50 to 175 mg/l of calcium carbonate
    - Boiling point at 2,000 m: 93 °C
    """,
    "sky/tides": """
    # Tides

    ## Key Facts

    - Spring tides: at new and full moon
    - Neap tides: at the quarters
    - High water comes 50 minutes later each day
    - Share of the sun: 46 % of the moon's

    ## Open Questions

    - Why are there places with one tide a day?

    ## Connections

    - [[sky/moon]] — it does most of the pulling
    """,
    "sky/moon": """
    # The Moon

    ## Phases

    | Phase | Rises | Stands highest |
    | --- | --- | --- |
    | New moon | at sunrise | at noon |
    | First quarter | at noon | at sunset |
    | Full moon | at sunset | at midnight |
    | Last quarter | at midnight | at sunrise |

    ## Key Facts

    - Distance: 384,400 km
    - Synodic month: 29.5 days
    - Diameter: 3,475 km

    ## Connections

    - [[sky/tides]] — they follow its phases
    """,
    "sky/stars": """
    # Stars

    ## Key Facts

    - Spectral classes: O, B, A, F, G, K, M
    - Nearest star after the sun: Proxima Centauri, 4.24 light years
    - Lifetime of the sun: 10 billion years
    """,
    "words/rhyme": """
    # Rhyme

    ## Key Facts

    - Couplet: two lines that rhyme
    - Terza rima: aba bcb cdc
    """,
    "words/sonnet": """
    # The Sonnet

    ## Key Facts

    - Lines: 14
    - Shakespearean: three quatrains and a couplet
    - Petrarchan: an octave and a sestet

    ## Connections

    - [[words/metre]] — its lines are pentameters
    """,
    "words/metre": """
    # Metre

    ## Key Facts

    - Iamb: short, long
    - Trochee: long, short
    - Pentameter: five feet to a line
    """,
  ]

  /// A vault that was studied for three weeks.
  private func studied() throws -> (scenes: Scenes, vault: String) {
    let scenes = try Scenes()
    for (path, text) in Self.pages { _ = try scenes.write(text, to: "notes/\(path).md") }
    let vault = scenes.folder.path + "/notes"
    for day in 2...23 where day % 6 != 4 {
      let ratings = (0..<20).map { "\n\([3, 3, 4, 3, 1, 3, 2, 4][($0 + day * 3) % 8])\n" }
      _ = try scenes.run(
        "review", "--plain", "--vault", vault, day: day, input: ratings.prefix(4 + day % 5).joined()
      )
    }
    return (scenes, vault)
  }

  @Test func `Home, a search, the cards of a page and the statistics`() throws {
    let (scenes, vault) = try studied()
    let terminal = try scenes.open(vault, columns: 120, rows: 26)
    try terminal.waitFor("cards begun")
    terminal.press(.home)
    for _ in 0..<5 { terminal.press(.down) }
    try terminal.waitFor("─ The Moon ─")
    try terminal.waitFor("Linked from")
    terminal.settle()
    try save(terminal, as: "home", title: "threshold ~/notes")

    terminal.type("/moon ph")
    try terminal.waitFor("found")
    terminal.settle()
    try save(terminal, as: "search", title: "threshold ~/notes")
    terminal.press(.escape)
    try terminal.waitFor("─ The Moon ─")

    terminal.type("C")
    try terminal.waitFor("Cards —")
    terminal.settle()
    try save(terminal, as: "cards", title: "threshold ~/notes")
    terminal.type("qs")
    try terminal.waitFor("At a glance")
    terminal.type("4")
    try terminal.waitFor("True retention")
    terminal.settle()
    try save(terminal, as: "statistics", title: "threshold ~/notes")
  }
}
