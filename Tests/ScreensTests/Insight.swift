import Cards
import FSRS
import Notes
import Screens
import Study

/// A learner's two years for the screens that look back: made by the same rules in every run.
enum Insight {
  /// 2026-11-24T10:00Z, a Tuesday.
  static let now = Instant(milliseconds: 1_795_514_400_000)
  static let scheduler = Scheduler(calendar: StudyCalendar(fixedOffset: 0))
  static let titles = ["garden/roses": "Roses", "sea/tides": "Tides", "sky": "The Night Sky"]

  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static func card(_ index: Int, kind: CardKind = .cloze) -> Card {
    let page = ["garden/roses", "sea/tides", "sky"][index % 3]
    return Card(
      id: "card\(index)", page: page, section: "Key Facts", kind: kind,
      prompt: "What does fact \(index) say of it?", answer: "Answer \(index)",
      context: "\(titles[page] ?? page) › Key Facts", file: page + ".md", line: 10 + index,
      source: "Fact \(index)", siblingGroup: "\(index)", daily: true)
  }

  /// - Parameter days: how long the learner has been at it.
  static func statistics(days: Int, scope: StatisticsScope = .vault) -> Statistics {
    var random = Generator(state: 7)
    var cards = (0..<60).map { StudyCard(card: card($0, kind: $0 % 20 == 19 ? .question : .cloze)) }
    var answers: [Answer] = []
    for day in 0..<days {
      var moment = now.adding(seconds: Double(day - days) * 86_400 + 7200)
      if Int.random(in: 0..<9, using: &random) == 0 { continue }
      for index in cards.indices {
        let schedule = cards[index].schedule
        let isNew = schedule.state == .new && Int.random(in: 0..<40, using: &random) == 0
        guard isNew || (schedule.state != .new && schedule.due <= moment) else { continue }
        let rating = [Rating.good, .good, .easy, .good, .hard, .good, .good, .again][
          Int.random(in: 0..<8, using: &random)]
        let answer = scheduler.answer(
          cards[index], rating: rating, at: moment,
          duration: Int.random(in: 2000...15_000, using: &random))
        answers.append(answer)
        cards[index].schedule = answer.after
        moment = moment.adding(seconds: 20)
      }
    }
    var tally = StatisticsTally(scope: scope, scheduler: scheduler, now: now)
    var numbers: [Card.ID: Int] = [:]
    for card in cards {
      numbers[card.id] = tally.add(
        StatisticsTally.CountedCard(
          id: card.id, page: card.card.page, kind: card.card.kind, isDaily: true,
          isResting: false, schedule: card.schedule))
    }
    var last: [Int: Int64] = [:]
    for (row, answer) in answers.enumerated() {
      let number = numbers[answer.cardID] ?? 0
      tally.add(
        StatisticsTally.LogRow(
          id: Int64(row + 1), card: number, time: answer.time, rating: answer.rating,
          kind: answer.kind, elapsedDays: answer.elapsedDays, duration: answer.duration,
          isFirst: answer.before.state == .new, stability: answer.after.memory?.stability,
          interval: answer.after.interval, previous: last[number]))
      last[number] = Int64(row + 1)
    }
    for day in stride(from: 0, to: days, by: 11) {
      for place in 0..<8 {
        tally.addQuiz(
          card: place, time: now.adding(seconds: Double(day - days) * 86_400),
          isRight: Int.random(in: 0..<8, using: &random) < 5 + day * 2 / max(1, days))
      }
    }
    return tally.statistics(leeches: days == 0 ? [] : leeches)
  }

  private static let leeches = [4, 31].map { index in
    StudyCard(
      card: card(index),
      schedule: Schedule(state: .review, reviews: 40, lapses: 30 / index + 8, suspended: index > 9))
  }

  /// A card with a past, ten days after its last answer.
  static func info(
    _ kind: CardKind = .cloze, ratings: [Rating] = [.good, .good, .again, .good, .good, .easy],
    change: (inout StudyCard) -> Void = { _ in }, restingSince: StudyDay? = nil,
    resolvedOn: StudyDay? = nil
  ) -> CardInfo {
    var study = StudyCard(card: card(5, kind: kind))
    var moment = now.adding(seconds: -200 * 86_400)
    var past: [PastAnswer] = []
    for rating in ratings {
      let answer = scheduler.answer(study, rating: rating, at: moment, duration: 7400)
      past.append(
        PastAnswer(
          time: moment, day: scheduler.calendar.day(of: moment), rating: rating,
          kind: answer.kind, elapsedDays: answer.elapsedDays, duration: answer.duration,
          interval: answer.after.interval, due: answer.after.due, memory: answer.after.memory))
      study.schedule = answer.after
      moment = max(answer.after.due, moment.adding(seconds: 900))
    }
    change(&study)
    return CardInfo(
      card: study, answers: past, restingSince: restingSince, resolvedOn: resolvedOn,
      scheduler: scheduler, now: now)
  }

  static let safetyPage = """
    # Interpretability

    ## Key Facts

    - Sparse autoencoders: decompose activations into features
    - Deceptive alignment: a model appears aligned during evaluation
    - Probes read activations without changing them

    ## Connections

    - [[safety/red-teaming]] — elicits misalignment before deployment

    ## Open Questions

    - Does reading activations provide a reliable path to detecting misalignment before deployment?
    - How many features does a model have?
    """

  static func questions() -> [OpenQuestion] {
    let page = PageReader.read(
      bytes: Array(safetyPage.utf8), path: "safety/interpretability",
      file: "safety/interpretability.md")
    var finder = BearingFinder()
    return page.questions.enumerated().map { index, item in
      let text = item.item.text.plain
      let day = scheduler.calendar.day(of: now)
      return OpenQuestion(
        card: StudyCard(
          card: Card(
            id: "question\(index)", page: page.path, section: "Open Questions", kind: .question,
            prompt: text, answer: "", context: "Interpretability › Open Questions",
            file: page.file, line: item.line, source: text, siblingGroup: "q\(index)",
            daily: true)),
        pageTitle: page.title,
        positions: index > 0
          ? []
          : [
            WrittenPosition(
              day: day.adding(days: -90), text: "Probably not: probes find what we look for."),
            WrittenPosition(
              day: day.adding(days: -9),
              text: "Perhaps: probes find what we look for, and sparse autoencoders find more."),
          ],
        bearings: finder.bearings(on: text, page: page, linked: []))
    }
  }
}
