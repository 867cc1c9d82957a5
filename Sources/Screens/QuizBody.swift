import Study
import Surface

/// A line of the quiz; `row` is what keys and the mouse act on there.
struct QuizLine {
  var spans: [Span]
  var row: Int?
  /// What a click gives to the row or cell that is being answered.
  var partner: Partner?

  /// One of what there is to match or to fill in, and the column from which on it stands on the line.
  struct Partner {
    var index: Int
    var start = 0
  }

  init(_ spans: [Span], row: Int? = nil, partner: Partner? = nil) {
    self.spans = spans
    self.row = row
    self.partner = partner
  }
}

/// A question as it is answered, and its verdict. Signs say what colours say.
struct QuizBody {
  let question: QuizQuestion
  let draft: QuizDraft?
  /// Nil until it is answered.
  let outcome: QuizOutcome?
  /// In a low terminal blank lines are left out, and where it comes from takes one line.
  let isSmall: Bool
  /// Whether the row's choice is marked, so that the same number once more gives it.
  var isMarked = false
  /// Whether what counts is said: of questions of one kind, in a low terminal, once.
  var saysRule = true

  private var isJudged: Bool { outcome != nil }
  private var gap: [QuizLine] { isSmall ? [] : [QuizLine([])] }

  static func fieldTitle(_ draft: QuizDraft) -> String {
    switch draft.form {
    case .list: "One after another; empty gives the answer"
    case .table: "The cell"
    default: "Your answer"
    }
  }

  func lines(width: Int, glyphs: Glyphs) -> [QuizLine] {
    var lines = shows(oneRowAt: width) ? [] : context(width: width, glyphs: glyphs)
    lines += gap
    lines += wrap(Prose.spans(card: question.prompt, attributes: .bold), width: width)
      .map { QuizLine($0) }
    if !isJudged, saysRule, !question.rule.isEmpty, !shows(oneRowAt: width) {
      lines += wrap([Span(question.rule, .muted)], width: width).map { QuizLine($0) }
    }
    lines += gap
    lines += form(width: width, glyphs: glyphs)
    if let outcome { lines += verdict(outcome, width: width, glyphs: glyphs) }
    return lines
  }

  /// Where it comes from: all of it, or as much as a line holds, without what the prompt says again.
  private func context(width: Int, glyphs: Glyphs) -> [QuizLine] {
    let context = question.place.context
    guard isSmall else { return wrap([Span(context, .muted)], width: width).map { QuizLine($0) } }
    var parts = context.split(separator: " › ").map(String.init)
    if parts.count > 1, let last = parts.last, question.prompt.contains(last) { parts.removeLast() }
    if parts.count > 2 { parts = [parts[0], glyphs.ellipsis, parts[parts.count - 1]] }
    let text = parts.joined(separator: glyphs.pathSeparator)
    return [QuizLine([Span(truncate(text, width: width, glyphs: glyphs), .muted)])]
  }

  /// Whether there is room for one row only beside all that there is to choose from.
  private func shows(oneRowAt width: Int) -> Bool {
    guard isSmall, !isJudged else { return false }
    return switch question.form {
    case .match: width < 70
    case .table(let table): table.bank != nil && width < QuizTableLines.wide(table)
    default: false
    }
  }

  private func form(width: Int, glyphs: Glyphs) -> [QuizLine] {
    switch question.form {
    case .choice(let options, let correct):
      return choices(options, correct: [correct], isSeveral: false, width: width, glyphs: glyphs)
    case .several(let options, let correct):
      return choices(options, correct: Set(correct), isSeveral: true, width: width, glyphs: glyphs)
    case .typed: return []
    case .match(let left, let right, let answer):
      return match(left, right, answer: answer, width: width, glyphs: glyphs)
    case .order(let items, let answer):
      return order(items, answer: answer, width: width, glyphs: glyphs)
    case .table(let table):
      return QuizTableLines(table: table, draft: draft, outcome: outcome, isSmall: isSmall)
        .lines(width: width, glyphs: glyphs)
    case .list(let items): return list(items, width: width, glyphs: glyphs)
    }
  }

