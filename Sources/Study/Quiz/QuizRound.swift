import Cards

/// A round of a quiz: its questions, what was answered, and what that was worth. A value: it reads no
/// clock and stores nothing.
///
/// A question is answered once, may then be overruled by the learner (`I was right`), and is left
/// with `advance`. Nothing here is a review: recognising a choice is not recalling.
public struct QuizRound: Sendable, Hashable {
  public let request: QuizRequest
  public private(set) var questions: [QuizQuestion]
  /// The place of the current question; the number of questions when the round is over.
  public private(set) var index = 0
  /// What became of the questions so far, the current one included once it is answered.
  public private(set) var outcomes: [QuizOutcome] = []
  /// What is written on the pages of the questions, to tell another word from a slip.
  private let vocabularies: [String: Set<String>]
  /// What those pages abbreviate.
  private let abbreviations: [String: Abbreviations]
  /// Whether it is shorter than it was to be because its questions answer what else could be asked.
  public private(set) var answersTheRest = false

  /// Draws a quiz. Fewer questions than asked for where the notes do not give more.
  public init(
    _ request: QuizRequest, material: QuizMaterial, links: [String: Set<String>] = [:]
  ) {
    let plan = QuizMaker(material, links: links, year: request.year).plan(request)
    self.init(request, questions: plan.questions, material: material)
    answersTheRest = !plan.isFull && plan.leavesOut
  }

  init(_ request: QuizRequest, questions: [QuizQuestion], material: QuizMaterial) {
    self.request = request
    self.questions = questions
    vocabularies = Self.vocabularies(of: questions, material: material)
    var abbreviations: [String: Abbreviations] = [:]
    for card in material.cards + material.others where vocabularies[card.page] != nil {
      for text in [card.context, card.source] {
        abbreviations[card.page, default: Abbreviations()].add(from: text)
      }
    }
    self.abbreviations = abbreviations
  }

  private static func vocabularies(
    of questions: [QuizQuestion], material: QuizMaterial
  ) -> [String: Set<String>] {
    var words: [String: Set<String>] = [:]
    for question in questions where QuizVerdict.mayBeOverruled(question) {
      words[question.place.page] = []
    }
    guard !words.isEmpty else { return [:] }
    for card in material.cards + material.others where words[card.page] != nil {
      words[card.page]?.formUnion(TypedAnswer.words(of: card.answer))
      words[card.page]?.formUnion(TypedAnswer.words(of: card.prompt))
    }
    return words
  }

  private func judge(_ question: QuizQuestion) -> QuizJudge {
    var words = vocabularies[question.place.page] ?? []
    words.subtract(TypedAnswer.words(of: question.answer))
    return QuizJudge(
      vocabulary: words, abbreviations: abbreviations[question.place.page] ?? Abbreviations())
  }

  /// How many questions the notes do not give, of those that were asked for.
  public var missing: Int { max(0, min(request.count, QuizRequest.longest) - questions.count) }

  public var isFinished: Bool { index >= questions.count }
  public var current: QuizQuestion? { isFinished ? nil : questions[index] }
  /// What became of the current question; nil until it is answered.
  public var outcome: QuizOutcome? { outcomes.count > index ? outcomes[index] : nil }
  public var summary: QuizSummary { QuizSummary(outcomes: outcomes, questions: questions.count) }

  /// Answers the current question. Nil, and nothing happens, when the response does not fit it or it
  /// was answered already.
  @discardableResult
  public mutating func answer(_ response: QuizResponse) -> QuizOutcome? {
    guard outcome == nil, let current, let verdict = judge(current).judge(response, to: current)
    else { return nil }
    let outcome = QuizOutcome(question: current, response: response, verdict: verdict)
    outcomes.append(outcome)
    return outcome
  }

