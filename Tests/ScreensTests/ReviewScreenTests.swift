import Cards
import FSRS
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct ReviewScreenTests {
  private let fact = Stage.card(
    prompt: "Claude 4.x: what does the note say?", answer: "evaluated at ASL-2 boundary",
    source: "Claude 4.x: evaluated at ASL-2 boundary")
  private let question = Stage.card(
    .question, prompt: "Is deceptive alignment observable?", answer: "", source: "")

  private func screen(
    _ card: StudyCard, positions: [DatedPosition] = [], size: Size = Stage.standard
  ) -> ReviewScreen {
    var screen = ReviewScreen(scope: "AI Safety", size: size)
    _ = screen.handle(Stage.turn(card, positions: positions), keymap: .standard)
    return screen
  }

  @Test func `The question and the answer look as recorded`() {
    var screen = screen(fact)
    assertSnapshot(screen.text(), named: "review-question")
    screen.press("space")
    assertSnapshot(screen.text(), named: "review-answer")
    let tiny = Size(columns: 40, rows: 12)
    screen.resize(to: tiny)
    assertSnapshot(screen.text(tiny), named: "review-answer-40x12")
  }

  @Test func `The answer is hidden until it is asked for`() {
    var screen = screen(fact)
    #expect(!screen.text().contains("evaluated at"))
    screen.press("enter")
    #expect(screen.text().contains("evaluated at ASL-2 boundary"))
  }

  @Test func `A rating counts only once the answer shows`() {
    var screen = screen(fact)
    #expect(screen.press("4").isEmpty)
    screen.press("space")
    #expect(screen.press("4") == [.answer(.easy, position: nil)])
  }

  @Test(arguments: [
    ("1", Rating.again), ("2", .hard), ("3", .good), ("4", .easy), ("space", .good),
    ("enter", .good),
  ])
  func `The keys rate as the design says`(key: String, rating: Rating) {
    var screen = screen(fact)
    screen.press("space")
    #expect(screen.press(key) == [.answer(rating, position: nil)])
  }

  @Test func `All four next intervals are shown`() {
    var screen = screen(fact)
    screen.press("space")
    for text in ["Again 1m", "Hard 6m", "Good 10m", "Easy 8d"] {
      #expect(screen.text().contains(text))
    }
  }

  @Test func `The progress says what is done and left`() {
    let text = screen(fact).text()
    #expect(text.contains("3 done  8 left"))
    #expect(text.contains("5 new  1 learning  2 review"))
  }

  @Test func `The next card hides its answer again`() {
    var screen = screen(fact)
    screen.press("space")
    let next = StudyCard(
      card: Card(
        id: "other", page: "p", section: "s", kind: .cloze, prompt: "It took […].",
        answer: "3 days", context: "P › S", file: "p.md", line: 1, source: "It took 3 days.",
        siblingGroup: "h", daily: true))
    _ = screen.handle(Stage.turn(next), keymap: .standard)
    #expect(screen.text().contains("It took […]."))
    #expect(!screen.text().contains("3 days"))
  }

  @Test func `A card that comes back at once hides its answer; a marked one keeps it`() {
    var screen = screen(fact)
    screen.press("space")
    var marked = fact
    marked.schedule.marked = true
    _ = screen.handle(Stage.turn(marked), keymap: .standard)
    #expect(screen.text().contains("evaluated at ASL-2 boundary"))
    var again = fact
    again.schedule.reviews += 1
    _ = screen.handle(Stage.turn(again), keymap: .standard)
    #expect(!screen.text().contains("evaluated at ASL-2 boundary"))
  }

  @Test func `A position is written, kept with the rating, and keys are text meanwhile`() {
    var screen = screen(
      question, positions: [DatedPosition(date: "2026-11-01", text: "Not yet.")])
    #expect(!screen.text().contains("Not yet."))
    screen.press("p")
    #expect(screen.type("I quit? Maybe @ 50%").isEmpty)
    assertSnapshot(screen.text(), named: "review-position")
    screen.press("enter")
    assertSnapshot(screen.text(), named: "review-reflection")
    #expect(screen.press("3") == [.answer(.good, position: "I quit? Maybe @ 50%")])
  }

  @Test func `Leaving the field keeps what was typed`() {
    var screen = screen(question)
    screen.press("p")
    screen.type("Perhaps")
    screen.press("esc")
    #expect(screen.text().contains("Today: Perhaps"))
    screen.press("p")
    screen.type(" so")
    screen.press("enter")
    #expect(screen.press("2") == [.answer(.hard, position: "Perhaps so")])
  }

  @Test func `An open question can be answered without writing`() {
    var screen = screen(question)
    screen.press("space")
    #expect(screen.text().contains("You have not written about this before."))
    #expect(screen.press("1") == [.answer(.again, position: nil)])
  }

  @Test func `Pasted text never acts as keys`() {
    var screen = screen(fact)
    #expect(screen.handle(.paste("1234 q @"), keymap: .standard).isEmpty)
    #expect(!screen.text().contains("evaluated at"))
  }

  @Test func `Marks, bury, suspend and undo are asked for`() {
    var screen = screen(fact)
    #expect(screen.press("-") == [.bury])
    #expect(screen.press("@") == [.suspend])
    #expect(screen.press("*") == [.toggleMark])
    #expect(screen.press("u") == [.undo])
    #expect(screen.press("e") == [.edit(file: "safety/ai-safety.md", line: 107)])
  }

  @Test func `A long card scrolls, with a sign that there is more`() {
    let long = Stage.card(
      prompt: "Long?", answer: (1...60).map { "word\($0)" }.joined(separator: " "))
    let size = Size(columns: 40, rows: 12)
    var screen = screen(long, size: size)
    screen.press("space")
    #expect(!screen.text(size).contains("word60"))
    #expect(screen.text(size).contains("↓"))
    var seen = ""
    for _ in 0..<30 {
      seen += screen.text(size)
      screen.press("down")
    }
    for number in 1...60 { #expect(seen.contains("word\(number)")) }
  }

  @Test func `The summary looks as recorded and leads out`() {
    let now = Instant(milliseconds: 0)
    let schedule = Schedule()
    let answers = [Rating.good, .good, .again, .easy].map {
      Answer(
        cardID: "c\($0)", time: now, rating: $0, kind: .learning, elapsedDays: 0, duration: 9000,
        before: schedule, after: schedule)
    }
    let scheduler = Scheduler(calendar: StudyCalendar())
    let report = ReviewReport(
      summary: ReviewSummary(answers: answers, scheduler: scheduler),
      next: "The next cards come tomorrow.", missed: [fact.card])
    var screen = ReviewScreen(scope: "AI Safety", size: Stage.standard)
    _ = screen.handle(
      .turn(ReviewTurn(show: .finished(report), left: QueueCounts(), done: 4, seconds: 36)),
      keymap: .standard)
    assertSnapshot(screen.text(), named: "review-summary")
    #expect(screen.press("enter") == [.leave])
  }

  @Test func `A long summary scrolls to its last line`() {
    let missed = (1...40).map { number in
      var card = fact.card
      card.prompt = "Forgotten \(number)?"
      return card
    }
    let answer = Answer(
      cardID: "c", time: Instant(milliseconds: 0), rating: .again, kind: .learning, elapsedDays: 0,
      duration: 9000, before: Schedule(), after: Schedule())
    let summary = ReviewSummary(
      answers: [answer], scheduler: Scheduler(calendar: StudyCalendar()))
    var screen = ReviewScreen(scope: "AI Safety", size: Stage.standard)
    let report = ReviewReport(summary: summary, missed: missed)
    _ = screen.handle(
      .turn(ReviewTurn(show: .finished(report), left: QueueCounts(), done: 1, seconds: 9)),
      keymap: .standard)
    #expect(!screen.text().contains("Forgotten 40?"))
    for _ in 0..<100 { screen.press("down") }
    #expect(screen.text().contains("Forgotten 40?"))
  }

  @Test func `Waiting for a learning card says how long`() {
    var screen = ReviewScreen(scope: "AI Safety", size: Stage.standard)
    _ = screen.handle(
      .turn(
        ReviewTurn(
          show: .wait(seconds: 540), left: QueueCounts(learning: 1), done: 4, seconds: 36)),
      keymap: .standard)
    #expect(screen.isWaiting)
    #expect(screen.text().contains("9 min"))
  }
}
