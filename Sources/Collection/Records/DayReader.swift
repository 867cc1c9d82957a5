import Cards
import FSRS
import GRDB
import Study

/// Reads the cards that matter on a study day, straight from the index of what is due.
struct DayReader {
  private let use: DayUse
  private let options: StudyOptions
  private let day: StudyDay
  private let start: Instant
  private let end: Instant

  init(moment: Instant, scheduler: Scheduler, use: DayUse) {
    self.use = use
    options = scheduler.options
    day = scheduler.calendar.day(of: moment)
    start = scheduler.calendar.start(of: day)
    end = scheduler.calendar.start(of: day.adding(days: 1))
  }

  /// What a day has. In the order in which it is read.
  struct Found {
    var cards: [CardOutline] = []
    /// How many reviews of the whole vault fall due before `DueDays.tomorrow`; not to be relied upon
    /// when only counting.
    var reviewsDue = 0
    /// Whether reviews were left out.
    fileprivate var isCut = false
  }

  func find(_ db: Database) throws -> Found {
    var found = Found()
    found.cards.reserveCapacity(try most(db))
    try addLearning(db, to: &found)
    try addAnswered(db, to: &found)
    switch use {
    case .reviewing: try addReviews(db, to: &found)
    case .counting: try addFirstReviews(db, to: &found)
    }
    try addNew(db, to: &found)
    return found
  }

  /// For how many cards room is made: all there ever were, or very many. What is not used of it costs
  /// nothing, while growing step by step means to copy megabytes again and again.
  private func most(_ db: Database) throws -> Int {
    min(200_000, try db.first("SELECT max(number) FROM card") { $0.int(0) } ?? 0)
  }

  /// All in the index of what is due, where `suspended` is 0. To count, the first are enough: to read
  /// the others takes longer than all the rest.
  private var columns: String { Self.counted + (use == .counting ? "" : ", " + Self.others) }
  private static let counted = "state, due_ms, daily, sibling_key, buried_on, question, last_ms"
  private static let others =
    "card_id, step, stability, difficulty, interval, reviews, lapses, marked"

  /// Cards in their steps, and new ones that were asked for.
  private func addLearning(_ db: Database, to found: inout Found) throws {
    try db.each(
      """
      SELECT \(columns) FROM schedule INDEXED BY schedule_due
      WHERE state IN (0, 1, 3) AND \(Schema.isIndexedAsDue) AND due_ms < ?
      """
    ) {
      $0.bind(end.milliseconds)
    } _: {
      found.cards.append(CardOutline($0, isWhole: use == .reviewing))
    }
  }

  /// Cards that are due on another day: their siblings are not shown on this one.
  private func addAnswered(_ db: Database, to found: inout Found) throws {
    try db.each(
      """
      SELECT suspended, \(columns) FROM schedule
      WHERE card_id IN (SELECT card_id FROM review INDEXED BY review_time WHERE time_ms >= ?)
        AND resting = 0 AND NOT (\(Schema.comesDue) AND due_ms < ?)
      """
    ) {
      $0.bind(start.milliseconds)
      $0.bind(end.milliseconds)
    } _: {
      var card = CardOutline($0, from: 1, isWhole: use == .reviewing)
      card.schedule.suspended = $0.flag(0)
      found.cards.append(card)
    }
  }

  /// All reviews that are due. Those outside the daily deck only count among what falls due.
  private func addReviews(_ db: Database, to found: inout Found) throws {
    let tomorrow = DueDays(from: start).tomorrow
    try db.each(
      """
      SELECT \(CardOutline.reviewColumns) FROM schedule INDEXED BY schedule_due
      WHERE state = 2 AND \(Schema.isIndexedAsDue) AND due_ms < ? ORDER BY due_ms
      """
    ) {
      $0.bind(end.milliseconds)
    } _: { row in
      if row.integer(0) < tomorrow { found.reviewsDue += 1 }
      if row.flag(1) { found.cards.append(CardOutline(review: row)) }
    }
  }

  /// How many reviews a day shows does not depend on which they are: one for each group of siblings
  /// that is not taken yet, up to the limit. To count, one group more than the limit is enough; the
  /// one tells that something was held back.
  private func addFirstReviews(_ db: Database, to found: inout Found) throws {
    var groups = GroupCount(taken: found.cards)
    try db.walk(
      """
      SELECT \(columns) FROM schedule INDEXED BY schedule_due
      WHERE state = 2 AND daily = 1 AND \(Schema.isIndexedAsDue) AND due_ms < ? ORDER BY due_ms
      """
    ) {
      $0.bind(end.milliseconds)
    } while: { row in
      let card = CardOutline(row, isWhole: false)
      found.cards.append(card)
      // A review that falls due in the second half of the day may belong to the next one.
      guard card.schedule.buriedOn != day, card.schedule.due < end.adding(seconds: -43_200) else {
        return true
      }
      groups.add(card.siblings)
      found.isCut = groups.count > max(0, options.reviewsPerDay)
      return !found.isCut
    }
  }

