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

  /// Seen a moment ago, the answer would be recalled: but not because it is known.
  @Test func whatWasJustForgottenIsNotKnown() throws {
    let scheduler = Made.scheduler()
    let now = Made.morning
    let soon = now.adding(seconds: 5)
    for card in [
      Made.reviewed("a", stability: 10, daysAgo: 10, interval: 10),
      StudyCard(card: Made.card("a")),
    ] {
      var forgotten = card
      forgotten.schedule = scheduler.answer(card, rating: .again, at: now, duration: 0).after
      var easy = card
      easy.schedule = scheduler.answer(card, rating: .easy, at: now, duration: 0).after
      #expect(scheduler.known(forgotten.schedule, at: soon) == 0)
      #expect((scheduler.known(easy.schedule, at: soon) ?? 0) > 0.99)
      let page = PageKnowledge(cards: [forgotten], scheduler: scheduler, now: soon)
      #expect(page.page.started == 1 && page.page.known == 0 && page.line(1).known == 0)
      // Recalled again, it is known.
      let good = scheduler.answer(
        forgotten, rating: .good, at: now.adding(seconds: 600), duration: 0)
      #expect((scheduler.known(good.after, at: now.adding(seconds: 601)) ?? 0) > 0.9)
    }
    #expect(scheduler.known(Schedule(), at: now) == nil)
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
