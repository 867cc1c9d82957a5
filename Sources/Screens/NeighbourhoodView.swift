import Notes
import Study
import Surface

/// Draws the links of the vault.
struct NeighbourhoodView {
  let screen: NeighbourhoodScreen
  let size: Size
  let look: Look
  var glyphs: Glyphs { look.glyphs }
  var layout: NeighbourhoodLayout { NeighbourhoodLayout(size: size) }
  var library: Library { screen.library }

  func render() -> Surface {
    var surface = Surface(size: size, glyphs: glyphs)
    let pages = library.vault.pages.count
    guard
      Frame.draw(
        on: &surface, title: screen.title, detail: pages == 1 ? "1 page" : "\(pages) pages",
        footer: screen.footer, look: look) != nil
    else { return surface }
    drawViews(on: &surface)
    switch screen.view {
    case .map: drawMap(on: &surface)
    case .missing: drawMissing(on: &surface)
    case .orphans: drawOrphans(on: &surface)
    }
    return surface
  }

  private func drawViews(on surface: inout Surface) {
    let names: [(NeighbourhoodScreen.View, String)] = [
      (.map, "Links"), (.missing, "Missing \(screen.missingCount)"),
      (.orphans, "Orphans \(screen.orphans.count)"),
    ]
    var x = 1
    for (view, name) in names {
      let isShown = view == screen.view
      x += surface.put(
        isShown ? "[\(name)]" : " \(name) ", x: x, y: 1, isShown ? .accent : .muted,
        isShown ? .bold : [], width: size.columns - x)
      x += 1
    }
  }

  // MARK: The map

  private func drawMap(on surface: inout Surface) {
    guard let map = screen.map else { return }
    if layout.isStacked {
      drawStack(map, on: &surface)
    } else {
      drawSide(.left, "Linked from", in: layout.left, on: &surface)
      drawCentre(map, on: &surface)
      drawSide(.right, "Links to", in: layout.right, on: &surface)
    }
    drawDetail(map, on: &surface)
  }

  private func drawCentre(_ map: NeighbourhoodMap, on surface: inout Surface) {
    let rect = layout.centre
    let isFocused = screen.spot == .centre
    // A short box in the middle, with an arrow from and to the sides.
    var lines = wrap([Span(map.centre.title, .title, .bold)], width: max(1, rect.width - 6))
    lines.append([Span(map.centre.path, .muted)])
    lines += figures(of: map.centre.path, width: rect.width - 6)
    let summary = wrap([Span(map.centre.summary)], width: max(1, rect.width - 6))
    let room = rect.height - lines.count - 3
    if !map.centre.summary.isEmpty, room > 1 {
      lines.append([])
      lines += summary.prefix(room - 1)
      if summary.count > room - 1, let last = lines.popLast() {
        lines.append([
          Span(
            truncate(
              last.map(\.text).joined() + " " + glyphs.ellipsis, width: rect.width - 6,
              glyphs: glyphs))
        ])
      }
    } else if !map.centre.summary.isEmpty {
      lines[lines.count - 1].append(Span(" \(glyphs.ellipsis)", .muted))
    }
    let height = min(rect.height, lines.count + 2)
    let box = Rect(
      x: rect.x + 1, y: rect.y + max(0, (rect.height - height) / 2), width: rect.width - 2,
      height: height)
    surface.box(
      box, borderInk: isFocused ? .borderFocused : .border, heavy: isFocused, glyphs: glyphs)
    for (row, line) in lines.prefix(box.height - 2).enumerated() {
      surface.put(line, x: box.x + 2, y: box.y + 1 + row, width: box.width - 4)
    }
    let y = box.y + box.height / 2
    // One column each: where an arrow takes two, its head.
    let arrow = String(glyphs.arrow.suffix(1))
    if !map.left.isEmpty { surface.put(arrow, x: rect.x, y: y, .accent) }
    if !map.right.isEmpty { surface.put(arrow, x: rect.right - 1, y: y, .accent) }
  }

  /// What is due on a page, and how well it is known.
  func figures(of page: String, width: Int) -> [[Span]] {
    var line: [Span] = []
    if let known = library.known(page) {
      line.append(Span(Plot.meter(known, width: 7, glyphs: glyphs), .good))
      line.append(Span(" \(HomeFigures.percent(known))"))
    }
    if let due = library.due[page], due > 0 {
      line.append(Span(line.isEmpty ? "\(due) due" : "  \(due) due", .accent))
    }
    return line.isEmpty ? [] : [line]
  }

