/// What speaks against asking for a figure: it is what one starts from, it can be worked out, or it belongs to
/// an example.
extension BlankFinder {
  /// How much less a card for the figure is worth, in the units of `Blank.weight`.
  /// - Parameter told: when it is known already.
  func doubt(_ figure: Range<Int>, in part: Part, told: Told? = nil) -> Int {
    let index = figure.lowerBound
    let range = part.range
    var doubt = 0
    if isGiven(index, in: range) { doubt += 40 }
    if isInput(figure, in: range) { doubt += 44 }
    if isFactor(figure, in: range) { doubt += 24 }
    if isExampleResult(figure, in: range) { doubt += 34 }
    if case .here = told ?? self.told(figure, in: range) { doubt += 40 }
    if isCondition(index, part) { doubt += 36 }
    if isPremise(index, part) { doubt += 30 }
    if isInExample(part) { doubt += 50 }
    doubt += setting(figure, in: range)
    if isBaseline(figure, in: range) { doubt += 30 }
    doubt += incidence(figure, in: part)
    if isTotal(figure, in: range) { doubt += 30 }
    if isTwin(figure) { doubt += 44 }
    if index > range.lowerBound, isEquation(index - 1), isAlternative(index - 1, in: range) {
      doubt += 40
    }
    // `0.5 → | 0 and 1.5 | → 2`
    let isTwo = figure.contains { prose.atoms[$0].traits.contains(.conjunction) }
    if isCutFromRow(figure, in: range) || isTwo && isInChain(figure, in: range) { doubt += 30 }
    // `brings the leak close to 0`
    if figure.count == 1, prose.atoms[index].lower == "0", index > range.lowerBound + 1,
      prose.atoms[index - 1].lower == "to",
      ["close", "down", "near"].contains(prose.atoms[index - 2].lower)
    {
      doubt += 40
    }
    if prose.atoms[index].depth > 0, let value = value(index), (0...3).contains(value),
      prose.atoms[index].lower.allSatisfy(\.isNumber)
    {
      doubt += 20
    }
    return doubt
  }

  /// `L = λ × W — 200 a second for 0.5 s are 100`: behind a formula with letters its figures are an example.
  private func followsFormula(_ part: Part) -> Bool {
    let concludes = part.range.contains {
      isEquation($0) || prose.atoms[$0].isSymbol(.arrow) || prose.atoms[$0].lower == "around"
    }
    if label?.range.contains(where: isEquation) == true { return true }
    guard
      part.lead == .dash
        || (part.lead == .semicolon || part.lead == .sentence) && concludes
    else { return false }
    return parts.contains { before in
      guard before.range.upperBound <= part.range.lowerBound,
        let sign = before.range.first(where: isEquation), sign + 1 < before.range.upperBound
      else { return false }
      let right = sign + 1..<before.range.upperBound
      return right.contains { prose.atoms[$0].lower == "×" || isOperator($0) }
        && right.contains { [.word, .name, .capital].contains(prose.atoms[$0].shape) }
        || prose.string(prose.span(right)).contains { "⌈⌊√∑".contains($0) }
    }
  }

  /// `200`, `n=200`
  func isAmount(_ index: Int) -> Bool {
    let atom = prose.atoms[index]
    return atom.shape == .number
      || atom.shape != .code && atom.lower.contains("=") && atom.lower.last?.isNumber == true
  }

  /// `` `sqrt(p / n)` — 80% on 500 items gives 1.8% ``; `30 wins against 15 losses give 5.0`: numbers to see
  /// how it works.
  func isInExample(_ part: Part) -> Bool {
    if part.range.filter(isAmount).count > 1, followsFormula(part) { return true }
    if part.lead == .dash,
      let before = parts.last(where: { $0.range.upperBound <= part.range.lowerBound }),
      before.range.count == 1, prose.atoms[before.range.lowerBound].shape == .code,
      prose.string(prose.atoms[before.range.lowerBound].core).contains(where: { "/*^".contains($0) }
      )
    {
      return part.range.contains(where: isAmount)
    }
    // `…, so the spread is ±3.5`
    if part.lead == .semicolon, let number = parts.firstIndex(where: { $0.range == part.range }),
      number > 0, parts[number - 1].lead == .dash
    {
      return isInExample(parts[number - 1])
    }
    guard let verb = part.verb,
      ["gives", "give", "implies", "imply", "yields", "yield"].contains(prose.atoms[verb].lower)
    else { return false }
    return (part.range.lowerBound..<verb).filter(isAmount).count > 1
      && (verb..<part.range.upperBound).contains(where: isAmount)
  }

