import Cards
import Testing

@Suite struct ChangeHistoryTests {
  private func text(_ prompt: String, _ answer: String = "a", page: String = "p") -> CardText {
    CardText(
      page: page, section: "s", file: page + ".md", line: 3, prompt: prompt, answer: answer)
  }

  private func change(
    _ kind: CardChange.Kind, _ before: CardText?, _ after: CardText?, id: Card.ID = "c"
  ) -> CardChange {
    CardChange(id: id, kind: kind, before: before, after: after)
  }

  /// What the changes of one card come to.
  private func joined(
    _ history: [CardChange], now: CardText?, asked: Set<Card.ID> = []
  ) -> CardChange? {
    let list = ChangeList(
      history: history, now: now.map { ["c": $0] } ?? [:], asked: asked, cards: 5)
    #expect(list.changes.count <= 1)
    #expect(list.unchanged == (list.changes.first?.after == nil ? 5 : 4))
    return list.changes.first
  }

  @Test func severalReadingsComeToOneChangeForEachCard() {
    let (one, two, three) = (text("1"), text("2"), text("3"))
    #expect(
      joined([change(.reworded, one, two), change(.reworded, two, three)], now: three)
        == change(.reworded, one, three))
    // There and back is nothing.
    #expect(joined([change(.reworded, one, two), change(.reworded, two, one)], now: one) == nil)
    #expect(
      joined([change(.new, nil, one), change(.reworded, one, two)], now: two)
        == change(.new, nil, two))
    #expect(joined([change(.new, nil, one), change(.resting, one, nil)], now: nil) == nil)
    #expect(joined([change(.resting, one, nil)], now: nil) == change(.resting, one, nil))
    #expect(joined([change(.woken, one, one), change(.resting, one, nil)], now: nil) == nil)
    #expect(joined([change(.woken, one, one)], now: one) == change(.woken, one, one))
    #expect(joined([change(.resting, one, nil), change(.woken, one, one)], now: one) == nil)
    let other = text("1", "b")
    #expect(
      joined([change(.answerChanged, one, other), change(.reworded, other, other)], now: other)
        == change(.answerChanged, one, other))
    let moved = text("1", page: "q")
    #expect(joined([change(.moved, one, moved)], now: moved)?.movedFrom == "p")
  }

  @Test func aCardIsInDoubtWhileItsQuestionIsOpen() {
    let card = text("1")
    let history = [change(.ambiguous, nil, card)]
    #expect(joined(history, now: card, asked: ["c"])?.kind == .ambiguous)
    #expect(joined(history, now: card)?.kind == .new)
  }

  /// Two lists of readings, told at once or one after the other, never contradict each other: what is
  /// left out in the end is a card that is as it was.
  @Test(arguments: 0..<50) func whatIsLeftOutIsAsItWas(seed: Int) {
    var state = UInt64(seed) &* 2_654_435_761 &+ 12345
    func pick(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let start: CardText? = pick(2) == 0 ? nil : text("0")
    var now = start
    var rests: CardText?
    var history: [CardChange] = []
    for _ in 0..<6 {
      let next = text(String(pick(3)), String(pick(2)))
      switch (now, rests) {
      case (let card?, _):
        if pick(4) == 0 {
          history.append(change(.resting, card, nil))
          rests = card
          now = nil
        } else {
          let kind: CardChange.Kind =
            card.answer != next.answer ? .answerChanged : .reworded
          guard card != next else { continue }
          history.append(change(kind, card, next))
          now = next
        }
      case (nil, let card?):
        history.append(
          change(card.answer == next.answer ? .woken : .wokenChanged, card, next))
        now = next
      case (nil, nil):
        history.append(change(.new, nil, next))
        now = next
      }
    }
    let joined = joined(history, now: now)
    guard let joined else {
      #expect(now == start || (start == nil && now == nil))
      return
    }
    #expect(joined.before == start && joined.after == now)
  }
}
