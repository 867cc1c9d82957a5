import Surface

/// The names of what a screen can show, in a row at its top: of all of them at least the number, and where
/// even that has no room, how many there are to either side.
struct TabStrip {
  private struct Label {
    var tab: Int
    var text: String
    var width: Int { TextWidth.of(text) }
  }

  private let current: Int
  private var labels: [Label]
  /// How many there are before these, and behind them.
  private var before = 0
  private var after = 0

  /// A name is not cut to less: less says nothing.
  private static let leastName = 12

  /// - Parameter room: the columns there are.
  init(_ titles: [String], current: Int, room: Int) {
    self.current = current
    func label(_ tab: Int, longest: Int) -> Label {
      let name = longest > 0 ? " " + truncate(titles[tab], width: longest, glyphs: .unicode) : ""
      if tab == current { return Label(tab: tab, text: "[\(tab + 1)\(name)]") }
      return Label(tab: tab, text: " \(tab + 1)\(name) ")
    }
    labels = []
    // So many have room for their numbers; what is farther away need not be looked at.
    let most = room / 3 + 1
    // All with their names, cut as far as they still say something.
    for longest in stride(from: 40, through: Self.leastName, by: -1) where titles.count < most {
      labels = titles.indices.map { label($0, longest: longest) }
      if width <= room { return }
    }
    let near = titles.indices.clamped(to: (current - most)..<(current + most + 1))
    (before, after) = (near.lowerBound, titles.count - near.upperBound)
    labels = near.map { label($0, longest: $0 == current ? Self.leastName : 0) }
    let nearest = near.filter { $0 != current }.sorted {
      (abs($0 - current), $1) < (abs($1 - current), $0)
    }
    for tab in nearest {
      let place = tab - near.lowerBound
      let bare = labels[place]
      labels[place] = label(tab, longest: Self.leastName)
      guard width > room else { continue }
      labels[place] = bare
      break
    }
    while width > room, labels.count > 1 {
      // What is farther from the current one goes first.
      if current - before > titles.count - 1 - after - current {
        labels.removeFirst()
        before += 1
      } else {
        labels.removeLast()
        after += 1
      }
    }
  }

  private var width: Int {
    let marks = [before, after].filter { $0 > 0 }.reduce(0) { $0 + "\($1)".count + 1 }
    return labels.reduce(marks) { $0 + $1.width }
  }

  private static let margin = 1

  /// The labels, each with the column it begins at.
  private var placed: [(x: Int, label: Label)] {
    var x = Self.margin + (before > 0 ? "\(before)".count + 1 : 0)
    return labels.map { label in
      defer { x += label.width }
      return (x, label)
    }
  }

  /// The one that stands in a column.
  func tab(at column: Int) -> Int? {
    placed.first { ($0.x..<($0.x + $0.label.width)).contains(column) }?.label.tab
  }

  func draw(on surface: inout Surface, y: Int, glyphs: Glyphs) {
    if before > 0 { surface.put("\(glyphs.moreLeft)\(before)", x: Self.margin, y: y, .muted) }
    for (x, label) in placed {
      let isCurrent = label.tab == current
      surface.put(
        label.text, x: x, y: y, isCurrent ? .accent : .muted, isCurrent ? .bold : [])
    }
    if after > 0, let last = placed.last {
      surface.put(
        "\(after)\(glyphs.moreRight)", x: last.x + last.label.width, y: y, .muted)
    }
  }
}
