import Notes
import Study
import Surface

/// A page in panes. The board on the screen is the one that holds the focused pane, so focus
/// survives every resize.
public struct PageScreen: Screen {
  private(set) var library: Library
  var place: Place
  /// Where one came from, and where one walked back from.
  var behind: [Place] = []
  var ahead: [Place] = []
  var content: PageContent {
    didSet {
      written = [:]
      found = nil
      arranged = nil
    }
  }
  /// What is looked for in the text.
  var finding: Finding?
  /// What came of it.
  var found: Found?
  /// The search of the vault that has led here.
  var trail: SearchTrail?
  private(set) var size: Size
  /// The rows of the panes in sight as they are written there: wrapping them again for every key
  /// would take longer than all else.
  private var written: [Written: [Pane.Line]] = [:]

  /// The boards at the size that was last written for: a long page may have hundreds of them.
  private var arranged: (size: Size, boards: [Board])?

  /// What the written rows of a pane follow from, besides the pane.
  private struct Written: Hashable {
    var pane: Pane.ID
    var width: Int
    var firstColumn: Int
  }

  /// Where the reader is: enough to come back to.
  struct Place: Sendable, Equatable {
    var page: String
    /// As it was last read: a page that is gone keeps it.
    var title: String
    var focus: Pane.ID
    var isZoomed = false
    var cursors: [Pane.ID: Cursor] = [:]
    /// The panes of which something is hidden.
    var covers: [Pane.ID: Cover] = [:]
  }

  /// The row the keys act on, and how far it is scrolled when it is taller than its pane. In the
  /// text pane, the row and its line at the top: what is read there stays in sight when the width,
  /// and with it every line, becomes another.
  struct Cursor: Sendable, Equatable {
    var row = 0
    var line = 0
    /// In the text pane, the row that was gone to: it is marked.
    var found: Int?
    /// The first of a table's columns in sight, after the one that stays.
    var column = 1
    /// The chosen link of the text.
    var link: LinkPlace?
  }

  /// A link of the text: its row, and which of the row's links it is.
  struct LinkPlace: Sendable, Equatable {
    var row: Int
    var index: Int
  }

  /// Nil when the vault has no such page.
  public init?(library: Library, page path: String, size: Size) {
    guard let page = library.vault.page(path) else { return nil }
    self.library = library
    self.size = size
    content = PageContent(page: page, library: library)
    let first = Board.boards(of: content, size: size).first?.panes.first ?? .text
    place = Place(page: path, title: page.title, focus: first)
    write()
  }

  /// Nil when it is gone from the vault.
  var page: Page? { library.vault.page(place.page) }

  public var contexts: [KeyContext] {
    if find?.isTyping == true { return [.finding] }
    let own: [KeyContext] =
      cover != nil
      ? [.covered] : place.focus == .text ? (find == nil ? [.reading] : [.found, .reading]) : []
    let ways: [KeyContext] =
      (trail?.leadsOn == true ? [.searched] : []) + (behind.isEmpty ? [] : [.walked])
    return own + ways + [.pane, .everywhere]
  }
  public var title: String { place.title }
  /// The page that is shown.
  public var path: String { place.page }
  /// Whether it is not told yet how well the page's rows are known.
  public var lacksKnowledge: Bool { library.knowledge[place.page] == nil }

  // MARK: Geometry

  struct Slot {
    var pane: Pane
    var rect: Rect
    var isFocused: Bool
    /// Inside the border, right of the column with the cursor mark.
    var text: Rect {
      Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
    }
  }

  func boards(_ size: Size) -> [Board] {
    if let arranged, arranged.size == size { return arranged.boards }
    return Board.boards(of: content, size: size)
  }

  func boardIndex(_ boards: [Board]) -> Int {
    boards.firstIndex { $0.panes.contains(place.focus) } ?? 0
  }

