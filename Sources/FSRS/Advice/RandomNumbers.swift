/// A small generator of random numbers (SplitMix64, Steele, Lea and Flood 2014): from one seed the same
/// numbers everywhere.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 up to, but not including, 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// An index, by these chances, which sum to 1.
  mutating func index(by chances: [Double]) -> Int {
    var rest = unit()
    for (index, chance) in chances.enumerated() {
      rest -= chance
      if rest < 0 { return index }
    }
    return max(0, chances.count - 1)
  }
}
