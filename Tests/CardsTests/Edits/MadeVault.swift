import Cards

struct MadeTable {
  var id: Int
  var title: String
  /// Names of columns by number; the first names the rows.
  var columns: [Int]
  var header: [Int: String]
  var rows: [Row]
  struct Row {
    var id: Int
    /// By number of the column.
    var cells: [Int: String]
  }
}

struct MadeSection {
  var title: String
  var items: [MadeItem] = []
}

struct MadePage {
  var title: String
  var facts: [MadeSection]
  var others: [MadeItem] = []
  var tables: [MadeTable] = []
}

/// What a card is about, whatever its words.
enum Truth: Hashable {
  case part(item: Int, name: String)
  /// Of an item, but it is not clear which part.
  case whole(item: Int, kind: String)
  case cell(row: Int, column: Int)

  var isCertain: Bool { if case .whole = self { false } else { true } }
  var item: Int? {
    switch self {
    case .part(let item, _), .whole(let item, _): item
    case .cell: nil
    }
  }
}

/// A vault that knows what each of its cards is about.
struct MadeVault {
  var pages: [String: MadePage] = [:]

  struct Reading {
    var cards: [Card] = []
    var truths: [Truth] = []
  }

  /// Makes Markdown of it, and reads that.
  func read(only changed: Set<String>? = nil) -> Reading {
    var reading = Reading()
    for (path, page) in pages.sorted(by: { $0.key < $1.key })
    where changed?.contains(path) ?? true {
      let (text, lines) = markdown(page)
      for card in CardsTests.read(text, path: path).cards {
        guard let source = lines[card.line] else { continue }
        reading.cards.append(card)
        reading.truths.append(truth(card, source))
      }
    }
    return reading
  }

  private enum Source {
    case item(MadeItem)
    case row(MadeTable, MadeTable.Row)
  }

  private func truth(_ card: Card, _ source: Source) -> Truth {
    switch source {
    case .row(let table, let row):
      let column = table.columns.first { table.header[$0] == card.slot }
      return column.map { .cell(row: row.id, column: $0) }
        ?? .whole(item: -1 - table.id, kind: card.kind.rawValue)
    case .item(let item):
      if card.kind == .list || card.kind == .question || card.kind == .connection {
        return .part(item: item.id, name: card.kind.rawValue)
      }
      if card.kind == .definition { return .part(item: item.id, name: card.slot) }
      guard let part = item.partAsked((card.answer, card.prompt)) else {
        return .whole(item: item.id, kind: card.kind.rawValue)
      }
      // What came from another item keeps that item's number: `12/amount`.
      let pieces = part.split(separator: "/").map(String.init)
      if pieces.count == 2, let other = Int(pieces[0]) {
        return .part(item: other, name: pieces[1])
      }
      return .part(item: item.id, name: part)
    }
  }

  private func markdown(_ page: MadePage) -> (text: String, lines: [Int: Source]) {
    var lines: [String] = []
    var sources: [Int: Source] = [:]
    func add(_ item: MadeItem) {
      lines.append("- " + item.text)
      sources[lines.count] = .item(item)
    }
    lines += ["# " + page.title, ""]
    func others(_ shape: MadeItem.Shape, _ title: String) {
      let items = page.others.filter { $0.shape == shape }
      guard !items.isEmpty else { return }
      lines += ["## " + title, ""]
      for item in items { add(item) }
      lines.append("")
    }
    lines += ["## Key Facts", ""]
    for (number, section) in page.facts.enumerated() {
      if number > 0 { lines += ["### " + section.title, ""] }
      for item in section.items { add(item) }
      lines.append("")
    }
    others(.definition, "Words")
    others(.question, "Open Questions")
    others(.connection, "Connections")
    for table in page.tables {
      lines += ["## " + table.title, ""]
      lines.append(
        "| " + table.columns.map { table.header[$0] ?? "" }.joined(separator: " | ") + " |")
      lines.append("|" + table.columns.map { _ in "---|" }.joined())
      for row in table.rows {
        lines.append(
          "| " + table.columns.map { row.cells[$0] ?? "" }.joined(separator: " | ") + " |")
        sources[lines.count] = .row(table, row)
      }
      lines.append("")
    }
    return (lines.joined(separator: "\n") + "\n", sources)
  }
}
