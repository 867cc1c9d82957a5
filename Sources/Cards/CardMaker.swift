import Notes

/// Makes a page's cards. The rules stand in `Rules`, one file for each family of shapes.
public enum CardMaker {
  /// What stands as the answer of an open question: nobody knows it, so the card asks for a position.
  public static let reflection = "Your position, and what would change it."

  /// All cards that the page can give, in the order of the file, with `daily` on those that the
  /// daily deck takes.
  ///
  /// - Parameter resolve: the title of the page that a connection leads to; nil when it is missing.
  public static func cards(
    of page: Page, options: CardOptions = CardOptions(), resolve: (Connection) -> String?
  ) -> (cards: [Card], problems: [Problem]) {
    let (daily, unknown) = options.daily(frontMatter: page.frontMatter)
    var deck = Deck(page: page, daily: daily)
    for word in unknown {
      deck.problem(
        line: 1, "`cards: \(word)` in the front matter means nothing here",
        "write facts, questions, marks, definitions, tables, connections, all or none")
    }
    let marks = AuthorRule(page: page)
    marks.add(to: &deck)
    for fact in page.facts where !deck.isOff(fact.section, fact.item.cardsOff) {
      guard !marks.takes(line: fact.line) else { continue }
      FactRule.add(fact, to: &deck)
    }
    for question in page.questions where !deck.isOff(question.section, question.item.cardsOff) {
      guard !marks.takes(line: question.line) else { continue }
      QuestionRule.add(question, to: &deck)
    }
    DefinitionRule.add(page.definitions.filter { !marks.takes(line: $0.line) }, to: &deck)
    for table in page.tables where !deck.isOff(table.section, false) {
      TableRule.add(table, to: &deck)
    }
    ConnectionRule.add(page.connections, resolve: resolve, to: &deck)
    return (deck.finished(), deck.problems)
  }
}

/// The cards of a page while they are made.
struct Deck {
  let page: Page
  let daily: Set<CardSource>
  private(set) var cards: [Card] = []
  private(set) var problems: [Problem] = []
  private var sections: [Int: (context: String, words: WordKeys)] = [:]
  /// The line where a prompt was first asked. Of the prompts with their contexts: 64 bits each, which no
  /// page has twice by chance.
  private var asked: [UInt64: Int] = [:]
  /// The line of the card that the last one left out would have repeated.
  private(set) var lastTwin: Int?

  init(page: Page, daily: Set<CardSource>) {
    self.page = page
    self.daily = daily
  }

  func isOff(_ section: Int, _ item: Bool) -> Bool {
    item || (page.sections.indices.contains(section) && page.sections[section].cardsOff)
  }

  mutating func context(_ section: Int, _ trail: [String] = []) -> String {
    let base = shown(section).context
    return trail.isEmpty ? base : base + " › " + trail.joined(separator: " › ")
  }

  /// The words shown above the cards of a section: no answer may stand in them.
  mutating func contextWords(_ section: Int) -> WordKeys { shown(section).words }

  private mutating func shown(_ section: Int) -> (context: String, words: WordKeys) {
    if let known = sections[section] { return known }
    let trail = [page.title] + page.trail(to: section)
    var words = WordKeys()
    for title in trail {
      words.append(WordKeys(title))
      words.separate()
    }
    let shown = (trail.joined(separator: " › "), words)
    sections[section] = shown
    return shown
  }

  func title(_ section: Int) -> String {
    guard page.sections.indices.contains(section), !page.sections[section].title.isEmpty else {
      return page.title
    }
    return page.sections[section].title
  }

  private static func sentence(_ text: String) -> String {
    // What ends in an example keeps it as it is.
    let isComplete = text.hasSuffix(".") || text.hasSuffix("==")
    return text.prefix(1).uppercased() + text.dropFirst() + (isComplete ? "" : ".")
  }

  /// Both are sentences, without their capital and full stop.
  mutating func problem(line: Int, _ message: String, _ remedy: String) {
    problems.append(
      Problem(
        file: page.file, line: line, severity: .warning, message: Self.sentence(message),
        remedy: Self.sentence(remedy)))
  }

  /// Two cards that ask the same with different answers confuse; the second is left out, and so is
  /// a card that asks the same for the same answer.
  mutating func add(_ drafts: [Draft], from place: Place) {
    guard !drafts.isEmpty else { return }
    let group = page.path + "#" + StableHash.text(place.group ?? place.source)
    let context = context(place.section, place.trail)
    var hash = StableHash()
    hash.combine(context)
    for draft in drafts where !draft.prompt.isEmpty {
      // What the author has marked is asked exactly so.
      let isMarked = draft.kind == .author
      let prompt = isMarked ? draft.prompt : Editorial.removed(from: draft.prompt)
      let answer = isMarked ? draft.answer : Editorial.removed(from: draft.answer)
      guard !answer.isEmpty else { continue }
      var question = hash
      question.combine(prompt)
      if let line = asked[question.value] {
        lastTwin = line
        continue
      }
      asked[question.value] = place.line
      cards.append(
        Card(
          page: page.path, section: title(place.section), kind: draft.kind, prompt: prompt,
          answer: answer, context: context, file: page.file, line: place.line,
          source: place.source, blockID: place.blockID, slot: draft.slot, siblingGroup: group,
          pool: draft.pool.map { page.path + "#" + $0 }, daily: daily.contains(place.origin)))
    }
  }

  /// The cards in the order of the file, each with an id.
  func finished() -> [Card] {
    let order = cards.indices.sorted { (cards[$0].line, $0) < (cards[$1].line, $1) }
    var ordinals: [String: Int] = [:]
    var taken: Set<Card.ID> = []
    return order.map { place in
      var card = cards[place]
      card.id = Identity.newID(for: card, ordinals: &ordinals, taken: &taken)
      return card
    }
  }
}
