/// Sentences, and what stands behind a label when it is no list.
///
/// Places that carry information are found (`BlankFinder`, by `Figures`, `Names`, `Equations`, `Phrases` and
/// `Parts`), each with a weight; the best that do not overlap, are not given away and come from
/// different parts of the fact become cards. What stands behind a label and has no inner structure is asked for as a whole (recall).
enum ClozeRule {
  static func drafts(_ asked: Asked, label: Label?, most: Int = 3) -> [Draft] {
    let prose = asked.prose
    if let label, let draft = recall(asked, label: label) { return [draft] }
    let content = label?.content ?? prose.everything
    var finder = BlankFinder(asked: asked, label: label, content: content)
    let found = finder.blanks()
    let words = prose.words(content)
    let figures = found.reduce(0) { $0 + ($1.isFigure && $1.weight > 80 ? 1 : 0) }
    // Of an example one card is enough.
    let isExample = label?.range.contains { prose.atoms[$0].lower.hasPrefix("example") } == true
    let cap = min(most, isExample || words < 7 && figures < 2 ? 1 : words < 12 ? 2 : 3)
    let prompt = ClozePrompt(asked: asked, label: label, content: content, parts: finder.parts)
    var chosen = choose(found, for: prompt, most: cap, .whole)
    // Better a part of the fact than none of it, and better a hint in its prompt than no card.
    for wording in [ClozePrompt.Wording.shorter, .hinting] where chosen.isEmpty {
      chosen = choose(found, for: prompt, most: 1, wording)
    }
    chosen.sort { $0.blank.span.lowerBound < $1.blank.span.lowerBound }
    return chosen.enumerated().map { number, choice in
      Draft(
        kind: choice.blank.isRecall ? .recall : .cloze, prompt: choice.prompt,
        answer: choice.answer, slot: choice.blank.isRecall ? "content" : "cloze \(number + 1)")
    }
  }

  private static func choose(
    _ found: [Blank], for prompt: ClozePrompt, most: Int, _ wording: ClozePrompt.Wording
  ) -> [ClozePrompt.Card] {
    var left = found.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
    var chosen: [ClozePrompt.Card] = []
    while chosen.count < most, !left.isEmpty {
      let blank = left.removeFirst()
      let least = chosen.isEmpty ? 0 : chosen.count == 1 ? 54 : 56
      let taken = chosen.filter { $0.blank.part == blank.part }.count
      if blank.weight < least { break }
      // What can be put in several ways is asked for where nothing firm is.
      if blank.isPhrase, let best = chosen.first?.blank, !best.isPhrase, best.weight >= 64 {
        continue
      }
      if taken > 0, !blank.isPenalised {
        // A second card from the same part must be clearly worth it.
        var later = blank
        later.weight -= blank.isFigure ? 14 : 24
        later.isPenalised = true
        let place = left.firstIndex { $0.weight < later.weight } ?? left.count
        left.insert(later, at: place)
        continue
      }
      guard !chosen.contains(where: { $0.blank.span.overlaps(blank.span) }),
        !isEmpty(blank, prompt.asked.prose),
        let choice = prompt.card(for: blank, wording),
        !chosen.contains(where: { $0.answer.lowercased() == choice.answer.lowercased() })
      else { continue }
      chosen.append(choice)
    }
    return chosen
  }

  /// `→ more`: function words that say nothing of how many.
  private static func isEmpty(_ blank: Blank, _ prose: Prose) -> Bool {
    let answer = prose.atoms.filter { blank.span.overlaps($0.core) }
    return answer.allSatisfy {
      $0.shape == .function && !$0.traits.contains(.quantities) && !$0.traits.contains(.counts)
    }
  }

  // MARK: Recall

