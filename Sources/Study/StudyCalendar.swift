/// Which study day a moment belongs to, and when a study day begins.
///
/// A study day begins when local clocks first show the rollover hour. Where clocks jump over that
/// hour it begins at the jump; where they show it twice it begins the first time. So every moment
/// has exactly one day, days follow each other without gaps, and a day lasts 23, 24 or 25 hours.
public struct StudyCalendar: Sendable {
  /// The local hour at which a day begins, 0…23.
  public let rollover: Int
  /// Seconds that local clocks are ahead of UTC at a moment.
  public let offset: @Sendable (Instant) -> Int

  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 86_400_000
  /// No zone is farther from UTC than this; what a broken zone file says beyond it is cut off.
  private static let widest: Int64 = 16 * hour
  /// Moments farther away than about 270,000 years are treated as if they were there.
  private static let limit: Int64 = 8_640_000_000_000_000

  public init(rollover: Int = 4, offset: @escaping @Sendable (Instant) -> Int) {
    self.rollover = min(23, max(0, rollover))
    self.offset = offset
  }

  /// A calendar for a place whose clocks never change.
  public init(rollover: Int = 4, fixedOffset: Int = 0) {
    self.init(rollover: rollover, offset: { _ in fixedOffset })
  }

  /// The study day of a moment: `start(of: day) <= moment < start(of: next day)`.
  public func day(of moment: Instant) -> StudyDay {
    let time = min(Self.limit, max(-Self.limit, moment.milliseconds))
    let local = time + shift(at: time) - Int64(rollover) * Self.hour
    // Right except close to a change of the clocks.
    var day = Int(local.flooredQuotient(by: Self.day))
    while startTime(of: day + 1) <= time { day += 1 }
    while startTime(of: day) > time { day -= 1 }
    return StudyDay(number: day)
  }

  /// The moment at which a study day begins.
  public func start(of day: StudyDay) -> Instant {
    let most = Int(Self.limit / Self.day)
    return Instant(milliseconds: startTime(of: min(most, max(-most, day.number))))
  }

  /// The study day whose beginning is nearest to a moment. A due date was the beginning of a day
  /// where it was set; read this way it stays on its date when the user travels.
  public func nearestDay(to moment: Instant) -> StudyDay {
    day(of: moment.adding(seconds: 12 * 3600))
  }

  /// The date of a study day: the local date of its beginning, and of most of it.
  public func date(of day: StudyDay) -> CivilDate { CivilDate(daysSince1970: day.number) }

  private func startTime(of day: Int) -> Int64 {
    let local = Int64(day) * Self.day + Int64(rollover) * Self.hour
    let before = local - Self.widest
    let after = local + Self.widest
    let old = shift(at: before)
    let new = shift(at: after)
    guard old != new else { return local - old }
    let change = firstChange(from: before, to: after, old: old)
    let start = local - old
    return start < change ? start : max(change, local - new)
  }

  /// The moment between two moments at which the offset stops being `old`.
  private func firstChange(from before: Int64, to after: Int64, old: Int64) -> Int64 {
    var low = before
    var high = after
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if shift(at: middle) == old { low = middle } else { high = middle }
    }
    return high
  }

  private func shift(at time: Int64) -> Int64 {
    let seconds = Int64(clamping: offset(Instant(milliseconds: time)))
    return min(Self.widest / 1000, max(-Self.widest / 1000, seconds)) * 1000
  }
}
