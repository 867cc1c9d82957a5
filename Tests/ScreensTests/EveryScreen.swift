import Cards
import FSRS
import Notes
import Study
import Support
import Surface

@testable import Screens

/// Every screen in the states that look different, over notes that are hard to lay out.
enum EveryScreen {
  struct State {
    var name: String
    var screen: any Screens.Screen
  }

  static func all(seed: UInt64) throws -> [State] {
    var random = RandomText(seed: seed)
    let library = nastyLibrary(&random)
    return pages(library) + lists(library, &random) + review(&random) + quiz(&random) + insight()
      + links(library) + cards(library, &random) + problems(library, &random) + bare()
  }

  /// A line of hard text: never empty, and nothing that ends a line of Markdown.
  static func text(_ random: inout RandomText) -> String {
    let hard = [
      "שלום עולם", "مرحبا بالعالم", "👩‍👩‍👧‍👦👍🏽🇬🇧", "漢字かな交じり文", "e\u{301}\u{302}\u{303}",
      String(repeating: "Donaudampfschifffahrt", count: 6), "\u{202E}evil\u{202C}", "\u{1B}[31mred",
      "क्षत्रिय", "ﷺ", "\u{7}", "x", "`code_with_a_rather_long_name(argument)`",
    ]
    let parts = (0...random.next(below: 4)).map { _ in
      random.next(below: 3) == 0 ? hard[random.next(below: hard.count)] : random.text(unclean: true)
    }
    let line = parts.joined(separator: " ")
    let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{2028}", "\u{85}", "|", "\u{0}"]
    let kept = String(String.UnicodeScalarView(line.unicodeScalars.filter { !ends.contains($0) }))
    return kept.contains { !$0.isWhitespace } ? kept : "word"
  }

  static func nastyLibrary(_ random: inout RandomText) -> Library {
    func table(columns: Int, rows: Int) -> String {
      func row(_ cell: () -> String) -> String {
        "| " + (0..<columns).map { _ in cell() }.joined(separator: " | ") + " |\n"
      }
      var table = row { text(&random) } + row { "---" }
      for _ in 0..<rows { table += row { random.next(below: 5) == 0 ? "" : text(&random) } }
      return table + "\n"
    }
    var page = "# \(text(&random))\n\n\(text(&random)) [[b]] and [[nowhere]]\n\n"
    page += "## \(text(&random))\n\n" + table(columns: 40, rows: 3)
    page += "## Small\n\n" + table(columns: 2, rows: 4) + table(columns: 1, rows: 2)
    page += "## Modes\n\n"
    for _ in 0..<4 { page += "- **\(text(&random))** — \(text(&random))\n" }
    page += "\n## Key Facts\n\n"
    for _ in 0..<6 { page += "- \(text(&random)): \(text(&random))\n" }
    page += "\n```\n\(String(repeating: "code ", count: 60))\n```\n\n## Connections\n\n"
    page += "- [[b]] — \(text(&random))\n- [[\(String(repeating: "far/", count: 20))away]] — x\n"
    page += "\n## Open Questions\n\n"
    for _ in 0..<3 { page += "- \(text(&random))?\n" }
    return Stage.library([
      "a": page, "b": "# B\n\n[[a]]\n", "c/\(text(&random))": "# \(text(&random))\n\ntext",
    ])
  }

  private static func pages(_ library: Library) -> [State] {
    var states: [State] = []
    for size in [Size(columns: 200, rows: 60), Stage.standard] {
      guard var page = PageScreen(library: library, page: "a", size: size) else { continue }
      for board in 1...6 {
        page.press("\(board)")
        states.append(State(name: "page \(board)", screen: page))
        var covered = page
        covered.press("c")
        states.append(State(name: "page \(board) covered", screen: covered))
        covered.press("right", "right", "space", "space", "space")
        states.append(State(name: "page \(board) half covered", screen: covered))
        var zoomed = page
        zoomed.press("z", "right", "right", "end")
        states.append(State(name: "page \(board) zoomed", screen: zoomed))
      }
      page.press("t", "tab", "}")
      states.append(State(name: "text", screen: page))
      page.press("end", "shift-tab")
      states.append(State(name: "end of text", screen: page))
    }
    return states
  }

