import Cards

extension KnownCard {
  /// The same at another line.
  fileprivate func moved(to line: Int) -> KnownCard {
    var card = self
    card.line = line
    return card
  }
}

/// How matching did with one kind of edit, in cards.
struct EditTally {
  var edits = 0
  /// Went on with the history of the same fact.
  var kept = 0
  /// Began anew, and its author is asked.
  var asked = 0
  /// Began anew although the fact is known, and nobody is asked.
  var lost = 0
  /// Went on with the history of another fact.
  var wrong = 0

  var recall: Double { kept + asked + lost == 0 ? 1 : Double(kept) / Double(kept + asked + lost) }

  static func += (left: inout EditTally, right: EditTally) {
    left.edits += right.edits
    left.kept += right.kept
    left.asked += right.asked
    left.lost += right.lost
    left.wrong += right.wrong
  }
}

/// Edits a vault again and again and looks at every reading whether each history is still that of its
/// own fact.
struct EditRun {
  var editor: VaultEditor
  private(set) var known: [KnownCard] = []
  private(set) var truths: [Card.ID: Truth] = [:]
  private(set) var tallies: [VaultEdit: EditTally] = [:]
  /// What went wrong, to be read.
  private(set) var examples: [String] = []
  /// Readings of the changed pages only that came to something else than a reading of all.
  private(set) var differences: [String] = []
  private(set) var questions = 0
  /// Pages that were edited since the last reading.
  private var touched: Set<String> = []

  init(seed: UInt64, pages: Int = 3) {
    editor = VaultEditor(seed: seed, pages: pages)
    let reading = editor.vault.read()
    let matching = Identity.match(known: [], read: reading.cards)
    store(matching, reading.truths)
  }

  /// - Parameter edits: done at once, between two readings.
  mutating func step(_ edits: [VaultEdit]) {
    for edit in edits {
      let isDone = editor.apply(edit)
      touched.formUnion(editor.touched)
      guard isDone else { return }
    }
    defer { touched = [] }
    let reading = editor.vault.read()
    let matching = Identity.match(known: known, read: reading.cards)
    compareWithPart(matching, touched: touched)
    count(matching, reading.truths, edits)
    questions += matching.questions.count
    store(matching, reading.truths)
  }

  private mutating func store(_ matching: Matching, _ truths: [Truth]) {
    known = matching.cards.map { KnownCard($0.card) } + matching.resting
    for (matched, truth) in zip(matching.cards, truths) { self.truths[matched.card.id] = truth }
  }

  /// Reading only the pages that changed must come to the same.
  private mutating func compareWithPart(_ whole: Matching, touched: Set<String>) {
    let part = known.filter { $0.resting || touched.contains($0.page) }
    let ids = Set(part.map(\.id))
    let others = Set(known.map(\.id)).subtracting(ids)
    let matching = Identity.match(
      known: part, read: editor.vault.read(only: touched).cards, isTaken: { others.contains($0) })
    let expected = whole.cards.filter { touched.contains($0.card.page) }
    if matching.cards != expected || matching.resting != whole.resting
      || matching.questions != whole.questions
    {
      differences.append("\(touched.sorted())")
    }
    for matched in whole.cards where !touched.contains(matched.card.page) && matched.change != .same
    {
      differences.append("untouched: \(matched.card.prompt) \(matched.change)")
    }
  }

  private mutating func count(_ matching: Matching, _ now: [Truth], _ edits: [VaultEdit]) {
    var tally = EditTally(edits: 1)
    var places: [Truth: [Int]] = [:]
    for (place, truth) in now.enumerated() { places[truth, default: []].append(place) }
    var owners: [Truth: Int] = [:]
    for card in known { if let truth = truths[card.id] { owners[truth, default: 0] += 1 } }
    for (place, matched) in matching.cards.enumerated() {
      guard matching.origins[place] != nil, let before = truths[matched.card.id] else { continue }
      let isSame =
        before == now[place]
        || !(before.isCertain && now[place].isCertain) && before.item == now[place].item
      if !isSame {
        tally.wrong += 1
        describe("wrong", edits, matched, before, now[place])
      }
    }
    for card in known {
      guard let truth = truths[card.id], truth.isCertain, owners[truth] == 1,
        let found = places[truth], found.count == 1
      else { continue }
      let matched = matching.cards[found[0]]
      if matched.card.id == card.id {
        // What no edit has touched says nothing about matching.
        if KnownCard(matched.card) != card.moved(to: matched.card.line) { tally.kept += 1 }
      } else if case .ambiguous(let candidates) = matched.change, candidates.contains(card.id) {
        tally.asked += 1
        describe("asked", edits, matched, truth, now[found[0]])
      } else {
        tally.lost += 1
        describe("lost", edits, matched, truth, now[found[0]])
      }
    }
    for edit in Set(edits) { tallies[edit, default: EditTally()] += tally }
  }

  private mutating func describe(
    _ what: String, _ edits: [VaultEdit], _ matched: MatchedCard, _ before: Truth, _ now: Truth
  ) {
    let old = known.first { $0.id == matched.card.id } ?? known.first { truths[$0.id] == before }
    examples.append(
      "\(what) \(edits.map(\.rawValue)): [\(before) → \(now)] "
        + "\(old?.source ?? "") / \(old?.prompt ?? "") → \(old?.answer ?? "") ⇒ "
        + "\(matched.card.source) / \(matched.card.prompt) → \(matched.card.answer)")
  }
}
