import Cards
import FSRS

/// A card at the moment of its answer: what the rating does not change.
struct Occasion {
  let schedule: Schedule
  let kind: ReviewKind
  let moment: Instant
  let today: StudyDay
  /// Whole study days since the last answer; 0 for the first, and when the clock went backwards.
  let elapsedDays: Int
  let memories: [Rating: MemoryState]
  /// The same for preview and answer, whatever the time between them.
  let seed: UInt64

  init(card: StudyCard, at moment: Instant, in scheduler: Scheduler) {
    schedule = card.schedule
    kind =
      switch (card.card.kind, card.schedule.state) {
      case (.question, _): .question
      case (_, .new), (_, .learning): .learning
      case (_, .review): .review
      case (_, .relearning): .relearning
      }
    self.moment = moment
    let today = scheduler.calendar.day(of: moment)
    let elapsed = card.schedule.lastReview.map {
      max(0, today.days(since: scheduler.calendar.day(of: $0)))
    }
    self.today = today
    elapsedDays = elapsed ?? 0
    var random = SplitMix64(
      seed: StableHash.plain(card.id) &+ UInt64(truncatingIfNeeded: card.schedule.reviews))
    seed = random.next()
    guard kind != .question else {
      memories = [:]
      return
    }
    var memories: [Rating: MemoryState] = [:]
    for rating in Rating.allCases {
      memories[rating] = scheduler.model.next(
        card.schedule.memory, rating: rating, elapsedDays: Double(elapsed ?? 0))
    }
    self.memories = memories
  }
}

extension Scheduler {
  func schedule(
    _ occasion: Occasion, rating: Rating, interval: (Rating) -> Int
  ) -> Schedule {
    var result = occasion.schedule
    result.memory = occasion.memories[rating]
    result.lastReview = occasion.moment
    result.reviews += 1
    result.buriedOn = nil
    if occasion.kind == .review, rating == .again { result.lapses += 1 }
    if let next = nextStep(occasion, rating: rating) {
      result.state =
        occasion.kind == .learning ? .learning(step: next.step) : .relearning(step: next.step)
      result.interval = 0
      result.due = due(after: next.delay, occasion)
    } else {
      let days = interval(rating)
      result.state = .review
      result.interval = days
      result.due = calendar.start(of: occasion.today.adding(days: days))
    }
    return result
  }

  /// Steps of a day and more lead to a day, like intervals, not to a moment of it.
  private func due(after delay: Double, _ occasion: Occasion) -> Instant {
    guard delay >= 86_400 else { return occasion.moment.adding(seconds: delay) }
    return calendar.start(of: occasion.today.adding(days: Int((delay / 86_400).rounded())))
  }

  /// Nil when the rating gives an interval in days.
  func nextStep(_ occasion: Occasion, rating: Rating) -> LearningSteps.Next? {
    switch (occasion.kind, occasion.schedule.state) {
    case (.question, _), (.quiz, _): nil
    case (_, .new): steps.next(after: rating, at: 0)
    case (_, .learning(let step)): steps.next(after: rating, at: step)
    case (_, .relearning(let step)): relearningSteps.next(after: rating, at: step)
    case (_, .review):
      rating == .again ? relearningSteps.next(after: .again, at: 0) : nil
    }
  }

  /// The interval in days for a rating that leaves the steps.
  ///
  /// Fuzz moves FSRS's interval within its range, with two rules that come first: a better rating
  /// always waits longer (where the ranges would not allow it, by one day beyond them), and where
  /// FSRS asks for more than the last interval fuzz does not take that back. The two last days of
  /// the longest interval are kept for Good and Easy, so that the order holds there too.
  func interval(_ occasion: Occasion, rating: Rating, load: (Int) -> Int) -> Int {
    guard let memory = occasion.memories[rating] else {
      return options.questions.days(after: rating, previous: occasion.schedule.interval)
    }
    let most = longest - (Rating.easy.rawValue - max(rating, .hard).rawValue)
    let plain = plainInterval(memory)
    var least = 1
    if rating > .hard, let lower = Rating(rawValue: rating.rawValue - 1),
      nextStep(occasion, rating: lower) == nil
    {
      least = interval(occasion, rating: lower, load: load) + 1
    }
    let last = occasion.schedule.interval
    if rating > .again, occasion.schedule.state == .review, plain.rounded() > Double(last) {
      least = max(least, min(last + 1, most))
    }
    let range = Fuzz.range(of: min(plain, Double(most)))
    let lower = min(most, max(least, range.lowerBound))
    let upper = min(most, max(lower, range.upperBound))
    let today = occasion.today.number
    return Fuzz.choose(from: lower...upper, seed: occasion.seed) { load(today + $0) }
  }
}
