/// Matches what is left over by what it says.
struct LikenessMatching {
  var items: ItemMatching
  private var knownWordings: [Int: Wording] = [:]
  private var readWordings: [Int: Wording] = [:]
  private var pageNumbers: [String: Int] = [:]
  private var twins: Twins
  private var answers = Answers()

  init(_ items: ItemMatching) {
    self.items = items
    twins = Twins(read: items.readCards)
  }

  private struct Edge {
    var known: Int
    var read: Int
    var weight: Double
    var isSame: Bool
    var comparison: Comparison?
  }

  mutating func run() {
    guard !items.isDone else { return }
    prepare()
    matchFragments()
    var open = edges(acrossPages: false)
    settle(open)
    guard !items.isDone else { return }
    open = open.filter { items.knownLeft[$0.known] && items.readLeft[$0.read] }
    settle(open + edges(acrossPages: true))
  }

  private mutating func number(_ page: String) -> Int {
    if let found = pageNumbers[page] { return found }
    pageNumbers[page] = pageNumbers.count + 1
    return pageNumbers.count
  }

  private mutating func prepare() {
    for index in items.known.indices where items.knownLeft[index] {
      knownWordings[index] = items.known[index].wording(&items.lexicon)
      twins.left.append((items.known[index].page, items.known[index].source))
    }
    for index in items.read.indices where items.readLeft[index] {
      readWordings[index] = items.read[index].wording(&items.lexicon)
    }
  }

  private func isLeft(_ known: Int, _ read: Int) -> Bool {
    items.knownLeft[known] && items.readLeft[read]
  }

  // MARK: One by one

  private mutating func edges(acrossPages: Bool) -> [Edge] {
    var index = WordIndex()
    for (item, wording) in knownWordings.sorted(by: { $0.key < $1.key })
    where items.knownLeft[item] {
      index.add(
        item, page: acrossPages ? 0 : number(items.known[item].page), content: wording.content)
    }
    var edges: [Edge] = []
    for item in items.read.indices where items.readLeft[item] {
      guard let wording = readWordings[item] else { continue }
      let page = items.read[item].page
      var candidates = index.candidates(
        for: wording.content, page: acrossPages ? 0 : number(page))
      if !acrossPages, let origin = items.origin[page], origin != page {
        candidates += index.candidates(for: wording.content, page: number(origin))
      }
      for candidate in candidates where items.known[candidate].sort == items.read[item].sort {
        let isHere =
          items.known[candidate].page == page || items.origin[page] == items.known[candidate].page
        guard isHere != acrossPages else { continue }
        if let edge = edge(candidate, item, acrossPages: acrossPages) { edges.append(edge) }
      }
    }
    return edges
  }

  private mutating func edge(_ known: Int, _ read: Int, acrossPages: Bool) -> Edge? {
    guard let old = knownWordings[known], let new = readWordings[read] else { return nil }
    let verdict: Verdict
    var comparison: Comparison?
    if items.read[read].sort == .row {
      verdict = rows(known, read, acrossPages: acrossPages)
    } else {
      let found = Comparison(old, new)
      comparison = found
      guard found.likeness > 0.2 else { return nil }
      var circumstances = Verdict.Circumstances()
      circumstances.asksTheSame = asksTheSame(known, read)
      circumstances.isQuestion = items.read[read].sort == .question
      circumstances.isFact =
        items.read[read].sort == .fact && items.read[read].source.place(of: " :: ") == nil
      circumstances.acrossPages = acrossPages
      circumstances.isResting = items.known[known].resting
      circumstances.standsElsewhere = items.standsElsewhere(known, read)
      if acrossPages, items.read[read].sort == .connection { circumstances.standsElsewhere = true }
      verdict = Verdict(found, old: old, new: new, circumstances: circumstances)
    }
    // A resting card steps back behind one in use.
    let less = items.known[known].resting ? 0.9 : 1
    switch verdict {
    case .same(let weight):
      return Edge(
        known: known, read: read, weight: weight * less, isSame: true, comparison: comparison)
    case .doubtful(let weight):
      return Edge(
        known: known, read: read, weight: weight * less, isSame: false, comparison: comparison)
    case .other: return nil
    }
  }

  private func asksTheSame(_ known: Int, _ read: Int) -> Bool {
    items.read[read].cards.contains { card in
      let asked = items.readCards[card]
      return items.known[known].cards.contains {
        items.knownCards[$0].kind == asked.kind && items.knownCards[$0].prompt == asked.prompt
      }
    }
  }

