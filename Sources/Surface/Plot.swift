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
    let values = values.map { $0.isFinite ? $0 : 0 }
    let low = range?.lowerBound ?? values.min() ?? 0
    let high = range?.upperBound ?? values.max() ?? 0
    var canvas = PlotCanvas(size: size, glyphs: glyphs)
    canvas.curve(values.map { high > low ? min(max(0, ($0 - low) / (high - low)), 1) : 0.5 })
    return canvas.lines().map { $0.reduce(into: "") { $0 += $1.text } }
  }

  /// The sign for a share (0…1) in a field of cells: another one for nothing at all, and rising
  /// darkness for the rest.
  public static func shade(_ share: Double, glyphs: Glyphs) -> String {
    guard share > 0 else { return glyphs.shades[0] }
    let count = glyphs.shades.count - 1
    return glyphs.shades[1 + min(count - 1, Int(min(share, 1) * Double(count)))]
  }

  /// Rounds what is not negative. (`rounded()` would need the mathematical library.)
  static func nearest(_ value: Double) -> Int { Int(max(0, value) + 0.5) }
}
