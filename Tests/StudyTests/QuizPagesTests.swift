import Testing

@testable import Study

@Suite struct QuizPagesTests {
  private let pages = (0..<200).map { (page: "page-\($0)", cards: $0 == 0 ? 5_000 : 10 + $0) }

  @Test func theSeedSaysWhichPagesAreDrawn() {
    let first = QuizPages.draw(pages, count: 30, seed: 1)
    #expect(first == QuizPages.draw(pages, count: 30, seed: 1))
    #expect(first != QuizPages.draw(pages, count: 30, seed: 2))
    #expect(Set(first).count == 30)
  }

  @Test func aFewPagesAreAllDrawnAndEmptyOnesNever() {
    #expect(QuizPages.draw(Array(pages.prefix(9)), count: 30, seed: 1).count == 9)
    let sparse = (0..<100).map { (page: "\($0)", cards: $0 % 2) }
    let drawn = QuizPages.draw(sparse, count: 20, seed: 3)
    #expect(drawn.count == 20 && drawn.allSatisfy { (Int($0) ?? 0) % 2 == 1 })
    #expect(QuizPages.draw([], count: 5, seed: 1).isEmpty)
  }

  /// A page with twice the cards is drawn about twice as often.
  @Test func pagesAreDrawnByTheirCards() {
    let two = (0..<60).map { (page: "\($0)", cards: $0 < 30 ? 20 : 40) }
    var counts = (small: 0, large: 0)
    for seed in UInt64(0)..<400 {
      for page in QuizPages.draw(two, count: 3, seed: seed) {
        if (Int(page) ?? 0) < 30 { counts.small += 1 } else { counts.large += 1 }
      }
    }
    #expect(counts.large * 10 > counts.small * 16 && counts.large * 10 < counts.small * 25)
  }
}