  /// The learner knows better what was typed: the current question, once answered, counts as right
  /// or wrong. Choosing the same twice changes nothing.
  public mutating func override(right: Bool) {
    guard outcomes.count > index, QuizVerdict.mayBeOverruled(outcomes[index].question) else {
      return
    }
    let credit: Double = right ? 1 : 0
    guard outcomes[index].credit != credit else { return }
    outcomes[index].credit = credit
    outcomes[index].isOverridden = credit != outcomes[index].verdict.credit
  }

  /// Goes on to the next question; only once the current one is answered.
  public mutating func advance() {
    if outcome != nil { index += 1 }
  }
}

// MARK: - Leaving and taking up again

/// A round as it is kept when it is left: what is asked, and what was answered so far.
public struct QuizProgress: Sendable, Hashable, Codable {
  public struct Answer: Sendable, Hashable, Codable {
    public var response: QuizResponse
    public var credit: Double
    public var isOverridden: Bool
  }
  public var request: QuizRequest
  public var questions: [QuizQuestion]
  public var answers: [Answer]
}

/// What the notes' changes did to a round that was left.
public struct QuizRepair: Sendable, Hashable {
  /// Questions that the notes no longer give, with others in their place.
  public var replaced = 0
  /// The same, without any other to take their place.
  public var dropped = 0
}

extension QuizRound {
  public var progress: QuizProgress {
    QuizProgress(
      request: request, questions: questions,
      answers: outcomes.map {
        QuizProgress.Answer(
          response: $0.response, credit: $0.credit, isOverridden: $0.isOverridden)
      })
  }

  /// Takes a round up where it was left: the next question is the first that was not answered. What
  /// was answered stands, even where the notes have changed; of what was not, the questions that the
  /// notes no longer give are replaced by others, or dropped.
  public static func resume(
    _ progress: QuizProgress, material: QuizMaterial, links: [String: Set<String>] = [:]
  ) -> (round: QuizRound, repair: QuizRepair) {
    var repair = QuizRepair()
    let done = min(progress.answers.count, progress.questions.count)
    var questions = Array(progress.questions.prefix(done))
    let marks = material.marks
    // Nil for what the notes no longer give.
    let kept = progress.questions.dropFirst(done).map { marks.contains($0.mark) ? $0 : nil }
    let maker = QuizMaker(material, links: links, year: progress.request.year)
    let checked = maker.rechecked(kept.compactMap { $0 }, seed: progress.request.seed)
    var next = checked.makeIterator()
    let left = kept.map { $0 == nil ? nil : next.next() ?? nil }
    repair.replaced += zip(kept.compactMap { $0 }, checked).filter { $1 != nil && $0 != $1 }.count
    let changed = left.filter { $0 == nil }.count
    var spare: [QuizQuestion] = []
    if changed > 0 {
      var request = progress.request
      request.count = min(QuizRequest.longest, progress.questions.count + changed)
      // Another seed, or the same questions would be drawn again.
      request.seed &+= 1
      let used = Set(progress.questions.map(\.mark))
      var plan = QuizPlan(count: progress.questions.count)
      for question in questions + left.compactMap({ $0 }) {
        plan.append(question, maker.exposure(of: question))
      }
      for question in maker.questions(request) where !used.contains(question.mark) {
        let exposure = maker.exposure(of: question)
        guard plan.admits(exposure) else { continue }
        plan.append(question, exposure)
        spare.append(question)
      }
    }
    for question in left {
      if let question {
        questions.append(question)
      } else if spare.isEmpty {
        repair.dropped += 1
      } else {
        questions.append(spare.removeFirst())
        repair.replaced += 1
      }
    }
    var round = QuizRound(progress.request, questions: questions, material: material)
    for answer in progress.answers.prefix(done) {
      guard let current = round.current else { break }
      let verdict =
        round.judge(current).judge(answer.response, to: current)
        ?? QuizVerdict(credit: answer.credit, parts: [])
      var outcome = QuizOutcome(question: current, response: answer.response, verdict: verdict)
      // What was said then stands.
      outcome.credit = answer.credit
      outcome.isOverridden = answer.isOverridden
      round.outcomes.append(outcome)
      round.index += 1
    }
    return (round, repair)
  }
}
