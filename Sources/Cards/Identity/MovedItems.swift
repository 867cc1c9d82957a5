/// The same text elsewhere: on another page, in a table or under a label with another name.
extension ItemMatching {
  private struct Route: Hashable {
    var from: String
    var to: String
    var resting: Bool
  }

  /// What stands once on either side shows which page became which; what stands on many pages
  /// (`What is still open?`) follows it. A short text on another page (`Licence: MIT`) is the same
  /// fact only if its page moved or more came with it: there the page is what it is about.
  mutating func matchMoved() {
    var bySource: [String: [Int]] = [:]
    for index in known.indices where knownLeft[index] {
      bySource[known[index].source, default: []].append(index)
    }
    var readers: [String: Int] = [:]
    let moved = read.indices.filter { readLeft[$0] && bySource[read[$0].source] != nil }
    guard !moved.isEmpty else { return }
    for index in moved { readers[read[index].source, default: 0] += 1 }

    var found: [(known: Int, read: Int, words: Int)] = []
    var routes: [Route: (items: Int, words: Int)] = [:]
    for index in moved where readers[read[index].source] == 1 {
      guard let only = only(bySource[read[index].source] ?? [], for: index) else { continue }
      let words = read[index].wording(&lexicon).content.count
      found.append((only, index, words))
      let route = route(only, index)
      let sum = routes[route] ?? (0, 0)
      routes[route] = (sum.items + 1, sum.words + words)
    }
    let gone = pagesGone()
    var counts: [String: [String: Int]] = [:]
    for (item, index, words) in found {
      let route = route(item, index)
      let all = routes[route] ?? (0, 0)
      if isMove(item, index, words: words, route: all, gone: gone) {
        pair(item, index)
        if !known[item].resting {
          counts[read[index].page, default: [:]][known[item].page, default: 0] += 1
        }
      } else {
        doubt(index, [item])
      }
    }
    origin = counts.compactMapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    matchMany(moved, bySource, gone: gone)
  }

  private func route(_ item: Int, _ index: Int) -> Route {
    Route(from: known[item].page, to: read[index].page, resting: known[item].resting)
  }

  /// The only one among known items that it can be; those in use go before resting ones.
  private func only(_ items: [Int], for index: Int) -> Int? {
    let alike = items.prefix(64).filter { knownLeft[$0] && known[$0].sort == read[index].sort }
    let inUse = alike.filter { !known[$0].resting }
    let open = inUse.isEmpty ? alike : inUse
    return open.count == 1 ? open[0] : nil
  }

  private func isMove(
    _ item: Int, _ index: Int, words: Int, route: (items: Int, words: Int),
    gone: [String: Int]
  ) -> Bool {
    let resting = known[item].resting
    if known[item].page == read[index].page {
      return route.items > 1 || words >= 4 || !standsElsewhere(item, index)
    }
    // All of the page went the same way.
    if !resting, let items = gone[known[item].page], route.items > 1 || items == route.items {
      return true
    }
    // A page of the same title came back, or most of what matters of it did.
    if resting, known[item].context == read[index].context, route.items > 1 || words >= 4 {
      return true
    }
    // `Why is this page connected to that one` is about the page.
    guard read[index].sort != .connection, !standsElsewhere(item, index) else { return false }
    // A question says all that it is about.
    let words = words + (read[index].sort == .question ? 1 : 0)
    return resting
      ? words >= 6 || route.items > 2 && route.words >= 12
      : words >= 4 || route.items > 1 && route.words >= 6
  }

  /// Pages that had cards in use and have none now, with the number of items that they had.
  private func pagesGone() -> [String: Int] {
    var gone: [String: Int] = [:]
    for item in known where !item.resting { gone[item.page, default: 0] += 1 }
    var last = ""
    for card in readCards where card.page != last {
      last = card.page
      gone[last] = nil
    }
    return gone
  }

  /// What stood or stands several times follows its page.
  private mutating func matchMany(
    _ moved: [Int], _ bySource: [String: [Int]], gone: [String: Int]
  ) {
    var byPage: [Key: [Int]] = [:]
    for index in known.indices where knownLeft[index] {
      byPage[Key(known[index].page, known[index].source), default: []].append(index)
    }
    for index in moved where readLeft[index] {
      guard let page = origin[read[index].page] else { continue }
      let places = byPage[Key(page, read[index].source)] ?? []
      let open = places.filter {
        knownLeft[$0] && known[$0].sort == read[index].sort && !known[$0].resting
      }
      let same = open.filter { known[$0].section == read[index].section }
      if let place = same.count == 1 ? same[0] : open.count == 1 ? open[0] : nil {
        pair(place, index)
        doubts[index] = nil
      }
    }
    for index in moved where readLeft[index] {
      let winners = (bySource[read[index].source] ?? []).prefix(64).filter {
        knownLeft[$0] && known[$0].sort == read[index].sort
      }
      guard !winners.isEmpty else { continue }
      // No likeness will decide between equal texts.
      doubt(index, Array(winners.prefix(8)))
      readLeft[index] = false
    }
  }

  /// Whether the labels above two items are about different things.
  func standsElsewhere(_ item: Int, _ index: Int) -> Bool {
    guard known[item].context != read[index].context else { return false }
    let (before, after) = (known[item].lead, read[index].lead)
    guard before != after, !known[item].context.isEmpty, !before.isEmpty, !after.isEmpty else {
      return false
    }
    var lexicon = lexicon
    let comparison = Comparison(
      Wording(String(before), head: .everything, lexicon: &lexicon),
      Wording(String(after), head: .everything, lexicon: &lexicon))
    return comparison.turns || !comparison.oldOnly.isEmpty && !comparison.newOnly.isEmpty
  }
}