  /// `0-based here, 1-based there`: each tells the other; `1 ns`, `100 ns`: two orders of magnitude.
  private func isTwin(_ figure: Range<Int>) -> Bool {
    let others = content.filter { !figure.contains($0) }
    if others.contains(where: { prose.atoms[$0].lower.hasPrefix("magnitude") }),
      others.contains(where: isAmount)
    {
      return true
    }
    let text = prose.atoms[figure.lowerBound].lower
    guard let hyphen = text.firstIndex(of: "-"), text.last?.isLetter == true else { return false }
    guard text[..<hyphen].count == 1 else { return false }
    let kind = text[hyphen...]
    return others.contains { index in
      prose.atoms[index].lower.hasSuffix(kind) && prose.atoms[index].lower.first?.isNumber == true
    }
  }

  /// `66 of 80 trips`: out of how many.
  private func isTotal(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let index = figure.lowerBound
    return index > range.lowerBound + 1 && prose.atoms[index - 1].lower == "of"
      && isAmount(index - 2)
  }

  /// `429, 5xx | , timeout`; `React 19.0.1, | 19.1.2`: of a row a part.
  private func isCutFromRow(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let commas = figure.dropLast().contains { prose.atoms[$0].after == .comma }
    let end = figure.upperBound
    let goesOn =
      commas && end < range.upperBound && prose.atoms[end - 1].after == .comma
      && [.word, .name].contains(prose.atoms[end].shape)
      && (end + 1 == range.upperBound || prose.atoms[end].after != .none
        || prose.atoms[end].depth > prose.atoms[min(end + 1, range.upperBound - 1)].depth)
    let before = figure.lowerBound - 1
    return goesOn
      || commas && before > range.lowerBound && prose.atoms[before].after == .comma
        && isAmount(before)
  }

  /// `1 GiB at 8,192 tokens`: for what the other figure holds. `at a 30% rate`: for example.
  private func setting(_ figure: Range<Int>, in range: Range<Int>) -> Int {
    func before(_ index: Int) -> Int? {
      var index = index - 1
      if index > range.lowerBound, prose.atoms[index].lower == "of",
        prose.atoms[index - 1].lower == "average"
      {
        index -= 2
      }
      if index > range.lowerBound, prose.atoms[index].traits.contains(.article) { index -= 1 }
      return index >= range.lowerBound && prose.atoms[index].lower == "at" ? index : nil
    }
    guard let at = before(figure.lowerBound) else { return 0 }
    if at + 1 < figure.lowerBound { return 44 }
    let others = range.contains { index in
      (isAmount(index) || prose.atoms[index].traits.contains(.counts)) && !figure.contains(index)
        && before(index) == nil
    }
    return others ? 20 : 0
  }

  /// `40.0% vs | 30.1% for acting alone`: what it is measured against.
  private func isBaseline(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard let versus = range.first(where: { prose.atoms[$0].isSymbol(.versus) }),
      versus < figure.lowerBound
    else { return false }
    return (range.lowerBound..<versus).contains(where: isAmount)
  }

  /// `1M vectors ≈ 3 GB`: what stands before the sign is what one starts from.
  private func isGiven(_ index: Int, in range: Range<Int>) -> Bool {
    // `1 token ≈ 4 characters ≈ 0.75 words`: what has the sign before it is a result.
    if index > range.lowerBound, prose.atoms[index - 1].lower == "≈" { return false }
    if isSampleSize(index, in: range) { return true }
    // `at α = 0.05 → 64%`
    if index > range.lowerBound, isEquation(index - 1), index + 1 < range.upperBound,
      prose.atoms[index + 1].isSymbol(.arrow)
    {
      return true
    }
    return range.contains {
      $0 > index && prose.atoms[$0].depth == 0
        && (prose.atoms[$0].isSymbol(.equals) || prose.atoms[$0].lower == "≈")
    }
  }

