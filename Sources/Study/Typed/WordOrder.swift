/// Where the order of words says nothing, and where it says who does what to whom.
enum WordOrder {
  /// Whether words of the answer may stand elsewhere in what was typed: in dates; where things are
  /// only named beside each other; and where a compound is taken apart (`data retrieval`, `retrieval
  /// of data`). Not in `dog bites man`, `H(p, q)` or `parent of child`.
  static func isFree(
    _ right: [AnswerToken], _ given: [AnswerToken], answer: String, typed: String
  ) -> Bool {
    let left = words(right)
    let other = words(given)
    if same(left, other) { return true }
    if right.contains(where: { AnswerWords.months.contains($0.key) }) { return true }
    guard !hasArguments(answer) else { return false }
    let segments = self.segments(right, in: answer)
    if segments.count > 1, permuted(segments, self.segments(given, in: typed)) { return true }
    // `alignment, deceptive`, as an index has it.
    let commas = answer.filter { $0 == "," }.count + typed.filter { $0 == "," }.count
    return isTakenApart(right, given, left, other, commas: commas)
  }

  /// What counts: without small words, and without a currency or percent sign, which may stand on
  /// either side of its number.
  private static func words(_ tokens: [AnswerToken]) -> [AnswerToken] {
    tokens.filter { $0.weight != .small && !($0.kind == .sign && "%$€£¥".contains($0.key)) }
  }

  private static func same(_ left: [AnswerToken], _ right: [AnswerToken]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { WordMatch.of($0, $1, known: []) != nil }
  }

  /// A name right before a bracket, or a bar: arguments have places.
  private static func hasArguments(_ text: String) -> Bool {
    var previous: Character = " "
    for character in text {
      if character == "|" || character == "(" && (previous.isLetter || previous.isNumber) {
        return true
      }
      previous = character
    }
    return false
  }

  /// The words between commas, semicolons, `and` and `or`.
  private static func segments(_ tokens: [AnswerToken], in text: String) -> [[AnswerToken]] {
    var segments: [[AnswerToken]] = [[]]
    var end = text.startIndex
    for token in tokens {
      let isParted = text[end..<max(end, token.range.lowerBound)].contains { ",;/&+".contains($0) }
      end = token.range.upperBound
      if isParted || token.key == "and" || token.key == "or" { segments.append([]) }
      if token.key != "and", token.key != "or", token.weight != .small {
        segments[segments.count - 1].append(token)
      }
    }
    return segments.filter { !$0.isEmpty }
  }

  private static func permuted(_ left: [[AnswerToken]], _ right: [[AnswerToken]]) -> Bool {
    guard left.count == right.count else { return false }
    var rest = right
    for segment in left {
      guard let place = rest.firstIndex(where: { same(segment, $0) }) else { return false }
      rest.remove(at: place)
    }
    return true
  }

  private static let links: Set<String> = ["of", "for", "in", "by", "with", "on", "to"]

  /// `harmlessness training` and `training for harmlessness`: one of them has the link, and what stands
  /// before it in one stands behind it in the other.
  private static func isTakenApart(
    _ right: [AnswerToken], _ given: [AnswerToken], _ left: [AnswerToken], _ other: [AnswerToken],
    commas: Int
  ) -> Bool {
    func count(_ tokens: [AnswerToken]) -> Int { tokens.filter { links.contains($0.key) }.count }
    guard count(right) + count(given) + commas == 1, left.count == other.count,
      (2...4).contains(left.count)
    else { return false }
    return (1..<left.count).contains { same(Array(left[$0...] + left[..<$0]), other) }
  }
}
