import Cards
import Collection
import Screens
import Study

/// The cards of a page and their switches.
extension Program {
  func showCards(page: String) throws {
    guard let sheet = try desk.cardSheet(page: page) else { return }
    push(CardsScreen(sheet: sheet, size: size))
    // They appear when they are made.
    if !desk.isUpToDate { message = "The notes are still being read…" }
  }

  func turn(_ which: [CardSwitch], on isOn: Bool) throws {
    let words = try desk.turn(which, on: isOn)
    try refresh()
    message = words
  }

  /// Puts a card away until it is taken up again, or takes it up.
  func setSuspended(_ id: Card.ID, _ isSuspended: Bool) throws {
    guard var (card, _) = try desk.collection.studyCard(id) else { return }
    card.schedule.suspended = isSuspended
    try desk.store(marksOf: card)
    try refresh()
    message =
      isSuspended
      ? "Suspended until you take it up again." : "Taken up again: it comes when it is due."
  }

  /// Shows the cards as they are now, after the notes or the switches have changed.
  func refreshCards() throws {
    for index in screens.indices.reversed() {
      guard var screen = screens[index] as? CardsScreen else { continue }
      if let sheet = try desk.cardSheet(page: screen.page) {
        screen.show(sheet)
        screens[index] = screen
      } else {
        screens.remove(at: index)
        message =
          "“\(screen.pageTitle)” is gone from the vault; its cards rest, with their history."
      }
    }
  }
}

/// What happened to the cards.
extension Program {
  func showChanges(_ shown: ChangesShown) throws {
    let isOpen = screens.contains { $0 is ChangesScreen }
    if !isOpen { changesStart = try desk.collection.changes(.unseen).start }
    let report = try report(of: shown)
    // Looking at them is what makes them seen: not lying below another screen.
    if !isOpen || screens.last is ChangesScreen {
      try desk.collection.markChanges(.seen, through: report.end)
    }
    if isOpen {
      change { $0.show(report.list, questions: report.questions, shown: shown) }
    } else {
      push(
        ChangesScreen(
          changes: report.list, questions: report.questions, shown: shown, size: size))
    }
  }

  func decide(_ question: IdentityQuestion.ID, _ decision: IdentityDecision) throws {
    let wasOpen = try desk.collection.decide(
      question, decision, using: desk.scheduler, at: desk.now)
    try refresh()
    try reloadReview()
    switch (wasOpen, decision) {
    case (false, _): message = "That was answered elsewhere."
    case (true, .same): message = "It is the same card, and goes on with its history."
    case (true, .none): message = "It is a new card; the known one rests."
    }
  }

  func refreshChanges() throws {
    guard let screen = screens.lazy.compactMap({ $0 as? ChangesScreen }).last else { return }
    try showChanges(screen.scope)
  }

  private func report(of shown: ChangesShown) throws -> ChangeReport {
    try desk.collection.changes(shown == .all ? .all : .after(changesStart))
  }

  private func change(_ change: (inout ChangesScreen) -> Void) {
    for index in screens.indices {
      guard var screen = screens[index] as? ChangesScreen else { continue }
      change(&screen)
      screens[index] = screen
    }
  }
}
