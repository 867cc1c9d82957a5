import CMarkdown

/// Turns cmark's tree into sections and blocks, with the lines of the file.
struct SectionReader {
  /// Deeper nesting is read as plain text.
  static let deepest = 32

  /// What a paragraph carries beside its text; the meaning of a page needs it, screens do not.
  struct ParagraphMark {
    var blockID: String?
    var cardsOff = false
    /// The text line by line, where a paragraph may be a run of lines that stand for items.
    var lines: [RichText] = []
  }

  /// A block that runs on to the end of the page, or of what it stands in, when it is not closed.
  struct OpenEnded {
    /// The lines in the file.
    var lines: ClosedRange<Int>
    /// What its last line begins with when it is closed; nil when it is known not to be.
    var closing: String?
    /// The tag or comment that opens it; empty for a code fence.
    var tag = ""
  }

  private let file: String
  private let hasWedges: Bool
  private let lines: LineMap
  private let names: SectionNames
  private(set) var sections: [Section] = []
  private var inline: InlineReader
  private(set) var problems: [Problem] = []
  /// By the line of the paragraph.
  private(set) var marks: [Int: ParagraphMark] = [:]
  /// Code fences, and markup that nothing closes.
  private(set) var openEnded: [OpenEnded] = []
  private var lastLine = 1
  private var kind = SectionKind.other

  /// Every link of the page, in its order.
  var links: [PageLink] { inline.links }

  init(
    file: String, lines: LineMap, names: SectionNames, mayHaveControls: Bool, hasWedges: Bool
  ) {
    inline = InlineReader(mayHaveControls: mayHaveControls, hasWedges: hasWedges)
    self.hasWedges = hasWedges
    self.file = file
    self.lines = lines
    self.names = names
  }

  mutating func read(_ tree: MarkdownTree) {
    var blocks: [Block] = []
    var cardsOff = false
    var current = Section(title: "", level: 0, line: 1, kind: .other)
    func close(_ reader: inout SectionReader) {
      current.blocks = blocks
      current.cardsOff = cardsOff
      if current.level > 0 || !blocks.isEmpty || cardsOff { reader.sections.append(current) }
      blocks = []
      cardsOff = false
    }
    // In an outline of bullets the headings stand in items; what is nested below one is its section.
    var waiting = Array(NodeChildren(of: tree.root)).reversed() as [OpaquePointer]
    var steps = 0
    while let node = waiting.popLast() {
      switch NodeKind(node) {
      case .heading:
        close(&self)
        current = heading(node)
        cardsOff = current.cardsOff
        kind = openKind(at: current)
      case .html where Markup.isNoCards(literal(node)):
        cardsOff = true
      case .list where steps < SectionReader.deepest && Outline.hasHeadings(node):
        steps += 1
        for part in Outline.parts(of: node).reversed() { waiting.append(part) }
      case .other where node.isItem:
        blocks.append(.list([item(node, depth: 1)], start: nil, line: line(of: node)))
      case .paragraph where steps > 0 && Outline.isProperties(node):
        continue
      default:
        append(node, depth: 0, to: &blocks)
      }
    }
    close(&self)
    inherit()
  }

  private mutating func heading(_ node: OpaquePointer) -> Section {
    let line = line(of: node)
    let read = inline.read(node, line: line)
    var text = read.text
    text.removeHeadingID()
    let title = text.plain
    return Section(
      title: title, level: Int(cmark_node_get_heading_level(node)), line: line,
      kind: names.kind(of: title), cardsOff: read.cardsOff)
  }

  /// The kind of a section while it is read, with what it inherits from the sections above it.
  private func openKind(at heading: Section) -> SectionKind {
    if heading.kind != .other { return heading.kind }
    var level = heading.level
    for section in sections.reversed() where section.level < level {
      if section.kind != .other { return section.kind }
      level = section.level
    }
    return .other
  }

  /// A section below Key Facts belongs to Key Facts, and one below a section without cards has
  /// none.
  private mutating func inherit() {
    var open: [Section] = []
    let nameIsTitle = titleOnlyHasName
    for index in sections.indices {
      if index == nameIsTitle { sections[index].kind = .other }
      open.removeAll { $0.level >= sections[index].level }
      if let parent = open.last {
        if sections[index].kind == .other { sections[index].kind = parent.kind }
        if parent.cardsOff { sections[index].cardsOff = true }
      }
      open.append(sections[index])
    }
  }

  /// A page may be called “Links” or “Questions”: its title says nothing about its sections then,
  /// if one of these has such a name of its own.
  private var titleOnlyHasName: Int? {
    guard let title = sections.firstIndex(where: { $0.level > 0 }), sections[title].level == 1,
      sections[title].kind != .other,
      sections.contains(where: { $0.level > 1 && $0.kind != .other })
    else { return nil }
    return title
  }

