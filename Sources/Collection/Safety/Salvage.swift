import Cards
import FSRS
import GRDB
import Study

/// Reads what can still be read out of a damaged collection.
struct Salvage {
  /// The damaged file. It is never opened itself, for closing a database may write into it.
  let damaged: String
  /// Where a copy may stand meanwhile.
  let scratch: String

  /// Adds to a collection whatever the damaged file has and it lacks: cards, answers, marks,
  /// positions, quiz answers, settings, what is turned off, and resolved questions.
  /// - Returns: how many answers were added.
  func merge(into queue: DatabaseQueue) throws(CollectionError) -> Int {
    defer { removeScratch() }
    for suffix in ["", "-wal"] where FileSystem.kind(of: damaged + suffix) == .file {
      try FileSystem.copy(damaged + suffix, to: scratch + suffix)
    }
    // What is too damaged to be opened at all gives nothing; that is no failure of the merge.
    guard let source = try? Connection.openForSalvage(scratch) else { return 0 }
    defer { try? source.close() }
    let found = source.unsafeReentrantRead { Finds(readFrom: $0) }
    do {
      return try queue.write { db in
        try db.forgetFiles()
        return try db.merge(found)
      }
    } catch {
      throw CollectionError(error, path: scratch)
    }
  }

  private func removeScratch() {
    for suffix in ["", "-wal", "-shm", "-journal"] { try? FileSystem.remove(scratch + suffix) }
  }
}

/// What was found in a damaged collection.
struct Finds {
  var cards: [(row: CardRow, firstSeen: Instant)] = []
  var reviews: [ReviewRecord] = []
  var marks: [Card.ID: Marks] = [:]
  var positions: [Position] = []
  var quizzes: [QuizRecord] = []
  var quizRuns: [QuizRun] = []
  var settings: [String: String] = [:]
  var adoptions: [(id: Card.ID, by: Card.ID, time: Instant)] = []
  var switches: [(which: CardSwitch, isOn: Bool)] = []
  var resolutions: [(id: Card.ID, resolution: Resolution, wasSuspended: Bool)] = []

  init(readFrom db: Database) {
    Sweep(table: "card", key: "number", columns: "\(CardRow.columns), first_seen_ms").run(db) {
      cards.append((CardRow($0), Instant(milliseconds: $0.integer(CardRow.columnCount))))
    }
    Sweep(table: "review", key: "id", columns: ReviewRecord.columns).run(db) {
      if let record = ReviewRecord($0) { reviews.append(record) }
    }
    Sweep(table: "position", key: "id", columns: "card_id, time_ms, text").run(db) {
      positions.append(
        Position(
          cardID: $0.text(0), time: Instant(milliseconds: $0.integer(1)), text: $0.text(2)))
    }
    Sweep(table: "quiz", key: "id", columns: "card_id, time_ms, scope, form, correct, duration_ms")
      .run(db) {
        guard let form = QuizRecord.Form(rawValue: $0.text(3)) else { return }
        quizzes.append(
          QuizRecord(
            cardID: $0.text(0), time: Instant(milliseconds: $0.integer(1)), scope: $0.text(2),
            form: form, isRight: $0.flag(4), duration: $0.int(5)))
      }
    Sweep(table: "quiz_run", key: "id", columns: QuizRun.columns).run(db) {
      quizRuns.append(QuizRun($0))
    }
    // These have no numbers to go on by after a gap: they are read up to the first damage.
    try? db.each("SELECT card_id, \(ScheduleRow.columns) FROM schedule") {
      let marks = Marks(ScheduleRow($0, from: 1).schedule)
      if marks != Marks() { self.marks[$0.text(0)] = marks }
    }
    try? db.each("SELECT key, value FROM setting") { settings[$0.text(0)] = $0.text(1) }
    try? db.each("SELECT card_id, by_id, time_ms FROM adoption") {
      adoptions.append(($0.text(0), $0.text(1), Instant(milliseconds: $0.integer(2))))
    }
    try? db.each("SELECT page, what, is_on FROM card_switch") {
      guard let which = CardSwitch(page: $0.text(0), what: $0.text(1)) else { return }
      switches.append((which, $0.flag(2)))
    }
    try? db.each("SELECT card_id, time_ms, fact, was_suspended FROM resolution") {
      let resolution = Resolution(
        time: Instant(milliseconds: $0.integer(1)), fact: $0.text(2))
      resolutions.append(($0.text(0), resolution, $0.flag(3)))
    }
  }
}

/// Reads a numbered table around its damaged parts.
private struct Sweep {
  var table: String
  var key: String
  var columns: String

  /// Nobody has more rows than this; a greater number in a damaged file means nothing.
  private static let last: Int64 = 1 << 32

  func run(_ db: Database, _ body: (Columns) -> Void) {
    var next: Int64 = 1
    while next <= Self.last {
      do {
        try db.each(
          """
          SELECT \(columns), \(key) FROM \(table)
          WHERE \(key) BETWEEN ? AND \(Self.last) ORDER BY \(key)
          """
        ) {
          $0.bind(next)
        } _: { row in
          body(row)
          next = row.integer(row.count - 1) + 1
        }
        return
      } catch {
        guard let readable = firstReadable(after: next, db) else { return }
        next = readable
      }
    }
  }

  /// Where to go on when nothing can be read at `bad`: found by ever longer steps, and then as
  /// closely as halving them tells.
  private func firstReadable(after bad: Int64, _ db: Database) -> Int64? {
    var step: Int64 = 1
    while !isReadable(bad + step, db) {
      step *= 2
      if bad + step > Self.last { return nil }
    }
    var low = bad + step / 2
    var high = bad + step
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isReadable(middle, db) { high = middle } else { low = middle }
    }
    return high
  }

  private func isReadable(_ key: Int64, _ db: Database) -> Bool {
    do {
      _ = try db.first(
        "SELECT \(columns) FROM \(table) WHERE \(self.key) >= ? ORDER BY \(self.key) LIMIT 1",
        { $0.bind(key) }, { _ in true })
      return true
    } catch {
      return false
    }
  }
}
