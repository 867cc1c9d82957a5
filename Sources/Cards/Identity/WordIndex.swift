/// Finds texts that share words with one, without comparing it with all.
struct WordIndex {
  private struct Posting: Hashable {
    var page: Int32
    var word: UInt64
  }
  private var places: [Posting: [Int32]] = [:]

  /// - Parameter page: any number that stands for the page; the same for all to look everywhere.
  mutating func add(_ item: Int, page: Int, content: [UInt64]) {
    var previous: UInt64?
    for word in content where word != previous {
      places[Posting(page: Int32(page), word: word), default: []].append(Int32(item))
      previous = word
    }
  }

  /// Those that share most words, at most 12. Words that are everywhere say nothing
  /// and cost much: they count only where there is nothing rarer.
  func candidates(for content: [UInt64], page: Int) -> [Int] {
    var lists: [[Int32]] = []
    var previous: UInt64?
    for word in content where word != previous {
      if let list = places[Posting(page: Int32(page), word: word)] { lists.append(list) }
      previous = word
    }
    lists.sort { $0.count < $1.count }
    var shared: [Int32: Int32] = [:]
    var seen = 0
    for list in lists {
      if seen + list.count > 600, seen > 0 { break }
      seen += list.count
      for place in list { shared[place, default: 0] += 1 }
    }
    // What shares much less than the best is none that could be taken for it.
    let best = shared.values.max() ?? 0
    let near = shared.filter { $0.value * 3 >= best * 2 }
    if near.count <= 12 { return near.keys.sorted().map { Int($0) } }
    return near.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map { Int($0.key) }
  }
}
