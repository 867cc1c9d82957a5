import CTerminal
import Surface

/// The terminal, open: shows surfaces and reports what the user does. Give it back with `close`.
final class Terminal {
  let glyphs: Glyphs
  /// Whether there are colours, and they are wanted.
  let hasColours: Bool
  /// The theme that was asked for; without colours another one is shown.
  private(set) var themeName: String
  private var theme: Theme
  private var shown: Surface?

  /// - Throws: `Failure` when there is no terminal that can place a cursor.
  init(theme: Theme, mouse: Bool, isMonochrome: Bool) throws {
    var options = terminal_options()
    options.mouse = mouse
    var error = terminal_error()
    guard terminal_open(&options, &error) == Int32(terminal_error_none) else {
      throw Self.failure(error)
    }
    glyphs = terminal_is_utf8() ? .unicode : .ascii
    hasColours = terminal_colours() >= 8 && !isMonochrome
    themeName = theme.name
    self.theme = hasColours ? theme : .monochrome
    defineStyles()
  }

  /// Shows everything in other colours from the next `show` on.
  func use(_ theme: Theme) {
    themeName = theme.name
    guard hasColours else { return }
    self.theme = theme
    defineStyles()
    repaint()
  }

  private static func failure(_ error: terminal_error) -> Failure {
    let message = error.message.map { String(cString: $0) } ?? "the terminal cannot be used"
    let parts = message.split(separator: ";", maxSplits: 1).map(String.init)
    let remedy = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "use a terminal"
    let isData = error.code == terminal_error_system
    return Failure(
      parts.first ?? "the terminal cannot be used", remedy: remedy,
      status: isData ? .data : .wrongUse)
  }

  private func defineStyles() {
    for ink in Ink.allCases {
      let style = theme.style(of: ink)
      terminal_define_style(
        Int32(ink.rawValue), Self.number(style.foreground), Self.number(style.background),
        Self.bits(style.attributes))
    }
  }

  private static func number(_ colour: Colour?) -> Int32 {
    switch colour {
    case nil, .terminal: -1
    case .indexed(let index): Int32(index)
    case .rgb(let red, let green, let blue): terminal_rgb(red, green, blue)
    }
  }

  private static func bits(_ attributes: Attributes) -> Int32 {
    let pairs: [(Attributes, Int)] = [
      (.bold, terminal_bold), (.dim, terminal_dim), (.italic, terminal_italic),
      (.underline, terminal_underline), (.reverse, terminal_reverse),
    ]
    return Int32(pairs.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 })
  }

  var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    terminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Shows a surface; only cells that changed are sent.
  func show(_ surface: Surface) {
    for run in surface.runs(changedFrom: shown) {
      var text = run.text
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          terminal_put(
            Int32(run.y), Int32(run.x), characters.baseAddress, Int32(characters.count),
            Int32(run.columns), Int32(run.ink.rawValue), Self.bits(run.attributes))
        }
      }
    }
    if let cursor = surface.cursor {
      terminal_cursor(Int32(cursor.y), Int32(cursor.x), true)
    } else {
      terminal_cursor(0, 0, false)
    }
    terminal_flush()
    shown = surface
  }

  /// Waits for the next event; nil when `milliseconds` are over (negative: waits for ever).
  func read(milliseconds: Int) -> Event? {
    var event = terminal_event()
    switch Int(terminal_read(Int32(clamping: milliseconds), &event)) {
    case terminal_event_key:
      guard let name = event.name else { return nil }
      return Key(name: String(cString: name)).map(Event.key)
    case terminal_event_paste:
      guard let text = event.text else { return nil }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(event.length))
      return .paste(String(decoding: bytes, as: UTF8.self))
    case terminal_event_mouse:
      return mouse(event)
    case terminal_event_resize:
      shown = nil
      return .resize(Size(columns: Int(event.columns), rows: Int(event.rows)))
    case terminal_event_resumed:
      shown = nil
      return .resumed
    case terminal_event_wake:
      return .wake
    case terminal_event_quit:
      return .quit(signal: event.signal)
    default:
      return nil
    }
  }

  private func mouse(_ event: terminal_event) -> Event? {
    let point = Point(x: Int(event.column), y: Int(event.row))
    let action: MouseAction
    switch Int(event.mouse) {
    case terminal_mouse_press: action = .press
    case terminal_mouse_double_press: action = .doublePress
    case terminal_mouse_drag: action = .drag
    case terminal_mouse_scroll_up: action = .scrollUp
    case terminal_mouse_scroll_down: action = .scrollDown
    default: action = .release
    }
    return .mouse(point, action)
  }

  /// Gives the terminal to another program while `body` runs.
  func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    terminal_suspend()
    defer {
      _ = terminal_resume()
      shown = nil
    }
    return try body()
  }

  /// Ends a wait for events. To be called from any thread.
  static func wake() { terminal_wake() }

  /// Makes the next `show` send everything.
  func repaint() {
    terminal_repaint()
    shown = nil
  }

  func close() { terminal_close() }
}
