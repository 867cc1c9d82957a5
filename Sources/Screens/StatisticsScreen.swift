import Cards
import Notes
import Study
import Surface

/// The statistics: a row of views over one set of figures, of the vault or of a page.
public struct StatisticsScreen: Screen {
  private var statistics: Statistics
  private let scopeName: String
  private let titles: [String: String]
  /// The page whose statistics were asked for, also while the vault's are shown.
  private let page: String?
  private var view = StatisticsView.overview
  private var period = StatisticsPeriod.year
  private var scroll = 0
  private var cursor = 0
  private var size: Size

  /// - Parameters:
  ///   - scopeName: the page's title or the vault's name.
  ///   - page: where the screen was opened; the key for the scope leads from the vault back to it.
  ///   - titles: titles by the paths of pages.
  public init(
    statistics: Statistics, scopeName: String, page: String?, titles: [String: String], size: Size
  ) {
    self.statistics = statistics
    self.scopeName = scopeName
    self.page = page
    self.titles = titles
    self.size = size
  }

  public var contexts: [KeyContext] { [.statistics, .everywhere] }
  public var title: String { "Statistics — \(scopeName)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    if !view.looksBack { footer.without.insert(.period) }
    if page == nil { footer.without.insert(.scope) }
    if rowCount ?? 0 > 0 {
      footer.first = [.open]
      footer.words[.open] = view == .pages ? "open" : "history"
      if view == .leeches { footer.words[.edit] = "edit" }
    }
    return footer
  }

