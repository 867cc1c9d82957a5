/// The chosen one among the rows of a list: how keys move it, and which part of the list is in sight.
struct ListCursor: Sendable, Equatable {
  private(set) var row = 0

  /// - Parameter count: how many rows there are.
  mutating func select(_ row: Int, of count: Int) {
    self.row = min(max(0, count - 1), max(0, row))
  }

  mutating func move(by step: Int, of count: Int) { select(row + step, of: count) }

  /// Moves as the keys for that say.
  /// - Parameter page: how many rows a screenful has.
  /// - Returns: false when the action is no move.
  mutating func perform(_ action: Action, of count: Int, page: Int) -> Bool {
    switch action {
    case .up: move(by: -1, of: count)
    case .down: move(by: 1, of: count)
    case .pageUp: move(by: -max(1, page), of: count)
    case .pageDown: move(by: max(1, page), of: count)
    case .top: select(0, of: count)
    case .bottom: select(count - 1, of: count)
    default: return false
    }
    return true
  }

  /// The first row in sight, of `count` rows where so many are shown: the chosen one in the middle.
  func top(of count: Int, shown: Int) -> Int { Self.top(at: row, of: count, shown: shown) }

  /// The first line in sight, where rows have several lines, or headings between them.
  func top(ofLines rows: [Int?], shown: Int) -> Int {
    Self.top(at: rows.firstIndex(of: row) ?? 0, of: rows.count, shown: shown)
  }

  private static func top(at place: Int, of count: Int, shown: Int) -> Int {
    min(max(0, count - shown), max(0, place - shown / 2))
  }
}
