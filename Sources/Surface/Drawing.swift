extension Surface {
  /// Makes every cell of `rect` a blank in the given ink.
  public mutating func fill(_ rect: Rect, _ ink: Ink = .text, _ attributes: Attributes = []) {
    guard let area = clipped(rect) else { return }
    breakWideAtSides(of: area)
    let blank = Cell(" ", ink, attributes)
    update(area) { $0 = blank }
  }

  /// Gives the text in `rect` another ink (nil keeps it) and more attributes. A wide character that
  /// lies across an edge is left as it is in the half outside.
  public mutating func restyle(_ rect: Rect, ink: Ink? = nil, adding attributes: Attributes = []) {
    update(rect) { cell in
      if let ink { cell.ink = ink }
      cell.attributes.formUnion(attributes)
    }
  }

  /// A border along the inside of `rect`, with `title` in its top edge. `heavy` lines show focus
  /// where colours cannot. Smaller than 2 × 2, nothing is drawn.
  public mutating func box(
    _ rect: Rect, title: String = "", titleInk: Ink = .title, borderInk: Ink = .border,
    heavy: Bool = false, glyphs: Glyphs
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let lines = heavy ? glyphs.heavy : glyphs.light
    line(horizontalFrom: rect.x, y: rect.y, length: rect.width, lines, borderInk)
    line(horizontalFrom: rect.x, y: rect.bottom - 1, length: rect.width, lines, borderInk)
    line(verticalFrom: rect.y, x: rect.x, length: rect.height, lines, borderInk)
    line(verticalFrom: rect.y, x: rect.right - 1, length: rect.height, lines, borderInk)
    put(lines.topLeft, x: rect.x, y: rect.y, borderInk)
    put(lines.topRight, x: rect.right - 1, y: rect.y, borderInk)
    put(lines.bottomLeft, x: rect.x, y: rect.bottom - 1, borderInk)
    put(lines.bottomRight, x: rect.right - 1, y: rect.bottom - 1, borderInk)
    // A corner, a line and a space on either side.
    let room = rect.width - 6
    guard !title.isEmpty, room >= 1 else { return }
    put(" ", x: rect.x + 2, y: rect.y, borderInk)
    let used = put(
      title, x: rect.x + 3, y: rect.y, titleInk, heavy ? .bold : [], width: room)
    put(" ", x: rect.x + 3 + used, y: rect.y, borderInk)
  }

  /// A horizontal line of `length` columns to the right of `x`.
  public mutating func line(
    horizontalFrom x: Int, y: Int, length: Int, _ lines: Glyphs.Lines, _ ink: Ink = .border
  ) {
    for x in columns(from: x, length: length) {
      set(Cell(lines.horizontal, ink), x: x, y: y, columns: 1)
    }
  }

  /// A vertical line of `length` rows down from `y`.
  public mutating func line(
    verticalFrom y: Int, x: Int, length: Int, _ lines: Glyphs.Lines, _ ink: Ink = .border
  ) {
    let first = max(0, y)
    let end = min(size.rows, y + max(0, length))
    guard first < end else { return }
    for y in first..<end { set(Cell(lines.vertical, ink), x: x, y: y, columns: 1) }
  }

  /// A scrollbar of `length` rows for `shown` of `total` rows, `offset` of which lie above.
  /// Nothing is drawn when all are shown.
  public mutating func scrollbar(
    x: Int, y: Int, length: Int, offset: Int, shown: Int, total: Int, glyphs: Glyphs,
    _ ink: Ink = .border
  ) {
    guard total > shown, shown > 0, length > 0 else { return }
    let thumb = max(1, length * shown / total)
    let hidden = total - shown
    let start = (length - thumb) * min(max(0, offset), hidden) / hidden
    for row in 0..<length {
      let isThumb = row >= start && row < start + thumb
      put(isThumb ? glyphs.scrollThumb : glyphs.scrollTrack, x: x, y: y + row, ink)
    }
  }

  /// Copies `other` over what is here, its top left corner at `point`.
  public mutating func draw(_ other: Surface, at point: Point) {
    let whole = Rect(
      x: point.x, y: point.y, width: other.size.columns, height: other.size.rows)
    guard let area = clipped(whole) else { return }
    breakWideAtSides(of: area)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right {
        var cell = other[x - point.x, y - point.y]
        let isCutLeft = cell.isContinuation && x == area.x
        let isCutRight = x + 1 == area.right && other[x + 1 - point.x, y - point.y].isContinuation
        if isCutLeft || isCutRight { cell.text = " " }
        replace(cell, x: x, y: y)
      }
    }
    if let cursor = other.cursor {
      self.cursor = Point(x: cursor.x + point.x, y: cursor.y + point.y)
    }
  }

  /// Every row as text, without the blanks at its end.
  public func textLines() -> [String] {
    (0..<size.rows).map { y in
      let row = cells[(y * size.columns)..<((y + 1) * size.columns)]
      guard let last = row.lastIndex(where: { !$0.isBlank }) else { return "" }
      return row[...last].reduce(into: "") { $0 += $1.text }
    }
  }

  private mutating func breakWideAtSides(of rect: Rect) {
    for y in rect.y..<rect.bottom {
      breakWide(atLeftEdgeOf: rect.x, y: y)
      breakWide(atLeftEdgeOf: rect.right, y: y)
    }
  }

  /// The part of a horizontal stretch that is on the surface.
  private func columns(from x: Int, length: Int) -> Range<Int> {
    let first = min(max(0, x), size.columns)
    return first..<max(first, min(size.columns, x + max(0, length)))
  }
}
