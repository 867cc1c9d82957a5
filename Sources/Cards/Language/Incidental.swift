/// What stands in a fact only because something has to stand there: a level, a scale, a size, an argument. Any
/// other would do, so nobody need know it.
extension BlankFinder {
  /// How much less a card for the figure is worth, in the units of `Blank.weight`.
  func incidence(_ figure: Range<Int>, in part: Part) -> Int {
    var doubt = 0
    if isLevel(figure, in: part.range) { doubt += 50 }
    if isScale(figure, in: part.range) { doubt += 44 }
    if isSize(figure, in: part.range) { doubt += 34 }
    if isSupposed(figure, in: part) { doubt += 60 }
    if isOneOfMany(figure, in: part) { doubt += 26 }
    if isCompound(figure, in: part) { doubt += 20 }
    if isEndOfScale(figure, in: part.range) { doubt += 26 }
    if concludes(figure, in: part) { doubt += 44 }
    if isOfMillions(figure, in: part.range) { doubt += 40 }
    doubt += subject(figure, in: part)
    return doubt
  }

  /// Whether a phrase has its point in such a figure: `better than | a 1–10 score`.
  func holdsIncidental(_ range: Range<Int>, in part: Range<Int>) -> Bool {
    range.contains { index in
      prose.atoms[index].shape == .number
        && (isScale(index..<index + 1, in: part) || isLevel(index..<index + 1, in: part))
    }
  }

  /// `95% confidence`, `overlapping 95% intervals`: the usual one.
  private func isLevel(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard prose.text(figure).hasSuffix("%") else { return false }
    return (figure.upperBound..<range.upperBound).prefix(2).contains { index in
      let word = prose.atoms[index].lower
      return ["confidence", "confident", "credible", "interval", "intervals", "ci", "cis"].contains(
        word)
    }
  }

