import Notes
import Study
import Surface

/// Finds pages, facts, cards and text as one types. The hits of the page one came from stand first.
public struct SearchScreen: Screen {
  private var library: Library
  /// The path of the page whose hits come first; nil when there is none.
  private let near: String?
  private var field = TextField()
  /// Nil searches for everything.
  private var kind: SearchKind?
  private var results: SearchResults?
  private var cursor = ListCursor()
  /// How many pages are taken in, of how many, while there is more to come.
  private var taken: (done: Int, all: Int)?
  private var size: Size

  public init(library: Library, near: String?, size: Size) {
    self.library = library
    self.near = near
    self.size = size
  }

  public var contexts: [KeyContext] { [.search] }
  public var title: String { "Search \(library.name)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    if hits.isEmpty { footer.without = [.open, .edit] }
    return footer
  }

  private var hits: [SearchHit] { results?.hits ?? [] }
  private var current: SearchHit? { hits.indices.contains(cursor.row) ? hits[cursor.row] : nil }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .refreshed(let library):
      self.library = library
      // What was found may stand elsewhere now.
      return search()
    case .found(let results):
      // An answer to what was typed before is of no use any more.
      guard results.query.typed == field.text, results.scope.kind == kind else { return [] }
      self.results = results
      cursor.move(by: 0, of: hits.count)
    case .paste(let text):
      field.insert(text)
      return searchAnew()
    case .mouse(let point, let wheel): return mouse(point, wheel: wheel)
    case .key(let key): return handle(key, keymap: keymap)
    case .turn, .quiz: break
    }
    return []
  }

  private mutating func handle(_ key: Key, keymap: Keymap) -> [Effect] {
    let action = key.text == nil ? keymap.action(for: key, in: contexts) : nil
    guard let action else {
      let before = field.text
      _ = field.handle(key)
      return field.text == before ? [] : searchAnew()
    }
    if cursor.perform(action, of: hits.count, page: shownHits) { return [] }
    switch action {
    case .nextBoard: return show(kindAfter(1))
    case .previousBoard: return show(kindAfter(-1))
    case .open: return open()
    case .edit: return current.map { [.edit(file: $0.file, line: $0.line)] } ?? []
    case .cancel, .quit: return [.leave]
    default: break
    }
    return []
  }

  /// More pages have been taken in; nil when all are.
  public mutating func show(taken: (done: Int, all: Int)?) -> [Effect] {
    self.taken = taken
    return search()
  }

  private mutating func searchAnew() -> [Effect] {
    cursor = ListCursor()
    return search()
  }

  private mutating func search() -> [Effect] {
    guard !SearchQuery(field.text).isEmpty else {
      results = nil
      return []
    }
    return [.search(field.text, kind: kind, near: near)]
  }

  private mutating func show(_ kind: SearchKind?) -> [Effect] {
    self.kind = kind
    return searchAnew()
  }

  private static let kinds: [SearchKind?] = [nil, .page, .fact, .card, .text]

  private func kindAfter(_ step: Int) -> SearchKind? {
    let index = Self.kinds.firstIndex(of: kind) ?? 0
    return Self.kinds[(index + step + Self.kinds.count) % Self.kinds.count]
  }

  private func open() -> [Effect] {
    guard let results else { return [] }
    return SearchTrail(results, at: cursor.row).map { [.openHit($0)] }
      ?? [.say("Nothing is found that could be opened.")]
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    if wheel != 0 {
      cursor.move(by: wheel, of: hits.count)
      return []
    }
    if let name = kindNames.first(where: { $0.place.contains(point) }) { return show(name.kind) }
    let list = areas(size).list
    guard list.contains(point) else { return [] }
    let index = top + (point.y - list.y) / rowsEach
    guard hits.indices.contains(index) else { return [] }
    if cursor.row == index { return open() }
    cursor.select(index, of: hits.count)
    return []
  }

  // MARK: Geometry

  /// Where there is little room a hit takes one row, and only the selected one says where it stands.
  private var rowsEach: Int { size.rows < 16 ? 1 : 2 }
  private var shownHits: Int { max(1, areas(size).list.height / rowsEach) }
  private var top: Int { cursor.top(of: hits.count, shown: shownHits) }

  private func areas(_ size: Size) -> (list: Rect, preview: Rect?) {
    let place = size.rows < 16 ? 1 : 0
    let area = Rect(x: 0, y: 3, width: size.columns, height: max(0, size.rows - 4 - place))
    guard size.columns >= 120 else { return (area, nil) }
    let (list, preview) = area.split(left: size.columns * 9 / 20)
    return (list, preview)
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      Frame.draw(on: &surface, title: title, detail: found, footer: footer, look: look) != nil
    else { return surface }
    surface.put("Search: ", x: 1, y: 1, .accent, .bold)
    drawKinds(on: &surface, look: look)
    let (list, preview) = areas(size)
    if results == nil {
      drawGuide(
        on: &surface, in: Rect(x: 2, y: 3, width: size.columns - 4, height: list.height),
        glyphs: look.glyphs)
    } else if hits.isEmpty {
      drawNothing(on: &surface, y: list.y)
    } else {
      draw(hits, on: &surface, in: list, look: look)
      if let preview, let hit = current {
        SearchPreview(hit: hit, query: SearchQuery(field.text), page: library.vault.page(hit.page))
          .draw(on: &surface, in: preview, look: look)
      }
    }
    // Last, for it sets the cursor.
    field.draw(on: &surface, in: Rect(x: 9, y: 1, width: size.columns - 10, height: 1))
    return surface
  }

  private var found: String {
    if let taken, taken.done < taken.all { return "\(taken.done) of \(taken.all) pages read" }
    guard let results else { return "" }
    return "\(results.hits.count)\(results.isCut ? "+" : "") found"
  }

  /// What the search can be narrowed to, and where its name stands.
  private var kindNames: [(kind: SearchKind?, name: String, place: Rect)] {
    var x = 1
    return zip(Self.kinds, ["All", "Pages", "Facts", "Cards", "Text"]).map { kind, name in
      let place = Rect(x: x, y: 2, width: name.count + 2, height: 1)
      x = place.right + 1
      return (kind, name, place)
    }
  }

  private func drawKinds(on surface: inout Surface, look: Look) {
    for (shown, name, place) in kindNames {
      let isCurrent = shown == kind
      surface.put(
        isCurrent ? "[\(name)]" : " \(name) ", x: place.x, y: place.y,
        isCurrent ? .accent : .muted, isCurrent ? .bold : [])
    }
    let x = (kindNames.last?.place.right ?? 0) + 1
    if let near, let page = library.vault.page(near), size.columns - x > 30 {
      let note = "\(page.title) first"
      let width = min(TextWidth.of(note), size.columns - x - 2)
      surface.put(note, x: size.columns - width - 1, y: 2, .muted, width: width)
    }
  }

  private func draw(_ hits: [SearchHit], on surface: inout Surface, in area: Rect, look: Look) {
    let query = SearchQuery(field.text)
    let isCompact = rowsEach == 1
    let top = top
    let room = area.width - 3
    for (offset, hit) in hits.dropFirst(top).prefix(shownHits).enumerated() {
      let y = area.y + offset * rowsEach
      let isSelected = top + offset == cursor.row
      let text = HitText(hit, query: query)
      if isSelected {
        surface.fill(Rect(x: 0, y: y, width: area.width - 1, height: 1), .selection, .reverse)
        surface.put(look.glyphs.pointer, x: 0, y: y, .selection, [.reverse, .bold])
      }
      if isCompact {
        // The page at the right, where there is more than one; of a page the text is its title.
        let isNamed = library.vault.pages.count > 1 && hit.form != .page
        let title = isNamed ? truncate(hit.title, width: max(8, room / 3), glyphs: look.glyphs) : ""
        let titleWidth = title.isEmpty ? 0 : TextWidth.of(title) + 2
        surface.put(
          text.snippet(width: room - titleWidth, selected: isSelected, glyphs: look.glyphs), x: 2,
          y: y, width: room - titleWidth)
        surface.put(
          title, x: 2 + room - titleWidth + 2, y: y, isSelected ? .selection : .muted,
          isSelected ? .reverse : [])
        continue
      }
      let name = hit.kindName
      let ink: Ink = isSelected ? .selection : .muted
      let attributes: Attributes = isSelected ? .reverse : []
      surface.put(
        text.place(look.glyphs), x: 2, y: y, isSelected ? .selection : .heading,
        isSelected ? [.reverse, .bold] : [], width: room - name.count - 2)
      surface.put(name, x: area.width - name.count - 2, y: y, ink, attributes)
      surface.put(
        text.snippet(width: room - 2, glyphs: look.glyphs), x: 4, y: y + 1, width: room - 2)
    }
    if area.width < size.columns || hits.count > shownHits {
      surface.scrollbar(
        x: area.width - 1, y: area.y, length: area.height, offset: top, shown: shownHits,
        total: hits.count, glyphs: look.glyphs)
    }
    if isCompact, let current {
      let place = HitText(current, query: query).place(look.glyphs)
      surface.put(
        "\(current.kindName): \(place)", x: 2, y: area.bottom, .muted, width: room)
    }
  }

  private func drawNothing(on surface: inout Surface, y: Int) {
    let typed = field.text.split(separator: " ").joined(separator: " ")
    let what: String
    switch kind {
    case nil: what = "Nothing has “\(typed)”."
    case .page: what = "No title or heading has “\(typed)”."
    case .fact: what = "No fact, question, definition or table has “\(typed)”."
    case .card: what = "No card has “\(typed)”."
    case .text: what = "No text has “\(typed)”."
    }
    let remedy =
      taken.map { $0.done < $0.all } == true
      ? "Pages are still being read."
      : kind != nil
        ? "Tab searches elsewhere."
        : field.text.contains("-") ? "A word with - before it is left out." : "Try fewer letters."
    for (row, line) in wrap("\(what) \(remedy)", width: max(1, size.columns - 4)).enumerated() {
      surface.put(line, x: 2, y: y + row, .muted)
    }
  }

  /// What can be searched, and how.
  private func drawGuide(on surface: inout Surface, in area: Rect, glyphs: Glyphs) {
    let count = library.vault.pages.count
    let intro =
      "Type to find titles, headings, facts, tables, cards and text in "
      + (count == 1 ? "this page." : "\(count) pages.")
    let rows = [
      ("scaling policy", "both words"), ("\"scaling policy\"", "side by side"),
      ("scaling -policy", "without policy"), ("naive", "also naïve"),
      ("C++, git add -p", "code as it stands"),
    ]
    var lines = wrap([Span(intro)], width: max(1, area.width)) + [[]]
    lines += rows.map { example, meaning in
      let gap = String(repeating: " ", count: max(1, 18 - TextWidth.of(example)))
      return [Span(example, .code, .bold), Span(gap), Span(meaning, .muted)]
    }
    for (row, line) in lines.prefix(area.height).enumerated() {
      surface.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    if lines.count > area.height, area.height > 0 {
      surface.put(glyphs.ellipsis, x: area.right, y: area.bottom - 1, .muted)
    }
  }
}

extension SearchHit {
  /// What it is, and whether cards hang on it: `fact, 2 cards`.
  fileprivate var kindName: String {
    cards == 0 ? form.name : "\(form.name), \(cards) \(cards == 1 ? "card" : "cards")"
  }
}

extension SearchForm {
  /// As people read it beside a hit.
  var name: String {
    switch self {
    case .page: "page"
    case .heading: "heading"
    case .fact: "fact"
    case .question: "question"
    case .definition: "definition"
    case .connection: "connection"
    case .row: "table"
    case .card: "card"
    case .text: "text"
    }
  }
}
