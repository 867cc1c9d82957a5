import Surface

/// What all screens share: a header line, a footer with the keys that work here, and a friendly
/// word when the terminal is too small.
public enum Frame {
  /// The smallest terminal the screens are made for.
  public static let minimum = Size(columns: 30, rows: 8)

  /// Draws header and footer and returns the area between them; nil when there is no room, with
  /// the surface already saying so.
  static func draw(
    on surface: inout Surface, title: String, detail: String = "", footer: Footer,
    look: Look
  ) -> Rect? {
    let size = surface.size
    guard size.columns >= minimum.columns, size.rows >= minimum.rows else {
      sayTooSmall(on: &surface, glyphs: look.glyphs)
      return nil
    }
    let width = size.columns
    surface.fill(Rect(x: 0, y: 0, width: width, height: 1), .title, .reverse)
    let detail = fitting(detail, width: width / 2)
    let detailWidth = min(TextWidth.of(detail), width / 2)
    surface.put(" \(title)", x: 0, y: 0, .title, [.reverse, .bold], width: width - detailWidth - 2)
    surface.put(
      detail, x: width - detailWidth - 1, y: 0, .title, .reverse, width: detailWidth)
    footer.draw(on: &surface, look: look)
    return area(of: size)
  }

  /// Of figures that stand two columns apart, as many as there is room for: none is cut in the middle while
  /// another is whole.
  private static func fitting(_ detail: String, width: Int) -> String {
    var figures = detail.split(separator: "  ")
    while figures.count > 1, TextWidth.of(figures.joined(separator: "  ")) > width {
      figures.removeLast()
    }
    return figures.joined(separator: "  ")
  }

  /// Between header and footer.
  static func area(of size: Size) -> Rect {
    Rect(x: 0, y: 1, width: size.columns, height: max(0, size.rows - 2))
  }

  /// What is needed, in as many words as there is room for.
  private static func sayTooSmall(on surface: inout Surface, glyphs: Glyphs) {
    let size = surface.size
    let by = glyphs.braille ? "×" : "x"
    let needed = "\(minimum.columns)\(by)\(minimum.rows)"
    let messages = [
      "Threshold needs \(needed); this is \(size.columns)\(by)\(size.rows).",
      "Threshold needs \(needed).", "Needs \(needed)", needed, glyphs.ellipsis,
    ]
    for message in messages {
      let lines = wrap(message, width: max(1, size.columns))
      let words = message.split(separator: " ")
      guard lines.count <= size.rows, words.allSatisfy({ TextWidth.of($0) <= size.columns }) else {
        continue
      }
      for (row, line) in lines.enumerated() { surface.put(line, x: 0, y: row) }
      return
    }
  }

  /// A span of time as people read it: `40 s`, `12 min`, `2 h 5 min`.
  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(max(0, seconds)) s" }
    if seconds < 3600 { return "\((seconds + 30) / 60) min" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  /// Some words for the user, whole, in as many lines as they need above the footer: the keys stay in
  /// sight.
  public static func message(_ text: String, on surface: inout Surface) {
    let size = surface.size
    let room = max(1, size.rows - 2)
    var lines = wrap(text, width: max(1, size.columns - 2))
    if lines.count > room {
      // Cut with a sign, where there is room for so little.
      lines[room - 1] = lines[(room - 1)...].joined(separator: " ")
      lines.removeSubrange(room...)
    }
    let top = max(0, size.rows - 1 - lines.count)
    surface.fill(
      Rect(x: 0, y: top, width: size.columns, height: lines.count), .warning, .reverse)
    for (row, line) in lines.enumerated() {
      surface.put(
        " \(line)", x: 0, y: top + row, .warning, [.reverse, .bold], width: size.columns)
    }
  }
}
