import Cards
import GRDB
import Study

/// What tells that a file has not changed since it was last read.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  public var size: Int64
  /// Nanoseconds since 1970.
  public var modified: Int64
  public var inode: UInt64

  public init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

/// A card of the last reading; a resting one is kept for when its text returns.
public struct StoredCard: Sendable, Hashable {
  public var card: Card
  /// When it was no longer found in the notes; nil while it is there.
  public var restingSince: Instant?
  public init(card: Card, restingSince: Instant? = nil) {
    self.card = card
    self.restingSince = restingSince
  }
}

/// What a reading of the notes came to, once its cards were matched to the known ones.
public struct Reading: Sendable {
  /// Every card the notes give now, with its final id.
  public var cards: [Card]
  /// Those among them whose answer is another than before: they are brought back for relearning.
  public var answerChanged: Set<Card.ID>
  /// The vault's files as they were read, by their path in the vault; nil leaves what is stored.
  public var stamps: [String: FileStamp]?

  public init(
    cards: [Card], answerChanged: Set<Card.ID> = [], stamps: [String: FileStamp]? = nil
  ) {
    self.cards = cards
    self.answerChanged = answerChanged
    self.stamps = stamps
  }

  /// What matching came to.
  public init(_ matching: Matching, stamps: [String: FileStamp]? = nil) {
    cards = matching.cards.map(\.card)
    answerChanged = Set(
      matching.cards.lazy.filter { matched in
        switch matched.change {
        case .answerChanged, .woken(answerChanged: true): true
        case .same, .reworded, .new, .woken(answerChanged: false), .ambiguous: false
        }
      }.map(\.card.id))
    self.stamps = stamps
  }
}

/// What storing a reading changed.
public struct ReadingChanges: Sendable, Hashable {
  public var new = 0
  public var changed = 0
  public var resting = 0
  public var woken = 0
  public var broughtBack = 0
  public init() {}
}

extension Collection {
  /// Every card that was ever read, also those that rest, in the order of pages and lines.
  public func storedCards() throws(CollectionError) -> [StoredCard] {
    try read { db in
      var cards: [StoredCard] = []
      try db.each("SELECT \(CardRow.columns) FROM card ORDER BY page, line, number") {
        let row = CardRow($0)
        cards.append(StoredCard(card: row.card, restingSince: row.restingSince))
      }
      return cards
    }
  }

  /// The same as identity matching wants them.
  public func knownCards() throws(CollectionError) -> [KnownCard] {
    try storedCards().map { KnownCard($0.card, resting: $0.restingSince != nil) }
  }

  /// The files of the last reading, by their path in the vault.
  public func stamps() throws(CollectionError) -> [String: FileStamp] {
    try read { db in
      var stamps: [String: FileStamp] = [:]
      try db.each("SELECT file, size, modified_ns, inode FROM stamp") { row in
        stamps[row.text(0)] = FileStamp(
          size: row.integer(1), modified: row.integer(2),
          inode: UInt64(bitPattern: row.integer(3)))
      }
      return stamps
    }
  }

  /// Stores what the notes give now, in one transaction and only where it differs from what is
  /// stored: reading the same notes twice writes nothing. Cards that are stored and not in the
  /// reading rest from now on; nothing is ever removed.
  @discardableResult
  public func store(
    _ reading: Reading, using scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) -> ReadingChanges {
    var stored: [Card.ID: StoredCard] = [:]
    for card in try storedCards() { stored[card.card.id] = card }
    var changed: [(card: Card, old: StoredCard?)] = []
    for card in reading.cards {
      // What is left in `stored` in the end was not read.
      let old = stored.removeValue(forKey: card.id)
      if old?.card != card || old?.restingSince != nil { changed.append((card, old)) }
    }
    let gone = stored.values.filter { $0.restingSince == nil }.map(\.card.id).sorted()
    var newStamps = reading.stamps
    if newStamps != nil, newStamps == (try stamps()) { newStamps = nil }
    let broughtBack = reading.answerChanged.sorted()

    var changes = ReadingChanges()
    guard
      !changed.isEmpty || !gone.isEmpty || !broughtBack.isEmpty || newStamps != nil
    else { return changes }
    try write { db in
      for (card, old) in changed {
        if let old {
          try db.update(card)
          if old.restingSince != nil { changes.woken += 1 } else { changes.changed += 1 }
        } else {
          try db.insert(card, at: now)
          changes.new += 1
        }
      }
      for id in gone { try db.rest(id, at: now) }
      changes.resting = gone.count
      for id in broughtBack where try db.bringBack(id, using: scheduler, at: now) {
        changes.broughtBack += 1
      }
      if let newStamps { try db.replaceStamps(newStamps) }
    }
    return changes
  }
}

extension Database {
  /// The schedule may be there before the card: read out of a log whose cards were lost.
  func insert(_ card: Card, at now: Instant) throws {
    let state = try scheduleRow(of: card.id)?.schedule.state
    try run(
      """
      INSERT INTO card (id, page, section, kind, slot, prompt, answer, context, file, line,
        source, block_id, sibling_group, pool, daily, first_seen_ms, unseen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(card)
      $0.bind(now.milliseconds)
      $0.bind(state ?? .new == .new)
    }
    if state == nil {
      try run(
        "INSERT INTO schedule (card_id, daily, question, sibling_key) VALUES (?, ?, ?, ?)"
      ) {
        $0.bind(card.id)
        $0.bind(card.daily)
        $0.bind(card.kind == .question)
        $0.bind(card.siblingKey)
      }
    } else {
      try place(card)
    }
  }

  func rest(_ id: String, at now: Instant) throws {
    try run("UPDATE card SET resting_since_ms = ? WHERE id = ?") {
      $0.bind(now.milliseconds)
      $0.bind(id)
    }
    try run("UPDATE schedule SET resting = 1 WHERE card_id = ?") { $0.bind(id) }
  }

  fileprivate func update(_ card: Card) throws {
    try run(
      """
      UPDATE card SET (id, page, section, kind, slot, prompt, answer, context, file, line,
        source, block_id, sibling_group, pool, daily, resting_since_ms)
        = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
      WHERE id = ?
      """
    ) {
      $0.bind(card)
      $0.bind(card.id)
    }
    try place(card)
  }

  /// Brings what the schedule knows of the card up to date.
  private func place(_ card: Card) throws {
    try run(
      """
      UPDATE schedule SET daily = ?1, question = ?2, sibling_key = ?3, resting = 0
      WHERE card_id = ?4
        AND (daily <> ?1 OR question <> ?2 OR sibling_key <> ?3 OR resting <> 0)
      """
    ) {
      $0.bind(card.daily)
      $0.bind(card.kind == .question)
      $0.bind(card.siblingKey)
      $0.bind(card.id)
    }
  }

  fileprivate func replaceStamps(_ stamps: [String: FileStamp]) throws {
    try run("DELETE FROM stamp")
    for (file, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
      try run("INSERT INTO stamp (file, size, modified_ns, inode) VALUES (?, ?, ?, ?)") {
        $0.bind(file)
        $0.bind(stamp.size)
        $0.bind(stamp.modified)
        $0.bind(Int64(bitPattern: stamp.inode))
      }
    }
  }
}

extension Card {
  /// A number for the sibling group; 0 when it has none.
  var siblingKey: Int64 {
    guard !siblingGroup.isEmpty else { return 0 }
    let hash = Collection.hash(of: siblingGroup)
    return Int64(bitPattern: hash == 0 ? 1 : hash)
  }
}
