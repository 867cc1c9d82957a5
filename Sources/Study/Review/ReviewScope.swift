import Cards
import FSRS

/// Which cards a review is about.
public enum ReviewScope: Sendable, Hashable {
  /// The whole vault.
  case all
  /// A page, by its path in the vault.
  case page(String)
  /// The pages in a folder of the vault, and in the folders below it.
  case folder(String)
  case section(page: String, title: String)
  case cards(Set<Card.ID>)

  public func contains(_ card: Card) -> Bool {
    switch self {
    case .all: true
    case .page(let path): card.page == path
    case .folder(let path):
      path.isEmpty || card.page.utf8.starts(with: (path.hasSuffix("/") ? path : path + "/").utf8)
    case .section(let page, let title): card.page == page && card.section == title
    case .cards(let ids): ids.contains(card.id)
    }
  }
}

/// What was done since the study day began, in the whole vault; the daily limits are less by it.
public struct DayCounts: Sendable, Hashable {
  /// Cards answered for the first time.
  public var newDone: Int
  /// Answers to cards that were in review, and to open questions that had been answered before.
  /// Answers in learning and relearning steps are not counted.
  public var reviewsDone: Int

  public init(newDone: Int = 0, reviewsDone: Int = 0) {
    self.newDone = newDone
    self.reviewsDone = reviewsDone
  }

  /// Counts an answer of this study day.
  public mutating func count(_ answer: Answer) {
    guard answer.kind != .quiz else { return }
    if answer.before.state == .new {
      newDone += 1
    } else if answer.before.state == .review {
      reviewsDone += 1
    }
  }
}

/// How many cards are left today.
public struct QueueCounts: Sendable, Hashable {
  public var new: Int
  /// In learning and relearning steps.
  public var learning: Int
  public var review: Int
  public var total: Int { new + learning + review }

  public init(new: Int = 0, learning: Int = 0, review: Int = 0) {
    self.new = new
    self.learning = learning
    self.review = review
  }
}

/// What a review has to show.
public enum Turn: Sendable, Hashable {
  /// A card, and what each rating would make of it.
  case card(StudyCard, preview: [Rating: Schedule])
  /// Only learning cards are left; the first may be shown from then on.
  case wait(until: Instant)
  case finished
}
