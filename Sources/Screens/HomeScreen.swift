import Notes
import Study
import Surface

/// Where a vault opens: the day in a few lines, then its pages, as a tree of folders or as a list,
/// with what is due and how well each is known. Typing narrows them down.
public struct HomeScreen: Screen {
  private(set) var library: Library
  private var list: HomeList
  private var rows: [HomeRow] = []
  private var known = Knowledge()
  private var order: HomeOrder
  private var folded: Set<String> = []
  private var filter: TextField?
  /// Whether it was opened to go to a page as one types, and has done its work then.
  public let isFinder: Bool
  private var cursor = ListCursor()
  private(set) var preview: HomePreview?
  /// The pages in the selected folder, those with most due first.
  private(set) var inFolder: [HomeRow] = []
  private var size: Size

  /// So many pages are seen at a glance; of more the folders are shown first.
  private static let mostUnfolded = 60

  /// - Parameter filtering: start with the cursor in the filter, to go to a page as one types.
  public init(library: Library, filtering: Bool, size: Size) {
    self.library = library
    self.size = size
    isFinder = filtering
    filter = filtering ? TextField() : nil
    list = HomeList(library)
    let folders = list.folderPaths
    // Folders with a page or two each hide more than they order.
    let count = library.vault.pages.count
    order = folders.count > 1 && count >= 3 * folders.count ? .folders : .name
    if count > Self.mostUnfolded {
      order = folders.isEmpty ? .name : .folders
      folded = folders
    }
    known = library.totals.values.reduce(Knowledge(), +)
    arrange()
    // The first picture of a vault, before anything is counted, waits for no page to be read.
    if library.day != nil { lookAtCurrent() }
  }

  public var contexts: [KeyContext] {
    filter == nil ? [.pageList, .everywhere] : [.filter]
  }
  public var title: String { "Pages of \(library.name)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    if current == nil { footer.without.insert(.open) }
    if library.problems.words == nil { footer.without.insert(.problems) }
    if let folder = current?.folder { footer.words[.open] = folder.isFolded ? "unfold" : "fold" }
    // There is nothing to review: other keys are more use.
    if library.day?.left.total == 0 { footer.first = [.open, .quiz, .statistics, .find, .search] }
    return footer
  }

  /// The page whose rows' knowledge the preview still lacks.
  public var wantedKnowledge: String? {
    preview.flatMap { $0.knowledge == nil ? $0.path : nil }
  }

  /// Tells how well the page of the preview is known.
  public mutating func show(_ knowledge: PageKnowledge, of page: String) {
    if preview?.path == page { preview?.knowledge = knowledge }
  }

  // MARK: Rows

  /// Makes the rows anew and keeps the place.
  private mutating func arrange(keepsPlace: Bool = true) {
    let before = current
    if let typed = filter?.text, !typed.isEmpty {
      rows = list.rows(of: library.vault.find(typed))
    } else {
      rows = list.rows(filter == nil ? order : .name, folded: folded)
    }
    let place = before.flatMap { row in rows.firstIndex { $0.isSame(as: row) } }
    cursor.select(keepsPlace ? place ?? cursor.row : 0, of: rows.count)
  }

