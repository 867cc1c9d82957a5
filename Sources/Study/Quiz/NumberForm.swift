/// An answer that is one number with what stands around it: `~$3.99`, `4,800`, `24%`, `49 BC`.
struct NumberForm: Sendable, Hashable {
  /// What stands before the digits, and behind them.
  let prefix: String
  let suffix: String
  let value: Double
  /// How many digits stand behind the point.
  let decimals: Int
  /// The sign between groups of three; nil where there is none.
  let grouping: Character?

  /// Nil for what has no number, or more than one.
  init?(_ text: String) {
    guard let start = text.firstIndex(where: Self.isDigit) else { return nil }
    var end = start
    var digits = ""
    var decimals = 0
    var hasPoint = false
    var grouping: Character?
    while end < text.endIndex {
      let character = text[end]
      if Self.isDigit(character) {
        digits.append(character)
        if hasPoint { decimals += 1 }
      } else {
        let next = text.index(after: end)
        guard next < text.endIndex, Self.isDigit(text[next]), !hasPoint else { break }
        if character == "." {
          hasPoint = true
        } else if ",_'\u{A0}\u{202F}".contains(character),
          text[next...].prefix(while: Self.isDigit).count == 3
        {
          grouping = character
        } else {
          break
        }
      }
      end = text.index(after: end)
    }
    guard digits.count < 13, let whole = Double(digits), !text[end...].contains(where: \.isNumber)
    else { return nil }
    prefix = String(text[..<start])
    suffix = String(text[end...])
    value = whole / Double(Self.power(decimals))
    self.decimals = decimals
    self.grouping = grouping
  }

  /// Ten so often by itself.
  private static func power(_ exponent: Int) -> Int {
    (0..<min(exponent, 15)).reduce(1) { product, _ in product * 10 }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// Four digits without anything around them.
  var isYear: Bool {
    grouping == nil && decimals == 0 && prefix.isEmpty && suffix.isEmpty
      && (1100...2100).contains(value) && (value >= 1500 || Int(value) % 100 != 0)
  }

  /// `1960s`.
  private var isDecade: Bool {
    grouping == nil && decimals == 0 && prefix.isEmpty && suffix == "s"
      && (1100...2100).contains(value) && Int(value) % 10 == 0
  }

  /// Of two years: whether they may stand side by side in `year`. What has happened, or is about to, is seen
  /// beside a plan, unless it is new and the plan close: else nothing could stand above this year and the next.
  func isOfOneTime(as other: NumberForm, in year: Int?) -> Bool {
    guard let year, isYear, other.isYear else { return true }
    let (earlier, later) = (min(value, other.value), max(value, other.value))
    let isAcross = earlier <= Double(year + 1) && later > Double(year + 1)
    let isClose = earlier >= Double(year) && later - earlier <= Self.closeYears
    return !isAcross || isClose
  }

  /// How far a plan may lie from what has happened, in years.
  private static let closeYears = 5.0

  /// Whether the two are written in the same way and of about the same size.
  func isAlike(_ other: NumberForm) -> Bool {
    guard prefix == other.prefix, suffix == other.suffix, decimals == other.decimals,
      isYear == other.isYear, isDecade == other.isDecade,
      value < 1000 || other.value < 1000 || grouping == other.grouping
    else { return false }
    if isYear || isDecade {
      return abs(value - other.value) <= (max(value, other.value) < 1800 ? 150 : 60)
    }
    if decimals == 0, max(value, other.value) <= 12, min(value, other.value) > 0 { return true }
    guard value > 0, other.value > 0 else { return value == other.value }
    let (less, more) = (min(value, other.value), max(value, other.value))
    // Full hundreds look like an estimate beside 1,865, and so do full tens beside 79.
    if more >= 100, decimals == 0 {
      let isRound = more.truncatingRemainder(dividingBy: 100) == 0
      let isOtherRound = less.truncatingRemainder(dividingBy: less < 100 ? 10 : 100) == 0
      if isRound ? !isOtherRound : less >= 100 && isOtherRound { return false }
    }
    // `5.4` and `28.4` count different things where no unit says what.
    if decimals > 0, prefix.isEmpty, suffix.isEmpty { return more / less <= 2.5 }
    // 131K is what some call 128K.
    if let unit = suffix.first, "KMGT".contains(unit), more / less < 1.08 {
      return value == other.value
    }
    // Three powers of two stand above the smallest of four.
    return more / less <= (isPower && other.isPower ? 8 : 6)
  }

  private var isPower: Bool {
    guard decimals == 0, value >= 1, value < 1e9 else { return false }
    return Int(value) & (Int(value) - 1) == 0
  }

  /// 32, 64, 128 and so on: seen to be chosen by computers.
  var isPowerOfTwo: Bool {
    isPower && value >= 32 && suffix.first.map { !"%°".contains($0) } ?? true
  }

  /// Whether a number of the prompt that counts the same thing lies so close that it points at this
  /// one: `matches 70.0%`.
  func isPointedAt(by numbers: [NumberForm]) -> Bool {
    numbers.contains {
      if isYear { return $0.isYear && $0.value != value && abs($0.value - value) <= 5 }
      return $0.value != value && $0.value > 0 && !isYear
        && max($0.value, value) / min($0.value, value) < 1.06
    }
  }

  /// Whether the other lies on the same side of every number of the prompt that counts the same
  /// thing: `raised from 300 to […]` is not answered by 37.
  func isBeside(_ other: NumberForm, amid numbers: [NumberForm]) -> Bool {
    numbers.allSatisfy { known in
      known.isYear != isYear || known.value == value
        || (known.value < value) == (known.value < other.value) && known.value != other.value
    }
  }

  /// The numbers in a prompt with the same unit.
  func rivals(in prompt: String) -> [NumberForm] {
    let unit = suffix.prefix { !$0.isWhitespace } + suffix.drop { !$0.isWhitespace }.prefix(4)
    return Self.runs(prompt).filter { run in
      unit.isEmpty
        ? !(run.suffix.first.map { $0.isLetter || "%–-".contains($0) } ?? false)
        : run.suffix.hasPrefix(unit)
    }
  }

  /// Every number of a text, with what follows it up to the next.
  static func runs(_ text: String) -> [NumberForm] {
    var runs: [NumberForm] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: isDigit) {
      var end = start
      while end < rest.endIndex,
        isDigit(rest[end])
          || ".,".contains(rest[end])
            && rest[rest.index(after: end)...].first.map(isDigit) == true
      {
        end = rest.index(after: end)
      }
      let behind = rest[end...].prefix { !isDigit($0) }
      if let number = NumberForm(String(rest[start..<end] + behind)) { runs.append(number) }
      rest = rest[end...]
    }
    return runs
  }

