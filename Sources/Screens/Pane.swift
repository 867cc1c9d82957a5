import Notes
import Study
import Surface

/// A row of a pane: what it says and where it leads.
struct PaneRow: Sendable {
  enum Body: Sendable {
    case cells([RichText])
    case entry(term: RichText, text: RichText)
    case item(RichText, children: [Block])
    /// `link` is what the note has; `target` the path of the page, nil while it is missing.
    case connection(label: String, reason: RichText, link: String, target: String?)
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
  /// Of a table alone.
  var measures: Measures?

  init(id: ID, title: String, header: [RichText] = [], rows: [PaneRow]) {
    self.id = id
    self.title = title
    self.header = header
    self.rows = rows
    guard case .table = id else { return }
    let cells = rows.compactMap { row in
      if case .cells(let cells) = row.body { cells } else { nil as [RichText]? }
    }
    measures = Measures(header: header, rows: cells)
  }

  /// One line of the pane as it is drawn; `row` is nil for a header.
  struct Line: Sendable {
    var row: Int?
    var spans: [Span]
    /// Whether the chosen link stands on it.
    var hasLink: Bool { spans.contains { $0.ink == .selection } }
  }

  /// How the reader looks at the pane.
  struct View: Sendable {
    /// The first of a table's columns in sight after the one that stays.
    var firstColumn = 1
    var cover: Cover?
    /// The row that the keys act on; nil when they act elsewhere.
    var current: Int?
    /// The chosen link of a row of text.
    var link: (row: Int, index: Int)?
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

  /// - Parameters:
  ///   - height: the rows there are; rows stand apart only where that fits.
  ///   - written: what `written(width:…)` gave for this width and first column, to spare the work.
  func lines(
    width: Int, height: Int, glyphs: Glyphs, view: View = View(), written: [Line]? = nil,
    isMissing: @escaping (String) -> Bool
  ) -> [Line] {
    let writer = writer(width: width, glyphs: glyphs, view: view, isMissing: isMissing)
    var lines = (view.cover == nil ? written : nil) ?? self.written(by: writer, width: width)
    if let link = view.link, rows.indices.contains(link.row) {
      let old = lines.lines(ofRow: link.row)
      lines.replaceSubrange(old, with: self.written(by: writer, row: link.row, width: width))
    }
    let header = writer.header().map { Line(row: nil, spans: $0) }
    if canBeAiry, header.count + lines.count + rows.count - 1 <= height {
      lines = lines.apart
    }
    return header.isEmpty ? lines : header + lines
  }

  /// Every row as lines of its own, nothing covered and nothing chosen: what takes the time.
  func written(
    width: Int, firstColumn: Int, glyphs: Glyphs, isMissing: @escaping (String) -> Bool
  ) -> [Line] {
    let view = View(firstColumn: firstColumn)
    return written(
      by: writer(width: width, glyphs: glyphs, view: view, isMissing: isMissing), width: width)
  }

  private func writer(
    width: Int, glyphs: Glyphs, view: View, isMissing: @escaping (String) -> Bool
  ) -> RowWriter {
    RowWriter(
      pane: self, width: textWidth(width), shape: shape(width: width, from: view.firstColumn),
      glyphs: glyphs, view: view, isMissing: isMissing)
  }

  private func written(by writer: RowWriter, width: Int) -> [Line] {
    rows.indices.flatMap { written(by: writer, row: $0, width: width) }
  }

  private func written(by writer: RowWriter, row index: Int, width: Int) -> [Line] {
    var lines = writer.lines(rows[index], at: index).map { Line(row: index, spans: $0) }
    guard let known = rows[index].known, hasMeter(width), let first = lines.first else {
      return lines
    }
    let used = first.spans.reduce(0) { $0 + TextWidth.of($1.text) }
    let meter = Plot.meter(known, width: Self.meterWidth - 1, glyphs: writer.glyphs)
    lines[0].spans.append(Span(String(repeating: " ", count: max(1, writer.width + 1 - used))))
    lines[0].spans.append(Span(meter, known >= 0.9 ? .good : known >= 0.6 ? .warning : .muted))
    return lines
  }

