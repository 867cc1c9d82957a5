import Notes
import Study
import Surface

/// A page in panes. The board on the screen is the one that holds the focused pane, so focus
/// survives every resize.
public struct PageScreen: Screen {
  private var library: Library
  private var place: Place
  private var behind: [Place] = []
  private var ahead: [Place] = []
  private var content: PageContent
  private var size: Size

  /// Where the reader is: enough to come back to.
  private struct Place: Sendable, Equatable {
    var page: String
    var focus: Pane.ID
    var isZoomed = false
    var cursors: [Pane.ID: Cursor] = [:]
  }

  /// The row the keys act on, and how far it is scrolled when it is taller than its pane. In the
  /// text pane, `row` is the first line in sight.
  private struct Cursor: Sendable, Equatable {
    var row = 0
    var line = 0
    /// In the text pane, the row that was gone to: it is marked.
    var found: Int?
  }

  /// Nil when the vault has no such page.
  public init?(library: Library, page path: String, size: Size) {
    guard let page = library.vault.page(path) else { return nil }
    self.library = library
    self.size = size
    content = PageContent(page: page, library: library)
    let first = Board.boards(of: content, size: size).first?.panes.first ?? .text
    place = Place(page: path, focus: first)
  }

  private var page: Page? { library.vault.page(place.page) }

  public var contexts: [KeyContext] {
    behind.isEmpty ? [.pane, .everywhere] : [.walked, .pane, .everywhere]
  }
  public var title: String { page?.title ?? place.page }
  /// The page that is shown.
  public var path: String { place.page }
  /// Whether it is not told yet how well the page's rows are known.
  public var lacksKnowledge: Bool { library.knowledge[place.page] == nil }

  // MARK: Geometry

  private struct Slot {
    var pane: Pane
    var rect: Rect
    var isFocused: Bool
    /// Inside the border, right of the column with the cursor mark.
    var text: Rect {
      Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
    }
  }

  private func boards(_ size: Size) -> [Board] { Board.boards(of: content, size: size) }

  private func boardIndex(_ boards: [Board]) -> Int {
    boards.firstIndex { $0.panes.contains(place.focus) } ?? 0
  }

  private func slots(size: Size) -> [Slot] {
    let boards = boards(size)
    let ids = boards[boardIndex(boards)].panes
    let panes = ids.compactMap { content[$0] }
    let focus = panes.firstIndex { $0.id == place.focus } ?? 0
    let area = Rect(x: 0, y: 2, width: size.columns, height: size.rows - 3)
    if place.isZoomed, panes.indices.contains(focus) {
      return [Slot(pane: panes[focus], rect: area, isFocused: true)]
    }
    let rects = PaneLayout.arrange(panes, focus: focus, in: area) { pane, width in
      // Close together when the panes must share: what is left over is given out after that.
      pane.lines(width: width, height: 0, glyphs: .unicode, isMissing: content.isMissing).count
    }
    return panes.indices.compactMap { index in
      rects[index].isEmpty
        ? nil : Slot(pane: panes[index], rect: rects[index], isFocused: index == focus)
    }
  }

  private func lines(of slot: Slot, glyphs: Glyphs = .unicode) -> Lines {
    let all = slot.pane.lines(
      width: slot.text.width, height: slot.text.height, glyphs: glyphs,
      isMissing: content.isMissing)
    // A table's header stays in sight, unless it would leave no room for a row.
    let header = slot.pane.headerHeight(all)
    let isPinned = slot.text.height >= header + 3
    return Lines(
      header: isPinned ? Array(all.prefix(header)) : [],
      rows: isPinned ? Array(all.dropFirst(header)) : all,
      height: slot.text.height - (isPinned ? header : 0))
  }

