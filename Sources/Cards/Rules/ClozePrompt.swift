import Notes

/// A fact with a hole in it: how much of it is shown around a blank, and what is left out because it would give
/// the answer away.
struct ClozePrompt {
  let asked: Asked
  let label: Label?
  /// Atoms: what stands behind the label.
  let content: Range<Int>
  let parts: [BlankFinder.Part]

  struct Card {
    var blank: Blank
    var prompt: String
    var answer: String
  }

  private var prose: Prose { asked.prose }

  enum Wording {
    /// All that belongs to the blank.
    case whole
    /// Without what would give the answer away.
    case shorter
    /// The prompt may say a part of the answer.
    case hinting
  }

  /// The card for a place, when it is a good one.
  func card(for blank: Blank, _ wording: Wording) -> Card? {
    guard !blank.span.isEmpty, prose.isBalanced(blank.span),
      !isShort(prose.string(blank.span), ofWordBefore: blank)
    else { return nil }
    let whole = PromptRange.around(blank, prose: prose, label: label, content: content)
    let shorter = shorter(whole, blank).lazy.compactMap {
      card(for: blank, shown: $0.shown, without: $0.omitted, allowsHints: false)
    }
    if let end = blank.toldFrom, wording != .hinting {
      let shown = whole.lowerBound..<min(end, whole.upperBound)
      return card(
        for: blank, shown: shown, without: remarks(in: shown, besides: blank.span),
        allowsHints: false)
    }
    guard wording != .shorter else { return shorter.first }
    guard
      let card = card(for: blank, shown: whole, without: [], allowsHints: wording == .hinting)
    else { return nil }
    // `… is copied; forked workers slowly lose it`: what sounds like the answer is left out where it can be.
    let isRow = blank.count != nil
    guard Echo.isIn(card.prompt, of: card.answer, isRow: isRow) else { return card }
    return shorter.first { choice in
      (isRow || choice.prompt.split(separator: " ").count > 6)
        && !Echo.isIn(choice.prompt, of: choice.answer, isRow: isRow)
    } ?? card
  }

  private func card(
    for blank: Blank, shown: Range<Int>, without omitted: [Range<Int>], allowsHints: Bool
  ) -> Card? {
    guard shown.lowerBound <= blank.span.lowerBound, blank.span.upperBound <= shown.upperBound,
      hasCue(blank, shown: shown, without: omitted)
    else { return nil }
    let answer = prose.string(blank.span)
    func isGood(_ prompt: String) -> Bool {
      !asked.isGivenAway(answer, by: prompt)
        && (allowsHints || !Hint.isIn(prompt, of: answer, for: blank))
    }
    let prompt = text(blank, shown: shown, hiding: [], without: omitted)
    if isGood(prompt) { return Card(blank: blank, prompt: prompt, answer: answer) }
    guard omitted.isEmpty, let twin = twin(of: blank.span, in: shown) else { return nil }
    let hidden = text(blank, shown: shown, hiding: [twin], without: [])
    return isGood(hidden) ? Card(blank: blank, prompt: hidden, answer: answer) : nil
  }

  private func text(
    _ blank: Blank, shown: Range<Int>, hiding twins: [Range<Int>], without omitted: [Range<Int>]
  ) -> String {
    var text = ""
    var place = shown.lowerBound
    for span in (twins + omitted + [blank.span]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text += prose.string(place..<span.lowerBound)
      if !omitted.contains(span) { text += Draft.blank }
      if span == blank.span { text += howMany(blank, shown: shown) }
      place = span.upperBound
    }
    text += prose.string(place..<shown.upperBound)
    guard let label, prose.span(label.range).upperBound <= shown.lowerBound else { return text }
    return prose.text(label.range) + label.separator + text
  }

  /// `A includes a [grant]|; B grants nothing`: without what follows the blank's part, and without remarks in
  /// brackets.
  private func shorter(
    _ whole: Range<Int>, _ blank: Blank
  ) -> [(shown: Range<Int>, omitted: [Range<Int>])] {
    var ranges = [whole]
    if blank.part >= 0, let next = parts.dropFirst(blank.part + 1).first,
      prose.words(content.lowerBound..<next.range.lowerBound) > 3
    {
      let end = PromptRange.scalars(parts[blank.part].range, prose).upperBound
      if whole.contains(end) { ranges.append(whole.lowerBound..<end) }
    }
    return ranges.flatMap { shown -> [(shown: Range<Int>, omitted: [Range<Int>])] in
      let remarks = remarks(in: shown, besides: blank.span)
      let bare = shown == whole ? [] : [(shown: shown, omitted: [Range<Int>]())]
      return bare + (remarks.isEmpty ? [] : [(shown, remarks)])
    }
  }

  /// What stands in brackets, with the space before it.
  private func remarks(in shown: Range<Int>, besides span: Range<Int>) -> [Range<Int>] {
    var remarks: [Range<Int>] = []
    for atom in prose.atoms where atom.depth > 0 && shown.contains(atom.range.lowerBound) {
      let open = atom.range.lowerBound
      guard prose.scalars[open] == "(", open > shown.lowerBound, prose.scalars[open - 1] == " ",
        let close = prose.partner(of: open), close < shown.upperBound,
        !(open...close).overlaps(span), open >= remarks.last?.upperBound ?? 0
      else { continue }
      remarks.append(open - 1..<close + 1)
    }
    return remarks
  }

  /// ` (three)` behind the blank of a row, unless the number stands there already, or a remark would follow.
  private func howMany(_ blank: Blank, shown: Range<Int>) -> String {
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
  private func twin(of span: Range<Int>, in shown: Range<Int>) -> Range<Int>? {
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
  private func isShort(_ answer: String, ofWordBefore blank: Blank) -> Bool {
    guard
      let index = prose.atoms.firstIndex(where: { $0.core.lowerBound >= blank.span.lowerBound }),
      index > 0, prose.atoms[index].depth > prose.atoms[index - 1].depth
    else { return false }
    let letters = answer.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.count > 1 && prose.atoms[index - 1].lower.hasPrefix(letters)
  }

  /// Something that says what is asked for must be left.
  private func hasCue(
    _ blank: Blank, shown: Range<Int>, without omitted: [Range<Int>]
  ) -> Bool {
    prose.atoms.indices.contains { index in
      let atom = prose.atoms[index]
      let isShown = shown.contains(atom.core.lowerBound) || label?.range.contains(index) == true
      guard isShown, !blank.span.overlaps(atom.core),
        !omitted.contains(where: { $0.overlaps(atom.core) })
      else { return false }
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
}
