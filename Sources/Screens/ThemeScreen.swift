import Surface

/// A theme to choose.
public struct ThemeChoice: Sendable, Equatable {
  public var name: String
  /// What its author says of it, in a line.
  public var summary: String
  public init(name: String, summary: String) {
    self.name = name
    self.summary = summary
  }
}

/// Choosing the colours: each theme is shown on everything as one goes through them.
public struct ThemeScreen: Screen {
  private let themes: [ThemeChoice]
  private let former: String
  private let hasColours: Bool
  private var selected: Int
  private var size: Size

  /// - Parameters:
  ///   - current: the name of the theme in use.
  ///   - hasColours: false where the terminal shows none, or the user wants none.
  public init(themes: [ThemeChoice], current: String, hasColours: Bool, size: Size) {
    self.themes = themes
    self.hasColours = hasColours
    self.size = size
    former = current
    selected = themes.firstIndex { $0.name == current } ?? 0
  }

  public var contexts: [KeyContext] { [.themes, .everywhere] }
  public var title: String { "Colours" }

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .mouse(let point, let wheel):
      if wheel != 0 { return choose(selected + wheel.signum()) }
      let index = point.y - 2 + top(height: listHeight(size))
      guard point.y >= 2, point.y < 2 + listHeight(size), themes.indices.contains(index) else {
        return []
      }
      return index == selected ? keep() : choose(index)
    case .key(let key):
      switch keymap.action(for: key, in: contexts) {
      case .up: return choose(selected - 1)
      case .down: return choose(selected + 1)
      case .submit: return keep()
      case .quit: return [.previewTheme(former), .leave]
      default: break
      }
    case .paste, .refreshed, .turn, .found, .quiz: break
    }
    return []
  }

  private mutating func choose(_ index: Int) -> [Effect] {
    guard !themes.isEmpty else { return [] }
    selected = (index + themes.count) % themes.count
    return [.previewTheme(themes[selected].name)]
  }

  private func keep() -> [Effect] {
    themes.indices.contains(selected) ? [.keepTheme(themes[selected].name), .leave] : [.leave]
  }

  private func listHeight(_ size: Size) -> Int {
    max(1, min(themes.count, size.rows - 3 - (size.rows >= 18 ? 12 : 3)))
  }

  private func top(height: Int) -> Int {
    min(max(0, themes.count - height), max(0, selected - height / 2))
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: "\(themes.count) themes", footer: footer,
        look: look)
    else { return surface }
    let (list, rest) = area.inset(y: 1).split(top: listHeight(size))
    let top = top(height: list.height)
    let names = (themes.map { TextWidth.of($0.name) }.max() ?? 0) + 2
    for (row, theme) in themes.dropFirst(top).prefix(list.height).enumerated() {
      let isSelected = top + row == selected
      let attributes: Attributes = isSelected ? [.reverse, .bold] : []
      let ink: Ink = isSelected ? .selection : .text
      let y = list.y + row
      if isSelected {
        surface.fill(Rect(x: 0, y: y, width: size.columns - 1, height: 1), .selection, .reverse)
        surface.put(look.glyphs.pointer, x: 0, y: y, ink, attributes)
      }
      surface.put(theme.name, x: 2, y: y, ink, attributes, width: min(names, size.columns - 4))
      surface.put(
        theme.summary, x: 2 + names, y: y, isSelected ? .selection : .muted,
        isSelected ? .reverse : [], width: size.columns - names - 4)
    }
    surface.scrollbar(
      x: size.columns - 1, y: list.y, length: list.height, offset: top, shown: list.height,
      total: themes.count, glyphs: look.glyphs)
    drawSample(on: &surface, in: rest.inset(x: 2, y: rest.height > 3 ? 1 : 0), look: look)
    return surface
  }

  /// What everything looks like; as many lines as there is room for.
  private func drawSample(on surface: inout Surface, in area: Rect, look: Look) {
    let glyphs = look.glyphs
    var lines: [[Span]] = []
    if !hasColours {
      let words =
        "This terminal shows no colours, or NO_COLOR is set: a theme changes nothing here."
      lines += wrap([Span(words, .warning, .bold)], width: max(1, area.width - 4))
    }
    let meters = [(1.0, Ink.good), (0.7, .warning), (0.2, .muted)].map { share, ink in
      Span(Plot.meter(share, width: 4, glyphs: glyphs) + " ", ink)
    }
    lines += [
      [
        Span("right ", .good), Span("beware ", .warning), Span("wrong ", .bad),
        Span("accent ", .accent),
      ] + meters,
      [Span("A title  ", .title, .bold), Span("a heading", .heading, .bold)],
      [Span("Text, "), Span("what is less, ", .muted), Span("`code`", .code)],
      [
        Span("a link", .link, .underline), Span(", ", .text), Span("a missing page", .missing),
        Span(", "), Span("a highlight", .highlight),
      ],
      [Span("a row that is chosen", .selection, .reverse)],
      [Span("?", .key, .bold), Span(" help ", .footer)],
    ]
    guard area.height >= lines.count + 2 else {
      for (row, line) in lines.prefix(max(0, area.height)).enumerated() {
        surface.put(line, x: area.x, y: area.y + row, width: area.width)
      }
      return
    }
    surface.box(
      Rect(x: area.x, y: area.y, width: area.width, height: lines.count + 2), title: "How it looks",
      titleInk: .accent, borderInk: .borderFocused, heavy: true, glyphs: glyphs)
    for (row, line) in lines.enumerated() {
      surface.put(line, x: area.x + 2, y: area.y + 1 + row, width: area.width - 4)
    }
  }
}
