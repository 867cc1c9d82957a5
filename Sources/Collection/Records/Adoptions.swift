import Cards
import GRDB
import Study

extension Collection {
  /// Carries out what was decided about cards that looked new: each goes on as the known card that it
  /// is. The known card takes over its text and place, and keeps its own id, history, positions and
  /// marks; the id that it had meanwhile is no longer used. Answers that were given under that id stay
  /// in the log as they are, and count for the known card from now on. All in one transaction.
  ///
  /// An adoption that has been overtaken (the new card is gone, the known one is back) is passed over.
  /// - Returns: the known cards that go on.
  @discardableResult
  public func adopt(
    _ adoptions: [Adoption], using scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) -> [Card.ID] {
    guard !adoptions.isEmpty else { return [] }
    return try write { db in
      // A reading that is under way still knows the ids that are given up.
      try db.count(reading: db.readingCount() + 1)
      return try adoptions.filter { try db.adopt($0, using: scheduler, at: now) }.map(\.history)
    }
  }
}

extension Database {
  /// - Returns: whether it was carried out.
  fileprivate func adopt(
    _ adoption: Adoption, using scheduler: Scheduler, at now: Instant
  ) throws -> Bool {
    let (old, new) = (adoption.history, adoption.card)
    guard old != new, let known = try cardRow(of: old), known.restingSince != nil,
      let found = try cardRow(of: new), found.restingSince == nil,
      let own = try scheduleRow(of: old), let meanwhile = try scheduleRow(of: new)
    else { return false }
    for table in ["card", "schedule"] {
      try run("DELETE FROM \(table) WHERE \(table == "card" ? "id" : "card_id") = ?") {
        $0.bind(new)
      }
    }
    try wake(old, as: found.card)
    for table in ["position", "quiz"] {
      try run("UPDATE \(table) SET card_id = ?1 WHERE card_id = ?2") {
        $0.bind(old)
        $0.bind(new)
      }
    }
    try run("UPDATE OR IGNORE resolution SET card_id = ?1 WHERE card_id = ?2") {
      $0.bind(old)
      $0.bind(new)
    }
    try addAdoption(of: new, by: old, newest: meanwhile.newestReview, at: now)
    var row = own
    if meanwhile.newestReview != nil {
      row = row.replayed(
        try history(of: old, from: own.newestReview), of: old, using: scheduler)
    }
    row.schedule.suspended = own.schedule.suspended || meanwhile.schedule.suspended
    row.schedule.marked = own.schedule.marked || meanwhile.schedule.marked
    row.schedule.buriedOn = meanwhile.schedule.buriedOn ?? own.schedule.buriedOn
    try updateSchedule(of: old, to: row)
    try setUnseen(row.schedule.state == .new, card: old)
    if adoption.answerChanged { _ = try bringBack(old, using: scheduler, at: now) }
    return true
  }

  private func cardRow(of id: String) throws -> CardRow? {
    try first("SELECT \(CardRow.columns) FROM card WHERE id = ?") {
      $0.bind(id)
    } _: {
      CardRow($0)
    }
  }

  /// The card is in the notes again, with another text.
  private func wake(_ id: String, as text: Card) throws {
    var card = text
    card.id = id
    // What was last said of the new card holds for the known one.
    if let isOn = try cardSwitches().cards[text.id] {
      try keep(isOn, for: .card(id))
      try keep(nil, for: .card(text.id))
    }
    try update(card, isOn: try cardSwitches().ruling(on: card).isOn)
  }

  /// - Parameter newest: the last row in the log under the id that is given up; nil when there is none.
  func addAdoption(of id: String, by other: String, newest: Int64?, at time: Instant) throws {
    // What it had adopted itself goes on with it.
    try run("UPDATE adoption SET by_id = ?1 WHERE by_id = ?2") {
      $0.bind(other)
      $0.bind(id)
    }
    try run(
      "INSERT OR REPLACE INTO adoption (card_id, by_id, newest_review, time_ms) VALUES (?, ?, ?, ?)"
    ) {
      $0.bind(id)
      $0.bind(other)
      $0.bind(newest)
      $0.bind(time.milliseconds)
    }
  }

  /// The ids that were given up, with the cards that go on for them.
  func adoptions() throws -> [Card.ID: Card.ID] {
    var adoptions: [Card.ID: Card.ID] = [:]
    try each("SELECT card_id, by_id FROM adoption") { adoptions[$0.text(0)] = $0.text(1) }
    return adoptions
  }

  /// The last rows in the log of the ids that a card has taken over.
  func adoptedHeads(of id: String) throws -> [Int64] {
    var heads: [Int64] = []
    try each("SELECT newest_review FROM adoption WHERE by_id = ?") {
      $0.bind(id)
    } _: { row in
      if let head = row.integerIfAny(0) { heads.append(head) }
    }
    return heads
  }
}
