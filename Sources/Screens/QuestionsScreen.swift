import Cards
import Study
import Surface

/// Open Questions with all that was written about them: how a position changed, what bears on the
/// question, and what to do when it has found its answer.
public struct QuestionsScreen: Screen {
  private var questions: [OpenQuestion]
  private let scopeName: String
  private var selected = 0
  private var scroll = 0
  private var phase = Phase.reading
  /// A position that is being written; it stays when the field is left.
  private var position = TextField()
  /// The line of a Key Fact.
  private var fact = TextField()
  private var size: Size

  private enum Phase: Equatable {
    case reading
    /// A new position.
    case writing
    /// The Key Fact is edited; `canWrite` says whether the page has a place for it.
    case proposing(canWrite: Bool)
    /// The line is settled: who writes it?
    case deciding(canWrite: Bool)
    /// Asked once more before the note is changed.
    case confirming
  }

  /// - Parameter scopeName: the page's title or the vault's name.
  public init(questions: [OpenQuestion], scopeName: String, size: Size) {
    self.questions = questions
    self.scopeName = scopeName
    self.size = size
  }

  private var question: OpenQuestion? {
    questions.indices.contains(selected) ? questions[selected] : nil
  }

  public var contexts: [KeyContext] {
    switch phase {
    case .reading: [.questionList, .everywhere]
    case .writing: [.position]
    case .proposing: [.proposal]
    case .deciding: [.proposed]
    case .confirming: [.confirmation]
    }
  }
  public var title: String { "Open Questions — \(scopeName)" }
  public var footer: Footer {
    var footer = Footer(contexts)
    guard phase == .reading else { return footer }
    if let question {
      footer.without = [question.resolvedOn == nil ? .reopen : .resolve]
    } else {
      footer.without = [.position, .resolve, .reopen, .open, .edit]
    }
    return footer
  }

  /// The questions after something changed; the chosen one stays chosen.
  public mutating func show(_ questions: [OpenQuestion]) {
    let chosen = question?.card.id
    self.questions = questions
    selected =
      questions.firstIndex { $0.card.id == chosen } ?? min(selected, max(0, questions.count - 1))
    phase = .reading
  }

