/// What a pointer did. The button is always the first one: everything works by keyboard too.
public enum MouseAction: Sendable, Hashable {
  case press, release, drag, doublePress, scrollUp, scrollDown
}

/// What the terminal tells the program.
public enum Event: Sendable, Hashable {
  case key(Key)
  /// Text that was pasted, line ends as `\n`: it is inserted, never read as keys.
  case paste(String)
  case mouse(Point, MouseAction)
  case resize(Size)
  /// The terminal window has got (true) or lost the keyboard.
  case focus(Bool)
  /// The program is back after Ctrl-Z, or after the editor: everything must be painted again.
  case resumed
  /// Work that runs beside the terminal has something to report.
  case wake
  /// Somebody asks the program to end, by signal or by closing the terminal.
  case quit(signal: Int32)
}
