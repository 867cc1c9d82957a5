import Foundation

@testable import FSRS

/// What fsrs-rs 6.6.2 makes of 204 review histories; see `Fixtures/vectors.json`.
struct ReferenceVectors: Decodable {
  struct Vector: Decodable {
    let id: Int
    let parametersInput: [Double]
    let parameters: [Double]
    let reviews: [Review]
    let rs: Reference
  }
  struct Review: Decodable {
    let rating: Int
    let elapsedDays: Double
  }
  struct State: Decodable {
    let s: Double
    let d: Double
    let ivl: Double?
  }
  struct Reference: Decodable {
    let states: [State]
    let rBefore: [Double?]
    let queryElapsed: Double
    let rQuery: Double
    let next: [String: State]
    let intervalNow: [String: Double]
  }
  let bounds: [[Double]]
  let defaultParameters: [Double]
  let vectors: [Vector]

  static func load() throws -> ReferenceVectors {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/vectors.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ReferenceVectors.self, from: Data(contentsOf: file))
  }
}

/// Equal but for the rounding of the reference's 32-bit numbers.
func agrees(_ value: Double, _ reference: Double, tolerance: Double = 1e-4) -> Bool {
  abs(value - reference) <= tolerance * max(abs(reference), 1e-9)
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
