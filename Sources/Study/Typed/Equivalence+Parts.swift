/// Parts of something, and times of the day.
extension Equivalence {
  // MARK: Times

  /// `2 pm` and `14:00`, `9.30 am` and `09:30`, `noon` and `12:00`: the minute of the day.
  mutating func readTimes() {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      if ["noon", "midnight"].contains(key(index)) {
        // `12 noon`.
        let from = value(index - 1) == 12 ? index - 1 : index
        replace(from..<index + 1, number: key(index) == "noon" ? "t720" : "t0")
        index = from
        continue
      }
      guard let (hour, minute, end) = clock(at: index) else { continue }
      let half = key(end)
      if half == "am" || half == "pm" {
        guard (1...12).contains(hour) else { continue }
        replace(
          index..<end + 1, number: "t\(60 * (hour % 12 + (half == "pm" ? 12 : 0)) + minute)")
      } else if end > index + 1 {
        replace(index..<end, number: "t\(60 * hour + minute)")
      }
    }
  }

  /// An hour, with minutes or without, and where it ends. What has seconds is no time of the day.
  private func clock(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
    guard isNumber(index), raw(index).count < 6, gap(behind: index - 1) != ":" else { return nil }
    let pieces = raw(index).split(separator: ".", omittingEmptySubsequences: false)
    if pieces.count == 2, pieces[1].count == 2, let hour = Int(pieces[0]),
      let minute = Int(pieces[1]), hour < 24, minute < 60, ["am", "pm"].contains(key(index + 1))
    {
      return (hour, minute, index + 1)
    }
    guard let hour = value(index), (0...23).contains(hour) else { return nil }
    guard gap(behind: index) == ":", raw(index + 1).count == 2, let minute = value(index + 1),
      minute < 60
    else { return (hour, 0, index + 1) }
    return gap(behind: index + 1) == ":" ? nil : (hour, minute, index + 2)
  }

  // MARK: Spans

  private static let decades = [
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
  ]

  /// `the sixties`, `the 60s`, `1960s`.
  mutating func readDecades() {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      if let years = Self.decades[key(index)] {
        var decade = tokens[index]
        decade.key = "decade"
        replace(index..<index + 1, number: String(1900 + years))
        tokens.insert(decade, at: index + 1)
      } else if let years = value(index), (20...90).contains(years), key(index + 1) == "decade" {
        tokens[index].key = String(1900 + years)
      } else if isNumber(index), key(index + 1) == "s" {
        tokens[index + 1].key = "second"
      }
    }
  }

  private static let times: Set<String> = [
    "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "ten years", "century",
    "millennium",
  ]

  /// `a fortnight` and `two weeks`, `an hour` and `60 minutes`, `every week` and `every 7 days`. In `twice a week`
  /// the article means something else.
  mutating func readSpans() {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      let word = key(index)
      guard let unit = Units.name(word, raw: String(raw(index))), word.utf8.count > 1,
        Self.times.contains(unit), !isNumber(index - 1)
      else { continue }
      let isOne = ["a", "an"].contains(key(index - 1)) && !isRate(before: index - 1)
      guard isOne || key(index - 1) == "every" || unit == "fortnight" && tokens.count == 1 else {
        continue
      }
      tokens[index].key = unit
      tokens[index].weight = .content
      tokens[index].isName = true
      let place = tokens[index].range.lowerBound
      let one = AnswerToken(
        kind: .number, key: "1", range: place..<place, weight: .critical)
      if isOne { tokens[index - 1] = one } else { tokens.insert(one, at: index); index += 1 }
    }
  }

  /// Whether something stands there of which so much comes in a time, or a part of one: `3 km an hour`, `twice a
  /// week`, `half an hour`.
  private func isRate(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let token = tokens[index - 1]
    return token.kind != .word || Fraction.words[token.key] != nil || token.isUnit
      || token.key == "x" || isNumber(index - 2)
  }

  /// How many times as much a word says: `twice`, `double`, `threefold`.
  static func multiplied(_ word: String) -> String? {
    if word.hasSuffix("fold"), let number = AnswerWords.numbers[String(word.dropLast(4))] {
      return number
    }
    return [
      "twice": "2", "double": "2", "thrice": "3", "triple": "3", "quadruple": "4",
    ][word]
  }

  // MARK: Fractions

  /// `1/2`, `0.5`, `half`, `50%`; `two thirds`, `2/3`; `one and a half`, `1 1/2`, `1.5`.
  mutating func readFractions() {
    var index = 0
    while index < tokens.count {
      if let part = Fraction.words[key(index)] {
        let count = value(index - 1) ?? 1
        let hasCount = value(index - 1) != nil || key(index - 1) == "a"
        // `the third` is a place, not a part.
        if hasCount || part == 2 {
          if hasCount { index -= 1 }
          put(Fraction(count, part), at: &index, taking: hasCount ? 2 : 1)
        }
      } else if let over = value(index - 1), let under = value(index),
        gap(behind: index - 1) == "/",
        over < under, under <= 100, over > 0
      {
        index -= 1
        put(Fraction(over, under), at: &index, taking: 2)
      } else if let part = Fraction(key: key(index)), isNumber(index) {
        put(part, at: &index, taking: 1)
      } else if let number = value(index), (1...99).contains(number), key(index + 1) == "%" {
        replace(
          index..<index + 2,
          number: String(Fraction.Mark.percent.rawValue) + Fraction(number, 100).key)
      } else if isNumber(index), key(index).hasPrefix("0."),
        let decimals = Int(key(index).dropFirst(2)), key(index).count < 6
      {
        let under = (2..<key(index).count).reduce(1) { product, _ in product * 10 }
        tokens[index].key =
          String(Fraction.Mark.decimal.rawValue) + Fraction(decimals, under).key
      }
      index += 1
    }
  }

  /// Puts a part in the place of some tokens, with the whole number before it (`one and a half`), and takes
  /// away what links it with a unit (`half an hour`).
  private mutating func put(_ part: Fraction, at index: inout Int, taking count: Int) {
    var part = part
    var start = index
    let joins = key(index - 1) == "and"
    if let whole = value(joins ? index - 2 : index - 1), whole > 0,
      joins || gap(behind: index - 1) == " ", let sum = part.added(to: whole)
    {
      part = sum
      start = joins ? index - 2 : index - 1
    }
    replace(start..<index + count, number: part.key)
    index = start
    // `two and a half million`.
    if let power = AnswerWords.powers[key(index + 1)], !part.key.contains("/") {
      replace(index..<index + 2, number: Numeral.shifted(part.key, by: power))
    }
    guard ["a", "an"].contains(key(index + 1)), tokens.indices.contains(index + 2),
      let unit = Units.name(key(index + 2), raw: String(raw(index + 2)))
    else { return }
    tokens[index + 2].key = unit
    tokens[index + 2].isName = true
    tokens.remove(at: index + 1)
  }
}
