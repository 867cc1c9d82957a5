/// The parameters laid out for computing, with what depends on them alone worked out once.
/// Its functions expect times ≥ 0 and states in their ranges. Powers are written as exponentials of
/// logarithms, so that two of them can share one.
///
/// The reference computes with 32 bits. Where it takes 1 from a number just above 1 its rounding shows
/// in the fourth digit (a lapse at a stability near 0.001, a recall when next to nothing is forgotten);
/// there `single` rounds as it does, and everything else is computed with 64 bits.
struct Weights: Sendable {
  let firstDifficultyBase: Double
  let firstDifficultyRate: Double
  let difficultyStep: Double
  let reversion: Double
  let reversionTarget: Double
  let recallLogGain: Double
  let recallStabilityExponent: Double
  let recallRate: Double
  let hardPenalty: Double
  let easyBonus: Double
  let lapseGain: Double
  let lapseDifficultyExponent: Double
  let lapseStabilityExponent: Double
  let lapseRate: Double
  /// The most that a lapse leaves of stability: 1 / e^(w17·w18).
  let lapseCeiling: Double
  let sameDayRate: Double
  let sameDayOffset: Double
  let sameDayStabilityExponent: Double
  /// w20.
  let decay: Double
  /// f, such that R(S, S) = 0.9.
  let factor: Double
  private let roundsAsReference: Bool

  init(_ parameters: Parameters, roundsAsReference: Bool) {
    self.roundsAsReference = roundsAsReference
    let values = parameters.values
    firstDifficultyBase = values[4]
    firstDifficultyRate = values[5]
    difficultyStep = values[6]
    reversion = values[7]
    // Not clamped: the difficulty that cards are drawn to may lie below 1.
    reversionTarget = values[4] - exponential(3 * values[5]) + 1
    recallLogGain = values[8]
    recallStabilityExponent = values[9]
    recallRate = values[10]
    lapseGain = values[11]
    lapseDifficultyExponent = values[12]
    lapseStabilityExponent = values[13]
    lapseRate = values[14]
    hardPenalty = values[15]
    easyBonus = values[16]
    sameDayRate = values[17]
    sameDayOffset = values[18]
    sameDayStabilityExponent = values[19]
    lapseCeiling = exponential(-values[17] * values[18])
    decay = values[20]
    factor = exponentialMinusOne(-logarithm(0.9) / values[20])
  }

  func retrievability(after days: Double, stability: Double) -> Double {
    exponential(-decay * logarithm(1 + factor * days / stability))
  }

  func firstDifficulty(_ rating: Rating) -> Double {
    firstDifficultyBase - exponential(firstDifficultyRate * Double(rating.rawValue - 1)) + 1
  }

  func next(_ state: MemoryState, rating: Rating, elapsedDays: Double) -> MemoryState {
    let stability: Double
    if elapsedDays < 1 {
      stability = afterSameDay(state, rating: rating)
    } else {
      let retrievability = roundedRetrievability(of: state, after: elapsedDays)
      stability =
        rating == .again
        ? afterLapse(state, retrievability: retrievability)
        : afterRecall(state, rating: rating, retrievability: retrievability)
    }
    return MemoryState(
      stability: stability.clamped(to: Model.stabilityRange),
      difficulty: difficulty(after: rating, from: state.difficulty))
  }

  /// The stabilities of `next` for Good and Again.
  func stabilities(
    _ state: MemoryState, elapsedDays: Double
  ) -> (good: Double, again: Double) {
    let good: Double
    let again: Double
    if elapsedDays < 1 {
      good = afterSameDay(state, rating: .good)
      again = afterSameDay(state, rating: .again)
    } else {
      let retrievability = roundedRetrievability(of: state, after: elapsedDays)
      good = afterRecall(state, rating: .good, retrievability: retrievability)
      again = afterLapse(state, retrievability: retrievability)
    }
    return (good.clamped(to: Model.stabilityRange), again.clamped(to: Model.stabilityRange))
  }

  /// R as the reference takes it for the next stability.
  private func roundedRetrievability(of state: MemoryState, after days: Double) -> Double {
    let passed = single(1 + factor * days / state.stability)
    return single(exponential(-decay * logarithm(passed)))
  }

  /// d = D − w6·(g−3)·(10−D)/9, then w7·(D0(Easy) − d) + d.
  func difficulty(after rating: Rating, from difficulty: Double) -> Double {
    let moved =
      difficulty - difficultyStep * Double(rating.rawValue - 3) * (10 - difficulty) / 9
    let reverted = reversion * (reversionTarget - moved) + moved
    return reverted.clamped(to: Model.difficultyRange)
  }

  /// S·(1 + e^w8·(11−D)·S^(−w9)·(e^((1−R)·w10) − 1)·[w15 if Hard]·[w16 if Easy]).
  func afterRecall(_ state: MemoryState, rating: Rating, retrievability: Double) -> Double {
    let ratingFactor =
      switch rating {
      case .hard: hardPenalty
      case .easy: easyBonus
      case .again, .good: 1.0
      }
    let growth =
      (11 - state.difficulty)
      * exponential(recallLogGain - recallStabilityExponent * logarithm(state.stability))
      * (single(exponential(single((1 - retrievability) * recallRate))) - 1) * ratingFactor
    return state.stability * (1 + growth)
  }

  /// min(w11·D^(−w12)·((S+1)^w13 − 1)·e^((1−R)·w14), S / e^(w17·w18)).
  func afterLapse(_ state: MemoryState, retrievability: Double) -> Double {
    let grown = single(exponential(lapseStabilityExponent * logarithm(single(state.stability + 1))))
    let forgotten =
      lapseGain * (grown - 1)
      * exponential(
        (1 - retrievability) * lapseRate - lapseDifficultyExponent * logarithm(state.difficulty))
    return min(forgotten, state.stability * lapseCeiling)
  }

  /// S·k with k = e^(w17·(g−3+w18))·S^(−w19), and k at least 1 except for Again.
  func afterSameDay(_ state: MemoryState, rating: Rating) -> Double {
    let change = exponential(
      sameDayRate * (Double(rating.rawValue - 3) + sameDayOffset)
        - sameDayStabilityExponent * logarithm(state.stability))
    return state.stability * (rating == .again ? change : max(1, change))
  }

  /// A number as the reference's 32 bits have it.
  private func single(_ value: Double) -> Double {
    roundsAsReference ? Double(Float(value)) : value
  }
}
