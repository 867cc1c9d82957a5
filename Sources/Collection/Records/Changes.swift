import Cards
import Foundation
import GRDB
import Notes
import Study

/// Which of the changes that are kept are meant.
public enum ChangeScope: Sendable, Hashable {
  /// What nobody has looked at yet.
  case unseen
  /// What was not told of yet.
  case unannounced
  /// What came after the change with this number.
  case after(Int64)
  /// Everything of the last 90 days.
  case all
}

/// What happened to cards over several readings, and what only the author can say.
public struct ChangeReport: Sendable, Hashable {
  public var list: ChangeList
  /// All that are open, whenever they came up.
  public var questions: [IdentityQuestion]
  /// The number of the change before the first, and of the last: what was seen before and after.
  public var start: Int64
  public var end: Int64
  /// When the first of them was read; nil when there is none.
  public var since: Instant?
}

extension Collection {
  /// What happened to cards. Reading the notes never makes anything seen: only `markChanges` does.
  public func changes(_ scope: ChangeScope) throws(CollectionError) -> ChangeReport {
    try read { db in
      let start: Int64 =
        switch scope {
        case .unseen: try db.mark(.seen)
        case .unannounced: max(try db.mark(.seen), try db.mark(.announced))
        case .after(let number): number
        case .all: 0
        }
      let questions = try db.identityQuestions()
      var end = start
      var since: Instant?
      var history: [CardChange] = []
      try db.each(
        """
        SELECT number, card_id, kind, before, after, time_ms FROM change WHERE number > ?
        ORDER BY number
        """
      ) {
        $0.bind(start)
      } _: { row in
        end = row.integer(0)
        since = since ?? Instant(milliseconds: row.integer(5))
        guard let kind = CardChange.Kind(rawValue: row.text(2)) else { return }
        history.append(
          CardChange(
            id: row.text(1), kind: kind, before: row.textIfAny(3).flatMap(CardText.init(json:)),
            after: row.textIfAny(4).flatMap(CardText.init(json:))))
      }
      var now: [Card.ID: CardText] = [:]
      for id in Set(history.map(\.id)) { now[id] = try db.presentText(of: id) }
      // To be told that there is something new, nobody needs to count what is old.
      let cards =
        scope == .unannounced
        ? 0
        : try db.first("SELECT count(*) FROM card WHERE resting_since_ms IS NULL") { $0.int(0) }
          ?? 0
      let list = ChangeList(
        history: history, now: now,
        asked: questions.reduce(into: Set()) { $0.formUnion($1.cards) }, cards: cards)
      return ChangeReport(
        list: list, questions: questions, start: start, end: end, since: since)
    }
  }

  /// What can be said of changes up to one.
  public enum ChangeMark: String, Sendable {
    /// The user has looked at them.
    case seen = "changes_seen"
    /// The user was told how many there are.
    case announced = "changes_announced"
  }

