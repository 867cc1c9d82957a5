import Cards
import FSRS

/// A review from its first card to its last: what is shown next, what an answer changes, and how to
/// take it back. A value: it reads no clock and stores nothing.
///
/// Learning cards that are due come first, then reviews with new cards spread among them, then open
/// questions. Reviews are in the order of what is most worth saving, within the daily limits, which
/// hold for the whole vault. New cards come page by page. Of siblings only one is shown on a day.
/// When nothing else is left, learning cards are shown up to 20 minutes early.
public struct ReviewSession: Sendable {
  public let scheduler: Scheduler
  public let scope: ReviewScope
  /// The answers given so far and not taken back, oldest first.
  public private(set) var answers: [Answer] = []

  private var cards: DayCards
  private var changes: [Int: Schedule] = [:]
  private var frame: DayFrame
  private var queue: DailyQueue
  private var load: DueLoad
  private var current: Shown?
  /// The card answered last; not shown twice in a row when there is another.
  private var lastAnswered: Int?
  private var history: [Action] = []

  /// `cards` are those of the vault, each page's together; what one of them was answered today
  /// keeps its siblings away, so cards outside the scope matter too. Pages give new cards in
  /// the order in which they are given here.
  ///
  /// - Parameter reviewsDue: how many reviews of the whole vault fall due on each day from today on,
  ///   over which new due dates are spread. Nil takes the cards for the whole vault.
  public init(
    _ cards: DayCards, doneToday: DayCounts = DayCounts(), reviewsDue: [Int]? = nil,
    scheduler: Scheduler, now: Instant, scope: ReviewScope = .all
  ) {
    self.cards = cards
    self.cards.limit(to: scope)
    self.scheduler = scheduler
    self.scope = scope
    frame = DayFrame(at: now, calendar: scheduler.calendar)
    load = DueLoad(from: frame)
    queue = DailyQueue()
    queue.done = doneToday
    if let reviewsDue {
      load.take(reviewsDue)
    } else {
      for outline in cards.outlines { load.add(outline.schedule) }
    }
    plan()
  }

  /// The same with cards that have their texts.
  public init(
    cards: [StudyCard], doneToday: DayCounts = DayCounts(), reviewsDue: [Int]? = nil,
    scheduler: Scheduler, now: Instant, scope: ReviewScope = .all
  ) {
    self.init(
      DayCards(cards), doneToday: doneToday, reviewsDue: reviewsDue, scheduler: scheduler,
      now: now, scope: scope)
  }
}

extension ReviewSession {
  /// A card on the screen, and which queue it is from.
  private struct Shown: Sendable {
    enum Origin: Sendable { case main, learning(LearningEntry), outside }
    let index: Int
    let origin: Origin
  }

  /// What can be taken back, with the session's state before it.
  private struct Action: Sendable {
    let change: Undone
    let index: Int
    let scheduleBefore: Schedule
    let queue: DailyQueue
    let frame: DayFrame
    let shown: Shown?
    let lastAnswered: Int?
  }

  /// What to show at a moment. The same card until it is answered or put away.
  public mutating func turn(at now: Instant) -> Turn {
    if current == nil {
      enterDay(at: now)
      current = choose(at: now)
    }
    if let current {
      let card = studyCard(current.index)
      return .card(card, preview: scheduler.preview(card, at: now, load: load.reviews(on:)))
    }
    guard let first = queue.learning.first else { return .finished }
    return .wait(until: first.due.adding(seconds: -scheduler.options.learnAhead))
  }

  /// The card that is shown; nil before the first turn, and when there is none.
  public var currentCard: StudyCard? { current.map { studyCard($0.index) } }

  /// What is left today, the card that is shown included.
  public func counts(at now: Instant) -> QueueCounts {
    guard current == nil, now >= frame.end else { return queue.counts }
    var tomorrow = self
    tomorrow.enterDay(at: now)
    return tomorrow.queue.counts
  }

  /// What is left today, and when more falls due. Linear in the cards.
  public func summary(at now: Instant) -> QueueSummary {
    var session = self
    if current == nil { session.enterDay(at: now) }
    return QueueSummary(
      counts: session.queue.counts, nextDue: session.nextDue(after: now))
  }

