extension ChangeList {
  /// What the changes of several readings come to, one for each card: a card that was reworded twice was
  /// reworded, one that came and went is not in it.
  /// - Parameters:
  ///   - history: in the order in which they happened.
  ///   - now: the cards of the notes that are in the history, as they are now. What is missing is gone.
  ///   - asked: the new cards that a question is still open about.
  ///   - cards: how many cards the notes give now.
  public init(
    history: [CardChange], now: [Card.ID: CardText], asked: Set<Card.ID>, cards: Int
  ) {
    var order: [Card.ID] = []
    var histories: [Card.ID: [CardChange]] = [:]
    for change in history {
      if histories[change.id] == nil { order.append(change.id) }
      histories[change.id, default: []].append(change)
    }
    let changes = order.compactMap { id in
      CardChange(
        joining: histories[id] ?? [], now: now[id], isAsked: asked.contains(id))
    }
    self.init(
      changes: changes, unchanged: max(0, cards - changes.count { $0.after != nil }))
  }
}

extension CardChange {
  /// Nil when the card is as it was before all of them.
  fileprivate init?(joining history: [CardChange], now: CardText?, isAsked: Bool) {
    guard let first = history.first else { return nil }
    guard let now else {
      // It came and went, or rested before.
      guard let before = first.before, !first.kind.isWaking else { return nil }
      self.init(id: first.id, kind: .resting, before: before, after: nil)
      return
    }
    guard let before = first.before else {
      self.init(id: first.id, kind: isAsked ? .ambiguous : .new, before: nil, after: now)
      return
    }
    let hasAnotherAnswer = history.contains {
      $0.kind == .answerChanged || $0.kind == .wokenChanged
    }
    let kind: Kind
    if first.kind.isWaking {
      kind = hasAnotherAnswer ? .wokenChanged : .woken
    } else if hasAnotherAnswer {
      kind = .answerChanged
    } else if before.prompt != now.prompt || before.answer != now.answer {
      kind = .reworded
    } else if before.page != now.page || before.section != now.section {
      kind = .moved
    } else {
      return nil
    }
    self.init(id: first.id, kind: kind, before: before, after: now)
  }
}

extension CardChange.Kind {
  /// Whether the card rested before.
  fileprivate var isWaking: Bool { self == .woken || self == .wokenChanged }
}
