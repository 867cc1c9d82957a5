import Cards
import Study
import Surface

/// The score of a quiz, how it compares with the last one, and what was missed with its sources.
struct QuizScore {
  let summary: QuizSummary
  let report: QuizReport?
  let isTimeUp: Bool
  let selected: Int
  /// What is in today's review by now.
  let sent: Set<Card.ID>

  func lines(width: Int, glyphs: Glyphs) -> [QuizLine] {
    guard let share = summary.share else {
      let text =
        isTimeUp
        ? "The time was up before an answer was given." : "There is nothing here to ask about."
      return wrap([Span(text)], width: width).map { QuizLine($0) }
    }
    let percent = Int((share * 100).rounded())
    var lines = [
      QuizLine([
        Span("\(summary.score) of \(summary.answered)", .good, .bold),
        Span("  \(percent)%\(time)", .muted),
      ]),
      QuizLine([Span(Plot.bar(share, width: min(40, width), glyphs: glyphs), .good)]),
    ]
    func add(_ text: String, _ ink: Ink = .text) {
      lines += wrap([Span(text, ink)], width: width).map { QuizLine($0) }
    }
    if isTimeUp {
      let left = summary.questions - summary.answered
      add("The time is up. \(left) of \(summary.questions) were not reached.", .warning)
    }
    if summary.overridden > 0 {
      add("\(summary.overridden) by your own judgement.", .muted)
    }
    if let change = report?.change(from: share) { add(change) }
    lines.append(QuizLine([]))
    guard !summary.misses.isEmpty else {
      return lines + [QuizLine([Span("Nothing missed.", .good)])]
    }
    lines.append(QuizLine([Span("Missed", .heading, .bold)]))
    for (index, miss) in summary.misses.enumerated() {
      lines += row(miss, index: index, width: width, glyphs: glyphs)
    }
    return lines
  }

  private var time: String {
    report.map { "  in \(Frame.duration($0.seconds))" } ?? ""
  }

  private func row(
    _ miss: QuizOutcome, index: Int, width: Int, glyphs: Glyphs
  ) -> [QuizLine] {
    let sign = index == selected ? glyphs.pointer : " "
    let credit = miss.credit > 0 ? " (\(Int((miss.credit * 100).rounded()))%)" : ""
    func hanging(_ lead: Span, _ spans: [Span]) -> [QuizLine] {
      let hang = TextWidth.of(lead.text)
      return wrap(spans, width: max(1, width - hang)).enumerated().map { number, line in
        QuizLine(
          [number == 0 ? lead : Span(String(repeating: " ", count: hang))] + line, row: index)
      }
    }
    var lines = hanging(
      Span("\(sign) \(glyphs.cross) ", .bad, .bold),
      Prose.spans(card: miss.question.prompt, attributes: index == selected ? .bold : [])
        + [Span(credit, .muted)])
    lines += hanging(
      Span("    \(glyphs.arrow) ", .muted),
      Prose.spans(card: miss.question.answer, attributes: .bold))
    let place = miss.question.place
    let isSent = !miss.missedCards.isEmpty && miss.missedCards.allSatisfy(sent.contains)
    lines += hanging(
      Span("      "),
      [Span("\(place.context), line \(place.line)", .muted)]
        + (isSent ? [Span("  \(glyphs.check) in today's review", .good)] : []))
    return lines
  }
}
