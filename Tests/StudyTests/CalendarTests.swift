import Testing

@testable import Study

/// Zones as functions, so that tests do not depend on the machine's.
enum Zone: String, CaseIterable {
  case utc, berlin, newYork, lordHowe, apia, rolloverGap, rolloverTwice

  var calendar: StudyCalendar { StudyCalendar(offset: offset) }

  var offset: @Sendable (Instant) -> Int {
    switch self {
    case .utc: { _ in 0 }
    // 2026: summer time from 29 March 01:00Z to 25 October 01:00Z.
    case .berlin: { Zone.summer($0, 1_774_746_000, 1_792_890_000, 3600, 7200) }
    // 2026: summer time from 8 March 07:00Z to 1 November 06:00Z.
    case .newYork: { Zone.summer($0, 1_772_953_200, 1_793_512_800, -18_000, -14_400) }
    // Clocks change by half an hour.
    case .lordHowe: { Zone.summer($0, 1_775_314_800, 1_791_041_400, 39_600, 37_800) }
    // 30 December 2011 did not exist: the zone moved across the date line.
    case .apia: { $0.milliseconds < 1_325_239_200_000 ? -36_000 : 50_400 }
    // Clocks go from 03:30 to 04:30.
    case .rolloverGap: { $0.milliseconds < 1_774_755_000_000 ? 0 : 3600 }
    // Clocks go from 04:30 back to 03:30: 04:00 is shown twice.
    case .rolloverTwice: { $0.milliseconds < 1_774_755_000_000 ? 3600 : 0 }
    }
  }

  static func summer(_ moment: Instant, _ from: Int64, _ to: Int64, _ winter: Int, _ summer: Int)
    -> Int
  {
    let seconds = moment.milliseconds / 1000
    return from <= seconds && seconds < to ? summer : winter
  }
}

@Suite struct CalendarTests {
  @Test(arguments: Zone.allCases)
  func everyMomentHasOneDayAndDaysFollowEachOther(zone: Zone) {
    let calendar = zone.calendar
    var random = SplitMix64(seed: 11)
    for _ in 0..<4000 {
      let moment = Instant(milliseconds: Int64(random.next() % 1_900_000_000_000))
      let day = calendar.day(of: moment)
      #expect(calendar.start(of: day) <= moment, "\(zone) \(moment)")
      #expect(moment < calendar.start(of: day.adding(days: 1)), "\(zone) \(moment)")
    }
  }

  @Test(arguments: Zone.allCases)
  func daysNeverGoBackAsTimeGoesOn(zone: Zone) {
    let calendar = zone.calendar
    for center in [1_774_755_000, 1_774_746_000, 1_792_890_000, 1_325_239_200, 1_793_512_800] {
      var last = StudyDay(number: .min)
      for minute in stride(from: -3000, to: 3000, by: 7) {
        let moment = Instant(milliseconds: Int64(center + minute * 60) * 1000)
        let day = calendar.day(of: moment)
        #expect(day >= last, "\(zone) \(moment)")
        last = day
      }
    }
  }

  @Test(arguments: [Zone.utc, .berlin, .newYork, .lordHowe])
  func aDayHas23To25Hours(zone: Zone) {
    let calendar = zone.calendar
    var lengths: Set<Double> = []
    for number in 20_400..<20_900 {
      let day = StudyDay(number: number)
      let length = calendar.start(of: day.adding(days: 1)).seconds(since: calendar.start(of: day))
      #expect((23 * 3600...25 * 3600).contains(length), "\(zone) \(number)")
      lengths.insert(length / 3600)
    }
    switch zone {
    case .berlin, .newYork: #expect(lengths == [23, 24, 25])
    case .lordHowe: #expect(lengths == [23.5, 24, 24.5])
    default: #expect(lengths == [24])
    }
  }

  @Test func fourInTheMorningIsTheBoundary() {
    let calendar = Zone.berlin.calendar
    // 2026-07-01T03:59:59 and 04:00:00 in Berlin.
    let before = Instant(milliseconds: 1_782_871_199_000)
    #expect(calendar.date(of: calendar.day(of: before)).text == "2026-06-30")
    #expect(calendar.date(of: calendar.day(of: before.adding(seconds: 1))).text == "2026-07-01")
  }

  @Test func aDayWhoseRolloverIsSkippedBeginsWhenTheClocksJump() {
    let start = Zone.rolloverGap.calendar.start(of: StudyDay(number: 20_541))
    #expect(start == Instant(milliseconds: 1_774_755_000_000 + 0))
  }

  @Test func aDayWhoseRolloverComesTwiceBeginsTheFirstTime() {
    let calendar = Zone.rolloverTwice.calendar
    let start = calendar.start(of: StudyDay(number: 20_541))
    #expect(start == Instant(milliseconds: 1_774_753_200_000))
    #expect(calendar.day(of: start.adding(seconds: 3000)) == StudyDay(number: 20_541))
  }

  @Test func aDueDateKeepsItsDateWhenTheUserTravels() {
    for from in stride(from: -11 * 3600, through: 11 * 3600, by: 3600) {
      for to in stride(from: -11 * 3600, through: 11 * 3600, by: 3600) where abs(from - to) < 43_200
      {
        let due = StudyCalendar(fixedOffset: from).start(of: StudyDay(number: 20_600))
        let there = StudyCalendar(fixedOffset: to)
        #expect(there.nearestDay(to: due) == StudyDay(number: 20_600), "\(from) \(to)")
      }
    }
  }

  @Test func absurdMomentsAndBrokenZonesHaveADay() {
    for offset in [Int.min, -1, 0, Int.max] {
      let calendar = StudyCalendar(rollover: 99, fixedOffset: offset)
      for moment in [Int64.min, -1, 0, .max] {
        let day = calendar.day(of: Instant(milliseconds: moment))
        #expect(abs(day.number) <= 100_000_002)
      }
      _ = calendar.start(of: StudyDay(number: .max))
    }
    #expect(Instant(milliseconds: .max).adding(seconds: 1e300).milliseconds == .max)
    #expect(Instant(milliseconds: 5).adding(seconds: .nan).milliseconds == 5)
  }

  @Test func datesAreThoseOfTheCalendar() {
    let known: [(Int, String, Int)] = [
      (0, "1970-01-01", 3), (-1, "1969-12-31", 2), (11_016, "2000-02-29", 1),
      (20_781, "2026-11-24", 1), (-719_468, "0000-03-01", 2), (47_540, "2100-02-28", 6),
      (47_541, "2100-03-01", 0),
    ]
    for (number, text, weekday) in known {
      let date = CivilDate(daysSince1970: number)
      #expect(date.text == text)
      #expect(date.weekday == weekday)
    }
    var last = CivilDate(daysSince1970: -800_001)
    for number in stride(from: -800_000, to: 800_000, by: 97) {
      let date = CivilDate(daysSince1970: number)
      #expect(date.daysSince1970 == number)
      #expect(date > last)
      last = date
    }
  }
}
