import Screens
import Surface

/// Numbers before moves.
extension Program {
  /// Takes a digit in, or does the move that the number was typed for.
  /// - Returns: false where the key is to do what it always does.
  func handleCount(_ key: Key) throws -> Bool {
    guard var screen = screens.last else { return false }
    let typed = count
    count = screen.count(typed, with: key, keymap: look.keymap)
    if let count {
      message = screen.words(onCount: count, keymap: look.keymap)
      return true
    }
    guard let typed, let action = look.keymap.action(for: key, in: screen.contexts) else {
      return false
    }
    if key == .escape { return true }
    guard let effects = screen.move(action, count: typed, keymap: look.keymap) else { return false }
    try take(screen, effects)
    return true
  }
}
