/// Different ways to write the same amount, level or date, brought to one: `at least 18` and `≥ 18`,
/// `3 × 10^8` and `3e8`, `90 minutes` and `1.5 hours`, `Phase II` and `phase 2`. What was judged wrong
/// as it stands is read once more this way.
struct Equivalence {
  let text: String
  var tokens: [AnswerToken]

  static func unify(_ tokens: [AnswerToken], of text: String) -> [AnswerToken] {
    guard tokens.count < 60 else { return tokens }
    var equivalence = Equivalence(text: text, tokens: tokens)
    equivalence.run()
    return equivalence.tokens
  }

  private mutating func run() {
    joinNumberWords()
    readDecades()
    readSpans()
    readDates()
    readEras()
    readRoman()
    readPowers()
    readTimes()
    readFractions()
    dropRangeWords()
    readComparisons()
    convertUnits()
    splitRates()
  }

  // MARK: Looking

  func raw(_ index: Int) -> Substring { text[tokens[index].range] }

  func gap(behind index: Int) -> Substring {
    guard index >= 0, tokens.indices.contains(index + 1) else { return "" }
    let (end, start) = (tokens[index].range.upperBound, tokens[index + 1].range.lowerBound)
    return end <= start ? text[end..<start] : ""
  }

  func isNumber(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .number
  }

  func value(_ index: Int) -> Int? {
    isNumber(index) ? Int(tokens[index].key) : nil
  }

