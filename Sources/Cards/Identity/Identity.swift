/// Finds out which card of a reading is which known card, so that a memory belongs to what a card is
/// about and not to its wording.
///
/// Source items (a fact, a row, a definition: all siblings of one group) are matched first, then the
/// siblings within them:
/// 1. by block id in the page,
/// 2. by content: in the section, in the page, in the vault,
/// 3. by likeness among what is left over: in the page, then across pages.
///
/// Only what the first two steps leave over is compared with each other, so an unchanged vault costs
/// one pass. Two candidates that are about equally good get nothing: a lost history is a nuisance, a
/// wrong one is a lie.
public enum Identity {
  public static func match(known: [KnownCard], read: [Card]) -> Matching {
    var partner = unchanged(known: known, read: read)
    var isLeft = [Bool](repeating: true, count: known.count)
    for case let index? in partner { isLeft[index] = false }
    var items = ItemMatching(
      known: known, knownLeft: known.indices.filter { isLeft[$0] },
      read: read, readLeft: read.indices.filter { partner[$0] == nil })
    items.matchBlockIDs()
    items.matchContent()
    items.matchLikeness()

    for pair in items.pairs {
      for match in Siblings.match(
        known: items.known[pair.known].cards, read: items.read[pair.read].cards,
        knownCards: known, readCards: read)
      {
        partner[match.read] = match.known
      }
    }
    return result(known: known, read: read, partner: partner, ambiguous: items.ambiguous)
  }

  /// For each card of the reading the known card that has its id and is the same in every respect that
  /// went into the id. That is nearly all of them nearly always.
  private static func unchanged(known: [KnownCard], read: [Card]) -> [Int?] {
    guard !known.isEmpty else { return [Int?](repeating: nil, count: read.count) }
    var places: [Card.ID: Int] = [:]
    places.reserveCapacity(known.count)
    for (index, card) in known.enumerated() where !card.resting { places[card.id] = index }
    return read.map { card in
      guard !card.id.isEmpty, let place = places.removeValue(forKey: card.id) else { return nil }
      let before = known[place]
      guard before.source == card.source, before.slot == card.slot, before.kind == card.kind,
        before.page == card.page, before.section == card.section,
        before.siblingGroup == card.siblingGroup
      else { return nil }
      return place
    }
  }

  private static func result(
    known: [KnownCard], read: [Card], partner: [Int?], ambiguous: [Int: [Card.ID]]
  ) -> Matching {
    var taken = Set(known.lazy.map(\.id))
    var continued = [Bool](repeating: false, count: known.count)
    var ordinals: [String: Int] = [:]
    var cards: [MatchedCard] = []
    cards.reserveCapacity(read.count)
    for (index, card) in read.enumerated() {
      var card = card
      guard let match = partner[index] else {
        card.id = newID(for: card, ordinals: &ordinals, taken: &taken)
        let change = ambiguous[index].map { Change.ambiguous(candidates: $0) } ?? .new
        cards.append(MatchedCard(card: card, change: change))
        continue
      }
      continued[match] = true
      card.id = known[match].id
      cards.append(MatchedCard(card: card, change: Change(from: known[match], to: card)))
    }
    let resting = known.indices.lazy.filter { !continued[$0] }.map { index in
      var card = known[index]
      card.resting = true
      return card
    }
    return Matching(cards: cards, resting: Array(resting))
  }

  /// An id from what the card is when it is first seen. `ordinals` counts equal cards.
  static func newID(
    for card: Card, ordinals: inout [String: Int], taken: inout Set<Card.ID>
  ) -> Card.ID {
    var hash = StableHash()
    hash.combine(card.page)
    hash.combine(card.kind.rawValue)
    hash.combine(card.slot)
    hash.combine(card.source)
    let first = hash.digits
    let ordinal = ordinals[first, default: 0]
    ordinals[first] = ordinal + 1
    var id = first
    if ordinal > 0 {
      hash.combine(String(ordinal))
      id = hash.digits
    }
    // Another card was given this id when it had these words.
    while !taken.insert(id).inserted {
      hash.combine("again")
      id = hash.digits
    }
    return id
  }
}

extension Change {
  init(from known: KnownCard, to card: Card) {
    let isSame = known.answer == card.answer || Likeness.isSameAnswer(known.answer, card.answer)
    if known.resting {
      self = .woken(answerChanged: !isSame)
    } else if !isSame {
      self = .answerChanged
    } else if known.prompt == card.prompt, known.answer == card.answer, known.page == card.page {
      self = .same
    } else {
      self = .reworded
    }
  }
}
