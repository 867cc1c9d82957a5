/// Everything a key can do. The raw values name the actions in the configuration.
public enum Action: String, CaseIterable, Sendable, Hashable {
  // Moving
  case up, down, left, right, halfUp, halfDown, pageUp, pageDown, top, bottom, count
  case nextPane, previousPane, nextBoard, previousBoard
  // Pages
  case open, back, forward, zoom
  case facts, questions, text, panes
  case nextHeading, previousHeading, findText, nextFound, previousFound, cover
  case pages, find, search, edit
  case links, openPage, order, fold, foldAll
  case openQuestions, statistics, info
  // Studying
  case review, reviewPage, quiz
  case reveal, again, hard, good, easy
  case position, undo, bury, suspend, mark
  case choose1, choose2, choose3, choose4, choose5, choose6, choose7, choose8, choose9
  case submit, next, wasRight, wasWrong
  // Quizzes
  case toggle, lift, shiftUp, shiftDown, clear, sendMiss, sendMisses, resume, startNew
  case partner1, partner2, partner3, partner4, partner5, partner6
  // Insight
  case period, scope
  case resolve, reopen, writeFact, confirm
  // Cards and what happened to them
  case cards, toggleCard, toggleItem, toggleKind, toggleVaultKind
  case changes, sameCard, newCard, everything, problems
  // Everywhere
  case help, palette, theme, redraw, cancel, quit
}

extension Action {
  /// Other words that somebody may look for it by.
  var otherNames: [String] {
    switch self {
    case .links: ["map", "graph", "neighbours", "backlinks"]
    case .help: ["legend", "memory map", "meter", "signs", "shortcuts"]
    case .find: ["jump", "open page"]
    case .findText: ["search in page", "look for words"]
    case .pages: ["home", "vault", "list"]
    case .review: ["study", "learn", "practise", "due"]
    case .quiz: ["test", "exam"]
    case .statistics: ["progress", "heat map", "forecast", "retention", "leeches"]
    case .cover: ["hide", "mask"]
    case .edit: ["editor", "note"]
    case .theme: ["themes", "colors", "dark", "light"]
    case .suspend: ["pause"]
    case .bury: ["skip", "tomorrow"]
    case .mark: ["flag", "star"]
    case .undo: ["revert"]
    case .quit: ["exit", "close", "leave"]
    case .zoom: ["maximise", "fullscreen"]
    case .redraw: ["refresh", "repaint", "clear"]
    case .changes: ["diff", "news"]
    case .problems: ["check", "errors", "warnings", "unreadable files"]
    case .count: ["times", "repeat"]
    case .cards: ["preview", "switches", "off"]
    default: []
    }
  }
}

/// Where a key applies. A screen names the contexts it is in, the most particular first.
public enum KeyContext: String, CaseIterable, Sendable, Hashable {
  case pane, reading, finding, found, searched, covered, walked, pageList, filter, linkMap,
    linkList, prompt,
    reveal,
    reflection, position, waiting
  case choice, several, matching, ordering, cells, typing, typingCells, listing
  case verdict, typedVerdict, summary, score, misses, quizSetup, quizWords, leftQuiz
  case search, statistics, cardInfo, cardInfos, questionList, proposal, proposed, confirmation
  case cardList, cardFace, cardBack, cardSwitches, changeList, identityQuestion, problemList
  case help, palette, themes, everywhere

