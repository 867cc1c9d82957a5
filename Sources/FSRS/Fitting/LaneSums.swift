/// The scratch memory of one pass: sums in lanes, folded into `PassSums` before they grow long.
struct LaneSums: ~Copyable {
  let stability: UnsafeMutablePointer<Lanes>
  let difficulty: UnsafeMutablePointer<Lanes>
  let recall: UnsafeMutablePointer<Lanes>
  let gradient: UnsafeMutablePointer<Lanes>
  let curvature: UnsafeMutablePointer<Lanes>
  var loss = Lanes()
  var learned = Lanes()
  var learnedCount = Lanes()
  var fresh = Lanes()
  var freshCount = Lanes()

  static let difficultyTangents = 4

  init() {
    stability = .allocate(capacity: PassSums.tangents)
    difficulty = .allocate(capacity: Self.difficultyTangents)
    recall = .allocate(capacity: PassSums.tangents)
    gradient = .allocate(capacity: PassSums.tangents)
    curvature = .allocate(capacity: PassSums.curvatures)
    stability.initialize(repeating: Lanes(), count: PassSums.tangents)
    difficulty.initialize(repeating: Lanes(), count: Self.difficultyTangents)
    recall.initialize(repeating: Lanes(), count: PassSums.tangents)
    gradient.initialize(repeating: Lanes(), count: PassSums.tangents)
    curvature.initialize(repeating: Lanes(), count: PassSums.curvatures)
  }

  deinit {
    stability.deallocate()
    difficulty.deallocate()
    recall.deallocate()
    gradient.deallocate()
    curvature.deallocate()
  }

  /// Adds the lanes to the sums of cards with this first rating, and starts again from zero.
  mutating func fold(into sums: inout PassSums, firstRating: Rating, depth: PassDepth) {
    sums.loss += loss.total
    sums.learned.add(Score(loss: learned.total, reviews: Int(learnedCount.total)))
    sums.fresh.add(Score(loss: fresh.total, reviews: Int(freshCount.total)))
    loss = Lanes()
    learned = Lanes()
    learnedCount = Lanes()
    fresh = Lanes()
    freshCount = Lanes()
    guard depth >= .gradient else { return }
    for tangent in 0..<PassSums.tangents {
      let row = PassSums.parameter(ofTangent: tangent, firstRating: firstRating)
      sums.gradient[row] += gradient[tangent].total
      gradient[tangent] = Lanes()
    }
    guard depth >= .curvature else { return }
    var index = 0
    for first in 0..<PassSums.tangents {
      let row = PassSums.parameter(ofTangent: first, firstRating: firstRating)
      for second in first..<PassSums.tangents {
        let column = PassSums.parameter(ofTangent: second, firstRating: firstRating)
        let value = curvature[index].total
        sums.curvature[row * Parameters.count + column] += value
        if row != column { sums.curvature[column * Parameters.count + row] += value }
        curvature[index] = Lanes()
        index += 1
      }
    }
  }
}

extension SIMD8<Float> {
  /// The sum of the lanes, in double precision.
  fileprivate var total: Double {
    var total = 0.0
    for lane in 0..<Lanes.scalarCount { total += Double(self[lane]) }
    return total
  }
}
