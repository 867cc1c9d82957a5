import Cards
import GRDB
import Study

/// Which of the cards that the notes give are meant.
public enum CardSelection: Sendable {
  /// Those that may be asked.
  case turnedOn
  /// Those that are turned off too.
  case all

  fileprivate var condition: String {
    switch self {
    case .turnedOn: "AND card.off = 0"
    case .all: ""
    }
  }
}

extension Collection {
  /// Every card's schedule, those of resting cards too.
  public func schedules() throws(CollectionError) -> [Card.ID: Schedule] {
    try read { db in
      let count = try db.first("SELECT count(*) FROM schedule") { $0.int(0) } ?? 0
      var schedules: [Card.ID: Schedule] = [:]
      schedules.reserveCapacity(count)
      try db.each("SELECT card_id, \(ScheduleRow.columns) FROM schedule") { row in
        schedules[row.text(0)] = ScheduleRow(row, from: 1).schedule
      }
      return schedules
    }
  }

  /// The schedules of some cards; unknown ones are left out.
  public func schedules(
    of ids: some Sequence<Card.ID>
  ) throws(CollectionError) -> [Card.ID: Schedule] {
    try read { db in
      var schedules: [Card.ID: Schedule] = [:]
      for id in ids { schedules[id] = try db.scheduleRow(of: id)?.schedule }
      return schedules
    }
  }

  /// All cards that the notes gave at the last reading, page by page and line by line.
  public func studyCards(
    _ choice: CardSelection = .turnedOn
  ) throws(CollectionError) -> [StudyCard] {
    try read { db in
      var cards: [StudyCard] = []
      try db.each(
        """
        \(Database.selectStudyCards) WHERE card.resting_since_ms IS NULL \(choice.condition)
        ORDER BY card.page, card.line, card.number
        """
      ) { cards.append(StudyCard($0)) }
      return cards
    }
  }

  /// The cards of a page, line by line.
  public func studyCards(
    page: String, _ choice: CardSelection = .turnedOn
  ) throws(CollectionError) -> [StudyCard] {
    try read { db in
      var cards: [StudyCard] = []
      try db.each(
        """
        \(Database.selectStudyCards) WHERE card.page = ? AND card.resting_since_ms IS NULL
        \(choice.condition)
        ORDER BY card.line, card.number
        """
      ) {
        $0.bind(page)
      } _: {
        cards.append(StudyCard($0))
      }
      return cards
    }
  }

  /// A card as it was last read, resting or not; nil when it was never read.
  public func card(_ id: Card.ID) throws(CollectionError) -> Card? {
    try read { db in
      try db.first("SELECT \(CardRow.columns) FROM card WHERE id = ?") {
        $0.bind(id)
      } _: {
        CardRow($0).card
      }
    }
  }
}

extension Database {
  static let selectStudyCards = """
    SELECT \(CardRow.qualifiedColumns), \(ScheduleRow.columns)
    FROM card JOIN schedule ON schedule.card_id = card.id
    """
}

extension StudyCard {
  /// Reads what `Database.selectStudyCards` selects.
  init(_ row: Columns) {
    self.init(
      card: CardRow(row).card, schedule: ScheduleRow(row, from: CardRow.columnCount).schedule)
  }
}
