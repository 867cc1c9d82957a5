/// Chooses and orders what is shown on a study day. Linear in the cards, apart from ordering those
/// that are chosen.
struct QueuePlanner {
  let scheduler: Scheduler
  let frame: DayFrame
  let done: DayCounts
  let cards: [CardOutline]
  /// Schedules that have changed since `cards` were read, by their place.
  let changes: [Int: Schedule]

  /// What could be shown today, before siblings and limits.
  private struct Candidates {
    /// In their steps, those that were not answered today.
    var learning: [LearningEntry] = []
    /// In their steps, and begun today: they hold their group's day already.
    var begun: [LearningEntry] = []
    var reviews: [Ranked] = []
    var questions: [LearningEntry] = []
    var new: [Int] = []
    /// Cards that were asked for before their turn.
    var requested: [Int] = []
    var answeredToday: Set<Int> = []
    var siblings = SiblingClaims()
  }

  /// The most worthwhile first.
  private struct Ranked: Comparable, Sendable {
    let worth: Double
    let index: Int
    static func < (left: Ranked, right: Ranked) -> Bool {
      left.worth == right.worth ? left.index < right.index : left.worth > right.worth
    }
  }

  /// One card of each group of siblings a day: who comes first has the day.
  private struct SiblingClaims {
    private var groups: Set<Int64> = []
    mutating func reserve(_ count: Int) { groups.reserveCapacity(count) }
    /// False when a sibling was first. A card without a group, which is 0, has no siblings.
    mutating func claim(_ group: Int64) -> Bool {
      group == 0 || groups.insert(group).inserted
    }
  }

  func plan() -> DailyQueue {
    var candidates = gather()
    var queue = DailyQueue()
    queue.done = done
    var learning = candidates.begun
    learning.reserveCapacity(learning.count + candidates.learning.count)
    candidates.siblings.reserve(candidates.learning.count + scheduler.options.reviewsPerDay)
    for entry in candidates.learning.sorted() {
      if admits(entry.index, &candidates) { learning.append(entry) } else { queue.heldBack = true }
    }
    queue.learning = Heap(learning)
    let reviews = chooseReviews(&candidates, &queue)
    let new = chooseNew(&candidates, &queue)
    queue.main =
      Self.spread(new.facts, among: reviews.facts) + reviews.questions + new.questions
    queue.counts = QueueCounts(
      new: new.facts.count + new.questions.count, learning: learning.count,
      review: reviews.facts.count + reviews.questions.count)
    return queue
  }

  func schedule(_ index: Int) -> Schedule { changes[index] ?? cards[index].schedule }

  private func gather() -> Candidates {
    var found = Candidates()
    let changed = !changes.isEmpty
    // Room that is not used costs nothing, and growing step by step means copying.
    found.reviews.reserveCapacity(cards.count)
    cards.withUnsafeBufferPointer { cards in
      for index in cards.indices {
        let schedule =
          (changed ? changes[index] : nil) ?? cards[index].schedule
        var isBegun = false
        if let last = schedule.lastReview, frame.contains(last) {
          isBegun = true
          found.answeredToday.insert(index)
          _ = found.siblings.claim(cards[index].siblings)
        }
        guard cards[index].isInScope,
          Self.mayBeShown(schedule, daily: cards[index].isDaily, on: frame.day)
        else { continue }
        switch schedule.state {
        case .new where schedule.due.milliseconds > 0: found.requested.append(index)
        case .new: found.new.append(index)
        case .learning, .relearning:
          guard schedule.due < frame.end else { continue }
          let entry = LearningEntry(due: schedule.due, index: index)
          if isBegun { found.begun.append(entry) } else { found.learning.append(entry) }
        case .review:
          guard frame.reaches(due: schedule.due) else { continue }
          if cards[index].kind == .question {
            found.questions.append(LearningEntry(due: schedule.due, index: index))
          } else {
            let worth = scheduler.worth(schedule, at: frame.start)
            found.reviews.append(Ranked(worth: worth, index: index))
          }
        }
      }
    }
    return found
  }

  /// A card outside the daily deck is shown while it is being learnt or was asked for.
  static func mayBeShown(_ schedule: Schedule, daily: Bool, on day: StudyDay) -> Bool {
    guard !schedule.suspended, schedule.buriedOn != day else { return false }
    if daily { return true }
    return switch schedule.state {
    case .new: schedule.due.milliseconds > 0
    case .learning, .relearning: true
    case .review: false
    }
  }

