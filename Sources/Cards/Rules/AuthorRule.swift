import Notes

/// What the author marked as a card, anywhere on the page. It overrides the rules for that item.
///
/// | mark | cards |
/// | --- | --- |
/// | `==highlight==` | the sentence with the highlight hidden; one card for each |
/// | `Q: …` `A: …` (one item or paragraph, or one after the other) | the question and its answer |
/// | `Q: …` with something nested in its item | the question; what is nested is its answer |
/// | `term :: definition` | term → definition |
/// | `term ::: definition` | both ways |
struct AuthorRule {
  private struct Marked {
    var drafts: [Draft]
    var place: Place
  }
  private struct Asked {
    var text: RichText
    var line: Int
    var blockID: String?
  }
  private var marked: [Marked] = []
  private var lines: Set<Int> = []
  private var flaws: [(line: Int, flaw: Flaw)] = []

  /// What is wrong with a mark; each has its words in one place.
  private enum Flaw {
    case noAnswer, noDefinition, noTerm, everythingHidden

    var message: String {
      switch self {
      case .noAnswer: "this `Q:` has no `A:`, so it gives no card"
      case .noDefinition: "nothing stands behind `::`, so it gives no card"
      case .noTerm: "nothing stands before `::`, so it gives no card"
      case .everythingHidden: "all of this is highlighted, so nothing is left to ask with"
      }
    }

    var remedy: String {
      switch self {
      case .noAnswer: "write `A: answer` on the next line"
      case .noDefinition: "write `term :: definition`"
      case .noTerm: "write `term :: definition`"
      case .everythingHidden: "highlight only what is to be hidden"
      }
    }
  }

  init(page: Page) {
    for (index, section) in page.sections.enumerated() where !section.cardsOff {
      read(section.blocks, section: index, depth: 0)
    }
  }

  /// Whether the author's marks at that line replace the rules.
  func takes(line: Int) -> Bool { lines.contains(line) }

  func add(to deck: inout Deck) {
    for mark in marked {
      let before = deck.cards.count
      deck.add(mark.drafts, from: mark.place)
      if deck.cards.count == before {
        deck.problem(
          line: mark.place.line, "this mark asks the same as one before it, so it gives no card",
          "leave one of them out, or word it differently")
      }
    }
    for (line, flaw) in flaws { deck.problem(line: line, flaw.message, flaw.remedy) }
  }

  private mutating func read(_ blocks: [Block], section: Int, depth: Int) {
    guard depth < 12 else { return }
    var question: Asked?
    defer { if let open = question { report(.noAnswer, line: open.line) } }
    for block in blocks {
      switch block {
      case .paragraph(let text, let line):
        read(text, line: line, blockID: nil, section: section, question: &question)
      case .list(let items, _, _):
        for item in items where !item.cardsOff {
          // The answer may stand in a paragraph or list of the item.
          read(
            item.text, line: item.line, blockID: item.blockID, section: section,
            question: &question)
          if let open = question, open.line == item.line, !item.children.isEmpty,
            let answer = answer(in: item.children)
          {
            add(question: open, answer: answer, section: section)
            question = nil
          } else {
            read(item.children, section: section, depth: depth + 1)
          }
        }
      case .quote(let blocks, _, _):
        drop(&question)
        read(blocks, section: section, depth: depth + 1)
      case .table(let table):
        for row in table.rows {
          for (column, cell) in row.cells.enumerated()
          where cell.runs.contains(where: { $0.style.contains(.highlight) }) {
            // A cell alone does not say what it is about.
            let key = column > 0 ? row.cells[0].plain : ""
            highlights(
              cell, line: row.line, blockID: nil, section: section,
              lead: key.isEmpty ? "" : key + " — ")
          }
        }
        drop(&question)
      case .code, .rule: drop(&question)
      }
    }
  }

  private mutating func read(
    _ text: RichText, line: Int, blockID: String?, section: Int,
    question: inout Asked?
  ) {
    if text.runs.contains(where: { $0.style.contains(.highlight) }) {
      highlights(text, line: line, blockID: blockID, section: section)
      drop(&question)
      return
    }
    guard question != nil || Mark.mayStand(in: text) else { return }
    if let asked = Mark.question.rest(of: text) {
      if let (first, second) = Mark.answer.split(asked) {
        drop(&question)
        add(
          question: Asked(text: first, line: line, blockID: blockID), answer: second.plain,
          section: section)
      } else {
        drop(&question)
        question = Asked(text: asked, line: line, blockID: blockID)
        lines.insert(line)
      }
      return
    }
    if let open = question, let answer = Mark.answer.rest(of: text) {
      add(question: open, answer: answer.plain, section: section)
      lines.insert(line)
      question = nil
      return
    }
    drop(&question)
    for (mark, bothWays) in [(":::", true), ("::", false)] {
      guard let (term, definition) = Mark.sides(of: text, at: mark) else { continue }
      let left = Mark.trimmed(term.plain)
      let right = Mark.trimmed(definition.plain)
      guard !left.isEmpty, !right.isEmpty else {
        report(left.isEmpty ? .noTerm : .noDefinition, line: line)
        return
      }
      var drafts = [
        Draft(kind: .author, prompt: left, answer: right, slot: "forwards", pool: "author")
      ]
      if bothWays {
        drafts.append(
          Draft(kind: .author, prompt: right, answer: left, slot: "backwards", pool: "author"))
      }
      note(drafts, text: text.plain, line: line, blockID: blockID, section: section)
      return
    }
  }

