/// Takes an answer apart. Case, accents, punctuation, quotes and markup are left behind; numbers and
/// units get one spelling; hyphens and slashes only separate.
struct Tokenizer {
  let text: String
  private let characters: [Character]
  private let places: [String.Index]
  private var position = 0
  var tokens: [AnswerToken] = []
  /// Tokens that are units, and have no weight as words.
  var units: Set<Int> = []

  private let spacedNumbers: Bool

  private init(_ text: String, spacedNumbers: Bool) {
    self.text = text
    self.spacedNumbers = spacedNumbers
    characters = Array(text)
    places = Array(text.indices) + [text.endIndex]
  }

  /// How amounts are read.
  enum Reading: CaseIterable {
    /// As they stand.
    case plain
    /// `1 000` with an ordinary space is one number.
    case spaced
    /// Ways to write the same amount as one: see `Equivalence`.
    case equal
  }

  static func tokens(_ text: String, reading: Reading = .plain) -> [AnswerToken] {
    var tokenizer = Tokenizer(text, spacedNumbers: reading == .spaced)
    tokenizer.run()
    return reading == .equal ? Equivalence.unify(tokenizer.tokens, of: text) : tokenizer.tokens
  }

  private mutating func run() {
    while position < characters.count {
      let character = characters[position]
      if Numeral.digit(character) != nil {
        number()
      } else if character == ".", isDecimalPoint {
        decimals()
      } else if Fold.isLetter(character) {
        word()
      } else {
        sign(character)
      }
    }
    weigh()
  }

  /// Whether the point begins a number: `.5`, but not the end of a sentence or a part of a name.
  private var isDecimalPoint: Bool {
    guard let next = character(1), Numeral.digit(next) != nil else { return false }
    return position == 0 || characters[position - 1].isWhitespace
      || "$€£~<>=(+-−".contains(characters[position - 1])
  }

  private mutating func decimals() {
    let start = position
    position += 1
    var digits = ""
    while let next = character(0), let digit = Numeral.digit(next) {
      digits.append(digit)
      position += 1
    }
    let key = Numeral.key(whole: "0", decimals: digits, isAmount: false)
    let isNegative = start > 0 && "-−".contains(characters[start - 1])
    add(.number, (isNegative ? "-" : "") + key, from: start, to: position, weight: .critical)
  }

  private func character(_ offset: Int) -> Character? {
    let place = position + offset
    return characters.indices.contains(place) ? characters[place] : nil
  }

  private mutating func add(
    _ kind: AnswerToken.Kind, _ key: String, from start: Int, to end: Int,
    weight: AnswerToken.Weight = .content
  ) {
    tokens.append(
      AnswerToken(kind: kind, key: key, range: places[start]..<places[end], weight: weight))
  }

  /// `2025-08-02`: the same as `2 August 2025`.
  private mutating func date() -> Bool {
    let start = position
    let text = characters[start...].prefix(10)
    guard text.count == 10, text[start + 4] == "-", text[start + 7] == "-",
      character(10).map({ Numeral.digit($0) == nil && !Fold.isLetter($0) && $0 != "-" }) ?? true,
      start == 0 || Numeral.digit(characters[start - 1]) == nil && characters[start - 1] != "-"
    else { return false }
    let digits = text.compactMap(Numeral.digit)
    guard digits.count == 8, let month = Int(String(digits[4..<6])), (1...12).contains(month),
      let day = Int(String(digits[6..<8])), (1...31).contains(day)
    else { return false }
    add(.number, String(digits[..<4]), from: start, to: start + 4, weight: .critical)
    add(.word, AnswerWords.monthsInOrder[month - 1], from: start + 5, to: start + 7)
    add(.number, String(day), from: start + 8, to: start + 10, weight: .critical)
    position += 10
    return true
  }

  /// The next word, when only a space stands before it.
  private func nextWord() -> String {
    var place = position
    if characters.indices.contains(place), characters[place] == " " { place += 1 }
    return Fold.folded(String(characters[place...].prefix { $0.isLetter }))
  }

  private static let amounts: Set<String> = [
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "usd", "eur", "gbp", "percent", "per",
    "pct",
  ]

  private mutating func number() {
    if date() { return }
    let start = position
    let before = character(-1)
    let isMoney =
      before.map { "$€£¥".contains($0) } ?? false
      || characters[start...].drop { Numeral.digit($0) != nil || ".,".contains($0) }.first
        .map { "€£¥".contains($0) } ?? false
    guard
      let (length, key) = Numeral.read(
        characters[start...], isAmount: isMoney, spaced: spacedNumbers)
    else {
      position += 1
      return
    }
    position += length
    var number = key
    if character(0) == "%" || (character(0) == " " && character(1) == "%")
      || Self.amounts.contains(nextWord())
    {
      number =
        Numeral.read(
          characters[start...], isAmount: true, spaced: spacedNumbers)?.key ?? key
    }
    // A dash is a minus where nothing stands before it that it could join or separate.
    if let before, "-−".contains(before),
      start < 2 || characters[start - 2].isWhitespace || "(=<>".contains(characters[start - 2])
    {
      number = "-" + number
    }
    if let power = power(isMoney: isMoney) { number = Numeral.shifted(number, by: power) }
    if let ordinal = ordinal(key) {
      add(.word, ordinal, from: start, to: position)
    } else {
      add(.number, number, from: start, to: position, weight: .critical)
    }
  }

