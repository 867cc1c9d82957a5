/// Matches source items: first those whose text is the same, then (in `LikenessMatching`) those that
/// are alike.
struct ItemMatching {
  var known: [SourceItem] = []
  var read: [SourceItem] = []
  var pairs: [(known: Int, read: Int)] = []
  /// Items of which parts went on in several others, or several in one: only cards that ask for the
  /// same thing in the same words around it are paired.
  var fragments: [(known: Int, read: Int)] = []
  /// For items of the reading: the known ones that they may be, or may not.
  var doubts: [Int: [Int]] = [:]
  /// For pages of the reading: the page that most of it was on before.
  var origin: [String: String] = [:]
  /// Whether a name stands on a page that takes no part in this reading.
  let isNamedElsewhere: (String) -> Bool
  let knownCards: [KnownCard]
  let readCards: [Card]
  var knownLeft: [Bool] = []
  var readLeft: [Bool] = []
  var lexicon = Lexicon()

  /// - Parameters:
  ///   - knownLeft: the known cards that are still without a card of this reading.
  ///   - readLeft: the cards of this reading that are still without a known one.
  init(
    known knownCards: [KnownCard], knownLeft: [Int], read readCards: [Card], readLeft: [Int],
    isNamedElsewhere: @escaping (String) -> Bool
  ) {
    self.isNamedElsewhere = isNamedElsewhere
    self.knownCards = knownCards
    self.readCards = readCards
    var places: [Key: Int] = [:]
    for index in knownLeft {
      let card = knownCards[index]
      if let last = known.last, last.holds(card) {
        known[known.count - 1].cards.append(index)
        continue
      }
      let key = Key(card.siblingGroup, card.context, card.section, resting: card.resting)
      if let place = places[key] {
        known[place].cards.append(index)
      } else {
        places[key] = known.count
        known.append(SourceItem(card, index: index))
      }
    }
    places.removeAll(keepingCapacity: true)
    for index in readLeft {
      let card = readCards[index]
      if let last = read.last, last.holds(card) {
        read[read.count - 1].cards.append(index)
        continue
      }
      let key = Key(card.siblingGroup, card.context, card.section)
      if let place = places[key] {
        read[place].cards.append(index)
      } else {
        places[key] = read.count
        read.append(SourceItem(card, index: index))
      }
    }
    self.knownLeft = [Bool](repeating: true, count: known.count)
    self.readLeft = [Bool](repeating: true, count: read.count)
  }

  /// What items are matched by. `siblingGroup` begins with the page.
  struct Key: Hashable {
    var first: String
    var second: String
    var third: String
    var resting: Bool
    init(_ first: String, _ second: String = "", _ third: String = "", resting: Bool = false) {
      self.first = first
      self.second = second
      self.third = third
      self.resting = resting
    }
  }

  var isDone: Bool { !knownLeft.contains(true) || !readLeft.contains(true) }

  mutating func pair(_ knownItem: Int, _ readItem: Int) {
    knownLeft[knownItem] = false
    readLeft[readItem] = false
    pairs.append((knownItem, readItem))
  }

  /// Notes that the item may be any of these. It goes on without a history.
  mutating func doubt(_ readItem: Int, _ candidates: [Int]) {
    for candidate in candidates where doubts[readItem]?.contains(candidate) != true {
      doubts[readItem, default: []].append(candidate)
    }
  }

  // MARK: The same text

  mutating func matchBlockIDs() {
    guard read.contains(where: { $0.blockID != nil }) else { return }
    match { item in item.blockID.map { Key(item.page, $0) } }
  }

  mutating func matchContent() {
    match { Key($0.group, $0.place, $0.section) }
    guard !isDone else { return }
    match(isPlace: false) { Key($0.group, $0.section) }
    match(isPlace: false) { Key($0.group) }
    guard !isDone else { return }
    matchMoved()
    guard !isDone else { return }
    matchRenamed()
  }

  /// Pairs the items left over with equal keys. Cards in use go before resting ones.
  /// - Parameter isPlace: the key says where the item stands, so that equal ones are one as well as
  ///   the other; else nobody knows which of several went.
  private mutating func match(isPlace: Bool = true, _ key: (SourceItem) -> Key?) {
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
        let left = places[key] ?? []
        let right = readers[key] ?? []
        if left.count > right.count, !isPlace {
          for item in right {
            doubt(item, left)
            readLeft[item] = false
          }
        } else if left.count == right.count || isPlace || left.count == 1 {
          for (a, b) in zip(left, right) { pair(a, b) }
        } else {
          // More of them than before: which are the old ones?
          for item in right {
            doubt(item, left)
            readLeft[item] = false
          }
        }
      }
    }
  }
}
