import Cards

/// Whether an answer from outside a card's own list or column is of the sort that the card asks for: what is seen
/// to be of another sort is seen to be wrong.
struct OneSort {
  private let card: Card
  private let shape: AnswerShape
  /// Whether the card is of a table whose rows hold what is of one sort.
  private let isRow: Bool
  /// Whether it counts, measures or dates something: any number of its unit and size will do. `404` is a name.
  private let isAmount: Bool
  /// What the card's fact is about, besides its page.
  private let subject: Set<String>

  init(_ card: Card, _ shape: AnswerShape, isRow: Bool) {
    self.card = card
    self.shape = shape
    self.isRow = isRow
    isAmount = shape.figure != nil && shape.setting != .code
    subject = isAmount ? [] : Self.subject(of: card)
  }

  /// A cell is of its column's sort, a term or an explanation of its side's; among facts numbers are, and names
  /// and code that are written alike, where both facts have something to do with each other: of unrelated ones
  /// it is seen which the question is about.
  /// - Parameter fromRow: whether the candidate is of a table whose rows hold what is of one sort.
  func takes(_ candidate: Card, _ other: AnswerShape, fromRow: Bool) -> Bool {
    switch card.kind {
    case .cell: !isRow && !fromRow && Fold.folded(candidate.slot) == Fold.folded(card.slot)
    // Terms are of a sort all over a page; explanations only within their list.
    case .definition: card.slot == "term" && candidate.slot == "term"
    // What is said of another page is about that page.
    case .connection: candidate.page == card.page && candidate.slot != card.slot
    case .recall, .cloze, .item, .gloss, .author:
      isAmount || isNamedAlike(other) && isOneOfList(candidate) && isRelated(candidate)
    case .list, .order, .question: false
    }
  }

  private func isNamedAlike(_ other: AnswerShape) -> Bool {
    shape.setting == .code ? shape.naming == other.naming : shape.isName && other.isName
  }

  /// What stands in a list is of the list's sort, which need not be that of what stands elsewhere.
  private func isOneOfList(_ candidate: Card) -> Bool {
    (candidate.kind == .item) == (card.kind == .item)
  }

  private func isRelated(_ candidate: Card) -> Bool {
    !Echo.of(Self.subject(of: candidate), in: subject).isEmpty
  }

  /// The words of a fact that are neither the answer nor said of the whole page.
  private static func subject(of card: Card) -> Set<String> {
    let words = Echo.words(card.source).filter { $0.contains(where: \.isLetter) }
    let known = Echo.words(card.answer).union(Echo.words(card.context))
    return words.subtracting(Echo.of(words, in: known))
  }

  /// Kinds whose answers look alike.
  static func isAlike(_ left: CardKind, _ right: CardKind) -> Bool {
    func family(_ kind: CardKind) -> Int {
      switch kind {
      case .recall, .cloze, .item, .author, .gloss: 0
      case .definition: 1
      case .cell: 2
      case .connection: 3
      case .list: 4
      case .order: 5
      case .question: 6
      }
    }
    return family(left) == family(right)
  }
}
