import Cards

/// A question of a quiz: what is shown, what is right, and where it comes from. It says all that is
/// needed to ask and to judge it, so that a quiz left in the middle can be kept and taken up again.
public struct QuizQuestion: Sendable, Hashable, Codable {
  public enum Form: Sendable, Hashable, Codable {
    /// `correct` is the place of the right option.
    case choice(options: [String], correct: Int)
    /// Two or more of the options are right, fewer than all.
    case several(options: [String], correct: [Int])
    case typed
    /// `right` is mixed; `answer` has for each on the left the place of its partner on the right.
    case match(left: [String], right: [String], answer: [Int])
    /// `items` are mixed; `answer` has their places in the right order.
    case order(items: [String], answer: [Int])
    case table(QuizTable)
    /// Recall of a whole list.
    case list(items: [String])
  }

  /// What is asked about: a card's id, or one of its own for a table or list as a whole. This is what
  /// the quiz log names.
  public var subject: Card.ID
  public var prompt: String
  /// The answer in one line.
  public var answer: String
  public var place: QuizPlace
  /// The source item's own text, shown with the answer.
  public var source: String
  public var form: Form
  /// Decides how typed answers are judged.
  public var cardKind: CardKind
  /// The cards behind the parts of the answer: pairs, cells, items; one for a question about a card.
  /// Nil where no card stands behind a part.
  public var cards: [Card.ID?]
  /// Of what it was made from; gone when the notes say it otherwise.
  var mark: String

  init(
    card: Card, form: Form, prompt: String? = nil
  ) {
    subject = card.id
    self.prompt = prompt ?? card.prompt
    answer = card.answer
    place = card.quizPlace
    source = card.source
    self.form = form
    cardKind = card.kind
    cards = [card.id]
    mark = card.quizMark
  }

  init(
    mark: String, prompt: String, answer: String, place: QuizPlace, source: String, form: Form,
    cards: [Card.ID?], subject: Card.ID? = nil
  ) {
    self.subject = subject ?? mark
    self.prompt = prompt
    self.answer = answer
    self.place = place
    self.source = source
    self.form = form
    cardKind = .cell
    self.cards = cards
    self.mark = mark
  }

  /// What of it counts: pairs, cells, items; one for choices and typed answers.
  public var parts: Int {
    switch form {
    case .choice, .typed: 1
    case .several(_, let correct): correct.count
    case .match(let left, _, _): left.count
    case .order(let items, _): items.count
    case .table(let table): table.hidden.count
    case .list(let items): items.count
    }
  }

  /// How it is counted, for the learner to know beforehand; empty where that is plain.
  public var rule: String {
    switch form {
    case .choice, .typed: ""
    case .several(_, let correct):
      "\(correct.count) are right. Each counts; a wrong one takes one away."
    case .match: "Each pair counts."
    case .order: "What is in its place counts, or in order with the rest."
    case .table: "Each cell counts."
    case .list(let items):
      "\(items.count) are asked for, in any order. Each counts; a wrong one takes one away."
    }
  }
}

/// A table with hidden cells.
public struct QuizTable: Sendable, Hashable, Codable {
  public struct Place: Sendable, Hashable, Codable {
    public var row: Int
    public var column: Int
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }
  public var header: [String]
  /// With the hidden cells in them, which are not to be shown.
  public var rows: [[String]]
  /// From the top, row by row.
  public var hidden: [Place]
  /// The hidden cells, mixed, to choose from; nil when they are to be typed.
  public var bank: [String]?

  public func text(_ place: Place) -> String { rows[place.row][place.column] }
}

/// What was answered, as it was given.
public enum QuizResponse: Sendable, Hashable, Codable {
  /// The place of the chosen option.
  case chosen(Int)
  case several([Int])
  case typed(String)
  /// For each on the left the place on the right; nil where nothing was matched.
  case matched([Int?])
  /// The places of the items in the order given.
  case ordered([Int])
  /// What stands in each hidden cell.
  case filled([String])
  /// The items of a list.
  case listed([String])
}

/// What became of a question.
public struct QuizOutcome: Sendable, Hashable {
  public var question: QuizQuestion
  public var response: QuizResponse
  public var verdict: QuizVerdict
  /// From 0 for nothing right to 1; after the learner's correction, if there was one.
  public var credit: Double
  /// Whether the learner overruled the judgement.
  public var isOverridden = false
  /// Whether all of it was right.
  public var isRight: Bool { credit >= 1 }

  init(question: QuizQuestion, response: QuizResponse, verdict: QuizVerdict) {
    self.question = question
    self.response = response
    self.verdict = verdict
    credit = verdict.credit
  }

  /// The cards behind what was not right.
  public var missedCards: [Card.ID] {
    guard !isRight else { return [] }
    let cards = question.cards
    guard cards.count == verdict.parts.count, !isOverridden else { return cards.compactMap { $0 } }
    let missed = zip(cards, verdict.parts).compactMap { $1 ? nil : $0 }
    return missed.isEmpty ? cards.compactMap { $0 } : missed
  }
}

/// What a round came to.
public struct QuizSummary: Sendable, Hashable {
  /// Credits, summed.
  public var credit: Double
  /// How many were wholly right.
  public var right: Int
  public var answered: Int
  /// Questions asked and yet to ask.
  public var questions: Int
  public var overridden: Int
  /// What was not wholly right, in the order of asking.
  public var misses: [QuizOutcome]

  /// The share of the credit, 0…1; nil before the first answer.
  public var share: Double? { answered > 0 ? credit / Double(answered) : nil }

  /// The credit as people read it: `7` or `6.5`.
  public var score: String { Self.text(credit) }

  public static func text(_ credit: Double) -> String {
    let tenths = Int((credit * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  public init(outcomes: [QuizOutcome], questions: Int) {
    credit = outcomes.reduce(0) { $0 + $1.credit }
    right = outcomes.filter(\.isRight).count
    answered = outcomes.count
    self.questions = questions
    overridden = outcomes.filter(\.isOverridden).count
    misses = outcomes.filter { !$0.isRight }
  }
}
