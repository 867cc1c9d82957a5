import Testing

@testable import Study

@Suite struct SearchHitTests {
  private func hit(_ form: SearchForm, _ page: String, _ line: Int, _ text: String) -> SearchHit {
    SearchHit(
      form: form, page: page, title: page, file: page + ".md", line: line, text: text,
      card: form == .card ? .init(id: text, prompt: text, answer: "") : nil)
  }

  @Test func `Every line of a note stands once, with its cards counted on it`() {
    let hits = [
      hit(.page, "a", 1, "page"), hit(.card, "a", 3, "c1"), hit(.fact, "a", 3, "fact"),
      hit(.card, "a", 3, "c2"), hit(.connection, "a", 9, "link"), hit(.card, "b", 3, "alone"),
      hit(.card, "a", 9, "c3"), hit(.text, "a", 3, "text"),
    ]
    let merged = hits.mergingCards
    // The line takes the place of what was found of it first.
    #expect(merged.map(\.text) == ["page", "fact", "link", "alone", "text"])
    #expect(merged.map(\.cards) == [0, 2, 1, 0, 0])
    #expect(merged.mergingCards.map(\.text) == merged.map(\.text))
  }

  @Test func `What only a card has is not lost`() {
    let hits = [hit(.card, "a", 3, "c1"), hit(.card, "a", 3, "c2"), hit(.fact, "a", 4, "other")]
    #expect(hits.mergingCards.map(\.text) == ["c1", "c2", "other"])
  }
}
