import FSRS

/// Answers by rating.
public struct RatingCounts: Sendable, Hashable {
  public var again = 0
  public var hard = 0
  public var good = 0
  public var easy = 0
  public init() {}

  public subscript(rating: Rating) -> Int {
    get {
      switch rating {
      case .again: again
      case .hard: hard
      case .good: good
      case .easy: easy
      }
    }
    set {
      switch rating {
      case .again: again = newValue
      case .hard: hard = newValue
      case .good: good = newValue
      case .easy: easy = newValue
      }
    }
  }

  public var total: Int { again + hard + good + easy }
  /// The share that was recalled, 0…1: everything but Again; nil without answers.
  public var recalled: Double? {
    total > 0 ? Double(total - again) / Double(total) : nil
  }

  static func + (left: RatingCounts, right: RatingCounts) -> RatingCounts {
    var sum = left
    for rating in Rating.allCases { sum[rating] += right[rating] }
    return sum
  }
}

/// How many of the reviews that came due were recalled.
public struct Recall: Sendable, Hashable {
  public var passed: Int
  public var failed: Int

  public init(passed: Int = 0, failed: Int = 0) {
    self.passed = passed
    self.failed = failed
  }

  public var total: Int { passed + failed }
  /// 0…1; nil without reviews.
  public var share: Double? { total > 0 ? Double(passed) / Double(total) : nil }

  mutating func add(_ rating: Rating) {
    if rating == .again { failed += 1 } else { passed += 1 }
  }

  static func + (left: Recall, right: Recall) -> Recall {
    Recall(passed: left.passed + right.passed, failed: left.failed + right.failed)
  }
}

/// True retention, as Anki has it: of the cards that came up for review, the share that was still
/// known.
///
/// Counted are the rows of the log with the kind `review`, of each card only the first on a study
/// day. Learning and relearning steps, open questions and quizzes are not. Everything but Again is a
/// pass.
public struct Retention: Sendable, Hashable {
  /// Cards whose interval before the answer was under 21 days.
  public var young = Recall()
  /// Cards whose interval before the answer was 21 days or more.
  public var mature = Recall()
  public init() {}

  /// Days from which on an interval is mature, as in Anki.
  public static let matureInterval = 21

  public var all: Recall { young + mature }

  mutating func add(_ rating: Rating, isMature: Bool) {
    if isMature { mature.add(rating) } else { young.add(rating) }
  }

  static func + (left: Retention, right: Retention) -> Retention {
    var sum = Retention()
    sum.young = left.young + right.young
    sum.mature = left.mature + right.mature
    return sum
  }
}

/// Answers by rating and by what they were given to. Open questions and quizzes are left out.
public struct RatingsByAge: Sendable, Hashable {
  /// Answers in learning and relearning steps, the first of a new card included.
  public var learning = RatingCounts()
  /// Answers to cards in review whose interval before the answer was under 21 days.
  public var young = RatingCounts()
  /// The same from 21 days on.
  public var mature = RatingCounts()
  public init() {}

  static func + (left: RatingsByAge, right: RatingsByAge) -> RatingsByAge {
    var sum = RatingsByAge()
    sum.learning = left.learning + right.learning
    sum.young = left.young + right.young
    sum.mature = left.mature + right.mature
    return sum
  }
}
