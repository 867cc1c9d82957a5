import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct UndoTests {
  let workshop: Workshop
  let cards = Workshop.cards(4)
  let start = Workshop.morning.days(-1)
  init() throws { workshop = try Workshop() }

  @Test(arguments: Rating.allCases)
  func undoGivesBackExactlyWhatWas(rating: Rating) throws {
    let store = try workshop.opened(with: cards)
    try store.setMarks(Marks(buriedOn: StudyDay(number: 3), marked: true), of: cards[0].id)
    var time = Workshop.morning
    for earlier in [Rating.good, .good, .again, .good, .easy] {
      let before = try store.schedules()
      let history = try store.history(of: cards[0].id)
      let answer = try workshop.answer(cards[0], rating, at: time, in: store)
      #expect(try store.undo(since: start) == answer)
      #expect(try store.schedules() == before)
      #expect(try store.history(of: cards[0].id) == history)
      try workshop.answer(cards[0], earlier, at: time, in: store)
      time = time.days(2)
    }
  }

  @Test func everythingOfASessionCanBeTakenBackOneByOne() throws {
    let store = try workshop.opened(with: cards)
    var states = [try store.schedules()]
    var answers: [Answer] = []
    for (index, card) in (cards + cards).enumerated() {
      let time = Workshop.morning.minutes(Double(index))
      answers.append(try workshop.answer(card, .good, at: time, in: store))
      states.append(try store.schedules())
    }
    while let answer = answers.popLast() {
      #expect(try store.schedules() == states.popLast())
      #expect(try store.undo(since: start) == answer)
    }
    #expect(try store.schedules() == states.popLast())
    #expect(try store.undo(since: start) == nil)
    #expect(try store.reviewCount() == 0)
  }

  @Test func undoneNewCardsAreNewAgain() throws {
    let store = try workshop.opened(with: cards)
    let day = { try store.outlines(onDayOf: Workshop.morning, scheduler: workshop.scheduler) }
    let before = try day()
    try workshop.answer(cards[0], .easy, at: Workshop.morning, in: store)
    try store.undo(since: start)
    #expect(try day() == before)
    #expect(try store.dayCounts(since: start) == DayCounts())
  }

  @Test func theLastAnswerCanBeTakenBackAfterTheProgramWasKilled() throws {
    let store = try workshop.opened(with: cards)
    let before = try store.schedules()
    let answer = try workshop.answer(cards[1], .hard, at: Workshop.morning, in: store)
    let copy = try workshop.open(workshop.copyOfFiles(as: "killed"))
    #expect(try copy.canUndo(since: start))
    #expect(try copy.undo(since: start) == answer)
    #expect(try !copy.canUndo(since: start))
    #expect(try copy.schedules() == before)
    #expect(try copy.undo(since: start) == nil)
  }

  @Test func yesterdaysAnswersStay() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[1], .hard, at: Workshop.morning, in: store)
    #expect(try !store.canUndo(since: Workshop.morning.days(1)) && store.canUndo(since: start))
    #expect(try store.undo(since: Workshop.morning.days(1)) == nil)
    #expect(try store.reviewCount() == 1)
  }

  @Test func marksAndPositionsThatCameLaterStay() throws {
    let store = try workshop.opened(with: cards)
    let answer = try workshop.answer(
      cards[0], .good, at: Workshop.morning, in: store, position: "My words")
    try store.setMarks(Marks(suspended: true, marked: true), of: cards[0].id)
    try store.undo(since: start)
    var expected = answer.before
    expected.suspended = true
    expected.marked = true
    #expect(try store.schedules()[cards[0].id] == expected)
    #expect(try store.positions(of: cards[0].id).map(\.text) == ["My words"])
  }

  @Test func anotherWindowsAnswerIsNotTakenBack() throws {
    let mine = try workshop.opened(with: cards)
    let theirs = try workshop.open()
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: mine)
    #expect(try !theirs.canUndo(since: start) && mine.canUndo(since: start))
    #expect(try theirs.undo(since: start) == nil, "nothing of theirs")
    try workshop.answer(cards[1], .good, at: Workshop.morning, in: theirs)
    #expect(throws: CollectionError.notOursToUndo) { try mine.undo(since: start) }
    #expect(try theirs.undo(since: start)?.cardID == cards[1].id)
    #expect(try mine.undo(since: start)?.cardID == cards[0].id)
  }
}
