import Support
import Testing

@testable import Surface

@Suite("A surface")
struct SurfaceTests {
  /// Every right half has its left one, and no wide character lacks its right half.
  private func isWhole(_ surface: Surface) -> Bool {
    for y in 0..<surface.size.rows {
      for x in 0..<surface.size.columns {
        let cell = surface[x, y]
        let isWide = !cell.isContinuation && TextWidth.of(cell.text) == 2
        let isFollowed = x + 1 < surface.size.columns && surface[x + 1, y].isContinuation
        if isWide != isFollowed && !cell.isContinuation { return false }
        if cell.isContinuation && (x == 0 || TextWidth.of(surface[x - 1, y].text) != 2) {
          return false
        }
      }
    }
    return true
  }

  @Test("takes what lies outside without drawing it")
  func ignoresWhatIsOutside() {
    var surface = Surface(size: Size(columns: 4, rows: 2))
    let blank = surface
    for (x, y) in [(0, -1), (0, 2), (4, 0), (-9, 0), (9, 9), (Int.min / 2, Int.max / 2)] {
      surface.put("text", x: x, y: y)
    }
    surface.fill(Rect(x: 10, y: 10, width: 5, height: 5), .selection)
    surface.fill(Rect(x: 0, y: 0, width: -5, height: 5), .selection)
    surface.restyle(Rect(x: -5, y: -5, width: 5, height: 5), ink: .bad)
    surface.line(horizontalFrom: 5, y: 0, length: 3, Glyphs.unicode.light)
    surface.line(verticalFrom: -5, x: 0, length: 3, Glyphs.unicode.light)
    surface.draw(Surface(size: Size(columns: 2, rows: 2)), at: Point(x: 7, y: -7))
    #expect(surface == blank)
    #expect(surface[-1, 0] == .blank)
    #expect(surface[0, 99] == .blank)
  }

  @Test("of no size takes everything too", arguments: [(0, 0), (0, 5), (5, 0), (-3, -3), (1, 1)])
  func mayBeEmpty(columns: Int, rows: Int) {
    var surface = Surface(size: Size(columns: columns, rows: rows))
    let area = Rect(x: 0, y: 0, width: 10, height: 10)
    surface.put("漢字 text", x: 0, y: 0)
    surface.fill(area)
    surface.box(area, title: "Title", glyphs: .unicode)
    surface.scrollbar(x: 0, y: 0, length: 4, offset: 1, shown: 4, total: 8, glyphs: .unicode)
    #expect(isWhole(surface))
    #expect(surface.textLines().count == max(0, rows))
  }

  @Test("cuts text that comes in from the left and runs out on the right, there with a sign")
  func clipsAtItsEdges() {
    var surface = Surface(size: Size(columns: 4, rows: 1))
    #expect(surface.put("abcdefgh", x: -2, y: 0) == 6)
    #expect(surface.textLines() == ["cde…"])
    #expect(surface.put("abcd", x: 0, y: 0) == 4)
    #expect(surface.textLines() == ["abcd"])
    #expect(surface.put("abcd", x: 4, y: 0) == 0)
    surface.fill(Rect(surface.size))
    #expect(surface.put("漢字漢", x: 0, y: 0) == 3)
    #expect(surface.textLines() == ["漢…"])
  }

  @Test("marks with an ellipsis what a width has cut, and nothing else")
  func marksWhatIsCut() {
    var surface = Surface(size: Size(columns: 8, rows: 4))
    #expect(surface.put("threshold", x: 0, y: 0, width: 6) == 6)
    #expect(surface.put("thresh", x: 0, y: 1, width: 6) == 6)
    #expect(surface.put("漢字漢", x: 0, y: 2, width: 4) == 3)
    #expect(surface.put("abc", x: 0, y: 3, width: 0) == 0)
    #expect(surface.textLines() == ["thres…", "thresh", "漢…", ""])
    var plain = Surface(size: Size(columns: 8, rows: 1), glyphs: .ascii)
    plain.put("threshold", x: 0, y: 0, width: 4)
    #expect(plain.textLines() == ["thr~"])
  }

  @Test("cuts spans as one line, each in its own ink")
  func putsSpans() {
    var surface = Surface(size: Size(columns: 12, rows: 2))
    let spans = [Span("ab", .heading), Span("漢", .code, .bold), Span("cdef", .link)]
    #expect(surface.put(spans, x: 1, y: 0) == 8)
    #expect(surface[1, 0] == Cell("a", .heading))
    #expect(surface[3, 0] == Cell("漢", .code, .bold))
    #expect(surface[5, 0] == Cell("c", .link))
    #expect(surface.put(spans, x: 0, y: 1, width: 4) == 3)
    #expect(surface.textLines()[1] == "ab…")
  }

