import Cards

/// Finds wrong choices for a question among the answers of other cards: wrong beyond doubt, and not
/// to be told from the right one by their form.
struct Distractors {
  private let cards: [Card]
  private let pools: ChoicePools
  private let byPool: [String: [Int]]
  private let byPage: [String: [Int]]
  private let byKind: [CardKind: [Int]]
  /// Cards by what they ask, so that what is right elsewhere is never offered as wrong.
  private let byQuestion: [UInt64: [Int]]
  private let links: [String: Set<String>]
  /// In which the quiz is drawn.
  private let year: Int?
  /// Of many answers a sample is enough to find good ones, and little enough to be quick.
  private static let sample = 80
  /// How many good ones that come before the right one, and how many that come after it, are put together
  /// to a set that gives nothing away.
  private static let shortlist = 5

  /// Ready to serve the questions `asked` from the answers of `cards`. One pass over the cards, which
  /// only keeps what those questions can need.
  /// - Parameters:
  ///   - links: the pages that a page is linked with, by path.
  ///   - year: in which the quiz is drawn; nil where any year is as good as another.
  init(cards: [Card], asked: [Card], links: [String: Set<String>] = [:], year: Int? = nil) {
    self.cards = cards
    self.links = links
    self.year = year
    let choicePools = ChoicePools(cards: cards, asked: asked)
    let wanted = Set(asked.compactMap(choicePools.pool))
    var pages = Set(asked.map(\.page))
    for page in pages { pages.formUnion(links[page] ?? []) }
    let questions = Set(asked.flatMap(AskedQuestion.marks))
    var byPool: [String: [Int]] = [:]
    var byPage: [String: [Int]] = [:]
    var byKind: [CardKind: [Int]] = [:]
    var byQuestion: [UInt64: [Int]] = [:]
    for index in cards.indices {
      let kind = cards[index].kind
      guard kind != .question, !cards[index].answer.isEmpty else { continue }
      for question in AskedQuestion.marks(of: cards[index]) where questions.contains(question) {
        byQuestion[question, default: []].append(index)
      }
      guard kind != .order, kind != .list else { continue }
      if let pool = choicePools.pool(of: cards[index]), wanted.contains(pool) {
        byPool[pool, default: []].append(index)
      }
      if pages.contains(cards[index].page) { byPage[cards[index].page, default: []].append(index) }
      byKind[kind, default: []].append(index)
    }
    pools = choicePools
    self.byPool = byPool
    self.byPage = byPage
    self.byKind = byKind
    self.byQuestion = byQuestion
  }

