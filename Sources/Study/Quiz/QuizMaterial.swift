import Cards
import FSRS
import Notes

/// What a quiz is drawn from: the cards of its scope, what its pages hold beyond single cards, and
/// the rest of the vault, which lends wrong choices.
public struct QuizMaterial: Sendable {
  /// In the scope; no open questions.
  public let cards: [Card]
  /// Everything else in the vault.
  public let others: [Card]
  let sets: QuizSets

  /// - Parameters:
  ///   - cards: those of the vault.
  ///   - pages: at least the pages of the selection.
  ///   - weakest: when given, only these cards and what contains one of them.
  public init(
    cards: [Card], pages: [Page], selection: QuizSelection = .all, weakest: Set<Card.ID>? = nil
  ) {
    let askable = cards.filter {
      $0.kind != .question && !$0.answer.isEmpty && !$0.prompt.isEmpty
    }
    let finder = QuizSetFinder(cards: askable)
    var sets = QuizSets()
    for page in pages where selection.mayContain(page: page.path) {
      sets.append(finder.sets(of: page).filtered(selection))
    }
    var inside: [Card] = []
    var outside: [Card] = []
    for card in askable {
      let isIn = selection.contains(card) && weakest?.contains(card.id) ?? true
      if isIn { inside.append(card) } else { outside.append(card) }
    }
    self.cards = inside
    others = outside
    self.sets = weakest.map { sets.touching($0) } ?? sets
  }

  /// Whether there is anything to ask about.
  public var isEmpty: Bool { cards.isEmpty && sets.isEmpty }

  /// Marks of everything a question can be made from, to tell what has changed in the notes.
  var marks: Set<String> { Set((cards + others).map(\.quizMark)).union(sets.marks) }

  /// The cards known least, weakest first: those that were answered before, by the chance that they
  /// are forgotten now and by how often they were forgotten.
  public static func weakest(
    of cards: [StudyCard], count: Int, scheduler: Scheduler, at now: Instant
  ) -> [Card.ID] {
    cards.compactMap { card -> (weakness: Double, id: Card.ID)? in
      guard card.card.kind != .question, let memory = card.schedule.memory,
        let last = card.schedule.lastReview
      else { return nil }
      let elapsed = max(0, now.seconds(since: last)) / 86_400
      let recall = scheduler.model.retrievability(after: elapsed, stability: memory.stability)
      // A lapse weighs like a tenth of the chance to have forgotten.
      return (1 - recall + 0.1 * Double(card.schedule.lapses), card.id)
    }
    .sorted { ($1.weakness, $0.id) < ($0.weakness, $1.id) }
    .prefix(max(0, count)).map(\.id)
  }
}

/// Which part of the vault a quiz is about, in terms of pages, lines and words.
public struct QuizSelection: Sendable, Hashable {
  /// By their paths; nil is every page.
  public var pages: Set<String>?
  /// Of the file; nil is the whole page.
  public var lines: Range<Int>?
  /// What must be there, as the search finds it; nil is anything.
  private var query: SearchQuery?

  public static let all = QuizSelection()

  public init(pages: Set<String>? = nil, lines: Range<Int>? = nil, words: String = "") {
    self.pages = pages
    self.lines = lines
    query = words.allSatisfy(\.isWhitespace) ? nil : Self.query(words)
  }

  /// What some words are searched for with: each may go on, `"…"` wants them side by side, `-word` leaves
  /// out what has the word.
  public static func query(_ words: String) -> SearchQuery {
    SearchQuery(words, areGrowing: true)
  }

  /// The lines of a heading with everything nested under it; nil when the page has no such heading.
  /// Case does not matter, and the beginning is enough when nothing fits better.
  public static func lines(ofSection title: String, in page: Page) -> Range<Int>? {
    let wanted = Fold.folded(title)
    let titles = page.sections.map { Fold.folded($0.title) }
    guard
      let index = titles.firstIndex(of: wanted)
        ?? titles.firstIndex(where: { !wanted.isEmpty && $0.hasPrefix(wanted) })
    else { return nil }
    let section = page.sections[index]
    let end = page.sections[(index + 1)...].first { $0.level <= section.level }?.line
    return section.line..<max(section.line + 1, end ?? .max)
  }

  /// Whether some words are looked for.
  public var hasWords: Bool { query != nil }

  func mayContain(page: String) -> Bool { pages?.contains(page) ?? true }

  /// Whether a card is part of it.
  public func contains(_ card: Card) -> Bool {
    guard mayContain(page: card.page), lines?.contains(card.line) ?? true else { return false }
    return has([card.page, card.context, card.prompt, card.answer])
  }

  func contains(_ place: QuizPlace, texts: @autoclosure () -> [String]) -> Bool {
    guard mayContain(page: place.page), lines?.contains(place.line) ?? true else { return false }
    return query == nil || has([place.page, place.context] + texts())
  }

  private func has(_ texts: [String]) -> Bool {
    guard let query else { return true }
    return !query.isEmpty && query.isMet(by: texts)
  }
}

/// Where in the notes a question comes from.
public struct QuizPlace: Sendable, Hashable, Codable {
  public var page: String
  /// As people read it: `AI Safety › Red Teaming › Types`.
  public var context: String
  public var file: String
  public var line: Int

  public init(page: String, context: String, file: String, line: Int) {
    self.page = page
    self.context = context
    self.file = file
    self.line = line
  }
}

extension Card {
  var quizPlace: QuizPlace { QuizPlace(page: page, context: context, file: file, line: line) }

  /// Changes when what is asked, or the answer, does.
  var quizMark: String { StableHash.mark([page, prompt, answer]) }
}

extension StableHash {
  /// Sixteen hexadecimal digits for some texts.
  static func mark(_ texts: [String]) -> String {
    let digits = String(plain(texts.joined(separator: "\u{1F}")), radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
