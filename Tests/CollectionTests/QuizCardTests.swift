import Cards
import Collection
import FSRS
import Study
import Testing

/// What a quiz on a large vault reads instead of all cards.
@Suite struct QuizCardTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func card(_ index: Int, page: String, prompt: String, answer: String) -> Card {
    Card(
      id: Workshop.id(index), page: page, section: "", kind: .definition, prompt: prompt,
      answer: answer, context: page, file: page + ".md", line: index + 1, source: prompt,
      slot: "explanation", siblingGroup: "\(page)#\(index)", daily: true)
  }

  @Test func pagesAreCounted() throws {
    let cards =
      (0..<5).map { card($0, page: "a", prompt: "p\($0)", answer: "x\($0)") }
      + (5..<7).map { card($0, page: "b", prompt: "p\($0)", answer: "x\($0)") }
    let store = try workshop.opened(with: cards)
    let pages = try store.quizPages()
    #expect(pages.map(\.page) == ["a", "b"] && pages.map(\.cards) == [5, 2])
  }

  @Test func whatAsksTheSameElsewhereIsFound() throws {
    let answers = ["a thin veil", "a small boat", "a long road", "a quiet song", "a warm coat"]
    var cards = answers.enumerated().map { index, answer in
      card(index, page: "a", prompt: "What does “word \(index)” mean here?", answer: answer)
    }
    for index in cards.indices { cards[index].pool = "words" }
    let elsewhere = card(
      9, page: "z", prompt: "What does “Word 0” mean here?", answer: "a heavy stone")
    let store = try workshop.opened(with: cards + [elsewhere])
    let round = QuizRound(
      QuizRequest(kind: .choice, count: 5, seed: 2), material: QuizMaterial(cards: cards, pages: [])
    )
    #expect(round.questions.count == 5)
    let found = try store.cards(asking: AskedPrompts(round))
    #expect(Set(found.map(\.id)) == Set((cards + [elsewhere]).map(\.id)))
    let none = QuizRound(
      QuizRequest(kind: .order, count: 5, seed: 2), material: QuizMaterial(cards: cards, pages: []))
    #expect(try store.cards(asking: AskedPrompts(none)).isEmpty)
  }

  @Test func onlyWhatWasLearntCanBeWeak() throws {
    let cards = Workshop.cards(4)
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[2], .good, at: Workshop.morning, in: store)
    let learnt = try store.learntOutlines()
    #expect(learnt.map(\.id) == [cards[2].id])
    let whole = try store.studyCards().first { $0.id == cards[2].id }
    #expect(learnt.first?.schedule == whole?.schedule)
    #expect(learnt.first?.card.page == cards[2].page)
    #expect(try store.learntOutlines(pages: [cards[2].page]) == learnt)
    #expect(try store.learntOutlines(pages: ["elsewhere"]).isEmpty)
    let many = Set((0..<300).map { "page \($0)" })
    #expect(try store.learntOutlines(pages: many).isEmpty)
    #expect(try store.learntOutlines(pages: many.union([cards[2].page])) == learnt)
  }
}
