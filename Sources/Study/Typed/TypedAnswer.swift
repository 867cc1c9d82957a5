import Cards

/// Judges typed answers: kindly, because typing is not what is learnt, and honestly, because a
/// wrong answer called right is worth less than none.
///
/// Case, punctuation, accents, articles and small words, singular and plural, British and American
/// spelling, ways to write a number, compounds written apart, words of the question repeated, and
/// slips in long words are forgiven. A number, a level, a negation, a comparison or a word that is
/// known to mean something else never is. Of a list the order does not matter, unless order is what the
/// card asks for. What stands in brackets may be left out.
public struct TypedAnswer: Sendable {
  private let prompt: Set<String>
  /// The units that the prompt names.
  private let promptUnits: Set<String>
  private let known: Set<String>
  private let abbreviations: Abbreviations

  /// `vocabulary` are words of the notes in lower case: typing one of them instead of another is never
  /// taken for a slip.
  ///
  /// - Parameter abbreviations: short forms that the notes introduce; either form will do.
  public init(
    prompt: String = "", vocabulary: Set<String> = [],
    abbreviations: Abbreviations = Abbreviations()
  ) {
    self.abbreviations = abbreviations
    let tokens = Tokenizer.tokens(prompt)
    self.prompt = Set(tokens.map(\.key))
    promptUnits = Set(
      tokens.compactMap { token in
        token.isUnit
          ? token.key
          : token.key.count > 1 || prompt[..<token.range.lowerBound].last == "°"
            ? Units.name(token.key, raw: String(prompt[token.range])) : nil
      })
    known = vocabulary
  }

  /// The words of a text without case and accents, for a vocabulary.
  public static func words(of text: String) -> [String] {
    text.utf8.split { byte in
      byte < 128 && !(97...122).contains(byte | 32)
    }.compactMap { Substring($0) }.map(Fold.folded)
  }

  public func judge(_ typed: String, card: Card) -> TypedJudgement {
    judge(typed, answer: card.answer, kind: card.kind)
  }

  public func judge(_ typed: String, answer: String, kind: CardKind) -> TypedJudgement {
    // Nobody types more; a pasted book must not make us wait.
    let typed = String(typed.prefix(2000))
    let plain = judgeWhole(typed, answer: answer, kind: kind)
    guard !plain.isRight else { return plain }
    let others =
      AnswerParts.alternatives(of: answer) + abbreviations.variants(of: answer)
      + Initialism.shortened(answer, capitalised: true)
    for shorter in others {
      let judgement = judgeWhole(typed, answer: shorter, kind: kind)
      if judgement.isRight {
        return TypedJudgement(verdict: judgement.verdict.forgiving(.words), spans: judgement.spans)
      }
    }
    for shorter in Initialism.shortened(typed, capitalised: false) {
      let judgement = judgeWhole(shorter, answer: answer, kind: kind)
      if judgement.isRight {
        return TypedJudgement(verdict: judgement.verdict.forgiving(.words), spans: judgement.spans)
      }
    }
    return plain
  }

  private func judgeWhole(_ typed: String, answer: String, kind: CardKind) -> TypedJudgement {
    if let code = AnswerParts.code(answer) { return judgeCode(typed, code: code) }
    if kind == .list || kind == .order {
      let items = AnswerParts.items(answer)
      if items.count > 1 {
        let list = judgeList(typed, items: items, ordered: kind == .order)
        // Typed without separators a list is read as a whole.
        let whole = list.isRight || kind == .order ? list : judgeText(typed, answer: answer)
        return whole.isRight ? whole : list
      }
    }
    return judgeText(typed, answer: answer)
  }

  // MARK: Text

  private func judgeText(_ typed: String, answer: String) -> TypedJudgement {
    let plain = judgeText(typed, answer: answer, reading: .plain)
    guard !plain.isRight else { return plain }
    // `1 000` may be one number or two; as one it must fit.
    if Numeral.hasSpaces(typed) || Numeral.hasSpaces(answer) {
      let spaced = judgeText(typed, answer: answer, reading: .spaced)
      if spaced.isRight { return spaced }
    }
    if AnswerParts.areOneFormula(typed, answer) {
      return TypedJudgement(verdict: .right([.form]), spans: [AnswerSpan(answer, .matched)])
    }
    let equal = judgeText(typed, answer: answer, reading: .equal)
    return equal.isRight
      ? TypedJudgement(verdict: equal.verdict.forgiving(.form), spans: equal.spans) : plain
  }

