import Study
import Surface

/// A table with hidden cells: side by side where there is room, else row under row.
struct QuizTableLines {
  let table: QuizTable
  let draft: QuizDraft?
  let outcome: QuizOutcome?
  let isSmall: Bool

  /// How wide a window must be for the columns to stand side by side.
  static func wide(_ table: QuizTable) -> Int { 22 * table.header.count }

  func lines(width: Int, glyphs: Glyphs) -> [QuizLine] {
    let isWide = width >= Self.wide(table)
    if isSmall, !isWide, outcome == nil, let bank = table.bank {
      return narrow(bank, width: width, glyphs: glyphs)
    }
    var lines = isWide ? grid(width: width, glyphs: glyphs) : stack(width: width, glyphs: glyphs)
    if outcome == nil, let bank = table.bank {
      lines.append(QuizLine([]))
      let taken = Set(table.hidden.indices.compactMap { draft?.bankPlace(inCell: $0) })
      for (index, text) in bank.enumerated() {
        let isTaken = taken.contains(index)
        let lead = "\(letter(index)) "
        for (number, line) in wrap(
          Prose.spans(card: text, ink: isTaken ? .muted : .text), width: max(1, width - 4)
        ).enumerated() {
          lines.append(
            QuizLine(
              [Span(number == 0 ? lead : "  ", isTaken ? .muted : .accent, .bold)] + line
                + (number == 0 && isTaken ? [Span(" \(glyphs.check)", .muted)] : []),
              partner: QuizLine.Partner(index: index)))
        }
      }
    }
    return lines
  }

  /// Where there is no room for all: what there is to choose from, a line each, and under it the one
  /// cell that is being filled.
  private func narrow(_ bank: [String], width: Int, glyphs: Glyphs) -> [QuizLine] {
    let places = table.hidden.indices.map { draft?.bankPlace(inCell: $0) }
    var lines = bank.enumerated().map { index, text -> QuizLine in
      let taken = places.firstIndex(of: index)
      let mark = taken.map { "\($0 + 1)" } ?? " "
      return QuizBody.oneLine(
        "\(letter(index)) \(mark) ", taken == nil ? .accent : .muted,
        Prose.spans(card: text, ink: taken == nil ? .text : .muted), partner: index, width: width,
        glyphs: glyphs)
    }
    guard let index = draft?.row, table.hidden.indices.contains(index) else { return lines }
    let place = table.hidden[index]
    let key = Prose.spans(card: table.rows[place.row][0], attributes: .bold)
    let name = Span(", \(table.header[place.column]): ", .muted)
    let cell = spans(row: place.row, column: place.column, glyphs: glyphs)
    let lead = Span("\(glyphs.upArrow)\(glyphs.downArrow) ", .accent, .bold)
    lines += wrap([lead] + key + [name] + cell, width: width).map { QuizLine($0, row: index) }
    return lines
  }

  private func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : "?"
  }

  // MARK: Cells

  private func spans(row: Int, column: Int, glyphs: Glyphs) -> [Span] {
    let place = QuizTable.Place(row: row, column: column)
    guard let index = table.hidden.firstIndex(of: place) else {
      return Prose.spans(card: table.rows[row][column], attributes: column == 0 ? .bold : [])
    }
    if let outcome { return judged(index, place, outcome, glyphs: glyphs) }
    let text = draft?.text(inCell: index) ?? ""
    let isSelected = draft?.row == index
    let letter = draft?.bankPlace(inCell: index).map { self.letter($0) + " " } ?? ""
    let lead = "\(isSelected ? glyphs.pointer : " ")\(index + 1) "
    let shown = text.isEmpty ? "[\(glyphs.ellipsis)]" : letter + text
    return [
      Span(lead, .accent, .bold),
      Span(shown, text.isEmpty ? .muted : .text, isSelected ? .bold : []),
    ]
  }

  private func judged(
    _ index: Int, _ place: QuizTable.Place, _ outcome: QuizOutcome, glyphs: Glyphs
  ) -> [Span] {
    let parts = outcome.verdict.parts
    let isRight =
      outcome.isOverridden ? outcome.isRight : parts.indices.contains(index) && parts[index]
    var spans = [Span("\(isRight ? glyphs.check : glyphs.cross) ", isRight ? .good : .bad, .bold)]
    spans += Prose.spans(card: table.text(place), ink: isRight ? .good : .text)
    if !isRight, case .filled(let given) = outcome.response, given.indices.contains(index) {
      let text = given[index].isEmpty ? "nothing" : given[index]
      spans.append(Span("  (you: \(text))", .bad))
    }
    return spans
  }

  // MARK: Layout

  private func grid(width: Int, glyphs: Glyphs) -> [QuizLine] {
    let columns = table.header.count
    let gap = 2
    let cells = table.rows.indices.map { row in
      (0..<columns).map { spans(row: row, column: $0, glyphs: glyphs) }
    }
    let natural = (0..<columns).map { column in
      max(
        TextWidth.of(table.header[column]),
        cells.map { $0[column].reduce(0) { $0 + TextWidth.of($1.text) } }.max() ?? 1)
    }
    let widths = Self.shared(natural, room: width - gap * (columns - 1))
    func put(_ row: [[Span]], index: Int?) -> [QuizLine] {
      let wrapped = row.enumerated().map { wrap($1, width: max(1, widths[$0])) }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
        var spans: [Span] = []
        for column in 0..<columns {
          let cell = wrapped[column].indices.contains(line) ? wrapped[column][line] : []
          let used = cell.reduce(0) { $0 + TextWidth.of($1.text) }
          spans += cell
          if column + 1 < columns {
            spans.append(Span(String(repeating: " ", count: max(0, widths[column] + gap - used))))
          }
        }
        return QuizLine(spans, row: index)
      }
    }
    var lines = put(table.header.map { [Span($0, .heading, .bold)] }, index: nil)
    lines.append(
      QuizLine([Span(String(repeating: glyphs.light.horizontal, count: width), .border)]))
    for row in table.rows.indices { lines += put(cells[row], index: focus(ofRow: row)) }
    return lines
  }

  /// The number of the hidden cell that makes a row the one in focus, else its first.
  private func focus(ofRow row: Int) -> Int? {
    let inRow = table.hidden.indices.filter { table.hidden[$0].row == row }
    return inRow.first { $0 == draft?.row } ?? inRow.first
  }

  /// The widths that columns get: what they need where that is little, the rest shared.
  static func shared(_ natural: [Int], room: Int) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4 {
      guard let index = widths.firstIndex(of: widest) else { break }
      widths[index] -= 1
    }
    return widths
  }

  private func stack(width: Int, glyphs: Glyphs) -> [QuizLine] {
    table.rows.indices.flatMap { row -> [QuizLine] in
      (0..<table.header.count).flatMap { column -> [QuizLine] in
        let isHidden = table.hidden.contains { $0.row == row && $0.column == column }
        // A low window has room for the key and what is asked, and so has one that shows what there is
        // to choose from as well.
        if isSmall || outcome == nil && table.bank != nil, column > 0, !isHidden { return [] }
        var line = spans(row: row, column: column, glyphs: glyphs)
        if column > 0 { line.insert(Span("  \(table.header[column]): ", .muted), at: 0) }
        let index = table.hidden.firstIndex { $0.row == row && $0.column == column }
        return wrap(line, width: width).map { QuizLine($0, row: index) }
      }
    }
  }
}
