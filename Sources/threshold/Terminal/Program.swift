import Cards
import Collection
import FSRS
import Foundation
import Notes
import Screens
import Study
import Surface

/// The interactive program: reads an event, lets the screen on top handle it, carries out what the
/// screen asks for, and renders. All on one thread.
final class Program {
  let desk: Desk
  let terminal: Terminal
  let look: Look
  let themes: Themes
  var screens: [any Screen] = []
  private(set) var size: Size
  /// Some words for the user, shown until the next key.
  var message: String?
  /// What is told once the screens are gone; nil when there is nothing to tell.
  var farewell: String?
  /// What the user must know for as long as it is so, such as that the vault is gone.
  var standing: String?
  var review: Review?
  /// The signal that the program was asked to end with; nil while it was not.
  private var endedBy: Int32?
  /// Made when the search is first opened.
  private(set) lazy var searcher = Searcher(desk)
  /// The quiz that is going on, as the collection keeps it.
  var quiz: QuizKeeper?
  /// The page whose open questions are shown; nil is the vault.
  var questionsPage: String?
  /// The note that a proposed Key Fact would be written into.
  var noteWriter: NoteWriter?
  /// Reads the notes beside; nil before the first frame.
  var background: BackgroundReader?
  /// The number of the change behind which the changes screen begins.
  var changesStart: Int64 = 0
  /// The number that is being typed before a move; nil when none is.
  var count: Int?
  /// How well each page is known, as it was last counted.
  var totals: [String: Knowledge] = [:]
  /// How much is wrong with the notes, as it was last counted; and at which reading of them.
  var problems = (counts: ProblemCounts(), reading: -1)

  init(_ names: VaultNames) throws {
    desk = try Desk(names)
    let configuration = desk.surroundings.configuration
    let environment = desk.surroundings.environment
    let keymap = try Keymap.standard.remapped(configuration.keys)
    themes = Themes(
      environment: environment, data: desk.surroundings.dataDirectory(named: names.data))
    let theme = try themes.chosen(configured: configuration.theme)
    let isMonochrome = !(environment["NO_COLOR"] ?? "").isEmpty
    terminal = try Terminal(
      theme: theme, mouse: configuration.mouse, isMonochrome: isMonochrome)
    look = Look(glyphs: terminal.glyphs, keymap: keymap)
    size = terminal.size
    message = desk.notice ?? themes.notice
  }

  /// What the program begins with.
  enum Start {
    case vault
    /// A page is given as the user typed it.
    case review(page: String?)
    case quiz(QuizCommand)
  }

  /// Runs until the user leaves.
  /// - Throws: `Interruption` when a signal has ended it, with everything in order.
  func run(_ start: Start) throws {
    try runScreens(start)
    if let farewell { print(farewell) }
    if let endedBy { throw Interruption(signal: endedBy) }
  }

  private func runScreens(_ start: Start) throws {
    defer { terminal.close() }
    try begin(start)
    // What is beside the screen does not keep it waiting.
    if let screen = screens.last { render(screen) }
    startBackground()
    defer { background?.stop() }
    while let screen = screens.last {
      render(screen)
      guard let event = terminal.read(milliseconds: patience) else {
        if isTakingIn { takeIn() }
        try nextTurnIfWaiting()
        try tellQuizTheTime()
        continue
      }
      try handle(event)
    }
    background?.stop()
    background = nil
    try desk.close()
  }

  private func begin(_ start: Start) throws {
    switch start {
    case .vault:
      if desk.vault.pages.count == 1, let only = desk.vault.pages.first {
        try desk.update()
        let library = try library(page: only.path)
        guard let page = PageScreen(library: library, page: only.path, size: size) else { return }
        push(page)
        if let day = library.day, day.isFirst {
          message =
            message
            ?? day.welcome(look.keymap, hasPanes: page.hasPanesBeside, isShort: size.rows < 20)
        }
      } else {
        // A vault shows its pages before anything is counted, let alone their cards made.
        let library = Library(vault: desk.vault, name: desk.vaultName)
        let pages = HomeScreen(library: library, filtering: false, size: size)
        render(pages)
        push(pages)
        try refresh()
      }
    case .review(let page):
      try desk.update()
      try startReview(page: page.map { try findPage($0, in: desk.vault).path })
    case .quiz(let command):
      try desk.update()
      try begin(command)
    }
  }

