/// Finds the lists of a page that explain terms.
struct DefinitionFinder {
  /// Words that open a remark rather than name a thing.
  private static let remarks: Set<String> = [
    "note", "notes", "nb", "example", "examples", "e.g.", "eg", "i.e.", "ie", "tip", "tips",
    "hint", "warning", "caution", "important", "todo", "fixme", "fix", "why", "how", "what",
    "when", "where", "who", "detect", "cause", "causes", "symptom", "symptoms", "solution",
    "problem", "result", "results", "output", "source", "sources", "reference", "references",
    "see", "see also", "update", "updated", "edit", "answer", "question", "q", "a", "pro", "con",
    "pros", "cons", "good", "bad", "better", "worse", "best", "before", "after", "then", "first",
    "second", "third", "next", "finally", "also", "remember", "summary", "tl;dr", "tldr",
    "good for", "bad for", "use when", "use for", "when to use", "when not to use", "use case",
    "use cases", "for example", "instead", "do", "don't", "yes", "no", "default", "rule of thumb",
    "bottom line", "verdict", "mitigation", "mitigations", "trade-off", "tradeoff", "upside",
    "downside", "http", "https",
  ]
  /// Words with which a sentence begins, not the name of a thing.
  private static let openers: Set<String> = [
    "if", "when", "while", "because", "but", "and", "or", "so", "for", "to", "in", "with",
    "without", "use", "never", "always", "don't", "do", "avoid", "make", "ensure", "keep", "there",
    "this", "these", "that", "it", "they", "you", "we", "is", "are", "does", "can", "should",
    "what", "why", "how",
  ]

  /// A list that may explain terms, with those of its items that have the shape.
  private struct Candidate {
    var definitions: [Definition]
    var splits: [TermSplit]
    /// How many items the list has.
    var count: Int
  }

  private let marks: [Int: SectionReader.ParagraphMark]
  private var candidates: [Candidate] = []
  private var section = 0
  private var sectionOff = false
  /// In how many lists a term stands, in lower case.
  private var counts: [String: Int] = [:]

  static func definitions(
    in sections: [Section], title: String, marks: [Int: SectionReader.ParagraphMark]
  ) -> [Definition] {
    var finder = DefinitionFinder(marks: marks)
    for (index, section) in sections.enumerated() where section.kind == .other {
      finder.section = index
      finder.sectionOff = section.cardsOff
      let group = section.title.isEmpty ? title : section.title
      finder.search(section.blocks, group: Caption.withoutColon(group), depth: 0)
    }
    return finder.chosen()
  }

  private init(marks: [Int: SectionReader.ParagraphMark]) { self.marks = marks }

  private mutating func search(_ blocks: [Block], group: String, depth: Int) {
    guard depth < SectionReader.deepest else { return }
    var caption: String?
    for block in blocks {
      switch block {
      case .paragraph(let text, let line):
        let lines = marks[line]?.lines
        caption = Caption.text(of: text, lines: lines)
        if let lines, lines.count > 1 { search(lines: lines, line: line, group: group) }
        continue
      case .list(let items, _, _):
        search(items: items, group: caption ?? group)
        for item in items where !item.children.isEmpty {
          let label = Caption.text(of: item.text)
          search(item.children, group: label ?? caption ?? group, depth: depth + 1)
        }
      case .quote(let inner, let callout, _) where callout != "footnote":
        search(inner, group: caption ?? group, depth: depth + 1)
      case .quote, .table, .code, .rule: break
      }
      caption = nil
    }
  }

  private mutating func search(items: [Item], group: String) {
    guard items.count > 1, !items.contains(where: { $0.checked != nil }) else { return }
    let shaped = items.lazy.filter { TermSplit.separator(in: $0.text) != nil }.count
    guard shaped * 3 >= items.count * 2 else { return }
    var candidate = Candidate(definitions: [], splits: [], count: items.count)
    for item in items {
      guard let split = TermSplit(item.text) else { continue }
      candidate.splits.append(split)
      candidate.definitions.append(
        Definition(
          group: group, term: split.term, text: split.text, line: item.line,
          blockID: item.blockID, cardsOff: item.cardsOff || sectionOff, section: section))
    }
    add(candidate)
  }

