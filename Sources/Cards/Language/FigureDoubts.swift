/// What speaks against asking for a figure: it is what one starts from, it can be worked out, or it belongs to
/// an example.
extension BlankFinder {
  /// How much less a card for the figure is worth, in the units of `Blank.weight`.
  func doubt(_ figure: Range<Int>, in part: Part, verb: Int?) -> Int {
    let index = figure.lowerBound
    let range = part.range
    var doubt = 0
    if isGiven(index, in: range) { doubt += 40 }
    if isInput(figure, in: range) { doubt += 44 }
    if isFactor(figure, in: range) { doubt += 24 }
    if isExampleResult(figure, in: range) { doubt += 34 }
    if isWorkedOut(figure, in: range) { doubt += 40 }
    if isCondition(index, verb, part) { doubt += 28 }
    if isPremise(index, verb, part) { doubt += 30 }
    if isInExample(part, verb: verb) { doubt += 50 }
    if isSetting(figure, in: range) { doubt += 20 }
    if isBaseline(figure, in: range) { doubt += 30 }
    if isOneOfMany(figure, in: range, verb: verb) { doubt += 26 }
    if isTotal(figure, in: range) { doubt += 30 }
    if index > range.lowerBound, isEquation(index - 1), isAlternative(index - 1, in: range) {
      doubt += 40
    }
    if isCutFromRow(figure, in: range) { doubt += 30 }
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
    guard part.lead == .dash || part.lead == .semicolon && concludes else { return false }
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
  func isInExample(_ part: Part, verb: Int?) -> Bool {
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
      return isInExample(parts[number - 1], verb: nil)
    }
    guard let verb,
      ["gives", "give", "implies", "imply", "yields", "yield"].contains(prose.atoms[verb].lower)
    else { return false }
    return (part.range.lowerBound..<verb).filter(isAmount).count > 1
      && (verb..<part.range.upperBound).contains(where: isAmount)
  }

  /// `a 1 GB frame gets copied`, `an 8-core server`: any other would do.
  private func isOneOfMany(_ figure: Range<Int>, in range: Range<Int>, verb: Int?) -> Bool {
    let index = figure.lowerBound
    guard index > range.lowerBound, ["a", "an"].contains(prose.atoms[index - 1].lower),
      prose.atoms[index - 1].after == .none
    else { return false }
    guard !prose.text(figure).contains("%") else { return false }
    // `set a 50 kg limit`: that is what was done.
    return verb.map { index < $0 } ?? false
      || index - 1 > range.lowerBound && prose.atoms[index - 2].traits.contains(.prepositions)
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

  /// `1 GiB at 8,192 tokens`: for what the other figure holds.
  private func isSetting(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    func isAt(_ index: Int) -> Bool {
      let before =
        index > range.lowerBound && prose.atoms[index - 1].traits.contains(.article)
        ? index - 2 : index - 1
      return before >= range.lowerBound && prose.atoms[before].lower == "at"
    }
    // `at a 30% rate`
    if isAt(figure.lowerBound), prose.atoms[figure.lowerBound - 1].traits.contains(.article) {
      return true
    }
    return isAt(figure.lowerBound)
      && range.contains { isAmount($0) && !figure.contains($0) && !isAt($0) }
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
    // `p < 0.05 … above 5%`
    let text = prose.text(figure)
    if text.hasSuffix("%"), let percent = Double(text.dropLast().drop { !$0.isNumber }),
      content.contains(where: { index in
        !figure.contains(index)
          && Double(prose.atoms[index].lower).map { $0 * 100 == percent } == true
      })
    {
      return true
    }
    // `4.9 bits … 4.9 GB`
    let digits = prose.atoms[figure.lowerBound].lower.filter { $0.isNumber || $0 == "." }
    if digits.count > 2,
      content.contains(where: { index in
        !figure.contains(index) && isAmount(index)
          && prose.atoms[index].lower.filter { $0.isNumber || $0 == "." } == digits
      })
    {
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
    if followsFromOthers(value(figure.lowerBound), text, figure) { return true }
    guard let value = value(figure.lowerBound), prose.atoms[figure.lowerBound].depth == 0,
      let open = range.first(where: {
        $0 >= figure.upperBound && prose.atoms[$0].depth > 0
      }), open - figure.upperBound <= 2
    else { return false }
    // `4 kinds (oak, pine, larch, elm)`
    let named = prose.text(group(at: open, in: range)).split(separator: ",").count
    if named > 2, named == value { return true }
    let parts = group(at: open, in: range).compactMap(self.value)
    return parts.count > 1 && parts.reduce(0, +) == value
  }

  /// `64 heads and 8 KV heads (8x smaller)`, `defaults to 90 — the spare 10%`: two others tell it.
  private func followsFromOthers(_ value: Int?, _ text: String, _ figure: Range<Int>) -> Bool {
    let others = content.filter { !figure.contains($0) }.compactMap { index in
      self.value(index).map { (value: $0, text: prose.atoms[index].lower) }
    }
    if let share = share(figure.lowerBound),
      content.contains(where: { index in
        !figure.contains(index) && prose.atoms[index].lower.hasSuffix("%") != text.hasSuffix("%")
          && self.share(index).map { abs($0 + share - 100) < 0.001 } == true
      })
    {
      return true
    }
    guard let value else { return false }
    // `42.zip` is 42 KB
    if value > 9, numbersInCode().contains(value) { return true }
    // The rest to a hundred.
    if value > 0, value < 100,
      text.hasSuffix("%") || others.contains(where: { $0.text.hasSuffix("%") }),
      others.contains(where: { $0.value + value == 100 })
    {
      return true
    }
    // `pool 5, overflow 10 → up to 15`
    let numbers = others.map(\.value) + numbersInCode()
    if content.contains(where: { $0 < figure.lowerBound && prose.atoms[$0].isSymbol(.arrow) }),
      numbers.indices.contains(where: { one in
        numbers.indices.contains { $0 > one && numbers[$0] + numbers[one] == value }
      })
    {
      return true
    }
    // How many times the one is of the other.
    guard value > 2, text.hasSuffix("x") || text.hasSuffix("×") else { return false }
    return others.contains { one in
      others.contains { $0.value > 0 && one.value == $0.value * value }
    }
  }

  /// In per cent: of `15%` and of `0.15`.
  private func share(_ index: Int) -> Double? {
    let text = prose.atoms[index].lower.filter { $0 != "~" }
    if text.hasSuffix("%") { return Double(text.dropLast()) }
    guard let value = Double(text), value > 0, value < 1 else { return nil }
    return value * 100
  }

  private func numbersInCode() -> [Int] {
    content.filter { prose.atoms[$0].shape == .code }.flatMap { index in
      prose.string(prose.atoms[index].core).split { !$0.isNumber }.compactMap { Int($0) }
    }
  }

  private func value(_ index: Int) -> Int? {
    guard prose.atoms[index].shape == .number else { return nil }
    return Int(prose.atoms[index].lower.filter { !",~+%×".contains($0) }.prefix { $0.isNumber })
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
}
