import FSRS
import Surface

// Cover mode, and tables that are wider than their pane.
extension PageScreen {
  /// The cover over the focused pane.
  var cover: Cover? {
    get { place.covers[place.focus] }
    set { place.covers[place.focus] = newValue }
  }

  mutating func coverPane() -> [Effect] {
    guard let parts = content[place.focus]?.coverParts, let cover = Cover(parts: parts) else {
      return [.say("Tables and lists of definitions can be covered; this is neither.")]
    }
    self.cover = cover
    showCoveredPart()
    return []
  }

  /// What an action does under a cover; nil when it does there what it does everywhere.
  mutating func performCovered(_ action: Action) -> [Effect]? {
    switch action {
    case .reveal: return reveal()
    case .right: choosePart(by: 1)
    case .left: choosePart(by: -1)
    case .cover:
      if cover?.revealed.isEmpty == true { cover = nil } else { cover?.coverAgain() }
    case .again: return rate(.again)
    case .hard: return rate(.hard)
    case .good: return rate(.good)
    case .easy: return rate(.easy)
    case .quit: cover = nil
    default: return nil
    }
    return []
  }

  private var coveredRow: Int { place.cursors[place.focus]?.row ?? 0 }

  /// Whether what the keys act on is still hidden.
  var isCellHidden: Bool {
    cover.map { $0.isHidden(Cover.Cell(row: coveredRow, part: $0.part)) } == true
  }

  /// Whether nothing is left to show.
  var isAllShown: Bool {
    guard let cover, let pane = content[place.focus] else { return false }
    return cover.revealed.count == cover.count(rows: pane.rows.count)
  }

  /// Shows the cell under the cursor; where it is shown already, moves on to the next hidden one.
  private mutating func reveal() -> [Effect] {
    guard var cover else { return [] }
    if isCellHidden {
      cover.reveal(row: coveredRow)
      self.cover = cover
    } else if isAllShown {
      return [.say("All is shown: c covers it again, q lifts the cover.")]
    } else {
      advance()
    }
    return []
  }

  private mutating func advance() {
    guard var cover, let pane = content[place.focus],
      let row = cover.advance(from: coveredRow, rows: pane.rows.count)
    else { return }
    self.cover = cover
    var cursor = place.cursors[place.focus] ?? Cursor()
    cursor.row = row
    cursor.line = 0
    place.cursors[place.focus] = cursor
    showCoveredPart()
  }

  private mutating func choosePart(by step: Int) {
    cover?.choose(by: step)
    showCoveredPart()
  }

  private mutating func rate(_ rating: Rating) -> [Effect] {
    guard let cover else { return [] }
    let cell = Cover.Cell(row: coveredRow, part: cover.part)
    guard !cover.isHidden(cell) else { return [.say("Recall it and show it, then rate.")] }
    guard let target = content[place.focus]?.cell(cell, page: place.page) else { return [] }
    advance()
    return [.rateCell(target, rating)]
  }

  // MARK: Columns

  /// Scrolls so that the column the cover's cursor is in can be seen.
  mutating func showCoveredPart() {
    guard let cover, let slot = focusedSlot, case .table = slot.pane.id else { return }
    var cursor = place.cursors[place.focus] ?? Cursor()
    cursor.column = slot.pane.firstColumn(
      showing: cover.part, from: cursor.column, width: slot.text.width)
    place.cursors[place.focus] = cursor
  }

  /// Moves the columns of a table that is wider than its pane.
  /// - Returns: false when there are none further on.
  mutating func scrollColumns(by step: Int) -> Bool {
    guard let slot = focusedSlot else { return false }
    var cursor = place.cursors[place.focus] ?? Cursor()
    guard let shape = slot.pane.shape(width: slot.text.width, from: cursor.column),
      step > 0 ? shape.hiddenRight > 0 : shape.hiddenLeft > 0,
      let first = shape.columns.dropFirst().first
    else { return false }
    cursor.column = first + step
    place.cursors[place.focus] = cursor
    return true
  }
}
