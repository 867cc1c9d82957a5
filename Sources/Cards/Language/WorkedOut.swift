/// Whether a figure can be worked out from others in the fact: who can reckon need not remember.
extension BlankFinder {
  enum Told {
    case not
    /// Only by what a prompt can do without: what stands from here on, in scalars, and remarks in brackets.
    case beside(Int)
    /// By something that the prompt needs.
    case here

    /// Where a prompt has to end that is not to tell it.
    var end: Int? {
      if case .beside(let place) = self { place } else { nil }
    }
  }

  func isWorkedOut(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    if case .not = told(figure, in: range) { return false }
    return true
  }

  /// Whether others tell the figure, and which.
  func told(_ figure: Range<Int>, in range: Range<Int>) -> Told {
    let labelled = label.map { Array($0.range) } ?? []
    let others = labelled + content.filter { !figure.contains($0) }
    guard others.contains(where: holdsFigure) else { return .not }
    let isTold = isWorkedOut(figure, in: range, by: others)
    guard isTold || isExplained(figure, in: range) else { return .not }
    let depth = prose.atoms[figure.lowerBound].depth
    let kept = content.lowerBound..<detachable(behind: figure.upperBound, in: range)
    let needed = kept.filter { !figure.contains($0) && prose.atoms[$0].depth <= depth }
    return isTold && isWorkedOut(figure, in: range, by: labelled + needed)
      ? .here : .beside(PromptRange.scalars(kept, prose).upperBound)
  }

  /// Something to reckon with, or to count.
  private func holdsFigure(_ index: Int) -> Bool {
    let atom = prose.atoms[index]
    return atom.shape == .number || atom.traits.contains(.counts) || atom.ends(.comma)
      || atom.after == .comma || prose.scalars[atom.core].contains(where: Prose.isDigit)
  }

  /// Where something begins that a prompt can do without, though it stands in the same part: `…, which in a fleet of
  /// ten is one`, `72 planks wide, 64 of oak`; else the end.
  private func detachable(behind index: Int, in range: Range<Int>) -> Int {
    (index..<max(index, range.upperBound)).first {
      $0 > range.lowerBound && prose.atoms[$0 - 1].ends(.comma) && prose.atoms[$0].depth == 0
        && (prose.atoms[$0].lower == "which" || prose.atoms[$0].shape == .number)
    } ?? range.upperBound
  }

  private func isWorkedOut(_ figure: Range<Int>, in range: Range<Int>, by others: [Int]) -> Bool {
    isInArithmetic(figure, in: range) || standsAgain(figure, others)
      || isShare(figure, others) || isNamed(figure, others)
      || isReckoned(figure, others) || followsFromOthers(figure, others)
      || isNext(figure, others) || isRangeOf(figure, others)
  }

  /// `1.25 + 0.1 = 1.35x`: one side of it, or the other.
  private func isInArithmetic(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let before = figure.lowerBound - 1
    if before > range.lowerBound, isEquation(before) {
      if arithmetic(before: before, in: range) != nil { return true }
      // `2/ln 2 ≈ 2.89`, `1/√2 ≈ 0.7071`
      let left = (range.lowerBound..<before).suffix(2).map { prose.atoms[$0].lower }.joined()
      if left.contains(where: \.isNumber),
        left.contains("√") || left.contains("/ln") || left.contains("/log")
      {
        return true
      }
    }
    return range.contains { sign in
      isEquation(sign)
        && arithmetic(before: sign, in: range)?.contains(figure.lowerBound) == true
    }
  }

