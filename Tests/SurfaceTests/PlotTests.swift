import Support
import Testing

@testable import Surface

@Suite struct PlotCanvasTests {
  private func text(_ canvas: PlotCanvas) -> [String] {
    canvas.lines().map { $0.map(\.text).joined() }
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func everythingDrawnStaysOnTheCanvas(glyphs: Glyphs) {
    var random = RandomText(seed: 3)
    for _ in 0..<200 {
      let size = Size(columns: random.next(below: 40), rows: random.next(below: 12))
      var canvas = PlotCanvas(size: size, glyphs: glyphs)
      let values = (0..<random.next(below: 20)).map { _ in Double(random.next(below: 300)) / 100 - 1
      }
      canvas.columns(values, .good)
      canvas.curve(values + [.nan, .infinity], .bad)
      canvas.line([PlotPoint(x: -3, y: 9), PlotPoint(x: 0.5, y: 0.5)], stroke: .dotted)
      canvas.mark("x", at: PlotPoint(x: 1, y: 1))
      let lines = text(canvas)
      #expect(lines.count == size.rows)
      for line in lines { #expect(TextWidth.of(line) == size.columns) }
    }
  }

  @Test func aLineJoinsItsPoints() {
    for glyphs in [Glyphs.unicode, .ascii] {
      var canvas = PlotCanvas(size: Size(columns: 9, rows: 5), glyphs: glyphs)
      canvas.line([PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1), PlotPoint(x: 1, y: 0)])
      let lines = text(canvas)
      // Rising to the right and straight down: something in every row, and in every column.
      #expect(lines.allSatisfy { $0.contains { $0 != " " } })
      for column in 0..<9 { #expect(lines.contains { Array($0)[column] != " " }) }
      #expect(lines.allSatisfy { $0.last != " " })
    }
  }

  @Test func aDottedLineIsToldFromASolidOne() {
    func drawn(_ stroke: PlotStroke, _ glyphs: Glyphs) -> String {
      var canvas = PlotCanvas(size: Size(columns: 12, rows: 1), glyphs: glyphs)
      canvas.line([PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 0)], stroke: stroke)
      return text(canvas)[0]
    }
    #expect(drawn(.solid, .ascii) == "************")
    #expect(drawn(.dotted, .ascii) == ".  .  .  .  ")
    #expect(drawn(.solid, .unicode) == String(repeating: "⣀", count: 12))
    #expect(drawn(.dotted, .unicode) != drawn(.solid, .unicode))
  }

  @Test func columnsAreAsHighAsTheirShares() {
    func heights(_ shares: [Double], _ size: Size, _ glyphs: Glyphs) -> [String] {
      var canvas = PlotCanvas(size: size, glyphs: glyphs)
      canvas.columns(shares)
      return text(canvas)
    }
    let size = Size(columns: 4, rows: 2)
    #expect(heights([0, 0.5, 1, 0.001], size, .unicode) == ["  █ ", " ██▁"])
    #expect(heights([0, 0.5, 1, 0.001], size, .ascii) == ["  # ", " ###"])
    // Broad ones have a blank between them; many share a column and the highest shows.
    #expect(heights([1, 1], Size(columns: 8, rows: 1), .unicode) == ["███ ███ "])
    #expect(heights([0, 1, 0, 0], Size(columns: 2, rows: 1), .unicode) == ["█ "])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func axesNameTheirEnds(glyphs: Glyphs) {
    let axes = PlotAxes(
      left: [.init(0, "0%"), .init(1, "100%")],
      below: [.init(0, "today"), .init(0.02, "hidden"), .init(1, "in a year")])
    let size = Size(columns: 40, rows: 8)
    let lines = Plot.framed(axes, size: size, glyphs: glyphs) { $0.curve([1, 0]) }
      .map { $0.map(\.text).joined() }
    #expect(lines.count == 8)
    for line in lines { #expect(TextWidth.of(line) <= 40) }
    #expect(lines[0].hasPrefix("100% ") && lines[5].hasPrefix("  0% "))
    #expect(lines[7].contains("today") && lines[7].hasSuffix("in a year"))
    #expect(!lines[7].contains("hidden"))
    #expect(Plot.framed(axes, size: Size(columns: 5, rows: 2), glyphs: glyphs) { _ in }.isEmpty)
  }

  @Test func anAxisHasRoundNumbersThatReachTheValues() {
    #expect(Plot.scale(to: 7, rows: 10).labels.map(\.text) == ["0", "5", "10"])
    #expect(Plot.scale(to: 0, rows: 10).labels.map(\.text) == ["0", "1"])
    #expect(Plot.scale(to: 1.5, rows: 5, whole: false, unit: " min").top >= 1.5)
    for maximum in stride(from: 0.3, to: 5000, by: 17.9) {
      for rows in 2...20 {
        let (top, labels) = Plot.scale(to: maximum, rows: rows)
        #expect(top >= maximum && labels.count >= 2 && labels.count <= 5)
        #expect(labels.last?.text == "\(Int(top))")
      }
    }
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func shadesRise(glyphs: Glyphs) {
    let shades = [0, 0.01, 0.3, 0.6, 1].map { Plot.shade($0, glyphs: glyphs) }
    #expect(shades == glyphs.shades && Set(shades).count == 5)
  }
}
