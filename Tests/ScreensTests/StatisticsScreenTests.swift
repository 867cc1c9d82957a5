import Study
import Support
import Surface
import Testing

@testable import Screens

@Suite struct StatisticsScreenTests {
  private func screen(
    days: Int = 700, page: String? = nil, size: Size = Stage.standard
  ) -> StatisticsScreen {
    let scope: StatisticsScope = page.map { .page($0) } ?? .vault
    return StatisticsScreen(
      statistics: Insight.statistics(days: days, scope: scope), scopeName: "Notes", page: page,
      titles: Insight.titles, size: size)
  }

  private static let ascii = Look(glyphs: .ascii)

  @Test(arguments: Array(zip(1...9, StatisticsView.allCases)))
  func everyViewOnAnOrdinaryTerminal(key: Int, view: StatisticsView) {
    var screen = screen()
    screen.press("\(key)")
    assertSnapshot(screen.text(), named: "statistics-\(view)")
  }

  @Test func `What is counted as due, and a day may not ask, is explained`() {
    var statistics = Insight.statistics(days: 0)
    func text() -> String {
      StatisticsScreen(
        statistics: statistics, scopeName: "Notes", page: nil, titles: Insight.titles,
        size: Stage.standard
      ).text()
    }
    #expect(text().contains("0 reviews due") && !text().contains("a day asks one card"))
    var schedule = Schedule()
    schedule.state = .review
    schedule.due = Insight.now.adding(seconds: -3 * 86_400)
    statistics.forecast.add(schedule, isDaily: true)
    #expect(text().contains("1 review due") && text().contains("a day asks one card of an item"))
  }

  @Test func withoutUTF8() {
    var screen = screen()
    let parts = ["1", "3", "6", "7"].map { key in
      screen.press(key)
      return screen.text(look: Self.ascii)
    }
    assertSnapshot(parts.joined(separator: "\n"), named: "statistics-ascii")
    for text in parts { #expect(text.replacing("—", with: "-").utf8.allSatisfy { $0 < 128 }) }
  }

  /// Of years of quizzes each mark is a stretch of days, so that marks do not run together.
  @Test(arguments: [(20, "a day"), (200, "a week"), (700, "a month"), (2500, "a quarter")])
  func quizScoresAreGatheredWhereTheyWouldBeDense(days: Int, mark: String) throws {
    var statistics = Insight.statistics(days: 1)
    statistics.quizzes = (0..<days).map { back in
      var day = QuizDay(day: statistics.today.adding(days: back + 1 - days))
      // One wrong on one day, nine right on the next: the questions count, not the days.
      day.asked = back.isMultiple(of: 2) ? 1 : 9
      day.right = back.isMultiple(of: 2) ? 0 : 9
      return day
    }
    let figure = StatisticsPlots(statistics: statistics, period: .all).quizzes
    #expect(figure.explanation.contains("Each mark is \(mark) with a quiz"))
    let lines = figure.draw(Size(columns: 200, rows: 15), .ascii).map { line in
      line.map(\.text).joined()
    }
    let marks = lines.map { line in line.filter { $0 == "*" }.count }
    #expect((2...31).contains(marks.reduce(0, +)), "\(lines)")
    #expect(lines.last?.hasSuffix("today") == true)
    // A mean of days would stand at 50%.
    if days > 62 { #expect(marks[..<4].reduce(0, +) == marks.reduce(0, +), "\(lines)") }
  }

  @Test func inLittleRoom() {
    let size = Size(columns: 40, rows: 12)
    var screen = screen(size: size)
    let parts = ["1", "2", "4", "7", "8"].map { key in
      screen.press(key)
      return screen.text(size)
    }
    assertSnapshot(parts.joined(separator: "\n"), named: "statistics-40x12")
  }

  @Test func inMuchRoom() {
    let size = Size(columns: 200, rows: 60)
    var screen = screen(size: size)
    screen.press("4")
    assertSnapshot(screen.text(size), named: "statistics-200x60")
  }

  @Test func beforeTheFirstAnswer() {
    var screen = screen(days: 0)
    screen.press("5")
    #expect(!screen.text().contains("mean is") && screen.text().contains("No card has one yet."))
    for key in 1...9 {
      screen.press("\(key)")
      #expect(!screen.text().isEmpty)
      #expect(!screen.text(Size(columns: 30, rows: 8)).isEmpty)
    }
    screen.press("4")
    #expect(screen.text().contains("No review in this time."))
    screen.press("9")
    #expect(screen.text().contains("No card is forgotten again and again"))
    #expect(screen.press("enter").isEmpty)
  }

  @Test func everySizeIsSurvived() {
    var screen = screen()
    for columns in [30, 31, 47, 64, 119, 120, 143] {
      for rows in [8, 9, 13, 27, 41] {
        let size = Size(columns: columns, rows: rows)
        screen.resize(to: size)
        for key in 1...9 {
          screen.press("\(key)")
          let surface = screen.render(size: size, look: Look())
          #expect(surface.textLines().count == rows)
        }
      }
    }
  }

  @Test func thePeriodChangesWhatIsCounted() {
    var screen = screen()
    screen.press("4")
    let year = screen.text()
    #expect(year.contains("a year"))
    screen.press("p")
    let all = screen.text()
    #expect(all.contains("all time") && all != year)
    screen.press("p")
    #expect(screen.text().contains("30 days"))
    screen.press("p")
    #expect(screen.text() == year)
  }

  @Test func aScreenfulMoreIsScrolledTo() {
    let size = Size(columns: 60, rows: 14)
    var screen = screen(size: size)
    screen.press("4")
    #expect(!screen.text(size).contains("By page"))
    screen.press("end")
    #expect(screen.text(size).contains("By page") && screen.text(size).contains("Tides"))
    screen.press("home")
    #expect(screen.text(size).contains("True retention"))
  }

  @Test func listsLeadOn() {
    var screen = screen()
    screen.press("8", "down")
    let pages = Insight.statistics(days: 700).pages
    #expect(screen.press("enter") == [.openPage(pages[1].page)])
    screen.press("9")
    #expect(screen.press("enter") == [.showCardInfo(.card("card4"))])
    screen.press("down")
    #expect(screen.press("e") == [.edit(file: "sea/tides.md", line: 41)])
    #expect(screen.press("q") == [.leave])
  }

  @Test func theScopeIsAskedForAndTheViewKept() {
    var screen = screen(page: "sky")
    screen.press("6")
    #expect(screen.press("v") == [.showStatistics(page: nil)])
    screen = screen.showing(Insight.statistics(days: 700), scopeName: "Vault")
    #expect(screen.text().contains("Forecast and outcome"))
    #expect(screen.press("v") == [.showStatistics(page: "sky")])
  }
}

@Suite struct FigureTextTests {
  @Test func `The days of an axis are written in one form`() {
    let today = StudyDay(number: 20_000)
    func dates(_ offsets: Int...) -> [String] {
      FigureText.dates(offsets.map(today.adding(days:)), today: today)
    }
    #expect(dates(0, 30, 60) == ["4 Oct", "3 Nov", "3 Dec"])
    #expect(dates(0, 120, 365) == ["Oct 2024", "Feb 2025", "Oct 2025"])
  }
}
