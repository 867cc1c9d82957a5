/// Small pictures made of text: meters, bars and curves. Values that are not finite count as 0.
public enum Plot {
  /// A bar filled to `fraction` (0…1) of `width` columns, the rest drawn as empty.
  public static func meter(_ fraction: Double, width: Int, glyphs: Glyphs) -> String {
    let filled = bar(fraction, width: width, glyphs: glyphs)
    let empty = max(0, width - filled.count)
    return filled + String(repeating: glyphs.meterEmpty, count: empty)
  }

  /// A bar of `fraction` (0…1) of `width` columns, without what is empty. Anything above 0 shows.
  public static func bar(_ fraction: Double, width: Int, glyphs: Glyphs) -> String {
    guard width > 0 else { return "" }
    let fraction = fraction.isFinite ? min(max(0, fraction), 1) : 0
    let steps = glyphs.meterParts.count + 1
    var parts = nearest(fraction * Double(width * steps))
    if parts == 0 && fraction > 0 { parts = 1 }
    // Only what is complete may look complete.
    if parts == width * steps && fraction < 1 { parts -= 1 }
    let full = String(repeating: glyphs.meterFull, count: parts / steps)
    let part = parts % steps
    return part == 0 ? full : full + glyphs.meterParts[part - 1]
  }

  /// A column for each value, as high as its share of `maximum` (of the largest value when nil).
  public static func sparkline(_ values: [Double], maximum: Double? = nil, glyphs: Glyphs)
    -> String
  {
    let values = values.map { $0.isFinite ? max(0, $0) : 0 }
    let top = maximum ?? values.max() ?? 0
    return values.reduce(into: "") { line, value in
      guard value > 0, top > 0 else {
        line += " "
        return
      }
      // The lowest step that reaches the value.
      let height = min(1, value / top) * Double(glyphs.steps.count)
      let step = Double(Int(height)) == height ? Int(height) - 1 : Int(height)
      line += glyphs.steps[min(max(0, step), glyphs.steps.count - 1)]
    }
  }

  /// A curve through `values`, evenly spaced from the left edge to the right, in braille dots or,
  /// without them, in asterisks.
  /// - Parameter range: what the bottom and the top edge stand for; the values' own when nil.
  /// - Returns: `size.rows` lines of `size.columns` columns each.
  public static func lines(
    _ values: [Double], size: Size, range: ClosedRange<Double>? = nil, glyphs: Glyphs
  ) -> [String] {
    guard size.columns > 0, size.rows > 0 else { return [] }
    let values = values.map { $0.isFinite ? $0 : 0 }
    let cellWidth = glyphs.braille ? 2 : 1
    let cellHeight = glyphs.braille ? 4 : 1
    let width = size.columns * cellWidth
    let height = size.rows * cellHeight
    var dots = Array(repeating: Array(repeating: false, count: width), count: height)
    if let first = values.first {
      let low = range?.lowerBound ?? values.min() ?? first
      let high = range?.upperBound ?? values.max() ?? first
      var previous: Int?
      for x in 0..<width {
        let value = interpolated(values, at: width > 1 ? Double(x) / Double(width - 1) : 0)
        let share = high > low ? min(max(0, (value - low) / (high - low)), 1) : 0.5
        let y = height - 1 - nearest(share * Double(height - 1))
        // A steep curve is joined by the dots between, so that it does not fall apart.
        for row in joined(previous, y) { dots[row][x] = true }
        previous = y
      }
    }
    return (0..<size.rows).map { row in
      (0..<size.columns).reduce(into: "") { line, column in
        line +=
          glyphs.braille
          ? braille(dots, column: column, row: row) : dots[row][column] ? "*" : " "
      }
    }
  }

  private static func interpolated(_ values: [Double], at share: Double) -> Double {
    let place = share * Double(values.count - 1)
    let index = min(Int(place), values.count - 1)
    let next = min(index + 1, values.count - 1)
    return values[index] + (values[next] - values[index]) * (place - Double(index))
  }

  private static func joined(_ previous: Int?, _ row: Int) -> ClosedRange<Int> {
    guard let previous, abs(previous - row) > 1 else { return row...row }
    return previous < row ? (previous + 1)...row : row...(previous - 1)
  }

  private static func braille(_ dots: [[Bool]], column: Int, row: Int) -> String {
    // The bits of U+2800 and on count down the left column of three, then the right, then the
    // fourth row, which was added later.
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var value: UInt32 = 0x2800
    for y in 0..<4 {
      for x in 0..<2 where dots[row * 4 + y][column * 2 + x] { value |= bits[y][x] }
    }
    guard value != 0x2800, let scalar = Unicode.Scalar(value) else { return " " }
    return String(Character(scalar))
  }

  /// Rounds what is not negative. (`rounded()` would need the mathematical library.)
  private static func nearest(_ value: Double) -> Int { Int(max(0, value) + 0.5) }
}
