import Cards
import Collection
import Notes
import Study

/// What a quiz is drawn from, and the links between its pages.
struct QuizSource {
  var material: QuizMaterial
  var links: [String: Set<String>]
  /// Whether all cards of the vault were read.
  var isWhole: Bool
}

/// What was read of the collection to draw a quiz, so that several are drawn from one reading.
struct QuizReading {
  /// All cards of a small vault.
  var all: [StudyCard]?
  /// The pages of a vault, with how many cards they have.
  var counts: [(page: String, cards: Int)]?
  /// The cards of single pages of a large one.
  var pages: [String: [StudyCard]] = [:]
}

/// Draws quizzes from a vault and its collection.
struct QuizDrawing {
  let vault: Vault
  let collection: Collection
  let scheduler: Scheduler
  let now: Instant
  /// The pages that a search finds, each with how many of its passages.
  let search: (SearchQuery) throws -> [(page: String, passages: Int)]

  /// How many of the weakest cards a quiz is drawn from, for each question.
  private static let weakestForEachQuestion = 3

  /// How many cards there should be to choose from, for each question.
  private static let choiceForEachQuestion = 4

  /// How many other pages lend numbers as wrong choices.
  private static let lenders = 12

  /// A new quiz, drawn in the year of the clock.
  func quiz(_ request: QuizRequest, read: inout QuizReading) throws -> QuizRound {
    var request = request
    request.year = CivilDate(daysSince1970: scheduler.calendar.day(of: now).number).year
    var source = try self.source(request, read: &read)
    var round = QuizRound(request, material: source.material, links: source.links)
    // Where only a part of the vault was read, something elsewhere may ask the same as a choice, and
    // what is right there is no wrong option. Another choice may come of it, which is looked at again.
    var elsewhere: [Card] = []
    var looked: AskedPrompts?
    for _ in 0..<4 where !source.isWhole {
      let known = Set((source.material.cards + source.material.others).lazy.map(\.id))
      let asked = AskedPrompts(round)
      let more = try collection.cards(asking: asked.subtracting(looked)).filter {
        !known.contains($0.id)
      }
      looked = asked
      guard !more.isEmpty else { break }
      elsewhere += more
      source = try self.source(request, alsoRight: elsewhere, read: &read)
      round = QuizRound(request, material: source.material, links: source.links)
    }
    return round
  }

  /// What a quiz is drawn from. Of a large vault that is some of its pages, by chance.
  /// - Parameters:
  ///   - keeping: pages that have to be among them.
  ///   - alsoRight: cards from elsewhere that ask the same as the quiz.
  /// - Throws: `Failure` when the scope names a page or section that is not there.
  func source(
    _ request: QuizRequest, keeping: Set<String> = [], alsoRight: [Card] = [],
    read: inout QuizReading
  ) throws -> QuizSource {
    let scope = request.scope
    let counts = try read.counts ?? collection.quizPages()
    read.counts = counts
    guard counts.reduce(0, { $0 + $1.cards }) > QuizPages.fewCards else {
      return try wholeSource(scope, count: request.count, &read)
    }
    var selection = try selection(of: scope)
    var inside = try pages(of: scope, selection, counts: counts)
    var weakest: Set<Card.ID>?
    if scope.weakest {
      weakest = try weakestCards(selection, count: request.count, on: inside.map(\.page), &read)
      inside.removeAll { page, _ in
        !(read.pages[page]?.contains { weakest?.contains($0.id) ?? false } ?? false)
      }
    }
    let drawn = try draw(inside, selection, request, &read).union(keeping)
    selection.pages = drawn
    let outlines = drawn.sorted().compactMap { vault.outline($0) }
    var links: [String: Set<String>] = [:]
    for page in outlines { links[page.path] = linkedPages(of: page) }
    let lending = QuizPages.draw(counts, count: Self.lenders, seed: request.seed &+ 1)
    let linked = links.values.reduce(into: Set(lending)) { $0.formUnion($1) }
    var cards: [Card] = []
    for page in drawn.union(linked).sorted() {
      cards += try self.cards(of: page, &read).map(\.card)
    }
    let known = Set(cards.lazy.map(\.id))
    cards += alsoRight.filter { !known.contains($0.id) }
    let material = QuizMaterial(
      cards: cards, pages: outlines.compactMap { vault.page($0.path) }, selection: selection,
      weakest: weakest)
    return QuizSource(material: material, links: links, isWhole: false)
  }

  /// How many questions a quiz of a page has, and one of each of its sections; nil without such a page.
  /// - Parameter check: asked before each quiz that is drawn for counting; what it throws ends the counting.
  func offer(_ request: QuizRequest, check: () throws -> Void) throws -> QuizOffer? {
    guard let page = request.scope.page.flatMap(vault.page) else { return nil }
    var read = QuizReading()
    return try QuizOffer(page, request: request) {
      try check()
      return try quiz($0, read: &read).questions.count
    }
  }

