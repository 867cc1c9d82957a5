import Notes
import Surface

extension Prose {
  /// A row of a table in running text: in columns where all of them can be read, else as a line in
  /// which each cell follows the name of its column.
  struct Grid: Sendable {
    let measures: Pane.Measures
    /// The spans of each cell among those of the line.
    var cells: [Range<Int>] = []
    /// The names of the columns, or the rule under them: not shown where rows are lines.
    var isHeader = false
    var rule: String?

    /// The row in columns; nil where not all of them can be read side by side.
    func wrapped(_ spans: [Span], width: Int) -> [[Span]]? {
      let shape = TableShape(
        natural: measures.natural, words: measures.words, total: max(1, width))
      guard !shape.isCut, shape.widths.allSatisfy({ $0 > 0 }) else { return nil }
      let used = shape.widths.reduce(TableShape.gap * max(0, shape.widths.count - 1), +)
      guard used <= width else { return nil }
      if let rule { return [[Span(String(repeating: rule, count: used), .border)]] }
      let wrapped = shape.columns.map { column -> [[Span]] in
        let cell = cells.indices.contains(column) ? Array(spans[cells[column]]) : []
        return wrap(cell, width: max(1, shape.widths[column]))
      }
      return shape.rows(of: wrapped)
    }
  }

  static func tableLines(
    _ table: Table, indent: Int, glyphs: Glyphs, isMissing: (String) -> Bool
  ) -> [Line] {
    let measures = Pane.Measures(header: table.header, rows: table.rows.map(\.cells))
    var header = Line(spans: [], indent: indent)
    var grid = Grid(measures: measures, isHeader: true)
    for name in table.header {
      let start = header.spans.count
      header.spans += spans(name, ink: .heading, isMissing: isMissing).map {
        Span($0.text, $0.ink, $0.attributes.union(.bold))
      }
      grid.cells.append(start..<header.spans.count)
    }
    header.grid = grid
    var rule = Line(spans: [], indent: indent)
    rule.grid = Grid(measures: measures, isHeader: true, rule: glyphs.light.horizontal)
    return [header, rule]
      + table.rows.map { row in
        line(row.cells, of: table, measures, indent: indent, isMissing: isMissing)
      }
  }

  private static func line(
    _ cells: [RichText], of table: Table, _ measures: Pane.Measures, indent: Int,
    isMissing: (String) -> Bool
  ) -> Line {
    var line = Line(spans: [], indent: indent)
    var grid = Grid(measures: measures)
    for (header, cell) in zip(table.header, cells) {
      let isFirst = line.spans.isEmpty
      if !isFirst, !cell.isEmpty { line.spans.append(Span("  \(header.plain): ", .muted)) }
      let start = line.spans.count
      line.append(cell, attributes: isFirst ? .bold : [], isMissing: isMissing)
      grid.cells.append(start..<line.spans.count)
    }
    line.grid = grid
    return line
  }
}