  /// `**Term** — text` line by line, or `Term` with `: text` below it.
  private mutating func search(lines: [RichText], line: Int, group: String) {
    if lines[1].startsWithColon { return searchBelow(lines, line: line, group: group) }
    var candidate = Candidate(definitions: [], splits: [], count: lines.count)
    for (offset, text) in lines.enumerated() {
      guard let split = TermSplit(text) else { continue }
      candidate.splits.append(split)
      // Lines of prose may have a dash; only marked terms make them a list.
      if split.isMarked {
        candidate.definitions.append(
          Definition(
            group: group, term: split.term, text: split.text, line: line + offset,
            cardsOff: sectionOff, section: section))
      }
    }
    if candidate.definitions.count < lines.count { candidate.definitions = [] }
    add(candidate)
  }

  private mutating func searchBelow(_ lines: [RichText], line: Int, group: String) {
    var candidate = Candidate(definitions: [], splits: [], count: 0)
    var term: (text: RichText, line: Int)?
    for (offset, text) in lines.enumerated() {
      if text.startsWithColon, let open = term {
        let rest = text.slice(from: TextPlace(run: 0, offset: 1), to: text.end)
        if !rest.isEmpty {
          candidate.splits.append(TermSplit(term: open.text, text: rest))
          candidate.definitions.append(
            Definition(
              group: group, term: open.text, text: rest, line: open.line, cardsOff: sectionOff,
              section: section))
        }
        term = nil
      } else {
        term = (text, line + offset)
      }
    }
    add(candidate)
  }

  private mutating func add(_ candidate: Candidate) {
    guard !candidate.splits.isEmpty else { return }
    for term in Set(candidate.splits.map(\.key)) { counts[term, default: 0] += 1 }
    candidates.append(candidate)
  }

  /// A list is one of definitions when most of its items have the shape. Terms that come again in
  /// other lists (`Why:`, `Detect:`, `Fix:`) are labels of the page's own: a list with as many of
  /// them as others explains no terms.
  private func chosen() -> [Definition] {
    var definitions: [Definition] = []
    for candidate in candidates where !candidate.definitions.isEmpty {
      let places = candidate.splits.indices.filter { isDefinition(candidate.splits[$0]) }
      let labels = places.lazy.filter { (counts[candidate.splits[$0].key] ?? 0) > 1 }.count
      let isBelow = candidate.count == 0
      guard isBelow || places.count > 1, places.count * 3 >= candidate.count * 2,
        labels * 2 < places.count || places.isEmpty
      else { continue }
      definitions += places.map { candidate.definitions[$0] }
    }
    return definitions.sorted { $0.line < $1.line }
  }

  private func isDefinition(_ split: TermSplit) -> Bool {
    let term = split.term.plain
    // A list of links with remarks is not one of terms.
    if split.term.runs.allSatisfy({ $0.link != nil }) { return false }
    if split.sign == .colon, !split.isMarked, term.wordCount > 6 { return false }
    return counts[split.key] ?? 0 < 3 && isTerm(term, isMarked: split.isMarked)
  }

  private func isTerm(_ term: String, isMarked: Bool) -> Bool {
    let words = term.wordCount
    guard words > 0, words <= 8, term.utf8.count <= 80, let last = term.utf8.last,
      !"?!,;".utf8.contains(last), term.lastSentence == term,
      !term.utf8.allSatisfy({ $0.isDigit || $0.isBlank })
    else { return false }
    let lower = term.lowercased()
    if DefinitionFinder.remarks.contains(lower) { return false }
    let first = lower.split(separator: " ").first.map(String.init) ?? ""
    return isMarked || words == 1 || !DefinitionFinder.openers.contains(first)
  }
}

extension RichText {
  /// `: explanation`, the second line of a definition list.
  fileprivate var startsWithColon: Bool {
    guard let first = runs.first, first.style.isEmpty else { return false }
    return first.text.withBytes { $0.count > 1 && $0[0] == Byte.colon && $0[1].isBlank }
  }
}
