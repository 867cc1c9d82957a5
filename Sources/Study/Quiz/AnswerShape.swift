import Cards

/// What an answer looks like to somebody who does not know it: its length, form and grammar. Wrong
/// choices look the same, so that none of this tells which is right.
struct AnswerShape: Sendable, Hashable {
  enum Setting: Sendable, Hashable { case prose, code, mixed }
  enum Initial: Sendable, Hashable { case capital, small, digit, sign }
  /// How a phrase opens, as far as a word of a closed class tells.
  enum Opening: Sendable, Hashable {
    case article, indefinite, preposition, gerund, negation, conjunction, verb, other
  }
  /// The shape of a number.
  struct Figure: Sendable, Hashable {
    var isWhole: Bool
    var isRange: Bool
    var isYear: Bool
    /// `%`, `$`, `gb`, … behind or before it, in small letters; empty for a bare number.
    var unit: String
    /// `>`, `~`, `+` beside it.
    var sign: String
  }

  /// As it is shown.
  let text: String
  let length: Int
  let words: Int
  let setting: Setting
  let initial: Initial
  let opening: Opening
  /// Nil unless the answer is a number with little around it.
  let figure: Figure?
  let hasDigits: Bool
  /// Nil where it cannot be told.
  let isPlural: Bool?
  let isAcronym: Bool
  let hasBrackets: Bool
  let hasDash: Bool
  let isList: Bool
  /// The last character, when it is punctuation.
  let ending: Character?
  let startsWithVowel: Bool
  let hasQuotes: Bool
  /// What it can be in a sentence.
  let wordClass: WordClass
  /// When it is one number with what stands around it.
  let number: NumberForm?
  /// Its numbers and months by how they are written: `# M ####`.
  let pattern: String
  /// A capital inside a word: `SwiGLU`.
  let hasInnerCapital: Bool

  init(_ answer: String) {
    text = Self.shown(answer)
    length = text.count
    let pieces = text.split(separator: " ").map(String.init)
    words = pieces.count
    let ticks = text.contains("`")
    setting =
      !ticks ? .prose : AnswerParts.code(text) != nil ? .code : .mixed
    let first = text.first { $0.isLetter || $0.isNumber || "`$€£~<>≥≤+-−".contains($0) } ?? " "
    initial =
      setting == .code
      ? .sign
      : first.isNumber
        ? .digit
        : first.isUppercase
          ? .capital
          : first.isLetter ? .small : .sign
    figure = Self.figure(text, words: pieces.count)
    hasDigits = text.contains(where: \.isNumber)
    opening = Self.opening(pieces)
    isPlural = setting == .prose && figure == nil ? Self.isPlural(pieces) : nil
    let letters = text.filter(\.isLetter)
    isAcronym = pieces.count == 1 && letters.count > 1 && letters.allSatisfy(\.isUppercase)
    hasBrackets = text.contains("(")
    hasDash = text.contains("—") || text.contains(" – ") || text.contains("→")
    isList = text.contains(", ") || text.contains("; ") || text.contains(" / ")
    ending = text.last.flatMap { $0.isLetter || $0.isNumber || "`)%”\"'’".contains($0) ? nil : $0 }
    startsWithVowel = Self.startsWithVowel(text)
    hasQuotes = text.contains { "“”\"".contains($0) }
    let isProse = setting == .prose && figure == nil
    let head = pieces.prefix { !Self.stops.contains($0.lowercased()) }.last ?? pieces.first ?? ""
    wordClass =
      isProse && opening == .other ? WordClass(ofPhrase: pieces, head: head) : .any
    number = setting == .prose && figure != nil ? NumberForm(text) : nil
    pattern = hasDigits || setting == .code ? Self.pattern(text, setting: setting) : ""
    hasInnerCapital =
      setting == .prose
      && pieces.contains { piece in
        piece.dropFirst().contains(where: \.isUppercase) && piece.contains(where: \.isLowercase)
          && !piece.contains("-")
      }
  }

