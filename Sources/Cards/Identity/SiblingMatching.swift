/// From pairs of source items to pairs of cards.
struct SiblingMatching {
  /// That a new card may be a known one.
  struct Possibility {
    var known: Int
    /// Number of the source item that the known card is of.
    var item: Int
  }

  private(set) var pairs: [(known: Int, read: Int)] = []
  private(set) var asked: [Int: [Possibility]] = [:]
  private let items: ItemMatching
  private var siblings: Siblings
  private var columns: RenamedColumns
  private var knownTaken: [Bool]
  private var readTaken: [Bool]

  init(_ items: ItemMatching) {
    self.items = items
    siblings = Siblings(known: items.knownCards, read: items.readCards)
    columns = RenamedColumns(known: items.knownCards, read: items.readCards)
    knownTaken = [Bool](repeating: false, count: items.knownCards.count)
    readTaken = [Bool](repeating: false, count: items.readCards.count)
  }

  mutating func run() {
    for pair in items.pairs {
      take(
        siblings.match(known: items.known[pair.known].cards, read: items.read[pair.read].cards))
      if items.read[pair.read].sort == .row {
        columns.add(
          known: open(items.known[pair.known].cards), read: left(items.read[pair.read].cards))
      }
    }
    take(columns.pairs())
    wakeSiblings()
    for pair in items.fragments {
      take(
        siblings.matchParts(
          known: open(items.known[pair.known].cards), read: left(items.read[pair.read].cards)))
    }
    for pair in items.pairs {
      let (known, read) = (items.known[pair.known].cards, items.read[pair.read].cards)
      guard open(known).count == known.count, left(read).count == read.count else { continue }
      take(siblings.matchFirst(known: known, read: read))
    }
    ask()
  }

  private mutating func take(_ found: [(known: Int, read: Int)]) {
    for pair in found where !knownTaken[pair.known] && !readTaken[pair.read] {
      knownTaken[pair.known] = true
      readTaken[pair.read] = true
      pairs.append(pair)
    }
  }

  private func open(_ cards: [Int]) -> [Int] { cards.filter { !knownTaken[$0] } }
  private func left(_ cards: [Int]) -> [Int] { cards.filter { !readTaken[$0] } }

  /// A card of an item may have rested while its siblings did not: the rules chose another blank.
  private mutating func wakeSiblings() {
    var resting: [String: [Int]] = [:]
    for item in items.known where item.resting {
      resting[item.group, default: []] += item.cards
    }
    guard !resting.isEmpty else { return }
    for pair in items.pairs {
      let new = left(items.read[pair.read].cards)
      guard !new.isEmpty, let old = resting[items.known[pair.known].group] else { continue }
      take(siblings.matchParts(known: open(old), read: new))
    }
  }

  /// What each candidate's cards would become, if it was the one.
  private mutating func ask() {
    for (read, candidates) in items.doubts {
      let cards = left(items.read[read].cards)
      guard !cards.isEmpty else { continue }
      for candidate in candidates {
        let known = open(items.known[candidate].cards)
        // An item that goes on as another one is no candidate any more.
        guard known.count == items.known[candidate].cards.count else { continue }
        for pair in siblings.match(known: known, read: cards) {
          asked[pair.read, default: []].append(Possibility(known: pair.known, item: candidate))
        }
      }
    }
  }
}

extension IdentityQuestion {
  /// One question for each source item.
  static func all(
    known: [KnownCard], cards: [MatchedCard], asked: [Int: [SiblingMatching.Possibility]],
    _ answers: inout Answers
  ) -> [IdentityQuestion] {
    var questions: [IdentityQuestion] = []
    var places: [String: Int] = [:]
    var candidates: [[Int]] = []
    for index in asked.keys.sorted() {
      let card = cards[index].card
      let key = card.siblingGroup + "\n" + card.context
      let place = places[key] ?? questions.count
      if place == questions.count {
        places[key] = place
        questions.append(
          IdentityQuestion(
            page: card.page, file: card.file, line: card.line, source: card.source, candidates: [],
            id: card.id))
        candidates.append([])
      }
      for possibility in asked[index] ?? [] {
        let before = known[possibility.known]
        let number = candidates[place].firstIndex(of: possibility.item) ?? candidates[place].count
        if number == candidates[place].count {
          candidates[place].append(possibility.item)
          questions[place].candidates.append(
            Candidate(
              page: before.page, section: before.section, source: before.source, adoptions: []))
        }
        questions[place].candidates[number].adoptions.append(
          Adoption(
            card: card.id, history: before.id,
            answerChanged: Change.hasAnotherAnswer(before, card, &answers),
            before: CardText(before),
            after: CardText(card)))
      }
    }
    return questions
  }
}
