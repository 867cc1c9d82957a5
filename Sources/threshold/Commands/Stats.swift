import ArgumentParser
import Cards
import FSRS
import Notes
import Screens
import Study
import Surface

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what the review log says: retention, forecast, calibration, leeches.",
    discussion: """
      Answers are the rows of the review log. True retention counts the first review of a card on a \
      study day; learning, open questions and quizzes are left out. A mature card had an interval \
      of 21 days or more before the answer.
      """)

  @Option(help: "Only this page.")
  var page: String?
  @Option(help: "How far back: month (30 days), year (365 days) or all.")
  var period = StatisticsPeriod.year
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try Desk(vault)
    let page = try page.map { try findPage($0, in: desk.vault).path }
    let statistics = try desk.statistics(page: page)
    let titles = desk.titles
    if output.json {
      try Console.printJSON(
        ShownStatistics(
          statistics, page: page, period: period, titles: titles, now: desk.now))
    } else {
      print(
        StatisticsReport.text(
          statistics, period: period, titles: titles, width: 80,
          glyphs: Console.isUTF8 ? .unicode : .ascii))
    }
    try desk.close()
  }
}

extension StatisticsPeriod: ExpressibleByArgument {}

/// The statistics in the shape that other programs rely on, keys in snake case. Shares are 0…1, and
/// absent where there is nothing to divide by; dates are study days, ISO 8601.
struct ShownStatistics: Encodable {
  struct Period: Encodable { var name: String, firstDay: String?, lastDay: String }
  struct Counts: Encodable {
    var total: Int, new: Int, learning: Int, young: Int, mature: Int, suspended: Int
    var questions: Int, quizOnly: Int, resting: Int
  }
  struct Forecast: Encodable {
    struct Day: Encodable { var date: String, due: Int }
    /// Days without anything due are left out.
    var overdue: Int, days: [Day], later: Int
  }
  struct Day: Encodable {
    var date: String, answers: Int, new: Int, learning: Int, review: Int, relearning: Int
    var questions: Int, minutes: Double, passed: Int, failed: Int
  }
  struct Share: Encodable {
    var passed: Int, failed: Int, retention: Double?
    init(_ recall: Recall) {
      passed = recall.passed
      failed = recall.failed
      retention = recall.share
    }
  }
  struct ByAge: Encodable {
    var young: Share, mature: Share, all: Share
    init(_ retention: Retention) {
      young = Share(retention.young)
      mature = Share(retention.mature)
      all = Share(retention.all)
    }
  }
  struct PageRetention: Encodable {
    var page: String, title: String, young: Share, mature: Share, all: Share
  }
  struct KindRetention: Encodable { var kind: String, young: Share, mature: Share, all: Share }
  struct Ratings: Encodable {
    var again: Int, hard: Int, good: Int, easy: Int
    init(_ counts: RatingCounts) {
      again = counts.again
      hard = counts.hard
      good = counts.good
      easy = counts.easy
    }
  }
  struct RatingGroups: Encodable { var learning: Ratings, young: Ratings, mature: Ratings }
  struct Spread: Encodable {
    struct Part: Encodable { var from: Double, to: Double?, cards: Int }
    var mean: Double?
    var ranges: [Part]
  }
  struct Bin: Encodable {
    var from: Double, to: Double, reviews: Int, passed: Int, predicted: Double?, actual: Double?
  }
  struct Calibrated: Encodable {
    var reviews: Int, predicted: Double?, actual: Double?, error: Double?, bins: [Bin]
  }
  struct QuizScore: Encodable { var date: String, asked: Int, right: Int, score: Double }
  struct PageState: Encodable {
    var page: String, title: String, cards: Int, started: Int, known: Double, due: Int
  }
  struct Leech: Encodable {
    var id: String, page: String, prompt: String, file: String, line: Int, lapses: Int
    var suspended: Bool
  }

  var now: String
  var today: String
  /// A page's path; absent for the vault.
  var page: String?
  var period: Period
  var answers: Int
  var minutes: Double
  var daysStudied: Int
  var streak: Int
  var cards: Counts
  var forecast: Forecast
  var days: [Day]
  var retention: ByAge
  var retentionByPage: [PageRetention]
  var retentionByKind: [KindRetention]
  var ratings: RatingGroups
  var stability: Spread
  var difficulty: Spread
  var calibration: Calibrated
  var quizzes: [QuizScore]
  var pages: [PageState]
  var leeches: [Leech]
}

