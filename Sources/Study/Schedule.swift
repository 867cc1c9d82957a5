import FSRS

/// Where a card stands in learning. The names are Anki's.
public enum CardState: Sendable, Hashable {
  case new
  /// In the learning steps; `step` counts from 0.
  case learning(step: Int)
  case review
  /// Forgotten, and in the relearning steps.
  case relearning(step: Int)
}

/// What is known of one card's learning. Derived from the review log and the user's own marks.
public struct Schedule: Sendable, Hashable {
  public var state: CardState
  /// Nil until the first answer, and always for open questions.
  public var memory: MemoryState?
  /// When to show the card next; in the review state the start of that study day.
  public var due: Instant
  public var lastReview: Instant?
  /// The scheduled interval in days; 0 while learning.
  public var interval: Int
  /// How often it was answered, quizzes left out.
  public var reviews: Int
  /// How often it was forgotten in the review state.
  public var lapses: Int
  public var suspended: Bool
  /// Not shown on this study day.
  public var buriedOn: StudyDay?
  /// `*`: marked by the user.
  public var marked: Bool

  public init(
    state: CardState = .new, memory: MemoryState? = nil, due: Instant = Instant(milliseconds: 0),
    lastReview: Instant? = nil, interval: Int = 0, reviews: Int = 0, lapses: Int = 0,
    suspended: Bool = false, buriedOn: StudyDay? = nil, marked: Bool = false
  ) {
    self.state = state
    self.memory = memory
    self.due = due
    self.lastReview = lastReview
    self.interval = interval
    self.reviews = reviews
    self.lapses = lapses
    self.suspended = suspended
    self.buriedOn = buriedOn
    self.marked = marked
  }
}
