import Cards
import Collection
import FSRS
import Study

extension Desk {
  /// The collection's log as the memory model reads it: answers to open questions and in quizzes
  /// are no reviews.
  func reviewLog() throws -> ReviewLog {
    var numbers: [Card.ID: Int64] = [:]
    var entries: [ReviewLog.Entry] = []
    try collection.eachReview { row in
      guard row.kind != .question, row.kind != .quiz else { return }
      let next = Int64(numbers.count)
      let number = numbers[row.cardID, default: next]
      numbers[row.cardID] = number
      entries.append(
        ReviewLog.Entry(
          card: number, time: row.time.milliseconds, rating: row.rating,
          elapsedDays: row.elapsedDays))
    }
    return ReviewLog(entries)
  }

  /// Makes parameters the ones in use, and replays the log with them; nil are the defaults.
  func takeOver(_ parameters: Parameters?) throws {
    let fitted = try parameters.map {
      FittedParameters(parameters: $0, fittedAt: now, reviews: try collection.reviewCount())
    }
    try collection.setFittedParameters(fitted, at: now)
    var options = scheduler.options
    options.parameters = parameters ?? .standard
    try collection.rebuildSchedules(
      using: Scheduler(options: options, calendar: scheduler.calendar))
  }

  /// The coming year for each desired retention, from the cards and habits of this collection.
  func retentionOutlooks() throws -> [RetentionAdvice.Outlook] {
    let now = now
    let daily = try collection.studyCards().filter { $0.card.daily && $0.card.kind != .question }
    let known = daily.compactMap { card -> RetentionAdvice.KnownCard? in
      guard let memory = card.schedule.memory, let last = card.schedule.lastReview else {
        return nil
      }
      return RetentionAdvice.KnownCard(
        memory: memory, elapsedDays: max(0, now.seconds(since: last)) / 86_400)
    }
    var habits = StudyHabits(try reviewLog())
    habits.seconds = try secondsPerAnswer(usual: habits.seconds)
    habits.newCardsPerDay = scheduler.options.newPerDay
    habits.reviewsPerDay = scheduler.options.reviewsPerDay
    habits.longestInterval = scheduler.options.maximumInterval
    return RetentionAdvice.outlooks(
      scheduler.model, cards: known, unseen: daily.count - known.count, habits: habits, seed: 1)
  }

  /// The mean time of an answer by rating, Again first; with the usual ones mixed in, so that few
  /// answers, or one left open over lunch, do not say more than they know.
  private func secondsPerAnswer(usual: [Double]) throws -> [Double] {
    let weight = 20.0
    var sums = usual.map { $0 * weight }
    var counts = usual.map { _ in weight }
    try collection.eachReview { row in
      guard row.kind != .question, row.kind != .quiz, row.duration > 0 else { return }
      sums[row.rating.rawValue - 1] += min(60, Double(row.duration) / 1000)
      counts[row.rating.rawValue - 1] += 1
    }
    return zip(sums, counts).map { $0 / $1 }
  }
}
