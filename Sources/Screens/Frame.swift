import Surface

/// What all screens share: a header line, a footer with the keys that work here, and a friendly
/// word when the terminal is too small.
public enum Frame {
  /// The smallest terminal the screens are made for.
  public static let minimum = Size(columns: 30, rows: 8)

  /// Draws header and footer and returns the area between them; nil when there is no room, with
  /// the surface already saying so.
  static func draw(
    on surface: inout Surface, title: String, detail: String = "", contexts: [KeyContext],
    look: Look
  ) -> Rect? {
    let size = surface.size
    guard size.columns >= minimum.columns, size.rows >= minimum.rows else {
      sayTooSmall(on: &surface, glyphs: look.glyphs)
      return nil
    }
    let width = size.columns
    surface.fill(Rect(x: 0, y: 0, width: width, height: 1), .title, .reverse)
    let detailWidth = min(TextWidth.of(detail), width / 2)
    surface.put(" \(title)", x: 0, y: 0, .title, [.reverse, .bold], width: width - detailWidth - 2)
    surface.put(
      detail, x: width - detailWidth - 1, y: 0, .title, .reverse, width: detailWidth)
    footer(on: &surface, contexts: contexts, look: look)
    return Rect(x: 0, y: 1, width: width, height: size.rows - 2)
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

  /// As many keys as fit, the most particular first; help and back always.
  private static func footer(on surface: inout Surface, contexts: [KeyContext], look: Look) {
    let y = surface.size.rows - 1
    let width = surface.size.columns
    let bindings = look.keymap.bindings(in: contexts).filter { $0.short != nil && !$0.keys.isEmpty }
    // Where there is little room, help leads to the actions.
    let always = bindings.filter {
      $0.action == .help || $0.action == .quit || $0.action == .cancel
        || ($0.action == .palette && width >= 60)
    }
    let others = bindings.filter { binding in !always.contains { $0.action == binding.action } }
    func label(_ binding: Binding) -> (String, String) {
      (binding.keys[0].label(look.glyphs), binding.short ?? "")
    }
    func room(_ binding: Binding) -> Int {
      let (key, short) = label(binding)
      return TextWidth.of(key) + 1 + TextWidth.of(short) + 2
    }
    var left = width - 1 - always.reduce(0) { $0 + room($1) }
    var shown: [Binding] = []
    for binding in others where room(binding) <= left {
      shown.append(binding)
      left -= room(binding)
    }
    surface.fill(Rect(x: 0, y: y, width: width, height: 1), .footer, [])
    var x = 1
    for binding in shown + always {
      let (key, short) = label(binding)
      x += surface.put(key, x: x, y: y, .key, .bold)
      x += surface.put(" \(short)  ", x: x, y: y, .footer)
    }
  }

  /// A span of time as people read it: `40 s`, `12 min`, `2 h 5 min`.
  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(max(0, seconds)) s" }
    if seconds < 3600 { return "\((seconds + 30) / 60) min" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  /// A line for the user over the footer.
  public static func message(_ text: String, on surface: inout Surface) {
    let y = surface.size.rows - 1
    surface.fill(Rect(x: 0, y: y, width: surface.size.columns, height: 1), .warning, .reverse)
    surface.put(
      " \(text)", x: 0, y: y, .warning, [.reverse, .bold], width: surface.size.columns)
  }
}
