/// Everything a key can do. The raw values name the actions in the configuration.
public enum Action: String, CaseIterable, Sendable, Hashable {
  // Moving
  case up, down, left, right, pageUp, pageDown, top, bottom
  case nextPane, previousPane, nextBoard, previousBoard
  // Pages
  case open, back, forward, zoom
  case facts, questions, text, panes
  case pages, find, search, edit
  case openQuestions, statistics, info
  // Studying
  case review, reviewPage, quiz
  case reveal, again, hard, good, easy
  case position, undo, bury, suspend, mark
  case choose1, choose2, choose3, choose4, choose5, choose6, choose7, choose8, choose9
  case submit, next, wasRight, wasWrong
  // Insight
  case period, scope
  case resolve, reopen, writeFact, confirm
  // Everywhere
  case help, cancel, quit
}

/// Where a key applies. A screen names the contexts it is in, the most particular first.
public enum KeyContext: String, CaseIterable, Sendable, Hashable {
  case pane, walked, pageList, filter, prompt, reveal, reflection, position, waiting
  case choice, typing, verdict, typedVerdict, summary, score
  case search, statistics, cardInfo, cardInfos, questionList, proposal, proposed, confirmation
  case help, everywhere

  /// The heading in the help screen and the README.
  public var title: String {
    switch self {
    case .pane: "Reading a page"
    case .walked: "After following a connection"
    case .pageList: "The list of pages"
    case .filter: "Going to a page"
    case .prompt: "Review: the question"
    case .reveal: "Review: the answer"
    case .reflection: "Review: an open question"
    case .position: "Writing a position"
    case .waiting: "Review: waiting for the next card"
    case .choice: "Quiz: choosing"
    case .typing: "Quiz: typing"
    case .verdict: "Quiz: the verdict"
    case .typedVerdict: "Quiz: the verdict on what you typed"
    case .summary: "Review: the summary"
    case .score: "Quiz: the score"
    case .search: "Search"
    case .statistics: "Statistics"
    case .cardInfo: "A card's history"
    case .cardInfos: "The cards of one item"
    case .questionList: "Open Questions"
    case .proposal: "An answered question: the Key Fact"
    case .proposed: "An answered question: what to do with the Key Fact"
    case .confirmation: "Before something is written into a note"
    case .help: "Help"
    case .everywhere: "Everywhere"
    }
  }
}
