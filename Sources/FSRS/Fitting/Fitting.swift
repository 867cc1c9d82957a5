/// Fits the parameters of the model to a learner's own review log.
///
/// The parameters found are the most likely ones given the log and what learners are like in
/// general. They are taken only if they also predict reviews that they were not fitted to
/// better than the defaults do, and as far as that gain is evidence. The result depends on the log alone.
public enum Fitting {
  /// With fewer scored reviews than this there is nothing to fit.
  public static let leastReviews = 8

  /// How many nats of better prediction it takes until half of a fit is believed. A gain on a few
  /// hundred reviews is chance for a good part; on thousands of reviews it is tens of nats, and next
  /// to nothing is held back. Found on made-up learners: with 1,000 reviews the mean over ten of them
  /// beats the defaults more reliably than that of whole fits, and with 5,000 nothing is lost.
  static let doubt = 2.0

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
    var trial = HeldOutTrial(tiles)
    func ask(_ done: Double) throws(FSRSError) {
      if progress(done) == .cancel { throw .cancelled }
    }

    try ask(0)
    let standard = tiles.pass(
      .standard, window: ScoreWindow(freshAfter: trial.recentAfter ?? 0), depth: .loss)
    guard tiles.scored >= leastReviews else {
      return FittingResult(
        parameters: .standard, outcome: .tooFewReviews, reviews: tiles.scored,
        logLoss: standard.learned.mean, logLossDefault: standard.learned.mean, heldOut: nil)
    }

    var candidate = try trial.run(willPass: ask)
    var fresh = trial.fresh
    // Where chance had too large a part in the fit, half of the way from the defaults may be better.
    if fresh.loss >= standard.fresh.loss {
      let halfway = try trial.halfwayScore { () throws(FSRSError) in try ask(0.9) }
      if halfway.loss < fresh.loss {
        fresh = halfway
        candidate = ParameterSpace.halfway(to: candidate)
      }
    }

    let evidence = standard.fresh.loss - fresh.loss
    if evidence > 0 {
      candidate = ParameterSpace.part(
        evidence / (evidence + doubt), ofTheWayTo: candidate)
    }

    try ask(0.95)
    let own = tiles.pass(candidate, window: ScoreWindow(), depth: .loss)
    let isBetter = fresh.loss < standard.fresh.loss
    return FittingResult(
      parameters: isBetter ? candidate : .standard,
      outcome: isBetter ? .fitted : .defaultsAreBetter, reviews: tiles.scored,
      logLoss: isBetter ? own.learned.mean : standard.learned.mean,
      logLossDefault: standard.learned.mean,
      heldOut: HeldOut(
        reviews: fresh.reviews, logLoss: fresh.mean, logLossDefault: standard.fresh.mean))
  }
}
