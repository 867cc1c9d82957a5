import Cards
import Notes
import Study
import Surface

/// The rows of the list of a page's cards: what can be chosen, and how it is set.
struct CardList {
  enum Row {
    case card(CardSheet.Entry)
    case problem(Problem)
  }

  /// What the list is narrowed down to.
  enum Filter: Hashable {
    case all
    case kind(CardKind)
    case off
    case problems

    var name: String {
      switch self {
      case .all: "all"
      case .kind(let kind): kind.rawValue
      case .off: "off"
      case .problems: "problems"
      }
    }

    /// All that there is something for.
    static func all(in sheet: CardSheet) -> [Filter] {
      var filters: [Filter] = [.all] + sheet.kinds.map { .kind($0) }
      if sheet.entries.contains(where: { !$0.ruling.isOn }) { filters.append(.off) }
      if sheet.items.contains(where: { !$0.problems.isEmpty }) { filters.append(.problems) }
      return filters
    }
  }

  struct Item {
    var item: CardSheet.Item
    /// The first of its rows, and how many there are.
    var rows: Range<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var items: [Item] = []
  private let now: Instant

  init(_ sheet: CardSheet, filter: Filter) {
    now = sheet.now
    for item in sheet.items {
      let start = rows.count
      if filter == .all || filter == .problems { rows += item.problems.map { .problem($0) } }
      rows += item.entries.filter { entry in
        switch filter {
        case .all: true
        case .kind(let kind): entry.card.card.kind == kind
        case .off: !entry.ruling.isOn
        case .problems: false
        }
      }.map { .card($0) }
      if rows.count > start { items.append(Item(item: item, rows: start..<rows.count)) }
    }
  }

  func item(ofRow row: Int) -> CardSheet.Item? {
    items.first { $0.rows.contains(row) }?.item
  }

  /// The row of a card; nil when it is not in the list.
  func row(of id: Card.ID) -> Int? {
    rows.firstIndex { row in
      if case .card(let entry) = row { entry.card.id == id } else { false }
    }
  }

  // MARK: Drawing

  /// A line as it is drawn; `row` is nil for what the note says, which cannot be chosen.
  struct Line {
    var row: Int?
    var spans: [Span]
    /// At the right end.
    var note = ""
  }

  func lines(width: Int, glyphs: Glyphs) -> [Line] {
    var lines: [Line] = []
    for item in items {
      let number = item.item.line > 0 ? "\(item.item.line)  " : ""
      let text = item.item.line > 0 ? item.item.source : "The file as a whole"
      lines.append(
        Line(row: nil, spans: [Span(number, .muted), Span(Self.oneLine(text), .heading, .bold)]))
      for row in item.rows { lines += self.lines(rows[row], row: row, width: width, glyphs) }
    }
    return lines
  }

  private func lines(_ row: Row, row number: Int, width: Int, _ glyphs: Glyphs) -> [Line] {
    switch row {
    case .problem(let problem):
      return wrap(
        [Span("! ", .bad, .bold), Span("\(problem.text)")], width: width - 3
      )
      .map { Line(row: number, spans: [Span("  ")] + $0) }
    case .card(let entry):
      let card = entry.card.card
      let ink: Ink = entry.ruling.isOn ? .text : .muted
      let sign = entry.ruling.isOn ? "+" : "-"
      let answer = card.kind == .question ? "" : " \(glyphs.arrow) \(Self.oneLine(card.answer))"
      return [
        Line(
          row: number,
          spans: [Span("  \(sign) ", entry.ruling.isOn ? .good : .warning, .bold)]
            + Prose.spans(card: Self.oneLine(card.prompt), ink: ink)),
        Line(
          row: number,
          spans: [Span("    \(card.kind.rawValue)", .accent), Span(answer, ink)],
          note: entry.status(at: now)),
      ]
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " · ")
  }
}
