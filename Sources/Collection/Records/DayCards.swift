import Cards
import GRDB
import Study

/// What the cards of a day are read for.
public enum DayUse: Sendable {
  /// To be shown: all that are due take part, for the most worthwhile come first.
  case reviewing
  /// Only to be counted, by a session that is asked for nothing else: of the reviews, not many more
  /// than the day's limit takes, and all without their ids and memories.
  case counting
}

extension Collection {
  /// The cards that matter on the study day of a moment, and no others: those that are due on it,
  /// those that were answered on it, and a few more new ones than its limit may take. A `ReviewSession`
  /// over them counts as one over all cards does, and the cost grows with them alone. `card(_:)`
  /// gives the text of the one to be shown.
  /// - Parameter scheduler: its calendar and limits.
  public func outlines(
    onDayOf moment: Instant, scheduler: Scheduler, for use: DayUse = .reviewing
  ) throws(CollectionError) -> [CardOutline] {
    let reader = DayReader(moment: moment, scheduler: scheduler, use: use)
    return try read { db in try reader.find(db).cards }
  }

  /// Both `outlines` for reviewing and `reviewsDue`: what is due is looked through once.
  public func day(
    of moment: Instant, scheduler: Scheduler
  ) throws(CollectionError) -> (outlines: [CardOutline], reviewsDue: [Int]) {
    let reader = DayReader(moment: moment, scheduler: scheduler, use: .reviewing)
    let days = DueDays(at: moment, calendar: scheduler.calendar)
    return try read { db in
      let found = try reader.find(db)
      return (found.cards, try days.counts(from: found.reviewsDue, db))
    }
  }

  /// How many reviews fall due on each day, the first of them the study day of a moment with all
  /// that was due before. Suspended and resting cards are left out.
  public func reviewsDue(
    from moment: Instant, calendar: StudyCalendar
  ) throws(CollectionError) -> [Int] {
    let days = DueDays(at: moment, calendar: calendar)
    return try read { db in try days.counts(from: try days.first(db), db) }
  }

  /// How many of some cards each page has.
  public func pageCounts(
    of ids: some Sequence<Card.ID>
  ) throws(CollectionError) -> [String: Int] {
    try read { db in
      var counts: [String: Int] = [:]
      for id in ids {
        let page = try db.first("SELECT page FROM card WHERE id = ?") {
          $0.bind(id)
        } _: {
          $0.text(0)
        }
        if let page { counts[page, default: 0] += 1 }
      }
      return counts
    }
  }

  /// What was done since the study day began, for the daily limits.
  public func dayCounts(since start: Instant) throws(CollectionError) -> DayCounts {
    try read { db in
      try db.first(
        """
        SELECT total(first), total(first = 0 AND kind IN (?, ?)) FROM review WHERE time_ms >= ?
        """
      ) {
        $0.bind(ReviewKind.review.rawValue)
        $0.bind(ReviewKind.question.rawValue)
        $0.bind(start.milliseconds)
      } _: {
        DayCounts(newDone: $0.int(0), reviewsDone: $0.int(1))
      } ?? DayCounts()
    }
  }

  /// When the next card is due after a moment; nil when none is. Burying is not looked at.
  public func nextDue(after moment: Instant) throws(CollectionError) -> Instant? {
    try read { db in
      // One by one, for the index is in the order of states first.
      try [CardState.new, .learning(step: 0), .review, .relearning(step: 0)].compactMap { state in
        try db.first(
          """
          SELECT due_ms FROM schedule INDEXED BY schedule_due
          WHERE due_ms > ? AND state = ? AND \(Schema.comesDue) ORDER BY due_ms LIMIT 1
          """
        ) {
          $0.bind(moment.milliseconds)
          $0.bind(state.code)
        } _: {
          Instant(milliseconds: $0.integer(0))
        }
      }.min()
    }
  }
}

/// How many reviews fall due on each day from one on.
struct DueDays {
  /// In milliseconds. A day begins an hour earlier or later where the clocks change: half a day is
  /// allowed for.
  private let start: Int64
  /// What is due before, in milliseconds, counts for the first day.
  var tomorrow: Int64 { start + Self.day }
  private static let day: Int64 = 86_400_000
  private static let reviews = "state = 2 AND \(Schema.isIndexedAsDue)"

  /// - Parameter start: of the first day.
  init(from start: Instant) { self.start = start.adding(seconds: -43_200).milliseconds }

  init(at moment: Instant, calendar: StudyCalendar) {
    self.init(from: calendar.start(of: calendar.day(of: moment)))
  }

  /// How many fall due on the first day or before.
  func first(_ db: Database) throws -> Int {
    try db.first(
      """
      SELECT count(*) FROM schedule INDEXED BY schedule_due WHERE due_ms < ? AND \(Self.reviews)
      """
    ) {
      $0.bind(tomorrow)
    } _: {
      $0.int(0)
    } ?? 0
  }

  /// All days, the first of which is counted already.
  func counts(from first: Int, _ db: Database) throws -> [Int] {
    var days = [first]
    // In the order of the index; to let SQLite group them would sort them. The narrower bound has
    // to stand first to be the one that is searched for.
    try db.each(
      """
      SELECT due_ms FROM schedule INDEXED BY schedule_due
      WHERE due_ms >= ? AND \(Self.reviews) ORDER BY due_ms
      """
    ) {
      $0.bind(tomorrow)
    } _: { row in
      let day = Int((row.integer(0) - start) / Self.day)
      guard day < 40_000 else { return }
      if day >= days.count { days += repeatElement(0, count: day + 1 - days.count) }
      days[day] += 1
    }
    return days
  }
}
