import Cards
import GRDB
import Study

extension Collection {
  /// Remembers that an open question has found its answer and takes it out of the daily deck, as
  /// suspending does. Its history and what was written about it stay.
  /// - Throws: `.unknownCard` for a card that no reading has stored.
  public func resolve(_ id: Card.ID, _ resolution: Resolution) throws(CollectionError) {
    try write { db in
      guard let row = try db.scheduleRow(of: id) else { throw CollectionError.unknownCard(id: id) }
      try db.addResolution(
        resolution, of: id, wasSuspended: try db.wasSuspended(id) ?? row.schedule.suspended)
      try db.setSuspended(true, of: id)
    }
  }

  /// Takes that back: the question is asked again, unless it was suspended before it was resolved.
  /// - Returns: whether it was resolved.
  @discardableResult
  public func reopen(_ id: Card.ID) throws(CollectionError) -> Bool {
    try write { db in
      guard let wasSuspended = try db.wasSuspended(id) else { return false }
      try db.run("DELETE FROM resolution WHERE card_id = ?") { $0.bind(id) }
      try db.setSuspended(wasSuspended, of: id)
      return true
    }
  }

  /// The open questions that have found their answers.
  public func resolutions() throws(CollectionError) -> [Card.ID: Resolution] {
    try read { db in
      var resolutions: [Card.ID: Resolution] = [:]
      try db.each("SELECT card_id, time_ms, fact FROM resolution") {
        resolutions[$0.text(0)] = Resolution(
          time: Instant(milliseconds: $0.integer(1)), fact: $0.text(2))
      }
      return resolutions
    }
  }
}

extension Database {
  func addResolution(
    _ resolution: Resolution, of id: Card.ID, wasSuspended: Bool
  ) throws {
    try run(
      """
      INSERT OR REPLACE INTO resolution (card_id, time_ms, fact, was_suspended)
      VALUES (?, ?, ?, ?)
      """
    ) {
      $0.bind(id)
      $0.bind(resolution.time.milliseconds)
      $0.bind(resolution.fact)
      $0.bind(wasSuspended)
    }
  }

  /// Whether a resolved question was suspended before; nil when it is not resolved.
  fileprivate func wasSuspended(_ id: Card.ID) throws -> Bool? {
    try first("SELECT was_suspended FROM resolution WHERE card_id = ?") {
      $0.bind(id)
    } _: {
      $0.flag(0)
    }
  }

  fileprivate func setSuspended(_ suspended: Bool, of id: Card.ID) throws {
    try run("UPDATE schedule SET suspended = ? WHERE card_id = ?") {
      $0.bind(suspended)
      $0.bind(id)
    }
  }
}
