/// A piece of a typed answer laid beside the right one.
public struct AnswerSpan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// In both; the text is that of the right answer.
    case matched
    /// In the right answer alone.
    case missing
    /// Typed, but not in the right answer.
    case extra
  }
  public var text: String
  public var kind: Kind

  public init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// What a typed answer is worth, and why.
public struct TypedJudgement: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    /// Right, word for word.
    case exact
    /// Right, and what was overlooked.
    case right(Set<Forgiveness>)
    /// Some of a list's items are missing; none is wrong.
    case incomplete(found: Int, of: Int)
    case wrong
  }

  /// What does not make an answer wrong.
  public enum Forgiveness: Sendable, Hashable, CaseIterable {
    /// A slip in a long word.
    case typo
    /// Singular or plural, British or American, another way to write a number or a unit.
    case form
    /// Articles and other small words, words of the question, a remark in brackets.
    case words
    /// The same words or items in another order.
    case order
  }

  public var verdict: Verdict
  /// The right answer with what was typed laid beside it, in reading order.
  public var spans: [AnswerSpan]

  public init(verdict: Verdict, spans: [AnswerSpan]) {
    self.verdict = verdict
    self.spans = spans
  }

  public var isRight: Bool {
    switch verdict {
    case .exact, .right: true
    case .incomplete, .wrong: false
    }
  }
}
