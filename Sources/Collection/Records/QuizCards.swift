import Cards
import GRDB
import Study

extension Collection {
  /// The pages with cards, by path, and about how many each has: those that rest or are off are counted
  /// too, which only makes their page a little likelier to be drawn from.
  public func quizPages() throws(CollectionError) -> [(page: String, cards: Int)] {
    try read { db in
      var pages: [(page: String, cards: Int)] = []
      try db.each(
        "SELECT page, count(*) FROM card INDEXED BY card_page GROUP BY page ORDER BY page"
      ) {
        pages.append(($0.text(0), $0.int(1)))
      }
      return pages
    }
  }

  /// The cards that ask what some questions ask, wherever they stand; of all others only the prompt is
  /// looked at.
  public func cards(asking prompts: AskedPrompts) throws(CollectionError) -> [Card] {
    guard !prompts.isEmpty else { return [] }
    return try read { db in
      var ids: [Card.ID] = []
      try db.each(
        "SELECT id, kind, prompt FROM card WHERE resting_since_ms IS NULL AND off = 0"
      ) { row in
        guard let kind = CardKind(rawValue: row.text(1)),
          prompts.contain(prompt: row.text(2), kind: kind)
        else { return }
        ids.append(row.text(0))
      }
      return try ids.compactMap { id in
        try db.first("SELECT \(CardRow.columns) FROM card WHERE id = ?") {
          $0.bind(id)
        } _: {
          CardRow($0).card
        }
      }
    }
  }

  /// The cards that were learnt, with nothing but id, page, kind and schedule: what it takes to find the
  /// weakest.
  /// - Parameter pages: by path; nil is every page.
  public func learntOutlines(pages: Set<String>? = nil) throws(CollectionError) -> [StudyCard] {
    try read { db in
      var cards: [StudyCard] = []
      func take(_ row: Columns) {
        guard let kind = CardKind(rawValue: row.text(2)) else { return }
        let card = Card(
          id: row.text(0), page: row.text(1), section: "", kind: kind, prompt: "", answer: "",
          context: "", file: "", line: 0, source: "", siblingGroup: "", daily: true)
        cards.append(StudyCard(card: card, schedule: ScheduleRow(row, from: 4).schedule))
      }
      guard let pages, pages.count <= Self.fewPages else {
        try db.each(
          """
          SELECT card.id, card.page, card.kind, s.*
          FROM (SELECT card_id, \(ScheduleRow.columns) FROM schedule WHERE stability IS NOT NULL) AS s
            CROSS JOIN card ON card.id = s.card_id
          WHERE card.resting_since_ms IS NULL AND card.off = 0
          """
        ) {
          take($0)
        }
        guard let pages else { return cards }
        return cards.filter { pages.contains($0.card.page) }
      }
      for page in pages.sorted() {
        try db.each(
          """
          SELECT card.id, card.page, card.kind, s.card_id, \(ScheduleRow.columns)
          FROM card INDEXED BY card_page CROSS JOIN schedule AS s ON s.card_id = card.id
          WHERE card.page = ? AND s.stability IS NOT NULL AND card.resting_since_ms IS NULL
            AND card.off = 0
          """, { $0.bind(page) }
        ) {
          take($0)
        }
      }
      return cards
    }
  }

  /// Up to so many pages are looked up one by one.
  private static let fewPages = 200
}
