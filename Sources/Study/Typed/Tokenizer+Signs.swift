/// Signs: units and comparisons, powers, parts, operators.
extension Tokenizer {
  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
  private static let signs: [Character: String] = [
    "%": "%", "$": "$", "€": "€", "£": "£", "¥": "¥", "<": "<", ">": ">", "≤": "≤", "≥": "≥",
    "≠": "≠", "→": "→", "×": "x", "±": "±", "⁺": "+", "♭": "flat", "♯": "sharp",
  ]

  mutating func sign(_ character: Character) {
    let start = position
    position += 1
    let next = self.character(0)
    if let part = Fraction.written[character] { return fraction(part, from: start) }
    switch (character, next) {
    case ("<", "="), (">", "="), ("!", "="), ("-", ">"), ("=", ">"):
      position += 1
      let key = ["<": "≤", ">": "≥", "!": "≠"][character] ?? "→"
      add(.sign, key, from: start, to: position, weight: .critical)
    case ("^", "-") where self.character(1).map { Numeral.digit($0) != nil } ?? false:
      position += 1
      raise(-(exponent() ?? 0), from: start)
    case ("⁻", _) where next.map { Self.raised[$0] != nil } ?? false:
      position += 1
      raise(-raisedNumber(next ?? "0"), from: start)
    case ("^", _) where next.map { Numeral.digit($0) != nil } ?? false:
      raise(exponent() ?? 0, from: start)
    case (_, _) where Self.raised[character] != nil:
      let number = raisedNumber(character)
      // `Fe²⁺` is `Fe2+`: a charge, and no power.
      if self.character(0) == "⁺" {
        add(.number, String(number), from: start, to: position, weight: .critical)
      } else {
        raise(number, from: start)
      }
    case ("+", _) where isOperator, ("-", _) where isOperator, ("−", _) where isOperator:
      add(.sign, character == "+" ? "+" : "-", from: start, to: position, weight: .critical)
    case ("#", _) where isNote(before: start):
      add(.word, "sharp", from: start, to: position)
    case ("+", _), ("#", _):
      // `C++`, `C#`, `3+`: part of the name. `a + b`, `+5`, `#1`: not.
      if start > 0, !characters[start - 1].isWhitespace, next.map({ !Fold.isLetter($0) }) ?? true {
        add(.sign, String(character), from: start, to: position, weight: .critical)
      }
    default:
      guard let key = Self.signs[character] else {
        // `A ∪ B` is not `A ∩ B`.
        if Self.isMathematical(character) {
          add(.sign, String(character), from: start, to: position, weight: .critical)
        }
        return
      }
      let isWord = key.allSatisfy(\.isLetter)
      let weight: AnswerToken.Weight =
        isWord || "%$€£¥→".contains(key) ? .content : .critical
      add(isWord ? .word : .sign, key, from: start, to: position, weight: weight)
    }
  }

  /// The raised digits from the one just read.
  private mutating func raisedNumber(_ first: Character) -> Int {
    var digits = String(Self.raised[first] ?? "0")
    while let more = character(0), let digit = Self.raised[more], digits.count < 4 {
      digits.append(digit)
      position += 1
    }
    return Int(digits) ?? 0
  }

  /// `C#`: behind a capital from A to G that stands alone.
  private func isNote(before place: Int) -> Bool {
    place > 0 && "ABCDEFG".contains(characters[place - 1])
      && (place < 2 || !isWordCharacter(characters[place - 2]))
  }

  /// Whether the sign just read stands between operands, one of them a single letter: `n + 1`. Between
  /// numbers outside of formulas a dash is a range, between words a dash.
  private var isOperator: Bool {
    func operand(_ step: Int, from start: Int) -> (isLetter: Bool, isNumber: Bool) {
      var place = start
      while characters.indices.contains(place), characters[place] == " " { place += step }
      guard characters.indices.contains(place) else { return (false, false) }
      let next = place + step
      let isAlone = !characters.indices.contains(next) || !isWordCharacter(characters[next])
      return (
        Fold.isLetter(characters[place]) && isAlone,
        Numeral.digit(characters[place]) != nil || Self.raised[characters[place]] != nil
      )
    }
    let left = operand(-1, from: position - 2)
    let right = operand(1, from: position)
    let isBehindBracket = characters[..<(position - 1)].last { $0 != " " } == ")"
    // `x² - 1`; but `10 - 12` is a range.
    let isSum = characters[position - 1] == "+" || text.contains { "=^²³".contains($0) }
    if left.isNumber, right.isNumber, isSum { return true }
    return left.isLetter && (right.isLetter || right.isNumber)
      || right.isLetter && (left.isNumber || isBehindBracket)
  }

  /// `½`, `1½`.
  private mutating func fraction(_ part: Fraction, from start: Int) {
    if let last = tokens.last, last.kind == .number, last.range.upperBound == places[start],
      let sum = Int(last.key).flatMap(part.added)
    {
      tokens[tokens.count - 1].key = sum.key
      tokens[tokens.count - 1].range = last.range.lowerBound..<places[position]
    } else {
      add(.number, part.key, from: start, to: position, weight: .critical)
    }
  }

  private func isWordCharacter(_ character: Character) -> Bool {
    Fold.isLetter(character) || Numeral.digit(character) != nil
  }

  private static func isMathematical(_ character: Character) -> Bool {
    guard !character.isASCII, !"≈∼−∙⋅".contains(character) else { return false }
    return character.unicodeScalars.first?.properties.generalCategory == .mathSymbol
  }

  private mutating func raise(_ power: Int, from start: Int) {
    if let last = tokens.last, last.kind == .number, last.key == "10",
      last.range.upperBound == places[start]
    {
      tokens[tokens.count - 1].key = Numeral.shifted("1", by: power)
      tokens[tokens.count - 1].range = last.range.lowerBound..<places[position]
    } else {
      add(.sign, "^\(power)", from: start, to: position, weight: .critical)
    }
  }
}