  var current: HomeRow? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }

  private var currentPage: String? { current.flatMap { $0.folder == nil ? $0.path : nil } }

  private mutating func refresh(_ library: Library) {
    self.library = library
    list = HomeList(library)
    known = library.totals.values.reduce(Knowledge(), +)
    arrange()
    preview = nil
    lookAtCurrent()
  }

  /// Reads the selected page where there is room to show more of it.
  private mutating func lookAtCurrent() {
    inFolder = []
    guard areas(size: size).preview != nil, let row = current else { return preview = nil }
    guard let path = currentPage else {
      preview = nil
      inFolder = list.pages(in: row.path)
      return
    }
    if preview?.path != path { preview = HomePreview(path, in: library.vault) }
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .resize(let size): self.size = size
    case .refreshed(let library):
      refresh(library)
      return []
    case .paste(let text):
      filter?.insert(text)
      if filter != nil { arrange(keepsPlace: false) }
    case .mouse(let point, let wheel):
      if wheel != 0 {
        cursor.move(by: wheel, of: rows.count)
      } else if let index = index(at: point) {
        if cursor.row == index { effects = open() }
        cursor.select(index, of: rows.count)
      }
    case .key(let key): effects = handle(key, keymap: keymap)
    case .turn, .found, .quiz: break
    }
    lookAtCurrent()
    return effects
  }

  private mutating func handle(_ key: Key, keymap: Keymap) -> [Effect] {
    // What is typed goes into the filter before it means anything else.
    if key.text != nil, filter?.handle(key) == true {
      arrange(keepsPlace: false)
      return hint(after: key, keymap: keymap)
    }
    guard let action = keymap.action(for: key, in: contexts) else {
      if filter?.handle(key) == true { arrange(keepsPlace: false) }
      return []
    }
    if cursor.perform(action, of: rows.count, page: areas(size: size).list.height) { return [] }
    switch action {
    case .open: return open()
    case .left: foldOrLeave()
    case .fold: toggleFold()
    case .foldAll: toggleAll()
    case .order: changeOrder()
    case .find:
      filter = TextField()
      arrange(keepsPlace: false)
    case .cancel where !isFinder:
      // Back to the list that the filter was opened in.
      filter = nil
      arrange()
    case .quit, .cancel: return [.leave]
    default: return study(action)
    }
    return []
  }

  /// Who presses the key for a page twice may have meant what it does in other programs.
  private func hint(after key: Key, keymap: Keymap) -> [Effect] {
    guard let filter, filter.text.count == 1, keymap.action(for: key, in: [.pageList]) == .find
    else { return [] }
    let top = keymap.shortLabel(of: .top, in: .pageList)
    return [.say("A page is found by its name here. To the first row: Esc, then \(top).")]
  }

  private func study(_ action: Action) -> [Effect] {
    switch action {
    case .review: [.startReview(page: nil)]
    case .reviewPage: currentPage.map { [.startReview(page: $0)] } ?? [.say(Self.choosePage)]
    case .quiz: [.setUpQuiz(page: currentPage)]
    case .openQuestions: [.showQuestions(page: nil)]
    case .statistics: [.showStatistics(page: nil)]
    case .links: [.showLinks(page: currentPage)]
    case .search: [.showSearch(near: nil)]
    case .cards: currentPage.map { [.showCards(page: $0)] } ?? [.say(Self.choosePage)]
    case .changes: [.showChanges(.sinceLastTime)]
    case .problems: [.showProblems(page: nil)]
    case .edit:
      currentPage.flatMap(library.vault.outline).map { [.edit(file: $0.file, line: 1)] }
        ?? [.say(Self.choosePage)]
    default: []
    }
  }

  private static let choosePage = "Choose a page first: this is a folder."

  private mutating func open() -> [Effect] {
    guard let row = current else { return [.say("No page is called that.")] }
    guard row.folder != nil else {
      // Back from the page leads to the list, not into what was typed.
      if !isFinder, filter != nil {
        filter = nil
        arrange()
      }
      return [.openPage(row.path)]
    }
    toggleFold()
    return []
  }

  private mutating func toggleFold() {
    guard let row = current, row.folder != nil else { return foldOrLeave() }
    if folded.remove(row.path) == nil { folded.insert(row.path) }
    arrange()
  }

  /// Folds the folder, or goes up to the one that the row lies in.
  private mutating func foldOrLeave() {
    guard let row = current else { return }
    if let folder = row.folder, !folder.isFolded { return toggleFold() }
    if let parent = rows[..<cursor.row].lastIndex(where: { $0.depth < row.depth }) {
      cursor.select(parent, of: rows.count)
    }
  }

  /// Folds everything; unfolds everything when nothing is left to fold.
  private mutating func toggleAll() {
    let all = list.folderPaths
    order = .folders
    let outermost = current.map { row in
      all.filter { row.path == $0 || row.path.hasPrefix($0 + "/") }.min { $0.count < $1.count }
    }
    folded = rows.contains { $0.folder?.isFolded == false } ? all : []
    arrange()
    // A page that is folded away leaves the place to its folder.
    if let path = outermost ?? nil, !folded.isEmpty,
      let place = rows.firstIndex(where: { $0.folder != nil && $0.path == path })
    {
      cursor.select(place, of: rows.count)
    }
  }

  private mutating func changeOrder() {
    let all = HomeOrder.allCases.filter { $0 != .folders || !list.folderPaths.isEmpty }
    let index = all.firstIndex(of: order) ?? -1
    order = all[(index + 1) % all.count]
    arrange(keepsPlace: false)
  }

  // MARK: Geometry

  private struct Areas {
    var summary: Rect
    var filter: Rect
    var head: Rect
    var list: Rect
    /// More of the selected page, beside the list or below it.
    var preview: Rect?
    /// A line or two on the selected page where there is no room for more.
    var hint: Rect?
  }

  private func areas(size: Size) -> Areas {
    var area = Rect(x: 0, y: 1, width: size.columns, height: max(0, size.rows - 2))
    var summary = 0
    if filter == nil {
      summary = summaryLines(size: size, keymap: .standard, glyphs: .unicode).count
      if size.rows >= 20 { summary += 1 }
    }
    let (top, below) = area.split(top: summary)
    let (line, rest) = below.split(top: filter == nil ? 0 : 1)
    area = rest
    var preview: Rect?
    var hint: Rect?
    if size.columns >= 110 {
      let (left, right) = area.split(left: size.columns * 11 / 20)
      area = left
      preview = right
    } else if area.height - rows.count - 1 >= 9 {
      let (upper, lower) = area.split(top: rows.count + 2)
      area = upper
      preview = lower
    } else if size.rows >= 18 {
      let (upper, lower) = area.split(top: area.height - 3)
      area = upper
      hint = lower
    }
    let (head, list) = area.split(top: 1)
    return Areas(
      summary: top, filter: line, head: head, list: list, preview: preview, hint: hint)
  }

  private func summaryLines(size: Size, keymap: Keymap, glyphs: Glyphs) -> [[Span]] {
    HomeSummary(
      day: library.day, known: known, problems: library.problems, keymap: keymap, glyphs: glyphs
    )
    .lines(
      width: max(1, size.columns - 2), isLow: size.rows < 20,
      // A few pages are to be seen below.
      most: max(1, size.rows - 6))
  }

  private func index(at point: Point) -> Int? {
    let area = areas(size: size).list
    guard area.contains(point) else { return nil }
    let index = cursor.top(of: rows.count, shown: area.height) + point.y - area.y
    return rows.indices.contains(index) ? index : nil
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let count = library.vault.pages.count
    let pages = count == 1 ? "1 page" : "\(count) pages"
    let due = library.day.map { "  \($0.left.total) due" } ?? ""
    guard
      Frame.draw(
        on: &surface, title: title, detail: pages + due, footer: footer, look: look) != nil
    else { return surface }
    let areas = areas(size: size)
    if filter == nil {
      let lines = summaryLines(size: size, keymap: look.keymap, glyphs: look.glyphs)
      for (row, line) in lines.prefix(areas.summary.height).enumerated() {
        surface.put(line, x: 1, y: areas.summary.y + row, width: size.columns - 2)
      }
      if size.rows >= 20 {
        surface.line(
          horizontalFrom: 0, y: areas.summary.bottom - 1, length: size.columns, look.glyphs.light)
      }
    } else if let filter {
      let line = areas.filter
      surface.put("Go to: ", x: 1, y: line.y, .accent, .bold)
      filter.draw(on: &surface, in: Rect(x: 8, y: line.y, width: line.width - 9, height: 1))
    }
    draw(areas, on: &surface, look: look)
    if let hint = areas.hint { drawHint(in: hint, on: &surface, look: look) }
    if let preview = areas.preview { drawPreview(in: preview, on: &surface, look: look) }
    return surface
  }

  private func draw(_ areas: Areas, on surface: inout Surface, look: Look) {
    let list = areas.list
    let columns = HomeColumns(width: list.width, isTree: filter == nil && order == .folders)
    let isNarrowed = filter?.text.isEmpty == false
    let heading =
      isNarrowed
      ? "Pages, best match first" : "Pages \(filter == nil ? order.title : HomeOrder.name.title)"
    columns.drawHead(heading, y: areas.head.y, on: &surface)
    if rows.isEmpty { surface.put("No page is called that.", x: 2, y: list.y, .muted) }
    let top = cursor.top(of: rows.count, shown: list.height)
    for (offset, row) in rows.dropFirst(top).prefix(list.height).enumerated() {
      columns.draw(
        row, y: list.y + offset, isSelected: top + offset == cursor.row, on: &surface, look: look)
    }
    surface.scrollbar(
      x: list.right - 1, y: list.y, length: list.height, offset: top, shown: list.height,
      total: rows.count, glyphs: look.glyphs)
  }
}
