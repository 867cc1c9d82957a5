import FSRS
import Notes
import Study
import Support
import Surface
import Testing

@testable import Screens

@Suite struct HomeScreenTests {
  private static let flat = Dictionary(
    uniqueKeysWithValues: (1...40).map { ("page\($0)", "# Title \($0)\n\nText.") })

  /// Three folders, one in another, and a page beside them.
  private static let tree: [String: String] = {
    var pages = [
      "start": """
      ---
      summary: Where everything begins, and what the other pages are about.
      ---
      # The Start

      ## Key Facts

      - Speed of light: 299,792 km/s

      ## Connections

      - [[sea/tides]] — the moon pulls at both
      - [[not/written]]
      """
    ]
    for name in ["tides", "salt", "waves", "deep/trench", "deep/vents"] {
      pages["sea/\(name)"] = "# Of \(name)\n\nThe sea and its \(name).\n\n[[start]]\n"
    }
    for name in ["roses", "soil", "rain"] { pages["garden/\(name)"] = "# Of \(name)\n\nText.\n" }
    return pages
  }()

  private static func counted(
    _ pages: [String: String], day: DaySummary? = nil
  ) -> Library {
    var library = Stage.library(pages)
    library.due = [:]
    for (index, page) in library.vault.pages.enumerated() {
      if index % 3 != 1 { library.due[page.path] = index * 7 % 11 }
      library.totals[page.path] = Knowledge(
        cards: 10, started: index % 8, recalled: Double(index % 8) * 0.9)
    }
    library.day =
      day
      ?? DaySummary(
        left: QueueCounts(new: 3, learning: 2, review: 19), answers: 12, seconds: 250, streak: 9)
    return library
  }

  private func screen(
    _ pages: [String: String] = flat, filtering: Bool = false, size: Size = Stage.standard,
    day: DaySummary? = nil
  ) -> HomeScreen {
    HomeScreen(library: Self.counted(pages, day: day), filtering: filtering, size: size)
  }

  // MARK: Looks