  private func admits(_ index: Int, _ candidates: inout Candidates) -> Bool {
    candidates.answeredToday.contains(index)
      || candidates.siblings.claim(cards[index].siblings)
  }

  private typealias Choice = (facts: [Int], questions: [Int])

  /// Reviews within the limit. When not everything can be shown, open questions keep a tenth.
  private func chooseReviews(_ candidates: inout Candidates, _ queue: inout DailyQueue) -> Choice {
    let limit = max(0, scheduler.options.reviewsPerDay - done.reviewsDone)
    guard limit > 0 else {
      let isLimited = !candidates.reviews.isEmpty || !candidates.questions.isEmpty
      queue.isLimited = queue.isLimited || isLimited
      queue.heldBack = queue.heldBack || isLimited
      return ([], [])
    }
    var ranked = Heap(candidates.reviews)
    var facts: [Int] = []
    func take(upTo most: Int) {
      while facts.count < most, let best = ranked.removeFirst() {
        if admits(best.index, &candidates) {
          facts.append(best.index)
        } else {
          queue.heldBack = true
        }
      }
    }
    take(upTo: limit - min(candidates.questions.count, max(1, limit / 10)))
    var questions: [Int] = []
    for question in candidates.questions.sorted() {
      if facts.count + questions.count < limit, admits(question.index, &candidates) {
        questions.append(question.index)
      } else {
        queue.heldBack = true
      }
    }
    take(upTo: limit - questions.count)
    queue.isLimited = queue.isLimited || !ranked.isEmpty
    queue.heldBack = queue.heldBack || !ranked.isEmpty
    return (facts, questions)
  }

  /// New cards within the limit: those asked for, then page by page.
  private func chooseNew(_ candidates: inout Candidates, _ queue: inout DailyQueue) -> Choice {
    let limit = max(0, scheduler.options.newPerDay - done.newDone)
    var chosen: Choice = ([], [])
    var count = 0
    /// False when the limit is reached.
    func take(_ indices: some Sequence<Int>) -> Bool {
      for index in indices {
        guard count < limit else {
          queue.isLimited = true
          queue.heldBack = true
          return false
        }
        guard admits(index, &candidates) else {
          queue.heldBack = true
          continue
        }
        count += 1
        if cards[index].kind == .question {
          chosen.questions.append(index)
        } else {
          chosen.facts.append(index)
        }
      }
      return true
    }
    guard take(candidates.requested) else { return chosen }
    for page in pages(of: candidates.new) {
      guard take(page.sorted(by: comesFirst)) else { break }
    }
    return chosen
  }

  /// Whether one new card of a page is shown before another: what the page is built on first
  /// (facts, questions, the author's marks), then its definitions, tables and connections; each
  /// from the top of the page.
  private func comesFirst(_ left: Int, _ right: Int) -> Bool {
    func rank(_ index: Int) -> (Int, Int, Int) {
      let card = cards[index]
      let isCore: Bool =
        switch card.kind {
        case .recall, .list, .item, .gloss, .cloze, .question, .author: true
        case .definition, .cell, .order, .connection: false
        }
      return (isCore ? 0 : 1, card.line, index)
    }
    return rank(left) < rank(right)
  }

  /// The cards page by page, in the order in which the pages were given.
  private func pages(of indices: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    var page: UInt64?
    for index in indices {
      if cards[index].page != page {
        if !run.isEmpty { runs.append(run) }
        run = []
        page = cards[index].page
      }
      run.append(index)
    }
    if !run.isEmpty { runs.append(run) }
    // Almost always every page is in one piece.
    var place: [UInt64: Int] = [:]
    var pages: [[Int]] = []
    for run in runs {
      guard let first = run.first else { continue }
      if let known = place[cards[first].page] {
        pages[known] += run
      } else {
        place[cards[first].page] = pages.count
        pages.append(run)
      }
    }
    return pages
  }

  /// New cards at even distances among the reviews.
  static func spread(_ new: [Int], among reviews: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(new.count + reviews.count)
    var taken = 0
    for (index, card) in new.enumerated() {
      let before = (2 * index + 1) * reviews.count / (2 * new.count)
      result += reviews[taken..<before]
      taken = before
      result.append(card)
    }
    return result + reviews[taken...]
  }
}
