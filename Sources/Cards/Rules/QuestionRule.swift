import Notes

/// An open question is a card of its own kind: think, write a position, compare it with earlier ones.
enum QuestionRule {
  static func add(_ question: PageItem, to deck: inout Deck) {
    let text = question.item.text.plain
    guard !text.isEmpty else { return }
    let before = deck.cards.count
    deck.add(
      [Draft(kind: .question, prompt: text, answer: CardMaker.reflection, slot: "question")],
      from: Place(
        section: question.section, line: question.line, source: text,
        blockID: question.item.blockID, trail: question.label.map { [$0] } ?? [],
        origin: .questions))
    if deck.cards.count == before {
      deck.problem(
        line: question.line, "this question stands on the page already, so it gives no card",
        "leave one of them out, or say what else it asks")
    }
  }
}
