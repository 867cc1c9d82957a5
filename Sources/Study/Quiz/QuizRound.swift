import Cards

/// A round of a quiz. A value: the same cards, mode, count and seed always give the same questions.
///
/// A question is answered once, may then be overruled by the learner (`I was right`), and is left
/// with `advance`. Nothing here is a review: recognising a choice is not recalling.
public struct QuizRound: Sendable {
  public let questions: [QuizQuestion]
  /// The place of the current question; the number of questions when the round is over.
  public private(set) var index = 0
  /// What became of the questions so far, the current one included once it is answered.
  public private(set) var outcomes: [QuizOutcome] = []
  /// What is written on the pages of the questions, to tell another word from a slip.
  private let pages: [String: [Card]]

  /// Draws questions from all cards but open questions. Wrong choices come from `others` as well,
  /// when it is given: the rest of the vault, for a quiz about one page.
  public init(
    cards: [Card], mode: QuizMode = .mixed, count: Int? = nil, seed: UInt64, others: [Card] = []
  ) {
    var random = SplitMix64(seed: seed)
    let askable = cards.filter { $0.kind != .question && !$0.answer.isEmpty && !$0.prompt.isEmpty }
    var questions: [QuizQuestion] = []
    let wanted = count ?? askable.count
    // Some cards can be asked in no form; others are drawn in their place.
    let drawn = QuizDraw.cards(
      askable, count: count.map { $0 + $0 / 2 + 4 }, random: &random)
    let distractors = Distractors(
      cards: others.isEmpty ? cards : cards + others, asked: drawn)
    for card in drawn {
      guard questions.count < wanted else { break }
      if let form = Self.form(for: card, mode: mode, distractors: distractors, random: &random) {
        questions.append(QuizQuestion(card: card, form: form))
      }
    }
    self.questions = questions
    var pages: [String: [Card]] = [:]
    for question in questions where question.form == .typed { pages[question.card.page] = [] }
    for index in askable.indices where pages[askable[index].page] != nil {
      pages[askable[index].page]?.append(askable[index])
    }
    self.pages = pages
  }

  private func vocabulary(for card: Card) -> Set<String> {
    var words: Set<String> = []
    for other in pages[card.page] ?? [] {
      words.formUnion(TypedAnswer.words(of: other.answer))
      words.formUnion(TypedAnswer.words(of: other.prompt))
    }
    return words.subtracting(TypedAnswer.words(of: card.answer))
  }

  /// Nil when the answer is too long to type and there are no wrong choices for it.
  private static func form(
    for card: Card, mode: QuizMode, distractors: Distractors, random: inout SplitMix64
  ) -> QuizQuestion.Form? {
    let isTypeable = canBeTyped(card)
    let prefersTyping: Bool
    switch mode {
    case .typed: prefersTyping = true
    case .choice: prefersTyping = false
    case .mixed: prefersTyping = random.unit() < typing(card)
    }
    if prefersTyping, isTypeable { return .typed }
    let wrong = distractors.choose(for: card, random: &random)
    guard wrong.count > 1 else { return isTypeable ? .typed : nil }
    let options = random.shuffled([card.answer] + wrong)
    guard let correct = options.firstIndex(of: card.answer) else { return nil }
    return .choice(options: options, correct: correct)
  }

  /// How often a card is to be typed in a mixed round: names, numbers and code often, phrases that
  /// could be put in many ways seldom, reasons never.
  private static func typing(_ card: Card) -> Double {
    switch card.kind {
    case .connection: 0
    case .list, .order: 0.7
    default: card.answer.split(separator: " ").count <= 2 ? 0.7 : 0.2
    }
  }

  private static func canBeTyped(_ card: Card) -> Bool {
    let core = AnswerParts.alternatives(of: card.answer).first ?? card.answer
    guard card.kind == .list || card.kind == .order else { return AnswerShape(core).isShort }
    let items = AnswerParts.items(card.answer).map {
      AnswerShape(AnswerParts.alternatives(of: $0).first ?? $0)
    }
    return items.count <= 6 && items.reduce(0) { $0 + $1.words } <= 14
  }
}

extension QuizRound {
  public var isFinished: Bool { index >= questions.count }
  public var current: QuizQuestion? { isFinished ? nil : questions[index] }
  /// What became of the current question; nil until it is answered.
  public var outcome: QuizOutcome? { outcomes.count > index ? outcomes[index] : nil }

  /// How many answers were right.
  public var score: Int { outcomes.filter(\.isRight).count }
  /// The cards that were missed, in the order of asking.
  public var misses: [Card] { summary.misses }
  public var summary: QuizSummary { QuizSummary(outcomes: outcomes, questions: questions.count) }

  /// Answers the current question with an option. Nil, and nothing happens, when the question is
  /// not one of choice, has no such option, or was answered already.
  @discardableResult
  public mutating func answerChoice(_ option: Int) -> QuizOutcome? {
    guard outcome == nil, let current, case .choice(let options, let correct) = current.form,
      options.indices.contains(option)
    else { return nil }
    let outcome = QuizOutcome(
      question: current, response: .chosen(option), isRight: option == correct)
    outcomes.append(outcome)
    return outcome
  }

  /// Answers the current question by typing. Nil, and nothing happens, when the question is not to
  /// be typed or was answered already.
  @discardableResult
  public mutating func answerTyped(_ text: String) -> TypedJudgement? {
    guard outcome == nil, let current, current.form == .typed else { return nil }
    let judge = TypedAnswer(
      prompt: current.card.prompt, vocabulary: vocabulary(for: current.card))
    let judgement = judge.judge(text, card: current.card)
    outcomes.append(
      QuizOutcome(
        question: current, response: .typed(text, judgement), isRight: judgement.isRight))
    return judgement
  }

  /// The learner knows better: the current question, once answered, counts as right or wrong.
  public mutating func override(right: Bool) {
    guard outcomes.count > index, outcomes[index].isRight != right else { return }
    outcomes[index].isRight = right
    outcomes[index].isOverridden.toggle()
  }

  /// Goes on to the next question; only once the current one is answered.
  public mutating func advance() {
    if outcome != nil { index += 1 }
  }
}
