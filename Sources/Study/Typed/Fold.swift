/// Letters without case and accents.
enum Fold {
  /// Base letters and how they are written with accents; characters that stand for several letters
  /// last. Combining marks of their own are dropped.
  private static let accented: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐịỉ"), ("j", "ĵ"),
    ("k", "ķ"), ("l", "ĺļľłŀ"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔụủứừửữựư"), ("w", "ŵ"),
    ("y", "ýÿŷỳỹ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
  ]

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (base, letters) in accented {
      for letter in letters.unicodeScalars { table[letter] = base }
    }
    return table
  }()

  static func folded(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if let base = table[scalar] {
        result += base
      } else if !isMark(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The letters that are also written out where a keyboard has none of them.
  private static let writtenOut: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
  ]

  /// A word with its umlauts written out, each or not: `ueber` and `uber` of `über`. Empty where there is none.
  static func spellings(_ word: some StringProtocol) -> Set<String> {
    guard !word.utf8.allSatisfy({ $0 < 128 }) else { return [] }
    let letters = Array(word.lowercased())
    guard (1...4).contains(letters.count { writtenOut[$0] != nil }) else { return [] }
    return letters.reduce(into: [""]) { words, letter in
      let plain = words.map { $0 + folded(String(letter)) }
      words = plain + (writtenOut[letter].map { out in words.map { $0 + out } } ?? [])
    }
    .reduce(into: Set<String>()) { $0.insert($1) }
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.unicodeScalars.allSatisfy(isMark)
  }
}
