import Notes
import Surface

/// Missing pages and orphans.
extension NeighbourhoodView {
  func drawMissing(on surface: inout Surface) {
    let area = layout.body
    guard !screen.missing.isEmpty else {
      surface.put("Every link leads to a page.", x: 2, y: area.y + 1, .muted)
      return
    }
    drawList(count: screen.missing.count, on: &surface) { index, isCurrent in
      switch screen.missing[index] {
      case .page(let page):
        let pages = page.wanted == 1 ? "1 page" : "\(page.wanted) pages"
        return (
          [
            Span(page.target, isCurrent ? .selection : .missing, .bold),
            Span("  wanted by \(pages)", isCurrent ? .selection : .muted),
          ], []
        )
      case .place(let place):
        return (
          [Span("  " + place.title, isCurrent ? .selection : .text)],
          [Span("\(place.file):\(place.line)", isCurrent ? .selection : .muted)]
        )
      }
    }
  }

  func drawOrphans(on surface: inout Surface) {
    let area = layout.body
    guard !screen.orphans.isEmpty else {
      let words =
        library.vault.pages.count == 1
        ? "There is only one page." : "Every page is linked with another."
      surface.put(words, x: 2, y: area.y + 1, .muted)
      return
    }
    drawList(count: screen.orphans.count, on: &surface) { index, isCurrent in
      let page = screen.orphans[index]
      var right = figures(of: page.path, width: 20).first ?? []
      if isCurrent { right = right.map { Span($0.text, .selection) } }
      return (
        [
          Span(page.title, isCurrent ? .selection : .text),
          Span("  " + page.path, isCurrent ? .selection : .muted),
        ], right
      )
    }
  }

  /// - Parameter line: what stands at the left and at the right of a row.
  private func drawList(
    count: Int, on surface: inout Surface, line: (Int, Bool) -> ([Span], [Span])
  ) {
    let area = layout.body
    let top = listTop(count: count)
    for (offset, index) in (top..<min(count, top + area.height)).enumerated() {
      let y = area.y + offset
      let isCurrent = index == screen.listCursor
      var (left, right) = line(index, isCurrent)
      if isCurrent {
        surface.fill(Rect(x: 0, y: y, width: area.width - 1, height: 1), .selection, .reverse)
        surface.put(glyphs.pointer, x: 0, y: y, .selection, [.reverse, .bold])
        left = left.map { Span($0.text, $0.ink, [.reverse, .bold]) }
        right = right.map { Span($0.text, $0.ink, [.reverse, .bold]) }
      }
      let taken = right.reduce(0) { $0 + TextWidth.of($1.text) }
      let isTight = taken > area.width / 2
      let room = area.width - 4 - (isTight ? area.width / 2 : taken)
      surface.put(left, x: 2, y: y, width: max(1, room - 1))
      let width = isTight ? area.width / 2 : taken
      surface.put(right, x: area.width - 2 - width, y: y, width: width)
    }
    surface.scrollbar(
      x: area.right - 1, y: area.y, length: area.height, offset: top, shown: area.height,
      total: count, glyphs: glyphs)
  }

  func listTop(count: Int) -> Int {
    let height = layout.body.height
    return min(max(0, count - height), max(0, screen.listCursor - height / 2))
  }
}
