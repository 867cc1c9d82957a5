import Cards

/// What the pages of a quiz hold beyond single cards.
struct QuizSets: Sendable {
  var pairs: [PairSet] = []
  var sequences: [SequenceSet] = []
  var grids: [GridSet] = []
  var lists: [ListSet] = []
  var selections: [SelectionSet] = []

  var isEmpty: Bool {
    pairs.isEmpty && sequences.isEmpty && grids.isEmpty && lists.isEmpty && selections.isEmpty
  }

  mutating func append(_ other: QuizSets) {
    pairs += other.pairs
    sequences += other.sequences
    grids += other.grids
    lists += other.lists
    selections += other.selections
  }

  func filtered(_ selection: QuizSelection) -> QuizSets {
    guard selection != .all else { return self }
    var result = self
    result.pairs.removeAll { !selection.contains($0.place, texts: $0.texts) }
    result.sequences.removeAll { !selection.contains($0.place, texts: $0.items) }
    result.grids.removeAll { !selection.contains($0.place, texts: $0.rows.flatMap { $0 }) }
    result.lists.removeAll { !selection.contains($0.place, texts: $0.items.map(\.text)) }
    result.selections.removeAll { !selection.contains($0.place, texts: $0.right + $0.wrong) }
    return result
  }

  /// What contains one of the cards.
  func touching(_ ids: Set<Card.ID>) -> QuizSets {
    func has(_ cards: [Card.ID?]) -> Bool { cards.contains { $0.map(ids.contains) ?? false } }
    var result = self
    result.pairs.removeAll { !has($0.pairs.map(\.card)) }
    result.sequences.removeAll { !has([$0.card]) }
    result.grids.removeAll { !has($0.cards.flatMap { $0 }) }
    result.lists.removeAll { !has([$0.card]) && !has($0.items.map(\.card)) }
    result.selections.removeAll { !has($0.cards) }
    return result
  }

  var marks: Set<String> {
    Set(
      pairs.map(\.mark) + sequences.map(\.mark) + grids.map(\.mark) + lists.map(\.mark)
        + selections.map(\.mark))
  }
}

/// What belongs together, one to one.
struct PairSet: Sendable, Hashable {
  struct Pair: Sendable, Hashable {
    var left: String
    var right: String
    var line: Int
    var card: Card.ID?
  }
  var place: QuizPlace
  var prompt: String
  var pairs: [Pair]
  var texts: [String] { pairs.flatMap { [$0.left, $0.right] } }
  var mark: String { StableHash.mark(["pairs", place.page, prompt] + texts) }
}

/// What has an order.
struct SequenceSet: Sendable, Hashable {
  var place: QuizPlace
  var prompt: String
  var items: [String]
  var card: Card.ID?
  var mark: String { StableHash.mark(["sequence", place.page, prompt] + items) }
}

/// A table, with the cells that can be asked for.
struct GridSet: Sendable, Hashable {
  var place: QuizPlace
  var title: String
  var header: [String]
  var rows: [[String]]
  var lines: [Int]
  /// The card of each cell; nil where the cell is not asked for.
  var cards: [[Card.ID?]]
  var mark: String {
    StableHash.mark(["grid", place.page, title] + header + rows.flatMap { $0 })
  }

  /// With the columns as rows: where they are the things compared, what is of one sort stands below each other
  /// then.
  var turned: GridSet {
    var grid = self
    grid.header = [""] + rows.map { $0[0] }
    grid.rows = header.indices.dropFirst().map { column in
      [header[column]] + rows.map { $0[column] }
    }
    grid.cards = header.indices.dropFirst().map { column in [nil] + cards.map { $0[column] } }
    grid.lines = grid.rows.map { _ in place.line }
    return grid
  }
}

/// A list to recall as a whole.
struct ListSet: Sendable, Hashable {
  struct Item: Sendable, Hashable {
    var text: String
    var card: Card.ID?
  }
  var place: QuizPlace
  var prompt: String
  /// What the list is of, for asking which of some things stand in it; nil where that reads badly.
  var name: String?
  var items: [Item]
  /// Of the whole list.
  var card: Card.ID?
  var source: String
  var mark: String { StableHash.mark(["list", place.page, prompt] + items.map(\.text)) }
}

/// Things of one sort of which some have a property and the others do not.
struct SelectionSet: Sendable, Hashable {
  var place: QuizPlace
  var prompt: String
  var right: [String]
  var wrong: [String]
  var cards: [Card.ID?]
  var mark: String { StableHash.mark(["selection", place.page, prompt] + right + wrong) }
}
