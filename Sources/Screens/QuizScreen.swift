import Cards
import Study
import Surface

/// A quiz: a question, the verdict on the answer, and at the end the score with the misses.
public struct QuizScreen: Screen {
  private let scope: String
  private(set) var round: QuizRound
  var stage: Stage
  var draft: QuizDraft?
  /// The choice was marked by its number, and not only passed with the arrows.
  private var isMarked = false
  private var scroll = 0
  private(set) var size: Size
  /// Time spent so far, in seconds, as the program last said.
  private var seconds: Int
  /// How long the whole quiz may take; nil is without end.
  private let limit: Int?
  /// A line about the quiz itself, until the first answer: what the notes' changes did to it.
  private var note: String?
  // The score.
  private var report: QuizReport?
  var selectedMiss = 0
  private var sent: Set<Card.ID> = []

  enum Stage: Sendable, Equatable {
    case question, verdict
    /// The score; whether the time was up before the last question.
    case over(isTimeUp: Bool)
  }

  /// - Parameters:
  ///   - scope: what the quiz is about, as people read it.
  ///   - seconds: time spent on it before, when it was left and is taken up again.
  public init(
    round: QuizRound, scope: String, size: Size, seconds: Int = 0, note: String? = nil
  ) {
    self.round = round
    self.scope = scope
    self.size = size
    self.seconds = seconds
    self.note = note
    limit = round.request.minutes.map { $0 * 60 }
    stage = round.isFinished ? .over(isTimeUp: false) : .question
    draft = round.current.map(QuizDraft.init)
  }

  public var contexts: [KeyContext] {
    switch stage {
    case .over: return [round.summary.misses.isEmpty ? .score : .misses, .everywhere]
    case .verdict:
      let mayOverrule = round.outcome.map { QuizVerdict.mayBeOverruled($0.question) } ?? false
      return [mayOverrule ? .typedVerdict : .verdict, .everywhere]
    case .question:
      guard let draft else { return [.everywhere] }
      return draft.isTyping ? [draft.context] : [draft.context, .everywhere]
    }
  }

  public var title: String { "Quiz — \(scope)" }

  /// The answer that is being given; nil where no question is open.
  var draftInQuestion: QuizDraft? { stage == .question ? draft : nil }

  /// Whether a limit runs, so that the clock is to be looked at.
  public var isTimed: Bool {
    if case .over = stage { return false }
    return limit != nil
  }