  /// The next daily cards that were never answered, page by page and line by line: those of whole
  /// pages, until there are more source items that may be shown than the limit takes. A page is not
  /// cut, for which of its cards come first is for the queue to say. Nothing behind them is read.
  private func addNew(_ db: Database, to found: inout Found) throws {
    // Some more than the limit, so that another can step in for one that is buried or suspended.
    let wanted = options.newPerDay > 0 ? options.newPerDay + 20 : 0
    // Due cards keep their siblings away on this day, so that those do not count.
    var taken: Set<Int64>?
    var groups = GroupCount(taken: [])
    var page: String?
    var new: [CardOutline] = []
    try db.walk(
      """
      SELECT card.id, card.kind = 'question', schedule.sibling_key, schedule.daily,
        \(ScheduleRow.columns), card.page, card.line, card.kind
      FROM card INDEXED BY card_unseen CROSS JOIN schedule ON schedule.card_id = card.id
      WHERE card.unseen = 1 AND card.daily = 1 AND card.off = 0
        AND card.resting_since_ms IS NULL AND schedule.suspended = 0
      ORDER BY card.page, card.line, card.number
      """
    ) { _ in
    } while: { row in
      let card = CardOutline(new: row)
      let itsPage = row.text(CardOutline.pageColumn)
      if itsPage != page {
        guard groups.count < wanted else { return false }
        page = itsPage
        if taken == nil { taken = Set(found.cards.lazy.map(\.siblings)) }
        if found.isCut { try taken?.formUnion(dueSiblings(on: itsPage, db)) }
      }
      if card.schedule.buriedOn != day, card.siblings == 0 || taken?.contains(card.siblings) != true
      {
        groups.add(card.siblings)
      }
      // One that was asked for is among the due ones already.
      if card.schedule.due.milliseconds == 0 { new.append(card) }
      return true
    }
    found.cards += new
  }

  /// The sibling groups of a page's reviews that are due; siblings are always on one page.
  private func dueSiblings(on page: String, _ db: Database) throws -> [Int64] {
    var keys: [Int64] = []
    try db.each(
      """
      SELECT schedule.sibling_key
      FROM card INDEXED BY card_page CROSS JOIN schedule ON schedule.card_id = card.id
      WHERE card.page = ? AND schedule.state = 2 AND schedule.daily = 1
        AND schedule.due_ms > 0 AND schedule.due_ms < ?
        AND schedule.suspended = 0 AND schedule.resting = 0
      """
    ) {
      $0.bind(page)
      $0.bind(end.milliseconds)
    } _: {
      keys.append($0.integer(0))
    }
    return keys
  }
}

/// Counts groups of siblings; a card without a group is one by itself.
private struct GroupCount {
  private(set) var count = 0
  private var known: Set<Int64>

  init(taken: [CardOutline]) {
    known = Set(minimumCapacity: taken.count)
    for card in taken { known.insert(card.siblings) }
  }

  mutating func add(_ group: Int64) {
    if group == 0 || known.insert(group).inserted { count += 1 }
  }
}

extension CardOutline {
  /// Reads `DayReader.columns`, the first of which is the statement's column `start`.
  /// - Parameter isWhole: whether there is more than what is counted. Else all ids are alike.
  fileprivate init(_ row: Columns, from start: Int32 = 0, isWhole: Bool) {
    let state = row.int(start)
    var schedule = Schedule(
      state: CardState(code: state, step: 0), due: Instant(milliseconds: row.integer(start + 1)),
      lastReview: row.moment(start + 6),
      buriedOn: row.integerIfAny(start + 4).map { StudyDay(number: Int($0)) })
    if isWhole {
      schedule.state = CardState(code: state, step: row.int(start + 8))
      schedule.memory = row.memory(at: start + 9)
      schedule.interval = row.int(start + 11)
      schedule.reviews = row.int(start + 12)
      schedule.lapses = row.int(start + 13)
      schedule.marked = row.flag(start + 14)
    }
    self.init(
      key: isWhole ? row.cardKey(start + 7) : .number(0),
      kind: row.flag(start + 5) ? .question : .recall, siblings: row.integer(start + 3),
      isDaily: row.flag(start + 2), schedule: schedule)
  }

  /// In the order of `init(review:)`.
  fileprivate static let reviewColumns = """
    due_ms, daily, sibling_key, buried_on, question, stability, difficulty, last_ms, interval, \
    reviews, lapses, marked, card_id
    """

  /// Reads `reviewColumns` of a daily card in review, of which there may be tens of thousands: whether a
  /// value is there at all is asked only of one that reads as 0.
  fileprivate init(review row: Columns) {
    let stability = row.double(5)
    self.init(
      key: row.cardKey(12), kind: row.flag(4) ? .question : .recall, siblings: row.integer(2),
      isDaily: true,
      schedule: Schedule(
        state: .review,
        memory: stability == 0
          ? row.memory(at: 5) : MemoryState(stability: stability, difficulty: row.double(6)),
        due: Instant(milliseconds: row.integer(0)),
        lastReview: row.moment(7),
        interval: row.int(8), reviews: row.int(9), lapses: row.int(10),
        buriedOn: row.integerIfAny(3).map { StudyDay(number: Int($0)) }, marked: row.flag(11)))
  }

  fileprivate static let pageColumn = 4 + ScheduleRow.columnCount

  /// The same, and behind it page, line and kind.
  fileprivate init(new row: Columns) {
    self.init(
      key: row.cardKey(0), kind: CardKind(rawValue: row.text(Self.pageColumn + 2)) ?? .recall,
      siblings: row.integer(2), isDaily: row.flag(3), schedule: ScheduleRow(row, from: 4).schedule,
      page: row.text(Self.pageColumn), line: row.int(Self.pageColumn + 1))
  }
}

extension Columns {
  /// Nil where there is none.
  fileprivate func moment(_ column: Int32) -> Instant? {
    let milliseconds = integer(column)
    return milliseconds == 0 && isNull(column) ? nil : Instant(milliseconds: milliseconds)
  }

  fileprivate func cardKey(_ column: Int32) -> CardKey {
    withBytes(column) { CardKey(utf8: $0) }
  }
}
