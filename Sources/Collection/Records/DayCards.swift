import Cards
import GRDB
import Study

extension Collection {
  /// The cards that matter on the study day of a moment, and no others: those that are due on it,
  /// those that were answered on it, and a few more new ones than its limit may take. A `ReviewSession`
  /// over them counts as one over all cards does, and the cost grows with them alone.
  /// - Parameter scheduler: its calendar and limits.
  public func studyCards(
    onDayOf moment: Instant, scheduler: Scheduler
  ) throws(CollectionError) -> [StudyCard] {
    let calendar = scheduler.calendar
    let day = calendar.day(of: moment)
    return try read { db in
      var cards = try db.studyCardsDue(
        before: calendar.start(of: day.adding(days: 1)), answeredSince: calendar.start(of: day))
      // Due cards keep their siblings away on this day, so that those do not count.
      let claimed = Set(cards.lazy.map(\.card.siblingGroup))
      let ids = Set(cards.lazy.map(\.id))
      let new = try db.newCards(groups: scheduler.options.newCardsAtHand, on: day) {
        claimed.contains($0.siblingGroup)
      }
      cards += new.filter { !ids.contains($0.id) }
      return cards
    }
  }

  /// The same cards with nothing but what counting and ordering a day needs: id, kind (question or
  /// not), sibling group (as a number), whether daily, and the schedule; of new cards also kind, page and
  /// line, which their order depends on. All texts are empty. Many times quicker; `card(_:)` gives the text of the one to be shown.
  public func outlines(
    onDayOf moment: Instant, scheduler: Scheduler
  ) throws(CollectionError) -> [StudyCard] {
    let calendar = scheduler.calendar
    let day = calendar.day(of: moment)
    return try read { db in
      var (cards, claimed) = try db.outlinesDue(
        before: calendar.start(of: day.adding(days: 1)), answeredSince: calendar.start(of: day))
      let new = try db.newCards(groups: scheduler.options.newCardsAtHand, on: day) {
        claimed.contains($0.siblingKey)
      }
      // One that was asked for is among the due ones already.
      cards += new.lazy.filter { $0.schedule.due.milliseconds == 0 }.map {
        StudyCard(card: Card(new: $0.card), schedule: $0.schedule)
      }
      return cards
    }
  }

  /// How many reviews fall due on each day, the first of them the study day of a moment with all
  /// that was due before. Suspended and resting cards are left out.
  public func reviewsDue(
    from moment: Instant, calendar: StudyCalendar
  ) throws(CollectionError) -> [Int] {
    let start = calendar.start(of: calendar.day(of: moment))
    return try read { db in
      var days: [Int] = []
      // A day begins an hour earlier or later where the clocks change: half a day is allowed for.
      try db.each(
        """
        SELECT max(0, (due_ms - ?1 + 43200000) / 86400000) AS day, count(*)
        FROM schedule INDEXED BY schedule_due
        WHERE due_ms > 0 AND suspended = 0 AND resting = 0 AND state = 2 GROUP BY day ORDER BY day
        """
      ) {
        $0.bind(start.milliseconds)
      } _: { row in
        let day = row.int(0)
        guard day < 40_000 else { return }
        days += repeatElement(0, count: day + 1 - days.count)
        days[day] = row.int(1)
      }
      return days
    }
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
      try db.first(
        """
        SELECT due_ms FROM schedule INDEXED BY schedule_due
        WHERE \(Schema.comesDue) AND due_ms > ? ORDER BY due_ms LIMIT 1
        """
      ) {
        $0.bind(moment.milliseconds)
      } _: {
        Instant(milliseconds: $0.integer(0))
      }
    }
  }
}

extension StudyOptions {
  /// How many new cards a day's queue is given: some more than it may take, so that another can
  /// step in for one that is buried or suspended.
  fileprivate var newCardsAtHand: Int { newPerDay > 0 ? newPerDay + 20 : 0 }
}