  /// Remembers that the user has seen, or was told of, all changes up to this number.
  public func markChanges(_ mark: ChangeMark, through number: Int64) throws(CollectionError) {
    guard try read({ db in try db.mark(mark) }) < number else { return }
    try write { db in
      try db.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)") {
        $0.bind(mark.rawValue)
        $0.bind(String(number))
      }
    }
  }

  /// How many of some cards enter the daily deck by themselves.
  public func dailyCount(of ids: some Sequence<Card.ID>) throws(CollectionError) -> Int {
    try read { db in
      try ids.reduce(into: 0) { count, id in
        let isDaily = try db.first(
          "SELECT 1 FROM card WHERE id = ? AND daily = 1 AND off = 0 AND resting_since_ms IS NULL",
          { $0.bind(id) }, { _ in true })
        if isDaily == true { count += 1 }
      }
    }
  }

  /// Whether the notes give the daily deck any card, be it suspended or turned off.
  public func hasDailyCards() throws(CollectionError) -> Bool {
    try read { db in
      try db.first("SELECT 1 FROM card WHERE daily = 1 AND resting_since_ms IS NULL LIMIT 1") { _ in
        true
      } ?? false
    }
  }

  // MARK: Questions

  /// Carries out what the user decided about a question; it is not asked again.
  /// - Returns: whether it was still open.
  @discardableResult
  public func decide(
    _ question: IdentityQuestion.ID, _ decision: IdentityDecision, using scheduler: Scheduler,
    at now: Instant
  ) throws(CollectionError) -> Bool {
    let questions = try read { db in try db.identityQuestions() }
    guard questions.contains(where: { $0.id == question }) else { return false }
    let (adoptions, left) = questions.deciding(question, decision)
    let adopted = Set(try adopt(adoptions, using: scheduler, at: now))
    try write { db in
      for adoption in adoptions where adopted.contains(adoption.history) {
        // It goes on in other words, or with another answer; the new card never was.
        try db.run("DELETE FROM change WHERE card_id = ?") { $0.bind(adoption.card) }
        try db.keep(
          [
            CardChange(
              id: adoption.history, kind: adoption.answerChanged ? .answerChanged : .reworded,
              before: adoption.before, after: adoption.after)
          ], at: now)
      }
      try db.keep(left)
    }
    return true
  }
}

extension Database {
  fileprivate func mark(_ mark: Collection.ChangeMark) throws -> Int64 {
    try first("SELECT value FROM meta WHERE key = ?", { $0.bind(mark.rawValue) }, { $0.integer(0) })
      ?? 0
  }

  /// What a card asks now; nil while it rests.
  fileprivate func presentText(of id: Card.ID) throws -> CardText? {
    try first("SELECT \(CardRow.columns) FROM card WHERE id = ? AND resting_since_ms IS NULL") {
      $0.bind(id)
    } _: {
      CardText(CardRow($0).card)
    }
  }

  /// Adds what a reading came to, and drops what is too old to be asked for.
  func keep(_ changes: [CardChange], at now: Instant) throws {
    guard !changes.isEmpty else { return }
    for change in changes {
      try run(
        "INSERT INTO change (time_ms, card_id, kind, before, after) VALUES (?, ?, ?, ?, ?)"
      ) {
        $0.bind(now.milliseconds)
        $0.bind(change.id)
        $0.bind(change.kind.rawValue)
        $0.bind(change.before?.json)
        $0.bind(change.after?.json)
      }
    }
    try run("DELETE FROM change WHERE time_ms < ?") {
      $0.bind(now.adding(seconds: -90 * 86_400).milliseconds)
    }
    try run("DELETE FROM change WHERE number <= (SELECT max(number) FROM change) - 10000")
  }

  func identityQuestions() throws -> [IdentityQuestion] {
    var questions: [IdentityQuestion] = []
    try each("SELECT question FROM identity_question") {
      if let question = try? JSONDecoder().decode(
        IdentityQuestion.self, from: Data($0.text(0).utf8))
      {
        questions.append(question)
      }
    }
    // A question is shown where its card stands now.
    for index in questions.indices {
      guard let now = try presentText(of: questions[index].id) else { continue }
      questions[index].page = now.page
      questions[index].file = now.file
      questions[index].line = now.line
    }
    return questions.sorted { ($0.line, $0.id) < ($1.line, $1.id) }.inNaturalOrder(of: \.page)
  }

  func keep(_ questions: [IdentityQuestion]) throws {
    try run("DELETE FROM identity_question")
    for question in questions {
      let text = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
      try run("INSERT INTO identity_question (card_id, question) VALUES (?, ?)") {
        $0.bind(question.id)
        $0.bind(text)
      }
    }
  }
}

extension CardText {
  fileprivate init?(json: String) {
    guard let text = try? JSONDecoder().decode(CardText.self, from: Data(json.utf8)) else {
      return nil
    }
    self = text
  }

  fileprivate var json: String? {
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
