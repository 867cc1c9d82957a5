/// Short forms that the notes introduce: `Responsible Scaling Policy (RSP)`. Who types one where the
/// answer has the other means the same.
public struct Abbreviations: Sendable, Hashable {
  public struct Pair: Sendable, Hashable {
    /// `RSP`.
    public var short: String
    /// `Responsible Scaling Policy`.
    public var long: String
  }
  public private(set) var pairs: [Pair] = []

  public init() {}

  /// Takes up those that a text introduces, in either order: `RSP (Responsible Scaling Policy)`.
  public mutating func add(from text: String) {
    guard text.utf8.contains(40) else { return }
    var words: [Substring] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let before = rest[..<open]
      guard let close = rest[open...].firstIndex(of: ")") else { return }
      let inside = rest[rest.index(after: open)..<close]
      words = before.split { $0 == " " || $0 == "-" || $0 == "\n" }
      if let pair = Self.pair(words, inside) ?? Self.reversed(words, inside), !pairs.contains(pair)
      {
        pairs.append(pair)
      }
      rest = rest[rest.index(after: close)...]
    }
  }

  private static func isShort(_ text: Substring) -> Bool {
    (2...7).contains(text.count) && text.filter(\.isUppercase).count > 1
      && text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func initials(_ words: some Sequence<Substring>) -> String {
    String(words.compactMap { $0.first { $0.isLetter || $0.isNumber } }).lowercased()
  }

  /// The words right before the bracket, as many as the short form has letters.
  private static func pair(_ words: [Substring], _ inside: Substring) -> Pair? {
    guard isShort(inside), words.count >= inside.count else { return nil }
    let last = words.suffix(inside.count)
    guard initials(last) == inside.lowercased() else { return nil }
    return Pair(short: String(inside), long: last.joined(separator: " "))
  }

  private static func reversed(_ words: [Substring], _ inside: Substring) -> Pair? {
    guard let short = words.last, isShort(short) else { return nil }
    let long = inside.split { $0 == " " || $0 == "-" }
    guard long.count == short.count, initials(long) == short.lowercased() else { return nil }
    return Pair(short: String(short), long: String(inside))
  }

  /// The answer said with the other form of what stands in it, one at a time.
  func variants(of answer: String) -> [String] {
    pairs.flatMap { pair in
      [(pair.short, pair.long), (pair.long, pair.short)].compactMap { from, to -> String? in
        guard let range = answer.range(ofFirst: from) else { return nil }
        func isBoundary(_ character: Character?) -> Bool {
          character.map { !$0.isLetter && !$0.isNumber } ?? true
        }
        let before =
          range.lowerBound > answer.startIndex
          ? answer[answer.index(before: range.lowerBound)] : nil
        let after = range.upperBound < answer.endIndex ? answer[range.upperBound] : nil
        guard isBoundary(before), isBoundary(after) else { return nil }
        return answer.replacingCharacters(in: range, with: to)
      }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
