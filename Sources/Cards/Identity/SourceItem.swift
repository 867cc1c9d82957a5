/// What cards are made from: a fact, a row, a definition; all siblings of one group.
struct SourceItem {
  /// What is never taken for one another: a table's row never continues a fact.
  enum Sort: UInt8 { case fact, question, definition, row, order, connection }

  var page: String
  var section: String
  var group: String
  var source: String
  var blockID: String?
  var context: String
  var resting: Bool
  var sort: Sort
  /// Indices of its cards.
  var cards: [Int]

  init(_ card: KnownCard, index: Int) {
    page = card.page
    section = card.section
    group = card.siblingGroup
    source = card.source
    blockID = card.blockID
    context = card.context
    resting = card.resting
    sort = Sort(card.kind)
    cards = [index]
  }

  init(_ card: Card, index: Int) {
    page = card.page
    section = card.section
    group = card.siblingGroup
    source = card.source
    blockID = card.blockID
    context = card.context
    resting = false
    sort = Sort(card.kind)
    cards = [index]
  }

  func holds(_ card: KnownCard) -> Bool {
    group == card.siblingGroup && context == card.context && section == card.section
      && resting == card.resting
  }

  func holds(_ card: Card) -> Bool {
    group == card.siblingGroup && context == card.context && section == card.section
  }

  /// Where it stands in the page; the page's own title does not count. Empty when that is not known.
  var place: String {
    guard let end = context.place(of: " › ")?.upperBound else { return "" }
    return String(context[end...])
  }

  /// The labels that it is nested under, which say what it is about as its own text does.
  var lead: Substring {
    guard sort == .fact, context.utf8.count > section.utf8.count else { return "" }
    guard let range = context.place(of: " › " + section + " › ") else { return "" }
    return context[range.upperBound...]
  }

  func wording(_ lexicon: inout Lexicon) -> Wording {
    let head: Wording.Head =
      switch sort {
      case .fact: source.place(of: " :: ") != nil ? .before(" :: ") : .ofFact
      case .question: .everything
      case .definition, .connection: .before(" — ")
      case .row: .before(" · ")
      case .order: .before(": ")
      }
    return Wording(source, head: head, lexicon: &lexicon)
  }
}

extension SourceItem.Sort {
  init(_ kind: CardKind) {
    self =
      switch kind {
      case .recall, .list, .item, .gloss, .cloze, .author: .fact
      case .question: .question
      case .definition: .definition
      case .cell: .row
      case .order: .order
      case .connection: .connection
      }
  }
}
