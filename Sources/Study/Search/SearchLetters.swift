/// What a code point is to the search: how it is written there, and whether it makes words.
struct SearchLetter {
  enum Role: UInt8 {
    /// Part of a word.
    case letter
    /// A word of its own: scripts that set no spaces between words.
    case solo
    /// A sign that people look for: `+`, `→`, `€`.
    case symbol
    /// Between two letters it parts words; it is never looked for.
    case apostrophe
    /// Takes no part at all: combining marks and invisible characters.
    case nothing
    case separator
  }
  var role: Role
  /// Without case and accents.
  var text: String
}

extension SearchLetter {
  /// Roles of the 128 characters of ASCII.
  static let ascii: [Role] = (0..<128).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      .letter
    case UInt8(ascii: "'"): .apostrophe
    // Quotation marks and the backquotes around code only set words apart.
    case UInt8(ascii: "\""), UInt8(ascii: "`"): .separator
    case 0x21...0x7E: .symbol
    default: .separator
    }
  }

  /// A code point beyond ASCII.
  static func of(_ scalar: Unicode.Scalar) -> SearchLetter {
    let value = scalar.value
    switch value {
    case 0x2018, 0x2019, 0x02BC: return SearchLetter(role: .apostrophe, text: "")
    case 0x2010, 0x2011, 0x2212: return SearchLetter(role: .symbol, text: "-")
    // Full width forms are the same characters, only wider.
    case 0xFF01...0xFF5E:
      guard let narrow = Unicode.Scalar(value - 0xFEE0) else { break }
      return SearchLetter(role: ascii[Int(narrow.value)], text: String(narrow).lowercased())
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      return SearchLetter(role: isSolo(value) ? .solo : .letter, text: folded(scalar))
    case .nonspacingMark, .enclosingMark, .format:
      return SearchLetter(role: .nothing, text: "")
    case .mathSymbol, .currencySymbol, .otherSymbol:
      return SearchLetter(role: .symbol, text: String(scalar))
    default:
      return SearchLetter(role: .separator, text: "")
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    let text = Fold.folded(String(scalar))
    guard let single = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return text
    }
    return variants[single] ?? text
  }

  /// Chinese, Japanese, Korean syllables, and the scripts of south-east Asia without spaces.
  private static func isSolo(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters beyond the Latin ones that people type without their marks, and raised digits.
  private static let variants: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"),
      ("σ", "ς"), ("е", "ё"), ("и", "й"), ("і", "ї"),
      ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"),
      ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"), ("n", "ⁿ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = base }
    }
    return table
  }()
}
