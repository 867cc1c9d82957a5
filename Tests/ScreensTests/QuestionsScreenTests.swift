import Screens
import Study
import Support
import Surface
import Testing

@Suite struct QuestionsScreenTests {
  private func screen(_ size: Size = Stage.standard) -> QuestionsScreen {
    QuestionsScreen(questions: Insight.questions(), scopeName: "Interpretability", size: size)
  }

  @Test func questionsWithPositionsOverTime() {
    assertSnapshot(screen().text(), named: "questions")
    let small = Size(columns: 40, rows: 12)
    assertSnapshot(screen(small).text(small), named: "questions-40x12")
    let large = Size(columns: 160, rows: 40)
    assertSnapshot(screen(large).text(large), named: "questions-160x40")
    #expect(screen().text(look: Look(glyphs: .ascii)).contains("[-Probably not:-] {+Perhaps:+}"))
  }

  @Test func aPositionIsWrittenHere() {
    var screen = screen()
    screen.press("p")
    screen.type("Not yet")
    // Letters are text here, and what was typed stays when the field is left.
    screen.press("esc", "p")
    screen.type(", qu?")
    #expect(screen.press("enter") == [.keepPosition("question0", "Not yet, qu?")])
    screen.press("p")
    #expect(screen.press("enter").isEmpty)
  }

  @Test func anAnswerIsProposedAndNeverWrittenUnasked() {
    var screen = screen()
    #expect(screen.press("a") == [.proposeFact("question0")])
    screen.propose("- Activations: tell much", canWrite: true)
    screen.type("!")
    #expect(screen.text().contains("- Activations: tell much!"))
    #expect(screen.press("enter").isEmpty)
    var mine = screen
    #expect(
      mine.press("enter")
        == [.resolve("question0", fact: "- Activations: tell much!", writes: .leftToUser)])
    // To have it written takes two keys more.
    #expect(screen.press("w").isEmpty)
    assertSnapshot(screen.text(), named: "questions-confirm")
    var refused = screen
    #expect(
      refused.press("n").isEmpty && refused.press("esc").isEmpty && refused.press("esc").isEmpty)
    #expect(refused.text() == self.screen().text())
    #expect(
      screen.press("y")
        == [.resolve("question0", fact: "- Activations: tell much!", writes: .underKeyFacts)])
  }

  /// What has no room runs on in the last line, a word apart from it.
  @Test func aLongQuestionIsCutBehindWholeWords() {
    var questions = Insight.questions()
    questions[0].card.card.prompt = Array(repeating: "wholesale", count: 30).joined(separator: " ")
    let small = Size(columns: 40, rows: 12)
    var screen = QuestionsScreen(questions: questions, scopeName: "Notes", size: small)
    screen.press("p")
    let text = screen.text(small)
    #expect(text.contains("wholesale who") && !text.contains("wholesalew"))
  }

  @Test func aPageWithoutKeyFactsIsNotWrittenInto() {
    var screen = screen()
    screen.propose("- Something", canWrite: false)
    screen.press("enter")
    for case .resolve in screen.press("w") { Issue.record("written without a place for it") }
    for case .resolve(_, _, .underKeyFacts) in screen.press("y") { Issue.record("written") }
  }

  @Test func anAnsweredQuestionCanBeAskedAgain() {
    var questions = Insight.questions()
    questions[1].resolvedOn = StudyDay(number: 20_000)
    questions[1].fact = "- Features: millions"
    var screen = screen()
    screen.press("down")
    #expect(screen.press("u") == [.say("This question is open.")])
    screen.show(questions)
    #expect(screen.text().contains("Answered on 2024-10-04. Features: millions"))
    #expect(screen.press("u") == [.reopen("question1")])
    for case .proposeFact in screen.press("a") { Issue.record("proposed again") }
  }

  @Test func keysLeadOn() {
    var screen = screen()
    #expect(screen.press("enter") == [.openPage("safety/interpretability")])
    #expect(screen.press("e") == [.edit(file: "safety/interpretability.md", line: 15)])
    #expect(screen.press("i") == [.showCardInfo(.card("question0"))])
    #expect(screen.press("q") == [.leave])
  }

  @Test func aVaultWithoutQuestionsSaysSo() {
    var screen = QuestionsScreen(questions: [], scopeName: "Notes", size: Stage.standard)
    #expect(screen.text().contains("No Open Questions here."))
    #expect(screen.press("a", "p", "down", "u", "enter").isEmpty)
    #expect(screen.press("q") == [.leave])
  }
}
