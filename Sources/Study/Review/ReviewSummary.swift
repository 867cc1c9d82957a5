import Cards
import FSRS

/// What a review came to.
public struct ReviewSummary: Sendable, Hashable {
  /// Answers by rating; those to open questions are not ratings of recall and are left out.
  public var ratings: [Rating: Int] = [:]
  /// Cards answered for the first time, open questions included.
  public var newCards = 0
  /// Answers to cards in review, open questions left out.
  public var reviews = 0
  /// Those of them that were recalled.
  public var recalled = 0
  /// Answers in learning and relearning steps, the first of a new card included.
  public var learning = 0
  /// Answers to open questions.
  public var questions = 0
  /// Different cards.
  public var cards = 0
  /// In milliseconds, from showing each card to rating it.
  public var duration = 0
  /// Cards whose lapse in this review should be pointed out, each once.
  public var leeches: [Card.ID] = []
  /// When the next card falls due; nil when none does.
  public var nextDue: Instant?

  public var answers: Int { reviews + learning + questions }
  /// The share of reviews that were recalled, 0…1; nil when there were none.
  public var retention: Double? {
    reviews > 0 ? Double(recalled) / Double(reviews) : nil
  }

  public init(answers: [Answer], scheduler: Scheduler, nextDue: Instant? = nil) {
    var seen: Set<Card.ID> = []
    for answer in answers where answer.kind != .quiz {
      seen.insert(answer.cardID)
      duration += answer.duration
      if answer.before.state == .new { newCards += 1 }
      if scheduler.noticesLeech(answer), !leeches.contains(answer.cardID) {
        leeches.append(answer.cardID)
      }
      switch answer.kind {
      case .learning, .relearning: learning += 1
      case .review:
        reviews += 1
        if answer.rating > .again { recalled += 1 }
      case .question: questions += 1
      case .quiz: break
      }
      if answer.kind != .question { ratings[answer.rating, default: 0] += 1 }
    }
    cards = seen.count
    self.nextDue = nextDue
  }
}
