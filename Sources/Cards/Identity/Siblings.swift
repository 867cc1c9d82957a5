/// Matches the siblings of one source item with those it had before.
enum Siblings {
  static func match(
    known: [Int], read: [Int], knownCards: [KnownCard], readCards: [Card]
  ) -> [(known: Int, read: Int)] {
    var pairs: [(known: Int, read: Int)] = []
    var left = known
    var right = read

    /// Pairs cards with equal keys, as long as no key stands for several.
    func pass(_ knownKey: (KnownCard) -> [String]?, _ readKey: (Card) -> [String]?) {
      guard !left.isEmpty, !right.isEmpty else { return }
      var places: [[String]: [Int]] = [:]
      for index in left {
        if let key = knownKey(knownCards[index]) { places[key, default: []].append(index) }
      }
      var readers: [[String]: [Int]] = [:]
      for index in right {
        if let key = readKey(readCards[index]) { readers[key, default: []].append(index) }
      }
      for index in right {
        guard let key = readKey(readCards[index]), let others = readers[key],
          let found = places[key], found.count == others.count,
          let order = others.firstIndex(of: index)
        else { continue }
        pairs.append((found[order], index))
      }
      let usedLeft = Set(pairs.map(\.known))
      let usedRight = Set(pairs.map(\.read))
      left.removeAll { usedLeft.contains($0) }
      right.removeAll { usedRight.contains($0) }
    }

    pass(
      { [$0.kind.rawValue, $0.slot, $0.prompt, $0.answer] },
      { [$0.kind.rawValue, $0.slot, $0.prompt, $0.answer] })
    // A slot with a name (a column, a direction) says which card it is; a number does not.
    pass(
      { isNamed($0.kind, $0.slot) ? [$0.kind.rawValue, $0.slot] : nil },
      { isNamed($0.kind, $0.slot) ? [$0.kind.rawValue, $0.slot] : nil })
    pass({ [$0.kind.rawValue, $0.prompt] }, { [$0.kind.rawValue, $0.prompt] })
    pass(
      { isCell($0.kind) ? nil : [$0.kind.rawValue, normal($0.answer)] },
      { isCell($0.kind) ? nil : [$0.kind.rawValue, normal($0.answer)] })
    pass(
      { isCell($0.kind) ? nil : [normal($0.answer)] },
      { isCell($0.kind) ? nil : [normal($0.answer)] })
    pairs += alike(left, right, knownCards, readCards)
    return pairs
  }

  private static func isCell(_ kind: CardKind) -> Bool { kind == .cell }

  private static func isNamed(_ kind: CardKind, _ slot: String) -> Bool {
    switch kind {
    case .cell, .definition, .gloss, .list, .order, .question, .connection, .recall: true
    case .author: !slot.hasPrefix("highlight")
    case .item, .cloze: false
    }
  }

  private static func normal(_ answer: String) -> String {
    Leak.words(answer).joined(separator: " ")
  }

  /// What is left: cards of one kind whose prompts are nearly the same.
  private static func alike(
    _ known: [Int], _ read: [Int], _ knownCards: [KnownCard], _ readCards: [Card]
  ) -> [(known: Int, read: Int)] {
    guard !known.isEmpty, !read.isEmpty else { return [] }
    let before = known.map { Likeness(knownCards[$0].prompt) }
    let after = read.map { Likeness(readCards[$0].prompt) }
    var edges: [Assignment.Edge] = []
    for (i, a) in known.enumerated() where !isCell(knownCards[a].kind) {
      for (j, b) in read.enumerated() where knownCards[a].kind == readCards[b].kind {
        // Prompts of siblings are alike anyway: a figure that differs tells them apart.
        guard !before[i].contradicts(after[j]) else { continue }
        let sameSlot = knownCards[a].slot == readCards[b].slot ? 0.05 : 0
        let weight = before[i].likeness(to: after[j]) + sameSlot
        if weight > 0.7 { edges.append(Assignment.Edge(left: a, right: b, weight: weight)) }
      }
    }
    return Assignment.best(edges).certain.map { ($0.left, $0.right) }
  }
}
