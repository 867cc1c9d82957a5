import Cards
import FSRS
import Notes

/// Counts a collection into `Statistics`, in one pass: first every card, then the log in the order of
/// time. What it keeps grows with the cards and the days, never with the log.
public struct StatisticsTally {
  /// A card as far as statistics ask.
  public struct CountedCard: Sendable {
    public var id: Card.ID
    public var page: String
    public var kind: CardKind
    public var isDaily: Bool
    public var isResting: Bool
    public var schedule: Schedule

    public init(
      id: Card.ID, page: String, kind: CardKind, isDaily: Bool, isResting: Bool,
      schedule: Schedule
    ) {
      self.id = id
      self.page = page
      self.kind = kind
      self.isDaily = isDaily
      self.isResting = isResting
      self.schedule = schedule
    }
  }

  /// A row of the review log; its card is given by number.
  public struct LogRow: Sendable {
    public var id: Int64
    public var card: Int
    public var time: Instant
    public var rating: Rating
    public var kind: ReviewKind
    /// Study days since the card's row `previous`.
    public var elapsedDays: Int
    /// In milliseconds.
    public var duration: Int
    public var isFirst: Bool
    /// After the answer; nil for open questions.
    public var stability: Double?
    /// After the answer, in days.
    public var interval: Int
    public var previous: Int64?

    public init(
      id: Int64, card: Int, time: Instant, rating: Rating, kind: ReviewKind, elapsedDays: Int,
      duration: Int, isFirst: Bool, stability: Double?, interval: Int, previous: Int64?
    ) {
      self.id = id
      self.card = card
      self.time = time
      self.rating = rating
      self.kind = kind
      self.elapsedDays = elapsedDays
      self.duration = duration
      self.isFirst = isFirst
      self.stability = stability
      self.interval = interval
      self.previous = previous
    }
  }

  /// What is kept of a card between two of its rows.
  private struct Trace {
    /// Place in `pages`; nil when the card is not in the scope.
    var page: Int32?
    var kind: CardKind
    var row: Int64 = 0
    var day: Int32 = .min
    /// The study day of the last row that counted for retention.
    var countedDay: Int32 = .min
    var interval: Int32 = 0
    var stability = Double.nan
  }

  private struct PeriodTally {
    var retentionByPage: [Retention] = []
    var retentionByKind: [CardKind: Retention] = [:]
    var calibration = Calibration()
  }

  private let scheduler: Scheduler
  private let now: Instant
  private var statistics: Statistics
  private var frame: DayFrame
  private var traces: [Trace] = []
  private var pages: [PageStanding] = []
  private var places: [String: Int] = [:]
  private var periods = Array(repeating: PeriodTally(), count: StatisticsPeriod.allCases.count)
  private var leeches: [(id: Card.ID, lapses: Int)] = []

  /// How many days the forecast looks ahead.
  public static let forecastDays = 365

  public init(scope: StatisticsScope, scheduler: Scheduler, now: Instant) {
    self.scheduler = scheduler
    self.now = now
    let calendar = scheduler.calendar
    frame = DayFrame(at: now, calendar: calendar)
    statistics = Statistics(
      scope: scope, today: frame.day,
      forecast: DueForecast(days: Self.forecastDays, now: now, calendar: calendar))
  }

  // MARK: Cards

  /// Counts a card.
  /// - Returns: its number, by which the rows of the log name it.
  public mutating func add(_ card: CountedCard) -> Int {
    guard isInScope(card.page) else { return number(Trace(page: nil, kind: card.kind)) }
    let place = place(of: card.page)
    count(card)
    if !card.isResting { measure(card, place: place) }
    return number(Trace(page: Int32(place), kind: card.kind))
  }

  /// Makes room for a card that the log knows and nothing else does: its answers count for the vault,
  /// and for no page.
  /// - Returns: its number.
  public mutating func addUnknownCard() -> Int {
    number(Trace(page: statistics.scope == .vault ? Self.nowhere : nil, kind: .recall))
  }

  private static let nowhere: Int32 = -1

  private mutating func number(_ trace: Trace) -> Int {
    traces.append(trace)
    return traces.count - 1
  }

  private mutating func measure(_ card: CountedCard, place: Int) {
    let schedule = card.schedule
    if let days = statistics.forecast.add(schedule, isDaily: card.isDaily), days <= 0 {
      pages[place].due += 1
    }
    guard card.kind != .question else { return }
    if let memory = schedule.memory {
      statistics.stability.add(memory.stability)
      statistics.difficulty.add(memory.difficulty)
    }
    if card.isDaily || schedule.reviews > 0 {
      pages[place].knowledge.add(scheduler.known(schedule, at: now))
    }
    if scheduler.isLeech(schedule) { leeches.append((card.id, schedule.lapses)) }
  }

  private func isInScope(_ page: String) -> Bool {
    switch statistics.scope {
    case .vault: true
    case .page(let path): page == path
    }
  }

  private mutating func place(of page: String) -> Int {
    if let last = places[page] { return last }
    places[page] = pages.count
    pages.append(PageStanding(page: page))
    for period in periods.indices { periods[period].retentionByPage.append(Retention()) }
    return pages.count - 1
  }

