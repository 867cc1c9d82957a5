/// How many columns text takes in the terminal: the one place that knows.
///
/// The unit is the grapheme, not the code point: an emoji family of seven code points is two columns
/// wide, a letter with three accents one. The syllables of India, whose letters each have a place of
/// their own in a terminal, may have three and more, and are then put there in pieces. Where
/// terminals disagree, this follows the Unicode properties (East Asian Width; emoji presentation is
/// wide), and the output side makes sure that a terminal of another opinion shifts nothing (see
/// `CTerminal`).
///
/// Control characters have no width here: `Sanitizer` turns them into something that has.
public enum TextWidth {
  /// 0, 1 or 2 columns; more for a syllable of several letters.
  public static func of(_ character: Character) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0 }
    guard let second = scalars.next() else { return of(first) }
    if first.value == 0x0D { return 0 }  // CR LF is one character
    return ofCluster(first: first, second: second, rest: scalars)
  }

  /// The sum over the graphemes of `text`.
  public static func of(_ text: some StringProtocol) -> Int {
    // Printable ASCII is nearly everything, and there a byte is a column.
    var columns = 0
    for byte in text.utf8 {
      guard byte < 0x80 else {
        columns = 0
        forEachGrapheme(in: String(text)) { grapheme in
          columns += grapheme.columns
          return true
        }
        return columns
      }
      if byte >= 0x20 && byte != 0x7F { columns += 1 }
    }
    return columns
  }

  /// A code point on its own.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD ? 0 : 1
    }
    if isZeroWidth(scalar) { return 0 }
    return WidthTable.isWide(value) ? 2 : 1
  }

  private static func ofCluster(
    first: Unicode.Scalar, second: Unicode.Scalar, rest: Character.UnicodeScalarView.Iterator
  ) -> Int {
    if isRegionalIndicator(first), isRegionalIndicator(second) { return 2 }
    var width = of(first)
    var isPicture = width > 1 || first.properties.isEmoji
    var next: Unicode.Scalar? = second
    var rest = rest
    while let scalar = next, width < 2 || !isPicture {
      // The variation selector asks for the emoji form of a character such as U+2764. Otherwise a
      // second base counts, as in an Indic conjunct, but a picture made of several is still one.
      let columns = scalar.value == 0xFE0F && first.properties.isEmoji ? 1 : of(scalar)
      if columns > 1 { isPicture = true }
      width += columns
      next = rest.next()
    }
    return isPicture ? min(width, 2) : width
  }

  /// The parts of a syllable that is wider than a cell can be: as many letters, with what stands over
  /// and under them, as two columns hold.
  /// - Returns: of each the length in bytes and the columns.
  static func pieces(of character: Character) -> [(length: Int, columns: Int)] {
    var pieces: [(length: Int, columns: Int)] = []
    for scalar in character.unicodeScalars {
      let length = UTF8.width(scalar)
      let columns = of(scalar)
      if let last = pieces.last, last.columns + columns <= 2 {
        pieces[pieces.count - 1] = (last.length + length, last.columns + columns)
      } else {
        pieces.append((length, columns))
      }
    }
    return pieces
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x370 { return true }  // the combining diacritical marks, U+0300 and on
    if (0x2010...0x2027).contains(value) || (0x2030...0x205F).contains(value) { return false }
    if WidthTable.isPlainBlock(value) { return false }
    if (0xD7B0...0xD7FF).contains(value) || (0x1160...0x11FF).contains(value) {
      return true  // Hangul vowels and finals join the syllable before them
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator:
      return true
    case .format:
      return !Sanitizer.isVisibleFormat(value)
    default:
      return false
    }
  }
}
