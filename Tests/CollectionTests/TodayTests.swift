import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct TodayTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  /// Counted by hand from the times of the answers.
  @Test(arguments: 1...8)
  func theDayAndTheDaysInARowAreCountedAsByHand(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cards = Workshop.cards(6)
    let store = try workshop.opened(with: cards)
    let calendar = workshop.scheduler.calendar
    #expect(try store.todayCounts(at: Workshop.morning, calendar: calendar).isFirst)
    var now = Workshop.morning
    var days: [StudyDay] = []
    for _ in 0..<40 {
      now = now.adding(seconds: Double.random(in: 60...60_000, using: &random))
      if Int.random(in: 0..<8, using: &random) == 0 { now = now.adding(seconds: 86_400) }
      let card = cards[Int.random(in: 0..<6, using: &random)]
      try workshop.answer(card, .good, at: now, in: store)
      days.append(calendar.day(of: now))
      let counts = try store.todayCounts(at: now, calendar: calendar)
      #expect(!counts.isFirst)
      let today = calendar.day(of: now)
      #expect(counts.answers == days.count { $0 == today })
      var streak = 0
      while days.contains(today.adding(days: -streak)) { streak += 1 }
      #expect(counts.streak == streak)
      // Tomorrow morning it still stands, the day after it is over.
      let tomorrow = calendar.start(of: today.adding(days: 1))
      #expect(try store.todayCounts(at: tomorrow, calendar: calendar).streak == streak)
      let later = calendar.start(of: today.adding(days: 2))
      #expect(try store.todayCounts(at: later, calendar: calendar).streak == 0)
    }
  }

  @Test func theTimeOfAnAnswerIsCounted() throws {
    let cards = Workshop.cards(3)
    let store = try workshop.opened(with: cards)
    for card in cards { try workshop.answer(card, .good, at: Workshop.morning, in: store) }
    let counts = try store.todayCounts(
      at: Workshop.morning, calendar: workshop.scheduler.calendar)
    #expect(counts.answers == 3 && counts.seconds == 3)
  }
}
