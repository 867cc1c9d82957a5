/// Finds the parameters that are most likely after a log: those with the lowest sum of its log-loss
/// and the prior's, by the method of Gauss and Newton with damping (Levenberg and Marquardt).
///
/// A long log is first looked at in part, so that a pass or two over all of it are enough.
struct Descent {
  private let tiles: HistoryTiles
  private let window: ScoreWindow
  private(set) var parameters: Parameters

  init(_ tiles: HistoryTiles, window: ScoreWindow, from parameters: Parameters) {
    self.tiles = tiles
    self.window = window
    self.parameters = parameters
  }

  /// Descends, and gives the score of the fresh reviews in the window by the parameters at the start.
  ///
  /// - Parameters:
  ///   - isNear: whether the start was already fitted to most of the reviews.
  ///   - willPass: called before each pass over histories; what it throws ends the work.
  mutating func run(
    isNear: Bool, willPass: () throws(FSRSError) -> Void
  ) throws(FSRSError) -> Score {
    if !isNear {
      for stride in Self.strides(tiles.scored).dropLast() {
        _ = try settle(stride: stride, willPass)
      }
    }
    return try settle(stride: 1, willPass).fresh
  }

  /// Every how many tiles are looked at: fewer and fewer are left out.
  private static func strides(_ reviews: Int) -> [Int] {
    let reviewsInSample = 1024
    let refinement = 4
    var strides = [1]
    while let widest = strides.first, reviews / (widest * refinement) >= reviewsInSample {
      strides.insert(widest * refinement, at: 0)
    }
    return strides
  }

  /// Steps until another is not worth a pass. Gives what the first pass found.
  private mutating func settle(
    stride: Int, _ willPass: () throws(FSRSError) -> Void
  ) throws(FSRSError) -> PassSums {
    // In nats in all; a sample's optimum is uncertain by about half a nat for each parameter.
    let negligible = Double(stride) * 0.1
    let reviews = Double(tiles.scored) * Double(window.through)
    // Small enough for the shape to be what it looks like: no pass is needed to see that.
    let safe = max(Double(stride), reviews * 0.001)

    let (start, first) = try look(at: parameters, stride: stride, willPass)
    var shape = start
    var damping = 0.0
    for _ in 0..<16 {
      let step = NewtonStep(shape, bounds: ParameterSpace.bounds, damping: damping)
      guard step.gain > negligible else { break }
      let target = ParameterSpace.parameters(at: step.target)
      if step.gain < safe, damping == 0 {
        parameters = target
        break
      }
      let next = try look(at: target, stride: stride, willPass).shape
      if next.value < shape.value {
        let gain = shape.value - next.value
        shape = next
        parameters = target
        damping = damping < 0.01 ? 0 : damping / 8
        if gain < negligible { break }
      } else {
        damping = max(0.05, damping * 8)
      }
    }
    return first
  }

  private func look(
    at parameters: Parameters, stride: Int, _ willPass: () throws(FSRSError) -> Void
  ) throws(FSRSError) -> (shape: LocalShape, sums: PassSums) {
    try willPass()
    let sums = tiles.pass(
      parameters, window: window, depth: .curvature, sample: .init(stride: stride))
    return (LocalShape(parameters, sums: sums, scale: Double(stride)), sums)
  }
}
