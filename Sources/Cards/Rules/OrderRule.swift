import Notes

/// A table whose keys count up is about an order: one card asks to put what the rows say in it.
enum OrderRule {
  static func draft(_ table: Grid, title: String) -> Draft? {
    guard (3...8).contains(table.rows.count),
      table.rows[0].cells[0].runs.last?.text.utf8.contains(where: { (0x30...0x39).contains($0) })
        == true
    else { return nil }
    let column = table.keyColumn
    let first = table.rows.map { Grid.text($0.cells[0]) }
    guard countsUp(first) else { return nil }
    // With running numbers the second column is ordered, else what stands behind the keys.
    let shown = column == 1 ? 1 : min(1, table.columns - 1)
    let items = table.rows.map { opening($0.cells[shown]) }
    // Figures are put in order by their size, and nothing is learnt by that.
    guard items.allSatisfy({ !$0.isEmpty }),
      !items.allSatisfy({ $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }),
      Set(items.map { $0.lowercased() }).count == items.count
    else { return nil }
    // A thing that names its own place needs no ordering.
    guard
      !zip(items, first).contains(where: {
        column == 0 && Leak.contains($0, $1)
      })
    else { return nil }
    let mixed = shuffled(items, by: title)
    let ends = column == 0 ? ", from \(first[0]) to \(first[first.count - 1])" : ""
    return Draft(
      kind: .order, prompt: "\(title): put in order\(ends): " + mixed.joined(separator: " / "),
      answer: items.joined(separator: " → "), slot: "order")
  }

  /// What stands before the first comma, semicolon or dash: at most nine words.
  private static func opening(_ cell: RichText) -> String {
    if isPlain(cell) { return Grid.text(cell) }
    let prose = Prose(cell)
    var end = 0
    while end < prose.atoms.count, end < 9 {
      let atom = prose.atoms[end]
      if atom.isSymbol(.dash) || atom.depth > 0 && end > 0 { break }
      end += 1
      if atom.after != .none, atom.afterDepth == 0 { break }
    }
    guard end > 0 else { return "" }
    if end == 9, prose.atoms.count > 9 { return "" }
    return prose.text(0..<end)
  }

  /// A few plain words, as most cells are: nothing to cut off.
  private static func isPlain(_ cell: RichText) -> Bool {
    guard cell.runs.count == 1, cell.runs[0].style.isEmpty, cell.runs[0].text.utf8.count < 40 else {
      return false
    }
    var spaces = 0
    for byte in cell.runs[0].text.utf8 {
      switch byte {
      case 0x20: spaces += 1
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: continue
      default: return false
      }
    }
    return spaces < 8
  }

  /// `ASL-1`, `ASL-2`, …; `Step 1`, …; `1`, `2`, …: one more each time, the rest the same.
  static func countsUp(_ keys: [String]) -> Bool {
    var prefix: String?
    var previous: Int?
    // Most tables are told by their first key.
    guard keys.allSatisfy({ $0.utf8.last.map { (0x30...0x39).contains($0) } ?? false }) else {
      return false
    }
    for key in keys {
      let bytes = key.utf8
      let digits = bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
      guard (1...3).contains(digits), let number = Int(key.suffix(digits)) else { return false }
      let start = String(key.dropLast(digits))
      guard prefix == nil || prefix == start, previous == nil || number == (previous ?? 0) + 1
      else {
        return false
      }
      prefix = start
      previous = number
    }
    return previous.map { $0 < 100 } ?? false
  }

  /// The same mixture every time, and never the right order.
  private static func shuffled(_ items: [String], by title: String) -> [String] {
    let mixed = items.map { (StableHash.text(title + $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    return mixed == items ? Array(items.reversed()) : mixed
  }
}
