import Cards

/// Several right ones among others of their kind.
struct SeveralQuestions {
  private let material: QuizMaterial
  /// In which the quiz is drawn.
  private let year: Int?
  /// Names and items that stand in lists, by page, with the words of their list's name.
  private let byPage: [String: [(card: Card, list: Set<String>)]]

  init(material: QuizMaterial, year: Int?) {
    self.material = material
    self.year = year
    var lists: [Card.ID: Set<String>] = [:]
    for set in material.sets.lists {
      let words = Self.words(ofName: set.name ?? "")
      for item in set.items { if let id = item.card { lists[id] = words } }
    }
    var byPage: [String: [(card: Card, list: Set<String>)]] = [:]
    for card in material.cards + material.others where Self.isName(card) {
      if let words = lists[card.id] { byPage[card.page, default: []].append((card, words)) }
    }
    self.byPage = byPage
  }

  /// `Four kinds of nest`: its words but the number.
  private static func words(ofName name: String) -> Set<String> {
    Echo.words(name).filter { $0.contains(where: \.isLetter) }
  }

  private static func isName(_ card: Card) -> Bool {
    card.kind == .item || card.kind == .gloss || card.kind == .definition && card.slot == "term"
  }

  /// Which of these stand in the list? The others stand in lists of the page that are called alike
  /// (`kinds of nest`, `kinds of feather`): what comes from further away is seen not to belong.
  /// - Parameter fromAnyList: from any list of the page, for want of better.
  func question(
    _ set: ListSet, fromAnyList: Bool = false, random: inout SplitMix64
  ) -> QuizQuestion? {
    guard let name = set.name else { return nil }
    let given = Echo.words(name).union(Echo.words(set.place.context))
    let rights = random.shuffled(set.items).filter {
      // What repeats the list's name is seen to belong there.
      Echo.of(Echo.words($0.text), in: given).isEmpty && $0.text.count < 80
    }
    let meanings = set.items.map { Sameness($0.text) }
    let source = " " + Distractors.key(set.source) + " "
    let page = set.place.page
    let own = Self.words(ofName: name)
    let candidates = random.shuffled(byPage[page] ?? []).filter {
      fromAnyList || !Echo.of($0.list, in: own).isEmpty
    }.map(\.card)
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

  /// Which of these does the table say of this row? For each right cell one of another row, from the
  /// same column.
  func question(_ grid: GridSet, random: inout SplitMix64) -> [QuizQuestion] {
    random.shuffled(Array(grid.rows.indices)).prefix(Self.mostRows).compactMap { row in
      question(grid, row: row, random: &random)
    }
  }

  private static let mostRows = 4

  private func question(_ grid: GridSet, row: Int, random: inout SplitMix64) -> QuizQuestion? {
    let key = grid.rows[row][0]
    guard !key.isEmpty, grid.rows.filter({ Fold.folded($0[0]) == Fold.folded(key) }).count == 1
    else { return nil }
    let given = Echo.words(key + " " + grid.title)
    let own = grid.header.indices.dropFirst().map { Sameness(grid.rows[row][$0]) }
    var used = own
    var rights: [(text: String, card: Card.ID?)] = []
    var wrong: [String] = []
    for column in random.shuffled(Array(grid.header.indices.dropFirst())) where rights.count < 3 {
      let text = grid.rows[row][column]
      guard let card = grid.cards[row][column], text.count < 80,
        Echo.of(Echo.words(text), in: given).isEmpty,
        own.indices.allSatisfy({ $0 + 1 == column || !own[$0].overlaps(own[column - 1]) })
      else { continue }
      let shape = AnswerShape(text)
      let rival = random.shuffled(Array(grid.rows.indices)).first { other in
        let cell = grid.rows[other][column]
        guard other != row, grid.cards[other][column] != nil, AnswerShape(cell).isAlike(shape),
          Echo.of(Echo.words(cell), in: given).isEmpty
        else { return false }
        let meaning = Sameness(cell)
        return !meaning.key.isEmpty && !used.contains { $0.overlaps(meaning) }
      }
      guard let rival else { continue }
      let cell = grid.rows[rival][column]
      used.append(Sameness(cell))
      rights.append((text, card))
      wrong.append(cell)
    }
    guard rights.count > 1 else { return nil }
    return put(
      prompt: "\(grid.title) — \(key): which of these belong to it?",
      place: QuizPlace(
        page: grid.place.page, context: grid.place.context, file: grid.place.file,
        line: grid.lines[row]), mark: grid.mark,
      source: grid.rows[row].filter { !$0.isEmpty }.joined(separator: " | "), subject: nil,
      rights: rights, wrong: wrong, random: &random)
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
    let given = Echo.words(prompt)
    let even = EvenOptions(
      echo: { Echo.of(Echo.words($0), in: given).count }, year: year)
    guard !haveCommonWord(chosen.map(\.text), unlike: against),
      even.flaw(right: shapes, wrong: against.map { AnswerShape($0) }) == nil
    else { return nil }
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
