import Cards

/// One card after another, chosen or typed. What can be asked in no good way is left out, and another drawn
/// in its place.
struct CardQuestions {
  private let maker: QuizMaker
  private let kind: QuizKind
  private var random: SplitMix64
  /// Not looked at yet, in the order of asking.
  private var left: ArraySlice<Card>
  /// What has to do with others that are asked.
  private var putOff: [Card] = []
  /// Typed for want of good choices: only when there is nothing else.
  private var typed: [QuizPlan.Entry] = []

  init(_ maker: QuizMaker, kind: QuizKind, random: SplitMix64) {
    self.maker = maker
    self.kind = kind
    self.random = random
    let cards = maker.material.cards.filter { QuizMaker.isAsked($0, kind: kind) }
    left = QuizDraw.spread(cards, random: &self.random)[...]
  }

  /// Cards that have nothing to do with what is asked besides.
  mutating func draw(into plan: inout QuizPlan) {
    var size = 3 * plan.wanted + 8
    while !plan.isFull, !left.isEmpty {
      var drawn: [(card: Card, exposure: Exposure)] = []
      for card in left.prefix(size) {
        let exposure = Exposure(card)
        if plan.admits(exposure) { drawn.append((card, exposure)) } else { putOff.append(card) }
      }
      left = left.dropFirst(size)
      size *= 2
      guard !drawn.isEmpty else { continue }
      let distractors = distractors(for: drawn.map(\.card))
      for (card, exposure) in drawn where !plan.isFull {
        guard plan.admits(exposure) else {
          putOff.append(card)
          continue
        }
        guard let (question, isForWant) = question(card, distractors) else { continue }
        let whole = maker.exposure(of: question)
        if isForWant {
          typed.append(QuizPlan.Entry(question: question, exposure: whole))
        } else if plan.admits(whole) {
          plan.append(question, whole)
        } else {
          putOff.append(card)
        }
      }
    }
  }

  /// What was put off, where it does no harm; at last what is typed for want of choices.
  mutating func fill(_ plan: inout QuizPlan) {
    let cards = plan.isFull ? [] : putOff.filter { plan.place(for: Exposure($0)) != nil }
    if !plan.isFull, cards.count < putOff.count { plan.leaveOut() }
    let distractors = distractors(for: cards)
    for card in cards where !plan.isFull {
      guard let (question, isForWant) = question(card, distractors) else { continue }
      let exposure = maker.exposure(of: question)
      if isForWant {
        typed.append(QuizPlan.Entry(question: question, exposure: exposure))
      } else if let place = plan.place(for: exposure) {
        plan.insert(question, exposure, at: place)
      } else {
        plan.leaveOut()
      }
    }
    plan.fill(from: typed.filter { plan.admits($0.exposure) })
    plan.fill(from: typed.filter { entry in !plan.questions.contains(entry.question) })
  }

  private func distractors(for cards: [Card]) -> Distractors {
    Distractors(
      cards: maker.material.cards + maker.material.others, asked: cards, links: maker.links,
      year: maker.year)
  }

  /// With whether it is typed only for want of good choices. In a mixed quiz so is a phrase that could be put in
  /// several ways: whoever typed another can say so.
  private mutating func question(
    _ card: Card, _ distractors: Distractors
  ) -> (question: QuizQuestion, isForWant: Bool)? {
    let form = maker.form(for: card, kind: kind, distractors: distractors, random: &random)
    let typing = form == nil && kind == .mixed ? QuizMaker.typingForm(of: card) : nil
    guard let asked = form ?? typing else { return nil }
    var question = QuizQuestion(card: card, form: asked)
    if card.asksForOrder { question.cardKind = .order }
    return (question, typing != nil || kind == .choice && asked == .typed)
  }
}
