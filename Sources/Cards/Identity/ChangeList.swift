import Notes

/// What happened to the cards of a vault since the last reading, as `threshold check --changes` and a
/// screen list it. Cards to which nothing happened are only counted.
public struct ChangeList: Sendable, Hashable, Codable {
  /// By page and line; what rests stands where it stood.
  public private(set) var changes: [CardChange]
  /// How many cards are as they were.
  public private(set) var unchanged: Int

  public init(changes: [CardChange] = [], unchanged: Int = 0) {
    self.changes = changes
    self.unchanged = unchanged
    sort()
  }

  /// - Parameter known: what `Identity.match` was given.
  public init(_ matching: Matching, known: [KnownCard]) {
    changes = []
    unchanged = 0
    for (index, matched) in matching.cards.enumerated() {
      let origin = matching.origins.indices.contains(index) ? matching.origins[index] : nil
      if let change = CardChange(matched, from: origin.map { known[$0] }) {
        changes.append(change)
      } else {
        unchanged += 1
      }
    }
    var rested: Set<Card.ID> = []
    for card in known where card.resting { rested.insert(card.id) }
    for card in matching.resting where !rested.contains(card.id) {
      changes.append(
        CardChange(id: card.id, kind: .resting, before: CardText(card), after: nil))
    }
    sort()
  }

  private mutating func sort() {
    func order(_ change: CardChange) -> (String, Int) {
      (change.place?.page ?? "", change.place?.line ?? 0)
    }
    let sorted = changes.enumerated().sorted { left, right in
      let (a, b) = (order(left.element), order(right.element))
      if a.0 != b.0 { return NaturalOrder.precedes(a.0, b.0) }
      return (a.1, left.offset) < (b.1, right.offset)
    }
    changes = sorted.map(\.element)
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// How many cards each thing happened to.
  public var counts: [CardChange.Kind: Int] {
    var counts: [CardChange.Kind: Int] = [:]
    for change in changes { counts[change.kind, default: 0] += 1 }
    return counts
  }

  /// The changes of one page.
  public struct Page: Sendable, Hashable {
    public var page: String
    public var file: String
    public var lines: [Line]
  }

  /// The changes of what stands, or stood, at one line.
  public struct Line: Sendable, Hashable {
    /// From 1.
    public var line: Int
    public var changes: [CardChange]
  }

  public var pages: [Page] {
    var pages: [Page] = []
    for change in changes {
      guard let place = change.place else { continue }
      if pages.last?.page != place.page {
        pages.append(Page(page: place.page, file: place.file, lines: []))
      }
      let last = pages.count - 1
      if pages[last].lines.last?.line != place.line {
        pages[last].lines.append(Line(line: place.line, changes: []))
      }
      pages[last].lines[pages[last].lines.count - 1].changes.append(change)
    }
    return pages
  }

  /// `12 new, 3 reworded, 1 answer changed (back for relearning), 2 resting`; `nothing changed`.
  public var summary: String {
    let counts = counts
    let parts = CardChange.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(ChangeList.words(kind))" }
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  private static func words(_ kind: CardChange.Kind) -> String {
    switch kind {
    case .new: "new"
    case .reworded: "reworded"
    case .moved: "moved"
    case .answerChanged: "answer changed (back for relearning)"
    case .woken: "woken"
    case .wokenChanged: "woken with another answer (back for relearning)"
    case .resting: "resting"
    case .ambiguous: "new or known (to be asked)"
    }
  }
}
