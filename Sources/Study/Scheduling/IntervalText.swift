/// Intervals as people read them: `<1m`, `10m`, `1.5h`, `4d`, `2.5mo`, `1.2y`.
///
/// Minutes and days are whole; hours, months (of 30.4375 days) and years (of 365.25 days) have one
/// decimal unless it is 0. What rounding lifts to the next unit is written in that unit: 59.6
/// minutes are `1h`, 364 days are `1y`.
public enum IntervalText {
  private static let minute = 60.0
  private static let hour = 3600.0
  private static let day = 86_400.0
  private static let month = 30.4375 * 86_400
  private static let year = 365.25 * 86_400

  public static func text(seconds: Double) -> String {
    guard seconds >= minute else { return "<1m" }
    guard seconds.isFinite, seconds < 1e15 else { return "∞" }
    let minutes = (seconds / minute).rounded()
    if minutes < 60 { return "\(Int(minutes))m" }
    let hours = tenths(seconds / hour)
    if hours < 240 { return decimal(hours) + "h" }
    let days = (seconds / day).rounded()
    if days < 30 { return "\(Int(days))d" }
    let months = tenths(seconds / month)
    if months < 120 { return decimal(max(10, months)) + "mo" }
    return decimal(max(10, tenths(seconds / year))) + "y"
  }

  public static func text(days: Int) -> String { text(seconds: Double(max(0, days)) * day) }

  private static func tenths(_ number: Double) -> Int { Int((number * 10).rounded()) }

  private static func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Schedule {
  /// How long until the card comes back when it was answered at a moment, as people read it.
  public func intervalText(answeredAt moment: Instant) -> String {
    // The clock goes on between computing and showing: a step of a minute is shown as one.
    interval > 0
      ? IntervalText.text(days: interval)
      : IntervalText.text(seconds: due.seconds(since: moment).rounded())
  }
}