  private func drawSide(
    _ side: NeighbourhoodMap.Side, _ title: String, in rect: Rect, on surface: inout Surface
  ) {
    guard let map = screen.map else { return }
    let rows = map.rows(side)
    let isFocused = screen.spot == .side(side)
    let count = rows.count { $0.depth == 0 }
    surface.box(
      rect, title: "\(title) \(count)", titleInk: isFocused ? .accent : .heading,
      borderInk: isFocused ? .borderFocused : .border, heavy: isFocused, glyphs: glyphs)
    let inside = rect.inset(x: 2, y: 1)
    if rows.isEmpty {
      let words = side == .left ? "No page links here." : "No link leads on."
      surface.put(words, x: inside.x, y: inside.y, .muted, width: inside.width)
    }
    let top = top(side, height: inside.height)
    for (offset, row) in rows.dropFirst(top).prefix(inside.height / layout.rowHeight).enumerated() {
      let isCurrent = isFocused && top + offset == (screen.cursors[side] ?? 0)
      draw(
        row, x: inside.x, y: inside.y + offset * layout.rowHeight, width: inside.width,
        isCurrent: isCurrent, on: &surface)
    }
    surface.scrollbar(
      x: rect.right - 1, y: inside.y, length: inside.height, offset: top,
      shown: inside.height / layout.rowHeight, total: rows.count, glyphs: glyphs,
      isFocused ? .borderFocused : .border)
  }

  private func top(_ side: NeighbourhoodMap.Side, height: Int) -> Int {
    let shown = max(1, height / layout.rowHeight)
    let count = screen.map?.rows(side).count ?? 0
    return min(max(0, count - shown), max(0, (screen.cursors[side] ?? 0) - shown / 2))
  }

  private func draw(
    _ row: NeighbourhoodMap.Row, x: Int, y: Int, width: Int, isCurrent: Bool,
    on surface: inout Surface
  ) {
    let attributes: Attributes = isCurrent ? [.reverse, .bold] : []
    func ink(_ ink: Ink) -> Ink { isCurrent ? .selection : ink }
    if isCurrent {
      surface.fill(Rect(x: x - 1, y: y, width: width + 1, height: 1), .selection, .reverse)
      surface.put(glyphs.pointer, x: x - 1, y: y, .selection, attributes)
    }
    let page = row.neighbour.page
    var figures: [Span] = []
    if let page, let due = library.due[page], due > 0 {
      figures.append(Span(" \(due)", ink(.accent), attributes))
    }
    if width >= 22, let page, let known = library.known(page) {
      figures.append(
        Span(" " + Plot.meter(known, width: 5, glyphs: glyphs), ink(.good), attributes))
    }
    let taken = figures.reduce(0) { $0 + TextWidth.of($1.text) }
    // Where there is no room for the word, a sign must do.
    let hasWord = page == nil && width >= 34
    var fold = row.behind > 0 ? (row.isUnfolded ? "- " : "+ ") : "  "
    if page == nil, !hasWord { fold = glyphs.cross + " " }
    let indent = String(repeating: " ", count: row.depth * 2)
    let title = [
      Span(indent + fold, ink(.accent), attributes),
      Span(row.neighbour.title, ink(page == nil ? .missing : .link), attributes),
    ]
    let mark = hasWord ? " (missing)" : ""
    let room = width - taken - mark.count
    let used = surface.put(title, x: x, y: y, width: max(1, room))
    surface.put(mark, x: x + used, y: y, ink(.missing), attributes)
    surface.put(figures, x: x + width - taken, y: y)
    if layout.rowHeight > 1 {
      let reason = screen.reason(of: row)
      surface.put(
        reason, x: x + 2 + row.depth * 2, y: y + 1, .muted, width: width - 2 - row.depth * 2)
    }
  }

