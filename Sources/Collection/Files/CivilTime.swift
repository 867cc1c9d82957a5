import Study

/// A moment as date and time in UTC: what files are named by, so that names sort by time wherever
/// the computer travels.
struct CivilTime: Hashable, Comparable {
  var date: CivilDate
  /// Of the day, 0…86,399.
  var seconds: Int

  init(date: CivilDate, seconds: Int) {
    self.date = date
    self.seconds = seconds
  }

  /// Moments outside the years 1…9999 are moved into them: a name has four digits for the year.
  init(_ instant: Instant) {
    let last: Int64 = 253_402_300_799
    let first: Int64 = -62_135_596_800
    let second = min(max(instant.milliseconds / 1000, first), last)
    let days = (second - first) / 86_400 + first / 86_400
    date = CivilDate(daysSince1970: Int(days))
    seconds = Int(second - days * 86_400)
  }

  /// `2026-11-24-021930`.
  var dated: String { "\(date.text)-\(clock)" }

  /// `20261124-021930`.
  var compact: String { date.text.filter { $0 != "-" } + "-" + clock }

  /// Weeks from Monday to Sunday, in a row.
  var weekNumber: Int { (date.daysSince1970 - date.weekday) / 7 }

  static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.date, left.seconds) < (right.date, right.seconds)
  }

  private var clock: String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { ($0 < 10 ? "0" : "") + String($0) }.joined()
  }
}