  func slots(size: Size) -> [Slot] {
    let boards = boards(size)
    let ids = boards[boardIndex(boards)].panes
    let panes = ids.compactMap { content[$0] }
    let focus = panes.firstIndex { $0.id == place.focus } ?? 0
    let top = 2 + goneLines(size).count
    let area = Rect(x: 0, y: top, width: size.columns, height: max(0, size.rows - 1 - top))
    if place.isZoomed, panes.indices.contains(focus) {
      return [Slot(pane: panes[focus], rect: area, isFocused: true)]
    }
    let rects = PaneLayout.arrange(panes, focus: focus, in: area) { pane, width in
      // Close together when the panes must share: what is left over is given out after that.
      pane.lines(
        width: width, height: 0, glyphs: .unicode,
        written: rows(of: pane, width: width, firstColumn: 1), isMissing: content.isMissing
      ).count
    }
    return panes.indices.compactMap { index in
      rects[index].isEmpty
        ? nil : Slot(pane: panes[index], rect: rects[index], isFocused: index == focus)
    }
  }

  func lines(of slot: Slot, glyphs: Glyphs = .unicode) -> Lines {
    let cursor = place.cursors[slot.pane.id] ?? Cursor()
    let view = Pane.View(
      firstColumn: cursor.column, cover: place.covers[slot.pane.id],
      current: slot.isFocused ? cursor.row : nil,
      link: slot.isFocused ? cursor.link.map { ($0.row, $0.index) } : nil)
    let all = slot.pane.lines(
      width: slot.text.width, height: slot.text.height, glyphs: glyphs, view: view,
      // Of a text nothing depends on the signs there are to draw with.
      written: (glyphs == .unicode || slot.pane.id == .text) && view.cover == nil
        ? rows(of: slot.pane, width: slot.text.width, firstColumn: view.firstColumn) : nil,
      isMissing: content.isMissing)
    // A table's header stays in sight, unless it would leave no room for a row.
    let header = slot.pane.headerHeight(all)
    let isPinned = slot.text.height >= header + 3
    return Lines(
      header: isPinned ? Array(all.prefix(header)) : [],
      rows: isPinned ? Array(all.dropFirst(header)) : all,
      height: slot.text.height - (isPinned ? header : 0))
  }

  /// The written rows of a pane, from what is kept if it is there.
  private func rows(of pane: Pane, width: Int, firstColumn: Int) -> [Pane.Line] {
    written[Written(pane: pane.id, width: width, firstColumn: firstColumn)]
      ?? pane.written(
        width: width, firstColumn: firstColumn, glyphs: .unicode, isMissing: content.isMissing)
  }

  /// Keeps the written rows of what is in sight now, and of nothing else.
  mutating func write() {
    arranged = (size, boards(size))
    var kept: [Written: [Pane.Line]] = [:]
    for slot in slots(size: size) {
      for column in Set([1, place.cursors[slot.pane.id]?.column ?? 1]) {
        let width = slot.text.width
        kept[Written(pane: slot.pane.id, width: width, firstColumn: column)] = rows(
          of: slot.pane, width: width, firstColumn: column)
      }
    }
    written = kept
    lookForWords()
  }

  /// The lines of a pane: those that stay at its top, and those that scroll below in `height` rows.
  struct Lines {
    var header: [Pane.Line]
    var rows: [Pane.Line]
    var height: Int
  }

