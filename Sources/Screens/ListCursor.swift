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
    guard let step = action.step(page: page) else { return false }
    move(by: step, of: count)
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

extension Action {
  /// How many rows or lines it moves on, where a screenful has so many; nil for what is no move.
  func step(page: Int) -> Int? {
    let page = max(1, page)
    return switch self {
    case .up: -1
    case .down: 1
    case .halfUp: -max(1, page / 2)
    case .halfDown: max(1, page / 2)
    case .pageUp: -page
    case .pageDown: page
    case .top: -Int.max / 2
    case .bottom: Int.max / 2
    default: nil
    }
  }
}

/// A turn of the wheel moves a list on by a row, and a text by a few.
enum Wheel {
  /// Lines of text for a turn.
  static let lines = 3
}
