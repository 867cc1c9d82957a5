/// Fits to all of a log, and to parts of it, to see how well the rest is predicted by what was not
/// fitted to it.
///
/// In a long log the last fifth is held out: what counts is what the learner does next. In a short
/// one that is too little for anything but chance to decide; there each card is held out once.
struct HeldOutTrial {
  private let tiles: HistoryTiles
  /// What was fitted to a part of the log, and the window that scores the rest.
  private var checks: [(fit: Parameters, window: ScoreWindow)] = []
  /// How the reviews that were held out were predicted.
  private(set) var fresh = Score()
  /// Up to where the log is fitted when its last part is held out; nil when cards are.
  let recentAfter: Float?

  private static let shortLog = 3000
  private static let groups = Lanes.scalarCount

  init(_ tiles: HistoryTiles) {
    self.tiles = tiles
    recentAfter = tiles.scored < Self.shortLog ? nil : 0.8
  }

  /// Gives the parameters fitted to all. `willPass` is called before each pass with the part of the
  /// work that is done; what it throws ends the work.
  mutating func run(
    willPass: (Double) throws(FSRSError) -> Void
  ) throws(FSRSError) -> Parameters {
    if let recentAfter {
      try holdOutRecent(after: recentAfter, willPass)
    } else {
      try holdOutCards(willPass)
    }
  }

  /// The score of the reviews held out by parameters half of the way from the defaults.
  func halfwayScore(
    willPass: () throws(FSRSError) -> Void
  ) throws(FSRSError) -> Score {
    var score = Score()
    for (fit, window) in checks {
      try willPass()
      score.add(tiles.pass(ParameterSpace.halfway(to: fit), window: window, depth: .loss).fresh)
    }
    return score
  }

  private mutating func holdOutRecent(
    after end: Float, _ willPass: (Double) throws(FSRSError) -> Void
  ) throws(FSRSError) -> Parameters {
    let earlier = ScoreWindow(through: end, freshAfter: end, oldest: oldestWeight(through: end))
    var descent = Descent(tiles, window: earlier, from: .standard)
    _ = try descent.run(isNear: false) { () throws(FSRSError) in try willPass(0.1) }
    let fit = descent.parameters

    // The first pass of the next descent is also the one that scores what was held out.
    let all = ScoreWindow(freshAfter: end, oldest: oldestWeight(through: 1))
    checks = [(fit, all)]
    descent = Descent(tiles, window: all, from: fit)
    fresh = try descent.run(isNear: true) { () throws(FSRSError) in try willPass(0.5) }
    return descent.parameters
  }

  private mutating func holdOutCards(
    _ willPass: (Double) throws(FSRSError) -> Void
  ) throws(FSRSError) -> Parameters {
    let all = ScoreWindow(oldest: oldestWeight(through: 1))
    var descent = Descent(tiles, window: all, from: .standard)
    _ = try descent.run(isNear: false) { () throws(FSRSError) in try willPass(0.1) }
    let fitted = descent.parameters

    for group in 0..<Self.groups {
      let done = 0.4 + 0.5 * Double(group) / Double(Self.groups)
      let window = all.settingApart(group: group, of: Self.groups)
      descent = Descent(tiles, window: window, from: fitted)
      _ = try descent.run(isNear: true) { () throws(FSRSError) in try willPass(done) }
      checks.append((descent.parameters, window))
      fresh.add(tiles.pass(descent.parameters, window: window, depth: .loss).fresh)
    }
    return fitted
  }

  /// The more there is to learn from, the less are old reviews needed, which show the learner as they
  /// were.
  private func oldestWeight(through end: Float) -> Float {
    1 / (1 + Float(tiles.scored) * end / 8000)
  }
}
