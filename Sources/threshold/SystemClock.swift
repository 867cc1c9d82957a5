import Foundation
import Study

/// The one place that reads the clock and the time zone. `THRESHOLD_NOW` fixes it for tests.
struct SystemClock: Sendable {
  private let fixed: Instant?

  /// - Throws: `Failure` when `THRESHOLD_NOW` is not a time.
  init(environment: [String: String]) throws {
    guard let text = environment["THRESHOLD_NOW"], !text.isEmpty else {
      fixed = nil
      return
    }
    guard let instant = Self.parse(text) else {
      throw Failure(
        "THRESHOLD_NOW is “\(text)”, which is no time",
        remedy: "write it like 2026-11-24T09:30:00Z or 2026-11-24T09:30:00+01:00",
        status: .wrongUse)
    }
    fixed = instant
  }

  func now() -> Instant {
    if let fixed { return fixed }
    return Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }

  /// The time that files are stamped with, whatever `THRESHOLD_NOW` says: nanoseconds since 1970.
  static func fileTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Seconds east of UTC where the user is, at a moment: daylight saving counts.
  static func offset(at instant: Instant) -> Int {
    var seconds = time_t(instant.milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return Int(parts.tm_gmtoff)
  }

  /// ISO 8601 in UTC.
  static func text(_ instant: Instant) -> String {
    let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down))
    let day = CivilDate(daysSince1970: Int((Double(seconds) / 86_400).rounded(.down)))
    let rest = seconds - day.daysSince1970 * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.text)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// ISO 8601: a date, or a date and time; without an offset it is local time.
  static func parse(_ text: String) -> Instant? {
    let scalars = Array(text.utf8)
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= scalars.count else { return nil }
      var value = 0
      for byte in scalars[start..<start + count] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func isByte(_ at: Int, _ characters: String) -> Bool {
      at < scalars.count && characters.utf8.contains(scalars[at])
    }
    guard let year = number(0, 4), isByte(4, "-"), let month = number(5, 2), isByte(7, "-"),
      let day = number(8, 2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var hour = 0
    var minute = 0
    var second = 0
    var fraction = 0
    var at = 10
    if at < scalars.count {
      guard isByte(10, "T t"), let h = number(11, 2), isByte(13, ":"), let m = number(14, 2),
        h < 24, m < 60
      else { return nil }
      hour = h
      minute = m
      at = 16
      if isByte(at, ":") {
        guard let s = number(at + 1, 2), s < 61 else { return nil }
        second = s
        at += 3
        if isByte(at, ".,") {
          var digits = 0
          while let digit = number(at + 1 + digits, 1) {
            if digits < 3 { fraction = fraction * 10 + digit }
            digits += 1
          }
          guard digits > 0 else { return nil }
          for _ in digits..<max(digits, 3) { fraction *= 10 }
          at += 1 + digits
        }
      }
    }
    let days = CivilDate(year: year, month: month, day: day).daysSince1970
    let local = Int64(days * 86_400 + hour * 3600 + minute * 60 + second)
    func instant(offset: Int) -> Instant {
      Instant(milliseconds: (local - Int64(offset)) * 1000 + Int64(fraction))
    }
    if at == scalars.count {
      // Local time: the offset at that moment, which itself depends on the moment.
      let guess = instant(offset: offset(at: instant(offset: 0)))
      return instant(offset: offset(at: guess))
    }
    if isByte(at, "Zz"), at + 1 == scalars.count { return instant(offset: 0) }
    guard isByte(at, "+-"), let h = number(at + 1, 2) else { return nil }
    let rest = isByte(at + 3, ":") ? at + 4 : at + 3
    guard let m = rest == scalars.count ? 0 : number(rest, 2), h < 24, m < 60,
      rest == scalars.count || rest + 2 == scalars.count
    else { return nil }
    let sign = isByte(at, "-") ? -1 : 1
    return instant(offset: sign * (h * 3600 + m * 60))
  }
}
