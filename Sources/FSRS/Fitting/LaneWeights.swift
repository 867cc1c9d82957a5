/// The parameters in single precision, with what depends on them alone worked out once.
struct LaneWeights: Sendable {
  let w: [Float]
  let initialStability: [Float]
  let initialDifficulty: [Float]
  /// How each first difficulty changes with w5; zero, as for w4, where it is clamped.
  let initialDifficultyByRate: [Float]
  let initialDifficultyByBase: [Float]
  let reversionTarget: Float
  let reversionTargetByRate: Float
  let lapseCeiling: Float
  let factor: Float
  /// How the factor changes with w20.
  let factorByDecay: Float

  init(_ parameters: Parameters) {
    let values = parameters.values
    let weights = Weights(parameters, roundsAsReference: false)
    w = values.map { Float($0) }
    initialStability = values[0..<4].map { Float($0) }
    let difficulties = Rating.allCases.map { weights.firstDifficulty($0) }
    let isFree = difficulties.map { Model.difficultyRange.contains($0) }
    initialDifficulty = difficulties.map { Float($0.clamped(to: Model.difficultyRange)) }
    initialDifficultyByBase = isFree.map { $0 ? 1 : 0 }
    initialDifficultyByRate = (0..<4).map { step in
      isFree[step] ? -Float(Double(step) * FSRS.exponential(values[5] * Double(step))) : 0
    }
    reversionTarget = Float(weights.reversionTarget)
    reversionTargetByRate = -3 * Float(FSRS.exponential(3 * values[5]))
    lapseCeiling = Float(weights.lapseCeiling)
    factor = Float(weights.factor)
    factorByDecay = Float(
      FSRS.logarithm(0.9) / (values[20] * values[20]) * (weights.factor + 1))
  }
}
