import Cards
import Foundation
import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct QuizSetupScreenTests {
  private func screen(
    page: Page? = QuizStage.page, habits: QuizHabits = QuizHabits(), left: LeftQuiz? = nil,
    request: QuizRequest? = nil
  ) -> QuizSetupScreen {
    QuizSetupScreen(
      page: page, vaultName: "Notes", habits: habits, seed: 7, left: left, request: request,
      size: Stage.standard)
  }

  @Test func `A choice that is too long for its line keeps both arrows`() {
    var screen = screen(habits: QuizHabits(kind: .several))
    screen.resize(to: QuizStage.small)
    for glyphs in [Glyphs.unicode, .ascii] {
      let line =
        screen.text(QuizStage.small, look: Look(glyphs: glyphs))
        .split(separator: "\n").first { $0.contains("How") } ?? ""
      #expect(line.contains(glyphs.backArrow) && line.hasSuffix(glyphs.arrow), "\(line)")
    }
  }

  @Test func `Enter starts at once with what was chosen last`() {
    var first = screen()
    assertSnapshot(first.text(), named: "quiz-setup")
    assertSnapshot(first.text(QuizStage.small), named: "quiz-setup-small")
    #expect(
      first.press("enter") == [
        .startQuiz(QuizRequest(scope: QuizScope(.page("geography")), seed: 7), QuizHabits())
      ])
    let habits = QuizHabits(
      kind: .match, about: .vault, weakest: true, count: 20, minutes: 5)
    var second = screen(habits: habits)
    #expect(
      second.press("enter") == [
        .startQuiz(
          QuizRequest(
            scope: QuizScope(.vault, weakest: true), kind: .match, count: 20, minutes: 5, seed: 7),
          habits)
      ])
  }

  @Test func `Rows are changed with the arrows`() {
    var screen = screen()
    screen.press("right", "down", "right", "down", "right")
    guard case .startQuiz(let request, let habits?)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.kind == .choice)
    #expect(request.scope.place == .section(page: "geography", title: "Landforms"))
    #expect(habits.about == .section && habits.kind == .choice)
  }

  @Test func `Only sections that can be asked are offered, with how many questions they give`() {
    var screen = screen()
    guard case .countQuiz(let counted)? = screen.press("right").first else {
      Issue.record("not counted")
      return
    }
    #expect(counted.scope == QuizScope(.page("geography")) && counted.kind == .choice)
    let offer = QuizOffer(
      request: counted, count: 12,
      sections: [.init(title: "Capitals", count: 5), .init(title: "Key Facts", count: 7)])
    _ = screen.handle(.quiz(.offer(offer)), keymap: Keymap.standard)
    #expect(screen.text().contains("Geography (12)"))
    screen.press("down", "right", "down")
    #expect(screen.text().contains("Capitals (5)"))
    screen.press("right")
    #expect(screen.text().contains("Key Facts (7)"))
    screen.press("right")
    #expect(screen.text().contains("Capitals (5)"), "nothing else is offered")
    // Nothing can be put in order: the page and its sections are no choices, and a late answer about
    // another kind changes nothing.
    guard case .countQuiz(let other)? = screen.press("up", "up", "right").first else {
      Issue.record("not counted")
      return
    }
    #expect(other.kind == .several)
    let none = QuizOffer(request: other, count: 0, sections: [])
    _ = screen.handle(.quiz(.offer(none)), keymap: Keymap.standard)
    _ = screen.handle(.quiz(.offer(offer)), keymap: Keymap.standard)
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.scope.place == .around("geography"))
  }

  /// With another number of questions or only the weakest it is another quiz; the one counted is the one started.
  @Test func `What is counted is what is started`() {
    var screen = screen()
    var counted: [QuizRequest] = []
    for keys in [["right"], ["down", "down", "right"], ["down", "right"]] {
      for key in keys {
        if case .countQuiz(let request)? = screen.press(key).first { counted.append(request) }
      }
    }
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(counted.count == 3 && counted.last == request)
    #expect(
      counted.map(\.count) == [10, 10, 15] && counted.map(\.scope.weakest) == [false, true, true])
  }

  @Test func `Words are typed, and wanted before it starts`() {
    var screen = screen(page: nil, habits: QuizHabits(about: .words))
    screen.press("down", "down")
    guard case .say? = screen.press("enter").first else {
      Issue.record("started without words")
      return
    }
    screen.type("quiet sea")
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.scope.place == .search("quiet sea"))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `A quiz that was left is asked about first`() {
    let left = LeftQuiz(scope: "Geography", answered: 4, questions: 10, date: "2026-11-24")
    var first = screen(left: left)
    assertSnapshot(first.text(), named: "quiz-left")
    #expect(first.press("enter") == [.resumeQuiz])
    #expect(first.press("n").isEmpty)
    guard case .startQuiz? = first.press("enter").first else {
      Issue.record("not started")
      return
    }
    let request = QuizRequest(kind: .order, seed: 3)
    var second = screen(left: left, request: request)
    #expect(second.press("n") == [.startQuiz(request, nil)])
    #expect(second.press("q") == [.leave])
  }
}
