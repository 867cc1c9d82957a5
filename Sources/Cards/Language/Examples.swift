/// What a fact brings only to show what it means, or does not show at all.
extension BlankFinder {
  /// `…, e.g. N = 3`; `says "got 03/04/26"`: one of many that could stand there.
  func standsInExample(_ span: Range<Int>, _ part: Range<Int>) -> Bool {
    if part.contains(where: {
      prose.atoms[$0].core.upperBound <= span.lowerBound
        && (prose.atoms[$0].lower == "e.g"
          || ["such", "something"].contains(prose.atoms[$0].lower) && part.contains($0 + 1)
            && ["as", "like"].contains(prose.atoms[$0 + 1].lower)
          || prose.atoms[$0].depth > 0
            && ["often", "like", "such", "usually", "typically"].contains(prose.atoms[$0].lower))
    }) {
      return true
    }
    // `any iterable, including `@oak/deck` ones`
    if let first = part.first(where: { span.contains(prose.atoms[$0].core.lowerBound) }),
      first > part.lowerBound, prose.atoms[first - 1].lower == "including",
      prose.atoms[first].shape == .code,
      !prose.atoms[first].ends(.comma)
    {
      return true
    }
    // `deep imports like `pkg/util.js``
    if let first = part.first(where: { span.contains(prose.atoms[$0].core.lowerBound) }),
      first - 1 > part.lowerBound, prose.atoms[first - 1].lower == "like",
      prose.atoms[first].shape == .code || isAmount(first),
      prose.atoms[first - 2].shape != .function
    {
      return true
    }
    // All of a quotation is asked for by itself.
    guard prose.scalars[span.lowerBound].properties.numericType != nil,
      let first = part.first, prose.atoms[first].core.lowerBound < span.lowerBound
    else { return false }
    return (prose.atoms[first].core.lowerBound..<span.lowerBound).contains { place in
      ["\"", "“"].contains(prose.scalars[place])
        && prose.partner(of: place).map { $0 >= span.upperBound } == true
    }
  }

  /// `the example above is 0.88`, `in the same paper`: what the card does not show.
  func pointsElsewhere(_ part: Range<Int>) -> Bool {
    part.contains { index in
      let atom = prose.atoms[index]
      guard index > part.lowerBound else { return false }
      let before = prose.atoms[index - 1].lower
      return ["above", "below"].contains(atom.lower)
        && ["example", "table", "figure", "list", "section", "setup"].contains(before)
        || ["paper", "study", "example", "section"].contains(atom.lower) && before == "same"
    }
  }

  /// `that | omission, not cleverness, …`, `ignored by | most tools`: what another sentence said, or nobody counted.
  func pointsBack(_ span: Range<Int>, _ part: Range<Int>) -> Bool {
    guard let first = part.first(where: { span.contains(prose.atoms[$0].core.lowerBound) }),
      first > part.lowerBound
    else { return false }
    let words = part.filter { span.overlaps(prose.atoms[$0].core) }
    if words.count == 2, ["most", "many", "some"].contains(prose.atoms[first].lower),
      prose.atoms[first - 1].traits.contains(.prepositions)
    {
      return true
    }
    return words.count < 3
      && ["that", "this", "these", "those"].contains(prose.atoms[first - 1].lower)
      && prose.atoms[first].shape == .word && prose.atoms[words[words.count - 1]].after == .comma
  }

  /// `X instead of | Y`, `X, not | Y`: what it is not.
  func isFoil(_ span: Range<Int>, _ part: Range<Int>) -> Bool {
    guard let index = part.first(where: { span.contains(prose.atoms[$0].core.lowerBound) }) else {
      return false
    }
    var before = index - 1
    while before > part.lowerBound, prose.atoms[before].traits.contains(.article) { before -= 1 }
    guard before > part.lowerBound else { return false }
    return prose.atoms[before].lower == "not" && prose.atoms[before - 1].after == .comma
      || prose.atoms[before].lower == "of" && prose.atoms[before - 1].lower == "instead"
      || prose.atoms[before].lower == "than" && prose.atoms[before - 1].lower == "rather"
  }

  /// `"Language Models | Can Teach Themselves"`: of a quotation all is asked for, or nothing.
  func cutsQuotation(_ span: Range<Int>) -> Bool {
    let open = (content.first.map { prose.atoms[$0].range.lowerBound } ?? 0)..<span.lowerBound
    return open.contains { place in
      ["\"", "“"].contains(prose.scalars[place])
        && prose.partner(of: place).map {
          $0 >= span.upperBound && place + 1..<$0 != span
        } == true
    }
  }
}