  func push(_ screen: (any Screen)?) {
    if let screen { screens.append(screen) }
  }

  // MARK: Loop

  /// While a review waits for a learning card, or a quiz has a limit, the clock is looked at every
  /// second.
  private var patience: Int { isTakingIn ? 0 : isWaiting || isTimingQuiz ? 1000 : -1 }

  private var isWaiting: Bool { (screens.last as? ReviewScreen)?.isWaiting == true }

  private func nextTurnIfWaiting() throws {
    if isWaiting { try sendTurn() }
  }

  func render(_ screen: any Screen) {
    var surface = screen.render(size: size, look: look(for: screen))
    if let message = message ?? standing { Frame.message(message, on: &surface) }
    terminal.show(surface)
  }

  /// How the screen on top looks.
  private func look(for screen: any Screen) -> Look {
    var look = look
    look.isFirst = screens.count <= 1
    return look
  }

  private func handle(_ event: Event) throws {
    switch event {
    case .quit(let signal):
      endedBy = signal
      try keepQuiz()
      screens = []
    case .resize(let size):
      self.size = size
      for index in screens.indices { try dispatch(.resize(size), to: index) }
    case .resumed:
      terminal.repaint()
      size = terminal.size
      for index in screens.indices { try dispatch(.resize(size), to: index) }
    case .key(let key):
      message = nil
      if key == Key.control("c") { return try handle(.quit(signal: SIGINT)) }
      if try handleCount(key) { return }
      try dispatch(.key(key))
    case .paste(let text):
      try dispatch(.paste(text))
    case .mouse(let point, let action):
      switch action {
      case .press, .doublePress:
        message = nil
        count = nil
        if let screen = screens.last,
          let action = screen.action(at: point, size: size, look: look(for: screen))
        {
          return try press(action)
        }
        try dispatch(.mouse(point, wheel: 0))
      case .scrollUp: try dispatch(.mouse(point, wheel: -1))
      case .scrollDown: try dispatch(.mouse(point, wheel: 1))
      case .release, .drag: break
      }
    case .wake:
      try takeReports()
    case .focus:
      break
    }
  }

  func dispatch(_ event: ScreenEvent, to index: Int? = nil) throws {
    let index = index ?? screens.count - 1
    guard screens.indices.contains(index) else { return }
    var screen = screens[index]
    let effects = screen.receive(event, keymap: look.keymap)
    screens[index] = screen
    try lookUpKnowledge(at: index)
    if case .key(let key) = event, screens.count == 1,
      let words = screen.reminder(after: key, effects: effects, keymap: look.keymap)
    {
      return message = words
    }
    carryOut(effects)
  }

  /// Does what an action's key does in the screen on top.
  func press(_ action: Action) throws {
    guard var screen = screens.last else { return }
    let effects = screen.perform(action, keymap: look.keymap)
    try take(screen, effects)
  }

  /// Puts the screen on top as it has become, and carries out what it asks for.
  func take(_ screen: any Screen, _ effects: [Effect]) throws {
    let index = screens.count - 1
    screens[index] = screen
    try lookUpKnowledge(at: index)
    carryOut(effects)
  }

  /// Carries out what a screen asks for, one after the other.
  func carryOut(_ effects: [Effect]) {
    for effect in effects {
      do {
        try perform(effect)
      } catch {
        // The screen stays as it was: what could not be done is not taken for done.
        message = Failure(error).sentence
      }
    }
  }

  // MARK: Effects

