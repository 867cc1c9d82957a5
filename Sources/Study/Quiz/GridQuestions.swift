import Cards

/// Table reconstruction: up to six hidden cells in one or two columns, so that each has rivals.
enum GridQuestions {
  private static let mostRows = 8
  private static let mostHidden = 6
  private static let mostColumns = 4

  static func questions(_ grid: GridSet, random: inout SplitMix64) -> [QuizQuestion] {
    let count = (grid.rows.count + mostRows - 1) / mostRows
    return (0..<max(1, count)).compactMap { number in
      let from = number * grid.rows.count / max(1, count)
      let to = (number + 1) * grid.rows.count / max(1, count)
      return question(grid, rows: Array(from..<to), isPart: count > 1, random: &random)
    }
  }

  private static func question(
    _ grid: GridSet, rows: [Int], isPart: Bool, random: inout SplitMix64
  ) -> QuizQuestion? {
    let telling = Telling(grid.rows.map { $0[0] })
    /// The cells of a column that can be hidden: different ones that do not name their row.
    func cells(_ column: Int) -> [QuizTable.Place] {
      var seen: [Sameness] = []
      return random.shuffled(rows).compactMap { row in
        let text = grid.rows[row][column]
        guard grid.cards[row][column] != nil, text.count <= 120, !telling.isIn(text, of: row) else {
          return nil
        }
        let meaning = Sameness(text)
        guard !meaning.key.isEmpty, !seen.contains(where: { $0.overlaps(meaning) }) else {
          return nil
        }
        seen.append(meaning)
        return QuizTable.Place(row: row, column: column)
      }
    }
    let columns = random.shuffled(Array(grid.header.indices.dropFirst()))
      .map { (column: $0, cells: cells($0)) }.filter { $0.cells.count > 2 }
    guard let first = columns.first else { return nil }
    var hidden = Array(first.cells.prefix(columns.count > 1 ? 3 : mostHidden))
    if let second = columns.dropFirst().first, hidden.count < mostHidden {
      // Cells that look alike in both columns have rivals across them too.
      let more = Array(second.cells.prefix(mostHidden - hidden.count))
      if !overlap(hidden + more, grid) { hidden += more }
    }
    hidden.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    let shownColumns = Self.columns(of: grid, with: Set(hidden.map(\.column)))
    let places = hidden.map { place in
      QuizTable.Place(
        row: rows.firstIndex(of: place.row) ?? 0,
        column: shownColumns.firstIndex(of: place.column) ?? 0)
    }
    let texts = hidden.map { grid.rows[$0.row][$0.column] }
    let isShort = texts.allSatisfy {
      let shape = AnswerShape($0)
      return shape.words <= 3 && shape.isShort && !shape.isList
    }
    let isTyped = isShort && random.unit() < 0.5
    let table = QuizTable(
      header: shownColumns.map { grid.header[$0] },
      rows: rows.map { row in shownColumns.map { grid.rows[row][$0] } }, hidden: places,
      bank: isTyped ? nil : random.shuffled(texts))
    let part = isPart ? " (a part of it)" : ""
    return QuizQuestion(
      mark: grid.mark, prompt: "\(grid.title)\(part): fill in the hidden cells.",
      answer: texts.joined(separator: "; "),
      place: QuizPlace(
        page: grid.place.page, context: grid.place.context, file: grid.place.file,
        line: grid.lines[hidden[0].row]),
      source: "", form: .table(table), cards: hidden.map { grid.cards[$0.row][$0.column] })
  }

  private static func overlap(_ places: [QuizTable.Place], _ grid: GridSet) -> Bool {
    let meanings = places.map { Sameness(grid.rows[$0.row][$0.column]) }
    return meanings.indices.contains { left in
      meanings[(left + 1)...].contains { $0.overlaps(meanings[left]) }
    }
  }

  /// The key, the columns with hidden cells, and of the others as many as can be read side by side.
  private static func columns(of grid: GridSet, with hidden: Set<Int>) -> [Int] {
    var shown = Set([0]).union(hidden)
    for column in grid.header.indices where shown.count < mostColumns { shown.insert(column) }
    return shown.sorted()
  }
}