  private static func lists(_ library: Library, _ random: inout RandomText) -> [State] {
    let size = Stage.standard
    var filter = HomeScreen(library: library, filtering: true, size: size)
    filter.type("a")
    let pages = library.vault.pages.map {
      PaletteScreen.PageChoice(path: $0.path, title: $0.title)
    }
    let palette = PaletteScreen(
      origin: [.pane, .everywhere], keymap: .standard, pages: pages, themes: ["dark"], size: size)
    var searched = palette
    searched.type("no such thing at all")
    var help = HelpScreen(contexts: [.pane, .everywhere], keymap: .standard, size: size)
    help.press("end")
    let themes = (0..<9).map { ThemeChoice(name: "theme \($0)", summary: text(&random)) }
    return [
      State(name: "pages", screen: HomeScreen(library: library, filtering: false, size: size)),
      State(name: "filter", screen: filter), State(name: "palette", screen: palette),
      State(name: "palette without a match", screen: searched), State(name: "help", screen: help),
      State(
        name: "themes",
        screen: ThemeScreen(themes: themes, current: "theme 3", hasColours: false, size: size)),
    ]
  }

  private static func review(_ random: inout RandomText) -> [State] {
    let size = Stage.standard
    let fact = Stage.card(prompt: text(&random), answer: text(&random), source: text(&random))
    let question = Stage.card(.question, prompt: text(&random), answer: "", source: "")
    var front = ReviewScreen(scope: text(&random), size: size)
    let empty = front
    _ = front.handle(Stage.turn(fact), keymap: .standard)
    var back = front
    back.press("space")
    var writing = ReviewScreen(scope: "P", size: size)
    let positions = (0..<9).map { DatedPosition(date: "2026-01-0\($0)", text: text(&random)) }
    _ = writing.handle(Stage.turn(question, positions: positions), keymap: .standard)
    var reflecting = writing
    reflecting.press("space", "down", "down")
    writing.press("p")
    _ = writing.handle(.paste(text(&random)), keymap: .standard)
    var waiting = ReviewScreen(scope: "P", size: size)
    let turn = ReviewTurn(
      show: .wait(seconds: 61), left: QueueCounts(new: 0, learning: 1, review: 0), done: 3,
      seconds: 4)
    _ = waiting.handle(.turn(turn), keymap: .standard)
    return [
      State(name: "review before its first card", screen: empty),
      State(name: "review question", screen: front), State(name: "review answer", screen: back),
      State(name: "review writing", screen: writing),
      State(name: "review reflecting", screen: reflecting),
      State(name: "review waiting", screen: waiting),
    ]
  }

  private static func quiz(_ random: inout RandomText) -> [State] {
    let cards = (0..<8).map { line in
      Card(
        id: "card\(line)", page: "a", section: "S", kind: .cell, prompt: text(&random),
        answer: text(&random), context: text(&random), file: "a.md", line: line + 1,
        source: text(&random), siblingGroup: "row\(line)", pool: "pool", daily: false)
    }
    // Tables, lists and definitions are asked about as a whole: they need a page.
    func cell() -> String {
      String(text(&random).prefix(40).map { $0.isNewline || $0 == "|" ? " " : $0 })
    }
    var markdown = "# Page\n\n## Levels\n| Level | What | Why |\n| --- | --- | --- |\n"
    for row in 1...5 { markdown += "| L-\(row) | \(row) \(cell()) | \(row + 7) \(cell()) |\n" }
    markdown += "\n## Key Facts\n"
    for fact in 1...4 { markdown += "- Parts of \(fact): a\(fact), b\(fact), c\(fact), d\(fact)\n" }
    let page = PageReader.read(bytes: Array(markdown.utf8), path: "b", file: "b.md")
    let more = CardMaker.cards(of: page) { _ in nil }.cards
    let material = QuizMaterial(cards: cards + more, pages: [page])
    return QuizKind.allCases.flatMap { kind -> [State] in
      let round = QuizRound(QuizRequest(kind: kind, count: 3, seed: 3), material: material)
      let asked = QuizScreen(round: round, scope: text(&random), size: Stage.standard)
      var verdict = asked
      for key in ["1", "a", "space", "enter", "enter"] { verdict.press(key) }
      return [
        State(name: "quiz \(kind)", screen: asked),
        State(name: "quiz \(kind) answered", screen: verdict),
      ]
    }
  }

