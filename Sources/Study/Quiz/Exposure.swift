import Cards

/// What a question lets be seen, asked and judged, and what it asks for: enough to tell whether one question
/// of a quiz answers another.
struct Exposure: Sendable {
  /// One thing that is asked for.
  struct Part: Sendable {
    /// The answer's words.
    let words: [String]
    /// Words that have to stand beside the answer before it tells anything: the name that a cell belongs to.
    var cue: Set<String> = []
    /// How many of them.
    var needed = 0
  }

  /// The facts, definitions, connections and lists it is made from. With the verdict their whole text is
  /// shown.
  private(set) var items: Set<String> = []
  /// The rows of tables it is made from. Of them it shows what stands in `shown`.
  private(set) var rows: Set<String> = []
  /// What is read while it is asked and judged, text by text, in words.
  private var shown: [[String]] = []
  private var bag: Set<String> = []
  /// What there is to choose from.
  private var options: [[String]] = []
  private var parts: [Part] = []
  /// What is to be put in order, in the right one.
  private var sequence: [[String]] = []
  /// Whether the answer is recalled, so that an option of another question would remind of it.
  private var isRecalled = false

  /// Of a card, in whatever form it will be asked.
  init(_ card: Card) {
    add(source: card)
    show(card.context)
    show(card.prompt + " " + card.answer)
    show(card.source)
    if card.kind == .order || card.asksForOrder {
      sequence = card.answerItems.map(Self.words)
    } else {
      parts = [
        Self.part(card.answer, prompt: card.prompt, row: card.kind == .cell ? card.source : nil)
      ]
    }
  }

  /// - Parameters:
  ///   - sources: the cards behind it and beside it in what is shown.
  ///   - line: stands for what it is made from where there is no card, as `page:line`.
  init(_ question: QuizQuestion, sources: [Card], line: String) {
    for card in sources { add(source: card) }
    if sources.isEmpty { items.insert(line) }
    show(question.place.context)
    show(question.source)
    switch question.form {
    case .choice(let options, _):
      show(question.prompt + " " + question.answer)
      self.options = options.map(Self.words)
      if question.cardKind == .order {
        sequence = question.answer.pieces(at: " → ").map(Self.words)
      } else {
        parts = [
          Self.part(
            question.answer, prompt: question.prompt,
            row: question.cardKind == .cell ? question.source : nil)
        ]
      }
    case .typed:
      show(question.prompt + " " + question.answer)
      parts = [
        Self.part(
          question.answer, prompt: question.prompt,
          row: question.cardKind == .cell ? question.source : nil)
      ]
      isRecalled = true
    case .several(let options, let correct):
      show(question.prompt)
      for place in correct { show(question.prompt + " " + options[place]) }
      self.options = options.map(Self.words)
      // What stands in a list is told by its name; what rows have, only beside what is asked of them.
      let cue = rows.isEmpty ? [] : Set(Self.words(question.prompt))
      parts = correct.map {
        Part(words: Self.words(options[$0]), cue: cue, needed: Self.most(of: cue))
      }
    case .match(let left, let right, let answer):
      show(question.prompt)
      for (index, name) in left.enumerated() {
        show(name + " " + right[answer[index]])
        let cue = Set(Self.words(name))
        parts.append(Part(words: Self.words(right[answer[index]]), cue: cue, needed: cue.count))
      }
    case .order(let items, let answer):
      show(question.prompt)
      sequence = answer.map { Self.words(items[$0]) }
      for item in sequence { show(item) }
    case .table(let table):
      show(question.prompt)
      for row in table.rows { show(row.joined(separator: " ")) }
      for place in table.hidden {
        let cue = Set(Self.words(table.rows[place.row][0]))
        parts.append(Part(words: Self.words(table.text(place)), cue: cue, needed: cue.count))
      }
    case .list(let items):
      show(question.prompt)
      for item in items {
        show(item)
        parts.append(Part(words: Self.words(item)))
      }
      isRecalled = true
    }
    parts.removeAll { $0.words.isEmpty }
  }

