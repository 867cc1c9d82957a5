import Notes

/// A fact under Key Facts. Its shape decides; the first that fits is taken:
///
/// | shape | cards | because |
/// | --- | --- | --- |
/// | `A: x; B: y` | one for each pair | two facts in one line |
/// | `Label: a (x), b (y)` | `GlossRule` | each pair is worth knowing both ways |
/// | `Label: a = x; b = y` | `GlossRule` | the same, written with `=` |
/// | `Label: a, b, c` | `ListRule` | a list is known when all of it is |
/// | `Label: date, sum or short phrase` | recall, the leading verb left as a cue | nothing to cut out of it |
/// | anything else | `ClozeRule` | a sentence has one or more places that carry its information |
/// | a label over nested items | the list of them, or each item as a fact of the label | |
enum FactRule {
  /// In words. What is longer is an essay, and costs more than it gives.
  private static let longest = 300

  static func add(_ fact: PageItem, to deck: inout Deck) {
    add(fact.item, section: fact.section, lead: fact.label.map { [$0] } ?? [], to: &deck)
  }

  /// - Parameter lead: the labels of the items that this one is nested under.
  private static func add(
    _ item: Item, section: Int, lead: [String], to deck: inout Deck, depth: Int = 0
  ) {
    let prose = Prose(item.text)
    let children = item.children.flatMap { block -> [Item] in
      guard case .list(let items, _, _) = block else { return [] }
      return items.filter { !$0.cardsOff }
    }
    let source = item.text.plain
    let place = Place(
      section: section, line: item.line, source: source, blockID: item.blockID, trail: lead,
      group: (lead + [source]).joined(separator: "\n"), origin: .facts)
    if item.checked == false || isToDo(prose) {
      deck.problem(
        line: item.line, "this is still to be done, so it gives no card",
        "write down what is known, without the box or the word")
      return
    }
    let isLabel = !children.isEmpty && isMereLabel(prose)
    let before = deck.cards.count
    let problems = deck.problems.count
    var isTwin = false
    if isLabel {
      let drafts = ListRule.drafts(label: prose, items: children.map(\.text))
      var whole = place
      whole.source = ([source] + children.map(\.text.plain)).joined(separator: " · ")
      deck.add(drafts, from: whole)
      if !drafts.isEmpty { return }
    } else if prose.atoms.count > longest {
      deck.problem(
        line: item.line, "this fact has over \(longest) words, so it gives no card",
        "split it into facts of a sentence or two")
    } else if !isPointer(prose) {
      var context = deck.contextWords(section)
      for label in lead { context.append(WordKeys(label)) }
      let drafts = drafts(of: prose, context: context)
      deck.add(drafts, from: place)
      isTwin = !drafts.isEmpty && deck.cards.count == before
    }
    if depth < 4 {
      let label = isLabel || prose.words(prose.everything) <= 14 ? [trimmed(source)] : []
      for child in children {
        add(child, section: section, lead: lead + label, to: &deck, depth: depth + 1)
      }
    }
    guard deck.cards.count == before, deck.problems.count == problems, depth == 0 else { return }
    if isTwin, let twin = deck.lastTwin {
      deck.problem(
        line: item.line, "this fact asks the same as the one in line \(twin), so it gives no card",
        "leave one of them out, or give it another label")
    } else if isPointer(prose) {
      deck.problem(
        line: item.line, "this fact only points elsewhere, so it gives no card",
        "move it to Connections, or say here what is to be remembered")
    } else {
      deck.problem(
        line: item.line,
        "nothing in this fact can be asked for: it would be given away, or nobody has it in mind",
        "write it as `Label: content`, or mark what to ask for: ==like this==")
    }
  }

  /// `TODO: check the heap size`
  private static func isToDo(_ prose: Prose) -> Bool {
    guard let first = prose.atoms.first else { return false }
    return ["TODO", "FIXME"].contains(prose.string(first.core))
  }

  /// `See [[page]] for sizes`
  private static func isPointer(_ prose: Prose) -> Bool {
    guard let first = prose.atoms.first else { return false }
    let words = prose.words(prose.everything)
    return first.lower == "see" && words <= 10
      || words <= 8 && prose.atoms.contains(where: \.linked)
        && prose.atoms.allSatisfy { $0.linked || $0.isSymbol || $0.shape == .function }
  }

  private static func trimmed(_ label: String) -> String {
    var label = Substring(label)
    while let last = label.last, last == ":" || last == " " { label.removeLast() }
    return String(label)
  }

  /// `Pricing:` or `Pricing` over nested items: it says nothing itself.
  private static func isMereLabel(_ prose: Prose) -> Bool {
    guard let last = prose.atoms.last else { return true }
    if last.ends(.colon) { return true }
    return !prose.atoms.contains { $0.shape == .number } && prose.words(prose.everything) <= 5
      && !prose.atoms.contains { $0.shape == .verb }
      && Label(prose) == nil
  }

  static func drafts(of prose: Prose, context: WordKeys) -> [Draft] {
    guard !prose.atoms.isEmpty else { return [] }
    let asked = Asked(prose: prose, context: context)
    if let drafts = pairs(asked) { return drafts }
    let label = Label(prose)
    if let label {
      if let drafts = GlossRule.drafts(asked, label: label) { return drafts }
      if let drafts = ListRule.drafts(asked, label: label) { return drafts }
    } else if let drafts = GlossRule.drafts(asked, label: nil) {
      return drafts
    } else if let list = Label(enumeratedIn: prose),
      let drafts = GlossRule.drafts(asked, label: list) ?? ListRule.drafts(asked, label: list)
    {
      return drafts
    }
    return ClozeRule.drafts(asked, label: label.flatMap { $0.isSentence(prose) ? nil : $0 })
  }

