import Cards
import FSRS

/// An answer of a card's history.
public struct PastAnswer: Sendable, Hashable {
  public var time: Instant
  public var day: StudyDay
  public var rating: Rating
  public var kind: ReviewKind
  /// Study days since the answer before.
  public var elapsedDays: Int
  /// In milliseconds.
  public var duration: Int
  /// In days, after the answer; 0 while learning.
  public var interval: Int
  public var due: Instant
  /// After the answer; nil for open questions.
  public var memory: MemoryState?

  public init(
    time: Instant, day: StudyDay, rating: Rating, kind: ReviewKind, elapsedDays: Int,
    duration: Int, interval: Int, due: Instant, memory: MemoryState?
  ) {
    self.time = time
    self.day = day
    self.rating = rating
    self.kind = kind
    self.elapsedDays = elapsedDays
    self.duration = duration
    self.interval = interval
    self.due = due
    self.memory = memory
  }

  /// How long the card was put off, as people read it.
  public var intervalText: String {
    interval > 0
      ? IntervalText.text(days: interval) : IntervalText.text(seconds: due.seconds(since: time))
  }
}

/// Everything there is to say about one card at a moment: its history, how it fades, and what each
/// rating would make of it.
public struct CardInfo: Sendable {
  public let card: StudyCard
  /// Oldest first.
  public let answers: [PastAnswer]
  /// The chance of recall before each answer, from the memory after the one before it; nil for the
  /// first, and for open questions.
  public let recallBefore: [Double?]
  /// When the card's text was no longer found in the notes; nil while it is there.
  public let restingSince: StudyDay?
  /// When an open question found its answer; nil while it is open.
  public let resolvedOn: StudyDay?
  public let now: Instant
  public let today: StudyDay
  /// The study day on which the card is due; nil when it has no due date.
  public let dueDay: StudyDay?
  public let isLeech: Bool
  public let desiredRetention: Double
  /// What each rating would make of the card now, Again first.
  public let outcomes: [(rating: Rating, schedule: Schedule)]
  /// The chance of recall now, 0…1; nil while nothing is known of it.
  public let recall: Double?
  private let model: Model

  public init(
    card: StudyCard, answers: [PastAnswer], restingSince: StudyDay?,
    resolvedOn: StudyDay? = nil, scheduler: Scheduler, now: Instant
  ) {
    self.card = card
    self.answers = answers
    self.restingSince = restingSince
    self.resolvedOn = resolvedOn
    self.now = now
    model = scheduler.model
    let calendar = scheduler.calendar
    today = calendar.day(of: now)
    let due = card.schedule.due
    dueDay =
      due.milliseconds <= 0
      ? nil : card.schedule.state == .review ? calendar.nearestDay(to: due) : calendar.day(of: due)
    isLeech = scheduler.isLeech(card.schedule)
    desiredRetention = scheduler.options.desiredRetention
    let preview = scheduler.preview(card, at: now)
    outcomes = Rating.allCases.compactMap { rating in preview[rating].map { (rating, $0) } }
    recall = scheduler.retrievability(of: card.schedule, at: now)
    recallBefore = answers.indices.map { index in
      guard index > 0, let memory = answers[index - 1].memory else { return nil }
      return scheduler.model.retrievability(
        after: Double(answers[index].elapsedDays), stability: memory.stability)
    }
  }

  /// Days, with fractions, from the last answer until now; nil before the first.
  public var daysSinceLast: Double? {
    card.schedule.lastReview.map { max(0, now.seconds(since: $0)) / 86_400 }
  }

  /// Days, with fractions, from the last answer until the card is due; nil before the first answer.
  public var daysUntilDue: Double? {
    guard let last = card.schedule.lastReview, dueDay != nil else { return nil }
    return max(0, card.schedule.due.seconds(since: last)) / 86_400
  }

  /// The forgetting curve: the chance of recall so many days after the last answer; nil when the card
  /// has no memory.
  public func recall(after days: Double) -> Double? {
    card.schedule.memory.map { model.retrievability(after: days, stability: $0.stability) }
  }
}
