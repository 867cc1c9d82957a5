import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct DayTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  /// The small set of a day's cards must give what all cards give, whatever happened before.
  @Test(arguments: 1...12)
  func theCardsOfADayCountAsAllCardsDo(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var cards: [Card] = []
    for index in 0..<80 {
      var card = Workshop.cards(index + 1)[index]
      card.page = "page \(index / 20)"
      card.siblingGroup = index % 13 == 0 ? "" : "\(card.page)#\(index / 3)"
      card.line = index / 3
      card.daily = index % 7 != 0
      if index % 11 == 0 { card.kind = .question }
      cards.append(card)
    }
    var options = StudyOptions()
    options.newPerDay = 4
    options.reviewsPerDay = 12
    let scheduler = Scheduler(options: options, calendar: StudyCalendar(fixedOffset: 3600))
    let store = try workshop.opened(with: cards)
    var now = Workshop.morning
    for _ in 0..<60 {
      // At times somebody stays away, and more falls due than a day takes.
      let most: Double = Int.random(in: 0..<12, using: &random) == 0 ? 5_000_000 : 40_000
      now = now.adding(seconds: Double.random(in: 20...most, using: &random))
      let start = scheduler.calendar.start(of: scheduler.calendar.day(of: now))
      let done = try store.dayCounts(since: start)
      let all = ReviewSession(
        cards: try store.studyCards(), doneToday: done, scheduler: scheduler, now: now)
      let later = try store.nextDue(after: now)
      func next(_ session: ReviewSession) -> Instant? {
        [session.summary(at: now).nextDue, later].compactMap { $0 }.min()
      }
      func session(for use: DayUse) throws -> ReviewSession {
        let cards = try store.outlines(onDayOf: now, scheduler: scheduler, for: use)
        return ReviewSession(
          DayCards(outlines: cards), doneToday: done, scheduler: scheduler, now: now)
      }
      var few = try session(for: .reviewing)
      #expect(few.counts(at: now) == all.counts(at: now), "seed \(seed)")
      #expect(next(few) == next(all), "seed \(seed)")
      let counted = try session(for: .counting)
      #expect(counted.counts(at: now) == all.counts(at: now), "seed \(seed)")
      #expect(next(counted) == next(all), "seed \(seed)")
      let day = try store.day(of: now, scheduler: scheduler)
      #expect(try day.outlines == store.outlines(onDayOf: now, scheduler: scheduler))
      #expect(try day.reviewsDue == store.reviewsDue(from: now, calendar: scheduler.calendar))
      #expect(day.reviewsDue == (all.dueDays.isEmpty ? [0] : all.dueDays), "seed \(seed)")
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        let id = Workshop.id(Int.random(in: 0..<80, using: &random))
        try store.setMarks(
          Marks(suspended: Bool.random(using: &random), buriedOn: scheduler.calendar.day(of: now)),
          of: id)
      case 1:
        let id = Workshop.id(Int.random(in: 0..<80, using: &random))
        try store.bringBack([id], using: scheduler, at: now)
      case 2: try store.undo(since: start)
      case 3:
        let id = Workshop.id(Int.random(in: 0..<80, using: &random))
        try store.turn([.card(id)], on: Bool.random(using: &random))
      case 4:
        let page = "page \(Int.random(in: 0..<4, using: &random))"
        try store.turn([.kind(.recall, page: page)], on: Bool.random(using: &random))
      default:
        guard case .card = few.turn(at: now),
          let rating = Rating.allCases.randomElement(using: &random),
          let answer = few.answer(rating, at: now)
        else { continue }
        try store.answer(answer)
      }
    }
  }

  /// To count what is due after a long break, only as much is read as a day's limit takes.
  @Test func countingABacklogReadsLittle() throws {
    let cards = Workshop.cards(60)
    var options = StudyOptions()
    options.reviewsPerDay = 10
    let scheduler = Scheduler(options: options, calendar: StudyCalendar(fixedOffset: 0))
    let store = try workshop.opened(with: cards)
    for card in cards { try workshop.answer(card, .easy, at: Workshop.morning, in: store) }
    let later = Workshop.morning.days(300)
    let all = try store.outlines(onDayOf: later, scheduler: scheduler)
    let few = try store.outlines(onDayOf: later, scheduler: scheduler, for: .counting)
    #expect(all.count == 60)
    #expect(few.count == 11)
    let session = ReviewSession(DayCards(outlines: few), scheduler: scheduler, now: later)
    #expect(session.counts(at: later) == QueueCounts(review: 10))
  }

  @Test func onlyAnswersOfTheDayAreCounted() throws {
    let cards = Workshop.cards(3)
    let store = try workshop.opened(with: cards)
    let start = Workshop.morning
    try workshop.answer(cards[0], .easy, at: start, in: store)
    try workshop.answer(cards[1], .good, at: start, in: store)
    try workshop.answer(cards[1], .good, at: start.minutes(12), in: store)
    let later = start.days(30)
    try workshop.answer(cards[0], .again, at: later, in: store)
    try workshop.answer(cards[0], .good, at: later.minutes(11), in: store)
    try workshop.answer(cards[2], .good, at: later, in: store)
    #expect(try store.dayCounts(since: later) == DayCounts(newDone: 1, reviewsDone: 1))
    #expect(try store.dayCounts(since: start) == DayCounts(newDone: 3, reviewsDone: 1))
  }

  @Test func theNextDueMomentIsFound() throws {
    let cards = Workshop.cards(3)
    let store = try workshop.opened(with: cards)
    #expect(try store.nextDue(after: Workshop.morning) == nil)
    let answer = try workshop.answer(cards[0], .easy, at: Workshop.morning, in: store)
    #expect(try store.nextDue(after: Workshop.morning) == answer.after.due)
    #expect(try store.nextDue(after: answer.after.due) == nil)
  }
}
