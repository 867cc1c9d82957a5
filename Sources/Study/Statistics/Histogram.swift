/// How values are spread over ranges. A value on an edge belongs to the range above it.
public struct Histogram: Sendable, Hashable {
  /// The lower edges of the ranges, rising; what is less than the first is counted there too.
  public let edges: [Double]
  public private(set) var counts: [Int]
  private var sum = 0.0

  init(edges: [Double]) {
    self.edges = edges
    counts = Array(repeating: 0, count: edges.count)
  }

  /// Stability in days: under a day, then 1, 3, 7, 14, 30, 90, 180 days, 1, 2, 5 and 10 years.
  static let stability = Histogram(
    edges: [0, 1, 3, 7, 14, 30, 90, 180, 365, 730, 1825, 3650])

  /// Difficulty from 1 to 10, a range for each whole step; 10 itself is in the last.
  static let difficulty = Histogram(edges: [1, 2, 3, 4, 5, 6, 7, 8, 9])

  public var total: Int { counts.reduce(0, +) }
  /// Nil without values.
  public var mean: Double? { total > 0 ? sum / Double(total) : nil }

  /// Where a range ends; nil for the last, which has no end.
  public func upperEdge(of range: Int) -> Double? {
    edges.indices.contains(range + 1) ? edges[range + 1] : nil
  }

  mutating func add(_ value: Double) {
    guard !edges.isEmpty, value.isFinite else { return }
    sum += value
    counts[max(0, (edges.lastIndex { $0 <= value }) ?? 0)] += 1
  }
}
