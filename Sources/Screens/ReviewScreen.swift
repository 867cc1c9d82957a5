import Cards
import FSRS
import Study
import Surface

/// The daily review: question, answer, rating, and a summary at the end.
public struct ReviewScreen: Screen {
  private let scope: String
  private var turn: ReviewTurn?
  private var phase = Phase.front
  private var position = TextField()
  private var scroll = 0
  private var size: Size

  private enum Phase: Equatable { case front, back, writing }

  /// - Parameter scope: what is reviewed, for the header: a page's title or the vault's name.
  public init(scope: String, size: Size) {
    self.scope = scope
    self.size = size
  }

  private var card: StudyCard? {
    if case .card(let card, _, _) = turn?.show { card } else { nil }
  }
  private var isQuestion: Bool { card?.card.kind == .question }

  public var contexts: [KeyContext] {
    switch turn?.show {
    case nil: return [.everywhere]
    case .wait: return [.waiting, .everywhere]
    case .finished: return [.summary, .everywhere]
    case .card:
      switch phase {
      case .writing: return [.position]
      case .back: return [.reveal, .everywhere]
      case .front: return [isQuestion ? .reflection : .prompt, .everywhere]
      }
    }
  }

  /// Whether only cards in their learning steps are left, none of them due yet.
  public var isWaiting: Bool { if case .wait = turn?.show { true } else { false } }

