import Cards
import Foundation
import Notes
import Screens
import Study
import Support
import Surface
import Testing

/// Overruling, leaving, the time, and the score.
@Suite struct QuizEndTests {
  @Test func `The learner may overrule the verdict on what was typed, and that is logged`() throws {
    var (screen, _) = QuizStage.quiz(.typed)
    screen.type("somewhere")
    guard case .recordQuiz(let wrong, _)? = screen.press("enter").first else {
      Issue.record("nothing was logged")
      return
    }
    #expect(!wrong.isRight)
    guard case .amendQuiz(let right, let progress)? = screen.press("y").first else {
      Issue.record("not amended")
      return
    }
    #expect(right.isRight && right.isOverridden && progress.answers.last?.isOverridden == true)
    #expect(screen.press("y").isEmpty, "once")
    #expect(screen.text().contains("✓ Right"))
    screen.press("x")
    #expect(screen.text().contains("✗ Not right"))
  }

  /// A quiz of three choices with the first two wrong, at its end.
  private func ended() -> (screen: QuizScreen, misses: [QuizQuestion]) {
    var (screen, round) = QuizStage.quiz(.choice)
    var misses: [QuizQuestion] = []
    for (number, question) in round.questions.enumerated() {
      if number < 2, case .choice(let options, let correct) = question.form {
        screen.press("\((correct + 1) % options.count + 1)", "enter")
        misses.append(question)
      } else {
        QuizStage.answerRight(&screen, question)
      }
      screen.press("enter")
    }
    _ = screen.handle(
      .quiz(
        .report(
          QuizReport(seconds: 95, previous: QuizReport.Previous(share: 0.2, date: "2026-11-20")))),
      keymap: .standard)
    return (screen, misses)
  }

  @Test func `The end shows score, time, change and the misses with their sources`() throws {
    var (screen, misses) = ended()
    assertSnapshot(screen.text(), named: "quiz-score")
    assertSnapshot(screen.text(QuizStage.small), named: "quiz-score-small")
    #expect(screen.text().contains("1 of 3  33%  in 2 min"))
    #expect(screen.text().contains("13 points more than last time (20% on 2026-11-20)."))
    screen.press("down")
    let place = misses[1].place
    #expect(screen.press("enter") == [.openLine(page: place.page, line: place.line)])
    #expect(screen.press("e") == [.edit(file: place.file, line: place.line)])
    #expect(screen.press("q") == [.leave])
  }

  @Test func `Misses go to today's review, one or all, once`() throws {
    var (screen, misses) = ended()
    #expect(screen.press("r") == [.sendToReview([misses[0].subject])])
    _ = screen.handle(.quiz(.sentToReview([misses[0].subject])), keymap: .standard)
    #expect(screen.text().contains("in today's review"))
    #expect(screen.press("r") == [.say("That is in today's review already.")])
    #expect(screen.press("a") == [.sendToReview([misses[1].subject])])
  }

  @Test func `Leaving keeps the quiz, and at its end just leaves`() throws {
    var (screen, round) = QuizStage.quiz(.choice)
    #expect(screen.press("esc") == [.leaveQuiz])
    #expect(screen.canBeResumed, "before its first answer, too")
    QuizStage.answerRight(&screen, try #require(round.current))
    #expect(screen.canBeResumed)
    #expect(screen.press("q") == [.leaveQuiz])
    var (typing, _) = QuizStage.quiz(.typed)
    #expect(typing.press("esc") == [.leaveQuiz])
  }

  // MARK: Time

  @Test func `A limit counts down and ends the quiz, but never a verdict`() throws {
    var (screen, round) = QuizStage.quiz(.choice, minutes: 2)
    #expect(screen.isTimed && screen.text().contains("2:00 left"))
    func tick(_ seconds: Int) -> [Effect] {
      screen.handle(.quiz(.clock(seconds: seconds)), keymap: .standard)
    }
    #expect(tick(61).isEmpty)
    #expect(screen.text().contains("0:59 left"))
    QuizStage.answerRight(&screen, try #require(round.current))
    #expect(tick(125).isEmpty, "the verdict may be read")
    #expect(screen.text().contains("✓ Right"))
    guard case .endQuiz(let summary)? = screen.press("enter").first else {
      Issue.record("the time is up")
      return
    }
    #expect(summary.answered == 1 && summary.questions == 3)
    #expect(screen.text().contains("The time is up. 2 of 3 were not reached."))
    #expect(!screen.isTimed)
    #expect(!QuizStage.quiz(.choice).screen.isTimed)
  }

  @Test func `Time that runs out while an answer is given ends the quiz`() {
    var (screen, _) = QuizStage.quiz(.typed, minutes: 1)
    screen.type("half an ans")
    guard
      case .endQuiz(let summary)? = screen.handle(
        .quiz(.clock(seconds: 60)), keymap: .standard
      ).first
    else {
      Issue.record("the time is up")
      return
    }
    #expect(summary.answered == 0)
    #expect(screen.text().contains("The time was up before an answer was given."))
  }
}
