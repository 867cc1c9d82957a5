/// The numbers and dates of a fact that could be asked for, and what speaks against one.
extension BlankFinder {
  mutating func figures(_ part: Part, _ number: Int) {
    var index = part.range.lowerBound
    let verb = mainVerb(part)
    while index < part.range.upperBound {
      let atom = prose.atoms[index]
      let group = atom.depth > 0 ? group(at: index, in: part.range) : part.range
      if atom.depth > 0, Citation.isOne(prose, group) {
        index = group.upperBound
        continue
      }
      if let date = Figures.date(prose, at: index, in: group) {
        let isLoneYear = date.count == 1 && prose.atoms[index].lower.utf8.count == 4
        // `(2021)` behind a name is a remark; `since 2021` is what the fact says.
        let weight = isLoneYear ? (atom.depth > 0 ? 40 : 70) : atom.depth > 0 ? 58 : 86
        // `arXiv:2203.15556` says the year and the month.
        let isTold =
          part.range.contains { prose.atoms[$0].lower.hasPrefix("arxiv") }
          || content.contains { prose.atoms[$0].lower.hasPrefix("arxiv") }
        propose(date, weight: weight - (isTold ? 46 : 0), part: number, trims: false)
        index = date.upperBound
        continue
      }
      if atom.shape == .number {
        let figure = Figures.number(prose, at: index, in: group)
        let isNamed = isPartOfName(index, figure, in: group)
        let series = Figures.series(prose, from: figure, in: group)
        if series != figure, !isNamed {
          propose(
            series, weight: 78 - (isInput(series, in: part.range) ? 34 : 0), part: number,
            trims: false)
          index = series.upperBound
          continue
        }
        if let pair = Figures.pair(prose, from: figure, in: group) {
          propose(
            pair, weight: 70 - (isInput(pair, in: part.range) ? 34 : 0), part: number, trims: false)
          index = pair.upperBound
          continue
        }
        if !isNamed, let formula = Figures.formula(prose, from: figure, in: group) {
          if index == part.range.lowerBound || !isOperator(index - 1) {
            propose(
              formula,
              weight: isGiven(index, in: part.range) || isBehindNoArrow(index, in: part.range)
                || isWorkedOut(formula, in: part.range) ? 40 : 70, part: number, trims: false)
          }
          index = formula.upperBound
          continue
        }
        // `… / S + 1`: the end of a formula, and not `8 heads / 32 queries`.
        let isTerm =
          index > part.range.lowerBound
          && (isOperator(index - 1) || Figures.isMinus(prose, index - 1))
          && (figure.upperBound == part.range.upperBound
            || prose.atoms[figure.upperBound - 1].after != .none
            || prose.atoms[figure.upperBound].isSymbol)
        if !isTerm, !isInChain(index, figure, in: part.range),
          !isNamed
        {
          let isValue = part.lead == .label && index == part.range.lowerBound
          propose(
            withEquivalent(figure, in: part.range),
            weight: weight(figure, atom) - (isGiven(index, in: part.range) ? 40 : 0)
              + (isValue ? 12 : 0) - (isInput(figure, in: part.range) ? 24 : 0)
              - (isFactor(figure, in: part.range) ? 24 : 0)
              - (isExampleResult(figure, in: part.range) ? 34 : 0)
              - (isWorkedOut(figure, in: part.range) ? 40 : 0)
              - (isCondition(index, verb, part) ? 28 : 0)
              - (isPremise(index, verb, part) ? 30 : 0),
            part: number, trims: false)
        }
        index = figure.upperBound
        continue
      }
      if atom.traits.contains(.counts), index + 1 < group.upperBound, atom.after == .none,
        atom.lower != "both",
        [.word, .capital, .name, .verb].contains(prose.atoms[index + 1].shape)
      {
        propose(index..<index + 1, weight: 50, part: number, trims: false)
      }
      index += 1
    }
  }