  /// The same view and period of other figures.
  public func showing(_ statistics: Statistics, scopeName: String) -> StatisticsScreen {
    var other = StatisticsScreen(
      statistics: statistics, scopeName: scopeName, page: page, titles: titles, size: size)
    other.view = view
    other.period = period
    return other
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .key(let key):
      return keymap.action(for: key, in: contexts).map { perform($0) } ?? []
    case .resize(let size):
      let before = lines(size: body(self.size), glyphs: .unicode)
      self.size = size
      scroll = ReadingPlace.line(
        scroll, of: before, in: lines(size: body(size), glyphs: .unicode))
      move(by: 0)
    case .mouse(let point, let wheel):
      if wheel == 0 { return click(at: point) }
      move(by: rowCount == nil ? wheel * Wheel.lines : wheel)
    default: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .choose1: show(.overview)
    case .choose2: show(.due)
    case .choose3: show(.days)
    case .choose4: show(.recall)
    case .choose5: show(.memory)
    case .choose6: show(.model)
    case .choose7: show(.quizzes)
    case .choose8: show(.pages)
    case .choose9: show(.leeches)
    case .nextBoard: show(view.next(by: 1))
    case .previousBoard: show(view.next(by: -1))
    case .period: changePeriod()
    case .scope: return changeScope()
    case .open: return open()
    case .info:
      return view == .leeches ? leech.map { [.showCardInfo(.card($0.id))] } ?? [] : []
    case .edit:
      return view == .leeches
        ? leech.map { [.edit(file: $0.card.file, line: $0.card.line)] } ?? [] : []
    case .search: return [.showSearch(near: page)]
    case .quit: return [.leave]
    default: if let step = action.step(page: bodyHeight) { move(by: step) }
    }
    return []
  }

  private mutating func show(_ view: StatisticsView) {
    self.view = view
    scroll = 0
    cursor = 0
  }

  private mutating func changePeriod() {
    let all = StatisticsPeriod.allCases
    let index = all.firstIndex(of: period) ?? 0
    period = all[(index + 1) % all.count]
    move(by: 0)
  }

  private func changeScope() -> [Effect] {
    switch statistics.scope {
    case .page: return [.showStatistics(page: nil)]
    case .vault:
      guard let page else { return [.say("Open the statistics from a page to see that page's.")] }
      return [.showStatistics(page: page)]
    }
  }

  private var leech: StudyCard? {
    statistics.leeches.indices.contains(cursor) ? statistics.leeches[cursor] : nil
  }

  private func open() -> [Effect] {
    switch view {
    case .pages where statistics.pages.indices.contains(cursor):
      return [.openPage(statistics.pages[cursor].page)]
    case .leeches: return leech.map { [.showCardInfo(.card($0.id))] } ?? []
    default: return []
    }
  }

  /// A click on a view's name shows it; on a row it chooses, and another one opens.
  private mutating func click(at point: Point) -> [Effect] {
    if point.y == 1, let tab = tabs.tab(at: point.x) {
      show(StatisticsView.allCases[tab])
      return []
    }
    // Under the names, a blank line and the head of the list.
    let row = point.y - 4
    guard let count = rowCount, (0..<listHeight).contains(row), top(of: count) + row < count else {
      return []
    }
    let chosen = top(of: count) + row
    if chosen == cursor { return open() }
    cursor = chosen
    return []
  }

  private var listHeight: Int { max(0, size.rows - 5) }

  /// The first row of the list in sight.
  private func top(of count: Int) -> Int {
    min(max(0, count - listHeight), max(0, cursor - listHeight / 2))
  }

  private mutating func move(by step: Int) {
    if let count = rowCount {
      cursor = min(max(0, count - 1), max(0, cursor + max(-count, min(count, step))))
      return
    }
    let last = max(0, lines(size: body(size), glyphs: .unicode).count - bodyHeight)
    scroll = min(last, max(0, scroll + max(-last, min(last, step))))
  }

  /// How many rows there are to choose from; nil where a view is only looked at.
  private var rowCount: Int? {
    switch view {
    case .pages: statistics.pages.count
    case .leeches: statistics.leeches.count
    default: nil
    }
  }

  // MARK: Drawing

  private var bodyHeight: Int { max(1, size.rows - 4) }

  private func body(_ size: Size) -> Size {
    Size(columns: max(1, size.columns - 3), rows: max(1, size.rows - 4))
  }

  private func lines(size: Size, glyphs: Glyphs) -> [[Span]] {
    let figures = view.figures(of: statistics, in: period, titles: titles)
    return Figure.lay(figures, in: size, glyphs: glyphs)
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let span = view.looksBack ? period.words : "now"
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: span, footer: footer, look: look)
    else { return surface }
    tabs.draw(on: &surface, y: area.y, glyphs: look.glyphs)
    let room = Rect(x: 1, y: area.y + 2, width: area.width - 3, height: area.height - 2)
    if rowCount != nil {
      drawRows(on: &surface, in: room, look: look)
    } else {
      let lines = lines(size: body(size), glyphs: look.glyphs)
      for (row, line) in lines.dropFirst(scroll).prefix(room.height).enumerated() {
        surface.put(line, x: room.x, y: room.y + row, width: room.width)
      }
      surface.scrollbar(
        x: size.columns - 1, y: room.y, length: room.height, offset: scroll, shown: room.height,
        total: lines.count, glyphs: look.glyphs)
    }
    return surface
  }

  private var tabs: TabStrip {
    let views = StatisticsView.allCases
    return TabStrip(
      views.map(\.name), current: views.firstIndex(of: view) ?? 0, room: size.columns - 2)
  }

  private func drawRows(on surface: inout Surface, in area: Rect, look: Look) {
    let (head, list) = area.split(top: 1)
    let words: [String]
    let widths: [Int]
    if view == .pages {
      words = ["Page, least known first", "Known", "", "Cards", "Reviews"]
      let meter = area.width >= 60 ? 12 : 0
      widths = [max(8, area.width - 2 - 6 - meter - 8 - 8), 6, meter, 8, 8]
    } else {
      let place = area.width >= 60 ? min(40, area.width / 3) : 0
      widths = [max(8, area.width - 2 - 8 - place - 1), 8, place]
      let long = "Forgotten again and again: reword it, or split it"
      let short = widths[0] > 28 ? "Reword these, or split them" : "Reword these"
      words = [TextWidth.of(long) < widths[0] ? long : short, "Lapses", "Where"]
    }
    put(words, widths, on: &surface, y: head.y, ink: .heading, .bold)
    guard let count = rowCount, count > 0 else {
      surface.put(
        view == .pages
          ? "No page has cards to learn yet."
          : "No card is forgotten again and again. \(look.glyphs.check)",
        x: list.x + 2, y: list.y, .muted, width: list.width - 2)
      return
    }
    let top = top(of: count)
    for row in 0..<min(list.height, count - top) {
      let isChosen = top + row == cursor
      if isChosen {
        let line = Rect(x: 0, y: list.y + row, width: surface.size.columns, height: 1)
        surface.fill(line, .selection, .reverse)
        surface.put(look.glyphs.pointer, x: list.x, y: list.y + row, .selection, [.reverse, .bold])
      }
      put(
        cells(top + row, glyphs: look.glyphs, meter: widths[2]), widths, on: &surface,
        y: list.y + row, ink: isChosen ? .selection : .text, isChosen ? [.reverse, .bold] : [])
    }
    surface.scrollbar(
      x: surface.size.columns - 1, y: list.y, length: list.height, offset: top,
      shown: list.height, total: count, glyphs: look.glyphs)
  }

  private func cells(_ row: Int, glyphs: Glyphs, meter: Int) -> [String] {
    if view == .pages {
      let standing = statistics.pages[row]
      let known = standing.knowledge.known ?? 0
      return [
        titles[standing.page] ?? standing.page, FigureText.percent(known),
        meter > 0 ? Plot.meter(known, width: meter - 2, glyphs: glyphs) : "",
        "\(standing.knowledge.cards)", standing.due > 0 ? "\(standing.due)" : "",
      ]
    }
    let card = statistics.leeches[row]
    let mark = card.schedule.suspended ? " (suspended)" : ""
    return [
      card.card.prompt + mark, "\(card.schedule.lapses)", "\(card.card.file):\(card.card.line)",
    ]
  }

  private func put(
    _ cells: [String], _ widths: [Int], on surface: inout Surface, y: Int, ink: Ink,
    _ attributes: Attributes
  ) {
    var x = 3
    for (cell, width) in zip(cells, widths) {
      surface.put(cell, x: x, y: y, ink, attributes, width: width - 1)
      x += width
    }
  }
}
