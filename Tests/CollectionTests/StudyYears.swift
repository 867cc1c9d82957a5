import Cards
import Collection
import FSRS
import Study

/// A learner of several years in a place whose clocks change: reviews, lapses, open questions,
/// quizzes, answers taken back, cards that rest, suspended ones, and nights past midnight.
struct StudyYears {
  let store: Store
  let scheduler: Scheduler
  /// When the learner looks back.
  let end: Instant
  private(set) var cards: [Card]

  /// Seconds ahead of UTC in central Europe: summer time from the last Sunday of March to the last of
  /// October, changing at 01:00 UTC.
  static func offset(at moment: Instant) -> Int {
    let days = Int((Double(moment.milliseconds) / 86_400_000).rounded(.down))
    let year = CivilDate(daysSince1970: days).year
    func lastSunday(of month: Int) -> Int64 {
      var date = CivilDate(year: year, month: month, day: 31).daysSince1970
      while CivilDate(daysSince1970: date).weekday != 6 { date -= 1 }
      return Int64(date) * 86_400_000 + 3_600_000
    }
    let isSummer =
      moment.milliseconds >= lastSunday(of: 3) && moment.milliseconds < lastSunday(of: 10)
    return isSummer ? 7200 : 3600
  }

  static let scheduler: Scheduler = {
    var options = StudyOptions()
    // Few lapses are enough here for a leech.
    options.leechLapses = 4
    return Scheduler(options: options, calendar: StudyCalendar(offset: offset(at:)))
  }()

  static func cards() -> [Card] {
    (0..<90).map { index in
      var card = Workshop.cards(index + 1, page: "wiki/page\(index % 5)")[index]
      let kinds: [CardKind] = [.recall, .cloze, .item, .definition, .cell]
      card.kind = index % 11 == 10 ? .question : kinds[index % kinds.count]
      card.daily = index % 9 != 8
      return card
    }
  }

  /// - Parameter years: how long the learner has been at it.
  init(_ workshop: Workshop, years: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scheduler = Self.scheduler
    self.scheduler = scheduler
    cards = Self.cards()
    // Ends on 2026-11-24 at 10:00Z.
    end = Workshop.morning
    let begin = end.days(-Double(years * 365))
    store = try workshop.open(now: begin)
    try store.store(Reading(cards: cards), using: scheduler, at: begin)
    var schedules = Dictionary(uniqueKeysWithValues: cards.map { ($0.id, Schedule()) })
    var answers: [Answer] = []
    for day in 0..<years * 365 - 20 {
      // A week off now and then, and a month in the second year.
      if (400..<430).contains(day) || Int.random(in: 0..<50, using: &random) == 0 { continue }
      // Between five in the afternoon and three in the morning.
      let evening = begin.days(Double(day)).adding(
        seconds: Double(Int.random(in: 7 * 3600..<17 * 3600, using: &random)))
      var now = evening
      let due = cards.filter { card in
        let schedule = schedules[card.id] ?? Schedule()
        return schedule.state == .new
          ? card.daily && Int.random(in: 0..<40, using: &random) == 0 : schedule.due <= now
      }
      for card in due.prefix(25) {
        let isAnswered = Int.random(in: 0..<20, using: &random) > 0
        guard isAnswered, let schedule = schedules[card.id] else { continue }
        var study = StudyCard(card: card, schedule: schedule)
        repeat {
          now = now.adding(seconds: Double(Int.random(in: 3...40, using: &random)))
          let answer = scheduler.answer(
            study, rating: Self.rating(study, at: now, scheduler, &random), at: now,
            duration: Int.random(in: 900...400_000, using: &random))
          answers.append(answer)
          study.schedule = answer.after
          now = now.adding(seconds: 700)
        } while study.schedule.state != .review && study.schedule.due <= now
        schedules[card.id] = study.schedule
      }
    }
    try store.merge(answers)
    try store.rebuildSchedules(using: scheduler)
    try addLastWeeks(workshop, &random)
  }

  /// The way answers reach the log one by one, with undo, marks, quizzes and edited notes.
  private mutating func addLastWeeks(
    _ workshop: Workshop, _ random: inout SeededGenerator
  ) throws {
    for day in 0..<18 {
      var now = end.days(Double(day - 19))
      for card in cards.shuffled(using: &random).prefix(8) {
        now = now.adding(seconds: 61)
        let schedule = try store.schedules(of: [card.id])[card.id] ?? Schedule()
        let rating = Rating.allCases[Int.random(in: 0..<4, using: &random)]
        let answer = scheduler.answer(
          StudyCard(card: card, schedule: schedule), rating: rating, at: now,
          duration: Int.random(in: 1000...20_000, using: &random))
        try store.answer(answer)
        if Int.random(in: 0..<4, using: &random) == 0 { try store.undo(since: now.days(-1)) }
      }
      for card in cards.shuffled(using: &random).prefix(5) {
        try store.recordQuiz(
          QuizRecord(
            cardID: card.id, time: now.adding(seconds: 5), scope: "", form: .choice,
            isRight: Int.random(in: 0..<3, using: &random) > 0))
      }
    }
    try store.bringBack([cards[3].id, cards[4].id], using: scheduler, at: end)
    try store.setMarks(Marks(suspended: true), of: cards[12].id)
    try store.setMarks(Marks(suspended: true), of: cards[33].id)
    // The notes lose some cards, which rest from now on, and one page gets another name.
    cards.removeAll { ["2", "1b", "30"].contains(String(Int($0.id, radix: 16) ?? 0, radix: 16)) }
    for index in cards.indices where cards[index].page == "wiki/page4" {
      cards[index].page = "wiki/renamed"
    }
    try store.store(Reading(cards: cards), using: scheduler, at: end)
  }

  /// Answers as somebody would whose memory is nearly what the model says.
  private static func rating(
    _ card: StudyCard, at now: Instant, _ scheduler: Scheduler, _ random: inout SeededGenerator
  ) -> Rating {
    let recall = scheduler.retrievability(of: card.schedule, at: now) ?? 0.7
    guard Double.random(in: 0..<1, using: &random) < recall * 0.97 else { return .again }
    return [.hard, .good, .good, .good, .easy][Int.random(in: 0..<5, using: &random)]
  }
}