  private static func links(_ library: Library) -> [State] {
    var map = NeighbourhoodScreen(library: library, page: "a", size: Stage.standard)
    var states = [State(name: "links", screen: map)]
    for name in ["missing pages", "orphans"] {
      map.press("tab")
      states.append(State(name: name, screen: map))
    }
    return states
  }

  private static func cards(_ library: Library, _ random: inout RandomText) -> [State] {
    guard let page = library.vault.page("a") else { return [] }
    let (cards, problems) = CardMaker.cards(of: page) { _ in nil }
    let sheet = CardSheet(
      page: page.path, title: page.title, file: page.file, cards: cards.map { StudyCard(card: $0) },
      problems: problems, switches: CardSwitches(), now: Instant(milliseconds: 1_795_510_800_000))
    let list = CardsScreen(sheet: sheet, size: Stage.standard)
    var asked = list
    asked.press("down", "enter")
    var answered = asked
    answered.press("space")
    let changes = cards.prefix(12).map { card in
      CardChange(
        id: card.id, kind: .reworded, before: CardText(card),
        after: CardText(card))
    }
    let changed = ChangesScreen(
      changes: ChangeList(changes: Array(changes), unchanged: 7), questions: [],
      shown: .sinceLastTime, size: Stage.standard)
    return [
      State(name: "cards", screen: list), State(name: "card asked", screen: asked),
      State(name: "card answered", screen: answered), State(name: "changes", screen: changed),
    ]
  }

  private static func problems(_ library: Library, _ random: inout RandomText) -> [State] {
    let size = Stage.standard
    let problems = (0..<9).map { line in
      Problem(
        file: line < 3 ? text(&random) : "a.md", line: line,
        severity: line < 3 ? .error : .warning, message: text(&random), remedy: text(&random))
    }
    var library = library
    library.problems = ProblemCounts(problems)
    var states = [
      State(
        name: "problems",
        screen: ProblemsScreen(problems: problems, library: library, page: "a", size: size)),
      State(
        name: "home with problems",
        screen: HomeScreen(library: library, filtering: false, size: size)),
    ]
    let query = SearchQuery("word")
    let hits = (1...3).map { line in
      SearchHit(form: .text, page: "a", title: "A", file: "a.md", line: line, text: text(&random))
    }
    guard var page = PageScreen(library: library, page: "a", size: size),
      let trail = SearchTrail(
        SearchResults(query: query, scope: SearchScope(), hits: hits), at: 0)
    else { return states }
    page.follow(trail)
    states.append(State(name: "page after a search", screen: page))
    page.press("t")
    states.append(State(name: "text after a search", screen: page))
    return states
  }

  private static func insight() -> [State] {
    let size = Stage.standard
    var states: [State] = []
    var statistics = StatisticsScreen(
      statistics: Insight.statistics(days: 60), scopeName: "Notes", page: nil,
      titles: Insight.titles, size: size)
    for view in 1...9 {
      statistics.press("\(view)")
      states.append(State(name: "statistics \(view)", screen: statistics))
    }
    if let info = CardInfoScreen(infos: [Insight.info(), Insight.info(.list)], size: size) {
      states.append(State(name: "card info", screen: info))
    }
    var questions = QuestionsScreen(
      questions: Insight.questions(), scopeName: "Interpretability", size: size)
    states.append(State(name: "questions", screen: questions))
    questions.press("p")
    questions.type("What I think of it now, at some length, so that it needs a second line")
    states.append(State(name: "questions writing", screen: questions))
    return states
  }
}
