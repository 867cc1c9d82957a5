import Cards

/// Several right ones among others of their kind.
struct SeveralQuestions {
  private let material: QuizMaterial
  /// Names and items that stand in lists elsewhere, by page.
  private let byPage: [String: [Card]]
  private let links: [String: Set<String>]

  init(material: QuizMaterial, links: [String: Set<String>]) {
    self.material = material
    self.links = links
    var byPage: [String: [Card]] = [:]
    for card in material.cards + material.others where Self.isName(card) {
      byPage[card.page, default: []].append(card)
    }
    self.byPage = byPage
  }

  private static func isName(_ card: Card) -> Bool {
    card.kind == .item || card.kind == .gloss || card.kind == .definition && card.slot == "term"
  }

  /// Which of these stand in the list? The others stand in other lists of the page or of linked pages:
  /// what comes from further away is seen not to belong.
  func question(_ set: ListSet, random: inout SplitMix64) -> QuizQuestion? {
    guard let name = set.name else { return nil }
    let given = Echo.words(name).union(Echo.words(set.place.context))
    let rights = random.shuffled(set.items).filter {
      // What repeats the list's name is seen to belong there.
      Echo.of(Echo.words($0.text), in: given).isEmpty && $0.text.count < 80
    }
    let meanings = set.items.map { Sameness($0.text) }
    let source = " " + Distractors.key(set.source) + " "
    let page = set.place.page
    let candidates =
      random.shuffled(byPage[page] ?? [])
      + random.sample((links[page] ?? []).sorted().flatMap { byPage[$0] ?? [] }, 80)
    var wrong: [(text: String, meaning: Sameness)] = []
    for card in candidates where wrong.count < 16 {
      let meaning = Sameness(card.answer)
      guard !meaning.key.isEmpty, !source.contains(" " + meaning.key + " "),
        !meanings.contains(where: { $0.overlaps(meaning) }),
        !wrong.contains(where: { $0.meaning.overlaps(meaning) })
      else { continue }
      wrong.append((card.answer, meaning))
    }
    return put(
      prompt: "Which of these does the note name under “\(name)”?", place: set.place,
      mark: set.mark, source: set.source, subject: set.card,
      rights: rights.map { ($0.text, $0.card ?? set.card) }, wrong: wrong.map(\.text),
      random: &random)
  }

  /// Which rows of a table have the same cell?
  func question(_ set: SelectionSet, random: inout SplitMix64) -> QuizQuestion? {
    let given = Echo.words(set.prompt)
    let rights = zip(set.right, set.cards).filter {
      Echo.of(Echo.words($0.0), in: given).isEmpty
    }
    guard rights.count == set.right.count else { return nil }
    return put(
      prompt: set.prompt, place: set.place, mark: set.mark,
      source: set.right.joined(separator: ", "), subject: nil,
      rights: random.shuffled(Array(rights)), wrong: random.shuffled(set.wrong), random: &random)
  }

  /// Two or three right ones and as many wrong ones that look like them; nil when the form would
  /// tell them apart.
  private func put(
    prompt: String, place: QuizPlace, mark: String, source: String, subject: Card.ID?,
    rights: [(text: String, card: Card.ID?)], wrong: [String], random: inout SplitMix64
  ) -> QuizQuestion? {
    guard rights.count > 1, wrong.count > 1 else { return nil }
    let wanted = 2 + random.below(2)
    var chosen: [(text: String, card: Card.ID?)] = []
    var against: [String] = []
    for right in rights where chosen.count < wanted {
      let shape = AnswerShape(right.text)
      // Each with a rival of its own shape.
      guard
        let rival = wrong.first(where: { !against.contains($0) && AnswerShape($0).isAlike(shape) })
      else { continue }
      chosen.append(right)
      against.append(rival)
    }
    guard chosen.count > 1 else { return nil }
    let shapes = chosen.map { AnswerShape($0.text) }
    if chosen.count + against.count < 6,
      let more = wrong.first(where: { text in
        !against.contains(text) && shapes.contains { $0.isAlike(AnswerShape(text)) }
      })
    {
      against.append(more)
    }
    guard !haveCommonWord(chosen.map(\.text), unlike: against) else { return nil }
    let all = chosen.map(\.text) + against
    let mixed = random.shuffled(Array(all.indices))
    let correct = chosen.indices.map { mixed.firstIndex(of: $0) ?? 0 }
    return QuizQuestion(
      mark: mark, prompt: prompt, answer: chosen.map(\.text).joined(separator: "; "), place: place,
      source: source,
      form: .several(options: mixed.map { AnswerShape.shown(all[$0]) }, correct: correct),
      cards: chosen.map(\.card), subject: subject)
  }

  /// Whether a word stands in two of the right ones and in no wrong one.
  private func haveCommonWord(_ right: [String], unlike wrong: [String]) -> Bool {
    let words = right.map { Echo.words($0) }
    let others = wrong.reduce(into: Set<String>()) { $0.formUnion(Echo.words($1)) }
    for (index, set) in words.enumerated() {
      for other in words[(index + 1)...] {
        let common = Echo.of(set, in: other)
        if !Echo.of(common, in: others).isEmpty { continue }
        if !common.isEmpty { return true }
      }
    }
    return false
  }
}
