import FSRS
import Surface

/// What stands at the end of a review.
enum ReviewReportView {
  static func lines(_ report: ReviewReport, width: Int, glyphs: Glyphs) -> [[Span]] {
    let summary = report.summary
    guard summary.answers > 0 else {
      let words = report.isLimited ? "Nothing more for today." : "Nothing is due now."
      var lines: [[Span]] = [[Span(words, .good, .bold)]]
      if !report.next.isEmpty { lines += wrap([Span(report.next)], width: width) }
      return lines
    }
    var lines: [[Span]] = [
      [Span("\(glyphs.check) Done for today", .good, .bold)], [],
    ]
    let time = Frame.duration(summary.duration / 1000)
    var first = [
      Span("\(summary.cards)", .text, .bold), Span(summary.cards == 1 ? " card" : " cards"),
      Span(", \(summary.answers) \(summary.answers == 1 ? "answer" : "answers") in \(time)"),
    ]
    if summary.questions > 0 { first.append(Span(", \(summary.questions) on open questions")) }
    first.append(Span("."))
    lines += wrap(first, width: width)
    lines.append([])
    let names: [(Rating, String, Ink)] = [
      (.again, "Again", .bad), (.hard, "Hard", .warning), (.good, "Good", .good),
      (.easy, "Easy", .accent),
    ]
    let most = max(1, summary.ratings.values.max() ?? 1)
    let bar = max(4, min(30, width - 14))
    for (rating, name, ink) in names {
      let count = summary.ratings[rating] ?? 0
      lines.append([
        Span(pad(name, width: 6), ink, .bold), Span(pad("\(count)", width: 5)),
        Span(Plot.bar(Double(count) / Double(most), width: bar, glyphs: glyphs), ink),
      ])
    }
    lines.append([])
    if let retention = summary.retention {
      lines += wrap(
        [
          Span("Recalled of what was due: "),
          Span("\(Int((retention * 100).rounded()))%", .text, .bold),
        ],
        width: width)
    }
    if !report.next.isEmpty { lines += wrap([Span(report.next)], width: width) }
    if !report.missed.isEmpty {
      lines += [[], [Span("To look at again", .heading, .bold)]]
      for card in report.missed {
        lines += wrap(
          [Span("\(glyphs.bullet) ", .bad)] + Prose.spans(card: card.prompt)
            + [Span(" \(glyphs.arrow) ", .muted)]
            + Prose.spans(card: card.answer, attributes: .bold),
          width: width)
      }
    }
    return lines
  }
}