  /// As a choice is shown: without the full stop of a sentence.
  static func shown(_ answer: String) -> String {
    var text = AnswerParts.trim(answer)
    if text.last == ".", !text.hasSuffix(".."), !text.hasSuffix("etc."),
      text.dropLast().last.map({ $0.isLetter || $0 == ")" || $0.isNumber || $0 == "`" }) ?? false
    {
      text.removeLast()
    }
    return text
  }

  // MARK: Alike

  /// Whether, beside the other, neither stands out by its form.
  func isAlike(_ other: AnswerShape) -> Bool {
    guard setting == other.setting, initial == other.initial, ending == other.ending,
      isAcronym == other.isAcronym, (figure == nil) == (other.figure == nil),
      hasQuotes == other.hasQuotes
    else { return false }
    if let number, let theirs = other.number { return number.isAlike(theirs) }
    if let figure, let theirs = other.figure {
      return number == nil && other.number == nil && figure.isAlike(theirs)
        && pattern == other.pattern && Self.haveOneSize(text, other.text)
    }
    guard wordClass.agrees(with: other.wordClass), hasInnerCapital == other.hasInnerCapital,
      setting != .code || pattern == other.pattern
    else { return false }
    guard opening == other.opening, isList == other.isList, hasBrackets == other.hasBrackets,
      hasDash == other.hasDash, hasDigits == other.hasDigits,
      (words == 1) == (other.words == 1) || setting != .prose
    else { return false }
    if let isPlural, let theirs = other.isPlural, isPlural != theirs { return false }
    return Self.ratio(length, other.length) <= 1.7
  }

  /// Whether the two can stand in one column without the form telling which row each is from: less
  /// strict than `isAlike`.
  func isRival(_ other: AnswerShape) -> Bool {
    guard setting == other.setting, (figure == nil) == (other.figure == nil),
      isAcronym == other.isAcronym, wordClass.agrees(with: other.wordClass),
      // In long texts nobody looks at brackets and dashes first.
      max(length, other.length) > 60
        || hasBrackets == other.hasBrackets && hasDash == other.hasDash
    else { return false }
    if let figure, let theirs = other.figure {
      return figure.isYear == theirs.isYear && figure.isRange == theirs.isRange
        && figure.unit == theirs.unit
    }
    return Self.ratio(length, other.length) <= 3
  }

  /// Whether every word of it begins with a capital or is a number, small words apart.
  var isName: Bool {
    initial == .capital
      && text.split { $0 == " " || $0 == "-" }.allSatisfy { word in
        word.first.map { $0.isUppercase || $0.isNumber } ?? false
          || Self.stops.contains(word.lowercased())
      }
  }

  /// Of ranges, dates and ratios: whether their first numbers are of about one size.
  private static func haveOneSize(_ left: String, _ right: String) -> Bool {
    guard let one = NumberForm.runs(left).first, let other = NumberForm.runs(right).first,
      one.value > 0, other.value > 0
    else { return true }
    return max(one.value, other.value) / min(one.value, other.value) <= 20
      || max(one.value, other.value) <= 31
  }

  /// Of numbers how they are written, whatever they say; of code also which signs it is made of.
  private static func pattern(_ text: String, setting: Setting) -> String {
    guard setting != .code else { return codePattern(text) }
    var pattern = ""
    var digits = 0
    func close(_ pattern: inout String, _ digits: inout Int) {
      if digits > 0 { pattern += digits > 3 ? "0000" : "0" }
      digits = 0
    }
    for character in text {
      if character.isNumber { digits += 1; continue }
      close(&pattern, &digits)
      if !character.isLetter { pattern.append(character) }
    }
    close(&pattern, &digits)
    return pattern
  }

