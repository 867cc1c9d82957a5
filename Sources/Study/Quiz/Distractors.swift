import Cards

/// Finds wrong choices for a question among the answers of other cards: wrong beyond doubt, and not
/// to be told from the right one by their form.
struct Distractors {
  private let cards: [Card]
  private let byPool: [String: [Int]]
  private let byPage: [String: [Int]]
  private let byKind: [CardKind: [Int]]
  /// Cards by what they ask, so that what is right elsewhere is never offered as wrong.
  private let byQuestion: [UInt64: [Int]]
  private let links: [String: Set<String>]
  /// Of many answers a sample is enough to find good ones, and little enough to be quick.
  private static let sample = 80
  /// How many good ones are put together to a set that gives nothing away.
  private static let shortlist = 9

  /// Ready to serve the questions `asked` from the answers of `cards`. One pass over the cards, which
  /// only keeps what those questions can need.
  /// - Parameter links: the pages that a page is linked with, by path.
  init(cards: [Card], asked: [Card], links: [String: Set<String>] = [:]) {
    self.cards = cards
    self.links = links
    let pools = Set(asked.compactMap(\.pool))
    var pages = Set(asked.map(\.page))
    for page in pages { pages.formUnion(links[page] ?? []) }
    let questions = Set(asked.flatMap(Self.questions))
    var byPool: [String: [Int]] = [:]
    var byPage: [String: [Int]] = [:]
    var byKind: [CardKind: [Int]] = [:]
    var byQuestion: [UInt64: [Int]] = [:]
    for index in cards.indices {
      let kind = cards[index].kind
      guard kind != .question, !cards[index].answer.isEmpty else { continue }
      for question in Self.questions(cards[index]) where questions.contains(question) {
        byQuestion[question, default: []].append(index)
      }
      guard kind != .order, kind != .list else { continue }
      if let pool = cards[index].pool, pools.contains(pool) {
        byPool[pool, default: []].append(index)
      }
      if pages.contains(cards[index].page) { byPage[cards[index].page, default: []].append(index) }
      byKind[kind, default: []].append(index)
    }
    self.byPool = byPool
    self.byPage = byPage
    self.byKind = byKind
    self.byQuestion = byQuestion
  }

  /// What a card asks, in the ways another card may ask the same: the whole prompt, and of a table's
  /// cell the row and column under whatever title. Letters and digits alone count; this is computed for
  /// every card of the vault, so it only walks over bytes.
  private static func questions(_ card: Card) -> [UInt64] {
    questions(prompt: card.prompt, kind: card.kind)
  }

  static func questions(prompt: String, kind: CardKind) -> [UInt64] {
    var whole: UInt64 = 0xCBF2_9CE4_8422_2325
    var rest = whole
    var hasTitle = false
    var dash = 0
    for byte in prompt.utf8 {
      // The dash behind the title of a table: E2 80 94.
      dash =
        switch (dash, byte) {
        case (_, 0xE2): 1
        case (1, 0x80): 2
        case (2, 0x94): 3
        default: 0
        }
      if dash == 3 {
        dash = 0
        if !hasTitle {
          hasTitle = true
          rest = 0xCBF2_9CE4_8422_2325
        }
        continue
      }
      let isUpper = (65...90).contains(byte)
      guard isUpper || (97...122).contains(byte) || (48...57).contains(byte) || byte > 0xC2,
        byte != 0xE2
      else { continue }
      let letter = UInt64(isUpper ? byte | 32 : byte)
      whole = (whole ^ letter) &* 0x100_0000_01B3
      rest = (rest ^ letter) &* 0x100_0000_01B3
    }
    return kind == .cell && hasTitle ? [whole, rest &+ 1] : [whole]
  }

