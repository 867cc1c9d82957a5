import Surface

// How a page looks.
extension PageScreen {
  /// The first line in sight: the cursor's row is kept in the middle of a pane that overflows.
  func offset(of slot: Slot, _ lines: Lines) -> Int {
    let last = max(0, lines.rows.count - lines.height)
    let cursor = place.cursors[slot.pane.id] ?? Cursor()
    if slot.pane.id == .text {
      // Not every row of text has lines at every width.
      let start = lines.rows.firstPlace { $0.row ?? 0 >= cursor.row }
      guard start < lines.rows.count else { return last }
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
    guard
      Frame.draw(
        on: &surface, title: title, detail: detail(size, look), footer: footer, look: look) != nil
    else { return surface }
    drawBoards(on: &surface, size: size, look: look)
    for (row, line) in goneLines(size).enumerated() where row + 3 < size.rows {
      surface.put(line, x: 1, y: 2 + row, .warning, .bold, width: size.columns - 2)
    }
    for slot in slots(size: size) { draw(slot, on: &surface, look: look) }
    return surface
  }

  /// What is wrong on the page and what is due; before it which page it is, where there is room. Where there
  /// is little, what is due is needed most.
  private func detail(_ size: Size, _ look: Look) -> String {
    let due = library.due[place.page].flatMap { $0 > 0 ? "\($0) due" : nil }
    let problems = problemCount
    let count = problems > 0 ? FigureText.count(problems, "problem", "problems") : nil
    let key = look.keymap.shortLabel(of: .problems, in: .pane)
    let wrong = count.map { key.isEmpty ? $0 : "\($0) (\(key))" }
    let all = [[wrong, due], [count, due], [due]].map {
      $0.compactMap { $0 }.joined(separator: "  ")
    }
    let short = all.first { TextWidth.of($0) <= size.columns / 2 } ?? ""
    guard size.columns >= 60 else { return short }
    let whole = short.isEmpty ? place.page : "\(place.page)  \(short)"
    return short.isEmpty || TextWidth.of(whole) <= size.columns / 2 ? whole : short
  }

  /// How much is wrong on the page.
  var problemCount: Int { page.map { library.problems.count(inFile: $0.file) } ?? 0 }

  private func tabs(_ boards: [Board], size: Size) -> TabStrip {
    let current = boardIndex(boards)
    // Behind them stands which of the board's panes has the focus.
    let mark = paneMark(boards[current]).map { TextWidth.of($0) + 2 } ?? 0
    return TabStrip(boards.map(\.title), current: current, room: size.columns - 2 - mark)
  }

  /// The board whose name stands at a point.
  func board(at point: Point) -> Int? {
    point.y == 1 ? tabs(boards(size), size: size).tab(at: point.x) : nil
  }

  private func drawBoards(on surface: inout Surface, size: Size, look: Look) {
    let boards = boards(size)
    tabs(boards, size: size).draw(on: &surface, y: 1, glyphs: look.glyphs)
    if let mark = paneMark(boards[boardIndex(boards)]) {
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
    let (marks, foundCount) = foundMarks(in: slot, lines: top..<(top + max(0, lines.height)))
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
    if pane.id == .text { drawFinding(in: slot, count: foundCount, on: &surface) }
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
