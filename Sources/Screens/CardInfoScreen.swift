import Cards
import Study
import Surface

/// What is known of a card, or of the cards of one item, one after the other.
public struct CardInfoScreen: Screen {
  private let infos: [CardInfo]
  /// What was written about each open question, newest first, by card.
  private let positions: [Card.ID: [DatedPosition]]
  private var shown = 0
  private var scroll = 0
  private var size: Size

  /// Nil without cards.
  public init?(infos: [CardInfo], positions: [Card.ID: [DatedPosition]] = [:], size: Size) {
    guard !infos.isEmpty else { return nil }
    self.infos = infos
    self.positions = positions
    self.size = size
  }

  private var info: CardInfo { infos[shown] }

  public var contexts: [KeyContext] {
    infos.count > 1 ? [.cardInfo, .cardInfos, .everywhere] : [.cardInfo, .everywhere]
  }
  public var title: String { "Card — \(info.card.card.context)" }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      let before = lines(size: body(self.size), glyphs: .unicode)
      self.size = size
      scroll = ReadingPlace.line(
        scroll, of: before, in: lines(size: body(size), glyphs: .unicode))
      move(by: 0)
    case .mouse(_, let wheel): move(by: wheel * Wheel.lines)
    case .key(let key):
      switch keymap.action(for: key, in: contexts) {
      case .nextBoard: show(shown + 1)
      case .previousBoard: show(shown - 1)
      case .edit: return [.edit(file: info.card.card.file, line: info.card.card.line)]
      case .quit, .info: return [.leave]
      case let action?:
        if let step = action.step(page: bodyHeight) { move(by: step) }
      case nil: break
      }
    default: break
    }
    return []
  }

  private mutating func show(_ index: Int) {
    shown = (index + infos.count) % infos.count
    scroll = 0
  }

  private var bodyHeight: Int { max(1, size.rows - 2) }

  private mutating func move(by step: Int) {
    let last = max(0, lines(size: body(size), glyphs: .unicode).count - bodyHeight)
    scroll = min(last, max(0, scroll + max(-last, min(last, step))))
  }

  // MARK: Drawing

  private func body(_ size: Size) -> Size {
    Size(columns: max(1, size.columns - 3), rows: max(1, size.rows - 2))
  }

  private func lines(size: Size, glyphs: Glyphs) -> [[Span]] {
    let figures = CardFigures(info: info, positions: positions[info.card.id] ?? [])
    return Figure.lay(figures.all, in: size, glyphs: glyphs)
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let detail = infos.count > 1 ? "\(shown + 1) of \(infos.count)" : ""
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look)
    else { return surface }
    let lines = lines(size: body(size), glyphs: look.glyphs)
    for (row, line) in lines.dropFirst(scroll).prefix(area.height).enumerated() {
      surface.put(line, x: 1, y: area.y + row, width: area.width - 3)
    }
    surface.scrollbar(
      x: size.columns - 1, y: area.y, length: area.height, offset: scroll, shown: area.height,
      total: lines.count, glyphs: look.glyphs)
    return surface
  }
}
