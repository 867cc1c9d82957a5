import Cards
import FSRS
import Notes
import Study
import Surface

/// What a screen asks the program to do. Screens never do anything themselves.
public enum Effect: Sendable, Equatable {
  /// Leave this screen; from the first one, the program.
  case leave
  case showHelp([KeyContext])
  /// Every action by name, with those of these contexts ready to be done.
  case showPalette([KeyContext])
  /// Leave the palette and do this in the screen under it.
  case run(Action)
  case showThemes
  /// Send everything to the terminal again.
  case redraw
  /// Show everything in the colours of a theme, to see how it looks.
  case previewTheme(String)
  /// Keep a theme's colours, also the next time.
  case keepTheme(String)
  case showPages(filtering: Bool)
  /// Walk to a page, by its path.
  case openPage(String)
  case edit(file: String, line: Int)
  /// Search the vault; the hits of the page one is on come first.
  case showSearch(near: String?)
  /// Find what was typed: one kind of thing, or everything.
  case search(String, kind: SearchKind?, near: String?)
  /// Walk to a line of a page; without one to the page.
  case openLine(page: String, line: Int?)
  /// Walk to a hit of a search, from which others can be walked to.
  case openHit(SearchTrail)
  /// The links around a page, or what is missing and alone in the vault.
  case showLinks(page: String?)

  /// Start a review: of one page, or of the vault.
  case startReview(page: String?)
  /// `position` is what was written about an open question, when something was.
  case answer(Rating, position: String?)
  case undo
  case bury
  case suspend
  case toggleMark
  /// Put a card away until the user takes it up again, or take it up.
  case setSuspended(Card.ID, Bool)
  /// Rate the card of a cell or an explanation that was recalled under a cover.
  case rateCell(CoveredCell, Rating)

  /// What is known of a card, or of the cards of an item.
  case showCardInfo(CardChoice)
  /// The statistics of a page, or of the vault.
  case showStatistics(page: String?)
  /// The Open Questions of a page, or of the vault, with what was written about them.
  case showQuestions(page: String?)
  /// Keep what was written about an open question.
  case keepPosition(Card.ID, String)
  /// Propose the Key Fact that a question has led to.
  case proposeFact(Card.ID)
  /// The question has an answer: it leaves the daily deck. `fact` is the line that says it.
  case resolve(Card.ID, fact: String, writes: FactWriting)
  /// The question comes back to the daily deck.
  case reopen(Card.ID)

  /// What is wrong with the notes, beginning with those of a page.
  case showProblems(page: String?)

  /// What happened to cards.
  case showChanges(ChangesShown)
  /// What the author says about a new card that may be a known one.
  case decide(IdentityQuestion.ID, IdentityDecision)
  /// The cards that a page gives, by its path.
  case showCards(page: String)
  /// Turn cards or kinds of card off or on.
  case turn([CardSwitch], on: Bool)

  /// Choose what a quiz is about, beginning with a page or the vault.
  case setUpQuiz(page: String?)
  /// `habits` are what was chosen for it in the set-up, to be remembered.
  case startQuiz(QuizRequest, QuizHabits?)
  /// Count what the page of the set-up gives in a kind: answered with an offer.
  case countQuiz(QuizRequest)
  /// Go on with the quiz that was left.
  case resumeQuiz
  /// A question was answered: to be logged, with what it takes to go on from there.
  case recordQuiz(QuizOutcome, QuizProgress)
  /// The learner has overruled the verdict that was logged.
  case amendQuiz(QuizOutcome, QuizProgress)
  /// The next question is in sight from now on.
  case askNext
  /// Leave the quiz; it can be taken up again.
  case leaveQuiz
  /// The last question is behind us, or the time is up.
  case endQuiz(QuizSummary)
  /// Cards that were missed come up today.
  case sendToReview([Card.ID])

  /// A line for the user, shown until the next key.
  case say(String)
}

/// How far back changes are shown.
public enum ChangesShown: Sendable, Equatable {
  /// Since the user last looked.
  case sinceLastTime
  /// All that are kept.
  case all
}

/// Which cards are asked about.
public enum CardChoice: Sendable, Equatable {
  case card(Card.ID)
  /// All that come from the item which begins on a line of a page, named by its path.
  case item(page: String, line: Int)
}

/// What happens to the Key Fact that an answered question has led to.
public enum FactWriting: Sendable, Equatable {
  /// The user writes it, or does not.
  case leftToUser
  /// The user has asked, and confirmed, that it is written under the page's Key Facts.
  case underKeyFacts
}

