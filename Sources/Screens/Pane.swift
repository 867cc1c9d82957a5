import Notes
import Study
import Surface

/// A row of a pane: what it says and where it leads.
struct PaneRow: Sendable {
  enum Body: Sendable {
    case cells([RichText])
    case entry(term: RichText, text: RichText)
    case item(RichText, children: [Block])
    case connection(label: String, reason: RichText, target: String?)
    case backlink(label: String, target: String)
    case prose(Prose.Line)
  }
  var body: Body
  /// The line in the note.
  var line: Int
  /// How well the row is known, 0…1; nil when no card comes from it.
  var known: Double?
}

/// A pane of a page: one table, one list of definitions, the connections, and so on.
struct Pane: Sendable, Identifiable {
  enum ID: Hashable, Sendable {
    case table(Int), definitions(Int), connections, facts, questions, text
  }
  var id: ID
  var title: String
  var header: [RichText] = []
  var rows: [PaneRow]

  /// One line of the pane as it is drawn; `row` is nil for a header.
  struct Line {
    var row: Int?
    var spans: [Span]
  }

  /// The share of the width a pane wants beside others.
  var weight: Double {
    switch id {
    case .table: max(1.2, 0.5 * Double(header.count))
    default: 1
    }
  }

  /// Columns kept at the right for the meter of how well a row is known.
  static let meterWidth = 5

  /// - Parameter height: the rows there are; rows stand apart only where that fits.
  func lines(
    width: Int, height: Int, glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [Line] {
    let airy = lines(width: width, isAiry: true, glyphs: glyphs, isMissing: isMissing)
    guard canBeAiry, airy.count > height else { return airy }
    return lines(width: width, isAiry: false, glyphs: glyphs, isMissing: isMissing)
  }

  private func lines(
    width: Int, isAiry: Bool, glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [Line] {
    let hasMeter = width >= 24 && rows.contains { $0.known != nil }
    let textWidth = max(1, hasMeter ? width - Self.meterWidth : width)
    var lines: [Line] = []
    var columns: [Int] = []
    if case .table = id {
      columns = tableColumns(total: textWidth)
      lines += tableLines(header, columns: columns, bold: true, ink: .heading, isMissing: isMissing)
        .map { Line(row: nil, spans: $0) }
      let rule = columns.map { String(repeating: glyphs.light.horizontal, count: $0) }
      lines.append(
        Line(
          row: nil,
          spans: [
            Span(
              rule.joined(separator: "\(glyphs.light.horizontal)\(glyphs.light.horizontal)"),
              .border)
          ]))
    }
    for (index, row) in rows.enumerated() {
      var rowLines = self.lines(
        row, width: textWidth, columns: columns, glyphs: glyphs, isMissing: isMissing)
      if hasMeter, let known = row.known, let first = rowLines.first {
        let used = first.reduce(0) { $0 + TextWidth.of($1.text) }
        let meter = Plot.meter(known, width: Self.meterWidth - 1, glyphs: glyphs)
        rowLines[0].append(Span(String(repeating: " ", count: max(1, textWidth + 1 - used))))
        rowLines[0].append(Span(meter, known >= 0.9 ? .good : known >= 0.6 ? .warning : .muted))
      }
      lines += rowLines.map {
        Line(row: index, spans: $0)
      }
      if isAiry, canBeAiry, index + 1 < rows.count { lines.append(Line(row: nil, spans: [])) }
    }
    return lines
  }

  /// Whether a blank line may stand between rows: text has its own.
  private var canBeAiry: Bool { id != .text }

  /// How many lines at the top stay when the rest is scrolled.
  func headerHeight(_ lines: [Line]) -> Int { lines.prefix { $0.row == nil }.count }

  private func lines(
    _ row: PaneRow, width: Int, columns: [Int], glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [[Span]] {
    switch row.body {
    case .cells(let cells):
      return tableLines(cells, columns: columns, bold: false, ink: .text, isMissing: isMissing)
    case .entry(let term, let text):
      var spans = Prose.spans(term, isMissing: isMissing).map {
        Span($0.text, $0.ink == .text ? .accent : $0.ink, $0.attributes.union(.bold))
      }
      spans.append(Span(" \(glyphs.dash) ", .muted))
      return hanging(spans + Prose.spans(text, isMissing: isMissing), width: width)
    case .item(let text, let children):
      let line = Prose.Line(
        marker: Span("\(glyphs.bullet) ", .accent), spans: Prose.spans(text, isMissing: isMissing))
      let nested = Prose.lines(children, indent: 2, glyphs: glyphs, isMissing: isMissing)
      return ([line] + nested.filter { !$0.isBlank }).flatMap { Prose.wrapped($0, width: width) }
    case .connection(let label, let reason, let target):
      let isMissingPage = target == nil
      var spans = [
        Span(label, isMissingPage ? .missing : .link, isMissingPage ? [] : .underline)
      ]
      if isMissingPage { spans.append(Span(" (missing)", .missing)) }
      if !reason.isEmpty {
        spans.append(Span(" \(glyphs.dash) ", .muted))
        spans += Prose.spans(reason, isMissing: isMissing)
      }
      let marker = Span("\(glyphs.arrow) ", isMissingPage ? .missing : .accent)
      return Prose.wrapped(Prose.Line(marker: marker, spans: spans), width: width)
    case .backlink(let label, _):
      let spans = [Span(label, .link, .underline), Span(" links here", .muted)]
      let marker = Span("\(glyphs.backArrow) ", .accent)
      return Prose.wrapped(Prose.Line(marker: marker, spans: spans), width: width)
    case .prose(let line):
      return Prose.wrapped(line, width: width)
    }
  }

  /// Wrapped, with continuation lines two columns in.
  private func hanging(_ spans: [Span], width: Int) -> [[Span]] {
    let indent = width > 20 ? 2 : 0
    let margin = Span(String(repeating: " ", count: indent))
    return wrap(spans, width: max(1, width - indent)).enumerated().map { index, row in
      index == 0 ? row : [margin] + row
    }
  }

  private func tableColumns(total: Int) -> [Int] {
    let all =
      [header]
      + rows.compactMap { row in
        if case .cells(let cells) = row.body { cells } else { nil }
      }
    let natural = header.indices.map { column in
      all.map { column < $0.count ? TextWidth.of($0[column].plain) : 0 }.max() ?? 0
    }
    let minimum = header.indices.map { column in
      all.map { cells in
        guard column < cells.count else { return 0 }
        return cells[column].plain.split(separator: " ").map { TextWidth.of($0) }.max() ?? 0
      }.max() ?? 0
    }
    return Layout.tableColumns(natural: natural, minimum: minimum, total: total, gap: 2)
  }

  private func tableLines(
    _ cells: [RichText], columns: [Int], bold: Bool, ink: Ink, isMissing: (String) -> Bool
  ) -> [[Span]] {
    let wrapped = columns.indices.map { column -> [[Span]] in
      guard column < cells.count else { return [[]] }
      var spans = Prose.spans(cells[column], ink: ink, isMissing: isMissing)
      if bold || column == 0 {
        spans = spans.map { Span($0.text, $0.ink, $0.attributes.union(.bold)) }
      }
      return wrap(spans, width: max(1, columns[column]))
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var spans: [Span] = []
      for column in columns.indices {
        let cell = line < wrapped[column].count ? wrapped[column][line] : []
        let used = cell.reduce(0) { $0 + TextWidth.of($1.text) }
        spans += cell
        let isLast = column == columns.count - 1
        if !isLast {
          spans.append(Span(String(repeating: " ", count: max(0, columns[column] - used) + 2)))
        }
      }
      return spans
    }
  }
}
