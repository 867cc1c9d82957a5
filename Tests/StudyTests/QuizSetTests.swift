import Cards
import Notes
import Testing

@testable import Study

/// What a page holds beyond single cards.
@Suite struct QuizSetTests {
  private static func lists(_ text: String) -> [String] {
    let page = PageReader.read(bytes: Array(text.utf8), path: "bread", file: "bread.md")
    let material = QuizMaterial(cards: MadeVault.cards(of: [page]), pages: [page])
    return material.sets.lists.map(\.prompt)
  }

  private static let terms = """
    - Autolyse — flour and water rest before the salt is added
    - Proofing — the shaped loaf rises for the last time
    - Scoring — cuts in the crust say where it may open
    """

  @Test func aListOfTermsIsRecalledByItsName() {
    #expect(
      Self.lists("# Bread\n\n## Stages\n\n\(Self.terms)\n")
        == ["Stages: which three does the note name?"])
  }

  /// Under `Ovens` one would recall the ovens.
  @Test func aHeadingOverATableIsNoNameForTheListBelow() {
    let table = "| Oven | Heat |\n|---|---|\n| Deck | stone floor |\n| Rotary | moving air |\n"
    #expect(
      Self.lists("# Bread\n\n## Ovens\n\n\(table)\nEach has them.\n\n\(Self.terms)\n").isEmpty)
    #expect(
      Self.lists("# Bread\n\n## Ovens\n\n\(table)\nThree stages:\n\n\(Self.terms)\n")
        == ["Three stages: which three does the note name?"])
  }

  @Test func propertiesOfAThingAreNotRecalledByTheirNames() {
    let properties = "- Author: Mira Holt\n- Venue: Bakers' Fair\n- Licence: free for schools\n"
    #expect(Self.lists("# Bread\n\n## The Recipe\n\n\(properties)").isEmpty)
  }
}