  /// A row with a lead of its own width; what does not fit on it hangs under its text.
  private func row(
    _ lead: String, _ leadInk: Ink, _ spans: [Span], row: Int?, width: Int
  ) -> [QuizLine] {
    let hang = TextWidth.of(lead)
    let margin = String(repeating: " ", count: hang)
    return wrap(spans, width: max(1, width - hang)).enumerated().map { number, line in
      QuizLine([Span(number == 0 ? lead : margin, leadInk, .bold)] + line, row: row)
    }
  }

  // MARK: Choosing

  private func choices(
    _ options: [String], correct: Set<Int>, isSeveral: Bool, width: Int, glyphs: Glyphs
  ) -> [QuizLine] {
    var chosen: Set<Int> = draft?.chosen ?? []
    if case .chosen(let option) = outcome?.response { chosen = [option] }
    if case .several(let options) = outcome?.response { chosen = Set(options) }
    return options.enumerated().flatMap { index, option -> [QuizLine] in
      var ink: Ink = .text
      let isSelected = index == draft?.row && !isJudged
      var sign = isSelected ? glyphs.pointer : " "
      if isJudged, correct.contains(index) { (ink, sign) = (.good, glyphs.check) }
      if isJudged, chosen.contains(index), !correct.contains(index) {
        (ink, sign) = (.bad, glyphs.cross)
      }
      let box = isSeveral ? (chosen.contains(index) ? "[x] " : "[ ] ") : " "
      let isMarked = isSelected && isMarked
      let number = isMarked ? "[\(index + 1)]" : " \(index + 1) "
      return row(
        "\(sign)\(number)\(box)", isJudged ? ink : .accent,
        Prose.spans(card: option, ink: ink, attributes: isSelected ? .bold : []), row: index,
        width: width)
    }
  }

  // MARK: Matching

