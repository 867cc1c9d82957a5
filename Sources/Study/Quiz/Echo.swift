/// Words that one text has in common with another, endings apart: what lets an answer be guessed from
/// the question alone.
enum Echo {
  /// The words that tell something: all but the small ones, and figures.
  static func words(_ text: String) -> Set<String> {
    Set(
      Tokenizer.tokens(text).filter { token in
        token.weight != .small && (token.kind == .number || token.key.utf8.count > 1)
      }.map(\.key)
    ).subtracting(frame)
  }

  /// The runs of digits: the 33 of `33B` and of `33 GB`.
  static func digits(_ text: String) -> Set<String> {
    Set(text.split { !($0.isASCII && $0.isNumber) }.map(String.init))
  }

  /// The words of the questions themselves.
  private static let frame: Set<String> = [
    "which", "term", "what", "mean", "here", "this", "that", "with", "from", "note", "name",
    "match", "each", "does", "they", "page", "connected", "page's", "there", "when", "where",
  ]

  /// The words of `text` that are also, or nearly, in `others`.
  static func of(_ text: Set<String>, in others: Set<String>) -> Set<String> {
    text.filter { word in others.contains { isKin(word, $0) } }
  }

  /// `constitution` and `constitutional`: one gives the other away.
  static func isKin(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (shorter, longer) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    // `docs` and `documentation`, `perf` and `performance`.
    if (3...5).contains(shorter.utf8.count), longer.utf8.count > 5 {
      let stem = shorter.hasSuffix("s") ? String(shorter.dropLast()) : shorter
      if stem.utf8.count >= 3, longer.hasPrefix(stem) { return true }
    }
    guard shorter.utf8.count >= 4, let first = left.utf8.first, !(48...57).contains(first) else {
      return false
    }
    // `disclosed` in `undisclosed`.
    if shorter.utf8.count > 5, longer.hasSuffix(shorter) { return true }
    let common = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
    return common >= 4 && common * 10 >= shorter.utf8.count * 7
  }
}
