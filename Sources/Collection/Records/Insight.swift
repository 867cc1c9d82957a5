import Cards
import GRDB
import Notes
import Study

extension Collection {
  /// A card as it was last read with its schedule, and since when it rests; nil when it was never
  /// read.
  public func studyCard(
    _ id: Card.ID
  ) throws(CollectionError) -> (card: StudyCard, restingSince: Instant?)? {
    try read { db in
      try db.first("\(Database.selectStudyCards) WHERE card.id = ?") {
        $0.bind(id)
      } _: {
        (StudyCard($0), CardRow($0).restingSince)
      }
    }
  }

  /// Whether a word stands in the source of a card on another page than these. A longer word that holds it
  /// counts too. Capitals and small letters of ASCII are one.
  public func mentions(
    _ word: String, outside pages: Set<String>
  ) throws(CollectionError) -> Bool {
    try read { db in
      var isMentioned = false
      try db.walk(
        "SELECT page FROM card WHERE resting_since_ms IS NULL AND source LIKE '%' || ? || '%'"
      ) {
        $0.bind(word)
      } while: { row in
        isMentioned = !pages.contains(row.text(0))
        return !isMentioned
      }
      return isMentioned
    }
  }

  /// Which of some ids belong to a card, or did until it went on as another one.
  public func idsInUse(
    among ids: some Sequence<Card.ID>
  ) throws(CollectionError) -> Set<Card.ID> {
    try read { db in
      try ids.reduce(into: Set()) { used, id in
        let isUsed = try db.first(
          """
          SELECT 1 FROM card WHERE id = ?1
          UNION ALL SELECT 1 FROM adoption WHERE card_id = ?1 LIMIT 1
          """
        ) {
          $0.bind(id)
        } _: { _ in
          true
        }
        if isUsed == true { used.insert(id) }
      }
    }
  }

  /// The cards of the notes whose ids begin so; at most a handful.
  public func cardIDs(beginningWith start: String) throws(CollectionError) -> [Card.ID] {
    try read { db in
      var ids: [Card.ID] = []
      try db.each(
        """
        SELECT id FROM card WHERE resting_since_ms IS NULL AND substr(id, 1, length(?1)) = ?1
        ORDER BY id LIMIT 5
        """
      ) {
        $0.bind(start)
      } _: {
        ids.append($0.text(0))
      }
      return ids
    }
  }

  /// The cards of the item that begins on a line of a page, resting ones left out.
  public func studyCards(page: String, line: Int) throws(CollectionError) -> [StudyCard] {
    try read { db in
      var cards: [StudyCard] = []
      try db.each(
        """
        \(Database.selectStudyCards)
        WHERE card.page = ? AND card.line = ? AND card.resting_since_ms IS NULL
        ORDER BY card.number
        """
      ) {
        $0.bind(page)
        $0.bind(line)
      } _: {
        cards.append(StudyCard($0))
      }
      return cards
    }
  }

  /// The open questions of a page, or of all pages when it is nil, page by page and line by line;
  /// resting ones left out.
  public func questions(page: String?) throws(CollectionError) -> [StudyCard] {
    try read { db in
      var cards: [StudyCard] = []
      try db.each(
        """
        \(Database.selectStudyCards)
        WHERE card.kind = ?1 AND (?2 IS NULL OR card.page = ?2)
          AND card.resting_since_ms IS NULL
        ORDER BY card.page, card.line, card.number
        """
      ) {
        $0.bind(CardKind.question.rawValue)
        $0.bind(page)
      } _: {
        cards.append(StudyCard($0))
      }
      return cards.inNaturalOrder(of: \.card.page)
    }
  }
}
