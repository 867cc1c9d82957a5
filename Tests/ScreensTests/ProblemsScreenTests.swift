import Notes
import Support
import Surface
import Testing

@testable import Screens

@Suite struct ProblemsScreenTests {
  static let problems = [
    Problem(
      file: "knots/bend.md", line: 7, severity: .warning,
      message: "The link to “hitch” leads to no page of the vault.", remedy: "Write that page."),
    Problem(
      file: "knots/bend.md", line: 12, severity: .warning, message: "The section is empty.",
      remedy: "Write something under it, or delete it."),
    Problem(
      file: "locked.md", severity: .error,
      message: "The file could not be read: permission was denied.",
      remedy: "Change its permissions."),
  ]

  static var library: Library {
    var library = Stage.library(["knots/bend": "# Bends\n\nText.\n", "rope": "# Rope\n\nText.\n"])
    library.problems = ProblemCounts(problems)
    return library
  }

  private func screen(page: String? = nil) -> ProblemsScreen {
    ProblemsScreen(
      problems: Self.problems, library: Self.library, page: page, size: Stage.standard)
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `It looks as recorded`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    assertSnapshot(screen().text(size), named: "problems-\(columns)x\(rows)")
  }

  @Test func `What could not be read stands first, and each leads to its place`() {
    var shown = screen()
    // There is no page to open, and the footer offers none.
    #expect(!(shown.text().split(separator: "\n").last ?? "").contains("Enter"))
    guard case .say(let words)? = shown.press("enter").first else {
      Issue.record("nothing is said of a file without a page")
      return
    }
    #expect(words.contains("locked.md") && words.contains("permissions"))
    #expect(shown.press("e") == [.edit(file: "locked.md", line: 1)])
    shown.press("down")
    #expect(shown.press("enter") == [.openLine(page: "knots/bend", line: 7)])
    #expect(shown.press("G", "e") == [.edit(file: "knots/bend.md", line: 12)])
  }

  /// A vault grows by links to pages that are still to be written: `check`, the list and the map tell of
  /// them, the home screen and the page's header do not call them problems.
  @Test func `Links to pages still to be written are not counted`() {
    let counts = ProblemCounts(
      Self.problems + [
        Problem(
          file: "rope.md", line: 3, severity: .warning, message: "The link leads to no page.",
          remedy: "Write that page.", isMissingPage: true)
      ])
    #expect(counts.words == "1 file could not be read, 2 problems")
    #expect(counts.count(inFile: "rope.md") == 0)
  }

  @Test func `From a page its own come into sight, and what is mended goes`() {
    var shown = screen(page: "knots/bend")
    shown.press("down")
    #expect(shown.press("enter") == [.openLine(page: "knots/bend", line: 12)])
    shown.show(Array(Self.problems.dropFirst()))
    #expect(shown.press("enter") == [.openLine(page: "knots/bend", line: 12)])
    shown.show([])
    #expect(shown.text().contains("Nothing is wrong"))
    #expect(shown.press("enter", "e").isEmpty)
  }

  @Test func `Home and the page say how much is wrong, and lead there`() throws {
    var library = Self.library
    library.day = DaySummary(left: .init(), answers: 1, seconds: 5)
    var home = HomeScreen(library: library, filtering: false, size: Stage.standard)
    #expect(home.text().contains("1 file could not be read, 2 problems. P tells what."))
    #expect(home.text(Size(columns: 80, rows: 18)).contains("1 file could not be read, 2 problems"))
    home.press("down")
    #expect(home.press("P") == [.showProblems(page: nil)])
    var page = try #require(PageScreen(library: library, page: "knots/bend", size: Stage.standard))
    #expect(page.text().contains("2 problems (P)"))
    #expect(page.press("P") == [.showProblems(page: "knots/bend")])
    // Where there is little room, what is due is needed most.
    library.due["knots/bend"] = 17
    let due = try #require(PageScreen(library: library, page: "knots/bend", size: Stage.standard))
    let ends = [80: "2 problems (P)  17 due", 40: "2 problems  17 due", 30: "  17 due"]
    for (columns, end) in ends {
      let text = due.text(Size(columns: columns, rows: 12))
      #expect(text.prefix { $0 != "\n" }.hasSuffix(end), "\(text)")
    }
    // Where all is well, nothing is said of it.
    let other = try #require(PageScreen(library: library, page: "rope", size: Stage.standard))
    #expect(!other.text().contains("problem"))
    library.problems = ProblemCounts()
    let well = HomeScreen(library: library, filtering: false, size: Stage.standard)
    #expect(!well.text().contains("problem"))
  }
}
