import Cards

/// The order in which the cards of a round are looked at.
enum QuizDraw {
  /// Source by source in random order, again and again, so that siblings are far from each other.
  static func spread(_ cards: [Card], random: inout SplitMix64) -> [Card] {
    var groups: [String: Int] = [:]
    var sources: [[Int]] = []
    for index in cards.indices {
      var group = cards[index].siblingGroup
      if group.isEmpty { group = "\(cards[index].page) \(cards[index].line)" }
      if let known = groups[group] {
        sources[known].append(index)
      } else {
        groups[group] = sources.count
        sources.append([index])
      }
    }
    sources = random.shuffled(sources)
    for source in sources.indices where sources[source].count > 1 {
      sources[source] = random.shuffled(sources[source])
    }
    var result: [Card] = []
    result.reserveCapacity(cards.count)
    var round = 0
    var left = Array(sources.indices)
    while !left.isEmpty {
      for source in left { result.append(cards[sources[source][round]]) }
      round += 1
      left = left.filter { sources[$0].count > round }
    }
    return result
  }
}