  /// The pages that a scope is about, each with about how many of its cards are.
  private func pages(
    of scope: QuizScope, _ selection: QuizSelection, counts: [(page: String, cards: Int)]
  ) throws -> [(page: String, cards: Int)] {
    guard case .search(let words) = scope.place else {
      return counts.filter { selection.pages?.contains($0.page) ?? true }
    }
    let found = try search(QuizSelection.query(words))
    let passages = Dictionary(found.map { ($0.page, $0.passages) }, uniquingKeysWith: max)
    return counts.compactMap { page, cards in
      passages[page].map { (page, min($0, cards)) }
    }
  }

  /// Some of the pages, by chance. Not every card of a page that a search found has its words: more pages
  /// are taken until there is enough to choose from.
  private func draw(
    _ pages: [(page: String, cards: Int)], _ selection: QuizSelection, _ request: QuizRequest,
    _ read: inout QuizReading
  ) throws -> Set<String> {
    let enough = QuizPages.enough(for: request.count)
    var drawn = QuizPages.draw(pages, count: enough, seed: request.seed)
    guard case .search = request.scope.place else { return Set(drawn) }
    var rest = pages
    var all: Set<String> = []
    var found = 0
    while !drawn.isEmpty {
      all.formUnion(drawn)
      for page in drawn {
        found += try cards(of: page, &read).reduce(0) { selection.contains($1.card) ? $0 + 1 : $0 }
      }
      rest.removeAll { all.contains($0.page) }
      guard found < request.count * Self.choiceForEachQuestion else { break }
      drawn = QuizPages.draw(rest, count: enough, seed: request.seed)
    }
    return all
  }

  /// The weakest of a selection. Their pages are read, of a search all pages with something learnt.
  private func weakestCards(
    _ selection: QuizSelection, count: Int, on pages: [String],
    _ read: inout QuizReading
  ) throws -> Set<Card.ID> {
    var learnt = try collection.learntOutlines(pages: Set(pages))
    if selection.hasWords {
      var found: [StudyCard] = []
      for page in Set(learnt.map(\.card.page)).sorted() {
        found += try cards(of: page, &read).filter { selection.contains($0.card) }
      }
      learnt = found
    }
    let ids = Set(
      QuizMaterial.weakest(
        of: learnt, count: count * Self.weakestForEachQuestion, scheduler: scheduler, at: now))
    for page in Set(learnt.lazy.filter { ids.contains($0.id) }.map(\.card.page)) {
      _ = try cards(of: page, &read)
    }
    return ids
  }

  /// The cards of a page, read once.
  private func cards(
    of page: String, _ read: inout QuizReading
  ) throws -> [StudyCard] {
    if let known = read.pages[page] { return known }
    let cards = try collection.studyCards(page: page)
    read.pages[page] = cards
    return cards
  }

  /// The same from all cards of the vault.
  private func wholeSource(
    _ scope: QuizScope, count: Int, _ read: inout QuizReading
  ) throws -> QuizSource {
    let selection = try selection(of: scope)
    let outlines = vault.pages.filter { selection.pages?.contains($0.path) ?? true }
    let pages = outlines.compactMap { vault.page($0.path) }
    let known = try read.all ?? collection.studyCards()
    read.all = known
    var weakest: Set<Card.ID>?
    if scope.weakest {
      weakest = Set(
        QuizMaterial.weakest(
          of: known.filter { selection.contains($0.card) },
          count: count * Self.weakestForEachQuestion, scheduler: scheduler, at: now))
    }
    let material = QuizMaterial(
      cards: known.map(\.card), pages: pages, selection: selection, weakest: weakest)
    var links: [String: Set<String>] = [:]
    for page in outlines { links[page.path] = linkedPages(of: page) }
    return QuizSource(material: material, links: links, isWhole: true)
  }

  /// The pages that a page links to, and those that link to it, by path.
  private func linkedPages(of page: PageOutline) -> Set<String> {
    var linked = Set(page.links.targets.compactMap { vault.resolve($0, from: page.path)?.path })
    linked.formUnion(vault.backlinks(to: page.path).map(\.page))
    linked.remove(page.path)
    return linked
  }

  private func selection(of scope: QuizScope) throws -> QuizSelection {
    switch scope.place {
    case .vault: return .all
    case .page(let path): return QuizSelection(pages: [path])
    case .search(let words): return QuizSelection(words: words)
    case .around(let path):
      guard let page = vault.outline(path) else { return QuizSelection(pages: [path]) }
      return QuizSelection(pages: linkedPages(of: page).union([path]))
    case .section(let path, let title):
      guard let page = vault.page(path) else { return QuizSelection(pages: [path]) }
      guard let lines = QuizSelection.lines(ofSection: title, in: page) else {
        let titles = page.sections.map(\.title).filter { !$0.isEmpty }
        let known = titles.prefix(6).joined(separator: ", ")
        throw Failure(
          "\(path) has no section “\(title)”",
          remedy: titles.isEmpty
            ? "leave --section out" : "its sections are \(known)\(titles.count > 6 ? ", …" : "")",
          status: .found)
      }
      return QuizSelection(pages: [path], lines: lines)
    }
  }
}
