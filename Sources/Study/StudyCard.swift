import Cards
import FSRS

/// A card and what is known of its learning.
public struct StudyCard: Sendable, Hashable, Identifiable {
  public var card: Card
  public var schedule: Schedule
  public var id: Card.ID { card.id }
  public init(card: Card, schedule: Schedule = Schedule()) {
    self.card = card
    self.schedule = schedule
  }

  /// Whether this is the same card with no answer in between: shown still, and not shown again.
  public func isSameShowing(as other: StudyCard?) -> Bool {
    id == other?.id && schedule.reviews == other?.schedule.reviews
  }
}

/// What an answer was given to. The raw values are in the collection's review log.
public enum ReviewKind: Int, Sendable, Hashable, CaseIterable {
  case learning = 0
  case review = 1
  case relearning = 2
  /// A reflection on an open question: not part of fitting or retention.
  case question = 3
  /// An answer in a quiz: never a review.
  case quiz = 4
}

/// One row of the review log, with the schedule before and after it.
public struct Answer: Sendable, Hashable {
  public var cardID: Card.ID
  public var time: Instant
  public var rating: Rating
  public var kind: ReviewKind
  /// Study days since the card's previous answer; 0 for the first.
  public var elapsedDays: Int
  /// From showing the card to rating it, in milliseconds.
  public var duration: Int
  public var before: Schedule
  public var after: Schedule
  public init(
    cardID: Card.ID, time: Instant, rating: Rating, kind: ReviewKind, elapsedDays: Int,
    duration: Int, before: Schedule, after: Schedule
  ) {
    self.cardID = cardID
    self.time = time
    self.rating = rating
    self.kind = kind
    self.elapsedDays = elapsedDays
    self.duration = duration
    self.before = before
    self.after = after
  }
}

/// What somebody wrote about an open question on a given day.
public struct Position: Sendable, Hashable {
  public var cardID: Card.ID
  public var time: Instant
  public var text: String
  public init(cardID: Card.ID, time: Instant, text: String) {
    self.cardID = cardID
    self.time = time
    self.text = text
  }
}
