import Notes
import Surface

/// Notes as spans: the one place that decides how markup looks on a screen.
enum Prose {
  /// - Parameter isMissing: whether a link's target is not in the vault.
  static func spans(
    _ text: RichText, ink: Ink = .text, isMissing: (String) -> Bool = { _ in false }
  ) -> [Span] {
    text.runs.map { run in
      var attributes: Attributes = []
      var runInk = ink
      if run.style.contains(.strong) { attributes.insert(.bold) }
      if run.style.contains(.emphasis) { attributes.insert(.italic) }
      if run.style.contains(.highlight) { runInk = .highlight }
      if run.style.contains(.code) { runInk = .code }
      switch run.link {
      case .page(let target, _):
        runInk = isMissing(target) ? .missing : .link
        attributes.insert(.underline)
      case .address:
        runInk = .link
      case nil: break
      }
      let string = run.style.contains(.code) ? "`\(run.text)`" : run.text
      return Span(string, runInk, attributes)
    }
  }

  /// A card's text: code between backquotes is set as code and keeps them.
  static func spans(card text: String, ink: Ink = .text, attributes: Attributes = []) -> [Span] {
    var spans: [Span] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "`"),
      let close = rest[rest.index(after: open)...].firstIndex(of: "`")
    {
      if open > rest.startIndex {
        spans.append(Span(String(rest[..<open]), ink, attributes))
      }
      spans.append(Span(String(rest[open...close]), .code, attributes))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { spans.append(Span(String(rest), ink, attributes)) }
    return spans
  }

  /// A line of a text pane: its spans, and the columns it is set in from the left.
  struct Line {
    /// A bullet or number: what follows hangs under the text behind it.
    var marker: Span?
    var spans: [Span]
    var indent = 0
    /// Not wrapped: code keeps its lines, and what does not fit is cut with a sign.
    var verbatim = false
    var isHeading = false
    var links: [Link] = []
    /// A row of a table, which stands in columns where there is room for them.
    var grid: Grid?
    var isBlank: Bool { spans.isEmpty && marker == nil && grid == nil }

    /// A link, and the spans that show it.
    struct Link {
      var spans: Range<Int>
      var target: LinkTarget
    }

    /// Adds text with its links.
    mutating func append(
      _ text: RichText, attributes: Attributes = [], isMissing: (String) -> Bool
    ) {
      for (run, span) in zip(text.runs, Prose.spans(text, isMissing: isMissing)) {
        if let target = run.link {
          if let last = links.last, last.target == target, last.spans.upperBound == spans.count {
            links[links.count - 1].spans = last.spans.lowerBound..<(spans.count + 1)
          } else {
            links.append(Link(spans: spans.count..<(spans.count + 1), target: target))
          }
        }
        spans.append(Span(span.text, span.ink, span.attributes.union(attributes)))
      }
    }

    /// The same line with one of its links chosen: set off by more than colour.
    func choosing(link index: Int) -> Line {
      guard links.indices.contains(index) else { return self }
      var line = self
      for span in links[index].spans {
        line.spans[span].ink = .selection
        line.spans[span].attributes.formUnion([.reverse, .bold])
      }
      return line
    }
  }

  private static func line(
    _ text: RichText, marker: Span? = nil, indent: Int, isMissing: (String) -> Bool
  ) -> Line {
    var line = Line(marker: marker, spans: [], indent: indent)
    line.append(text, isMissing: isMissing)
    return line
  }

  /// Blocks as lines to wrap, with a blank line between blocks.
  static func lines(
    _ blocks: [Block], indent: Int = 0, glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [Line] {
    var lines: [Line] = []
    for (index, block) in blocks.enumerated() {
      if index > 0 { lines.append(Line(spans: [])) }
      lines += self.lines(block, indent: indent, glyphs: glyphs, isMissing: isMissing)
    }
    return lines
  }

  private static func lines(
    _ block: Block, indent: Int, glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [Line] {
    switch block {
    case .paragraph(let text, _):
      return [line(text, indent: indent, isMissing: isMissing)]
    case .list(let items, let start, _):
      return items.enumerated().flatMap { index, item in
        var marker = start.map { "\($0 + index). " } ?? "\(glyphs.bullet) "
        if let checked = item.checked { marker = checked ? "[x] " : "[ ] " }
        let first = line(
          item.text, marker: Span(marker, .accent), indent: indent, isMissing: isMissing)
        return [first]
          + lines(
            item.children, indent: indent + TextWidth.of(marker), glyphs: glyphs,
            isMissing: isMissing
          ).filter { !$0.isBlank }
      }
    case .table(let table):
      return tableLines(table, indent: indent, glyphs: glyphs, isMissing: isMissing)
    case .code(let code, _, _):
      return code.split(separator: "\n", omittingEmptySubsequences: false).map {
        Line(spans: [Span(String($0), .code)], indent: indent + 2, verbatim: true)
      }
    case .quote(let blocks, let callout, _):
      var quoted = lines(blocks, indent: indent + 2, glyphs: glyphs, isMissing: isMissing)
      if let callout, !callout.isEmpty {
        quoted.insert(
          Line(spans: [Span(callout.uppercased(), .accent, .bold)], indent: indent), at: 0)
      }
      return quoted
    case .rule:
      return [
        Line(
          spans: [Span(String(repeating: glyphs.light.horizontal, count: 8), .muted)],
          indent: indent)
      ]
    }
  }

  /// A whole page, headings and all; `section` of a line is where it stands.
  static func page(_ page: Page, glyphs: Glyphs, isMissing: (String) -> Bool) -> [(
    line: Line, section: Int
  )] {
    var result: [(line: Line, section: Int)] = []
    for (index, section) in page.sections.enumerated() {
      if !section.title.isEmpty {
        if !result.isEmpty { result.append((Line(spans: []), index)) }
        let ink: Ink = section.level <= 1 ? .title : .heading
        let marks = section.level > 1 ? String(repeating: "#", count: section.level) + " " : ""
        let spans = [Span(marks, .muted), Span(section.title, ink, .bold)]
        result.append((Line(spans: spans, isHeading: true), index))
      }
      let blocks = lines(section.blocks, glyphs: glyphs, isMissing: isMissing)
      if !blocks.isEmpty, !section.title.isEmpty { result.append((Line(spans: []), index)) }
      result += blocks.map { ($0, index) }
    }
    return result
  }

  /// Wraps a line and sets its indent; continuation lines hang under the text behind a marker.
  static func wrapped(_ line: Line, width: Int) -> [[Span]] {
    let margin = Span(String(repeating: " ", count: line.indent))
    if line.verbatim { return [[margin] + line.spans] }
    if let grid = line.grid {
      let inColumns = grid.wrapped(line.spans, width: width - line.indent)
      if let rows = inColumns { return rows.map { [margin] + $0 } }
      if grid.isHeader { return [] }
    }
    guard let marker = line.marker else {
      guard !line.spans.isEmpty else { return [[]] }
      return wrap(line.spans, width: max(1, width - line.indent)).map { [margin] + $0 }
    }
    let hang = TextWidth.of(marker.text)
    let hanging = Span(String(repeating: " ", count: hang))
    let rows = wrap(line.spans, width: max(1, width - line.indent - hang))
    return rows.enumerated().map { index, row in [margin, index == 0 ? marker : hanging] + row }
  }
}
