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
    var chosen = choose(
      found, asked: asked, label: label, content: content, most: cap, allowsHints: false)
    if chosen.isEmpty {
      // Better a card with a hint in its prompt than none.
      chosen = choose(
        found, asked: asked, label: label, content: content, most: 1, allowsHints: true)
    }
    chosen.sort { $0.blank.span.lowerBound < $1.blank.span.lowerBound }
    return chosen.enumerated().map { number, choice in
      Draft(
        kind: choice.blank.isRecall ? .recall : .cloze, prompt: choice.prompt,
        answer: choice.answer, slot: choice.blank.isRecall ? "content" : "cloze \(number + 1)")
    }
  }

  private struct Choice {
    var blank: Blank
    var prompt: String
    var answer: String
  }

  private static func choose(
    _ found: [Blank], asked: Asked, label: Label?, content: Range<Int>, most: Int,
    allowsHints: Bool
  ) -> [Choice] {
    var left = found.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
    var chosen: [Choice] = []
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
        let choice = card(for: blank, asked: asked, label: label, content: content),
        allowsHints || !isHinted(choice),
        !chosen.contains(where: { $0.answer.lowercased() == choice.answer.lowercased() })
      else { continue }
      chosen.append(choice)
    }
    return chosen
  }

  /// Whether the prompt has a good part of the answer (`set of partitions` beside `within a partition`), or the
  /// answer is a mere letter that stands for something.
  private static func isHinted(_ choice: Choice) -> Bool {
    let letters = choice.answer.filter { $0 != "`" }
    if letters.filter(\.isLetter).count <= (letters.hasSuffix(")") ? 2 : 1),
      letters.allSatisfy({ $0.isLetter || "()".contains($0) })
    {
      return true
    }
    // `four engines; two of them use X`: half of the row stands there.
    if choice.blank.count != nil {
      let items = choice.answer.split { $0 == "," || $0 == ";" }.map { item in
        WordKeys(item.hasPrefix(" and ") ? String(item.dropFirst(5)) : String(item))
      }
      let prompt = WordKeys(choice.prompt)
      let shown = items.filter { !$0.keys.isEmpty && prompt.contains($0) }.count
      if shown * 2 >= items.count { return true }
    }
    // `to exactly | one consumer`: the number is the answer.
    let first = choice.answer.prefix { $0.isLetter }.lowercased()
    guard !choice.blank.isFigure, Words.counts[first] == nil, !Words.amounts.contains(first) else {
      return false
    }
    return WordKeys(choice.prompt).hints(
      at: WordKeys(choice.answer), isCode: choice.answer.contains("`"),
      isPhrase: choice.blank.isPhrase && !choice.blank.isContrast)
  }

  /// The card for a place, when it is a good one.
  private static func card(
    for blank: Blank, asked: Asked, label: Label?, content: Range<Int>
  ) -> Choice? {
    let prose = asked.prose
    guard !blank.span.isEmpty, prose.isBalanced(blank.span) else { return nil }
    let answer = prose.string(blank.span)
    let shown = PromptRange.around(blank, prose: prose, label: label, content: content)
    let start = shown.lowerBound
    let end = shown.upperBound
    guard start <= blank.span.lowerBound, blank.span.upperBound <= end else { return nil }
    let count = howMany(blank, shown: shown, prose: prose)
    func prompt(hiding twins: [Range<Int>]) -> String {
      var text = ""
      var place = start
      for span in (twins + [blank.span]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        text += prose.string(place..<span.lowerBound) + Draft.blank
        if span == blank.span { text += count }
        place = span.upperBound
      }
      text += prose.string(place..<end)
      guard let label, prose.span(label.range).upperBound <= start else { return text }
      return prose.text(label.range) + label.separator + text
    }
    guard !isShort(answer, ofWordBefore: blank, prose: prose),
      hasCue(blank, shown: shown, label: label, prose: prose)
    else { return nil }
    let whole = prompt(hiding: [])
    guard asked.isGivenAway(answer, by: whole) else {
      return Choice(blank: blank, prompt: whole, answer: answer)
    }
    guard let twin = twin(of: blank.span, in: shown, prose: prose) else { return nil }
    let hidden = prompt(hiding: [twin])
    return asked.isGivenAway(answer, by: hidden)
      ? nil : Choice(blank: blank, prompt: hidden, answer: answer)
  }

  /// ` (three)` behind the blank of a row, unless the number stands there already, or a remark would follow.
  private static func howMany(_ blank: Blank, shown: Range<Int>, prose: Prose) -> String {
    let behind = blank.span.upperBound + 1
    guard let count = blank.count, behind >= prose.scalars.count || prose.scalars[behind] != "(",
      !prose.atoms.contains(where: { atom in
        let isShown =
          shown.contains(atom.core.lowerBound) && !blank.span.contains(atom.core.lowerBound)
        return isShown && (Words.counts[atom.lower] ?? Int(atom.lower)) == count
      })
    else { return "" }
    let isEnclosed = blank.span.lowerBound > 0 && prose.scalars[blank.span.lowerBound - 1] == "("
    return isEnclosed ? ", \(Words.count(count))" : " (\(Words.count(count)))"
  }

  /// `20 tokens per parameter (70B × 20 = 1.4T)`: where the same figure stands a second time, in
  /// brackets, to be hidden with the first.
  private static func twin(of span: Range<Int>, in shown: Range<Int>, prose: Prose) -> Range<Int>? {
    let atoms = prose.everything.filter { span.overlaps(prose.atoms[$0].core) }
    guard atoms.count == 1, prose.atoms[atoms[0]].shape == .number,
      prose.atoms[atoms[0]].depth == 0
    else { return nil }
    func bare(_ atom: Atom) -> String { String(atom.lower.drop { "~≈".contains($0) }) }
    let twins = prose.everything.filter {
      $0 != atoms[0] && shown.contains(prose.atoms[$0].core.lowerBound)
        && prose.atoms[$0].depth > 0 && bare(prose.atoms[$0]) == bare(prose.atoms[atoms[0]])
    }
    return twins.count == 1 ? prose.atoms[twins[0]].core : nil
  }

  /// `audience (`aud`)`: the word before the bracket says it.
  private static func isShort(_ answer: String, ofWordBefore blank: Blank, prose: Prose) -> Bool {
    guard
      let index = prose.atoms.firstIndex(where: { $0.core.lowerBound >= blank.span.lowerBound }),
      index > 0, prose.atoms[index].depth > prose.atoms[index - 1].depth
    else { return false }
    let letters = answer.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.count > 1 && prose.atoms[index - 1].lower.hasPrefix(letters)
  }

  /// Something that says what is asked for must be left.
  private static func hasCue(
    _ blank: Blank, shown: Range<Int>, label: Label?, prose: Prose
  ) -> Bool {
    prose.atoms.indices.contains { index in
      let atom = prose.atoms[index]
      let isShown = shown.contains(atom.core.lowerBound) || label?.range.contains(index) == true
      guard isShown, !blank.span.overlaps(atom.core) else { return false }
      switch atom.shape {
      case .function, .symbol: return false
      case .verb: return !atom.traits.contains(.auxiliary)
      case .word: return !atom.traits.contains(.vague) && !atom.lower.hasSuffix("ly")
      case .capital:
        return !atom.traits.contains(.vague) && !atom.traits.contains(.auxiliary)
          && !atom.lower.hasSuffix("ly")
      case .name, .number, .code: return true
      }
    }
  }

  // MARK: Recall

  /// `Enforcement: 2 August 2026`, `Model 4.x: evaluated at level 2`: nothing to cut out of it.
  private static func recall(_ asked: Asked, label: Label) -> Draft? {
    let prose = asked.prose
    let content = label.content
    guard prose.words(content) <= 8, !content.contains(where: { separates(prose, $0, content) }),
      !content.allSatisfy({ isEmptyWord(prose.atoms[$0]) })
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

/// How much of a fact is shown around a blank: all of it when it is short, else the sentence, else
/// the part with the one before it.
enum PromptRange {
  static let longest = 36

  static func around(
    _ blank: Blank, prose: Prose, label: Label?, content: Range<Int>
  ) -> Range<Int> {
    let whole = label.map { $0.range.lowerBound..<content.upperBound } ?? content
    if blank.isReversed || prose.words(whole) <= longest { return scalars(whole, prose) }
    var parts = prose.split(content, after: .sentence)
    var index = parts.firstIndex { scalars($0, prose).overlaps(blank.span) } ?? 0
    if prose.words(parts[index]) > longest {
      parts = prose.split(parts[index], after: .semicolon)
      index = parts.firstIndex { scalars($0, prose).overlaps(blank.span) } ?? 0
    }
    // `It does so …` needs what stands before it.
    let part = parts[index]
    if index > 0, Pronouns.opening.contains(prose.atoms[part.lowerBound].lower),
      prose.words(parts[index - 1].lowerBound..<part.upperBound) <= longest + 24
    {
      return scalars(parts[index - 1].lowerBound..<part.upperBound, prose)
    }
    return scalars(part, prose)
  }

  private static func scalars(_ range: Range<Int>, _ prose: Prose) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    var end = prose.atoms[last].range.upperBound
    // A comma or semicolon at the end leads to what is not shown.
    if last + 1 < prose.atoms.count, prose.atoms[last].after != .sentence,
      prose.atoms[last].after != .none
    {
      end -= 1
    }
    return prose.atoms[first].range.lowerBound..<end
  }
}

enum Pronouns {
  static let opening: Set<String> = [
    "it", "its", "they", "their", "them", "this", "that", "these", "those", "he", "she", "both",
    "such", "others", "same", "also",
  ]
}