  /// `p < 0.05 … above 5%`; `0.85 — the other 15%`; `defaults to 90 — the spare 10%`.
  private func isShare(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    let text = prose.text(figure)
    if text.hasSuffix("%"), let percent = Double(text.dropLast().drop { !$0.isNumber }),
      others.contains(where: { Double(prose.atoms[$0].lower).map { $0 * 100 == percent } == true })
    {
      return true
    }
    if let share = share(figure.lowerBound),
      others.contains(where: { index in
        prose.atoms[index].lower.hasSuffix("%") != text.hasSuffix("%")
          && self.share(index).map { abs($0 + share - 100) < 0.001 } == true
      })
    {
      return true
    }
    guard let value = value(figure.lowerBound), (1..<100).contains(value),
      text.hasSuffix("%") || others.contains(where: { isPercent($0) })
    else { return false }
    return others.contains { self.value($0) == 100 - value }
  }

  /// `160 points — 40 digests × 4 points`; `pool 5, overflow 10 → up to 15`; `64 heads, 8 of them
  /// shared (8x smaller)`.
  private func isReckoned(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    guard let value = value(figure.lowerBound) else { return false }
    // `72 wide, 64 of oak + 8 of pine`
    let shown = others.compactMap(self.value)
    for sign in content where prose.atoms[sign].lower == "+" {
      guard let (left, right) = values(around: sign) else { continue }
      let sum = left + right
      if sum == value && shown.contains(left) && shown.contains(right)
        || shown.contains(sum)
          && (value == left && shown.contains(right) || value == right && shown.contains(left))
      {
        return true
      }
    }
    if content.contains(where: { prose.atoms[$0].lower == "×" && product(around: $0) == value }) {
      return true
    }
    let values = others.compactMap(self.value)
    // `the limit is fs/2; at 16 kHz it is 8 kHz`
    for index in content where prose.atoms[index].shape != .number {
      guard let divisor = self.divisor(index) else { continue }
      if values.contains(where: { $0.isMultiple(of: divisor) && $0 / divisor == value })
        || value.isMultiple(of: divisor) && values.contains(value / divisor)
      {
        return true
      }
    }
    if let arrow = (content.lowerBound..<figure.lowerBound).last(where: {
      prose.atoms[$0].isSymbol(.arrow)
    }) {
      let numbers = values + numbersInCode()
      // `12 berths, 15 boats → 3 wait`
      let before = others.filter { $0 < arrow }.suffix(4).compactMap(self.value)
      if numbers.indices.contains(where: { one in
        numbers.indices.contains { $0 > one && numbers[$0] + numbers[one] == value }
      })
        || value > 1
          && before.contains(where: { one in before.contains { one - $0 == value } })
      {
        return true
      }
    }
    guard value > 2, let sign = prose.text(figure).last, "x×".contains(sign) else { return false }
    return values.contains { one in
      values.contains { $0 > 0 && one % $0 == 0 && one / $0 == value }
    }
  }

  /// `72 planks wide, 64 and 8 spare`, `10% of 30 kg`, `448 berths, half (224) for guests`.
  private func followsFromOthers(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    guard let quantity = Quantity(prose, at: figure.lowerBound, in: content) else { return false }
    let known = others.compactMap { Quantity(prose, at: $0, in: content) }
    let isStated = others.contains(where: isEquation)
    if quantity.follows(from: known, isStated: isStated) { return true }
    // `$0.02 here, $0.001 there — 20x dearer`
    let ratios = (others + [figure.lowerBound]).filter { index in
      prose.atoms[index].shape == .number && "x×".contains(prose.atoms[index].lower.last ?? " ")
    }
    if ratios.count == 1, quantity.isRatio(with: known, isItself: ratios == [figure.lowerBound]) {
      return true
    }
    // `10 hours here, 600 minutes there`
    if known.contains(where: quantity.isSame) { return true }
    // `10 planks ≈ 14.6 KB … under 14 KB`
    if known.contains(where: quantity.isNearly) { return true }
    // `4:1 … 4x less`
    if quantity.isRatio, known.contains(where: { $0.isRatio && $0.value == quantity.value }) {
      return true
    }
    let halves = others.contains {
      ["half", "twice", "double", "doubles", "halves"].contains(prose.atoms[$0].lower)
    }
    return halves && known.contains { quantity.isTwice($0) }
  }

