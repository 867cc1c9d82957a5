import Cards
import Collection
import FSRS
import Notes
import Screens
import Study

extension Desk {
  /// A review of what is due, of the vault or of one page. Cards of the vault come without their
  /// texts: `filled` gives those of the one that is shown.
  func review(page: String?) throws -> ReviewSession {
    let (cards, reviewsDue) = try cardsAndLoad(page: page)
    return ReviewSession(
      cards, doneToday: try doneToday(), reviewsDue: reviewsDue,
      scheduler: scheduler, now: now, scope: page.map { .page($0) } ?? .all)
  }

  /// What is due in the vault today. As a review, but without looking at the days to come.
  func dueToday() throws -> ReviewSession {
    let cards = try collection.outlines(onDayOf: now, scheduler: scheduler)
    return ReviewSession(
      DayCards(outlines: cards), doneToday: try doneToday(), reviewsDue: [], scheduler: scheduler,
      now: now)
  }

  /// The same for nothing but its counts and what comes next: reads little, however much is due.
  func countToday() throws -> ReviewSession {
    let cards = try collection.outlines(onDayOf: now, scheduler: scheduler, for: .counting)
    return ReviewSession(
      DayCards(outlines: cards), doneToday: try doneToday(), reviewsDue: [], scheduler: scheduler,
      now: now)
  }

  /// Goes on with cards read anew, after the notes or the collection were changed elsewhere, or when
  /// a new study day has begun.
  /// - Parameter id: a card that is to be among them, whether or not it is due.
  func reload(
    _ session: inout ReviewSession, keepingCard: Bool = true, including id: Card.ID? = nil
  ) throws {
    let day = try cardsAndLoad(page: session.scope.page)
    var cards = day.cards
    if let id, !cards.contains(id), let (card, resting) = try collection.studyCard(id),
      resting == nil
    {
      cards.append(card)
    }
    session.reload(
      cards, doneToday: try doneToday(), reviewsDue: day.reviewsDue, now: now,
      keepingCard: keepingCard)
  }

  /// The cards of a review, and how many reviews fall due on each day.
  private func cardsAndLoad(
    page: String?
  ) throws -> (cards: DayCards, reviewsDue: [Int]) {
    if let page { return (DayCards(try collection.studyCards(page: page)), try reviewsDue()) }
    let day = try collection.day(of: now, scheduler: scheduler)
    return (DayCards(outlines: day.outlines), day.reviewsDue)
  }

  private func reviewsDue() throws -> [Int] {
    try collection.reviewsDue(from: now, calendar: scheduler.calendar)
  }

  /// What is shown next, with its text. A session that a study day has ended for goes on with the
  /// cards of the new one.
  func turn(of session: inout ReviewSession) throws -> Turn {
    if session.day != today, session.currentCard == nil { try reload(&session) }
    let turn = session.turn(at: now)
    guard case .card(var card, let preview) = turn, card.card.prompt.isEmpty,
      let text = try collection.card(card.id)
    else { return turn }
    card.card = text
    return .card(card, preview: preview)
  }

  /// An answer outside a review, its due date spread as one in a review would be.
  func answer(_ card: StudyCard, _ rating: Rating) throws -> Answer {
    scheduler.answer(card, rating: rating, at: now, reviewsDue: try reviewsDue())
  }

  /// What was answered since this study day began; the daily limits are less by it.
  func doneToday() throws -> DayCounts { try collection.dayCounts(since: dayStart) }

  /// Where the study day stands.
  func daySummary(_ session: ReviewSession) throws -> DaySummary {
    let today = try collection.todayCounts(at: now, calendar: scheduler.calendar)
    return DaySummary(
      left: session.counts(at: now), answers: today.answers, seconds: today.seconds,
      streak: today.streak, isFirst: today.isFirst, next: try nextText(after: session))
  }

