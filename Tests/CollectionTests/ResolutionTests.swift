import Cards
import Collection
import Study
import Testing

@Suite struct ResolutionTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private static let found = Resolution(
    time: Workshop.morning.days(3), fact: "- Roses: need sun")

  private func question() -> Card {
    var card = Workshop.cards(1)[0]
    card.kind = .question
    return card
  }

  @Test func aResolvedQuestionLeavesTheDeckAndComesBack() throws {
    let card = question()
    let store = try workshop.opened(with: [card])
    try workshop.answer(card, .good, at: Workshop.morning, in: store, position: "Perhaps.")
    let before = try store.schedules()
    let later = Workshop.morning.days(20)
    #expect(try store.outlines(onDayOf: later, scheduler: workshop.scheduler).count == 1)

    try store.resolve(card.id, Self.found)
    #expect(try store.outlines(onDayOf: later, scheduler: workshop.scheduler).isEmpty)
    #expect(try store.resolutions() == [card.id: Self.found])
    #expect(try store.positions(of: card.id).map(\.text) == ["Perhaps."])
    // Another line for the same question does not forget how it stood before.
    try store.resolve(card.id, Resolution(time: Self.found.time, fact: "- Roses: need care"))

    #expect(try store.reopen(card.id))
    #expect(try store.schedules() == before)
    #expect(try store.resolutions().isEmpty)
    #expect(try !store.reopen(card.id))
  }

  @Test func aQuestionThatWasSuspendedStaysSo() throws {
    let card = question()
    let store = try workshop.opened(with: [card])
    try store.setMarks(Marks(suspended: true), of: card.id)
    try store.resolve(card.id, Self.found)
    try store.reopen(card.id)
    #expect(try store.schedules()[card.id]?.suspended == true)
  }

  @Test func onlyKnownCardsAreResolved() throws {
    let store = try workshop.opened(with: [])
    #expect(throws: CollectionError.unknownCard(id: "nobody")) {
      try store.resolve("nobody", Self.found)
    }
    #expect(try store.resolutions().isEmpty)
  }

  @Test func replayingTheLogKeepsIt() throws {
    let card = question()
    let store = try workshop.opened(with: [card])
    try workshop.answer(card, .good, at: Workshop.morning, in: store)
    try store.resolve(card.id, Self.found)
    #expect(try store.rebuildSchedules(using: workshop.scheduler) == 0)
    #expect(try store.schedules()[card.id]?.suspended == true)
  }
}