  /// `for n = 15–24`, `with γ = 0.25`: what one starts from.
  func isSampleSize(_ index: Int, in range: Range<Int>) -> Bool {
    guard index - 3 >= range.lowerBound, isEquation(index - 1) else { return false }
    return prose.atoms[index - 2].core.count == 1
      && ["for", "at", "with"].contains(prose.atoms[index - 3].lower)
  }

  /// `3n² + 7 → O(n²)`: what stands before the arrow is what one starts from.
  func isBehindNoArrow(_ index: Int, in range: Range<Int>) -> Bool {
    range.contains { $0 > index && prose.atoms[$0].isSymbol(.arrow) }
      && !range.contains { $0 < index && prose.atoms[$0].isSymbol(.arrow) }
  }

  /// `80% with 0.92 and 0.85 → 84.4%`: what stands before the only arrow is what one starts from.
  private func isInput(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard isBehindNoArrow(figure.lowerBound, in: range),
      let arrow = range.first(where: { prose.atoms[$0].isSymbol(.arrow) }),
      prose.atoms[arrow].depth <= prose.atoms[figure.lowerBound].depth,
      (arrow..<range.upperBound).contains(where: { index in
        prose.scalars[prose.atoms[index].core].contains(where: Prose.isDigit)
      }),
      !(range.lowerBound..<arrow).contains(where: {
        prose.atoms[$0].traits.contains(.copula)
          || prose.atoms[$0].shape == .verb && $0 < figure.lowerBound
            && !($0 > range.lowerBound && isAmount($0 - 1))
      })
    else { return false }
    // `~1B at the start of 2025 → over 5B`: how one figure changed.
    return (range.lowerBound..<arrow).filter(isAmount).count > 1
      || figure.lowerBound > range.lowerBound
  }

  /// `80% with 0.92 and 0.85 → 84.4%`: of three or more figures one comes out, in an example.
  private func isExampleResult(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard
      let arrow = (range.lowerBound..<figure.lowerBound).last(where: {
        prose.atoms[$0].isSymbol(.arrow)
      })
    else { return false }
    let inputs = (range.lowerBound..<arrow).filter(isAmount)
    // `(0 in 300 → 1%)`
    if prose.atoms[arrow].depth > 0, inputs.contains(where: { prose.atoms[$0].depth > 0 }) {
      return true
    }
    return inputs.count > 2 && !range.contains { prose.atoms[$0].ends(.comma) }
  }

  /// `A loop over 100 rows fires 101 queries`: what stands before the verb is what one starts from.
  private func isCondition(_ index: Int, _ part: Part) -> Bool {
    guard let verb = part.verb, index < verb,
      !isPremise(index, part),
      !(index..<verb).contains(where: { prose.atoms[$0].ends(.comma) })
    else { return false }
    // `20 workers run every 5 minutes`: the first of all, where no other stands before the verb, may be told.
    let isFirst = index == part.range.lowerBound
    if isFirst, !prose.atoms[verb].traits.contains(.linking),
      !(index + 1..<verb).contains(where: { prose.atoms[$0].shape == .number })
    {
      return false
    }
    let clause =
      verb..<((verb..<part.range.upperBound).first { prose.atoms[$0].ends(.comma) }
      ?? part.range.upperBound)
    return clause.contains { prose.atoms[$0].shape == .number && prose.atoms[$0].depth == 0 }
  }

  /// `At 1% prevalence and 9% errors, precision is only 9.2%`: what the sentence sets out from.
  private func isPremise(_ index: Int, _ part: Part) -> Bool {
    guard let verb = part.verb, index < verb,
      prose.atoms[part.range.lowerBound].traits.contains(.weakMarkers)
        || ["after", "given"].contains(prose.atoms[part.range.lowerBound].lower)
    else { return false }
    return (index..<verb).contains { prose.atoms[$0].ends(.comma) }
      && (verb..<part.range.upperBound).contains { prose.atoms[$0].shape == .number }
  }
}