extension Database {
  /// Cards that are due before a moment or were answered from another one on, in the order of due
  /// dates. Rows for cards that nothing is known of any more are passed over.
  fileprivate func studyCardsDue(
    before end: Instant, answeredSince start: Instant
  ) throws -> [StudyCard] {
    var cards: [StudyCard] = []
    try each(
      """
      SELECT \(CardRow.qualifiedColumns), \(ScheduleRow.columns)
      FROM (
        SELECT card_id AS wanted FROM schedule INDEXED BY schedule_due
          WHERE \(Schema.comesDue) AND due_ms < ?
        UNION SELECT card_id FROM review INDEXED BY review_time WHERE time_ms >= ?
      ) CROSS JOIN schedule ON schedule.card_id = wanted CROSS JOIN card ON card.id = wanted
      WHERE card.resting_since_ms IS NULL AND card.off = 0
      ORDER BY card.page, card.line, card.number
      """
    ) {
      $0.bind(end.milliseconds)
      $0.bind(start.milliseconds)
    } _: {
      cards.append(StudyCard($0))
    }
    return cards
  }

  /// The next daily cards that were never answered, page by page and line by line: those of whole
  /// pages, until there are `groups` source items that may be shown on `day`. A page is not cut, for
  /// which of its cards come first is for the queue to say. Nothing behind them is read.
  fileprivate func newCards(
    groups: Int, on day: StudyDay, unless isClaimed: (Card) -> Bool
  ) throws -> [StudyCard] {
    var cards: [StudyCard] = []
    var counted: Set<String> = []
    var page: String?
    try walk(
      """
      SELECT \(CardRow.qualifiedColumns), \(ScheduleRow.columns)
      FROM card INDEXED BY card_unseen CROSS JOIN schedule ON schedule.card_id = card.id
      WHERE card.unseen = 1 AND card.daily = 1 AND card.off = 0
        AND card.resting_since_ms IS NULL AND schedule.suspended = 0
      ORDER BY card.page, card.line, card.number
      """
    ) { _ in
    } while: { row in
      let card = StudyCard(row)
      if card.card.page != page {
        guard counted.count < groups else { return false }
        page = card.card.page
      }
      let group = card.card.siblingGroup
      if card.schedule.buriedOn != day, group.isEmpty || !isClaimed(card.card) {
        // A card without a group has no siblings.
        counted.insert(group.isEmpty ? card.id : group)
      }
      cards.append(card)
      return true
    }
    return cards
  }

  /// Reads the index of what is due, and for the answers of the day the schedules themselves.
  fileprivate func outlinesDue(
    before end: Instant, answeredSince start: Instant
  ) throws -> (cards: [StudyCard], siblingKeys: Set<Int64>) {
    let columns = """
      card_id, question, sibling_key, daily, state, step, stability, difficulty, due_ms, \
      last_ms, interval, reviews, lapses, suspended, buried_on, marked, NULL, NULL
      """
    var cards: [StudyCard] = []
    var keys: Set<Int64> = []
    try each(
      """
      SELECT \(columns) FROM schedule INDEXED BY schedule_due
      WHERE \(Schema.comesDue) AND due_ms < ? ORDER BY due_ms
      """
    ) {
      $0.bind(end.milliseconds)
    } _: {
      keys.insert($0.integer(2))
      cards.append(StudyCard(outline: $0))
    }
    try each(
      """
      SELECT \(columns) FROM schedule
      WHERE card_id IN (SELECT card_id FROM review INDEXED BY review_time WHERE time_ms >= ?)
        AND resting = 0 AND NOT (\(Schema.comesDue) AND due_ms < ?)
      """
    ) {
      $0.bind(start.milliseconds)
      $0.bind(end.milliseconds)
    } _: {
      keys.insert($0.integer(2))
      cards.append(StudyCard(outline: $0))
    }
    return (cards, keys)
  }
}

extension StudyCard {
  fileprivate init(outline row: Columns) {
    let key = row.integer(2)
    self.init(
      card: Card(
        outline: row.text(0), kind: row.flag(1) ? .question : .recall, siblingKey: key,
        daily: row.flag(3)),
      schedule: ScheduleRow(row, from: 4).schedule)
  }
}

extension Card {
  fileprivate init(outline id: String, kind: CardKind, siblingKey: Int64, daily: Bool) {
    self.init(
      id: id, page: "", section: "", kind: kind, prompt: "", answer: "", context: "", file: "",
      line: 0, source: "", siblingGroup: siblingKey == 0 ? "" : String(siblingKey),
      daily: daily)
  }

  /// New cards come in an order that depends on their kind and place.
  fileprivate init(new card: Card) {
    self.init(
      outline: card.id, kind: card.kind, siblingKey: card.siblingKey, daily: card.daily)
    page = card.page
    line = card.line
  }
}