  /// `182 boats (42 of oak, 140 of pine)`, `4 kinds (oak, pine, larch, elm)`: who can add or count has it.
  func isExplained(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let word = prose.atoms[figure.lowerBound]
    // Of `2 to 6 items` the last.
    guard let last = figure.last(where: { prose.atoms[$0].shape == .number }) ?? figure.first,
      let value = value(last) ?? Words.counts[word.lower], word.depth == 0
    else { return false }
    // `three outcomes: valid, void, unknown`
    if let colon = (figure.lowerBound..<range.upperBound).first(where: {
      prose.atoms[$0].ends(.colon)
    }),
      colon - figure.upperBound <= 2,
      let next = parts.first(where: { $0.range.lowerBound == colon + 1 }),
      isExplained(value, by: next.range)
    {
      return true
    }
    guard let open = range.first(where: { $0 >= figure.upperBound && prose.atoms[$0].depth > 0 }),
      open - figure.upperBound <= 2
    else { return false }
    return isExplained(value, by: group(at: open, in: range))
  }

  private func isExplained(_ value: Int, by group: Range<Int>) -> Bool {
    let depth = group.map { prose.atoms[$0].depth }.min() ?? 0
    let named = group.reduce(1) {
      $0 + (prose.atoms[$1].after == .comma && prose.atoms[$1].afterDepth == depth ? 1 : 0)
    }
    if named > 1, named == value { return true }
    let parts = group.compactMap(self.value)
    return parts.count > 1 && parts.reduce(0, +) == value
  }

  /// `40 digests × 4 points each`: it could be worked out.
  func isFactor(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    func isSign(_ index: Int) -> Bool { range.contains(index) && prose.atoms[index].lower == "×" }
    return (figure.upperBound...figure.upperBound + 2).contains(where: isSign)
      || isSign(figure.lowerBound - 1)
  }

  /// Of the figures on both sides of a sign.
  private func product(around sign: Int) -> Int? {
    guard let (left, right) = values(around: sign) else { return nil }
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? nil : product
  }

  /// The figures on both sides of a sign, in letters too.
  private func values(around sign: Int) -> (Int, Int)? {
    func count(_ index: Int) -> Int? { value(index) ?? Words.counts[prose.atoms[index].lower] }
    let left = (content.lowerBound..<sign).suffix(3).reversed().lazy.compactMap(count).first
    let right = (sign + 1..<content.upperBound).prefix(3).lazy.compactMap(count).first
    guard let left, let right else { return nil }
    return (left, right)
  }

  /// Of a quotient: 2 of `fs/2`.
  private func divisor(_ index: Int) -> Int? {
    let parts = prose.atoms[index].lower.split(separator: "/")
    guard parts.count == 2, let divisor = whole(parts[1]), divisor > 1 else { return nil }
    return divisor
  }

  private func isPercent(_ index: Int) -> Bool {
    prose.atoms[index].shape == .number && prose.atoms[index].lower.hasSuffix("%")
  }

  /// In per cent: of `15%` and of `0.15`.
  private func share(_ index: Int) -> Double? {
    let text = prose.atoms[index].lower.filter { $0 != "~" }
    if text.hasSuffix("%") { return Double(text.dropLast()) }
    guard let value = Double(text), value > 0, value < 1 else { return nil }
    return value * 100
  }

  func numbersInCode() -> [Int] {
    content.filter { prose.atoms[$0].shape == .code }.flatMap { index in
      prose.string(prose.atoms[index].core).split { !$0.isNumber }.compactMap(whole)
    }
  }

  /// Of a whole number, with or without a sign or unit about it.
  func value(_ index: Int) -> Int? {
    guard prose.atoms[index].shape == .number else { return nil }
    return whole(
      prose.atoms[index].lower.filter { !",~+%×".contains($0) }.prefix { $0.isNumber })
  }

  /// Numbers of up to 15 digits, so that some of them can be added up.
  func whole(_ digits: Substring) -> Int? {
    digits.utf8.count <= 15 ? Int(digits) : nil
  }
}
