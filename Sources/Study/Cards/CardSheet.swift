import Cards
import Notes

/// The cards that a page gives, line by line as its items stand in the file, with what is wrong there.
public struct CardSheet: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public var card: StudyCard
    public var ruling: CardSwitches.Ruling
    public init(card: StudyCard, ruling: CardSwitches.Ruling) {
      self.card = card
      self.ruling = ruling
    }
    /// Whether the daily deck takes it.
    public var isDaily: Bool { card.card.daily && ruling.isOn }
  }

  /// What stands at one line: a fact, a row, a definition.
  public struct Item: Sendable, Hashable {
    /// From 1; 0 for what is wrong with the whole file.
    public var line: Int
    /// The item's text; empty when it is not known.
    public var source: String
    public var entries: [Entry]
    public var problems: [Problem]
  }

  /// The page's path.
  public var page: String
  public var title: String
  public var file: String
  public var items: [Item]
  /// The kinds that are off on this page, and in the vault as a whole, whatever single cards say.
  public private(set) var kindsOff: Set<CardKind>
  public private(set) var kindsOffInVault: Set<CardKind>
  /// When the sheet was made: what due dates are counted from.
  public var now: Instant

  /// - Parameters:
  ///   - cards: those of the page, also the ones that are turned off.
  ///   - problems: those of the page's file.
  ///   - texts: what the note says at lines that may give no card.
  public init(
    page: String, title: String, file: String, cards: [StudyCard], problems: [Problem],
    texts: [Int: String] = [:], switches: CardSwitches, now: Instant
  ) {
    self.page = page
    self.title = title
    self.file = file
    self.now = now
    kindsOff = Set(CardKind.allCases.filter { !switches.ruling(kind: $0, page: page).isOn })
    kindsOffInVault = Set(CardKind.allCases.filter { !switches.ruling(kind: $0).isOn })
    var items: [Item] = []
    var places: [Key: Int] = [:]
    for card in cards {
      let key = Key(line: card.card.line, source: card.card.source)
      let entry = Entry(card: card, ruling: switches.ruling(on: card.card))
      if let place = places[key] {
        items[place].entries.append(entry)
      } else {
        places[key] = items.count
        items.append(
          Item(line: card.card.line, source: card.card.source, entries: [entry], problems: []))
      }
    }
    for problem in problems.sortedByPlace {
      if let place = items.lastIndex(where: { $0.line == problem.line }) {
        items[place].problems.append(problem)
      } else {
        items.append(
          Item(
            line: problem.line, source: texts[problem.line] ?? "", entries: [],
            problems: [problem]))
      }
    }
    self.items = items.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private struct Key: Hashable {
    var line: Int
    var source: String
  }

  public var entries: [Entry] { items.flatMap(\.entries) }
  /// The kinds that there are, in the order of `CardKind`.
  public var kinds: [CardKind] {
    let present = Set(items.lazy.flatMap(\.entries).map(\.card.card.kind))
    return CardKind.allCases.filter(present.contains)
  }
}

extension CardSheet.Entry {
  /// What becomes of it, in a few words: `daily, new`; `quiz only, in 3d of 12d`;
  /// `off: cell on this page`.
  public func status(at now: Instant) -> String {
    guard ruling.isOn else {
      switch ruling.source {
      case .card, .nothing: return "off"
      case .page: return "off: \(card.card.kind.rawValue) on this page"
      case .vault: return "off: \(card.card.kind.rawValue) in the vault"
      case .configuration: return "off: \(card.card.kind.rawValue) in the configuration"
      }
    }
    return [card.card.daily ? "daily" : "quiz only", progress(at: now)].joined(separator: ", ")
  }

  /// How far learning it has come.
  private func progress(at now: Instant) -> String {
    let schedule = card.schedule
    if schedule.suspended { return "suspended" }
    switch schedule.state {
    case .new: return "new"
    case .learning, .relearning: return "learning"
    case .review:
      let left = schedule.due.seconds(since: now)
      let interval = IntervalText.text(days: schedule.interval)
      return left <= 0
        ? "due, \(interval)" : "in \(IntervalText.text(seconds: left)) of \(interval)"
    }
  }
}
