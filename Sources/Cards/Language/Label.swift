/// `Label: content`, or `Term — content` where the term is set in bold or is short.
struct Label {
  /// Atoms.
  let range: Range<Int>
  let content: Range<Int>
  /// From the label's end to the content's beginning, as written.
  let separator: String

  init?(_ prose: Prose) { self.init(prose, in: prose.everything) }

  init?(_ prose: Prose, in whole: Range<Int>) {
    for index in whole {
      let atom = prose.atoms[index]
      guard atom.depth == 0 || atom.ends(.colon) else { continue }
      if atom.ends(.colon), index + 1 < whole.upperBound {
        let range = whole.lowerBound..<index + 1
        guard prose.words(range) <= 10 else { return nil }
        self.range = range
        content = index + 1..<whole.upperBound
        separator = ": "
        return
      }
      if atom.isSymbol(.dash), index > whole.lowerBound, index + 1 < whole.upperBound {
        let range = whole.lowerBound..<index
        let isTerm =
          range.allSatisfy { prose.atoms[$0].style.contains(.strong) }
          || (prose.words(range) <= 4
            && !range.contains {
              prose.atoms[$0].shape == .verb || prose.atoms[$0].shape == .number
                || prose.atoms[$0].isSymbol(.equals)
            })
        guard isTerm, Label.isProse(prose, around: index) else { return nil }
        self.range = range
        content = index + 1..<whole.upperBound
        separator = " — "
        return
      }
      if atom.after != .none, atom.after != .comma { return nil }
    }
    return nil
  }

  /// `Linux vectors include a, b and c`: what stands before the verb, of a sentence that is a list.
  init?(enumeratedIn prose: Prose) {
    let whole = prose.everything
    guard
      let verb = whole.dropFirst().first(where: {
        prose.atoms[$0].depth == 0
          && ["include", "includes", "comprise", "comprises", "encompass", "encompasses"]
            .contains(prose.atoms[$0].lower)
      }), verb <= 6, verb + 1 < whole.upperBound,
      !whole.dropLast().contains(where: {
        prose.atoms[$0].ends(.sentence) || prose.atoms[$0].ends(.semicolon)
          || prose.atoms[$0].ends(.colon)
          || prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.dash)
      }),
      prose.split(verb + 1..<whole.upperBound, after: .comma).count > 2
    else { return nil }
    range = 0..<verb
    content = verb + 1..<whole.upperBound
    separator = " \(prose.text(verb..<verb + 1)) "
  }

  /// A hyphen in a formula is a minus: `H(p, q) - H(p)`.
  static func isProse(_ prose: Prose, around index: Int) -> Bool {
    guard prose.atoms[index].lower == "-" else { return true }
    guard index > 0, index + 1 < prose.atoms.count else { return false }
    return [index - 1, index + 1].allSatisfy {
      let shape = prose.atoms[$0].shape
      return !prose.string(prose.atoms[$0].core).contains("(") && shape != .number
        && (prose.atoms[$0].core.count > 1 || shape == .function)
    }
  }

  func text(_ prose: Prose) -> String { prose.text(range) }

  /// `Cold starts skew results: warm up first`: a statement with its reason, and no label.
  func isSentence(_ prose: Prose) -> Bool {
    guard range.count > 2 else { return false }
    // `**A lazy import without a height shifts the page** — …`
    if prose.words(range) > 5, prose.atoms[range.upperBound - 1].after == .none,
      range.allSatisfy({ prose.atoms[$0].style.contains(.strong) })
    {
      return true
    }
    if range.contains(where: { prose.atoms[$0].isSymbol(.arrow) }) { return true }
    // `Never store tokens there: any script reads them`
    if let first = range.first,
      ["never", "always", "avoid", "don't"].contains(prose.atoms[first].lower)
    {
      return true
    }
    // `Use one and not the other for comparison: …`
    if range.count > 4, let first = range.first, prose.atoms[first].shape == .capital,
      prose.atoms[first].traits.contains(.verb), !prose.atoms[first].lower.hasSuffix("s")
    {
      return true
    }
    return range.dropFirst().dropLast().contains { index in
      let atom = prose.atoms[index]
      guard atom.depth == 0 else { return false }
      let before = prose.atoms[index - 1]
      let isVerb = before.traits.contains(.auxiliary) || before.traits.contains(.linking)
      guard before.shape != .function, !isVerb, before.after == .none,
        before.shape != .verb || atom.traits.contains(.linking)
      else {
        return false
      }
      if atom.traits.contains(.linking) || atom.traits.contains(.auxiliary)
        || atom.lower == "must"
      {
        return true
      }
      // A verb that `Words` does not know: `kills the cache`.
      if atom.shape == .word, atom.lower.hasSuffix("s"), !atom.lower.hasSuffix("ss"),
        !before.lower.hasSuffix("s"), range.contains(index + 1), atom.after == .none,
        ["a", "an", "the", "its", "their", "your"].contains(prose.atoms[index + 1].lower)
      {
        return true
      }
      guard atom.shape == .verb else { return false }
      // `event names used in the log`
      if range.contains(index + 1), prose.atoms[index + 1].traits.contains(.participle) {
        return false
      }
      let isPlural = before.lower.hasSuffix("s") && !before.lower.hasSuffix("ss")
      return atom.lower.hasSuffix("s") && !atom.lower.hasSuffix("ss")
        ? !isPlural : isPlural && before.shape != .name
    }
  }
}
