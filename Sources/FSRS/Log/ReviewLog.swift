/// Every review of a collection in flat columns, grouped by card and in order of time within each
/// card, as replay and fitting walk through it. 9 bytes a review.
public struct ReviewLog: Sendable, Hashable {
  /// One review, as it comes from a collection or a file.
  public struct Entry: Sendable, Hashable {
    public var card: Int64
    /// Milliseconds since 1970; only the order matters.
    public var time: Int64
    public var rating: Rating
    /// Whole study days since the card's previous review; 0 for the same day. A negative number (the
    /// clock went backwards) counts as 0. That of a card's first review does not matter.
    public var elapsedDays: Int

    public init(card: Int64, time: Int64, rating: Rating, elapsedDays: Int) {
      self.card = card
      self.time = time
      self.rating = rating
      self.elapsedDays = elapsedDays
    }
  }

  /// The cards in the order in which they were first met.
  public let cards: [Int64]
  /// Where each card's reviews begin, and at the end the number of reviews: one more than cards.
  let starts: [Int32]
  /// 1…4.
  let ratings: [UInt8]
  let elapsedDays: [Int32]
  /// The place of each review in the whole log by time, from 0.
  let order: [Int32]

  /// The number of reviews.
  public var count: Int { ratings.count }

  /// The reviews of the card at this index in `cards`, in order of time: a range in the order in
  /// which `Model.states(of:)` gives its results.
  public func reviews(ofCardAt index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }

  /// The rating and elapsed days of the review at this index.
  public func review(at index: Int) -> Model.Review {
    Model.Review(rating: rating(at: index), elapsedDays: Double(elapsedDays[index]))
  }

  /// Reviews in any order; those with equal times stay in the order given.
  public init(_ entries: some Sequence<Entry>) {
    var columns = Columns()
    for entry in entries { columns.append(entry) }
    self.init(columns)
  }

  /// Rows as read, before they are grouped.
  struct Columns {
    var cards: [Int64] = []
    var times: [Int64] = []
    var ratings: [UInt8] = []
    var elapsedDays: [Int32] = []

    mutating func append(_ entry: Entry) {
      append(
        card: entry.card, time: entry.time, rating: UInt8(entry.rating.rawValue),
        elapsedDays: Int64(entry.elapsedDays))
    }

    mutating func append(card: Int64, time: Int64, rating: UInt8, elapsedDays: Int64) {
      cards.append(card)
      times.append(time)
      ratings.append(rating)
      self.elapsedDays.append(Int32(elapsedDays.clamped(to: 0...Int64(Int32.max))))
    }

    var isOrdered: Bool {
      zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  init(_ columns: Columns) {
    let count = columns.cards.count
    let isOrdered = columns.isOrdered
    let rows =
      isOrdered
      ? []
      : (0..<count).sorted { (columns.times[$0], $0) < (columns.times[$1], $1) }

    var numbers = CardNumbers()
    var lengths: [Int32] = []
    var cardOfPlace: [Int32] = []
    cardOfPlace.reserveCapacity(count)
    for place in 0..<count {
      let card = numbers.number(of: columns.cards[isOrdered ? place : rows[place]])
      if card == lengths.count { lengths.append(0) }
      lengths[card] += 1
      cardOfPlace.append(Int32(card))
    }
    let cards = numbers.cards

    var starts: [Int32] = [0]
    starts.reserveCapacity(cards.count + 1)
    for length in lengths { starts.append((starts.last ?? 0) + length) }

    var next = starts
    var ratings = [UInt8](repeating: 0, count: count)
    var elapsedDays = [Int32](repeating: 0, count: count)
    var order = [Int32](repeating: 0, count: count)
    for place in 0..<count {
      let row = isOrdered ? place : rows[place]
      let card = Int(cardOfPlace[place])
      let target = Int(next[card])
      next[card] += 1
      ratings[target] = columns.ratings[row]
      elapsedDays[target] = columns.elapsedDays[row]
      order[target] = Int32(place)
    }
    self.init(
      cards: cards, starts: starts, ratings: ratings, elapsedDays: elapsedDays, order: order)
  }

  private init(
    cards: [Int64], starts: [Int32], ratings: [UInt8], elapsedDays: [Int32], order: [Int32]
  ) {
    self.cards = cards
    self.starts = starts
    self.ratings = ratings
    self.elapsedDays = elapsedDays
    self.order = order
  }

  /// The log as it stood after so many reviews.
  public func first(_ reviews: Int) -> ReviewLog {
    var cards: [Int64] = []
    var starts: [Int32] = [0]
    var kept: [Int] = []
    for card in self.cards.indices {
      let range = self.reviews(ofCardAt: card)
      let end = range.firstIndex { order[$0] >= reviews } ?? range.upperBound
      guard end > range.lowerBound else { continue }
      cards.append(self.cards[card])
      kept.append(contentsOf: range.lowerBound..<end)
      starts.append(Int32(kept.count))
    }
    return ReviewLog(
      cards: cards, starts: starts, ratings: kept.map { ratings[$0] },
      elapsedDays: kept.map { elapsedDays[$0] }, order: kept.map { order[$0] })
  }
}
