import Notes
import Surface

/// Writes the rows of a pane as lines of a width: wrapped, with what is covered left out.
struct RowWriter {
  let pane: Pane
  let width: Int
  /// Of a table alone.
  let shape: TableShape?
  let glyphs: Glyphs
  let view: Pane.View
  let isMissing: (String) -> Bool

  /// The header of a table and the rule under it, with signs where columns are out of sight.
  func header() -> [[Span]] {
    guard let shape else { return [] }
    let line = glyphs.light.horizontal
    var rule = ""
    for (place, width) in shape.widths.enumerated() {
      if place == 1 && shape.hiddenLeft > 0 {
        rule += line + glyphs.moreLeft
      } else if place > 0 {
        rule += line + line
      }
      rule += String(repeating: line, count: max(0, width))
    }
    if shape.hiddenRight > 0 { rule += line + glyphs.moreRight }
    let cells = shape.columns.map { column -> [[Span]] in
      let text = pane.header.indices.contains(column) ? pane.header[column] : RichText()
      return wrappedCell(spans(text, ink: .heading, adding: .bold), in: shape, column: column)
    }
    return shape.rows(of: cells) + [[Span(rule, .border)]]
  }

  func lines(_ row: PaneRow, at index: Int) -> [[Span]] {
    switch row.body {
    case .cells(let cells):
      return shape.map { tableLines(cells, row: index, shape: $0) } ?? []
    case .entry(let term, let text):
      return entry(term: term, text: text, row: index)
    case .item(let text, let children):
      let line = Prose.Line(
        marker: Span("\(glyphs.bullet) ", .accent), spans: spans(text))
      let nested = Prose.lines(children, indent: 2, glyphs: glyphs, isMissing: isMissing)
      return ([line] + nested.filter { !$0.isBlank }).flatMap { Prose.wrapped($0, width: width) }
    case .connection(let label, let reason, _, let target):
      let isMissingPage = target == nil
      var spans = [
        Span(label, isMissingPage ? .missing : .link, isMissingPage ? [] : .underline)
      ]
      if isMissingPage { spans.append(Span(" (missing)", .missing)) }
      if !reason.isEmpty {
        spans.append(Span(" \(glyphs.dash) ", .muted))
        spans += self.spans(reason)
      }
      let marker = Span("\(glyphs.arrow) ", isMissingPage ? .missing : .accent)
      return Prose.wrapped(Prose.Line(marker: marker, spans: spans), width: width)
    case .backlink(let label, _):
      let spans = [Span(label, .link, .underline), Span(" links here", .muted)]
      let marker = Span("\(glyphs.backArrow) ", .accent)
      return Prose.wrapped(Prose.Line(marker: marker, spans: spans), width: width)
    case .prose(let line):
      let chosen = view.link.flatMap { $0.row == index ? $0.index : nil }
      return Prose.wrapped(chosen.map { line.choosing(link: $0) } ?? line, width: width)
    }
  }

  private func spans(
    _ text: RichText, ink: Ink = .text, adding attributes: Attributes = []
  ) -> [Span] {
    Prose.spans(text, ink: ink, isMissing: isMissing).map {
      Span($0.text, $0.ink, $0.attributes.union(attributes))
    }
  }

  // MARK: Definitions

  private func entry(term: RichText, text: RichText, row: Int) -> [[Span]] {
    var named = spans(term, adding: .bold).map { span in
      Span(span.text, span.ink == .text ? .accent : span.ink, span.attributes)
    }
    let dash = Span(" \(glyphs.dash) ", .muted)
    let isTermHidden = isHidden(row, 0)
    let isTextHidden = isHidden(row, 1)
    if isTermHidden { named = [cover(width: min(14, width), isCurrent: isCurrent(row, 0))] }
    guard isTextHidden else { return hanging(named + [dash] + spans(text)) }
    // As many lines as the explanation has, so that nothing moves when it is shown.
    let open = hanging(named + [dash] + spans(text))
    let head = hanging(named + [dash])
    let last = head.last ?? []
    let used = last.reduce(0) { $0 + TextWidth.of($1.text) }
    let blocks = max(1, open.count - head.count + 1)
    var lines = head
    let first = cover(width: max(3, width - used), isCurrent: isCurrent(row, 1))
    if width - used >= 3 {
      lines[lines.count - 1].append(first)
    } else {
      lines.append([margin, first])
    }
    while lines.count < head.count + blocks - 1 {
      lines.append([margin, cover(width: max(1, width - indent), isCurrent: false)])
    }
    return lines
  }

  private var indent: Int { width > 20 ? 2 : 0 }
  private var margin: Span { Span(String(repeating: " ", count: indent)) }

  /// Wrapped, with continuation lines two columns in.
  private func hanging(_ spans: [Span]) -> [[Span]] {
    wrap(spans, width: max(1, width - indent)).enumerated().map { index, row in
      index == 0 ? row : [margin] + row
    }
  }

  // MARK: Cover

  private func isHidden(_ row: Int, _ part: Int) -> Bool {
    view.cover?.isHidden(Cover.Cell(row: row, part: part)) == true
  }

  /// Whether the keys act on this cell: only under a cover, where they act on one.
  private func isCurrent(_ row: Int, _ part: Int) -> Bool {
    view.current == row && view.cover?.part == part
  }

  /// What lies over a hidden text; the one that the keys act on asks.
  private func cover(width: Int, isCurrent: Bool) -> Span {
    var text = String(repeating: glyphs.cover, count: max(1, width))
    if isCurrent, width >= 5 {
      let left = String(repeating: glyphs.cover, count: (width - 3) / 2)
      let right = String(repeating: glyphs.cover, count: width - 3 - (width - 3) / 2)
      text = "\(left) ? \(right)"
    } else if isCurrent {
      text = pad("?", width: max(1, width), .centre)
    }
    return Span(text, isCurrent ? .accent : .muted, isCurrent ? .bold : [])
  }

  // MARK: Tables

  private func tableLines(_ cells: [RichText], row: Int, shape: TableShape) -> [[Span]] {
    let wrapped = shape.columns.map { column -> [[Span]] in
      let text = column < cells.count ? cells[column] : RichText()
      let lines = wrappedCell(
        spans(text, adding: column == 0 ? .bold : []), in: shape, column: column)
      guard isHidden(row, column) else { return lines }
      let width = max(1, width(of: column, in: shape))
      return lines.indices.map { line in
        [cover(width: width, isCurrent: line == 0 && isCurrent(row, column))]
      }
    }
    let current = view.cover.flatMap { isCurrent(row, $0.part) ? $0.part : nil }
    return shape.rows(of: wrapped, pointer: current.map { ($0, glyphs.pointer) })
  }

  private func width(of column: Int, in shape: TableShape) -> Int {
    shape.columns.firstIndex(of: column).map { shape.widths[$0] } ?? 1
  }

  private func wrappedCell(_ spans: [Span], in shape: TableShape, column: Int) -> [[Span]] {
    wrap(spans, width: max(1, width(of: column, in: shape)))
  }
}
