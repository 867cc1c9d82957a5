/// Answers taken apart as text: items, brackets, code, and the pieces to show.
enum AnswerParts {
  /// Shorter answers that are as right: without what stands in brackets, and the abbreviation in
  /// brackets or the words it abbreviates.
  static func alternatives(of answer: String) -> [String] {
    guard let open = answer.firstIndex(of: "("), let close = answer.lastIndex(of: ")"), open < close
    else { return [] }
    var outside = ""
    var inside: [String] = []
    var depth = 0
    for character in answer {
      switch character {
      case "(":
        depth += 1
        if depth == 1 { inside.append("") }
      case ")": depth -= 1
      default:
        if depth <= 0 {
          outside.append(character)
        } else if !inside.isEmpty {
          inside[inside.count - 1].append(character)
        }
      }
    }
    let trimmed = trim(outside)
    guard depth == 0, !trimmed.isEmpty else { return [] }
    return [trimmed]
      + inside.filter { isAbbreviation($0, of: trimmed) || isAbbreviation(trimmed, of: $0) }
  }

  private static func isAbbreviation(_ text: String, of words: String) -> Bool {
    let letters = text.filter(\.isLetter)
    guard letters.count > 1, letters.count == text.count else { return false }
    let initials = words.split { !$0.isLetter }.compactMap(\.first)
    return letters.lowercased() == String(initials).lowercased()
  }

  /// The code, when the answer is nothing else.
  static func code(_ answer: String) -> String? {
    let text = trim(answer)
    guard text.count > 2, text.hasPrefix("`"), text.hasSuffix("`"),
      !text.dropFirst().dropLast().contains("`")
    else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// Without space, and with straight quotes.
  static func squeezed(_ text: String) -> String {
    let straight: [Character: Character] = ["“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-"]
    return String(text.filter { !$0.isWhitespace }.map { straight[$0] ?? $0 })
  }

  /// Whether two formulas differ in nothing but space, and that not between digits: `O(nlogn)`, `O(n log n)`. A
  /// formula has signs that no sentence has.
  static func areOneFormula(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.filter { $0 != "$" }, right.filter { $0 != "$" })
    guard isFormula(left), isFormula(right), !Numeral.hasSpaces(left), !Numeral.hasSpaces(right)
    else { return false }
    return Fold.folded(squeezed(left)) == Fold.folded(squeezed(right))
  }

  private static func isFormula(_ text: String) -> Bool {
    let signs = text.contains { "=^*_²³√∑≤≥<>".contains($0) }
    // `f(x)`: a bracket right behind a letter.
    return signs || zip(text, text.dropFirst()).contains { $0.isLetter && $1 == "(" }
  }

  /// The items of a list, split at the highest of its separators: arrows, semicolons or commas.
  static func items(_ text: String) -> [String] {
    for separators: Set<Character> in [["→", ">"], [";", "\n"], [",", "/"]] {
      let items = split(text, at: separators)
      guard items.count > 1 else { continue }
      guard separators.contains(","), var last = items.last else { return items }
      for word in ["and ", "or ", "& "] where last.hasPrefix(word) { last.removeFirst(word.count) }
      let pair = parts(last, at: " and ")
      // `a, b and c`, but not `a, b, and c and d`.
      return items.dropLast() + (last == items.last && pair.count == 2 ? pair : [trim(last)])
    }
    return [trim(text)].filter { !$0.isEmpty }
  }

  /// The items as somebody typed them, who knows how many there are.
  static func typedItems(_ text: String, expected: Int) -> [String] {
    var items = split(text.replacing("->", with: "→"), at: ["→", ">", ";", "\n", ",", "/"])
    items = items.map { item in
      for word in ["and ", "then ", "& "] where item.lowercased().hasPrefix(word) {
        return trim(item.dropFirst(word.count))
      }
      return item
    }
    if items.count < expected {
      let more = items.flatMap { parts($0, at: " and ") }
      if more.count <= expected { items = more }
    }
    return items
  }

  private static func split(_ text: String, at separators: Set<Character>) -> [String] {
    var items = [""]
    var depth = 0
    var previous: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      // `1,000` is one number and `CI/CD` one name.
      let isInside =
        (character == "," && previous.isNumber && next.isNumber)
        || (character == "/" && !(previous.isWhitespace && next.isWhitespace))
        || (character == ">" && !previous.isWhitespace && !next.isWhitespace)
        || (character == ">" && next == "=")
      if depth == 0, separators.contains(character), !isInside {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
      previous = character
    }
    return items.map(trim).filter { !$0.isEmpty }
  }

  private static func parts(_ text: String, at word: String) -> [String] {
    text.split(separator: word).map(trim).filter { !$0.isEmpty }
  }

  static func trim(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The answer piece by piece with its punctuation, and what was typed beside it.
  static func spans(_ tally: Tally, answer: String, typed: String) -> [AnswerSpan] {
    var spans: [AnswerSpan] = []
    var place = answer.startIndex
    func add(_ text: Substring, _ kind: AnswerSpan.Kind) {
      guard !text.isEmpty else { return }
      if let last = spans.last, last.kind == kind {
        let isApart = kind == .extra
        spans[spans.count - 1].text += (isApart ? " " : "") + text
      } else {
        spans.append(AnswerSpan(String(text), kind))
      }
    }
    func take(upTo end: String.Index, _ kind: AnswerSpan.Kind) {
      guard place < end else { return }
      add(answer[place..<end], kind)
      place = end
    }
    for step in tally.steps {
      switch step {
      case .match(let right, _, _):
        take(upTo: tally.right[right.upperBound - 1].range.upperBound, .matched)
      case .missing(let index):
        let token = tally.right[index]
        take(upTo: token.range.lowerBound, spans.last?.kind == .missing ? .missing : .matched)
        take(upTo: token.range.upperBound, .missing)
      case .extra(let index):
        if !tally.moved.contains(index) { add(typed[tally.given[index].range], .extra) }
      }
    }
    take(upTo: answer.endIndex, spans.last(where: { $0.kind != .extra })?.kind ?? .matched)
    return spans
  }
}
