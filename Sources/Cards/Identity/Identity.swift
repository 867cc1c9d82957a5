/// Finds out which card of a reading is which known card, so that a memory belongs to what a card is
/// about and not to its wording.
///
/// Source items (a fact, a row, a definition: all siblings of one group) are matched first, then the
/// siblings within them:
/// 1. by block id in the page,
/// 2. by the same text: in its place, in the section, in the page, in the vault,
/// 3. by what they say, among what is left over: in the page, then across pages.
///
/// Only what the first two steps leave over is compared with each other, so an unchanged vault costs
/// one pass. Where two items may be one and may as well be two (what they are about was exchanged, or
/// other facts of the page are said in the same words), the known cards rest, the new ones begin
/// without a history, and a question to the author is left: a lost history is a nuisance, a wrong one
/// is a lie.
public enum Identity {
  /// Matches a reading with what is known.
  ///
  /// It may be of the whole vault, or of the files that changed: then `known` are the cards of those
  /// files as they were (also of vanished ones) and all resting cards, `read` are the cards of those
  /// files as they are, and what comes out is the same. Both are in the order of the collection and of
  /// the files.
  /// - Parameters:
  ///   - isTaken: whether a card that is not among `known` has this id; asked for new cards only.
  ///   - isNamedElsewhere: whether a name, in small letters, stands in a card that is not among `known`;
  ///     asked when the name seems to have been replaced everywhere.
  public static func match(
    known: [KnownCard], read: [Card], isTaken: (Card.ID) -> Bool = { _ in false },
    isNamedElsewhere: @escaping (String) -> Bool = { _ in false }
  ) -> Matching {
    var partner = unchanged(known: known, read: read)
    var isLeft = [Bool](repeating: true, count: known.count)
    for case let index? in partner { isLeft[index] = false }
    let readLeft = read.indices.filter { partner[$0] == nil }
    guard !readLeft.isEmpty else {
      return result(known: known, read: read, partner: partner, asked: [:], isTaken: isTaken)
    }
    let first = round(
      known: known, knownLeft: known.indices.filter { isLeft[$0] }, read: read,
      readLeft: readLeft, isNamedElsewhere: isNamedElsewhere)
    var asked = first.asked
    for pair in first.pairs {
      partner[pair.read] = pair.known
      isLeft[pair.known] = false
    }
    // A text that came back woke those of its cards that rested. The others went on under the wording
    // in between, and go on from there.
    let woken = first.woken.filter { partner[$0] == nil && asked[$0] == nil }
    if !woken.isEmpty {
      let second = round(
        known: known, knownLeft: known.indices.filter { isLeft[$0] && !known[$0].resting },
        read: read, readLeft: woken, isNamedElsewhere: isNamedElsewhere)
      for pair in second.pairs { partner[pair.read] = pair.known }
      asked.merge(second.asked) { first, _ in first }
    }
    return result(known: known, read: read, partner: partner, asked: asked, isTaken: isTaken)
  }

  private typealias Round = (
    pairs: [(known: Int, read: Int)], asked: [Int: [SiblingMatching.Possibility]], woken: [Int]
  )

  /// Matches items, then the siblings in them.
  /// - Returns: also the cards of items that go on as resting ones.
  private static func round(
    known: [KnownCard], knownLeft: [Int], read: [Card], readLeft: [Int],
    isNamedElsewhere: @escaping (String) -> Bool
  ) -> Round {
    var exact = ItemMatching(
      known: known, knownLeft: knownLeft, read: read, readLeft: readLeft,
      isNamedElsewhere: isNamedElsewhere)
    exact.matchBlockIDs()
    exact.matchContent()
    var alike = LikenessMatching(exact)
    alike.run()
    let items = alike.items
    var siblings = SiblingMatching(items)
    siblings.run()
    let woken = items.pairs.filter { items.known[$0.known].resting }
    return (siblings.pairs, siblings.asked, woken.flatMap { items.read[$0.read].cards }.sorted())
  }

