/// Bullets that typographers and word processors use.
enum PlainBullet {
  private static let signs: [StaticString] = [
    "•", "◦", "▪", "▫", "‣", "⁃", "●", "○", "■", "□", "·", "∙", "➢", "➤", "✔", "✓", "→",
  ]

  /// The length in bytes of a bullet at the start of a line with the blanks behind it.
  static func length(of line: Bytes) -> Int? {
    guard let first = line.first, first >= 0x80,
      let sign = signs.first(where: { line.starts(with: $0) })
    else { return nil }
    var length = sign.utf8CodeUnitCount
    // Word writes a bullet, a tab or an unbreakable space, and the text.
    while length < line.count {
      if line[length].isBlank {
        length += 1
      } else if line.slice(length..<line.count).starts(with: "\u{A0}") {
        length += 2
      } else {
        break
      }
    }
    return length
  }

  static func length(of text: RichText) -> Int? {
    guard let first = text.runs.first, first.style.isEmpty else { return nil }
    return first.text.withBytes { length(of: $0) }
  }
}
