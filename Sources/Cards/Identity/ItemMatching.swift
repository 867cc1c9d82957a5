/// Matches source items: the groups of siblings.
struct ItemMatching {
  struct SourceItem {
    var page: String
    var section: String
    var group: String
    var source: String
    var blockID: String?
    var resting: Bool
    /// Indices of its cards.
    var cards: [Int]
  }

  private(set) var known: [SourceItem] = []
  private(set) var read: [SourceItem] = []
  private(set) var pairs: [(known: Int, read: Int)] = []
  /// For cards of the reading that could be one known card as well as another.
  private(set) var ambiguous: [Int: [Card.ID]] = [:]
  private let knownCards: [KnownCard]
  private let readCards: [Card]
  private var knownLeft: [Bool] = []
  private var readLeft: [Bool] = []

  /// - Parameters:
  ///   - knownLeft: the known cards that are still without a card of this reading.
  ///   - readLeft: the cards of this reading that are still without a known one.
  init(
    known knownCards: [KnownCard], knownLeft: [Int], read readCards: [Card], readLeft: [Int]
  ) {
    self.knownCards = knownCards
    self.readCards = readCards
    var places: [Key: Int] = [:]
    for index in knownLeft {
      let card = knownCards[index]
      let key = Key(card.siblingGroup, card.section, card.resting ? "resting" : "")
      if let place = places[key] {
        known[place].cards.append(index)
      } else {
        places[key] = known.count
        known.append(
          SourceItem(
            page: card.page, section: card.section, group: card.siblingGroup, source: card.source,
            blockID: card.blockID, resting: card.resting, cards: [index]))
      }
    }
    places.removeAll(keepingCapacity: true)
    for index in readLeft {
      let card = readCards[index]
      let key = Key(card.siblingGroup, card.section)
      if let place = places[key] {
        read[place].cards.append(index)
      } else {
        places[key] = read.count
        read.append(
          SourceItem(
            page: card.page, section: card.section, group: card.siblingGroup, source: card.source,
            blockID: card.blockID, resting: false, cards: [index]))
      }
    }
    self.knownLeft = [Bool](repeating: true, count: known.count)
    self.readLeft = [Bool](repeating: true, count: read.count)
  }

  /// What items are matched by. `siblingGroup` begins with the page.
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

  private mutating func pair(_ knownItem: Int, _ readItem: Int) {
    knownLeft[knownItem] = false
    readLeft[readItem] = false
    pairs.append((knownItem, readItem))
  }

  // MARK: Exact

  mutating func matchBlockIDs() {
    guard read.contains(where: { $0.blockID != nil }) else { return }
    match { item in item.blockID.map { Key(item.page, $0) } }
  }

  mutating func matchContent() {
    match { Key($0.group, $0.section) }
    match { Key($0.group) }
    // Moved or renamed: the page that already gave most to this one goes first.
    guard knownLeft.contains(true), readLeft.contains(true) else { return }
    matchMoved()
  }

  /// Pairs the items left over whose key stands once on either side. Cards in use go before resting
  /// ones.
  private mutating func match(_ key: (SourceItem) -> Key?) {
    for resting in [false, true] {
      var places: [Key: [Int]] = [:]
      for index in known.indices where knownLeft[index] && known[index].resting == resting {
        if let key = key(known[index]) { places[key, default: []].append(index) }
      }
      guard !places.isEmpty else { continue }
      var readers: [Key: [Int]] = [:]
      var order: [Key] = []
      for index in read.indices where readLeft[index] {
        guard let key = key(read[index]), places[key] != nil else { continue }
        if readers[key] == nil { order.append(key) }
        readers[key, default: []].append(index)
      }
      for key in order {
        guard let left = places[key], let right = readers[key] else { continue }
        // As many as before, in their order; else only where there is no choice.
        if left.count == right.count {
          for (a, b) in zip(left, right) { pair(a, b) }
        } else if left.count == 1 || right.count == 1, resting || left.count < right.count {
          pair(left[0], right[0])
        } else {
          for (a, b) in zip(left, right) { pair(a, b) }
        }
      }
    }
  }

