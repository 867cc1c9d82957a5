import Cards
import Surface

/// The rows of a list of changes: the questions first, then what happened, by page and line.
struct ChangeRows {
  enum Row {
    case question(IdentityQuestion)
    case change(CardChange)
  }

  private(set) var rows: [Row]

  init(_ changes: ChangeList, questions: [IdentityQuestion]) {
    // What a question is about is shown by the question.
    let asked = Set(questions.flatMap(\.cards))
    rows =
      questions.map { .question($0) }
      + changes.changes.filter { $0.kind != .ambiguous || !asked.contains($0.id) }
      .map { .change($0) }
  }

  func lines(width: Int, glyphs: Glyphs) -> [ListLine] {
    var lines: [ListLine] = []
    var heading = ""
    for (number, row) in rows.enumerated() {
      let place: String
      switch row {
      case .question: place = "Is it the same card?"
      case .change(let change):
        place = change.place.map { "\($0.file):\($0.line)" } ?? ""
      }
      if place != heading {
        lines.append(ListLine(row: nil, spans: [Span(place, .heading, .bold)]))
        heading = place
      }
      for spans in self.lines(row, glyphs: glyphs) {
        lines += ListLine.row(number, spans, width: width)
      }
    }
    return lines
  }

  private func lines(_ row: Row, glyphs: Glyphs) -> [[Span]] {
    switch row {
    case .question(let question):
      let count = question.candidates.count
      return [
        [Span("? ", .warning, .bold), Span(Self.oneLine(question.source))],
        [
          Span("  \(question.file):\(question.line)  ", .muted),
          Span("\(count) \(count == 1 ? "candidate" : "candidates")", .muted),
        ],
      ]
    case .change(let change):
      let (sign, ink) = change.kind.sign
      var lines: [[Span]] = [
        [Span("\(sign) ", ink, .bold), Span("\(change.kind.name)  ", ink)]
          + text(change.after ?? change.before, glyphs: glyphs)
      ]
      if let before = change.before, let after = change.after,
        before.prompt != after.prompt || before.answer != after.answer
      {
        lines.append([Span("  was  ", .muted)] + text(before, glyphs: glyphs, ink: .muted))
      }
      if let page = change.movedFrom { lines.append([Span("  from \(page)", .muted)]) }
      return lines
    }
  }

  private func text(_ text: CardText?, glyphs: Glyphs, ink: Ink = .text) -> [Span] {
    guard let text else { return [] }
    return Prose.spans(card: Self.oneLine(text.prompt), ink: ink)
      + [Span(" \(glyphs.arrow) ", .accent), Span(Self.oneLine(text.answer), ink)]
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " · ")
  }
}

extension CardChange.Kind {
  /// What happened, in a word or two.
  var name: String {
    switch self {
    case .new: "new"
    case .reworded: "reworded"
    case .moved: "moved"
    case .answerChanged: "answer changed"
    case .woken: "woken"
    case .wokenChanged: "woken, answer changed"
    case .resting: "resting"
    case .ambiguous: "new, or known"
    }
  }

  fileprivate var sign: (String, Ink) {
    switch self {
    case .new: ("+", .good)
    case .reworded, .moved: ("~", .accent)
    case .answerChanged, .wokenChanged: ("!", .bad)
    case .woken: ("^", .good)
    case .resting: ("-", .warning)
    case .ambiguous: ("?", .warning)
    }
  }
}
