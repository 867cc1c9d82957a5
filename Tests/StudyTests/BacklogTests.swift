import FSRS
import Testing

@testable import Study

@Suite struct BacklogTests {
  /// Cards with different memories after a break of so many days.
  private func backlog(_ count: Int, days: Int, seed: UInt64) -> [StudyCard] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      let interval = 1 + random.below(120)
      return Made.reviewed(
        "c\(index)", stability: Double(interval), daysAgo: days + random.below(interval),
        interval: interval)
    }
  }

  /// The mean number of cards known over 60 days when `limit` cards a day are reviewed.
  private func known(
    _ cards: [StudyCard], limit: Int, seed: UInt64, order: (Scheduler, Schedule, Instant) -> Double
  ) -> Double {
    let scheduler = Made.scheduler()
    var random = SplitMix64(seed: seed)
    var schedules = cards.map(\.schedule)
    var sum = 0.0
    for day in 0..<60 {
      let now = Made.morning.adding(seconds: Double(day) * Made.day)
      let due = schedules.indices.filter { schedules[$0].due <= now }
      let ranked = due.map { (order(scheduler, schedules[$0], now), $0) }.sorted { $0 < $1 }
      for (_, index) in ranked.prefix(limit) {
        guard let memory = schedules[index].memory, let last = schedules[index].lastReview else {
          continue
        }
        let elapsed = now.seconds(since: last) / Made.day
        let recall = scheduler.model.retrievability(after: elapsed, stability: memory.stability)
        let rating: Rating = random.unit() < recall ? .good : .again
        let next = scheduler.model.next(memory, rating: rating, elapsedDays: elapsed.rounded())
        schedules[index].memory = next
        schedules[index].lastReview = now
        schedules[index].due = now.adding(
          seconds: max(1, scheduler.plainInterval(next).rounded()) * Made.day)
      }
      sum += schedules.reduce(0) { $0 + (scheduler.retrievability(of: $1, at: now) ?? 0) }
    }
    return sum / 60
  }

  @Test func savingTheMostWorthwhileFirstKeepsMoreInMemory() {
    let cards = backlog(600, days: 150, seed: 7)
    func mean(_ order: (Scheduler, Schedule, Instant) -> Double) -> Double {
      (0..<3).reduce(0) { $0 + known(cards, limit: 15, seed: UInt64($1), order: order) } / 3
    }
    let worth = mean { -$0.worth($1, at: $2) }
    let likely = mean { -($0.retrievability(of: $1, at: $2) ?? 0) }
    let unlikely = mean { $0.retrievability(of: $1, at: $2) ?? 0 }
    let byInterval = mean { _, schedule, _ in Double(schedule.interval) }
    #expect(worth > likely && worth > unlikely && worth > byInterval)
  }

  @Test func aBacklogIsServedWithinTheLimitAndDayByDay() {
    let options = StudyOptions(reviewsPerDay: 50)
    let scheduler = Made.scheduler(options)
    var cards = backlog(300, days: 100, seed: 3)
    var served: [Int] = []
    for day in 0..<4 {
      var now = Made.morning.adding(seconds: Double(day) * Made.day)
      var session = ReviewSession(cards: cards, scheduler: scheduler, now: now)
      #expect(session.counts(at: now).review == 50)
      var worths: [Double] = []
      while case .card(let card, _) = session.turn(at: now) {
        let start = Made.calendar.start(of: Made.calendar.day(of: now))
        worths.append(scheduler.worth(card.schedule, at: start))
        session.answer(.easy, at: now)
        now = now.adding(seconds: 5)
      }
      #expect(worths == worths.sorted(by: >))
      served.append(session.answers.count)
      var after: [String: Schedule] = [:]
      for answer in session.answers { after[answer.cardID] = answer.after }
      for index in cards.indices {
        cards[index].schedule = after[cards[index].id] ?? cards[index].schedule
      }
    }
    #expect(served == [50, 50, 50, 50])
  }

  @Test func spreadingKeepsEveryCardAndItsOrder() {
    for reviews in 0..<30 {
      for new in 0..<12 {
        let left = Array(0..<reviews)
        let right = Array(100..<(100 + new))
        let merged = QueuePlanner.spread(right, among: left)
        #expect(merged.filter { $0 < 100 } == left)
        #expect(merged.filter { $0 >= 100 } == right)
      }
    }
  }

  @Test func theHeapGivesItsElementsInOrder() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let numbers = (0..<random.below(60)).map { _ in random.below(20) }
      var heap = Heap(Array(numbers.prefix(numbers.count / 2)))
      for number in numbers.dropFirst(numbers.count / 2) { heap.insert(number) }
      var expected = numbers.sorted()
      if let some = numbers.randomElement(using: &random) {
        heap.remove(some)
        if let place = expected.firstIndex(of: some) { expected.remove(at: place) }
      }
      var taken: [Int] = []
      while let number = heap.removeFirst() { taken.append(number) }
      #expect(taken == expected)
    }
  }
}