  /// A Key Fact to say what was found, to be looked over.
  /// - Parameter canWrite: whether the page has Key Facts that it could be written under.
  public mutating func propose(_ line: String, canWrite: Bool) {
    fact = TextField(line)
    phase = .proposing(canWrite: canWrite)
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      let before = detailLines(width: detail.width, glyphs: .unicode)
      self.size = size
      scroll = ReadingPlace.line(
        scroll, of: before, in: detailLines(width: detail.width, glyphs: .unicode))
      scrollBy(0)
    case .paste(let text): type { $0.insert(text) }
    case .mouse(let point, let wheel):
      guard phase == .reading else { break }
      if wheel == 0 { return click(at: point) }
      scrollBy(wheel * Wheel.lines)
    case .key(let key):
      let action = keymap.action(for: key, in: contexts)
      if isTyping, action != .submit, action != .cancel {
        type { _ = $0.handle(key) }
        return []
      }
      return action.map { perform($0) } ?? []
    default: break
    }
    return []
  }

  private mutating func type(_ change: (inout TextField) -> Void) {
    switch phase {
    case .writing: change(&position)
    case .proposing: change(&fact)
    case .reading, .deciding, .confirming: break
    }
  }

  private var isTyping: Bool {
    switch phase {
    case .writing, .proposing: true
    case .reading, .deciding, .confirming: false
    }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    guard let question else {
      return action == .quit ? [.leave] : []
    }
    let id = question.card.id
    switch (phase, action) {
    case (.reading, _): return read(action, question)
    case (.writing, .submit):
      let text = position.text.trimmed
      position = TextField()
      phase = .reading
      return text.isEmpty ? [] : [.keepPosition(id, text)]
    case (.proposing(let canWrite), .submit):
      guard !fact.text.trimmed.isEmpty else { return [.say("The line is empty.")] }
      phase = .deciding(canWrite: canWrite)
    case (.deciding(let canWrite), .cancel): phase = .proposing(canWrite: canWrite)
    case (.deciding, .submit):
      return [.resolve(id, fact: fact.text.trimmed, writes: .leftToUser)]
    case (.deciding(true), .writeFact): phase = .confirming
    case (.deciding(false), .writeFact):
      return [.say("This page has no Key Facts to write it under; paste it where it belongs.")]
    case (.confirming, .confirm):
      return [.resolve(id, fact: fact.text.trimmed, writes: .underKeyFacts)]
    case (.confirming, .cancel): phase = .deciding(canWrite: true)
    case (_, .cancel): phase = .reading
    default: break
    }
    return []
  }

  private mutating func read(_ action: Action, _ question: OpenQuestion) -> [Effect] {
    let card = question.card.card
    switch action {
    case .up: select(selected - 1)
    case .down: select(selected + 1)
    case .top: select(0)
    case .bottom: select(questions.count - 1)
    case .halfUp, .halfDown, .pageUp, .pageDown:
      if let step = action.step(page: detailHeight) { scrollBy(step) }
    case .position: phase = .writing
    case .resolve:
      guard question.resolvedOn == nil else {
        return [.say("This question is answered already; u asks it again.")]
      }
      return [.proposeFact(card.id)]
    case .reopen:
      guard question.resolvedOn != nil else { return [.say("This question is open.")] }
      return [.reopen(card.id)]
    case .open: return [.openPage(card.page)]
    case .edit: return [.edit(file: card.file, line: card.line)]
    case .info: return [.showCardInfo(.card(card.id))]
    case .search: return [.showSearch(near: question.card.card.page)]
    case .quit: return [.leave]
    default: break
    }
    return []
  }

  /// A click chooses a question, another one opens its page.
  private mutating func click(at point: Point) -> [Effect] {
    let list = areas(in: area(of: size)).list
    let index = top(height: list.height) + point.y - list.y
    guard list.contains(point), questions.indices.contains(index) else { return [] }
    if index == selected { return question.map { [.openPage($0.card.card.page)] } ?? [] }
    select(index)
    return []
  }

  /// The first question of the list in sight.
  private func top(height: Int) -> Int {
    min(max(0, questions.count - height), max(0, selected - height / 2))
  }

  private func area(of size: Size) -> Rect {
    Rect(x: 0, y: 1, width: size.columns, height: size.rows - 2)
  }

  private mutating func select(_ index: Int) {
    selected = min(max(0, questions.count - 1), max(0, index))
    scroll = 0
    position = TextField()
  }

  private mutating func scrollBy(_ step: Int) {
    let last = max(0, detailLines(width: detail.width, glyphs: .unicode).count - detail.height)
    scroll = min(last, max(0, scroll + step))
  }

  private var detail: Rect {
    areas(in: area(of: size)).detail
  }

  private var detailHeight: Int { max(1, detail.height) }

  // MARK: Drawing

  /// List and detail: side by side where there is room, else one above the other.
  private func areas(in area: Rect) -> (list: Rect, detail: Rect, isWide: Bool) {
    if area.width >= 110 {
      let (list, rest) = area.split(left: area.width * 2 / 5)
      return (
        list, Rect(x: rest.x + 2, y: rest.y, width: rest.width - 4, height: rest.height), true
      )
    }
    let (list, rest) = area.split(top: min(questions.count + 1, max(3, area.height / 3)))
    return (
      list, Rect(x: rest.x + 2, y: rest.y + 1, width: rest.width - 4, height: rest.height - 1),
      false
    )
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let open = questions.count { $0.resolvedOn == nil }
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: "\(open) open  \(questions.count - open) answered",
        footer: footer, look: look)
    else { return surface }
    guard !questions.isEmpty else {
      let words = "No Open Questions here. List them in a note under the heading Open Questions."
      for (row, line) in wrap(words, width: area.width - 4).enumerated() {
        surface.put(line, x: 2, y: area.y + 1 + row, .muted)
      }
      return surface
    }
    // Where there is little room, what is being written needs all of it.
    if phase != .reading, area.height < 14, area.width < 110 {
      drawTask(on: &surface, in: area.inset(x: 2, y: 0), look: look)
      return surface
    }
    let (list, detail, isWide) = areas(in: area)
    drawList(on: &surface, in: list, look: look)
    if isWide {
      surface.line(verticalFrom: area.y, x: list.right, length: area.height, look.glyphs.light)
    } else {
      surface.line(horizontalFrom: 0, y: list.bottom, length: size.columns, look.glyphs.light)
    }
    if phase == .reading {
      drawDetail(on: &surface, in: detail, look: look)
    } else {
      drawTask(on: &surface, in: detail, look: look)
    }
    return surface
  }

  private func drawList(on surface: inout Surface, in area: Rect, look: Look) {
    let top = top(height: area.height)
    for (row, question) in questions.dropFirst(top).prefix(area.height).enumerated() {
      let isChosen = top + row == selected
      let y = area.y + row
      if isChosen {
        surface.fill(
          Rect(x: area.x, y: y, width: area.width, height: 1), .selection, .reverse)
        surface.put(look.glyphs.pointer, x: area.x, y: y, .selection, [.reverse, .bold])
      }
      let count = question.positions.count
      let sign =
        question.resolvedOn != nil ? look.glyphs.check : count > 0 ? "\(min(99, count))" : ""
      let ink: Ink = isChosen ? .selection : question.resolvedOn == nil ? .text : .muted
      surface.put(pad(sign, width: 2, .right), x: area.x + 1, y: y, ink, isChosen ? .reverse : [])
      surface.put(
        question.card.card.prompt, x: area.x + 4, y: y, ink, isChosen ? [.reverse, .bold] : [],
        width: area.width - 5)
    }
    surface.scrollbar(
      x: area.right - 1, y: area.y, length: area.height, offset: top, shown: area.height,
      total: questions.count, glyphs: look.glyphs)
  }

  private func detailLines(width: Int, glyphs: Glyphs) -> [[Span]] {
    question.map { QuestionDetail(question: $0).lines(width: width, glyphs: glyphs) } ?? []
  }

  private func drawDetail(on surface: inout Surface, in area: Rect, look: Look) {
    let lines = detailLines(width: area.width, glyphs: look.glyphs)
    for (row, line) in lines.dropFirst(scroll).prefix(area.height).enumerated() {
      surface.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    surface.scrollbar(
      x: surface.size.columns - 1, y: area.y, length: area.height, offset: scroll,
      shown: area.height, total: lines.count, glyphs: look.glyphs)
  }

  /// Writing a position, or seeing to the Key Fact of an answered question.
  private func drawTask(on surface: inout Surface, in area: Rect, look: Look) {
    guard let question else { return }
    let heading: String
    let words: String
    switch phase {
    case .reading: return
    case .writing:
      heading = "Your position today"
      words = ""
    case .proposing:
      heading = "The Key Fact"
      words = "Say the answer as this page says its facts; change the line as you like."
    case .deciding(let canWrite):
      heading = "To paste under Key Facts"
      words =
        "Enter: the question is answered, and leaves the daily deck; you paste the line yourself."
        + (canWrite ? " w: it is written into \(question.card.card.file) for you." : "")
    case .confirming:
      heading = "Write this line into \(question.card.card.file)?"
      words = "It is added at the end of Key Facts; nothing else in the file is touched. y or n."
    }
    let notes = words.isEmpty ? [] : wrap(words, width: area.width)
    let isFramed = area.height >= 7
    let least = isFramed ? 3 : 1
    let prompt = wrap(
      Prose.spans(card: question.card.card.prompt, attributes: .bold), width: area.width)
    let promptHeight = min(
      prompt.count, max(0, min(area.height / 3, area.height - least - notes.count)))
    for row in 0..<promptHeight {
      // What has no room runs on in the last line, and is cut there with a sign.
      let line =
        row + 1 < promptHeight ? prompt[row] : Array(prompt[row...].joined(separator: [Span(" ")]))
      surface.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    let (_, below) = area.split(top: promptHeight)
    let field = phase == .writing ? position : fact
    let wanted = isTyping ? 8 : wrap(field.text, width: max(1, area.width - 4)).count + 2
    let (room, rest) = below.split(top: max(least, min(wanted, below.height - notes.count)))
    var inside = room
    if isFramed {
      surface.box(
        room, title: heading, titleInk: .accent, borderInk: .borderFocused, heavy: true,
        glyphs: look.glyphs)
      inside = room.inset(x: 2, y: 1)
    } else {
      surface.put(look.glyphs.pointer, x: area.x - 1, y: room.y, .accent, .bold)
    }
    field.draw(on: &surface, in: inside, ink: isTyping ? .text : .highlight)
    if !isTyping { surface.cursor = nil }
    for (row, line) in notes.prefix(rest.height).enumerated() {
      surface.put(line, x: area.x, y: rest.y + row, .muted, width: area.width)
    }
  }
}