  /// The cards that are left today, in no particular order. Linear in what is left.
  public func remaining(at now: Instant) -> [StudyCard] {
    var session = self
    if current == nil { session.enterDay(at: now) }
    let queue = session.queue
    return queue.main[queue.position...].map(session.studyCard)
      + queue.learning.elements.map { session.studyCard($0.index) }
  }

  private func nextDue(after now: Instant) -> Instant? {
    var next = queue.heldBack ? frame.end : Instant(milliseconds: .max)
    let tomorrow = frame.day.adding(days: 1)
    for index in cards.outlines.indices where cards.outlines[index].isInScope {
      let schedule = schedule(index)
      let isDaily = cards.outlines[index].isDaily
      guard QueuePlanner.mayBeShown(schedule, daily: isDaily, on: tomorrow) else { continue }
      if schedule.buriedOn == frame.day { next = min(next, max(frame.end, schedule.due)) }
      let waits = schedule.state != .review || !frame.reaches(due: schedule.due)
      if schedule.state != .new, waits, schedule.due > now { next = min(next, schedule.due) }
    }
    return next.milliseconds == .max ? nil : next
  }

  /// The study day that the session's cards were chosen for.
  public var day: StudyDay { frame.day }

  /// Whether the limits of the day keep cards away that could be shown today.
  public var isLimited: Bool { queue.isLimited }

  /// What was done today, earlier reviews included.
  public var doneToday: DayCounts { queue.done }

  /// How many reviews are due on each day from the one on which the session began.
  public var dueDays: [Int] { load.days }

  /// Rates the card that is shown. `duration` is in milliseconds. Nil when no card is shown.
  @discardableResult
  public mutating func answer(_ rating: Rating, at now: Instant, duration: Int = 0) -> Answer? {
    guard let shown = current else { return nil }
    let card = studyCard(shown.index)
    let answer = scheduler.answer(
      card, rating: rating, at: now, duration: duration, load: load.reviews(on:))
    remember(.answer(answer), shown)
    leave(shown, card.schedule)
    set(answer.after, at: shown.index)
    queue.done.count(answer)
    answers.append(answer)
    current = nil
    lastAnswered = shown.index
    if isLeftToday(answer.after, at: now) {
      queue.learning.insert(LearningEntry(due: answer.after.due, index: shown.index))
      queue.counts.learning += 1
    }
    return answer
  }

  /// Whether the card comes back before this review ends.
  private func isLeftToday(_ schedule: Schedule, at now: Instant) -> Bool {
    switch schedule.state {
    case .new, .review: false
    case .learning, .relearning:
      schedule.due < frame.end
        // Just before the day ends the next step still belongs to this review.
        || schedule.due < now.adding(seconds: min(scheduler.options.learnAhead, 3600))
    }
  }
}

extension ReviewSession {
  /// Not today: the card that is shown is put away until the next study day.
  public mutating func bury() -> StudyCard? {
    let today = frame.day
    return putAway { $0.buriedOn = today }
  }

  /// The card that is shown is put away until the user takes it up again.
  public mutating func suspend() -> StudyCard? {
    putAway { $0.suspended = true }
  }

  /// Sets the user's mark on the card that is shown, or takes it off; the card stays.
  public mutating func toggleMark() -> StudyCard? {
    guard let shown = current else { return nil }
    return change(shown) { $0.marked.toggle() }
  }

  /// Whether this session has an answer or a mark to take back.
  public var canUndo: Bool { !history.isEmpty }

  /// Takes back the last answer or mark, whichever came last, and shows its card again. Everything
  /// is as it was before. Nil when there is nothing to take back.
  public mutating func undo() -> Undone? {
    guard let action = history.popLast() else { return nil }
    set(action.scheduleBefore, at: action.index)
    queue = action.queue
    frame = action.frame
    current = action.shown
    lastAnswered = action.lastAnswered
    switch action.change {
    case .answer(let answer):
      answers.removeLast()
      return .answer(answer)
    case .card: return .card(studyCard(action.index))
    }
  }

