import Cards

/// Finds wrong choices for a question among the answers of other cards.
struct Distractors {
  private let cards: [Card]
  private let byPool: [String: [Int]]
  private let byPage: [String: [Int]]
  private let byKind: [CardKind: [Int]]
  /// Cards by their prompt, so that what is right elsewhere is never offered as wrong.
  private let byPrompt: [String: [Int]]
  /// Of many answers a sample is enough to find good ones, and little enough to be quick.
  private static let sample = 80

  /// Ready to serve the questions `asked` from the answers of `cards`. One pass over the cards, which
  /// only keeps what those questions can need.
  init(cards: [Card], asked: [Card]) {
    self.cards = cards
    let pools = Set(asked.compactMap(\.pool))
    let pages = Set(asked.map(\.page))
    let prompts = Set(asked.map(\.prompt))
    var byPool: [String: [Int]] = [:]
    var byPage: [String: [Int]] = [:]
    var byKind: [CardKind: [Int]] = [:]
    var byPrompt: [String: [Int]] = [:]
    for index in cards.indices {
      let kind = cards[index].kind
      guard kind != .question, !cards[index].answer.isEmpty else { continue }
      if prompts.contains(cards[index].prompt) {
        byPrompt[cards[index].prompt, default: []].append(index)
      }
      guard kind != .order else { continue }
      if let pool = cards[index].pool, pools.contains(pool) {
        byPool[pool, default: []].append(index)
      }
      if pages.contains(cards[index].page) { byPage[cards[index].page, default: []].append(index) }
      byKind[kind, default: []].append(index)
    }
    self.byPool = byPool
    self.byPage = byPage
    self.byKind = byKind
    self.byPrompt = byPrompt
  }

  /// Up to three wrong choices; fewer than two are not worth asking with.
  func choose(for card: Card, random: inout SplitMix64) -> [String] {
    if card.kind == .order { return orders(of: card, random: &random) }
    let check = Check(
      card: card, alsoRight: (byPrompt[card.prompt] ?? []).prefix(50).map { cards[$0].answer })
    let shape = AnswerShape(card.answer)
    var rated: [(index: Int, cost: Double)] = []
    var seen: Set<Int> = []
    func consider(_ indices: [Int], tier: Double) {
      for index in indices where seen.insert(index).inserted {
        guard cards[index].answer != card.answer else { continue }
        // A choice that is seen to be wrong without reading is none.
        let distance = shape.distance(to: AnswerShape(cards[index].answer))
        guard distance < (tier == 0 ? 3.5 : 2.2) else { continue }
        rated.append((index, distance + tier + random.unit() * 0.6))
      }
    }
    let pool = card.pool.map { byPool[$0] ?? [] } ?? []
    let inPool = pool.filter { !Self.mayBothBeRight(cards[$0], card) }
    consider(random.sample(inPool, Self.sample), tier: 0)
    let page = (byPage[card.page] ?? []).filter {
      Self.isAlike(cards[$0].kind, card.kind) && !Self.mayBothBeRight(cards[$0], card)
    }
    consider(random.sample(page, Self.sample), tier: 2.9)
    // Elsewhere only when there is too little at home, and not so far in shape.
    if rated.count < 12 {
      consider(random.sample(byKind[card.kind] ?? [], Self.sample), tier: 3.8)
    }
    rated.sort { $0.cost == $1.cost ? $0.index < $1.index : $0.cost < $1.cost }
    var chosen: [Check.Meaning] = []
    for (index, _) in rated {
      let choice = Check.Meaning(cards[index].answer)
      guard check.isWrong(choice), !chosen.contains(where: { $0.overlaps(choice) }) else {
        continue
      }
      chosen.append(choice)
      if chosen.count == 3 { break }
    }
    return chosen.map(\.text)
  }

