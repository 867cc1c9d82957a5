/// What matches, what is missing and what is too much, after words in another order have found each
/// other.
struct Tally {
  let right: [AnswerToken]
  let given: [AnswerToken]
  private(set) var steps: [Alignment.Step]
  private(set) var forgiven: Set<TypedJudgement.Forgiveness> = []
  /// Typed words that match somewhere else in the answer.
  private(set) var moved: Set<Int> = []
  private let known: Set<String>

  init(right: [AnswerToken], given: [AnswerToken], known: Set<String>) {
    self.right = right
    self.given = given
    // The answer's own words are no wrong words.
    self.known = known
    steps = Alignment(right: right, typed: given, known: known).steps
    for case .match(_, _, let match) in steps { note(match) }
  }

  var missing: [AnswerToken] {
    steps.compactMap { if case .missing(let index) = $0 { right[index] } else { nil } }
  }

  var extra: [AnswerToken] {
    steps.compactMap {
      if case .extra(let index) = $0, !moved.contains(index) { given[index] } else { nil }
    }
  }

  /// Whether anything but small words matches; of an answer of small words alone, anything at all.
  var matchesContent: Bool {
    let onlySmall = right.allSatisfy { $0.weight == .small }
    return steps.contains {
      if case .match(let range, _, _) = $0 {
        onlySmall || right[range].contains { $0.weight != .small }
      } else {
        false
      }
    }
  }

  /// Words may stand in another order where order says nothing: without numbers (dates apart) and
  /// without words such as `before` and `than`.
  mutating func settleOrder() {
    let keys = right.map(\.key)
    guard keys.allSatisfy({ !AnswerWords.ordering.contains($0) || $0 == "to" }) else { return }
    let hasNumbers = right.filter { $0.kind == .number }.count > 1
    guard !hasNumbers || keys.contains(where: AnswerWords.months.contains) else { return }
    let extras = steps.compactMap { if case .extra(let typed) = $0 { typed } else { nil } }
    // Two long texts that have nothing in common need no puzzling over.
    guard extras.count * missing.count < 10_000 else { return }
    for (place, step) in steps.enumerated() {
      guard case .missing(let index) = step, right[index].weight != .small else { continue }
      for typed in extras where !moved.contains(typed) {
        guard let match = WordMatch.of(right[index], given[typed], known: known) else { continue }
        steps[place] = .match(right: index..<index + 1, typed: typed..<typed + 1, match)
        moved.insert(typed)
        forgiven.insert(.order)
        note(match)
        break
      }
    }
  }

  private mutating func note(_ match: WordMatch) {
    switch match {
    case .same: break
    case .form: forgiven.insert(.form)
    case .typo: forgiven.insert(.typo)
    }
  }
}