  private mutating func add(source card: Card) {
    let name = card.siblingGroup.isEmpty ? "\(card.page):\(card.line)" : card.siblingGroup
    if card.kind == .cell || card.kind == .order { rows.insert(name) } else { items.insert(name) }
  }

  private mutating func show(_ text: String) { show(Self.words(text)) }

  private mutating func show(_ words: [String]) {
    guard !words.isEmpty, shown.last != words else { return }
    shown.append(words)
    bag.formUnion(words)
  }

  // MARK: Words

  /// The words of a text but the small ones, plural and singular as one.
  static func words(_ text: String) -> [String] {
    Tokenizer.tokens(text).filter { $0.weight != .small }.map { token in
      guard token.kind == .word, token.key.utf8.count > 4, token.key.hasSuffix("s"),
        !token.key.hasSuffix("ss")
      else { return token.key }
      return token.key.hasSuffix("ies") ? token.key.dropLast(3) + "y" : String(token.key.dropLast())
    }
  }

  private static func most(of cue: Set<String>) -> Int { (cue.count * 3 + 4) / 5 }

  /// A name or a phrase tells by itself; the short cell of a table, which may stand in other rows too, beside
  /// the name of its row, or half of it; a number and a short word beside most of what the question says.
  /// - Parameter row: of a cell the row as it is shown, its name first.
  private static func part(_ answer: String, prompt: String, row: String?) -> Part {
    let words = words(answer)
    let length = words.reduce(0) { $0 + $1.utf8.count }
    if words.count < 2 || length < 8, let name = row?.pieces(at: " · ").first {
      let cue = Set(self.words(name))
      return Part(words: words, cue: cue, needed: (cue.count + 1) / 2)
    }
    // `RS256` is two words here; a long number is as good as a name.
    let isTelling =
      length > 4 || length > 3 && words.contains { $0.contains(where: \.isLetter) }
    let cue = isTelling ? [] : Set(self.words(prompt))
    return Part(words: words, cue: cue, needed: most(of: cue))
  }

  // MARK: One beside another

  /// Whether anything that the other asks for stands in what this shows, whatever it
  /// says there.
  func touches(_ other: Exposure) -> Bool {
    if other.parts.contains(where: { part in
      part.words.reduce(0) { $0 + $1.utf8.count } > 2
        && (has(part.words)
          || other.isRecalled && options.contains { Self.contains($0, part.words) })
    }) {
      return true
    }
    return other.sequence.contains { item in
      item.contains { $0.utf8.count > 3 } && has(item)
    }
  }

  /// Whether this lets be seen what the other asks for, or a part of it.
  func tells(_ other: Exposure) -> Bool {
    let isOneRow = !rows.isDisjoint(with: other.rows)
    return other.parts.contains { part in
      has(part.words) { unit in
        isOneRow || part.needed == 0 || part.cue.filter(unit.contains).count >= part.needed
      }
    } || tellsOrder(of: other)
  }

  private func has(_ words: [String], where isMeant: ([String]) -> Bool = { _ in true }) -> Bool {
    guard let first = words.first, bag.contains(first) else { return false }
    return shown.contains { Self.contains($0, words) && isMeant($0) }
  }

  /// Whether what the other has to be put in order stands here in that order, nearly all of it.
  private func tellsOrder(of other: Exposure) -> Bool {
    guard other.sequence.count > 1 else { return false }
    let all = Array(shown.joined())
    var from = 0
    var found = 0
    for item in other.sequence {
      guard let first = item.first, bag.contains(first),
        let place = Self.place(of: item, in: all, from: from)
      else { continue }
      found += 1
      from = place + item.count
    }
    return found > 2 && found * 4 > other.sequence.count * 3
  }

  private static func contains(_ text: [String], _ words: [String]) -> Bool {
    place(of: words, in: text, from: 0) != nil
  }

  private static func place(of words: [String], in text: [String], from: Int) -> Int? {
    guard !words.isEmpty, text.count - from >= words.count else { return nil }
    return (from...(text.count - words.count)).first { start in
      words.indices.allSatisfy { text[start + $0] == words[$0] }
    }
  }
}
