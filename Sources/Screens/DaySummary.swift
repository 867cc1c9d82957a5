import Study

/// Where the study day stands.
public struct DaySummary: Sendable, Equatable {
  /// What is left of it.
  public var left: QueueCounts
  /// Answers in reviews since the day began, and the seconds they took.
  public var answers: Int
  public var seconds: Int
  /// Study days in a row with an answer, up to today; up to yesterday while today has none.
  public var streak: Int
  /// Whether no card was ever answered.
  public var isFirst: Bool
  /// A sentence on when more falls due.
  public var next: String

  public init(
    left: QueueCounts, answers: Int = 0, seconds: Int = 0, streak: Int = 0, isFirst: Bool = false,
    next: String = ""
  ) {
    self.left = left
    self.answers = answers
    self.seconds = seconds
    self.streak = streak
    self.isFirst = isFirst
    self.next = next
  }
}

extension DaySummary {
  /// What somebody who opens a page for the first time can do next. A list of pages says so itself.
  /// - Parameters:
  ///   - hasPanes: whether the page has panes to go to.
  ///   - isShort: whether there is room for the most needed only.
  public func welcome(_ keymap: Keymap, hasPanes: Bool, isShort: Bool) -> String {
    func key(_ action: Action) -> String { keymap.shortLabel(of: action, in: .pane) }
    let cards = left.total == 1 ? "card" : "\(left.total) cards"
    let words =
      "New here? " + (hasPanes ? "\(key(.nextPane)) goes from pane to pane, " : "")
      + "\(key(.review)) reviews "
      + (left.total > 0 ? "the first \(cards), " : "what is due, ")
      + "\(key(.quiz)) takes a quiz, ? lists all keys."
    if isShort { return words }
    return words + " "
      + (left.total > 0 ? "The meter beside a row fills as you get to know it." : next)
  }
}
