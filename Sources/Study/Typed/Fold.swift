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
