import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct NeighbourhoodScreenTests {
  private static let pages = [
    "tides": """
    # The Tides

    The sea rises and falls twice a day.

    ## Connections

    - [[moon]] — it pulls the water up
    - [[harbour]] — ships wait for high water
    - [[not/written]] — nobody has had the time yet
    """,
    "moon": "# The Moon\n\nIt is [[orbit|bound]] to us, as the [[earth]] is to the sun.\n",
    "harbour": "# The Harbour\n\n[[tides]] [[ships]]\n",
    "ships": "# Ships\n\n## Connections\n- [[tides]] — they sail with the ebb\n",
    "orbit": "# Orbits\n\nText.\n", "earth": "# The Earth\n\n[[not/written]]\n",
    "almanac": "# The Almanac\n\n[[tides]] [[ships]]\n",
    "alone": "# All Alone\n\nText.\n",
  ]

  private static func library() -> Library {
    var library = Stage.library(pages)
    library.due = ["moon": 4, "ships": 12]
    for (index, page) in library.vault.pages.enumerated() {
      library.totals[page.path] = Knowledge(cards: 8, started: 5, recalled: Double(index))
    }
    return library
  }

  private func screen(_ page: String? = "tides", size: Size = Stage.standard)
    -> NeighbourhoodScreen
  {
    NeighbourhoodScreen(library: Self.library(), page: page, size: size)
  }

  @Test(arguments: [(80, 24), (200, 60), (40, 12)])
  func `The links around a page look as recorded`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    var screen = screen(size: size)
    screen.press("space")
    assertSnapshot(screen.text(size), named: "links-\(columns)x\(rows)")
  }

  @Test func `Missing pages and orphans look as recorded`() {
    var screen = screen()
    screen.press("tab")
    assertSnapshot(screen.text(), named: "links-missing")
    screen.press("tab")
    assertSnapshot(screen.text(), named: "links-orphans")
  }

  @Test func `A page that is alone in its vault is not said to be linked with another`() {
    var screen = NeighbourhoodScreen(
      library: Stage.library(["alone": "# All Alone\n\nText.\n"]), page: "alone",
      size: Stage.standard)
    screen.press("tab", "tab")
    #expect(screen.text().contains("There is only one page."))
  }

  @Test func `Of a long title, what is due is not cut off`() {
    var library = Stage.library([
      "knots": "# The Knots of the Harbour and of the Open Sea\n\nText.\n"
    ])
    library.totals["knots"] = Knowledge(cards: 8, started: 5, recalled: 4)
    library.due = ["knots": 17]
    for columns in [30, 40] {
      let size = Size(columns: columns, rows: 12)
      let screen = NeighbourhoodScreen(library: library, page: "knots", size: size)
      #expect(screen.text(size).contains("50%  17 due"), "\(screen.text(size))")
    }
  }

  @Test func `A missing page says who else wants it, and how it comes about`() throws {
    let words =
      "“not/written” is not written yet. The Earth links to it too. "
      + "With a file not/written.md in the vault, the link leads there."
    var map = screen()
    let effects = map.press("G", "enter")
    #expect(effects == [.say(words)], "\(map.text())")
    #expect(map.press("o") == [.say(words)])
    var page = try #require(
      PageScreen(library: Self.library(), page: "tides", size: Stage.standard))
    #expect(page.press("p", "down", "down", "enter") == [.say(words)])
    page.press("t", "shift-tab")
    #expect(page.press("enter") == [.say(words)], "\(page.text())")
  }

  @Test func `Without UTF-8 it is ASCII`() {
    var screen = screen()
    // The heads of the arrows, and not the sign for what is cut.
    let map = screen.text(look: Look(glyphs: .ascii))
    #expect(map.contains("|>") && map.contains(">|") && !map.contains("|~"))
    for _ in 0..<3 {
      let text = screen.text(look: Look(glyphs: .ascii))
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII || "“”".unicodeScalars.contains($0) })
      screen.press("tab")
    }
  }

  @Test func `One walks from page to page and back the same way`() {
    var screen = screen()
    #expect(screen.title == "Links of The Tides")
    #expect(screen.press("enter").isEmpty)
    #expect(screen.title == "Links of The Moon")
    screen.press("down", "enter")
    #expect(screen.title == "Links of The Earth")
    screen.press("backspace", "backspace")
    #expect(screen.title == "Links of The Tides")
    guard case .say = screen.press("backspace").first else {
      Issue.record("going back from the first page says so")
      return
    }
    #expect(screen.press("o") == [.openPage("moon")])
  }

  @Test func `Left and right lead from column to column`() {
    var screen = screen()
    screen.press("left")
    #expect(screen.press("enter") == [.openPage("tides")])
    screen.press("left")
    #expect(screen.press("o") == [.openPage("almanac")])
    screen.press("left")
    #expect(screen.press("o") == [.openPage("almanac")])
    screen.press("right", "right")
    #expect(screen.press("o") == [.openPage("moon")])
  }

  @Test func `What is missing says so, and its link can be opened in the editor`() {
    var screen = screen()
    screen.press("end")
    guard case .say(let words) = screen.press("enter").first else {
      Issue.record("a missing page cannot be walked to")
      return
    }
    #expect(words.contains("not/written"))
    #expect(screen.text().contains("nobody has had the time yet"))
    #expect(screen.press("e") == [.edit(file: "tides.md", line: 9)])
  }

  @Test func `The reason stands with the connection, in both directions`() {
    var screen = screen()
    #expect(screen.text().contains("it pulls the water up"))
    screen.press("left", "left", "end")
    #expect(screen.text().contains("they sail with the ebb"))
  }

  @Test func `Space shows what lies behind, and hides it again`() {
    var screen = screen()
    let before = screen.text()
    screen.press("space")
    #expect(screen.text().contains("Orbits") && screen.text().contains("The Earth"))
    screen.press("down")
    #expect(screen.press("o") == [.openPage("orbit")])
    screen.press("up", "space")
    #expect(screen.text() == before)
  }

  @Test func `A refresh keeps the page, the column and what is unfolded`() {
    var screen = screen()
    screen.press("space", "down")
    let before = screen.text()
    _ = screen.handle(.refreshed(Self.library()), keymap: .standard)
    #expect(screen.text() == before)
    let other = Stage.library(["only": "# Only\n\nText."])
    _ = screen.handle(.refreshed(other), keymap: .standard)
    #expect(screen.title == "Links of Only")
  }

  @Test func `The lists lead to the place, and to the orphan`() {
    var screen = screen()
    screen.press("tab", "down", "down")
    #expect(screen.press("enter") == [.openPage("tides")])
    #expect(screen.press("e") == [.edit(file: "tides.md", line: 9)])
    screen.press("tab")
    #expect(screen.press("enter") == [.openPage("alone")])
    screen.press("tab")
    #expect(screen.title == "Links of The Tides")
  }

  @Test func `Without a page the one with most links to it is in the middle`() {
    #expect(screen(nil).title == "Links of The Tides")
  }

  @Test func `At every size each neighbour can be reached`() {
    for columns in stride(from: 30, through: 200, by: 17) {
      for rows in stride(from: 8, through: 60, by: 13) {
        let size = Size(columns: columns, rows: rows)
        var screen = screen(size: size)
        var reached: Set<String> = []
        screen.press("left", "left")
        for key in ["down", "down", "down", "right", "right", "home", "down", "down", "down"] {
          for case .openPage(let path) in screen.press("o") { reached.insert(path) }
          #expect(screen.text(size).contains("›") || screen.text(size).contains("The Tides"))
          screen.press(key)
        }
        #expect(reached.isSuperset(of: ["almanac", "harbour", "ships", "moon"]), "\(size)")
      }
    }
  }

  @Test func `What a note gives as the reason stands by itself`() {
    var screen = screen()
    screen.press("right", "down", "down", "down", "down")
    let lines = screen.text().split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains("tides.md:9  “not/written” is missing."), "\(lines)")
    #expect(lines.contains("nobody has had the time yet"), "\(lines)")
  }
}
