/// Numbers with their units, dates, sums.
enum Figures {
  /// Whether the range is a date and nothing else.
  static func isDate(_ prose: Prose, _ range: Range<Int>) -> Bool {
    guard let first = range.first, let date = date(prose, at: first, in: range) else {
      return false
    }
    return date == range
  }

  /// `2 August 2026`, `August 2, 2026`, `Aug 2026`, `Q3 2026`, `2026-08-02`.
  static func date(_ prose: Prose, at index: Int, in range: Range<Int>) -> Range<Int>? {
    func isMonth(_ at: Int) -> Bool {
      range.contains(at) && prose.atoms[at].shape == .capital
        && prose.atoms[at].depth == prose.atoms[index].depth
        && prose.atoms[at].traits.contains(.months)
    }
    func isDay(_ at: Int) -> Bool {
      guard range.contains(at), prose.atoms[at].shape == .number else { return false }
      var digits = Substring(prose.atoms[at].lower)
      for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits.removeLast(2) }
      return Int(digits).map { (1...31).contains($0) } ?? false
    }
    func isYear(_ at: Int) -> Bool {
      range.contains(at) && Citation.isYear(prose.atoms[at].lower)
    }
    /// Where the year ends that begins here: `2026`, `49 BC`.
    func year(_ at: Int) -> Int {
      if isYear(at) { return at + 1 }
      let isOfEra =
        range.contains(at + 1) && prose.atoms[at].shape == .number
        && prose.atoms[at].after == .none
        && ["bc", "bce", "ad", "ce"].contains(prose.atoms[at + 1].lower)
      return isOfEra ? at + 2 : at
    }
    if isMonth(index) {
      if isYear(index + 1) { return index..<index + 2 }
      guard isDay(index + 1) else { return nil }
      return index..<year(index + 2)
    }
    if isDay(index), isMonth(index + 1) {
      // `Claude 2 July 2023`: the figure belongs to the name.
      let isNamed =
        index > range.lowerBound && prose.atoms[index - 1].after == .none
        && [.name, .capital].contains(prose.atoms[index - 1].shape)
        && !["day", "tion", "ment", "act"].contains { prose.atoms[index - 1].lower.hasSuffix($0) }
        && !prose.atoms[index - 1].traits.contains(.participle) && isYear(index + 2)
      return isNamed ? nil : index..<year(index + 2)
    }
    let lower = prose.atoms[index].lower
    if lower.utf8.count == 2, lower.utf8.first == 0x71 || lower.utf8.first == 0x68,
      isYear(index + 1)
    {
      return index..<index + 2
    }
    guard prose.atoms[index].shape == .number else { return nil }
    if Citation.isYear(lower) { return index..<index + 1 }
    guard lower.utf8.count > 7, lower.utf8.contains(0x2d) else { return nil }
    let pieces = lower.split(separator: "-", omittingEmptySubsequences: false)
    if pieces.count == 3, Citation.isYear(String(pieces[0])), pieces.allSatisfy({ Int($0) != nil })
    {
      return index..<index + 1
    }
    return nil
  }

  /// `10s of KB`
  private static func ofUnit(_ prose: Prose, behind end: Int, in range: Range<Int>) -> Int {
    guard end + 1 < range.upperBound, prose.atoms[end].lower == "of",
      prose.atoms[end - 1].after == .none,
      prose.atoms[end - 1].lower.hasSuffix("s"), isUnit(prose, end + 1)
    else { return end }
    return end + 2
  }

  /// `60 s a day`: the article is no ampere.
  private static func isUnit(_ prose: Prose, _ index: Int) -> Bool {
    let atom = prose.atoms[index]
    return atom.traits.contains(.units)
      && (atom.lower != "a" || prose.scalars[atom.core.lowerBound] == "A")
  }

  /// `mg/kg`, `tokens/s`
  private static func isRate(_ word: String) -> Bool {
    guard let stroke = word.firstIndex(of: "/") else { return false }
    let over = word[word.index(after: stroke)...]
    return Words.units.contains(String(word[..<stroke])) && !over.isEmpty
      || ["s", "sec", "second", "min", "minute", "h", "hr", "hour", "day", "month", "year"]
        .contains(String(over))
  }

  /// `10s, 20s, 40s`; `3, 6 and 9 knots`: one of them alone is a guess, or follows from the others.
  static func series(_ prose: Prose, from figure: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var end = figure.upperBound
    while end < range.upperBound {
      var start = end
      let isJoined = end > figure.upperBound && prose.atoms[end].traits.contains(.conjunction)
      guard prose.atoms[end - 1].after == .comma || isJoined else { break }
      if prose.atoms[start].traits.contains(.conjunction) { start += 1 }
      guard start < range.upperBound, prose.atoms[start].shape == .number else { break }
      let next = number(prose, at: start, in: range)
      // `within 1, 2, 3 standard deviations`
      let isBare =
        end > figure.upperBound
        && (figure.lowerBound..<next.upperBound).allSatisfy {
          prose.atoms[$0].lower.allSatisfy(\.isNumber)
        }
      guard isJoined || isBare || endsAlone(prose, next, in: range),
        isOfOneKind(unit(prose, figure), unit(prose, next))
      else { break }
      end = next.upperBound
    }
    return figure.lowerBound..<end
  }

  /// `~50% at 26°C, ~75% at 21°C`, `4 °C, 12–48 h` are no rows.
  private static func isOfOneKind(_ first: String, _ second: String) -> Bool {
    first == second || first.isEmpty || second.isEmpty
  }

  private static func unit(_ prose: Prose, _ figure: Range<Int>) -> String {
    prose.text(figure).filter { $0.isLetter || "%°$€£×".contains($0) }
  }

  /// Whether a figure counts nothing that follows it, as `8` does in `32, 8 heads`.
  private static func endsAlone(
    _ prose: Prose, _ figure: Range<Int>, in range: Range<Int>
  ) -> Bool {
    let last = prose.atoms[figure.upperBound - 1]
    guard figure.upperBound < range.upperBound, last.after == .none else { return true }
    let next = prose.atoms[figure.upperBound]
    if next.isSymbol {
      return next.isSymbol(.other) || next.isSymbol(.dash) || next.isSymbol(.versus)
        || next.isSymbol(.arrow)
    }
    // `40s` has its unit with it; `4-bit` is no figure of a row.
    let letters = last.lower.reversed().prefix { $0.isLetter }.count
    return next.depth > last.depth || next.shape == .function
      || figure.count > 1 && last.traits.contains(.units)
      || (1...2).contains(letters) && !last.lower.contains("-")
  }

  /// `3 and 4`: half of a pair is a guess.
  static func pair(_ prose: Prose, from figure: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    let second = figure.upperBound + 1
    guard second < range.upperBound, prose.atoms[figure.upperBound - 1].after == .none,
      prose.atoms[figure.upperBound].traits.contains(.conjunction),
      prose.atoms[second].shape == .number
    else { return nil }
    let other = number(prose, at: second, in: range)
    // `$500B and 10 GW`: two things.
    func isSum(_ index: Int) -> Bool { prose.atoms[index].lower.contains { "$€£".contains($0) } }
    guard isSum(figure.lowerBound) == isSum(second) else { return nil }
    return figure.lowerBound..<other.upperBound
  }

  static let operators: Set<String> = ["×", "·", "*", "+", "/", "^", "÷"]

  /// `4 × d_model`: the formula that a number stands at the beginning of.
  static func formula(_ prose: Prose, from figure: Range<Int>, in range: Range<Int>) -> Range<Int>?
  {
    var end = figure.upperBound
    while end + 1 < range.upperBound, prose.atoms[end - 1].after == .none,
      operators.contains(prose.atoms[end].lower) || isMinus(prose, end),
      prose.atoms[end + 1].depth == prose.atoms[figure.lowerBound].depth,
      // `systemd 247 / Fedora 31`
      prose.atoms[end].lower != "/" || prose.atoms[end + 1].shape != .capital,
      // `2023-24 + $4B Nov 2024`
      prose.atoms[end].lower != "+"
        || isSum(prose, figure.lowerBound) == isSum(prose, end + 1)
          // `~1 week + ~4 days`
          && (figure.count == 1 || isSum(prose, figure.lowerBound))
    {
      end += 2
    }
    guard end > figure.upperBound else { return nil }
    while end < range.upperBound, prose.atoms[end - 1].after == .none,
      isUnit(prose, end) || isRate(prose.atoms[end].lower)
    {
      end += 1
    }
    return figure.lowerBound..<end
  }

  private static func isSum(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index].lower.contains { "$€£".contains($0) }
  }

  /// `1 - βᵗ`
  static func isMinus(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index].lower == "−"
      || prose.atoms[index].lower == "-" && !Label.isProse(prose, around: index)
  }

  /// A number, the sign before it, the unit behind it, and the other end of a range.
  static func number(_ prose: Prose, at index: Int, in range: Range<Int>) -> Range<Int> {
    var lower = index
    var upper = index + 1
    // `≈` says nothing but that the figure follows.
    if lower > range.lowerBound, prose.atoms[lower - 1].isSymbol(.comparison),
      !["≈", "~"].contains(prose.atoms[lower - 1].lower),
      prose.atoms[lower - 1].lower != "±" || lower - 1 == range.lowerBound
        || prose.atoms[lower - 2].shape != .number
    {
      lower -= 1
    }
    while upper < range.upperBound, prose.atoms[upper - 1].after == .none {
      let atom = prose.atoms[upper]
      if isUnit(prose, upper) || isRate(atom.lower) {
        upper += 1
      } else if upper + 1 < range.upperBound, atom.lower == "±",
        prose.atoms[upper + 1].shape == .number
      {
        // `85 ± 3%`
        upper += 2
      } else if upper + 1 < range.upperBound, ["–", "-", "to"].contains(atom.lower),
        prose.atoms[upper + 1].shape == .number, prose.atoms[upper].after == .none
      {
        // `from 10 ms to 110 ms` are two figures, `10 to 20` is one.
        if atom.lower == "to", lower > range.lowerBound,
          ["from", "corresponds", "equals"].contains(prose.atoms[lower - 1].lower)
        {
          break
        }
        // `1 in 16 million to 1 in 10 billion`
        if upper + 2 < range.upperBound, prose.atoms[upper + 2].lower == "in",
          prose.atoms[upper + 1].lower == "1"
        {
          break
        }
        upper += 2
      } else {
        break
      }
    }
    return lower..<ofUnit(prose, behind: upper, in: range)
  }
}
