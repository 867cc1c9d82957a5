import FSRS

/// A study day with its two ends, looked up once.
struct DayFrame: Sendable, Hashable {
  let day: StudyDay
  let start: Instant
  /// When the next day begins.
  let end: Instant

  init(at moment: Instant, calendar: StudyCalendar) {
    day = calendar.day(of: moment)
    start = calendar.start(of: day)
    end = calendar.start(of: day.adding(days: 1))
  }

  func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }

  /// Whether a review that falls due at the beginning of a day falls due today or did before.
  /// Half a day is allowed for, so that a due date set in another time zone keeps its date.
  func reaches(due: Instant) -> Bool { due < end.adding(seconds: -12 * 3600) }
}

/// A card in learning steps that comes back within the day.
struct LearningEntry: Sendable, Comparable {
  let due: Instant
  /// The card's place in the session.
  let index: Int

  static func < (left: LearningEntry, right: LearningEntry) -> Bool {
    (left.due, left.index) < (right.due, right.index)
  }
}

/// What is left of today, in the order in which it is shown.
struct DailyQueue: Sendable {
  /// Reviews, new cards and questions: places of cards in the session.
  var main: [Int] = []
  /// How many of `main` are behind us. `main` itself stays, so that keeping an earlier state for
  /// undo costs nothing.
  var position = 0
  var learning = Heap<LearningEntry>()
  var counts = QueueCounts()
  var done = DayCounts()
  /// Cards that could be shown today but for the limits or their siblings.
  var heldBack = false
  /// Whether the limits of the day are the reason for some of them.
  var isLimited = false

  var next: Int? { position < main.count ? main[position] : nil }
}

/// How many reviews are due on each coming day, kept up to date answer by answer.
struct DueLoad: Sendable {
  /// The study day that the first count belongs to.
  let first: StudyDay
  private let start: Instant
  private var counts: [Int32] = []
  private static let most = 40_000

  init(from frame: DayFrame) {
    first = frame.day
    start = frame.start
  }

  /// How many reviews a day, given by its number, has.
  func reviews(on day: Int) -> Int {
    let offset = day - first.number
    return counts.indices.contains(offset) ? Int(counts[offset]) : 0
  }

  /// The counts from the first day on; what was due before is counted there.
  var days: [Int] { counts.map(Int.init) }

  /// Starts from counts that were made elsewhere, the first that of `first`.
  mutating func take(_ counts: [Int]) {
    self.counts = counts.prefix(Self.most).map { Int32(clamping: $0) }
  }

  mutating func add(_ schedule: Schedule, times: Int32 = 1) {
    guard schedule.state == .review, !schedule.suspended else { return }
    // Rounding forgives the hour that a change of the clocks moves the beginning of a day.
    let days = (schedule.due.seconds(since: start) / 86_400).rounded()
    guard days < Double(Self.most) else { return }
    let offset = max(0, Int(max(0, days)))
    if offset >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: offset + 1 - counts.count))
    }
    counts[offset] += times
  }

  mutating func remove(_ schedule: Schedule) { add(schedule, times: -1) }
}

extension Scheduler {
  /// An answer outside a review, its due date chosen as in one.
  /// - Parameter reviewsDue: how many reviews of the whole vault fall due on each day from today on.
  public func answer(
    _ card: StudyCard, rating: Rating, at moment: Instant, reviewsDue: [Int]
  ) -> Answer {
    var load = DueLoad(from: DayFrame(at: moment, calendar: calendar))
    load.take(reviewsDue)
    return answer(card, rating: rating, at: moment, load: load.reviews(on:))
  }
}
