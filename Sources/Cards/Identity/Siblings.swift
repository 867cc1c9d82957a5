/// Matches the cards of one source item with those it had before. What a card asks for makes it the
/// same card: the same place in other words, the same answer, the same column. A card that asks for
/// something else in the same item is a new one.
struct Siblings {
  let knownCards: [KnownCard]
  let readCards: [Card]
  private var lexicon = Lexicon()
  private var left: [Int] = []
  private var right: [Int] = []
  private var pairs: [(known: Int, read: Int)] = []

  init(known: [KnownCard], read: [Card]) {
    knownCards = known
    readCards = read
  }

  mutating func match(known: [Int], read: [Int]) -> [(known: Int, read: Int)] {
    begin(known, read)
    pass(
      { Key($0.kind.rawValue, $0.prompt, $0.answer) },
      { Key($0.kind.rawValue, $0.prompt, $0.answer) })
    // A slot with a name (a column, a direction) says which card it is; a number does not.
    pass(
      { Siblings.isNamed($0.kind, $0.slot) ? Key($0.kind.rawValue, $0.slot) : nil },
      { Siblings.isNamed($0.kind, $0.slot) ? Key($0.kind.rawValue, $0.slot) : nil })
    pass({ Key($0.kind.rawValue, $0.prompt) }, { Key($0.kind.rawValue, $0.prompt) })
    // An item of a list is the same wherever in the list it stands.
    pass(
      { $0.kind == .item ? Key(Answers.normal($0.answer)) : nil },
      { $0.kind == .item ? Key(Answers.normal($0.answer)) : nil })
    samePlace()
    sameAnswer(strictly: false)
    likeAnswer()
    return pairs
  }

  /// The item is the same, and none of its cards is: what was learnt of it goes on in its first card, which asks
  /// for something else now and is learnt again.
  func matchFirst(known: [Int], read: [Int]) -> [(known: Int, read: Int)] {
    guard let old = known.first(where: { Siblings.isBlank(knownCards[$0].kind) }),
      let new = read.first(where: { Siblings.isBlank(readCards[$0].kind) })
    else { return [] }
    return [(old, new)]
  }

  /// For parts of items that were split or put together: only what asks for the same as before, with
  /// the same words beside it.
  mutating func matchParts(known: [Int], read: [Int]) -> [(known: Int, read: Int)] {
    begin(known, read)
    pass(
      { Key($0.kind.rawValue, $0.prompt, $0.answer) },
      { Key($0.kind.rawValue, $0.prompt, $0.answer) })
    sameAnswer(strictly: true)
    return pairs
  }

  private mutating func begin(_ known: [Int], _ read: [Int]) {
    left = known
    right = read
    pairs = []
  }

  private struct Key: Hashable {
    var first: String
    var second: String
    var third: String
    init(_ first: String, _ second: String = "", _ third: String = "") {
      self.first = first
      self.second = second
      self.third = third
    }
  }

  /// Pairs cards with equal keys, as long as no key stands for several.
  private mutating func pass(_ knownKey: (KnownCard) -> Key?, _ readKey: (Card) -> Key?) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let before = left.map { knownKey(knownCards[$0]) }
    let after = right.map { readKey(readCards[$0]) }
    var used: Set<Int> = []
    var found: [Int] = []
    for (place, key) in after.enumerated() {
      guard let key else { continue }
      let mine = before.indices.filter { before[$0] == key }
      let others = after.indices.filter { after[$0] == key }
      guard mine.count == others.count, let order = others.firstIndex(of: place) else { continue }
      pairs.append((left[mine[order]], right[place]))
      used.insert(mine[order])
      found.append(place)
    }
    drop(used, Set(found))
  }

  private mutating func drop(_ known: Set<Int>, _ read: Set<Int>) {
    guard !known.isEmpty else { return }
    left = left.indices.filter { !known.contains($0) }.map { left[$0] }
    right = right.indices.filter { !read.contains($0) }.map { right[$0] }
  }

  /// Pairs what fits exactly one on the other side.
  private mutating func pass(_ fits: (_ known: Int, _ read: Int) -> Bool) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let fitting = left.map { a in right.indices.filter { fits(a, right[$0]) } }
    var counts: [Int: Int] = [:]
    for places in fitting { for place in places { counts[place, default: 0] += 1 } }
    var used: Set<Int> = []
    var found: Set<Int> = []
    for (index, places) in fitting.enumerated() where places.count == 1 && counts[places[0]] == 1 {
      pairs.append((left[index], right[places[0]]))
      used.insert(index)
      found.insert(places[0])
    }
    drop(used, found)
  }

  private mutating func places() -> (known: [Int: BlankPlace], read: [Int: BlankPlace]) {
    var known: [Int: BlankPlace] = [:]
    var read: [Int: BlankPlace] = [:]
    for a in left {
      let card = knownCards[a]
      known[a] = BlankPlace(prompt: card.prompt, answer: card.answer, lexicon: &lexicon)
    }
    for b in right {
      let card = readCards[b]
      read[b] = BlankPlace(prompt: card.prompt, answer: card.answer, lexicon: &lexicon)
    }
    return (known, read)
  }

  /// The same words stand before and behind what is asked for.
  private mutating func samePlace() {
    guard !left.isEmpty, !right.isEmpty else { return }
    let (known, read) = places()
    let (cards, others) = (knownCards, readCards)
    pass { a, b in
      guard let before = known[a], let after = read[b], Siblings.isBlank(cards[a].kind),
        Siblings.isBlank(others[b].kind)
      else { return false }
      return before.agreesBefore(after) && before.agreesAfter(after)
    }
  }

  private mutating func sameAnswer(strictly: Bool) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let (known, read) = places()
    let (before, after) = (knownCards, readCards)
    pass { a, b in
      guard Siblings.isText(before[a].kind), Siblings.isText(after[b].kind),
        Answers.normal(before[a].answer) == Answers.normal(after[b].answer)
      else { return false }
      guard let old = known[a], let new = read[b] else { return !strictly }
      if old.isFigure, old.followsElse(new) { return false }
      if old.agreesBefore(new) || old.agreesAfter(new) { return true }
      return !strictly && (old.isNear(new) || !old.isTaken(in: new))
    }
  }

  /// The place is about the same, and so is the answer; or a figure was exchanged with its unit.
  private mutating func likeAnswer() {
    guard !left.isEmpty, !right.isEmpty else { return }
    let (known, read) = places()
    let (cards, others) = (knownCards, readCards)
    pass { a, b in
      guard let old = known[a], let new = read[b], Siblings.isBlank(cards[a].kind),
        Siblings.isBlank(others[b].kind)
      else { return false }
      if old.agreesBefore(new), old.isFigure, new.isFigure { return true }
      return (old.agreesBefore(new) || old.agreesAfter(new) || old.isNear(new)) && old.isLike(new)
    }
  }

  private static func isText(_ kind: CardKind) -> Bool { kind != .cell && kind != .list }

  private static func isBlank(_ kind: CardKind) -> Bool {
    switch kind {
    case .cloze, .item, .recall, .author, .gloss: true
    case .cell, .definition, .list, .order, .question, .connection: false
    }
  }

  private static func isNamed(_ kind: CardKind, _ slot: String) -> Bool {
    switch kind {
    case .cell, .definition, .gloss, .list, .order, .question, .connection, .recall: true
    case .author: !slot.hasPrefix("highlight")
    case .item, .cloze: false
    }
  }
}
