/// A place on a plot, in shares of it: 0 at the left and at the bottom, 1 at the right and at the top.
public struct PlotPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// How a line is drawn, so that lines are told apart without colours.
public enum PlotStroke: Sendable, Hashable {
  case solid
  /// Every third dot.
  case dotted
}

/// A plot that is being drawn: braille dots, or asterisks and full stops without them, and columns of
/// blocks. What is drawn later lies on top. Values that are not finite are left out.
public struct PlotCanvas: Sendable {
  public let size: Size
  private let glyphs: Glyphs
  private let dots: Size
  private var cells: [PlotCell]

  private struct PlotCell {
    /// Braille dots, as the low byte of the character has them.
    var bits: UInt8 = 0
    /// What stands here instead of dots.
    var text = ""
    var ink = Ink.text
  }

  public init(size: Size, glyphs: Glyphs) {
    let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = size
    self.glyphs = glyphs
    dots = Size(
      columns: size.columns * (glyphs.braille ? 2 : 1), rows: size.rows * (glyphs.braille ? 4 : 1))
    cells = Array(repeating: PlotCell(), count: size.columns * size.rows)
  }

  // MARK: Lines

  /// A line from point to point.
  public mutating func line(
    _ points: [PlotPoint], _ ink: Ink = .text, stroke: PlotStroke = .solid
  ) {
    let places = points.compactMap(place(of:))
    guard let first = places.first else { return }
    var number = 0
    func isDrawn() -> Bool {
      defer { number += 1 }
      return stroke == .solid || number.isMultiple(of: 3)
    }
    if isDrawn() { dot(first, ink, stroke) }
    for (start, end) in zip(places, places.dropFirst()) {
      let steps = max(abs(end.x - start.x), abs(end.y - start.y))
      guard steps > 0 else { continue }
      for step in 1...steps where isDrawn() {
        dot(
          Point(
            x: Self.between(start.x, end.x, step, of: steps),
            y: Self.between(start.y, end.y, step, of: steps)), ink, stroke)
      }
    }
  }

  /// A curve through values that are evenly spaced from the left edge to the right.
  public mutating func curve(_ values: [Double], _ ink: Ink = .text, stroke: PlotStroke = .solid) {
    let last = max(1, values.count - 1)
    line(
      values.enumerated().map { PlotPoint(x: Double($0) / Double(last), y: $1) }, ink,
      stroke: stroke)
  }

  /// A mark of one character.
  public mutating func mark(_ text: String, at point: PlotPoint, _ ink: Ink = .text) {
    guard let place = place(of: point) else { return }
    let column = place.x * size.columns / max(1, dots.columns)
    let row = place.y * size.rows / max(1, dots.rows)
    cells[row * size.columns + column] = PlotCell(text: text, ink: ink)
  }

  /// The dot of a point, from the top left; nil when it lies outside.
  private func place(of point: PlotPoint) -> Point? {
    guard point.x.isFinite, point.y.isFinite, dots.columns > 0, dots.rows > 0,
      (-0.0001...1.0001).contains(point.x), (-0.0001...1.0001).contains(point.y)
    else { return nil }
    return Point(
      x: Plot.nearest(point.x * Double(dots.columns - 1)),
      y: dots.rows - 1 - Plot.nearest(point.y * Double(dots.rows - 1)))
  }

  private static func between(_ start: Int, _ end: Int, _ step: Int, of steps: Int) -> Int {
    let way = end - start
    // Rounded to the nearest, towards the start at the half.
    return start + (2 * way * step + (way < 0 ? -steps : steps)) / (2 * steps)
  }

  private mutating func dot(_ place: Point, _ ink: Ink, _ stroke: PlotStroke) {
    let isBraille = glyphs.braille
    let index =
      isBraille
      ? place.y / 4 * size.columns + place.x / 2 : place.y * size.columns + place.x
    guard cells.indices.contains(index) else { return }
    cells[index].ink = ink
    guard isBraille else {
      cells[index].text = stroke == .solid ? "*" : "."
      return
    }
    // The bits count down the left column of three, then the right, then the fourth row.
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    cells[index].bits |= bits[place.y % 4][place.x % 2]
    cells[index].text = ""
  }

  // MARK: Columns

  /// Upright columns side by side over the whole width, as high as their shares of the height (0…1).
  /// Anything above 0 shows. Where there are more values than columns, the highest of those that
  /// share a column is drawn.
  public mutating func columns(_ shares: [Double], _ ink: Ink = .text) {
    guard !shares.isEmpty, size.columns > 0, size.rows > 0 else { return }
    let isSpaced = size.columns >= shares.count * 3
    for column in 0..<size.columns {
      let range = Self.values(at: column, of: size.columns, count: shares.count)
      // A blank between broad columns, so that they can be counted.
      let isGap =
        isSpaced
        && (column + 1 == size.columns
          || Self.values(at: column + 1, of: size.columns, count: shares.count) != range)
      guard !isGap else { continue }
      let share = shares[range].reduce(0) { max($0, $1.isFinite ? min(max(0, $1), 1) : 0) }
      for (row, text) in stack(share) where !text.isEmpty {
        cells[row * size.columns + column] = PlotCell(text: text, ink: ink)
      }
    }
  }

  /// Which values a column stands for.
  private static func values(at column: Int, of columns: Int, count: Int) -> Range<Int> {
    let first = min(count - 1, column * count / columns)
    let next = (column + 1) * count / columns
    return first..<min(count, max(first + 1, next))
  }

  /// What stands in each row for a column so high.
  private func stack(_ share: Double) -> [(row: Int, text: String)] {
    let steps = glyphs.braille ? glyphs.steps.count : 1
    var height = Plot.nearest(share * Double(size.rows * steps))
    if height == 0, share > 0 { height = 1 }
    return (0..<size.rows).map { row in
      let inRow = min(steps, height - (size.rows - 1 - row) * steps)
      guard inRow > 0 else { return (row, "") }
      return (row, inRow == steps ? glyphs.meterFull : glyphs.steps[inRow - 1])
    }
  }

  // MARK: The result

  /// The drawing row by row, each as wide as the canvas.
  public func lines() -> [[Span]] {
    (0..<size.rows).map { row in
      var spans: [Span] = []
      for cell in cells[row * size.columns..<(row + 1) * size.columns] {
        let text = text(of: cell)
        if let last = spans.last, last.ink == cell.ink || text == " " {
          spans[spans.count - 1].text += text
        } else {
          spans.append(Span(text, cell.ink))
        }
      }
      return spans
    }
  }

  private func text(of cell: PlotCell) -> String {
    if !cell.text.isEmpty { return cell.text }
    guard cell.bits != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(cell.bits)) else {
      return " "
    }
    return String(Character(scalar))
  }
}
