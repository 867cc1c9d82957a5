import Cards
import Collection
import FSRS
import Foundation
import Study
import Testing

/// A card that looked new turns out to be a known one.
@Suite struct AdoptionTests {
  let workshop: Workshop
  private let known = Workshop.cards(1)[0]
  private let found: Card
  init() throws {
    workshop = try Workshop()
    var card = Workshop.cards(1)[0]
    card.id = "00000000000000ab"
    card.page = "garden/shrubs"
    card.file = "garden/shrubs.md"
    card.line = 3
    card.prompt = "What is said of fact 0?"
    found = card
  }

  /// The known card was answered and its text is gone; the new one stands in the notes.
  private func store(before: Int = 1) throws -> Store {
    let store = try workshop.opened(with: [known])
    for day in 0..<before {
      try workshop.answer(known, .good, at: Workshop.morning.days(Double(day * 4)), in: store)
    }
    try store.store(
      Reading(cards: [found]), using: workshop.scheduler, at: Workshop.morning.days(10))
    return store
  }

  private func adoption(answerChanged: Bool = false) -> Adoption {
    Adoption(
      card: found.id, history: known.id, answerChanged: answerChanged, before: CardText(known),
      after: CardText(found))
  }

  private func adopt(
    _ store: Store, answerChanged: Bool = false, at now: Instant = Workshop.morning.days(11)
  ) throws -> [Card.ID] {
    try store.adopt(
      [adoption(answerChanged: answerChanged)], using: workshop.scheduler, at: now)
  }

  @Test func theKnownCardGoesOnWithTheNewText() throws {
    let store = try store(before: 3)
    let before = try store.schedules()[known.id]
    #expect(try adopt(store) == [known.id])
    let cards = try store.studyCards()
    var expected = found
    expected.id = known.id
    #expect(cards.map(\.card) == [expected])
    #expect(cards.first?.schedule == before)
    #expect(try store.history(of: known.id).count == 3)
    #expect(try store.card(found.id) == nil)
    // The next reading finds everything as it is.
    var read = found
    read.id = ""
    let matching = Identity.match(known: try store.knownCards(), read: [read])
    #expect(matching.cards.map(\.change) == [.same])
    #expect(matching.cards.map(\.card.id) == [known.id])
    #expect(matching.resting.isEmpty)
  }

  @Test func whatWasAnsweredMeanwhileCountsToo() throws {
    let store = try store(before: 2)
    let own = try store.history(of: known.id)
    try workshop.answer(found, .again, at: Workshop.morning.days(10.5), in: store)
    try workshop.answer(found, .good, at: Workshop.morning.days(12), in: store)
    #expect(try adopt(store, at: Workshop.morning.days(13)) == [known.id])
    let history = try store.history(of: known.id)
    #expect(history.count == 4)
    #expect(Array(history.prefix(2)) == own)
    let schedule = try #require(try store.schedules()[known.id])
    #expect(schedule.reviews == 4)
    #expect(schedule.lastReview == Workshop.morning.days(12))
    // The memory is that of all four answers, as for a card that had them all.
    #expect(try store.rebuildSchedules(using: workshop.scheduler) == 0)
    var memory: MemoryState?
    var last: Instant?
    for record in history {
      let calendar = workshop.scheduler.calendar
      let days = last.map { calendar.day(of: record.time).days(since: calendar.day(of: $0)) } ?? 0
      memory = workshop.scheduler.model.next(
        memory, rating: record.rating, elapsedDays: Double(days))
      last = record.time
    }
    #expect(schedule.memory == memory)

    // It goes on being answered, taken back and answered.
    var card = found
    card.id = known.id
    let later = Workshop.morning.days(30)
    try workshop.answer(card, .good, at: later, in: store)
    #expect(try store.history(of: known.id).count == 5)
    #expect(try store.undo(since: later)?.cardID == known.id)
    #expect(try store.schedules()[known.id] == schedule)
    try workshop.answer(card, .easy, at: later.minutes(1), in: store)
    #expect(try store.history(of: known.id).map(\.rating) == [.good, .good, .again, .good, .easy])
    #expect(try store.rebuildSchedules(using: workshop.scheduler) == 0)
  }

