import Notes
import Study
import Surface

/// The panes a page calls for, made from the page and what is known of it.
struct PageContent: Sendable {
  var panes: [Pane]
  private var missing: Set<String>
  /// The rows of the text that are headings.
  private(set) var headings: [Int] = []
  /// The links of the text, in its order.
  private(set) var links: [PageScreen.LinkPlace] = []

  /// Of a page that there is not.
  init() {
    panes = [Pane(id: .text, title: "Text", rows: [])]
    missing = []
  }

  init(page: Page, library: Library) {
    let vault = library.vault
    let known = library.knowledge[page.path]
    let knownAt = { (line: Int) in known?.line(line).known }
    missing = Set(
      page.links.map(\.target).filter { vault.resolve($0, from: page.path) == nil })

    var panes: [Pane] = page.tables.enumerated().map { index, entry in
      Pane(
        id: .table(index), title: entry.table.title, header: entry.table.header,
        rows: entry.table.rows.map {
          PaneRow(body: .cells($0.cells), line: $0.line, known: knownAt($0.line))
        })
    }
    for (index, group) in Self.groups(of: page.definitions).enumerated() {
      panes.append(
        Pane(
          id: .definitions(index), title: Self.title(of: group, page: page),
          rows: group.map {
            PaneRow(
              body: .entry(term: $0.term, text: $0.text), line: $0.line, known: knownAt($0.line))
          }))
    }
    var connections = page.connections.map { connection in
      PaneRow(
        body: .connection(
          label: connection.label, reason: connection.reason, link: connection.target,
          target: vault.resolve(connection.target, from: page.path)?.path),
        line: connection.line, known: knownAt(connection.line))
    }
    var linked: Set<String> = []
    for backlink in vault.backlinks(to: page.path) where linked.insert(backlink.page).inserted {
      connections.append(
        PaneRow(body: .backlink(label: backlink.title, target: backlink.page), line: backlink.line))
    }
    if !connections.isEmpty {
      panes.append(Pane(id: .connections, title: "Connections", rows: connections))
    }
    let items: [(Pane.ID, String, [PageItem])] = [
      (.facts, "Key Facts", page.facts), (.questions, "Open Questions", page.questions),
    ]
    for (id, title, items) in items where !items.isEmpty {
      panes.append(
        Pane(
          id: id, title: title,
          rows: items.map {
            PaneRow(
              body: .item($0.item.text, children: $0.item.children), line: $0.line,
              known: knownAt($0.line))
          }))
    }
    let text = Self.text(of: page, missing: missing)
    panes.append(Pane(id: .text, title: "Text", rows: text))
    self.panes = panes
    for (row, body) in text.map(\.body).enumerated() {
      guard case .prose(let line) = body else { continue }
      if line.isHeading { headings.append(row) }
      links += line.links.indices.map { PageScreen.LinkPlace(row: row, index: $0) }
    }
  }

  func isMissing(_ target: String) -> Bool { missing.contains(target) }

  subscript(id: Pane.ID) -> Pane? { panes.first { $0.id == id } }

  /// Definitions in the lists they stand in.
  private static func groups(of definitions: [Definition]) -> [[Definition]] {
    var groups: [[Definition]] = []
    for definition in definitions {
      if let last = groups.last?.last, last.group == definition.group,
        last.section == definition.section
      {
        groups[groups.count - 1].append(definition)
      } else {
        groups.append([definition])
      }
    }
    return groups
  }

  /// A caption such as `Types` says little on its own: the section's title goes before it.
  private static func title(of group: [Definition], page: Page) -> String {
    guard let first = group.first else { return "" }
    let section =
      page.sections.indices.contains(first.section) ? page.sections[first.section].title : ""
    return first.group == section || section.isEmpty ? first.group : "\(section): \(first.group)"
  }

  private static func text(of page: Page, missing: Set<String>) -> [PaneRow] {
    Prose.page(page, glyphs: .unicode, isMissing: missing.contains).map { entry in
      PaneRow(body: .prose(entry.line), line: page.sections[entry.section].line)
    }
  }
}

/// Panes that are on the screen together.
struct Board: Sendable {
  /// What is in it. May be longer than there is room for.
  var title: String
  var panes: [Pane.ID]

