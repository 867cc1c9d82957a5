import Cards
import Foundation
import Testing

@Suite struct ChangeListTests {
  private func cards(_ facts: [String], path: String = "page") -> [Card] {
    read("# Notebook\n\n## Key Facts\n\n" + facts.map { "- \($0)\n" }.joined(), path: path).cards
  }

  private func known(_ matching: Matching) -> [KnownCard] {
    matching.cards.map { KnownCard($0.card) } + matching.resting
  }

  private let facts = [
    "Harbour opening: 3 May 1887", "The keel needs 400 kg of lead",
    "Stockholm tar keeps ropes dry for 6 months",
  ]

  @Test func eachCardIsListedWithWhatHappenedToIt() {
    let first = Identity.match(known: [], read: cards(facts))
    let all = ChangeList(first, known: [])
    #expect(all.counts == [.new: first.cards.count])
    let known = known(first)
    let edited = [
      "Harbour opening: 9 June 1888", "The keel also needs 400 kg of lead", "Oakum: 3 bales",
    ]
    let matching = Identity.match(known: known, read: cards(edited))
    let list = ChangeList(matching, known: known)
    let changed = list.changes.first { $0.kind == .answerChanged }
    #expect(changed?.before?.answer == "3 May 1887")
    #expect(changed?.after?.answer == "9 June 1888")
    #expect(changed?.place?.line == 5)
    #expect(list.changes.contains { $0.kind == .reworded && $0.after?.answer == "400 kg" })
    #expect(list.changes.contains { $0.kind == .new && $0.after?.answer == "3" })
    #expect(list.changes.contains { $0.kind == .resting && $0.before?.answer == "6 months" })
    #expect(list.summary.contains("1 answer changed (back for relearning)"))
    #expect(list.pages.map(\.page) == ["page"])
    #expect(list.pages[0].lines.map(\.line) == list.pages[0].lines.map(\.line).sorted())
    #expect(list.pages[0].lines.flatMap(\.changes) == list.changes)
  }

  @Test func whatRestsIsListedOnceAndWakesAgain() {
    let first = Identity.match(known: [], read: cards(facts))
    let gone = Identity.match(known: known(first), read: cards([facts[0]]))
    #expect(ChangeList(gone, known: known(first)).counts[.resting] == gone.resting.count)
    let again = Identity.match(known: known(gone), read: cards([facts[0]]))
    let quiet = ChangeList(again, known: known(gone))
    #expect(quiet.isEmpty && quiet.unchanged == again.cards.count)
    #expect(quiet.summary == "nothing changed")
    let back = Identity.match(known: known(again), read: cards(facts))
    #expect(ChangeList(back, known: known(again)).counts == [.woken: gone.resting.count])
  }

  @Test func aRenamedFileIsAMove() {
    let first = Identity.match(known: [], read: cards(facts, path: "boats"))
    let moved = Identity.match(known: known(first), read: cards(facts, path: "ships"))
    let list = ChangeList(moved, known: known(first))
    #expect(list.counts == [.moved: first.cards.count])
    #expect(list.changes.allSatisfy { $0.movedFrom == "boats" })
  }

  @Test func itCanBeStored() throws {
    let first = Identity.match(known: [], read: cards(facts))
    let second = Identity.match(known: known(first), read: cards([facts[1], "Oakum: 3 bales"]))
    let list = ChangeList(second, known: known(first))
    let data = try JSONEncoder().encode(list)
    #expect(try JSONDecoder().decode(ChangeList.self, from: data) == list)
  }
}

@Suite struct IdentityQuestionTests {
  private func cards(_ facts: [String]) -> [Card] {
    read("# Notebook\n\n## Key Facts\n\n" + facts.map { "- \($0)\n" }.joined()).cards
  }
  private func known(_ matching: Matching) -> [KnownCard] {
    matching.cards.map { KnownCard($0.card) } + matching.resting
  }

  private let north = "The north quay is built of granite blocks from the old mole"
  private let south = "The south quay is built of granite blocks from the old mole"
  private let west = "The west quay is built of granite blocks from the old mole"

  @Test func theAuthorDecides() throws {
    let first = Identity.match(known: [], read: cards([north, south]))
    let second = Identity.match(known: known(first), read: cards([west]))
    let question = try #require(second.questions.first)
    #expect(second.questions.count == 1)
    #expect(question.source == west && question.line == 5)
    #expect(Set(question.candidates.map(\.source)) == [north, south])
    #expect(question.cards == Set(second.cards.map(\.card.id)))
    #expect(question.histories.isSubset(of: Set(second.resting.map(\.id))))

    let place = try #require(question.candidates.firstIndex { $0.source == south })
    let (adoptions, left) = second.questions.deciding(question.id, .same(place))
    #expect(left.isEmpty)
    let southern = Set(first.cards.filter { $0.card.source == south }.map(\.card.id))
    #expect(Set(adoptions.map(\.history)).isSubset(of: southern) && !adoptions.isEmpty)
    #expect(second.questions.deciding(question.id, .none).adoptions.isEmpty)
    #expect(second.questions.deciding(question.id, .none).left.isEmpty)
  }

  @Test func oneHistoryIsGivenOnce() throws {
    let first = Identity.match(known: [], read: cards([north]))
    let east = "The east quay is built of granite blocks from the old mole"
    let second = Identity.match(known: known(first), read: cards([west, east]))
    #expect(second.questions.count == 2)
    let (adoptions, left) = second.questions.deciding(second.questions[0].id, .same(0))
    #expect(!adoptions.isEmpty)
    #expect(left.isEmpty)
  }

  @Test func aQuestionStaysOpenUntilItsCardsChange() throws {
    let first = Identity.match(known: [], read: cards([north]))
    let second = Identity.match(known: known(first), read: cards([west]))
    let open = second.questions
    #expect(open.count == 1)
    let same = Identity.match(known: known(second), read: cards([west]))
    #expect(open.after(same) == open)
    // The old text returns: it has its history back, and nothing is left to ask.
    let back = Identity.match(known: known(same), read: cards([west, north]))
    #expect(open.after(back).isEmpty)
    let gone = Identity.match(known: known(same), read: cards([]))
    #expect(open.after(gone).isEmpty)
  }
}
