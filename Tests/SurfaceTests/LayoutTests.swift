import Support
import Testing

@testable import Surface

@Suite("Layout")
struct LayoutTests {
  @Test("gives panes widths that add up exactly and keep to their minima where there is room")
  func dividesExactly() {
    var random = RandomText(seed: 8)
    for _ in 0..<3000 {
      let count = 1 + random.next(below: 6)
      let weights = (0..<count).map { _ in Double(random.next(below: 5)) }
      let minimum = (0..<count).map { _ in random.next(below: 30) }
      let gap = random.next(below: 3)
      let total = random.next(below: 200)
      let widths = Layout.columns(weights, minimum: minimum, total: total, gap: gap)
      let available = max(0, total - gap * (count - 1))
      #expect(widths.count == count)
      #expect(widths.reduce(0, +) == available)
      #expect(widths.allSatisfy { $0 >= 0 })
      if minimum.reduce(0, +) <= available {
        #expect(zip(widths, minimum).allSatisfy { $0 >= $1 })
      }
    }
  }

  @Test("follows the weights")
  func followsWeights() {
    #expect(Layout.columns([1, 1, 1], total: 80, gap: 1) == [26, 26, 26])
    #expect(Layout.columns([1, 1, 1], total: 81, gap: 1) == [27, 26, 26])
    #expect(Layout.columns([2, 1], minimum: [10, 10], total: 60) == [40, 20])
    #expect(Layout.columns([9, 1], minimum: [0, 20], total: 60) == [40, 20])
    #expect(Layout.columns([0, 0], total: 10) == [5, 5])
    #expect(Layout.columns([], total: 10) == [])
    #expect(Layout.columns([1, 1], minimum: [30, 10], total: 20) == [10, 10])
  }

  @Test("cuts a table's widest columns first and words only when it must")
  func cutsWidestFirst() {
    #expect(
      Layout.tableColumns(natural: [5, 40, 20], minimum: [5, 9, 8], total: 80, gap: 2) == [
        5, 40, 20,
      ])
    #expect(
      Layout.tableColumns(natural: [5, 40, 20], minimum: [5, 9, 8], total: 59, gap: 2) == [
        5, 30, 20,
      ])
    #expect(
      Layout.tableColumns(natural: [5, 40, 20], minimum: [5, 9, 8], total: 29, gap: 2) == [
        5, 10, 10,
      ])
    #expect(
      Layout.tableColumns(natural: [5, 40, 20], minimum: [5, 18, 4], total: 31, gap: 2) == [
        5, 18, 4,
      ])
  }

  @Test("of tables uses the whole width, never more, and no column vanishes while one is left")
  func keepsTablesWithin() {
    var random = RandomText(seed: 9)
    for _ in 0..<3000 {
      let count = 1 + random.next(below: 6)
      let natural = (0..<count).map { _ in 1 + random.next(below: 50) }
      let minimum = natural.map { 1 + random.next(below: $0) }
      let gap = random.next(below: 3)
      let total = random.next(below: 150)
      let widths = Layout.tableColumns(natural: natural, minimum: minimum, total: total, gap: gap)
      let available = max(0, total - gap * (count - 1))
      let sum = widths.reduce(0, +)
      #expect(sum == min(available, natural.reduce(0, +)))
      #expect(zip(widths, natural).allSatisfy { $0 <= $1 })
      if available >= count { #expect(widths.allSatisfy { $0 >= 1 }) }
      if minimum.reduce(0, +) <= available {
        #expect(zip(widths, minimum).allSatisfy { $0 >= $1 })
      }
    }
  }
}

@Suite("Plots")
struct PlotTests {
  @Test("fill the width that is asked for", arguments: [Glyphs.unicode, .ascii])
  func haveTheirWidth(glyphs: Glyphs) {
    for width in 0...12 {
      for fraction in [-1, 0, 0.001, 0.1, 0.5, 0.999, 1, 7, .nan, .infinity] {
        #expect(TextWidth.of(Plot.meter(fraction, width: width, glyphs: glyphs)) == width)
      }
    }
  }

  @Test("look full only when full, and empty only when empty")
  func areHonest() {
    #expect(Plot.meter(1, width: 4, glyphs: .unicode) == "████")
    #expect(Plot.meter(0.999, width: 4, glyphs: .unicode) == "███▉")
    #expect(Plot.meter(0.5, width: 4, glyphs: .unicode) == "██··")
    #expect(Plot.meter(0.0001, width: 4, glyphs: .unicode) == "▏···")
    #expect(Plot.meter(0, width: 4, glyphs: .unicode) == "····")
    #expect(Plot.meter(0.6, width: 5, glyphs: .ascii) == "###--")
    #expect(Plot.bar(0.5, width: 4, glyphs: .unicode) == "██")
  }

  @Test("rise with the values")
  func rise() {
    #expect(Plot.sparkline([0, 1, 4, 8], glyphs: .unicode) == " ▁▄█")
    #expect(Plot.sparkline([1, 1], maximum: 8, glyphs: .unicode) == "▁▁")
    #expect(Plot.sparkline([], glyphs: .unicode) == "")
  }

  @Test(
    "draw a falling curve from the upper left to the lower right",
    arguments: [Glyphs.unicode, .ascii])
  func drawCurves(glyphs: Glyphs) {
    let size = Size(columns: 10, rows: 4)
    let lines = Plot.lines([1, 0], size: size, range: 0...1, glyphs: glyphs)
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { TextWidth.of($0) == 10 })
    #expect(lines[0].first != " ")
    #expect(lines[0].last == " ")
    #expect(lines[3].last != " ")
    #expect(lines[3].first == " ")
    #expect(Plot.lines([], size: size, glyphs: glyphs).allSatisfy { $0.allSatisfy { $0 == " " } })
  }
}
