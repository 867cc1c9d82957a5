import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct SharingTests {
  let workshop: Workshop
  let cards = Workshop.cards(10)
  init() throws { workshop = try Workshop() }

  @Test func twoProgramsSeeEachOthersAnswers() throws {
    let first = try workshop.opened(with: cards)
    let second = try workshop.open()
    #expect(try second.hasChangedElsewhere() == false)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: first)
    #expect(try first.hasChangedElsewhere() == false, "its own answer")
    #expect(try second.hasChangedElsewhere())
    #expect(try second.hasChangedElsewhere() == false, "said once")
    #expect(try second.schedules() == first.schedules())
  }

  @Test func aCardThatWasAnsweredElsewhereIsNotAnsweredOverIt() throws {
    let first = try workshop.opened(with: cards)
    let second = try workshop.open()
    let stale = workshop.scheduler.answer(
      StudyCard(card: cards[0]), rating: .again, at: Workshop.morning)
    let answer = try workshop.answer(cards[0], .good, at: Workshop.morning, in: first)
    #expect(throws: CollectionError.answeredElsewhere(id: cards[0].id)) {
      try second.answer(stale, position: "lost?")
    }
    #expect(try second.schedules()[cards[0].id] == answer.after)
    #expect(try second.reviewCount() == 1)
    #expect(try second.positions(of: cards[0].id).isEmpty, "all of it or nothing")
  }

  @Test func aMarkSetElsewhereOutlivesAnAnswerHere() throws {
    let first = try workshop.opened(with: cards)
    let second = try workshop.open()
    let answer = workshop.scheduler.answer(
      StudyCard(card: cards[0]), rating: .good, at: Workshop.morning)
    try second.setMarks(Marks(marked: true), of: cards[0].id)
    try first.answer(answer)
    #expect(try second.schedules()[cards[0].id]?.marked == true)
    try first.undo(since: Workshop.morning)
    #expect(try second.schedules()[cards[0].id] == Schedule(marked: true))
  }

  @Test func answersInTurnAreAllKept() throws {
    let stores = [try workshop.opened(with: cards), try workshop.open(), try workshop.open()]
    for round in 0..<60 {
      let card = cards[(round * 7) % cards.count]
      let time = Workshop.morning.minutes(Double(round * 13))
      try workshop.answer(card, .good, at: time, in: stores[round % 3])
    }
    #expect(try stores[0].reviewCount() == 60)
    try stores[1].close(now: Workshop.morning.days(1))
    #expect(try stores[0].rebuildSchedules(using: workshop.scheduler) == 0)
    #expect(try stores[2].reviewCount() == 60)
  }
}
