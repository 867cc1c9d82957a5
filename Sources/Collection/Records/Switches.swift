import Cards
import GRDB
import Study

extension Collection {
  /// What is turned off and on.
  public func cardSwitches() throws(CollectionError) -> CardSwitches {
    try read { db in try db.cardSwitches() }
  }

  /// Turns cards or kinds off or on. Nothing that is known of a card is touched: turned on again, it
  /// is as it was.
  /// - Returns: how many cards of the notes are on or off that were not before.
  /// - Throws: `.unknownCard` for a card that no reading has stored.
  @discardableResult
  public func turn(_ which: [CardSwitch], on isOn: Bool) throws(CollectionError) -> Int {
    try write { db in
      var switches = try db.cardSwitches()
      for which in which {
        var place: (kind: CardKind, page: String)?
        if case .card(let id) = which {
          place = try db.place(of: id)
          if place == nil { throw CollectionError.unknownCard(id: id) }
        }
        for (which, value) in switches.turn(which, on: isOn, place: place) {
          try db.keep(value, for: which)
        }
      }
      return try db.apply(switches)
    }
  }
}

extension CardSwitch {
  /// Reads a row of `card_switch`; nil for one that means nothing here.
  init?(page: String, what: String) {
    switch (page.isEmpty, CardKind(rawValue: what)) {
    case (false, let kind?): self = .kind(kind, page: page)
    case (true, let kind?): self = .kindInVault(kind)
    case (true, nil): self = .card(what)
    case (false, nil): return nil
    }
  }

  fileprivate var row: (page: String, what: String) {
    switch self {
    case .card(let id): ("", id)
    case .kind(let kind, let page): (page, kind.rawValue)
    case .kindInVault(let kind): ("", kind.rawValue)
    }
  }
}

extension Database {
  func cardSwitches() throws -> CardSwitches {
    let off = try first("SELECT value FROM meta WHERE key = 'kinds_off'") { $0.text(0) } ?? ""
    var switches = CardSwitches(
      kindsOff: Set(off.split(separator: ",").compactMap { CardKind(rawValue: String($0)) }))
    try each("SELECT page, what, is_on FROM card_switch") {
      guard let which = CardSwitch(page: $0.text(0), what: $0.text(1)) else { return }
      switches.set(which, to: $0.flag(2))
    }
    return switches
  }

  /// Remembers what the configuration turns off.
  func keep(kindsOff: Set<CardKind>) throws {
    try run("INSERT OR REPLACE INTO meta (key, value) VALUES ('kinds_off', ?)") {
      $0.bind(kindsOff.map(\.rawValue).sorted().joined(separator: ","))
    }
  }

  /// Stores a switch; nil takes it away.
  func keep(_ isOn: Bool?, for which: CardSwitch) throws {
    let row = which.row
    guard let isOn else {
      return try run("DELETE FROM card_switch WHERE page = ? AND what = ?") {
        $0.bind(row.page)
        $0.bind(row.what)
      }
    }
    try run("INSERT OR REPLACE INTO card_switch (page, what, is_on) VALUES (?, ?, ?)") {
      $0.bind(row.page)
      $0.bind(row.what)
      $0.bind(isOn)
    }
  }

  /// Brings all cards to what the switches say.
  /// - Returns: how many cards of the notes were something else before.
  @discardableResult
  func apply(_ switches: CardSwitches) throws -> Int {
    var changed: [(id: Card.ID, isOn: Bool, isResting: Bool)] = []
    try each("SELECT id, kind, page, off, resting_since_ms FROM card") {
      let kind = CardKind(rawValue: $0.text(1)) ?? .recall
      let isOn = switches.ruling(on: $0.text(0), kind: kind, page: $0.text(2)).isOn
      if isOn == $0.flag(3) { changed.append(($0.text(0), isOn, !$0.isNull(4))) }
    }
    for card in changed {
      try run("UPDATE card SET off = ? WHERE id = ?") {
        $0.bind(!card.isOn)
        $0.bind(card.id)
      }
      try run("UPDATE schedule SET resting = ? WHERE card_id = ?") {
        $0.bind(!card.isOn || card.isResting)
        $0.bind(card.id)
      }
    }
    return changed.count { !$0.isResting }
  }

  fileprivate func place(of id: Card.ID) throws -> (kind: CardKind, page: String)? {
    try first("SELECT kind, page FROM card WHERE id = ?") {
      $0.bind(id)
    } _: {
      (CardKind(rawValue: $0.text(0)) ?? .recall, $0.text(1))
    }
  }
}
