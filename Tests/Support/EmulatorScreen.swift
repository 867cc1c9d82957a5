// Cells, rows and the cursor.
extension TerminalEmulator {
  /// The window has another size: what is in the upper left corner stays.
  public mutating func resize(columns: Int, rows: Int) {
    for index in 0..<2 {
      guard var changed = index == 0 ? screen : primary else { continue }
      changed.cells = (0..<rows).map { y in
        (0..<columns).map { x in changed.cell(x, y) }
      }
      changed.columns = columns
      changed.rows = rows
      changed.cursorColumn = min(changed.cursorColumn, columns - 1)
      changed.cursorRow = min(changed.cursorRow, rows - 1)
      if index == 0 { screen = changed } else { primary = changed }
    }
    (top, bottom) = (0, rows - 1)
    wrapsNext = false
  }

  var originRow: Int { modes.contains(6) ? top : 0 }
  var limitAbove: Int { screen.cursorRow >= top ? top : 0 }
  var limitBelow: Int { screen.cursorRow <= bottom ? bottom : screen.rows - 1 }

  /// A blank as erasing leaves it: with the background that is set ("background colour erase").
  private var erased: ScreenCell {
    var pen = Pen()
    pen.background = self.pen.background
    return ScreenCell(text: " ", pen: pen)
  }

  mutating func moveTo(_ column: Int, _ row: Int) {
    screen.cursorColumn = min(max(0, column), screen.columns - 1)
    screen.cursorRow = min(max(0, row), screen.rows - 1)
    wrapsNext = false
  }

  // MARK: Printing

  mutating func print(_ scalar: Unicode.Scalar) {
    let scalar = isLineDrawing[shiftedSet] ? lineDrawing(scalar) : scalar
    let width = Self.width(of: scalar)
    if width == 0 {
      combine(scalar)
      return
    }
    lastCharacter = scalar
    if wrapsNext {
      screen.cursorColumn = 0
      lineFeed()
    }
    if width == 2, screen.cursorColumn == screen.columns - 1 {
      // No room for a wide one in the last column.
      guard modes.contains(7), screen.columns > 1 else { return }
      screen.cursorColumn = 0
      lineFeed()
    }
    if isInserting { insertCells(width) }
    let (x, y) = (screen.cursorColumn, screen.cursorRow)
    breakWide(x, y)
    breakWide(x + width, y)
    screen.cells[y][x] = ScreenCell(text: String(Character(scalar)), pen: pen)
    if width == 2 { screen.cells[y][x + 1] = ScreenCell(text: "", pen: pen) }
    if x + width >= screen.columns {
      screen.cursorColumn = screen.columns - 1
      wrapsNext = modes.contains(7)
    } else {
      screen.cursorColumn = x + width
    }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var x = wrapsNext ? screen.cursorColumn : screen.cursorColumn - 1
    let y = screen.cursorRow
    if x > 0, screen.cell(x, y).text.isEmpty { x -= 1 }
    guard x >= 0 else { return }
    screen.cells[y][x].text.unicodeScalars.append(scalar)
  }

  mutating func repeatLast(_ count: Int) {
    guard let lastCharacter else { return }
    for _ in 0..<min(count, 10_000) { print(lastCharacter) }
  }

  /// A character that lies across the line left of column `x` loses both halves.
  private mutating func breakWide(_ x: Int, _ y: Int) {
    guard x > 0, x < screen.columns, screen.cells[y][x].text.isEmpty else { return }
    screen.cells[y][x].text = " "
    screen.cells[y][x - 1].text = " "
  }

