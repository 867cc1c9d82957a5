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
    var isConnection: Bool {
      if case .connection = bearing.source { true } else { false }
    }
  }

  private struct Ranked {
    var score: Double
    var place: Int
  }

  private var candidates: [String: [Candidate]] = [:]

  public init() {}

  /// What a question shares with a candidate must be so much of what could be shared, and come so near to
  /// the best candidate: a connection, which says little, less near than a fact.
  private static let leastShare = 0.13
  private static let leastOfBest = (fact: 0.22, connection: 0.2)
  private static let mostOfIt = 0.4
  /// So many connections are shown, if they bear on the question, also where facts come nearer.
  private static let connections = 2

  /// - Parameters:
  ///   - question: the question's text.
  ///   - page: where it stands.
  ///   - linked: the pages that this one links to, and those that link here.
  public mutating func bearings(
    on question: String, page: Page, linked: [Page], limit: Int = 6
  ) -> [Bearing] {
    let wanted = BearingWords.of(question)
    var seen: Set<String> = [page.path]
    let others = linked.filter { seen.insert($0.path).inserted }
    let own = parts(of: page)
    let all = named(own, by: others) + others.flatMap { parts(of: $0) }
    // What each candidate has of the question's words, and how many have each.
    let shared = all.map { BearingWords.shared(wanted, with: $0.words) }
    var frequency: [String: Int] = [:]
    for word in shared.joined() { frequency[word, default: 0] += 1 }
    func weight(_ word: String) -> Double {
      max(0, (Double(all.count + 1) / (Double(frequency[word] ?? 0) + 0.3)).squareRoot() - 1)
    }
    let possible = frequency.keys.sorted().reduce(0) { $0 + weight($1) }
    var ranked = all.indices.compactMap { place -> Ranked? in
      let sum = shared[place].sorted().reduce(0) { $0 + weight($1) }
      guard sum > 0, sum >= possible * Self.leastShare else { return nil }
      // A single word is chance on another page, or where many have it, unless it is most of what the
      // question is about.
      let isOwn = place < own.count
      let isRare = shared[place].allSatisfy { frequency[$0] ?? 0 <= max(2, all.count / 10) }
      guard
        shared[place].count > 1 || isOwn && isRare
          || sum >= possible * Self.mostOfIt
      else { return nil }
      // Long texts share words by chance; what stands on the page itself is nearer.
      let length = Double(all[place].words.count + 8).squareRoot()
      return Ranked(score: sum / length * (isOwn ? 1.5 : 1), place: place)
    }
    ranked.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    let best = ranked.first?.score ?? 0
    ranked.removeAll {
      let least = Self.leastOfBest
      return $0.score < best * (all[$0.place].isConnection ? least.connection : least.fact)
    }
    return choose(ranked, limit: limit, isConnection: { all[$0].isConnection })
      .map { all[$0.place].bearing }
  }

  /// The best, with the best connections among them.
  private func choose(
    _ ranked: [Ranked], limit: Int, isConnection: (Int) -> Bool
  ) -> [Ranked] {
    guard limit > 0, ranked.count > limit else { return Array(ranked.prefix(max(0, limit))) }
    let kept = ranked.filter { isConnection($0.place) }.prefix(min(Self.connections, limit))
    let places = Set(kept.map(\.place))
    let rest = ranked.filter { !places.contains($0.place) }.prefix(limit - kept.count)
    return (kept + rest).sorted { ($1.score, $0.place) < ($0.score, $1.place) }
  }

  /// Connections are also about what the page they lead to calls itself.
  private func named(_ own: [Candidate], by pages: [Page]) -> [Candidate] {
    own.map { candidate in
      guard case .connection(let target) = candidate.bearing.source else { return candidate }
      let key = Fold.folded(target)
      let page = pages.first {
        let path = Fold.folded($0.path)
        return path == key || path.hasSuffix("/" + key) || Fold.folded($0.title) == key
      }
      guard let page else { return candidate }
      var named = candidate
      named.words.formUnion(BearingWords.of(page.title))
      return named
    }
  }

  private mutating func parts(of page: Page) -> [Candidate] {
    if let known = candidates[page.path] { return known }
    let facts = page.facts.map { fact in
      Candidate(
        bearing: Bearing(
          source: .fact, text: fact.item.text.plain, page: page.path, pageTitle: page.title,
          line: fact.line),
        words: BearingWords.of((fact.label.map { $0 + " " } ?? "") + fact.item.text.plain))
    }
    let connections = page.connections.map { connection in
      let reason = connection.reason.plain
      return Candidate(
        bearing: Bearing(
          source: .connection(target: connection.target),
          text: connection.label + (reason.isEmpty ? "" : " — " + reason), page: page.path,
          pageTitle: page.title, line: connection.line),
        words: BearingWords.of(connection.label + " " + connection.target + " " + reason))
    }
    candidates[page.path] = facts + connections
    return facts + connections
  }
}