  /// Shows a card next, whether or not it is due: an answer of an earlier session taken back, say.
  /// False when the session does not have it.
  public mutating func present(_ id: Card.ID) -> Bool {
    let key = CardKey(id)
    guard let index = cards.outlines.firstIndex(where: { $0.key == key }) else { return false }
    if let entry = queue.learning.elements.first(where: { $0.index == index }) {
      current = Shown(index: index, origin: .learning(entry))
    } else if let place = queue.main[queue.position...].firstIndex(of: index) {
      queue.main.remove(at: place)
      queue.main.insert(index, at: queue.position)
      current = Shown(index: index, origin: .main)
    } else {
      current = Shown(index: index, origin: .outside)
    }
    return true
  }

  /// Goes on with cards read anew, after the notes or the collection were changed elsewhere. The
  /// card that is shown stays if it is still there and `keepingCard` says so. Earlier answers can no
  /// longer be taken back here.
  public mutating func reload(
    _ cards: DayCards, doneToday: DayCounts, reviewsDue: [Int]? = nil, now: Instant,
    keepingCard: Bool = true
  ) {
    let shown = keepingCard ? currentCard?.id : nil
    var fresh = ReviewSession(
      cards, doneToday: doneToday, reviewsDue: reviewsDue, scheduler: scheduler, now: now,
      scope: scope)
    fresh.answers = answers
    if let shown { _ = fresh.present(shown) }
    self = fresh
  }

  private mutating func putAway(_ change: (inout Schedule) -> Void) -> StudyCard? {
    guard let shown = current else { return nil }
    let card = self.change(shown, change)
    current = nil
    // A sibling or a card beyond the limit may take its place.
    plan()
    return card
  }

  private mutating func change(_ shown: Shown, _ change: (inout Schedule) -> Void) -> StudyCard {
    var card = studyCard(shown.index)
    remember(.card(card), shown)
    change(&card.schedule)
    set(card.schedule, at: shown.index)
    return card
  }
}

extension ReviewSession {
  private func studyCard(_ index: Int) -> StudyCard {
    StudyCard(card: cards.card(index), schedule: schedule(index))
  }

  private func schedule(_ index: Int) -> Schedule {
    changes[index] ?? cards.outlines[index].schedule
  }

  private mutating func set(_ schedule: Schedule, at index: Int) {
    load.remove(self.schedule(index))
    load.add(schedule)
    changes[index] = schedule
  }

  private mutating func plan() {
    queue =
      QueuePlanner(
        scheduler: scheduler, frame: frame, done: queue.done, cards: cards.outlines,
        changes: changes
      ).plan()
  }

  /// When the study day is over its limits are too.
  private mutating func enterDay(at now: Instant) {
    guard now >= frame.end else { return }
    frame = DayFrame(at: now, calendar: scheduler.calendar)
    queue.done = DayCounts()
    plan()
  }

  private func choose(at now: Instant) -> Shown? {
    let first = queue.learning.first
    if let first, first.due <= now { return Shown(index: first.index, origin: .learning(first)) }
    if let next = queue.next { return Shown(index: next, origin: .main) }
    let horizon = now.adding(seconds: max(0, scheduler.options.learnAhead))
    guard var first, first.due <= horizon else { return nil }
    if first.index == lastAnswered,
      let other = queue.learning.elements.filter({ $0.index != lastAnswered }).min(),
      other.due <= horizon
    {
      first = other
    }
    return Shown(index: first.index, origin: .learning(first))
  }

  private mutating func leave(_ shown: Shown, _ schedule: Schedule) {
    switch shown.origin {
    case .main:
      queue.position += 1
      if schedule.state == .new { queue.counts.new -= 1 } else { queue.counts.review -= 1 }
    case .learning(let entry):
      queue.learning.remove(entry)
      queue.counts.learning -= 1
    case .outside: break
    }
  }

  private mutating func remember(_ change: Undone, _ shown: Shown) {
    history.append(
      Action(
        change: change, index: shown.index,
        scheduleBefore: schedule(shown.index), queue: queue,
        frame: frame, shown: shown, lastAnswered: lastAnswered))
  }
}

/// What `undo` took back, and is now to be taken back in the collection.
public enum Undone: Sendable, Hashable {
  /// The answer is to leave the log.
  case answer(Answer)
  /// The card is to be stored with its marks as they are given here.
  case card(StudyCard)
}
