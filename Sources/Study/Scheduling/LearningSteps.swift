import FSRS

/// The short waits before a card has an interval in days, with Anki's rules.
struct LearningSteps: Sendable {
  /// Seconds.
  let delays: [Double]

  init(_ delays: [Double]) {
    // A wait of nothing, or of years, is a slip of the pen; it must not stop the queue.
    self.delays = delays.filter { $0.isFinite && $0 > 0 }.map { min($0, 36_500 * 86_400) }
  }

  struct Next: Hashable {
    var step: Int
    /// Seconds.
    var delay: Double
  }

  /// The next step; nil when the card leaves the steps with this rating.
  func next(after rating: Rating, at step: Int) -> Next? {
    guard let first = delays.first else { return nil }
    // The learner may have shortened the steps while the card was in them.
    let step = min(max(0, step), delays.count - 1)
    switch rating {
    case .again: return Next(step: 0, delay: first)
    case .hard where step > 0: return Next(step: step, delay: delays[step])
    case .hard where delays.count > 1:
      return Next(step: 0, delay: (first + delays[1]) / 2)
    case .hard: return Next(step: 0, delay: min(first * 1.5, first + 86_400))
    case .good:
      let next = step + 1
      return next < delays.count ? Next(step: next, delay: delays[next]) : nil
    case .easy: return nil
    }
  }
}
