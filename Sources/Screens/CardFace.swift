import Cards
import Study
import Surface

/// A card as lines: as it is asked, its answer, and what is known of it.
enum CardFace {
  /// Where it comes from and what it asks.
  static func question(_ card: Card, width: Int) -> [[Span]] {
    var lines = wrap([Span(card.context, .muted)], width: width)
    lines.append([])
    if card.kind == .question { lines.append([Span("Open question", .heading, .bold)]) }
    return lines + wrap(Prose.spans(card: card.prompt, attributes: .bold), width: width)
  }

  /// The answer, and what the note says where that is more.
  static func answer(_ card: Card, width: Int) -> [[Span]] {
    var lines: [[Span]] = [[], [Span("Answer", .heading, .bold)]]
    for paragraph in card.answer.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrap(Prose.spans(card: String(paragraph), attributes: .bold), width: width)
    }
    if card.source != card.answer, card.source != card.prompt {
      lines.append([])
      lines += wrap(
        [Span("From the note: ", .muted, .bold)] + Prose.spans(card: card.source, ink: .muted),
        width: width)
    }
    return lines
  }

  /// Its kind and place, and what becomes of it.
  static func standing(_ entry: CardSheet.Entry, at now: Instant, width: Int) -> [[Span]] {
    let card = entry.card.card
    let ink: Ink = entry.ruling.isOn ? .muted : .warning
    return wrap([Span("\(card.kind.rawValue), \(entry.status(at: now))", ink)], width: width)
      + wrap([Span("\(card.file):\(card.line)", .muted)], width: width)
  }
}
