/// A log laid out for fitting: histories of like length and the same first rating side by side, eight
/// in a tile. A tile has one step for each review after the first, and each step one lane for
/// each card. 12 bytes a review, and what the last tiles of a group leave empty.
struct HistoryTiles: Sendable {
  struct Tile: Sendable {
    /// Of all its cards.
    let firstRating: Rating
    let steps: Range<Int>
  }

  private(set) var tiles: [Tile] = []
  /// Days since the review before; 0 for the same day.
  private(set) var elapsedDays: [Lanes] = []
  /// 1…4.
  private(set) var ratings: [Lanes] = []
  /// The place of the review in time: its number divided by that of all reviews, greater than 0 and
  /// at most 1. Zero where a review is not scored: on the same day, and where the lane has ended.
  private(set) var positions: [Lanes] = []
  /// How many reviews are scored: not a card's first, and not on the same day as the one before.
  private(set) var scored = 0

  /// For each step, the lowest position that is scored in it or later in its tile; infinite without.
  private(set) var earliest: [Float] = []

  init(_ log: ReviewLog) {
    let order = ScoredCards(log)
    elapsedDays.reserveCapacity(order.steps / Lanes.scalarCount * 9 / 8)
    ratings.reserveCapacity(elapsedDays.capacity)
    positions.reserveCapacity(elapsedDays.capacity)
    var index = 0
    while index < order.cards.count {
      let rating = log.ratings[Int(log.starts[Int(order.cards[index])])]
      var end = index
      while end < order.cards.count, end < index + Lanes.scalarCount,
        log.ratings[Int(log.starts[Int(order.cards[end])])] == rating
      {
        end += 1
      }
      append(order.cards[index..<end], lengths: order.lengths, of: log)
      index = end
    }
  }

  private mutating func append(_ cards: ArraySlice<Int32>, lengths: [Int32], of log: ReviewLog) {
    let first = elapsedDays.count
    let count = cards.reduce(0) { max($0, Int(lengths[Int($1)])) }
    elapsedDays.append(contentsOf: repeatElement(Lanes(), count: count))
    ratings.append(contentsOf: repeatElement(Lanes(repeating: 3), count: count))
    positions.append(contentsOf: repeatElement(Lanes(), count: count))
    earliest.append(contentsOf: repeatElement(.infinity, count: count))
    let unit = 1 / Float(log.count)
    for (lane, card) in cards.enumerated() {
      let start = Int(log.starts[Int(card)]) + 1
      for step in 0..<Int(lengths[Int(card)]) {
        let review = start + step
        ratings[first + step][lane] = Float(log.ratings[review])
        guard log.elapsedDays[review] > 0 else { continue }
        let position = Float(log.order[review] + 1) * unit
        elapsedDays[first + step][lane] = Float(log.elapsedDays[review])
        positions[first + step][lane] = position
        earliest[first + step] = min(earliest[first + step], position)
        scored += 1
      }
    }
    for step in (0..<max(0, count - 1)).reversed() {
      earliest[first + step] = min(earliest[first + step], earliest[first + step + 1])
    }
    let rating = cards.first.map { Int(log.ratings[Int(log.starts[Int($0)])]) } ?? 3
    tiles.append(
      Tile(firstRating: Rating(rawValue: rating) ?? .good, steps: first..<first + count))
  }
}

/// The cards of a log that have a scored review, ordered by first rating, then by length.
private struct ScoredCards {
  /// Indices into the log's cards.
  var cards: [Int32] = []
  /// For every card of the log, its reviews after the first, up to the last scored one.
  var lengths: [Int32] = []
  var steps = 0

  init(_ log: ReviewLog) {
    lengths.reserveCapacity(log.cards.count)
    var longest: Int32 = 0
    for card in log.cards.indices {
      let range = log.reviews(ofCardAt: card)
      var last = range.upperBound - 1
      while last > range.lowerBound, log.elapsedDays[last] == 0 { last -= 1 }
      let length = Int32(max(0, last - range.lowerBound))
      lengths.append(length)
      longest = max(longest, length)
      steps += Int(length)
    }
    // Sorting by counting: where the cards of each rating and length begin.
    let width = Int(longest) + 1
    func key(_ card: Int) -> Int {
      (Int(log.ratings[Int(log.starts[card])]) - 1) * width + Int(lengths[card])
    }
    var places = [Int32](repeating: 0, count: 4 * width + 1)
    for card in log.cards.indices where lengths[card] > 0 { places[key(card) + 1] += 1 }
    for place in 1..<places.count { places[place] += places[place - 1] }
    cards = [Int32](repeating: 0, count: Int(places.last ?? 0))
    for card in log.cards.indices where lengths[card] > 0 {
      cards[Int(places[key(card)])] = Int32(card)
      places[key(card)] += 1
    }
  }
}
