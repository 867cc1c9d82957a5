import Cards
import Collection
import Study
import Testing

@Suite struct QuizRunTests {
  let workshop: Workshop
  let cards = Workshop.cards(3)
  init() throws { workshop = try Workshop() }

  private func record(_ card: Int, right: Bool, minute: Double) -> QuizRecord {
    QuizRecord(
      cardID: cards[card].id, time: Workshop.morning.minutes(minute), scope: "garden/roses",
      form: .match, isRight: right, duration: 900)
  }

  private func run(started: Double = 0, answered: Int = 1, credit: Double = 1) -> QuizRun {
    QuizRun(
      scope: "garden/roses", started: Workshop.morning.minutes(started), questions: 5, spent: 1500,
      answered: answered, credit: credit, state: "{\"kept\":true}")
  }

  @Test func aQuizThatWasLeftIsThereAfterARestart() throws {
    var store = try workshop.opened(with: cards)
    #expect(try store.leftQuiz() == nil)
    let kept = try store.recordQuiz(record(0, right: true, minute: 1), in: run())
    #expect(kept.id != nil)
    try store.close(now: Workshop.morning)
    store = try workshop.open()
    #expect(try store.leftQuiz() == kept)
    var next = kept
    next.answered = 2
    next.credit = 1.5
    next.spent = 4000
    #expect(try store.recordQuiz(record(1, right: false, minute: 2), in: next) == next)
    #expect(try store.leftQuiz() == next, "one row, not two")
    #expect(try store.quizScores(scope: "garden/roses").count == 2)
  }

  @Test func aQuizThatCameToItsEndIsComparedWithAndNotTakenUpAgain() throws {
    let store = try workshop.opened(with: cards)
    var first = try store.recordQuiz(record(0, right: true, minute: 1), in: run())
    #expect(try store.lastQuiz(scope: "garden/roses") == nil)
    first.ended = Workshop.morning.minutes(3)
    first.state = nil
    first = try store.store(first)
    #expect(try store.leftQuiz() == nil)
    #expect(try store.lastQuiz(scope: "garden/roses") == first)
    #expect(try store.lastQuiz(scope: "") == nil)
    #expect(try store.lastQuiz(scope: "garden/roses", besides: first) == nil)
    // Another one is left, and given up for a new one: what was answered counts.
    let second = try store.recordQuiz(
      record(1, right: false, minute: 10), in: run(started: 10, credit: 0))
    try store.endLeftQuizzes(at: Workshop.morning.minutes(20))
    #expect(try store.leftQuiz() == nil)
    let last = try store.lastQuiz(scope: "garden/roses")
    #expect(last?.id == second.id && last?.ended == Workshop.morning.minutes(20))
  }

  @Test func anOverruledAnswerIsSetRightInTheLog() throws {
    let store = try workshop.opened(with: cards)
    var answer = record(0, right: false, minute: 1)
    let kept = try store.recordQuiz(answer, in: run(credit: 0))
    answer.isRight = true
    var better = kept
    better.credit = 1
    #expect(try store.amendQuiz(answer, in: better) == better)
    let score = try #require(try store.quizScores(scope: nil)[cards[0].id])
    #expect(score.asked == 1 && score.right == 1)
  }

  @Test func aQuizTouchesNoMemoryAndNoReviewLog() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    let before = try store.schedules()
    _ = try store.recordQuiz(record(0, right: false, minute: 1), in: run(credit: 0))
    #expect(try store.schedules() == before)
    #expect(try store.reviewCount() == 1)
  }

  @Test func whatASubjectIsThatIsNoCardIsLoggedAndCounted() throws {
    let store = try workshop.opened(with: cards)
    var table = record(0, right: true, minute: 1)
    table.cardID = "00000000000000ff"
    _ = try store.recordQuiz(table, in: run())
    let statistics = try store.statistics(
      .vault, scheduler: workshop.scheduler, at: Workshop.morning.minutes(5))
    #expect(statistics.quizzes.map(\.asked) == [1])
    #expect(statistics.quizzes.map(\.right) == [1])
  }
}
