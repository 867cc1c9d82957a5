import Notes
import Support
import Surface
import Testing

@testable import Screens

@Suite struct WideTableTests {
  private static let columns = 40

  private static func library() -> Library {
    func row(_ cell: (Int) -> String) -> String {
      "| " + (0..<columns).map(cell).joined(separator: " | ") + " |\n"
    }
    let text =
      "# Wide\n\n" + row { "head\($0)" } + row { _ in "---" } + row { "one\($0) more" }
      + row { "two\($0)" }
    return Stage.library(["wide": text])
  }

  private func screen(_ size: Size) throws -> PageScreen {
    var screen = try #require(PageScreen(library: Self.library(), page: "wide", size: size))
    screen.press("z")
    return screen
  }

  @Test func `A table of 40 columns looks as recorded`() throws {
    var screen = try screen(Stage.standard)
    assertSnapshot(screen.text(), named: "table-wide")
    screen.press("right", "right", "right")
    assertSnapshot(screen.text(), named: "table-wide-scrolled")
    let tiny = Size(columns: 40, rows: 12)
    screen.resize(to: tiny)
    assertSnapshot(screen.text(tiny, look: Look(glyphs: .ascii)), named: "table-wide-ascii-40x12")
  }

  @Test(arguments: [(30, 12), (40, 12), (80, 24), (121, 30), (220, 40)])
  func `Every cell of a table that is too wide is seen by going right`(columns: Int, rows: Int)
    throws
  {
    let size = Size(columns: columns, rows: rows)
    var screen = try screen(size)
    var seen = ""
    for _ in 0...Self.columns {
      let text = screen.text(size)
      // What names the rows stays, and the edge says that there is more.
      #expect(text.contains("one0"))
      #expect(text.contains("«") || text.contains("»"))
      seen += text
      screen.press("right")
    }
    for column in 0..<Self.columns {
      #expect(seen.contains("head\(column) ") || seen.contains("head\(column)\n"))
      #expect(seen.contains("two\(column) "))
    }
    for _ in 0...Self.columns { screen.press("left") }
    #expect(!screen.text(size).contains("«"))
  }

  @Test func `Behind the last column, right goes on to the next pane`() throws {
    let library = Stage.library([
      "p": "# P\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Key Facts\n\n- Speed: 3 ms\n"
    ])
    var screen = try #require(
      PageScreen(library: library, page: "p", size: Size(columns: 160, rows: 50)))
    let before = screen.text()
    screen.press("right")
    #expect(screen.text() != before)
  }

  /// Whatever the cells: the columns in sight fit, each can be read, and scrolling reaches them all.
  @Test func `The shape of any table fits its pane`() {
    var random = RandomText(seed: 8)
    for _ in 0..<1000 {
      let count = 1 + random.next(below: 12)
      let natural = (0..<count).map { _ in random.next(below: 60) }
      let words = natural.map { $0 == 0 ? 0 : 1 + random.next(below: $0) }
      let total = 12 + random.next(below: 200)
      let first = random.next(below: 15)
      let shape = TableShape(natural: natural, words: words, total: total, from: first)
      let used = shape.widths.reduce(0, +) + 2 * (shape.widths.count - 1)
      #expect(used <= total)
      #expect(shape.columns.count == shape.widths.count)
      #expect(shape.columns.first == 0)
      #expect(shape.hiddenLeft + shape.hiddenRight + shape.columns.count == count)
      if shape.isCut {
        #expect(shape.columns.count >= 2)
        let last = TableShape(natural: natural, words: words, total: total, from: count)
        #expect(last.columns.last == count - 1 && last.hiddenRight == 0)
        let column = random.next(below: count)
        let start = TableShape.start(
          showing: column, from: first, natural: natural, words: words, total: total)
        let moved = TableShape(natural: natural, words: words, total: total, from: start)
        #expect(moved.columns.contains(column))
      }
    }
  }

  /// Laid out at any width, the lines of a pane hold all of its text, as far as columns are in sight.
  @Test func `No line of a pane is wider than the pane, and no text is lost`() throws {
    var random = RandomText(seed: 12)
    for _ in 0..<30 {
      let library = EveryScreen.nastyLibrary(&random)
      guard let page = library.vault.page("a") else { continue }
      let content = PageContent(page: page, library: library)
      let width = 26 + random.next(below: 120)
      for pane in content.panes where pane.id != .text {
        let lines = pane.lines(width: width, height: 0, glyphs: .unicode) { _ in false }
        for line in lines {
          // Code keeps its lines, and is cut with a sign where it is put.
          guard !line.spans.contains(where: { $0.ink == .code }) else { continue }
          let used = line.spans.reduce(0) { $0 + TextWidth.of(Sanitizer.clean($1.text)) }
          #expect(used <= width, "\(pane.id) at \(width)")
        }
        guard case .definitions = pane.id else { continue }
        for (index, row) in pane.rows.enumerated() {
          guard case .entry(let term, let text) = row.body else { continue }
          let shown = lines.filter { $0.row == index }.flatMap(\.spans).map(\.text).joined()
          let wanted = Sanitizer.clean(term.plain) + "—" + Sanitizer.clean(text.plain)
          #expect(Self.solid(shown) == Self.solid(wanted))
        }
      }
    }
  }

  /// The code points without blanks: a mark may stand on a blank that a line break has taken.
  private static func solid(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " }
  }
}
