import Cards
import FSRS

@testable import Study

/// Cards and moments made for tests.
enum Made {
  static let day = 86_400.0
  /// 2026-01-05T09:00Z, a Monday.
  static let morning = Instant(milliseconds: 1_767_603_600_000)
  static let calendar = StudyCalendar(fixedOffset: 0)

  static func card(
    _ id: String, page: String = "page", section: String = "Key Facts", kind: CardKind = .recall,
    prompt: String = "prompt", answer: String = "answer", line: Int = 1, group: String? = nil,
    pool: String? = nil, daily: Bool = true
  ) -> Card {
    Card(
      id: id, page: page, section: section, kind: kind, prompt: prompt, answer: answer,
      context: page, file: page + ".md", line: line, source: prompt, siblingGroup: group ?? id,
      pool: pool, daily: daily)
  }

  static func scheduler(_ options: StudyOptions = StudyOptions()) -> Scheduler {
    Scheduler(options: options, calendar: calendar)
  }

  /// A card in review whose last answer was so many days ago.
  static func reviewed(
    _ id: String, stability: Double = 10, daysAgo: Int, interval: Int, group: String? = nil,
    kind: CardKind = .recall, now: Instant = morning, page: String = "page", line: Int = 1
  ) -> StudyCard {
    let last = now.adding(seconds: -Double(daysAgo) * day)
    let due = calendar.start(of: calendar.day(of: last).adding(days: interval))
    let memory = kind == .question ? nil : MemoryState(stability: stability, difficulty: 5)
    return StudyCard(
      card: card(id, page: page, kind: kind, line: line, group: group),
      schedule: Schedule(
        state: .review, memory: memory, due: due, lastReview: last, interval: interval,
        reviews: 3))
  }

  static func rating(_ random: inout SplitMix64) -> Rating {
    switch random.below(10) {
    case 0, 1: .again
    case 2: .hard
    case 9: .easy
    default: .good
    }
  }

  /// A vault whose cards have every state, some siblings, some open questions.
  static func vault(_ count: Int, seed: UInt64, now: Instant = morning) -> [StudyCard] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      let kind: CardKind = random.below(12) == 0 ? .question : .cloze
      var result = StudyCard(
        card: card(
          "card-\(index)", page: "page-\(index / 10)", kind: kind, line: index % 10 + 1,
          group: random.below(2) == 0 ? "group-\(index / 3)" : nil, daily: random.below(20) > 0))
      let ago = Double(random.below(60) + 1) * day
      switch random.below(kind == .question ? 2 : 4) {
      case 1:
        let days = random.below(70) + 1
        result.schedule =
          reviewed(
            "", stability: Double(days), daysAgo: Int(ago / day), interval: days, kind: kind,
            now: now
          ).schedule
      case 2:
        result.schedule.state = random.below(2) == 0 ? .learning(step: 0) : .relearning(step: 0)
        result.schedule.memory = MemoryState(stability: 1, difficulty: 6)
        result.schedule.lastReview = now.adding(seconds: -ago)
        result.schedule.due = now.adding(seconds: 600 - ago)
        result.schedule.reviews = 1
      default: break
      }
      result.schedule.suspended = random.below(15) == 0
      return result
    }
  }
}