  private func judgeText(
    _ typed: String, answer: String, reading: Tokenizer.Reading
  ) -> TypedJudgement {
    let right = Tokenizer.tokens(answer, reading: reading)
    let given = Tokenizer.tokens(typed, reading: reading)
    guard !given.isEmpty, !right.isEmpty else {
      // Where there is nothing but signs (`{}`), they are compared as they are.
      let same = right.isEmpty && AnswerParts.squeezed(typed) == AnswerParts.squeezed(answer)
      return TypedJudgement(
        verdict: same ? .exact : .wrong,
        spans: (same
          ? [AnswerSpan(answer, .matched)]
          : [AnswerSpan(answer, .missing), AnswerSpan(typed, .extra)]).filter { !$0.text.isEmpty })
    }
    var tally = Tally(right: right, given: given, known: known)
    if WordOrder.isFree(right, given, answer: answer, typed: typed) { tally.settleOrder() }
    let verdict = verdict(tally)
    return TypedJudgement(
      verdict: verdict, spans: AnswerParts.spans(tally, answer: answer, typed: typed))
  }

  private func verdict(_ tally: Tally) -> TypedJudgement.Verdict {
    var forgiven = tally.forgiven
    for token in tally.missing {
      guard forgives(missing: token, tally) else { return .wrong }
      forgiven.insert(.words)
    }
    for token in tally.extra {
      guard token.weight == .small || (token.weight == .content && prompt.contains(token.key))
      else { return .wrong }
      forgiven.insert(.words)
    }
    guard tally.matchesContent else { return .wrong }
    return forgiven.isEmpty ? .exact : .right(forgiven)
  }

  private func forgives(missing token: AnswerToken, _ tally: Tally) -> Bool {
    switch token.weight {
    case .small: return true
    case .critical: return false
    case .content:
      // A unit that the number hardly needs; another unit is wrong.
      if token.kind == .sign, "%$€£¥".contains(token.key) {
        return !tally.given.contains { $0.kind == .sign && $0.key != token.key }
      }
      if token.isUnit, isBareNumber(tally, of: token) { return true }
      return prompt.contains(token.key) && token.kind == .word
    }
  }

  /// `70` for `70 kg`: where the answer is nothing but a number with a unit, that is what was asked for,
  /// unless the prompt speaks of another unit of its kind.
  private func isBareNumber(_ tally: Tally, of unit: AnswerToken) -> Bool {
    let right = tally.right.filter { $0.weight != .small }
    return right.count == 2 && right.allSatisfy { $0.isUnit || $0.kind == .number }
      && tally.given.allSatisfy { $0.weight == .small || $0.kind == .number }
      && !promptUnits.contains { $0 != unit.key && Units.mayBeConfused($0, unit.key) }
  }

  // MARK: Code

  /// Code is compared sign by sign; only the space between signs and the case of long words is free.
  private func judgeCode(_ typed: String, code: String) -> TypedJudgement {
    func clean(_ text: String) -> String {
      var text = AnswerParts.squeezed(text.filter { $0 != "`" })
      for ending in [";", "()", ":"] where text.hasSuffix(ending) {
        text.removeLast(ending.count)
      }
      return text
    }
    let right = clean(code)
    let given = clean(typed)
    if right == given {
      return TypedJudgement(verdict: .exact, spans: [AnswerSpan(code, .matched)])
    }
    if let keys = Self.chord(right), keys == Self.chord(given) {
      return TypedJudgement(verdict: .right([.form]), spans: [AnswerSpan(code, .matched)])
    }
    let words = zip(
      right.split { !$0.isLetter && !$0.isNumber }, given.split { !$0.isLetter && !$0.isNumber })
    if right.lowercased() == given.lowercased(), words.allSatisfy({ $0 == $1 || $0.count > 1 }) {
      return TypedJudgement(verdict: .right([.form]), spans: [AnswerSpan(code, .matched)])
    }
    let spans = [AnswerSpan(code, .missing), AnswerSpan(typed, .extra)]
    return TypedJudgement(verdict: .wrong, spans: spans.filter { !$0.text.isEmpty })
  }

