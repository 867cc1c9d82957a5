/// Fits the parameters of the model to a learner's own review log.
///
/// The parameters found are the most likely ones given the log and what learners are like in
/// general. They are taken only if they also predict reviews that they were not fitted to
/// better than the defaults do. The result depends on the log alone.
public enum Fitting {
  /// With fewer scored reviews than this there is nothing to fit.
  public static let leastReviews = 8

  /// Whether to go on, as the one who is told of the progress decides.
  public enum Continuation: Sendable, Hashable {
    case proceed
    case cancel
  }

  /// Fits the parameters to the log.
  ///
  /// What counts is what counts in the reference: a card's first review begins its memory, reviews of
  /// the same day change it, and each of the others is scored.
  ///
  /// - Parameters:
  ///   - progress: called between steps of the work with the part that is done, 0…1.
  /// - Throws: `cancelled` if `progress` said so.
  public static func fit(
    _ log: ReviewLog, progress: (Double) -> Continuation = { _ in .proceed }
  ) throws(FSRSError) -> FittingResult {
    let tiles = HistoryTiles(log)
    let folds = folds(of: tiles.scored)
    var done = 0.0
    func ask() throws(FSRSError) {
      if progress(done) == .cancel { throw .cancelled }
    }

    try ask()
    let standard = tiles.pass(
      .standard, window: ScoreWindow(freshAfter: folds.first ?? 1), depth: .loss)
    guard tiles.scored >= leastReviews else {
      return FittingResult(
        parameters: .standard, outcome: .tooFewReviews, reviews: tiles.scored,
        logLoss: standard.learned.mean, logLossDefault: standard.learned.mean, heldOut: nil)
    }

    // Each fold is fitted to the reviews up to a time and scored on those that follow, in the same
    // pass with which the next fold begins. The last one is fitted to all.
    var fits: [Parameters] = []
    var fresh = Score()
    let ends = folds + [1]
    for (index, end) in ends.enumerated() {
      let window = ScoreWindow(
        through: end, freshAfter: index == 0 ? end : ends[index - 1],
        oldest: oldestWeight(reviews: Double(tiles.scored) * Double(end)))
      var descent = Descent(tiles, window: window, from: fits.last ?? .standard)
      let score = try descent.run(isNear: index > 0, willPass: ask)
      if index > 0 { fresh.add(score) }
      fits.append(descent.parameters)
      done = Double(index + 1) / Double(ends.count + 1)
    }
    var candidate = fits[ends.count - 1]

    // Where chance had too large a part in the fit, half of the way from the defaults may be better.
    if fresh.loss >= standard.fresh.loss {
      var halfway = Score()
      for (index, end) in folds.enumerated() {
        try ask()
        let window = ScoreWindow(through: ends[index + 1], freshAfter: end)
        halfway.add(
          tiles.pass(ParameterSpace.halfway(to: fits[index]), window: window, depth: .loss).fresh)
      }
      if halfway.loss < fresh.loss {
        fresh = halfway
        candidate = ParameterSpace.halfway(to: candidate)
      }
    }

    try ask()
    let heldOut = HeldOut(
      reviews: fresh.reviews, logLoss: fresh.mean, logLossDefault: standard.fresh.mean)
    let own = tiles.pass(candidate, window: ScoreWindow(), depth: .loss)
    let isBetter = fresh.loss < standard.fresh.loss
    return FittingResult(
      parameters: isBetter ? candidate : .standard,
      outcome: isBetter ? .fitted : .defaultsAreBetter,
      reviews: tiles.scored, logLoss: isBetter ? own.learned.mean : standard.learned.mean,
      logLossDefault: standard.learned.mean, heldOut: heldOut)
  }

  /// Up to which parts of the log to fit before looking at what follows. In a short log most of it has
  /// to be held out once, or chance decides.
  private static func folds(of reviews: Int) -> [Float] {
    reviews < 3000 ? [0.2, 0.4, 0.6, 0.8] : [0.8]
  }

  /// The more there is to learn from, the less are old reviews needed, which show the learner as they
  /// were.
  private static func oldestWeight(reviews: Double) -> Float {
    Float(1 / (1 + reviews / 8000))
  }
}

/// What fitting found.
public struct FittingResult: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// The parameters are the learner's own.
    case fitted
    /// Those fitted did not predict better what they had not seen, so they are the defaults.
    case defaultsAreBetter
    /// Under `Fitting.leastReviews` scored reviews: the parameters are the defaults.
    case tooFewReviews
  }

  public let parameters: Parameters
  public let outcome: Outcome
  /// How many reviews are scored: not the first of a card, and not on the same day as the one before.
  public let reviews: Int
  /// The mean log-loss of all scored reviews, in nats, by the parameters; nil without any.
  public let logLoss: Double?
  /// The same by the default parameters.
  public let logLossDefault: Double?
  /// How reviews were predicted that the parameters had not been fitted to; nil if none were fitted.
  public let heldOut: HeldOut?
}

/// How well reviews were predicted by parameters that were fitted to earlier ones only.
public struct HeldOut: Sendable, Hashable {
  public let reviews: Int
  /// The mean log-loss by the fitted parameters, in nats; nil without reviews.
  public let logLoss: Double?
  /// The same by the default parameters.
  public let logLossDefault: Double?
}