  /// For each card of the reading the known card that has its id and is the same in every respect that
  /// went into the id. That is nearly all of them nearly always.
  private static func unchanged(known: [KnownCard], read: [Card]) -> [Int?] {
    guard !known.isEmpty else { return [Int?](repeating: nil, count: read.count) }
    var places: [Card.ID: Int] = [:]
    places.reserveCapacity(known.count)
    for (index, card) in known.enumerated() where !card.resting { places[card.id] = index }
    return read.map { card in
      guard !card.id.isEmpty, let place = places[card.id] else { return nil }
      let before = known[place]
      guard before.source == card.source, before.slot == card.slot, before.kind == card.kind,
        before.page == card.page, before.section == card.section,
        before.siblingGroup == card.siblingGroup, before.blockID == card.blockID,
        before.context == card.context || before.context.isEmpty
      else { return nil }
      places[card.id] = nil
      return place
    }
  }

  private static func result(
    known: [KnownCard], read: [Card], partner: [Int?], asked: [Int: [SiblingMatching.Possibility]],
    isTaken: (Card.ID) -> Bool
  ) -> Matching {
    var taken: Set<Card.ID> = []
    if partner.contains(nil) { taken = Set(known.lazy.map(\.id)) }
    var continued = [Bool](repeating: false, count: known.count)
    var ordinals: [String: Int] = [:]
    var answers = Answers()
    var cards: [MatchedCard] = []
    cards.reserveCapacity(read.count)
    for (index, card) in read.enumerated() {
      var card = card
      guard let match = partner[index] else {
        card.id = newID(for: card, ordinals: &ordinals, taken: &taken, isTaken: isTaken)
        let candidates = (asked[index] ?? []).map { known[$0.known].id }
        cards.append(
          MatchedCard(
            card: card, change: candidates.isEmpty ? .new : .ambiguous(candidates: candidates)))
        continue
      }
      continued[match] = true
      card.id = known[match].id
      cards.append(MatchedCard(card: card, change: Change(from: known[match], to: card, &answers)))
    }
    let resting = known.indices.lazy.filter { !continued[$0] }.map { index in
      var card = known[index]
      card.resting = true
      return card
    }
    return Matching(
      cards: cards, resting: Array(resting), origins: partner,
      questions: IdentityQuestion.all(known: known, cards: cards, asked: asked, &answers))
  }

  /// An id from what the card is when it is first seen. `ordinals` counts equal cards.
  static func newID(
    for card: Card, ordinals: inout [String: Int], taken: inout Set<Card.ID>,
    isTaken: (Card.ID) -> Bool = { _ in false }
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
    while isTaken(id) || !taken.insert(id).inserted {
      hash.combine("again")
      id = hash.digits
    }
    return id
  }
}

extension Change {
  init(from known: KnownCard, to card: Card, _ answers: inout Answers) {
    let isSame = !Change.hasAnotherAnswer(known, card, &answers)
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

  static func hasAnotherAnswer(
    _ known: KnownCard, _ card: Card, _ answers: inout Answers
  ) -> Bool {
    guard known.answer != card.answer || known.prompt != card.prompt else { return false }
    if !answers.areSame(known.answer, card.answer) { return !Change.says(known, card) }
    return card.kind != .question && answers.contradict(known.prompt, card.prompt)
  }

  /// Whether only the blank has become larger or smaller: what is asked for stands in the old text as
  /// it does in the new one.
  private static func says(_ known: KnownCard, _ card: Card) -> Bool {
    guard let old = known.prompt.place(of: Draft.blank),
      let new = card.prompt.place(of: Draft.blank)
    else { return false }
    let before = WordKeys(known.prompt.replacing(old, with: known.answer))
    let after = WordKeys(card.prompt.replacing(new, with: card.answer))
    let (mine, theirs) = (WordKeys(known.answer), WordKeys(card.answer))
    let longer = mine.contains(theirs) ? mine : theirs
    guard mine.contains(theirs) || theirs.contains(mine) else { return false }
    return before.contains(longer) && after.contains(longer)
  }
}

extension String {
  fileprivate func replacing(_ range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
