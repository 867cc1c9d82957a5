import Cards
import GRDB
import Study

extension Collection {
  /// Keeps what somebody wrote about an open question.
  public func addPosition(_ position: Position) throws(CollectionError) {
    try write { db in try db.addPosition(position) }
  }

  /// What was written about a question, oldest first.
  public func positions(of id: Card.ID) throws(CollectionError) -> [Position] {
    try read { db in
      var positions: [Position] = []
      try db.each(
        "SELECT time_ms, text FROM position WHERE card_id = ? ORDER BY time_ms, id"
      ) {
        $0.bind(id)
      } _: { row in
        positions.append(
          Position(
            cardID: id, time: Instant(milliseconds: row.integer(0)), text: row.text(1)))
      }
      return positions
    }
  }
}

extension Database {
  /// Adds a position, unless it is what the newest one says already: an answer that was taken back
  /// and given again brings its position twice.
  func addPosition(_ position: Position) throws {
    let newest = try first(
      "SELECT text FROM position WHERE card_id = ? ORDER BY time_ms DESC, id DESC LIMIT 1"
    ) {
      $0.bind(position.cardID)
    } _: {
      $0.text(0)
    }
    guard newest != position.text, !position.text.isEmpty else { return }
    try run("INSERT INTO position (card_id, time_ms, text) VALUES (?, ?, ?)") {
      $0.bind(position.cardID)
      $0.bind(position.time.milliseconds)
      $0.bind(position.text)
    }
  }
}
