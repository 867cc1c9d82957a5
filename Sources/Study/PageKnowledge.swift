import Cards
import FSRS

/// How well a group of cards is known at a moment: a meter of the memory map.
public struct Knowledge: Sendable, Hashable {
  public var cards: Int
  /// Cards that were answered at least once.
  public var started: Int
  /// The sum of how well the cards are known (`Scheduler.known`): how many would be recalled now.
  public var recalled: Double

  public init(cards: Int = 0, started: Int = 0, recalled: Double = 0) {
    self.cards = cards
    self.started = started
    self.recalled = recalled
  }

  /// The mean chance of recall, 0…1, where a new card counts 0, and so does one that was just forgotten;
  /// nil without cards.
  public var known: Double? { cards > 0 ? recalled / Double(cards) : nil }

  /// Counts a card.
  /// - Parameter recall: its chance of recall, 0…1; nil when it is new.
  public mutating func add(_ recall: Double?) {
    cards += 1
    if let recall {
      started += 1
      recalled += recall
    }
  }

  public static func + (left: Knowledge, right: Knowledge) -> Knowledge {
    Knowledge(
      cards: left.cards + right.cards, started: left.started + right.started,
      recalled: left.recalled + right.recalled)
  }
}

/// How well a page is known: as a whole, by section, and by line of its source. It counts the cards
/// that are learnt: those of the daily deck, and others once they were answered. Open questions have
/// no right answer and are left out; suspended cards are forgotten like others and stay in.
public struct PageKnowledge: Sendable, Equatable {
  public private(set) var page = Knowledge()
  private var sections: [String: Knowledge] = [:]
  private var lines: [Int: Knowledge] = [:]

  public init() {}

  public init(
    cards: some Sequence<StudyCard>, scheduler: Scheduler, now: Instant
  ) {
    for card in cards { add(card, scheduler: scheduler, now: now) }
  }

  /// Every page of the vault that has cards, by its path.
  public static func pages(
    of cards: [StudyCard], scheduler: Scheduler, now: Instant
  ) -> [String: PageKnowledge] {
    var result: [String: PageKnowledge] = [:]
    var current = PageKnowledge()
    var path: String?
    for card in cards {
      if card.card.page != path {
        if let path { result[path] = current }
        current = result.removeValue(forKey: card.card.page) ?? PageKnowledge()
        path = card.card.page
      }
      current.add(card, scheduler: scheduler, now: now)
    }
    if let path { result[path] = current }
    return result.filter { $0.value.page.cards > 0 }
  }

  /// What comes from a section, by its title.
  public func section(_ title: String) -> Knowledge { sections[title] ?? Knowledge() }

  /// What comes from the item that begins on a line of the source.
  public func line(_ line: Int) -> Knowledge { lines[line] ?? Knowledge() }

  private mutating func add(_ card: StudyCard, scheduler: Scheduler, now: Instant) {
    guard card.card.kind != .question, card.card.daily || card.schedule.reviews > 0 else { return }
    let recall = scheduler.known(card.schedule, at: now)
    page.add(recall)
    sections[card.card.section, default: Knowledge()].add(recall)
    lines[card.card.line, default: Knowledge()].add(recall)
  }
}
