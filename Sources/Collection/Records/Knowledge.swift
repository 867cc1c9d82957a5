import Cards
import GRDB
import Study

extension Collection {
  /// How well each page is known now, by its path: the same cards as `PageKnowledge` counts.
  public func knowledge(
    scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) -> [String: Knowledge] {
    try read { db in
      var pages: [String: Knowledge] = [:]
      // Cards that were never answered need no schedule.
      try db.each(
        """
        SELECT page, count(*) FROM card
        WHERE resting_since_ms IS NULL AND off = 0 AND daily = 1 AND unseen = 1 AND kind <> ?
        GROUP BY page
        """
      ) {
        $0.bind(CardKind.question.rawValue)
      } _: {
        pages[$0.text(0), default: Knowledge()].cards += $0.int(1)
      }
      try db.each(
        """
        SELECT card.page, s.* FROM (SELECT card_id, \(ScheduleRow.columns) FROM schedule
          WHERE reviews > 0 AND resting = 0 AND question = 0) AS s
        CROSS JOIN card ON card.id = s.card_id
        """
      ) { row in
        let known = scheduler.known(ScheduleRow(row, from: 2).schedule, at: now)
        pages[row.text(0), default: Knowledge()].add(known)
      }
      return pages
    }
  }
}
