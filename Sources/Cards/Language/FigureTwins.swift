/// Whether the figures beside it, or a name, tell a figure without any reckoning.
extension BlankFinder {
  /// `4.9 bits … 4.9 GB`; `42.zip` is 42 KB.
  func standsAgain(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    func digits(_ index: Int) -> String {
      prose.atoms[index].lower.filter { $0.isNumber || $0 == "." }
    }
    let sought = digits(figure.lowerBound)
    if sought.count > 2, others.contains(where: { isAmount($0) && digits($0) == sought }) {
      return true
    }
    // `MT19937 has a period of 2^19937 − 1`
    for group in prose.text(figure).split(whereSeparator: { !$0.isNumber }) where group.count > 3 {
      let isInName = prose.everything.contains { index in
        !figure.contains(index) && prose.atoms[index].shape == .name
          && prose.atoms[index].lower.hasSuffix(group)
      }
      if isInName { return true }
    }
    // `_2_28` and `2.28`
    let pieces = sought.split(separator: ".")
    if pieces.count == 2,
      content.contains(where: { index in
        prose.atoms[index].shape == .code && !figure.contains(index)
          && prose.atoms[index].lower.contains("_" + pieces.joined(separator: "_"))
      })
    {
      return true
    }
    guard let value = value(figure.lowerBound), value > 9 else { return false }
    return numbersInCode().contains(value)
  }

  /// `TIDE4 stores 4-bit values`, `QUAY72 holds 72 boats`: the name says it.
  func isNamed(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    let text = prose.text(figure).lowercased()
    let digits = text.prefix { $0.isNumber }
    guard !text.dropFirst(digits.count).hasPrefix("."),
      digits.count == 2 || digits.count == 1 && text.contains("bit")
    else { return false }
    return others.contains { index in
      let name = prose.atoms[index].lower
      return prose.atoms[index].shape == .name && name.hasSuffix(digits)
        && name.dropLast(digits.count).last.map { $0.isLetter || $0 == "-" } == true
    }
  }

  /// `on from 7, off in 8, gone in 9`; `2.5.7 …, 2.5.8 …`; `Q10 = 10, Q20 = 100, Q30 = 1,000`: the next of a row.
  func isNext(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    // Of `-51765` and `16.9–24` the last number.
    func levels(_ index: Int) -> [Int]? {
      let text = prose.atoms[index].lower.split { "–-".contains($0) }.last ?? ""
      guard text.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
      let levels = text.split(separator: ".").map(whole)
      guard levels.allSatisfy({ $0 != nil }) else { return nil }
      // `1.0, 2.0, 3.0`
      let numbers = levels.compactMap { $0 }
      return numbers.count == 2 && numbers[1] == 0 ? [numbers[0]] : numbers
    }
    guard figure.count <= 2, let number = figure.last, let sought = levels(number),
      let last = sought.last
    else { return false }
    let alike = Set(
      others.compactMap(levels).filter {
        $0.count == sought.count && $0.dropLast() == sought.dropLast()
      }
      .compactMap(\.last))
    // `up to 3.13, from 3.14 on`
    func ends(_ index: Int) -> Bool {
      index > content.lowerBound && ["to", "until"].contains(prose.atoms[index - 1].lower)
    }
    let isVersion =
      sought.count == 2
      && (others + [figure.lowerBound]).contains { levels($0)?.count == 2 && ends($0) }
    let isNumbered =
      sought.count == 1 && last >= 10_000 || prose.text(figure).contains { "≤<".contains($0) }
    if sought.count > 2 || isVersion || isNumbered {
      return alike.contains(last - 1) || alike.contains(last + 1)
    }
    guard sought.count == 1, last > 1 else { return false }
    return alike.isSuperset(of: [last - 1, last + 1]) || alike.isSuperset(of: [last - 2, last - 1])
      || alike.isSuperset(of: [last + 1, last + 2])
  }

  /// `six levels, 0–5`; `small < 32, medium 32–96, large > 96`: the range follows from its ends, or their number.
  func isRangeOf(_ figure: Range<Int>, _ others: [Int]) -> Bool {
    let ends = prose.text(figure).split { "–-".contains($0) }
    guard ends.count == 2, figure.count == 1 else { return false }
    func bare(_ text: some StringProtocol) -> String {
      String(text.filter { $0.isNumber || $0 == "." || $0 == "²" || $0 == "³" })
    }
    if let low = Int(ends[0]), let high = Int(ends[1]), low < 2, high > low, high < 20,
      others.contains(where: {
        (value($0) ?? Words.counts[prose.atoms[$0].lower]) == high - low + 1
      })
    {
      return true
    }
    let shown = Set(others.filter { isAmount($0) }.map { bare(prose.atoms[$0].lower) })
    return ends.allSatisfy { shown.contains(bare($0)) }
  }
}
