import Surface

/// How a table stands in a pane: which of its columns are in sight and how wide they are. The first
/// column stays, since it names the rows; where the others cannot all be read, some are scrolled out
/// of sight to the left or to the right.
struct TableShape: Sendable, Equatable {
  static let gap = 2
  /// A column is not made narrower than its longest word, or than this where that is longer.
  private static let legible = 12

  /// The columns in sight, by their places in the table.
  private(set) var columns: [Int]
  private(set) var widths: [Int]
  /// How many are out of sight on either side.
  private(set) var hiddenLeft = 0
  private(set) var hiddenRight = 0

  var isCut: Bool { hiddenLeft + hiddenRight > 0 }

  /// - Parameters:
  ///   - natural: the widest cell of each column.
  ///   - words: the longest word of each column.
  ///   - first: the first column in sight after the one that stays; what is too far goes as far as
  ///     there are columns.
  init(natural: [Int], words: [Int], total: Int, from first: Int = 1) {
    let count = natural.count
    let least = words.indices.map { max(min(2, natural[$0]), min(words[$0], Self.legible), 1) }
    let isRoomForAll = least.reduce(0, +) + Self.gap * max(0, count - 1) <= total
    guard count > 2, !isRoomForAll else {
      columns = Array(natural.indices)
      widths = Layout.tableColumns(
        natural: natural, minimum: words, total: max(1, total), gap: Self.gap)
      return
    }
    // The sign at the right edge takes a gap and a column.
    let room = total - 2
    let key = min(least[0], max(1, room / 3))
    func fits(from start: Int) -> Int {
      var left = room - key
      var shown = 0
      while start + shown < count, shown == 0 || left >= least[start + shown] + Self.gap {
        left -= least[start + shown] + Self.gap
        shown += 1
      }
      return shown
    }
    var last = count - 1
    while last > 1, fits(from: last - 1) == count - last + 1 { last -= 1 }
    let start = min(max(1, first), last)
    let shown = fits(from: start)
    columns = [0] + Array(start..<(start + shown))
    widths = Layout.tableColumns(
      natural: columns.map { $0 == 0 ? min(natural[0], max(key, room / 3)) : natural[$0] },
      minimum: columns.map { $0 == 0 ? key : words[$0] }, total: max(1, room), gap: Self.gap)
    hiddenLeft = start - 1
    hiddenRight = count - start - shown
  }

  /// The first column to begin with so that `column` is in sight, moving as little as can be.
  static func start(
    showing column: Int, from first: Int, natural: [Int], words: [Int], total: Int
  ) -> Int {
    guard column > 0 else { return first }
    var start = min(first, column)
    while start < column {
      let shape = TableShape(natural: natural, words: words, total: total, from: start)
      if shape.columns.contains(column) { break }
      start += 1
    }
    return start
  }

  /// Sets the wrapped cells of the columns in sight side by side. Before the cell that the keys act
  /// on, a pointer stands in the gap.
  func rows(
    of cells: [[[Span]]], pointer: (column: Int, sign: String)? = nil
  ) -> [[Span]] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var spans: [Span] = []
      for place in columns.indices {
        let cell = line < cells[place].count ? cells[place][line] : []
        spans += cell
        guard place + 1 < columns.count else { continue }
        let used = cell.reduce(0) { $0 + TextWidth.of($1.text) }
        let blank = max(0, widths[place] - used) + Self.gap
        if let pointer, line == 0, columns[place + 1] == pointer.column {
          spans.append(Span(String(repeating: " ", count: blank - 1)))
          spans.append(Span(pointer.sign, .borderFocused, .bold))
        } else {
          spans.append(Span(String(repeating: " ", count: blank)))
        }
      }
      return spans
    }
  }
}
