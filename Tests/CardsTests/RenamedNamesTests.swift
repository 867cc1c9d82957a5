import Cards
import Testing

/// A name that was replaced wherever it stood is a new name; one that was replaced here and there is
/// not.
@Suite struct RenamedNamesTests {
  private static let texts = [
    "%@ replays 310 frozen cases per suite", "%@ exits early on a broken rope",
    "Only %@ may open the harbour gate at night", "The crew of %@ is paid every Friday by the mate",
  ]

  private func page(_ names: [String], more: String = "") -> String {
    let facts = zip(Self.texts, names).map { "- " + $0.replacing("%@", with: $1) + "\n" }.joined()
    return "# Notebook\n\n## Key Facts\n\n" + facts + more
  }

  private func matching(_ before: String, _ after: String, to path: String = "a") -> Matching {
    let known = read(before, path: "a").cards.map { KnownCard($0) }
    return Identity.match(known: known, read: read(after, path: path).cards)
  }

  private let old = [String](repeating: "Heron", count: 4)
  private let new = [String](repeating: "Gull", count: 4)

  @Test func aNameReplacedEverywhereKeepsAllHistories() {
    let found = matching(page(old), page(new))
    #expect(found.cards.allSatisfy { $0.change == .reworded || $0.change == .answerChanged })
    #expect(found.resting.isEmpty)
    #expect(found.questions.isEmpty)
  }

  @Test func alsoWhenThePageMoves() {
    let found = matching(page(old), page(new), to: "b")
    #expect(found.resting.isEmpty)
  }

  @Test func aNameThatStaysElsewhereIsNotReplaced() {
    let mixed = ["Gull", "Gull", "Gull", "Heron"]
    let found = matching(page(old), page(mixed))
    // The three may be of another ship: they are asked about.
    #expect(found.cards.filter { $0.change == .reworded }.isEmpty)
    #expect(!found.questions.isEmpty)
  }

  @Test func aNameThatStandsOnAnUnreadPageIsNotReplaced() {
    let known = read(page(old), path: "a").cards.map { KnownCard($0) }
    let cards = read(page(new), path: "a").cards
    for name in ["heron", "gull"] {
      let found = Identity.match(known: known, read: cards, isNamedElsewhere: { $0 == name })
      #expect(found.cards.filter { $0.change == .reworded }.isEmpty)
      #expect(!found.questions.isEmpty)
    }
  }

  @Test func aNameThatWasThereBeforeIsAnotherThing() {
    let more = "- Gull sank in the storm of 1911\n"
    let found = matching(page(old, more: more), page(new, more: more))
    #expect(found.cards.filter { $0.change == .reworded }.isEmpty)
  }

  @Test func twoTextsAreTooFew() {
    let found = matching(
      page(Array(old.prefix(2))), page(Array(new.prefix(2))))
    #expect(found.cards.filter { $0.change == .reworded }.isEmpty)
  }

  @Test func aConnectionGoesOnWhenItsPageMoves() {
    func cards(_ target: String) -> [Card] {
      let source =
        "# Rope\n\n## Connections\n\n- [[\(target)|Tar]] — keeps the hemp dry in winter\n"
      return CardMaker.cards(
        of: CardsTests.page(source), options: CardOptions(), resolve: { _ in "Stockholm tar" }
      ).cards
    }
    let found = Identity.match(
      known: cards("stores/tar").map { KnownCard($0) }, read: cards("yard/tar"))
    #expect(found.cards.map(\.change) == [.same])
    #expect(found.resting.isEmpty)
  }
}
