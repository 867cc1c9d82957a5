import FSRS
import Notes
import Study
import Support
import Surface
import Testing

@testable import Screens

/// What hands do by themselves, and what must not come of it.
@Suite struct HandsTests {
  @Test func `An Esc too many says how to leave, where it would lead out`() throws {
    let page = try #require(
      PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: Stage.standard))
    let home = HomeScreen(library: try Stage.shipped(), filtering: false, size: Stage.standard)
    let screens: [any Screens.Screen] = [page, home]
    for var screen in screens {
      let effects = screen.receive(.key(.escape), keymap: .standard)
      #expect(effects == [.leave])
      let words = screen.reminder(after: .escape, effects: effects, keymap: .standard)
      #expect(words == "q leaves the program.")
      let other = screen.receive(.key(Key("q")), keymap: .standard)
      #expect(screen.reminder(after: Key("q"), effects: other, keymap: .standard) == nil)
    }
    // It does not keep anybody in: where Esc alone leaves, it leaves.
    let keymap = try Keymap.standard.remapped(["everywhere.quit": ["esc"]])
    #expect(home.reminder(after: .escape, effects: [.leave], keymap: keymap) == nil)
    // What Esc does besides is done.
    var zoomed = page
    zoomed.press("z")
    let effects = zoomed.receive(.key(.escape), keymap: .standard)
    #expect(zoomed.reminder(after: .escape, effects: effects, keymap: .standard) == nil)
  }

  @Test func `A Space too many does not close what was not read`() {
    let answer = Answer(
      cardID: "c", time: Instant(milliseconds: 0), rating: .good, kind: .learning, elapsedDays: 0,
      duration: 9000, before: Schedule(), after: Schedule())
    let summary = ReviewSummary(
      answers: [answer], scheduler: Scheduler(calendar: StudyCalendar()))
    var screen = ReviewScreen(scope: "AI Safety", size: Stage.standard)
    _ = screen.handle(
      .turn(
        ReviewTurn(
          show: .finished(ReviewReport(summary: summary)), left: QueueCounts(), done: 1,
          seconds: 9)),
      keymap: .standard)
    #expect(screen.press("space").isEmpty)
    #expect(screen.text().contains("Enter done"))
    for key in ["enter", "q", "esc"] {
      var leaving = screen
      #expect(leaving.press(key) == [.leave])
    }
    #expect(Keymap.standard.action(for: .space, in: [.score]) == nil)
  }

  @Test func `Everything is drawn anew on Ctrl-L, also where text is typed`() throws {
    for contexts in KeyContext.together where contexts.first != .identityQuestion {
      let action = Keymap.standard.action(for: Key.control("l"), in: contexts)
      #expect(action == .redraw, "\(contexts)")
    }
    var home = HomeScreen(library: try Stage.shipped(), filtering: true, size: Stage.standard)
    #expect(home.press("ctrl-l") == [.redraw])
    let help = HelpScreen(
      contexts: [.pane, .everywhere], keymap: .standard, size: Size(columns: 100, rows: 900))
    #expect(help.text(Size(columns: 100, rows: 900)).contains("Ctrl-L"))
  }

  @Test func `The help keeps what stands at the top through every resize`() {
    var help = HelpScreen(contexts: [.pane], keymap: .standard, size: Stage.standard)
    for _ in 0..<60 { help.press("down") }
    func top(_ size: Size) -> String {
      let line = help.text(size).split(separator: "\n", omittingEmptySubsequences: false)[1]
      return String(line.prefix(10))
    }
    let before = top(Stage.standard)
    for size in [
      Size(columns: 40, rows: 12), Size(columns: 30, rows: 30), Size(columns: 200, rows: 60),
      Stage.standard,
    ] {
      help.resize(to: size)
      #expect(top(size).prefix(8) == before.prefix(8), "\(size)")
    }
  }

  @Test func `Space leafs through what is only read, as in a pager`() throws {
    var help = HelpScreen(contexts: [.pane], keymap: .standard, size: Stage.standard)
    let first = help.text()
    help.press("space")
    let second = help.text()
    #expect(second != first && second.contains("22–43 of"))
    help.press("space", "b", "b")
    #expect(help.text() == first)
    var page = try #require(
      PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: Stage.standard))
    page.press("t")
    let top = page.text()
    page.press("pagedown")
    let below = page.text()
    page.press("pageup")
    #expect(page.text() == top && below != top)
    page.press("space")
    #expect(page.text() == below)
    // Beside other panes it zooms, as before.
    page.press("p", "space")
    #expect(page.text().contains("q unzoom") || page.text().contains("q back"))
    #expect(!page.text().contains("The Core Problem"))
  }

  @Test func `A slash searches the vault from every list`() throws {
    let library = Stage.library([
      "knots": "# Knots\n\n## Key Facts\n\n- Bight: a slack part\n", "rope": "# Rope\n\nText.\n",
    ])
    let problem = Problem(
      file: "rope.md", line: 1, column: 1, severity: .warning, message: "It is dull.",
      remedy: "Say more.")
    let size = Stage.standard
    var problems = ProblemsScreen(problems: [problem], library: library, page: nil, size: size)
    #expect(problems.press("/") == [.showSearch(near: "rope")])
    var map = NeighbourhoodScreen(library: library, page: "knots", size: size)
    #expect(map.press("/") == [.showSearch(near: "knots")])
    map.press("tab")
    #expect(map.press("/") == [.showSearch(near: "knots")])
    var changes = ChangesScreen(
      changes: .init(changes: [], unchanged: 3), questions: [], shown: .all, size: size)
    #expect(changes.press("/") == [.showSearch(near: nil)])
    for context in [KeyContext.cardList, .questionList, .statistics, .pageList, .pane] {
      #expect(Keymap.standard.action(for: Key("/"), in: [context, .everywhere]) == .search)
    }
  }

  @Test func `In the help a slash looks for a key by what it does`() {
    let contexts: [KeyContext] = [.help, .everywhere]
    #expect(Keymap.standard.action(for: Key("/"), in: contexts) == .palette)
    let help = HelpScreen(contexts: [.pane], keymap: .standard, size: Stage.standard)
    #expect(help.text().contains("/ find"))
  }

  @Test func `No message shows the marks of code around a key`() {
    for shown in [ChangesShown.all, .sinceLastTime] {
      let screen = ChangesScreen(
        changes: .init(changes: [], unchanged: 3), questions: [], shown: shown,
        size: Stage.standard)
      #expect(!screen.text().contains("`"))
    }
  }

  @Test func `Names with numbers stand as people count`() {
    let names = ["d0", "d2", "d10", "d11", "d100", "d100a", "e", "e01", "e1", "e2x", "e10"]
    #expect(names.shuffled().sorted { NaturalOrder.precedes($0, $1) } == names)
    for one in names {
      #expect(!NaturalOrder.precedes(one, one))
      for other in names where one != other {
        #expect(NaturalOrder.precedes(one, other) != NaturalOrder.precedes(other, one))
      }
    }
    let pages = ["d0", "d1", "d10", "d11", "d2"].map { ("\($0)/page", "# Page \($0)\n\nText.\n") }
    let library = Stage.library(Dictionary(uniqueKeysWithValues: pages))
    var home = HomeScreen(library: library, filtering: false, size: Stage.standard)
    for _ in 0..<2 {
      let text = home.text()
      let places = ["Page d0", "Page d1", "Page d2", "Page d10", "Page d11"].map {
        text.firstRange(of: $0)?.lowerBound ?? text.endIndex
      }
      #expect(places == places.sorted(), "\(text)")
      home.press("o")
    }
  }

  @Test func `The palette opens with what can be done here`() {
    var palette = PaletteScreen(
      origin: [.pane, .everywhere], keymap: .standard, pages: [], themes: [],
      size: Size(columns: 80, rows: 300))
    #expect(!palette.text(Size(columns: 80, rows: 300)).contains("only in"))
    palette.type("fold")
    #expect(palette.text().contains("only in home"))
  }
}