  private func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : "?"
  }

  private func match(
    _ left: [String], _ right: [String], answer: [Int], width: Int, glyphs: Glyphs
  ) -> [QuizLine] {
    var pairs = draft?.pairs ?? []
    if case .matched(let given) = outcome?.response { pairs = given }
    guard pairs.count == left.count else { return [] }
    let sideBySide = width >= 70 && !isJudged
    let leftWidth = sideBySide ? width * 2 / 5 : width
    let lefts = left.enumerated().flatMap { index, text -> [QuizLine] in
      let isSelected = index == draft?.row && !isJudged
      guard isJudged else {
        let partner = pairs[index].map { "\(letter($0))" } ?? glyphs.dash
        var spans = Prose.spans(card: text, attributes: isSelected ? .bold : [])
        if !sideBySide, let place = pairs[index] {
          spans +=
            [Span(" \(glyphs.arrow) ", .muted)] + Prose.spans(card: right[place], ink: .muted)
        }
        return row(
          "\(isSelected ? glyphs.pointer : " ") \(index + 1) [\(partner)] ", .accent, spans,
          row: index, width: leftWidth)
      }
      let isRight = pairs[index] == answer[index]
      let sign = isRight ? glyphs.check : glyphs.cross
      var spans = Prose.spans(card: text, attributes: .bold)
      spans.append(Span(" \(glyphs.arrow) ", .muted))
      spans += Prose.spans(card: right[answer[index]])
      if !isRight {
        let given = pairs[index].map { right[$0] } ?? "nothing"
        spans.append(Span("  (you: \(given))", .bad))
      }
      return row("\(sign) ", isRight ? .good : .bad, spans, row: index, width: width)
    }
    guard !isJudged else { return lefts }
    if shows(oneRowAt: width) {
      return narrowMatch(left, right, pairs: pairs, width: width, glyphs: glyphs)
    }
    let rightWidth = sideBySide ? width - leftWidth - 2 : width
    let rights = right.enumerated().flatMap { index, text in
      let isTaken = pairs.contains(index)
      return row(
        "\(letter(index)) ", isTaken ? .muted : .accent,
        Prose.spans(card: text, ink: isTaken ? .muted : .text), row: nil, width: rightWidth
      ).map { QuizLine($0.spans, partner: QuizLine.Partner(index: index)) }
    }
    guard sideBySide else { return lefts + gap + rights }
    return (0..<max(lefts.count, rights.count)).map { index in
      let first = lefts.indices.contains(index) ? lefts[index].spans : []
      let used = first.reduce(0) { $0 + TextWidth.of($1.text) }
      let pad = Span(String(repeating: " ", count: max(0, leftWidth + 2 - used)))
      let second = rights.indices.contains(index) ? rights[index] : QuizLine([])
      return QuizLine(
        first + [pad] + second.spans, row: lefts.indices.contains(index) ? lefts[index].row : nil,
        partner: second.partner.map { QuizLine.Partner(index: $0.index, start: leftWidth + 2) })
    }
  }

  /// Where there is no room for all: what there is to choose from, a line each, and under it the one
  /// row that is being matched, with all of what was chosen for it.
  private func narrowMatch(
    _ left: [String], _ right: [String], pairs: [Int?], width: Int, glyphs: Glyphs
  ) -> [QuizLine] {
    let rights = right.enumerated().map { index, text -> QuizLine in
      let taken = pairs.firstIndex(of: index)
      let mark = taken.map { "\($0 + 1)" } ?? " "
      return QuizBody.oneLine(
        "\(letter(index)) \(mark) ", taken == nil ? .accent : .muted,
        Prose.spans(card: text, ink: taken == nil ? .text : .muted), partner: index, width: width,
        glyphs: glyphs)
    }
    guard let index = draft?.row, left.indices.contains(index) else { return rights }
    let partner = pairs[index].map { letter($0) } ?? glyphs.dash
    var spans = Prose.spans(card: left[index], attributes: .bold)
    if let place = pairs[index] {
      spans += [Span(" \(glyphs.arrow) ", .muted)] + Prose.spans(card: right[place], ink: .muted)
    }
    return rights
      + row(
        "\(glyphs.upArrow)\(glyphs.downArrow) \(index + 1)/\(left.count) [\(partner)] ", .accent,
        spans, row: index,
        width: width)
  }

  /// As much of one of the partners as a line holds, with a sign where more follows.
  static func oneLine(
    _ lead: String, _ leadInk: Ink, _ spans: [Span], partner: Int, width: Int, glyphs: Glyphs
  ) -> QuizLine {
    let room = max(1, width - TextWidth.of(lead))
    let lines = wrap(spans, width: room)
    var line = QuizLine([Span(lead, leadInk, .bold)], partner: QuizLine.Partner(index: partner))
    if lines.count > 1 {
      line.spans += wrap(spans, width: max(1, room - 2)).first ?? []
      line.spans.append(Span(" \(glyphs.ellipsis)", .muted))
    } else {
      line.spans += lines.first ?? []
    }
    return line
  }

  // MARK: Order

  private func order(
    _ items: [String], answer: [Int], width: Int, glyphs: Glyphs
  ) -> [QuizLine] {
    guard let outcome, case .ordered(let given) = outcome.response else {
      return (draft?.order ?? []).enumerated().flatMap { index, item in
        let isSelected = index == draft?.row
        let isLifted = isSelected && draft?.isLifted == true
        let sign =
          isLifted ? glyphs.upArrow + glyphs.downArrow : isSelected ? glyphs.pointer + " " : "  "
        return row(
          "\(sign)\(index + 1)  ", .accent,
          Prose.spans(card: items[item], attributes: isSelected ? .bold : []), row: index,
          width: width)
      }
    }
    return answer.enumerated().flatMap { index, item -> [QuizLine] in
      let isRight = outcome.verdict.parts.indices.contains(index) && outcome.verdict.parts[index]
      var spans = Prose.spans(card: items[item])
      if let place = given.firstIndex(of: item), place != index {
        let what = isRight ? "in order" : "out of order"
        spans.append(Span("  (you: \(place + 1), \(what))", isRight ? .muted : .bad))
      }
      return row(
        "\(isRight ? glyphs.check : glyphs.cross) \(index + 1)  ", isRight ? .good : .bad, spans,
        row: index, width: width)
    }
  }

  // MARK: Lists

  private func list(_ items: [String], width: Int, glyphs: Glyphs) -> [QuizLine] {
    guard let outcome else {
      return (draft?.items ?? []).enumerated().flatMap { index, item in
        row("\(index + 1)  ", .accent, [Span(item)], row: nil, width: width)
      }
    }
    let parts = outcome.verdict.parts
    let rows = items.enumerated().flatMap { index, item -> [QuizLine] in
      let isRight =
        outcome.isOverridden ? outcome.isRight : parts.indices.contains(index) && parts[index]
      return row(
        "\(isRight ? glyphs.check : glyphs.cross) ", isRight ? .good : .bad,
        Prose.spans(card: item), row: index, width: width)
    }
    let extra = outcome.verdict.extra.flatMap { item in
      row(
        "- ", .bad, [Span(item, .bad), Span("  is not in the list", .muted)], row: nil, width: width
      )
    }
    return rows + extra
  }

  // MARK: Verdict

  private func verdict(_ outcome: QuizOutcome, width: Int, glyphs: Glyphs) -> [QuizLine] {
    var lines = gap + [QuizLine([verdict(of: outcome, glyphs: glyphs)])]
    func add(_ spans: [Span]) { lines += wrap(spans, width: width).map { QuizLine($0) } }
    if case .typed(let text) = outcome.response, let judgement = outcome.verdict.typed {
      add([Span("You wrote: ", .muted), Span(text.isEmpty ? "nothing" : text)])
      add([Span("Answer: ", .muted)] + Prose.spans(card: question.answer, attributes: .bold))
      if judgement.verdict != .exact, !text.isEmpty {
        add([Span("Compared: ", .muted)] + Self.spans(judgement))
        if judgement.spans.contains(where: { $0.kind != .matched }) {
          add([Span("+missing+  -too much-", .muted)])
        }
      }
    }
    if !question.source.isEmpty, question.source != question.answer {
      lines += gap
      add(
        [Span("From the note: ", .muted, .bold)]
          + Prose.spans(card: question.source, ink: .muted))
    }
    return lines
  }

  private func verdict(of outcome: QuizOutcome, glyphs: Glyphs) -> Span {
    if outcome.isRight { return Span("\(glyphs.check) Right", .good, .bold) }
    let parts = outcome.question.parts
    let count = Int((outcome.credit * Double(parts)).rounded())
    if parts > 1, count > 0 {
      // Neither sign: some of the rows above have the one, some the other.
      return Span("Partly right: \(count) of \(parts)\(what)", .warning, .bold)
    }
    return Span("\(glyphs.cross) Not right", .bad, .bold)
  }

  /// What was counted.
  private var what: String {
    switch question.form {
    case .order: " in order"
    case .match: " pairs"
    case .table: " cells"
    case .list, .several, .choice, .typed: ""
    }
  }

  /// The right answer with what was typed laid beside it: `+missing+`, `-too much-`.
  static func spans(_ judgement: TypedJudgement) -> [Span] {
    judgement.spans.flatMap { span -> [Span] in
      switch span.kind {
      case .matched: [Span(span.text, .good), Span(" ")]
      case .missing: [Span("+\(span.text)+", .warning, .bold), Span(" ")]
      case .extra: [Span("-\(span.text)-", .bad, .bold), Span(" ")]
      }
    }
  }
}