  func key(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].key : ""
  }

  /// Puts one number in the place of several tokens.
  mutating func replace(_ range: Range<Int>, number: String) {
    let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound - 1])
    let start = min(first.range.lowerBound, last.range.lowerBound)
    let end = max(first.range.upperBound, last.range.upperBound)
    tokens.replaceSubrange(
      range, with: [AnswerToken(kind: .number, key: number, range: start..<end, weight: .critical)])
  }

  // MARK: Numbers

  private static let tens: [String: Int] = [
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30,
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  private static let rhythms = [
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "fortnightly": "fortnight",
  ]

  /// `one hundred and fifty`, `a dozen`, `a pair`, `twenty-first`, `minus 40`, `10 times`.
  private mutating func joinNumberWords() {
    var index = 0
    while index < tokens.count {
      if let ordinal = Self.tens[key(index)] {
        tokens[index].key = "\(ordinal)th"
      } else if key(index) == "dozen" {
        let from = value(index - 1) != nil || key(index - 1) == "a" ? index - 1 : index
        replace(from..<index + 1, number: String(12 * (value(index - 1) ?? 1)))
        index = from
      } else if key(index) == "pair", tokens.count == 1 || key(index - 1) == "a" {
        let from = tokens.count == 1 ? index : index - 1
        replace(from..<index + 1, number: "2")
        index = from
      } else if let ten = value(index - 1), (20...90).contains(ten), ten % 10 == 0,
        raw(index - 1).first?.isLetter == true,
        let one = Self.ordinals.firstIndex(of: key(index)), one < 9
      {
        tokens[index].key = "\(ten + one + 1)th"
        tokens.remove(at: index - 1)
        index -= 1
      } else if let hundreds = value(index - 2), hundreds % 100 == 0, hundreds > 0,
        key(index - 1) == "and", let rest = value(index), rest < 100,
        raw(index).first?.isLetter == true
      {
        replace(index - 2..<index + 1, number: String(hundreds + rest))
        index -= 2
      } else if index > 0, key(index - 1) == "-", raw(index - 1).first?.isLetter == true,
        isNumber(index), !key(index).hasPrefix("-")
      {
        replace(index - 1..<index + 1, number: "-" + key(index))
        index -= 1
      } else if let thousands = value(index - 1), let rest = value(index), thousands > 0,
        thousands % 1000 == 0, rest < 1000, raw(index - 1).first?.isLetter == true,
        raw(index).first?.isLetter == true
      {
        replace(index - 1..<index + 1, number: String(thousands + rest))
        index -= 1
      } else if key(index - 1) == "a", let power = AnswerWords.powers[key(index)] {
        replace(index - 1..<index + 1, number: Numeral.shifted("1", by: power))
        index -= 1
      } else if key(index) == "once", ["a", "per", "every"].contains(key(index + 1)) {
        tokens[index].key = "every"
        tokens[index].weight = .critical
        tokens.remove(at: index + 1)
      } else if let unit = Self.rhythms[key(index)] {
        var every = tokens[index]
        every.key = "every"
        every.weight = .critical
        tokens[index].key = unit
        tokens.insert(every, at: index)
        index += 1
      } else if let count = Self.multiplied(key(index)) {
        var times = tokens[index]
        times.key = "x"
        times.isName = true
        times.weight = .content
        replace(index..<index + 1, number: count)
        tokens.insert(times, at: index + 1)
        index += 1
      } else if isNumber(index - 1), ["times", "fold"].contains(key(index)) {
        tokens[index].key = "x"
        tokens[index].isName = true
      } else if ["21st", "22nd", "23rd", "31st"].contains(key(index)) || key(index).hasSuffix("th")
      {
        // `21st` is read as `21th` everywhere.
        let digits = key(index).prefix(while: \.isNumber)
        if !digits.isEmpty { tokens[index].key = digits + "th" }
      }
      index += 1
    }
  }

  /// Of ten, a hundred, a tenth, …; nil for other numbers.
  private static func exponent(of key: String) -> Int? {
    let digits = key.filter { $0 != "." }
    guard digits.allSatisfy({ "01".contains($0) }), digits.filter({ $0 == "1" }).count == 1,
      key.count > 1
    else { return nil }
    if key.hasPrefix("1") { return key.contains(".") ? nil : key.count - 1 }
    return key.hasPrefix("0.") && key.hasSuffix("1") ? -(key.count - 2) : nil
  }

  /// `3 × 10^8`, `1.6 × 10^-19`.
  private mutating func readPowers() {
    var index = 2
    while index < tokens.count {
      let power = key(index)
      if isNumber(index), isNumber(index - 2), key(index - 1) == "x", raw(index).contains("10"),
        let exponent = Self.exponent(of: power)
      {
        replace(index - 2..<index + 1, number: Numeral.shifted(key(index - 2), by: exponent))
        index -= 2
      }
      index += 1
    }
  }

  private static let roman: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xviii": 18,
  ]

  /// `Phase II`: in capitals and behind a word, or of more than one letter and alone.
  private mutating func readRoman() {
    if tokens.count == 1, raw(0).count > 1, raw(0).allSatisfy(\.isUppercase),
      let number = Self.roman[key(0)]
    {
      replace(0..<1, number: String(number))
    }
    for index in tokens.indices.dropFirst() {
      guard let number = Self.roman[key(index)], raw(index).allSatisfy(\.isUppercase),
        tokens[index - 1].kind == .word, tokens[index - 1].weight != .small
      else { continue }
      replace(index..<index + 1, number: String(number))
    }
  }

  // MARK: Dates

  /// `7.5.1824`, `7/5/1824`, `05/2026`, `1939–45`.
  private mutating func readDates() {
    var index = 0
    while index < tokens.count {
      if isNumber(index), key(index).hasPrefix("v") {
        let numbers = key(index).dropFirst().split(separator: ".").compactMap { Int($0) }
        if numbers.count == 3 { date(index..<index + 1, numbers) }
      } else if let day = value(index), let month = value(index + 1), let year = value(index + 2),
        gap(behind: index) == "/", gap(behind: index + 1) == "/"
      {
        date(index..<index + 3, [day, month, year])
      } else if let month = value(index), let year = value(index + 1), gap(behind: index) == "/",
        (1...12).contains(month), (1000...2999).contains(year)
      {
        tokens[index].kind = .word
        tokens[index].weight = .content
        tokens[index].key = AnswerWords.monthsInOrder[month - 1]
      } else if let from = value(index), let to = value(index + 1), (1000...2999).contains(from),
        ["-", "–"].contains(String(gap(behind: index))), raw(index + 1).count == 2, to > from % 100
      {
        tokens[index + 1].key = String(from / 100 * 100 + to)
      }
      index += 1
    }
  }

  private mutating func date(_ range: Range<Int>, _ numbers: [Int]) {
    var (day, month) = (numbers[0], numbers[1])
    if month > 12 { (day, month) = (month, day) }
    guard (1...31).contains(day), (1...12).contains(month), (1000...2999).contains(numbers[2])
    else {
      return
    }
    let place =
      tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    tokens.replaceSubrange(
      range,
      with: [
        AnswerToken(kind: .number, key: String(day), range: place, weight: .critical),
        AnswerToken(
          kind: .word, key: AnswerWords.monthsInOrder[month - 1], range: place, weight: .content),
        AnswerToken(kind: .number, key: String(numbers[2]), range: place, weight: .critical),
      ])
  }

  /// `AD 79`, `79 CE`, `44 BCE`.
  private mutating func readEras() {
    let same = ["bce": "bc", "ce": "ad"]
    for index in tokens.indices where tokens[index].kind == .word {
      if isNumber(index - 1) || isNumber(index + 1), let era = same[key(index)] {
        tokens[index].key = era
      }
      if key(index) == "ad", isNumber(index + 1) { tokens.swapAt(index, index + 1) }
    }
  }

  // MARK: Comparisons

  private static let comparisons: [(words: [String], sign: String)] = [
    (["not", "more", "than"], "≤"), (["no", "more", "than"], "≤"), (["no", "less", "than"], "≥"),
    (["no", "fewer", "than"], "≥"), (["not", "less", "than"], "≥"), (["more", "than"], ">"),
    (["greater", "than"], ">"), (["less", "than"], "<"), (["fewer", "than"], "<"),
    (["at", "least"], "≥"), (["at", "most"], "≤"), (["up", "to"], "≤"), (["over"], ">"),
    (["above"], ">"), (["under"], "<"), (["below"], "<"), ([">"], ">"), (["<"], "<"), (["≥"], "≥"),
    (["≤"], "≤"),
  ]
  private static let behind: [(words: [String], sign: String)] = [
    (["or", "more"], "≥"), (["or", "less"], "≤"), (["or", "fewer"], "≤"), (["+"], "+"),
  ]

  /// `more than 100`, `> 100`; `at least 18`, `18 or more`. `100+` may be meant as either.
  private mutating func readComparisons() {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard isNumber(index) else { continue }
      let money = index > 0 && tokens[index - 1].kind == .sign && "$€£".contains(key(index - 1))
      let start = money ? index - 1 : index
      if let (words, sign) = Self.comparisons.first(where: { words, _ in
        start >= words.count
          && (0..<words.count).allSatisfy { key(start - words.count + $0) == words[$0] }
      }) {
        tokens[index].key = sign + key(index)
        tokens[index].range =
          tokens[start - words.count].range.lowerBound..<tokens[index].range.upperBound
        tokens.removeSubrange(start - words.count..<start)
        index -= words.count
      } else if let (words, sign) = Self.behind.first(where: { words, _ in
        index + words.count < tokens.count
          && words.indices.allSatisfy { key(index + 1 + $0) == words[$0] }
      }), sign != "+" || gap(behind: index).isEmpty {
        tokens[index].key = sign + key(index)
        tokens.removeSubrange(index + 1..<index + 1 + words.count)
      } else if let (words, sign) = Self.behind.first(where: { words, _ in
        words.count > 1 && !isNumber(index + 1)
          && words.indices.allSatisfy { key(index + 2 + $0) == words[$0] }
      }) {
        // `3 days or more`.
        tokens[index].key = sign + key(index)
        tokens.removeSubrange(index + 2..<index + 2 + words.count)
      }
    }
  }

  /// Whether two numbers with their comparisons may be meant as the same.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    func split(_ key: String) -> (sign: Substring, number: Substring) {
      let sign = key.prefix { "<>≤≥+".contains($0) }
      return (sign, key[sign.endIndex...])
    }
    let (one, other) = (split(left), split(right))
    let signs: Set<Substring> = [one.sign, other.sign]
    guard signs.count == 1 || signs == ["+", ">"] || signs == ["+", "≥"] else { return false }
    return one.number == other.number || Fraction.areAlike(one.number, other.number)
  }

  /// `between 4 and 6`, `from 4 to 6`: the same as `4–6`.
  private mutating func dropRangeWords() {
    var index = 0
    while index + 3 < tokens.count {
      if ["between", "from"].contains(key(index)), isNumber(index + 1),
        tokens[(index + 2)...].prefix(3).contains(where: { $0.key == "and" || $0.key == "to" })
      {
        tokens.remove(at: index)
      }
      index += 1
    }
  }

  // MARK: Units

  /// Units that are exact multiples of another.
  private static let multiples: [String: (unit: String, by: Int)] = [
    "second": ("ms", 1000), "minute": ("ms", 60_000), "hour": ("ms", 3_600_000),
    "day": ("ms", 86_400_000), "week": ("ms", 604_800_000), "fortnight": ("ms", 1_209_600_000),
    "year": ("month", 12), "ten years": ("month", 120), "century": ("month", 1200),
    "millennium": ("month", 12_000),
    "khz": ("hz", 1000), "mhz": ("hz", 1_000_000), "ghz": ("hz", 1_000_000_000), "km": ("m", 1000),
    "kg": ("g", 1000),
    "l": ("ml", 1000),
  ]

  /// Units that say two in one word.
  private static let rates: [String: (String, String)] = [
    "mbitps": ("mbit", "second"), "gbitps": ("gbit", "second"), "kbitps": ("kbit", "second"),
    "mbps": ("mb", "second"), "gbps": ("gb", "second"), "kbps": ("kb", "second"),
    "kph": ("km", "hour"), "kmh": ("km", "hour"), "mph": ("mile", "hour"),
  ]

  /// `100 Mbps`, `100 Mbit/s`.
  private mutating func splitRates() {
    var index = 1
    while index < tokens.count {
      if isNumber(index - 1), let (unit, per) = Self.rates[key(index)] {
        var second = tokens[index]
        tokens[index].key = unit
        second.key = per
        tokens.insert(second, at: index + 1)
        tokens[index].isName = true
        tokens[index + 1].isName = true
      }
      index += 1
    }
  }

  /// `90 minutes`, `1.5 hours`: the same in the smallest unit.
  private mutating func convertUnits() {
    for index in tokens.indices.dropFirst() {
      guard isNumber(index - 1), text[tokens[index].range.upperBound...].first != "/",
        let (unit, factor) = Self.multiples[key(index)]
      else { continue }
      let sign = key(index - 1).prefix { "<>≥≤+".contains($0) }
      guard let value = Fraction.value(ofKey: String(key(index - 1).dropFirst(sign.count))),
        value * Double(factor) < 1e15
      else { continue }
      let product = value * Double(factor)
      guard abs(product - product.rounded()) < 1e-6 else { continue }
      tokens[index - 1].key = sign + String(Int(product.rounded()))
      tokens[index].key = unit
    }
    addUp()
  }

  /// `3 h 30 min`, once both are in the same unit.
  private mutating func addUp() {
    var index = 1
    while index + 2 < tokens.count {
      let next = key(index + 1) == "and" ? index + 2 : index + 1
      if let first = value(index - 1), let second = value(next), key(index) == "ms",
        key(next + 1) == "ms"
      {
        tokens[index - 1].key = String(first + second)
        tokens.removeSubrange(index + 1..<next + 2)
      } else {
        index += 1
      }
    }
  }
}
