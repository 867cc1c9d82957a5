import Cards

/// A card as the queue of a day sees it: numbers, and no text. Of the tens of thousands that may be
/// due after a long break, a few hundred are shown.
public struct CardOutline: Sendable, Hashable, Identifiable {
  let key: CardKey
  public var schedule: Schedule
  /// The same for all siblings; 0 for a card that has none.
  public let siblings: Int64
  /// Tells its page from others; only new cards need one.
  let page: UInt64
  /// Where its source item begins; only new cards need it.
  let line: Int
  public let kind: CardKind
  public let isDaily: Bool
  /// Whether it is among what a review is about.
  var isInScope = true

  public var id: Card.ID { key.id }

  /// - Parameters:
  ///   - kind: of a card that was answered before, only whether it is a question matters.
  ///   - page: the page's path, of a new card.
  ///   - line: from 1, of a new card.
  public init(
    key: CardKey, kind: CardKind, siblings: Int64, isDaily: Bool, schedule: Schedule,
    page: String = "", line: Int = 0
  ) {
    self.key = key
    self.kind = kind
    self.siblings = siblings
    self.isDaily = isDaily
    self.schedule = schedule
    self.page = page.isEmpty ? 0 : StableHash.plain(page)
    self.line = line
  }

  public init(_ card: StudyCard) {
    self.init(
      key: CardKey(card.id), kind: card.card.kind, siblings: card.card.siblingKey,
      isDaily: card.card.daily, schedule: card.schedule, page: card.card.page,
      line: card.card.line)
  }
}

/// A card's id in as little room as it can have: those that `Cards` gives are numbers.
public enum CardKey: Sendable, Hashable {
  /// An id of 16 hexadecimal digits.
  case number(UInt64)
  case text(Card.ID)

  public init(_ id: Card.ID) {
    var id = id
    self = id.withUTF8 { CardKey(utf8: $0) }
  }

  /// Of the bytes of an id.
  public init(utf8: UnsafeBufferPointer<UInt8>) {
    self = Self.number(utf8).map { .number($0) } ?? .text(String(decoding: utf8, as: UTF8.self))
  }

  public var id: Card.ID {
    switch self {
    case .text(let id): return id
    case .number(let number):
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
  }

  /// The number that 16 hexadecimal digits are; nil for anything else. Without branches: digits of
  /// a hash cannot be foreseen.
  public static func number(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard utf8.count == 16 else { return nil }
    var number: UInt64 = 0
    var wrong: UInt8 = 0
    for byte in utf8 {
      let isDigit: UInt8 = byte &- UInt8(ascii: "0") < 10 ? 1 : 0
      let isLetter: UInt8 = byte &- UInt8(ascii: "a") < 6 ? 1 : 0
      wrong |= 1 &- (isDigit | isLetter)
      number = number << 4 | UInt64((byte & 0xf) &+ 9 &* isLetter)
    }
    return wrong == 0 ? number : nil
  }
}

extension Card {
  /// A number for the sibling group, 0 when it has none. The collection stores it.
  public var siblingKey: Int64 {
    guard !siblingGroup.isEmpty else { return 0 }
    let hash = StableHash.plain(siblingGroup)
    return Int64(bitPattern: hash == 0 ? 1 : hash)
  }
}

/// What a review is begun with: outlines, and where they are at hand the cards with their texts.
public struct DayCards: Sendable {
  var outlines: [CardOutline]
  /// As many as `outlines`, or none.
  private var cards: [Card]

  public init(_ cards: [StudyCard]) {
    outlines = cards.map { CardOutline($0) }
    self.cards = cards.map(\.card)
  }

  /// The review's cards will come without their texts.
  public init(outlines: [CardOutline]) {
    self.outlines = outlines
    cards = []
  }

  public func contains(_ id: Card.ID) -> Bool {
    let key = CardKey(id)
    return outlines.contains { $0.key == key }
  }

  /// One more, whose text is kept where the others have theirs.
  public mutating func append(_ card: StudyCard) {
    if cards.count == outlines.count { cards.append(card.card) }
    outlines.append(CardOutline(card))
  }

  /// Cards outside the scope keep their siblings away, but are not shown.
  mutating func limit(to scope: ReviewScope) {
    guard scope != .all else { return }
    for index in outlines.indices { outlines[index].isInScope = scope.contains(card(index)) }
  }

  func card(_ index: Int) -> Card {
    if !cards.isEmpty { return cards[index] }
    let outline = outlines[index]
    return Card(
      id: outline.id, page: "", section: "", kind: outline.kind, prompt: "", answer: "",
      context: "", file: "", line: 0, source: "", siblingGroup: "", daily: outline.isDaily)
  }
}
