import Cards
import Collection
import Foundation
import Notes
import Study

/// Typing letter by letter in a vault of 500 pages and 100,000 cards.
struct Searching {
  let folder: String
  private let cardCount = 100_000

  func run() throws {
    let vault = try Vault(at: folder + "/vault")
    let pages = vault.pages.compactMap { vault.page($0.path) }
    let file = folder + "/bench.search"
    let index = try SearchIndex(at: file)
    var building = Times()
    try building.measure {
      let stamp = FileStamp(size: 0, modified: 0, inode: 0)
      for start in stride(from: 0, to: pages.count, by: 50) {
        let documents = (start..<min(pages.count, start + 50)).map { number in
          (
            SearchDocument(pages[number], cards: cards(of: pages[number], number, pages.count)),
            stamp
          )
        }
        try index.update(changed: documents)
      }
      while try index.settle() {}
    }
    var times = Times()
    var slowest = (text: "", milliseconds: 0.0)
    for text in Self.typed {
      for end in text.indices {
        let typed = String(text[...end])
        try times.measure { _ = try index.search(typed, limit: 100) }
        if let last = times.values.last, last > slowest.milliseconds { slowest = (typed, last) }
      }
    }
    let what = "search, a key, 500 pages and 100,000 cards"
    Row(what: "\(what), median", ours: times.median, aim: "under 5 ms").show()
    Row(what: "the same, p99", ours: times.percentile(0.99), aim: "under 5 ms").show()
    Row(
      what: "the same, the slowest (`\(slowest.text)`)", ours: slowest.milliseconds,
      aim: "under 5 ms"
    ).show()
    let bytes = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    Row(
      what: "taking all of it in, an index of \(bytes >> 20) MB", ours: building.median,
      aim: "once, beside the work"
    ).show()
    var updating = Times()
    for (number, page) in pages.prefix(20).enumerated() {
      let document = SearchDocument(page, cards: cards(of: page, number, pages.count))
      try updating.measure {
        try index.update(changed: [(document, FileStamp(size: 1, modified: 1, inode: 0))])
      }
    }
    Row(what: "one changed page of 200 cards", ours: updating.median, aim: "unnoticed").show()
  }

  private static let typed = [
    "storage latency", "page 17", "limit buffer ms", "\"kernel signal\"", "option_3",
    "item 4", "vector -matrix", "c++ queue", "topic3/page23", "made about", "section cache thread",
  ]

  private static let names = [
    "river", "garden", "engine", "market", "planet", "bridge", "harbour", "window", "forest",
    "letter", "mirror", "candle", "season", "silver", "travel", "winter", "anchor", "copper",
  ]

  private func cards(of page: Page, _ number: Int, _ count: Int) -> [Card] {
    let share = cardCount / count
    return (0..<share).map { index in
      let card = number * share + index
      let name = Self.names[card * 7 % Self.names.count]
      let other = Self.names[(card * 11 + number) % Self.names.count]
      return Card(
        id: String(format: "%016x", card), page: page.path, section: "Key Facts", kind: .cloze,
        prompt: "The \(name) limit \(card % 977) of storage is […] ms at the \(other)",
        answer: "\(card % 89) ms", context: "\(page.title) › Key Facts", file: page.file,
        line: index + 1, source: "", siblingGroup: "g", daily: true)
    }
  }
}
