/// Compares what cards ask for.
struct Answers {
  private var lexicon = Lexicon()

  /// Whether a learner would count the two as one answer: a corrected spelling or a changed article is
  /// no other answer; another figure, another name or a `not` is.
  mutating func areSame(_ before: String, _ after: String) -> Bool {
    if before == after { return true }
    guard Answers.signs(before) == Answers.signs(after) else { return false }
    let old = Wording(before, head: .everything, lexicon: &lexicon)
    let new = Wording(after, head: .everything, lexicon: &lexicon)
    guard old.negations == new.negations else { return false }
    let inOrder = old.words.map(\.key)
    if inOrder == new.words.map(\.key), !inOrder.isEmpty { return true }
    // An order is not the same in another order.
    if before.contains(" → ") || after.contains(" → ") { return false }
    let comparison = Comparison(old, new)
    guard !comparison.turns, comparison.oldOnly.isEmpty, comparison.newOnly.isEmpty,
      !comparison.frame.isEmpty
    else { return false }
    return Answers.vague(old) == Answers.vague(new)
  }

  /// `high` alone is an answer.
  private static func vague(_ wording: Wording) -> [UInt64] {
    wording.words.filter { $0.sort == .vague }.map(\.key).sorted()
  }

  /// Letters and digits only, in lower case.
  static func normal(_ answer: String) -> String {
    signs(answer) + " " + Leak.words(answer).joined(separator: " ")
  }

  /// Whether two prompts say the opposite around what they ask for: a `not` or a sign more or less.
  mutating func contradict(_ before: String, _ after: String) -> Bool {
    guard before != after else { return false }
    if Answers.limits(before) != Answers.limits(after) { return true }
    let old = Wording(before, head: .everything, lexicon: &lexicon)
    let new = Wording(after, head: .everything, lexicon: &lexicon)
    guard old.negations != new.negations else { return Comparison(old, new).turns }
    // A clause more may hold a `not` of its own.
    return abs(old.content.count - new.content.count) <= 2
  }

  /// The signs of a text that turn what it says.
  private static func limits(_ text: String) -> String {
    var text = text
    for (words, sign) in written where text.place(of: words) != nil {
      text = text.replacing(words, with: sign)
    }
    // Hardly any text has one, and bytes are looked through quickly.
    guard text.utf8.contains(where: { $0 == 0x3c || $0 == 0x3e || $0 >= 0xc2 }) else { return "" }
    let limits = text.unicodeScalars.filter { "<>≤≥≠±".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(limits))
  }

  private static let written = [
    ("more than ", ">"), ("less than ", "<"), ("at least ", "≥"), ("at most ", "≤"),
  ]

  /// The characters beside letters and digits that make another answer: `C` and `C++`, `-5` and `5`.
  private static func signs(_ text: String) -> String {
    var signs = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if marks.contains(scalar) {
        signs.append(scalar)
      } else if scalar == "-" || scalar == "−", previous == " " || previous == "(",
        index + 1 < scalars.count, Prose.isDigit(scalars[index + 1])
      {
        signs.append("-")
      }
      previous = scalar
    }
    return String(signs)
  }

  private static let marks = Set("<>=+*%$€£&|^#±×÷√≠≤≥→←↔∞".unicodeScalars)
}

/// The place of what a card asks for: the words before and behind it.
struct BlankPlace {
  private var before: [Wording.Word] = []
  private var after: [Wording.Word] = []
  let answer: [Wording.Word]
  /// The prompt with the answer in it.
  let filled: [UInt64]

  /// Nil when the prompt has no blank.
  init?(prompt: String, answer: String, lexicon: inout Lexicon) {
    guard let blank = prompt.place(of: Draft.blank) else { return nil }
    func words(_ text: Substring) -> [Wording.Word] {
      Wording(String(text), head: .before("\u{0}"), lexicon: &lexicon).words
    }
    before = words(prompt[..<blank.lowerBound])
    after = words(prompt[blank.upperBound...])
    self.answer = words(Substring(answer))
    filled = (before + self.answer + after).map(\.key)
  }

  func agreesBefore(_ other: BlankPlace) -> Bool {
    BlankPlace.agree(before.last, other.before.last)
      && BlankPlace.agree(
        before.last(where: BlankPlace.tells), other.before.last(where: BlankPlace.tells))
  }

  func agreesAfter(_ other: BlankPlace) -> Bool {
    BlankPlace.agree(after.first, other.after.first)
      && BlankPlace.agree(
        after.first(where: BlankPlace.tells), other.after.first(where: BlankPlace.tells))
  }

  /// Whether something else stands before it: the figure of another thing.
  func followsElse(_ other: BlankPlace) -> Bool {
    guard let mine = before.last(where: BlankPlace.tells),
      let theirs = other.before.last(where: BlankPlace.tells)
    else { return false }
    return mine.key != theirs.key
  }

  /// Whether the next word that says something is the same on one side at least.
  func isNear(_ other: BlankPlace) -> Bool {
    func same(_ a: Wording.Word?, _ b: Wording.Word?) -> Bool { a != nil && a?.key == b?.key }
    return same(before.last(where: BlankPlace.tells), other.before.last(where: BlankPlace.tells))
      || same(after.first(where: BlankPlace.tells), other.after.first(where: BlankPlace.tells))
  }

  /// Verbs are reworded often.
  private static func tells(_ word: Wording.Word) -> Bool { word.isContent && !word.isVerbal }

  private static func agree(_ left: Wording.Word?, _ right: Wording.Word?) -> Bool {
    left?.key == right?.key
  }

  /// Whether something else stands now where this answer stood.
  func isTaken(in other: BlankPlace) -> Bool {
    let keys = answer.map(\.key)
    let text = other.filled
    var start = 0
    if let last = before.last {
      guard let found = text.firstIndex(of: last.key) else { return false }
      start = found + 1
    }
    var end = text.count
    if let first = after.first {
      guard let found = text[start...].firstIndex(of: first.key) else { return false }
      end = found
    }
    let now = text[start..<end]
    return !now.isEmpty && now.count <= keys.count + 1 && !now.contains { keys.contains($0) }
  }

  var isFigure: Bool { answer.first(where: \.isContent)?.isFigure ?? false }

  /// Whether one answer is the other with a word more or less, or with another figure.
  func isLike(_ other: BlankPlace) -> Bool {
    let mine = answer.filter(\.isContent)
    let theirs = other.answer.filter(\.isContent)
    guard !mine.isEmpty, !theirs.isEmpty else { return false }
    let keys = Set(theirs.map(\.key))
    let shared = mine.count { keys.contains($0.key) }
    return shared > 0 && shared * 2 >= max(mine.count, theirs.count) - 1
  }
}