  /// Two or three wrong choices, as they are shown; fewer than two are not worth asking with.
  func choose(for card: Card, random: inout SplitMix64) -> [String] {
    if card.kind == .order || card.asksForOrder { return orders(of: card, random: &random) }
    guard card.kind != .list else { return [] }
    let alsoRight = Set(Self.questions(card).flatMap { byQuestion[$0] ?? [] }).sorted()
    let check = Check(card: card, alsoRight: alsoRight.prefix(50).map { cards[$0].answer })
    let shape = AnswerShape(card.answer)
    var rated: [(index: Int, shape: AnswerShape, cost: Double)] = []
    var seen: Set<Int> = []
    func consider(_ indices: [Int], tier: Double) {
      for index in indices where seen.insert(index).inserted {
        let candidate = cards[index]
        guard candidate.answer != card.answer, check.allows(candidate) else { continue }
        let other = AnswerShape(candidate.answer)
        guard tier == 0 && card.kind != .recall || Self.isOfOneSort(candidate, card, shape) else {
          continue
        }
        guard shape.isAlike(other), check.fits(other) else { continue }
        rated.append((index, other, shape.distance(to: other) + tier + random.unit() * 0.6))
      }
    }
    let pool = card.pool.map { byPool[$0] ?? [] } ?? []
    consider(random.sample(pool, Self.sample), tier: 0)
    func page(_ path: String) -> [Int] {
      (byPage[path] ?? []).filter { Self.isAlike(cards[$0].kind, card.kind) }
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
    let amid = shape.number?.rivals(in: card.prompt) ?? []
    guard shape.number?.isPointedAt(by: amid) != true else { return [] }
    let ownEcho = check.echo(of: shape.text)
    let home = rated.prefix { $0.cost < 2.5 }.count
    for (index, other, cost) in rated.prefix(60) {
      if let number = shape.number, let theirs = other.number,
        !number.isBeside(theirs, amid: amid)
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
      good.append((choice, other, cost))
      if good.count == Self.shortlist { break }
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
    return chosen.map { AnswerShape.shown($0) }
  }

  private typealias Candidate = (meaning: Sameness, shape: AnswerShape, cost: Double)

  /// Numbers made up where the notes have too few of the right size: none that stands anywhere on the
  /// page, so that each is certainly wrong.
  private func made(
    _ number: NumberForm, card: Card, check: Check, besides good: [Candidate],
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
    return number.others(6, besides: known, random: &random).compactMap { text -> Candidate? in
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
    let alsoRight = Set(Self.questions(card).flatMap { byQuestion[$0] ?? [] }).sorted()
    let check = Check(card: card, alsoRight: alsoRight.prefix(50).map { cards[$0].answer })
    return options.allSatisfy { check.isWrong(Sameness($0)) }
  }

  /// Whether another line of the page names the option together with nearly all that the question says:
  /// `Caffeine is also in tea` makes tea right for `Caffeine is in […]`.
  private func isSaidElsewhere(_ choice: Sameness, of card: Card, _ check: Check) -> Bool {
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

  /// Of the good ones those that cost least and among which the right one is not seen at a glance;
  /// where its length, or its size as a number, comes among theirs is drawn, so that this tells nothing
  /// either.
  private func inconspicuous(
    _ good: [Candidate], right: AnswerShape, check: Check, random: inout SplitMix64
  ) -> [String] {
    guard good.count > 1 else { return [] }
    let wanted = random.below(4)
    let even = EvenOptions(echo: check.echo)
    var best: (cost: Double, texts: [String])?
    func offer(_ places: [Int]) {
      let shapes = places.map { good[$0].shape }
      guard even.flaw(right: [right], wrong: shapes) == nil else { return }
      let rank = shapes.filter { Self.comes($0, before: right) }.count
      let cost =
        places.reduce(0) { $0 + good[$1].cost } / Double(places.count)
        + 1.2 * Double(abs(rank - wanted))
      if cost < best?.cost ?? .infinity { best = (cost, places.map { good[$0].meaning.text }) }
    }
    for first in good.indices {
      for second in good.indices where second > first {
        for third in good.indices where third > second { offer([first, second, third]) }
      }
    }
    if best == nil {
      for first in good.indices {
        for second in good.indices where second > first { offer([first, second]) }
      }
    }
    return best?.texts ?? []
  }

  /// In what catches the eye: of numbers the size, else the length.
  private static func comes(_ shape: AnswerShape, before other: AnswerShape) -> Bool {
    guard let number = shape.number, let known = other.number else {
      return shape.length < other.length
    }
    return number.value < known.value
  }

  /// Whether an answer from elsewhere is of the sort that is asked for: from a column of the same name,
  /// the same side of a definition; among facts numbers, names and code, since what a phrase is about
  /// would tell it from the others.
  private static func isOfOneSort(_ candidate: Card, _ card: Card, _ shape: AnswerShape) -> Bool {
    switch card.kind {
    case .cell: Fold.folded(candidate.slot) == Fold.folded(card.slot)
    // Terms are of a sort all over a page; explanations only within their list.
    case .definition: card.slot == "term" && candidate.slot == "term"
    case .connection: candidate.slot != card.slot
    case .recall, .cloze, .item, .gloss, .author:
      shape.figure != nil || shape.setting == .code
        // What stands in a list is of the list's sort, which need not be that of a name elsewhere.
        || shape.isName && AnswerShape(candidate.answer).isName
          && (candidate.kind == .item) == (card.kind == .item)
    case .list, .order, .question: false
    }
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

/// Makes sure that a wrong choice is wrong, and that the question's own words do not say which is
/// right.
struct Check {
  private let card: Card
  private let right: [Sameness]
  private let prompt: String
  private let source: String
  private let promptContent: Set<String>
  private let promptWords: Set<String>
  private let promptDigits: Set<String>
  /// `a […]`, `an […]`: how the answer must begin.
  private let vowel: Bool?

  init(card: Card, alsoRight: [String]) {
    self.card = card
    right = ([card.answer] + alsoRight).map(Sameness.init)
    prompt = " " + Distractors.key(card.prompt) + " "
    source = " " + Distractors.key(card.source) + " "
    promptContent = Sameness(card.prompt).content
    // A connection is asked for between two pages, of which one is always the same.
    let target = card.slot.split(separator: "/").last.map(String.init) ?? card.slot
    promptWords = Echo.words(card.kind == .connection ? target : card.prompt)
    promptDigits = Echo.digits(card.prompt)
    let lower = card.prompt.lowercased()
    vowel =
      lower.contains(" an […]") || lower.hasPrefix("an […]")
      ? true : lower.contains(" a […]") || lower.hasPrefix("a […]") ? false : nil
  }

  /// Whether the other card's answer can be wrong here at all.
  func allows(_ candidate: Card) -> Bool {
    let isSibling = !card.siblingGroup.isEmpty && candidate.siblingGroup == card.siblingGroup
    if isSibling, candidate.kind != .gloss || card.kind != .gloss { return false }
    // Terms whose explanations say much the same may both be meant.
    if card.kind == .definition, candidate.kind == .definition {
      let theirs = Sameness(candidate.prompt).content
      let common = promptContent.intersection(theirs).subtracting(Self.frame).count
      let fewer = min(promptContent.count, theirs.count) - Self.frame.count
      if fewer > 1, common * 10 >= fewer * 6 { return false }
    }
    return true
  }

  private static let frame: Set<String> = ["which", "term", "what", "mean", "here"]

  /// How many words of a text the prompt has too; of a number, also its digits in another number.
  func echo(of text: String) -> Int {
    let words = Echo.of(Echo.words(text), in: promptWords).count
    guard AnswerShape(text).figure != nil else { return words }
    return words + Echo.digits(text).intersection(promptDigits).count
  }

  /// Whether a line says nearly all the words of the question.
  func isAsked(in line: String) -> Bool {
    guard promptWords.count > 1 else { return false }
    let common = Echo.of(promptWords, in: Echo.words(line)).count
    return common * 4 >= promptWords.count * 3
  }

  /// Whether it can stand where the blank is.
  func fits(_ shape: AnswerShape) -> Bool {
    guard let vowel else { return true }
    return shape.startsWithVowel == vowel && shape.isPlural != true
  }

  /// Neither equal to a right answer in any way of writing, nor a part of it, nor it a part; not in
  /// the prompt, where it would be seen to be wrong; and not elsewhere in the item that the question
  /// is from, where it may be right as well.
  func isWrong(_ choice: Sameness) -> Bool {
    let padded = " " + choice.key + " "
    guard !choice.key.isEmpty, !prompt.contains(padded) else { return false }
    if card.kind != .gloss, source.contains(padded) { return false }
    return !right.contains { $0.overlaps(choice) }
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