  /// The same text on another page. What stands once on either side shows which page became which;
  /// what stands on many pages (`What is still open?`) follows it.
  private mutating func matchMoved() {
    var bySource: [String: [Int]] = [:]
    for index in known.indices where knownLeft[index] {
      bySource[known[index].source, default: []].append(index)
    }
    var readers: [String: Int] = [:]
    let moved = read.indices.filter { readLeft[$0] && bySource[read[$0].source] != nil }
    for index in moved { readers[read[index].source, default: 0] += 1 }

    var routes: [String: [String: Int]] = [:]
    for index in moved where readers[read[index].source] == 1 {
      guard let others = bySource[read[index].source], others.count == 1,
        isAlike(known[others[0]], read[index])
      else { continue }
      pair(others[0], index)
      routes[read[index].page, default: [:]][known[others[0]].page, default: 0] += 1
    }
    let origin = routes.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    var byPage: [Key: [Int]] = [:]
    for index in known.indices where knownLeft[index] {
      byPage[Key(known[index].page, known[index].source), default: []].append(index)
    }
    for index in moved where readLeft[index] {
      guard let page = origin[read[index].page] else { continue }
      let places = byPage[Key(page, read[index].source)] ?? []
      if let place = places.first(where: { knownLeft[$0] && isAlike(known[$0], read[index]) }) {
        pair(place, index)
      }
    }
    for index in moved where readLeft[index] {
      let open = (bySource[read[index].source] ?? []).prefix(16).filter {
        knownLeft[$0] && isAlike(known[$0], read[index])
      }
      // Cards in use before resting ones, the same section before others.
      let weights = open.map { place in
        (known[place].resting ? 0 : 2) + (known[place].section == read[index].section ? 1 : 0)
      }
      guard let best = weights.max() else { continue }
      let winners = zip(open, weights).filter { $0.1 == best }.map(\.0)
      if winners.count == 1 {
        pair(winners[0], index)
      } else {
        // No likeness will decide between equal texts.
        note(index, winners)
        readLeft[index] = false
      }
    }
  }

  /// Items of one sort: a table's row never continues a fact.
  private func isAlike(_ knownItem: SourceItem, _ readItem: SourceItem) -> Bool {
    sort(knownCards[knownItem.cards[0]].kind) == sort(readCards[readItem.cards[0]].kind)
  }

  private func sort(_ kind: CardKind) -> Int {
    switch kind {
    case .recall, .list, .item, .gloss, .cloze, .author: 0
    case .question: 1
    case .definition: 2
    case .cell: 3
    case .order: 4
    case .connection: 5
    }
  }

  private mutating func note(_ readItem: Int, _ candidates: [Int]) {
    let ids = candidates.flatMap { known[$0].cards.map { knownCards[$0].id } }
    for card in read[readItem].cards { ambiguous[card] = ids }
  }

  // MARK: Likeness

  mutating func matchLikeness() {
    for acrossPages in [false, true] {
      let left = known.indices.filter { knownLeft[$0] }
      let right = read.indices.filter { readLeft[$0] }
      guard !left.isEmpty, !right.isEmpty else { return }
      var edges: [Assignment.Edge] = []
      var index = Likeness.Index()
      for item in left {
        index.add(known[item].source, page: known[item].page, item: item)
      }
      for item in right {
        let features = Likeness(read[item].source)
        let page = acrossPages ? nil : read[item].page
        for candidate in index.candidates(for: features, page: page) {
          guard isAlike(known[candidate.item], read[item]) else { continue }
          let score = score(candidate, item)
          let least = known[candidate.item].resting ? 0.8 : acrossPages ? 0.66 : 0.5
          guard score >= least else { continue }
          edges.append(Assignment.Edge(left: candidate.item, right: item, weight: score))
        }
      }
      let assignment = Assignment.best(edges)
      for edge in assignment.certain { pair(edge.left, edge.right) }
      for (readItem, candidates) in assignment.uncertain { note(readItem, candidates) }
    }
  }

  /// How likely two items are one, reworded: 0…1. What is asked counts for more than the wording.
  private func score(_ candidate: Likeness.Index.Candidate, _ readItem: Int) -> Double {
    var score = candidate.likeness
    var agrees = !candidate.contradicts
    let others = known[candidate.item].cards
    for card in read[readItem].cards {
      for other in others where knownCards[other].kind == readCards[card].kind {
        if knownCards[other].prompt == readCards[card].prompt { return max(score, 0.95) }
      }
    }
    // Far apart as a whole: no part of it will bring them together.
    guard score > 0.3 else { return 0 }
    for card in read[readItem].cards {
      let prompt = Likeness(readCards[card].prompt)
      for other in others where knownCards[other].kind == readCards[card].kind {
        let before = Likeness(knownCards[other].prompt)
        guard !before.contradicts(prompt) else { continue }
        agrees = true
        score = max(score, before.likeness(to: prompt) - 0.1)
      }
    }
    // `H100 delivers 3x` and `H200 delivers 4x` are two facts, however alike.
    return agrees ? score : 0
  }
}
