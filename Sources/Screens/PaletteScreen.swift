import Surface

/// The command palette: every action, page and theme, found by its name as one types. What applies
/// where it was opened can be done from here; of all else it says where that works.
public struct PaletteScreen: Screen {
  private let entries: [Entry]
  private var field = TextField()
  private var found: [Found]
  private var cursor = ListCursor()
  private var size: Size

  /// A page to go to.
  public struct PageChoice: Sendable {
    public var path: String
    public var title: String
    public init(path: String, title: String) {
      self.path = path
      self.title = title
    }
  }

  private struct Entry: Sendable {
    enum Deed: Sendable {
      case action(Action), page(String), theme(String)
      /// Works elsewhere only: where.
      case elsewhere(String)
    }
    var deed: Deed
    var name: String
    /// Its keys as people read them.
    var keys: [String]
    var text: FuzzyMatch.Text

    /// - Parameter detail: what is looked in behind the name: an action's other names, a page's path.
    init(_ deed: Deed, _ name: String, detail: String = "", keys: [String] = []) {
      self.deed = deed
      self.name = name
      self.keys = keys
      text = FuzzyMatch.Text(name + " " + detail)
    }

    init(_ deed: Deed, _ binding: Binding) {
      self.init(
        deed, binding.help,
        detail: ([binding.action.rawValue] + binding.action.otherNames).joined(separator: " "),
        keys: binding.keys.map(\.label))
    }

    /// What stands at the right: its first keys, or where else it works.
    var note: String {
      switch deed {
      case .elsewhere(let places): "only in \(places)"
      case .page(let path): path
      case .action, .theme: keys.prefix(2).joined(separator: " ")
      }
    }

    var isElsewhere: Bool { if case .elsewhere = deed { true } else { false } }
  }

  private struct Found: Sendable {
    var entry: Int
    var match: FuzzyMatch
  }

  /// - Parameter origin: the contexts of the screen it was opened in.
  public init(
    origin: [KeyContext], keymap: Keymap, pages: [PageChoice], themes: [String], size: Size
  ) {
    entries = Self.entries(origin: origin, keymap: keymap, pages: pages, themes: themes)
    self.size = size
    found = []
    search()
  }

  private static func entries(
    origin: [KeyContext], keymap: Keymap, pages: [PageChoice], themes: [String]
  ) -> [Entry] {
    // What the footer would show first comes first, moving about last.
    let bindings = keymap.bindings(in: origin).filter { $0.action != .palette }
    let here = bindings.filter { $0.short != nil } + bindings.filter { $0.short == nil }
    var entries = here.map { Entry(.action($0.action), $0) }
    entries += pages.map { Entry(.page($0.path), "Go to \($0.title)", detail: $0.path) }
    entries += themes.map { Entry(.theme($0), "Colours: \($0)", detail: "theme") }
    // What is done elsewhere, once for each thing that it does.
    var seen = Set(here.map { "\($0.action) \($0.help)" })
    for binding in keymap.bindings
    where binding.action != .palette && seen.insert("\(binding.action) \(binding.help)").inserted {
      let alike = keymap.bindings.filter {
        $0.action == binding.action && $0.help == binding.help
      }
      var places: [String] = []
      for context in KeyContext.allCases
      where !places.contains(context.place)
        && alike.contains(where: { $0.contexts.contains(context) })
      { places.append(context.place) }
      let named = places.count > 2 ? "\(places[0]) and elsewhere" : places.joined(separator: ", ")
      entries.append(Entry(.elsewhere(named), binding))
    }
    return entries
  }

