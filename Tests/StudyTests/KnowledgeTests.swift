import FSRS
import Testing

@testable import Study

@Suite struct KnowledgeTests {
  @Test func aPageIsKnownAsItsCardsAre() {
    let scheduler = Made.scheduler()
    let now = Made.morning
    let cards = [
      Made.reviewed("a", stability: 10, daysAgo: 10, interval: 10, page: "p", line: 3),
      StudyCard(card: Made.card("b", page: "p", line: 3)),
      StudyCard(card: Made.card("c", page: "p", section: "Other", line: 9, daily: false)),
      StudyCard(card: Made.card("q", page: "p", kind: .question, line: 12)),
      StudyCard(card: Made.card("z", page: "other", line: 1)),
    ]
    let pages = PageKnowledge.pages(of: cards, scheduler: scheduler, now: now)
    #expect(pages.keys.sorted() == ["other", "p"])
    let page = pages["p"] ?? PageKnowledge()
    #expect(page == PageKnowledge(cards: cards.prefix(4), scheduler: scheduler, now: now))
    #expect(page.page.cards == 2)
    #expect(page.page.started == 1)
    #expect(abs((page.line(3).known ?? 0) - 0.45) < 1e-9)
    #expect(page.line(9).known == nil)
    #expect(page.section("Key Facts") == page.page)
    #expect(pages["other"]?.page.known == 0)
  }

  @Test func retrievabilityFallsAsTimePasses() {
    let scheduler = Made.scheduler()
    let card = Made.reviewed("a", stability: 10, daysAgo: 0, interval: 10)
    var last = 1.1
    for hour in 0..<400 {
      let now = Made.morning.adding(seconds: Double(hour) * 3600)
      let recall = scheduler.retrievability(of: card.schedule, at: now) ?? 0
      #expect(recall < last)
      last = recall
    }
    #expect(scheduler.retrievability(of: Schedule(), at: Made.morning) == nil)
  }
}
