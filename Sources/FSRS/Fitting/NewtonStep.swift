/// A step of Newton's method that stays within bounds.
struct NewtonStep: Sendable {
  /// Where it leads.
  let target: [Double]
  /// By how much the value falls if the shape is what it looks like.
  let gain: Double

  /// The lowest point of the quadratic `shape` within the bounds. Coordinates whose free optimum lies
  /// beyond a bound are put there and the others are solved for again; `damping` adds so many times
  /// the diagonal to the curvature, for shorter steps.
  init(_ shape: LocalShape, bounds: [ClosedRange<Double>], damping: Double) {
    let count = LocalShape.count
    var matrix = shape.curvature
    for index in 0..<count { matrix[index * count + index] *= 1 + damping }
    var fixed = [Double?](repeating: nil, count: count)
    for index in 0..<count {
      if shape.point[index] <= bounds[index].lowerBound, shape.slope[index] > 0 { fixed[index] = 0 }
      if shape.point[index] >= bounds[index].upperBound, shape.slope[index] < 0 { fixed[index] = 0 }
    }
    var step = [Double](repeating: 0, count: count)
    for _ in 0..<count {
      step = Self.solve(matrix, shape.slope, fixed: fixed)
      var isWithin = true
      for index in 0..<count where fixed[index] == nil {
        let target = shape.point[index] + step[index]
        if !bounds[index].contains(target) {
          fixed[index] = target.clamped(to: bounds[index]) - shape.point[index]
          isWithin = false
        }
      }
      if isWithin { break }
    }
    target = (0..<count).map { (shape.point[$0] + step[$0]).clamped(to: bounds[$0]) }
    var gain = 0.0
    for row in 0..<count {
      var product = 0.0
      for column in 0..<count { product += shape.curvature[row * count + column] * step[column] }
      gain -= step[row] * (shape.slope[row] + 0.5 * product)
    }
    self.gain = gain
  }

  /// The step x with slope + matrix·x = 0 in the coordinates that are not fixed, by Cholesky
  /// decomposition.
  private static func solve(_ matrix: [Double], _ slope: [Double], fixed: [Double?]) -> [Double] {
    let count = slope.count
    let free = (0..<count).filter { fixed[$0] == nil }
    var step = fixed.map { $0 ?? 0 }
    let size = free.count
    var lower = [Double](repeating: 0, count: size * size)
    var right = free.map { row -> Double in
      var value = -slope[row]
      for column in 0..<count { value -= matrix[row * count + column] * step[column] }
      return value
    }
    for row in 0..<size {
      for column in 0...row {
        var value = matrix[free[row] * count + free[column]]
        for index in 0..<column {
          value -= lower[row * size + index] * lower[column * size + index]
        }
        lower[row * size + column] =
          row == column ? max(value, 1e-12).squareRoot() : value / lower[column * size + column]
      }
    }
    for row in 0..<size {
      for index in 0..<row { right[row] -= lower[row * size + index] * right[index] }
      right[row] /= lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for index in row + 1..<size { right[row] -= lower[index * size + row] * right[index] }
      right[row] /= lower[row * size + row]
    }
    for (index, coordinate) in free.enumerated() { step[coordinate] = right[index] }
    return step
  }
}
