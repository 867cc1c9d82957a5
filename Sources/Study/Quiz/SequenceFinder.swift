import Cards
import Notes

/// Finds what stands in an order: tables whose keys count up, numbered lists, `a → b → c`.
enum SequenceFinder {
  static func sequences(of page: Page, cards: [Int: [Card]]) -> [SequenceSet] {
    var found: [SequenceSet] = []
    for line in cards.keys.sorted() {
      for card in cards[line] ?? [] where card.asksForOrder {
        add(
          SequenceSet(
            place: card.quizPlace, prompt: prompt(of: card), items: card.answerItems, card: card.id),
          to: &found)
      }
    }
    for (index, section) in page.sections.enumerated() where !section.cardsOff {
      var walk = Walk(page: page, section: index, caption: section.title)
      walk.blocks(section.blocks)
      for sequence in walk.found { add(sequence, to: &found) }
    }
    return found
  }

  /// Things to put in order, from three to eight, all different, and none that tells its place.
  private static func add(_ sequence: SequenceSet, to found: inout [SequenceSet]) {
    let items = sequence.items
    guard (3...8).contains(items.count), items.allSatisfy({ (1...90).contains($0.count) }) else {
      return
    }
    let meanings = items.map { Distractors.key($0) }
    guard meanings.allSatisfy({ !$0.isEmpty }), Set(meanings).count == items.count,
      !countsUp(meanings),
      !items.contains(where: { tellsPlace($0) }),
      !found.contains(where: { Set($0.items) == Set(items) })
    else { return }
    found.append(sequence)
  }

  /// A card's prompt shows its items mixed; the screen does so too.
  private static func prompt(of card: Card) -> String {
    guard card.kind == .order, let range = card.prompt.range(ofFirst: "put in order") else {
      return card.prompt
    }
    let rest = card.prompt[range.upperBound...]
    let end = rest.range(ofFirst: ": ")?.lowerBound ?? rest.endIndex
    return String(card.prompt[..<end]) + "."
  }

  /// `Level 1`, `Level 2`, …: nothing to know.
  private static func countsUp(_ keys: [String]) -> Bool {
    let numbers = keys.map { key in
      key.split(separator: " ").compactMap { Double($0) }
    }
    guard numbers.allSatisfy({ $0.count == 1 }) else { return false }
    let values = numbers.map { $0[0] }
    return zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
      || zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
  }

  private static let openers: Set<String> = [
    "first", "firstly", "then", "next", "finally", "lastly", "last", "second", "secondly", "third",
    "start", "begin", "afterwards", "repeat", "again", "done", "end",
  ]

  private static func tellsPlace(_ item: String) -> Bool {
    let words = Tokenizer.tokens(item).map(\.key)
    guard let opener = words.first else { return true }
    return openers.contains(opener)
  }

  // MARK: Pages

  private struct Walk {
    let page: Page
    let section: Int
    var caption: String
    var found: [SequenceSet] = []
    private let heading: String

    init(page: Page, section: Int, caption: String) {
      self.page = page
      self.section = section
      self.caption = caption
      heading = caption.isEmpty ? page.title : caption
    }

    mutating func blocks(_ blocks: [Block], depth: Int = 0) {
      guard depth < 6 else { return }
      var label: String?
      for block in blocks {
        switch block {
        case .paragraph(let text, let line):
          arrows(in: text.plain, line: line)
          // Of a caption behind other sentences only the last is one.
          label =
            text.plain.last == ":"
            ? text.plain.dropLast().pieces(at: ". ").last.map { AnswerParts.trim($0) } : nil
          continue
        case .list(let items, let start, let line):
          if start != nil { numbered(items, label: label, line: line) }
          for item in items where !item.cardsOff {
            arrows(in: item.text.plain, line: item.line)
            self.blocks(item.children, depth: depth + 1)
          }
        case .quote(let inner, _, _): self.blocks(inner, depth: depth + 1)
        case .table, .code, .rule: break
        }
        label = nil
      }
    }

    /// Lists that count their items without putting them in an order.
    private static let unordered: Set<String> = [
      "types", "type", "kinds", "categories", "reasons", "options", "questions", "examples",
      "principles", "rules", "ways", "tools", "benefits", "risks", "factors", "components",
      "references", "sources", "links", "notes", "criteria", "patterns", "strategies", "goals",
      "following", "facts", "tips", "things", "mistakes", "pitfalls", "properties", "dimensions",
      "requirements", "lessons", "ideas", "techniques", "methods", "approaches", "include",
      "includes", "contain", "measures", "pillars", "parts", "failures", "modes", "features",
    ]

    private mutating func numbered(_ items: [Item], label: String?, line: Int) {
      let name = label ?? heading
      let words = Set(Tokenizer.tokens(name).map(\.key))
      guard words.isDisjoint(with: Self.unordered), name.count < 90 else { return }
      let texts = items.filter { !$0.cardsOff }.map { opening($0.text.plain) }
      guard texts.count == items.count, texts.allSatisfy({ !$0.isEmpty }) else { return }
      found.append(
        SequenceSet(
          place: QuizSetFinder.place(page, section: section, trail: label ?? "", line: line),
          prompt: "\(name): put in the order of the note.", items: texts, card: nil))
    }

    /// What stands before the first dash, colon or sentence end: at most twelve words.
    private func opening(_ text: String) -> String {
      var end = text.endIndex
      for separator in [" — ", " – ", " - ", ": ", ". ", "; ", " ("] {
        if let range = text.range(ofFirst: separator), range.lowerBound < end {
          end = range.lowerBound
        }
      }
      var opening = String(text[..<end])
      while let last = opening.last, ".:; ".contains(last) { opening.removeLast() }
      // What the cut has left open reads badly.
      guard opening.filter({ $0 == "`" }).count % 2 == 0 else { return "" }
      return opening.split(separator: " ").count <= 12 ? opening : ""
    }

    private mutating func arrows(in text: String, line: Int) {
      guard text.contains("→") else { return }
      for sentence in text.pieces(at: ". ") {
        var parts = sentence.split(separator: "→", omittingEmptySubsequences: false)
          .map { AnswerParts.trim($0) }
        guard parts.count > 2 else { continue }
        var name = heading
        if let colon = parts[0].range(ofFirst: ": ") {
          name = String(parts[0][..<colon.lowerBound])
          parts[0] = AnswerParts.trim(parts[0][colon.upperBound...])
        }
        while let last = parts[parts.count - 1].last, ".;:".contains(last) {
          parts[parts.count - 1].removeLast()
        }
        guard
          parts.allSatisfy({ part in
            (1...7).contains(part.split(separator: " ").count)
              && part.filter({ $0 == "`" }).count % 2 == 0
              && part.filter({ $0 == "(" }).count == part.filter({ $0 == ")" }).count
              && !part.contains(";")
          }), name.count < 90
        else { continue }
        found.append(
          SequenceSet(
            place: QuizSetFinder.place(page, section: section, line: line),
            prompt: "\(name): put in the order of the note.", items: parts, card: nil))
      }
    }
  }
}

extension StringProtocol {
  /// Where `text` stands first.
  func range(ofFirst text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) {
        return place..<index(place, offsetBy: text.count)
      }
      place = index(after: place)
    }
    return nil
  }

  /// The text cut at each occurrence of `separator`.
  func pieces(at separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.range(ofFirst: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
