import Cards
import GRDB
import Study

/// A row of `card`: a card as the notes had it at the last reading.
struct CardRow {
  var card: Card
  /// When it was no longer found in the notes; nil while it is there.
  var restingSince: Instant?

  static let names = [
    "id", "page", "section", "kind", "slot", "prompt", "answer", "context", "file", "line",
    "source", "block_id", "sibling_group", "pool", "daily", "resting_since_ms",
  ]
  static let columns = names.joined(separator: ", ")
  static let qualifiedColumns = names.map { "card.\($0)" }.joined(separator: ", ")
  static let columnCount = Int32(names.count)

  init(_ row: Columns) {
    card = Card(
      id: row.text(0), page: row.text(1), section: row.text(2),
      // A kind that a later version has invented is shown as what every card is.
      kind: CardKind(rawValue: row.text(3)) ?? .recall,
      prompt: row.text(5), answer: row.text(6), context: row.text(7), file: row.text(8),
      line: row.int(9), source: row.text(10), blockID: row.textIfAny(11), slot: row.text(4),
      siblingGroup: row.text(12), pool: row.textIfAny(13), daily: row.flag(14))
    restingSince = row.integerIfAny(15).map { Instant(milliseconds: $0) }
  }
}

extension Binder {
  /// Binds the values of a card that is in the notes, but for `resting_since_ms`.
  mutating func bind(_ card: Card) {
    bind(card.id)
    bind(card.page)
    bind(card.section)
    bind(card.kind.rawValue)
    bind(card.slot)
    bind(card.prompt)
    bind(card.answer)
    bind(card.context)
    bind(card.file)
    bind(card.line)
    bind(card.source)
    bind(card.blockID)
    bind(card.siblingGroup)
    bind(card.pool)
    bind(card.daily)
  }
}