  /// The columns left for text beside the meter.
  private func textWidth(_ width: Int) -> Int {
    max(1, hasMeter(width) ? width - Self.meterWidth : width)
  }

  private func hasMeter(_ width: Int) -> Bool {
    width >= 24 && rows.contains { $0.known != nil }
  }

  /// Whether a blank line may stand between rows: text has its own.
  private var canBeAiry: Bool { id != .text }

  /// How many lines at the top stay when the rest is scrolled.
  func headerHeight(_ lines: [Line]) -> Int { lines.prefix { $0.row == nil }.count }

  // MARK: Tables

  /// How the table stands in a pane whose text is so wide; nil for what is no table.
  func shape(width: Int, from first: Int) -> TableShape? {
    guard case .table = id, let measures else { return nil }
    return TableShape(
      natural: measures.natural, words: measures.words, total: textWidth(width), from: first)
  }

  /// The first column to begin with so that another one is in sight.
  func firstColumn(showing column: Int, from first: Int, width: Int) -> Int {
    guard let measures else { return first }
    return TableShape.start(
      showing: column, from: first, natural: measures.natural, words: measures.words,
      total: textWidth(width))
  }

  /// What the widths of a table's columns follow from.
  struct Measures: Sendable {
    /// The widest cell of each column, and the longest word.
    var natural: [Int]
    var words: [Int]

    init(header: [RichText], rows: [[RichText]]) {
      natural = header.map { _ in 0 }
      words = natural
      add(header)
      for cells in rows { add(cells) }
    }

    private mutating func add(_ cells: [RichText]) {
      for (column, cell) in cells.prefix(natural.count).enumerated() {
        let text = Sanitizer.clean(cell.plain)
        natural[column] = max(natural[column], TextWidth.of(text))
        for word in text.split(separator: " ") {
          words[column] = max(words[column], TextWidth.of(word))
        }
      }
    }
  }

  /// Into how many parts a cover can divide a row; nil where there is nothing to cover.
  var coverParts: Int? {
    switch id {
    case .table: header.isEmpty || rows.isEmpty ? nil : header.count
    case .definitions: 2
    case .connections, .facts, .questions, .text: nil
    }
  }

  /// What a part of a row is called, where it is covered.
  func name(ofPart part: Int) -> String {
    guard case .table = id else { return part == 0 ? "terms" : "explanations" }
    guard header.indices.contains(part), !header[part].isEmpty else { return "column \(part + 1)" }
    return header[part].plain
  }

  /// What a part of a row says, and which card asks for it.
  func cell(_ cell: Cover.Cell, page: String) -> CoveredCell? {
    guard rows.indices.contains(cell.row) else { return nil }
    let row = rows[cell.row]
    switch row.body {
    case .cells(let cells):
      let name = header.indices.contains(cell.part) ? header[cell.part].plain : ""
      let text = cells.indices.contains(cell.part) ? cells[cell.part].plain : ""
      return CoveredCell(page: page, line: row.line, part: .column(name, cell.part), text: text)
    case .entry(let term, let text):
      return CoveredCell(
        page: page, line: row.line, part: cell.part == 0 ? .term : .explanation,
        text: (cell.part == 0 ? term : text).plain)
    case .item, .connection, .backlink, .prose: return nil
    }
  }
}

extension [Pane.Line] {
  /// The lines of a row, where they stand in the order of the rows and nothing else stands among them.
  func lines(ofRow row: Int) -> Range<Int> {
    let start = firstPlace { $0.row ?? 0 >= row }
    return start..<(start + self[start...].prefix { $0.row == row }.count)
  }

  /// With a blank line between two rows.
  fileprivate var apart: Self {
    indices.flatMap { index in
      index > 0 && self[index].row != self[index - 1].row
        ? [Pane.Line(row: nil, spans: []), self[index]] : [self[index]]
    }
  }
}
