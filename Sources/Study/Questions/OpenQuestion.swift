import Cards

/// What was written about an open question on a study day.
public struct WrittenPosition: Sendable, Hashable {
  public var day: StudyDay
  public var text: String
  public init(day: StudyDay, text: String) {
    self.day = day
    self.text = text
  }
}

/// That an open question has found its answer.
public struct Resolution: Sendable, Hashable {
  public var time: Instant
  /// The Key Fact that says it, as a line for the note.
  public var fact: String
  public init(time: Instant, fact: String) {
    self.time = time
    self.fact = fact
  }
}

/// An open question with all that belongs to it.
public struct OpenQuestion: Sendable {
  public var card: StudyCard
  /// The title of its page.
  public var pageTitle: String
  /// Oldest first.
  public var positions: [WrittenPosition]
  /// The facts and connections that bear on it, the most telling first.
  public var bearings: [Bearing]
  /// When it was resolved; nil while it is open.
  public var resolvedOn: StudyDay?
  /// The Key Fact it was resolved with.
  public var fact: String?

  public init(
    card: StudyCard, pageTitle: String, positions: [WrittenPosition], bearings: [Bearing],
    resolvedOn: StudyDay? = nil, fact: String? = nil
  ) {
    self.card = card
    self.pageTitle = pageTitle
    self.positions = positions
    self.bearings = bearings
    self.resolvedOn = resolvedOn
    self.fact = fact
  }
}
