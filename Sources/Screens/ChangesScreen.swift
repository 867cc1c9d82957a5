import Cards
import Surface

/// What happened to the cards since last time, by page and line, and the questions that only the author
/// can answer: is this new card a known one?
public struct ChangesScreen: Screen {
  private var changes: ChangeList
  private var questions: [IdentityQuestion]
  private var list: ChangeRows
  private var shown: ChangesShown
  private var cursor = ListCursor()
  /// The candidate that is looked at; nil in the list.
  private var candidate: Int?
  private var scroll = 0
  private var size: Size

  public init(
    changes: ChangeList, questions: [IdentityQuestion], shown: ChangesShown, size: Size
  ) {
    self.changes = changes
    self.questions = questions
    self.shown = shown
    self.size = size
    list = ChangeRows(changes, questions: questions)
  }

  /// How far back it looks.
  public var scope: ChangesShown { shown }

  /// The changes after the notes changed, after a question was answered, or of another time.
  public mutating func show(
    _ changes: ChangeList, questions: [IdentityQuestion], shown: ChangesShown
  ) {
    let asked = question?.id
    self.changes = changes
    self.questions = questions
    self.shown = shown
    list = ChangeRows(changes, questions: questions)
    cursor.move(by: 0, of: list.rows.count)
    // The question that was looked at may have been answered elsewhere.
    if candidate != nil, question?.id != asked { candidate = nil }
  }

  public var contexts: [KeyContext] {
    candidate == nil ? [.changeList, .everywhere] : [.identityQuestion, .everywhere]
  }
  public var title: String {
    candidate != nil ? "Is it the same card?" : shown == .all ? "All changes" : "Changes"
  }

  public var footer: Footer {
    var footer = Footer(contexts)
    if list.rows.isEmpty { footer.without = [.open, .edit, .info] }
    if candidate == nil, question != nil {
      footer.words[.open] = "answer"
      footer.without.insert(.info)
    }
    return footer
  }

  private var row: ChangeRows.Row? {
    list.rows.indices.contains(cursor.row) ? list.rows[cursor.row] : nil
  }
  private var question: IdentityQuestion? {
    if case .question(let question) = row { question } else { nil }
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .mouse(let point, let wheel): return mouse(point, wheel: wheel)
    case .key(let key):
      guard let action = keymap.action(for: key, in: contexts) else { break }
      return candidate == nil ? perform(action) : answer(action)
    default: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    if cursor.perform(action, of: list.rows.count, page: (size.rows - 3) / 3) { return [] }
    switch action {
    case .open: return open()
    case .edit:
      guard let place else { break }
      return [.edit(file: place.file, line: max(1, place.line))]
    case .info:
      if case .change(let change) = row { return [.showCardInfo(.card(change.id))] }
    case .everything: return [.showChanges(shown == .all ? .sinceLastTime : .all)]
    case .search: return [.showSearch(near: place?.page)]
    case .quit: return [.leave]
    default: break
    }
    return []
  }

  private mutating func open() -> [Effect] {
    switch row {
    case .question:
      candidate = 0
      scroll = 0
      return []
    case .change(let change):
      guard change.after != nil, let place else {
        return [.say("It rests: its text is gone from the note. i shows its history.")]
      }
      return [.openLine(page: place.page, line: place.line)]
    case nil: return []
    }
  }

  /// Where the chosen row stands, or stood.
  private var place: (page: String, file: String, line: Int)? {
    switch row {
    case .question(let question): (question.page, question.file, question.line)
    case .change(let change): change.place.map { ($0.page, $0.file, $0.line) }
    case nil: nil
    }
  }

  private mutating func answer(_ action: Action) -> [Effect] {
    guard let question, let candidate else { return [] }
    let count = question.candidates.count
    switch action {
    case .nextBoard: self.candidate = (candidate + 1) % max(1, count)
    case .previousBoard: self.candidate = (candidate - 1 + count) % max(1, count)
    case .sameCard: return [.decide(question.id, .same(candidate))]
    case .newCard: return [.decide(question.id, .none)]
    case .edit: return [.edit(file: question.file, line: max(1, question.line))]
    case .quit: self.candidate = nil
    default: if let step = action.step(page: size.rows - 2) { scroll(by: step) }
    }
    return []
  }

