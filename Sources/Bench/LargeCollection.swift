import Cards
import Collection
import FSRS
import Foundation
import Study

/// A vault with many cards and a long log: how the program opens, reviews and counts, at a quarter
/// of the size and at the whole, so that the growth is seen.
struct LargeCollection {
  let programs: String
  let folder: String
  /// In ISO 8601; the log ends a week before, so that there is a backlog.
  private let today = "2026-11-24T09:00:00Z"
  private let now = Instant(milliseconds: 1_795_510_800_000)
  private let answersEach = 10

  func run() throws {
    let quarter = try measure(pages: 125)
    let whole = try measure(pages: 500)
    show("first card", \.firstCard, quarter, whole, aim: "ahead of Anki's engine (71 ms)")
    show("answer → durable → next card on the screen, median", \.answer, quarter, whole, aim: "–")
    show("the same, p99", \.slowAnswer, quarter, whole, aim: "–")
    show("`due`, whole process", \.due, quarter, whole, aim: "under 15 ms")
    show("first frame", \.firstFrame, quarter, whole, aim: "within 3× of curses alone")
    show("all statistics", \.statistics, quarter, whole, aim: "at once: under 1 s")
    print(
      "| memory at the first card, \(whole.size) | \(whole.memory >> 20) MB | "
        + "\(quarter.size): \(quarter.memory >> 20) MB | – | under 60 MB |")
  }

  private struct Figures {
    var size = ""
    var firstCard = 0.0
    var answer = 0.0
    var slowAnswer = 0.0
    var due = 0.0
    var firstFrame = 0.0
    var statistics = 0.0
    /// In bytes.
    var memory = 0
  }

  private func show(
    _ what: String, _ figure: KeyPath<Figures, Double>, _ quarter: Figures, _ whole: Figures,
    aim: String
  ) {
    Row(
      what: "\(what), \(whole.size)", ours: whole[keyPath: figure],
      other: (quarter.size, quarter[keyPath: figure]), aim: aim
    ).show()
  }

  private func measure(pages: Int) throws -> Figures {
    let vault = "\(folder)/large\(pages)"
    let data = "\(folder)/data-large\(pages)"
    let threshold = programs + "/threshold"
    try MadeVault.write(to: vault, pages: pages, factsEach: 200)
    func start(_ arguments: String...) throws -> TimedProgram {
      try TimedProgram(
        threshold, arguments + ["--vault", vault, "--data", data], home: folder, now: today)
    }
    try start("due").finish()
    let collection = try Collection(
      at: Collection.file(forVault: vault, in: data), vault: vault, now: now)
    let scheduler = Scheduler(calendar: StudyCalendar(offset: { _ in 0 }))
    let cards = try collection.studyCards()
    try collection.merge(answers(to: cards.filter(\.card.daily), scheduler: scheduler))
    var figures = Figures()
    figures.size = "\(cards.count) cards, \(try collection.reviewCount()) answers"
    var statistics = Times()
    for _ in 0..<3 {
      try statistics.measure {
        _ = try collection.statistics(.vault, scheduler: scheduler, at: now)
      }
    }
    figures.statistics = statistics.median
    try collection.close(now: now)

    var firstCard = Times()
    var firstFrame = Times()
    var due = Times()
    for _ in 0..<9 {
      let review = try start("review")
      firstCard.add(review.wait(for: "show answer"))
      figures.memory = max(figures.memory, review.ownMemory)
      review.finish(typing: "q")
      let open = try start("open")
      firstFrame.add(open.wait(for: "Pages of"))
      open.finish(typing: "q")
      due.add(try start("due").finish())
    }
    figures.firstCard = firstCard.median
    figures.firstFrame = firstFrame.median
    figures.due = due.median
    let review = try start("review")
    review.wait(for: "show answer")
    var answers = Times()
    for _ in 0..<100 {
      _ = review.type(" ")
      answers.add(review.type("4"))
    }
    review.finish(typing: "q")
    figures.answer = answers.median
    figures.slowAnswer = answers.percentile(0.99)
    return figures
  }

  private func answers(to cards: [StudyCard], scheduler: Scheduler) -> [Answer] {
    let end = now.adding(seconds: -7 * 86_400)
    let begin = end.adding(seconds: -1500 * 86_400)
    var random = SplitMix64(seed: 1)
    let ratings: [Rating] = [.again, .hard, .good, .good, .good, .good, .good, .easy]
    var answers: [Answer] = []
    answers.reserveCapacity(cards.count * answersEach)
    for var card in cards {
      var moment = begin.adding(seconds: Double(random.next() % 60_000_000))
      for _ in 0..<answersEach {
        let answer = scheduler.answer(
          card, rating: ratings[Int(random.next() % 8)], at: moment, duration: 8000)
        answers.append(answer)
        card.schedule = answer.after
        moment = max(moment.adding(seconds: 600), answer.after.due)
        if moment > end { break }
      }
    }
    return answers
  }
}
