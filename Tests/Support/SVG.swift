/// Pictures of a screen for the documentation: text, not paths, and the same for the same screen.
public enum SVG {
  private static let cellWidth = 8.4
  private static let cellHeight = 17.0
  private static let fontSize = 14
  private static let margin = 14.0
  private static let barHeight = 32.0

  /// The screen as a terminal window with dark colours and `title` in its bar.
  public static func render(_ screen: Screen, title: String) -> String {
    let width = Double(screen.columns) * cellWidth + 2 * margin
    let height = Double(screen.rows) * cellHeight + 2 * margin + barHeight
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
      viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-label="\(escaped(title))">
      """,
      "<title>\(escaped(title))</title>",
      """
      <style>text{font:\(fontSize)px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",\
      monospace;white-space:pre;fill:\(ink)}</style>
      """,
      #"<rect width="100%" height="100%" rx="9" fill="\#(ground)"/>"#,
      ##"<path d="M0 \##(number(barHeight))H\##(number(width))" stroke="#2b313c"/>"##,
    ]
    for (index, colour) in ["#e0645c", "#e0b14c", "#6fbf63"].enumerated() {
      lines.append(#"<circle cx="\#(18 + 18 * index)" cy="16" r="5.5" fill="\#(colour)"/>"#)
    }
    lines.append(
      """
      <text x="\(number(width / 2))" y="21" text-anchor="middle" style="fill:#8a94a6">\
      \(escaped(title))</text>
      """)
    for row in 0..<screen.rows { lines += render(screen.cells[row], row: row) }
    if screen.isCursorVisible {
      lines.append(
        rectangle(screen.cursorColumn, screen.cursorRow, columns: 1, fill: ink, opacity: 0.6))
    }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func render(_ cells: [ScreenCell], row: Int) -> [String] {
    var backgrounds: [String] = []
    var texts: [String] = []
    var column = 0
    while column < cells.count {
      let pen = cells[column].pen
      var end = column + 1
      while end < cells.count, cells[end].pen == pen || cells[end].text.isEmpty { end += 1 }
      let (front, back) = colours(of: pen)
      if back != ground {
        backgrounds.append(rectangle(column, row, columns: end - column, fill: back))
      }
      texts += words(cells, column..<end).map { start, text, columns in
        element(text, at: start, row: row, columns: columns, pen: pen, fill: front)
      }
      column = end
    }
    return backgrounds + texts
  }

  /// Whether fonts agree that the text is one column wide, so that it may stand in a word with
  /// others: letters, punctuation, lines and blocks, but no emoji and nothing that combines.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return false
    }
    return first.value < 0x2600 || (0x2800...0x28FF).contains(first.value)
  }

  /// Stretches of text without double blanks. What is not plain stands alone, at its own column.
  private static func words(_ cells: [ScreenCell], _ range: Range<Int>)
    -> [(start: Int, text: String, columns: Int)]
  {
    var result: [(start: Int, text: String, columns: Int)] = []
    var isOpen = false
    for column in range {
      let text = cells[column].text
      if text.isEmpty || text == " " {
        isOpen =
          isOpen && text == " " && column + 1 < range.upperBound
          && isPlain(cells[column + 1].text) && cells[column + 1].text != " "
        if isOpen, let last = result.indices.last {
          result[last].text += " "
          result[last].columns += 1
        }
      } else if isOpen, isPlain(text), let last = result.indices.last {
        result[last].text += text
        result[last].columns += 1
      } else {
        let isWide = column + 1 < cells.count && cells[column + 1].text.isEmpty
        result.append((column, text, isWide ? 2 : 1))
        isOpen = isPlain(text)
      }
    }
    return result
  }

  private static func element(
    _ text: String, at column: Int, row: Int, columns: Int, pen: Pen, fill: String
  ) -> String {
    let x = margin + Double(column) * cellWidth
    let y = barHeight + margin + Double(row) * cellHeight + 13
    var style = fill == ink ? "" : "fill:\(fill)"
    func add(_ declaration: String) { style += (style.isEmpty ? "" : ";") + declaration }
    if pen.isBold { add("font-weight:700") }
    if pen.isItalic { add("font-style:italic") }
    if pen.isUnderlined { add("text-decoration:underline") }
    if pen.isStruck { add("text-decoration:line-through") }
    if pen.isDim { add("opacity:.65") }
    let attribute = style.isEmpty ? "" : " style=\"\(style)\""
    // The length keeps the columns, whatever the font.
    return """
      <text x="\(number(x))" y="\(number(y))" textLength="\(number(Double(columns) * cellWidth))" \
      lengthAdjust="spacingAndGlyphs"\(attribute)>\(escaped(text))</text>
      """
  }

  private static func rectangle(
    _ column: Int, _ row: Int, columns: Int, fill: String, opacity: Double? = nil
  ) -> String {
    let x = margin + Double(column) * cellWidth
    let y = barHeight + margin + Double(row) * cellHeight
    let more = opacity.map { " fill-opacity=\"\(number($0))\"" } ?? ""
    return """
      <rect x="\(number(x))" y="\(number(y))" width="\(number(Double(columns) * cellWidth))" \
      height="\(number(cellHeight))" fill="\(fill)"\(more)/>
      """
  }

  // MARK: Colours

  private static let ink = "#d8dee9"
  private static let ground = "#1b1f27"
  private static let palette = [
    "#3b4252", "#e0747c", "#8fc98a", "#e3bd6a", "#7aa5ee", "#c99be0", "#6fc3d6", "#d8dee9",
    "#7a8599", "#f08a92", "#a5dca0", "#f0d28a", "#93b8f5", "#d9b3ec", "#8ad6e6", "#f2f4f8",
  ]

  private static func colours(of pen: Pen) -> (front: String, back: String) {
    var front = hex(pen.foreground, standard: ink)
    var back = hex(pen.background, standard: ground)
    if pen.isReversed { swap(&front, &back) }
    if pen.isHidden { front = back }
    return (front, back)
  }

  private static func hex(_ colour: ScreenColour, standard: String) -> String {
    switch colour {
    case .standard: return standard
    case .rgb(let red, let green, let blue): return hex(red, green, blue)
    case .indexed(let index) where palette.indices.contains(index): return palette[index]
    case .indexed(let index) where (16..<232).contains(index):
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return hex(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    case .indexed(let index):
      let grey = 8 + 10 * max(0, index - 232)
      return hex(grey, grey, grey)
    }
  }

  private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
    "#"
      + [red, green, blue].map { value in
        let digits = String(min(max(0, value), 255), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Two decimals at most, and the same on every machine.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
