import Cards
import Study
import Surface

/// The cards that a page gives, under what the note says, with the switches that turn them off: a
/// card, an item, a kind on the page or in the vault.
public struct CardsScreen: Screen {
  private var sheet: CardSheet
  private var list: CardList
  private var filter = CardList.Filter.all
  private var cursor = ListCursor()
  private var phase = Phase.list
  private var scroll = 0
  private var size: Size

  private enum Phase: Equatable {
    case list
    /// One card as it is asked.
    case asked
    case answered
  }

  /// What to write where nothing becomes a card.
  public static let remedy = "Facts under a heading Key Facts become some."

  public init(sheet: CardSheet, size: Size) {
    self.sheet = sheet
    self.size = size
    list = CardList(sheet, filter: .all)
  }

  /// The page whose cards are shown.
  public var page: String { sheet.page }
  public var pageTitle: String { sheet.title }

  /// The cards after the notes or the switches have changed; the chosen one stays chosen.
  public mutating func show(_ sheet: CardSheet) {
    let chosen = entry?.card.id
    self.sheet = sheet
    if !CardList.Filter.all(in: sheet).contains(filter) { filter = .all }
    narrow(keeping: chosen)
    if entry == nil { phase = .list }
  }

  public var contexts: [KeyContext] {
    switch phase {
    case .list: [.cardList, .cardSwitches, .everywhere]
    case .asked: [.cardFace, .cardSwitches, .everywhere]
    case .answered: [.cardBack, .cardSwitches, .everywhere]
    }
  }
  public var title: String { "Cards — \(sheet.title)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    // What gives no card can be mended in the note, and that is all.
    if entry == nil {
      footer.without = [.open, .toggleCard, .toggleItem, .toggleKind, .toggleVaultKind, .info]
    }
    if phase == .list, CardList.Filter.all(in: sheet).count < 2 {
      footer.without.insert(.nextBoard)
    }
    return footer
  }

  private var entry: CardSheet.Entry? {
    if list.rows.indices.contains(cursor.row), case .card(let entry) = list.rows[cursor.row] {
      entry
    } else {
      nil
    }
  }

