/// Takes an answer apart. Case, accents, punctuation, quotes and markup are left behind; numbers and
/// units get one spelling; hyphens and slashes only separate.
struct Tokenizer {
  let text: String
  let characters: [Character]
  let places: [String.Index]
  var position = 0
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

  func character(_ offset: Int) -> Character? {
    let place = position + offset
    return characters.indices.contains(place) ? characters[place] : nil
  }

  mutating func add(
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

  /// `k`, `M`, `B`, `T` right behind the number, `e25`, `e-19`.
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
      case "T":
        position += 1
        return 12
      default: break
      }
    }
    guard next == "e" || next == "E", let after else { return nil }
    // `1.6e-19`.
    let isNegative = "-−".contains(after)
    guard character(isNegative ? 2 : 1).map({ Numeral.digit($0) != nil }) ?? false else {
      return nil
    }
    position += isNegative ? 2 : 1
    return exponent().map { isNegative ? -$0 : $0 }
  }

  mutating func exponent() -> Int? {
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
      tokens[tokens.count - 1].spellings = Fold.spellings(String(raw))
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
}
