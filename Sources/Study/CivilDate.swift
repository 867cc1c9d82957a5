/// A date of the Gregorian calendar.
public struct CivilDate: Sendable, Hashable, Comparable {
  public var year: Int
  /// 1…12.
  public var month: Int
  /// 1…31.
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate {
  // A year is counted from 1 March, so that the leap day is its last day; 400 such years always
  // have 146,097 days.
  private static let daysInEra = 146_097
  /// Days from 1 March of year 0 to 1 January 1970.
  private static let epoch = 719_468

  /// The date so many days after 1970-01-01.
  public init(daysSince1970 days: Int) {
    let shifted = days + Self.epoch
    let era = shifted.flooredQuotient(by: Self.daysInEra)
    let dayOfEra = shifted - era * Self.daysInEra
    let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / (Self.daysInEra - 1)
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // March to January have 153 days in every five months.
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days after 1970-01-01 the date is.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysInEra + dayOfEra - Self.epoch
  }

  /// 0 is Monday … 6 is Sunday.
  public var weekday: Int {
    let shifted = daysSince1970 + 3
    return shifted - shifted.flooredQuotient(by: 7) * 7
  }

  /// `2026-11-24`, as in ISO 8601.
  public var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

extension BinaryInteger {
  /// Division that rounds down, also for negative numbers.
  func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
