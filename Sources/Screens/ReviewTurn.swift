import Cards
import FSRS
import Study

/// What a review shows next: everything the screen needs, so that it asks for nothing itself.
public struct ReviewTurn: Sendable {
  public enum Show: Sendable {
    /// A card, and the next interval on each rating as people read it: `10m`, `4d`.
    case card(StudyCard, intervals: [Rating: String], isLeech: Bool)
    /// Only cards in their learning steps are left, the next one in so many seconds.
    case wait(seconds: Int)
    case finished(ReviewReport)
  }
  public var show: Show
  /// What is left today.
  public var left: QueueCounts
  /// How many cards this session has answered.
  public var done: Int
  /// How long this session has lasted, in seconds.
  public var seconds: Int
  /// Whether an answer or a mark can be taken back.
  public var canUndo: Bool
  /// What was written about this open question before, newest first.
  public var positions: [DatedPosition]
  /// What the last action did, when it deserves a word.
  public var note: String?

  public init(
    show: Show, left: QueueCounts, done: Int, seconds: Int, canUndo: Bool = true,
    positions: [DatedPosition] = [],
    note: String? = nil
  ) {
    self.show = show
    self.left = left
    self.done = done
    self.seconds = seconds
    self.canUndo = canUndo
    self.positions = positions
    self.note = note
  }
}

/// A position with its day as people read it: `2026-11-24`.
public struct DatedPosition: Sendable, Equatable {
  public var date: String
  public var text: String
  public init(date: String, text: String) {
    self.date = date
    self.text = text
  }
}

/// How a review went: what the summary says.
public struct ReviewReport: Sendable {
  public var summary: ReviewSummary
  /// When something is due again, as people read it: `12 cards tomorrow`; empty when nothing is.
  public var next: String
  /// The cards that were forgotten.
  public var missed: [Card]
  /// Whether there is more to review, and the limits of the day keep it for another one.
  public var isLimited: Bool

  public init(
    summary: ReviewSummary, next: String = "", missed: [Card] = [], isLimited: Bool = false
  ) {
    self.isLimited = isLimited
    self.summary = summary
    self.next = next
    self.missed = missed
  }
}
