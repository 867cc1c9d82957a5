import Surface

/// The place of a reader in a text that is laid out anew for another window: what stood at the top
/// stays there, whatever lines it is wrapped into.
enum ReadingPlace {
  /// - Parameter top: the line of the old layout that stood at the top.
  /// - Returns: the line of the new one that has what it began with.
  static func line(_ top: Int, of old: [[Span]], in new: [[Span]]) -> Int {
    guard top > 0 else { return 0 }
    // Blanks, rules and bars are as many as there is room for: letters and figures are the text.
    let before = old.prefix(top).reduce(0) { $0 + letters($1) }
    var passed = 0
    for (index, line) in new.enumerated() {
      passed += letters(line)
      if passed > before { return index }
    }
    return max(0, new.count - 1)
  }

  private static func letters(_ line: [Span]) -> Int {
    line.reduce(0) { $0 + $1.text.count { $0.isLetter || $0.isNumber } }
  }
}
