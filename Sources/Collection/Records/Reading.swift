import Cards
import GRDB
import Study

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
  /// Which part of the notes was read.
  public enum Extent: Sendable, Hashable {
    case vault
    /// The pages with these paths, also those that are gone. Resting cards always take part.
    case pages(Set<String>)
  }

  public var extent: Extent
  /// Every card that this part of the notes gives now, with its final id.
  public var cards: [Card]
  /// Those among them whose answer is another than before: they are brought back for relearning.
  public var answerChanged: Set<Card.ID>
  /// How many readings were stored when this one began to look at the collection; nil where nobody
  /// else can have stored one.
  public var basis: Int?
  /// The cards of the extent as they were stored at `basis`, where they are at hand: they need not be
  /// read again then.
  public var stored: [StoredCard]?
  /// What is to be kept of the files that were read.
  public var files: [KnownFile]
  /// Files that are there no more, by their path in the vault.
  public var removedFiles: [String]
  /// Tells all files as they were read from any other state of them; nil leaves what is stored.
  public var fingerprint: String?
  /// The kinds that the configuration turns off; nil leaves what is stored.
  public var kindsOff: Set<CardKind>?
  /// What happened to cards, to be kept until the user has seen it; the first reading of a vault
  /// changes nothing.
  public var changes: [CardChange] = []
  /// What the reading was made from: it says which questions to the author stay open.
  public var matching: Matching?

  public init(
    extent: Extent = .vault, cards: [Card], answerChanged: Set<Card.ID> = [],
    files: [KnownFile] = [], removedFiles: [String] = [], fingerprint: String? = nil
  ) {
    self.extent = extent
    self.cards = cards
    self.answerChanged = answerChanged
    self.files = files
    self.removedFiles = removedFiles
    self.fingerprint = fingerprint
  }

  /// What matching came to.
  public init(_ matching: Matching, extent: Extent = .vault) {
    self.init(
      extent: extent, cards: matching.cards.map(\.card),
      answerChanged: Set(
        matching.cards.lazy.filter { matched in
          switch matched.change {
          case .answerChanged, .woken(answerChanged: true): true
          case .same, .reworded, .new, .woken(answerChanged: false), .ambiguous: false
          }
        }.map(\.card.id)))
    self.matching = matching
  }
}

/// What storing a reading changed.
public struct ReadingChanges: Sendable, Hashable {
  public var new = 0
  /// Those among them that enter the daily deck.
  public var newDaily = 0
  public var changed = 0
  public var resting = 0
  public var woken = 0
  public var broughtBack = 0
  public init() {}
}

extension Collection {
  /// Every card that was ever read, also those that rest, in the order of pages and lines.
  public func storedCards() throws(CollectionError) -> [StoredCard] {
    try storedCards(in: .vault)
  }

  /// The cards that a reading of a part of the notes is to be matched with: those of its pages, and
  /// all that rest.
  public func storedCards(in extent: Reading.Extent) throws(CollectionError) -> [StoredCard] {
    try read { db in
      var cards: [StoredCard] = []
      func add(_ columns: Columns) {
        let row = CardRow(columns)
        cards.append(StoredCard(card: row.card, restingSince: row.restingSince))
      }
      switch extent {
      case .vault:
        try db.each(
          "SELECT \(CardRow.columns) FROM card ORDER BY page, line, number", { _ in }, add)
      case .pages(let pages):
        for page in pages.sorted() {
          try db.each(
            """
            SELECT \(CardRow.columns) FROM card INDEXED BY card_page
            WHERE page = ? AND resting_since_ms IS NULL ORDER BY line, number
            """, { $0.bind(page) }, add)
        }
        try db.each(
          """
          SELECT \(CardRow.columns) FROM card WHERE resting_since_ms IS NOT NULL
          ORDER BY page, line, number
          """, { _ in }, add)
      }
      return cards
    }
  }

  /// The same as identity matching wants them.
  public func knownCards(
    in extent: Reading.Extent = .vault
  ) throws(CollectionError) -> [KnownCard] {
    try storedCards(in: extent).map { KnownCard($0) }
  }

