import Cards

/// Makes the questions of a quiz: for each kind from what suits it, in an order that is random but the
/// same for the same seed.
struct QuizMaker {
  private let material: QuizMaterial
  private let links: [String: Set<String>]

  init(_ material: QuizMaterial, links: [String: Set<String>] = [:]) {
    self.material = material
    self.links = links
  }

  func questions(_ request: QuizRequest) -> [QuizQuestion] {
    var random = SplitMix64(seed: request.seed)
    let count = min(max(0, request.count), QuizRequest.longest)
    guard count > 0 else { return [] }
    switch request.kind {
    case .choice, .typed:
      return cardQuestions(material.cards, request.kind, count: count, random: &random)
    case .mixed: return mixed(count: count, random: &random)
    case .several, .match, .order, .table, .list:
      return Array(setQuestions(request.kind, count: count, random: &random).prefix(count))
    }
  }

  // MARK: Cards

  /// One card after another, chosen or typed. What can be asked in no good way is left out, and
  /// another drawn in its place.
  private func cardQuestions(
    _ cards: [Card], _ kind: QuizKind, count: Int, random: inout SplitMix64
  ) -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    // Asked for choices, and to be typed where there are no good ones: only when there is nothing else.
    var typed: [QuizQuestion] = []
    var left = cards
    // Some cards can be asked in no form; then others are drawn, until there are none.
    while questions.count < count, !left.isEmpty {
      let wanted = count - questions.count
      let drawn = QuizDraw.cards(
        left, count: kind == .choice ? wanted * 3 + 8 : wanted + wanted / 2 + 4, random: &random)
      guard !drawn.isEmpty else { break }
      let distractors = Distractors(
        cards: material.cards + material.others, asked: drawn, links: links)
      for card in drawn where questions.count < count {
        if let form = form(for: card, kind: kind, distractors: distractors, random: &random) {
          var question = QuizQuestion(card: card, form: form)
          if card.asksForOrder { question.cardKind = .order }
          if kind == .choice, QuizVerdict.mayBeOverruled(question) {
            typed.append(question)
          } else {
            questions.append(question)
          }
        }
      }
      let seen = Set(drawn.map(\.id))
      left.removeAll { seen.contains($0.id) }
    }
    return questions + typed.prefix(max(0, count - questions.count))
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
      cards: material.cards + material.others, asked: Array(cards.values), links: links)
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
  private func form(
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
    let wrong = distractors.choose(for: card, random: &random)
    guard wrong.count > 1 else {
      return kind == .typed || Self.hasOneWording(card) ? typing : nil
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
    case .list, .order: 0.7
    default: card.answer.split(separator: " ").count <= 2 ? 0.7 : 0.2
    }
  }

  /// How a card is typed; nil when that would be a typing test.
  private static func typingForm(of card: Card) -> QuizQuestion.Form? {
    guard card.kind != .connection else { return nil }
    let core = AnswerParts.alternatives(of: card.answer).first ?? card.answer
    guard card.kind == .list || card.kind == .order else {
      return AnswerShape(core).isShort ? .typed : nil
    }
    let items = card.answerItems
    guard isTypeable(items) else { return nil }
    return card.asksForOrder || items.count < 2 ? .typed : .list(items: items)
  }

  /// Numbers, code, names and single words: what can be typed instead of being chosen, because there
  /// is hardly another way to say it.
  private static func hasOneWording(_ card: Card) -> Bool {
    let shape = AnswerShape(card.answer)
    return shape.figure != nil || shape.setting == .code || shape.words < 3
      || shape.initial == .capital && shape.words < 5 || card.kind == .list
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

  /// Questions of a kind, at least `count` where the notes give so many: sources are taken by chance,
  /// and no more of them looked at than are needed.
  private func setQuestions(
    _ kind: QuizKind, count: Int, random: inout SplitMix64
  ) -> [QuizQuestion] {
    let sets = material.sets
    var groups: [[QuizQuestion]] = []
    func gather<Source>(
      _ sources: [Source], _ make: (Source, inout SplitMix64) -> [QuizQuestion]
    ) {
      for source in random.shuffled(sources) where groups.count < count {
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
      let maker = SeveralQuestions(material: material)
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

  /// A bit of everything: up to half are matching, ordering, tables, lists and selections, as the
  /// notes give them; the rest are cards. Nothing is asked twice in two ways.
  private func mixed(count: Int, random: inout SplitMix64) -> [QuizQuestion] {
    let kinds = random.shuffled([QuizKind.match, .order, .table, .list, .several])
    // Some are left out because others show what they ask.
    var byKind = kinds.map { setQuestions($0, count: count + 6, random: &random) }
    var wholes: [QuizQuestion] = []
    var revealed: Set<String> = []
    var shown = ""
    let most = (count + 1) / 2
    while wholes.count < most, byKind.contains(where: { !$0.isEmpty }) {
      for kind in byKind.indices where wholes.count < most && !byKind[kind].isEmpty {
        let question = byKind[kind].removeFirst()
        let lines = lines(of: question)
        guard revealed.isDisjoint(with: lines), !answers(of: question, areIn: shown) else {
          continue
        }
        revealed.formUnion(lines)
        shown += " " + Distractors.key(texts(of: question).joined(separator: " | ")) + " "
        wholes.append(question)
      }
    }
    let cards = material.cards.filter { card in
      guard !revealed.contains("\(card.page):\(card.line)"), card.kind != .order,
        !(card.kind == .list && card.asksForOrder)
      else { return false }
      let key = Distractors.key(card.answer)
      return key.utf8.count < 4 || !shown.contains(" " + key + " ")
    }
    let asked = cardQuestions(
      cards, .mixed, count: count - wholes.count, random: &random)
    return Self.interleave(random.shuffled(wholes), among: asked)
  }

  /// The source lines that a question with its verdict shows, as `page:line`.
  private func lines(of question: QuizQuestion) -> Set<String> {
    let ids = Set(question.cards.compactMap { $0 })
    var lines = Set(
      material.cards.lazy.filter { ids.contains($0.id) }.map { "\($0.page):\($0.line)" })
    lines.insert("\(question.place.page):\(question.place.line)")
    if case .table(let table) = question.form {
      // All rows are in sight.
      let texts = Set(table.rows.flatMap { $0 })
      for card in material.cards
      where card.kind == .cell && card.page == question.place.page && texts.contains(card.answer) {
        lines.insert("\(card.page):\(card.line)")
      }
    }
    return lines
  }

  private func texts(of question: QuizQuestion) -> [String] {
    switch question.form {
    case .choice(let options, _), .several(let options, _): [question.prompt] + options
    case .typed: [question.prompt, question.answer]
    case .match(let left, let right, _): [question.prompt] + left + right
    case .order(let items, _), .list(let items): [question.prompt] + items
    case .table(let table): [question.prompt] + table.rows.flatMap { $0 }
    }
  }

  /// Whether most of what a list or a selection asks for is in sight already.
  private func answers(of question: QuizQuestion, areIn shown: String) -> Bool {
    guard case .list(let items) = question.form else { return false }
    let seen = items.filter { shown.contains(" " + Distractors.key($0) + " ") }.count
    return seen * 2 > items.count
  }

  /// The wholes at even distances among the others.
  private static func interleave(
    _ wholes: [QuizQuestion], among others: [QuizQuestion]
  ) -> [QuizQuestion] {
    var result: [QuizQuestion] = []
    var taken = 0
    for (index, whole) in wholes.enumerated() {
      let before = (2 * index + 1) * others.count / (2 * wholes.count)
      result += others[taken..<before]
      taken = before
      result.append(whole)
    }
    return result + others[taken...]
  }
}
