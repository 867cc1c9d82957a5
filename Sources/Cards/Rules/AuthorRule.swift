import Notes

/// What the author marked as a card, anywhere on the page. It overrides the rules for that item.
///
/// | mark | cards |
/// | --- | --- |
/// | `==highlight==` | the sentence with the highlight hidden; one card for each |
/// | `Q: …` `A: …` (one item or paragraph, or one after the other) | the question and its answer |
/// | `term :: definition` | term → definition |
/// | `term ::: definition` | both ways |
struct AuthorRule {
  private struct Marked {
    var drafts: [Draft]
    var place: Place
  }
  private var marked: [Marked] = []
  private var lines: Set<Int> = []

  init(page: Page) {
    for (index, section) in page.sections.enumerated() where !section.cardsOff {
      read(section.blocks, section: index, depth: 0)
    }
  }

  /// Whether the author's marks at that line replace the rules.
  func takes(line: Int) -> Bool { lines.contains(line) }

  func add(to deck: inout Deck) {
    for mark in marked { deck.add(mark.drafts, from: mark.place) }
  }

  private mutating func read(_ blocks: [Block], section: Int, depth: Int) {
    guard depth < 12 else { return }
    var question: (text: RichText, line: Int, blockID: String?)?
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
          if let open = question, open.line == item.line, let answer = answer(in: item.children) {
            add(question: open, answer: answer, section: section)
            question = nil
          } else {
            read(item.children, section: section, depth: depth + 1)
          }
        }
      case .quote(let blocks, _, _):
        read(blocks, section: section, depth: depth + 1)
        question = nil
      case .table(let table):
        for row in table.rows {
          for cell in row.cells where cell.runs.contains(where: { $0.style.contains(.highlight) }) {
            highlights(cell, line: row.line, blockID: nil, section: section)
          }
        }
        question = nil
      case .code, .rule:
        question = nil
      }
    }
  }

  private mutating func read(
    _ text: RichText, line: Int, blockID: String?, section: Int,
    question: inout (text: RichText, line: Int, blockID: String?)?
  ) {
    if text.runs.contains(where: { $0.style.contains(.highlight) }) {
      highlights(text, line: line, blockID: blockID, section: section)
      question = nil
      return
    }
    guard question != nil || Mark.mayStand(in: text) else { return }
    if let asked = Mark.question.rest(of: text) {
      if let (first, second) = Mark.answer.split(asked) {
        add(question: (first, line, blockID), answer: second.plain, section: section)
        question = nil
      } else {
        question = (asked, line, blockID)
      }
      return
    }
    if let open = question, let answer = Mark.answer.rest(of: text) {
      add(question: open, answer: answer.plain, section: section)
      lines.insert(line)
      question = nil
      return
    }
    question = nil
    for (mark, bothWays) in [(":::", true), ("::", false)] {
      guard let (term, definition) = Mark.split(text, at: " \(mark) ") else { continue }
      let left = Mark.trimmed(term.plain)
      let right = Mark.trimmed(definition.plain)
      guard !left.isEmpty, !right.isEmpty else { continue }
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

  private func answer(in blocks: [Block]) -> String? {
    for block in blocks {
      switch block {
      case .paragraph(let text, _):
        if let answer = Mark.answer.rest(of: text) { return Mark.trimmed(answer.plain) }
      case .list(let items, _, _):
        guard let first = items.first else { continue }
        if let answer = Mark.answer.rest(of: first.text) { return Mark.trimmed(answer.plain) }
      default: continue
      }
    }
    return nil
  }

  private mutating func add(
    question: (text: RichText, line: Int, blockID: String?), answer: String, section: Int
  ) {
    let prompt = Mark.trimmed(question.text.plain)
    let answer = Mark.trimmed(answer)
    guard !prompt.isEmpty, !answer.isEmpty else { return }
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
  private mutating func highlights(_ text: RichText, line: Int, blockID: String?, section: Int) {
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
      drafts.append(
        Draft(
          kind: .author, prompt: prompt, answer: Mark.trimmed(prose.string(span)),
          slot: "highlight \(number + 1)"))
    }
    note(drafts, text: text.plain, line: line, blockID: blockID, section: section)
  }
}

/// `Q:` and `A:` at the beginning of a text, and marks between two texts.
struct Mark {
  var words: [String]
  static let question = Mark(words: ["q", "question"])
  static let answer = Mark(words: ["a", "answer"])

  /// A quick look: hardly any text has a mark.
  static func mayStand(in text: RichText) -> Bool {
    if let first = text.runs.first?.text.utf8.first(where: { $0 != 0x20 }),
      first | 0x20 == 0x71 || first | 0x20 == 0x61
    {
      return true
    }
    return text.runs.contains { run in
      var previous: UInt8 = 0
      for byte in run.text.utf8 {
        if byte == 0x3a, previous == 0x3a { return true }
        previous = byte
      }
      return false
    }
  }

  /// The text behind the mark, when it begins with it.
  func rest(of text: RichText) -> RichText? {
    guard let first = text.runs.first?.text.unicodeScalars.first(where: { $0 != " " }),
      words.contains(where: { $0.unicodeScalars.first?.value == first.value | 0x20 })
    else { return nil }
    let plain = text.plain
    guard let colon = plain.unicodeScalars.prefix(12).firstIndex(of: ":"),
      words.contains(plain[..<colon].lowercased())
    else { return nil }
    let count = plain.unicodeScalars.distance(from: plain.startIndex, to: colon) + 1
    return Mark.dropping(count, from: text)
  }

  /// The texts before and behind ` A: `.
  func split(_ text: RichText) -> (RichText, RichText)? {
    for word in words {
      for written in [word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        if let split = Mark.split(text, at: " \(written):") { return split }
      }
    }
    return nil
  }

  /// The texts before and behind the first occurrence outside code.
  static func split(_ text: RichText, at separator: String) -> (RichText, RichText)? {
    for (index, run) in text.runs.enumerated() where !run.style.contains(.code) {
      guard let found = range(of: separator, in: run.text) else { continue }
      var before = Array(text.runs[..<index])
      var after = Array(text.runs[(index + 1)...])
      let left = String(run.text[..<found.lowerBound])
      let right = String(run.text[found.upperBound...])
      if !left.isEmpty { before.append(TextRun(left, style: run.style, link: run.link)) }
      if !right.isEmpty { after.insert(TextRun(right, style: run.style, link: run.link), at: 0) }
      return (RichText(before), RichText(after))
    }
    return nil
  }

  private static func range(of needle: String, in text: String) -> Range<String.Index>? {
    let needle = Array(needle.utf8)
    let bytes = text.utf8
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: needle) {
        return found..<bytes.index(found, offsetBy: needle.count)
      }
      start = bytes.index(after: found)
    }
    return nil
  }

  private static func dropping(_ count: Int, from text: RichText) -> RichText {
    var left = count
    var runs: [TextRun] = []
    for run in text.runs {
      let length = run.text.unicodeScalars.count
      if left >= length, !run.style.contains(.code) {
        left -= length
        continue
      }
      var run = run
      if left > 0, !run.style.contains(.code) {
        run.text = String(String.UnicodeScalarView(run.text.unicodeScalars.dropFirst(left)))
      }
      left = 0
      runs.append(run)
    }
    return RichText(runs)
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