  /// A flag, a call, a path, several words, in capitals, with digits.
  private static func codePattern(_ text: String) -> String {
    let code = text.filter { $0 != "`" }
    let letters = code.filter(\.isLetter)
    var pattern = letters.isEmpty ? "sign " : ""
    for sign in ["(", "/", "@", " ", "=", "<", "{", "["] where code.contains(sign) {
      pattern += sign
    }
    if code.hasPrefix("-") { pattern += "flag" }
    if code.hasPrefix(".") { pattern += "dot" }
    // `page.tsx`, `os.path`: a name of two parts.
    if hasInner(".", code) { pattern += "parts" }
    if letters.count > 1, letters.allSatisfy(\.isUppercase) { pattern += "capitals" }
    if !letters.isEmpty, code.first?.isNumber ?? false { pattern += "number" }
    if letters.isEmpty, code.contains(where: \.isNumber) { pattern += "digits" }
    return pattern
  }

  private static func hasInner(_ sign: Character, _ text: String) -> Bool {
    let pieces = text.split(separator: sign, omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).contains {
      $0.last?.isLetter == true && $1.first?.isLetter == true
    }
  }

  /// How the words of a name in code are joined: `for_each`, `first-index`, `useMemo`; empty for one word.
  var joint: String {
    guard setting == .code else { return "" }
    if Self.hasInner("_", text) { return "_" }
    if Self.hasInner("-", text) { return "-" }
    return zip(text, text.dropFirst()).contains { $0.isLowercase && $1.isUppercase } ? "aA" : ""
  }

  /// How a name in code is written: its joints, capitals, quotes, the sign it ends with, and how many digits a
  /// number has. What is named otherwise is another sort of thing: `TypedDict`, `can-i-deploy`, `retry:`.
  var naming: String {
    let code = text.filter { $0 != "`" }
    let letters = code.filter(\.isLetter)
    let capital =
      code.first(where: \.isLetter)?.isUppercase == true
      ? letters.allSatisfy(\.isUppercase) ? "AA" : "A" : "a"
    let ends = [code.first, code.last].map {
      $0.map { $0.isLetter || $0.isNumber ? "" : "\($0)" } ?? ""
    }
    let digits = letters.isEmpty ? "\(code.count)" : ""
    return ends[0] + capital + joint + digits + ends[1]
  }

  /// How far apart two alike answers are; 0 for the same shape.
  func distance(to other: AnswerShape) -> Double {
    (Self.ratio(length, other.length) - 1) * 1.5 + 0.15 * Double(abs(words - other.words))
      + (startsWithVowel == other.startsWithVowel ? 0 : 0.1)
  }

  /// The longer by the shorter, short ones taken as nearly the same.
  private static func ratio(_ left: Int, _ right: Int) -> Double {
    Double(max(left, right) + 5) / Double(min(left, right) + 5)
  }

  /// Whether its length is between those of the others, or nearly so.
  static func isWithin(_ right: AnswerShape, _ wrong: [AnswerShape]) -> Bool {
    let lengths = wrong.map(\.length)
    guard let shortest = lengths.min(), let longest = lengths.max() else { return false }
    return (right.length <= longest || ratio(right.length, longest) <= 1.25)
      && (right.length >= shortest || ratio(right.length, shortest) <= 1.25)
  }

  // MARK: Reading

