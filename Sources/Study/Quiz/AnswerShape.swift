import Cards

/// What an answer looks like from afar: wrong choices of the same shape do not give it away.
struct AnswerShape {
  let length: Int
  let words: Int
  let isNumber: Bool
  let isCode: Bool
  let isCapital: Bool
  let hasBrackets: Bool
  let separators: Int
  let hasFullStop: Bool
  let unit: String?

  init(_ answer: String) {
    length = answer.count
    words = answer.split(separator: " ").count
    let digits = answer.filter { $0.isASCII && $0.isNumber }.count
    isNumber = digits > 0 && words <= 4 && digits * 3 >= answer.filter { !$0.isWhitespace }.count
    isCode = answer.contains("`")
    isCapital = answer.first { $0.isLetter }.map(\.isUppercase) ?? false
    hasBrackets = answer.contains("(")
    separators = answer.filter { ",;→/".contains($0) }.count
    hasFullStop = answer.last == "."
    unit = isNumber ? answer.filter { $0.isLetter || "%$€£".contains($0) }.lowercased() : nil
  }

  /// 0 for the same shape; above 2 an answer is told from the other at a glance.
  func distance(to other: AnswerShape) -> Double {
    let shorter = Double(min(length, other.length) + 4)
    let longer = Double(max(length, other.length) + 4)
    var distance = (longer / shorter - 1) * 1.2
    if isNumber != other.isNumber { distance += 2.5 }
    if isNumber, other.isNumber, unit != other.unit {
      distance += isMoney == other.isMoney && isShare == other.isShare ? 0.6 : 1.6
    }
    if isCode != other.isCode { distance += 1 }
    if isCapital != other.isCapital { distance += 0.5 }
    if hasBrackets != other.hasBrackets { distance += 0.6 }
    if hasFullStop != other.hasFullStop { distance += 0.5 }
    if (words > 1) != (other.words > 1) { distance += 0.5 }
    return distance + Double(abs(separators - other.separators)) * 0.15
  }

  private var isMoney: Bool { unit?.contains { "$€£".contains($0) } ?? false }
  private var isShare: Bool { unit?.contains("%") ?? false }

  /// Whether it can be typed without turning the quiz into a typing test.
  var isShort: Bool { words <= 6 && length <= 48 }
}