  /// The boards of a page on a screen of this size. The first one shows what the page is built
  /// on; a large screen puts Key Facts and Open Questions there as well.
  static func boards(of content: PageContent, size: Size) -> [Board] {
    let ids = content.panes.map(\.id)
    let tables = ids.filter { if case .table = $0 { true } else { false } }
    let definitions = ids.filter { if case .definitions = $0 { true } else { false } }
    let memory = ids.filter { $0 == .facts || $0 == .questions }
    let hasConnections = ids.contains(.connections)

    var first: [Pane.ID] = Array(tables.prefix(1)) + Array(definitions.prefix(1))
    if hasConnections { first.append(.connections) }
    let isLarge = size.columns >= 140 && size.rows >= 40
    if isLarge { first += memory }
    // A page without tables or definitions opens on what it does have.
    if first.count < 2 { first = memory.filter { !first.contains($0) } + first }
    let text = Board(title: "Text", panes: [.text])
    guard first.count > 0 else { return [text] }
    // Of a note in prose one wants to see what it says before what links to it.
    if first == [.connections] { return [text, Board(title: "Connections", panes: first)] }

    var boards = [Board(title: "Overview", panes: first)]
    let factsBoard = memory.filter { !first.contains($0) }
    if !factsBoard.isEmpty {
      let title =
        factsBoard.count == 2 ? "Facts & Questions" : factsBoard == [.facts] ? "Facts" : "Questions"
      boards.append(Board(title: title, panes: factsBoard))
    }
    let more = (tables + definitions).filter { !first.contains($0) }
    let share = isLarge ? 4 : 2
    let titles = Dictionary(
      content.panes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    for start in stride(from: 0, to: more.count, by: share) {
      let panes = Array(more[start..<min(start + share, more.count)])
      let names = panes.compactMap { titles[$0] }
      boards.append(Board(title: names.joined(separator: ", "), panes: panes))
    }
    return boards + [text]
  }
}

/// Where the panes of a board stand.
enum PaneLayout {
  /// Below this width panes do not stand beside each other.
  private static let leastBeside = 36

  /// How low a pane may be among others: less shows too little of it to be worth the borders, the
  /// sooner in a narrow one, where everything takes more lines.
  private static func least(_ width: Int) -> Int { width < 60 ? 8 : 6 }

  /// The rectangles of the panes, in their order; where there is no room for all of them only the
  /// focused one has any.
  static func arrange(
    _ panes: [Pane], focus: Int, in area: Rect, heightOf: (Pane, Int) -> Int
  ) -> [Rect] {
    let none = Rect(x: area.x, y: area.y, width: 0, height: 0)
    guard panes.count > 1, let rows = rows(of: panes, in: area) else {
      return panes.indices.map { $0 == focus ? area : none }
    }
    let widths = rows.map { row in
      Layout.columns(
        row.map { panes[$0].weight }, minimum: row.map { _ in 20 }, total: area.width, gap: 0)
    }
    let wanted = zip(rows, widths).map { row, widths in
      zip(row, widths).map { heightOf(panes[$0], $1 - 4) + 2 }.max() ?? 3
    }
    let heights = shares(of: area.height, wanted: wanted)
    var rects = panes.map { _ in none }
    var y = area.y
    for (row, (widths, height)) in zip(rows, zip(widths, heights)) {
      var x = area.x
      for (pane, width) in zip(row, widths) {
        rects[pane] = Rect(x: x, y: y, width: width, height: height)
        x += width
      }
      y += height
    }
    return rects
  }

  /// Which panes stand beside each other; nil where they do not all have room.
  private static func rows(of panes: [Pane], in area: Rect) -> [[Int]]? {
    let rows = rowsOfPanes(panes, width: area.width)
    let least = least(area.width)
    if rows.count * least <= area.height { return rows }
    // A low window has more room beside than below.
    let isBeside = panes.count * leastBeside <= area.width && least <= area.height
    return isBeside ? [Array(panes.indices)] : nil
  }

  /// A table takes the whole width of a narrow screen; other panes stand in pairs, or in threes
  /// where there is room. A very narrow one has them all below each other.
  private static func rowsOfPanes(_ panes: [Pane], width: Int) -> [[Int]] {
    if width < 60 { return panes.indices.map { [$0] } }
    if width >= 110 {
      let perRow = panes.count == 4 ? 2 : 3
      return stride(from: 0, to: panes.count, by: perRow).map {
        Array($0..<min($0 + perRow, panes.count))
      }
    }
    var rows: [[Int]] = []
    var pair: [Int] = []
    for index in panes.indices {
      if case .table = panes[index].id {
        rows.append([index])
      } else {
        pair.append(index)
        if pair.count == 2 {
          rows.append(pair)
          pair = []
        }
      }
    }
    // Long text reads better in full lines than in narrow columns.
    if !pair.isEmpty { rows.append(pair) }
    if panes.map(\.id) == [.facts, .questions] { return [[0], [1]] }
    return rows
  }

  /// Shares out `total` rows: everybody what they want where it fits; else those at the top first,
  /// so that the table a page is built on is seen whole, and the others scroll.
  private static func shares(of total: Int, wanted: [Int]) -> [Int] {
    let sum = wanted.reduce(0, +)
    if sum <= total {
      var heights = wanted
      let spare = total - sum
      for index in heights.indices { heights[index] += spare / heights.count }
      heights[heights.count - 1] += spare % heights.count
      return heights
    }
    let least = max(3, min(7, total / wanted.count))
    var left = total
    return wanted.indices.map { index in
      let below = (wanted.count - index - 1) * least
      let isLast = index == wanted.count - 1
      let height = isLast ? left : max(least, min(wanted[index], left - below))
      left -= height
      return max(0, height)
    }
  }
}