  /// `1M vectors ≈ 3 GB`: what stands before the sign is what one starts from.
  private func isGiven(_ index: Int, in range: Range<Int>) -> Bool {
    // `1 token ≈ 4 characters ≈ 0.75 words`: what has the sign before it is a result.
    if index > range.lowerBound, prose.atoms[index - 1].lower == "≈" { return false }
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

  /// `3n² + 7 → O(n²)`: what stands before the arrow is what one starts from.
  private func isBehindNoArrow(_ index: Int, in range: Range<Int>) -> Bool {
    range.contains { $0 > index && prose.atoms[$0].isSymbol(.arrow) }
      && !range.contains { $0 < index && prose.atoms[$0].isSymbol(.arrow) }
  }

  /// `80% with 0.92 and 0.85 → 84.4%`: what stands before the only arrow is what one starts from.
  private func isInput(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard figure.lowerBound > range.lowerBound, isBehindNoArrow(figure.lowerBound, in: range),
      !(range.lowerBound..<figure.lowerBound).contains(where: {
        prose.atoms[$0].shape == .verb || prose.atoms[$0].traits.contains(.copula)
      }),
      let arrow = range.first(where: { prose.atoms[$0].isSymbol(.arrow) }),
      prose.atoms[arrow].depth <= prose.atoms[figure.lowerBound].depth
    else { return false }
    return !(figure.lowerBound..<arrow).contains {
      prose.atoms[$0].ends(.semicolon) || prose.atoms[$0].ends(.sentence)
        || prose.atoms[$0].ends(.comma)
    } && (arrow..<range.upperBound).contains { prose.atoms[$0].shape == .number }
  }

  /// `1.25 + 0.1 = 1.35x`, `182 boats (42 of oak, 140 of pine)`: who can add has the answer.
  private func isWorkedOut(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    if figure.lowerBound > range.lowerBound, isEquation(figure.lowerBound - 1),
      arithmetic(before: figure.lowerBound - 1, in: range) != nil
    {
      return true
    }
    if range.contains(where: { sign in
      isEquation(sign)
        && arithmetic(before: sign, in: range)?.contains(figure.lowerBound) == true
    }) {
      return true
    }
    // `160 points — 40 digests × 4 points`
    let signs = content.filter { prose.atoms[$0].lower == "×" }
    if let value = value(figure.lowerBound),
      signs.contains(where: { sign in
        let left = (content.lowerBound..<sign).suffix(3).last { self.value($0) != nil }
        let right = (sign + 1..<content.upperBound).prefix(3).first { self.value($0) != nil }
        guard let left, let right, let one = self.value(left), let other = self.value(right) else {
          return false
        }
        return one.multipliedReportingOverflow(by: other) == (value, false)
      })
    {
      return true
    }
    guard let value = value(figure.lowerBound), prose.atoms[figure.lowerBound].depth == 0,
      let open = range.first(where: {
        $0 >= figure.upperBound && prose.atoms[$0].depth > 0
      }), open - figure.upperBound <= 2
    else { return false }
    let parts = group(at: open, in: range).compactMap(self.value)
    return parts.count > 1 && parts.reduce(0, +) == value
  }

  private func value(_ index: Int) -> Int? {
    guard prose.atoms[index].shape == .number else { return nil }
    return Int(prose.atoms[index].lower.filter { $0 != "," && $0 != "~" && $0 != "+" })
  }

  /// `80% with 0.92 and 0.85 → 84.4%`: of three or more figures one comes out, in an example.
  private func isExampleResult(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard let arrow = range.first(where: { prose.atoms[$0].isSymbol(.arrow) }),
      arrow < figure.lowerBound
    else { return false }
    let inputs = (range.lowerBound..<arrow).filter { prose.atoms[$0].shape == .number }
    return inputs.count > 2 && !range.contains { prose.atoms[$0].ends(.comma) }
  }

  /// `40 digests × 4 points each`: it could be worked out.
  private func isFactor(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    func isSign(_ index: Int) -> Bool { range.contains(index) && prose.atoms[index].lower == "×" }
    return (figure.upperBound...figure.upperBound + 2).contains(where: isSign)
      || isSign(figure.lowerBound - 1)
  }

  /// `A loop over 100 rows fires 101 queries`: what stands before the verb is what one starts from.
  private func isCondition(_ index: Int, _ verb: Int?, _ part: Part) -> Bool {
    guard let verb, index < verb,
      !isPremise(index, verb, part),
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
  private func isPremise(_ index: Int, _ verb: Int?, _ part: Part) -> Bool {
    guard let verb, index < verb,
      prose.atoms[part.range.lowerBound].traits.contains(.weakMarkers)
        || ["after", "given"].contains(prose.atoms[part.range.lowerBound].lower)
    else { return false }
    return (index..<verb).contains { prose.atoms[$0].ends(.comma) }
      && (verb..<part.range.upperBound).contains { prose.atoms[$0].shape == .number }
  }

  /// `16 bytes (32 hex chars)`, `6 hours (360)`: what can be worked out from the bracket belongs to it.
  private func withEquivalent(_ figure: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var open = figure.upperBound
    // `1/188 strains (0.5%)`
    if open + 1 < range.upperBound, prose.atoms[open - 1].after == .none,
      prose.atoms[open].shape == .word
    {
      open += 1
    }
    guard open < range.upperBound, prose.atoms[figure.lowerBound].depth == 0,
      prose.atoms[open].depth == 1, prose.atoms[open - 1].after == .none
    else { return figure }
    let group = group(at: open, in: range)
    let first = prose.atoms[group.lowerBound]
    guard group.lowerBound == open, prose.words(group) <= 3, first.shape == .number,
      // `2x (1 hour)`, `2×MSL (60s on Linux)`: when it is so.
      !prose.text(figure).contains(where: { "x×".contains($0) }),
      !group.contains(where: { prose.atoms[$0].shape == .function }),
      !Citation.isYear(first.lower), !Citation.isOne(prose, group),
      !first.lower.hasSuffix("+"), open == figure.upperBound || first.lower.hasSuffix("%")
    else { return figure }
    return figure.lowerBound..<group.upperBound
  }

  private func weight(_ figure: Range<Int>, _ atom: Atom) -> Int {
    let text = prose.text(figure)
    let hasUnit = figure.count > 1 || text.contains { "%$€£".contains($0) || $0.isLetter }
    if text.contains("(") { return 56 }
    // `` `SKIP LOCKED` (9.5+) ``: since when.
    let isVersion =
      atom.depth > 0 && figure.count == 1 && figure.lowerBound > content.lowerBound
      && prose.atoms[figure.lowerBound - 1].depth == 0
      && prose.atoms[figure.lowerBound - 1].shape == .code
      && (text.hasSuffix("+") || text.contains("."))
      && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "+" }
    if isVersion { return 44 }
    return (hasUnit ? 90 : 82) - min(atom.depth, 1) * 22
  }

  /// `Article 27`, `Llama 2`, `Apache 2.0`: the number belongs to the name.
  private func isPartOfName(_ index: Int, _ figure: Range<Int>, in group: Range<Int>) -> Bool {
    guard index > group.lowerBound, figure.count == 1 else { return false }
    var start = index - 1
    // `Llama 2 13B`: the name may have more than one number.
    while start > group.lowerBound, prose.atoms[start].shape == .number,
      prose.atoms[start].after == .none
    {
      start -= 1
    }
    let before = prose.atoms[start]
    let isNamed =
      (before.shape == .capital || before.shape == .name) && !before.traits.contains(.openers)
    guard isNamed, before.after == .none, before.depth == prose.atoms[index].depth else {
      return [
        "temperature", "version", "level", "step", "article", "art", "chapter", "phase", "top",
        "tier",
        "approach", "fig", "figure", "table", "section", "appendix", "rfc", "page",
      ]
      .contains(before.lower) && before.after == .none
    }
    // `APS-C 1.5×`, `HFrEF ≤40%` are a name and its value.
    let text = prose.atoms[index].lower
    return !text.contains { "%$€£~×≤≥<>–".contains($0) }
  }

  /// `1 < log n < √n < n`: one of a chain.
  private func isInChain(_ index: Int, _ figure: Range<Int>, in range: Range<Int>) -> Bool {
    func isSign(_ place: Int) -> Bool {
      range.contains(place) && ["<", ">", "≪", "≫"].contains(prose.atoms[place].lower)
    }
    return (isSign(figure.lowerBound - 1) || isSign(figure.upperBound) || isSign(figure.lowerBound))
      && isChain(range)
  }

  func isOperator(_ index: Int) -> Bool {
    prose.atoms[index].isSymbol && Figures.operators.contains(prose.atoms[index].lower)
  }

  /// The atoms in brackets around one of them.
  func group(at index: Int, in range: Range<Int>) -> Range<Int> {
    var lower = index
    var upper = index + 1
    while lower > range.lowerBound, prose.atoms[lower - 1].depth > 0,
      prose.isBalanced(prose.atoms[lower - 1].core) || prose.atoms[lower - 1].depth > 0,
      !endsGroup(lower - 1)
    {
      lower -= 1
    }
    while upper < range.upperBound, prose.atoms[upper].depth > 0, !endsGroup(upper - 1) {
      upper += 1
    }
    return lower..<upper
  }

  /// Whether a bracket closes behind the atom.
  private func endsGroup(_ index: Int) -> Bool {
    let atom = prose.atoms[index]
    return prose.scalars[atom.core.upperBound..<atom.range.upperBound].contains {
      $0 == ")" || $0 == "]"
    }
  }
}
