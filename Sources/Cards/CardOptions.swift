import Notes

/// Which part of a page a card is made from: what the daily deck can take or leave.
public enum CardSource: String, Sendable, Hashable, CaseIterable {
  case facts, questions, marks, definitions, tables, connections
}

/// What the daily deck takes. A page's front matter has the last word for that page.
public struct CardOptions: Sendable, Hashable {
  /// Facts, open questions and the author's own marks, unless the configuration says otherwise.
  public var daily: Set<CardSource>

  public init(daily: Set<CardSource> = [.facts, .questions, .marks]) { self.daily = daily }

  /// What the daily deck takes from a page whose front matter has `cards: [definitions, -facts]`:
  /// a word adds, a word with a minus takes away, `all` and `none` do so with everything.
  /// The second value holds the words that mean nothing here.
  public func daily(frontMatter: FrontMatter) -> (sources: Set<CardSource>, unknown: [String]) {
    var sources = daily
    var unknown: [String] = []
    for written in frontMatter.list("cards") {
      let word = written.lowercased().filter { !$0.isWhitespace }
      let takesAway = word.hasPrefix("-")
      let name = takesAway ? String(word.dropFirst()) : word
      if name.isEmpty { continue }
      if name == "none" || name == "all" {
        sources = (name == "all") != takesAway ? Set(CardSource.allCases) : []
      } else if let source = CardSource(rawValue: name) ?? CardSource(rawValue: name + "s") {
        if takesAway { sources.remove(source) } else { sources.insert(source) }
      } else {
        unknown.append(written)
      }
    }
    return (sources, unknown)
  }
}