  /// The heading in the help screen and the README.
  public var title: String {
    switch self {
    case .pane: "Reading a page"
    case .reading: "The whole page as text"
    case .finding: "Finding words in the text: typing them"
    case .found: "Words found in the text"
    case .searched: "After a search of the vault"
    case .covered: "Cover mode"
    case .walked: "After following a connection"
    case .pageList: "Home: the pages of the vault"
    case .filter: "Going to a page"
    case .linkMap: "The links around a page"
    case .linkList: "Missing pages and orphans"
    case .prompt: "Review: the question"
    case .reveal: "Review: the answer"
    case .reflection: "Review: an open question"
    case .position: "Writing a position"
    case .waiting: "Review: waiting for the next card"
    case .choice: "Quiz: choosing"
    case .several: "Quiz: choosing several"
    case .matching: "Quiz: matching"
    case .ordering: "Quiz: putting in order"
    case .cells: "Quiz: filling a table from what was taken out"
    case .typing: "Quiz: typing"
    case .typingCells: "Quiz: typing into a table"
    case .listing: "Quiz: recalling a list"
    case .verdict: "Quiz: the verdict"
    case .typedVerdict: "Quiz: the verdict on what you typed"
    case .summary: "Review: the summary"
    case .score: "Quiz: the score"
    case .search: "Search"
    case .misses: "Quiz: the score, with what was missed"
    case .quizSetup: "Setting up a quiz"
    case .quizWords: "Setting up a quiz: the words to look for"
    case .leftQuiz: "A quiz was left"
    case .statistics: "Statistics"
    case .cardInfo: "A card's history"
    case .cardInfos: "The cards of one item"
    case .questionList: "Open Questions"
    case .proposal: "An answered question: the Key Fact"
    case .proposed: "An answered question: what to do with the Key Fact"
    case .confirmation: "Before something is written into a note"
    case .cardList: "The cards of a page"
    case .cardFace: "A card as it is asked"
    case .cardBack: "A card and its answer"
    case .cardSwitches: "Turning cards off and on"
    case .changeList: "What changed in the cards"
    case .problemList: "What is wrong with the notes"
    case .identityQuestion: "Is it the same card?"
    case .help: "Help"
    case .palette: "The command palette"
    case .themes: "Choosing the colours"
    case .everywhere: "Everywhere"
    }
  }

  /// Where that is, in a word or two: behind “only in”.
  var place: String {
    switch self {
    case .pane, .walked, .searched: "a page"
    case .reading, .finding, .found: "a page's text"
    case .covered: "cover mode"
    case .pageList: "home"
    case .filter: "going to a page"
    case .linkMap, .linkList: "the map of links"
    case .prompt, .reveal, .reflection, .position, .waiting, .summary: "a review"
    case .choice, .several, .matching, .ordering, .cells, .typing, .typingCells, .listing,
      .verdict, .typedVerdict, .score, .misses, .quizSetup, .quizWords, .leftQuiz:
      "a quiz"
    case .search: "the search"
    case .statistics: "statistics"
    case .cardInfo, .cardInfos: "a card's history"
    case .questionList, .proposal, .proposed, .confirmation: "open questions"
    case .cardList, .cardFace, .cardBack, .cardSwitches: "a page's cards"
    case .changeList, .identityQuestion: "changes"
    case .problemList: "problems"
    case .help: "help"
    case .palette: "the palette"
    case .themes: "the colours"
    case .everywhere: "every screen"
    }
  }

  /// Whether letters are typed into a field here, so that only other keys can mean something.
  public var isField: Bool {
    switch self {
    case .filter, .finding, .palette, .position, .proposal, .search: true
    case .typing, .typingCells, .listing, .quizWords: true
    default: false
    }
  }

  /// The contexts that screens are in together, each the most particular first: where a key of one
  /// can stand in the way of another's.
  public static let together: [[KeyContext]] = [
    [.covered, .searched, .walked, .pane, .everywhere],
    [.reading, .searched, .walked, .pane, .everywhere],
    [.found, .reading, .searched, .walked, .pane, .everywhere], [.finding],
    [.pageList, .everywhere], [.filter], [.linkMap, .everywhere], [.linkList, .everywhere],
    [.prompt, .everywhere], [.reveal, .everywhere],
    [.reflection, .everywhere], [.position], [.waiting, .everywhere], [.choice, .everywhere],
    [.several, .everywhere], [.matching, .everywhere], [.ordering, .everywhere],
    [.cells, .everywhere], [.typing], [.typingCells], [.listing], [.verdict, .everywhere],
    [.typedVerdict, .everywhere], [.summary, .everywhere], [.misses, .everywhere],
    [.quizSetup, .everywhere], [.quizWords], [.leftQuiz, .everywhere], [.search],
    [.score, .everywhere], [.statistics, .everywhere], [.cardInfo, .cardInfos, .everywhere],
    [.cardList, .cardSwitches, .everywhere], [.cardFace, .cardSwitches, .everywhere],
    [.cardBack, .cardSwitches, .everywhere], [.changeList, .everywhere],
    [.problemList, .everywhere],
    [.identityQuestion, .everywhere], [.questionList, .everywhere], [.proposal], [.proposed],
    [.confirmation], [.help, .everywhere],
    [.palette], [.themes, .everywhere],
  ]
}
