/// The 21 parameters w0…w20 of FSRS-6, always finite and within `bounds`.
///
/// - w0…w3: stability after a first rating of Again, Hard, Good, Easy, in days.
/// - w4, w5: difficulty after the first rating. w6: how far a rating moves difficulty.
///   w7: how strongly difficulty is drawn back to that of an easy card.
/// - w8…w10: growth of stability on recall. w15: penalty for Hard. w16: bonus for Easy.
/// - w11…w14: stability after forgetting.
/// - w17…w19: reviews on the same day.
/// - w20: how fast the forgetting curve flattens.
public struct Parameters: Sendable, Hashable {
  public static let count = 21

  /// w0…w20.
  public let values: [Double]

  /// The defaults of FSRS-6, fitted by its authors to the logs of thousands of learners.
  public static let standard = Parameters(inBounds: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  /// The range of each parameter; values outside are moved to the nearer end, as the reference does.
  public static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,
    1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5,
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
    0...1, 1...6,
    0...2, 0...2, 0...0.8,
    0.1...0.8,
  ]

  /// Takes 21 parameters, or upgrades the 19 of FSRS-5 or the 17 of FSRS-4.5, and moves each into
  /// its bounds.
  ///
  /// The upgrades are those of fsrs-rs. From 17: the first difficulty was linear in the rating and is
  /// now exponential, so `w4 ← w4 + 2·w5`, `w5 ← ln(3·w5 + 1) / 3` and `w6 ← w6 + 0.5`. Reviews of
  /// the same day did not count (w17…w19 are 0), and the curve's exponent was fixed (w20 is 0.5).
  ///
  /// - Throws: `parameterCount` for another count, `parameterNotFinite` for NaN and infinities.
  public init(_ values: [Double]) throws(FSRSError) {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .parameterNotFinite(index: index)
    }
    let complete = try Self.upgraded(values)
    if let index = complete.firstIndex(where: { !$0.isFinite }) {
      throw .parameterNotFinite(index: index)
    }
    self.init(clipping: complete)
  }

  /// 21 finite numbers, each moved into its bounds.
  init(clipping values: [Double]) {
    self.init(inBounds: zip(values, Self.bounds).map { $0.clamped(to: $1) })
  }

  private init(inBounds values: [Double]) {
    self.values = values
  }

  private static func upgraded(_ values: [Double]) throws(FSRSError) -> [Double] {
    let exponentBeforeSix = 0.5
    switch values.count {
    case count:
      return values
    case 19:
      return values + [0, exponentBeforeSix]
    case 17:
      var upgraded = values + [0, 0, 0, exponentBeforeSix]
      upgraded[4] = values[4] + 2 * values[5]
      upgraded[5] = logarithm(3 * values[5] + 1) / 3
      upgraded[6] = values[6] + 0.5
      return upgraded
    default:
      throw .parameterCount(values.count)
    }
  }
}
