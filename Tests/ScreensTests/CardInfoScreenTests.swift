import Cards
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct CardInfoScreenTests {
  private func screen(_ infos: CardInfo..., size: Size = Stage.standard) throws -> CardInfoScreen {
    try #require(CardInfoScreen(infos: infos, size: size))
  }

  @Test func aCardInReview() throws {
    assertSnapshot(try screen(Insight.info()).text(), named: "card-info")
    assertSnapshot(
      try screen(Insight.info()).text(look: Look(glyphs: .ascii)), named: "card-info-ascii")
    let large = Size(columns: 200, rows: 60)
    assertSnapshot(try screen(Insight.info(), size: large).text(large), named: "card-info-200x60")
    let small = Size(columns: 40, rows: 12)
    assertSnapshot(try screen(Insight.info(), size: small).text(small), named: "card-info-40x12")
  }

  @Test func cardsOfEveryState() throws {
    let tall = Size(columns: 80, rows: 80)
    func text(_ info: CardInfo) throws -> String { try screen(info, size: tall).text(tall) }
    let new = try text(Insight.info(ratings: []))
    #expect(new.contains("new, not yet asked") && new.contains("No answer yet."))
    #expect(!new.contains("Forgetting curve") && new.contains("If you answered now"))
    let quizOnly = try text(Insight.info(ratings: []) { $0.card.daily = false })
    #expect(quizOnly.contains("for quizzes only, never reviewed"))
    let learning = try text(Insight.info(ratings: [.good]))
    #expect(learning.contains("in learning") && learning.contains("Forgetting curve"))
    // A step of minutes ends where the curve has not yet come down.
    #expect(learning.contains("once learnt") && learning.contains("step is over."))
    let learnt = try text(Insight.info())
    #expect(!learnt.contains("once learnt") && !learnt.contains("step is over"))
    let suspended = try text(
      Insight.info { card in
        card.schedule.suspended = true
        card.schedule.marked = true
      })
    #expect(suspended.contains("suspended, marked") && !suspended.contains("due on"))
    let resting = try text(Insight.info(restingSince: StudyDay(number: 20_000)))
    #expect(resting.contains("resting since 2024-10-04: its text is gone from the notes"))
    let answered = try text(
      Insight.info(
        .question, change: { $0.schedule.suspended = true },
        resolvedOn: StudyDay(number: 20_000)))
    #expect(answered.contains("answered on 2024-10-04") && !answered.contains("suspended"))
    let leech = try text(Insight.info { $0.schedule.lapses = 9 })
    #expect(leech.contains("! Leech") && leech.contains("forgotten 9 times"))
    let overdue = try text(
      Insight.info { $0.schedule.due = Insight.now.adding(seconds: -3 * 86_400) })
    #expect(overdue.contains("due since 2026-11-21, 3 days"))
  }

  @Test func anOpenQuestionHasPositionsAndNoCurve() throws {
    let info = Insight.info(.question, ratings: [.good, .hard])
    let positions = [info.card.id: [DatedPosition(date: "2026-11-01", text: "Perhaps.")]]
    let screen = try #require(
      CardInfoScreen(infos: [info], positions: positions, size: Stage.standard))
    let text = screen.text(Size(columns: 80, rows: 50))
    #expect(text.contains("open question") && text.contains("2026-11-01  Perhaps."))
    #expect(!text.contains("Forgetting curve") && !text.contains("stability"))
  }

  @Test func theAnswerIsNotGivenAway() throws {
    let info = Insight.info()
    let tall = Size(columns: 120, rows: 90)
    #expect(!(try screen(info, size: tall).text(tall).contains(info.card.card.answer)))
  }

  @Test func theCardsOfAnItemFollowEachOther() throws {
    var other = Insight.info(ratings: [])
    other = CardInfo(
      card: StudyCard(card: Insight.card(6)), answers: [], restingSince: nil,
      scheduler: Insight.scheduler, now: Insight.now)
    var screen = try screen(Insight.info(), other)
    #expect(screen.text().contains("1 of 2"))
    screen.press("tab")
    #expect(screen.text().contains("2 of 2") && screen.text().contains("fact 6"))
    #expect(screen.press("e") == [.edit(file: "garden/roses.md", line: 16)])
    screen.press("n")
    #expect(screen.text().contains("1 of 2"))
    #expect(screen.press("i") == [.leave])
    #expect(CardInfoScreen(infos: [], size: Stage.standard) == nil)
  }

  @Test func theReviewLeadsHere() {
    var review = ReviewScreen(scope: "Notes", size: Stage.standard)
    let card = Stage.card(prompt: "Limit?", answer: "10")
    _ = review.handle(Stage.turn(card), keymap: .standard)
    #expect(review.press("i") == [.showCardInfo(.card(card.id))])
  }

  @Test(arguments: [30, 34, 40, 50, 64, 80])
  func `Tables leave out columns rather than cut them`(columns: Int) throws {
    let size = Size(columns: columns, rows: 80)
    for kind in [CardKind.cloze, .question] {
      let lines = try screen(Insight.info(kind), size: size).text(size).split(separator: "\n")
      let start = try #require(lines.firstIndex { $0.contains("If you answered now") })
      let tables = lines[start...].dropLast()
      #expect(
        tables.contains { $0.contains("comes back") } && tables.contains { $0.contains("date") })
      #expect(tables.allSatisfy { !$0.contains("…") }, "\(tables.joined(separator: "\n"))")
    }
  }
}
