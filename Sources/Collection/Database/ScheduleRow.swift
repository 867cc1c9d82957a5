import FSRS
import GRDB
import Study

/// A row of `schedule` as the collection works with it: what `Study` sees, and the two columns
/// that tie it to the log.
struct ScheduleRow: Hashable {
  var schedule: Schedule
  /// The card's last row in the log.
  var newestReview: Int64?
  /// When the card was brought back without an answer, if that was after the last one.
  var broughtBack: Int64?

  /// In the order of `init(_:from:)`.
  static let columns = """
    state, step, stability, difficulty, due_ms, last_ms, interval, reviews, lapses, \
    suspended, buried_on, marked, newest_review, brought_back_ms
    """
  static let columnCount: Int32 = 14

  init(schedule: Schedule, newestReview: Int64?, broughtBack: Int64?) {
    self.schedule = schedule
    self.newestReview = newestReview
    self.broughtBack = broughtBack
  }

  /// Reads `columns`, the first of which is the statement's column `start`.
  init(_ row: Columns, from start: Int32) {
    schedule = Schedule(
      state: CardState(code: row.int(start), step: row.int(start + 1)),
      memory: row.memory(at: start + 2),
      due: Instant(milliseconds: row.integer(start + 4)),
      lastReview: row.integerIfAny(start + 5).map { Instant(milliseconds: $0) },
      interval: row.int(start + 6), reviews: row.int(start + 7), lapses: row.int(start + 8),
      suspended: row.flag(start + 9),
      buriedOn: row.integerIfAny(start + 10).map { StudyDay(number: Int($0)) },
      marked: row.flag(start + 11))
    newestReview = row.integerIfAny(start + 12)
    broughtBack = row.integerIfAny(start + 13)
  }
}

extension Binder {
  /// Binds the values of `ScheduleRow.columns`.
  mutating func bind(_ row: ScheduleRow) {
    let schedule = row.schedule
    bind(schedule.state.code)
    bind(schedule.state.step)
    bind(schedule.memory?.stability)
    bind(schedule.memory?.difficulty)
    bind(schedule.due.milliseconds)
    bind(schedule.lastReview?.milliseconds)
    bind(schedule.interval)
    bind(schedule.reviews)
    bind(schedule.lapses)
    bind(schedule.suspended)
    bind(schedule.buriedOn.map { Int64($0.number) })
    bind(schedule.marked)
    bind(row.newestReview)
    bind(row.broughtBack)
  }
}

extension Columns {
  func memory(at start: Int32) -> MemoryState? {
    isNull(start)
      ? nil : MemoryState(stability: double(start), difficulty: double(start + 1))
  }
}

extension CardState {
  /// What is kept in the file: 0 new, 1 learning, 2 review, 3 relearning.
  var code: Int {
    switch self {
    case .new: 0
    case .learning: 1
    case .review: 2
    case .relearning: 3
    }
  }

  /// 0 outside the steps.
  var step: Int {
    switch self {
    case .learning(let step), .relearning(let step): step
    case .new, .review: 0
    }
  }

  init(code: Int, step: Int) {
    self =
      switch code {
      case 1: .learning(step: step)
      case 2: .review
      case 3: .relearning(step: step)
      default: .new
      }
  }
}

extension Database {
  func scheduleRow(of id: String) throws -> ScheduleRow? {
    try first("SELECT \(ScheduleRow.columns) FROM schedule WHERE card_id = ?") {
      $0.bind(id)
    } _: {
      ScheduleRow($0, from: 0)
    }
  }

  /// - Returns: whether there is such a card.
  @discardableResult
  func updateSchedule(of id: String, to row: ScheduleRow) throws -> Bool {
    try run(
      """
      UPDATE schedule SET (\(ScheduleRow.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      WHERE card_id = ?
      """
    ) {
      $0.bind(row)
      $0.bind(id)
    }
    return changesCount > 0
  }
}
