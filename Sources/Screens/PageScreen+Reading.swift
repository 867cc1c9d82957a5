import Notes
import Surface

// Reading the whole page: headings to jump to, links to walk along.
extension PageScreen {
  /// What an action does in the text; nil when it does there what it does everywhere.
  mutating func performReading(_ action: Action) -> [Effect]? {
    switch action {
    case .nextPane: return chooseLink(by: 1)
    case .previousPane: return chooseLink(by: -1)
    case .nextHeading: jump(by: 1)
    case .previousHeading: jump(by: -1)
    case .nextFound where find != nil: showFound(step: 1)
    case .previousFound where find != nil: showFound(step: -1)
    case .cancel: finding = nil
    case .open:
      guard let link = chosenLink else { return nil }
      return follow(link)
    default: return nil
    }
    return []
  }

  private var textRows: [PaneRow] { content[.text]?.rows ?? [] }
  private var textCursor: Cursor { place.cursors[.text] ?? Cursor() }

  private static func line(_ row: PaneRow) -> Prose.Line? {
    if case .prose(let line) = row.body { line } else { nil }
  }

  /// Makes the text begin with one of its lines, as far as there are lines to follow.
  mutating func scrollText(to wanted: Int, _ lines: Lines) {
    let last = max(0, lines.rows.count - lines.height)
    let top = min(last, max(0, wanted))
    guard lines.rows.indices.contains(top), let row = lines.rows[top].row else { return }
    var cursor = textCursor
    cursor.row = row
    cursor.line = top - lines.rows.lines(ofRow: row).lowerBound
    place.cursors[.text] = cursor
  }

  // MARK: Headings

  /// The heading that what stands at the top belongs to.
  var headingInSight: String? {
    let row = textCursor.row
    let index = content.headings.firstPlace { $0 > row } - 1
    guard content.headings.indices.contains(index) else { return nil }
    return Self.line(textRows[content.headings[index]])?.spans.last?.text
  }

  private mutating func jump(by step: Int) {
    let row = textCursor.row
    let target = step > 0 ? content.headings.first { $0 > row } : content.headings.last { $0 < row }
    guard let target = target ?? (step < 0 ? 0 : nil) else { return }
    var cursor = textCursor
    cursor.row = target
    cursor.line = 0
    place.cursors[.text] = cursor
  }

  /// Shows the text from a heading on, written in any case.
  mutating func goTo(heading: String) {
    let wanted = heading.lowercased()
    place.focus = .text
    guard
      let row = content.headings.first(where: {
        Self.line(textRows[$0])?.spans.last?.text.lowercased() == wanted
      })
    else { return }
    var cursor = textCursor
    cursor.row = row
    cursor.line = 0
    place.cursors[.text] = cursor
  }

  // MARK: Links

  private func target(_ place: LinkPlace) -> LinkTarget? {
    guard textRows.indices.contains(place.row), let line = Self.line(textRows[place.row]),
      line.links.indices.contains(place.index)
    else { return nil }
    return line.links[place.index].target
  }

  /// The chosen link, while it is in sight.
  var chosenLink: LinkTarget? {
    guard let link = textCursor.link, linkLine(inSight: true) != nil else { return nil }
    return target(link)
  }

  /// On which line the chosen link stands; nil when on none, or on none in sight.
  private func linkLine(inSight: Bool) -> Int? {
    guard let link = textCursor.link, let slot = focusedSlot, slot.pane.id == .text else {
      return nil
    }
    let lines = lines(of: slot)
    guard let line = lines.rows.lines(ofRow: link.row).first(where: { lines.rows[$0].hasLink })
    else { return nil }
    let top = offset(of: slot, lines)
    return inSight && !(top..<(top + lines.height)).contains(line) ? nil : line
  }

  /// The next link after the chosen one, or the first in sight when none is chosen there.
  private mutating func chooseLink(by step: Int) -> [Effect] {
    let links = content.links
    guard !links.isEmpty else { return [.say("There is no link in this text.")] }
    var next: LinkPlace?
    if linkLine(inSight: true) != nil, let chosen = textCursor.link,
      let index = links.firstIndex(of: chosen)
    {
      next = links[(index + step + links.count) % links.count]
    } else {
      let row = textCursor.row
      next = step > 0 ? links.first { $0.row >= row } : links.last { $0.row <= row }
    }
    var cursor = textCursor
    cursor.link = next ?? (step > 0 ? links.first : links.last)
    place.cursors[.text] = cursor
    showLink()
    return []
  }

  private mutating func showLink() {
    guard linkLine(inSight: true) == nil, let line = linkLine(inSight: false),
      let slot = focusedSlot
    else { return }
    let lines = lines(of: slot)
    scrollText(to: line - lines.height / 2, lines)
  }

  /// A click on a link chooses it, and another one follows it.
  mutating func click(row: Int, at point: Point, _ slot: Slot) -> [Effect] {
    guard let line = Self.line(textRows[row]) else { return [] }
    let before = textCursor.link
    for index in line.links.indices {
      var cursor = textCursor
      cursor.link = LinkPlace(row: row, index: index)
      place.cursors[.text] = cursor
      let lines = lines(of: slot)
      let at = offset(of: slot, lines) + point.y - slot.text.y
      guard lines.rows.indices.contains(at) else { continue }
      var x = slot.text.x
      for span in lines.rows[at].spans {
        let end = x + TextWidth.of(span.text)
        if (x..<end).contains(point.x), span.ink == .selection {
          return cursor.link == before ? chosenLink.map { follow($0) } ?? [] : []
        }
        x = end
      }
    }
    place.cursors[.text]?.link = before
    return []
  }
}
