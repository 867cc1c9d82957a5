import Cards
import FSRS
import GRDB
import Study

extension Collection {
  /// Replays the whole log and makes every schedule what it amounts to: for new parameters, after a
  /// merge, and whenever the cache is in doubt. State, interval and due date are those that each
  /// card's latest answer led to; memory is computed anew; marks stay.
  /// - Returns: how many schedules were different.
  @discardableResult
  public func rebuildSchedules(using scheduler: Scheduler) throws(CollectionError) -> Int {
    try write { db in
      var histories: [Card.ID: [ReviewRecord]] = [:]
      let adopted = try db.adoptions()
      try db.eachReview("ORDER BY id") {
        histories[adopted[$0.cardID] ?? $0.cardID, default: []].append($0)
      }
      var changed = 0
      for (id, history) in histories {
        guard let old = try db.scheduleRow(of: id) else { continue }
        let new = old.replayed(history, of: id, using: scheduler)
        if new != old {
          try db.updateSchedule(of: id, to: new)
          changed += 1
        }
      }
      return changed
    }
  }
}

extension ScheduleRow {
  /// What a card's answers, in the order they were written, amount to; those under an adopted id too.
  func replayed(
    _ history: [ReviewRecord], of id: Card.ID, using scheduler: Scheduler
  ) -> ScheduleRow {
    var result = self
    result.newestReview = history.lazy.filter { $0.cardID == id }.map(\.id).max()
    let ordered = history.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    guard let last = ordered.last else { return result }
    result.schedule.follow(last)
    result.schedule.memory = Self.memory(after: ordered, using: scheduler)
    result.schedule.reviews = ordered.count
    result.schedule.lapses = ordered.count { $0.kind == .review && $0.rating == .again }
    if let broughtBack {
      if broughtBack > last.time.milliseconds {
        let moment = Instant(milliseconds: broughtBack)
        let buriedOn = result.schedule.buriedOn
        result.schedule = scheduler.broughtBack(result.schedule, at: moment)
        result.schedule.buriedOn = buriedOn
      } else {
        result.broughtBack = nil
      }
    }
    return result
  }

  /// Nil for open questions, which FSRS has no say in.
  private static func memory(
    after ordered: [ReviewRecord], using scheduler: Scheduler
  ) -> MemoryState? {
    var memory: MemoryState?
    var before: ReviewRecord?
    for record in ordered {
      defer { before = record }
      guard record.kind != .question else { continue }
      // The days were counted where and when the answer was given; they hold unless another row
      // has come in between since.
      var days = record.elapsedDays
      if let before, record.previous != before.id {
        let calendar = scheduler.calendar
        days = max(0, calendar.day(of: record.time).days(since: calendar.day(of: before.time)))
      }
      memory = scheduler.model.next(memory, rating: record.rating, elapsedDays: Double(days))
    }
    return memory
  }
}
