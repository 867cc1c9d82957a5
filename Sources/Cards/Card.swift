/// What a card asks for. The raw values are part of the JSON that other programs read.
public enum CardKind: String, Sendable, Hashable, CaseIterable, Codable {
  case recall, list, item, gloss, cloze, question, definition, cell, order, connection, author
}

/// One prompt with one answer, made from one place in the notes.
public struct Card: Sendable, Hashable, Identifiable {
  /// 16 hexadecimal digits, given when the card is first seen and kept through edits.
  public var id: String
  /// The page's path in the vault.
  public var page: String
  /// The title of the section it comes from; the page's title for what stands before any heading.
  public var section: String
  public var kind: CardKind
  /// As shown; a cloze has its blank as `[…]`.
  public var prompt: String
  public var answer: String
  /// Where it comes from, as people read it: `AI Safety › Anthropic's Approach › RSP`.
  public var context: String
  public var file: String
  /// Where the source item begins, from 1.
  public var line: Int
  /// The source item's own text: the same for all siblings, shown with the answer.
  public var source: String
  /// `^id` of the source item, when its author gave one.
  public var blockID: String?
  /// What tells the card from its siblings, stable under rewording: `item 2`, `ASL-2 → gloss`.
  public var slot: String
  /// The cards with the same sibling group are not shown on the same day: one source item, one group.
  public var siblingGroup: String
  /// Cards of one pool have answers of one sort (a table's column, one list): a quiz takes wrong
  /// choices from there first. Nil when there is no such pool.
  public var pool: String?
  /// Whether the daily deck takes it.
  public var daily: Bool

  public init(
    id: String = "", page: String, section: String, kind: CardKind, prompt: String, answer: String,
    context: String, file: String, line: Int, source: String, blockID: String? = nil,
    slot: String = "", siblingGroup: String, pool: String? = nil, daily: Bool
  ) {
    self.id = id
    self.page = page
    self.section = section
    self.kind = kind
    self.prompt = prompt
    self.answer = answer
    self.context = context
    self.file = file
    self.line = line
    self.source = source
    self.blockID = blockID
    self.slot = slot
    self.siblingGroup = siblingGroup
    self.pool = pool
    self.daily = daily
  }
}
