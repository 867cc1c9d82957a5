/// What the memory model predicted, held against what came of it.
///
/// Counted are the same rows as for true retention, where the log knows the card's stability before
/// the answer. The prediction is that of the time: the retrievability after the row's elapsed days,
/// from the stability that the card's row before it has, with the curve of the parameters in use. So a
/// model that was fitted to the log afterwards is not praised for what it was fitted to.
public struct Calibration: Sendable, Hashable {
  /// Reviews with like predictions.
  public struct Bin: Sendable, Hashable {
    public var reviews = 0
    public var passed = 0
    /// The sum of the predicted chances of recall.
    var predictedSum = 0.0

    /// The mean of the predictions, 0…1; nil without reviews.
    public var predicted: Double? { reviews > 0 ? predictedSum / Double(reviews) : nil }
    /// The share that was recalled, 0…1; nil without reviews.
    public var actual: Double? { reviews > 0 ? Double(passed) / Double(reviews) : nil }
  }

  /// How many bins of equal width there are from 0 to 1; 1 itself is in the last.
  public static let binCount = 20
  public internal(set) var bins = Array(repeating: Bin(), count: binCount)
  public init() {}

  /// All reviews together.
  public var total: Bin {
    bins.reduce(into: Bin()) { sum, bin in
      sum.reviews += bin.reviews
      sum.passed += bin.passed
      sum.predictedSum += bin.predictedSum
    }
  }

  /// How far the predictions are off, 0…1: the root of the mean square of `actual - predicted` over
  /// the bins, each weighing as much as it has reviews; nil without reviews.
  public var error: Double? {
    let reviews = total.reviews
    guard reviews > 0 else { return nil }
    let sum = bins.reduce(0.0) { sum, bin in
      guard let actual = bin.actual, let predicted = bin.predicted else { return sum }
      return sum + Double(bin.reviews) * (actual - predicted) * (actual - predicted)
    }
    return (sum / Double(reviews)).squareRoot()
  }

  mutating func add(predicted: Double, passed: Bool) {
    let place = min(Self.binCount - 1, max(0, Int(predicted * Double(Self.binCount))))
    bins[place].reviews += 1
    bins[place].predictedSum += predicted
    if passed { bins[place].passed += 1 }
  }
}
