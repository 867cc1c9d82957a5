import Cards

/// Makes the questions of a quiz: for each kind from what suits it, in an order that is random but the
/// same for the same seed.
struct QuizMaker {
  let material: QuizMaterial
  let links: [String: Set<String>]
  /// In which the quiz is drawn; nil where any year is as good as another.
  let year: Int?
  /// The cards of the scope by their ids.
  private let known: [Card.ID: Card]

  init(_ material: QuizMaterial, links: [String: Set<String>] = [:], year: Int? = nil) {
    self.material = material
    self.links = links
    self.year = year
    known = Dictionary(
      material.cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func questions(_ request: QuizRequest) -> [QuizQuestion] { plan(request).questions }

  func plan(_ request: QuizRequest) -> QuizPlan {
    let plan = plan(request, wholes: request.count - request.count / 2)
    guard request.kind == .mixed, !plan.isFull else { return plan }
    // A table or a list takes the place of all that could be asked about its parts.
    let single = self.plan(request, wholes: 0)
    return single.entries.count > plan.entries.count ? single : plan
  }

  /// - Parameter wholes: how many questions of a mixed quiz may be about wholes, before there is nothing else to
  ///   ask.
  private func plan(_ request: QuizRequest, wholes: Int) -> QuizPlan {
    var random = SplitMix64(seed: request.seed)
    var plan = QuizPlan(count: min(max(0, request.count), QuizRequest.longest))
    guard plan.count > 0 else { return plan }
    switch request.kind {
    case .choice, .typed:
      var cards = CardQuestions(self, kind: request.kind, random: random)
      cards.draw(into: &plan)
      cards.fill(&plan)
    case .mixed: mix(&plan, wholes: wholes, random: &random)
    case .several, .match, .order, .table, .list:
      var putOff: [QuizPlan.Entry] = []
      for question in setQuestions(request.kind, count: plan.count, random: &random)
      where !plan.isFull {
        let exposure = exposure(of: question)
        if plan.admits(exposure) {
          plan.append(question, exposure)
        } else {
          putOff.append(QuizPlan.Entry(question: question, exposure: exposure))
        }
      }
      plan.fill(from: putOff)
    }
    return plan
  }

  /// Choices that were made before, those with a wrong option that the notes have made right since asked
  /// anew.
  /// - Returns: the questions, nil for one that cannot be asked in a good way any more.
  func rechecked(_ questions: [QuizQuestion], seed: UInt64) -> [QuizQuestion?] {
    var random = SplitMix64(seed: seed)
    let subjects = Set(questions.map(\.subject))
    let cards = Dictionary(
      material.cards.filter { subjects.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { one, _ in one })
    let distractors = Distractors(
      cards: material.cards + material.others, asked: Array(cards.values), links: links, year: year)
    return questions.map { question in
      guard case .choice(let options, let correct) = question.form,
        let card = cards[question.subject]
      else { return question }
      let wrong = options.indices.filter { $0 != correct }.map { options[$0] }
      guard !distractors.areWrong(wrong, for: card) else { return question }
      return form(for: card, kind: .choice, distractors: distractors, random: &random)
        .map { QuizQuestion(card: card, form: $0) }
    }
  }

  /// Nil when the answer is too long to type and there are no good wrong choices for it.
  func form(
    for card: Card, kind: QuizKind, distractors: Distractors, random: inout SplitMix64
  ) -> QuizQuestion.Form? {
    let typing = Self.typingForm(of: card)
    let prefersTyping =
      switch kind {
      case .typed: true
      case .mixed: random.unit() < Self.typing(card)
      default: false
      }
    if prefersTyping, let typing { return typing }
    guard kind != .typed else { return nil }
    let wrong = distractors.choose(for: card, random: &random)
    guard wrong.count > 1 else {
      return Self.hasOneWording(card) ? typing : nil
    }
    let right = AnswerShape.shown(card.answer)
    let options = random.shuffled([right] + wrong)
    guard let correct = options.firstIndex(of: right) else { return nil }
    return .choice(options: options, correct: correct)
  }

  /// How often a card is to be typed in a mixed round: names, numbers and code often, phrases that
  /// could be put in many ways seldom, reasons never.
  private static func typing(_ card: Card) -> Double {
    switch card.kind {
    case .connection: 0
    default: card.answer.split(separator: " ").count <= 2 ? 0.7 : 0.2
    }
  }

  /// How a card is typed; nil when that would be a typing test. Orders and lists have kinds of their own.
  static func typingForm(of card: Card) -> QuizQuestion.Form? {
    guard card.kind != .connection, card.kind != .list, card.kind != .order else { return nil }
    let core = AnswerParts.alternatives(of: card.answer).first ?? card.answer
    return AnswerShape(core).isShort ? .typed : nil
  }

  /// Whether a card is asked by itself: lists are recalled, and orders put in order, as wholes. One order out
  /// of several can be chosen.
  static func isAsked(_ card: Card, kind: QuizKind) -> Bool {
    if card.asksForOrder { return kind == .choice }
    return card.kind != .list
  }

  /// Numbers, code, names and single words: what can be typed instead of being chosen, because there
  /// is hardly another way to say it.
  private static func hasOneWording(_ card: Card) -> Bool {
    let shape = AnswerShape(card.answer)
    return shape.figure != nil || shape.setting == .code || shape.words < 3
      || shape.initial == .capital && shape.words < 5
  }

  private static func isTypeable(_ items: [String]) -> Bool {
    let shapes = items.map { AnswerShape(AnswerParts.alternatives(of: $0).first ?? $0) }
    return items.count <= 8 && shapes.allSatisfy(\.isShort)
      && shapes.reduce(0) { $0 + $1.words } <= 20
  }

  // MARK: Sets

  private enum Either {
    case list(ListSet)
    case selection(SelectionSet)
    case grid(GridSet)
  }

  /// Questions of a kind, more than `count` where the notes give so many, since some may answer others: sources
  /// are taken by chance, and no more of them looked at than are needed.
  func setQuestions(
    _ kind: QuizKind, count: Int, random: inout SplitMix64
  ) -> [QuizQuestion] {
    let sets = material.sets
    var groups: [[QuizQuestion]] = []
    func gather<Source>(
      _ sources: [Source], _ make: (Source, inout SplitMix64) -> [QuizQuestion]
    ) {
      for source in random.shuffled(sources) where groups.count < 3 * count + 12 {
        let questions = make(source, &random)
        if !questions.isEmpty { groups.append(questions) }
      }
    }
    switch kind {
    case .match: gather(sets.pairs) { PairQuestions.questions($0, random: &$1) }
    case .order: gather(sets.sequences) { [order($0, random: &$1)] }
    case .table: gather(sets.grids) { GridQuestions.questions($0, random: &$1) }
    case .list:
      gather(sets.lists.filter { Self.isTypeable($0.items.map(\.text)) }) { set, _ in [list(set)] }
    case .several:
      let maker = SeveralQuestions(material: material, year: year)
      // By chance from all.
      let sources =
        sets.lists.map { Either.list($0) } + sets.selections.map { Either.selection($0) }
        + sets.grids.map { Either.grid($0) }
      gather(sources) { source, random in
        switch source {
        case .list(let set): maker.question(set, random: &random).map { [$0] } ?? []
        case .selection(let set): maker.question(set, random: &random).map { [$0] } ?? []
        case .grid(let set): maker.question(set, random: &random)
        }
      }
      if groups.isEmpty {
        gather(sets.lists) { set, random in
          maker.question(set, fromAnyList: true, random: &random).map { [$0] } ?? []
        }
      }
    case .choice, .typed, .mixed: return []
    }
    // The first of every source before the second of any.
    var questions: [QuizQuestion] = []
    var round = 0
    while let longest = groups.map(\.count).max(), round < longest {
      for group in groups where group.count > round { questions.append(group[round]) }
      round += 1
    }
    return questions
  }

  private func order(_ set: SequenceSet, random: inout SplitMix64) -> QuizQuestion {
    let right = Array(set.items.indices)
    var mixed = right
    for _ in 0..<8 where mixed == right { mixed = random.shuffled(right) }
    if mixed == right { mixed.reverse() }
    return QuizQuestion(
      mark: set.mark, prompt: set.prompt, answer: set.items.joined(separator: " → "),
      place: set.place, source: set.items.joined(separator: " → "),
      form: .order(
        items: mixed.map { set.items[$0] }, answer: right.map { mixed.firstIndex(of: $0) ?? 0 }),
      cards: set.items.map { _ in set.card }, subject: set.card)
  }

  private func list(_ set: ListSet) -> QuizQuestion {
    let items = set.items.map(\.text)
    return QuizQuestion(
      mark: set.mark, prompt: set.prompt, answer: items.joined(separator: "; "), place: set.place,
      source: set.source, form: .list(items: items),
      cards: set.items.map { $0.card ?? set.card }, subject: set.card)
  }

  // MARK: Mixed

  /// A bit of everything: some of it is matching, ordering, tables, lists and selections, as the notes give
  /// them; the rest are cards.
  private func mix(_ plan: inout QuizPlan, wholes most: Int, random: inout SplitMix64) {
    let kinds = random.shuffled([QuizKind.match, .order, .table, .list, .several])
    var byKind = kinds.map { setQuestions($0, count: plan.count, random: &random)[...] }
    var putOff: [QuizPlan.Entry] = []
    func takeWholes(_ most: Int, _ plan: inout QuizPlan) {
      while plan.entries.count < most, byKind.contains(where: { !$0.isEmpty }) {
        for kind in byKind.indices where plan.entries.count < most && !byKind[kind].isEmpty {
          let question = byKind[kind].removeFirst()
          let exposure = exposure(of: question)
          if plan.admits(exposure) {
            plan.append(question, exposure)
          } else {
            putOff.append(QuizPlan.Entry(question: question, exposure: exposure))
          }
        }
      }
    }
    takeWholes(most, &plan)
    let wholes = plan.entries.count
    var cards = CardQuestions(self, kind: .mixed, random: random)
    cards.draw(into: &plan)
    plan.interleave(first: wholes, random: &random)
    takeWholes(plan.count, &plan)
    cards.fill(&plan)
    plan.fill(from: putOff)
  }

  // MARK: What is shown

  func exposure(of question: QuizQuestion) -> Exposure {
    Exposure(
      question, sources: sources(of: question),
      line: "\(question.place.page):\(question.place.line)")
  }

  /// The cards that a question is made from; of a table those of all rows in sight, or put in order.
  private func sources(of question: QuizQuestion) -> [Card] {
    var cards = ([question.subject] + question.cards.compactMap { $0 }).compactMap { known[$0] }
    if case .table(let table) = question.form {
      let keys = Set(table.rows.map { $0[0] })
      for grid in material.sets.grids where grid.mark == question.mark {
        for (row, ids) in zip(grid.rows, grid.cards) where keys.contains(row[0]) {
          cards += ids.compactMap { $0.flatMap { known[$0] } }.prefix(1)
        }
      }
    }
    cards += rows(inOrderOf: question)
    guard cards.isEmpty else { return cards }
    let place = question.place
    return material.cards.filter { $0.page == place.page && $0.line == place.line }
  }

  /// Where a column of a table is put in order, a card of each row: the order says which cell belongs to
  /// `Level 1`, and which to `Level 2`.
  private func rows(inOrderOf question: QuizQuestion) -> [Card] {
    switch question.form {
    case .order: break
    case .choice where question.cardKind == .order: break
    default: return []
    }
    let items = Set(question.answer.pieces(at: " → "))
    return material.sets.grids.lazy.filter { grid in
      grid.place.page == question.place.page
        && grid.header.indices.contains { column in
          items.isSubset(of: grid.rows.lazy.map { $0[column] })
        }
    }.flatMap { grid in
      grid.cards.compactMap { ids in ids.lazy.compactMap { $0 }.first.flatMap { known[$0] } }
    }
  }
}