  /// Columns as terminals without tables of graphemes count them: code point by code point.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF:
      return 2
    case 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6B, 0xFF01...0xFF60:
      return 2
    case 0xFFE0...0xFFE6, 0x20000...0x3FFFD: return 2
    case 0x1160...0x11FF: return 0
    case 0x1F1E6...0x1F1FF: return 1
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private func lineDrawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let drawn: [Unicode.Scalar: Unicode.Scalar] = [
      "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "v": "┴",
      "w": "┬", "n": "┼", "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·", "y": "≤", "z": "≥",
      "{": "π", "|": "≠", "}": "£", "o": "⎺", "s": "⎽", "0": "█",
    ]
    return drawn[scalar] ?? scalar
  }

  // MARK: Rows

  mutating func lineFeed() {
    wrapsNext = false
    if screen.cursorRow == bottom {
      scrollUp(from: top, 1)
    } else {
      screen.cursorRow = min(screen.cursorRow + 1, screen.rows - 1)
    }
  }

  mutating func reverseLineFeed() {
    wrapsNext = false
    if screen.cursorRow == top {
      scrollDown(from: top, 1)
    } else {
      screen.cursorRow = max(screen.cursorRow - 1, 0)
    }
  }

  mutating func scrollUp(from first: Int, _ count: Int) {
    let empty = Array(repeating: erased, count: screen.columns)
    for _ in 0..<min(count, bottom - first + 1) {
      screen.cells.remove(at: first)
      screen.cells.insert(empty, at: bottom)
    }
  }

  mutating func scrollDown(from first: Int, _ count: Int) {
    let empty = Array(repeating: erased, count: screen.columns)
    for _ in 0..<min(count, bottom - first + 1) {
      screen.cells.remove(at: bottom)
      screen.cells.insert(empty, at: first)
    }
  }

  mutating func insertLines(_ count: Int) {
    guard (top...bottom).contains(screen.cursorRow) else { return }
    scrollDown(from: screen.cursorRow, count)
    screen.cursorColumn = 0
  }

  mutating func deleteLines(_ count: Int) {
    guard (top...bottom).contains(screen.cursorRow) else { return }
    scrollUp(from: screen.cursorRow, count)
    screen.cursorColumn = 0
  }

  // MARK: Cells

  mutating func insertCells(_ count: Int) {
    let (x, y) = (screen.cursorColumn, screen.cursorRow)
    let count = min(count, screen.columns - x)
    breakWide(x, y)
    breakWide(screen.columns - count, y)
    screen.cells[y].removeLast(count)
    screen.cells[y].insert(contentsOf: Array(repeating: erased, count: count), at: x)
  }

  mutating func deleteCells(_ count: Int) {
    let (x, y) = (screen.cursorColumn, screen.cursorRow)
    let count = min(count, screen.columns - x)
    breakWide(x, y)
    breakWide(x + count, y)
    screen.cells[y].removeSubrange(x..<(x + count))
    screen.cells[y] += Array(repeating: erased, count: count)
  }

  mutating func erase(_ row: Int, from column: Int, count: Int) {
    let end = min(column + count, screen.columns)
    guard column < end else { return }
    breakWide(column, row)
    breakWide(end, row)
    for x in column..<end { screen.cells[row][x] = erased }
  }

  mutating func eraseLine(_ part: Int) {
    let x = screen.cursorColumn
    switch part {
    case 0: erase(screen.cursorRow, from: x, count: screen.columns - x)
    case 1: erase(screen.cursorRow, from: 0, count: x + 1)
    default: erase(screen.cursorRow, from: 0, count: screen.columns)
    }
  }

  mutating func eraseDisplay(_ part: Int) {
    if part <= 1 { eraseLine(part) }
    let rows =
      switch part {
      case 0: (screen.cursorRow + 1)..<max(screen.rows, screen.cursorRow + 1)
      case 1: 0..<screen.cursorRow
      case 2: 0..<screen.rows
      default: 0..<0  // what has scrolled away, which is not kept
      }
    for row in rows { erase(row, from: 0, count: screen.columns) }
  }

  mutating func fillWithE() {
    for row in 0..<screen.rows {
      for column in 0..<screen.columns {
        screen.cells[row][column] = ScreenCell(text: "E", pen: Pen())
      }
    }
  }

  // MARK: Tabs and the saved cursor

  mutating func tab() {
    let next = tabStops.filter { $0 > screen.cursorColumn }.min() ?? screen.columns - 1
    moveTo(next, screen.cursorRow)
  }

  mutating func backTab(_ count: Int) {
    for _ in 0..<min(count, 1000) {
      moveTo(tabStops.filter { $0 < screen.cursorColumn }.max() ?? 0, screen.cursorRow)
    }
  }

  mutating func saveCursor() {
    savedCursor = SavedCursor(
      column: screen.cursorColumn, row: screen.cursorRow, pen: pen, isLineDrawing: isLineDrawing,
      shiftedSet: shiftedSet)
  }

  mutating func restoreCursor() {
    moveTo(savedCursor.column, savedCursor.row)
    pen = savedCursor.pen
    isLineDrawing = savedCursor.isLineDrawing
    shiftedSet = savedCursor.shiftedSet
  }
}
