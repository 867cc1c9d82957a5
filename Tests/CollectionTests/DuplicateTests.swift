import Cards
import Collection
import Notes
import Testing

@Suite struct DuplicateTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func card(
    _ index: Int, _ source: String, file: String, line: Int, context: String = "Page › Key Facts",
    kind: CardKind = .cloze
  ) -> Card {
    var card = Workshop.cards(index + 1)[index]
    card.source = source
    card.file = file
    card.line = line
    card.context = context
    card.kind = kind
    return card
  }

  private static let long = "The moon pulls the water of the sea towards it"

  private func problems(_ cards: [Card]) throws -> [Problem] {
    try workshop.opened(with: cards).duplicateProblems()
  }

  @Test func aFactInTwoPagesIsToldWithBothPlaces() throws {
    let found = try problems([
      card(0, Self.long, file: "a.md", line: 3),
      card(1, Self.long, file: "a.md", line: 3),
      card(2, "the moon  pulls the WATER of the sea towards it.", file: "b.md", line: 9),
    ])
    #expect(found.map(\.file) == ["b.md"] && found.map(\.line) == [9])
    #expect(found.first?.message.contains("a.md:3") == true)
  }

  @Test func twiceInOnePageNamesTheLine() throws {
    let found = try problems([
      card(0, Self.long, file: "a.md", line: 3), card(1, Self.long, file: "a.md", line: 8),
    ])
    #expect(found.map(\.line) == [8])
    #expect(found.first?.message.contains("line 3") == true)
  }

  @Test func shortFactsCountUnderTheSameHeadingOnly() throws {
    #expect(
      try problems([
        card(0, "Licence: MIT", file: "a.md", line: 3),
        card(1, "Licence: MIT", file: "b.md", line: 3),
        card(2, "Licence: MIT", file: "a.md", line: 7, context: "Page › Key Facts › Other"),
        card(3, "Licence: MIT", file: "a.md", line: 9),
      ]).map(\.line) == [9])
  }

  @Test func whatIsNoFactOrNoLongerThereDoesNotCount() throws {
    let first = card(0, Self.long, file: "a.md", line: 3)
    let store = try workshop.opened(with: [
      first, card(1, Self.long, file: "b.md", line: 9, kind: .definition),
    ])
    #expect(try store.duplicateProblems().isEmpty)
    // The first rests from now on.
    try store.store(
      Reading(cards: [card(2, Self.long, file: "c.md", line: 1)]), using: workshop.scheduler,
      at: Workshop.morning)
    #expect(try store.duplicateProblems().isEmpty)
  }

  @Test func anOpenQuestionIsCalledOne() throws {
    let words = "Does the moon pull on the land as well?"
    let found = try problems([
      card(0, words, file: "a.md", line: 3, kind: .question),
      card(1, words, file: "b.md", line: 9, kind: .question),
    ])
    #expect(found.first?.message.contains("question") == true)
  }
}
