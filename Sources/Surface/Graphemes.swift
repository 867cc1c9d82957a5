/// A user-perceived character somewhere in text that is kept as UTF-8, or what two columns hold of
/// one that needs more.
struct Grapheme {
  /// Where it begins and ends, in bytes.
  let start: Int
  let end: Int
  let columns: Int
  let first: Unicode.Scalar
  /// Whether `first` is all of it.
  let isSingle: Bool
}

extension TextWidth {
  /// Goes through the graphemes of `text` in order, until `body` returns false.
  ///
  /// Finding where graphemes end takes a walk through tables. Most characters need none: two code
  /// points that never combine always have a boundary between them.
  static func forEachGrapheme(in text: String, _ body: (Grapheme) -> Bool) {
    var text = text
    text.makeContiguousUTF8()
    let copy = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let (scalar, end) = decode(bytes, at)
        let isSingle = isPlain(scalar.value) && (end == bytes.count || startsPlain(bytes, end))
        if isSingle {
          let columns = scalar.value < 0x300 || !WidthTable.isWide(scalar.value) ? 1 : 2
          let grapheme = Grapheme(
            start: at, end: end, columns: columns, first: scalar, isSingle: true)
          guard body(grapheme) else { return }
          at = end
        } else {
          let index = copy.utf8.index(copy.startIndex, offsetBy: at)
          let character = copy[index]
          let length = character.utf8.count
          let columns = of(character)
          let pieces = columns > 2 ? pieces(of: character) : [(length, columns)]
          for (length, columns) in pieces {
            let (first, end) = decode(bytes, at)
            let grapheme = Grapheme(
              start: at, end: at + length, columns: columns, first: first,
              isSingle: length == end - at)
            guard body(grapheme) else { return }
            at += length
          }
        }
      }
    }
  }

  /// Whether a code point is visible, combines with nothing and can only begin a grapheme: letters
  /// of Europe, punctuation, symbols, ideographs, syllables, most emoji.
  private static func isPlain(_ value: UInt32) -> Bool {
    if value < 0x300 { return value >= 0x20 && !(0x7F...0x9F).contains(value) && value != 0xAD }
    if (0x2010...0x2027).contains(value) || (0x2030...0x205F).contains(value) { return true }
    return WidthTable.isPlainBlock(value) && !(0x1F1E6...0x1F1FF).contains(value)
  }

  private static func startsPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return byte >= 0x20 && byte != 0x7F }
    return isPlain(decode(bytes, at).scalar.value)
  }

  /// The code point that begins at `at`, in UTF-8 that Swift has found valid.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (
    scalar: Unicode.Scalar, end: Int
  ) {
    let byte = bytes[at]
    if byte < 0x80 { return (Unicode.Scalar(byte), at + 1) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for next in (at + 1)..<min(at + length, bytes.count) {
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", at + length)
  }
}