  /// `k`, `M`, `B` right behind the number, `e25`, `^25` and raised digits behind ten.
  private mutating func power(isMoney: Bool) -> Int? {
    guard let next = character(0) else { return nil }
    let after = character(1)
    let ends = after.map { !Fold.isLetter($0) && Numeral.digit($0) == nil } ?? true
    if ends {
      switch next {
      case "k", "K":
        position += 1
        return 3
      case "M",
        "m" where next == "M" || isMoney:
        position += 1
        return 6
      case "B":
        position += 1
        return 9
      default: break
      }
    }
    if next == "e" || next == "E", let after, Numeral.digit(after) != nil {
      position += 1
      return exponent()
    }
    return nil
  }

  private mutating func exponent() -> Int? {
    var digits = ""
    while let next = character(0), let digit = Numeral.digit(next), digits.count < 4 {
      digits.append(digit)
      position += 1
    }
    return Int(digits)
  }

  private mutating func ordinal(_ key: String) -> String? {
    let ending = String(characters[position...].prefix(2)).lowercased()
    guard ["st", "nd", "rd", "th"].contains(ending),
      character(2).map({ !Fold.isLetter($0) }) ?? true
    else { return nil }
    position += 2
    return AnswerWords.ordinals[key + ending] ?? key + "th"
  }

  private mutating func word() {
    let start = position
    var isCapital = true
    while let next = character(0), Fold.isLetter(next) || isApostrophe() || isInitial(from: start) {
      isCapital = isCapital && (next.isUppercase || "'’.".contains(next))
      position += 1
    }
    let raw = characters[start..<position].filter { !"'’.".contains($0) }
    let hasApostrophe = characters[start..<position].contains { "'’".contains($0) }
    var key = Fold.folded(String(raw))
    if hasApostrophe, key.hasSuffix("s"), "'’".contains(characters[position - 2]) {
      key.removeLast()
    }
    if key == "cannot" {
      add(.word, "can", from: start, to: position)
      key = "not"
    } else if hasApostrophe && key.hasSuffix("nt") || AnswerWords.contractions.contains(key) {
      add(.word, key == "wont" ? "will" : String(key.dropLast(2)), from: start, to: position)
      key = "not"
    }
    let length = position - start
    if let number = AnswerWords.numbers[key] {
      add(.number, number, from: start, to: position, weight: .critical)
      joinNumberWords()
    } else if let power = AnswerWords.powers[key], tokens.last?.kind == .number {
      multiply(by: power)
    } else {
      let same = AnswerWords.same[key] ?? key
      let kind: AnswerToken.Kind = same.first.map(Fold.isLetter) ?? false ? .word : .sign
      add(kind, same, from: start, to: position)
      tokens[tokens.count - 1].isName = isCapital && length > 1
      tokens[tokens.count - 1].isCapitalised = !isCapital && characters[start].isUppercase
    }
  }

  /// The points of `U.S.A.`, single letters all of them.
  private func isInitial(from start: Int) -> Bool {
    guard character(0) == ".", let next = character(1), Fold.isLetter(next),
      (position - start) % 2 == 1, character(2).map({ !Fold.isLetter($0) }) ?? true
    else { return false }
    return stride(from: start + 1, to: position, by: 2).allSatisfy { characters[$0] == "." }
  }

  private func isApostrophe() -> Bool {
    guard let next = character(0), "'’".contains(next), let after = character(1) else {
      return false
    }
    return Fold.isLetter(after) && position > 0 && Fold.isLetter(characters[position - 1])
  }

  /// `twenty-five`, `two hundred`.
  private mutating func joinNumberWords() {
    guard tokens.count > 1, tokens[tokens.count - 2].kind == .number,
      let left = Int(tokens[tokens.count - 2].key), let right = Int(tokens[tokens.count - 1].key),
      text[tokens[tokens.count - 2].range].first?.isLetter == true
    else { return }
    let joined: Int
    if (20...90).contains(left), left % 10 == 0, (1...9).contains(right) {
      joined = left + right
    } else if (1...9).contains(left), right == 100 {
      joined = left * right
    } else {
      return
    }
    let last = tokens.removeLast()
    tokens[tokens.count - 1].key = String(joined)
    tokens[tokens.count - 1].range =
      tokens[tokens.count - 1].range.lowerBound..<last.range.upperBound
  }

  private mutating func multiply(by power: Int) {
    let last = tokens.count - 1
    tokens[last].key = Numeral.shifted(tokens[last].key, by: power)
    tokens[last].range = tokens[last].range.lowerBound..<places[position]
  }

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
  private static let signs: [Character: String] = [
    "%": "%", "$": "$", "€": "€", "£": "£", "¥": "¥", "<": "<", ">": ">", "≤": "≤", "≥": "≥",
    "≠": "≠", "→": "→", "×": "x", "±": "±", "♭": "flat", "♯": "sharp",
  ]

  private mutating func sign(_ character: Character) {
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
      raise(raisedNumber(character), from: start)
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
  /// numbers a dash is a range, between words a dash.
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
    return left.isLetter && (right.isLetter || right.isNumber) || right.isLetter && left.isNumber
  }

  /// `½`, `1½`.
  private mutating func fraction(_ part: Fraction, from start: Int) {
    if let last = tokens.last, last.kind == .number, last.range.upperBound == places[start],
      let whole = Int(last.key)
    {
      tokens[tokens.count - 1].key = part.added(to: whole).key
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
      tokens[tokens.count - 1].key =
        power < 0 && power > -20
        ? "0." + String(repeating: "0", count: -power - 1) + "1" : Numeral.shifted("1", by: power)
      tokens[tokens.count - 1].range = last.range.lowerBound..<places[position]
    } else {
      add(.sign, "^\(power)", from: start, to: position, weight: .critical)
    }
  }
}
