import Cards
import FSRS
import GRDB
import GRDBSQLite
import Study

extension Collection {
  /// Everything that is counted, in one pass over the cards and one over the log. A million answers
  /// take well under a second, and memory that grows with the cards and the days alone.
  /// - Parameter scheduler: its calendar and memory model, and what it calls a leech.
  public func statistics(
    _ scope: StatisticsScope, scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) -> Statistics {
    try read { db in
      var cards = StatisticsPass(
        tally: StatisticsTally(scope: scope, scheduler: scheduler, now: now))
      try cards.addCards(db)
      var pass = cards
      // A log that was put together on two machines, or under a clock that went back, is not in the
      // order of time. To ask for that order costs twice as much, and is seldom needed.
      if try !pass.addLog(db, by: .writing) {
        pass = cards
        _ = try pass.addLog(db, by: .time)
      }
      try pass.addQuizzes(db)
      let leeches = try pass.tally.leechIDs.compactMap { try db.studyCard($0) }
      return pass.tally.statistics(leeches: leeches)
    }
  }
}

extension Database {
  fileprivate func studyCard(_ id: Card.ID) throws -> StudyCard? {
    try first("\(Database.selectStudyCards) WHERE card.id = ?") {
      $0.bind(id)
    } _: {
      StudyCard($0)
    }
  }
}

/// A tally, and which card has which number in it.
private struct StatisticsPass {
  enum Order: String {
    case writing = "id"
    case time = "time_ms, id"
  }

  var tally: StatisticsTally
  private var numbers: [CardNumber: Int] = [:]

  init(tally: StatisticsTally) { self.tally = tally }

  mutating func addCards(_ db: Database) throws {
    numbers.reserveCapacity(try db.first("SELECT count(*) FROM card") { $0.int(0) } ?? 0)
    try db.each(
      """
      SELECT card.id, card.page, card.kind, card.daily, card.resting_since_ms IS NOT NULL OR card.off, s.*
      FROM card JOIN (SELECT card_id, \(ScheduleRow.columns) FROM schedule) AS s
        ON s.card_id = card.id
      """
    ) { row in
      numbers[row.cardNumber(0)] = tally.add(
        StatisticsTally.CountedCard(
          id: row.text(0), page: row.text(1), kind: CardKind(rawValue: row.text(2)) ?? .recall,
          isDaily: row.flag(3), isResting: row.flag(4),
          schedule: ScheduleRow(row, from: 6).schedule))
    }
    // What the log holds under an id that was given up counts for the card that goes on.
    for (id, other) in try db.adoptions() {
      numbers[Self.key(id)] = numbers[Self.key(other)]
    }
  }

  /// - Returns: whether the rows came in the order of time; if not, the pass is of no use.
  mutating func addLog(_ db: Database, by order: Order) throws -> Bool {
    var latest = Int64.min
    var isOrdered = true
    try db.walk(
      """
      SELECT id, card_id, time_ms, rating, kind, elapsed_days, duration_ms, first, stability,
        interval, previous
      FROM review ORDER BY \(order.rawValue)
      """
    ) { _ in
    } while: { row in
      let time = row.integer(2)
      guard time >= latest else {
        isOrdered = false
        return false
      }
      latest = time
      guard let rating = Rating(rawValue: row.int(3)), let kind = ReviewKind(rawValue: row.int(4))
      else { return true }
      tally.add(
        StatisticsTally.LogRow(
          id: row.integer(0), card: number(of: row.cardNumber(1)),
          time: Instant(milliseconds: time), rating: rating, kind: kind, elapsedDays: row.int(5),
          duration: row.int(6), isFirst: row.flag(7),
          stability: row.isNull(8) ? nil : row.double(8), interval: row.int(9),
          previous: row.integerIfAny(10)))
      return true
    }
    return isOrdered
  }

  mutating func addQuizzes(_ db: Database) throws {
    try db.each("SELECT card_id, time_ms, correct FROM quiz ORDER BY time_ms, id") { row in
      tally.addQuiz(
        card: number(of: row.cardNumber(0)), time: Instant(milliseconds: row.integer(1)),
        isRight: row.flag(2))
    }
  }

  private static func key(_ id: Card.ID) -> CardNumber {
    switch CardKey(id) {
    case .number(let number): number
    case .text(let text): StableHash.plain(text)
    }
  }

  private mutating func number(of key: CardNumber) -> Int {
    if let number = numbers[key] { return number }
    let number = tally.addUnknownCard()
    numbers[key] = number
    return number
  }
}

/// A card's id as a number. An id of 16 hexadecimal digits, as all of ours are, is that very number;
/// any other is hashed.
private typealias CardNumber = UInt64

extension Columns {
  /// Without making a string of it: a million times that would be most of the time.
  fileprivate func cardNumber(_ column: Int32) -> CardNumber {
    withBytes(column) { CardKey.number($0) } ?? StableHash.plain(text(column))
  }
}
