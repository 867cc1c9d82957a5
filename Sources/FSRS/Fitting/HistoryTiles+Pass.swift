extension HistoryTiles {
  /// Every nth tile, to look at a part of a long log first.
  struct Sample: Sendable, Hashable {
    var stride = 1
  }

  /// Walks the histories with these parameters and sums up the reviews in the window.
  ///
  /// The work is cut into parts that depend on the log alone and their sums are added in order, so the
  /// result is the same, bit for bit, on any number of cores.
  func pass(
    _ parameters: Parameters, window: ScoreWindow, depth: PassDepth, sample: Sample = Sample()
  ) -> PassSums {
    let weights = LaneWeights(parameters)
    let parts = parts(sample: sample)
    let sums = concurrently(parts.count) { part(parts[$0], weights, window, depth, sample) }
    return sums.dropFirst().reduce(into: sums.first ?? PassSums()) { $0.add($1) }
  }

  private func parts(sample: Sample) -> [Range<Int>] {
    let stepsInPart = 256
    let count = max(1, min(16, elapsedDays.count / sample.stride / stepsInPart))
    var parts: [Range<Int>] = []
    var first = 0
    for index in 1...count {
      let target = elapsedDays.count * index / count
      var end = first
      while end < tiles.count, tiles[end].steps.upperBound <= target { end += 1 }
      if index == count { end = tiles.count }
      if end > first { parts.append(first..<end) }
      first = end
    }
    return parts
  }

  private func part(
    _ range: Range<Int>, _ weights: LaneWeights, _ window: ScoreWindow, _ depth: PassDepth,
    _ sample: Sample
  ) -> PassSums {
    switch depth {
    case .loss: walk(range, weights, window, .loss, sample)
    case .gradient: walk(range, weights, window, .gradient, sample)
    case .curvature: walk(range, weights, window, .curvature, sample)
    }
  }

  /// Inlined for each depth, so that none pays for what it does not need.
  @inline(__always)
  private func walk(
    _ range: Range<Int>, _ weights: LaneWeights, _ window: ScoreWindow, _ depth: PassDepth,
    _ sample: Sample
  ) -> PassSums {
    var sums = PassSums()
    var lanes = LaneSums()
    var stepsInLanes = 0
    var rating = Rating.again
    elapsedDays.withUnsafeBufferPointer { elapsedDays in
      ratings.withUnsafeBufferPointer { ratings in
        positions.withUnsafeBufferPointer { positions in
          earliest.withUnsafeBufferPointer { earliest in
            for index in range where index % sample.stride == sample.stride / 2 {
              let tile = tiles[index]
              // Single precision sums lose digits as they grow.
              if tile.firstRating != rating || stepsInLanes > 256 {
                lanes.fold(into: &sums, firstRating: rating, depth: depth)
                stepsInLanes = 0
                rating = tile.firstRating
              }
              lanes.walk(
                tile.steps, firstRating: tile.firstRating, weights: weights, window: window,
                depth: depth, elapsedDays: elapsedDays, ratings: ratings, positions: positions,
                earliest: earliest)
              stepsInLanes += tile.steps.count
            }
          }
        }
      }
    }
    lanes.fold(into: &sums, firstRating: rating, depth: depth)
    return sums
  }
}