  /// Stores what the notes give now, in one transaction and only where it differs from what is
  /// stored: reading the same notes twice writes nothing. Cards that are stored and not in the
  /// reading rest from now on; nothing is ever removed.
  /// - Throws: `.readElsewhere` when the reading builds on an older state than the present one.
  @discardableResult
  public func store(
    _ reading: Reading, using scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) -> ReadingChanges {
    var stored: [Card.ID: StoredCard] = [:]
    let before: [StoredCard]
    if let known = reading.stored, reading.basis != nil {
      before = known
    } else {
      before = try storedCards(in: reading.extent)
    }
    for card in before { stored[card.card.id] = card }
    let old = stored
    var changed: [(card: Card, old: StoredCard?)] = []
    for card in reading.cards {
      // What is left in `stored` in the end was not read.
      let old = stored.removeValue(forKey: card.id)
      if old?.card != card || old?.restingSince != nil { changed.append((card, old)) }
    }
    let gone = stored.values.filter { $0.restingSince == nil }.map(\.card.id).sorted()
    let broughtBack = reading.answerChanged.sorted()

    var changes = ReadingChanges()
    let fingerprint = reading.fingerprint
    let fingerprintBefore = try readingFingerprint()
    let kindsOff = try cardSwitches().kindsOff
    let hasNewKindsOff = reading.kindsOff.map { $0 != kindsOff } ?? false
    let isNew = fingerprint != nil && fingerprint != fingerprintBefore
    guard
      !changed.isEmpty || !gone.isEmpty || !broughtBack.isEmpty || !reading.files.isEmpty
        || !reading.removedFiles.isEmpty || isNew || hasNewKindsOff
    else { return changes }
    try write { db in
      let count = try db.readingCount()
      if let basis = reading.basis, basis != count {
        throw CollectionError.readElsewhere(path: file)
      }
      try db.count(reading: count + 1)
      let switches = try db.switches(after: reading, changed: changed, old: old)
      for (card, old) in changed {
        let isOn = switches.ruling(on: card).isOn
        if let old {
          try db.update(card, isOn: isOn)
          if old.restingSince != nil { changes.woken += 1 } else { changes.changed += 1 }
        } else {
          try db.insert(card, isOn: isOn, at: now)
          changes.new += 1
          if isOn, card.daily { changes.newDaily += 1 }
        }
      }
      for id in gone { try db.rest(id, at: now) }
      changes.resting = gone.count
      for id in broughtBack where try db.bringBack(id, using: scheduler, at: now) {
        changes.broughtBack += 1
      }
      try db.keep(reading.changes, at: now)
      if let matching = reading.matching {
        let open = try db.identityQuestions()
        let left = open.after(matching)
        if left != open { try db.keep(left) }
      }
      for file in reading.removedFiles { try db.forget(file: file) }
      for file in reading.files { try db.keep(file) }
      if let fingerprint { try db.keep(fingerprint: fingerprint) }
    }
    return changes
  }
}

extension Database {
  /// The schedule may be there before the card: read out of a log whose cards were lost.
  func insert(_ card: Card, isOn: Bool, at now: Instant) throws {
    let state = try scheduleRow(of: card.id)?.schedule.state
    try run(
      """
      INSERT INTO card (id, page, section, kind, slot, prompt, answer, context, file, line,
        source, block_id, sibling_group, pool, daily, first_seen_ms, unseen, off)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(card)
      $0.bind(now.milliseconds)
      $0.bind(state ?? .new == .new)
      $0.bind(!isOn)
    }
    if state == nil {
      try run(
        "INSERT INTO schedule (card_id, daily, question, sibling_key, resting) VALUES (?, ?, ?, ?, ?)"
      ) {
        $0.bind(card.id)
        $0.bind(card.daily)
        $0.bind(card.kind == .question)
        $0.bind(card.siblingKey)
        $0.bind(!isOn)
      }
    } else {
      try place(card, isOn: isOn)
    }
  }

  func rest(_ id: String, at now: Instant) throws {
    try run("UPDATE card SET resting_since_ms = ? WHERE id = ?") {
      $0.bind(now.milliseconds)
      $0.bind(id)
    }
    try run("UPDATE schedule SET resting = 1 WHERE card_id = ?") { $0.bind(id) }
  }

  func update(_ card: Card, isOn: Bool) throws {
    try run(
      """
      UPDATE card SET (id, page, section, kind, slot, prompt, answer, context, file, line,
        source, block_id, sibling_group, pool, daily, resting_since_ms,
        off) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)
      WHERE id = ?
      """
    ) {
      $0.bind(card)
      $0.bind(!isOn)
      $0.bind(card.id)
    }
    try place(card, isOn: isOn)
  }

  /// Brings what the schedule knows of the card up to date.
  private func place(_ card: Card, isOn: Bool) throws {
    try run(
      """
      UPDATE schedule SET daily = ?1, question = ?2, sibling_key = ?3, resting = ?4
      WHERE card_id = ?5
        AND (daily <> ?1 OR question <> ?2 OR sibling_key <> ?3 OR resting <> ?4)
      """
    ) {
      $0.bind(card.daily)
      $0.bind(card.kind == .question)
      $0.bind(card.siblingKey)
      $0.bind(!isOn)
      $0.bind(card.id)
    }
  }
}

extension KnownCard {
  public init(_ stored: StoredCard) {
    self.init(stored.card, resting: stored.restingSince != nil)
  }
}