  // MARK: Blocks

  private mutating func append(_ node: OpaquePointer, depth: Int, to blocks: inout [Block]) {
    guard depth < SectionReader.deepest else {
      flatten(node, to: &blocks)
      return
    }
    switch NodeKind(node) {
    case .paragraph: appendParagraph(node, to: &blocks)
    case .list: blocks.append(list(node, depth: depth))
    case .code: blocks.append(code(node))
    case .quote: blocks.append(quote(node, depth: depth))
    case .table: blocks.append(.table(table(node)))
    case .rule: blocks.append(.rule(line: line(of: node)))
    case .html:
      noteOpen(node)
      let text = Markup.text(of: literal(node))
      if !text.isEmpty { blocks.append(.paragraph(RichText(text), line: line(of: node))) }
    case .footnote:
      blocks.append(
        .quote(children(node, depth: depth), callout: "footnote", line: line(of: node)))
    case .heading:
      // Inside a list or a quote a heading is no section.
      let text = inline.read(node, line: line(of: node)).text
      if !text.isEmpty { blocks.append(.paragraph(text, line: line(of: node))) }
    case .other: blocks += children(node, depth: depth)
    }
  }

  private mutating func children(_ node: OpaquePointer, depth: Int) -> [Block] {
    var blocks: [Block] = []
    for child in NodeChildren(of: node) { append(child, depth: depth + 1, to: &blocks) }
    return blocks
  }

  private mutating func appendParagraph(_ node: OpaquePointer, to blocks: inout [Block]) {
    let line = line(of: node)
    let read = inline.read(node, line: line)
    lastLine = line + read.lineCount - 1
    var mark = ParagraphMark(blockID: read.blockID, cardsOff: read.cardsOff)
    if read.lineCount > 1, needsLines(read) {
      mark.lines = inline.lines(of: node, line: line)
      if let items = bulletLines(mark.lines, line: line) {
        blocks.append(.list(items, start: nil, line: line))
        return
      }
    }
    if mark.blockID != nil || mark.cardsOff || !mark.lines.isEmpty { marks[line] = mark }
    if !read.text.isEmpty { blocks.append(.paragraph(read.text, line: line)) }
  }

  /// Most paragraphs of several lines are prose; only where the lines may stand for themselves are
  /// they read again one by one.
  private func needsLines(_ read: InlineReader.Result) -> Bool {
    guard let first = read.text.runs.first, let last = read.text.runs.last else { return false }
    return kind != .other || read.hasColonLine || !first.style.isEmpty
      || last.text.utf8.last == Byte.colon || first.text.hasPrefix("[!")
      || PlainBullet.length(of: read.text) != nil
  }

  /// Lines that all begin with a typographic bullet are a list that Markdown does not know.
  private func bulletLines(_ lines: [RichText], line: Int) -> [Item]? {
    guard lines.allSatisfy({ PlainBullet.length(of: $0) != nil }) else { return nil }
    return lines.enumerated().map { offset, text in
      let from = TextPlace(run: 0, offset: PlainBullet.length(of: text) ?? 0)
      var rest = text.slice(from: from, to: text.end)
      let id = rest.removeBlockID()
      return Item(text: rest, line: line + offset, blockID: id)
    }
  }

  private mutating func list(_ node: OpaquePointer, depth: Int) -> Block {
    let line = line(of: node)
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [Item] = []
    for child in NodeChildren(of: node) { items.append(item(child, depth: depth + 1)) }
    return .list(
      items, start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, line: line)
  }

  private mutating func item(_ node: OpaquePointer, depth: Int) -> Item {
    var item = Item(text: RichText(), line: line(of: node))
    if node.hasType("tasklist") {
      item.checked = cmark_gfm_extensions_get_tasklist_item_checked(node)
    }
    var isFirst = true
    for child in NodeChildren(of: node) {
      if NodeKind(child) == .html, Markup.isNoCards(literal(child)) {
        item.cardsOff = true
      } else if isFirst, NodeKind(child) == .paragraph {
        let read = inline.read(child, line: line(of: child))
        item.text = read.text
        Outline.removeProperties(from: &item.text)
        item.blockID = read.blockID
        item.cardsOff = item.cardsOff || read.cardsOff
      } else {
        append(child, depth: depth, to: &item.children)
      }
      isFirst = false
    }
    return item
  }