  /// Other orders of the same items.
  private func orders(of card: Card, random: inout SplitMix64) -> [String] {
    let items = AnswerParts.items(card.answer)
    guard items.count > 2 else { return [] }
    var orders: [String] = []
    for _ in 0..<24 where orders.count < 3 {
      let order = random.shuffled(items).joined(separator: " → ")
      if order != items.joined(separator: " → "), !orders.contains(order) { orders.append(order) }
    }
    return orders
  }

  /// Items of one list answer a question about the list as well as each other, unless the prompt
  /// shows them; then they are no choice either.
  private static func mayBothBeRight(_ candidate: Card, _ card: Card) -> Bool {
    candidate.siblingGroup == card.siblingGroup && !card.siblingGroup.isEmpty
      && (card.kind == .item || card.kind == .list || candidate.kind == .list)
  }

  /// Kinds whose answers look alike.
  private static func isAlike(_ left: CardKind, _ right: CardKind) -> Bool {
    func family(_ kind: CardKind) -> Int {
      switch kind {
      case .recall, .cloze, .item, .author, .gloss: 0
      case .definition: 1
      case .cell: 2
      case .connection: 3
      case .list: 4
      case .order: 5
      case .question: 6
      }
    }
    return family(left) == family(right)
  }

  static func key(_ text: String) -> String {
    Tokenizer.tokens(text).map(\.key).joined(separator: " ")
  }
}

/// Makes sure that a wrong choice is wrong.
struct Check {
  private let right: [Meaning]
  private let prompt: String

  init(card: Card, alsoRight: [String]) {
    right = ([card.answer] + alsoRight).map(Meaning.init)
    prompt = " " + Distractors.key(card.prompt) + " "
  }

  /// Neither equal to a right answer in any way of writing, nor a part of it, nor it a part; and
  /// not in the prompt, where it would be seen to be wrong.
  func isWrong(_ choice: Meaning) -> Bool {
    !choice.key.isEmpty && !prompt.contains(" " + choice.key + " ")
      && !right.contains { $0.overlaps(choice) }
  }

  /// An answer, read once to be compared often.
  struct Meaning {
    let text: String
    let key: String
    /// How its words begin. Judging takes time; answers that begin differently throughout need none.
    private let beginnings: Set<String>
    /// The same for the words that must be there, brackets apart.
    private let needed: Set<String>

    init(_ text: String) {
      self.text = text
      let tokens = Tokenizer.tokens(text)
      key = tokens.map(\.key).joined(separator: " ")
      beginnings = Set(tokens.map { String($0.key.prefix(2)) })
      let core = AnswerParts.alternatives(of: text).first.map { Tokenizer.tokens($0) } ?? tokens
      needed = Set(core.filter { $0.weight != .small }.map { String($0.key.prefix(2)) })
    }

    /// Whether it could be right where the other is. One beginning may be missing: that of the
    /// second part of a compound, or a sign.
    private func mayStandFor(_ other: Meaning) -> Bool {
      other.needed.count - other.needed.intersection(beginnings).count
        <= (other.needed.count > 1 ? 1 : 0)
    }

    /// Whether one is the other differently written, or a part of it.
    func overlaps(_ other: Meaning) -> Bool {
      guard !beginnings.isDisjoint(with: other.beginnings) else { return key == other.key }
      if key == other.key { return true }
      let (shorter, longer) = key.utf8.count < other.key.utf8.count ? (self, other) : (other, self)
      if (" " + longer.key + " ").contains(" " + shorter.key + " ") { return true }
      let judge = TypedAnswer()
      return mayStandFor(other) && judge.judge(text, answer: other.text, kind: .list).isRight
        || other.mayStandFor(self) && judge.judge(other.text, answer: text, kind: .list).isRight
    }
  }
}

extension SplitMix64 {
  /// Some of the elements, by chance, when there are many; else all.
  mutating func sample<Element>(_ elements: [Element], _ count: Int) -> [Element] {
    guard elements.count > count else { return elements }
    var chosen: [Element] = []
    var places: Set<Int> = []
    while chosen.count < count {
      let place = below(elements.count)
      if places.insert(place).inserted { chosen.append(elements[place]) }
    }
    return chosen
  }
}