  @Test func statisticsCountAllItsAnswersForItsPage() throws {
    let store = try store(before: 2)
    for day in [10.5, 11] {
      try workshop.answer(found, .easy, at: Workshop.morning.days(day), in: store)
    }
    let now = Workshop.morning.days(13)
    func figures() throws -> PeriodFigures {
      try store.statistics(.page(found.page), scheduler: workshop.scheduler, at: now)[.all]
    }
    #expect(try figures().answers == 2)
    #expect(try adopt(store, at: now) == [known.id])
    #expect(try figures().answers == 4)
    let ofVault = try store.statistics(.vault, scheduler: workshop.scheduler, at: now)[.all]
    #expect(ofVault.retentionByKind[found.kind] == ofVault.retention)
    #expect(ofVault.retentionByPage[found.page] == ofVault.retention)
    #expect(ofVault.retention.all.total > 0)
  }

  @Test func anAnswerUnderTheOldIDIsNotTakenBack() throws {
    let store = try store()
    try workshop.answer(found, .good, at: Workshop.morning.days(10.5), in: store)
    try adoptAll(store)
    #expect(try store.undo(since: Workshop.morning.days(10)) == nil)
    #expect(try store.history(of: known.id).count == 2)
  }

  private func adoptAll(_ store: Store) throws { #expect(try adopt(store) == [known.id]) }

  @Test func anotherAnswerBringsItBack() throws {
    let store = try store()
    let now = Workshop.morning.days(11)
    #expect(try adopt(store, answerChanged: true, at: now) == [known.id])
    let schedule = try #require(try store.schedules()[known.id])
    #expect(schedule.due <= now)
    #expect(try store.history(of: known.id).count == 1)
  }

  @Test func positionsQuizzesAndMarksComeAlong() throws {
    let store = try store()
    try store.addPosition(
      Position(cardID: known.id, time: Workshop.morning, text: "At first I thought so."))
    try store.addPosition(
      Position(cardID: found.id, time: Workshop.morning.days(10), text: "Now I do not."))
    try store.recordQuiz(
      QuizRecord(
        cardID: found.id, time: Workshop.morning.days(10), scope: "", form: .typed, isRight: true))
    try store.setMarks(Marks(marked: true), of: found.id)
    try adoptAll(store)
    #expect(
      try store.positions(of: known.id).map(\.text) == ["At first I thought so.", "Now I do not."])
    #expect(try store.quizScores(scope: nil)[known.id]?.asked == 1)
    #expect(try store.schedules()[known.id]?.marked == true)
  }

  @Test func whatWasOvertakenIsPassedOver() throws {
    let store = try store()
    // The old text is back, so that both stand in the notes.
    try store.store(
      Reading(cards: [known, found]), using: workshop.scheduler, at: Workshop.morning.days(10))
    let before = try store.studyCards()
    #expect(try adopt(store).isEmpty)
    #expect(try store.studyCards() == before)
    // Now neither does.
    try store.store(Reading(cards: []), using: workshop.scheduler, at: Workshop.morning.days(11))
    #expect(try adopt(store).isEmpty)
    #expect(try store.storedCards().count == 2)
  }

  @Test func aDamagedCollectionKeepsIt() throws {
    let store = try store(before: 2)
    try workshop.answer(found, .good, at: Workshop.morning.days(10.5), in: store)
    try adoptAll(store)
    let before = try store.schedules()[known.id]
    try store.close(now: Workshop.morning.days(12))
    // No backup: the damaged file is all there is.
    for name in try workshop.names(in: workshop.folder) where name.contains("backup") {
      try FileManager.default.removeItem(atPath: workshop.folder + "/" + name)
    }
    var bytes = try workshop.bytes(of: workshop.file)
    bytes.replaceSubrange(24..<28, with: [0xff, 0xff, 0xff, 0xff])
    bytes.replaceSubrange(36..<40, with: [0, 0, 0xff, 0xff])
    try workshop.write(bytes, to: workshop.file)
    let again = try workshop.open(now: Workshop.morning.days(13))
    #expect(try again.history(of: known.id).count == 3)
    #expect(try again.schedules()[known.id]?.reviews == before?.reviews)
    #expect(try again.schedules()[known.id]?.due == before?.due)
  }
}