  /// When more falls due than what is left today; nil when nothing is scheduled.
  func nextDue(after session: ReviewSession) throws -> Instant? {
    let known = [session.summary(at: now).nextDue, try collection.nextDue(after: now)]
    return known.compactMap { $0 }.min()
  }

  /// Takes back the last answer of this study day; nil when there is none.
  func undoAnswer() throws -> Answer? { try collection.undo(since: dayStart) }

  /// Stores what the user set on a card.
  func store(marksOf card: StudyCard) throws {
    try collection.setMarks(Marks(card.schedule), of: card.id)
  }

  // MARK: For the screen

  /// A turn of a review with everything its screen shows.
  func shown(
    _ turn: Turn, of session: ReviewSession, began: Instant, note: String? = nil
  ) throws -> ReviewTurn {
    let now = now
    var result = ReviewTurn(
      show: .wait(seconds: 0), left: session.counts(at: now), done: session.answers.count,
      seconds: Int(now.seconds(since: began)),
      canUndo: try session.canUndo || collection.canUndo(since: dayStart), note: note)
    switch turn {
    case .card(let card, let preview):
      result.show = .card(
        card, intervals: preview.mapValues { $0.intervalText(answeredAt: now) },
        isLeech: scheduler.isLeech(card.schedule))
      if card.card.kind == .question {
        result.positions = try datedPositions(of: card.id)
      }
    case .wait(let until):
      result.show = .wait(seconds: max(0, Int(until.seconds(since: now).rounded(.up))))
    case .finished:
      result.show = .finished(try report(of: session))
    }
    return result
  }

  func date(of moment: Instant) -> String {
    scheduler.calendar.date(of: scheduler.calendar.day(of: moment)).text
  }

  private func report(of session: ReviewSession) throws -> ReviewReport {
    let forgotten = Set(
      session.answers.filter { $0.rating == .again && $0.kind != .question }.map(\.cardID))
    let missed = try forgotten.compactMap { try collection.card($0) }
    return ReviewReport(
      summary: ReviewSummary(answers: session.answers, scheduler: scheduler),
      next: try nextText(after: session),
      missed: missed.sorted { ($0.line, $0.id) < ($1.line, $1.id) }.inNaturalOrder(of: \.page),
      isLimited: session.isLimited)
  }

  /// When more comes; and why not today, where the limits of the day are the reason.
  func nextText(after session: ReviewSession) throws -> String {
    let due = try nextDue(after: session)
    // Somebody's first notes may give none, and nothing else tells what would.
    if due == nil, try !collection.hasDailyCards() {
      return "The notes give no cards for the daily deck yet. \(CardsScreen.remedy)"
    }
    let next = nextDueText(due)
    guard session.isLimited, session.counts(at: now).total == 0 else { return next }
    let options = scheduler.options
    var limits: [String] = []
    if session.doneToday.newDone >= options.newPerDay {
      limits.append("\(options.newPerDay) new \(options.newPerDay == 1 ? "card" : "cards")")
    }
    if session.doneToday.reviewsDone >= options.reviewsPerDay {
      limits.append(
        "\(options.reviewsPerDay) \(options.reviewsPerDay == 1 ? "review" : "reviews")")
    }
    return "The day's limit of \(limits.joined(separator: " and ")) is reached. \(next)"
  }

  /// `Next: tomorrow.` in the words of the calendar.
  private func nextDueText(_ next: Instant?) -> String {
    guard let next else { return "Nothing else is scheduled." }
    let days = scheduler.calendar.day(of: next).days(since: today)
    switch days {
    case ..<1:
      return "The next card comes in \(IntervalText.text(seconds: next.seconds(since: now)))."
    case 1: return "The next cards come tomorrow."
    default: return "The next cards come in \(days) days, on \(date(of: next))."
    }
  }
}

extension ReviewScope {
  /// The page it is about; nil when it is not a page.
  fileprivate var page: String? {
    if case .page(let path) = self { path } else { nil }
  }
}
