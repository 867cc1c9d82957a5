import Notes
import Surface

/// What is wrong with the notes, and what to do about it: what could not be read first, then file by file.
public struct ProblemsScreen: Screen {
  private var library: Library
  private var problems: [Problem]
  private var cursor = ListCursor()
  private var size: Size

  /// - Parameter page: the path of the page to begin with.
  public init(problems: [Problem], library: Library, page: String?, size: Size) {
    self.library = library
    self.size = size
    self.problems = Self.ordered(problems)
    let file = page.flatMap { library.vault.outline($0)?.file }
    cursor.select(self.problems.firstIndex { $0.file == file } ?? 0, of: problems.count)
  }

  private static func ordered(_ problems: [Problem]) -> [Problem] {
    problems.filter { $0.severity == .error } + problems.filter { $0.severity != .error }
  }

  /// The problems after the notes have changed; the place in the list stays.
  public mutating func show(_ problems: [Problem]) {
    let before = current
    self.problems = Self.ordered(problems)
    let place = before.flatMap { self.problems.firstIndex(of: $0) } ?? cursor.row
    cursor.select(place, of: problems.count)
  }

  public var contexts: [KeyContext] { [.problemList, .everywhere] }
  public var title: String { "Problems of \(library.name)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    if current == nil { footer.without = [.open, .edit] }
    if page == nil { footer.without.insert(.open) }
    return footer
  }

  private var current: Problem? {
    problems.indices.contains(cursor.row) ? problems[cursor.row] : nil
  }

  /// The page that the chosen problem is on; nil where its file could not be read at all.
  private var page: PageOutline? {
    current.flatMap { problem in library.vault.pages.first { $0.file == problem.file } }
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .refreshed(let library): self.library = library
    case .mouse(let point, let wheel):
      if wheel != 0 {
        cursor.move(by: wheel, of: problems.count)
      } else if let row = cursor.row(at: point, of: lines(width: size.columns), in: listArea) {
        if row == cursor.row { return open() }
        cursor.select(row, of: problems.count)
      }
    case .key(let key):
      return keymap.action(for: key, in: contexts).map { perform($0) } ?? []
    case .paste, .turn, .found, .quiz: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    // A problem takes two lines or three.
    if cursor.perform(action, of: problems.count, page: listArea.height / 3) { return [] }
    switch action {
    case .open: return open()
    case .edit: return current.map { [.edit(file: $0.file, line: max(1, $0.line))] } ?? []
    case .search: return [.showSearch(near: page?.path)]
    case .quit: return [.leave]
    default: return []
    }
  }

  private func open() -> [Effect] {
    guard let current else { return [] }
    guard let page else {
      return [.say("\(current.file) gives no page. \(current.remedy)")]
    }
    return [.openLine(page: page.path, line: current.line > 0 ? current.line : nil)]
  }

  // MARK: Drawing

  private var listArea: Rect { Frame.area(of: size) }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let detail = problems.isEmpty ? "" : "\(cursor.row + 1) of \(problems.count)"
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look)
    else { return surface }
    guard !problems.isEmpty else {
      let words = "Nothing is wrong with the notes."
      surface.put(words, x: 2, y: area.y + 1, .good, width: area.width - 4)
      return surface
    }
    cursor.draw(lines(width: size.columns), on: &surface, in: area, look: look)
    return surface
  }

  private func lines(width: Int) -> [ListLine] {
    var lines: [ListLine] = []
    var file: String?
    for (number, problem) in problems.enumerated() {
      if problem.file != file {
        file = problem.file
        lines.append(ListLine(row: nil, spans: [Span(problem.file, .heading, .bold)]))
      }
      let isError = problem.severity == .error
      let place = problem.line > 0 ? "\(problem.line): " : ""
      let spans = [
        Span(isError ? "! " : "  ", .bad, .bold), Span(place, .muted),
        Span(problem.message, .text, .bold), Span(" " + problem.remedy, .text),
      ]
      lines += ListLine.row(number, spans, width: width - 3)
    }
    return lines
  }
}