  private mutating func scroll(by step: Int) {
    scroll = min(max(0, questionLines(size).count - (size.rows - 2)), max(0, scroll + step))
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    guard candidate == nil else {
      scroll(by: wheel * Wheel.lines)
      return []
    }
    if wheel != 0 {
      cursor.move(by: wheel, of: list.rows.count)
      return []
    }
    let lines = list.lines(width: size.columns - 3, glyphs: .unicode)
    let (body, _) = Frame.area(of: size).split(top: size.rows - 3)
    guard let row = cursor.row(at: point, of: lines, in: body) else { return [] }
    if row == cursor.row { return open() }
    cursor.select(row, of: list.rows.count)
    return []
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let open = questions.isEmpty ? "" : "\(questions.count) to answer"
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: open, footer: footer, look: look)
    else { return surface }
    if candidate != nil {
      for (row, line) in questionLines(size).dropFirst(scroll).prefix(area.height).enumerated() {
        surface.put(line, x: 2, y: area.y + row, width: area.width - 4)
      }
    } else {
      drawList(on: &surface, in: area, look: look)
    }
    return surface
  }

  /// Shorter than that of the list: what is in doubt stands at the top, and is new until it is decided.
  private var summary: String {
    var counts = changes.counts
    if let asked = counts.removeValue(forKey: .ambiguous) { counts[.new, default: 0] += asked }
    let parts = CardChange.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.name)" }
    }
    return parts.isEmpty ? "Nothing changed" : parts.joined(separator: ", ")
  }

  private func drawList(on surface: inout Surface, in area: Rect, look: Look) {
    // A line at the bottom says what it comes to.
    let (body, foot) = area.split(top: area.height - 1)
    let rest = "\(FigureText.count(changes.unchanged, "card", "cards")) as before"
    surface.put(
      list.rows.isEmpty ? " \(rest)." : " \(summary); \(rest).", x: 0, y: foot.y, .muted,
      width: foot.width)
    guard !list.rows.isEmpty else {
      let words =
        shown == .all
        ? "Nothing has happened to the cards in the last 90 days."
        : "Nothing has happened to the cards since you last looked. Press a for the last 90 days."
      for (row, line) in wrap(words, width: area.width - 4).enumerated() {
        surface.put(line, x: 2, y: area.y + 1 + row, .muted)
      }
      return
    }
    let lines = list.lines(width: area.width - 3, glyphs: look.glyphs)
    cursor.draw(lines, on: &surface, in: body, look: look)
  }

  /// The new item and a candidate: side by side where there is room, else one below the other.
  private func questionLines(_ size: Size) -> [[Span]] {
    guard let question, let candidate, question.candidates.indices.contains(candidate) else {
      return []
    }
    let width = max(1, size.columns - 4)
    let known = question.candidates[candidate]
    let count = question.candidates.count
    let number = count > 1 ? " (\(candidate + 1) of \(count))" : ""
    let column = width >= 70 ? (width - 3) / 2 : width
    let new =
      [[Span("New", .heading, .bold)]]
      + wrap([Span("\(question.file):\(question.line)", .muted)], width: column) + [[]]
      + wrap([Span(question.source, .text, .bold)], width: column)
      + texts(known.adoptions.map(\.after), width: column)
    let old =
      [[Span("Known\(number)", .heading, .bold)]]
      + wrap([Span("\(known.page) › \(known.section)", .muted)], width: column) + [[]]
      + wrap([Span(known.source, .text, .bold)], width: column)
      + texts(known.adoptions.map(\.before), width: column)
    var lines: [[Span]] = []
    if column < width {
      for row in 0..<max(new.count, old.count) {
        let left = row < new.count ? new[row] : []
        let used = left.reduce(0) { $0 + TextWidth.of($1.text) }
        lines.append(
          left + [Span(String(repeating: " ", count: max(0, column + 3 - used)))]
            + (row < old.count ? old[row] : []))
      }
    } else {
      lines = new + [[]] + old
    }
    let relearn = known.adoptions.count { $0.answerChanged }
    let words =
      "The same: the known card goes on, with its history and what you wrote"
      + (relearn == 0
        ? "."
        : "; \(relearn == 1 ? "one answer is" : "\(relearn) answers are") another, and comes back for relearning.")
      + " None of them: it stays new, and the known one rests."
    return lines + [[]] + wrap([Span(words, .muted)], width: width)
  }

  private func texts(_ texts: [CardText], width: Int) -> [[Span]] {
    texts.flatMap { text in
      [[]] + wrap(Prose.spans(card: text.prompt), width: width)
        + wrap([Span("= ", .accent, .bold), Span(ChangeRows.oneLine(text.answer))], width: width)
    }
  }
}