  /// What is nested below `Q:` is its answer, with or without `A:`.
  private func answer(in blocks: [Block]) -> String? {
    var texts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let text, _):
        if let answer = Mark.answer.rest(of: text) { return Mark.trimmed(answer.plain) }
        texts.append(text.plain)
      case .list(let items, _, _):
        for item in items {
          if let answer = Mark.answer.rest(of: item.text) { return Mark.trimmed(answer.plain) }
          texts.append(item.text.plain)
        }
      case .table, .code, .quote, .rule: continue
      }
    }
    let answer = texts.filter { !$0.isEmpty }.joined(separator: "; ")
    return answer.isEmpty ? nil : answer
  }

  private mutating func drop(_ question: inout Asked?) {
    if let open = question { report(.noAnswer, line: open.line) }
    question = nil
  }

  /// The item is the author's: the rules leave it alone, and a problem says what is missing.
  private mutating func report(_ flaw: Flaw, line: Int) {
    lines.insert(line)
    flaws.append((line, flaw))
  }

  private mutating func add(
    question: Asked, answer: String, section: Int
  ) {
    let prompt = Mark.trimmed(question.text.plain)
    let answer = Mark.trimmed(answer)
    guard !prompt.isEmpty, !answer.isEmpty else {
      report(.noAnswer, line: question.line)
      return
    }
    note(
      [Draft(kind: .author, prompt: prompt, answer: answer, slot: "question", pool: nil)],
      text: "\(prompt) \(answer)", line: question.line, blockID: question.blockID, section: section)
  }

  private mutating func note(
    _ drafts: [Draft], text: String, line: Int, blockID: String?, section: Int
  ) {
    lines.insert(line)
    marked.append(
      Marked(
        drafts: drafts,
        place: Place(
          section: section, line: line, source: text, blockID: blockID, origin: .marks)))
  }

  /// One card for each highlight, in its sentence; a highlight set in parts is one.
  private mutating func highlights(
    _ text: RichText, line: Int, blockID: String?, section: Int, lead: String = ""
  ) {
    let prose = Prose(text)
    var spans: [Range<Int>] = []
    var place = 0
    for run in text.runs {
      let length = run.text.unicodeScalars.count + (run.style.contains(.code) ? 2 : 0)
      if run.style.contains(.highlight), length > 0 {
        if let last = spans.last, last.upperBound == place {
          spans[spans.count - 1] = last.lowerBound..<place + length
        } else {
          spans.append(place..<place + length)
        }
      }
      place += length
    }
    let sentences = prose.split(prose.everything, after: .sentence).map {
      prose.atoms[$0.lowerBound].range.lowerBound..<prose.atoms[$0.upperBound - 1].range.upperBound
    }
    var drafts: [Draft] = []
    for (number, span) in spans.enumerated() {
      let around = sentences.filter { $0.overlaps(span) }
      let start = min(around.first?.lowerBound ?? 0, span.lowerBound)
      let end = max(around.last?.upperBound ?? prose.scalars.count, span.upperBound)
      var prompt =
        prose.string(start..<span.lowerBound) + Draft.blank
        + prose.string(span.upperBound..<end)
      if Mark.trimmed(prompt) == Draft.blank {
        prompt =
          prose.string(0..<span.lowerBound) + Draft.blank
          + prose.string(span.upperBound..<prose.scalars.count)
      }
      prompt = lead + Mark.trimmed(prompt)
      guard prompt != Draft.blank else { continue }
      drafts.append(
        Draft(
          kind: .author, prompt: prompt, answer: Mark.trimmed(prose.string(span)),
          slot: "highlight \(number + 1)"))
    }
    guard !drafts.isEmpty else {
      report(.everythingHidden, line: line)
      return
    }
    note(drafts, text: text.plain, line: line, blockID: blockID, section: section)
  }
}
