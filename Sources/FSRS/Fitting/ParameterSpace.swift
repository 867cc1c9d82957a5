/// The coordinates in which parameters are fitted: the first stabilities by their logarithms (a
/// day more means much to a card that lasts a day, and nothing to one that lasts a month), all others as
/// they are. What a learner is like before anything is known of them, the prior, is a normal
/// distribution around the defaults.
enum ParameterSpace {
  static let count = Parameters.count
  static let logarithmic = 0..<4

  /// How far learners differ from the defaults in each coordinate: standard deviations. Of the order
  /// that fits to many learners' long logs show; rather narrow, for on little data a parameter
  /// that is left where it was does less harm than one that follows chance.
  static let spreads: [Double] = [
    0.7, 0.7, 0.7, 0.7,
    0.6, 0.25, 0.6, 0.05,
    0.35, 0.08, 0.2,
    0.3, 0.06, 0.1, 0.5,
    0.2, 0.7,
    0.25, 0.25, 0.1,
    0.15,
  ]

  static let center = coordinates(of: .standard)
  static let bounds = Parameters.bounds.enumerated().map { index, range in
    logarithmic.contains(index)
      ? logarithm(range.lowerBound)...logarithm(range.upperBound) : range
  }

  static func coordinates(of parameters: Parameters) -> [Double] {
    parameters.values.enumerated().map { logarithmic.contains($0) ? logarithm($1) : $1 }
  }

  /// A share, 0…1, of the way from the defaults to these parameters.
  static func part(_ share: Double, ofTheWayTo parameters: Parameters) -> Parameters {
    self.parameters(
      at: zip(center, coordinates(of: parameters)).map { $0 + ($1 - $0) * share })
  }

  /// Half of the way from the defaults to these parameters.
  static func halfway(to parameters: Parameters) -> Parameters {
    part(0.5, ofTheWayTo: parameters)
  }

  static func parameters(at coordinates: [Double]) -> Parameters {
    Parameters(
      clipping: coordinates.enumerated().map { logarithmic.contains($0) ? exponential($1) : $1 })
  }
}

/// A function of the coordinates as it looks from one point: its value, slope and curvature there.
struct LocalShape: Sendable {
  let point: [Double]
  var value: Double
  var slope: [Double]
  /// Symmetric and positive definite, row by row.
  var curvature: [Double]

  static let count = ParameterSpace.count

  /// What passes found at these parameters, in nats, and the prior. `scale` turns sums over a sample
  /// into sums over all.
  init(_ parameters: Parameters, sums: PassSums, scale: Double) {
    point = ParameterSpace.coordinates(of: parameters)
    // The derivative of each parameter by its coordinate.
    let rates = parameters.values.enumerated().map {
      ParameterSpace.logarithmic.contains($0) ? $1 : 1
    }
    value = sums.loss * scale
    slope = zip(sums.gradient, rates).map { $0 * $1 * scale }
    curvature = sums.curvature
    for row in 0..<Self.count {
      for column in 0..<Self.count {
        curvature[row * Self.count + column] *= rates[row] * rates[column] * scale
      }
    }
    for index in 0..<Self.count {
      let weight = 1 / (ParameterSpace.spreads[index] * ParameterSpace.spreads[index])
      let distance = point[index] - ParameterSpace.center[index]
      value += 0.5 * weight * distance * distance
      slope[index] += weight * distance
      curvature[index * Self.count + index] += weight
    }
  }
}
