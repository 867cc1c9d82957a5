import Cards
import Notes
import Study
import Support
import Surface
import Testing

@testable import Screens

@Suite struct CoverTests {
  private func shipped(_ size: Size = Stage.standard) throws -> PageScreen {
    try #require(PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: size))
  }

  @Test func `The shipped table and list look as recorded under a cover`() throws {
    var screen = try shipped()
    screen.press("c")
    assertSnapshot(screen.text(), named: "cover-table")
    screen.press("right", "right", "space", "space")
    assertSnapshot(screen.text(), named: "cover-table-all-but-first")
    assertSnapshot(screen.text(look: Look(glyphs: .ascii)), named: "cover-table-ascii")
    screen.press("q", "tab", "c", "space", "down")
    assertSnapshot(screen.text(), named: "cover-definitions")
    let tiny = Size(columns: 40, rows: 12)
    screen.resize(to: tiny)
    assertSnapshot(screen.text(tiny), named: "cover-definitions-40x12")
  }

  @Test func `Nothing that is covered can be read, and everything else can`() throws {
    var screen = try shipped()
    screen.press("c")
    #expect(!screen.text().contains("bioweapons"))
    #expect(screen.text().contains("Theoretical; not yet approached"))
    screen.press("right")
    #expect(screen.text().contains("bioweapons"))
    #expect(!screen.text().contains("Theoretical; not yet approached"))
    // The key column too: what is Level of the row that says this?
    screen.press("left", "left")
    #expect(!screen.text().contains("ASL-3  "))
    #expect(screen.text().contains("bioweapons"))
  }

  @Test func `When all is shown, Space says what covers again, and the last line too`() throws {
    var screen = try shipped()
    screen.press("c")
    for _ in 0..<3 { screen.press("space", "space") }
    var line = screen.text().split(separator: "\n").last ?? ""
    #expect(line.contains("Space show"), "\(line)")
    #expect(screen.press("space").isEmpty)
    #expect(screen.text().contains("4 of 4 shown"))
    line = screen.text().split(separator: "\n").last ?? ""
    #expect(line.contains("c cover again") && !line.contains("Space"), "\(line)")
    #expect(
      screen.press("space") == [.say("All is shown: c covers it again, q lifts the cover.")])
    screen.press("c")
    #expect(screen.text().contains("0 of 4 shown"))
  }

  @Test func `Space shows a cell, then goes on to the next; c covers again, and then lifts it`()
    throws
  {
    var screen = try shipped()
    screen.press("c", "space")
    #expect(screen.text().contains("1 of 4 shown"))
    #expect(screen.text().contains("large-scale"))
    screen.press("space")
    #expect(screen.text().contains("› ") || screen.text().contains("›ASL-2"))
    #expect(!screen.text().contains("bioweapons"))
    screen.press("space", "space", "space", "space", "space", "space")
    #expect(screen.text().contains("4 of 4 shown"))
    screen.press("c")
    #expect(screen.text().contains("0 of 4 shown"))
    screen.press("c")
    #expect(!screen.text().contains("covered"))
    #expect(screen.contexts.first == .pane)
  }

  @Test func `A rating takes a cell that was shown, and goes on`() throws {
    var screen = try shipped()
    screen.press("c")
    #expect(screen.press("3") == [.say("Recall it and show it, then rate.")])
    screen.press("space")
    let effects = screen.press("3")
    let cell = CoveredCell(
      page: "safety/ai-safety", line: try line(of: "ASL-1"), part: .column("Description", 1),
      text: "No potential for large-scale harm")
    #expect(effects == [.rateCell(cell, .good)])
    #expect(screen.text().contains("›ASL-2"))
    #expect(screen.press("u") == [.undo])
  }

  private func line(of key: String) throws -> Int {
    let page = try #require(try Stage.shipped().vault.page("safety/ai-safety"))
    let row = page.tables.flatMap(\.table.rows).first { $0.cells.first?.plain == key }
    return try #require(row?.line)
  }

  /// Every cell and explanation of the shipped page that has a card is found by what was covered.
  @Test func `The card of a cell is the one that asks for it`() throws {
    let library = try Stage.shipped()
    let page = try #require(library.vault.page("safety/ai-safety"))
    let cards = CardMaker.cards(of: page, options: CardOptions()) { _ in nil }
      .cards.map { StudyCard(card: $0) }
    let content = PageContent(page: page, library: library)
    var found: Set<String> = []
    for pane in content.panes {
      guard let parts = pane.coverParts else { continue }
      for row in pane.rows.indices {
        let item = cards.filter { $0.card.line == pane.rows[row].line }
        for part in 0..<parts {
          guard let cell = pane.cell(Cover.Cell(row: row, part: part), page: page.path) else {
            continue
          }
          guard let card = cell.card(among: item)?.card else { continue }
          #expect(cell.text.hasPrefix(card.answer) || card.answer.hasPrefix(cell.text))
          found.insert("\(card.line) \(card.slot)")
        }
      }
    }
    let asked = cards.filter { $0.card.kind == .cell || $0.card.kind == .definition }
    #expect(found.count == asked.count)
    #expect(!asked.isEmpty)
  }

  @Test func `Facts cannot be covered, and it says so`() throws {
    var screen = try shipped()
    screen.press("f")
    #expect(
      screen.press("c") == [
        .say("Tables and lists of definitions can be covered; this is neither.")
      ])
    #expect(screen.contexts.first == .pane)
  }

  @Test func `A table of one column, empty cells and short rows are covered too`() throws {
    let library = Stage.library([
      "p":
        "# P\n\n| only |\n| --- |\n| a |\n| b |\n\n| x | y | z |\n| --- | --- | --- |\n| 1 | | 3 |\n"
    ])
    var screen = try #require(PageScreen(library: library, page: "p", size: Stage.standard))
    for _ in 0..<2 {
      screen.press("c")
      for _ in 0..<4 { screen.press("right", "space", "space", "space", "space", "4") }
      screen.press("q", "]")
    }
    #expect(screen.text().contains("3"))
  }

  /// Whatever is pressed: as many are shown as the cover says, and going on never ends on a cell that
  /// is shown while another is hidden.
  @Test func `Advancing visits every hidden cell once`() throws {
    for parts in 1...5 {
      for rows in 1...4 {
        var cover = try #require(Cover(parts: parts))
        for _ in 0..<(parts + 2) {
          var row = 0
          var seen: Set<Cover.Cell> = []
          repeat {
            let cell = Cover.Cell(row: row, part: cover.part)
            #expect(cover.isHidden(cell))
            #expect(seen.insert(cell).inserted)
            cover.reveal(row: row)
            guard let next = cover.advance(from: row, rows: rows) else { break }
            row = next
          } while true
          #expect(seen.count == cover.count(rows: rows))
          cover.choose(by: 1)
        }
      }
    }
  }
}
