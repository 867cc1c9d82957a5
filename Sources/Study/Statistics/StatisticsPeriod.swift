/// What statistics are about.
public enum StatisticsScope: Sendable, Hashable {
  case vault
  /// A page, by its path in the vault. An answer belongs to the page on which its card stands now.
  case page(String)
}

/// How far back the figures go that look back. Today is always part of it.
public enum StatisticsPeriod: String, Sendable, Hashable, CaseIterable {
  /// 30 study days.
  case month
  /// 365 study days.
  case year
  case all

  /// Study days, today included; nil for all.
  public var days: Int? {
    switch self {
    case .month: 30
    case .year: 365
    case .all: nil
    }
  }

  /// The first study day of the period that ends with `today`; nil when there is no first.
  public func first(before today: StudyDay) -> StudyDay? {
    days.map { today.adding(days: 1 - $0) }
  }

  func contains(_ day: StudyDay, today: StudyDay) -> Bool {
    guard let first = first(before: today) else { return true }
    return day >= first
  }
}