  /// The line of the note that is looked at.
  private var line: Int { max(1, list.item(ofRow: cursor.row)?.line ?? 1) }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      let before = faceLines
      self.size = size
      scroll = ReadingPlace.line(scroll, of: before, in: faceLines)
      scrollBy(0)
    case .mouse(let point, let wheel): return mouse(point, wheel: wheel)
    case .key(let key):
      guard let action = keymap.action(for: key, in: contexts) else { break }
      return phase == .list ? perform(action) : performOnCard(action)
    default: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    if cursor.perform(action, of: list.rows.count, page: areas(size).list.height / 3) { return [] }
    switch action {
    case .nextBoard: nextFilter(by: 1)
    case .previousBoard: nextFilter(by: -1)
    case .open:
      guard entry != nil else { return [.say("This is no card; e opens the note at its line.")] }
      phase = .asked
      scroll = 0
    case .search: return [.showSearch(near: sheet.page)]
    case .quit: return [.leave]
    default: return common(action)
    }
    return []
  }

  private mutating func performOnCard(_ action: Action) -> [Effect] {
    switch action {
    case .reveal:
      phase = phase == .asked ? .answered : .asked
      scroll = 0
    case .nextBoard: step(by: 1)
    case .previousBoard: step(by: -1)
    case .quit: phase = .list
    default:
      guard let step = action.step(page: face.height) else { return common(action) }
      scrollBy(step)
    }
    return []
  }

  /// What works in the list and on a card alike.
  private func common(_ action: Action) -> [Effect] {
    switch action {
    case .edit: return [.edit(file: sheet.file, line: line)]
    case .info, .toggleCard, .toggleItem, .toggleKind, .toggleVaultKind, .suspend:
      guard let entry else { return [.say("Choose a card first.")] }
      return act(action, on: entry)
    default: return []
    }
  }

  private func act(_ action: Action, on entry: CardSheet.Entry) -> [Effect] {
    let card = entry.card.card
    let isOn = entry.ruling.isOn
    switch action {
    case .info: return [.showCardInfo(.card(card.id))]
    case .suspend: return [.setSuspended(card.id, !entry.card.schedule.suspended)]
    case .toggleCard: return [.turn([.card(card.id)], on: !isOn)]
    case .toggleItem:
      let siblings = list.item(ofRow: cursor.row)?.entries ?? []
      return [.turn(siblings.map { .card($0.card.id) }, on: !isOn)]
    case .toggleKind:
      let isKindOn = !sheet.kindsOff.contains(card.kind)
      return [.turn([.kind(card.kind, page: sheet.page)], on: !isKindOn)]
    case .toggleVaultKind:
      let isKindOn = !sheet.kindsOffInVault.contains(card.kind)
      return [.turn([.kindInVault(card.kind)], on: !isKindOn)]
    default: return []
    }
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    guard phase == .list else {
      guard wheel != 0 else { return performOnCard(.reveal) }
      scrollBy(wheel * Wheel.lines)
      return []
    }
    if wheel != 0 {
      cursor.move(by: wheel, of: list.rows.count)
      return []
    }
    let area = areas(size).list
    let lines = list.lines(width: area.width - 2, glyphs: .unicode)
    let index = cursor.top(ofLines: lines.map(\.row), shown: area.height) + point.y - area.y
    guard area.contains(point), lines.indices.contains(index), let row = lines[index].row else {
      return []
    }
    if row == cursor.row { return perform(.open) }
    cursor.select(row, of: list.rows.count)
    return []
  }

  /// From card to card, past what is none.
  private mutating func step(by step: Int) {
    var row = cursor.row + step
    while list.rows.indices.contains(row) {
      if case .card = list.rows[row] {
        cursor.select(row, of: list.rows.count)
        phase = .asked
        scroll = 0
        return
      }
      row += step
    }
  }

  private mutating func nextFilter(by step: Int) {
    let filters = CardList.Filter.all(in: sheet)
    let index = filters.firstIndex(of: filter) ?? 0
    let chosen = entry?.card.id
    filter = filters[(index + step + filters.count) % filters.count]
    narrow(keeping: chosen)
  }

  private mutating func narrow(keeping chosen: Card.ID?) {
    list = CardList(sheet, filter: filter)
    cursor.select(chosen.flatMap(list.row) ?? cursor.row, of: list.rows.count)
  }

  private mutating func scrollBy(_ step: Int) {
    scroll = min(max(0, faceLines.count - face.height), max(0, scroll + step))
  }

  /// Where the card stands that is looked at, and its lines.
  private var face: Rect {
    cardArea(in: Rect(x: 0, y: 1, width: size.columns, height: size.rows - 2))
  }
  private var faceLines: [[Span]] {
    cardLines(width: face.width, isAnswered: phase == .answered)
  }

  // MARK: Drawing

  /// The list, and beside it the chosen card where there is room.
  private func areas(_ size: Size) -> (list: Rect, card: Rect?) {
    let area = Rect(x: 0, y: 1, width: size.columns, height: max(1, size.rows - 2))
    guard size.columns >= 110 else { return (area, nil) }
    let (list, rest) = area.split(left: area.width / 2)
    return (list, Rect(x: rest.x + 2, y: rest.y, width: rest.width - 4, height: rest.height))
  }

  /// Long lines tire.
  private func cardArea(in area: Rect) -> Rect {
    let width = max(1, min(84, area.width - 4))
    return Rect(x: (area.width - width) / 2, y: area.y, width: width, height: area.height)
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail(size), footer: footer, look: look)
    else { return surface }
    guard !sheet.items.isEmpty else {
      let words = "This page gives no cards. \(Self.remedy)"
      for (row, line) in wrap(words, width: area.width - 4).enumerated() {
        surface.put(line, x: 2, y: area.y + 1 + row, .muted)
      }
      return surface
    }
    if phase != .list {
      let body = cardArea(in: area)
      draw(
        cardLines(width: body.width, isAnswered: phase == .answered), from: scroll, in: body,
        on: &surface, look: look)
      return surface
    }
    let (listArea, card) = areas(size)
    drawList(on: &surface, in: listArea, look: look)
    if let card {
      surface.line(verticalFrom: area.y, x: listArea.right, length: area.height, look.glyphs.light)
      let lines =
        entry == nil
        ? problemLines(width: card.width) : cardLines(width: card.width, isAnswered: true)
      draw(lines, from: 0, in: card, on: &surface, look: look)
    }
    return surface
  }

  private func detail(_ size: Size) -> String {
    let entries = sheet.entries
    let off = entries.count { !$0.ruling.isOn }
    var parts = filter == .all ? [] : ["[\(filter.name)]"]
    parts.append("\(entries.count) cards")
    if size.columns >= 60 { parts.append("\(entries.count(where: \.isDaily)) daily") }
    if off > 0 { parts.append("\(off) off") }
    return parts.joined(separator: "  ")
  }

  private func cardLines(width: Int, isAnswered: Bool) -> [[Span]] {
    guard let entry else { return [] }
    let card = entry.card.card
    var lines = CardFace.question(card, width: width)
    if isAnswered { lines += CardFace.answer(card, width: width) }
    return lines + [[]] + CardFace.standing(entry, at: sheet.now, width: width)
  }

  private func problemLines(width: Int) -> [[Span]] {
    guard list.rows.indices.contains(cursor.row), case .problem(let problem) = list.rows[cursor.row]
    else { return [] }
    let source = list.item(ofRow: cursor.row)?.source ?? ""
    var lines = wrap([Span("\(problem.file):\(max(1, problem.line))", .muted)], width: width)
    if !source.isEmpty { lines += [[]] + wrap([Span(source, .text, .bold)], width: width) }
    lines += [[]] + wrap([Span("! ", .bad, .bold), Span(problem.message)], width: width)
    return lines + wrap([Span(problem.remedy)], width: width)
  }

  private func draw(
    _ lines: [[Span]], from first: Int, in area: Rect, on surface: inout Surface, look: Look
  ) {
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      surface.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    surface.scrollbar(
      x: surface.size.columns - 1, y: area.y, length: area.height, offset: first,
      shown: area.height, total: lines.count, glyphs: look.glyphs)
  }

  private func drawList(on surface: inout Surface, in area: Rect, look: Look) {
    let width = area.width - 2
    let lines = list.lines(width: width, glyphs: look.glyphs)
    let top = cursor.top(ofLines: lines.map(\.row), shown: area.height)
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let y = area.y + offset
      let isChosen = line.row == cursor.row
      let isFirst = top + offset == 0 || lines[top + offset - 1].row != line.row
      let noteWidth = line.note.isEmpty ? 0 : min(TextWidth.of(line.note) + 2, width * 2 / 3)
      surface.put(line.spans, x: area.x + 1, y: y, width: width - noteWidth)
      if noteWidth > 0 {
        surface.put(
          line.note, x: area.x + 1 + width - noteWidth + 1, y: y, .muted, width: noteWidth - 1)
      }
      guard isChosen else { continue }
      surface.restyle(
        Rect(x: area.x, y: y, width: area.width - 1, height: 1), ink: .selection, adding: .reverse)
      if isFirst {
        surface.put(look.glyphs.pointer, x: area.x, y: y, .selection, [.reverse, .bold])
      }
    }
    surface.scrollbar(
      x: area.right - 1, y: area.y, length: area.height, offset: top, shown: area.height,
      total: lines.count, glyphs: look.glyphs)
  }
}