  /// Two or three wrong choices, as they are shown; fewer than two are not worth asking with.
  func choose(for card: Card, random: inout SplitMix64) -> [String] {
    if card.kind == .order || card.asksForOrder { return orders(of: card, random: &random) }
    guard card.kind != .list else { return [] }
    let alsoRight = Set(AskedQuestion.marks(of: card).flatMap { byQuestion[$0] ?? [] }).sorted()
    let check = DistractorCheck(
      card: card, alsoRight: alsoRight.prefix(50).map { cards[$0].answer },
      isRow: pools.runsAlongRows(card))
    let shape = AnswerShape(card.answer)
    let sort = OneSort(card, shape, isRow: pools.runsAlongRows(card))
    var rated: [(index: Int, shape: AnswerShape, cost: Double)] = []
    var seen: Set<Int> = []
    func consider(_ indices: [Int], tier: Double) {
      for index in indices where seen.insert(index).inserted {
        let candidate = cards[index]
        guard candidate.answer != card.answer, check.allows(candidate) else { continue }
        let other = AnswerShape(candidate.answer)
        guard shape.isAlike(other), check.fits(other) else { continue }
        guard
          tier == 0 && card.kind != .recall
            || sort.takes(candidate, other, fromRow: pools.runsAlongRows(candidate))
        else { continue }
        // 413 and 504 beside `256 experts`.
        let areTwos = (shape.number?.isPowerOfTwo, other.number?.isPowerOfTwo)
        guard tier == 0 || areTwos.0 == areTwos.1 else { continue }
        rated.append((index, other, shape.distance(to: other) + tier + random.unit() * 0.6))
      }
    }
    let pool = pools.pool(of: card).map { byPool[$0] ?? [] } ?? []
    consider(random.sample(pool, Self.sample), tier: 0)
    func page(_ path: String) -> [Int] {
      (byPage[path] ?? []).filter { OneSort.isAlike(cards[$0].kind, card.kind) }
    }
    consider(random.sample(page(card.page), Self.sample), tier: 2.9)
    // What else the page says is seen to be about something else: only where the list or the column
    // itself gives too little.
    let isFigure = shape.figure != nil
    // Elsewhere only when there is too little at home.
    if rated.count < 8, card.kind != .definition {
      let linked = (links[card.page] ?? []).sorted().flatMap(page)
      consider(random.sample(linked, Self.sample), tier: 3.8)
    }
    // Only a number is the same everywhere; a name or a phrase would be seen to be about another page.
    if rated.count < 8, isFigure {
      consider(random.sample(byKind[card.kind] ?? [], 3 * Self.sample), tier: 4.7)
    }
    rated.sort { $0.cost == $1.cost ? $0.index < $1.index : $0.cost < $1.cost }
    var good: [Candidate] = []
    var sides = (before: 0, after: 0)
    let amid = shape.number?.rivals(in: card.prompt) ?? []
    guard shape.number?.isPointedAt(by: amid) != true else { return [] }
    let ownEcho = check.echo(of: shape.text)
    let home = rated.prefix { $0.cost < 2.5 }.count
    for (index, other, cost) in rated.prefix(60) {
      if let number = shape.number, let theirs = other.number,
        !number.isBeside(theirs, amid: amid) || !number.isOfOneTime(as: theirs, in: year)
      {
        continue
      }
      // What repeats the question is seen not to be its answer, unless the answer does so too.
      guard isFigure || check.echo(of: other.text) <= ownEcho else { continue }
      // With enough of its own list or column, nothing else.
      if cost > 2.8, !isFigure, home > 3, good.count > 1 { break }
      let choice = Sameness(cards[index].answer)
      guard check.isWrong(choice), !isSaidElsewhere(choice, of: card, check),
        !good.contains(where: { $0.meaning.overlaps(choice) })
      else {
        continue
      }
      if Self.comes(other, before: shape) {
        guard sides.before < Self.shortlist else { continue }
        sides.before += 1
      } else {
        guard sides.after < Self.shortlist else { continue }
        sides.after += 1
      }
      good.append((choice, other, cost))
      if sides.before == Self.shortlist, sides.after == Self.shortlist { break }
    }
    // Where the term stands is shown: terms of another list are seen not to stand there.
    let own = card.kind == .definition ? good.filter { $0.cost < 2.8 } : []
    var chosen = inconspicuous(own, right: shape, check: check, random: &random)
    if chosen.isEmpty {
      chosen = inconspicuous(good, right: shape, check: check, random: &random)
    }
    if chosen.count < 3, let number = shape.number {
      good += made(number, card: card, check: check, besides: good, random: &random)
      chosen = inconspicuous(good, right: shape, check: check, random: &random)
    }
    if chosen.count == 2 {
      let rank = chosen.count { Self.comes(AnswerShape($0), before: shape) }
      let shares = shape.number == nil ? Self.sharesOfThreeTexts : Self.sharesOfThreeNumbers
      if random.unit() > shares[rank] { return [] }
    }
    return chosen.map { AnswerShape.shown($0) }
  }

  private typealias Candidate = (meaning: Sameness, shape: AnswerShape, cost: Double)

  /// Numbers made up where the notes have too few of the right size: none that stands anywhere on the
  /// page, so that each is certainly wrong.
  private func made(
    _ number: NumberForm, card: Card, check: DistractorCheck, besides good: [Candidate],
    random: inout SplitMix64
  ) -> [Candidate] {
    var known: Set<Double> = []
    for index in byPage[card.page] ?? [] {
      for text in [cards[index].source, cards[index].prompt, cards[index].answer] {
        known.formUnion(NumberForm.runs(text).map(\.value))
      }
    }
    known.formUnion(NumberForm.runs(card.source + " " + card.prompt).map(\.value))
    let amid = number.rivals(in: card.prompt)
    return number.others(6, besides: known, in: year, random: &random).compactMap {
      text -> Candidate? in
      let choice = Sameness(text)
      let shape = AnswerShape(text)
      guard let form = shape.number, number.isAlike(form), number.isBeside(form, amid: amid),
        check.isWrong(choice), check.fits(shape),
        !good.contains(where: { $0.meaning.overlaps(choice) })
      else { return nil }
      return (choice, shape, 6)
    }
  }