  /// `Enforcement: 2 August 2026`, `Model 4.x: evaluated at level 2`: nothing to cut out of it.
  private static func recall(_ asked: Asked, label: Label) -> Draft? {
    let prose = asked.prose
    let content = label.content
    guard prose.words(content) <= 8, !content.contains(where: { separates(prose, $0, content) }),
      !content.allSatisfy({ isEmptyWord(prose.atoms[$0]) }),
      !content.contains(where: { BlankFinder.isLongCode(prose, $0) })
    else { return nil }
    let title = label.text(prose)
    let answer = prose.text(content)
    func draft(_ prompt: String, _ answer: String) -> Draft? {
      guard prose.isBalanced(prose.span(content)), !asked.isGivenAway(answer, by: prompt) else {
        return nil
      }
      return Draft(
        kind: .recall, prompt: prompt, answer: answer, slot: "content",
        pool: "recall")
    }
    if Figures.isDate(prose, content) { return draft("\(title): when?", answer) }
    if let first = answer.unicodeScalars.first(where: { $0 != "~" && $0 != "≈" }),
      !content.contains(where: { prose.atoms[$0].depth > 0 }),
      first == "$" || first == "€" || first == "£"
    {
      return draft("\(title): how much?", answer)
    }
    // `scores from two rubrics are not comparable`: a sentence.
    if content.dropFirst().contains(where: { prose.atoms[$0].traits.contains(.copula) }) {
      return nil
    }
    if let cue = cue(prose, content) {
      let rest = cue..<content.upperBound
      let shown = prose.string(
        prose.span(content.lowerBound..<cue).lowerBound..<prose.atoms[cue].range.lowerBound)
      return draft("\(title)\(label.separator)\(shown)\(Draft.blank)", prose.text(rest))
    }
    // A figure inside is better asked for by itself.
    if content.count > 2, content.contains(where: { prose.atoms[$0].shape == .number }) {
      return nil
    }
    // `` `a` requires `b` ``: two things in a statement.
    if content.filter({ prose.atoms[$0].shape == .code }).count > 1,
      content.contains(where: { prose.atoms[$0].shape == .verb })
    {
      return nil
    }
    // `510 behaviours`: what is counted is left to ask with.
    if prose.atoms[content.lowerBound].shape == .number,
      prose.atoms[content.upperBound - 1].shape == .word,
      Figures.number(prose, at: content.lowerBound, in: content) != content
    {
      return nil
    }
    if content.contains(where: { prose.atoms[$0].depth > 0 }) { return nil }
    return draft("\(title)\(label.separator)\(Draft.blank)", answer)
  }

  private static func isEmptyWord(_ atom: Atom) -> Bool {
    atom.depth > 0 || atom.shape == .function || atom.traits.contains(.vague) || atom.isSymbol
  }

  private static func separates(_ prose: Prose, _ index: Int, _ content: Range<Int>) -> Bool {
    guard index + 1 < content.upperBound else { return false }
    let atom = prose.atoms[index]
    return atom.depth == 0 && atom.isSymbol || atom.ends(.comma) || atom.ends(.semicolon)
      || atom.ends(.sentence) || atom.ends(.colon)
  }

  /// Where what is asked for begins when the content opens with a verb: `evaluated at | level 2`,
  /// `implicitly minimises | the divergence`.
  private static func cue(_ prose: Prose, _ content: Range<Int>) -> Int? {
    var index = content.lowerBound
    if prose.atoms[index].lower.hasSuffix("ly") { index += 1 }
    guard index + 1 < content.upperBound else { return nil }
    let verb = prose.atoms[index]
    let isParticiple =
      verb.shape == .word && verb.lower.hasSuffix("ed") || Words.participles.contains(verb.lower)
    guard isParticiple || verb.shape == .verb && verb.lower.hasSuffix("s") else { return nil }
    index += 1
    while index < content.upperBound, prose.atoms[index].shape == .function { index += 1 }
    guard index < content.upperBound, prose.words(index..<content.upperBound) > 0 else {
      return nil
    }
    return index
  }
}
