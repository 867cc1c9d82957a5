import FSRS

/// When an open question comes back, in days. A question is not forgotten but thought about again,
/// so FSRS has no say: Again (`I want to think about this now`) is tomorrow, Hard a week, Good
/// doubles the last interval and Easy (`settled for me`) triples it, from a first interval of its
/// own. Nothing is put off for more than `maximum` days.
public struct QuestionIntervals: Sendable, Hashable {
  public var again: Int
  public var hard: Int
  /// The least for Good.
  public var good: Int
  /// The least for Easy.
  public var easy: Int
  public var maximum: Int

  public init(again: Int = 1, hard: Int = 7, good: Int = 14, easy: Int = 30, maximum: Int = 365) {
    self.again = again
    self.hard = hard
    self.good = good
    self.easy = easy
    self.maximum = maximum
  }

  /// Days until the question is asked again, at least 1; Hard < Good < Easy.
  public func days(after rating: Rating, previous: Int) -> Int {
    let longest = max(4, maximum)
    let last = min(longest, max(0, previous))
    return switch rating {
    case .again: min(longest - 3, max(1, again))
    case .hard: min(longest - 2, max(1, hard))
    case .good: min(longest - 1, max(good, 2 * last, days(after: .hard, previous: last) + 1))
    case .easy: min(longest, max(easy, 3 * last, days(after: .good, previous: last) + 1))
    }
  }
}

/// What the learner can set about scheduling. The defaults are those of the design.
public struct StudyOptions: Sendable, Hashable {
  public var parameters: Parameters
  /// The chance of recall at which a card is shown again; kept within 0.70…0.97.
  public var desiredRetention: Double
  /// Seconds; may be empty.
  public var learningSteps: [Double]
  /// Seconds; may be empty.
  public var relearningSteps: [Double]
  /// Seconds by which a learning card may be shown early when nothing else is left.
  public var learnAhead: Double
  public var newPerDay: Int
  public var reviewsPerDay: Int
  /// Days, at least 3.
  public var maximumInterval: Int
  /// So many lapses make a card a leech; 0 turns leeches off.
  public var leechLapses: Int
  public var questions: QuestionIntervals

  public init(
    parameters: Parameters = .standard, desiredRetention: Double = 0.9,
    learningSteps: [Double] = [60, 600], relearningSteps: [Double] = [600],
    learnAhead: Double = 1200, newPerDay: Int = 20, reviewsPerDay: Int = 200,
    maximumInterval: Int = 36_500, leechLapses: Int = 8,
    questions: QuestionIntervals = QuestionIntervals()
  ) {
    self.parameters = parameters
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.learnAhead = learnAhead
    self.newPerDay = newPerDay
    self.reviewsPerDay = reviewsPerDay
    self.maximumInterval = maximumInterval
    self.leechLapses = leechLapses
    self.questions = questions
  }
}
