import Study

/// What a search of the vault found, to be walked along from one hit to the next.
public struct SearchTrail: Sendable, Equatable {
  private let results: SearchResults
  /// Counted from 0.
  private var current: Int

  /// Nil where the search has no such hit.
  init?(_ results: SearchResults, at index: Int) {
    guard results.hits.indices.contains(index) else { return nil }
    self.results = results
    current = index
  }

  private var hit: SearchHit { results.hits[current] }

  /// The path of the page that has the hit.
  public var page: String { hit.page }
  /// The line of the hit in the page's file; nil where the page itself was found.
  public var line: Int? { hit.form == .page ? nil : hit.line }

  /// Whether there is another hit to go to.
  var leadsOn: Bool { results.hits.count > 1 }

  /// Goes to another hit, round and round.
  mutating func step(by step: Int) {
    let count = results.hits.count
    current = (current + step + count) % count
  }

  /// Where one is: `Hit 2 of 14 for “rope”.`
  var words: String {
    let count = "\(results.hits.count)\(results.isCut ? "+" : "")"
    return "Hit \(current + 1) of \(count) for “\(results.query.typed)”."
  }
}
