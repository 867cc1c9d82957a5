/// Looks for what was read without complaint, but surely not as it was meant.
struct PageChecks {
  private let file: String
  private let bytes: Bytes
  private let lineStarts: [Int]
  private(set) var problems: [Problem] = []

  init(file: String, bytes: Bytes, lineStarts: [Int]) {
    self.file = file
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  private mutating func warn(_ line: Int, column: Int = 0, _ message: String, _ remedy: String) {
    problems.append(
      Problem(
        file: file, line: line, column: column, severity: .warning, message: message,
        remedy: remedy))
  }

  /// Where a line of the file stands, without what sets it in: blanks and the marks of quotes.
  private func range(of line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return 0..<0 }
    var start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1].isBlank || bytes[end - 1].isLineEnd { end -= 1 }
    while start < end, bytes[start].isBlank || bytes[start] == Byte.greater { start += 1 }
    return start..<end
  }

  // MARK: What swallows the rest

  /// Blocks that nobody closed: what was meant to follow them is part of them.
  mutating func look(at reader: SectionReader) {
    for block in reader.openEnded where !isClosed(block) {
      let (first, last) = (block.lines.lowerBound, block.lines.upperBound)
      let upTo = last > first ? "; everything up to line \(last) is part of it" : ""
      if block.tag.isEmpty {
        warn(
          first, "The code fence that opens here is not closed\(upTo).",
          "Close it with \(block.closing ?? "```") on a line of its own.")
      } else {
        let what = block.tag == "<!--" ? "comment" : "tag \(block.tag)"
        let end = block.tag == "<!--" ? "-->" : "</\(block.tag.dropFirst())"
        warn(first, "The \(what) that opens here is not closed\(upTo).", "Close it with \(end).")
      }
    }
  }

  private func isClosed(_ block: SectionReader.OpenEnded) -> Bool {
    guard let closing = block.closing, let sign = closing.utf8.first else { return false }
    let (first, last) = (block.lines.lowerBound, block.lines.upperBound)
    return [last, last + 1].contains { line in
      let text = bytes.slice(range(of: line))
      return line > first && text.count >= closing.utf8.count && text.allSatisfy { $0 == sign }
    }
  }

  // MARK: The page

  mutating func look(at page: Page, names: SectionNames) {
    if !page.sections.isEmpty, page.sections.allSatisfy(\.blocks.isEmpty) {
      let isLone = page.sections.count == 1
      if problems.isEmpty {
        warn(
          page.sections[0].line,
          isLone ? "The page has nothing but its title." : "The page has nothing but headings.",
          "Write something below, or delete the page.")
      }
      return
    }
    for index in page.sections.indices { lookForEmptySection(index, of: page, names: names) }
    for table in page.tables { look(at: table.table) }
    for section in page.sections {
      lookForEmptyDefinitions(section.blocks, depth: 0)
      if section.kind == .keyFacts || section.kind == .openQuestions {
        lookForEmptyItems(section.blocks, in: section.title)
      }
    }
    lookForLostConnections(page)
  }

  /// Key Facts or Open Questions without anything below, also below its own headings.
  private mutating func lookForEmptySection(_ index: Int, of page: Page, names: SectionNames) {
    let section = page.sections[index]
    let kind = names.kind(of: section.title)
    guard kind == .keyFacts || kind == .openQuestions, section.kind == kind,
      section.blocks.isEmpty
    else { return }
    let below = page.sections[(index + 1)...].prefix { $0.level > section.level }
    guard below.allSatisfy(\.blocks.isEmpty) else { return }
    warn(
      section.line, "Nothing stands under “\(section.title)”.",
      "Write its first item, or delete the heading.")
  }

  /// Cells beyond those of the header are dropped: a bar inside a cell makes two of it.
  private mutating func look(at table: Table) {
    for row in table.rows {
      let cells = cells(in: range(of: row.line))
      guard cells.count > table.header.count,
        let extra = cells[table.header.count...].first(where: { !bytes.slice($0).trimmed.isEmpty })
      else { continue }
      let before = bytes.slice(lineStarts[row.line - 1]..<extra.lowerBound)
      warn(
        row.line, column: before.string.count + 1,
        "This row has \(cells.count) cells and its header \(table.header.count): "
          + "what stands from here on is left out.",
        "Add a column to the header, or write a bar inside a cell as \\|.")
    }
  }

  /// The cells of a table's row, between bars that no backslash goes before.
  private func cells(in row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    if start < row.upperBound, bytes[start] == Byte.pipe { start += 1 }
    for place in start..<max(start, row.upperBound)
    where bytes[place] == Byte.pipe && bytes[place - 1] != Byte.backslash {
      cells.append(start..<place)
      start = place + 1
    }
    if start < row.upperBound { cells.append(start..<row.upperBound) }
    return cells
  }

  /// A bullet with nothing behind it.
  private mutating func lookForEmptyItems(_ blocks: [Block], in title: String) {
    for case .list(let items, _, _) in blocks {
      for item in items where item.text.isEmpty && item.children.isEmpty {
        warn(
          item.line, "This item under “\(title)” is empty.",
          "Write what there is to say, or delete the line.")
      }
    }
  }

  /// `Term —` with nothing behind the dash.
  private mutating func lookForEmptyDefinitions(_ blocks: [Block], depth: Int) {
    guard depth < SectionReader.deepest else { return }
    for case .list(let items, _, _) in blocks {
      for item in items {
        if item.children.isEmpty, let last = item.text.runs.last, last.style.isEmpty,
          last.text.hasSuffix(" —") || last.text.hasSuffix(" –")
        {
          warn(
            item.line, "Nothing stands behind the dash of “\(item.text.plain)”.",
            "Write what there is to say, or delete the line.")
        }
        lookForEmptyDefinitions(item.children, depth: depth + 1)
      }
    }
  }

  /// Items under Connections that lead nowhere: neither a page nor an address is named.
  private mutating func lookForLostConnections(_ page: Page) {
    let found = Set(page.connections.map(\.line))
    for section in page.sections where section.kind == .connections {
      for case .list(let items, _, _) in section.blocks {
        for item in items {
          guard item.children.isEmpty, !item.text.isEmpty, !found.contains(item.line),
            !item.text.runs.contains(where: { $0.link != nil })
          else { continue }
          warn(
            item.line, "This connection names no page.",
            "Write it as [[page]] — why, or move it to another section.")
        }
      }
    }
  }
}
