import Cards
import Notes
import Study
import Surface
import Testing

@testable import Screens

/// A click does what the keys do where it stands.
@Suite struct MouseTests {
  /// Clicks on the first letter of what stands on the screen.
  @discardableResult
  private func click<S: Screens.Screen>(
    _ text: String, on screen: inout S, _ size: Size = Stage.standard
  ) throws -> [Effect] {
    let lines = screen.render(size: size, look: Look()).textLines()
    let y = try #require(lines.firstIndex { $0.contains(text) }, "\(lines)")
    let start = try #require(lines[y].range(of: text)).lowerBound
    let x = TextWidth.of(String(lines[y][..<start]))
    return screen.handle(.mouse(Point(x: x, y: y), wheel: 0), keymap: .standard)
  }

  @Test func `The views of the statistics and the rows of their lists`() throws {
    for size in [Stage.standard, Size(columns: 40, rows: 12), Size(columns: 200, rows: 60)] {
      var screen = StatisticsScreen(
        statistics: Insight.statistics(days: 300, scope: .vault), scopeName: "Notes", page: nil,
        titles: Insight.titles, size: size)
      try click("4 ", on: &screen, size)
      #expect(screen.text(size).contains("[4 Recall]"))
      #expect(screen.text(size).split(separator: "\n")[1].contains("9"))
      try click("8", on: &screen, size)
      #expect(screen.text(size).contains("[8 Pages]"))
      screen.press("down")
      // The chosen row opens, another one is chosen first.
      let opened = screen.press("enter")
      screen.press("up")
      let lines = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)
      let row = try #require(lines.firstIndex { $0.contains("›") }) + 1
      let below = ScreenEvent.mouse(Point(x: 6, y: row), wheel: 0)
      #expect(screen.handle(below, keymap: .standard).isEmpty)
      #expect(screen.handle(below, keymap: .standard) == opened && !opened.isEmpty)
    }
  }

  @Test func `What a search is narrowed to`() throws {
    var screen = SearchScreen(library: try Stage.shipped(), near: nil, size: Stage.standard)
    screen.type("safety")
    #expect(try click("Cards", on: &screen) == [.search("safety", kind: .card, near: nil)])
    #expect(screen.text().contains("[Cards]"))
  }

  @Test func `The Open Questions`() throws {
    let questions = Insight.questions()
    let size = Size(columns: 120, rows: 30)
    var screen = QuestionsScreen(questions: questions, scopeName: "Notes", size: size)
    let second = try #require(questions.dropFirst().first).card.card
    // The list begins under the title.
    let click = ScreenEvent.mouse(Point(x: 8, y: 2), wheel: 0)
    #expect(screen.handle(click, keymap: .standard).isEmpty)
    #expect(screen.text(size).contains(second.prompt.prefix(12)))
    #expect(screen.handle(click, keymap: .standard) == [.openPage(second.page)])
  }

  @Test func `The rows of a quiz that is set up`() throws {
    for size in [Stage.standard, Size(columns: 40, rows: 12)] {
      var screen = QuizSetupScreen(
        page: nil, vaultName: "Notes", habits: QuizHabits(), seed: 7, left: nil, request: nil,
        size: size)
      try click("Time", on: &screen, size)
      #expect(screen.text(size).contains("› Time       ← no limit →"))
      try click("Time", on: &screen, size)
      #expect(!screen.text(size).contains("no limit") && screen.text(size).contains(" minutes →"))
    }
  }

  /// The first quiz screen of a form, asked about a page with a table.
  private func quiz(
    _ kind: QuizKind, size: Size, where isWanted: (QuizQuestion.Form) -> Bool
  ) throws -> QuizScreen {
    let page = PageReader.read(
      bytes: Array(
        """
        # Knots

        ## Key Facts
        - Parts of a rope: working end, standing part, bight, loop
        - Order of a bend: lay → cross → tuck → tighten

        ## Uses
        | Knot | Holds | Comes loose |
        | --- | --- | --- |
        | Bowline | a loop at an end | by hand |
        | Clove hitch | a rope on a pole | when turned |
        | Sheet bend | two ropes | with a tug |
        | Reef knot | a bundle | by a jerk |

        """.utf8), path: "knots", file: "knots.md")
    let cards = CardMaker.cards(of: page) { _ in nil }.cards
    let material = QuizMaterial(cards: cards, pages: [page])
    for seed in 0..<40 {
      let request = QuizRequest(kind: kind, count: 3, seed: UInt64(seed))
      let round = QuizRound(request, material: material)
      guard let form = round.current?.form, isWanted(form) else { continue }
      return QuizScreen(round: round, scope: "Knots", size: size)
    }
    throw NoQuestion()
  }

  private struct NoQuestion: Error {}

  private static let sizes = [
    Stage.standard, Size(columns: 40, rows: 12), Size(columns: 60, rows: 14),
    Size(columns: 120, rows: 40),
  ]

  @Test(arguments: sizes) func `A choice, and the same once more to answer`(_ size: Size) throws {
    var screen = try quiz(.choice, size: size) { if case .choice = $0 { true } else { false } }
    #expect(try click(" 2 ", on: &screen, size).isEmpty)
    #expect(screen.text(size).contains("›[2] "), "\(screen.text(size))")
    let effects = try click("[2]", on: &screen, size)
    guard case .recordQuiz(let outcome, _) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(outcome.response == .chosen(1))
  }

  @Test(arguments: sizes) func `A partner goes to the row`(_ size: Size) throws {
    var screen = try quiz(.match, size: size) { if case .match = $0 { true } else { false } }
    let lines = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains("  a ") }, "\(lines)")
    let start = try #require(lines[y].range(of: "  a ")).upperBound
    let x = TextWidth.of(String(lines[y][..<start]))
    #expect(screen.handle(.mouse(Point(x: x, y: y), wheel: 0), keymap: .standard).isEmpty)
    #expect(screen.draftInQuestion?.pairs.first == 0, "\(screen.text(size))")
  }

  @Test(arguments: sizes) func `An item is lifted and carried`(_ size: Size) throws {
    var screen = try quiz(.order, size: size) { if case .order = $0 { true } else { false } }
    let before = try #require(screen.draftInQuestion?.order)
    for place in ["1  ", "1  ", "3  "] { try click(place, on: &screen, size) }
    let wanted = [before[1], before[2], before[0]] + before.dropFirst(3)
    #expect(screen.draftInQuestion?.order == wanted, "\(screen.text(size))")
    #expect(screen.draftInQuestion?.isLifted == false)
  }
}
