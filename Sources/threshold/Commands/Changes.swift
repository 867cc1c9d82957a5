import Cards
import Collection
import Study

/// What happened to the cards, for people and for programs.
struct ShownChanges: Encodable {
  struct ShownText: Encodable {
    var page: String, section: String, file: String, line: Int, prompt: String, answer: String
    init(_ text: CardText) {
      page = text.page
      section = text.section
      file = text.file
      line = text.line
      prompt = text.prompt
      answer = text.answer
    }
  }

  struct ShownChange: Encodable {
    var id: String, kind: String, page: String, file: String, line: Int
    var before: ShownText?
    var after: ShownText?
  }

  struct Pair: Encodable {
    /// The ids of the new and of the known card: what `--same NEW=OLD` takes.
    var new: String, old: String
    var answerChanged: Bool
    var before: ShownText
    var after: ShownText
    enum CodingKeys: String, CodingKey {
      case new, old, before, after
      case answerChanged = "answer_changed"
    }
  }

  struct Candidate: Encodable { var page: String, section: String, source: String, cards: [Pair] }

  struct Question: Encodable {
    var id: String, page: String, file: String, line: Int, source: String
    var candidates: [Candidate]
  }

  /// ISO 8601; absent when nothing happened.
  var since: String?
  var unchanged: Int
  var counts: [String: Int]
  var changes: [ShownChange]
  var questions: [Question]

  init(_ report: ChangeReport) {
    since = report.since.map(SystemClock.text)
    unchanged = report.list.unchanged
    counts = Dictionary(
      uniqueKeysWithValues: report.list.counts.map { ($0.key.rawValue, $0.value) })
    changes = report.list.changes.map { change in
      ShownChange(
        id: change.id, kind: change.kind.rawValue, page: change.place?.page ?? "",
        file: change.place?.file ?? "", line: change.place?.line ?? 0,
        before: change.before.map(ShownText.init), after: change.after.map(ShownText.init))
    }
    questions = report.questions.map { question in
      Question(
        id: question.id, page: question.page, file: question.file, line: question.line,
        source: question.source,
        candidates: question.candidates.map { candidate in
          Candidate(
            page: candidate.page, section: candidate.section, source: candidate.source,
            cards: candidate.adoptions.map {
              Pair(
                new: $0.card, old: $0.history, answerChanged: $0.answerChanged,
                before: ShownText($0.before), after: ShownText($0.after))
            })
        })
    }
  }

  /// For people: by page and line, the counts in words, and the questions with how to answer them.
  static func text(_ report: ChangeReport) -> String {
    // What a question is about is told by the question.
    let asked = Set(report.questions.flatMap(\.cards))
    var lines: [String] = []
    for page in report.list.pages {
      for line in page.lines {
        let changes = line.changes.filter { $0.kind != .ambiguous || !asked.contains($0.id) }
        guard !changes.isEmpty else { continue }
        lines.append("\(page.file):\(max(1, line.line))")
        for change in changes { lines += text(change) }
        lines.append("")
      }
    }
    for question in report.questions { lines += text(question) + [""] }
    let summary = report.list.isEmpty ? "Nothing changed" : report.list.summary
    let unchanged = report.list.unchanged
    lines.append("\(summary); \(unchanged) \(unchanged == 1 ? "card" : "cards") as before.")
    if !report.questions.isEmpty {
      let count = report.questions.count
      lines.append(
        count == 1 ? "1 question is open." : "\(count) questions are open.")
    }
    return lines.map(Console.clean).joined(separator: "\n") + "\n"
  }

  private static func text(_ change: CardChange) -> [String] {
    func shown(_ text: CardText) -> String {
      "\(text.prompt) → \(text.answer.split(whereSeparator: \.isNewline).joined(separator: " · "))"
    }
    let name = change.kind.rawValue.replacing("-", with: " ")
    var lines = (change.after ?? change.before).map { ["  \(name): \(shown($0))"] } ?? []
    if let before = change.before, let after = change.after,
      before.prompt != after.prompt || before.answer != after.answer
    {
      lines.append("    was: \(shown(before))")
    }
    if let page = change.movedFrom { lines.append("    from: \(page)") }
    return lines
  }

  private static func text(_ question: IdentityQuestion) -> [String] {
    var lines = [
      "\(question.file):\(max(1, question.line)): is this a known card, or a new one?",
      "  now: \(question.source)",
    ]
    for candidate in question.candidates {
      lines.append("  was: \(candidate.source) (\(candidate.page) › \(candidate.section))")
      if let pair = candidate.adoptions.first {
        lines.append("       the same: threshold check --same \(pair.card)=\(pair.history)")
      }
    }
    lines.append("  none of them: threshold check --new \(question.id)")
    return lines
  }
}

extension Desk {
  /// Answers a question: `NEW=OLD`, ids of the new card and of the known one that it is.
  func answerSame(_ typed: String) throws {
    let parts = typed.split(separator: "=").map(String.init)
    guard parts.count == 2 else {
      throw Failure(
        "“\(typed)” is not NEW=OLD",
        remedy: "copy the ids from `threshold check --changes`", status: .wrongUse)
    }
    for question in try collection.changes(.unseen).questions {
      for (number, candidate) in question.candidates.enumerated()
      where candidate.adoptions.contains(where: { $0.card == parts[0] && $0.history == parts[1] }) {
        try collection.decide(question.id, .same(number), using: scheduler, at: now)
        return print("It is the same card, and goes on with its history.")
      }
    }
    throw noQuestion(typed)
  }

  /// Answers a question: the card is new.
  func answerNew(_ id: String) throws {
    guard
      let question = try collection.changes(.unseen).questions.first(where: {
        $0.cards.contains(id)
      })
    else { throw noQuestion(id) }
    try collection.decide(question.id, .none, using: scheduler, at: now)
    print("It is a new card; the known one rests.")
  }

  private func noQuestion(_ typed: String) -> Failure {
    Failure(
      "no question is open about “\(typed)”",
      remedy: "`threshold check --changes` lists those that are", status: .found)
  }
}