  /// `1–5 scores`, `a 1–10 scale`, `scores (0-100)`
  private func isScale(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let ends = prose.text(figure).split { "–-".contains($0) }
    guard figure.count == 1, ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]),
      low < 2, high <= 10 || high == 100
    else { return false }
    return range.clamped(to: figure.lowerBound - 3..<figure.upperBound + 3).contains { index in
      let word = prose.atoms[index].lower
      return ["scor", "scal", "rating", "likert", "grade", "grading"].contains {
        word.hasPrefix($0)
      }
    }
  }

  /// `a 70B model`, `175B PPO-ptx`, `70B at FP8`: which one it was.
  private func isSize(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    guard figure.count == 1, prose.atoms[figure.lowerBound].lower.hasSuffix("b"),
      prose.atoms[figure.lowerBound].lower.dropLast().allSatisfy({ $0.isNumber || $0 == "." }),
      figure.upperBound < range.upperBound, prose.atoms[figure.lowerBound].after == .none
    else { return false }
    let next = prose.atoms[figure.upperBound]
    return next.shape == .name || ["model", "models", "at"].contains(next.lower)
  }

  /// `1B parameters would need 10¹⁸ entries`; `— 20 s of waiting pins a backend`
  private func isSupposed(_ figure: Range<Int>, in part: Part) -> Bool {
    guard let verb = part.verb, figure.upperBound <= verb else { return false }
    if (figure.upperBound...verb).contains(where: { prose.atoms[$0].lower == "would" }) {
      return true
    }
    return figure.lowerBound == part.range.lowerBound && figure.count == 2
      && [.dash, .semicolon].contains(part.lead)
      && !prose.text(figure).contains("+")
      && prose.atoms[figure.upperBound - 1].traits.contains(.units)
      && prose.atoms[figure.upperBound].lower == "of"
  }

  /// `millions of 10 KB files`
  private func isOfMillions(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    let index = figure.lowerBound
    return index > range.lowerBound + 1 && prose.atoms[index - 1].lower == "of"
      && ["hundreds", "thousands", "millions", "billions", "lots", "plenty"].contains(
        prose.atoms[index - 2].lower)
  }

  /// `distilling a 2,000-token prompt cuts the cost`
  private func isCompound(_ figure: Range<Int>, in part: Part) -> Bool {
    let text = prose.atoms[figure.lowerBound].lower
    return isOneOfMany(figure, in: part) && text.contains("-") && text.last?.isLetter == true
  }

  /// `from 0 (tight) to 10 (open)`
  private func isEndOfScale(_ figure: Range<Int>, in range: Range<Int>) -> Bool {
    func isEnd(_ index: Int, behind word: String, _ values: [String]) -> Bool {
      index > range.lowerBound && prose.atoms[index - 1].lower == word
        && values.contains(prose.atoms[index].lower)
    }
    let index = figure.lowerBound
    if isEnd(index, behind: "from", ["0", "1"]) {
      return range.contains { $0 > index && isEnd($0, behind: "to", ["5", "10", "100"]) }
    }
    return isEnd(index, behind: "to", ["5", "10", "100"])
      && range.contains { $0 < index && isEnd($0, behind: "from", ["0", "1"]) }
  }

  /// `; 100,000 series at 15 s is about 1.2 GB a day`: an example reckoned out.
  private func concludes(_ figure: Range<Int>, in part: Part) -> Bool {
    guard part.lead == .semicolon || part.lead == .dash, let verb = part.verb,
      verb < figure.lowerBound,
      (verb..<figure.lowerBound).contains(where: {
        ["about", "roughly", "around", "approximately"].contains(prose.atoms[$0].lower)
      })
    else { return false }
    return (part.range.lowerBound..<verb).filter(isAmount).count > 1
  }

  /// `a 1 GB frame gets copied`, `an 8-core server`: any other would do.
  private func isOneOfMany(_ figure: Range<Int>, in part: Part) -> Bool {
    let range = part.range
    let index = figure.lowerBound
    // `a | random | 1024-plank hull`
    let isDescribed =
      index > range.lowerBound + 1 && prose.atoms[index - 1].shape == .word
      && prose.atoms[index - 1].after == .none
      && ["a", "an"].contains(prose.atoms[index - 2].lower) && figure.upperBound < range.upperBound
      && prose.atoms[figure.upperBound - 1].after == .none
      && prose.atoms[figure.upperBound].shape == .word
    guard index > range.lowerBound,
      isDescribed
        || ["a", "an"].contains(prose.atoms[index - 1].lower)
          && prose.atoms[index - 1].after == .none
    else { return false }
    guard !prose.text(figure).contains("%") else { return false }
    // `what separates a 6 from a 7`
    if prose.atoms[index].lower.allSatisfy(\.isNumber), figure.upperBound < content.upperBound,
      prose.atoms[figure.upperBound].shape == .function
    {
      return true
    }
    // `set a 50 kg limit`: that is what was done.
    return part.verb.map { index < $0 } ?? false
      || index - 1 > range.lowerBound && prose.atoms[index - 2].traits.contains(.prepositions)
  }

  /// `— a primary with 32 writers can outrun it`, `so a query of 500 rows is slow`: a figure of what the clause
  /// takes as its example.
  private func subject(_ figure: Range<Int>, in part: Part) -> Int {
    let range = part.range
    guard
      let open = range.first(where: {
        !["so", "and", "but", "then", "because", "since"].contains(prose.atoms[$0].lower)
      }), ["a", "an"].contains(prose.atoms[open].lower), open < figure.lowerBound
    else { return 0 }
    for index in figure.upperBound..<range.upperBound {
      let atom = prose.atoms[index]
      if prose.atoms[index - 1].after != .none || atom.traits.contains(.conjunction) { return 0 }
      guard
        index == part.verb || atom.traits.contains(.copula) || atom.traits.contains(.modals)
          || atom.lower.hasSuffix("n't")
      else { continue }
      // `a draught of 12 m closes the canal`: where it begins.
      if index == figure.upperBound,
        ["of", "near", "above", "below", "over", "under"].contains(
          prose.atoms[figure.lowerBound - 1].lower)
      {
        return 0
      }
      let isExample = part.lead == .dash || part.lead == .semicolon || open > range.lowerBound
      let others = range.contains { isAmount($0) && !figure.contains($0) }
      return isExample || others ? 44 : 40
    }
    return 0
  }

  /// Whether a card for it would ask for more of a command or a line of code than anybody has in mind.
  static func isLongCode(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index].shape == .code
      && arguments(in: prose.string(prose.atoms[index].core)) >= 40
  }

  /// `foo`, `app.py`, `example.conf`: a name that stands for any.
  private static func isPlaceholder(_ word: Substring) -> Bool {
    let stem = word.prefix { $0 != "." }
    return ["foo", "bar", "baz"].contains(stem)
      || stem.endIndex < word.endIndex && ["app", "main", "script", "example"].contains(stem)
  }

  /// How much less a card for a piece of code is worth for what its author chose in it: `--count=300`,
  /// `https://example.com`, `function isText(b: Block)`.
  /// - Parameter code: with its backquotes.
  static func arguments(in code: String) -> Int {
    let words = code.split { $0 == " " || $0 == "`" }
    let isFormula = words.contains { $0.count == 1 && "*/+−-×".contains($0) }
    var doubt = isFormula ? 0 : words.count > 6 ? 40 : words.count > 4 ? 16 : 0
    if code.contains("example.") || code.contains("localhost:")
      || words.count > 1 && code.contains("://")
    {
      doubt += 24
    }
    if let first = words.first, words.count > 1,
      ["def", "function", "const", "class", "let", "var", "SELECT", "interface"].contains(first)
    {
      doubt += 16
    }
    // `WHERE berth <= 3`
    if words.count > 2, ["<", ">", "<=", ">="].contains(words[words.count - 2]),
      words[words.count - 1].allSatisfy(\.isNumber)
    {
      doubt += 16
    }
    // `[10, 9, 1].sort()`
    if code.hasPrefix("`["), code.contains("]."), code.contains(where: \.isNumber) { doubt += 24 }
    // `[1 4 2]`
    if code.hasPrefix("`["), code.contains(where: \.isNumber),
      !code.contains(where: { $0.isLetter || $0 == "," || $0 == ":" })
    {
      doubt += 24
    }
    // `python app.py`, `depth(50)`
    if words.contains(where: isPlaceholder) { doubt += 16 }
    if let open = code.firstIndex(of: "("), let first = code[open...].dropFirst().first,
      first.isNumber
    {
      doubt += isFormula ? 24 : 10
    }
    // A value behind a sign or a flag.
    var expectsValue = false
    for word in words {
      let value = word.split(separator: "=").dropFirst().last ?? (expectsValue ? word : "")
      if value.contains(where: \.isNumber),
        value.allSatisfy({ $0.isNumber || "'\".,smM".contains($0) }),
        value != "0", value != "1"
      {
        doubt += 8
        break
      }
      expectsValue = word.hasSuffix(":") || word.hasPrefix("-") || word == "="
    }
    return doubt
  }
}
