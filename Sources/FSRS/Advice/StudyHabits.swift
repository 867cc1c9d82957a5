/// How somebody studies: what they answer, how long it takes them and how much they take on.
public struct StudyHabits: Sendable, Hashable {
  /// How often each rating is given at a card's first review, Again first; the sum is 1.
  public var firstRatings: [Double]
  /// How often Hard, Good and Easy are given to a card that is recalled; the sum is 1.
  public var recallRatings: [Double]
  /// How long one answer takes, in seconds, for each rating, Again first.
  public var seconds: [Double]
  public var newCardsPerDay: Int
  public var reviewsPerDay: Int
  /// In days.
  public var longestInterval: Int

  /// The usual habits, where nothing is known of somebody.
  public static let standard = StudyHabits(
    firstRatings: [0.25, 0.15, 0.5, 0.1], recallRatings: [0.1, 0.8, 0.1],
    seconds: [20, 12, 8, 6])

  public init(
    firstRatings: [Double], recallRatings: [Double], seconds: [Double],
    newCardsPerDay: Int = 20, reviewsPerDay: Int = 200, longestInterval: Int = 36_500
  ) {
    self.firstRatings = firstRatings
    self.recallRatings = recallRatings
    self.seconds = seconds
    self.newCardsPerDay = newCardsPerDay
    self.reviewsPerDay = reviewsPerDay
    self.longestInterval = longestInterval
  }

  /// The habits that a log shows, with the usual ones mixed in as if they had been seen this often, so
  /// that a short log does not say more than it knows. The log has no times: set `seconds`.
  public init(_ log: ReviewLog, weightOfStandard: Double = 20) {
    self = .standard
    var first = [Double](repeating: 0, count: 4)
    var recalled = [Double](repeating: 0, count: 3)
    for card in log.cards.indices {
      for review in log.reviews(ofCardAt: card) {
        let rating = Int(log.ratings[review])
        if review == log.reviews(ofCardAt: card).lowerBound {
          first[rating - 1] += 1
        } else if log.elapsedDays[review] > 0, rating > 1 {
          recalled[rating - 2] += 1
        }
      }
    }
    firstRatings = Self.mixed(first, with: firstRatings, weight: weightOfStandard)
    recallRatings = Self.mixed(recalled, with: recallRatings, weight: weightOfStandard)
  }

  private static func mixed(_ counts: [Double], with usual: [Double], weight: Double) -> [Double] {
    let total = counts.reduce(0, +) + weight
    guard total > 0 else { return usual }
    return zip(counts, usual).map { ($0 + $1 * weight) / total }
  }
}
