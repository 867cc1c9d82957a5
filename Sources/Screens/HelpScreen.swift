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
      self.size = size
      scroll(by: 0)
    case .mouse(_, let wheel): scroll(by: wheel)
    case .key(let key):
      switch keymap.action(for: key, in: contexts) {
      case .up: scroll(by: -1)
      case .down: scroll(by: 1)
      case .pageUp: scroll(by: -(size.rows - 3))
      case .pageDown: scroll(by: size.rows - 3)
      case .top: top = 0
      case .bottom: scroll(by: Int.max / 2)
      case .quit, .help: return [.leave]
      default: break
      }
    default: break
    }
    return []
  }

  private mutating func scroll(by step: Int) {
    let last = max(0, lines(width: size.columns - 2).count - (size.rows - 2))
    top = min(last, max(0, top + step))
  }

  private func lines(width: Int) -> [[Span]] {
    let rest = KeyContext.allCases.filter { !origin.contains($0) }
    var lines: [[Span]] = []
    for context in origin + rest {
      let bindings = keymap.bindings.filter { $0.contexts.contains(context) && !$0.keys.isEmpty }
      guard !bindings.isEmpty else { continue }
      if !lines.isEmpty { lines.append([]) }
      lines.append([Span(context.title, .heading, .bold)])
      for binding in bindings {
        let keys = binding.keys.map(\.label).joined(separator: " ")
        let column = min(18, width / 3)
        let help = wrap(binding.help, width: max(1, width - column - 2))
        for (index, text) in help.enumerated() {
          lines.append([
            Span(pad(index == 0 ? keys : "", width: column), .key, .bold), Span("  \(text)"),
          ])
        }
      }
    }
    lines.append([])
    lines.append([Span("The meter beside a row", .heading, .bold)])
    let legend = """
      shows how likely you are to recall it now: empty when it has not been studied, full when you \
      know it. A page's meter is the mean of its cards.
      """
    lines += wrap([Span(legend)], width: max(1, width))
    return lines
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let lines = lines(width: size.columns - 2)
    let height = max(0, size.rows - 2)
    let detail =
      lines.count > height ? "\(top + 1)–\(min(lines.count, top + height)) of \(lines.count)" : ""
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, contexts: contexts, look: look)
    else { return surface }
    for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      surface.put(line, x: 1, y: area.y + row, width: size.columns - 2)
    }
    return surface
  }
}
