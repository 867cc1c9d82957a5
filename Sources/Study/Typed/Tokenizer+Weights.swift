extension Tokenizer {
  /// How much depends on each word, once all are read.
  mutating func weigh() {
    // `per cent` is one sign.
    var index = 0
    while index + 1 < tokens.count {
      if tokens[index].key == "per", tokens[index + 1].key == "cent" {
        let end = tokens.remove(at: index + 1).range.upperBound
        tokens[index].key = "%"
        tokens[index].kind = .sign
        tokens[index].range = tokens[index].range.lowerBound..<end
      }
      index += 1
    }
    nameUnits()
    writeOut()
    placeVerbs()
    for index in tokens.indices where tokens[index].kind == .word && !isWeighed(index) {
      let key = tokens[index].key
      if AnswerWords.critical.contains(key) {
        tokens[index].weight = .critical
      } else if AnswerWords.small.contains(key), isSmall(index) {
        tokens[index].weight = .small
      }
      // Next to a number a word is a part of a name or a unit: `A100`, `5 GB`.
      if key.count < 5, neighbours(index).contains(where: { $0.kind == .number }) {
        tokens[index].isName = true
      }
    }
  }

  /// Words right behind a number: units by one name, the `s` of a decade, and the ordinals of dates.
  private mutating func nameUnits() {
    let isDate = tokens.contains { AnswerWords.months.contains($0.key) }
    for index in tokens.indices {
      let raw = String(text[tokens[index].range])
      // `3rd May`.
      if isDate, tokens[index].kind == .word, raw.first?.isNumber == true,
        !AnswerWords.months.contains(tokens[index].key)
      {
        tokens[index].kind = .number
        tokens[index].key = String(raw.prefix { $0.isNumber }.drop { $0 == "0" })
        tokens[index].weight = .critical
      }
      guard index > 0, tokens[index].kind == .word else { continue }
      let before = tokens[index - 1]
      let isAfterNumber =
        before.kind == .number || before.key == "degree" || before.key == "degrees"
      // `TB/s`: the second unit counts as well.
      if units.contains(index - 1), text[before.range.upperBound...].first == "/" {
        tokens[index].key = Units.name(tokens[index].key, raw: raw) ?? tokens[index].key
        tokens[index].isName = true
        units.insert(index)
        continue
      }
      guard isAfterNumber else { continue }
      let gap = text[before.range.upperBound..<tokens[index].range.lowerBound]
      if raw == "s", gap.isEmpty, before.key.hasSuffix("0"),
        before.key.count == 4 || before.key.count == 2 && !before.key.hasPrefix("3")
      {
        tokens[index].key = before.key.count == 4 || isDecade(before: index) ? "decade" : "s"
        units.insert(index)
      } else if raw == "degree" || raw == "degrees" {
        tokens[index].weight = .small
        units.insert(index)
      } else if let name = raw == "in" && index + 1 == tokens.count
        ? "inch" : Units.name(tokens[index].key, raw: raw),
        gap.allSatisfy({ " °".contains($0) })
      {
        tokens[index].key = name
        tokens[index].isName = true
        tokens[index].isUnit = true
        units.insert(index)
      }
    }
  }

  /// `the 60s`, `’60s`: years, where `60s` alone may be seconds.
  private func isDecade(before index: Int) -> Bool {
    let number = tokens[index - 1].range.lowerBound
    return index > 1 && tokens[index - 2].key == "the"
      || number > text.startIndex && "'’".contains(text[text.index(before: number)])
  }

  /// `p. 5`, `No. 3`: words that are shortened before a number. `number` itself says nothing there.
  private mutating func writeOut() {
    for index in tokens.indices.dropLast() where tokens[index].kind == .word {
      guard tokens[index + 1].kind == .number else { continue }
      let gap = text[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound]
      let isShort = gap.first == "." && gap.dropFirst().allSatisfy { $0 == " " }
      let written = text[tokens[index].range]
      let isNumber = written == "No" && gap == " "
      if let word = AnswerWords.beforeNumbers[Fold.folded(written)], isShort || isNumber {
        tokens[index].key = word
        tokens[index].isName = false
        units.insert(index)
      }
      if tokens[index].key == "number" {
        tokens[index].weight = .small
        units.insert(index)
      }
    }
  }

  private mutating func placeVerbs() {
    guard let first = tokens.indices.first(where: { tokens[$0].key != "by" }) else { return }
    let hasTo = tokens[first].key == "to" && first + 1 < tokens.count
    let place = hasTo ? first + 1 : first
    tokens[place].place = hasTo ? .infinitive : place + 1 < tokens.count ? .head : .alone
  }

  private func isWeighed(_ index: Int) -> Bool { units.contains(index) }

  private func neighbours(_ index: Int) -> [AnswerToken] {
    [index - 1, index + 1].filter(tokens.indices.contains).map { tokens[$0] }
  }

  /// The A of `vitamin A` is no article; an answer that is only `to` is about that word.
  private func isSmall(_ index: Int) -> Bool {
    guard tokens.count > 1 else { return false }
    guard tokens[index].key == "a" else { return true }
    return index + 1 < tokens.count
      && (index == 0 || text[tokens[index].range].first?.isLowercase == true)
  }
}
