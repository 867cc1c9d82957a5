/// What a card asks and where, as it is shown in a list of changes.
public struct CardText: Sendable, Hashable, Codable {
  public var page: String
  public var section: String
  public var file: String
  /// From 1; 0 when it is not known.
  public var line: Int
  public var prompt: String
  public var answer: String

  public init(
    page: String, section: String, file: String, line: Int, prompt: String, answer: String
  ) {
    self.page = page
    self.section = section
    self.file = file
    self.line = line
    self.prompt = prompt
    self.answer = answer
  }

  public init(_ card: Card) {
    self.init(
      page: card.page, section: card.section, file: card.file, line: card.line,
      prompt: card.prompt, answer: card.answer)
  }

  public init(_ card: KnownCard) {
    self.init(
      page: card.page, section: card.section, file: card.file, line: card.line,
      prompt: card.prompt, answer: card.answer)
  }
}

/// What happened to a card since the last reading.
public struct CardChange: Sendable, Hashable, Codable, Identifiable {
  /// The raw values are stored, and part of the JSON that other programs read.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case new
    /// Other words, the same answer: it keeps its history.
    case reworded
    /// The same words in another section or page.
    case moved
    /// It keeps its history and is brought back for relearning.
    case answerChanged = "answer-changed"
    /// Its text has returned, and it has its history back.
    case woken
    /// The same with another answer: it is brought back for relearning.
    case wokenChanged = "woken-changed"
    /// Its text is gone; its history is kept for when it returns.
    case resting
    /// New until somebody says whether it is a known card: see `IdentityQuestion`.
    case ambiguous
  }

  public var id: Card.ID
  public var kind: Kind
  /// What it asked at the last reading; nil when it is new.
  public var before: CardText?
  /// What it asks now; nil when it rests.
  public var after: CardText?

  public init(id: Card.ID, kind: Kind, before: CardText?, after: CardText?) {
    self.id = id
    self.kind = kind
    self.before = before
    self.after = after
  }

  /// Where it stands now; where it stood, when it is gone.
  public var place: CardText? { after ?? before }

  /// The page it came from, when it stands on another one now.
  public var movedFrom: String? {
    guard let before, let after, before.page != after.page else { return nil }
    return before.page
  }
}

extension CardChange {
  /// Nil when nothing happened that anybody would want to know.
  init?(_ matched: MatchedCard, from known: KnownCard?) {
    let kind: Kind
    switch matched.change {
    case .same, .reworded:
      guard let known else { return nil }
      let card = matched.card
      if known.prompt != card.prompt || known.answer != card.answer {
        kind = .reworded
      } else if known.page != card.page || known.section != card.section {
        kind = .moved
      } else {
        return nil
      }
    case .answerChanged: kind = .answerChanged
    case .new: kind = .new
    case .woken(let answerChanged): kind = answerChanged ? .wokenChanged : .woken
    case .ambiguous: kind = .ambiguous
    }
    self.init(
      id: matched.card.id, kind: kind, before: known.map { CardText($0) },
      after: CardText(matched.card))
  }
}
