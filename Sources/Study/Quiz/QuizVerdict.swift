import Cards

/// What an answer in a quiz is worth, part by part.
public struct QuizVerdict: Sendable, Hashable {
  /// From 0 to 1.
  public var credit: Double
  /// For each part of the answer whether it was right.
  public var parts: [Bool]
  /// How what was typed compares with the answer; for a typed answer alone.
  public var typed: TypedJudgement?
  /// Of a list or a selection: what was given and does not belong there.
  public var extra: [String] = []

  /// Whether the learner may know better: only where something was typed.
  public static func mayBeOverruled(_ question: QuizQuestion) -> Bool {
    switch question.form {
    case .typed, .list: true
    case .table(let table): table.bank == nil
    case .choice, .several, .match, .order: false
    }
  }
}

/// Judges answers of every form.
struct QuizJudge {
  /// Words of the page in lower case: typing one of them instead of another is no slip.
  let vocabulary: Set<String>
  /// What the page abbreviates.
  var abbreviations = Abbreviations()

  /// Nil when the response does not fit the question.
  func judge(_ response: QuizResponse, to question: QuizQuestion) -> QuizVerdict? {
    switch (question.form, response) {
    case (.choice(let options, let correct), .chosen(let option)):
      guard options.indices.contains(option) else { return nil }
      return Self.whole(option == correct)
    case (.several(let options, let correct), .several(let chosen)):
      guard Set(chosen).isSubset(of: options.indices) else { return nil }
      return several(Set(chosen), correct: correct, options: options)
    case (.typed, .typed(let text)):
      return typed(text, question)
    case (.match(let left, let right, let answer), .matched(let pairs)):
      guard pairs.count == left.count,
        pairs.allSatisfy({ $0.map(right.indices.contains) ?? true })
      else { return nil }
      return Self.shares(zip(pairs, answer).map { $0 == $1 })
    case (.order(let items, let answer), .ordered(let given)):
      guard given.sorted() == Array(items.indices) else { return nil }
      return order(given, answer: answer)
    case (.table(let table), .filled(let cells)):
      guard cells.count == table.hidden.count else { return nil }
      return filled(cells, table, question)
    case (.list(let items), .listed(let given)):
      return listed(given, items: items, question)
    default:
      return nil
    }
  }

  private static func whole(_ isRight: Bool) -> QuizVerdict {
    QuizVerdict(credit: isRight ? 1 : 0, parts: [isRight])
  }

  private static func shares(_ parts: [Bool]) -> QuizVerdict {
    guard !parts.isEmpty else { return QuizVerdict(credit: 0, parts: []) }
    return QuizVerdict(
      credit: Double(parts.filter { $0 }.count) / Double(parts.count), parts: parts)
  }

  /// Each right one counts, each wrong one takes one away; never below nothing.
  private func several(_ chosen: Set<Int>, correct: [Int], options: [String]) -> QuizVerdict {
    let wrong = chosen.subtracting(correct).sorted()
    let parts = correct.map(chosen.contains)
    let count = max(0, parts.filter { $0 }.count - wrong.count)
    return QuizVerdict(
      credit: Double(count) / Double(max(1, correct.count)), parts: parts,
      extra: wrong.map { options[$0] })
  }

  private func typed(_ text: String, _ question: QuizQuestion) -> QuizVerdict {
    let judge = TypedAnswer(
      prompt: question.prompt, vocabulary: vocabulary, abbreviations: abbreviations)
    let judgement = judge.judge(text, answer: question.answer, kind: question.cardKind)
    return QuizVerdict(
      credit: judgement.isRight ? 1 : 0, parts: [judgement.isRight], typed: judgement)
  }

  /// What counts: each item in its place, and each in the longest run of items that follow one another
  /// in the right order, gaps allowed, so that one item moved too far does not spoil the others. One
  /// item alone is always in order, so it is no run.
  private func order(_ given: [Int], answer: [Int]) -> QuizVerdict {
    let ranks = given.map { answer.firstIndex(of: $0) ?? 0 }
    // Of runs equally long the one with the most items in their places.
    typealias Run = (length: Int, inPlace: Int)
    var runs: [Run] = ranks.enumerated().map { (1, $0 == $1 ? 1 : 0) }
    var before = [Int?](repeating: nil, count: ranks.count)
    for place in ranks.indices {
      let own = runs[place].inPlace
      for earlier in 0..<place where ranks[earlier] < ranks[place] {
        let run: Run = (runs[earlier].length + 1, runs[earlier].inPlace + own)
        if run > runs[place] {
          runs[place] = run
          before[place] = earlier
        }
      }
    }
    var parts = [Bool](repeating: false, count: ranks.count)
    for (place, rank) in ranks.enumerated() where place == rank { parts[rank] = true }
    var last = runs.indices.max { runs[$0] < runs[$1] }
    if let end = last, runs[end].length < 2 { last = nil }
    while let place = last {
      parts[ranks[place]] = true
      last = before[place]
    }
    return Self.shares(parts)
  }

  private func filled(
    _ cells: [String], _ table: QuizTable, _ question: QuizQuestion
  ) -> QuizVerdict {
    let parts = zip(cells, table.hidden).map { text, place in
      let right = table.text(place)
      if table.bank != nil {
        // The same words in another row of the bank are as good.
        return !text.isEmpty && Distractors.key(text) == Distractors.key(right)
      }
      let prompt = ([table.header[place.column]] + table.rows[place.row].prefix(1))
        .joined(separator: " ")
      return TypedAnswer(
        prompt: prompt, vocabulary: vocabulary, abbreviations: abbreviations
      )
      .judge(text, answer: right, kind: .cell).isRight
    }
    return Self.shares(parts)
  }

  /// Each item counts, in any order; what does not belong there takes one away.
  private func listed(
    _ given: [String], items: [String], _ question: QuizQuestion
  ) -> QuizVerdict {
    let judge = TypedAnswer(
      prompt: question.prompt, vocabulary: vocabulary, abbreviations: abbreviations)
    let found = judge.find(items, in: given)
    let parts = found.places.map { $0 != nil }
    let count = max(0, parts.filter { $0 }.count - found.extra.count)
    return QuizVerdict(
      credit: Double(count) / Double(max(1, items.count)), parts: parts, extra: found.extra)
  }
}
