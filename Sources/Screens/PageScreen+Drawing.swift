import Surface

// How a page looks.
extension PageScreen {
  /// The first line in sight: the cursor's row is kept in the middle of a pane that overflows.
  func offset(of slot: Slot, _ lines: Lines) -> Int {
    let last = max(0, lines.rows.count - lines.height)
    let cursor = place.cursors[slot.pane.id] ?? Cursor()
    if slot.pane.id == .text {
      // Not every row of text has lines at every width.
      guard let start = lines.rows.firstIndex(where: { $0.row ?? 0 >= cursor.row }) else {
        return last
      }
      let row = lines.rows[start].row
      let rowHeight = lines.rows[start...].prefix { $0.row == row }.count
      return min(last, start + (row == cursor.row ? min(cursor.line, rowHeight - 1) : 0))
    }
    guard let start = lines.rows.firstIndex(where: { $0.row == cursor.row }) else { return 0 }
    let rowHeight = lines.rows[start...].prefix { $0.row == cursor.row }.count
    if rowHeight > lines.height { return start + min(cursor.line, rowHeight - lines.height) }
    return min(last, max(0, start + rowHeight / 2 - lines.height / 2))
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let due = library.due[place.page].map { $0 > 0 ? "\($0) due" : "" } ?? ""
    let detail = size.columns < 60 ? due : due.isEmpty ? place.page : "\(place.page)  \(due)"
    guard
      Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look) != nil
    else { return surface }
    drawBoards(on: &surface, size: size, look: look)
    for (row, line) in goneLines(size).enumerated() where row + 3 < size.rows {
      surface.put(line, x: 1, y: 2 + row, .warning, .bold, width: size.columns - 2)
    }
    for slot in slots(size: size) { draw(slot, on: &surface, look: look) }
    return surface
  }

  /// The name of a board in the strip at the top.
  struct BoardLabel {
    var board: Int
    var x: Int
    var text: String
  }

  /// The number and name of each board. Long names are shortened as far as it takes to show all boards,
  /// and as far as they still say something.
  private static func labels(of boards: [Board], current: Int, room: Int) -> [String] {
    var labels: [String] = []
    for longest in stride(from: 40, through: 12, by: -1) {
      labels = boards.enumerated().map { index, board in
        let name = truncate(board.title, width: longest, glyphs: .unicode)
        return index == current ? "[\(index + 1) \(name)]" : " \(index + 1) \(name) "
      }
      if labels.reduce(labels.count, { $0 + TextWidth.of($1) }) <= room { break }
    }
    return labels
  }

  /// The names that have room, the current one always among them.
  private func boardLabels(size: Size) -> [BoardLabel] {
    let boards = boards(size)
    let current = boardIndex(boards)
    // Behind them stands which of the board's panes has the focus.
    let room = size.columns - 4 - TextWidth.of(paneMark(boards[current]) ?? "")
    let labels = Self.labels(of: boards, current: current, room: room)
    // As many boards before the current one as leave it in sight.
    var first = current
    var used = TextWidth.of(labels[current])
    while first > 0, used + TextWidth.of(labels[first - 1]) + 1 <= room {
      first -= 1
      used += TextWidth.of(labels[first]) + 1
    }
    var shown: [BoardLabel] = []
    var x = 1
    for index in first..<labels.count {
      let width = TextWidth.of(labels[index])
      guard index <= current || x + width <= room else { break }
      shown.append(BoardLabel(board: index, x: x, text: labels[index]))
      x += width + 1
    }
    return shown
  }

  /// The board whose name stands at a point.
  func board(at point: Point) -> Int? {
    guard point.y == 1 else { return nil }
    return boardLabels(size: size).first {
      ($0.x..<($0.x + TextWidth.of($0.text))).contains(point.x)
    }?.board
  }

  private func drawBoards(on surface: inout Surface, size: Size, look: Look) {
    let boards = boards(size)
    let current = boardIndex(boards)
    let labels = boardLabels(size: size)
    if let first = labels.first, first.board > 0 {
      surface.put(look.glyphs.ellipsis, x: 0, y: 1, .muted)
    }
    var x = 1
    for label in labels {
      let isCurrent = label.board == current
      surface.put(
        label.text, x: label.x, y: 1, isCurrent ? .accent : .muted, isCurrent ? .bold : [])
      x = label.x + TextWidth.of(label.text) + 1
    }
    if let last = labels.last, last.board + 1 < boards.count {
      surface.put(look.glyphs.ellipsis, x: min(x, size.columns - 1), y: 1, .muted)
    }
    if let mark = paneMark(boards[current]) {
      surface.put(mark, x: size.columns - mark.count - 1, y: 1, .muted)
    }
  }

  /// Which of a board's panes has the focus: `1/2`; nil where there is one alone.
  private func paneMark(_ board: Board) -> String? {
    guard board.panes.count > 1, let index = board.panes.firstIndex(of: place.focus) else {
      return nil
    }
    return "\(index + 1)/\(board.panes.count)"
  }

  private func draw(_ slot: Slot, on surface: inout Surface, look: Look) {
    let pane = slot.pane
    surface.box(
      slot.rect, title: title(of: slot), titleInk: slot.isFocused ? .accent : .heading,
      borderInk: slot.isFocused ? .borderFocused : .border, heavy: slot.isFocused,
      glyphs: look.glyphs)
    let lines = lines(of: slot, glyphs: look.glyphs)
    let top = offset(of: slot, lines)
    let share = pane.id == .text ? Self.share(of: lines, top: top) : nil
    if let caption = share ?? caption(of: slot, look: look), slot.rect.width >= 10 {
      surface.put(
        " \(caption) ", x: slot.rect.x + 2, y: slot.rect.bottom - 1,
        slot.isFocused ? .accent : .muted, width: slot.rect.width - 4)
    }
    let cursor = place.cursors[pane.id]?.row ?? 0
    let places = pane.id == .text ? foundPlaces(in: lines) : []
    let marks = foundMarks(places)
    let inSight = lines.header + lines.rows.dropFirst(top).prefix(max(0, lines.height))
    for (index, line) in inSight.enumerated() {
      let y = slot.text.y + index
      // The text has no header: its lines are those that scroll.
      let found = marks[top + index] ?? []
      let spans = found.isEmpty ? line.spans : Self.marked(line.spans, found)
      surface.put(spans, x: slot.text.x, y: y, width: slot.text.width)
      let isFirst = index == 0 || inSight[index - 1].row != line.row
      let isPointedAt =
        pane.id == .text
        ? line.hasLink || found.contains(where: \.isCurrent)
          || isFirst && line.row == place.cursors[.text]?.found
        : line.row == cursor && isFirst
      if slot.isFocused, isPointedAt {
        surface.put(look.glyphs.pointer, x: slot.text.x - 1, y: y, .borderFocused, .bold)
      }
    }
    surface.scrollbar(
      x: slot.rect.right - 1, y: slot.text.y + lines.header.count, length: lines.height,
      offset: top, shown: lines.height, total: lines.rows.count, glyphs: look.glyphs,
      slot.isFocused ? .borderFocused : .border)
    if pane.id == .text { drawFinding(in: slot, count: places.count, on: &surface) }
  }

  /// Above the whole text stands where in it the reader is.
  private func title(of slot: Slot) -> String {
    guard slot.pane.id == .text, let heading = headingInSight else { return slot.pane.title }
    return "\(slot.pane.title): \(heading)"
  }

  /// How much of the text has been seen down to the last line in sight: `42%`; nil where all is.
  private static func share(of lines: Lines, top: Int) -> String? {
    let total = lines.rows.count
    guard total > lines.height, lines.height > 0 else { return nil }
    return "\(min(total, top + lines.height) * 100 / total)%"
  }

  /// What stands in the lower edge of a pane: what is covered, and which columns are in sight.
  private func caption(of slot: Slot, look: Look) -> String? {
    var parts: [String] = []
    let cursor = place.cursors[slot.pane.id] ?? Cursor()
    let shape = slot.pane.shape(width: slot.text.width, from: cursor.column)
    let isCut = shape?.isCut == true && slot.rect.width < 60
    if let cover = place.covers[slot.pane.id] {
      let count = cover.count(rows: slot.pane.rows.count)
      let name =
        cover.hidden == .allButFirst ? "all but the first" : slot.pane.name(ofPart: cover.part)
      let long = "\(name) covered, \(cover.revealed.count) of \(count) shown"
      let isRoom = TextWidth.of(long) <= slot.rect.width - 6 && !isCut
      parts.append(isRoom ? long : "\(name) \(cover.revealed.count)/\(count)")
    }
    if let shape, shape.isCut,
      let first = shape.columns.dropFirst().first, let last = shape.columns.last
    {
      let glyphs = look.glyphs
      let left = shape.hiddenLeft > 0 ? glyphs.moreLeft + " " : ""
      let right = shape.hiddenRight > 0 ? " " + glyphs.moreRight : ""
      let range = first == last ? "column \(first + 1)" : "columns \(first + 1)-\(last + 1)"
      let long = parts + ["\(left)\(range) of \(slot.pane.header.count)\(right)"]
      let isRoom =
        TextWidth.of(long.joined(separator: look.glyphs.separator)) <= slot.rect.width - 6
      // What is covered goes first; the signs alone say as well where columns are hidden.
      parts = isRoom || parts.isEmpty ? long : parts + ["\(left.trimmed)\(right.trimmed)"]
    }
    return parts.isEmpty ? nil : parts.joined(separator: look.glyphs.separator)
  }
}