  @Test(arguments: [(80, 24), (200, 60), (40, 12)])
  func `A vault with folders looks as recorded`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    var screen = screen(Self.tree, size: size)
    _ = screen.handle(.refreshed(Self.counted(Self.tree)), keymap: .standard)
    screen.press("end")
    assertSnapshot(screen.text(size), named: "home-\(columns)x\(rows)")
  }

  @Test func `Why nothing is due is said whole at every width`() {
    let next = "The day's limit of 20 new cards is reached. The next cards come tomorrow."
    let done = DaySummary(left: QueueCounts(), answers: 20, seconds: 300, next: next)
    for columns in stride(from: 50, through: 120, by: 5) {
      let size = Size(columns: columns, rows: 24)
      let lines = screen(Self.tree, size: size, day: done).text(size).split(separator: "\n")
      let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(text.contains("The day's limit of 20 new cards is reached."), "\(columns)")
      #expect(text.contains("The next cards come tomorrow."), "\(columns)")
    }
  }

  @Test func `The first time it says what to do next`() {
    let first = DaySummary(left: QueueCounts(new: 20), isFirst: true)
    assertSnapshot(screen(Self.tree, day: first).text(), named: "home-first")
    for size in [Size(columns: 40, rows: 12), Size(columns: 200, rows: 60)] {
      let text = screen(Self.tree, size: size, day: first).text(size)
      for word in ["Enter", "review", "quiz", "?"] { #expect(text.contains(word)) }
    }
    // Where there is nothing to review yet, why, and what to do.
    let none = DaySummary(left: QueueCounts(), isFirst: true, next: "Write some facts.")
    let wide = Size(columns: 120, rows: 40)
    #expect(
      screen(Self.tree, size: wide, day: none).text(wide)
        .contains("nothing is due. Write some facts."))
    let words = none.welcome(.standard, hasPanes: false, isShort: false)
    #expect(words.hasPrefix("New here? r reviews") && words.hasSuffix(" Write some facts."))
    #expect(!words.contains("meter"))
    let many = first.welcome(.standard, hasPanes: true, isShort: false)
    #expect(many.hasPrefix("New here? Tab goes from pane to pane, r reviews the first 20 cards"))
  }

  @Test func `Opened from a page, it shows the selected page whole at once`() {
    let size = Size(columns: 120, rows: 40)
    var library = Stage.library(["knots": "# Knots\n\nText.\n", "rope": "# Rope\n\nText.\n"])
    library.due = [:]
    func text() -> String {
      HomeScreen(library: library, filtering: false, size: size).text(size)
    }
    // The first picture of a vault waits for no page to be read.
    #expect(!text().contains("Text only"))
    library.day = DaySummary(left: QueueCounts())
    #expect(text().contains("Text only: nothing here becomes a card."))
    // The author's own marks give cards without being facts or definitions.
    library.totals["knots"] = Knowledge(cards: 2)
    #expect(text().contains("0 of 2 cards begun") && !text().contains("Text only"))
  }

  @Test func `A small vault and an empty day look as recorded`() {
    let pages = Self.tree.filter { $0.key == "start" || $0.key == "sea/tides" }
    let day = DaySummary(
      left: QueueCounts(), answers: 24, seconds: 600, streak: 1,
      next: "The next cards come tomorrow.")
    var screen = screen(pages, day: day)
    _ = screen.handle(.refreshed(Self.counted(pages, day: day)), keymap: .standard)
    screen.press("end")
    assertSnapshot(screen.text(), named: "home-small")
  }

  @Test func `Without UTF-8 it is ASCII`() {
    let text = screen(Self.tree).text(look: Look(glyphs: .ascii))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func `Before anything is counted the pages are there`() {
    let library = Library(vault: Stage.library(Self.tree).vault, name: "notes")
    let text = HomeScreen(library: library, filtering: false, size: Stage.standard).text()
    #expect(text.contains("The Start"))
    #expect(text.contains("Looking at what is due"))
  }

  // MARK: Moving

  @Test func `Every page can be reached`() {
    for pages in [Self.flat, Self.tree] {
      var screen = screen(pages)
      var opened: Set<String> = []
      for _ in 0..<60 {
        if let row = screen.text().split(separator: "\n").first(where: { $0.hasPrefix("›") }),
          !row.contains("/  ")
        {
          for case .openPage(let path) in screen.press("enter") { opened.insert(path) }
        }
        screen.press("down")
      }
      #expect(opened == Set(pages.keys))
    }
  }

  @Test func `Folders fold, and the place stays`() {
    var screen = screen(Self.tree)
    #expect(screen.text().contains("Of deep/trench"))
    screen.press("z")
    #expect(!screen.text().contains("Of deep/trench"))
    #expect(screen.text().contains("sea/  5"))
    screen.press("end")
    #expect(screen.press("enter") == [.openPage("start")])
    screen.press("up")
    #expect(screen.press("enter").isEmpty)
    #expect(screen.text().contains("Of tides"))
    screen.press("down", "down")
    screen.press("left")
    #expect(
      screen.text().split(separator: "\n").contains { $0.hasPrefix("›") && $0.contains("/  ") })
  }

  @Test func `A large vault begins with its folders folded`() {
    var pages: [String: String] = [:]
    for index in 0..<300 { pages["folder\(index % 10)/page\(index)"] = "# Title \(index)\n\nText." }
    let text = screen(pages).text()
    #expect(text.contains("folder7/  30"))
    #expect(!text.contains("Title 7"))
  }

  @Test func `One key goes through the orders`() throws {
    var screen = screen(Self.tree)
    var heads: [String] = []
    var first: [String] = []
    for _ in 0..<5 {
      let lines = screen.text().split(separator: "\n").map(String.init)
      heads.append(try #require(lines.first { $0.contains("Pages ") && $0.contains("Known") }))
      first.append(try #require(lines.first { $0.hasPrefix("›") }))
      screen.press("o")
    }
    #expect(Set(heads).count == 5)
    let library = Self.counted(Self.tree)
    let most = library.due.values.max() ?? 0
    #expect(first[2].contains(" \(most) "))
    let least = library.vault.pages.map { library.known($0.path) ?? 2 }.min()
    #expect(least == 0 && first[3].contains(" 0%"))
  }

  @Test func `What changes keeps the place`() {
    var screen = screen(Self.tree)
    screen.press("end")
    screen.press("up", "up")
    let before = screen.press("enter")
    var more = Self.tree
    more["garden/apples"] = "# Apples\n\nText."
    _ = screen.handle(.refreshed(Self.counted(more)), keymap: .standard)
    screen.resize(to: Size(columns: 40, rows: 12))
    #expect(!before.isEmpty && screen.press("enter") == before)
    more = ["start": "# Only this\n\nText."]
    _ = screen.handle(.refreshed(Self.counted(more)), keymap: .standard)
    #expect(screen.press("enter") == [.openPage("start")])
  }

  @Test func `The keys ask for what they say`() {
    var screen = screen(Self.tree)
    screen.press("end")
    #expect(screen.press("r") == [.startReview(page: nil)])
    #expect(screen.press("R") == [.startReview(page: "start")])
    #expect(screen.press("Q") == [.setUpQuiz(page: "start")])
    #expect(screen.press("m") == [.showLinks(page: "start")])
    #expect(screen.press("e") == [.edit(file: "start.md", line: 1)])
    #expect(screen.press("q") == [.leave])
  }

  // MARK: Filtering

  @Test func `Typing narrows the list down, and Enter goes there`() {
    var screen = screen(filtering: true)
    screen.type("title 17")
    #expect(screen.press("enter") == [.openPage("page17")])
  }

  @Test func `In the filter letters are text, not commands`() {
    var screen = screen(filtering: true)
    #expect(screen.type("qrQ?").isEmpty)
    #expect(screen.text().contains("Go to: qrQ?"))
    #expect(screen.text().contains("No page is called that."))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `Esc leads from a filter back to the list it was opened in`() {
    var screen = screen(Self.tree)
    screen.press("g")
    screen.type("rain")
    #expect(screen.press("esc").isEmpty)
    #expect(!screen.text().contains("Go to:"))
    #expect(screen.press("esc") == [.leave])
  }

  // MARK: The preview

  @Test func `Beside the list stands what is known of the selected page`() {
    let size = Size(columns: 140, rows: 40)
    var screen = screen(Self.tree, size: size)
    _ = screen.handle(.refreshed(Self.counted(Self.tree)), keymap: .standard)
    screen.press("end")
    #expect(screen.wantedKnowledge == "start")
    var known = PageKnowledge()
    let scheduler = Scheduler(calendar: StudyCalendar(fixedOffset: 0))
    known = PageKnowledge(
      cards: [Stage.card(prompt: "p", answer: "a")], scheduler: scheduler,
      now: Instant(milliseconds: 0))
    screen.show(known, of: "start")
    #expect(screen.wantedKnowledge == nil)
    let text = screen.text(size)
    for words in [
      "Where everything begins", "1 fact", "Links to 2", "not/written (missing)", "Linked from 5",
      "Key Facts",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `At every size the selection and the keys are in sight`() {
    for columns in stride(from: 30, through: 210, by: 9) {
      for rows in stride(from: 8, through: 62, by: 6) {
        let size = Size(columns: columns, rows: rows)
        for isFirst in [false, true] {
          let day = DaySummary(left: QueueCounts(new: 20), isFirst: isFirst)
          var screen = screen(Self.tree, size: size, day: day)
          _ = screen.handle(.refreshed(Self.counted(Self.tree, day: day)), keymap: .standard)
          for key in ["home", "end"] {
            screen.press(key)
            let lines = screen.render(size: size, look: Look()).textLines()
            #expect(lines.count { $0.hasPrefix("›") } == 1, "\(columns)×\(rows)")
            #expect(lines.last?.contains("help") == true)
          }
        }
      }
    }
  }

  @Test func `No heading of the preview is left with nothing below it`() throws {
    let library = Self.counted(Self.tree)
    var preview = try #require(HomePreview("start", in: library.vault))
    preview.knowledge = PageKnowledge(
      cards: [Stage.card(prompt: "Speed?", answer: "fast")], scheduler: Insight.scheduler,
      now: Insight.now)
    let row = try #require(HomeList(library).rows(of: library.vault.find("start")).first)
    for height in 3...30 {
      let lines = preview.lines(row: row, width: 40, height: height, glyphs: .unicode)
      #expect(lines.count <= height)
      let last = lines.last { line in !line.allSatisfy { $0.text.contains("more on the page") } }
      #expect(last?.contains { $0.ink == .heading } != true, "\(height): \(lines)")
    }
  }
}
