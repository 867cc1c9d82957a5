import Testing

@testable import FSRS

@Suite("The model agrees with the reference")
struct ReferenceTests {
  let reference: ReferenceVectors

  init() throws {
    reference = try ReferenceVectors.load()
  }

  @Test func `There are vectors of every group`() {
    #expect(reference.vectors.count == 204)
    #expect(Set(reference.vectors.map(\.parametersInput.count)) == [17, 19, 21])
  }

  @Test func `Bounds and defaults are the reference's`() {
    #expect(Parameters.bounds.map { [$0.lowerBound, $0.upperBound] } == reference.bounds)
    for (value, expected) in zip(Parameters.standard.values, reference.defaultParameters) {
      #expect(agrees(value, expected, tolerance: 1e-6))
    }
  }

  @Test func `Parameters of older versions and out of bounds come to the same 21`() throws {
    for vector in reference.vectors {
      let values = try Parameters(vector.parametersInput).values
      #expect(values.count == vector.parameters.count)
      for (value, expected) in zip(values, vector.parameters) {
        #expect(agrees(value, expected, tolerance: 1e-6), "vector \(vector.id)")
      }
    }
  }

  @Test func `States after every review and the chances of recall before them are the same`() throws
  {
    for vector in reference.vectors {
      let model = Model(try Parameters(vector.parametersInput))
      let states = model.replay(try reviews(of: vector))
      #expect(states.count == vector.rs.states.count)
      for (state, expected) in zip(states, vector.rs.states) {
        #expect(agrees(state.stability, expected.s), "vector \(vector.id)")
        #expect(agrees(state.difficulty, expected.d), "vector \(vector.id)")
      }
      for index in vector.reviews.indices.dropFirst() {
        let expected = try #require(vector.rs.rBefore[index])
        let recall = model.retrievability(
          after: vector.reviews[index].elapsedDays, stability: states[index - 1].stability)
        #expect(agrees(recall, expected), "vector \(vector.id), review \(index)")
      }
    }
  }

  @Test func `The state and the interval after each possible rating are the same`() throws {
    for vector in reference.vectors {
      let model = Model(try Parameters(vector.parametersInput))
      let last = model.replay(try reviews(of: vector)).last
      let days = vector.rs.queryElapsed
      if let last {
        let recall = model.retrievability(after: days, stability: last.stability)
        #expect(agrees(recall, vector.rs.rQuery), "vector \(vector.id)")
        for (retention, expected) in vector.rs.intervalNow {
          let retention = try #require(Double(retention))
          let interval = model.interval(stability: last.stability, retention: retention)
          #expect(agrees(interval, expected), "vector \(vector.id) at \(retention)")
        }
      }
      for rating in Rating.allCases {
        let expected = try #require(vector.rs.next["\(rating)"])
        let state = model.next(last, rating: rating, elapsedDays: days)
        #expect(agrees(state.stability, expected.s), "vector \(vector.id), \(rating)")
        #expect(agrees(state.difficulty, expected.d), "vector \(vector.id), \(rating)")
        let interval = model.interval(stability: state.stability, retention: 0.9)
        #expect(agrees(interval, try #require(expected.ivl)), "vector \(vector.id), \(rating)")
      }
    }
  }

  private func reviews(of vector: ReferenceVectors.Vector) throws -> [Model.Review] {
    try vector.reviews.map {
      Model.Review(rating: try #require(Rating(rawValue: $0.rating)), elapsedDays: $0.elapsedDays)
    }
  }
}
