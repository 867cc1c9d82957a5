extension Shape {
  init(_ scalars: ArraySlice<Unicode.Scalar>, lower: String, traits: Traits) {
    guard let first = scalars.first else {
      self = .symbol(.other)
      return
    }
    guard scalars.contains(where: Prose.isLetterOrDigit) else {
      self = .symbol(Symbol(lower))
      return
    }
    if lower == "vs" || lower == "versus" {
      self = .symbol(.versus)
    } else if Shape.isCompared(scalars) {
      self = .word
    } else if Shape.isNumber(scalars) {
      self = .number
    } else if traits.contains(.function) {
      // `IT` and `US` are names although `it` and `us` are not; `NOT` is only shouted.
      self =
        ["it", "us", "who"].contains(lower) && scalars.allSatisfy(Prose.isCapital)
        ? .name : .function
    } else if Shape.isName(scalars) {
      self = .name
    } else if Prose.isCapital(first) {
      self = .capital
    } else {
      self = traits.contains(.verb) ? .verb : .word
    }
  }

  /// A digit, perhaps behind signs: `~3x`, `$10/month`, `≥5`, `-0.3`, `>10^23`.
  private static func isNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first(where: { !isSign($0) }) else { return false }
    return Prose.isDigit(first) && !isMove(scalars) && !isFraction(scalars)
  }

  /// `4-vs-5`, `3's`
  private static func isCompared(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = scalars.drop(while: Prose.isDigit)
    guard rest.count < scalars.count else { return false }
    return rest.starts(with: ["-", "v"]) || rest.starts(with: ["'", "s"])
      || rest.starts(with: ["’", "s"])
  }

  /// `1.e4`, `5...a6`: a move of chess.
  private static func isMove(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = scalars.drop { Prose.isDigit($0) }
    let move = rest.drop { $0 == "." }
    return move.startIndex > rest.startIndex && scalars.first.map(Prose.isDigit) ?? false
      && move.first.map { $0.properties.isAlphabetic } ?? false
  }

  /// `1/focal`: one over something that has a name.
  private static func isFraction(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = scalars.dropFirst(2)
    return scalars.starts(with: ["1", "/"]) && letters.count > 3
      && letters.allSatisfy(Prose.isSmall)
      && !Words.units.contains(Prose.lowercase(letters))
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "≈", "$", "€", "£", "¥", "<", ">", "≤", "≥", "+", "-", "−", "±", "=", "#", "×": true
    default: false
    }
  }

  /// Two capitals, a capital behind a small letter, or letters and digits together.
  private static func isName(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var capitals = 0
    var digits = 0
    var inner = false
    var previousIsSmall = false
    for scalar in scalars {
      if Prose.isDigit(scalar) {
        digits += 1
        previousIsSmall = false
      } else if Prose.isCapital(scalar) {
        capitals += 1
        inner = inner || previousIsSmall
        previousIsSmall = false
      } else {
        previousIsSmall = Prose.isSmall(scalar)
      }
    }
    guard capitals < 2 else {
      // `Cross-Origin` and `Tom's` are ordinary capitals; `GPT-4`, `LLMs` and `SwiGLU` are not.
      return inner || digits > 0 || capitals * 2 >= scalars.count || capitals > 2
        || !scalars.contains("-")
    }
    return digits > 0 || inner
  }
}

extension Symbol {
  init(_ text: String) {
    switch text {
    case "—", "–", "-", "--", "---", "―": self = .dash
    case "→", "->", "=>", "⇒", "➜", "⟶", "▶": self = .arrow
    case "=", "≡", ":=": self = .equals
    case "≥", "≤", "<", ">", "~", "≈", "±", ">=", "<=", "≠": self = .comparison
    default: self = .other
    }
  }
}