  /// `Storage: $0.02/GB; transfer: $0.09/GB`; `DoT: port 853. DoH: port 443`
  private static func pairs(_ asked: Asked) -> [Draft]? {
    let prose = asked.prose
    for boundary in [Boundary.semicolon, .sentence] {
      let pieces = prose.split(prose.everything, after: boundary)
      guard pieces.count > 1 else { continue }
      let labels = pieces.map { Label(prose, in: $0) }
      // `Losses: rope, tar. Oak: one plank; pine: two`: no piece says one thing.
      if boundary == .semicolon,
        labels.contains(where: { label in
          label?.content.dropLast().contains { prose.atoms[$0].ends(.sentence) } == true
        })
      {
        continue
      }
      guard labels.allSatisfy({ $0 != nil }) else { continue }
      let isPlain = labels.allSatisfy { $0.map { Self.isPlain(prose, $0) } ?? false }
      guard boundary == .semicolon || isPlain else { continue }
      return pairs(asked, labels)
    }
    return nil
  }

  private static func pairs(_ asked: Asked, _ labels: [Label?]) -> [Draft] {
    labels.compactMap { $0 }.flatMap { pair(asked, $0) }
  }

  private static func isPlain(_ prose: Prose, _ label: Label) -> Bool {
    prose.words(label.content) <= 9 && !label.content.contains { prose.atoms[$0].depth > 0 }
  }

  private static func pair(_ asked: Asked, _ label: Label) -> [Draft] {
    let prose = asked.prose
    let slot = prose.text(label.range)
    let isPlain = Self.isPlain(prose, label)
    // `pessimistic: …` behind `Optimistic locking: …` is not understood alone.
    let isDependent =
      label.range.lowerBound > 0
      && slot.unicodeScalars.first.map { Prose.isSmall($0) } ?? false
    var core = prose.withoutAside(label.content)
    // `cp314t — ordinary wheels do not install`: the remark is shown.
    if let dash = core.dropFirst().first(where: {
      prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.dash)
        && Label.isProse(prose, around: $0)
    }) {
      core = core.lowerBound..<dash
    }
    // `510 behaviours`: what is counted is left to ask with.
    if prose.atoms[core.lowerBound].shape == .number,
      prose.atoms[core.upperBound - 1].shape == .word
    {
      core = Figures.number(prose, at: core.lowerBound, in: core)
    }
    let holdsFigures = label.content.contains { prose.atoms[$0].shape == .number }
    let row = holdsFigures ? 1 : prose.split(label.content, after: .comma).count
    /// What the other pairs are says what is asked for.
    func inSight(_ span: Range<Int>) -> String {
      prose.string(0..<span.lowerBound) + Draft.blank
        + (row > 2 ? " (\(Words.count(row)))" : "")
        + prose.string(span.upperBound..<prose.span(prose.everything).upperBound)
    }
    let isShort = prose.words(prose.everything) <= PromptRange.longest
    if isPlain, isShort, isDependent || row > 2, prose.isBalanced(prose.span(core)) {
      let values = values(prose, core)
      let drafts = values.enumerated().compactMap { number, value -> Draft? in
        let span = prose.span(value)
        let answer = prose.string(span)
        let prompt = inSight(span)
        guard !asked.isGivenAway(answer, by: prompt) else { return nil }
        return Draft(
          kind: .recall, prompt: prompt, answer: answer,
          slot: number == 0 ? slot : "\(slot) \(number + 1)")
      }
      if !drafts.isEmpty { return drafts }
    }
    return ClozeRule.drafts(asked, label: label, most: 1).map { draft in
      var draft = draft
      draft.slot = slot
      // `Round robin: […]`: nobody knows what is asked.
      let whole = inSight(prose.span(label.content))
      if isShort, draft.answer == prose.text(label.content),
        !asked.isGivenAway(draft.answer, by: whole)
      {
        draft.prompt = whole
      }
      return draft
    }
  }

  /// `Windows 2x, macOS 10x`: two figures are asked for one by one.
  private static func values(_ prose: Prose, _ content: Range<Int>) -> [Range<Int>] {
    let pieces = prose.split(content, after: .comma)
    let figures = pieces.compactMap { piece in
      piece.first { prose.atoms[$0].shape == .number }.map {
        Figures.number(prose, at: $0, in: piece)
      }
    }
    let areValues =
      pieces.count == 2 && figures.count == 2
      && zip(figures, pieces).allSatisfy {
        $0.lowerBound > $1.lowerBound && $0.upperBound == $1.upperBound
      }
    return areValues ? figures : [content]
  }
}

/// A fact's text, and what is shown above its cards.
struct Asked {
  let prose: Prose
  /// Words of the page's and the sections' titles.
  let context: WordKeys

  /// Whether the prompt, or what is shown above it, gives the answer away.
  func isGivenAway(_ answer: String, by prompt: String) -> Bool {
    let answer = WordKeys(answer)
    let prompt = WordKeys(prompt)
    return prompt.contains(answer) || context.contains(answer) || prompt.spellsOut(answer)
      || context.spellsOut(answer) || prompt.counts(besides: answer) || prompt.figures(of: answer)
  }
}
