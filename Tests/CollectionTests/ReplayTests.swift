import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct ReplayTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func studyAtRandom(_ cards: [Card], in store: Store, seed: UInt64) throws -> Instant {
    var random = SeededGenerator(seed: seed)
    var now = Workshop.morning
    for _ in 0..<150 {
      now = now.adding(seconds: Double.random(in: 5...200_000, using: &random))
      let card = cards[Int.random(in: 0..<cards.count, using: &random)]
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1: try store.undo(since: Workshop.morning)
      case 2: try store.bringBack([card.id], using: workshop.scheduler, at: now)
      case 3: try store.setMarks(Marks(marked: true), of: card.id)
      default:
        let rating = Rating.allCases[Int.random(in: 0..<4, using: &random)]
        try workshop.answer(card, rating, at: now, in: store)
      }
    }
    return now
  }

  @Test(arguments: 1...8)
  func replayingTheLogGivesEverySchedule(seed: UInt64) throws {
    var cards = Workshop.cards(8)
    cards[7].kind = .question
    let store = try workshop.opened(with: cards)
    _ = try studyAtRandom(cards, in: store, seed: seed)
    let cached = try store.schedules()
    let changed = try store.rebuildSchedules(using: workshop.scheduler)
    #expect(changed == 0, "seed \(seed)")
    #expect(try store.schedules() == cached, "seed \(seed)")
  }

  @Test func otherParametersChangeMemoryAndNothingElse() throws {
    let cards = Workshop.cards(5)
    let store = try workshop.opened(with: cards)
    _ = try studyAtRandom(cards, in: store, seed: 5)
    let before = try store.schedules()
    var values = Parameters.standard.values
    values[0] *= 2
    values[2] *= 1.5
    var options = StudyOptions()
    options.parameters = try Parameters(values)
    let other = Scheduler(options: options, calendar: workshop.scheduler.calendar)
    #expect(try store.rebuildSchedules(using: other) > 0)
    for (id, schedule) in try store.schedules() {
      var old = try #require(before[id])
      let ratings = try store.history(of: id)
      var memory: MemoryState?
      for review in ratings {
        memory = other.model.next(
          memory, rating: review.rating, elapsedDays: Double(review.elapsedDays))
      }
      old.memory = memory
      #expect(schedule == old)
    }
    #expect(try store.rebuildSchedules(using: workshop.scheduler) > 0)
    #expect(try store.schedules() == before)
  }

  @Test func answersFromElsewhereAreTakenInOnce() throws {
    let cards = Workshop.cards(3)
    let here = try workshop.opened(with: cards)
    let there = try workshop.open(workshop.folder + "/there.sqlite")
    try there.store(Reading(cards: cards), using: workshop.scheduler, at: Workshop.morning)
    // The same history up to a point, then one answer each at different times.
    var shared: [Answer] = []
    for day in [0.0, 4, 20] {
      let answer = try workshop.answer(
        cards[0], .good, at: Workshop.morning.days(day), in: here)
      try there.answer(answer)
      shared.append(answer)
    }
    let mine = try workshop.answer(cards[0], .good, at: Workshop.morning.days(60), in: here)
    let theirs = try workshop.answer(cards[0], .good, at: Workshop.morning.days(50), in: there)
    let other = try workshop.answer(cards[1], .easy, at: Workshop.morning.days(50), in: there)

    #expect(try here.merge(shared + [theirs, other]) == 2)
    #expect(try here.merge(shared + [theirs, other]) == 0)
    try here.rebuildSchedules(using: workshop.scheduler)
    let history = try here.history(of: cards[0].id)
    #expect(history.map(\.time) == (shared + [theirs, mine]).map(\.time))
    let schedule = try #require(try here.schedules()[cards[0].id])
    #expect(schedule.reviews == 5 && schedule.lastReview == mine.time)
    // As if both had been given here.
    var memory: MemoryState?
    var last: Instant?
    for review in history {
      let days = last.map { review.time.seconds(since: $0) / 86_400 } ?? 0
      memory = workshop.scheduler.model.next(memory, rating: review.rating, elapsedDays: days)
      last = review.time
    }
    #expect(schedule.memory == memory)
    #expect(try here.schedules()[cards[1].id] == other.after)
  }
}
