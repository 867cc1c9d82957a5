import Cards
import GRDB
import Study

/// A quiz as a whole: one that came to its end, or the one that was left.
public struct QuizRun: Sendable, Hashable {
  /// Nil until it is stored.
  public internal(set) var id: Int64?
  /// As in `QuizRecord`.
  public var scope: String
  public var started: Instant
  /// Nil while it can be taken up again.
  public var ended: Instant?
  /// Time spent on it, in milliseconds; without the time between leaving and taking up again.
  public var spent: Int
  public var questions: Int
  public var answered: Int
  /// The credits of its answers, summed.
  public var credit: Double
  /// What it takes to go on; nil once it has ended.
  public var state: String?

  public init(
    scope: String, started: Instant, questions: Int, spent: Int = 0, answered: Int = 0,
    credit: Double = 0, state: String? = nil
  ) {
    self.scope = scope
    self.started = started
    self.questions = questions
    self.spent = spent
    self.answered = answered
    self.credit = credit
    self.state = state
  }
}

extension Collection {
  /// Logs an answer together with the quiz it belongs to, so that neither is there without the other.
  /// - Returns: the quiz as it is stored.
  public func recordQuiz(
    _ record: QuizRecord, in run: QuizRun
  ) throws(CollectionError) -> QuizRun {
    try write { db in
      try db.addQuiz(record)
      return try db.store(run)
    }
  }

  /// Sets an answer right that the learner has overruled since it was logged.
  public func amendQuiz(
    _ record: QuizRecord, in run: QuizRun
  ) throws(CollectionError) -> QuizRun {
    try write { db in
      try db.run("UPDATE quiz SET correct = ? WHERE card_id = ? AND time_ms = ? AND scope = ?") {
        $0.bind(record.isRight)
        $0.bind(record.cardID)
        $0.bind(record.time.milliseconds)
        $0.bind(record.scope)
      }
      return try db.store(run)
    }
  }

  /// Stores a quiz without an answer: the time spent on it, or its end.
  public func store(_ run: QuizRun) throws(CollectionError) -> QuizRun {
    try write { db in try db.store(run) }
  }

  /// The quiz that was left last and can be taken up again; nil when there is none.
  public func leftQuiz() throws(CollectionError) -> QuizRun? {
    try read { db in
      try db.first(
        """
        SELECT \(QuizRun.columns), id FROM quiz_run
        WHERE ended_ms IS NULL AND state IS NOT NULL ORDER BY id DESC LIMIT 1
        """
      ) { QuizRun(numbered: $0) }
    }
  }

  /// Ends every quiz that was left: what was answered counts, and it is not taken up again.
  public func endLeftQuizzes(at now: Instant) throws(CollectionError) {
    try write { db in
      try db.run("UPDATE quiz_run SET ended_ms = ?, state = NULL WHERE ended_ms IS NULL") {
        $0.bind(now.milliseconds)
      }
    }
  }

  /// The last quiz of a scope that came to its end with an answer, other than `run`.
  public func lastQuiz(
    scope: String, besides run: QuizRun? = nil
  ) throws(CollectionError) -> QuizRun? {
    try read { db in
      try db.first(
        """
        SELECT \(QuizRun.columns), id FROM quiz_run
        WHERE scope = ? AND ended_ms IS NOT NULL AND answered > 0 AND id <> ?
        ORDER BY ended_ms DESC, id DESC LIMIT 1
        """
      ) {
        $0.bind(scope)
        $0.bind(run?.id ?? 0)
      } _: {
        QuizRun(numbered: $0)
      }
    }
  }
}

extension QuizRun {
  static let columns =
    "scope, started_ms, ended_ms, spent_ms, questions, answered, credit, state"

  /// Reads `columns`.
  init(_ row: Columns) {
    self.init(
      scope: row.text(0), started: Instant(milliseconds: row.integer(1)), questions: row.int(4),
      spent: row.int(3), answered: row.int(5), credit: row.double(6),
      state: row.isNull(7) ? nil : row.text(7))
    ended = row.integerIfAny(2).map { Instant(milliseconds: $0) }
  }

  /// Reads `columns` and the id behind them.
  init(numbered row: Columns) {
    self.init(row)
    id = row.integer(8)
  }
}

extension Database {
  func store(_ run: QuizRun) throws -> QuizRun {
    guard let id = run.id else { return try addQuizRun(run) }
    try self.run(
      """
      UPDATE quiz_run SET (scope, started_ms, ended_ms, spent_ms, questions, answered, credit, state)
        = (?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?
      """
    ) {
      $0.bind(run)
      $0.bind(id)
    }
    return run
  }

  func addQuizRun(_ run: QuizRun) throws -> QuizRun {
    try self.run("INSERT INTO quiz_run (\(QuizRun.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {
      $0.bind(run)
    }
    var stored = run
    stored.id = lastInsertedRowID
    return stored
  }

  func hasQuizRun(_ run: QuizRun) throws -> Bool {
    try first("SELECT 1 FROM quiz_run WHERE scope = ? AND started_ms = ?") {
      $0.bind(run.scope)
      $0.bind(run.started.milliseconds)
    } _: { _ in
      true
    } ?? false
  }
}

extension Binder {
  mutating func bind(_ run: QuizRun) {
    bind(run.scope)
    bind(run.started.milliseconds)
    bind(run.ended?.milliseconds)
    bind(run.spent)
    bind(run.questions)
    bind(run.answered)
    bind(run.credit)
    bind(run.state)
  }
}