  /// One below the other: the page, those that link to it, those that it links to.
  private func drawStack(_ map: NeighbourhoodMap, on surface: inout Surface) {
    let area = layout.stack
    let isCentre = screen.spot == .centre
    let figures = self.figures(of: map.centre.path, width: area.width).first ?? []
    let room = area.width - 4 - figures.reduce(0) { $0 + TextWidth.of($1.text) }
    let title = truncate(map.centre.title, width: max(1, room), glyphs: glyphs)
    let head = [Span(title, isCentre ? .accent : .title, .bold), Span("  ")] + figures
    if isCentre { surface.put(glyphs.pointer, x: 0, y: area.y, .accent, .bold) }
    surface.put(head, x: 1, y: area.y, width: area.width - 2)
    let lines = stackLines(map)
    let height = max(0, area.height - 1)
    let top = stackTop(lines, room: height)
    for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
      let y = area.y + 1 + offset
      switch line {
      case .heading(let title):
        surface.put(title, x: 1, y: y, .heading, .bold, width: area.width - 2)
      case .row(let side, let index):
        let row = map.rows(side)[index]
        let isCurrent = screen.spot == .side(side) && index == (screen.cursors[side] ?? 0)
        draw(row, x: 1, y: y, width: area.width - 3, isCurrent: isCurrent, on: &surface)
      }
    }
    surface.scrollbar(
      x: area.right - 1, y: area.y + 1, length: height, offset: top, shown: height,
      total: lines.count, glyphs: glyphs)
  }

  private enum StackLine {
    case heading(String)
    case row(NeighbourhoodMap.Side, Int)
  }

  private func stackLines(_ map: NeighbourhoodMap) -> [StackLine] {
    var lines: [StackLine] = []
    for (side, title) in [(NeighbourhoodMap.Side.left, "Linked from"), (.right, "Links to")] {
      let rows = map.rows(side)
      lines.append(.heading("\(title) \(rows.count { $0.depth == 0 })"))
      lines += rows.indices.map { .row(side, $0) }
    }
    return lines
  }

  private func stackTop(_ lines: [StackLine], room: Int) -> Int {
    let current = lines.firstIndex { line in
      guard case .row(let side, let index) = line else { return false }
      return screen.spot == .side(side) && index == (screen.cursors[side] ?? 0)
    }
    return min(max(0, lines.count - room), max(0, (current ?? 0) - room / 2))
  }

  /// Why the two are connected, and where it says so.
  private func drawDetail(_ map: NeighbourhoodMap, on surface: inout Surface) {
    let area = layout.detail
    guard area.height > 1 else { return }
    surface.line(horizontalFrom: 0, y: area.y, length: area.width, glyphs.light)
    var lines: [[Span]]
    if let row = screen.currentRow {
      let place = row.neighbour.place
      let reason = screen.reason(of: row)
      // The place, and what is to be said of it; the note's own words stand by themselves.
      var head = [Span("\(place.file):\(place.line)", .muted)]
      if row.neighbour.page == nil {
        head.append(Span("  “\(row.neighbour.title)” is missing.", .missing))
      }
      if reason.isEmpty { head.append(Span("  No reason is given.", .muted)) }
      lines = wrap(head, width: area.width - 2)
      let isShort = TextWidth.of(head[0].text) + 2 + TextWidth.of(reason) <= area.width - 2
      if row.neighbour.page != nil, isShort, !reason.isEmpty {
        lines = [head + [Span("  " + reason)]]
      } else if !reason.isEmpty {
        lines += wrap([Span(reason)], width: area.width - 2)
      }
    } else {
      let linking = map.left.count { $0.depth == 0 }
      let linked = map.right.filter { $0.depth == 0 }
      let missing = linked.count { $0.neighbour.page == nil }
      var words = linking == 1 ? "1 page links here" : "\(linking) pages link here"
      words += linked.count == 1 ? "; it links to 1 page" : "; it links to \(linked.count) pages"
      if missing > 0 { words += ", \(missing) of them missing" }
      lines = wrap([Span(words + ".", .muted)], width: area.width - 2)
    }
    let room = area.height - 1
    if lines.count > room {
      let rest = lines[(room - 1)...].map { $0.map(\.text).joined() }.joined(separator: "  ")
      lines =
        lines.prefix(room - 1) + [[Span(truncate(rest, width: area.width - 2, glyphs: glyphs))]]
    }
    for (offset, line) in lines.enumerated() {
      surface.put(line, x: 1, y: area.y + 1 + offset, width: area.width - 2)
    }
  }

  // MARK: Pointing

  enum Target {
    case centre
    case row(NeighbourhoodMap.Side, Int)
    case listed(Int)
  }

  /// What stands at a point.
  func target(at point: Point) -> Target? {
    guard screen.view == .map else {
      let count = screen.view == .missing ? screen.missing.count : screen.orphans.count
      let index = listTop(count: count) + point.y - layout.body.y
      return layout.body.contains(point) && index < count ? .listed(index) : nil
    }
    guard let map = screen.map else { return nil }
    if layout.isStacked {
      let area = layout.stack
      if point.y == area.y { return .centre }
      let lines = stackLines(map)
      let index = stackTop(lines, room: area.height - 1) + point.y - area.y - 1
      if area.contains(point), lines.indices.contains(index),
        case .row(let side, let row) = lines[index]
      {
        return .row(side, row)
      }
      return nil
    }
    if layout.centre.contains(point) { return .centre }
    for (side, rect) in [(NeighbourhoodMap.Side.left, layout.left), (.right, layout.right)] {
      let inside = rect.inset(x: 1, y: 1)
      guard inside.contains(point) else { continue }
      let index = top(side, height: inside.height) + (point.y - inside.y) / layout.rowHeight
      if map.rows(side).indices.contains(index) { return .row(side, index) }
    }
    return nil
  }
}
