/// A part of something: `½`, `1/2`, `half`.
struct Fraction: Hashable {
  let over: Int
  let under: Int

  /// In the lowest terms. `under` is above 0.
  init(_ over: Int, _ under: Int) {
    var (left, right) = (over, under)
    while right != 0 { (left, right) = (right, left % right) }
    self.over = over / max(1, left)
    self.under = under / max(1, left)
  }

  /// From a key such as `1/2`; nil for any other.
  init?(key: String) {
    let parts = key.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[1] > 0 else { return nil }
    self.init(parts[0], parts[1])
  }

  /// The signs that stand for one.
  static let written: [Character: Fraction] = [
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8), "⅒": Fraction(1, 10),
  ]

  /// Words for parts.
  static let words: [String: Int] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "tenth": 10, "tenths": 10,
  ]

  /// Nil where it comes to more than can be reckoned with.
  func added(to whole: Int) -> Fraction? {
    let (wholes, isTooMuch) = whole.multipliedReportingOverflow(by: under)
    let (sum, overflows) = wholes.addingReportingOverflow(over)
    return isTooMuch || overflows ? nil : Fraction(sum, under)
  }

  /// As a number's key: `1/2`; above one as a decimal number where that is exact, `1.5`.
  var key: String {
    guard over > under, let places = [2: 1, 5: 1, 10: 1, 4: 2, 8: 3][under] else {
      return "\(over)/\(under)"
    }
    let scale = [1: 10, 2: 100, 3: 1000][places] ?? 10
    let decimals = String(over % under * scale / under)
    let padding = String(repeating: "0", count: places - decimals.count)
    return Numeral.key(whole: String(over / under), decimals: padding + decimals, isAmount: true)
  }

  /// How the key of a number tells what it was written as: decimals, a percentage.
  enum Mark: Character { case decimal = "d", percent = "%" }

  /// Whether the keys of two numbers are one part of something: `half` is `0.5` and also `50%`, but `0.5`
  /// and `50%` may be meant otherwise.
  static func areAlike(_ left: Substring, _ right: Substring) -> Bool {
    guard left.contains("/"), right.contains("/"), left != right else { return false }
    func split(_ key: Substring) -> (mark: Mark?, part: Substring) {
      let mark = key.first.flatMap { Mark(rawValue: $0) }
      return (mark, mark == nil ? key : key.dropFirst())
    }
    let (one, other) = (split(left), split(right))
    return one.part == other.part && (one.mark == nil || other.mark == nil)
  }

  /// What the key of a number comes to, fractions too; nil for anything else.
  static func value(ofKey key: String) -> Double? {
    let parts = key.drop { $0 == Mark.decimal.rawValue }.split(separator: "/")
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, parts.count < 3, let over = numbers.first else {
      return nil
    }
    return parts.count == 1 ? over : numbers[1] == 0 ? nil : over / numbers[1]
  }
}
