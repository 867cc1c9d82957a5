/// What is left today, and when more falls due.
public struct QueueSummary: Sendable, Hashable {
  public var counts: QueueCounts
  /// The first moment after now at which a card falls due that is not among the counts, or, of a
  /// learning card among them, at which its step is over; nil when none ever does.
  public var nextDue: Instant?

  public init(counts: QueueCounts, nextDue: Instant?) {
    self.counts = counts
    self.nextDue = nextDue
  }
}

/// How many reviews fall due on each coming day, when nothing is answered until then.
public struct DueForecast: Sendable, Hashable {
  /// What is due on the first day, without what was due before it.
  public var overdue: Int
  /// By day, the first day first; without `overdue`.
  public var days: [Int]
  public var first: StudyDay

  /// Counts cards in review that are not suspended, open questions included. Linear in the cards.
  public init(cards: [StudyCard], days: Int, now: Instant, calendar: StudyCalendar) {
    let frame = DayFrame(at: now, calendar: calendar)
    first = frame.day
    self.days = Array(repeating: 0, count: max(1, days))
    overdue = 0
    cards.withUnsafeBufferPointer { cards in
      for index in cards.indices {
        let schedule = cards[index].schedule
        guard schedule.state == .review, !schedule.suspended else { continue }
        let distance = (schedule.due.seconds(since: frame.start) / 86_400).rounded()
        if distance < 0 {
          overdue += 1
        } else if distance < Double(self.days.count) {
          self.days[Int(distance)] += 1
        }
      }
    }
  }
}