/// What reaches a screen: from the terminal, or from the program that carried out an effect.
public enum ScreenEvent: Sendable {
  case key(Key)
  case paste(String)
  case resize(Size)
  /// A click (`wheel` 0) or a turn of the wheel (rows, negative is up).
  case mouse(Point, wheel: Int)
  /// The notes or what is known of them changed.
  case refreshed(Library)
  /// The next card of a review, after starting it or after an answer.
  case turn(ReviewTurn)
  /// What a search came to.
  case found(SearchResults)
  case quiz(QuizEvent)
}

/// What the program tells a quiz.
public enum QuizEvent: Sendable, Equatable {
  /// How long a quiz with a limit has taken so far, in seconds; once a second.
  case clock(seconds: Int)
  /// The quiz is over.
  case report(QuizReport)
  /// These cards are in today's review now.
  case sentToReview([Card.ID])
  /// What the page of the set-up gives.
  case offer(QuizOffer)
}

/// How things look and which keys there are: the same for all screens.
public struct Look: Sendable {
  public var glyphs: Glyphs
  public var keymap: Keymap
  /// Whether the way back from the screen leads out of the program.
  public var isFirst: Bool
  public init(glyphs: Glyphs = .unicode, keymap: Keymap = .standard, isFirst: Bool = false) {
    self.glyphs = glyphs
    self.keymap = keymap
    self.isFirst = isFirst
  }
}

/// One screen: its state, what an event does to it, and how it looks. Both functions are pure.
public protocol Screen: Sendable {
  /// Where keys apply now, the most particular context first.
  var contexts: [KeyContext] { get }
  /// What the header says.
  var title: String { get }
  /// Which of the keys that work now the last line shows.
  var footer: Footer { get }
  mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect]
  func render(size: Size, look: Look) -> Surface
}

extension Screen {
  public var footer: Footer { Footer(contexts) }

  /// The action whose key stands at a point of the footer; nil where there is none.
  public func action(at point: Point, size: Size, look: Look) -> Action? {
    guard point.y == size.rows - 1, size.columns >= Frame.minimum.columns,
      size.rows >= Frame.minimum.rows
    else { return nil }
    return footer.action(at: point.x, width: size.columns, look: look)
  }

  /// Handles an event: what is the same in every screen here, all else in the screen itself.
  public mutating func receive(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    if case .key(let key) = event {
      switch keymap.action(for: key, in: contexts) {
      case .palette: return [.showPalette(contexts)]
      case .theme: return [.showThemes]
      case .redraw: return [.redraw]
      case .count: return [.say("Type a number and then a move: it is done so many times.")]
      // Help itself is left by the key that leads to it.
      case .help where !contexts.contains(.help): return [.showHelp(contexts)]
      default: break
      }
    }
    return handle(event, keymap: keymap)
  }

  /// What to say instead of leaving the program, where that would come of an Esc pressed once too often:
  /// the key that leaves; nil where Esc means something else here, or nothing else leaves.
  /// - Parameter effects: what the screen asks for after the key.
  public func reminder(after key: Key, effects: [Effect], keymap: Keymap) -> String? {
    guard key == .escape, effects == [.leave],
      let binding = keymap.bindings(in: contexts).first(where: { $0.action == .quit }),
      let other = binding.keys.first(where: { $0 != .escape })
    else { return nil }
    return "\(other.label) leaves the program."
  }

  /// Does what an action's key does, whether it has a key or not.
  public mutating func perform(_ action: Action, keymap: Keymap) -> [Effect] {
    // A key that no terminal sends stands for it.
    let key = Key(.function(0))
    return receive(.key(key), keymap: keymap.adding(key, for: action, in: contexts))
  }
}

/// The vault as the screens see it: pages, cards and how well they are known.
public struct Library: Sendable {
  public var vault: Vault
  public var name: String
  /// How well the pages that were looked at are known, line by line: by page path.
  public var knowledge: [String: PageKnowledge]
  /// How well each page is known as a whole: by page path.
  public var totals: [String: Knowledge]
  /// Cards due today, by page path.
  public var due: [String: Int]
  /// Where the study day stands; nil until it is counted.
  public var day: DaySummary?
  /// How much is wrong with the notes; nothing until it is counted.
  public var problems: ProblemCounts
  public init(
    vault: Vault, name: String, knowledge: [String: PageKnowledge] = [:], due: [String: Int] = [:],
    totals: [String: Knowledge] = [:], day: DaySummary? = nil,
    problems: ProblemCounts = ProblemCounts()
  ) {
    self.vault = vault
    self.name = name
    self.knowledge = knowledge
    self.due = due
    self.totals = totals
    self.day = day
    self.problems = problems
  }

  /// The mean chance of recall of a page's cards, 0…1; nil while it is not known, or without cards.
  public func known(_ page: String) -> Double? {
    (totals[page] ?? knowledge[page]?.page)?.known
  }
}
