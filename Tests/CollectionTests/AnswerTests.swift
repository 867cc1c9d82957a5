import Cards
import FSRS
import Study
import Testing

@testable import Collection

@Suite struct AnswerTests {
  let workshop: Workshop
  let cards = Workshop.cards(5)
  init() throws { workshop = try Workshop() }

  @Test func anAnswerIsStillThereAfterClosingAndOpening() throws {
    let store = try workshop.opened(with: cards)
    let answer = try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    try store.close(now: Workshop.morning)

    let again = try workshop.open()
    #expect(again.opening == .existing)
    #expect(try again.schedules()[cards[0].id] == answer.after)
    let history = try again.history(of: cards[0].id)
    #expect(history.map(\.rating) == [.good])
    #expect(history.first?.duration == 1234)
    #expect(history.first?.memory == answer.after.memory)
  }

  @Test func anAnswerIsOnDiskWhenTheCallReturns() throws {
    let store = try workshop.opened(with: cards)
    for (index, card) in cards.enumerated() {
      let answer = try workshop.answer(
        card, .good, at: Workshop.morning.minutes(Double(index)), in: store)
      let copy = try workshop.open(workshop.copyOfFiles(as: "after-\(index)"))
      #expect(try copy.schedules()[card.id] == answer.after)
      #expect(try copy.reviewCount() == index + 1)
    }
  }

  @Test func everyAnswerOfACardIsInItsHistoryInOrder() throws {
    let store = try workshop.opened(with: cards)
    var time = Workshop.morning
    let ratings: [Rating] = [.again, .good, .good, .hard, .again, .good, .easy]
    for rating in ratings {
      try workshop.answer(cards[2], rating, at: time, in: store)
      try workshop.answer(cards[3], .good, at: time, in: store)
      time = time.days(3)
    }
    #expect(try store.history(of: cards[2].id).map(\.rating) == ratings)
    #expect(try store.history(of: cards[4].id).isEmpty)
  }

  @Test func anUnknownCardIsRefused() throws {
    let store = try workshop.opened(with: cards)
    let stranger = Workshop.cards(9)[8]
    #expect(throws: CollectionError.unknownCard(id: stranger.id)) {
      try workshop.answer(stranger, .good, at: Workshop.morning, in: store)
    }
    #expect(try store.reviewCount() == 0)
  }

  @Test func aQuizAnswerIsNoReview() throws {
    let store = try workshop.opened(with: cards)
    let answer = Answer(
      cardID: cards[0].id, time: Workshop.morning, rating: .good, kind: .quiz, elapsedDays: 0,
      duration: 0, before: Schedule(), after: Schedule(state: .review))
    #expect(throws: CollectionError.notAReview(id: cards[0].id)) { try store.answer(answer) }
  }

  @Test func marksStayUntilTheyAreChanged() throws {
    let store = try workshop.opened(with: cards)
    let today = StudyDay(number: 20_781)
    try store.setMarks(
      Marks(suspended: true, buriedOn: today, marked: true), of: cards[1].id)
    let schedule = try #require(try store.schedules()[cards[1].id])
    #expect(Marks(schedule) == Marks(suspended: true, buriedOn: today, marked: true))
    #expect(throws: CollectionError.unknownCard(id: "nobody")) {
      try store.setMarks([cards[2].id: Marks(marked: true), "nobody": Marks()])
    }
    #expect(try store.schedules()[cards[2].id]?.marked == false, "all of them or none")
  }

  @Test func positionsAreKeptInOrderAndNotTwiceInARow() throws {
    let store = try workshop.opened(with: cards)
    let start = Workshop.morning
    try workshop.answer(cards[0], .good, at: start, in: store, position: "Yes, because…")
    try workshop.answer(cards[0], .good, at: start.days(1), in: store, position: "Yes, because…")
    try workshop.answer(cards[0], .good, at: start.days(20), in: store, position: "No longer.")
    try store.addPosition(
      Position(cardID: cards[0].id, time: start.days(21), text: "Yes, because…"))
    let texts = try store.positions(of: cards[0].id).map(\.text)
    #expect(texts == ["Yes, because…", "No longer.", "Yes, because…"])
    #expect(try store.positions(of: cards[1].id).isEmpty)
  }

  @Test func textsOfEveryKindComeBackAsTheyWere() throws {
    let texts = ["", "🙂 naïve – ß", "line\nline", "a\u{0}b", "'; DROP TABLE review; --"]
    var card = cards[0]
    let store = try workshop.open()
    for (index, text) in texts.enumerated() {
      card.prompt = text
      card.answer = text
      card.blockID = text
      try store.store(
        Reading(cards: [card]), using: workshop.scheduler, at: Workshop.morning)
      #expect(try store.storedCards().map(\.card) == [card], "text \(index)")
    }
  }

  @Test(arguments: [
    "UPDATE review SET rating = 4", "DELETE FROM review", "DELETE FROM review WHERE id = 1",
  ])
  func theLogCanOnlyBeAddedTo(attempt: String) throws {
    let store = try workshop.opened(with: cards)
    for card in cards { try workshop.answer(card, .good, at: Workshop.morning, in: store) }
    #expect(throws: CollectionError.self) { try store.write { db in try db.run(attempt) } }
    var ratings: [Rating] = []
    try store.eachReview { ratings.append($0.rating) }
    #expect(ratings == cards.map { _ in .good })
  }
}
