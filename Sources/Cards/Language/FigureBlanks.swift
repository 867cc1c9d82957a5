/// The numbers and dates of a fact that could be asked for. What speaks against one: `FigureDoubts`.
extension BlankFinder {
  mutating func figures(_ part: Part, _ number: Int) {
    var index = part.range.lowerBound
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
        let weight =
          isLoneYear
          ? (isOfName(index, in: group) ? 24 : atom.depth > 0 ? 40 : 70) : atom.depth > 0 ? 58 : 86
        // `arXiv:2203.15556` says the year and the month.
        let isTold =
          content.contains { prose.atoms[$0].lower.hasPrefix("arxiv") }
          || isWorkedOut(date, in: part.range)
          || index > part.range.lowerBound + 1 && prose.atoms[index - 1].lower == "of"
            && prose.atoms[index - 2].lower == "as"
        propose(date, weight: weight - (isTold ? 46 : 0), part: number, trims: false)
        index = date.upperBound
        continue
      }
      if atom.shape == .number {
        let figure = Figures.number(prose, at: index, in: group)
        let isNamed = isPartOfName(index, figure, in: group)
        let series = Figures.series(prose, from: figure, in: group)
        // `vocabulary 128K, 8K tokens`: each counts something of its own.
        let areApart =
          index > group.lowerBound && prose.atoms[index - 1].shape == .word
          && prose.atoms[index - 1].after == .none && series.upperBound < group.upperBound
          && prose.atoms[series.upperBound].shape == .word
          && prose.atoms[series.upperBound - 1].after == .none
        if series != figure, !isNamed, !areApart {
          propose(
            series, weight: 78 - doubt(series, in: part), part: number, trims: false)
          index = series.upperBound
          continue
        }
        if let pair = Figures.pair(prose, from: figure, in: group) {
          propose(
            pair, weight: 70 - doubt(pair, in: part), part: number, trims: false)
          index = pair.upperBound
          continue
        }
        if !isNamed, let formula = Figures.formula(prose, from: figure, in: group) {
          if index == part.range.lowerBound || !isOperator(index - 1) {
            propose(
              formula,
              weight: isBehindNoArrow(index, in: part.range)
                ? 40 : 70 - doubt(formula, in: part), part: number, trims: false)
          }
          index = formula.upperBound
          continue
        }
        // `… / S + 1`: the end of a formula, and not `8 heads / 32 queries`.
        let isTerm =
          index > part.range.lowerBound
          && (isOperator(index - 1) || Figures.isMinus(prose, index - 1))
          // `n/2 + 1 useful bins`
          && (index - 1 > part.range.lowerBound
            && prose.atoms[index - 2].lower.contains(where: \.isLetter)
            && (prose.atoms[index - 2].shape != .word || prose.atoms[index - 2].core.count == 1)
            || figure.upperBound == part.range.upperBound
            || prose.atoms[figure.upperBound - 1].after != .none
            || prose.atoms[figure.upperBound].isSymbol)
        // `1/cos | φ`
        let isCutFormula =
          prose.atoms[index].lower.contains("/") && figure.count == 1
          && prose.atoms[index].lower.contains(where: \.isLetter)
          && figure.upperBound < part.range.upperBound && prose.atoms[index].after == .none
          && prose.atoms[figure.upperBound].core.count == 1
          && prose.atoms[figure.upperBound].depth == atom.depth
          && prose.atoms[figure.upperBound].shape != .number
        if !isTerm, !isCutFormula, !isInChain(index, figure, in: part.range),
          !isNamed
        {
          let isValue = part.lead == .label && index == part.range.lowerBound
          let told = told(figure, in: part.range)
          let doubt = doubt(figure, in: part, told: told)
          propose(
            withEquivalent(figure, in: part.range),
            weight: weight(figure, atom) + (isValue && doubt == 0 ? 12 : 0) - doubt,
            part: number, trims: false, toldFrom: told.end)
        }
        index = figure.upperBound
        continue
      }
      if atom.traits.contains(.counts), index + 1 < group.upperBound, atom.after == .none,
        atom.lower != "both",
        [.word, .capital, .name, .verb].contains(prose.atoms[index + 1].shape)
      {
        propose(
          index..<index + 1, weight: atom.depth > 0 ? 30 : 46, part: number, trims: false)
      }
      index += 1
    }
  }

  /// `20 ICML 2024 papers`
  private func isOfName(_ year: Int, in range: Range<Int>) -> Bool {
    // `Plimsoll 1876, in anger over …`: nothing says that a year is asked for.
    if year == range.lowerBound + 1, prose.atoms[year].after == .comma,
      [.name, .capital].contains(prose.atoms[year - 1].shape), prose.atoms[year - 1].after == .none,
      !prose.atoms[year - 1].traits.contains(.months)
    {
      return true
    }
    return isInName(year, in: range)
  }

  private func isInName(_ year: Int, in range: Range<Int>) -> Bool {
    year > range.lowerBound && year + 1 < range.upperBound && prose.atoms[year - 1].shape == .name
      && prose.atoms[year - 1].after == .none && prose.atoms[year].after == .none
      && prose.atoms[year + 1].shape == .word
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
    // `CC BY 4.0`
    if start > group.lowerBound, prose.atoms[start].shape == .function,
      prose.scalars[prose.atoms[start].core].allSatisfy(Prose.isCapital)
    {
      start -= 1
    }
    let before = prose.atoms[start]
    let isNamed =
      (before.shape == .capital || before.shape == .name) && !before.traits.contains(.openers)
    guard isNamed, before.after == .none, before.depth == prose.atoms[index].depth else {
      return [
        "temperature", "version", "level", "step", "article", "art", "chapter", "phase", "top",
        "tier", "approach", "fig", "figure", "table", "section", "appendix", "rfc", "page", "batch",
        "message", "epoch", "round", "item", "question", "run", "worker", "replica", "shard",
      ]
      .contains(before.lower) && before.after == .none
    }
    // `APS-C 1.5×`, `HFrEF ≤40%` are a name and its value.
    let text = prose.atoms[index].lower
    return !text.contains { "%$€£~×≤≥<>–".contains($0) } && !isScore(index)
  }

  /// `ReAct 60.9 vs CoT 56.3`: a name and what it reached.
  func isScore(_ index: Int) -> Bool {
    let text = prose.atoms[index].lower
    guard let point = text.firstIndex(of: "."), text.distance(from: text.startIndex, to: point) > 1,
      text.allSatisfy({ $0.isNumber || $0 == "." })
    else { return false }
    return (Double(text) ?? 0) >= 25 && text[point...].count == 2
      || content.contains { prose.atoms[$0].isSymbol(.versus) }
      || label?.range.contains {
        ["accuracy", "score", "scores", "match", "success", "rate", "em", "f1", "bleu"]
          .contains(prose.atoms[$0].lower)
      } == true
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
