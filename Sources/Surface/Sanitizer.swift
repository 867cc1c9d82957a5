/// Makes text safe to send to a terminal. Notes are untrusted: an escape sequence in one could
/// retitle the window, a bidi override could make an answer read backwards.
///
/// What comes out has no control characters and no invisible format characters, except the
/// joiners and variation selectors that belong to the character before them:
/// - tabs become spaces up to the next multiple of 4 columns; line ends become one space;
/// - other C0 controls and DEL become their pictures (ESC is `␛`), C1 controls `�`;
/// - bidi controls, zero-width spaces, byte order marks, soft hyphens and tag characters go;
/// - of a pile of combining marks, the first 8 stay.
public enum Sanitizer {
  static let tabWidth = 4
  private static let mostMarks = 8

  /// Returns `text` itself, uncopied, when there is nothing to clean.
  public static func clean(_ text: String) -> String {
    isPlain(text) ? text : cleaned(text)
  }

  /// Whether nothing in `text` needs a closer look.
  private static func isPlain(_ text: String) -> Bool {
    var ascii = true
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { return false }
      if byte >= 0x80 { ascii = false }
    }
    if ascii { return true }
    var marks = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        marks = 0
        continue
      }
      if isSuspicious(value) { return false }
      marks = isPilingMark(value) ? marks + 1 : 0
      if marks > mostMarks { return false }
    }
    return true
  }

  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: UInt32 = 0x20  // the last code point that was kept
    var isFlagTag = false  // inside a flag such as Scotland's: a black flag and tag letters
    var marks = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let follows = afterReturn
      afterReturn = value == 0x0D
      if value == 0x09 {
        let column = TextWidth.of(String(result))
        for _ in 0..<(tabWidth - column % tabWidth) { result.append(" ") }
        previous = 0x20
        continue
      }
      if value == 0x0A && follows { continue }  // the space for CR LF is there already
      guard let replacement = replacement(for: scalar, after: previous, isFlagTag: isFlagTag) else {
        continue
      }
      marks = isPilingMark(value) ? marks + 1 : 0
      if marks > mostMarks { continue }
      isFlagTag = value == 0x1F3F4 || (isFlagTag && isTag(value))
      result.append(replacement)
      previous = replacement.value
    }
    return String(result)
  }

  /// What stands for `scalar` after the code point `previous`; nil when it is left out.
  private static func replacement(
    for scalar: Unicode.Scalar, after previous: UInt32, isFlagTag: Bool
  ) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return " "
    case 0..<0x20: return Unicode.Scalar(0x2400 + value)
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F: return "\u{FFFD}"
    case 0x200C, 0x200D: return previous >= 0xA0 && !isJoinerOrSelector(previous) ? scalar : nil
    case 0xFE00...0xFE0F: return isKeycap(previous) || previous >= 0xA0 ? scalar : nil
    case 0xE0100...0xE01EF: return WidthTable.isWide(previous) ? scalar : nil
    case 0xE0020...0xE007F: return isFlagTag ? scalar : nil
    default: return isSuspicious(value) ? nil : scalar
    }
  }

  /// Code points that are left out, or kept only after certain others.
  private static func isSuspicious(_ value: UInt32) -> Bool {
    if value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD { return true }
    if value < 0x34F { return false }
    switch value {
    case 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: return true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: return true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: return true
    case 0xFFFE, 0xFFFF, 0xFDD0...0xFDEF: return true
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x13430...0x1343F: return true
    case 0xE0000...0xE0FFF: return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }

  /// Format characters that are drawn: Arabic number signs and their like.
  static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return true
    default: return false
    }
  }

  private static func isPilingMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF: return true
    case 0x20D0...0x20FF, 0xFE20...0xFE2F: return true
    default: return false
    }
  }

  private static func isTag(_ value: UInt32) -> Bool { (0xE0020...0xE007F).contains(value) }

  private static func isJoinerOrSelector(_ value: UInt32) -> Bool {
    value == 0x200C || value == 0x200D
  }

  /// A digit, `#` or `*`, which a variation selector and U+20E3 make a keycap of.
  private static func isKeycap(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || value == 0x23 || value == 0x2A
  }
}
