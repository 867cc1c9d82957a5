/// How many cards fall due on each coming day, when nothing is answered until then and nothing new
/// is begun.
///
/// Counted are cards with a due date that come up by themselves: not resting, not suspended, and in
/// the daily deck or being learnt. Open questions are among them; the daily limit is not looked at.
public struct DueForecast: Sendable {
  public let first: StudyDay
  /// What was due before the first day.
  public private(set) var overdue = 0
  /// By day, the first day first; without `overdue`.
  public private(set) var days: [Int]
  /// What falls due after the last day.
  public private(set) var later = 0
  private let frame: DayFrame
  private let calendar: StudyCalendar

  public init(days: Int, now: Instant, calendar: StudyCalendar) {
    frame = DayFrame(at: now, calendar: calendar)
    first = frame.day
    self.calendar = calendar
    self.days = Array(repeating: 0, count: max(1, days))
  }

  /// - Returns: in how many study days the card is due; nil when it does not come up.
  @discardableResult
  public mutating func add(_ schedule: Schedule, isDaily: Bool) -> Int? {
    guard schedule.due.milliseconds > 0, !schedule.suspended, isDaily || schedule.state != .review
    else { return nil }
    let distance = distance(to: schedule)
    if distance < 0 {
      overdue += 1
    } else if distance < days.count {
      days[distance] += 1
    } else {
      later += 1
    }
    return distance
  }

  /// Study days until the card is due.
  private func distance(to schedule: Schedule) -> Int {
    if schedule.state == .review {
      // Due at the beginning of a day: rounding forgives the hour that a change of the clocks, and
      // the hours that a journey, moves it.
      let days = (schedule.due.seconds(since: frame.start) / 86_400).rounded()
      return Int(min(1e6, max(-1e6, days)))
    }
    if frame.contains(schedule.due) { return 0 }
    return calendar.day(of: schedule.due).days(since: frame.day)
  }
}
