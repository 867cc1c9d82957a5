import Notes

/// `Term — explanation` in a list, both ways.
///
/// | shape | cards | because |
/// | --- | --- | --- |
/// | term → explanation | always | |
/// | explanation → term | unless the explanation says the term | the term is masked where enough is left without it |
/// | a long explanation | what stands before its first stop, semicolon or dash; none when it has no such place | an answer is one thing |
/// | `Paper`, `Author`, `Licence` | `Licence: […]`, and not the other way | it names a property of what the page is about |
/// | equal terms or equal explanations in one list | that direction not | it would have two right answers |
enum DefinitionRule {
  static func add(_ definitions: [Definition], to deck: inout Deck) {
    var terms: [String: Int] = [:]
    var explanations: [String: Int] = [:]
    func key(_ definition: Definition, _ text: RichText) -> String {
      "\(definition.section)\n\(definition.group)\n\(text.plain.lowercased())"
    }
    for definition in definitions {
      terms[key(definition, definition.term), default: 0] += 1
      explanations[key(definition, definition.text), default: 0] += 1
    }
    for definition in definitions where !deck.isOff(definition.section, definition.cardsOff) {
      let prose = Prose(definition.text)
      let term = definition.term.plain
      let answer = explanation(prose)
      guard !answer.isEmpty, !term.isEmpty else { continue }
      let group = definition.group
      let pool = "\(definition.section)#\(group)"
      var drafts: [Draft] = []
      if terms[key(definition, definition.term)] == 1 {
        drafts.append(
          Draft(
            kind: .definition, prompt: prompt(for: term, explanation: prose, group: group),
            answer: answer, slot: "explanation", pool: "explanations of " + pool))
      }
      if explanations[key(definition, definition.text)] == 1, !isProperty(term),
        let masked = masked(answer, term: term, group: group)
      {
        drafts.append(
          Draft(
            kind: .definition, prompt: "Which term is this: “\(masked)”?", answer: term,
            slot: "term", pool: "terms of " + pool))
      }
      deck.add(
        drafts,
        from: Place(
          section: definition.section, line: definition.line,
          source: "\(term) — \(definition.text.plain)", blockID: definition.blockID,
          trail: group.isEmpty || group == deck.title(definition.section) ? [] : [group],
          origin: .definitions))
    }
  }

  /// Nobody is asked what `Paper` means.
  private static func isProperty(_ term: String) -> Bool {
    let words = term.lowercased().split(separator: " ")
    return words.count < 3 && words.last.map { properties.contains($0) } == true
  }

  private static let properties: Set<Substring> = [
    "paper", "lab", "author", "authors", "date", "year", "released", "release", "published",
    "updated", "code", "repo", "repository", "website", "url", "docs", "licence", "license",
    "venue",
    "status", "version", "vendor", "company", "maintainer", "owner", "founded", "founder",
    "founders", "headquarters", "hq", "ceo", "created", "language", "price", "pricing", "cost",
    "size", "type", "category", "location", "born", "died", "capital", "population",
  ]

  /// A figure does not say what a word means, it belongs to it, as a property belongs to its page.
  private static func prompt(for term: String, explanation: Prose, group: String) -> String {
    if explanation.atoms.first?.shape == .number || isProperty(term) {
      return group.isEmpty ? "\(term): \(Draft.blank)" : "\(group) — \(term): \(Draft.blank)"
    }
    let named = term.contains { "`“\"".contains($0) } ? term : "“\(term)”"
    return "What does \(named) mean here?"
  }

  /// As much of it as can be said in a breath, and never `See other-page` at the end; empty when it
  /// is an essay.
  private static func explanation(_ prose: Prose) -> String {
    var sentences = prose.split(prose.everything, after: .sentence)
    while sentences.count > 1, let last = sentences.last,
      prose.atoms[last.lowerBound].lower == "see"
    {
      sentences.removeLast()
    }
    guard let first = sentences.first, let last = sentences.last else { return "" }
    let whole = first.lowerBound..<last.upperBound
    if prose.words(whole) <= Brevity.comfortable { return prose.text(whole) }
    if let short = Brevity.shortened(prose) { return short }
    return prose.words(whole) <= Brevity.most + 4 ? prose.text(whole) : ""
  }

  /// The explanation without the term's own words; nil when too little is left to tell it by.
  private static func masked(_ explanation: String, term: String, group: String) -> String? {
    let termWords = Leak.words(term).filter { !Words.function.contains($0) }
    guard !termWords.isEmpty, !term.contains("="), !term.contains(" vs ") else { return nil }
    guard !Leak.contains(group, term) else { return nil }
    var pieces: [String] = []
    var left = 0
    var hidden = 0
    for piece in explanation.split(separator: " ") {
      let words = Leak.words(String(piece))
      if words.contains(where: { word in termWords.contains { Leak.areKin(word, $0) } }) {
        guard !piece.contains(where: { "()[]“”\"`".contains($0) }) else { return nil }
        hidden += 1
        let ending = piece.reversed().prefix { ",;:.".contains($0) }.reversed()
        if pieces.last != "…" || !ending.isEmpty { pieces.append("…" + String(ending)) }
      } else {
        pieces.append(String(piece))
        left += words.filter { $0.count > 2 && !Words.function.contains($0) }.count
      }
    }
    guard left >= (hidden == 0 ? 2 : 2 + 2 * hidden) else { return nil }
    let text = pieces.joined(separator: " ")
    guard !WordKeys(text).spellsOut(WordKeys(term)) else { return nil }
    return text
  }
}
