/// Finds what stands under Key Facts and under Open Questions.
struct ItemFinder {
  private(set) var found: [PageItem] = []
  private let kind: SectionKind
  private let marks: [Int: SectionReader.ParagraphMark]
  private var section = 0

  static func items(
    of kind: SectionKind, in sections: [Section], marks: [Int: SectionReader.ParagraphMark]
  ) -> [PageItem] {
    var finder = ItemFinder(kind: kind, marks: marks)
    for (index, section) in sections.enumerated() where section.kind == kind {
      finder.section = index
      finder.search(section.blocks, label: nil, isOff: section.cardsOff, depth: 0)
    }
    return finder.found
  }

  private init(kind: SectionKind, marks: [Int: SectionReader.ParagraphMark]) {
    self.kind = kind
    self.marks = marks
  }

  private mutating func search(_ blocks: [Block], label: String?, isOff: Bool, depth: Int) {
    guard depth < SectionReader.deepest else { return }
    var caption = label
    for (place, block) in blocks.enumerated() {
      switch block {
      case .list(let items, _, _):
        for item in items { add(item, label: caption, isOff: isOff, depth: depth) }
      case .paragraph(let text, let line):
        caption = label
        if place + 1 < blocks.count, blocks[place + 1].isCaptioned,
          text.plain.hasSuffix(":") || Caption.text(of: text) != nil
        {
          caption = Caption.text(of: text) ?? label
        } else {
          addParagraph(text, line: line, label: label, isOff: isOff)
        }
        continue
      case .quote(let inner, let callout, _) where callout != "footnote":
        search(inner.filter(\.isList), label: label, isOff: isOff, depth: depth + 1)
      case .quote, .table, .code, .rule: break
      }
      caption = label
    }
  }

  /// A list under an item is part of it: `Providers:` with three names is one fact. Only where the
  /// item is a mere label and what stands under it are statements of their own, these are the
  /// facts.
  private mutating func add(_ item: Item, label: String?, isOff: Bool, depth: Int) {
    if item.text.isEmpty && item.children.isEmpty { return }
    let nested = item.children.flatMap { block in
      if case .list(let items, _, _) = block { items } else { [] as [Item] }
    }
    if !nested.isEmpty, item.isLabel {
      let statements = nested.lazy.filter(\.isStatement).count
      if item.text.isEmpty || kind == .openQuestions || statements * 2 > nested.count {
        let own = Caption.text(of: item.text) ?? item.text.plain
        search(
          item.children, label: own.isEmpty ? label : own, isOff: isOff || item.cardsOff,
          depth: depth + 1)
        return
      }
    }
    var item = item
    item.cardsOff = item.cardsOff || isOff
    found.append(PageItem(item: item, section: section, label: label))
  }

  private mutating func addParagraph(_ text: RichText, line: Int, label: String?, isOff: Bool) {
    let mark = marks[line]
    // Questions that were written line by line are as many questions.
    if kind == .openQuestions, let lines = mark?.lines, lines.count > 1,
      lines.allSatisfy({ $0.plain.hasSuffix("?") })
    {
      for (offset, text) in lines.enumerated() {
        found.append(
          PageItem(
            item: Item(text: text, line: line + offset, cardsOff: isOff), section: section,
            label: label))
      }
      return
    }
    guard text.plain.wordCount > 1 else { return }
    let item = Item(
      text: text, line: line, blockID: mark?.blockID, cardsOff: isOff || mark?.cardsOff == true)
    found.append(PageItem(item: item, section: section, label: label))
  }
}

extension Block {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }

  /// A list, a table or code may have a caption before it.
  fileprivate var isCaptioned: Bool {
    switch self {
    case .list, .table, .code: true
    case .paragraph, .quote, .rule: false
    }
  }
}

extension Item {
  /// The item says nothing by itself: `Pricing:`, `**Limits**`, `API`.
  fileprivate var isLabel: Bool {
    let plain = text.plain
    if plain.hasSuffix("?") { return false }
    if plain.hasSuffix(":") { return plain.wordCount <= 8 }
    return plain.wordCount <= 4 && TermSplit(text) == nil
      && !plain.utf8.contains { $0.isDigit || $0 == Byte.equals }
  }

  /// More than a name: it has a label of its own, or about a sentence of words.
  fileprivate var isStatement: Bool {
    TermSplit(text) != nil || text.plain.wordCount >= 5 || !children.isEmpty
  }
}
