import Cards

/// What is turned off and on.
public enum CardSwitch: Sendable, Hashable {
  /// One card, through all rewording.
  case card(Card.ID)
  /// A kind of card on the page with this path, those that are still to come too.
  case kind(CardKind, page: String)
  case kindInVault(CardKind)
}

/// Which cards are turned off: they are neither in the daily deck nor in a quiz, and keep all that is
/// known of them. What is nearest decides: the card's own switch, then that of its kind on the page,
/// then that of its kind in the vault, then the configuration.
public struct CardSwitches: Sendable, Hashable {
  /// Off everywhere by the configuration.
  public var kindsOff: Set<CardKind>
  public private(set) var cards: [Card.ID: Bool] = [:]
  /// By page path.
  public private(set) var pages: [String: [CardKind: Bool]] = [:]
  public private(set) var vault: [CardKind: Bool] = [:]

  public init(kindsOff: Set<CardKind> = []) { self.kindsOff = kindsOff }

  /// Whether a card is turned on, and what says so.
  public struct Ruling: Sendable, Hashable {
    public enum Source: Sendable, Hashable { case card, page, vault, configuration, nothing }
    public var isOn: Bool
    public var source: Source
    public init(isOn: Bool, source: Source) {
      self.isOn = isOn
      self.source = source
    }
    /// What a card is that nothing was said about.
    public static let on = Ruling(isOn: true, source: .nothing)
  }

  public func ruling(on card: Card) -> Ruling {
    ruling(on: card.id, kind: card.kind, page: card.page)
  }

  /// The same of a card that is known by these alone.
  public func ruling(on id: Card.ID, kind: CardKind, page: String) -> Ruling {
    cards[id].map { Ruling(isOn: $0, source: .card) } ?? ruling(kind: kind, page: page)
  }

  /// What is said of a kind on a page.
  public func ruling(kind: CardKind, page: String) -> Ruling {
    pages[page]?[kind].map { Ruling(isOn: $0, source: .page) } ?? ruling(kind: kind)
  }

  /// What is said of a kind in the vault.
  public func ruling(kind: CardKind) -> Ruling {
    if let isOn = vault[kind] { return Ruling(isOn: isOn, source: .vault) }
    return kindsOff.contains(kind) ? Ruling(isOn: false, source: .configuration) : .on
  }

  /// What a switch says; nil when it was never set.
  public func value(of which: CardSwitch) -> Bool? {
    switch which {
    case .card(let id): cards[id]
    case .kind(let kind, let page): pages[page]?[kind]
    case .kindInVault(let kind): vault[kind]
    }
  }

  /// Sets a switch as it was stored; nil takes it away.
  public mutating func set(_ which: CardSwitch, to isOn: Bool?) {
    switch which {
    case .card(let id): cards[id] = isOn
    case .kind(let kind, let page):
      pages[page, default: [:]][kind] = isOn
      if pages[page]?.isEmpty == true { pages[page] = nil }
    case .kindInVault(let kind): vault[kind] = isOn
    }
  }

  /// Turns something off or on, and returns what becomes of each switch that is touched (nil: it is
  /// gone). A switch that would say only what is said without it is not kept. For the vault, the
  /// switches of the kind on single pages go.
  /// - Parameter place: the kind and page of a card that is turned; without them its switch is kept.
  @discardableResult
  public mutating func turn(
    _ which: CardSwitch, on isOn: Bool, place: (kind: CardKind, page: String)? = nil
  ) -> [CardSwitch: Bool?] {
    var changes: [CardSwitch: Bool?] = [:]
    func keep(unless general: Bool?) {
      changes[which] = .some(general == isOn ? nil : isOn)
    }
    switch which {
    case .card:
      keep(unless: place.map { ruling(kind: $0.kind, page: $0.page).isOn })
    case .kind(let kind, _):
      keep(unless: ruling(kind: kind).isOn)
    case .kindInVault(let kind):
      for page in pages.keys where pages[page]?[kind] != nil {
        changes[.kind(kind, page: page)] = .some(nil)
      }
      keep(unless: !kindsOff.contains(kind))
    }
    for (which, value) in changes { set(which, to: value) }
    return changes
  }
}
