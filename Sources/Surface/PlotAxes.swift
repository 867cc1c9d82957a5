/// The labels at the sides of a plot.
public struct PlotAxes: Sendable, Hashable {
  public struct Label: Sendable, Hashable {
    /// Where it stands: 0 at the left or at the bottom, 1 at the right or at the top.
    public var share: Double
    public var text: String
    public init(_ share: Double, _ text: String) {
      self.share = share
      self.text = text
    }
  }

  /// Left of the plot, bottom first.
  public var left: [Label]
  /// Below the plot, leftmost first. One that would touch the one before it is left out.
  public var below: [Label]

  public init(left: [Label], below: [Label]) {
    self.left = left
    self.below = below
  }

  /// The columns that the labels and the line at the left take.
  public var leftWidth: Int { (left.map { TextWidth.of($0.text) }.max() ?? 0) + 2 }
  /// The rows that the line and the labels below take.
  public var belowHeight: Int { below.isEmpty ? 1 : 2 }
}

extension Plot {
  /// A plot with its axes, as lines of `size.columns` columns; `size` is that of all together.
  /// - Parameter draw: puts the plot on a canvas of what room the axes leave.
  public static func framed(
    _ axes: PlotAxes, size: Size, glyphs: Glyphs, draw: (inout PlotCanvas) -> Void
  ) -> [[Span]] {
    let left = axes.leftWidth
    let canvasSize = Size(columns: size.columns - left, rows: size.rows - axes.belowHeight)
    guard canvasSize.columns > 0, canvasSize.rows > 0 else { return [] }
    var canvas = PlotCanvas(size: canvasSize, glyphs: glyphs)
    draw(&canvas)
    let lines = glyphs.light
    var labels: [Int: String] = [:]
    for label in axes.left {
      labels[canvasSize.rows - 1 - nearest(label.share * Double(canvasSize.rows - 1))] = label.text
    }
    var result = canvas.lines().enumerated().map { row, spans in
      let text = pad(labels[row] ?? "", width: left - 2, .right)
      return [
        Span(text + " ", .muted),
        Span(labels[row] == nil ? lines.vertical : lines.teeRight, .border),
      ]
        + spans
    }
    let (rule, text) = below(axes.below, width: canvasSize.columns, glyphs: glyphs)
    let margin = String(repeating: " ", count: left - 1)
    result.append([Span(margin), Span(lines.bottomLeft + rule, .border)])
    if !axes.below.isEmpty { result.append([Span(margin + " "), Span(text, .muted)]) }
    return result
  }

  /// The line below a plot with a notch for each label, and the labels.
  private static func below(
    _ labels: [PlotAxes.Label], width: Int, glyphs: Glyphs
  ) -> (rule: String, labels: String) {
    var rule = Array(repeating: glyphs.light.horizontal, count: width)
    var text = ""
    var used = 0
    for label in labels where label.share >= 0 && label.share <= 1 {
      let column = nearest(label.share * Double(width - 1))
      let labelWidth = TextWidth.of(label.text)
      // Centred under its notch, as far as the edges allow.
      let start = min(max(0, column - labelWidth / 2), width - labelWidth)
      guard start >= used + (used > 0 ? 1 : 0), start >= 0 else { continue }
      rule[column] = glyphs.light.teeTop
      text += String(repeating: " ", count: start - used) + label.text
      used = start + labelWidth
    }
    return (rule.joined(), text + String(repeating: " ", count: width - used))
  }

  /// Round numbers for an axis that begins at 0 and reaches `maximum` or a little more.
  /// - Parameter whole: whether all labels must be whole numbers, as for things that are counted.
  /// - Returns: the value at the top, and the labels from 0 up.
  public static func scale(
    to maximum: Double, rows: Int, whole: Bool = true, unit: String = ""
  ) -> (top: Double, labels: [PlotAxes.Label]) {
    let maximum = maximum.isFinite ? max(maximum, whole ? 1 : 0.1) : 1
    // Labels not closer than three rows, and not more than four steps.
    let steps = Double(min(4, max(1, (rows - 1) / 3)))
    // 1, 2, 5, 10, 20, 50 …
    let factors = [2, 2.5, 2]
    var step = whole ? 1.0 : 0.1
    var rung = 0
    while step * steps < maximum {
      step *= factors[rung % factors.count]
      rung += 1
    }
    let below = Int(maximum / step)
    let count = max(1, Double(below) * step < maximum ? below + 1 : below)
    let top = step * Double(count)
    let labels = (0...count).map { number in
      PlotAxes.Label(Double(number) / Double(count), text(step * Double(number)) + unit)
    }
    return (top, labels)
  }

  /// A number with one decimal unless it is whole.
  private static func text(_ value: Double) -> String {
    let tenths = nearest(value * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
