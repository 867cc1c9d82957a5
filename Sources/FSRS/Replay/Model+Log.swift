extension Model {
  /// The memory after every review of a log, in the log's order: `log.reviews(ofCardAt:)` says which
  /// belong to which card.
  ///
  /// Gives exactly what `next` gives review by review. Long logs are worked on by all cores.
  public func states(of log: ReviewLog) -> [MemoryState] {
    [MemoryState](unsafeUninitializedCapacity: log.count) { buffer, initialized in
      // Each part writes the states of its own cards only, and they are all written.
      nonisolated(unsafe) let states = buffer
      let parts = log.parts(ofAtLeast: 16_384)
      _ = concurrently(parts.count) { part in
        for card in parts[part] {
          walk(log, card: card) { review, state in
            states.initializeElement(at: review, to: state)
          }
        }
      }
      initialized = log.count
    }
  }

  /// The memory of every card of a log after its last review, in the order of `log.cards`.
  public func lastStates(of log: ReviewLog) -> [MemoryState] {
    let parts = log.parts(ofAtLeast: 16_384)
    return concurrently(parts.count) { part in
      parts[part].map { card in
        var last = MemoryState(
          stability: Self.stabilityRange.lowerBound, difficulty: Self.difficultyRange.lowerBound)
        walk(log, card: card) { last = $1 }
        return last
      }
    }.flatMap { $0 }
  }

  /// Visits the reviews of one card with the memory after each.
  @inline(__always)
  func walk(_ log: ReviewLog, card: Int, _ visit: (_ review: Int, _ after: MemoryState) -> Void) {
    let range = log.reviews(ofCardAt: card)
    guard let start = range.first else { return }
    var state = first(log.rating(at: start))
    visit(start, state)
    for review in range.dropFirst() {
      state = weights.next(
        state, rating: log.rating(at: review), elapsedDays: Double(log.elapsedDays[review]))
      visit(review, state)
    }
  }
}

extension ReviewLog {
  func rating(at index: Int) -> Rating {
    Rating(rawValue: Int(ratings[index])) ?? .good
  }

  /// The cards in runs that have about as many reviews each.
  func parts(ofAtLeast reviews: Int) -> [Range<Int>] {
    let count = max(1, min(16, self.count / reviews))
    var parts: [Range<Int>] = []
    var first = 0
    for part in 1...count {
      var end = first
      let target = self.count * part / count
      while end < cards.count, Int(starts[end + 1]) <= target { end += 1 }
      if part == count { end = cards.count }
      if end > first { parts.append(first..<end) }
      first = end
    }
    return parts
  }
}
