/// The one-to-one pairing with the greatest total weight.
enum Assignment {
  struct Edge {
    var left: Int
    var right: Int
    var weight: Double
  }

  struct Result {
    var certain: [Edge] = []
    /// Right ends that could be paired with several left ends about equally well.
    var uncertain: [(right: Int, candidates: [Int])] = []
  }

  /// Weights closer than this are equal.
  private static let margin = 0.05
  /// Parts of the graph up to this size are solved exactly, larger ones greedily.
  private static let exactSize = 64

  static func best(_ edges: [Edge]) -> Result {
    var result = Result()
    for part in components(edges) {
      let lefts = Set(part.map(\.left)).sorted()
      let rights = Set(part.map(\.right)).sorted()
      let chosen =
        max(lefts.count, rights.count) <= exactSize
        ? exact(part, lefts, rights) : greedy(part)
      judge(chosen, all: part, into: &result)
    }
    result.certain.sort { $0.right < $1.right }
    result.uncertain.sort { $0.right < $1.right }
    return result
  }

  /// Keeps the pairs that no exchange would replace at about the same total.
  private static func judge(_ chosen: [Edge], all: [Edge], into result: inout Result) {
    var weights: [Pair: Double] = [:]
    for edge in all { weights[Pair(left: edge.left, right: edge.right)] = edge.weight }
    let byLeft = Dictionary(chosen.map { ($0.left, $0) }, uniquingKeysWith: { a, _ in a })
    let byRight = Dictionary(chosen.map { ($0.right, $0) }, uniquingKeysWith: { a, _ in a })
    var rivals: [Int: [Int]] = [:]
    for edge in all {
      if let own = byRight[edge.right], own.left != edge.left {
        // Another left end for this right end: free, or exchanged with its own.
        let loss: Double
        if let other = byLeft[edge.left] {
          let back = weights[Pair(left: own.left, right: other.right)] ?? 0
          loss = own.weight + other.weight - edge.weight - back
        } else {
          loss = own.weight - edge.weight
        }
        if loss < margin { rivals[edge.right, default: []].append(edge.left) }
      } else if byRight[edge.right] == nil, let own = byLeft[edge.left],
        own.weight - edge.weight < margin
      {
        // A free right end that would do as well as the chosen one: neither gets it.
        rivals[own.right, default: []].append(own.left)
        rivals[edge.right, default: []].append(edge.left)
      }
    }
    for edge in chosen {
      if rivals[edge.right] == nil { result.certain.append(edge) }
    }
    for (right, lefts) in rivals {
      let own = byRight[right].map { [$0.left] } ?? []
      result.uncertain.append((right, Set(lefts + own).sorted()))
    }
  }

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  private static func greedy(_ edges: [Edge]) -> [Edge] {
    var lefts: Set<Int> = []
    var rights: Set<Int> = []
    let order = edges.sorted { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
    return order.filter { edge in
      guard !lefts.contains(edge.left), !rights.contains(edge.right) else { return false }
      lefts.insert(edge.left)
      rights.insert(edge.right)
      return true
    }
  }

  /// The Hungarian method with potentials, in O(n³).
  /// Kuhn, H. W. (1955): The Hungarian method for the assignment problem.
  private static func exact(_ edges: [Edge], _ lefts: [Int], _ rights: [Int]) -> [Edge] {
    let size = max(lefts.count, rights.count)
    let row = Dictionary(uniqueKeysWithValues: lefts.enumerated().map { ($1, $0) })
    let column = Dictionary(uniqueKeysWithValues: rights.enumerated().map { ($1, $0) })
    var cost = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for edge in edges {
      guard let r = row[edge.left], let c = column[edge.right] else { continue }
      cost[r][c] = -edge.weight
    }
    // Rows and columns count from 1; column 0 is where a row stands that has none yet.
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    for newRow in 1...size {
      rowOf[0] = newRow
      var current = 0
      var least = [Double](repeating: .infinity, count: size + 1)
      var way = [Int](repeating: 0, count: size + 1)
      var used = [Bool](repeating: false, count: size + 1)
      repeat {
        used[current] = true
        let from = rowOf[current]
        var delta = Double.infinity
        var next = 0
        for c in 1...size where !used[c] {
          let reduced = cost[from - 1][c - 1] - rowPotential[from] - columnPotential[c]
          if reduced < least[c] {
            least[c] = reduced
            way[c] = current
          }
          if least[c] < delta {
            delta = least[c]
            next = c
          }
        }
        for c in 0...size {
          if used[c] {
            rowPotential[rowOf[c]] += delta
            columnPotential[c] -= delta
          } else {
            least[c] -= delta
          }
        }
        current = next
      } while rowOf[current] != 0
      repeat {
        let previous = way[current]
        rowOf[current] = rowOf[previous]
        current = previous
      } while current != 0
    }
    var chosen: [Edge] = []
    for c in 1...size where c <= rights.count && rowOf[c] >= 1 && rowOf[c] <= lefts.count {
      let weight = -cost[rowOf[c] - 1][c - 1]
      guard weight > 0 else { continue }
      chosen.append(Edge(left: lefts[rowOf[c] - 1], right: rights[c - 1], weight: weight))
    }
    return chosen
  }

  /// The parts of the graph that no edge joins.
  private static func components(_ edges: [Edge]) -> [[Edge]] {
    var parent: [Int] = []
    var leftNode: [Int: Int] = [:]
    var rightNode: [Int: Int] = [:]
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    func node(_ key: Int, in table: inout [Int: Int]) -> Int {
      if let found = table[key] { return found }
      parent.append(parent.count)
      table[key] = parent.count - 1
      return parent.count - 1
    }
    for edge in edges {
      let a = root(node(edge.left, in: &leftNode))
      let b = root(node(edge.right, in: &rightNode))
      parent[max(a, b)] = min(a, b)
    }
    var parts: [Int: [Edge]] = [:]
    var order: [Int] = []
    for edge in edges {
      guard let start = leftNode[edge.left] else { continue }
      let part = root(start)
      if parts[part] == nil { order.append(part) }
      parts[part, default: []].append(edge)
    }
    return order.compactMap { parts[$0] }
  }
}
