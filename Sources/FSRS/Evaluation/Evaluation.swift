/// How well parameters predict the reviews of a log.
public struct Evaluation: Sendable, Hashable {
  /// How many reviews were scored: not a card's first, and not on the same day as the one before.
  public let reviews: Int
  /// Mean log-loss in nats, lower is better; nil without reviews. Chances are first moved into
  /// 0.000001…0.999999.
  public let logLoss: Double?
  /// RMSE (bins), 0…1, lower is better; nil without reviews: the difference between how often cards were
  /// recalled and how often that was predicted, over groups of reviews with like intervals,
  /// numbers of reviews and numbers of lapses (as the FSRS benchmark groups them).
  public let calibrationError: Double?

  /// Replays the whole log, and scores what comes after its first so many reviews.
  public init(of parameters: Parameters, on log: ReviewLog, afterFirst skipped: Int = 0) {
    self.init(of: Model(parameters), on: log, afterFirst: skipped)
  }

  init(of model: Model, on log: ReviewLog, afterFirst skipped: Int = 0) {
    let parts = log.parts(ofAtLeast: 16_384)
    let tallies = concurrently(parts.count) { part in
      var tally = Tally()
      for card in parts[part] { tally.add(log, card: card, model: model, afterFirst: skipped) }
      return tally
    }
    var total = Tally()
    for tally in tallies { total.add(tally) }
    reviews = total.reviews
    logLoss = total.reviews > 0 ? total.loss / Double(total.reviews) : nil
    calibrationError = total.calibrationError
  }
}

/// What is summed up over reviews.
private struct Tally {
  var reviews = 0
  var loss = 0.0
  var bins: [Bin: BinTally] = [:]

  struct Bin: Hashable {
    let interval: Int8
    let reviews: Int8
    /// −1 without lapses.
    let lapses: Int8
  }

  struct BinTally {
    var reviews = 0
    var recalled = 0
    var predicted = 0.0
  }

  var calibrationError: Double? {
    guard reviews > 0 else { return nil }
    var sum = 0.0
    for bin in bins.keys.sorted() {
      guard let tally = bins[bin] else { continue }
      let difference = tally.predicted - Double(tally.recalled)
      sum += difference * difference / Double(tally.reviews)
    }
    return (sum / Double(reviews)).squareRoot()
  }

  mutating func add(_ log: ReviewLog, card: Int, model: Model, afterFirst skipped: Int) {
    var before: MemoryState?
    var daysReviewed = 0
    var lapses = 0
    model.walk(log, card: card) { review, after in
      let days = log.elapsedDays[review]
      let isRecalled = log.ratings[review] > 1
      if days > 0 { daysReviewed += 1 }
      if let before, days > 0, Int(log.order[review]) >= skipped {
        let chance = model.weights
          .retrievability(after: Double(days), stability: before.stability)
          .clamped(to: 1e-6...(1 - 1e-6))
        reviews += 1
        loss -= logarithm(isRecalled ? chance : 1 - chance)
        let bin = Bin(
          interval: Self.step(of: Int(days), width: 3.62),
          reviews: Self.step(of: daysReviewed + 1, width: 1.89),
          lapses: lapses == 0 ? -1 : Self.step(of: lapses, width: 1.73))
        bins[bin, default: BinTally()].reviews += 1
        bins[bin, default: BinTally()].recalled += isRecalled ? 1 : 0
        bins[bin, default: BinTally()].predicted += chance
      }
      if !isRecalled, days > 0 { lapses += 1 }
      before = after
    }
  }

  /// In which of the steps that each are so many times as wide as the one before.
  private static func step(of count: Int, width: Double) -> Int8 {
    Int8((logarithm(Double(count)) / logarithm(width)).rounded(.down))
  }

  mutating func add(_ other: Tally) {
    reviews += other.reviews
    loss += other.loss
    for (bin, tally) in other.bins {
      bins[bin, default: BinTally()].reviews += tally.reviews
      bins[bin, default: BinTally()].recalled += tally.recalled
      bins[bin, default: BinTally()].predicted += tally.predicted
    }
  }
}

extension Tally.Bin: Comparable {
  fileprivate static func < (left: Tally.Bin, right: Tally.Bin) -> Bool {
    (left.interval, left.reviews, left.lapses) < (right.interval, right.reviews, right.lapses)
  }
}
