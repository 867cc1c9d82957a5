import Testing

@testable import FSRS

/// Parameters anywhere in their bounds, a third of them at an end.
func anyParameters(using generator: inout SeededGenerator) throws -> Parameters {
  try Parameters(
    Parameters.bounds.map { bounds in
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bounds.lowerBound
      case 1: bounds.upperBound
      default: Double.random(in: bounds, using: &generator)
      }
    })
}

@Suite("The model has a result for everything")
struct ModelTests {
  static let seeds: [UInt64] = Array(1...40)

  @Test func `Parameters that cannot be used are refused with the reason`() {
    #expect(throws: FSRSError.parameterCount(0)) { try Parameters([]) }
    #expect(throws: FSRSError.parameterCount(20)) { try Parameters(.init(repeating: 1, count: 20)) }
    for value in [Double.nan, .infinity, -.infinity] {
      var values = Parameters.standard.values
      values[7] = value
      #expect(throws: FSRSError.parameterNotFinite(index: 7)) { try Parameters(values) }
    }
    var old = Array(Parameters.standard.values.prefix(17))
    old[5] = -1  // The logarithm of the upgrade does not exist.
    #expect(throws: FSRSError.parameterNotFinite(index: 5)) { try Parameters(old) }
  }

  @Test(arguments: seeds)
  func `Any history in any order of magnitude gives states in range`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = Model(try anyParameters(using: &generator))
    let oddTimes = [-1e9, -1, 0, 0.2, 1, 1e6, 1e300, .infinity, -.infinity, .nan]
    var state: MemoryState?
    for _ in 0..<500 {
      let rating = try #require(Rating.allCases.randomElement(using: &generator))
      let odd = Bool.random(using: &generator)
      let days =
        odd
        ? try #require(oddTimes.randomElement(using: &generator))
        : Double(Int.random(in: 0...400, using: &generator))
      let next = model.next(state, rating: rating, elapsedDays: days)
      #expect(Model.stabilityRange.contains(next.stability), "seed \(seed): \(next)")
      #expect(Model.difficultyRange.contains(next.difficulty), "seed \(seed): \(next)")
      let recall = model.retrievability(after: days, stability: next.stability)
      #expect((0...1).contains(recall), "seed \(seed): \(recall) after \(days)")
      state = next
    }
  }

  @Test(arguments: seeds)
  func `Both stabilities at once are those of the two reviews`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = Model(try anyParameters(using: &generator))
    let odd = [-1, 0, 0.5, 1, 1e6, .infinity, .nan]
    func any(_ range: ClosedRange<Double>) -> Double {
      Int.random(in: 0..<8, using: &generator) == 0
        ? odd.randomElement(using: &generator) ?? 0 : Double.random(in: range, using: &generator)
    }
    for _ in 0..<500 {
      let state = MemoryState(stability: any(0.001...1000), difficulty: any(1...10))
      let days = any(0...2000)
      let both = model.stabilities(after: state, elapsedDays: days)
      #expect(both.good == model.next(state, rating: .good, elapsedDays: days).stability)
      #expect(both.again == model.next(state, rating: .again, elapsedDays: days).stability)
    }
  }

  @Test func `Damaged states and retentions are moved into range`() {
    let model = Model()
    let odd = [-1, 0, 1e-300, 1e300, Double.infinity, -.infinity, .nan]
    for stability in odd {
      for value in odd {
        let state = MemoryState(stability: stability, difficulty: value)
        let next = model.next(state, rating: .good, elapsedDays: 3)
        #expect(Model.stabilityRange.contains(next.stability))
        #expect(Model.difficultyRange.contains(next.difficulty))
        let interval = model.interval(stability: stability, retention: value)
        #expect(interval.isFinite && interval >= 0)
        #expect((0...1).contains(model.retrievability(after: value, stability: stability)))
      }
    }
  }

  @Test func `Twenty thousand reviews of one card stay in range`() {
    let reviews = (0..<20_000).map {
      Model.Review(rating: $0 % 17 == 0 ? .again : .good, elapsedDays: Double($0 % 90))
    }
    let states = Model().replay(reviews)
    #expect(states.count == reviews.count)
    #expect(states.allSatisfy { Model.stabilityRange.contains($0.stability) })
    #expect(states.allSatisfy { Model.difficultyRange.contains($0.difficulty) })
  }

  @Test func `A clock that went backwards makes a review on the same day`() {
    let model = Model()
    let state = model.first(.good)
    for rating in Rating.allCases {
      #expect(
        model.next(state, rating: rating, elapsedDays: -12)
          == model.next(state, rating: rating, elapsedDays: 0))
    }
    #expect(model.retrievability(after: -12, stability: 5) == 1)
  }

  @Test(arguments: seeds)
  func `Recall fades with time, and slower with stability`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = Model(try anyParameters(using: &generator))
    for _ in 0..<200 {
      let stability = Double.random(in: Model.stabilityRange, using: &generator)
      let days = Double.random(in: 0...1000, using: &generator)
      let recall = model.retrievability(after: days, stability: stability)
      #expect(model.retrievability(after: days + 1, stability: stability) < recall)
      #expect(model.retrievability(after: days, stability: stability * 1.1) >= recall)
    }
  }

  @Test(arguments: seeds)
  func `After the interval the chance of recall is the desired one`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = Model(try anyParameters(using: &generator))
    for _ in 0..<200 {
      let stability = Double.random(in: Model.stabilityRange, using: &generator)
      let retention = Double.random(in: 0.7...0.97, using: &generator)
      let interval = model.interval(stability: stability, retention: retention)
      let recall = model.retrievability(after: interval, stability: stability)
      #expect(abs(recall - retention) < 1e-9, "seed \(seed): stability \(stability)")
    }
  }

  @Test(arguments: seeds)
  func `Ratings keep their order: a better one never leaves less, or a harder card`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let model = Model(try anyParameters(using: &generator))
    for _ in 0..<100 {
      let state = MemoryState(
        stability: Double.random(in: 0.001...3000, using: &generator),
        difficulty: Double.random(in: Model.difficultyRange, using: &generator))
      let days = Double(Int.random(in: 0...2000, using: &generator))
      let after = Rating.allCases.map { model.next(state, rating: $0, elapsedDays: days) }
      for (worse, better) in zip(after, after.dropFirst()) {
        #expect(worse.stability <= better.stability, "seed \(seed): \(state) after \(days)")
        #expect(worse.difficulty >= better.difficulty, "seed \(seed): \(state) after \(days)")
      }
      if days > 0 { #expect(after[0].stability <= max(state.stability, 0.001)) }
    }
  }
}
