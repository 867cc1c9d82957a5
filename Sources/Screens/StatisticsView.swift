import Study

/// The views of the statistics, in their order.
public enum StatisticsView: Int, Sendable, CaseIterable {
  case overview, due, days, recall, memory, model, quizzes, pages, leeches

  var name: String {
    switch self {
    case .overview: "Now"
    case .due: "Due"
    case .days: "Days"
    case .recall: "Recall"
    case .memory: "Memory"
    case .model: "Model"
    case .quizzes: "Quiz"
    case .pages: "Pages"
    case .leeches: "Leech"
    }
  }

  /// Whether the period matters: the others show what is now.
  var looksBack: Bool {
    switch self {
    case .overview, .due, .days, .recall, .model, .quizzes: true
    case .memory, .pages, .leeches: false
    }
  }

  func next(by step: Int) -> StatisticsView {
    let count = Self.allCases.count
    return Self.allCases[(rawValue + step + count) % count]
  }

  /// What a view shows; pages and leeches are lists of the screen.
  func figures(
    of statistics: Statistics, in period: StatisticsPeriod, titles: [String: String]
  ) -> [Figure] {
    let plots = StatisticsPlots(statistics: statistics, period: period)
    let tables = StatisticsTables(statistics: statistics, period: period, titles: titles)
    switch self {
    case .overview: return [tables.overview, plots.year]
    case .due: return [plots.forecast]
    case .days: return [plots.answers, plots.minutes]
    case .recall:
      return [tables.retention, tables.ratings, tables.retentionByKind, tables.retentionByPage]
    case .memory: return [tables.stability, tables.difficulty]
    case .model: return [tables.calibration, tables.calibrationTable]
    case .quizzes: return [plots.quizzes]
    case .pages, .leeches: return []
    }
  }
}

extension StatisticsPeriod {
  var words: String {
    switch self {
    case .month: "30 days"
    case .year: "a year"
    case .all: "all time"
    }
  }
}
