import Cards
import GRDB
import Study

/// What a reading of the notes means for what is turned off: a page that got another path takes its
/// switches along, a card that went elsewhere stays as it was, and a new card of an item that was
/// turned off card by card is off like the others.
struct SwitchMoves {
  /// What is to be stored.
  private(set) var changes: [(which: CardSwitch, isOn: Bool?)] = []
  /// The switches with that.
  private(set) var switches: CardSwitches

  /// - Parameters:
  ///   - read: every card of the reading, with what was stored of it; nil is new.
  ///   - isPage: whether the notes had this page before the reading.
  ///   - isGone: whether they have no more of it.
  init(
    _ before: CardSwitches, read: [(card: Card, old: Card?)], isPage: (String) throws -> Bool,
    isGone: (String) throws -> Bool
  ) rethrows {
    switches = before
    let moved = read.compactMap { read in
      read.old.flatMap { $0.page == read.card.page ? nil : (card: read.card, old: $0) }
    }
    var destinations: [String: [String: Int]] = [:]
    for (card, old) in moved where before.pages[old.page] != nil {
      destinations[old.page, default: [:]][card.page, default: 0] += 1
    }
    for (page, counts) in destinations.sorted(by: { $0.key < $1.key }) where try isGone(page) {
      guard let target = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
        try !isPage(target)
      else { continue }
      for (kind, isOn) in before.pages[page] ?? [:] {
        set(.kind(kind, page: page), to: nil)
        set(.kind(kind, page: target), to: isOn)
      }
    }
    for (card, old) in moved where card.kind == old.kind {
      let isOn = before.ruling(on: old).isOn
      if switches.ruling(on: card).isOn != isOn { set(.card(card.id), to: isOn) }
    }
    followSiblings(read)
  }

  private mutating func followSiblings(_ read: [(card: Card, old: Card?)]) {
    guard switches.cards.values.contains(false) else { return }
    var groups: [String: [(card: Card, old: Card?)]] = [:]
    for read in read where !read.card.siblingGroup.isEmpty {
      groups[read.card.siblingGroup, default: []].append(read)
    }
    for siblings in groups.values {
      let known = siblings.filter { $0.old != nil }
      guard !known.isEmpty, known.count < siblings.count,
        known.allSatisfy({ switches.cards[$0.card.id] == false })
      else { continue }
      for new in siblings where new.old == nil { set(.card(new.card.id), to: false) }
    }
  }

  private mutating func set(_ which: CardSwitch, to isOn: Bool?) {
    switches.set(which, to: isOn)
    changes.append((which, isOn))
  }
}

extension Database {
  /// What is turned off once a reading is stored; whatever is to be stored of that is stored. Cards
  /// that are not in `changed` are brought to it here.
  func switches(
    after reading: Reading, changed: [(card: Card, old: StoredCard?)], old: [Card.ID: StoredCard]
  ) throws -> CardSwitches {
    var switches = try cardSwitches()
    let isConfigured = reading.kindsOff.map { $0 == switches.kindsOff } ?? true
    if let kinds = reading.kindsOff, !isConfigured {
      try keep(kindsOff: kinds)
      switches.kindsOff = kinds
    }
    // Without any switch, nothing can move.
    if !changed.isEmpty, !(switches.cards.isEmpty && switches.pages.isEmpty) {
      let moves = try SwitchMoves(
        switches, read: reading.cards.map { ($0, old[$0.id]?.card) },
        isPage: { page in try isPage(page) },
        isGone: { page in try isGone(page, after: reading) })
      for (which, isOn) in moves.changes { try keep(isOn, for: which) }
      switches = moves.switches
    }
    if !isConfigured { try apply(switches) }
    return switches
  }

  /// Whether the notes had this page at the last reading.
  private func isPage(_ page: String) throws -> Bool {
    try first("SELECT 1 FROM card WHERE page = ? AND resting_since_ms IS NULL LIMIT 1") {
      $0.bind(page)
    } _: { _ in
      true
    } ?? false
  }

  private func isGone(_ page: String, after reading: Reading) throws -> Bool {
    if reading.cards.contains(where: { $0.page == page })
      || reading.files.contains(where: { $0.page?.path == page })
    {
      return false
    }
    switch reading.extent {
    case .vault: return true
    case .pages(let pages): return try pages.contains(page) || !isPage(page)
    }
  }
}
