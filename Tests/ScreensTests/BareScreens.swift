import Cards
import FSRS
import Notes
import Study
import Surface

@testable import Screens

extension EveryScreen {
  /// Screens with little or nothing to show.
  static func bare() -> [State] {
    let size = Stage.standard
    var states: [State] = []
    let notes = [
      "facts": "# Facts\n\n## Key Facts\n\n- Bight: a slack part of a rope\n",
      "words": "# Words\n\nNothing to learn here.\n", "blank": "",
    ]
    let library = Stage.library(notes)
    for path in notes.keys.sorted() {
      guard var page = PageScreen(library: library, page: path, size: size) else { continue }
      states.append(State(name: "page of \(path)", screen: page))
      page.press("enter")
      states.append(State(name: "page of \(path), zoomed", screen: page))
      page.press("t")
      states.append(State(name: "text of \(path)", screen: page))
    }
    let empty = Stage.library([:])
    states.append(
      State(
        name: "home without pages", screen: HomeScreen(library: empty, filtering: false, size: size)
      ))
    for path in [nil, "words"] {
      states.append(
        State(
          name: "links of \(path ?? "nothing")",
          screen: NeighbourhoodScreen(
            library: path == nil ? empty : library, page: path, size: size)))
    }
    var statistics = StatisticsScreen(
      statistics: Insight.statistics(days: 0), scopeName: "Notes", page: nil, titles: [:],
      size: size)
    for view in 1...9 {
      statistics.press("\(view)")
      states.append(State(name: "statistics \(view) without an answer", screen: statistics))
    }
    let sheet = CardSheet(
      page: "words", title: "Words", file: "words.md", cards: [], problems: [],
      switches: CardSwitches(), now: Insight.now)
    let search = SearchScreen(library: library, near: nil, size: size)
    var found = search
    found.type("zzz")
    _ = found.handle(
      .found(SearchResults(query: SearchQuery("zzz"), scope: SearchScope())), keymap: .standard)
    var finished = ReviewScreen(scope: "Notes", size: size)
    let summary = ReviewSummary(answers: [], scheduler: Insight.scheduler)
    _ = finished.handle(
      .turn(
        ReviewTurn(
          show: .finished(ReviewReport(summary: summary)), left: QueueCounts(), done: 0, seconds: 0,
          canUndo: false)),
      keymap: .standard)
    let round = QuizRound(
      QuizRequest(kind: .mixed, count: 3, seed: 3), material: QuizMaterial(cards: [], pages: []))
    return states + [
      State(name: "no cards", screen: CardsScreen(sheet: sheet, size: size)),
      State(
        name: "no changes",
        screen: ChangesScreen(
          changes: ChangeList(changes: [], unchanged: 0), questions: [], shown: .sinceLastTime,
          size: size)),
      State(
        name: "no questions", screen: QuestionsScreen(questions: [], scopeName: "Notes", size: size)
      ),
      State(
        name: "no problems",
        screen: ProblemsScreen(problems: [], library: library, page: nil, size: size)),
      State(name: "search", screen: search), State(name: "search without a hit", screen: found),
      State(name: "review without a card", screen: finished),
      State(
        name: "quiz without a question",
        screen: QuizScreen(round: round, scope: "Notes", size: size)),
      State(
        name: "quiz set-up",
        screen: QuizSetupScreen(
          page: nil, vaultName: "Notes", habits: QuizHabits(), seed: 7, left: nil, size: size)),
    ]
  }
}
