/// The memory model FSRS-6: how likely a card is recalled, and how a review changes its memory.
///
/// The formulas are those of the FSRS-6 specification by Open Spaced Repetition, as its reference
/// implementation fsrs-rs computes them. S is stability (days), D difficulty, R retrievability, g the
/// rating 1…4 and w the parameters.
///
/// Every function has a result for every input. Times that are negative (the clock went backwards) or
/// NaN count as 0; infinite ones as the end of time. A state that was damaged is first moved into
/// its ranges, NaN to the lowest value.
public struct Model: Sendable {
  public let parameters: Parameters
  let weights: Weights

  /// Stability in days.
  public static let stabilityRange = 0.001...36_500.0
  public static let difficultyRange = 1.0...10.0
  /// Desired retentions outside of this are moved to its nearer end.
  public static let retentionRange = 0.0001...1.0

  public init(_ parameters: Parameters = .standard) {
    self.parameters = parameters
    self.weights = Weights(parameters, roundsAsReference: true)
  }

  /// With 64 bits throughout when `roundsAsReference` is false: smooth enough to take differences of.
  init(_ parameters: Parameters, roundsAsReference: Bool) {
    self.parameters = parameters
    self.weights = Weights(parameters, roundsAsReference: roundsAsReference)
  }

  /// The chance of recall, 0…1, so many days after the last review:
  /// R = (1 + f·t/S)^(−w20), with f = 0.9^(−1/w20) − 1 so that R is 0.9 when t = S.
  public func retrievability(after days: Double, stability: Double) -> Double {
    weights.retrievability(
      after: Self.time(days), stability: Self.within(Self.stabilityRange, stability))
  }

  /// Days, unrounded, until retrievability falls to the desired retention:
  /// S/f · (retention^(−1/w20) − 1). Not limited: a scheduler sets its own longest interval.
  public func interval(stability: Double, retention: Double) -> Double {
    let stability = Self.within(Self.stabilityRange, stability)
    let retention = Self.within(Self.retentionRange, retention)
    let growth = exponentialMinusOne(-logarithm(retention) / weights.decay)
    return stability / weights.factor * growth
  }

  /// The memory after the first review of a card: S = w[g−1], D = w4 − e^(w5·(g−1)) + 1.
  public func first(_ rating: Rating) -> MemoryState {
    MemoryState(
      stability: parameters.values[rating.rawValue - 1],
      difficulty: weights.firstDifficulty(rating).clamped(to: Self.difficultyRange))
  }

  /// The memory after one more review, so many days after the one before.
  ///
  /// Days are whole study days; anything below one day is a review on the same day, which has a
  /// formula of its own. Without a state this is the first review and the time does not matter.
  public func next(
    _ state: MemoryState?, rating: Rating, elapsedDays: Double
  ) -> MemoryState {
    guard let state else { return first(rating) }
    return weights.next(
      Self.inRange(state), rating: rating, elapsedDays: Self.time(elapsedDays))
  }

  /// The stabilities that `next` gives for Good and for Again, for less than two of it cost.
  public func stabilities(
    after state: MemoryState, elapsedDays: Double
  ) -> (good: Double, again: Double) {
    weights.stabilities(Self.inRange(state), elapsedDays: Self.time(elapsedDays))
  }

  /// The memory after each review of one card's history; the first review's elapsed days do not matter.
  public func replay(_ reviews: some Sequence<Review>) -> [MemoryState] {
    var states: [MemoryState] = []
    states.reserveCapacity(reviews.underestimatedCount)
    for review in reviews {
      states.append(next(states.last, rating: review.rating, elapsedDays: review.elapsedDays))
    }
    return states
  }

  /// One review of a card, as the model sees it.
  public struct Review: Sendable, Hashable {
    public var rating: Rating
    /// Whole study days since the card's previous review.
    public var elapsedDays: Double

    public init(rating: Rating, elapsedDays: Double) {
      self.rating = rating
      self.elapsedDays = elapsedDays
    }
  }

  private static func inRange(_ state: MemoryState) -> MemoryState {
    MemoryState(
      stability: within(stabilityRange, state.stability),
      difficulty: within(difficultyRange, state.difficulty))
  }

  private static func time(_ days: Double) -> Double {
    days > 0 ? days : 0
  }

  private static func within(_ range: ClosedRange<Double>, _ value: Double) -> Double {
    value.isNaN ? range.lowerBound : value.clamped(to: range)
  }
}
