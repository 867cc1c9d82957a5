import Cards
import Notes

/// A page as the search takes it in: its passages and cards.
public struct SearchDocument: Sendable {
  /// A piece of a page that is found as one.
  public struct Passage: Sendable, Hashable {
    public var form: SearchForm
    /// From 1.
    public var line: Int
    /// The headings that lead there, without the page's title.
    public var section: String
    public var text: String
    /// What finds it as well: of a page its path, aliases and tags; of a card its answer.
    public var more: String
    /// Empty unless it is a card.
    public var card: Card.ID

    init(
      _ form: SearchForm, line: Int, section: String = "", text: String, more: String = "",
      card: Card.ID = ""
    ) {
      self.form = form
      self.line = max(1, line)
      self.section = section
      self.text = text
      self.more = more
      self.card = card
    }

    /// Everything that finds it.
    public var words: SearchWords { SearchWords(more.isEmpty ? text : text + "\n" + more) }
  }

  public var file: String
  public var path: String
  public var title: String
  public private(set) var passages: [Passage] = []

  /// - Parameter cards: those of this page, with their final ids.
  public init(_ page: Page, cards: [Card]) {
    file = page.file
    path = page.path
    title = page.title
    var reader = PassageReader(page)
    reader.read()
    passages = reader.passages
    for card in cards {
      let trail =
        card.context.hasPrefix(page.title + " › ")
        ? String(card.context.dropFirst(page.title.count + 3)) : card.section
      passages.append(
        Passage(
          .card, line: card.line, section: trail == page.title ? "" : trail, text: card.prompt,
          more: card.kind == .question ? "" : card.answer, card: card.id))
    }
  }
}

/// Goes through a page from top to bottom; nothing that can be read is left out, and nothing is
/// taken twice.
private struct PassageReader {
  let page: Page
  var passages: [SearchDocument.Passage] = []
  /// What the item or paragraph on a line is, where it is more than text.
  private var forms: [Int: SearchForm] = [:]
  private var section = ""

  /// Longer passages are cut in pieces: a hit should be seen at a glance.
  private static let longest = 1200

  init(_ page: Page) {
    self.page = page
    for connection in page.connections { forms[connection.line] = .connection }
    for definition in page.definitions { forms[definition.line] = .definition }
    for question in page.questions { forms[question.line] = .question }
    for fact in page.facts { forms[fact.line] = .fact }
  }

  mutating func read() {
    let names = ["aliases", "alias", "tags", "tag"].flatMap { page.frontMatter.list($0) }
    passages.append(
      SearchDocument.Passage(
        .page, line: page.sections.first { $0.title == page.title }?.line ?? 1, text: page.title,
        more: ([page.path] + names).joined(separator: " · ")))
    let summary = passages.count
    for (index, section) in page.sections.enumerated() {
      self.section = page.trail(to: index).joined(separator: " › ")
      if !section.title.isEmpty, section.title != page.title {
        add(.heading, line: section.line, section.title)
      }
      read(section.blocks)
    }
    let isInText = passages.contains { $0.text.hasPrefix(page.summary) }
    if !page.summary.isEmpty, !isInText {
      passages.insert(.init(.text, line: 1, text: page.summary), at: summary)
    }
  }

  private mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text, let line): add(forms[line] ?? .text, line: line, text.plain)
      case .list(let items, _, _):
        for item in items {
          add(forms[item.line] ?? .text, line: item.line, item.text.plain)
          read(item.children)
        }
      case .table(let table):
        add(.text, line: table.line, Self.row(table.header))
        for row in table.rows { add(.row, line: row.line, Self.row(row.cells)) }
      case .code(let code, _, let line):
        // The first line is the fence.
        for (offset, text) in code.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          add(.text, line: line + 1 + offset, String(text))
        }
      case .quote(let inner, _, _): read(inner)
      case .rule: break
      }
    }
  }

  private static func row(_ cells: [RichText]) -> String {
    cells.map(\.plain).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private mutating func add(_ form: SearchForm, line: Int, _ text: String) {
    for piece in Self.pieces(of: text) where !piece.allSatisfy(\.isWhitespace) {
      passages.append(.init(form, line: line, section: section, text: piece))
    }
  }

  /// Cut between words, or in a text without blanks anywhere.
  private static func pieces(of text: String) -> [String] {
    guard text.utf8.count > longest else { return [text] }
    var pieces: [String] = []
    var rest = text[...]
    while rest.utf8.count > longest {
      let limit = rest.utf8.index(rest.startIndex, offsetBy: longest)
      let head = rest[..<limit]
      let cut =
        head.lastIndex(where: \.isWhitespace).map { rest.index(after: $0) }
        ?? head.indices.last ?? rest.endIndex
      guard cut > rest.startIndex, cut < rest.endIndex else { break }
      pieces.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    return pieces + [String(rest)]
  }
}
