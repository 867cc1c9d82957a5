import Surface

/// All keys that work where help was asked for, then all the others, out of the key table.
public struct HelpScreen: Screen {
  private let origin: [KeyContext]
  private var top = 0
  private var size: Size
  private var keymap: Keymap

  public init(contexts: [KeyContext], keymap: Keymap, size: Size) {
    origin = contexts
    self.keymap = keymap
    self.size = size
  }

  public var contexts: [KeyContext] { [.help, .everywhere] }
  public var title: String { "Keys" }

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      // What stands at the top stays there, whatever is wrapped into more or fewer lines.
      let entries = entries(width: self.size.columns - 3, glyphs: .unicode)
      let entry = entries.indices.contains(top) ? entries[top].entry : 0
      self.size = size
      top =
        self.entries(width: size.columns - 3, glyphs: .unicode).firstIndex {
          $0.entry == entry
        } ?? 0
      scroll(by: 0)
    case .mouse(_, let wheel): scroll(by: wheel * Wheel.lines)
    case .key(let key):
      switch keymap.action(for: key, in: contexts) {
      case .quit, .help: return [.leave]
      case let action?:
        if let step = action.step(page: size.rows - 3) { scroll(by: step) }
      case nil: break
      }
    default: break
    }
    return []
  }

  private mutating func scroll(by step: Int) {
    let lines = lines(width: size.columns - 3, glyphs: .unicode)
    let last = max(0, lines.count - (size.rows - 2))
    top = min(last, max(0, top + step))
  }

  /// A line, and the number of the entry that it belongs to: the same at every width.
  private struct Line {
    var entry: Int
    var spans: [Span]
  }

  private func lines(width: Int, glyphs: Glyphs) -> [[Span]] {
    entries(width: width, glyphs: glyphs).map(\.spans)
  }

  private func entries(width: Int, glyphs: Glyphs) -> [Line] {
    var entry = 0
    var lines: [Line] = []
    func add(_ spans: [[Span]]) {
      lines += spans.map { Line(entry: entry, spans: $0) }
      entry += 1
    }
    let rest = KeyContext.allCases.filter { !origin.contains($0) }
    for context in origin + rest {
      // The signs stand behind what works where help was asked for.
      if context == rest.first {
        for spans in legend(width: width, glyphs: glyphs) { add(spans) }
      }
      let bindings = bindings(in: context)
      guard !bindings.isEmpty else { continue }
      if !lines.isEmpty { add([[]]) }
      add([[Span(context.title, .heading, .bold)]])
      for binding in bindings {
        let keys = binding.keys.map { $0.label(glyphs) }.joined(separator: " ")
        let column = min(18, width / 3)
        let help = wrap(binding.help, width: max(1, width - column - 2))
        add(
          help.enumerated().map { index, text in
            [Span(pad(index == 0 ? keys : "", width: column), .key, .bold), Span("  \(text)")]
          })
      }
    }
    return lines
  }

  /// Where help was asked for, only with the keys that mean nothing else there.
  private func bindings(in context: KeyContext) -> [Binding] {
    let isHere = origin.contains(context)
    return keymap.bindings.compactMap { binding in
      guard binding.contexts.contains(context) else { return nil }
      var binding = binding
      if isHere {
        binding.keys.removeAll { keymap.action(for: $0, in: origin) != binding.action }
      }
      return binding.keys.isEmpty ? nil : binding
    }
  }

  /// What the signs mean that stand beside and over the rows of a page, entry by entry.
  private func legend(width: Int, glyphs: Glyphs) -> [[[Span]]] {
    func meter(_ share: Double) -> String { Plot.meter(share, width: 4, glyphs: glyphs) }
    let covered = String(repeating: glyphs.cover, count: 2)
    let signs: [(sign: String, ink: Ink, meaning: String)] = [
      (meter(0), .muted, "None of the row's cards is known yet."),
      (meter(0.5), .muted, "You would recall about half of what it asks, now."),
      (meter(0.75), .warning, "You would recall most of it."),
      (meter(1), .good, "You know it. Nothing at all: no card comes from the row."),
      ("\(covered) ? \(covered)", .accent, "Covered, and the keys act on it."),
      (
        "\(glyphs.moreLeft) \(glyphs.moreRight)", .accent,
        "The table goes on beyond the edge of its pane."
      ),
      (glyphs.ellipsis, .text, "Something was cut off here; zoom, or a wider window, shows more."),
    ]
    var entries: [[[Span]]] = [[[]], [[Span("Signs", .heading, .bold)]]]
    for (sign, ink, meaning) in signs {
      entries.append(
        wrap(meaning, width: max(1, width - 10)).enumerated().map { index, text in
          [Span(pad(index == 0 ? sign : "", width: 8), ink), Span("  \(text)")]
        })
    }
    let words =
      "The meter of a page is the mean of its cards, new ones and those just forgotten counting nothing."
    return entries + [[[]], wrap([Span(words)], width: max(1, width))]
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let lines = lines(width: size.columns - 3, glyphs: look.glyphs)
    let top = min(top, max(0, lines.count - (size.rows - 2)))
    let height = max(0, size.rows - 2)
    let detail =
      lines.count > height ? "\(top + 1)–\(min(lines.count, top + height)) of \(lines.count)" : ""
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look)
    else { return surface }
    for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      surface.put(line, x: 1, y: area.y + row, width: size.columns - 3)
    }
    surface.scrollbar(
      x: size.columns - 1, y: area.y, length: area.height, offset: top, shown: area.height,
      total: lines.count, glyphs: look.glyphs)
    return surface
  }
}
