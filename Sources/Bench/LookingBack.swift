import Cards
import Collection
import FSRS
import Foundation
import Study

/// All statistics of a long log, from the file to the figures.
struct LookingBack {
  let folder: String
  private let cardCount = 100_000
  private let answersEach = 10

  func run() throws {
    let scheduler = Scheduler(calendar: StudyCalendar(offset: { _ in 3600 }))
    let now = Instant(milliseconds: 1_800_000_000_000)
    let begin = now.adding(seconds: -1500 * 86_400)
    let cards = (0..<cardCount).map { number in
      Card(
        id: String(format: "%016x", number), page: "folder/page\(number / 200)",
        section: "Key Facts", kind: .cloze, prompt: "Limit \(number) is […]",
        answer: "\(number) ms",
        context: "Page", file: "page.md", line: number % 200 + 1,
        source: "Limit \(number): \(number) ms", siblingGroup: "group\(number)", daily: true)
    }
    let collection = try Collection(at: folder + "/log.sqlite", now: begin)
    try collection.store(Reading(cards: cards), using: scheduler, at: begin)
    var random = SplitMix64(seed: 1)
    var answers: [Answer] = []
    answers.reserveCapacity(cardCount * answersEach)
    for card in cards {
      var study = StudyCard(card: card)
      var moment = begin.adding(seconds: Double(random.next() % 30_000_000))
      for _ in 0..<answersEach {
        let rating = [Rating.again, .hard, .good, .good, .good, .good, .good, .easy][
          Int(random.next() % 8)]
        let answer = scheduler.answer(study, rating: rating, at: moment, duration: 8000)
        answers.append(answer)
        study.schedule = answer.after
        moment = max(moment.adding(seconds: 600), answer.after.due)
        if moment > now { break }
      }
    }
    try collection.merge(answers)
    var times = Times()
    for _ in 0..<5 {
      try times.measure {
        _ = try collection.statistics(.vault, scheduler: scheduler, at: now)
      }
    }
    let what = "all statistics of \(try collection.reviewCount()) answers to \(cardCount) cards"
    try collection.close(now: now)
    Row(what: what, ours: times.median, aim: "at once: under 1 s").show()
  }
}
