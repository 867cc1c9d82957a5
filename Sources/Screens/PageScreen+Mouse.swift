import Surface

// What clicks and the wheel do on a page.
extension PageScreen {
  mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    if wheel == 0, let board = board(at: point) {
      showBoard(board)
      return []
    }
    guard let slot = slots(size: size).first(where: { $0.rect.contains(point) }) else { return [] }
    place.focus = slot.pane.id
    if wheel != 0 {
      turn(wheel)
      return []
    }
    // What had the focus before the click may have been written otherwise.
    guard let slot = slots(size: size).first(where: { $0.rect.contains(point) }) else { return [] }
    let lines = lines(of: slot)
    let index = offset(of: slot, lines) + point.y - slot.text.y - lines.header.count
    guard lines.rows.indices.contains(index), let row = lines.rows[index].row else { return [] }
    if slot.pane.id == .text { return click(row: row, at: point, slot) }
    var cursor = place.cursors[slot.pane.id] ?? Cursor()
    let isSecondClick = place.cursors[slot.pane.id] != nil && cursor.row == row
    cursor.row = row
    cursor.line = 0
    place.cursors[slot.pane.id] = cursor
    guard isSecondClick else { return [] }
    switch slot.pane.rows[row].body {
    case .connection, .backlink: return open()
    case .cells, .entry, .item, .prose:
      return cover == nil ? [] : performCovered(.reveal) ?? []
    }
  }

  /// The wheel scrolls text by a few lines, also within a row that is taller than its pane, and goes from row to
  /// row elsewhere.
  private mutating func turn(_ wheel: Int) {
    if place.focus == .text { return move(by: wheel * Wheel.lines) }
    let row = place.cursors[place.focus]?.row ?? 0
    for _ in 0..<Wheel.lines where place.cursors[place.focus]?.row ?? 0 == row {
      move(by: wheel.signum())
    }
  }
}
