import Cards

/// How a quiz asks. In `mixed` rounds names, numbers and code are mostly typed, phrases mostly chosen.
public enum QuizMode: String, Sendable, Hashable, CaseIterable {
  case choice, typed, mixed
}

/// A card as a quiz asks for it.
public struct QuizQuestion: Sendable, Hashable {
  public enum Form: Sendable, Hashable {
    /// `correct` is the place of the right option.
    case choice(options: [String], correct: Int)
    case typed
  }
  public var card: Card
  public var form: Form

  public init(card: Card, form: Form) {
    self.card = card
    self.form = form
  }
}

/// What became of a question.
public struct QuizOutcome: Sendable, Hashable {
  public enum Response: Sendable, Hashable {
    /// The place of the chosen option.
    case chosen(Int)
    case typed(String, TypedJudgement)
  }
  public var question: QuizQuestion
  public var response: Response
  /// After the learner's correction, if there was one.
  public var isRight: Bool
  /// Whether the learner overruled the judgement.
  public var isOverridden = false

  public init(
    question: QuizQuestion, response: Response, isRight: Bool, isOverridden: Bool = false
  ) {
    self.question = question
    self.response = response
    self.isRight = isRight
    self.isOverridden = isOverridden
  }
}

/// What a round came to.
public struct QuizSummary: Sendable, Hashable {
  public var right: Int
  public var answered: Int
  /// Questions asked and yet to ask.
  public var questions: Int
  public var typedRight: Int
  public var typed: Int
  public var overridden: Int
  /// The cards that were missed, in the order of asking.
  public var misses: [Card]

  /// The share of right answers, 0…1; nil before the first.
  public var share: Double? { answered > 0 ? Double(right) / Double(answered) : nil }

  public init(outcomes: [QuizOutcome], questions: Int) {
    right = outcomes.filter(\.isRight).count
    answered = outcomes.count
    self.questions = questions
    let typed = outcomes.filter { $0.question.form == .typed }
    self.typed = typed.count
    typedRight = typed.filter(\.isRight).count
    overridden = outcomes.filter(\.isOverridden).count
    misses = outcomes.filter { !$0.isRight }.map(\.question.card)
  }
}
