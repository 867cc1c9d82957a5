import Cards
import FSRS
import GRDB
import Study

/// A row of the review log.
public struct ReviewRecord: Sendable, Hashable {
  /// Rows are numbered in the order they were written.
  public var id: Int64
  public var cardID: Card.ID
  public var time: Instant
  public var rating: Rating
  public var kind: ReviewKind
  /// Study days since the card's previous answer; 0 for the first.
  public var elapsedDays: Int
  /// In milliseconds.
  public var duration: Int
  /// Whether the card was new.
  public var isFirst: Bool
  /// What the answer led to.
  public var state: CardState
  public var memory: MemoryState?
  public var due: Instant
  /// In days; 0 while learning.
  public var interval: Int
  public var lapses: Int
  /// The card's row before this one when this one was written.
  public var previous: Int64?

  /// The row for an answer; it has no number yet.
  init(_ answer: Answer) {
    id = 0
    cardID = answer.cardID
    time = answer.time
    rating = answer.rating
    kind = answer.kind
    elapsedDays = answer.elapsedDays
    duration = answer.duration
    isFirst = answer.before.state == .new
    state = answer.after.state
    memory = answer.after.memory
    due = answer.after.due
    interval = answer.after.interval
    lapses = answer.after.lapses
    previous = nil
  }

  static let columns = """
    id, card_id, time_ms, rating, kind, elapsed_days, duration_ms, first, \
    state, step, stability, difficulty, due_ms, interval, lapses, previous
    """

  /// Nil for a row that holds a rating or a kind that does not exist.
  init?(_ row: Columns) {
    guard let rating = Rating(rawValue: row.int(3)), let kind = ReviewKind(rawValue: row.int(4))
    else { return nil }
    id = row.integer(0)
    cardID = row.text(1)
    time = Instant(milliseconds: row.integer(2))
    self.rating = rating
    self.kind = kind
    elapsedDays = row.int(5)
    duration = row.int(6)
    isFirst = row.flag(7)
    state = CardState(code: row.int(8), step: row.int(9))
    memory = row.memory(at: 10)
    due = Instant(milliseconds: row.integer(12))
    interval = row.int(13)
    lapses = row.int(14)
    previous = row.integerIfAny(15)
  }
}

extension Collection {
  /// How many answers the log has.
  public func reviewCount() throws(CollectionError) -> Int {
    try read { db in try db.first("SELECT count(*) FROM review") { $0.int(0) } ?? 0 }
  }

  /// Hands over the whole log, in the order it was written, row by row.
  public func eachReview(_ body: (ReviewRecord) throws -> Void) throws(CollectionError) {
    try read { db in try db.eachReview("ORDER BY id", { _ in }, body) }
  }

  /// Hands over the answers of a stretch of time, in the order of time.
  public func eachReview(
    since start: Instant, _ body: (ReviewRecord) throws -> Void
  ) throws(CollectionError) {
    try read { db in
      try db.eachReview(
        "WHERE time_ms >= ? ORDER BY time_ms, id", { $0.bind(start.milliseconds) }, body)
    }
  }

  /// A card's answers, oldest first.
  public func history(of id: Card.ID) throws(CollectionError) -> [ReviewRecord] {
    try read { db in
      try db.history(of: id, from: db.scheduleRow(of: id)?.newestReview)
    }
  }
}

extension Database {
  func eachReview(
    _ clause: String, _ bind: (inout Binder) -> Void = { _ in },
    _ body: (ReviewRecord) throws -> Void
  ) throws {
    try each("SELECT \(ReviewRecord.columns) FROM review \(clause)", bind) {
      if let record = ReviewRecord($0) { try body(record) }
    }
  }

  /// Adds a row at the end of the log.
  /// - Returns: its number.
  func append(_ record: ReviewRecord, previous: Int64?) throws -> Int64 {
    try run(
      """
      INSERT INTO review (card_id, time_ms, rating, kind, elapsed_days, duration_ms, first,
        state, step, stability, difficulty, due_ms, interval, lapses, previous)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(record.cardID)
      $0.bind(record.time.milliseconds)
      $0.bind(record.rating.rawValue)
      $0.bind(record.kind.rawValue)
      $0.bind(record.elapsedDays)
      $0.bind(record.duration)
      $0.bind(record.isFirst)
      $0.bind(record.state.code)
      $0.bind(record.state.step)
      $0.bind(record.memory?.stability)
      $0.bind(record.memory?.difficulty)
      $0.bind(record.due.milliseconds)
      $0.bind(record.interval)
      $0.bind(record.lapses)
      $0.bind(previous)
    }
    return lastInsertedRowID
  }

  /// A card's answers in the order of time, those among them that were given under an id that the
  /// card had for a while (see `Collection.adopt`).
  func history(of id: String, from newest: Int64?) throws -> [ReviewRecord] {
    var records: [ReviewRecord] = []
    for head in [newest] + (try adoptedHeads(of: id)) {
      var next = head
      while let review = next, let record = try reviewRecord(review) {
        records.append(record)
        // Only ever backwards: a damaged file must not send us in circles.
        next = record.previous.flatMap { $0 < review ? $0 : nil }
      }
    }
    return records.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  func reviewRecord(_ id: Int64) throws -> ReviewRecord? {
    try first("SELECT \(ReviewRecord.columns) FROM review WHERE id = ?") {
      $0.bind(id)
    } _: {
      ReviewRecord($0)
    } ?? nil
  }
}
