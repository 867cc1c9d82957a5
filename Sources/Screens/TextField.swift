import Surface

/// A field to write in: text, a cursor, and the keys every field has.
struct TextField: Sendable, Equatable {
  private(set) var text = ""
  /// In characters from the start.
  private(set) var cursor = 0

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  mutating func insert(_ string: String) {
    let clean = Sanitizer.clean(string)
    text.insert(contentsOf: clean, at: text.index(text.startIndex, offsetBy: cursor))
    cursor += clean.count
  }

  /// - Returns: whether the field took the key.
  mutating func handle(_ key: Key) -> Bool {
    if let typed = key.text {
      insert(String(typed))
      return true
    }
    switch key.name {
    case "left": cursor = max(0, cursor - 1)
    case "right": cursor = min(text.count, cursor + 1)
    case "home", "ctrl-a": cursor = 0
    case "end", "ctrl-e": cursor = text.count
    case "backspace": if cursor > 0 { remove(from: cursor - 1, to: cursor) }
    case "delete": remove(from: cursor, to: min(text.count, cursor + 1))
    case "ctrl-u": remove(from: 0, to: cursor)
    case "ctrl-k": remove(from: cursor, to: text.count)
    case "ctrl-w": remove(from: startOfWord, to: cursor)
    default: return false
    }
    return true
  }

  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    var start = before.count
    while start > 0, before[start - 1] == " " { start -= 1 }
    while start > 0, before[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func remove(from start: Int, to end: Int) {
    guard start < end else { return }
    let from = text.index(text.startIndex, offsetBy: start)
    let to = text.index(text.startIndex, offsetBy: end)
    text.removeSubrange(from..<to)
    cursor = start
  }

  /// Draws the text in `area`, wrapped where it has more than one row, the cursor in sight, and sets
  /// the surface's cursor. Where there is more before or behind, a sign says so.
  func draw(on surface: inout Surface, in area: Rect, ink: Ink = .text) {
    guard !area.isEmpty else { return }
    if area.height == 1 { return drawLine(on: &surface, in: area, ink: ink) }
    // A blank at the end stands for the cursor behind the last character.
    var lines: [[Character]] = [[]]
    var at = Point(x: 0, y: 0)
    var column = 0
    for (index, character) in (Array(text) + [" "]).enumerated() {
      let width = TextWidth.of(character)
      if column + width > area.width {
        lines.append([])
        column = 0
      }
      if index == cursor { at = Point(x: column, y: lines.count - 1) }
      lines[lines.count - 1].append(character)
      column += width
    }
    let first = max(0, at.y - area.height + 1)
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      surface.put(String(line), x: area.x, y: area.y + row, ink)
    }
    if first > 0 { surface.put(surface.ellipsis, x: area.x, y: area.y, .accent, .bold) }
    if lines.count - first > area.height {
      surface.put(surface.ellipsis, x: area.right - 1, y: area.bottom - 1, .accent, .bold)
    }
    surface.cursor = Point(x: area.x + at.x, y: area.y + at.y - first)
  }

  /// Draws as much of the text as one row holds. It moves by half a row, so that what stands around
  /// the cursor can be read.
  private func drawLine(on surface: inout Surface, in area: Rect, ink: Ink) {
    // The cursor may stand behind the last character.
    let total = TextWidth.of(text) + 1
    let before = TextWidth.of(String(text.prefix(cursor)))
    let step = max(1, (area.width - 1) / 2)
    let start = total <= area.width ? 0 : min(max(0, before / step - 1) * step, total - area.width)
    var column = 0
    for character in text {
      let width = TextWidth.of(character)
      defer { column += width }
      guard column >= start, column + width <= start + area.width else { continue }
      surface.put(String(character), x: area.x + column - start, y: area.y, ink)
    }
    if start > 0 { surface.put(surface.ellipsis, x: area.x, y: area.y, .accent, .bold) }
    if total - start > area.width {
      surface.put(surface.ellipsis, x: area.right - 1, y: area.y, .accent, .bold)
    }
    surface.cursor = Point(x: area.x + before - start, y: area.y)
  }
}
