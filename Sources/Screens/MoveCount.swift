import Surface

/// A number that is typed before a move: `5j` goes five rows down, `10G` to the tenth row.
public enum MoveCount {
  /// No list is longer for hands.
  static let most = 9_999
}

extension Screen {
  /// The number that a key makes of the one typed so far; nil where the key is none of its digits.
  public func count(_ number: Int?, with key: Key, keymap: Keymap) -> Int? {
    guard let digit = key.text?.wholeNumberValue else { return nil }
    let action = keymap.action(for: key, in: contexts)
    // A number may have a nought, but none begins with it.
    guard action == .count || digit == 0 && action == nil && number != nil else { return nil }
    return min(MoveCount.most, (number ?? 0) * 10 + digit)
  }

  /// What is said while a number is being typed.
  public func words(onCount number: Int, keymap: Keymap) -> String {
    let end = keymap.shortLabel(of: .bottom, in: contexts[0])
    let times = number == 1 ? "once" : "\(number) times"
    return "\(number): a move is done \(times), \(end) goes to row \(number), Esc drops it."
  }

  /// Does a move so many times, or goes to the row with that number.
  /// - Returns: nil where the action is no move.
  public mutating func move(_ action: Action, count: Int, keymap: Keymap) -> [Effect]? {
    guard action.step(page: 1) != nil else { return nil }
    guard action == .top || action == .bottom else {
      return (0..<count).flatMap { _ in perform(action, keymap: keymap) }
    }
    let effects = perform(.top, keymap: keymap)
    return effects + (1..<count).flatMap { _ in perform(.down, keymap: keymap) }
  }
}