  private func perform(_ effect: Effect) throws {
    switch effect {
    case .leave: try leave()
    case .say(let text): message = text
    case .showHelp(let contexts):
      push(HelpScreen(contexts: contexts, keymap: look.keymap, size: size))
    case .showPalette(let contexts): showPalette(contexts)
    case .run(let action):
      // Out of the palette, into the screen that it was opened in.
      if screens.last is PaletteScreen { screens.removeLast() }
      try press(action)
    case .showThemes: try showThemes()
    case .redraw: terminal.repaint()
    case .previewTheme(let name): try previewTheme(name)
    case .keepTheme(let name): try keepTheme(name)
    case .rateCell(let cell, let rating): try rate(cell, rating)
    case .showPages(let filtering):
      push(HomeScreen(library: try library(), filtering: filtering, size: size))
    case .openPage(let path): try openPage(path)
    case .showLinks(let page):
      push(NeighbourhoodScreen(library: try library(), page: page, size: size))
    case .edit(let file, let line): try edit(file: file, line: line)
    case .showSearch(let near): try showSearch(near: near)
    case .search(let typed, let kind, let near): try search(typed, kind: kind, near: near)
    case .startReview(let page): try startReview(page: page)
    case .answer(let rating, let position): try answer(rating, position: position)
    case .undo: try undo()
    case .bury: try putAway("Buried until tomorrow") { $0.bury() }
    case .suspend: try putAway("Suspended until you take it up again") { $0.suspend() }
    case .toggleMark: try putAway(nil) { $0.toggleMark() }
    case .setSuspended(let card, let isSuspended): try setSuspended(card, isSuspended)
    case .showCardInfo(let choice): try showCardInfo(choice)
    case .showStatistics(let page): try showStatistics(page: page)
    case .showQuestions(let page): try showQuestions(page: page)
    case .keepPosition(let card, let text): try keepPosition(text, on: card)
    case .proposeFact(let card): try proposeFact(for: card)
    case .resolve(let card, let fact, let writes):
      try resolve(card, fact: fact, writes: writes)
    case .reopen(let card): try reopen(card)
    case .showCards(let page): try showCards(page: page)
    case .showProblems(let page): try showProblems(page: page)
    case .showChanges(let shown): try showChanges(shown)
    case .decide(let question, let decision): try decide(question, decision)
    case .turn(let which, let isOn): try turn(which, on: isOn)
    case .openLine(let page, let line): try openLine(page: page, line: line)
    case .openHit(let trail): try openHit(trail)
    case .setUpQuiz, .countQuiz, .startQuiz, .resumeQuiz, .askNext, .recordQuiz, .amendQuiz,
      .leaveQuiz, .endQuiz, .sendToReview:
      try performQuiz(effect)
    }
  }

  func leave() throws {
    let left = screens.popLast()
    if left is ReviewScreen { review = nil }
    if left is QuizScreen { quiz = nil }
    if left is ReviewScreen || left is QuizScreen { try refresh() }
  }

  /// From home back to the page screen it came from, or on to a new one.
  func openPage(_ path: String) throws {
    if let home = screens.last as? HomeScreen,
      home.isFinder || screens.dropLast().last is PageScreen
    {
      screens.removeLast()
    }
    guard desk.vault.page(path) != nil else {
      return message = "“\(path)” is gone from the vault; v shows the pages that there are."
    }
    if var page = screens.last as? PageScreen {
      _ = page.walk(to: path)
      screens[screens.count - 1] = page
      try lookUpKnowledge(at: screens.count - 1)
    } else {
      push(PageScreen(library: try library(page: path), page: path, size: size))
    }
  }

  /// Shows the notes and what is known of them as they are now.
  func refresh() throws {
    try refreshScreens()
    lookBeside()
  }

  func refreshScreens() throws {
    let page = screens.lazy.compactMap { $0 as? PageScreen }.last?.path
    let library = try library(page: page)
    for index in screens.indices { try dispatch(.refreshed(library), to: index) }
    try refreshCards()
    try refreshChanges()
  }

  func library(page: String? = nil) throws -> Library {
    try desk.library(page: page, totals: totals, problems: problems.counts)
  }

  /// A page that was walked to shows how well it is known, as one that was opened does.
  private func lookUpKnowledge(at index: Int) throws {
    if var home = screens[index] as? HomeScreen, let page = home.wantedKnowledge {
      home.show(try desk.knowledge(of: page), of: page)
      screens[index] = home
    }
    guard let page = screens[index] as? PageScreen, page.lacksKnowledge else { return }
    try dispatch(.refreshed(try library(page: page.path)), to: index)
  }

  private func edit(file: String, line: Int) throws {
    let command = Editor.command(
      configuration: desk.surroundings.configuration, environment: desk.surroundings.environment)
    let path = desk.vault.root + "/" + file
    // An editor would begin a new file there.
    guard FileManager.default.fileExists(atPath: path) else {
      return message = "\(file) is gone: it was deleted, moved or renamed."
    }
    let notice = try terminal.lend {
      try Editor.open(file: path, line: line, command: command)
    }
    size = terminal.size
    try desk.reread()
    try refresh()
    if review != nil {
      try reloadReview()
      try sendTurn()
    }
    if let notice { message = notice }
  }
}