  /// Rows of tables: the key says what a row is about, and the cells are compared one by one.
  private mutating func rows(_ known: Int, _ read: Int, acrossPages: Bool) -> Verdict {
    let old = items.known[known]
    let new = items.read[read]
    func key(_ source: String) -> String {
      source.place(of: " · ").map { String(source[..<$0.lowerBound]) } ?? source
    }
    /// Three cells or more, whether they give cards or not.
    func cells(_ source: String) -> Substring? {
      guard let end = source.place(of: " · ")?.upperBound else { return nil }
      let cells = source[end...]
      return cells.split(separator: " · ").count > 2 ? cells : nil
    }
    let keys = Comparison(
      Wording(key(old.source), head: .everything, lexicon: &items.lexicon),
      Wording(key(new.source), head: .everything, lexicon: &items.lexicon))
    var shared = 0
    var agree = 0
    for card in new.cards {
      let cell = items.readCards[card]
      guard let before = old.cards.first(where: { items.knownCards[$0].slot == cell.slot }) else {
        continue
      }
      shared += 1
      if answers.areSame(items.knownCards[before].answer, cell.answer) { agree += 1 }
    }
    guard agree > 0 else { return .other }
    let share = Double(agree) / Double(max(shared, 1))
    let isKey =
      !keys.turns && !keys.frame.isEmpty && (keys.oldOnly.isEmpty || keys.newOnly.isEmpty)
    if isKey {
      let isEqual = keys.oldOnly.isEmpty && keys.newOnly.isEmpty
      let isSure =
        acrossPages || old.resting || !isEqual
        ? share == 1 && (agree > 1 || cells(old.source).map { $0 == cells(new.source) } == true)
        : share >= 0.5
      return isSure ? .same(0.6 + 0.4 * share) : .doubtful(0.6)
    }
    return share == 1 && agree > 1 ? .doubtful(0.6) : .other
  }

  /// Takes the best pairing; what is not certain is noted down.
  private mutating func settle(_ edges: [Edge]) {
    struct Ends: Hashable {
      var known: Int
      var read: Int
    }
    var byEnds: [Ends: Edge] = [:]
    for edge in edges { byEnds[Ends(known: edge.known, read: edge.read)] = edge }
    let best = Assignment.best(
      edges.map { Assignment.Edge(left: $0.known, right: $0.read, weight: $0.weight) })
    for chosen in best.certain {
      guard isLeft(chosen.left, chosen.right),
        let edge = byEnds[Ends(known: chosen.left, read: chosen.right)]
      else { continue }
      if edge.isSame, !hasTwin(edge) {
        items.pair(edge.known, edge.read)
        items.doubts[edge.read] = nil
      } else {
        items.doubt(edge.read, [edge.known])
      }
    }
    for (read, candidates) in best.uncertain { items.doubt(read, candidates) }
  }

  /// Whether other items of the page say all that the two have in common: then what is exchanged is
  /// what tells such facts apart, and no rewording.
  private mutating func hasTwin(_ edge: Edge) -> Bool {
    guard let comparison = edge.comparison, let old = knownWordings[edge.known],
      let new = readWordings[edge.read]
    else { return false }
    let (a, b) = (comparison.oldOnly, comparison.newOnly)
    guard !a.isEmpty || !b.isEmpty || !comparison.misspelt.isEmpty else { return false }
    let inHead = (a + b).contains { $0.inHead && !$0.isFigure }
    return twins.exist(
      of: (items.known[edge.known], old), (items.read[edge.read], new), comparison: comparison,
      inHead: inHead, lexicon: &items.lexicon)
  }

  // MARK: In parts

  /// A fact that was split into several, and several that were put into one.
  private mutating func matchFragments() {
    var byPage: [String: (known: [Int], read: [Int])] = [:]
    for item in items.read.indices where items.readLeft[item] && items.read[item].sort == .fact {
      byPage[items.read[item].page, default: ([], [])].read.append(item)
    }
    for item in items.known.indices
    where items.knownLeft[item] && items.known[item].sort == .fact && !items.known[item].resting {
      byPage[items.known[item].page]?.known.append(item)
    }
    for (_, (known, read)) in byPage.sorted(by: { $0.key < $1.key }) {
      guard known.count != read.count, known.count <= 400, read.count <= 400 else { continue }
      for whole in known {
        for parts in parts(of: knownWordings[whole], among: read, readWordings) {
          for part in parts { items.fragments.append((whole, part)) }
          items.knownLeft[whole] = false
          for part in parts { items.readLeft[part] = false }
        }
      }
      for whole in read where items.readLeft[whole] {
        for parts in parts(
          of: readWordings[whole], among: known.filter { items.knownLeft[$0] }, knownWordings)
        {
          for part in parts { items.fragments.append((part, whole)) }
          items.readLeft[whole] = false
          for part in parts { items.knownLeft[part] = false }
        }
      }
    }
  }

  /// The texts that say parts of the whole and together most of it; none, or one answer.
  private func parts(
    of whole: Wording?, among others: [Int], _ wordings: [Int: Wording]
  ) -> [[Int]] {
    guard let whole, whole.content.count >= 4 else { return [] }
    var parts: [Int] = []
    var sum = 0
    for other in others {
      guard let wording = wordings[other] else { continue }
      // A part may get a label of its own.
      let texts = wording.isLabelled ? [wording.content, wording.body] : [wording.content]
      guard
        let content = texts.first(where: {
          $0.count >= 2 && $0.count < whole.content.count && Twins.isPart($0, of: whole.content)
        })
      else { continue }
      parts.append(other)
      sum += content.count
    }
    let all = whole.content.count
    guard (2...4).contains(parts.count), sum * 10 >= all * 7, sum <= all + 2 * parts.count else {
      return []
    }
    return [parts]
  }
}