  public var title: String { "Review — \(scope)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    if turn?.canUndo != true { footer.without.insert(.undo) }
    return footer
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .turn(let turn):
      show(turn)
      return turn.note.map { [.say($0)] } ?? []
    case .resize(let size):
      resize(to: size)
      return []
    case .paste(let text):
      if phase == .writing { position.insert(text) }
      return []
    case .mouse(let point, let wheel):
      return mouse(point, wheel: wheel)
    case .key(let key):
      if phase == .writing { return write(key, keymap: keymap) }
      guard let action = keymap.action(for: key, in: contexts) else { return [] }
      return perform(action)
    case .refreshed, .found, .quiz:
      return []
    }
  }

  private mutating func show(_ turn: ReviewTurn) {
    let previous = card
    self.turn = turn
    // The same card (marked, say) stays as it was; one that comes back after an answer does not.
    if let card, card.isSameShowing(as: previous) { return }
    phase = .front
    position = TextField()
    scroll = 0
  }

  private mutating func write(_ key: Key, keymap: Keymap) -> [Effect] {
    switch keymap.action(for: key, in: contexts) {
    case .submit: reveal()
    case .cancel: phase = .front
    default: _ = position.handle(key)
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .reveal: reveal()
    case .again: return rate(.again)
    case .hard: return rate(.hard)
    case .good: return rate(.good)
    case .easy: return rate(.easy)
    case .position: phase = .writing
    case .undo: return [.undo]
    case .bury: return card == nil ? [] : [.bury]
    case .suspend: return card == nil ? [] : [.suspend]
    case .mark: return card == nil ? [] : [.toggleMark]
    case .info: return card.map { [.showCardInfo(.card($0.id))] } ?? []
    case .edit: return card.map { [.edit(file: $0.card.file, line: $0.card.line)] } ?? []
    case .next: return [.leave]
    case .quit: return [.leave]
    default: if let step = action.step(page: bodyHeight(size)) { move(by: step) }
    }
    return []
  }

  /// Shows the answer, scrolled so that it is in sight below a long prompt: the next Space rates it.
  private mutating func reveal() {
    phase = .back
    scroll = scrollToAnswer
  }

  /// How far to scroll so that the answer begins in sight, below the end of the prompt where there is
  /// room for both.
  private var scrollToAnswer: Int {
    guard let card else { return 0 }
    let width = textWidth(size)
    let height = bodyHeight(size)
    let prompt = promptLines(of: card, width: width).count
    // A blank line, and of a card with an answer its heading.
    let first = prompt + (isQuestion ? 1 : 2)
    let wanted = min(prompt - 1, lines(width: width).count - height)
    return max(0, wanted, first + 1 - height)
  }

  /// In another layout an answer that is shown stays in sight, as far down as it was read.
  private mutating func resize(to size: Size) {
    let isAnswer = card != nil && phase == .back
    let read = isAnswer ? max(0, scroll - scrollToAnswer) : 0
    self.size = size
    if isAnswer { scroll = scrollToAnswer + read }
    move(by: 0)
  }

  private func rate(_ rating: Rating) -> [Effect] {
    guard card != nil, phase == .back else { return [] }
    let written = position.text.trimmed
    return [.answer(rating, position: written.isEmpty ? nil : written)]
  }

  private mutating func move(by step: Int) {
    let last = max(0, lines(width: textWidth(size)).count - bodyHeight(size))
    scroll = min(last, max(0, scroll + step))
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    if wheel != 0 {
      move(by: wheel * Wheel.lines)
      return []
    }
    guard card != nil, phase != .writing else { return [] }
    if phase == .front { return perform(.reveal) }
    let cells = ratingCells(size)
    return cells.first { $0.rect.contains(point) }.map { rate($0.rating) } ?? []
  }

  // MARK: Drawing

  /// Long lines tire: text is set in at most this many columns.
  private static let measure = 84

  private func textWidth(_ size: Size) -> Int { max(1, min(Self.measure, size.columns - 4)) }

  private func bodyHeight(_ size: Size) -> Int {
    max(1, size.rows - 4 - (phase == .front ? 0 : ratingHeight(size)))
  }

  private func ratingHeight(_ size: Size) -> Int { size.columns >= 60 ? 2 : 3 }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look)
    else { return surface }
    drawProgress(on: &surface, y: area.y, look: look)
    let body = Rect(
      x: (size.columns - textWidth(size)) / 2, y: area.y + 2, width: textWidth(size),
      height: area.height - 2)
    switch turn?.show {
    case nil:
      surface.put("Gathering cards…", x: body.x, y: body.y, .muted)
    case .wait(let seconds):
      drawScrolled(
        Self.waiting(seconds, width: body.width), on: &surface, in: body, look: look)
    case .finished(let report):
      let lines = ReviewReportView.lines(report, width: body.width, glyphs: look.glyphs)
      drawScrolled(lines, on: &surface, in: body, look: look)
    case .card(_, let intervals, _):
      drawCard(intervals: intervals, on: &surface, in: body, look: look)
    }
    return surface
  }

  private var detail: String {
    guard let turn else { return "" }
    if case .finished = turn.show { return "\(turn.done) done" }
    return "\(turn.done) done  \(turn.left.total) left  \(Frame.duration(turn.seconds))"
  }

  private func drawProgress(on surface: inout Surface, y: Int, look: Look) {
    guard let turn else { return }
    let counts: [(String, Int, Ink)] = [
      ("new", turn.left.new, .accent), ("learning", turn.left.learning, .bad),
      ("review", turn.left.review, .good),
    ]
    var x = 2
    for (name, count, ink) in counts {
      x += surface.put("\(count) ", x: x, y: y, ink, .bold)
      x += surface.put("\(name)  ", x: x, y: y, .muted)
    }
    let width = surface.size.columns - x - 2
    let total = turn.done + turn.left.total
    guard width >= 8, total > 0 else { return }
    let fraction = Double(turn.done) / Double(total)
    let meter = Plot.meter(fraction, width: min(width, 40), glyphs: look.glyphs)
    surface.put(meter, x: surface.size.columns - 2 - TextWidth.of(meter), y: y, .accent)
  }

  private static func waiting(_ seconds: Int, width: Int) -> [[Span]] {
    let text = """
      All done but what you are still learning: the next card comes in \(Frame.duration(seconds)). \
      It will appear here by itself, or come back later: nothing is lost.
      """
    return wrap([Span(text)], width: width)
  }

  private func drawCard(
    intervals: [Rating: String], on surface: inout Surface, in area: Rect, look: Look
  ) {
    let ratings = phase == .front ? 0 : ratingHeight(surface.size)
    var (text, bottom) = area.split(top: area.height - ratings)
    if phase == .writing {
      (text, bottom) = area.split(top: max(2, area.height - 5))
      surface.box(
        bottom, title: "Your position", titleInk: .accent, borderInk: .borderFocused, heavy: true,
        glyphs: look.glyphs)
      position.draw(on: &surface, in: bottom.inset(x: 2, y: 1))
    } else if phase == .back {
      drawRatings(intervals, on: &surface, y: bottom.y, look: look)
    }
    drawScrolled(lines(width: text.width), on: &surface, in: text, look: look)
  }

  /// The lines from `scroll` on, with signs at the right where there are more.
  private func drawScrolled(
    _ lines: [[Span]], on surface: inout Surface, in area: Rect, look: Look
  ) {
    // A larger window may have room for what was scrolled to.
    let scroll = min(scroll, max(0, lines.count - area.height))
    for (row, line) in lines.dropFirst(scroll).prefix(area.height).enumerated() {
      surface.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    if lines.count - scroll > area.height, area.height > 0 {
      surface.put(look.glyphs.downArrow, x: area.right, y: area.bottom - 1, .accent, .bold)
    }
    if scroll > 0 { surface.put(look.glyphs.upArrow, x: area.right, y: area.y, .accent, .bold) }
  }

  /// The card as lines: where it comes from, the prompt, and behind the reveal the answer.
  private func lines(width: Int) -> [[Span]] {
    if case .finished(let report) = turn?.show {
      return ReviewReportView.lines(report, width: width, glyphs: .unicode)
    }
    if case .wait(let seconds) = turn?.show { return Self.waiting(seconds, width: width) }
    guard let card else { return [] }
    return promptLines(of: card, width: width)
      + (isQuestion ? reflection(width: width) : answer(of: card.card, width: width))
  }

  private func promptLines(of card: StudyCard, width: Int) -> [[Span]] {
    guard case .card(_, _, let isLeech) = turn?.show else { return [] }
    var lines = wrap([Span(card.card.context, .muted)], width: width)
    var signs: [Span] = []
    if card.schedule.marked { signs.append(Span("* marked  ", .warning, .bold)) }
    if isLeech {
      signs.append(
        Span(
          "! leech: forgotten \(card.schedule.lapses) times; reword it at \(card.card.file):\(card.card.line)",
          .bad, .bold))
    }
    if !signs.isEmpty { lines += wrap(signs, width: width) }
    lines.append([])
    if isQuestion { lines.append([Span("Open question", .heading, .bold)]) }
    return lines + wrap(Prose.spans(card: card.card.prompt, attributes: .bold), width: width)
  }

  private func answer(of card: Card, width: Int) -> [[Span]] {
    guard phase == .back else { return [] }
    return CardFace.answer(card, width: width)
  }

  private func reflection(width: Int) -> [[Span]] {
    guard let turn else { return [] }
    var lines: [[Span]] = [[]]
    let written = position.text.trimmed
    if phase == .front {
      let invitation =
        written.isEmpty
        ? "Think about it. You may write a short position; what you wrote before is shown after."
        : "Your position is kept when you rate."
      lines += wrap([Span(invitation, .muted)], width: width)
    }
    if !written.isEmpty, phase != .writing {
      lines += wrap([Span("Today: ", .accent, .bold), Span(written)], width: width)
    }
    guard phase == .back else { return lines }
    if turn.positions.isEmpty {
      lines += wrap([Span("You have not written about this before.", .muted)], width: width)
    } else {
      lines.append([Span("What you wrote before", .heading, .bold)])
      for entry in turn.positions {
        lines += wrap([Span("\(entry.date)  ", .accent), Span(entry.text)], width: width)
      }
    }
    lines.append([])
    lines += wrap(
      [Span("How soon should it come back? Again is tomorrow, Easy much later.", .muted)],
      width: width)
    return lines
  }

  private struct RatingCell {
    var rating: Rating
    var rect: Rect
  }

  /// Where the four ratings stand: in a row, or two by two in a narrow terminal.
  private func ratingCells(_ size: Size) -> [RatingCell] {
    let width = textWidth(size)
    let x = (size.columns - width) / 2
    let y = size.rows - 1 - ratingHeight(size)
    let perRow = size.columns >= 60 ? 4 : 2
    return Rating.allCases.enumerated().map { index, rating in
      RatingCell(
        rating: rating,
        rect: Rect(
          x: x + index % perRow * (width / perRow), y: y + index / perRow, width: width / perRow,
          height: 1))
    }
  }

  private func drawRatings(
    _ intervals: [Rating: String], on surface: inout Surface, y: Int, look: Look
  ) {
    let names: [Rating: (String, Ink, Action)] = [
      .again: ("Again", .bad, .again), .hard: ("Hard", .warning, .hard),
      .good: ("Good", .good, .good), .easy: ("Easy", .accent, .easy),
    ]
    for cell in ratingCells(surface.size) {
      guard let (name, ink, action) = names[cell.rating] else { continue }
      let key = look.keymap.shortLabel(of: action, in: .reveal)
      var x = cell.rect.x
      x += surface.put(key, x: x, y: cell.rect.y, .key, [.bold, .reverse])
      x += surface.put(" \(name) ", x: x, y: cell.rect.y, ink, .bold)
      surface.put(intervals[cell.rating] ?? "", x: x, y: cell.rect.y, .muted)
    }
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
