import Cards
import Collection
import FSRS
import Screens
import Study

/// What a review asks for.
extension Program {
  /// A review that is going on.
  struct Review {
    var session: ReviewSession
    let began: Instant
    /// When the card on the screen was first shown.
    var shownAt: Instant
    var shownCard: StudyCard?
  }

  func startReview(page: String?) throws {
    let now = desk.now
    review = Review(session: try desk.review(page: page), began: now, shownAt: now)
    push(ReviewScreen(scope: desk.name(of: page), size: size))
    try sendTurn()
  }

  func answer(_ rating: Rating, position: String?) throws {
    guard var review else { return }
    let now = desk.now
    let duration = Int(now.milliseconds - review.shownAt.milliseconds)
    // The session is taken over only when the answer is on disk.
    guard let answer = review.session.answer(rating, at: now, duration: duration) else { return }
    do {
      try desk.collection.answer(answer, position: position)
    } catch CollectionError.answeredElsewhere {
      try reloadReview(keepingCard: false)
      return try sendTurn(note: "That card was answered in another window; here is the next.")
    }
    self.review = review
    let note =
      desk.scheduler.noticesLeech(answer)
      ? "A leech: forgotten \(answer.after.lapses) times. Reword it, or split it." : nil
    try sendTurn(note: note)
  }

  func undo() throws {
    guard screens.last is ReviewScreen, var review else { return try takeBackRating() }
    switch review.session.undo() {
    case .answer:
      guard try desk.undoAnswer() != nil else { return message = Self.nothingToUndo }
    case .card(let card):
      try desk.store(marksOf: card)
    case nil:
      // The last answer of an earlier review today, which this session knows nothing of.
      guard let answer = try desk.undoAnswer() else { return message = Self.nothingToUndo }
      try desk.reload(&review.session, including: answer.cardID)
      _ = review.session.present(answer.cardID)
    }
    self.review = review
    try sendTurn(note: "Taken back.")
  }

  static let nothingToUndo = "There is nothing to take back."

  func putAway(
    _ note: String?, _ change: (inout ReviewSession) -> StudyCard?
  ) throws {
    guard var review else { return }
    let before = review.session.counts(at: desk.now).total
    guard let card = change(&review.session) else { return }
    try desk.store(marksOf: card)
    self.review = review
    guard let note else { return try sendTurn() }
    // As many are left as before: one that the day's limit kept away has moved up.
    let isReplaced = review.session.counts(at: desk.now).total >= before
    let key = look.keymap.shortLabel(of: .undo, in: .prompt)
    try sendTurn(
      note: note + (isReplaced ? "; another card takes its place." : ".")
        + (key.isEmpty ? "" : " \(key) takes that back."))
  }

  func reloadReview(keepingCard: Bool = true) throws {
    guard var review else { return }
    try desk.reload(&review.session, keepingCard: keepingCard)
    self.review = review
  }

  func sendTurn(note: String? = nil) throws {
    guard var review else { return }
    let now = desk.now
    let turn = try desk.turn(of: &review.session)
    if case .card(let card, _) = turn, !card.isSameShowing(as: review.shownCard) {
      review.shownAt = now
      review.shownCard = card
    }
    self.review = review
    let event = ScreenEvent.turn(
      try desk.shown(turn, of: review.session, began: review.began, note: note))
    // The review may lie under the help screen.
    if let index = screens.lastIndex(where: { $0 is ReviewScreen }) {
      try dispatch(event, to: index)
    }
  }
}
