import Notes

/// A fact or a connection of the notes that may help with an open question.
public struct Bearing: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    case fact
    /// A link; the page it leads to.
    case connection(target: String)
  }
  public var source: Source
  public var text: String
  /// The path of the page it stands on.
  public var page: String
  public var pageTitle: String
  public var line: Int
}

/// Finds what bears on open questions: facts and connections of a question's own page and of the pages
/// that it is linked with, by the words they share. A word weighs the more the rarer it is among
/// them. Pages are taken apart once, so that many questions of many pages cost little more than one.
public struct BearingFinder {
  private struct Candidate {
    var bearing: Bearing
    var words: Set<String>
  }
  private var candidates: [String: [Candidate]] = [:]

  public init() {}

  /// - Parameters:
  ///   - question: the question's text.
  ///   - page: where it stands.
  ///   - linked: the pages that this one links to, and those that link here.
  public mutating func bearings(
    on question: String, page: Page, linked: [Page], limit: Int = 6
  ) -> [Bearing] {
    let wanted = Self.words(of: question)
    let own = parts(of: page)
    var seen: Set<String> = [page.path]
    let others = linked.filter { seen.insert($0.path).inserted }.flatMap { parts(of: $0) }
    let all = own + others
    var frequency: [String: Int] = [:]
    for candidate in all {
      for word in candidate.words where wanted.contains(word) { frequency[word, default: 0] += 1 }
    }
    let ranked = all.enumerated().compactMap { place, candidate -> (score: Double, place: Int)? in
      let shared = candidate.words.filter(wanted.contains)
      guard !shared.isEmpty else { return nil }
      let sum = shared.sorted().reduce(0.0) { $0 + 1 / Double(frequency[$1] ?? 1) }
      // Long texts share words by chance; what stands on the page itself is nearer.
      let length = Double(candidate.words.count + 8).squareRoot()
      return (sum / length * (place < own.count ? 1.5 : 1), place)
    }
    return ranked.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(limit).map {
      all[$0.place].bearing
    }
  }

  private mutating func parts(of page: Page) -> [Candidate] {
    if let known = candidates[page.path] { return known }
    let facts = page.facts.map { fact in
      Candidate(
        bearing: Bearing(
          source: .fact, text: fact.item.text.plain, page: page.path, pageTitle: page.title,
          line: fact.line),
        words: Self.words(of: (fact.label.map { $0 + " " } ?? "") + fact.item.text.plain))
    }
    let connections = page.connections.map { connection in
      let reason = connection.reason.plain
      return Candidate(
        bearing: Bearing(
          source: .connection(target: connection.target),
          text: connection.label + (reason.isEmpty ? "" : " — " + reason), page: page.path,
          pageTitle: page.title, line: connection.line),
        words: Self.words(of: connection.label + " " + connection.target + " " + reason))
    }
    candidates[page.path] = facts + connections
    return facts + connections
  }

  /// Words that ask, and say nothing of what is asked about.
  private static let asking: Set<String> = [
    "what", "how", "why", "when", "where", "who", "whose", "whether", "which", "could", "should",
    "can", "may", "might", "must", "there", "still", "become", "more", "better", "best", "good",
  ]

  /// The words of a text that say what it is about, without case, accents and endings.
  static func words(of text: String) -> Set<String> {
    // A path is as many words as it has parts.
    let spaced = text.map { "/-_".contains($0) ? " " : $0 }
    let tokens = Tokenizer.tokens(text) + Tokenizer.tokens(String(spaced))
    return Set(
      tokens.lazy.filter {
        $0.weight == .content && $0.kind == .word && $0.key.count > 2 && !asking.contains($0.key)
      }.map { stem($0.key) })
  }

  /// `failures` and `failure`, `evaluated` and `evaluates`: good enough to find what belongs together.
  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "edly", "ies", "ed", "es", "s", "e", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
