import Cards
import Study
import Surface

/// A quiz: choosing or typing, the verdict after each answer, and the score with the misses.
public struct QuizScreen: Screen {
  private let scope: String
  private var round: QuizRound
  /// The last question is behind us, or the quiz was left: the score shows.
  private var isOver: Bool
  private var selected = 0
  private var typed = TextField()
  private var scroll = 0
  private var size: Size

  public init(round: QuizRound, scope: String, size: Size) {
    self.round = round
    self.scope = scope
    self.size = size
    isOver = round.isFinished
  }

  public var contexts: [KeyContext] {
    if isOver { return [.score, .everywhere] }
    if let outcome = round.outcome {
      return [outcome.question.form == .typed ? .typedVerdict : .verdict, .everywhere]
    }
    return isTyping ? [.typing] : [.choice, .everywhere]
  }

  /// Whether an answer is being typed.
  private var isTyping: Bool { !isOver && round.outcome == nil && round.current?.form == .typed }

  public var title: String { "Quiz — \(scope)" }

  private var options: [String]? {
    if case .choice(let options, _) = round.current?.form { options } else { nil }
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .paste(let text): if isTyping { typed.insert(text) }
    case .mouse(let point, let wheel): return mouse(point, wheel: wheel)
    case .key(let key):
      if isTyping { return type(key, keymap: keymap) }
      guard let action = keymap.action(for: key, in: contexts) else { return [] }
      return perform(action)
    case .refreshed, .turn, .found: break
    }
    return []
  }

  private mutating func type(_ key: Key, keymap: Keymap) -> [Effect] {
    switch keymap.action(for: key, in: contexts) {
    case .submit:
      round.answerTyped(typed.text)
      scroll = 0
      return []
    case .cancel: return leave()
    default:
      _ = typed.handle(key)
      return []
    }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .choose1: return choose(0)
    case .choose2: return choose(1)
    case .choose3: return choose(2)
    case .choose4: return choose(3)
    case .choose5: return choose(4)
    case .choose6: return choose(5)
    case .submit: return choose(selected)
    case .next: return next()
    case .wasRight: return overrule(isRight: true)
    case .wasWrong: return overrule(isRight: false)
    case .help: return [.showHelp(contexts)]
    case .quit, .cancel: return leave()
    default: break
    }
    return []
  }

  /// The first way out leads to the score, so that leaving early still shows it.
  private mutating func leave() -> [Effect] {
    if isOver || round.outcomes.isEmpty { return [.leave] }
    let effects = record()
    isOver = true
    scroll = 0
    return effects
  }

  private mutating func choose(_ index: Int) -> [Effect] {
    if round.answerChoice(index) != nil {
      selected = index
      scroll = 0
    }
    return []
  }

  private mutating func overrule(isRight: Bool) -> [Effect] {
    round.override(right: isRight)
    return []
  }

  /// The answer just judged, to be logged: only now is it certain, since it may have been overruled.
  private func record() -> [Effect] {
    isOver ? [] : round.outcome.map { [.recordQuiz($0)] } ?? []
  }

  private mutating func next() -> [Effect] {
    if isOver { return [.leave] }
    let effects = record()
    round.advance()
    isOver = round.isFinished
    selected = 0
    scroll = 0
    typed = TextField()
    return effects
  }

  private mutating func move(by step: Int) {
    if !isOver, round.outcome == nil, let options {
      selected = min(options.count - 1, max(0, selected + step))
    } else {
      let last = max(0, lines(width: width(size), glyphs: .unicode).count - max(1, size.rows - 5))
      scroll = min(last, max(0, scroll + step))
    }
  }

  private mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    if wheel != 0 {
      move(by: wheel)
      return []
    }
    guard !isOver, round.outcome == nil else { return [] }
    let lines = lines(width: width(size), glyphs: .unicode)
    let index = scrollTop(lines, height: size.rows - 5) + point.y - 3
    return lines.indices.contains(index) ? lines[index].option.map { choose($0) } ?? [] : []
  }

  // MARK: Drawing

  /// A line of the quiz; `option` is the choice it belongs to.
  private struct Line {
    var spans: [Span]
    var option: Int?
  }

  private func width(_ size: Size) -> Int { max(1, min(84, size.columns - 4)) }

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    let detail = "\(round.score) right of \(round.outcomes.count)"
    guard
      let area = Frame.draw(
        on: &surface, title: title, detail: detail, contexts: contexts, look: look)
    else { return surface }
    let x = (size.columns - width(size)) / 2
    if !isOver {
      surface.put(
        "Question \(round.index + 1) of \(round.questions.count)", x: x, y: area.y, .muted)
    }
    let body = Rect(x: x, y: area.y + 2, width: width(size), height: area.height - 2)
    let (text, field) = body.split(top: isTyping ? body.height - 3 : body.height)
    let lines = lines(width: body.width, glyphs: look.glyphs)
    let top = scrollTop(lines, height: text.height)
    for (row, line) in lines.dropFirst(top).prefix(text.height).enumerated() {
      surface.put(line.spans, x: text.x, y: text.y + row, width: text.width)
    }
    if lines.count - top > text.height, text.height > 0 {
      surface.put(look.glyphs.downArrow, x: text.right, y: text.bottom - 1, .accent, .bold)
    }
    if isTyping {
      surface.box(
        field, title: "Your answer", titleInk: .accent, borderInk: .borderFocused, heavy: true,
        glyphs: look.glyphs)
      typed.draw(on: &surface, in: field.inset(x: 2, y: 1))
    }
    return surface
  }

  /// While choosing, the selected choice is kept in sight.
  private func scrollTop(_ lines: [Line], height: Int) -> Int {
    let last = max(0, lines.count - max(1, height))
    guard !isOver, round.outcome == nil, options != nil else { return min(scroll, last) }
    let end = lines.lastIndex { $0.option == selected } ?? 0
    return min(last, max(0, end + 1 - max(1, height)))
  }

  private func lines(width: Int, glyphs: Glyphs) -> [Line] {
    guard !isOver, let question = round.current else {
      return summary(width: width, glyphs: glyphs).map { Line(spans: $0) }
    }
    var lines = wrap([Span(question.card.context, .muted)], width: width).map { Line(spans: $0) }
    lines.append(Line(spans: []))
    lines += wrap(Prose.spans(card: question.card.prompt, attributes: .bold), width: width)
      .map { Line(spans: $0) }
    lines.append(Line(spans: []))
    if case .choice(let options, let correct) = question.form {
      lines += choices(options, correct: correct, width: width, glyphs: glyphs)
    }
    if let outcome = round.outcome {
      lines += verdict(outcome, width: width, glyphs: glyphs).map { Line(spans: $0) }
    }
    return lines
  }

  private func choices(
    _ options: [String], correct: Int, width: Int, glyphs: Glyphs
  ) -> [Line] {
    var chosen: Int?
    if case .chosen(let option) = round.outcome?.response { chosen = option }
    let isJudged = chosen != nil
    return options.enumerated().flatMap { index, option -> [Line] in
      var ink: Ink = .text
      var sign = index == selected && !isJudged ? glyphs.pointer : " "
      if isJudged, index == correct { (ink, sign) = (.good, glyphs.check) }
      if isJudged, index == chosen, index != correct { (ink, sign) = (.bad, glyphs.cross) }
      let emphasis: Attributes = index == selected && !isJudged ? .bold : []
      let rows = wrap(
        Prose.spans(card: option, ink: ink, attributes: emphasis), width: max(1, width - 5))
      return rows.enumerated().map { row, spans in
        let lead = row == 0 ? "\(sign) \(index + 1)  " : "     "
        return Line(
          spans: [Span(lead, row == 0 && !isJudged ? .accent : ink, .bold)] + spans, option: index)
      }
    }
  }

  private func verdict(_ outcome: QuizOutcome, width: Int, glyphs: Glyphs) -> [[Span]] {
    let card = outcome.question.card
    var lines: [[Span]] = [[], [verdict(of: outcome, glyphs: glyphs)]]
    if case .typed(let text, let judgement) = outcome.response {
      let written = text.isEmpty ? "nothing" : text
      lines += wrap([Span("You wrote: ", .muted), Span(written)], width: width)
      lines += wrap(
        [Span("Answer: ", .muted)] + Prose.spans(card: card.answer, attributes: .bold),
        width: width)
      if judgement.verdict != .exact, !text.isEmpty {
        lines += wrap([Span("Compared: ", .muted)] + spans(judgement), width: width)
      }
    }
    if card.source != card.answer {
      lines.append([])
      lines += wrap(
        [Span("From the note: ", .muted, .bold)] + Prose.spans(card: card.source, ink: .muted),
        width: width)
    }
    return lines
  }

  private func verdict(of outcome: QuizOutcome, glyphs: Glyphs) -> Span {
    guard !outcome.isRight else {
      return Span("\(glyphs.check) Right", .good, .bold)
    }
    if case .typed(_, let judgement) = outcome.response,
      case .incomplete(let found, let all) = judgement.verdict, !outcome.isOverridden
    {
      return Span("\(glyphs.cross) \(found) of \(all)", .bad, .bold)
    }
    return Span("\(glyphs.cross) Not right", .bad, .bold)
  }

  private func summary(width: Int, glyphs: Glyphs) -> [[Span]] {
    guard !round.outcomes.isEmpty else {
      return wrap([Span("There is nothing here to ask about.")], width: width)
    }
    let total = round.outcomes.count
    let percent = Int((Double(round.score) / Double(total) * 100).rounded())
    var lines: [[Span]] = [
      [Span("\(round.score) of \(total) right", .good, .bold), Span("  \(percent)%", .muted)],
      [
        Span(
          Plot.bar(Double(round.score) / Double(total), width: min(40, width), glyphs: glyphs),
          .good)
      ],
    ]
    if round.misses.isEmpty {
      lines += [[], [Span("Nothing missed.", .good)]]
    } else {
      lines += [[], [Span("Missed", .heading, .bold)]]
      for card in round.misses {
        lines += wrap(
          [Span("\(glyphs.cross) ", .bad, .bold)] + Prose.spans(card: card.prompt), width: width)
        lines += wrap(
          [Span("  \(glyphs.arrow) ", .muted)] + Prose.spans(card: card.answer, attributes: .bold),
          width: width)
        lines += wrap([Span("    \(card.context), line \(card.line)", .muted)], width: width)
      }
    }
    return lines
  }

  /// The right answer with what was typed laid beside it: `+missing+`, `-too much-`.
  private func spans(_ judgement: TypedJudgement) -> [Span] {
    judgement.spans.flatMap { span -> [Span] in
      switch span.kind {
      case .matched: [Span(span.text, .good), Span(" ")]
      case .missing: [Span("+\(span.text)+", .warning, .bold), Span(" ")]
      case .extra: [Span("-\(span.text)-", .bad, .bold), Span(" ")]
      }
    }
  }
}