  /// The pane that the keys act on, where it stands.
  var focusedSlot: Slot? { slots(size: size).first(where: \.isFocused) }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    defer {
      // Wherever the layout has gone, what the keys act on is in sight.
      if cover != nil { showCoveredPart() }
      write()
    }
    switch event {
    case .resize(let size):
      self.size = size
      if cover != nil { place.cursors[place.focus]?.line = 0 }
      return []
    case .refreshed(let library):
      self.library = library
      // Of a page that is gone, what was read last stays in sight.
      if page != nil { readPage() }
      keepCursorsInside()
      return []
    case .mouse(let point, let wheel):
      return mouse(point, wheel: wheel)
    case .key(let key):
      if find?.isTyping == true { return handleFinding(key, keymap: keymap) }
      guard let action = keymap.action(for: key, in: contexts) else { return [] }
      return perform(action)
    case .paste(let text):
      if find?.isTyping == true { pasteIntoFinding(text) }
      return []
    case .turn, .found, .quiz:
      return []
    }
  }

  mutating func perform(_ action: Action) -> [Effect] {
    if cover != nil, let effects = performCovered(action) { return effects }
    if place.focus == .text, let effects = performReading(action) { return effects }
    if page == nil, let effects = performGone(action) { return effects }
    switch action {
    case .nextPane: cycle(by: 1)
    case .previousPane: cycle(by: -1)
    case .right: if !scrollColumns(by: 1) { cycle(by: 1) }
    case .left: if !scrollColumns(by: -1) { cycle(by: -1) }
    case .cover: return coverPane()
    case .undo: return [.undo]
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
    case .panes: showBoard(firstOfPanes)
    case .zoom: toggleZoom()
    case .open: return open()
    case .back: return walk(from: \.behind, to: \.ahead, orSay: "This is where you began.")
    case .forward: return walk(from: \.ahead, to: \.behind, orSay: "There is no page ahead.")
    case .pages: return [.showPages(filtering: false)]
    case .find: return [.showPages(filtering: true)]
    case .search: return [.showSearch(near: place.page)]
    case .findText: beginFinding()
    case .nextFound: return walkTrail(by: 1)
    case .previousFound: return walkTrail(by: -1)
    case .links: return [.showLinks(page: place.page)]
    case .review: return [.startReview(page: nil)]
    case .reviewPage: return [.startReview(page: place.page)]
    case .quiz: return [.setUpQuiz(page: place.page)]
    case .openQuestions: return [.showQuestions(page: place.page)]
    case .cards: return [.showCards(page: place.page)]
    case .changes: return [.showChanges(.sinceLastTime)]
    case .problems: return [.showProblems(page: place.page)]
    case .statistics: return [.showStatistics(page: place.page)]
    case .info:
      return currentRow.map { [.showCardInfo(.item(page: place.page, line: $0.line))] } ?? []
    case .edit:
      return page.map { [.edit(file: $0.file, line: max(1, currentRow?.line ?? 1))] } ?? []
    case .quit: return leave()
    default: if let step = action.step(page: pageStep) { move(by: step) }
    }
    return []
  }

  /// After the page was read again: no cursor behind the last row, no cover over what is another.
  private mutating func keepCursorsInside() {
    place.covers = place.covers.filter { content[$0.key]?.coverParts == $0.value.parts }
    for (id, cursor) in place.cursors {
      let last = max(0, (content[id]?.rows.count ?? 0) - 1)
      if cursor.row > last { place.cursors[id] = Cursor(row: last) }
    }
    if content[place.focus] == nil { place.focus = boards(size).first?.panes.first ?? .text }
  }

  /// The first board with more than the text, if there is one.
  var firstOfPanes: Int { boards(size).firstIndex { $0.panes != [.text] } ?? 0 }

  /// Back out of what was entered last: a zoomed pane, else the screen.
  private mutating func leave() -> [Effect] {
    guard isZoomed else { return [.leave] }
    place.isZoomed = false
    return []
  }

  private mutating func focus(on id: Pane.ID, orSay message: String) -> [Effect] {
    guard content[id] != nil else { return [.say(message)] }
    place.focus = id
    return []
  }

  mutating func showBoard(_ index: Int) {
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

  var currentRow: PaneRow? {
    guard let pane = content[place.focus] else { return nil }
    let row = place.cursors[place.focus]?.row ?? 0
    return pane.rows.indices.contains(row) ? pane.rows[row] : nil
  }

  /// A screenful of the focused pane, in rows.
  private var pageStep: Int {
    guard let slot = focusedSlot else { return 1 }
    let lines = lines(of: slot)
    if slot.pane.id == .text { return max(1, lines.height - 1) }
    return max(1, lines.height * slot.pane.rows.count / max(1, lines.rows.count))
  }

  mutating func move(by step: Int) {
    guard let slot = focusedSlot else { return }
    let lines = lines(of: slot)
    if slot.pane.id == .text {
      return scrollText(to: offset(of: slot, lines) + step, lines)
    }
    var cursor = place.cursors[place.focus] ?? Cursor()
    // Inside a row taller than its pane, the keys scroll before they move on.
    let hidden = lines.rows.count { $0.row == cursor.row } - lines.height
    if step == 1, cursor.line < hidden {
      cursor.line += 1
    } else if step == -1, cursor.line > 0 {
      cursor.line -= 1
    } else {
      let row = min(slot.pane.rows.count - 1, max(0, cursor.row + step))
      if row != cursor.row {
        cursor.row = row
        cursor.line = 0
      }
    }
    place.cursors[place.focus] = cursor
  }
}