  public var contexts: [KeyContext] { [.palette] }
  public var title: String { "What would you like to do?" }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .paste(let text):
      field.insert(text)
      search()
    case .mouse(let point, let wheel):
      if wheel != 0 {
        cursor.move(by: wheel, of: found.count)
      } else if let index = index(at: point) {
        if cursor.row == index { return run() }
        cursor.select(index, of: found.count)
      }
    case .key(let key):
      if let action = keymap.action(for: key, in: contexts), key.text == nil {
        return perform(action)
      }
      if field.handle(key) { search() }
    case .refreshed, .turn, .found, .quiz: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    if cursor.perform(action, of: found.count, page: listHeight) { return [] }
    switch action {
    case .submit: return run()
    case .cancel: return [.leave]
    default: break
    }
    return []
  }

  private func run() -> [Effect] {
    guard found.indices.contains(cursor.row) else { return [.say("Nothing is called that.")] }
    let entry = entries[found[cursor.row].entry]
    switch entry.deed {
    case .action(let action): return [.run(action)]
    case .page(let path): return [.leave, .openPage(path)]
    case .theme(let name): return [.leave, .keepTheme(name)]
    case .elsewhere(let places):
      let key = entry.keys.first.map { " Its key there is \($0)." } ?? ""
      return [.say("“\(entry.name)” works only in \(places).\(key)")]
    }
  }

  /// How well an entry fits what was typed, the best first.
  private enum Rank: Int, Comparable {
    case key, name, here, elsewhere, scatteredHere, scatteredElsewhere
    static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
  }

  /// What can be done here comes before what cannot, and what has the letters side by side before what
  /// has them here and there; of equals, the table's order.
  private mutating func search() {
    let typed = field.text.trimmed
    var ranked: [(rank: Rank, found: Found)] = entries.indices.compactMap { index in
      let entry = entries[index]
      // What cannot be done here is found by its name, and is not in the way before that.
      if typed.isEmpty, entry.isElsewhere { return nil }
      let match = FuzzyMatch(typed, in: entry.text)
      let isKey = entry.keys.contains { $0 == typed || $0.count > 1 && $0.lowercased() == typed }
      guard let match = match ?? (isKey ? FuzzyMatch("", in: entry.text) : nil) else { return nil }
      let found = Found(entry: index, match: match)
      if isKey { return (entry.isElsewhere ? .elsewhere : .key, found) }
      if match.isScattered {
        return (entry.isElsewhere ? .scatteredElsewhere : .scatteredHere, found)
      }
      if entry.isElsewhere { return (.elsewhere, found) }
      return (entry.name.lowercased() == typed.lowercased() ? .name : .here, found)
    }
    ranked.sort { one, other in
      if one.rank != other.rank { return one.rank < other.rank }
      let (a, b) = (one.found.match.score, other.found.match.score)
      return a == b ? one.found.entry < other.found.entry : a > b
    }
    found = ranked.map(\.found)
    cursor = ListCursor()
  }

  private var listHeight: Int { max(1, size.rows - 4) }

  private func index(at point: Point) -> Int? {
    let row = point.y - 3
    guard row >= 0, row < listHeight else { return nil }
    let index = cursor.top(of: found.count, shown: listHeight) + row
    return index < found.count ? index : nil
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: "\(found.count) of \(entries.count)",
        footer: footer, look: look)
    else { return surface }
    surface.put(":", x: 1, y: area.y, .accent, .bold)
    field.draw(on: &surface, in: Rect(x: 3, y: area.y, width: area.width - 4, height: 1))
    surface.line(horizontalFrom: 0, y: area.y + 1, length: area.width, look.glyphs.light)
    let list = Rect(x: 0, y: area.y + 2, width: area.width, height: area.height - 2)
    if found.isEmpty { surface.put("Nothing is called that.", x: 2, y: list.y, .muted) }
    let top = cursor.top(of: found.count, shown: list.height)
    for (row, item) in found.dropFirst(top).prefix(list.height).enumerated() {
      draw(
        item, isSelected: top + row == cursor.row, on: &surface, y: list.y + row,
        width: list.width - 1, look: look)
    }
    surface.scrollbar(
      x: list.right - 1, y: list.y, length: list.height, offset: top, shown: list.height,
      total: found.count, glyphs: look.glyphs)
    return surface
  }

  private func draw(
    _ item: Found, isSelected: Bool, on surface: inout Surface, y: Int, width: Int, look: Look
  ) {
    let entry = entries[item.entry]
    let base: Attributes = isSelected ? [.reverse, .bold] : []
    let ink: Ink = isSelected ? .selection : entry.isElsewhere ? .muted : .text
    if isSelected {
      surface.fill(Rect(x: 0, y: y, width: width, height: 1), .selection, .reverse)
      surface.put(look.glyphs.pointer, x: 0, y: y, .selection, base)
    }
    // The key, or where it works, is shown whole or not at all; a page's path as far as the title leaves room.
    var note = entry.note
    let room = width - 5
    if entry.isElsewhere, TextWidth.of(note) > room - 8 { note = "not here" }
    var noteWidth = min(TextWidth.of(note), max(0, room - 8))
    if case .page = entry.deed {
      noteWidth = min(noteWidth, max(0, room - TextWidth.of(entry.name)))
    }
    let spans = entry.name.enumerated().map { offset, character in
      Span(
        String(character), ink,
        item.match.places.contains(offset) ? base.union([.bold, .underline]) : base)
    }
    surface.put(spans, x: 2, y: y, width: width - 4 - noteWidth)
    surface.put(
      note, x: width - 1 - noteWidth, y: y,
      isSelected ? .selection : entry.isElsewhere ? .muted : .key,
      base, width: noteWidth)
  }
}
