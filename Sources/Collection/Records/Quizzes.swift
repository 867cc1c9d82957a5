import Cards
import GRDB
import Study

/// An answer in a quiz.
public struct QuizRecord: Sendable, Hashable {
  /// How it was asked. The raw values are in the file.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    case choice, several, typed, match, order, table, list
  }
  /// A card's, or the id of a table or list that was asked about as a whole.
  public var cardID: Card.ID
  public var time: Instant
  /// What the quiz was about: a page's path, or empty for the whole vault.
  public var scope: String
  public var form: Form
  /// Whether all of it was right.
  public var isRight: Bool
  /// In milliseconds.
  public var duration: Int

  public init(
    cardID: Card.ID, time: Instant, scope: String, form: Form, isRight: Bool, duration: Int = 0
  ) {
    self.cardID = cardID
    self.time = time
    self.scope = scope
    self.form = form
    self.isRight = isRight
    self.duration = duration
  }
}

/// How a card did in the quizzes of one scope.
public struct QuizScore: Sendable, Hashable {
  public var asked: Int
  public var right: Int
  /// Whether it was right the last time.
  public var lastWasRight: Bool
  public var lastTime: Instant

  public init(asked: Int, right: Int, lastWasRight: Bool, lastTime: Instant) {
    self.asked = asked
    self.right = right
    self.lastWasRight = lastWasRight
    self.lastTime = lastTime
  }
}

extension Collection {
  /// Logs an answer in a quiz; it is no review and changes no memory.
  public func recordQuiz(_ record: QuizRecord) throws(CollectionError) {
    try write { db in try db.addQuiz(record) }
  }

  /// The scores of a scope's cards.
  /// - Parameter scope: as in `QuizRecord`; nil for the quizzes of all scopes together.
  public func quizScores(scope: String?) throws(CollectionError) -> [Card.ID: QuizScore] {
    try read { db in
      var scores: [Card.ID: QuizScore] = [:]
      try db.each(
        """
        SELECT card_id, time_ms, correct FROM quiz
        WHERE ?1 IS NULL OR scope = ?1 ORDER BY time_ms, id
        """
      ) {
        $0.bind(scope)
      } _: { row in
        let id = row.text(0)
        let right = row.flag(2)
        let old = scores[id]
        scores[id] = QuizScore(
          asked: (old?.asked ?? 0) + 1, right: (old?.right ?? 0) + (right ? 1 : 0),
          lastWasRight: right, lastTime: Instant(milliseconds: row.integer(1)))
      }
      return scores
    }
  }
}

extension Database {
  func addQuiz(_ record: QuizRecord) throws {
    try run(
      """
      INSERT INTO quiz (card_id, time_ms, scope, form, correct, duration_ms)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(record.cardID)
      $0.bind(record.time.milliseconds)
      $0.bind(record.scope)
      $0.bind(record.form.rawValue)
      $0.bind(record.isRight)
      $0.bind(record.duration)
    }
  }
}
