import Notes
import Study
import Surface

/// The pages of the vault, with how well each is known and what is due. Typing narrows them down.
public struct PagesScreen: Screen {
  private var library: Library
  private var filter: TextField?
  /// Whether the screen was opened to go to a page as one types, and not as a list.
  private let isFinder: Bool
  private var selected = 0
  private var size: Size

  /// - Parameter filtering: start with the cursor in the filter, to go to a page as one types.
  public init(library: Library, filtering: Bool, size: Size) {
    self.library = library
    self.size = size
    isFinder = filtering
    filter = filtering ? TextField() : nil
  }

  public var contexts: [KeyContext] {
    filter == nil ? [.pageList, .everywhere] : [.filter]
  }
  public var title: String { "Pages of \(library.name)" }

  /// The pages that the filter leaves, best match first.
  private var pages: [PageOutline] {
    guard let typed = filter?.text, !typed.isEmpty else { return library.vault.pages }
    return library.vault.find(typed)
  }

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .refreshed(let library): self.library = library
    case .paste(let text):
      filter?.insert(text)
      selected = 0
    case .mouse(let point, let wheel):
      if wheel != 0 {
        move(by: wheel)
      } else if let index = index(at: point) {
        if selected == index { return open() }
        selected = index
      }
    case .key(let key): return handle(key, keymap: keymap)
    case .turn, .found, .quiz: break
    }
    return []
  }

  private mutating func handle(_ key: Key, keymap: Keymap) -> [Effect] {
    // What is typed goes into the filter before it means anything else.
    if key.text != nil, filter?.handle(key) == true {
      selected = 0
      return []
    }
    guard let action = keymap.action(for: key, in: contexts) else {
      if filter?.handle(key) == true { selected = 0 }
      return []
    }
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -listHeight)
    case .pageDown: move(by: listHeight)
    case .top: selected = 0
    case .bottom: move(by: Int.max / 2)
    case .open: return open()
    case .find: filter = TextField()
    case .search: return [.showSearch(near: nil)]
    case .review: return [.startReview(page: nil)]
    case .reviewPage: return current.map { [.startReview(page: $0.path)] } ?? []
    case .quiz: return [.setUpQuiz(page: current?.path)]
    case .openQuestions: return [.showQuestions(page: nil)]
    case .statistics: return [.showStatistics(page: nil)]
    case .help: return [.showHelp(contexts)]
    case .cancel where !isFinder:
      // Back to the list that the filter was opened in.
      filter = nil
      selected = 0
    case .quit, .cancel: return [.leave]
    default: break
    }
    return []
  }

  private var current: PageOutline? {
    let pages = pages
    return pages.indices.contains(selected) ? pages[selected] : nil
  }

  private func open() -> [Effect] {
    current.map { [.openPage($0.path)] } ?? [.say("No page is called that.")]
  }

  private var listHeight: Int { max(1, size.rows - 3 - (filter == nil ? 0 : 1)) }

  private mutating func move(by step: Int) {
    selected = min(max(0, pages.count - 1), max(0, selected + step))
  }

  private func top(count: Int) -> Int {
    min(max(0, count - listHeight), max(0, selected - listHeight / 2))
  }

  private func index(at point: Point) -> Int? {
    let row = point.y - (filter == nil ? 2 : 3)
    guard row >= 0, row < listHeight else { return nil }
    let index = top(count: pages.count) + row
    return index < pages.count ? index : nil
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let pages = pages
    let dueTotal = library.due.values.reduce(0, +)
    guard
      var area = Frame.draw(
        on: &surface, title: title, detail: "\(library.vault.pages.count) pages  \(dueTotal) due",
        contexts: contexts, look: look)
    else { return surface }
    if let filter {
      let (line, rest) = area.split(top: 1)
      surface.put("Go to: ", x: 1, y: line.y, .accent, .bold)
      filter.draw(on: &surface, in: Rect(x: 8, y: line.y, width: line.width - 9, height: 1))
      area = rest
    }
    let (head, list) = area.split(top: 1)
    let columns = Layout.columns(
      [3, 2, 0.1, 0.1], minimum: [10, 8, 7, 8], total: max(33, size.columns - 3), gap: 1)
    func row(_ cells: [String], y: Int, ink: Ink, _ attributes: Attributes) {
      var x = 2
      for (cell, width) in zip(cells, columns) {
        surface.put(cell, x: x, y: y, ink, attributes, width: width)
        x += width + 1
      }
    }
    row(["Page", "Path", "Due", "Known"], y: head.y, ink: .heading, .bold)
    if pages.isEmpty {
      surface.put("No page is called that.", x: 2, y: list.y, .muted)
    }
    let top = top(count: pages.count)
    for (offset, page) in pages.dropFirst(top).prefix(list.height).enumerated() {
      let y = list.y + offset
      let isSelected = top + offset == selected
      if isSelected {
        surface.fill(Rect(x: 0, y: y, width: size.columns, height: 1), .selection, .reverse)
      }
      let known = library.known(page.path).map {
        Plot.meter($0, width: 7, glyphs: look.glyphs)
      }
      let due = library.due[page.path] ?? 0
      row(
        [page.title, page.path, due == 0 ? "" : String(due), known ?? ""], y: y,
        ink: isSelected ? .selection : .text, isSelected ? [.reverse, .bold] : [])
      if isSelected { surface.put(look.glyphs.pointer, x: 0, y: y, .selection, [.reverse, .bold]) }
    }
    return surface
  }
}
