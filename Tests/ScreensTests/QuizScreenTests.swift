import Cards
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct QuizScreenTests {
  private static let capitals = [
    ("France", "Paris"), ("Spain", "Madrid"), ("Italy", "Rome"), ("Norway", "Oslo"),
    ("Greece", "Athens"), ("Austria", "Vienna"),
  ]

  private func cards() -> [Card] {
    Self.capitals.enumerated().map { line, pair in
      Card(
        id: "card\(line)", page: "geography", section: "Capitals", kind: .cell,
        prompt: "\(pair.0): capital?", answer: pair.1, context: "Geography › Capitals",
        file: "geography.md", line: line + 1, source: "\(pair.0) · \(pair.1)",
        siblingGroup: "row\(line)", pool: "capitals", daily: false)
    }
  }

  private func screen(_ mode: QuizMode, count: Int = 3) -> (QuizScreen, QuizRound) {
    let round = QuizRound(cards: cards(), mode: mode, count: count, seed: 11)
    return (QuizScreen(round: round, scope: "Geography", size: Stage.standard), round)
  }

  /// The key of the right choice, or of a wrong one.
  private func key(_ question: QuizQuestion, right: Bool) -> String {
    guard case .choice(let options, let correct) = question.form else { return "" }
    let index = right ? correct : (correct + 1) % options.count
    return "\(index + 1)"
  }

  @Test func `A question with choices and its verdict look as recorded`() throws {
    var (screen, round) = screen(.choice)
    assertSnapshot(screen.text(), named: "quiz-choice")
    let question = try #require(round.current)
    screen.press(key(question, right: false))
    assertSnapshot(screen.text(), named: "quiz-verdict")
  }

  @Test func `A right choice scores, and is logged when it is left`() throws {
    var (screen, round) = screen(.choice)
    let question = try #require(round.current)
    #expect(screen.press(key(question, right: true)).isEmpty)
    #expect(screen.text().contains("✓ Right"))
    let effects = screen.press("enter")
    guard case .recordQuiz(let outcome) = effects.first else {
      Issue.record("nothing was logged: \(effects)")
      return
    }
    #expect(outcome.isRight && outcome.question == question)
    #expect(screen.text().contains("Question 2 of 3"))
    #expect(screen.text().contains("1 right of 1"))
  }

  @Test func `Arrows and Enter choose as well as numbers`() throws {
    var (screen, round) = screen(.choice)
    let question = try #require(round.current)
    guard case .choice(_, let correct) = question.form else { return }
    for _ in 0..<correct { screen.press("down") }
    screen.press("enter")
    #expect(screen.text().contains("✓ Right"))
  }

  @Test func `A typed answer is text, whatever its letters mean elsewhere`() throws {
    var (screen, round) = screen(.typed)
    #expect(screen.type("q?yx").isEmpty)
    #expect(screen.text().contains("q?yx"))
    screen.press("ctrl-u")
    let question = try #require(round.current)
    screen.type(question.card.answer.lowercased())
    screen.press("enter")
    #expect(screen.text().contains("✓ Right"))
  }

  @Test func `The learner may overrule the verdict on what was typed`() throws {
    var (screen, _) = screen(.typed)
    screen.type("somewhere")
    screen.press("enter")
    assertSnapshot(screen.text(), named: "quiz-typed-verdict")
    screen.press("y")
    #expect(screen.text().contains("✓ Right"))
    guard case .recordQuiz(let outcome) = screen.press("enter").first else {
      Issue.record("nothing was logged")
      return
    }
    #expect(outcome.isRight && outcome.isOverridden)
  }

  @Test func `The end shows the score and the misses with their sources`() throws {
    var (screen, round) = screen(.choice)
    var copy = round
    for number in 0..<3 {
      let question = try #require(copy.current)
      screen.press(key(question, right: number > 0), "enter")
      copy.answerChoice(0)
      copy.advance()
    }
    assertSnapshot(screen.text(), named: "quiz-summary")
    #expect(screen.text().contains("2 of 3 right"))
    #expect(screen.text().contains("Geography › Capitals, line"))
    #expect(screen.press("enter") == [.leave])
    _ = round
  }

  @Test func `Leaving early shows the score first; leaving at once just leaves`() throws {
    var (screen, round) = screen(.choice)
    #expect(screen.press("q") == [.leave])
    let question = try #require(round.current)
    screen.press(key(question, right: true), "enter")
    #expect(screen.press("q").isEmpty)
    #expect(screen.text().contains("1 of 1 right"))
    #expect(screen.press("q") == [.leave])
  }

  @Test func `Nothing to ask about is said`() {
    let round = QuizRound(cards: [], mode: .mixed, count: 5, seed: 1)
    let screen = QuizScreen(round: round, scope: "Nothing", size: Stage.standard)
    #expect(screen.text().contains("There is nothing here to ask about."))
  }

  @Test func `The selected choice is in sight in a small terminal`() throws {
    let size = Size(columns: 30, rows: 8)
    var (screen, round) = screen(.choice)
    screen.resize(to: size)
    guard case .choice(let options, _) = try #require(round.current).form else { return }
    for option in options {
      #expect(screen.text(size).contains(option))
      screen.press("down")
    }
  }
}