  @Test("never shows half of a wide character")
  func keepsWideCharactersWhole() {
    var surface = Surface(size: Size(columns: 6, rows: 1))
    surface.put("漢字漢", x: 0, y: 0)
    surface.put("x", x: 1, y: 0)
    #expect(surface.textLines() == [" x字漢"])
    surface.put("y", x: 2, y: 0)
    #expect(surface.textLines() == [" xy 漢"])
    surface.put("字", x: 5, y: 0)
    #expect(surface.textLines() == [" xy  …"])
    surface.put("字", x: -1, y: 0)
    #expect(isWhole(surface))
    surface.put("漢字漢", x: 0, y: 0)
    surface.fill(Rect(x: 1, y: 0, width: 4, height: 1))
    #expect(surface.textLines() == [""])
  }

  @Test("stays whole under any drawing")
  func staysWhole() {
    var random = RandomText(seed: 4)
    var surface = Surface(size: Size(columns: 17, rows: 5))
    var other = Surface(size: Size(columns: 5, rows: 3))
    for _ in 0..<2000 {
      let x = random.next(below: 25) - 5
      let y = random.next(below: 7) - 1
      let area = Rect(x: x, y: y, width: random.next(below: 9), height: random.next(below: 4))
      switch random.next(below: 6) {
      case 0: surface.fill(area, .selection)
      case 1: surface.box(area, title: random.text(unclean: true), glyphs: .unicode)
      case 2:
        other.put(random.text(unclean: true), x: x, y: y)
        surface.draw(other, at: Point(x: x, y: y))
      case 3: surface.restyle(area, ink: .bad, adding: .bold)
      default:
        let width = random.next(below: 12)
        let used = surface.put(
          random.text(unclean: true), x: x, y: y, width: width == 0 ? nil : width)
        #expect(width == 0 || used <= width)
      }
      #expect(isWhole(surface))
    }
  }

  @Test("joins a mark to the letter before it, but never to what was there already")
  func joinsMarks() {
    var surface = Surface(size: Size(columns: 4, rows: 1))
    surface.put([Span("e"), Span("\u{301}x")], x: 0, y: 0)
    #expect(surface.textLines() == ["e\u{301}x"])
    surface.put("\u{301}", x: 2, y: 0)
    #expect(surface.textLines() == ["e\u{301}x"])
  }

  @Test("draws boxes whose focus shows without colour")
  func drawsBoxes() {
    var surface = Surface(size: Size(columns: 12, rows: 6))
    surface.box(
      Rect(x: 0, y: 0, width: 12, height: 3), title: "A long title", glyphs: .unicode)
    surface.box(
      Rect(x: 0, y: 3, width: 12, height: 3), title: "Facts", heavy: true, glyphs: .unicode)
    #expect(
      surface.textLines() == [
        "┌─ A lon… ─┐", "│          │", "└──────────┘", "┏━ Facts ━━┓", "┃          ┃",
        "┗━━━━━━━━━━┛",
      ])
  }

  @Test("keeps the text where only the style changes")
  func restyles() {
    var surface = Surface(size: Size(columns: 5, rows: 1))
    surface.put("text", x: 0, y: 0, .code, .italic)
    surface.restyle(Rect(x: 1, y: 0, width: 2, height: 1), ink: .selection, adding: .bold)
    #expect(surface[0, 0] == Cell("t", .code, .italic))
    #expect(surface[1, 0] == Cell("e", .selection, [.italic, .bold]))
    #expect(surface.textLines() == ["text"])
  }

  @Test("sends only what has changed, and enough to show it")
  func sendsChanges() {
    var random = RandomText(seed: 5)
    var shown = Surface(size: Size(columns: 20, rows: 4))
    for _ in 0..<300 {
      var next = shown
      next.put(
        random.text(), x: random.next(below: 20), y: random.next(below: 4), .link)
      var terminal = shown
      for run in next.runs(changedFrom: shown) {
        #expect(TextWidth.of(run.text) == run.columns)
        terminal.put(run.text, x: run.x, y: run.y, run.ink, run.attributes)
      }
      #expect(terminal == next)
      #expect(next.runs(changedFrom: next).isEmpty)
      shown = next
    }
  }

  @Test("sends ASCII together and every other character alone")
  func makesRuns() {
    var surface = Surface(size: Size(columns: 9, rows: 1))
    surface.put("ab漢cd", x: 0, y: 0)
    surface.put("x", x: 6, y: 0, .bad)
    #expect(surface.runs(changedFrom: nil).map(\.text) == ["ab", "漢", "cd", "x", "  "])
  }
}
