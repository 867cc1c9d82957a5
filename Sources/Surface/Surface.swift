/// What a screen draws on: a grid of cells that is turned into terminal output elsewhere, or into
/// plain lines for tests. Nothing here can fail: what lies outside is not drawn.
///
/// A wide character takes two cells, its text standing in the left one. No operation leaves half of
/// one behind: what is cut becomes a blank.
public struct Surface: Sendable, Equatable {
  public let size: Size
  /// Row after row, each `size.columns` cells.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor shows; nil hides it.
  public var cursor: Point?
  /// Stands where text was cut off; `Glyphs.ascii.ellipsis` on terminals without UTF-8.
  public var ellipsis = Glyphs.unicode.ellipsis

  public init(size: Size) {
    let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  public init(size: Size, glyphs: Glyphs) {
    self.init(size: size)
    ellipsis = glyphs.ellipsis
  }

  /// A blank outside the surface.
  public subscript(x: Int, y: Int) -> Cell {
    guard let index = index(x: x, y: y) else { return .blank }
    return cells[index]
  }

  /// Puts text from column `x` of row `y` on, cut at `width` columns and at the surface's edges.
  /// Where `width` or the right edge cuts something off, the last column that fits is an ellipsis.
  /// Control characters are made harmless first. A wide character that does not fit whole is not put.
  /// - Returns: the columns used, of which some may lie left of the surface.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, _ ink: Ink = .text, _ attributes: Attributes = [],
    width: Int? = nil
  ) -> Int {
    putAll([Span(text, ink, attributes)], x: x, y: y, width: width)
  }

  /// Puts spans one after another; `width` and the result are those of the whole line.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, width: Int? = nil) -> Int {
    putAll(spans, x: x, y: y, width: width)
  }

  private mutating func putAll(_ spans: [Span], x: Int, y: Int, width: Int?) -> Int {
    // Nothing ends at the edge without a sign.
    guard x < size.columns, width ?? 1 > 0 else { return 0 }
    let room = min(width ?? .max, size.columns - max(x, -size.columns))
    let spans = spans.map { Span(Sanitizer.clean($0.text), $0.ink, $0.attributes) }
    // A column is at least a byte, so short text need not be measured.
    let isCut =
      spans.reduce(0) { $0 + $1.text.utf8.count } > room
      && spans.reduce(0) { $0 + TextWidth.of($1.text) } > room
    let limit = isCut ? room - 1 : room
    var used = 0
    for span in spans {
      let (columns, isWhole) = putClean(
        span, x: x + used, y: y, limit: limit - used, joins: used > 0)
      used += columns
      guard isWhole else {
        let mark = Span(ellipsis, span.ink, span.attributes)
        return used + putClean(mark, x: x + used, y: y, limit: 1, joins: false).columns
      }
    }
    return used
  }

  /// Puts one cell, `columns` wide, and tidies what it cuts in half.
  mutating func set(_ cell: Cell, x: Int, y: Int, columns: Int) {
    guard let index = index(x: x, y: y) else { return }
    guard columns == 1 || x + 1 < size.columns else {
      // Half of it would be outside.
      set(Cell(" ", cell.ink, cell.attributes), x: x, y: y, columns: 1)
      return
    }
    if cells[index].isContinuation { breakWide(atLeftEdgeOf: x, y: y) }
    breakWide(atLeftEdgeOf: x + columns, y: y)
    cells[index] = cell
    if columns == 2 { cells[index + 1] = Cell(nil, cell.ink, cell.attributes) }
  }

  /// Turns the cells of `rect` over to `change`, for those that are on the surface.
  mutating func update(_ rect: Rect, _ change: (inout Cell) -> Void) {
    guard let rect = clipped(rect) else { return }
    for y in rect.y..<rect.bottom {
      for x in rect.x..<rect.right { change(&cells[y * size.columns + x]) }
    }
  }

  /// Replaces one cell as it is; the caller sees to both halves of wide characters.
  mutating func replace(_ cell: Cell, x: Int, y: Int) {
    if let index = index(x: x, y: y) { cells[index] = cell }
  }

  /// The part of `rect` that lies on the surface; nil when none does.
  func clipped(_ rect: Rect) -> Rect? {
    let left = max(0, rect.x)
    let top = max(0, rect.y)
    let right = min(size.columns, rect.right)
    let bottom = min(size.rows, rect.bottom)
    guard left < right, top < bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Where a wide character lies across the line left of column `x`, makes its halves blanks.
  mutating func breakWide(atLeftEdgeOf x: Int, y: Int) {
    guard x > 0, x < size.columns, y >= 0, y < size.rows else { return }
    let index = y * size.columns + x
    guard cells[index].isContinuation else { return }
    cells[index].text = " "
    cells[index - 1].text = " "
  }

  func index(x: Int, y: Int) -> Int? {
    guard x >= 0, x < size.columns, y >= 0, y < size.rows else { return nil }
    return y * size.columns + x
  }

  /// Puts the graphemes of clean text that fit `limit` columns whole.
  private mutating func putClean(
    _ span: Span, x: Int, y: Int, limit: Int, joins: Bool
  ) -> (columns: Int, isWhole: Bool) {
    var used = 0
    var isWhole = true
    let isVisible = y >= 0 && y < size.rows
    let bytes = span.text.utf8
    TextWidth.forEachGrapheme(in: span.text) { grapheme in
      guard used + grapheme.columns <= limit else {
        isWhole = false
        return false
      }
      if grapheme.isSingle && grapheme.columns > 0 {
        if isVisible {
          let cell = Cell(grapheme.first, span.ink, span.attributes)
          set(cell, x: x + used, y: y, columns: grapheme.columns)
        }
      } else {
        let start = bytes.index(bytes.startIndex, offsetBy: grapheme.start)
        let end = bytes.index(bytes.startIndex, offsetBy: grapheme.end)
        let text = String(span.text[start..<end])
        if grapheme.columns > 0 {
          let cell = Cell(text, span.ink, span.attributes)
          set(cell, x: x + used, y: y, columns: grapheme.columns)
        } else if joins || used > 0 {
          join(text, x: x + used - 1, y: y)
        }
      }
      used += grapheme.columns
      return true
    }
    return (used, isWhole)
  }

  /// Adds a lone combining mark to the character it follows, which an other span has put.
  private mutating func join(_ mark: String, x: Int, y: Int) {
    guard var index = index(x: x, y: y) else { return }
    if cells[index].isContinuation, x > 0 { index -= 1 }
    let joined = cells[index].text + mark
    if joined.utf8.count <= 64 { cells[index].text = joined }
  }
}
