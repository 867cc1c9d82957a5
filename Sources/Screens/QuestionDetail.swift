import Study
import Surface

/// One open question as lines: the positions with what changed between them, newest first, and what
/// bears on it.
struct QuestionDetail {
  let question: OpenQuestion

  func lines(width: Int, glyphs: Glyphs) -> [[Span]] {
    let card = question.card.card
    var lines = wrap(Prose.spans(card: card.prompt, attributes: .bold), width: width)
    lines += wrap([Span("\(card.context)  \(card.file):\(card.line)", .muted)], width: width)
    if let day = question.resolvedOn {
      lines += wrap(
        [Span("\(glyphs.check) Answered on \(date(day)). ", .good, .bold)]
          + (question.fact.map { [Span(withoutMark($0))] } ?? []), width: width)
    }
    lines += [[], [Span("What you wrote", .heading, .bold)]]
    if question.positions.isEmpty {
      lines += wrap([Span("Nothing yet.", .muted)], width: width)
    }
    for index in question.positions.indices.reversed() {
      let position = question.positions[index]
      let before = index > 0 ? question.positions[index - 1].text : nil
      lines += wrap(
        [Span("\(date(position.day))  ", .accent)] + text(position.text, since: before),
        width: width)
    }
    if question.positions.count > 1 {
      lines += wrap(
        [
          Span("[-gone-]", .muted), Span(" and ", .muted), Span("{+new+}", .good, .bold),
          Span(" against the position before.", .muted),
        ], width: width)
    }
    lines += [[], [Span("What bears on it", .heading, .bold)]]
    if question.bearings.isEmpty {
      lines += wrap(
        [Span("No fact or connection here shares its words.", .muted)], width: width)
    }
    for bearing in question.bearings {
      let sign: String
      switch bearing.source {
      case .fact: sign = glyphs.bullet
      case .connection: sign = glyphs.arrow
      }
      let place = bearing.page == card.page ? "" : "\(bearing.pageTitle): "
      lines += wrap(
        [Span("\(sign) ", .accent), Span(place, .muted)] + Prose.spans(card: bearing.text),
        width: width)
    }
    return lines
  }

  /// A line of a list as a sentence.
  private func withoutMark(_ line: String) -> String {
    ["- ", "* ", "+ "].contains { line.hasPrefix($0) } ? String(line.dropFirst(2)) : line
  }

  private func date(_ day: StudyDay) -> String { CivilDate(daysSince1970: day.number).text }

  /// A position, with what has changed in it; one that has hardly a word of the old one is new.
  private func text(_ text: String, since before: String?) -> [Span] {
    guard let before else { return [Span(text)] }
    let changes = WordChange.between(before, text)
    let kept = changes.reduce(0) { count, change in
      if case .kept(let words) = change { count + words.count } else { count }
    }
    guard kept * 4 > text.count else { return [Span("rewritten: ", .muted), Span(text)] }
    return changes.enumerated().flatMap { index, change -> [Span] in
      let gap = index > 0 ? [Span(" ")] : []
      switch change {
      case .kept(let words): return gap + [Span(words)]
      case .removed(let words): return gap + [Span("[-\(words)-]", .muted)]
      case .added(let words): return gap + [Span("{+\(words)+}", .good, .bold)]
      }
    }
  }
}