extension ShownStatistics {
  init(
    _ statistics: Statistics, page: String?, period: StatisticsPeriod, titles: [String: String],
    now: Instant
  ) {
    func date(_ day: StudyDay) -> String { CivilDate(daysSince1970: day.number).text }
    let figures = statistics[period]
    self.now = SystemClock.text(now)
    today = date(statistics.today)
    self.page = page
    self.period = Period(
      name: period.rawValue,
      firstDay: (period.first(before: statistics.today) ?? statistics.days.first?.day).map(date),
      lastDay: today)
    answers = figures.answers
    minutes = figures.minutes
    daysStudied = figures.daysStudied
    streak = statistics.streak
    let cards = statistics.cards
    self.cards = Counts(
      total: cards.total, new: cards.new, learning: cards.learning, young: cards.young,
      mature: cards.mature, suspended: cards.suspended, questions: cards.questions,
      quizOnly: cards.quizOnly, resting: cards.resting)
    forecast = Forecast(
      overdue: statistics.forecast.overdue,
      days: statistics.forecast.days.enumerated().filter { $0.element > 0 }.map {
        Forecast.Day(date: date(statistics.today.adding(days: $0.offset)), due: $0.element)
      }, later: statistics.forecast.later)
    days = statistics.days(in: period).map { day in
      Day(
        date: date(day.day), answers: day.answers, new: day.firsts, learning: day.learning,
        review: day.review, relearning: day.relearning, questions: day.questions,
        minutes: day.minutes, passed: day.retention.all.passed, failed: day.retention.all.failed)
    }
    retention = ByAge(figures.retention)
    retentionByPage = figures.retentionByPage.inNaturalOrder(of: \.key).map { page, retention in
      PageRetention(
        page: page, title: titles[page] ?? page, young: Share(retention.young),
        mature: Share(retention.mature), all: Share(retention.all))
    }
    retentionByKind = CardKind.allCases.compactMap { kind in
      figures.retentionByKind[kind].map {
        KindRetention(
          kind: kind.rawValue, young: Share($0.young), mature: Share($0.mature),
          all: Share($0.all))
      }
    }
    ratings = RatingGroups(
      learning: Ratings(figures.ratings.learning), young: Ratings(figures.ratings.young),
      mature: Ratings(figures.ratings.mature))
    stability = Spread(statistics.stability)
    difficulty = Spread(statistics.difficulty)
    calibration = Calibrated(figures.calibration)
    quizzes = statistics.quizzes(in: period).map {
      QuizScore(date: date($0.day), asked: $0.asked, right: $0.right, score: $0.score)
    }
    pages = statistics.pages.map {
      PageState(
        page: $0.page, title: titles[$0.page] ?? $0.page, cards: $0.knowledge.cards,
        started: $0.knowledge.started, known: $0.knowledge.known ?? 0, due: $0.due)
    }
    leeches = statistics.leeches.map {
      Leech(
        id: $0.id, page: $0.card.page, prompt: $0.card.prompt, file: $0.card.file,
        line: $0.card.line, lapses: $0.schedule.lapses, suspended: $0.schedule.suspended)
    }
  }
}

extension ShownStatistics.Spread {
  init(_ histogram: Histogram) {
    mean = histogram.mean
    ranges = histogram.edges.indices.map {
      Part(
        from: histogram.edges[$0], to: histogram.upperEdge(of: $0), cards: histogram.counts[$0])
    }
  }
}

extension ShownStatistics.Calibrated {
  init(_ calibration: Calibration) {
    let total = calibration.total
    reviews = total.reviews
    predicted = total.predicted
    actual = total.actual
    error = calibration.error
    let width = 1 / Double(Calibration.binCount)
    bins = calibration.bins.enumerated().filter { $0.element.reviews > 0 }.map {
      ShownStatistics.Bin(
        from: Double($0.offset) * width, to: Double($0.offset + 1) * width,
        reviews: $0.element.reviews, passed: $0.element.passed, predicted: $0.element.predicted,
        actual: $0.element.actual)
    }
  }
}