  private static func figure(_ text: String, words: Int) -> Figure? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, words <= 4,
      digits.count * 3 >= text.filter({ !$0.isWhitespace }).count || digits.count > 3 && words < 3
    else { return nil }
    let numbers = Tokenizer.tokens(text).filter { $0.kind == .number }
    guard let first = numbers.first else { return nil }
    let plain = text.lowercased()
    let unit = String(plain.filter { $0.isLetter || "%$€£¥/".contains($0) })
    return Figure(
      isWhole: !first.key.contains("."), isRange: numbers.count > 1,
      isYear: numbers.count == 1 && digits.count == 4 && unit.isEmpty
        && (1000...2100).contains(Int(digits) ?? 0),
      unit: unit, sign: String(plain.filter { "<>≥≤~+±≈-−".contains($0) }.prefix(1)))
  }

  /// Whether `an` stands before it: as it is spoken, not as it is written.
  static func startsWithVowel(_ text: String) -> Bool {
    let word = text.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber }
    guard let first = word.first else { return false }
    if first.isNumber {
      let digits = word.prefix(while: \.isNumber)
      return first == "8" || digits == "11" || digits == "18"
    }
    let lower = word.lowercased()
    if word.count < 6, word.allSatisfy(\.isUppercase) || word.count == 1 {
      return "AEFHILMNORSX".contains(first.uppercased())
    }
    if ["hour", "honest", "honour", "honor", "heir"].contains(where: { lower.hasPrefix($0) }) {
      return true
    }
    if ["uni", "use", "usu", "eu", "one", "once", "ubiq", "util", "ura", "ufo"].contains(where: {
      lower.hasPrefix($0)
    }), !lower.hasPrefix("unin"), !lower.hasPrefix("unim"), !lower.hasPrefix("unid") {
      return false
    }
    return "aeiou".contains(lower.first ?? " ")
  }

  private static let articles: Set<String> = ["the"]
  private static let indefinites: Set<String> = ["a", "an"]
  private static let prepositions: Set<String> = [
    "in", "on", "at", "by", "for", "from", "with", "without", "to", "of", "as", "into", "over",
    "under", "between", "through", "during", "before", "after", "via", "per", "until", "about",
    "against", "within", "across", "among", "up", "down", "beyond", "only",
  ]
  private static let negations: Set<String> = ["no", "not", "never", "none", "nothing", "neither"]
  private static let conjunctions: Set<String> = [
    "because", "if", "when", "while", "that", "whether", "where", "how", "why", "what", "which",
    "who", "it", "they", "you", "we", "he", "she", "this", "these", "those", "there", "and", "or",
    "but", "so",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "be", "has", "have", "had", "does", "do", "can", "will", "must",
    "should", "may", "might", "would", "could", "cannot",
  ]

  private static func opening(_ words: [String]) -> Opening {
    guard let first = words.first else { return .other }
    let word = first.lowercased().filter { $0.isLetter }
    if indefinites.contains(word), words.count > 1 { return .indefinite }
    if articles.contains(word) { return .article }
    if prepositions.contains(word) { return .preposition }
    if negations.contains(word) { return .negation }
    if conjunctions.contains(word) { return .conjunction }
    if verbs.contains(word) { return .verb }
    if word.count > 5, word.hasSuffix("ing") { return .gerund }
    return .other
  }

  private static let stops: Set<String> = [
    "of", "in", "on", "at", "by", "for", "from", "with", "without", "to", "that", "which", "per",
    "and", "or", "between", "over", "under", "via", "as", "than", "who", "whose", "whom", "where",
    "when", "which", "what", "how",
  ]

  /// Whether the head of a short noun phrase is plural: the word before its first preposition.
  private static func isPlural(_ words: [String]) -> Bool? {
    guard words.count <= 6 else { return nil }
    let head = words.prefix { !stops.contains($0.lowercased()) }.last ?? ""
    let word = head.lowercased().filter(\.isLetter)
    guard word.count > 2 else { return nil }
    if ["people", "men", "women", "children", "data", "criteria", "mice", "feet"].contains(word) {
      return true
    }
    guard word.hasSuffix("s") else { return false }
    return !["ss", "us", "is", "as", "os", "ics"].contains { word.hasSuffix($0) }
  }
}

extension AnswerShape.Figure {
  /// The same sort of number: money with money, years with years, and units as close.
  func isAlike(_ other: Self) -> Bool {
    isWhole == other.isWhole && isRange == other.isRange && isYear == other.isYear
      && sign == other.sign && unit == other.unit
  }
}

extension AnswerShape {
  /// Whether it can be typed without turning the quiz into a typing test.
  var isShort: Bool { words <= 6 && length <= 48 }
}
