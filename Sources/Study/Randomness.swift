/// The generator SplitMix64 (Steele, Lea and Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014). The same seed gives the same numbers on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in 0 ..< bound; 0 when there is none.
  mutating func below(_ bound: Int) -> Int {
    bound > 1 ? min(bound - 1, Int(unit() * Double(bound))) : 0
  }

  /// The elements in random order. The standard library does not promise that its own shuffling
  /// stays the same from one release to the next; a quiz repeated by its seed needs that.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in result.indices.dropLast() {
      result.swapAt(index, index + below(result.count - index))
    }
    return result
  }
}