  // MARK: Making others

  /// Whether a number may be made in its place: one that counts or measures, not one that belongs to
  /// a name (`ASL-3`, `Python 3.12`).
  var isAmount: Bool {
    // Below zero there is an end that is not known here.
    !prefix.contains { $0.isLetter || "`#(−-–".contains($0) } && value > 0
      && !suffix.contains { "`)(/:".contains($0) && $0 != "/" }
      && !(suffix.first == "-" || suffix.first == "." || suffix.first == "–")
      // `1 - β`, `10^k`: a formula.
      && !suffix.contains { "^·*=".contains($0) }
      && ![" - ", " − ", " + ", " / "].contains { suffix.contains($0) }
      && !(grouping == nil && decimals == 0 && value >= 10_000)
      && !(prefix.isEmpty && suffix.isEmpty && decimals > 0)
      // `2000` may be a year or a count.
      && !(isYear && Int(value) % 100 == 0)
  }

  /// Numbers that are written alike, as round as this one and of its size, but none of `known`. They
  /// are far enough from it not to be taken for about the same.
  /// - Parameter now: the year in which they are made; nil where any year is as good as another.
  func others(
    _ count: Int, besides known: Set<Double>, in now: Int?, random: inout SplitMix64
  ) -> [String] {
    guard isAmount else { return [] }
    let scale = Double(Self.power(decimals))
    var whole = Int((value * scale).rounded())
    var power = 1
    // 2020 is no rounder than 2019.
    while whole % 10 == 0, whole > 0, !isYear {
      whole /= 10
      power *= 10
    }
    // Below 10, 20 and 30 there are few as round: 5, 15 and 25 are round enough.
    let isLow = whole < 4 && power > 1 && usual(Int(value)) == nil
    if isLow {
      whole *= 10
      power /= 10
    }
    let candidates = isLow ? low(whole) : candidates(whole, in: now, random: &random)
    var made: [Double] = []
    for candidate in alternating(random.shuffled(candidates), around: whole)
    where made.count < count {
      let number = Double(candidate * power) / scale
      guard number > 0, !known.contains(number), !made.contains(number), isFar(number, from: value),
        made.allSatisfy({ isFar(number, from: $0) }), isPossible(number),
        let form = NumberForm(text(number)), isAlike(form), isOfOneTime(as: form, in: now)
      else { continue }
      made.append(number)
    }
    return made.map(text)
  }

  /// Round numbers around 10, 20 or 30.
  private func low(_ whole: Int) -> [Int] {
    switch whole {
    case 10: [4, 5, 6, 8, 15, 20, 25, 30, 40]
    case 20: [5, 8, 10, 12, 15, 25, 30, 40, 50]
    default: [10, 12, 15, 20, 25, 40, 45, 50, 60]
    }
  }

