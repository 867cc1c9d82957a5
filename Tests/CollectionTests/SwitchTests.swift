import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct SwitchTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func read(
    _ cards: [Card], extent: Reading.Extent = .vault, kindsOff: Set<CardKind>? = nil,
    in store: Store, at now: Instant = Workshop.morning
  ) throws -> ReadingChanges {
    var reading = Reading(extent: extent, cards: cards)
    reading.kindsOff = kindsOff
    return try store.store(reading, using: workshop.scheduler, at: now)
  }

  private func off(in store: Store) throws -> Set<Card.ID> {
    let switches = try store.cardSwitches()
    let all = try store.studyCards(.all).map(\.card)
    let ruled = Set(all.filter { !switches.ruling(on: $0).isOn }.map(\.id))
    // What is stored of each card is what the switches say.
    #expect(try Set(store.studyCards().map(\.id)) == Set(all.map(\.id)).subtracting(ruled))
    return ruled
  }

  /// Cards of two pages and two kinds, some of them answered.
  private func vault(random: inout SeededGenerator) throws -> (Store, [Card]) {
    var cards: [Card] = []
    for index in 0..<40 {
      var card = Workshop.cards(index + 1)[index]
      card.page = index < 20 ? "one" : "two"
      card.kind = index % 3 == 0 ? .cell : .cloze
      card.siblingGroup = "\(card.page)#\(index / 2)"
      cards.append(card)
    }
    let store = try workshop.opened(with: cards)
    var now = Workshop.morning
    for _ in 0..<50 {
      now = now.adding(seconds: Double.random(in: 60...20_000, using: &random))
      guard let card = cards.randomElement(using: &random),
        let rating = Rating.allCases.randomElement(using: &random)
      else { continue }
      try workshop.answer(card, rating, at: now, in: store)
    }
    return (store, cards)
  }

  private func anySwitch(_ cards: [Card], random: inout SeededGenerator) -> CardSwitch {
    let card = cards[Int.random(in: 0..<cards.count, using: &random)]
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: .kind(card.kind, page: card.page)
    case 1: .kindInVault(card.kind)
    default: .card(card.id)
    }
  }

  @Test(arguments: 1...15) func whatIsOffIsNeverAskedAndComesBackAsItWas(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (store, cards) = try vault(random: &random)
    let before = try store.schedules()
    let later = Workshop.morning.days(20)
    let due = try store.outlines(onDayOf: later, scheduler: workshop.scheduler)
    var turned: [CardSwitch] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let which = anySwitch(cards, random: &random)
      try store.turn([which], on: false)
      turned.append(which)
    }
    let off = try off(in: store)
    #expect(!off.isEmpty)
    var session = ReviewSession(
      DayCards(outlines: try store.outlines(onDayOf: later, scheduler: workshop.scheduler)),
      doneToday: DayCounts(), scheduler: workshop.scheduler, now: later)
    while case .card(let card, _) = session.turn(at: later) {
      #expect(!off.contains(card.id))
      _ = session.answer(.easy, at: later)
    }
    for page in ["one", "two"] {
      #expect(try off.isDisjoint(with: store.studyCards(page: page).map(\.id)))
    }
    let round = QuizRound(
      QuizRequest(count: 1000, seed: seed),
      material: QuizMaterial(cards: try store.studyCards().map(\.card), pages: []))
    #expect(!round.questions.isEmpty)
    #expect(off.isDisjoint(with: round.questions.flatMap { $0.cards.compactMap { $0 } }))
    // Not a bit of what is known of them has changed.
    #expect(try store.schedules() == before)
    for which in turned.reversed() { try store.turn([which], on: true) }
    for card in cards { try store.turn([.card(card.id)], on: true) }
    #expect(try self.off(in: store).isEmpty)
    #expect(try store.schedules() == before)
    #expect(
      try Set(store.outlines(onDayOf: later, scheduler: workshop.scheduler)) == Set(due))
  }

  @Test func switchesOutliveReadingsAndRewording() throws {
    var cards = Workshop.cards(4)
    let store = try workshop.opened(with: cards)
    try store.turn([.card(cards[0].id)], on: false)
    try store.turn([.kind(.cell, page: cards[0].page)], on: false)
    cards[0].prompt = "In other words?"
    cards[0].source = "Other words"
    #expect(try read(cards, in: store).changed == 1)
    #expect(try off(in: store) == [cards[0].id])
    // A card of a kind that is off is off from the start, and not announced for the daily deck.
    var cell = Workshop.cards(5)[4]
    cell.kind = .cell
    let changes = try read(cards + [cell], in: store)
    #expect(changes.new == 1 && changes.newDaily == 0)
    #expect(try off(in: store) == [cards[0].id, cell.id])
    // It rests, and is off still when it returns.
    _ = try read(Array(cards.dropFirst()), in: store)
    _ = try read(cards + [cell], in: store)
    #expect(try off(in: store) == [cards[0].id, cell.id])
  }

  @Test(arguments: [true, false]) func aPageThatMovesTakesItsSwitchesAlong(atOnce: Bool) throws {
    var cards = Workshop.cards(4, page: "old")
    cards[1].kind = .cell
    let store = try workshop.opened(with: cards)
    try store.turn([.kind(.cell, page: "old")], on: false)
    if !atOnce { _ = try read([], extent: .pages(["old"]), in: store) }
    for index in cards.indices { cards[index].page = "deep/new" }
    var another = Workshop.cards(5, page: "deep/new")[4]
    another.kind = .cell
    _ = try read(cards + [another], extent: .pages(["old", "deep/new"]), in: store)
    #expect(try off(in: store) == [cards[1].id, another.id])
    #expect(try store.cardSwitches().pages == ["deep/new": [.cell: false]])
  }

  @Test func aCardThatGoesElsewhereStaysAsItWas() throws {
    var cards = Workshop.cards(4, page: "one")
    cards[1].kind = .cell
    cards[2].kind = .cell
    let store = try workshop.opened(with: cards)
    try store.turn([.kind(.cell, page: "one")], on: false)
    cards[1].page = "two"
    _ = try read(cards, in: store)
    #expect(try off(in: store) == [cards[1].id, cards[2].id])
    try store.turn([.card(cards[1].id)], on: true)
    #expect(try off(in: store) == [cards[2].id])
  }

  @Test func aNewCardOfAnItemThatIsOffIsOff() throws {
    var cards = Workshop.cards(3)
    cards[1].siblingGroup = cards[0].siblingGroup
    let store = try workshop.opened(with: cards)
    try store.turn([.card(cards[0].id), .card(cards[1].id)], on: false)
    var sibling = Workshop.cards(4)[3]
    sibling.siblingGroup = cards[0].siblingGroup
    _ = try read(cards + [sibling], in: store)
    #expect(try off(in: store) == [cards[0].id, cards[1].id, sibling.id])
  }

  @Test func theConfigurationTurnsKindsOffAndOn() throws {
    var cards = Workshop.cards(4)
    cards[1].kind = .cell
    let store = try workshop.opened(with: cards)
    _ = try read(cards, kindsOff: [.cell], in: store)
    #expect(try off(in: store) == [cards[1].id])
    // A reading of a part knows nothing else.
    _ = try read(cards, extent: .pages([cards[0].page]), in: store)
    #expect(try off(in: store) == [cards[1].id])
    _ = try read(cards, kindsOff: [], in: store)
    #expect(try off(in: store).isEmpty)
  }

  @Test func anUnknownCardCannotBeTurned() throws {
    let store = try workshop.opened(with: Workshop.cards(1))
    #expect(throws: CollectionError.unknownCard(id: "none")) {
      try store.turn([.card("none")], on: false)
    }
  }

  @Test func backupsHoldTheSwitches() throws {
    let cards = Workshop.cards(3)
    let store = try workshop.opened(with: cards)
    try store.turn([.card(cards[0].id)], on: false)
    let copy = workshop.folder + "/copy.sqlite"
    try store.backUp(to: copy)
    try store.turn([.card(cards[0].id)], on: true)
    try store.restore(from: copy, now: Workshop.morning)
    #expect(try off(in: store) == [cards[0].id])
  }
}
