/// Facts of one page that are said in the same words, but for what tells them apart: `The gateway
/// waits 30 s in staging`, `… in production`.
struct Twins {
  private let cards: [Card]
  /// Known items that are left over, by page and text.
  var left: [(page: String, source: String)] = []
  private struct Text {
    var source: String
    var content: [UInt64]
    var head: [UInt64]
  }
  private struct Page {
    var texts: [Text] = []
    var places: [UInt64: [Int]] = [:]
  }
  private var pages: [String: Page] = [:]
  private var cardsByPage: [String: [Int]]?
  private var leftByPage: [String: [Int]] = [:]

  init(read cards: [Card]) { self.cards = cards }

  /// Whether a third item says all that two items have in common.
  mutating func exist(
    of old: (item: SourceItem, wording: Wording), _ new: (item: SourceItem, wording: Wording),
    comparison: Comparison, inHead: Bool, lexicon: inout Lexicon
  ) -> Bool {
    prepare(new.item.page, lexicon: &lexicon)
    guard let page = pages[new.item.page] else { return false }
    func isThird(_ text: Text) -> Bool {
      text.source != new.item.source && text.source != old.item.source
    }
    for word in comparison.misspelt
    where page.places[word]?.contains(where: { isThird(page.texts[$0]) }) == true {
      return true
    }
    guard !comparison.oldOnly.isEmpty || !comparison.newOnly.isEmpty else { return false }
    // What another head has too tells things of this page apart, if what they say does not.
    let others = comparison.saysTheSameAtLength ? [] : comparison.oldOnly + comparison.newOnly
    for word in others where word.inHead {
      let places = page.places[word.key] ?? []
      if places.contains(where: {
        isThird(page.texts[$0]) && page.texts[$0].head.contains(word.key)
      }) {
        return true
      }
    }
    let head = Twins.head(new.wording)
    var rarest: [Int]?
    for word in comparison.frame {
      let list = page.places[word] ?? []
      if rarest.map({ list.count < $0.count }) ?? true { rarest = list }
    }
    return (rarest ?? []).contains { place in
      let text = page.texts[place]
      return Twins.isPart(comparison.frame, of: text.content) && (inHead || text.head == head)
        && isThird(text)
    }
  }

  private static func head(_ wording: Wording) -> [UInt64] {
    wording.words.filter { $0.inHead && $0.isContent }.map(\.key).sorted()
  }

  /// Of two sorted lists, whether the second has all of the first.
  static func isPart(_ part: [UInt64], of whole: [UInt64]) -> Bool {
    guard part.count <= whole.count else { return false }
    var place = 0
    for word in part {
      while place < whole.count, whole[place] < word { place += 1 }
      guard place < whole.count, whole[place] == word else { return false }
      place += 1
    }
    return true
  }

  /// Looks at all that the page says now, and what is left over of what it said.
  private mutating func prepare(_ path: String, lexicon: inout Lexicon) {
    guard pages[path] == nil else { return }
    if cardsByPage == nil {
      cardsByPage = Dictionary(grouping: cards.indices, by: { cards[$0].page })
      leftByPage = Dictionary(grouping: left.indices, by: { left[$0].page })
    }
    var page = Page()
    var seen: Set<String> = []
    func add(_ source: String, _ wording: Wording) {
      var previous: UInt64?
      for word in wording.content where word != previous {
        page.places[word, default: []].append(page.texts.count)
        previous = word
      }
      page.texts.append(
        Text(source: source, content: wording.content, head: Twins.head(wording)))
    }
    for index in cardsByPage?[path] ?? [] where seen.insert(cards[index].source).inserted {
      let item = SourceItem(cards[index], index: index)
      guard item.sort != .row else { continue }
      add(item.source, item.wording(&lexicon))
    }
    for index in leftByPage[path] ?? [] where seen.insert(left[index].source).inserted {
      add(left[index].source, Wording(left[index].source, lexicon: &lexicon))
    }
    pages[path] = page
  }
}
