/// An item of a list, with everything nested under it.
public struct Item: Sendable, Hashable {
  public var text: RichText
  /// The line in the file where the item begins, from 1.
  public var line: Int
  /// `^id` at the item's end, without the caret; not part of `text`.
  public var blockID: String?
  /// `<!-- no-cards -->` at the item's end: it gives no cards.
  public var cardsOff: Bool
  /// Of a task list: whether the box is ticked; nil for an ordinary item.
  public var checked: Bool?
  /// What is nested below the item's first paragraph.
  public var children: [Block]

  public init(
    text: RichText, line: Int, blockID: String? = nil, cardsOff: Bool = false,
    checked: Bool? = nil, children: [Block] = []
  ) {
    self.text = text
    self.line = line
    self.blockID = blockID
    self.cardsOff = cardsOff
    self.checked = checked
    self.children = children
  }
}

public struct Table: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    /// As many as the header has.
    public var cells: [RichText]
    public var line: Int
    public init(cells: [RichText], line: Int) {
      self.cells = cells
      self.line = line
    }
  }
  /// The caption just before the table (`AI Safety Levels (ASL):`), else the section's title.
  public var title: String
  public var header: [RichText]
  public var rows: [Row]
  public var line: Int

  public init(title: String, header: [RichText], rows: [Row], line: Int) {
    self.title = title
    self.header = header
    self.rows = rows
    self.line = line
  }
}

/// What stands under a heading, in the order of the file.
public enum Block: Sendable, Hashable {
  case paragraph(RichText, line: Int)
  /// `start` is the first number of an ordered list, nil for bullets.
  case list([Item], start: Int?, line: Int)
  case table(Table)
  case code(String, language: String, line: Int)
  /// A block quote; `callout` is the word in `> [!note] Title`, with the title as its first
  /// paragraph.
  case quote([Block], callout: String?, line: Int)
  case rule(line: Int)

  /// The line in the file where the block begins, from 1.
  public var line: Int {
    switch self {
    case .paragraph(_, let line), .list(_, _, let line), .code(_, _, let line),
      .quote(_, _, let line), .rule(let line):
      line
    case .table(let table): table.line
    }
  }
}
