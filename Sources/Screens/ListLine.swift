import Surface

/// A line of a list whose rows may take several, with headings between them.
struct ListLine {
  /// Nil for a heading.
  var row: Int?
  var spans: [Span]

  /// A row in as many lines as it needs: what does not fit goes on under itself.
  static func row(_ number: Int, _ spans: [Span], width: Int) -> [ListLine] {
    wrap(spans, width: max(1, width - indent)).enumerated().map { index, line in
      let margin = Span(String(repeating: " ", count: index == 0 ? 2 : indent))
      return ListLine(row: number, spans: [margin] + line)
    }
  }

  private static let indent = 6
}

extension ListCursor {
  /// Draws lines with the chosen row in sight, and a scrollbar at the right.
  func draw(_ lines: [ListLine], on surface: inout Surface, in area: Rect, look: Look) {
    let top = top(ofLines: lines.map(\.row), shown: area.height)
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let y = area.y + offset
      surface.put(line.spans, x: area.x + 1, y: y, width: area.width - 3)
      guard line.row == row else { continue }
      surface.restyle(
        Rect(x: area.x, y: y, width: area.width - 1, height: 1), ink: .selection, adding: .reverse)
      if top + offset == 0 || lines[top + offset - 1].row != row {
        surface.put(look.glyphs.pointer, x: area.x, y: y, .selection, [.reverse, .bold])
      }
    }
    surface.scrollbar(
      x: area.right - 1, y: area.y, length: area.height, offset: top, shown: area.height,
      total: lines.count, glyphs: look.glyphs)
  }

  /// The row of the line that stands at a point; nil where none does.
  func row(at point: Point, of lines: [ListLine], in area: Rect) -> Int? {
    let index = top(ofLines: lines.map(\.row), shown: area.height) + point.y - area.y
    return area.contains(point) && lines.indices.contains(index) ? lines[index].row : nil
  }
}