  private mutating func code(_ node: OpaquePointer) -> Block {
    noteFence(node)
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    let language = info.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "{" }).first ?? ""
    return .code(
      literal(node), language: ControlText.cleaned(String(language)), line: line(of: node))
  }

  private mutating func noteFence(_ node: OpaquePointer) {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0, let end = node.endLine
    else { return }
    let start = line(of: node)
    let sign = Character(UnicodeScalar(UInt8(bitPattern: character)))
    openEnded.append(
      OpenEnded(
        lines: start...max(start, lines.line(end)),
        closing: String(repeating: sign, count: Int(length))))
  }

  private mutating func noteOpen(_ node: OpaquePointer) {
    guard let tag = Markup.unclosedTag(of: literal(node)), let end = node.endLine else { return }
    let start = line(of: node)
    openEnded.append(OpenEnded(lines: start...max(start, lines.line(end)), tag: tag))
  }

  private mutating func quote(_ node: OpaquePointer, depth: Int) -> Block {
    let line = line(of: node)
    var blocks = children(node, depth: depth)
    var callout: String?
    if case .paragraph(let text, let first) = blocks.first,
      let head = Callout.head(of: marks[first]?.lines.first ?? text)
    {
      callout = head.kind
      var rest: [Block] = []
      if !head.title.isEmpty { rest.append(.paragraph(head.title, line: first)) }
      if let lines = marks[first]?.lines, lines.count > 1 {
        rest.append(.paragraph(RichText.joined(lines.dropFirst()), line: first + 1))
      }
      blocks.replaceSubrange(0..<1, with: rest)
    } else if case .paragraph(let text, let first) = blocks.first, text.plain.hasPrefix("[!") {
      problems.append(
        Problem(
          file: file, line: first, severity: .warning,
          message: "This looks like a callout, but its sort is not closed by a bracket.",
          remedy: "Write it as > [!note] Title."))
    }
    return .quote(blocks, callout: callout, line: line)
  }

  private mutating func table(_ node: OpaquePointer) -> Table {
    let rows = Array(NodeChildren(of: node))
    let top = headerLine(node, rows: rows)
    var header: [RichText] = []
    var body: [Table.Row] = []
    for (index, row) in rows.enumerated() {
      let line = index == 0 ? top : top + index + 1
      var cells: [RichText] = []
      for cell in NodeChildren(of: row) {
        cells.append(inline.read(cell, line: line).text)
      }
      if index == 0 {
        header = cells
      } else {
        while cells.count < header.count { cells.append(RichText()) }
        body.append(Table.Row(cells: Array(cells.prefix(header.count)), line: line))
      }
    }
    lastLine = top + rows.count
    return Table(title: "", header: header, rows: body, line: top)
  }

  /// cmark gives a table the line of the paragraph before it when no empty line parts the two; a
  /// row after the first is where it says, and the rows of a table follow one another.
  private mutating func headerLine(_ node: OpaquePointer, rows: [OpaquePointer]) -> Int {
    if rows.count > 1, let second = rows[1].startLine { return lines.line(second) - 2 }
    if let last = node.endLine { return lines.line(last) - rows.count }
    return line(of: node)
  }

  /// All text below a node in one paragraph, without recursion.
  private mutating func flatten(_ node: OpaquePointer, to blocks: inout [Block]) {
    var text = ""
    guard let iterator = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let current = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(current) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += literal(current)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH:
        if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
      default: break
      }
    }
    let line = line(of: node)
    if !problems.contains(where: { $0.message == SectionReader.tooDeep }) {
      problems.append(
        Problem(
          file: file, line: line, severity: .warning, message: SectionReader.tooDeep,
          remedy: "Nest lists and quotes less deeply."))
    }
    let shown = ControlText.cleaned(text.trimmedBlanks)
    if !shown.isEmpty { blocks.append(.paragraph(RichText(shown), line: line)) }
  }

  private static let tooDeep =
    "Lists or quotes are nested deeper than \(deepest) levels here; the rest was read as plain text."

  // MARK: Nodes

  /// A paragraph before a table loses its line in cmark; it follows what came before it.
  private mutating func line(of node: OpaquePointer) -> Int {
    let line = node.startLine ?? node.lineOfFollower
    lastLine = line.map { lines.line($0) } ?? lastLine
    return lastLine
  }

  private func literal(_ node: OpaquePointer) -> String {
    let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    return hasWedges ? EscapedMarks.removed(from: text) : text
  }
}

extension OpaquePointer {
  fileprivate var endLine: Int? {
    let line = Int(cmark_node_get_end_line(self))
    return line > 0 ? line : nil
  }

  /// The table that took a paragraph's last lines still begins where the paragraph did.
  fileprivate var lineOfFollower: Int? { cmark_node_next(self)?.startLine }
}

/// From the lines that cmark counts to the lines of the file.
enum LineMap {
  /// So many lines of the file stand before what was parsed.
  case offset(Int)
  /// What was parsed was made from the file: for each of its lines, the line in the file.
  case table([Int])

  func line(_ parsed: Int) -> Int {
    switch self {
    case .offset(let offset): parsed + offset
    case .table(let table): table.isEmpty ? 1 : table[min(max(parsed, 1), table.count) - 1]
    }
  }
}
