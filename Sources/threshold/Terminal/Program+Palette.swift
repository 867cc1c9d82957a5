import Cards
import Collection
import FSRS
import Notes
import Screens
import Study
import Surface

/// What the palette, the choice of colours and a covered pane ask for.
extension Program {
  func showPalette(_ contexts: [KeyContext]) {
    let pages = desk.vault.pages.map { PaletteScreen.PageChoice(path: $0.path, title: $0.title) }
    push(
      PaletteScreen(
        origin: contexts, keymap: look.keymap, pages: pages.inNaturalOrder(of: \.path),
        themes: themes.names,
        size: size))
  }

  // MARK: Colours

  func showThemes() throws {
    push(
      ThemeScreen(
        themes: themes.choices, current: terminal.themeName, hasColours: terminal.hasColours,
        size: size))
  }

  func previewTheme(_ name: String) throws { terminal.use(try themes.named(name)) }

  func keepTheme(_ name: String) throws {
    terminal.use(try themes.named(name))
    try themes.keep(name, configured: desk.surroundings.configuration.theme)
    message = "The colours are “\(name)” from now on."
  }

  // MARK: Under a cover

  /// Rates the card of a cell that was recalled: an answer like one in a review.
  func rate(_ cell: CoveredCell, _ rating: Rating) throws {
    let cards = try desk.collection.studyCards(page: cell.page, line: cell.line)
    guard let card = cell.card(among: cards) else {
      return message = "No card asks for that, so there is nothing to rate."
    }
    guard !card.schedule.suspended else {
      return message = "Its card is suspended: it is left as it is."
    }
    let answer = try desk.answer(card, rating)
    try desk.collection.answer(answer)
    try refresh()
    if desk.scheduler.noticesLeech(answer) {
      return message = "A leech: forgotten \(answer.after.lapses) times. Reword it, or split it."
    }
    let interval = answer.after.intervalText(answeredAt: answer.time)
    message = "\(rating.name): it comes back in \(interval). u takes that back."
  }

  /// Takes back the last answer of this day, wherever it was given.
  func takeBackRating() throws {
    guard let answer = try desk.undoAnswer() else { return message = Self.nothingToUndo }
    try refresh()
    let card = try desk.collection.studyCard(answer.cardID)?.card.card
    message = "Taken back: \(card?.prompt ?? "the last answer")"
  }
}

extension Rating {
  /// As people read it.
  fileprivate var name: String {
    switch self {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }
}