  /// The lines of a pane: those that stay at its top, and those that scroll below in `height` rows.
  private struct Lines {
    var header: [Pane.Line]
    var rows: [Pane.Line]
    var height: Int
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      return []
    case .refreshed(let library):
      self.library = library
      if let page { content = PageContent(page: page, library: library) }
      return []
    case .mouse(let point, let wheel):
      return mouse(point, wheel: wheel)
    case .key(let key):
      guard let action = keymap.action(for: key, in: contexts) else { return [] }
      return perform(action)
    case .paste, .turn, .found:
      return []
    }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -pageStep)
    case .pageDown: move(by: pageStep)
    case .top: place.cursors[place.focus] = Cursor()
    case .bottom: move(by: Int.max / 2)
    case .nextPane, .right: cycle(by: 1)
    case .previousPane, .left: cycle(by: -1)
    case .nextBoard: board(by: 1)
    case .previousBoard: board(by: -1)
    case .choose1: showBoard(0)
    case .choose2: showBoard(1)
    case .choose3: showBoard(2)
    case .choose4: showBoard(3)
    case .choose5: showBoard(4)
    case .choose6: showBoard(5)
    case .facts: return focus(on: .facts, orSay: "This page has no Key Facts.")
    case .questions: return focus(on: .questions, orSay: "This page has no Open Questions.")
    case .text: return focus(on: .text, orSay: "")
    case .panes: showBoard(0)
    case .zoom: place.isZoomed.toggle()
    case .open: return open()
    case .back: return walk(from: \.behind, to: \.ahead, orSay: "This is where you began.")
    case .forward: return walk(from: \.ahead, to: \.behind, orSay: "There is no page ahead.")
    case .pages: return [.showPages(filtering: false)]
    case .find: return [.showPages(filtering: true)]
    case .search: return [.showSearch(near: place.page)]
    case .review: return [.startReview(page: nil)]
    case .reviewPage: return [.startReview(page: place.page)]
    case .quiz: return [.startQuiz(page: place.page)]
    case .openQuestions: return [.showQuestions(page: place.page)]
    case .statistics: return [.showStatistics(page: place.page)]
    case .info:
      return currentRow.map { [.showCardInfo(.item(page: place.page, line: $0.line))] } ?? []
    case .edit:
      return page.map { [.edit(file: $0.file, line: max(1, currentRow?.line ?? 1))] } ?? []
    case .help: return [.showHelp(contexts)]
    case .quit: return leave()
    default: break
    }
    return []
  }

  /// Back out of what was entered last: a zoomed pane, else the screen.
  private mutating func leave() -> [Effect] {
    guard place.isZoomed else { return [.leave] }
    place.isZoomed = false
    return []
  }

  private mutating func focus(on id: Pane.ID, orSay message: String) -> [Effect] {
    guard content[id] != nil else { return [.say(message)] }
    place.focus = id
    return []
  }

  private mutating func showBoard(_ index: Int) {
    let boards = boards(size)
    guard boards.indices.contains(index), let first = boards[index].panes.first else { return }
    place.focus = first
    place.isZoomed = false
  }

  private mutating func board(by step: Int) {
    let boards = boards(size)
    showBoard((boardIndex(boards) + step + boards.count) % boards.count)
  }

  private mutating func cycle(by step: Int) {
    let boards = boards(size)
    let panes = boards[boardIndex(boards)].panes
    guard let index = panes.firstIndex(of: place.focus) else { return }
    place.focus = panes[(index + step + panes.count) % panes.count]
  }

  private var currentRow: PaneRow? {
    guard let pane = content[place.focus] else { return nil }
    let row = place.cursors[place.focus]?.row ?? 0
    return pane.rows.indices.contains(row) ? pane.rows[row] : nil
  }

  /// A screenful of the focused pane, in rows.
  private var pageStep: Int {
    guard let slot = slots(size: size).first(where: \.isFocused) else { return 1 }
    let lines = lines(of: slot)
    if slot.pane.id == .text { return max(1, lines.height - 1) }
    return max(1, lines.height * slot.pane.rows.count / max(1, lines.rows.count))
  }

  private mutating func move(by step: Int) {
    guard let slot = slots(size: size).first(where: \.isFocused) else { return }
    let lines = lines(of: slot)
    var cursor = place.cursors[place.focus] ?? Cursor()
    if slot.pane.id == .text {
      let last = max(0, lines.rows.count - lines.height)
      cursor.row = min(last, max(0, min(cursor.row, last) + step))
      place.cursors[place.focus] = cursor
      return
    }
    // Inside a row taller than its pane, the keys scroll before they move on.
    let hidden = lines.rows.count { $0.row == cursor.row } - lines.height
    if step == 1, cursor.line < hidden {
      cursor.line += 1
    } else if step == -1, cursor.line > 0 {
      cursor.line -= 1
    } else {
      let row = min(slot.pane.rows.count - 1, max(0, cursor.row + step))
      if row != cursor.row { cursor = Cursor(row: row, line: 0) }
    }
    place.cursors[place.focus] = cursor
  }

  // MARK: Walking

  private mutating func open() -> [Effect] {
    switch currentRow?.body {
    case .connection(let label, _, let target):
      guard let target else {
        return [.say("“\(label)” is missing: no page of that name in this vault.")]
      }
      return follow(target)
    case .backlink(_, let target): return follow(target)
    default:
      place.isZoomed.toggle()
      return []
    }
  }

  private mutating func follow(_ path: String) -> [Effect] {
    walk(to: path) ? [] : [.say("“\(path)” is missing.")]
  }

  /// Shows another page; `back` leads here again.
  /// - Returns: false when the vault has no such page.
  public mutating func walk(to path: String) -> Bool {
    guard let page = library.vault.page(path) else { return false }
    behind.append(place)
    ahead = []
    content = PageContent(page: page, library: library)
    place = Place(page: path, focus: boards(size).first?.panes.first ?? .text)
    return true
  }

  /// Goes to the row that stands on a line of the note: in the pane that has it, else in the text.
  public mutating func show(line: Int) {
    place.isZoomed = false
    if let pane = content.panes.first(where: { pane in
      pane.id != .text && pane.rows.contains { $0.line == line }
    }) {
      place.focus = pane.id
      place.cursors[pane.id] = Cursor(row: pane.rows.firstIndex { $0.line == line } ?? 0)
      return
    }
    guard let page else { return }
    let found = Prose.index(of: line, in: page)
    place.focus = .text
    place.cursors[.text] = Cursor(found: found)
    guard let slot = slots(size: size).first(where: \.isFocused) else { return }
    let lines = lines(of: slot)
    let row = lines.rows.firstIndex { $0.row == found } ?? 0
    place.cursors[.text]?.row = min(
      max(0, lines.rows.count - lines.height), max(0, row - lines.height / 3))
  }

  private mutating func walk(
    from source: WritableKeyPath<PageScreen, [Place]>,
    to target: WritableKeyPath<PageScreen, [Place]>, orSay message: String
  ) -> [Effect] {
    guard let next = self[keyPath: source].popLast() else { return [.say(message)] }
    self[keyPath: target].append(place)
    place = next
    if let page { content = PageContent(page: page, library: library) }
    return []
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    guard let slot = slots(size: size).first(where: { $0.rect.contains(point) }) else { return [] }
    place.focus = slot.pane.id
    if wheel != 0 {
      move(by: wheel)
      return []
    }
    guard slot.pane.id != .text else { return [] }
    let lines = lines(of: slot)
    let index = offset(of: slot, lines) + point.y - slot.text.y - lines.header.count
    if lines.rows.indices.contains(index), let row = lines.rows[index].row {
      let isSecondClick = place.cursors[slot.pane.id]?.row == row
      place.cursors[slot.pane.id] = Cursor(row: row)
      if isSecondClick, case .connection = slot.pane.rows[row].body { return open() }
    }
    return []
  }

  // MARK: Drawing

  /// The first line in sight: the cursor's row is kept in the middle of a pane that overflows.
  private func offset(of slot: Slot, _ lines: Lines) -> Int {
    let last = max(0, lines.rows.count - lines.height)
    let cursor = place.cursors[slot.pane.id] ?? Cursor()
    if slot.pane.id == .text { return min(last, cursor.row) }
    guard let start = lines.rows.firstIndex(where: { $0.row == cursor.row }) else { return 0 }
    let rowHeight = lines.rows[start...].prefix { $0.row == cursor.row }.count
    if rowHeight > lines.height { return start + min(cursor.line, rowHeight - lines.height) }
    return min(last, max(0, start + rowHeight / 2 - lines.height / 2))
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size)
    let due = library.due[place.page].map { $0 > 0 ? "\($0) due" : "" } ?? ""
    let detail = size.columns < 60 ? due : due.isEmpty ? place.page : "\(place.page)  \(due)"
    guard
      Frame.draw(
        on: &surface, title: title, detail: detail, contexts: contexts, look: look) != nil
    else { return surface }
    drawBoards(on: &surface, size: size, look: look)
    for slot in slots(size: size) { draw(slot, on: &surface, look: look) }
    return surface
  }

  private func drawBoards(on surface: inout Surface, size: Size, look: Look) {
    let boards = boards(size)
    let current = boardIndex(boards)
    let labels = boards.enumerated().map { index, board in
      index == current ? "[\(index + 1) \(board.title)]" : " \(index + 1) \(board.title) "
    }
    // As many boards before the current one as leave it in sight.
    let room = size.columns - 5
    var first = current
    var used = TextWidth.of(labels[current])
    while first > 0, used + TextWidth.of(labels[first - 1]) + 1 <= room {
      first -= 1
      used += TextWidth.of(labels[first]) + 1
    }
    if first > 0 { surface.put(look.glyphs.ellipsis, x: 0, y: 1, .muted) }
    var x = 1
    for index in first..<labels.count {
      guard index <= current || x + TextWidth.of(labels[index]) <= room else {
        surface.put(look.glyphs.ellipsis, x: min(x, size.columns - 1), y: 1, .muted)
        break
      }
      let isCurrent = index == current
      x += surface.put(
        labels[index], x: x, y: 1, isCurrent ? .accent : .muted, isCurrent ? .bold : [])
      x += 1
    }
    let panes = boards[current].panes
    if panes.count > 1, let index = panes.firstIndex(of: place.focus) {
      let position = "\(index + 1)/\(panes.count)"
      if x + position.count + 1 < size.columns {
        surface.put(position, x: size.columns - position.count - 1, y: 1, .muted)
      }
    }
  }

  private func draw(_ slot: Slot, on surface: inout Surface, look: Look) {
    let pane = slot.pane
    surface.box(
      slot.rect, title: pane.title, titleInk: slot.isFocused ? .accent : .heading,
      borderInk: slot.isFocused ? .borderFocused : .border, heavy: slot.isFocused,
      glyphs: look.glyphs)
    let lines = lines(of: slot, glyphs: look.glyphs)
    let top = offset(of: slot, lines)
    let cursor = place.cursors[pane.id]?.row ?? 0
    let inSight = lines.header + lines.rows.dropFirst(top).prefix(max(0, lines.height))
    for (index, line) in inSight.enumerated() {
      let y = slot.text.y + index
      surface.put(line.spans, x: slot.text.x, y: y, width: slot.text.width)
      let isFirst = index == 0 || inSight[index - 1].row != line.row
      let marked = pane.id == .text ? place.cursors[.text]?.found : cursor
      if slot.isFocused, line.row == marked, isFirst {
        surface.put(look.glyphs.pointer, x: slot.text.x - 1, y: y, .borderFocused, .bold)
      }
    }
    surface.scrollbar(
      x: slot.rect.right - 1, y: slot.text.y + lines.header.count, length: lines.height,
      offset: top, shown: lines.height, total: lines.rows.count, glyphs: look.glyphs,
      slot.isFocused ? .borderFocused : .border)
  }
}
