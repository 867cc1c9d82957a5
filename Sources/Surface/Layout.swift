/// Arithmetic for panes and tables: how many columns each gets.
public enum Layout {
  /// Divides `total` columns, less the gaps between panes, in proportion to `weights`, none under
  /// its minimum. The widths and gaps add up to `total` exactly (if the gaps leave anything). Where
  /// there is not room for the minima, the largest of them give way first.
  /// - Parameters:
  ///   - weights: 0 or more; all 0 count as equal.
  ///   - minimum: as many as `weights`; missing ones count as 0.
  public static func columns(
    _ weights: [Double], minimum: [Int] = [], total: Int, gap: Int = 0
  ) -> [Int] {
    let count = weights.count
    guard count > 0 else { return [] }
    let available = max(0, total - gap * (count - 1))
    let minimum = (0..<count).map { $0 < minimum.count ? max(0, minimum[$0]) : 0 }
    if minimum.reduce(0, +) >= available {
      return fill(from: minimum.map { min($0, 1) }, to: minimum, available)
    }
    var weights = weights.map { $0.isFinite ? max(0, $0) : 0 }
    if weights.allSatisfy({ $0 == 0 }) { weights = Array(repeating: 1, count: count) }

    // Who would get less than the minimum gets just that, and the others share what is left.
    var isFixed = Array(repeating: false, count: count)
    var share = Array(repeating: 0.0, count: count)
    var isSettled = false
    while !isSettled {
      isSettled = true
      let room = (0..<count).reduce(available) { isFixed[$1] ? $0 - minimum[$1] : $0 }
      let sum = (0..<count).reduce(0) { isFixed[$1] ? $0 : $0 + weights[$1] }
      for index in 0..<count where !isFixed[index] {
        share[index] = sum > 0 ? Double(room) * weights[index] / sum : 0
        if share[index] < Double(minimum[index]) {
          isFixed[index] = true
          isSettled = false
        }
      }
    }
    return rounded(
      share.indices.map { isFixed[$0] ? Double(minimum[$0]) : share[$0] }, sum: available)
  }

  /// The widths of a table's columns: their natural ones if there is room, otherwise the widest are
  /// cut first, down to `minimum` while that is possible, and down to 1 where it is not. With less
  /// than a column for each, the last get 0.
  /// - Parameters:
  ///   - natural: the widest cell of each column.
  ///   - minimum: the longest word of each column.
  public static func tableColumns(
    natural: [Int], minimum: [Int], total: Int, gap: Int
  ) -> [Int] {
    let count = natural.count
    guard count > 0 else { return [] }
    let available = max(0, total - gap * (count - 1))
    let natural = natural.map { max(1, $0) }
    if natural.reduce(0, +) <= available { return natural }
    let words = (0..<count).map { index in
      min(natural[index], index < minimum.count ? max(1, minimum[index]) : 1)
    }
    if words.reduce(0, +) <= available { return fill(from: words, to: natural, available) }
    return fill(from: Array(repeating: 1, count: count), to: words, available)
  }

  /// Raises a level through widths between `lower` and `upper` until they add up to `sum`.
  private static func fill(from lower: [Int], to upper: [Int], _ sum: Int) -> [Int] {
    let least = lower.reduce(0, +)
    if sum <= least {
      var left = sum
      return lower.map { wish in
        defer { left -= min(wish, left) }
        return min(wish, left)
      }
    }
    func widths(at level: Int) -> [Int] {
      zip(lower, upper).map { max($0, min($1, level)) }
    }
    var low = 0
    var high = upper.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(at: middle).reduce(0, +) <= sum {
        low = middle
      } else {
        high = middle - 1
      }
    }
    var result = widths(at: low)
    let next = widths(at: low + 1)
    var left = sum - result.reduce(0, +)
    for index in result.indices where left > 0 && next[index] > result[index] {
      result[index] += 1
      left -= 1
    }
    return result
  }

  /// Rounds shares down and hands the columns left over to the largest remainders.
  private static func rounded(_ shares: [Double], sum: Int) -> [Int] {
    var result = shares.map { Int($0) }
    let left = sum - result.reduce(0, +)
    let order = shares.indices.sorted { one, other in
      let (a, b) = (shares[one] - Double(result[one]), shares[other] - Double(result[other]))
      return a == b ? one < other : a > b
    }
    for index in order.prefix(max(0, left)) { result[index] += 1 }
    return result
  }
}
