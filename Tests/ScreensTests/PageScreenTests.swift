import Support
import Surface
import Testing

@testable import Screens

@Suite struct PageScreenTests {
  private func shipped(_ size: Size = Stage.standard) throws -> PageScreen {
    try #require(PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: size))
  }

  private static let linked = [
    "one": """
    # One
    ## Key Facts
    - Speed: 3 ms
    ## Connections
    - [[two]] — the second
    - [[nowhere]] — not written yet
    """,
    "two": """
    # Two
    ## Key Facts
    - Weight: 5 kg
    ## Connections
    - [[one]] — the first
    """,
  ]

  private func linked() throws -> PageScreen {
    var screen = try #require(
      PageScreen(library: Stage.library(Self.linked), page: "one", size: Stage.standard))
    while !screen.text().contains("━ Connections") { screen.press("tab") }
    return screen
  }

  @Test func `A note in prose opens on its text, and not on what links to it`() throws {
    let library = Stage.library([
      "rope": "# Rope\n\nIt is laid to the right. It is kept dry.\n",
      "knots": "# Knots\n\nOf [[rope]].\n",
      "list": "# List\n\n## Connections\n\n- [[rope]] — they are made of it\n",
    ])
    for size in [Stage.standard, Size(columns: 200, rows: 60), Size(columns: 40, rows: 12)] {
      var page = try #require(PageScreen(library: library, page: "rope", size: size))
      #expect(page.text(size).contains("It is laid to the right"), "\(page.text(size))")
      #expect(!page.text(size).contains("t text") && page.text(size).contains("p panes"))
      page.press("p")
      #expect(page.text(size).contains("Knots links here"))
      #expect(page.text(size).contains("Enter follow") && !page.text(size).contains("p panes"))
      page.press("t")
      #expect(page.text(size).contains("It is laid to the right"))
      // Walked to, it opens in the same way.
      var other = try #require(PageScreen(library: library, page: "list", size: size))
      other.press("tab", "enter")
      #expect(other.title == "Rope" && other.text(size).contains("It is laid to the right"))
    }
  }

  @Test(arguments: [(80, 24), (200, 60), (40, 12), (120, 30)])
  func `The shipped page looks as recorded`(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    assertSnapshot(try shipped(size).text(size), named: "page-\(columns)x\(rows)")
  }

  @Test func `Without UTF-8 the lines are ASCII`() throws {
    let text = try shipped().text(look: Look(glyphs: .ascii))
    let foreign = text.unicodeScalars.filter { !$0.isASCII && !"—’“”…".unicodeScalars.contains($0) }
    #expect(foreign.isEmpty)
  }

  @Test func `The first board has the ASL table, the failure modes and the connections`() throws {
    let size = Size(columns: 200, rows: 60)
    let text = try shipped(size).text(size)
    for words in [
      "ASL-1", "ASL-4", "Current status", "Specification failure", "Emergent capabilities",
      "security/owasp-llm-top10", "Key Facts", "Open Questions",
    ] { #expect(text.contains(words)) }
  }

  @Test func `Key Facts and Open Questions are one key away`() throws {
    var screen = try shipped()
    screen.press("f")
    #expect(screen.text().contains("━ Key Facts"))
    screen.press("o")
    #expect(screen.text().contains("━ Open Questions"))
    screen.press("t")
    #expect(screen.text().contains("━ Text"))
  }

  @Test func `Tab goes round the panes of a board`() throws {
    var screen = try shipped()
    let titles = (0..<3).map { _ -> String in
      defer { screen.press("tab") }
      let line = screen.text().split(separator: "\n").first { $0.contains("━ ") } ?? ""
      return String(line)
    }
    #expect(Set(titles).count == 3)
    #expect(screen.text().contains("┏━ AI Safety Levels (ASL)"))
  }

  @Test func `Every row of a pane can be reached, and every word of it seen`() throws {
    let size = Size(columns: 40, rows: 12)
    var screen = try shipped(size)
    var seen = ""
    for _ in 0..<40 {
      seen += screen.text(size)
      screen.press("down")
    }
    for word in ["ASL-1", "ASL-2", "ASL-3", "ASL-4", "destabilising", "Theoretical;"] {
      #expect(seen.contains(word), "\(word) was never in sight")
    }
  }

  @Test func `The board that is shown is named at every width, however many there are`() throws {
    var text = "# Many\n"
    for section in 1...16 {
      text += "\n## Section \(section)\n\n| name | value |\n| --- | --- |\n| a | \(section) |\n"
    }
    let library = Stage.library(["many": text])
    for columns in [40, 60, 80, 120] {
      let size = Size(columns: columns, rows: 24)
      var screen = try #require(PageScreen(library: library, page: "many", size: size))
      for _ in 0..<12 {
        let strip = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)[1]
        #expect(strip.contains("[") && strip.contains("]"), "\(columns): \(strip)")
        screen.press("]")
      }
    }
  }

  @Test func `Every board is in the strip, by its number at least, or counted where it is not`()
    throws
  {
    for count in [3, 5, 16] {
      var text = "# Many\n"
      for table in 1...count {
        text += "\n## Harvest of \(table)\n\n| name | value |\n| --- | --- |\n| a | \(table) |\n"
      }
      let library = Stage.library(["many": text])
      for columns in [34, 40, 61, 80, 132] {
        let size = Size(columns: columns, rows: 12)
        var screen = try #require(PageScreen(library: library, page: "many", size: size))
        let boards = screen.boards(size).count
        for current in 1...boards {
          let strip = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)[1]
          let numbers = strip.split { !$0.isNumber && $0 != "«" && $0 != "»" && $0 != "/" }
            .filter { !$0.contains("/") }
          let before = numbers.first { $0.hasPrefix("«") }.flatMap { Int($0.dropFirst()) } ?? 0
          let after = numbers.first { $0.hasSuffix("»") }.flatMap { Int($0.dropLast()) } ?? 0
          #expect(strip.contains("[\(current)"), "\(columns): \(strip)")
          for board in (before + 1)...(boards - after) {
            #expect(numbers.contains { $0 == "\(board)" }, "\(columns): \(strip)")
          }
          if count == 3, columns >= 40 { #expect(before + after == 0, "\(strip)") }
          screen.press("]")
        }
      }
    }
  }

  @Test func `A click on the name of a board shows it`() throws {
    var screen = try shipped()
    let strip = screen.text().split(separator: "\n", omittingEmptySubsequences: false)[1]
    let name = try #require(strip.range(of: "3 Other"))
    let x = strip.distance(from: strip.startIndex, to: name.lowerBound)
    _ = screen.handle(.mouse(Point(x: x, y: 1), wheel: 0), keymap: .standard)
    #expect(screen.text().contains("[3 Other"))
  }

  @Test func `A board is called by what is in it`() throws {
    let content = PageContent(
      page: try #require(try Stage.shipped().vault.page("safety/ai-safety")),
      library: try Stage.shipped())
    for size in [Stage.standard, Size(columns: 200, rows: 60)] {
      for board in Board.boards(of: content, size: size).dropFirst() where board.panes != [.text] {
        let titles = board.panes.compactMap { content[$0]?.title.split(separator: ":").last }
        let isNamed = titles.allSatisfy { title in
          title.split(separator: " ").contains { board.title.contains(String($0)) }
        }
        #expect(isNamed, "\(board.title): \(titles)")
      }
    }
    // In a narrow window names are shortened, with a sign.
    let tiny = Size(columns: 40, rows: 12)
    var screen = try shipped(tiny)
    screen.press("]", "]")
    let strip = screen.text(tiny).split(separator: "\n", omittingEmptySubsequences: false)[1]
    #expect(strip.contains("[3 Other") && strip.contains("…"), "\(strip)")
  }

  @Test func `A page that is gone says so, keeps its name and what was read, and comes back`()
    throws
  {
    let size = Stage.standard
    let library = Stage.library(Self.linked)
    var screen = try #require(PageScreen(library: library, page: "one", size: size))
    let before = screen.text()
    var without = Self.linked
    without["one"] = nil
    _ = screen.handle(.refreshed(Stage.library(without)), keymap: .standard)
    let gone = screen.text()
    #expect(gone.contains(" One ") && gone.contains("is gone from the vault"), "\(gone)")
    #expect(gone.contains("─ Connections") && gone.contains("v pages"), "\(gone)")
    for key in ["e", "C", "R", "i", "m", "O", "c"] {
      guard case .say(let words)? = screen.press(key).first else {
        Issue.record("\(key) is silent")
        continue
      }
      #expect(words.contains("“One” is gone"), "\(key): \(words)")
    }
    let tiny = Size(columns: 40, rows: 12)
    screen.resize(to: tiny)
    #expect(screen.text(tiny).contains("gone from the vault"))
    screen.resize(to: size)
    // Walking on and back, nothing of another page is shown under its name.
    let hasWalked = screen.walk(to: "two")
    #expect(hasWalked)
    screen.press("b")
    #expect(screen.text().contains(" One ") && screen.text().contains("is gone"))
    #expect(!screen.text().contains("Two links here"))
    _ = screen.handle(.refreshed(library), keymap: .standard)
    #expect(
      screen.text().split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
  }

  @Test func `A pane can be zoomed and left again`() throws {
    var screen = try shipped()
    screen.press("z")
    #expect(!screen.text().contains("Connections"))
    #expect(screen.text().contains("ASL-4"))
    #expect(screen.press("q").isEmpty)
    #expect(screen.text().contains("Connections"))
    #expect(screen.press("q") == [.leave])
  }

  @Test func `A resize keeps the focus`() throws {
    let large = Size(columns: 200, rows: 60)
    var screen = try shipped(large)
    while !screen.text(large).contains("┏━ Open Questions") { screen.press("tab") }
    screen.resize(to: Stage.standard)
    #expect(screen.text().contains("┏━ Open Questions"))
    screen.resize(to: Size(columns: 40, rows: 12))
    #expect(screen.text(Size(columns: 40, rows: 12)).contains("━ Open Questions"))
  }

  @Test func `No size makes it fail, and too small a one says what it needs`() throws {
    let screen = try shipped()
    for columns in stride(from: 1, through: 130, by: 7) {
      for rows in stride(from: 1, through: 50, by: 3) {
        let size = Size(columns: columns, rows: rows)
        let surface = screen.render(size: size, look: Look())
        #expect(surface.size == size)
      }
    }
    #expect(screen.text(Size(columns: 29, rows: 7)).contains("Threshold needs 30×8"))
  }

  @Test func `Enter on a connection walks there, and a key walks back`() throws {
    var screen = try linked()
    screen.press("enter")
    #expect(screen.path == "two")
    screen.press("backspace")
    #expect(screen.path == "one")
    #expect(screen.text().contains("━ Connections"))
    screen.press("w")
    #expect(screen.path == "two")
  }

  @Test func `A missing page is shown as missing and cannot be walked to`() throws {
    var screen = try linked()
    #expect(screen.text().contains("nowhere (missing)"))
    let effects = screen.press("down", "enter")
    let words =
      "“nowhere” is not written yet. No other page links to it. "
      + "With a file nowhere.md in the vault, the link leads there."
    #expect(effects == [.say(words)])
    #expect(screen.path == "one")
  }

  @Test func `Backlinks are listed and lead back`() throws {
    var screen = try linked()
    #expect(screen.text().contains("Two links here"))
    screen.press("down", "down", "enter")
    #expect(screen.path == "two")
  }

  @Test func `The editor opens at the line of the row`() throws {
    var screen = try #require(
      PageScreen(library: Stage.library(Self.linked), page: "one", size: Stage.standard))
    screen.press("f")
    #expect(screen.press("e") == [.edit(file: "one.md", line: 3)])
  }
}
