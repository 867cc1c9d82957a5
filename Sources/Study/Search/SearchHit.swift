import Cards

/// What can be searched for. The raw values are part of the JSON that other programs read.
public enum SearchKind: String, Sendable, Hashable, CaseIterable {
  /// Pages and their headings.
  case page
  /// Facts, open questions, definitions, connections and rows of tables.
  case fact
  case card
  case text
}

/// What a passage of a page is. The order is that of the ranking.
public enum SearchForm: Int, Sendable, Hashable, CaseIterable {
  case page, heading, fact, question, definition, connection, row, card, text

  public var kind: SearchKind {
    switch self {
    case .page, .heading: .page
    case .fact, .question, .definition, .connection, .row: .fact
    case .card: .card
    case .text: .text
    }
  }

  /// Hits of a lower rank come first, however well others fit.
  public var rank: Int {
    switch self {
    case .page: 0
    case .heading: 1
    case .fact, .question, .definition, .connection, .row, .card: 2
    case .text: 3
    }
  }
}

/// Where to search.
public struct SearchScope: Sendable, Hashable {
  /// Nil for all.
  public var kind: SearchKind?
  /// A page's path; nil for the vault.
  public var page: String?
  public init(kind: SearchKind? = nil, page: String? = nil) {
    self.kind = kind
    self.page = page
  }
}

/// Something that was found, with all there is to show of it.
public struct SearchHit: Sendable, Hashable {
  public struct CardText: Sendable, Hashable {
    public var id: Card.ID
    public var prompt: String
    public var answer: String
    public init(id: Card.ID, prompt: String, answer: String) {
      self.id = id
      self.prompt = prompt
      self.answer = answer
    }
  }

  public var form: SearchForm
  /// The path in the vault without the extension.
  public var page: String
  public var title: String
  /// The headings that lead there, without the page's title; empty above the first.
  public var section: String
  /// The path in the vault with the extension.
  public var file: String
  public var line: Int
  /// What was found: a title, a heading, the passage; of a card its prompt and answer.
  public var text: String
  /// Nil unless it is a card.
  public var card: CardText?
  /// Of a line of the note: how many of its cards were found as well, and are not listed for that.
  public var cards = 0

  public init(
    form: SearchForm, page: String, title: String, section: String = "", file: String, line: Int,
    text: String, card: CardText? = nil
  ) {
    self.form = form
    self.page = page
    self.title = title
    self.section = section
    self.file = file
    self.line = line
    self.text = text
    self.card = card
  }

  public var kind: SearchKind { form.kind }
}

private struct SourceLine: Hashable {
  var page: String
  var line: Int

  init(_ hit: SearchHit) {
    page = hit.page
    line = hit.line
  }
}

extension [SearchHit] {
  /// The same with every line of a note once: where the line itself was found, its cards are counted on
  /// it, and it takes the place of the first of them. A card stays where only the card was found.
  public var mergingCards: [SearchHit] {
    var lines: [SourceLine: SearchHit] = [:]
    for hit in self where hit.kind == .fact {
      let place = SourceLine(hit)
      if lines[place] == nil { lines[place] = hit }
    }
    for hit in self where hit.kind == .card {
      lines[SourceLine(hit)]?.cards += 1
    }
    var taken: Set<SourceLine> = []
    return compactMap { hit in
      guard hit.kind == .fact || hit.kind == .card else { return hit }
      let place = SourceLine(hit)
      guard let line = lines[place] else { return hit }
      return taken.insert(place).inserted ? line : nil
    }
  }
}

/// What a search came to.
public struct SearchResults: Sendable, Hashable {
  public var query: SearchQuery
  public var scope: SearchScope
  /// Best first.
  public var hits: [SearchHit]
  /// Whether there is more than what is listed.
  public var isCut: Bool

  public init(query: SearchQuery, scope: SearchScope, hits: [SearchHit] = [], isCut: Bool = false) {
    self.query = query
    self.scope = scope
    self.hits = hits
    self.isCut = isCut
  }
}
