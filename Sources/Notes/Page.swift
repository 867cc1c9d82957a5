/// What a section is for, told by its heading.
public enum SectionKind: String, Sendable, Hashable, CaseIterable {
  case keyFacts, connections, openQuestions, other
}

/// A heading and what stands under it, up to the next heading of any level.
public struct Section: Sendable, Hashable {
  public var title: String
  /// 1–6; 0 for what stands before the first heading.
  public var level: Int
  public var line: Int
  public var kind: SectionKind
  /// `<!-- no-cards -->` under the heading, or under a heading it is nested in.
  public var cardsOff: Bool
  public var blocks: [Block]

  public init(
    title: String, level: Int, line: Int, kind: SectionKind, cardsOff: Bool = false,
    blocks: [Block] = []
  ) {
    self.title = title
    self.level = level
    self.line = line
    self.kind = kind
    self.cardsOff = cardsOff
    self.blocks = blocks
  }
}

/// A fact or an open question: an item, and where it stands.
public struct PageItem: Sendable, Hashable {
  public var item: Item
  /// Index into the page's sections.
  public var section: Int
  /// The label or caption that it stands under (`Pricing:`), where this names it more closely than
  /// the section does.
  public var label: String?
  public var line: Int { item.line }
  public init(item: Item, section: Int, label: String? = nil) {
    self.item = item
    self.section = section
    self.label = label
  }
}

/// `Term — explanation` or `Term: explanation` in a list.
public struct Definition: Sendable, Hashable {
  /// The short caption before the list (`Types`), else the section's title.
  public var group: String
  public var term: RichText
  public var text: RichText
  public var line: Int
  public var blockID: String?
  public var cardsOff: Bool
  /// Index into the page's sections.
  public var section: Int
  public init(
    group: String, term: RichText, text: RichText, line: Int, blockID: String? = nil,
    cardsOff: Bool = false, section: Int
  ) {
    self.group = group
    self.term = term
    self.text = text
    self.line = line
    self.blockID = blockID
    self.cardsOff = cardsOff
    self.section = section
  }
}

/// A link under Connections, with why it is there.
public struct Connection: Sendable, Hashable {
  /// The page as written: a path, a file name or a title.
  public var target: String
  public var heading: String?
  /// What is shown for it: the label of `[[path|label]]`, else the target.
  public var label: String
  /// What stands behind the dash; empty when the author gave no reason.
  public var reason: RichText
  public var line: Int
  public var cardsOff: Bool
  /// Index into the page's sections.
  public var section: Int
  public init(
    target: String, heading: String? = nil, label: String, reason: RichText, line: Int,
    cardsOff: Bool = false, section: Int
  ) {
    self.target = target
    self.heading = heading
    self.label = label
    self.reason = reason
    self.line = line
    self.cardsOff = cardsOff
    self.section = section
  }
}

/// A table, and where it stands.
public struct PageTable: Sendable, Hashable {
  public var table: Table
  /// Index into the page's sections.
  public var section: Int
  public init(table: Table, section: Int) {
    self.table = table
    self.section = section
  }
}

/// A link anywhere on the page, as written.
public struct PageLink: Sendable, Hashable {
  public var target: String
  public var heading: String?
  public var line: Int
  /// In characters, from 1; 0 when it is not known.
  public var column: Int
  public init(target: String, heading: String?, line: Int, column: Int = 0) {
    self.target = target
    self.heading = heading
    self.line = line
    self.column = column
  }
}

/// A Markdown file of the vault: its sections, and what they mean.
public struct Page: Sendable, Equatable {
  /// The path in the vault without the extension: `safety/ai-safety`. Unique in the vault.
  public var path: String
  /// The path in the vault with the extension.
  public var file: String
  public var title: String
  /// One paragraph on what the page is about; empty when it does not say.
  public var summary: String
  public var frontMatter: FrontMatter
  public var sections: [Section]

  public var facts: [PageItem]
  public var questions: [PageItem]
  public var connections: [Connection]
  public var definitions: [Definition]
  public var tables: [PageTable]
  /// Every link to a page, those under Connections too, in the order of the file.
  public var links: [PageLink]
  /// What links can lead to besides headings: block ids with their `^`, and ids of headings and HTML.
  public var anchors: [String]
  public var problems: [Problem]

  public init(
    path: String, file: String, title: String, summary: String = "",
    frontMatter: FrontMatter = FrontMatter(), sections: [Section] = [], facts: [PageItem] = [],
    questions: [PageItem] = [], connections: [Connection] = [], definitions: [Definition] = [],
    tables: [PageTable] = [], links: [PageLink] = [],
    anchors: [String] = [], problems: [Problem] = []
  ) {
    self.path = path
    self.file = file
    self.title = title
    self.summary = summary
    self.frontMatter = frontMatter
    self.sections = sections
    self.facts = facts
    self.questions = questions
    self.connections = connections
    self.definitions = definitions
    self.tables = tables
    self.links = links
    self.anchors = anchors
    self.problems = problems
  }

  /// The headings that lead to a section, outermost first, without the page's own title:
  /// `["Anthropic's Approach", "Responsible Scaling Policy (RSP)"]`.
  public func trail(to section: Int) -> [String] {
    guard sections.indices.contains(section) else { return [] }
    var trail: [String] = []
    var level = Int.max
    for candidate in sections[...section].reversed() where candidate.level < level {
      level = candidate.level
      if candidate.level > 0, !candidate.title.isEmpty, candidate.title != title {
        trail.insert(candidate.title, at: 0)
      }
    }
    return trail
  }
}
