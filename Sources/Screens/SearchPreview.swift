import Notes
import Study
import Surface

/// The section that a hit stands in, scrolled so that it is seen, with what was found emphasised.
struct SearchPreview {
  var hit: SearchHit
  var query: SearchQuery
  /// Nil when the page is gone since.
  var page: Page?

  func draw(on surface: inout Surface, in area: Rect, look: Look) {
    surface.box(area, title: title(look.glyphs), titleInk: .heading, glyphs: look.glyphs)
    let inner = Rect(
      x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2)
    guard !inner.isEmpty else { return }
    var rows = head(width: inner.width, look: look)
    let (text, mark) = self.text(width: inner.width, look: look)
    let room = max(0, inner.height - rows.count)
    // What is found stands in the upper third.
    let first = min(max(0, mark - room / 3), max(0, text.count - room))
    rows += text.dropFirst(first)
    for (offset, row) in rows.prefix(inner.height).enumerated() {
      surface.put(row, x: inner.x, y: inner.y + offset, width: inner.width)
    }
  }

  private func title(_ glyphs: Glyphs) -> String {
    hit.form == .page ? hit.title : HitText(hit, query: query).place(glyphs)
  }

  /// Of a card its prompt and answer, above the text it was made from.
  private func head(width: Int, look: Look) -> [[Span]] {
    guard let card = hit.card else { return [] }
    var rows = wrap([Span(card.prompt, .text, .bold)], width: width)
    if !card.answer.isEmpty {
      rows += Prose.wrapped(
        Prose.Line(
          marker: Span("\(look.glyphs.arrow) ", .accent), spans: Prose.spans(card: card.answer)),
        width: width)
    }
    rows = rows.map(emphasised)
    return rows + [
      [Span(String(repeating: look.glyphs.light.horizontal, count: width), .border)]
    ]
  }

  /// The rows of the section, or of the page from its top, and which of them has the hit's line.
  private func text(width: Int, look: Look) -> (rows: [[Span]], mark: Int) {
    guard let page else { return ([[Span("The page is gone.", .muted)]], 0) }
    let all = Prose.page(page, glyphs: look.glyphs) { _ in false }
    let target = hit.form == .page ? 0 : Prose.index(of: hit.line, in: page)
    let section = all.indices.contains(target) ? all[target].section : 0
    var rows: [[Span]] = []
    var mark = 0
    for (index, entry) in all.enumerated()
    where hit.form == .page || entry.section == section {
      if index == target { mark = rows.count }
      rows += Prose.wrapped(emphasised(entry.line), width: width)
    }
    return (rows, mark)
  }

  /// The line with what was found set apart, in a table cell by cell.
  private func emphasised(_ line: Prose.Line) -> Prose.Line {
    var line = line
    guard var grid = line.grid else {
      line.spans = emphasised(line.spans)
      return line
    }
    var spans: [Span] = []
    var taken = 0
    grid.cells = grid.cells.map { cell in
      spans += line.spans[taken..<cell.lowerBound]
      taken = cell.upperBound
      let start = spans.count
      spans += emphasised(Array(line.spans[cell]))
      return start..<spans.count
    }
    line.spans = spans + line.spans[taken...]
    line.grid = grid
    return line
  }

  /// The spans with what was found set apart.
  private func emphasised(_ spans: [Span]) -> [Span] {
    let clean = spans.map { Span(Sanitizer.clean($0.text), $0.ink, $0.attributes) }
    let found = SearchMatch(query, in: clean.map(\.text).joined()).ranges
    guard !found.isEmpty else { return clean }
    var result: [Span] = []
    var offset = 0
    for span in clean {
      var piece = ""
      var wasFound = false
      for character in span.text {
        let isFound = found.contains { $0.contains(offset) }
        if isFound != wasFound, !piece.isEmpty {
          result.append(set(piece, like: span, isFound: wasFound))
          piece = ""
        }
        wasFound = isFound
        piece.append(character)
        offset += character.utf8.count
      }
      if !piece.isEmpty { result.append(set(piece, like: span, isFound: wasFound)) }
    }
    return result
  }

  private func set(_ text: String, like span: Span, isFound: Bool) -> Span {
    isFound
      ? Span(text, .accent, span.attributes.union(HitText.emphasis))
      : Span(text, span.ink, span.attributes)
  }
}

extension Prose {
  /// Which of the lines of `page(_:glyphs:isMissing:)` shows a line of the file: the last one that
  /// does not begin after it.
  static func index(of line: Int, in page: Page) -> Int {
    var index = 0
    var count = 0
    for section in page.sections {
      if !section.title.isEmpty {
        if count > 0 { count += 1 }
        if section.line > line { return index }
        index = count
        count += 1
      }
      let blocks = lines(section.blocks, glyphs: .unicode) { _ in false }
      if blocks.isEmpty { continue }
      if !section.title.isEmpty { count += 1 }
      if let inside = offset(of: line, in: section.blocks) { index = count + inside }
      count += blocks.count
    }
    return index
  }

  /// The same among the lines of blocks; nil when all of them begin after it.
  private static func offset(of line: Int, in blocks: [Block]) -> Int? {
    guard let last = blocks.lastIndex(where: { $0.line <= line }) else { return nil }
    let before = last == 0 ? 0 : count(Array(blocks[..<last])) + 1
    switch blocks[last] {
    case .list(let items, let start, _):
      guard let item = items.lastIndex(where: { $0.line <= line }) else { return before }
      let above = count([.list(Array(items[..<item]), start: start, line: 0)])
      // What is nested shows without blank lines between.
      let nested = offset(of: line, in: items[item].children)
      return before + above + (nested.map { $0 + 1 } ?? 0)
    case .table(let table):
      // Above the rows stand the names of the columns and a rule.
      return before + (table.rows.lastIndex { $0.line <= line }.map { $0 + 2 } ?? 0)
    case .code(let code, _, let first):
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false).count
      return before + min(max(0, line - first - 1), max(0, lines - 1))
    case .quote(let inner, let callout, _):
      let head = callout.map { $0.isEmpty ? 0 : 1 } ?? 0
      return before + head + (offset(of: line, in: inner) ?? 0)
    case .paragraph, .rule: return before
    }
  }

  private static func count(_ blocks: [Block]) -> Int {
    lines(blocks, glyphs: .unicode) { _ in false }.count
  }
}
