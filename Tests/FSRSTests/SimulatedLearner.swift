@testable import FSRS

/// A learner whose memory is an FSRS model with parameters of its own, and who reviews when the
/// default parameters say so.
struct SimulatedLearner {
  /// Stays longer, forgets faster: far enough from the defaults to be worth finding.
  static let parameters = Parameters(clipping: [
    0.5, 2, 5, 16, 7, 0.7, 2.3, 0.02, 1.4, 0.12, 1.0, 1.9, 0.09, 0.3, 2.1, 0.35, 2.6, 0.7, 0.25,
    0.12, 0.3,
  ])

  /// Reviews `cards` new cards a day for so many days; the log is ordered by time.
  static func log(
    cards: Int, days: Int, seed: UInt64, parameters: Parameters = parameters
  ) -> ReviewLog {
    ReviewLog(entries(cards: cards, days: days, seed: seed, parameters: parameters))
  }

  static func entries(
    cards: Int, days: Int, seed: UInt64, parameters: Parameters = parameters
  ) -> [ReviewLog.Entry] {
    var generator = SeededGenerator(seed: seed)
    let mind = Model(parameters)
    let scheduler = Model()
    var entries: [ReviewLog.Entry] = []
    var minds: [MemoryState?] = []
    var schedules: [MemoryState?] = []
    var lastDays: [Int] = []
    var due: [[Int]] = Array(repeating: [], count: days)

    for day in 0..<days {
      for _ in 0..<cards {
        minds.append(nil)
        schedules.append(nil)
        lastDays.append(day)
        due[day].append(minds.count - 1)
      }
      for card in due[day] {
        let elapsed = day - lastDays[card]
        let luck = Double.random(in: 0..<1, using: &generator)
        var rating: Rating
        if let memory = minds[card] {
          let chance = mind.retrievability(
            after: Double(elapsed), stability: memory.stability)
          rating = luck >= chance ? .again : luck < chance * 0.1 ? .hard : .good
        } else {
          rating = luck < 0.2 ? .again : luck < 0.35 ? .hard : luck < 0.9 ? .good : .easy
        }
        var days = elapsed
        while true {
          minds[card] = mind.next(minds[card], rating: rating, elapsedDays: Double(days))
          schedules[card] = scheduler.next(
            schedules[card], rating: rating, elapsedDays: Double(days))
          entries.append(
            ReviewLog.Entry(
              card: Int64(card), time: Int64(entries.count), rating: rating, elapsedDays: days))
          days = 0
          if rating != .again { break }
          rating = .good
        }
        lastDays[card] = day
        let interval = scheduler.interval(
          stability: schedules[card]?.stability ?? 1, retention: 0.9)
        let next = day + Int(interval.rounded().clamped(to: 1...1000))
        if next < due.count { due[next].append(card) }
      }
    }
    return entries
  }
}