  /// One below and one above in turn, so that where the right one comes among them tells nothing.
  private func alternating(_ candidates: [Int], around whole: Int) -> [Int] {
    let middle = isYear ? Int(value) : whole
    let below = candidates.filter { $0 < middle }
    let above = candidates.filter { $0 > middle }
    return (0..<max(below.count, above.count)).flatMap { index in
      [below, above].compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private func candidates(_ whole: Int, in now: Int?, random: inout SplitMix64) -> [Int] {
    if isYear {
      let year = Int(value)
      // What is new has rivals that are.
      let spread = min(24, max(8, ((now ?? .max) - year) / 2))
      return random.shuffled(Array(-spread...spread).filter { abs($0) > 1 }).map { year + $0 }
    }
    if isDecade {
      return (-5...5).map { whole + $0 }.filter { $0 != whole && 10 * $0 <= now ?? .max }
    }
    let integer = Int(value)
    // 64 KB, 128 KB, 256 KB: powers of two among themselves.
    if decimals == 0, isPowerOfTwo || countsBits && integer > 1 && integer & (integer - 1) == 0 {
      return whole == integer
        ? random.shuffled((1...3).flatMap { [integer >> $0, integer << $0] }) : []
    }
    if decimals == 0, let usual = usual(integer) {
      // `whole` may be without its noughts.
      return usual.filter { $0 % (integer / max(1, whole)) == 0 }.map {
        $0 / (integer / max(1, whole))
      }
    }
    if whole < 10 {
      return Array(1...12).filter { $0 % 10 != 0 && abs($0 - whole) < 6 }
    }
    let step = whole % 5 == 0 ? 5 : 1
    let low = max(2, whole * 45 / 100)
    let high = max(whole + 8, whole * 21 / 10)
    // As many digits that mean something; and not always the middle one.
    return (0..<60).map { _ in low + random.below(high - low + 1) }
      .map { $0 / step * step }.filter { $0 % 10 != 0 }
  }

  /// What else time is counted in: 12 or 48 beside `24 h`, 15 or 45 beside `30 min`. Nil for an amount that is
  /// not of that kind.
  private func usual(_ integer: Int) -> [Int]? {
    let unit = suffix.lowercased().drop { $0 == " " }.prefix(while: \.isLetter)
    let amounts: [Int]
    switch String(unit) {
    case "h", "hr", "hrs", "hour", "hours": amounts = [6, 8, 12, 24, 36, 48, 72, 96, 120, 168]
    case "s", "sec", "second", "seconds", "min", "minute", "minutes":
      amounts = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300]
    case "d", "day", "days": amounts = [3, 5, 7, 10, 14, 21, 28, 30, 45, 60, 90, 120, 180]
    default: return nil
    }
    return amounts.contains(integer) ? amounts : nil
  }

  /// Memory comes in powers of two.
  private var countsBits: Bool {
    let unit = suffix.lowercased().drop { $0 == " " }.prefix(while: \.isLetter)
    return [
      "k", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "bit", "bits", "byte", "bytes", "token",
      "tokens",
    ]
    .contains(String(unit))
  }

  private func isFar(_ left: Double, from right: Double) -> Bool {
    if isYear || isDecade { return abs(left - right) >= 2 }
    if decimals == 0, max(left, right) <= 12 { return left != right }
    return max(left, right) / min(left, right) >= 1.12
  }

  private func isPossible(_ number: Double) -> Bool {
    let unit = suffix.lowercased().drop { $0 == " " }
    if unit.hasPrefix("%") || unit.hasPrefix("per cent") || unit.hasPrefix("percent"), value <= 100
    {
      return number < 100
    }
    // `1 day` beside `3 days` would be seen to be another; a sign has no plural.
    return number != 1 || !suffix.contains(where: \.isLetter) && !suffix.isEmpty
  }

  private func text(_ number: Double) -> String {
    let scale = Self.power(decimals)
    let digits = String(Int((number * Double(scale)).rounded()))
    let padding = String(repeating: "0", count: max(0, decimals + 1 - digits.count))
    let padded = padding + digits
    var whole = String(padded.dropLast(decimals))
    // A year has no groups; what had none below a thousand gets what is usual.
    if !isYear, whole.count > 3, let sign = grouping ?? (value < 1000 ? "," : nil) {
      var grouped = ""
      for (index, digit) in whole.reversed().enumerated() {
        if index > 0, index % 3 == 0 { grouped.append(sign) }
        grouped.append(digit)
      }
      whole = String(grouped.reversed())
    }
    return prefix + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "") + suffix
  }
}