  /// Whether these are still wrong for a card: what the notes say may have changed.
  func areWrong(_ options: [String], for card: Card) -> Bool {
    guard card.kind != .order, !card.asksForOrder else { return true }
    let alsoRight = Set(AskedQuestion.marks(of: card).flatMap { byQuestion[$0] ?? [] }).sorted()
    let check = DistractorCheck(
      card: card, alsoRight: alsoRight.prefix(50).map { cards[$0].answer },
      isRow: pools.runsAlongRows(card))
    return options.allSatisfy { check.isWrong(Sameness($0)) }
  }

  /// Whether another line of the page names the option together with nearly all that the question says:
  /// `Caffeine is also in tea` makes tea right for `Caffeine is in […]`.
  private func isSaidElsewhere(_ choice: Sameness, of card: Card, _ check: DistractorCheck) -> Bool
  {
    let text = AnswerShape.shown(choice.text)
    var looked: Set<Int> = []
    for index in byPage[card.page] ?? [] where cards[index].line != card.line {
      let other = cards[index]
      guard looked.insert(other.line).inserted, other.kind != .cell,
        other.source.contains(text), check.isAsked(in: other.source)
      else { continue }
      return true
    }
    return false
  }

  /// Of the good ones those that cost least and among which the right one is not seen at a glance. Where its
  /// length, or its size as a number, comes among theirs is drawn from all places that can be had, so that
  /// this tells nothing either.
  private func inconspicuous(
    _ good: [Candidate], right: AnswerShape, check: DistractorCheck, random: inout SplitMix64
  ) -> [String] {
    let even = EvenOptions(echo: check.echo, year: year)
    var best: [Int: (cost: Double, texts: [String])] = [:]
    func offer(_ places: [Int]) {
      let shapes = places.map { good[$0].shape }
      let cost = places.reduce(0) { $0 + good[$1].cost }
      let rank = shapes.filter { Self.comes($0, before: right) }.count
      guard cost < best[rank]?.cost ?? .infinity, even.flaw(right: [right], wrong: shapes) == nil
      else { return }
      best[rank] = (cost, places.map { good[$0].meaning.text })
    }
    for first in good.indices {
      for second in good.indices where second > first {
        for third in good.indices where third > second { offer([first, second, third]) }
      }
    }
    if best.isEmpty {
      for first in good.indices {
        for second in good.indices where second > first { offer([first, second]) }
      }
    }
    let ranks = best.keys.sorted()
    let weights = right.number == nil ? Self.weightsOfTexts : Self.weightsOfNumbers
    var chance = random.unit() * ranks.reduce(0) { $0 + weights[$1] }
    for rank in ranks {
      chance -= weights[rank]
      if chance < 0 { return best[rank]?.texts ?? [] }
    }
    return ranks.last.flatMap { best[$0]?.texts } ?? []
  }

  /// How often a choice of three is asked whose right one is the shortest or smallest, the middle one, the longest
  /// or largest. What has but two good wrong ones has them above it, or on both sides, more often than below.
  private static let sharesOfThreeNumbers = [0.42, 0.38, 1]
  private static let sharesOfThreeTexts = [0.9, 0.72, 1]

  /// How often a place among the others is taken, of those that can be had: the first less often, because it
  /// can be had more often. A small number has few below it, and of few texts two are seldom shorter.
  private static let weightsOfNumbers = [2.0, 3, 4, 5]
  private static let weightsOfTexts = [2.0, 2.5, 6, 3.5]

  /// In what catches the eye: of numbers the size, else the length.
  private static func comes(_ shape: AnswerShape, before other: AnswerShape) -> Bool {
    guard let number = shape.number, let known = other.number else {
      return shape.length < other.length
    }
    return number.value < known.value
  }

  /// Other orders of the same items.
  private func orders(of card: Card, random: inout SplitMix64) -> [String] {
    let items = card.answerItems
    guard items.count > 2 else { return [] }
    var orders: [String] = []
    for _ in 0..<24 where orders.count < 3 {
      let order = random.shuffled(items).joined(separator: " → ")
      if order != items.joined(separator: " → "), !orders.contains(order) { orders.append(order) }
    }
    return orders
  }

  static func key(_ text: String) -> String {
    Tokenizer.tokens(text).map(\.key).joined(separator: " ")
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
