/// A moment, in milliseconds since 1970-01-01T00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
  public var milliseconds: Int64
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
  /// Stops at the ends of the range; adding no number adds nothing.
  public func adding(seconds: Double) -> Instant {
    guard !seconds.isNaN else { return self }
    let change = (seconds * 1000).rounded()
    guard abs(change) < 9e18 else {
      return Instant(milliseconds: change < 0 ? .min : .max)
    }
    let (sum, overflow) = milliseconds.addingReportingOverflow(Int64(change))
    return Instant(milliseconds: overflow ? (change < 0 ? .min : .max) : sum)
  }
  public func seconds(since earlier: Instant) -> Double {
    (Double(milliseconds) - Double(earlier.milliseconds)) / 1000
  }
}

/// A day of study: from 04:00 local time to 04:00 the next day. Days are numbered from 1970-01-01.
public struct StudyDay: Sendable, Hashable, Comparable {
  public var number: Int
  public init(number: Int) { self.number = number }

  public static func < (left: StudyDay, right: StudyDay) -> Bool { left.number < right.number }
  public func adding(days: Int) -> StudyDay { StudyDay(number: number + days) }
  public func days(since earlier: StudyDay) -> Int { number - earlier.number }
}
