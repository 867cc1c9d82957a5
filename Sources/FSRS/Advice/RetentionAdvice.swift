/// What a desired retention costs and brings over the coming time, found by simulating it.
public enum RetentionAdvice {
  /// A card that is being learned already.
  public struct KnownCard: Sendable, Hashable {
    public var memory: MemoryState
    /// Days since its last review.
    public var elapsedDays: Double

    public init(memory: MemoryState, elapsedDays: Double) {
      self.memory = memory
      self.elapsedDays = elapsedDays
    }
  }

  /// What to expect with one desired retention.
  public struct Outlook: Sendable, Hashable {
    public let retention: Double
    /// Mean study time.
    public let minutesPerDay: Double
    public let reviewsPerDay: Double
    /// How many cards would be recalled on the last day: the sum of their chances.
    public let known: Double
    /// How many cards have been met by then.
    public let met: Int
  }

  /// The retentions worth a look: below, much is forgotten for good; above, cards come back daily.
  public static let retentions: [Double] = (70...97).map { Double($0) / 100 }

  /// Simulates the coming days once for each desired retention, with the same luck.
  ///
  /// Every day the due cards come first, up to the limit, then new ones. A forgotten card is answered
  /// once more on the same day and then recalled, as is a new one first rated Again.
  ///
  /// - Parameters:
  ///   - cards: those that are being learned.
  ///   - unseen: how many more there are to be met.
  ///   - days: how far to look, at least 1.
  ///   - seed: the same seed gives the same result.
  public static func outlooks(
    _ model: Model, cards: [KnownCard], unseen: Int, habits: StudyHabits = .standard,
    retentions: [Double] = retentions, days: Int = 365, seed: UInt64
  ) -> [Outlook] {
    concurrently(retentions.count) { index in
      var simulation = Simulation(
        model, cards: cards, unseen: unseen, habits: habits, retention: retentions[index],
        days: max(1, days), seed: seed)
      return simulation.run()
    }
  }
}

/// One simulated stretch of study.
private struct Simulation {
  let model: Model
  let habits: StudyHabits
  let retention: Double
  let days: Int
  var random: RandomNumbers
  var unseen: Int
  /// Of every card that was met, and the day of its last review; today is day 0.
  var memories: [MemoryState] = []
  var lastDays: [Double] = []
  /// The cards due on each day.
  var due: [[Int]]
  var seconds = 0.0
  var reviews = 0

  init(
    _ model: Model, cards: [RetentionAdvice.KnownCard], unseen: Int, habits: StudyHabits,
    retention: Double, days: Int, seed: UInt64
  ) {
    self.model = model
    self.habits = habits
    self.retention = retention
    self.days = days
    self.unseen = max(0, unseen)
    random = RandomNumbers(seed: seed)
    due = Array(repeating: [], count: days)
    for (index, card) in cards.enumerated() {
      memories.append(card.memory)
      lastDays.append(-max(0, card.elapsedDays))
      schedule(index)
    }
  }

  mutating func run() -> RetentionAdvice.Outlook {
    var backlog: [Int] = []
    for day in 0..<days {
      backlog.append(contentsOf: due[day])
      due[day] = []
      let today = min(backlog.count, max(0, habits.reviewsPerDay))
      for index in backlog.prefix(today) { review(index, on: day) }
      backlog.removeFirst(today)
      let new = min(unseen, max(0, habits.newCardsPerDay))
      for _ in 0..<new { meet(on: day) }
      unseen -= new
    }
    let known = zip(memories, lastDays).reduce(0) { sum, card in
      sum + model.retrievability(after: Double(days) - card.1, stability: card.0.stability)
    }
    return RetentionAdvice.Outlook(
      retention: retention, minutesPerDay: seconds / 60 / Double(days),
      reviewsPerDay: Double(reviews) / Double(days), known: known, met: memories.count)
  }

  private mutating func review(_ index: Int, on day: Int) {
    let elapsed = Double(day) - lastDays[index]
    let chance = model.retrievability(after: elapsed, stability: memories[index].stability)
    let rating = random.unit() < chance ? recallRating() : .again
    answer(index, rating, elapsedDays: elapsed, on: day)
  }

  private mutating func meet(on day: Int) {
    let rating =
      Rating(rawValue: random.index(by: habits.firstRatings) + 1) ?? .good
    memories.append(model.first(rating))
    lastDays.append(Double(day))
    count(rating)
    finish(memories.count - 1, after: rating)
  }

  private mutating func answer(_ index: Int, _ rating: Rating, elapsedDays: Double, on day: Int) {
    memories[index] = model.next(memories[index], rating: rating, elapsedDays: elapsedDays)
    lastDays[index] = Double(day)
    count(rating)
    finish(index, after: rating)
  }

  /// Repeats a forgotten card on the same day, and schedules it.
  private mutating func finish(_ index: Int, after rating: Rating) {
    if rating == .again {
      let again = recallRating()
      memories[index] = model.next(memories[index], rating: again, elapsedDays: 0)
      count(again)
    }
    schedule(index)
  }

  private mutating func recallRating() -> Rating {
    Rating(rawValue: random.index(by: habits.recallRatings) + 2) ?? .good
  }

  private mutating func count(_ rating: Rating) {
    reviews += 1
    seconds +=
      habits.seconds.indices.contains(rating.rawValue - 1)
      ? habits.seconds[rating.rawValue - 1] : 0
  }

  private mutating func schedule(_ index: Int) {
    let interval = model.interval(stability: memories[index].stability, retention: retention)
      .rounded().clamped(to: 1...Double(max(1, habits.longestInterval)))
    let day = max(lastDays[index] + interval, 0)
    if day < Double(days) { due[Int(day)].append(index) }
  }
}
