import Cards

/// Where wrong choices come from first: what is of one sort with an answer. Of a table whose columns are the things
/// compared that is its row, unless the cells look as if its columns held what is of one sort after all.
struct ChoicePools {
  /// The tables that are read along their rows, by page and title.
  private let alongRows: Set<Substring>

  init(cards: [Card], asked: [Card]) {
    let wanted = Set(asked.compactMap(Self.table))
    var cells: [Substring: [Card]] = [:]
    if !wanted.isEmpty {
      for card in cards {
        if let table = Self.table(of: card), wanted.contains(table) {
          cells[table, default: []].append(card)
        }
      }
    }
    alongRows = Set(cells.filter { Self.runAlongRows($0.value) }.keys)
  }

  /// The name of the pool; nil where a card has none.
  func pool(of card: Card) -> String? {
    guard let table = Self.table(of: card), !alongRows.contains(table) else { return card.pool }
    return "\(table)|\(card.slot)"
  }

  /// Whether the card is of a table whose rows hold what is of one sort.
  func runsAlongRows(_ card: Card) -> Bool { Self.table(of: card).map(alongRows.contains) ?? false }

  /// The table that a cell's pool names, `page#row title`; nil for other pools.
  private static func table(of card: Card) -> Substring? {
    guard card.kind == .cell, let pool = card.pool,
      pool.dropFirst(card.page.count).hasPrefix("#row ")
    else { return nil }
    return pool.lastIndex(of: "#").map { pool[..<$0] }
  }

  /// Whether the columns of a table are the things compared, and the cells of a row look at least as alike as those
  /// of a column.
  /// - Parameter cells: all that the table gives.
  static func runAlongRows(_ cells: [Card]) -> Bool {
    guard cells.contains(where: { table(of: $0) != nil }) else { return false }
    func lines<Key: Hashable>(_ key: (Card) -> Key) -> [[String]] {
      Dictionary(grouping: cells, by: key).values.map { $0.map(\.answer) }
    }
    return likeness(lines(\.line)) >= likeness(lines(\.slot))
  }

  /// How alike the neighbours in some lines of cells are: equal ones count twice.
  private static func likeness(_ lines: [[String]]) -> Double {
    var sum = 0.0
    var count = 0
    for line in lines {
      let shapes = line.map { AnswerShape($0) }
      for (left, shape) in shapes.enumerated() {
        for other in shapes[(left + 1)...] {
          count += 1
          sum += shape.text == other.text ? 2 : shape.isAlike(other) ? 1 : 0
        }
      }
    }
    return count > 0 ? sum / Double(count) : 0
  }
}
