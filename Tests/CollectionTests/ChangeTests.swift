import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct ChangeTests {
  let workshop: Workshop
  private let cards = Workshop.cards(5)
  init() throws { workshop = try Workshop() }

  /// Reads cards as the notes give them now, as the program does.
  private func read(_ cards: [Card], in store: Store, at now: Instant = Workshop.morning) throws {
    let known = try store.knownCards()
    let matching = Identity.match(known: known, read: cards)
    var reading = Reading(matching)
    reading.changes = ChangeList(matching, known: known).changes
    try store.store(reading, using: workshop.scheduler, at: now)
  }

  private func kinds(_ scope: ChangeScope = .unseen, in store: Store) throws
    -> [CardChange.Kind: Int]
  {
    try store.changes(scope).list.counts
  }

  private func changed() -> [Card] {
    var cards = cards
    cards[0].answer = "Another answer"
    cards[0].source = "Fact 0: another answer"
    cards[1].line = 40
    cards.removeLast()
    return cards
  }

  @Test func changesWaitUntilTheyAreLookedAt() throws {
    let store = try workshop.opened(with: cards)
    try read(changed(), in: store)
    // Another reading, even one in another program, does not swallow them.
    try read(changed(), in: store)
    let other = try workshop.open()
    let report = try other.changes(.unseen)
    #expect(report.list.counts == [.answerChanged: 1, .resting: 1])
    #expect(report.list.unchanged == 3)
    #expect(report.since == Workshop.morning)
    // A card that only stands on another line is as it was.
    #expect(!report.list.changes.contains { $0.id == cards[1].id })
    try other.markChanges(.seen, through: report.end)
    #expect(try store.changes(.unseen).list.isEmpty)
    #expect(try kinds(.all, in: store) == [.answerChanged: 1, .resting: 1])
    #expect(try store.changes(.after(report.start)).list == report.list)
    // What happens after is shown again; what was seen is not.
    try read(cards, in: store)
    #expect(try kinds(in: store) == [.answerChanged: 1, .woken: 1])
  }

  @Test func whatWasToldIsNotToldAgainAndStaysToBeSeen() throws {
    let store = try workshop.opened(with: cards)
    try read(changed(), in: store)
    let told = try store.changes(.unannounced)
    #expect(told.list.counts == [.answerChanged: 1, .resting: 1])
    try store.markChanges(.announced, through: told.end)
    #expect(try store.changes(.unannounced).list.isEmpty)
    #expect(try store.changes(.unseen).list.changes == told.list.changes)
    // A mark never goes back.
    try store.markChanges(.announced, through: 0)
    #expect(try store.changes(.unannounced).list.isEmpty)
  }

  @Test func changesAreShownWhereTheirCardsStandNow() throws {
    let store = try workshop.opened(with: cards)
    try read(changed(), in: store)
    var later = changed()
    for index in later.indices { later[index].line += 7 }
    try read(later, in: store)
    let change = try store.changes(.unseen).list.changes.first { $0.kind == .answerChanged }
    #expect(change?.place?.line == cards[0].line + 7)
    #expect(change?.before?.answer == cards[0].answer)
  }

  @Test func whatIsOldIsDropped() throws {
    let store = try workshop.opened(with: cards)
    try read(changed(), in: store)
    var reworded = changed()
    reworded[1].answer = "Yet another"
    reworded[1].source = "Fact 1: yet another"
    try read(reworded, in: store, at: Workshop.morning.days(91))
    #expect(try kinds(.all, in: store) == [.answerChanged: 1])
  }

  // MARK: Questions

  private func fact(_ id: String, _ name: String, _ answer: String) -> Card {
    var card = Workshop.cards(1)[0]
    card.id = id
    card.prompt = "\(name): runs at a […]"
    card.answer = answer
    card.source = "\(name): runs at a \(answer)"
    card.siblingGroup = "garden/roses#\(id)"
    return card
  }

  private var known: [Card] {
    [
      fact("000000000000000a", "Pump in the left cellar", "pressure of 3 bar"),
      fact("000000000000000b", "Pump in the right cellar", "pressure of 5 bar"),
    ]
  }

  /// Two known cards are gone, and a new one may be either of them.
  private func doubtful() throws -> (Store, IdentityQuestion) {
    let store = try workshop.opened(with: known)
    try workshop.answer(known[1], .good, at: Workshop.morning, in: store)
    try read([fact("", "Pump in the cellar", "pressure of 4 bar")], in: store)
    let questions = try store.changes(.unseen).questions
    let question = try #require(questions.first)
    #expect(questions.count == 1)
    #expect(
      Set(question.candidates.flatMap(\.adoptions).map(\.history)) == Set(known.map(\.id)))
    return (store, question)
  }

  @Test func theAnswerGivesTheHistoryOnAndEndsTheQuestion() throws {
    let (store, question) = try doubtful()
    let place = try #require(
      question.candidates.firstIndex { $0.adoptions.contains { $0.history == known[1].id } })
    #expect(
      try store.decide(
        question.id, .same(place), using: workshop.scheduler, at: Workshop.morning.minutes(5)))
    let report = try store.changes(.unseen)
    #expect(report.questions.isEmpty)
    #expect(report.list.counts == [.answerChanged: 1, .resting: 1])
    let now = try store.studyCards()
    #expect(now.map(\.id) == [known[1].id] && now.first?.card.answer == "pressure of 4 bar")
    #expect(try store.history(of: known[1].id).count == 1)
    // It is decided once.
    #expect(
      try !store.decide(question.id, .none, using: workshop.scheduler, at: Workshop.morning))
    // And the next reading knows it.
    try read([fact("", "Pump in the cellar", "pressure of 4 bar")], in: store)
    #expect(try store.studyCards().map(\.id) == [known[1].id])
    #expect(try store.changes(.unseen) == report)
  }

  @Test func noneOfThemLeavesItNew() throws {
    let (store, question) = try doubtful()
    #expect(
      try store.decide(question.id, .none, using: workshop.scheduler, at: Workshop.morning))
    let report = try store.changes(.unseen)
    #expect(report.questions.isEmpty)
    #expect(report.list.counts == [.new: 1, .resting: 2])
    #expect(try store.studyCards().map(\.id) == [question.id])
  }

  @Test func aQuestionStaysWhenItsCardMovesAndEndsWhenItIsGone() throws {
    let (store, question) = try doubtful()
    var card = fact("", "Pump in the cellar", "pressure of 4 bar")
    card.line = 77
    try read([card], in: store)
    #expect(try store.changes(.unseen).questions.map(\.id) == [question.id])
    #expect(try store.changes(.unseen).questions.first?.line == 77)
    try read([], in: store)
    #expect(try store.changes(.unseen).questions.isEmpty)
  }

  @Test func aCandidateThatReturnsIsNoneAnyMore() throws {
    let (store, _) = try doubtful()
    try read([fact("", "Pump in the cellar", "pressure of 4 bar"), known[0]], in: store)
    let histories = try store.changes(.unseen).questions.flatMap(\.histories)
    #expect(histories == [known[1].id])
  }

  @Test func whatIsSaidOfTheNewCardHoldsForTheKnownOne() throws {
    let (store, question) = try doubtful()
    try store.turn([.card(question.id)], on: false)
    try store.decide(question.id, .same(0), using: workshop.scheduler, at: Workshop.morning)
    #expect(try store.studyCards().isEmpty && store.studyCards(.all).count == 1)
    #expect(try store.cardSwitches().cards.keys.sorted() != [question.id])
  }
}
