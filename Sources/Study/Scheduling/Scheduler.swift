import Cards
import FSRS

/// Turns an answer into the card's next schedule. Pure: the same card, rating, moment and load
/// always give the same schedule.
public struct Scheduler: Sendable {
  public let options: StudyOptions
  public let calendar: StudyCalendar
  public let model: Model
  let steps: LearningSteps
  let relearningSteps: LearningSteps
  let retention: Double
  let longest: Int

  public init(options: StudyOptions = StudyOptions(), calendar: StudyCalendar) {
    self.options = options
    self.calendar = calendar
    model = Model(options.parameters)
    steps = LearningSteps(options.learningSteps)
    relearningSteps = LearningSteps(options.relearningSteps)
    let wanted = options.desiredRetention
    retention = wanted.isNaN ? 0.9 : min(0.97, max(0.7, wanted))
    longest = min(36_500, max(3, options.maximumInterval))
  }

  /// What a rating makes of a card. `load` says how many reviews a study day, given by its number,
  /// already has; intervals prefer days with few.
  public func schedule(
    _ card: StudyCard, rating: Rating, at moment: Instant, load: (Int) -> Int = { _ in 0 }
  ) -> Schedule {
    let occasion = Occasion(card: card, at: moment, in: self)
    return schedule(occasion, rating: rating) { interval(occasion, rating: $0, load: load) }
  }

  /// What each rating would make of a card: exactly what `schedule` gives when it is chosen.
  public func preview(
    _ card: StudyCard, at moment: Instant, load: (Int) -> Int = { _ in 0 }
  ) -> [Rating: Schedule] {
    let occasion = Occasion(card: card, at: moment, in: self)
    var result: [Rating: Schedule] = [:]
    for rating in Rating.allCases {
      result[rating] = schedule(occasion, rating: rating) {
        interval(occasion, rating: $0, load: load)
      }
    }
    return result
  }

  /// The row of the review log for an answer, with the schedule before and after it.
  /// `duration` is in milliseconds.
  public func answer(
    _ card: StudyCard, rating: Rating, at moment: Instant, duration: Int = 0,
    load: (Int) -> Int = { _ in 0 }
  ) -> Answer {
    let occasion = Occasion(card: card, at: moment, in: self)
    let after = schedule(occasion, rating: rating) {
      interval(occasion, rating: $0, load: load)
    }
    return Answer(
      cardID: card.id, time: moment, rating: rating, kind: occasion.kind,
      elapsedDays: occasion.elapsedDays, duration: max(0, duration), before: card.schedule,
      after: after)
  }

  /// The schedule after an answer of the review log. Chance and load had their say when the answer
  /// was given: `recordedInterval` is the interval in days that was chosen then.
  public func replay(
    _ card: StudyCard, rating: Rating, at moment: Instant, recordedInterval: Int
  ) -> Schedule {
    schedule(Occasion(card: card, at: moment, in: self), rating: rating) { _ in recordedInterval }
  }

  /// The chance that a card is recalled at a moment, 0…1; nil while nothing is known of it.
  public func retrievability(of schedule: Schedule, at moment: Instant) -> Double? {
    guard let memory = schedule.memory, let last = schedule.lastReview else { return nil }
    let days = max(0, moment.seconds(since: last)) / 86_400
    return model.retrievability(after: days, stability: memory.stability)
  }

  /// How well a card is known at a moment, for meters and figures: its chance of recall, 0…1. One that
  /// was just forgotten, or is in its first learning step, is not known yet, whatever can be said from
  /// having seen the answer a moment ago; nil while it is new.
  public func known(_ schedule: Schedule, at moment: Instant) -> Double? {
    switch schedule.state {
    case .relearning, .learning(step: 0): schedule.memory == nil ? nil : 0
    case .new, .learning, .review: retrievability(of: schedule, at: moment)
    }
  }

  /// Days until retrievability falls to the desired retention, before fuzz and limits.
  func plainInterval(_ memory: MemoryState) -> Double {
    model.interval(stability: memory.stability, retention: retention)
  }
}

extension Scheduler {
  /// Whether a card is forgotten so often that it should be rewritten.
  public func isLeech(_ schedule: Schedule) -> Bool {
    options.leechLapses > 0 && schedule.lapses >= options.leechLapses
  }

  /// Whether this very answer should be pointed out: the lapse that made the card a leech, and
  /// after that every further half as many lapses (8, 12, 16, …).
  public func noticesLeech(_ answer: Answer) -> Bool {
    guard isLeech(answer.after), answer.after.lapses > answer.before.lapses else { return false }
    let beyond = answer.after.lapses - options.leechLapses
    return beyond % max(1, (options.leechLapses + 1) / 2) == 0
  }

  /// A card that is to be reviewed today although its day has not come: a miss in a quiz, or a fact
  /// whose answer changed in the notes. A learnt card goes through relearning, without a lapse.
  public func broughtBack(_ schedule: Schedule, at moment: Instant) -> Schedule {
    var result = schedule
    result.due = moment
    result.buriedOn = nil
    switch schedule.state {
    case .new, .learning, .relearning: break
    case .review where schedule.memory == nil: break
    case .review:
      result.state = .relearning(step: 0)
      result.interval = 0
    }
    return result
  }
}
