/// How far an interval may be moved so that cards learnt together do not stay together.
public enum Fuzz {
  /// The share of each stretch of the interval by which it may be moved, as in Anki.
  private static let stretches: [(days: ClosedRange<Double>, share: Double)] = [
    (2.5...7, 0.15), (7...20, 0.10), (20...Double.infinity, 0.05),
  ]

  /// How many days an interval may be moved either way: nothing under 2.5 days, else
  /// 1 + 15% of days 2.5–7 + 10% of days 7–20 + 5% of what is beyond.
  public static func reach(of interval: Double) -> Double {
    guard interval >= 2.5 else { return 0 }
    return stretches.reduce(1) { reach, stretch in
      let covered = min(interval, stretch.days.upperBound) - stretch.days.lowerBound
      return reach + stretch.share * max(0, covered)
    }
  }

  /// The whole days an interval may become, at least 1 day.
  public static func range(of interval: Double) -> ClosedRange<Int> {
    let days = interval.isNaN ? 1 : min(1e9, max(1, interval))
    let reach = reach(of: days)
    let lower = max(1, Int((days - reach).rounded()))
    return lower...max(lower, Int((days + reach).rounded()))
  }

  /// A day of the range, by chance, but rather one on which few cards are due. `load` is given the
  /// interval in days. Without any load every day is equally likely.
  static func choose(from range: ClosedRange<Int>, seed: UInt64, load: (Int) -> Int) -> Int {
    guard range.count > 1 else { return range.lowerBound }
    var random = SplitMix64(seed: seed)
    let chance = random.unit()
    // Of a long range an even sample is enough; it begins at a random day, so none is left out.
    let stride = (range.count + 63) / 64
    let first = range.lowerBound + (stride > 1 ? random.below(stride) : 0)
    var candidates: [(days: Int, weight: Double)] = []
    candidates.reserveCapacity(range.count / stride + 1)
    var total = 0.0
    for days in Swift.stride(from: first, through: range.upperBound, by: stride) {
      // The four keeps a difference of a card or two from deciding alone.
      let crowd = Double(max(0, load(days))) + 4
      let weight = 1 / (crowd * crowd)
      candidates.append((days, weight))
      total += weight
    }
    var left = chance * total
    for candidate in candidates {
      left -= candidate.weight
      if left < 0 { return candidate.days }
    }
    return candidates.last?.days ?? range.lowerBound
  }
}
