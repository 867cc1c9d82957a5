import Surface

// The strip of boards at the top.
extension PageScreen {
  /// The number of a board and as much of its name as there is room for.
  struct BoardLabel {
    var board: Int
    var text: String
    var x = 0
    var width: Int { TextWidth.of(text) }

    /// - Parameter longest: so many columns of the name; with none the number alone.
    init(board: Int, title: String, isCurrent: Bool, longest: Int) {
      self.board = board
      let name = longest > 0 ? " " + truncate(title, width: longest, glyphs: .unicode) : ""
      text =
        isCurrent
        ? "[\(board + 1)\(name)]" : name.isEmpty ? "\(board + 1)" : " \(board + 1)\(name) "
    }
  }

  /// The boards that are named, in a row; what is not stands before and behind them as a number.
  private struct Strip {
    var labels: [BoardLabel]
    /// How many boards there are before these, and behind them.
    var before = 0
    var after = 0

    var width: Int {
      let marks = [before, after].filter { $0 > 0 }.map { "\($0)".count + 2 }
      return labels.reduce(max(0, labels.count - 1)) { $0 + $1.width } + marks.reduce(0, +)
    }
  }

  /// A name is not cut to less: less says nothing.
  private static let leastName = 12

  /// All boards with their names, cut as far as they still say something; else with the names of the current
  /// one and of what is nearest to it; else as many of them as there is room for.
  private static func strip(_ titles: [String], current: Int, room: Int) -> Strip {
    func label(_ board: Int, _ longest: Int) -> BoardLabel {
      BoardLabel(
        board: board, title: titles[board], isCurrent: board == current, longest: longest)
    }
    for longest in stride(from: 40, through: leastName, by: -1) {
      let strip = Strip(labels: titles.indices.map { label($0, longest) })
      if strip.width <= room { return strip }
    }
    var strip = Strip(labels: titles.indices.map { label($0, $0 == current ? leastName : 0) })
    let nearest = titles.indices.filter { $0 != current }.sorted {
      (abs($0 - current), $1) < (abs($1 - current), $0)
    }
    for board in nearest {
      var more = strip
      more.labels[board] = label(board, leastName)
      guard more.width <= room else { break }
      strip = more
    }
    while strip.width > room, strip.labels.count > 1 {
      // What is farther from the current one goes first.
      if current - strip.before > titles.count - 1 - strip.after - current {
        strip.labels.removeFirst()
        strip.before += 1
      } else {
        strip.labels.removeLast()
        strip.after += 1
      }
    }
    return strip
  }

  private func strip(_ boards: [Board], size: Size) -> Strip {
    let current = boardIndex(boards)
    // Behind them stands which of the board's panes has the focus.
    let mark = paneMark(boards[current]).map { TextWidth.of($0) + 2 } ?? 0
    var strip = Self.strip(
      boards.map(\.title), current: current, room: size.columns - 2 - mark)
    var x = strip.before > 0 ? "\(strip.before)".count + 3 : 1
    for index in strip.labels.indices {
      strip.labels[index].x = x
      x += strip.labels[index].width + 1
    }
    return strip
  }

  /// The board whose name stands at a point.
  func board(at point: Point) -> Int? {
    guard point.y == 1 else { return nil }
    return strip(boards(size), size: size).labels.first {
      ($0.x..<($0.x + $0.width)).contains(point.x)
    }?.board
  }

  func drawBoards(on surface: inout Surface, size: Size, look: Look) {
    let boards = boards(size)
    let current = boardIndex(boards)
    let strip = strip(boards, size: size)
    if strip.before > 0 {
      surface.put("\(look.glyphs.moreLeft)\(strip.before)", x: 1, y: 1, .muted)
    }
    for label in strip.labels {
      let isCurrent = label.board == current
      surface.put(
        label.text, x: label.x, y: 1, isCurrent ? .accent : .muted, isCurrent ? .bold : [])
    }
    if strip.after > 0, let last = strip.labels.last {
      surface.put(
        "\(strip.after)\(look.glyphs.moreRight)", x: last.x + last.width + 1, y: 1, .muted)
    }
    if let mark = paneMark(boards[current]) {
      surface.put(mark, x: size.columns - mark.count - 1, y: 1, .muted)
    }
  }

  /// Which of a board's panes has the focus: `1/2`; nil where there is one alone.
  private func paneMark(_ board: Board) -> String? {
    guard board.panes.count > 1, let index = board.panes.firstIndex(of: place.focus) else {
      return nil
    }
    return "\(index + 1)/\(board.panes.count)"
  }
}
