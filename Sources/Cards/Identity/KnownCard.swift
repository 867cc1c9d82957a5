/// A card as the collection stored it at the last reading: enough to recognise it, whatever happened
/// to the notes since.
public struct KnownCard: Sendable, Hashable, Identifiable {
  public var id: Card.ID
  public var page: String
  public var section: String
  public var kind: CardKind
  public var slot: String
  public var prompt: String
  public var answer: String
  public var source: String
  public var blockID: String?
  public var siblingGroup: String
  /// Its text was gone at the last reading.
  public var resting: Bool
  /// Page, sections and labels above it, as in `Card.context`; empty when they are not known, which
  /// makes equal texts of one page harder to tell apart.
  public var context: String
  /// The file it stood in, and the line from 1; empty and 0 when they are not known.
  public var file: String
  public var line: Int

  public init(
    id: Card.ID, page: String, section: String, kind: CardKind, slot: String, prompt: String,
    answer: String, source: String, blockID: String? = nil, siblingGroup: String,
    resting: Bool = false, context: String = "", file: String = "", line: Int = 0
  ) {
    self.id = id
    self.page = page
    self.section = section
    self.kind = kind
    self.slot = slot
    self.prompt = prompt
    self.answer = answer
    self.source = source
    self.blockID = blockID
    self.siblingGroup = siblingGroup
    self.resting = resting
    self.context = context
    self.file = file
    self.line = line
  }

  public init(_ card: Card, resting: Bool = false) {
    self.init(
      id: card.id, page: card.page, section: card.section, kind: card.kind, slot: card.slot,
      prompt: card.prompt, answer: card.answer, source: card.source, blockID: card.blockID,
      siblingGroup: card.siblingGroup, resting: resting, context: card.context, file: card.file,
      line: card.line)
  }
}

/// What became of a card since the last reading.
public enum Change: Sendable, Hashable {
  case same
  /// Its wording or place changed, what it asks for did not: it keeps its history.
  case reworded
  /// The answer is another one: it keeps its history, and is to be brought back for relearning.
  case answerChanged
  case new
  /// Its text returned: it has its history back. The answer may be another one now.
  case woken(answerChanged: Bool)
  /// New, because nobody but the author can say whether it is one of these known cards; nobody else
  /// has taken them.
  case ambiguous(candidates: [Card.ID])
}

/// A card of this reading with its final id.
public struct MatchedCard: Sendable, Hashable {
  public var card: Card
  public var change: Change
  public init(card: Card, change: Change) {
    self.card = card
    self.change = change
  }
}

/// What a reading means for the cards that were known.
public struct Matching: Sendable, Hashable {
  /// In the order in which they were read.
  public var cards: [MatchedCard]
  /// Known cards that no card of this reading continues, those that rested before among them.
  public var resting: [KnownCard]
  /// For each of `cards` the index of the known card that it continues; nil for a new one.
  public var origins: [Int?]
  /// What only the author can say: one question for each source item with cards that are `ambiguous`.
  public var questions: [IdentityQuestion]

  public init(
    cards: [MatchedCard], resting: [KnownCard], origins: [Int?] = [],
    questions: [IdentityQuestion] = []
  ) {
    self.cards = cards
    self.resting = resting
    self.origins = origins
    self.questions = questions
  }
}