  /// Whether something is left to ask, so that it can be taken up again.
  public var canBeResumed: Bool {
    if case .over = stage { return false }
    return !round.isFinished
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size):
      let before = lines(self.size, glyphs: .unicode).map(\.spans)
      self.size = size
      scroll = ReadingPlace.line(
        scroll, of: before, in: lines(size, glyphs: .unicode).map(\.spans))
      scroll(by: 0)
    case .paste(let text):
      if stage == .question, draft?.isTyping == true { draft?.field.insert(text) }
    case .mouse(let point, let wheel): return mouse(point, wheel: wheel)
    case .key(let key): return press(key, keymap: keymap)
    case .quiz(.clock(let seconds)): return tick(seconds)
    case .quiz(.report(let report)): self.report = report
    case .quiz(.sentToReview(let cards)): sent.formUnion(cards)
    case .refreshed, .turn, .found, .quiz(.offer): break
    }
    return []
  }

  private mutating func press(_ key: Key, keymap: Keymap) -> [Effect] {
    let action = keymap.action(for: key, in: contexts)
    if stage == .question, draft?.isTyping == true {
      if let action { return answer(action) }
      _ = draft?.field.handle(key)
      return []
    }
    guard let action else { return [] }
    switch action {
    case .quit, .cancel: return leave()
    default: break
    }
    switch stage {
    case .question: return answer(action)
    case .verdict: return afterVerdict(action)
    case .over: return atTheEnd(action)
    }
  }

  /// When the time is up the quiz ends; what was not answered in time was not asked.
  private mutating func tick(_ seconds: Int) -> [Effect] {
    self.seconds = seconds
    guard isTimed, let limit, seconds >= limit, stage == .question else { return [] }
    return end(isTimeUp: true)
  }

  private mutating func leave() -> [Effect] {
    if case .over = stage { return [.leave] }
    return [.leaveQuiz]
  }

  private mutating func answer(_ action: Action) -> [Effect] {
    guard var draft else { return [] }
    defer { self.draft = draft }
    switch action {
    case .up:
      draft.move(by: -1)
      isMarked = false
    case .down:
      draft.move(by: 1)
      isMarked = false
    case .left: draft.cycle(by: -1)
    case .right: draft.cycle(by: 1)
    case .toggle: draft.toggle()
    case .lift: draft.lift()
    case .shiftUp: draft.shift(by: -1)
    case .shiftDown: draft.shift(by: 1)
    case .clear: draft.clear()
    case .undo: if !draft.undo() { return [.say("There is nothing to take back here.")] }
    case .cancel: return leave()
    case .submit: return submit(&draft)
    default:
      if let place = action.choice { return choose(place, &draft) }
      if let place = action.partner { draft.take(place) }
    }
    return []
  }

  mutating func choose(_ place: Int, _ draft: inout QuizDraft) -> [Effect] {
    switch draft.form {
    case .choice(let options, _):
      guard options.indices.contains(place) else { return [] }
      // The same number again means it.
      if draft.row == place, isMarked { return submit(&draft) }
      draft.go(to: place)
      isMarked = true
    case .several: draft.toggle(place)
    case .match, .order, .table: draft.go(to: place)
    case .typed, .list: break
    }
    return []
  }

  private mutating func submit(_ draft: inout QuizDraft) -> [Effect] {
    switch draft.form {
    case .list where !draft.field.text.isEmpty:
      draft.addItem()
      return []
    case .table(let table) where table.bank == nil && !draft.isAtLastCell:
      draft.move(by: 1)
      return []
    case .order where draft.isLifted:
      draft.lift()
      return []
    default: break
    }
    if let warning = draft.warning() { return [.say(warning)] }
    guard let outcome = round.answer(draft.response) else { return [] }
    stage = .verdict
    isMarked = false
    scroll = 0
    note = nil
    return [.recordQuiz(outcome, round.progress)]
  }

  private mutating func afterVerdict(_ action: Action) -> [Effect] {
    switch action {
    case .next: return next()
    case .wasRight: return overrule(isRight: true)
    case .wasWrong: return overrule(isRight: false)
    default: if let step = action.step(page: textHeight) { scroll(by: step) }
    }
    return []
  }

  private mutating func overrule(isRight: Bool) -> [Effect] {
    let before = round.outcome
    round.override(right: isRight)
    guard let outcome = round.outcome, outcome != before else { return [] }
    return [.amendQuiz(outcome, round.progress)]
  }

  private mutating func next() -> [Effect] {
    round.advance()
    scroll = 0
    draft = round.current.map(QuizDraft.init)
    if round.isFinished { return end(isTimeUp: false) }
    stage = .question
    // A verdict may be read at leisure; the time it took shows at the next question.
    if let limit, seconds >= limit { return end(isTimeUp: true) }
    return [.askNext]
  }

  private mutating func end(isTimeUp: Bool) -> [Effect] {
    stage = .over(isTimeUp: isTimeUp)
    scroll = 0
    return [.endQuiz(round.summary)]
  }

  mutating func atTheEnd(_ action: Action) -> [Effect] {
    let misses = round.summary.misses
    guard misses.indices.contains(selectedMiss) else {
      if action == .next { return [.leave] }
      if let step = action.step(page: textHeight) { scroll(by: step) }
      return []
    }
    let miss = misses[selectedMiss]
    switch action {
    case .up: selectedMiss = max(0, selectedMiss - 1)
    case .down: selectedMiss = min(misses.count - 1, selectedMiss + 1)
    case .open: return [.openLine(page: miss.question.place.page, line: miss.question.place.line)]
    case .edit: return [.edit(file: miss.question.place.file, line: miss.question.place.line)]
    case .sendMiss: return send([miss])
    case .sendMisses: return send(misses)
    default: break
    }
    return []
  }

  private func send(_ misses: [QuizOutcome]) -> [Effect] {
    var cards: [Card.ID] = []
    for card in misses.flatMap(\.missedCards) where !cards.contains(card) { cards.append(card) }
    guard !cards.isEmpty else { return [.say("No card stands behind this.")] }
    let new = cards.filter { !sent.contains($0) }
    return new.isEmpty ? [.say("That is in today's review already.")] : [.sendToReview(new)]
  }

  /// So many lines are in sight.
  private var textHeight: Int { max(1, areas(in: Frame.area(of: size)).text.height) }

  mutating func scroll(by step: Int) {
    let last = max(0, lines(size, glyphs: .unicode).count - textHeight)
    scroll = min(last, max(0, scroll + step))
  }

  // MARK: Drawing

  private func width(_ columns: Int) -> Int {
    let most =
      switch draft?.form {
      case .table, .match: 130
      default: 84
      }
    return max(1, min(stage == .question || stage == .verdict ? most : 84, columns - 4))
  }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, footer: footer, look: look)
    else { return surface }
    let (text, field) = areas(in: area)
    if let status { surface.put(status, x: text.x, y: area.y, .muted, width: text.width) }
    let lines = lines(size, glyphs: look.glyphs)
    let top = top(of: lines, height: text.height)
    for (row, line) in lines.dropFirst(top).prefix(text.height).enumerated() {
      surface.put(line.spans, x: text.x, y: text.y + row, width: text.width)
    }
    if top > 0 { surface.put(look.glyphs.upArrow, x: text.right, y: text.y, .accent, .bold) }
    if lines.count - top > text.height, text.height > 0 {
      surface.put(look.glyphs.downArrow, x: text.right, y: text.bottom - 1, .accent, .bold)
    }
    if !field.isEmpty { draw(field, on: &surface, look: look) }
    return surface
  }

  /// Where the lines stand, and below them the field; the latter is empty where nothing is typed.
  func areas(in area: Rect) -> (text: Rect, field: Rect) {
    let width = width(area.width)
    let top = (status == nil ? 0 : 1) + (area.height > 12 ? 1 : 0)
    let body = Rect(
      x: (area.width - width) / 2, y: area.y + top, width: width, height: area.height - top)
    let hasField = stage == .question && hasField
    return body.split(top: body.height - (hasField ? body.height > 9 ? 3 : 1 : 0))
  }

  private func draw(_ field: Rect, on surface: inout Surface, look: Look) {
    guard let draft else { return }
    if field.height < 3 {
      surface.put(look.glyphs.pointer, x: field.x, y: field.y, .accent, .bold)
      draft.field.draw(
        on: &surface, in: Rect(x: field.x + 2, y: field.y, width: field.width - 2, height: 1))
      return
    }
    surface.box(
      field, title: QuizBody.fieldTitle(draft), titleInk: .accent, borderInk: .borderFocused,
      heavy: true, glyphs: look.glyphs)
    draft.field.draw(on: &surface, in: field.inset(x: 2, y: 1))
  }

  private var hasField: Bool { draft?.isTyping ?? false }

  private var detail: String {
    let summary = round.summary
    // Before the first answer there is no score.
    let score = summary.answered == 0 ? "" : "Score \(summary.score) of \(summary.answered)"
    guard isTimed, let limit else { return score }
    let left = max(0, limit - seconds)
    let rest = left % 60
    return "\(left / 60):\(rest < 10 ? "0" : "")\(rest) left" + (score.isEmpty ? "" : "  " + score)
  }

  private var status: String? {
    if case .over = stage { return nil }
    return "Question \(min(round.index + 1, round.questions.count)) of \(round.questions.count)"
  }

  /// What keys act on is kept in sight.
  func top(of lines: [QuizLine], height: Int) -> Int {
    let last = max(0, lines.count - max(1, height))
    let row: Int? =
      switch stage {
      case .verdict: nil
      case .question: draft?.row
      case .over: round.summary.misses.isEmpty ? nil : selectedMiss
      }
    guard let row, let end = lines.lastIndex(where: { $0.row == row }),
      let start = lines.firstIndex(where: { $0.row == row })
    else { return min(scroll, last) }
    // As much as fits from the top; then the whole row, its beginning first.
    return min(last, max(0, min(end + 1 - max(1, height), start)))
  }

  func lines(_ size: Size, glyphs: Glyphs) -> [QuizLine] {
    let width = width(size.columns)
    switch stage {
    case .over(let isTimeUp):
      return QuizScore(
        summary: round.summary, report: report, isTimeUp: isTimeUp, selected: selectedMiss,
        sent: sent
      ).lines(width: width, glyphs: glyphs)
    case .question, .verdict:
      guard let question = round.current else { return [] }
      // Where there is little room, what was read makes way for what the keys act on.
      let isSmall = size.rows < 16
      let isRead = isSmall && draft?.isTouched == true
      let note = isRead ? nil : note
      let lines = note.map { wrap([Span($0, .warning)], width: width).map { QuizLine($0) } } ?? []
      return lines
        + QuizBody(
          question: question, draft: draft, outcome: stage == .verdict ? round.outcome : nil,
          isSmall: isSmall, isMarked: isMarked, saysRule: !isSmall || !isRead && isFirstOfItsKind
        ).lines(width: width, glyphs: glyphs)
    }
  }

  /// Whether no question before this one had the same rule.
  private var isFirstOfItsKind: Bool {
    !round.questions.prefix(round.index).contains { QuizDraft($0).context == draft?.context }
  }
}
