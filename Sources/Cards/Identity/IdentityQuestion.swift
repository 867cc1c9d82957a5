/// A source item that may be a known one in other words, or another fact: only its author can say.
/// Until then its cards are new ones and the known ones rest, so that nothing is lost either way.
///
/// It holds all that is needed to ask and to carry out the answer, so it can be stored as it is.
public struct IdentityQuestion: Sendable, Hashable, Codable, Identifiable {
  /// A known source item that it may be.
  public struct Candidate: Sendable, Hashable, Codable {
    public var page: String
    public var section: String
    /// The item's text when it was last read.
    public var source: String
    /// What happens when it is the one; never empty.
    public var adoptions: [Adoption]
  }

  /// The page's path in the vault, and the file.
  public var page: String
  public var file: String
  /// From 1.
  public var line: Int
  /// The new item's text.
  public var source: String
  /// Best first; never empty.
  public var candidates: [Candidate]
  /// The first of the new cards that it is about.
  public var id: Card.ID

  /// The ids of the known cards that may get their histories on.
  public var histories: Set<Card.ID> {
    Set(candidates.flatMap { $0.adoptions.map(\.history) })
  }

  /// The new cards that it is about.
  public var cards: Set<Card.ID> { Set(candidates.flatMap { $0.adoptions.map(\.card) }) }
}

/// That a new card is a known one after all: it takes that card's id, history and positions.
public struct Adoption: Sendable, Hashable, Codable {
  /// The id that the new card has meanwhile.
  public var card: Card.ID
  /// The id of the known card, which goes on.
  public var history: Card.ID
  /// The answer is another than before: it is to be brought back for relearning.
  public var answerChanged: Bool
  /// What the known card asked and what the new one asks, to be shown.
  public var before: CardText
  public var after: CardText

  public init(
    card: Card.ID, history: Card.ID, answerChanged: Bool, before: CardText, after: CardText
  ) {
    self.card = card
    self.history = history
    self.answerChanged = answerChanged
    self.before = before
    self.after = after
  }
}

/// What somebody decided about an `IdentityQuestion`.
public enum IdentityDecision: Sendable, Hashable {
  /// It is the candidate at this place in `candidates`.
  case same(Int)
  /// It is a fact of its own.
  case none
}

extension [IdentityQuestion] {
  /// What a decision leads to: the adoptions to be carried out, and the questions that are left. A
  /// known card has one history, so it is no candidate of another question any more.
  public func deciding(
    _ question: IdentityQuestion.ID, _ decision: IdentityDecision
  ) -> (adoptions: [Adoption], left: [IdentityQuestion]) {
    guard let place = firstIndex(where: { $0.id == question }) else { return ([], self) }
    var left = self
    let decided = left.remove(at: place)
    guard case .same(let number) = decision, decided.candidates.indices.contains(number) else {
      return ([], left)
    }
    let adoptions = decided.candidates[number].adoptions
    return (adoptions, left.without(histories: Set(adoptions.map(\.history))))
  }

  /// The questions that a later reading leaves open: those whose new cards are still as they were and
  /// whose candidates still rest, and the new ones.
  public func after(_ matching: Matching) -> [IdentityQuestion] {
    var woken: Set<Card.ID> = []
    for card in matching.cards { woken.insert(card.card.id) }
    let gone = Set(matching.resting.map(\.id))
    let asked = Set(matching.questions.map(\.id))
    let old = without(histories: woken).filter {
      !asked.contains($0.id) && $0.cards.isDisjoint(with: gone)
    }
    return old + matching.questions
  }

  private func without(histories: Set<Card.ID>) -> [IdentityQuestion] {
    compactMap { question in
      var question = question
      question.candidates = question.candidates.compactMap { candidate in
        var candidate = candidate
        candidate.adoptions.removeAll { histories.contains($0.history) }
        return candidate.adoptions.isEmpty ? nil : candidate
      }
      return question.candidates.isEmpty ? nil : question
    }
  }
}
