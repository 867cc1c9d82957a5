/// Where the words of a query stand in a text, and how well they fit: what is emphasised and what
/// decides between two hits of one rank.
public struct SearchMatch: Sendable {
  /// A clause's occurrences, each a stretch of the text in bytes of UTF-8.
  public private(set) var places: [[Range<Int>]]
  /// Whether each clause is there as a whole word, and not only as the beginning of one.
  public private(set) var isExact = true
  /// Whether the clauses stand side by side in the order typed.
  public private(set) var isInOrder = false
  /// How many words the text has.
  public private(set) var length: Int

  public init(_ query: SearchQuery, in text: String) {
    let words = SearchWords(text)
    length = words.words.count
    places = query.clauses.map { _ in [] }
    let sequences = words.sequences
    for (index, clause) in query.clauses.enumerated() {
      var wasWhole = false
      for sequence in sequences {
        Self.find(clause, in: sequence) { range, isWhole in
          if !places[index].contains(range) { places[index].append(range) }
          wasWhole = wasWhole || isWhole
        }
      }
      isExact = isExact && wasWhole
    }
    isInOrder = Self.isInOrder(query, words.words)
    for exclusion in query.exclusions {
      let literal = SearchQuery.Clause(words: exclusion.literal, isPrefix: false)
      var found: [Range<Int>] = []
      for sequence in words.stretches {
        Self.find(literal, in: sequence) { range, _ in found.append(range) }
      }
      if !found.isEmpty { places.append(found) }
    }
  }

  /// All places in the order of the text, overlapping ones joined.
  public var ranges: [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in places.joined().sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// Whether a clause stands somewhere in a sequence of words.
  static func stands(_ clause: SearchQuery.Clause, in sequence: [SearchWord]) -> Bool {
    var isFound = false
    find(clause, in: sequence) { _, _ in isFound = true }
    return isFound
  }

  private static func find(
    _ clause: SearchQuery.Clause, in sequence: [SearchWord], _ found: (Range<Int>, Bool) -> Void
  ) {
    let wanted = clause.words
    guard let first = wanted.first, sequence.count >= wanted.count else { return }
    let last = wanted.count - 1
    for start in 0...(sequence.count - wanted.count) {
      // Most words differ in the first one.
      if last > 0, sequence[start].text != first { continue }
      let isFitting = (0...last).allSatisfy { offset in
        let word = sequence[start + offset].text
        return offset == last && clause.isPrefix
          ? word.utf8.starts(with: wanted[offset].utf8) : word == wanted[offset]
      }
      guard isFitting else { continue }
      let end = sequence[start + last]
      let isWhole = end.text.utf8.count == wanted[last].utf8.count
      // Of a word that goes on, what was typed is emphasised; accents make lengths differ.
      let isASCII = end.end - end.start == end.text.utf8.count
      let stop = isWhole || !isASCII ? end.end : end.start + wanted[last].utf8.count
      found(sequence[start].start..<stop, isWhole)
    }
  }

  private static func isInOrder(_ query: SearchQuery, _ words: [SearchWord]) -> Bool {
    guard query.clauses.count > 1 else { return true }
    let whole = SearchQuery.Clause(
      words: query.clauses.flatMap(\.words), isPrefix: query.clauses.last?.isPrefix ?? false)
    return stands(whole, in: words)
  }
}