  private static let modifiers: Set<String> = [
    "ctrl", "control", "alt", "shift", "cmd", "command", "meta", "super", "option",
  ]

  /// `Ctrl+C`, `ctrl-c`: the keys held and pressed together; nil for other code.
  private static func chord(_ code: String) -> [String]? {
    let keys = code.lowercased().split { $0 == "+" || $0 == "-" }.map(String.init)
    guard keys.count > 1, keys.dropLast().allSatisfy(modifiers.contains) else { return nil }
    return keys.map { $0 == "control" ? "ctrl" : $0 == "command" ? "cmd" : $0 }
  }

  // MARK: Lists

  private func judgeList(_ typed: String, items: [String], ordered: Bool) -> TypedJudgement {
    var given = AnswerParts.typedItems(typed, expected: items.count)
    // Single words need nothing between them.
    if given.count == 1, items.allSatisfy({ !$0.contains(" ") }) {
      given = typed.split(separator: " ").map(String.init)
    }
    let found = find(items, in: given)
    let places = found.places.compactMap { $0 }
    let inOrder = places == places.sorted()
    var forgiven = found.forgiven
    if !inOrder, !ordered { forgiven.insert(.order) }
    var spans: [AnswerSpan] = []
    for (index, item) in items.enumerated() {
      let isRight = found.places[index].map { !ordered || $0 == index } ?? false
      spans.append(AnswerSpan(item, isRight ? .matched : .missing))
    }
    spans += found.extra.map { AnswerSpan($0, .extra) }
    let verdict: TypedJudgement.Verdict
    if places.count == items.count, found.extra.isEmpty, inOrder || !ordered {
      verdict = forgiven.isEmpty ? .exact : .right(forgiven)
    } else if found.extra.isEmpty, !places.isEmpty, places.count < items.count, !ordered {
      verdict = .incomplete(found: places.count, of: items.count)
    } else {
      verdict = .wrong
    }
    return TypedJudgement(verdict: verdict, spans: spans)
  }

  /// A list's items found among what was given.
  struct Found {
    /// For each item the place of what was given for it; nil where nothing was.
    var places: [Int?]
    /// What was given and is none of the items.
    var extra: [String]
    var forgiven: Set<TypedJudgement.Forgiveness>
  }

  /// Finds each item once; an item given twice counts once and is not held against anybody.
  func find(_ items: [String], in given: [String]) -> Found {
    var places = [Int?](repeating: nil, count: items.count)
    var used: Set<Int> = []
    var forgiven: Set<TypedJudgement.Forgiveness> = []
    // An exact match first, so that a likeness does not take its place.
    for exact in [true, false] {
      for (index, item) in items.enumerated() where places[index] == nil {
        for (place, text) in given.enumerated() where !used.contains(place) {
          let judgement = judgeItem(text, answer: item)
          guard judgement.isRight, !exact || judgement.verdict == .exact else { continue }
          places[index] = place
          used.insert(place)
          if case .right(let reasons) = judgement.verdict { forgiven.formUnion(reasons) }
          break
        }
      }
    }
    let extra = given.indices.filter { place in
      !used.contains(place) && !items.contains { judgeItem(given[place], answer: $0).isRight }
    }
    return Found(places: places, extra: extra.map { given[$0] }, forgiven: forgiven)
  }

  private func judgeItem(_ typed: String, answer: String) -> TypedJudgement {
    let plain = judgeText(typed, answer: answer)
    guard !plain.isRight else { return plain }
    for shorter in AnswerParts.alternatives(of: answer) {
      let judgement = judgeText(typed, answer: shorter)
      if judgement.isRight {
        return TypedJudgement(verdict: judgement.verdict.forgiving(.words), spans: judgement.spans)
      }
    }
    return plain
  }
}

extension TypedJudgement.Verdict {
  func forgiving(_ reason: TypedJudgement.Forgiveness) -> Self {
    switch self {
    case .exact: .right([reason])
    case .right(let reasons): .right(reasons.union([reason]))
    case .incomplete, .wrong: self
    }
  }
}
