/// What one pass over histories found.
struct PassSums: Sendable {
  /// The tangents that are carried along: one for the first stability whatever the rating, and one
  /// for each of w4…w20.
  static let tangents = 18
  static let curvatures = tangents * (tangents + 1) / 2

  /// Sum of weighted log-losses of the reviews learned from, in nats.
  var loss = 0.0
  /// The same without weights.
  var learned = Score()
  /// The fresh ones of them.
  var fresh = Score()
  /// Derivatives of the loss by w0…w20.
  var gradient = [Double](repeating: 0, count: Parameters.count)
  /// The expected second derivatives (Fisher information): Σ weight·∇R·∇Rᵀ / (R·(1 − R)), row by row.
  var curvature = [Double](repeating: 0, count: Parameters.count * Parameters.count)

  mutating func add(_ other: PassSums) {
    loss += other.loss
    learned.add(other.learned)
    fresh.add(other.fresh)
    for index in gradient.indices { gradient[index] += other.gradient[index] }
    for index in curvature.indices { curvature[index] += other.curvature[index] }
  }

  /// The parameter that a tangent belongs to, for cards with this first rating.
  static func parameter(ofTangent tangent: Int, firstRating: Rating) -> Int {
    tangent == 0 ? firstRating.rawValue - 1 : tangent + 3
  }
}

/// How well some reviews were predicted.
struct Score: Sendable, Hashable {
  /// Sum of the log-losses, in nats.
  var loss = 0.0
  var reviews = 0

  /// The log-loss of a review, in nats; nil without reviews.
  var mean: Double? { reviews > 0 ? loss / Double(reviews) : nil }

  mutating func add(_ other: Score) {
    loss += other.loss
    reviews += other.reviews
  }
}

/// What a pass is to find. Each level includes those before it.
enum PassDepth: Int, Sendable, Comparable {
  case loss
  case gradient
  case curvature

  static func < (left: PassDepth, right: PassDepth) -> Bool { left.rawValue < right.rawValue }
}
