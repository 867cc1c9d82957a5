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

/// How well reviews were predicted by parameters that had not been fitted to them: in a long log the
/// last fifth by parameters fitted to what was before, in a short one each card's reviews by
/// parameters fitted to other cards.
public struct HeldOut: Sendable, Hashable {
  public let reviews: Int
  /// The mean log-loss by the fitted parameters, in nats; nil without reviews.
  public let logLoss: Double?
  /// The same by the default parameters.
  public let logLossDefault: Double?
}
