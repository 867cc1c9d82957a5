import Cards
import GRDB
import Study

extension Collection {
  /// Adds answers that were given elsewhere, such as on another computer or in another program. An
  /// answer that is in the log already (the same card at the same millisecond) is passed over, so
  /// that doing it twice does no harm. Each card goes on from its latest answer;
  /// `rebuildSchedules` then makes its memory that of the whole history.
  /// - Returns: how many were added.
  @discardableResult
  public func merge(_ answers: [Answer]) throws(CollectionError) -> Int {
    for answer in answers where answer.kind == .quiz { throw .notAReview(id: answer.cardID) }
    guard !answers.isEmpty else { return 0 }
    return try write { db in try db.merge(answers.map { ReviewRecord($0) }) }
  }
}

extension Database {
  /// - Returns: how many were not in the log yet.
  func merge(_ records: [ReviewRecord]) throws -> Int {
    var added = 0
    var heads: [Card.ID: Int64?] = [:]
    for record in records.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) }) {
      let isKnown =
        try first("SELECT 1 FROM review WHERE time_ms = ? AND card_id = ?") {
          $0.bind(record.time.milliseconds)
          $0.bind(record.cardID)
        } _: { _ in
          true
        } ?? false
      if isKnown { continue }
      if heads[record.cardID] == nil {
        if try scheduleRow(of: record.cardID) == nil {
          try run("INSERT INTO schedule (card_id, daily, resting) VALUES (?, 0, 1)") {
            $0.bind(record.cardID)
          }
        }
        heads[record.cardID] = try scheduleRow(of: record.cardID)?.newestReview
      }
      let previous = heads[record.cardID] ?? nil
      heads[record.cardID] = try append(record, previous: previous)
      added += 1
    }
    for (id, head) in heads { try followLog(card: id, from: head) }
    return added
  }

  /// Makes a card's schedule what its latest row in the log says.
  private func followLog(card id: String, from newest: Int64?) throws {
    let history = try history(of: id, from: newest)
    guard var row = try scheduleRow(of: id), let last = history.last else { return }
    row.newestReview = newest
    row.schedule.follow(last)
    row.schedule.reviews = history.count
    if let broughtBack = row.broughtBack, broughtBack <= last.time.milliseconds {
      row.broughtBack = nil
    }
    try updateSchedule(of: id, to: row)
    try setUnseen(false, card: id)
  }

  /// Adds what was found in a damaged collection and is not there.
  /// - Returns: how many answers were added.
  func merge(_ found: Finds) throws -> Int {
    let own = try cardSwitches()
    for found in found.switches where own.value(of: found.which) == nil {
      try keep(found.isOn, for: found.which)
    }
    let switches = try cardSwitches()
    for (row, firstSeen) in found.cards where try !hasCard(row.card.id) {
      try insert(row.card, isOn: switches.ruling(on: row.card).isOn, at: firstSeen)
      if let resting = row.restingSince { try rest(row.card.id, at: resting) }
    }
    try apply(switches)
    let added = try merge(found.reviews)
    for adoption in found.adoptions where try !hasCard(adoption.id) {
      // The rows have other numbers here.
      let newest = try scheduleRow(of: adoption.id)?.newestReview
      try addAdoption(of: adoption.id, by: adoption.by, newest: newest, at: adoption.time)
      try run("DELETE FROM schedule WHERE card_id = ?") { $0.bind(adoption.id) }
      try followLog(card: adoption.by, from: scheduleRow(of: adoption.by)?.newestReview)
    }
    for (id, marks) in found.marks {
      guard var row = try scheduleRow(of: id) else { continue }
      row.schedule.suspended = marks.suspended
      row.schedule.buriedOn = marks.buriedOn
      row.schedule.marked = marks.marked
      try updateSchedule(of: id, to: row)
    }
    for position in found.positions
    where try !exists("position", card: position.cardID, at: position.time) {
      try addPosition(position)
    }
    for quiz in found.quizzes where try !exists("quiz", card: quiz.cardID, at: quiz.time) {
      try addQuiz(quiz)
    }
    for run in found.quizRuns where try !hasQuizRun(run) { _ = try addQuizRun(run) }
    for (key, value) in found.settings {
      try run("INSERT OR IGNORE INTO setting (key, value, changed_ms) VALUES (?, ?, 0)") {
        $0.bind(key)
        $0.bind(value)
      }
    }
    for found in found.resolutions {
      try addResolution(found.resolution, of: found.id, wasSuspended: found.wasSuspended)
    }
    return added
  }

  private func hasCard(_ id: String) throws -> Bool {
    try first("SELECT 1 FROM card WHERE id = ?", { $0.bind(id) }, { _ in true }) ?? false
  }

  private func exists(_ table: String, card id: String, at time: Instant) throws -> Bool {
    try first("SELECT 1 FROM \(table) WHERE card_id = ? AND time_ms = ?") {
      $0.bind(id)
      $0.bind(time.milliseconds)
    } _: { _ in
      true
    } ?? false
  }
}

extension Schedule {
  /// Takes over what a row of the log led to; the marks stay.
  mutating func follow(_ record: ReviewRecord) {
    state = record.state
    memory = record.memory
    due = record.due
    lastReview = record.time
    interval = record.interval
    lapses = record.lapses
  }
}