  private mutating func count(_ card: CountedCard) {
    let schedule = card.schedule
    if card.isResting {
      statistics.cards.resting += 1
    } else if card.kind == .question {
      statistics.cards.questions += 1
    } else if !card.isDaily, schedule.reviews == 0 {
      statistics.cards.quizOnly += 1
    } else if schedule.suspended {
      statistics.cards.suspended += 1
    } else {
      switch schedule.state {
      case .new: statistics.cards.new += 1
      case .learning, .relearning: statistics.cards.learning += 1
      case .review where schedule.interval < Retention.matureInterval: statistics.cards.young += 1
      case .review: statistics.cards.mature += 1
      }
    }
  }

  // MARK: The log

  /// Counts a row. Rows come in the order of time, and of numbers where times are equal.
  public mutating func add(_ row: LogRow) {
    guard traces.indices.contains(row.card), let page = traces[row.card].page, row.kind != .quiz
    else { return }
    if !frame.contains(row.time) { frame = DayFrame(at: row.time, calendar: scheduler.calendar) }
    if statistics.days.last?.day != frame.day {
      statistics.days.append(DayActivity(day: frame.day))
    }
    let before = traces[row.card]
    follow(row)
    let last = statistics.days.count - 1
    let isMature = before.interval >= Retention.matureInterval
    statistics.days[last].count(row, isMature: isMature)
    let day = Int32(clamping: frame.day.number)
    guard row.kind == .review, before.countedDay != day else { return }
    traces[row.card].countedDay = day
    statistics.days[last].retention.add(row.rating, isMature: isMature)
    let predicted = predicted(row, before: before)
    for (index, period) in StatisticsPeriod.allCases.enumerated()
    where period.contains(frame.day, today: statistics.today) {
      if page >= 0 {
        periods[index].retentionByPage[Int(page)].add(row.rating, isMature: isMature)
        periods[index].retentionByKind[before.kind, default: Retention()]
          .add(row.rating, isMature: isMature)
      }
      if let predicted {
        periods[index].calibration.add(predicted: predicted, passed: row.rating > .again)
      }
    }
  }

  private mutating func follow(_ row: LogRow) {
    traces[row.card].row = row.id
    traces[row.card].day = Int32(clamping: frame.day.number)
    traces[row.card].interval = Int32(clamping: row.interval)
    traces[row.card].stability = row.stability ?? .nan
  }

  /// The chance of recall that the memory before the answer gave.
  private func predicted(_ row: LogRow, before: Trace) -> Double? {
    guard before.stability.isFinite else { return nil }
    // The days were counted where and when the answer was given; they hold unless another row has
    // come in between since, from another machine.
    let days =
      row.previous == before.row
      ? row.elapsedDays : max(0, frame.day.number - Int(before.day))
    return scheduler.model.retrievability(after: Double(days), stability: before.stability)
  }

  /// Counts an answer in a quiz. They come in the order of time.
  public mutating func addQuiz(card: Int, time: Instant, isRight: Bool) {
    guard traces.indices.contains(card), traces[card].page != nil else { return }
    if !frame.contains(time) { frame = DayFrame(at: time, calendar: scheduler.calendar) }
    if statistics.quizzes.last?.day != frame.day {
      statistics.quizzes.append(QuizDay(day: frame.day))
    }
    statistics.quizzes[statistics.quizzes.count - 1].asked += 1
    if isRight { statistics.quizzes[statistics.quizzes.count - 1].right += 1 }
  }

  // MARK: The result

  /// The cards that are leeches, most often forgotten first.
  public var leechIDs: [Card.ID] {
    leeches.sorted { ($1.lapses, $0.id) < ($0.lapses, $1.id) }.map(\.id)
  }

  /// - Parameter leeches: the cards of `leechIDs`, in that order.
  public func statistics(leeches: [StudyCard]) -> Statistics {
    var result = statistics
    result.leeches = leeches
    result.pages = pages.filter { $0.knowledge.cards > 0 }.sorted { left, right in
      let (less, more) = (left.knowledge.known ?? 0, right.knowledge.known ?? 0)
      return less == more ? NaturalOrder.precedes(left.page, right.page) : less < more
    }
    for (index, period) in StatisticsPeriod.allCases.enumerated() {
      result.figures[period] = figures(periods[index], over: result.days(in: period))
    }
    return result
  }

  private func figures(
    _ tally: PeriodTally, over days: ArraySlice<DayActivity>
  ) -> PeriodFigures {
    var figures = PeriodFigures()
    figures.daysStudied = days.count
    for day in days {
      figures.answers += day.answers
      figures.duration += day.duration
      figures.retention = figures.retention + day.retention
      figures.ratings = figures.ratings + day.ratings
    }
    for (place, retention) in tally.retentionByPage.enumerated() where retention.all.total > 0 {
      figures.retentionByPage[pages[place].page] = retention
    }
    figures.retentionByKind = tally.retentionByKind
    figures.calibration = tally.calibration
    return figures
  }
}

extension DayActivity {
  fileprivate mutating func count(_ row: StatisticsTally.LogRow, isMature: Bool) {
    if row.isFirst { firsts += 1 }
    duration += Int64(min(max(0, row.duration), Self.longestAnswer))
    switch row.kind {
    case .learning:
      learning += 1
      ratings.learning[row.rating] += 1
    case .relearning:
      relearning += 1
      ratings.learning[row.rating] += 1
    case .review:
      review += 1
      if isMature { ratings.mature[row.rating] += 1 } else { ratings.young[row.rating] += 1 }
    case .question: questions += 1
    case .quiz: break
    }
  }
}
