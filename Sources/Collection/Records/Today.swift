import GRDB
import Study

/// What was done on a study day, and on those before it.
public struct TodayCounts: Sendable, Hashable {
  /// Answers in reviews since the day began; one counts with five minutes at most.
  public var answers = 0
  public var seconds = 0
  /// Study days in a row with an answer, up to the day; up to the day before while it has none.
  public var streak = 0
  /// Whether there was never any answer.
  public var isFirst = true
}

extension Collection {
  /// The cost grows with the answers of the day and the days in a row, not with the log.
  public func todayCounts(
    at moment: Instant, calendar: StudyCalendar
  ) throws(CollectionError) -> TodayCounts {
    let today = calendar.day(of: moment)
    return try read { db in
      var counts = TodayCounts()
      counts.isFirst = try db.first("SELECT 1 FROM review LIMIT 1") { _ in true } == nil
      if counts.isFirst { return counts }
      let start = calendar.start(of: today)
      try db.each(
        """
        SELECT count(*), total(min(duration_ms, 300000)) / 1000
        FROM review INDEXED BY review_time WHERE time_ms >= ?
        """
      ) {
        $0.bind(start.milliseconds)
      } _: {
        counts.answers = $0.int(0)
        counts.seconds = $0.int(1)
      }
      counts.streak = counts.answers > 0 ? 1 : 0
      var day = today.adding(days: -1)
      while try db.hasAnswers(
        from: calendar.start(of: day), to: calendar.start(of: day.adding(days: 1)))
      {
        counts.streak += 1
        day = day.adding(days: -1)
      }
      return counts
    }
  }
}

extension Database {
  fileprivate func hasAnswers(from start: Instant, to end: Instant) throws -> Bool {
    try first(
      "SELECT 1 FROM review INDEXED BY review_time WHERE time_ms >= ? AND time_ms < ? LIMIT 1"
    ) {
      $0.bind(start.milliseconds)
      $0.bind(end.milliseconds)
    } _: { _ in
      true
    } ?? false
  }
}
