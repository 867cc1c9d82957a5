import Support
import Surface
import Testing

@testable import Screens

@Suite struct ReadingTests {
  private static let pages: [String: String] = {
    var text = "# Long\n\nSee [[other|the other one]] and [[nowhere]].\n"
    for section in 1...12 {
      text += "\n## Section \(section)\n\n"
      text += String(repeating: "Words of section \(section) go on. ", count: 12) + "\n"
      if section == 7 { text += "\n- [[other#Deep]] is deep, <https://example.org> outside.\n" }
    }
    return [
      "long": text,
      "other": "# Other\n\nFirst.\n\n"
        + (1...30).map { "## Part \($0)\n\nText \($0).\n" }.joined(separator: "\n")
        + "\n## Deep\n\nDown here.\n",
    ]
  }()

  private func screen(_ size: Size = Stage.standard) throws -> PageScreen {
    var screen = try #require(
      PageScreen(library: Stage.library(Self.pages), page: "long", size: size))
    screen.press("t")
    return screen
  }

  /// The first line of text in sight.
  private func first(_ screen: PageScreen, _ size: Size = Stage.standard) -> String {
    let line = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)[3]
    return String(line).trimmingCharacters()
  }

  @Test func `It looks as recorded`() throws {
    var screen = try screen()
    screen.press("tab")
    assertSnapshot(screen.text(), named: "text-link")
    screen.press("}", "}", "}")
    assertSnapshot(screen.text(), named: "text-heading")
  }

  @Test func `How far one has read is told in the lower edge`() throws {
    var screen = try screen()
    func share(_ size: Size = Stage.standard) throws -> Int {
      let edge = try #require(
        screen.text(size).split(separator: "\n").first { $0.hasPrefix("┗") })
      let share = try #require(edge.firstMatch(of: #/ (\d+)% /#))
      return Int(share.1) ?? -1
    }
    let first = try share()
    #expect((1..<60).contains(first))
    screen.press("pagedown")
    #expect(try share() > first)
    screen.press("end")
    #expect(try share() == 100)
    screen.press("home")
    #expect(try share() == first)
    // All in sight: nothing to tell.
    let large = Size(columns: 200, rows: 200)
    screen.resize(to: large)
    #expect(!screen.text(large).contains("%"))
  }

  @Test func `Words are found as one types, and n and N go from place to place`() throws {
    var screen = try screen()
    screen.press("F")
    #expect(screen.contexts == [.finding])
    screen.type("SECTION 7 go")
    #expect(screen.text().contains("Words of section 7 go on."))
    #expect(screen.text().contains("1 of 12"))
    #expect(screen.text().contains("Find: SECTION 7 go"))
    screen.press("enter")
    #expect(screen.contexts.first == .found)
    for place in 2...12 {
      screen.press("n")
      #expect(screen.text().contains("\(place) of 12"))
    }
    screen.press("n", "N", "N")
    #expect(screen.text().contains("11 of 12"))
    screen.press("esc")
    #expect(screen.contexts.first == .reading)
    #expect(!screen.text().contains("Found:"))
    #expect(Keymap.standard.action(for: Key("n"), in: screen.contexts) == .nextBoard)
  }

  @Test func `What was found is in sight and marked at every width, also across two lines`() throws
  {
    for columns in [30, 40, 80, 200] {
      let size = Size(columns: columns, rows: 12)
      var screen = try screen(size)
      screen.press("F")
      screen.type("on. words of section 9 go")
      screen.press("enter")
      for _ in 0..<12 {
        let surface = screen.render(size: size, look: Look())
        let current = surface.cells.filter {
          $0.attributes.isSuperset(of: [.reverse, .underline])
        }
        let text = current.map(\.text).joined()
        #expect(
          text.lowercased().filter { $0 != " " } == "on.wordsofsection9go", "\(columns): \(text)")
        screen.press("n")
      }
      let other = Size(columns: 60, rows: 20)
      screen.resize(to: other)
      #expect(screen.text(other).contains(" of 11"))
    }
  }

  @Test func `Leaving the field leads back, and what is not there is said`() throws {
    var screen = try screen()
    screen.press("pagedown")
    let before = screen.text()
    screen.press("F")
    screen.type("section 11")
    #expect(screen.text() != before)
    screen.press("esc")
    #expect(screen.text() == before)
    screen.press("F")
    screen.type("nobody wrote this")
    #expect(screen.text().contains("not here"))
    #expect(
      screen.press("enter") == [
        .say("“nobody wrote this” is not in the text of this page; / searches the vault.")
      ])
    #expect(screen.contexts.first == .reading)
    // From the panes it leads into the text.
    screen.press("1", "F")
    screen.type("deep")
    screen.press("enter")
    #expect(screen.text().contains("is deep"))
  }

  @Test func `Headings are a key apart`() throws {
    var screen = try screen()
    screen.press("}")
    #expect(first(screen).contains("## Section 1"))
    screen.press("}", "}")
    #expect(first(screen).contains("## Section 3"))
    #expect(screen.text().contains("Text: Section 3"))
    screen.press("{")
    #expect(first(screen).contains("## Section 2"))
    screen.press("{", "{", "{")
    #expect(first(screen).contains("Long"))
  }

  @Test(arguments: [(200, 60), (40, 12), (120, 30), (31, 9)])
  func `A resize keeps the place in the text`(columns: Int, rows: Int) throws {
    var screen = try screen()
    screen.press("}", "}", "}", "}", "}")
    let size = Size(columns: columns, rows: rows)
    screen.resize(to: size)
    // A large window may have room for all that follows, and then begins before it.
    #expect(screen.text(size).contains("## Section 5"))
    #expect(rows > 30 || first(screen, size).contains("## Section 5"))
    screen.resize(to: Stage.standard)
    #expect(first(screen).contains("## Section 5"))
  }

  @Test func `Tab goes from link to link, with them in sight, and Enter follows`() throws {
    var screen = try screen()
    screen.press("tab")
    #expect(screen.press("enter").isEmpty)
    #expect(screen.path == "other")
    screen.press("backspace")
    #expect(screen.path == "long")
    screen.press("tab")
    guard case .say(let missing)? = screen.press("enter").first else {
      Issue.record("a missing page is walked to without a word")
      return
    }
    #expect(missing.contains("“nowhere” is not written yet"))
    screen.press("tab")
    #expect(screen.text().contains("›• Deep") || screen.text().contains("is deep"))
    screen.press("tab")
    guard case .say(let words)? = screen.press("enter").first else {
      Issue.record("an address is not opened without a word")
      return
    }
    #expect(words.contains("https://example.org"))
  }

  @Test func `A link to a heading leads to the heading`() throws {
    var screen = try screen()
    screen.press("tab", "tab", "tab", "enter")
    #expect(screen.path == "other")
    #expect(screen.text().contains("Down here."))
  }

  @Test func `A click on a link chooses it, a second one follows it`() throws {
    var screen = try screen()
    let lines = screen.text().split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("the other one") })
    let at = try #require(lines[row].range(of: "other one"))
    let column = lines[row].distance(from: lines[row].startIndex, to: at.lowerBound)
    let point = Point(x: column, y: row)
    #expect(screen.handle(.mouse(point, wheel: 0), keymap: .standard).isEmpty)
    #expect(screen.path == "long")
    #expect(screen.handle(.mouse(point, wheel: 0), keymap: .standard).isEmpty)
    #expect(screen.path == "other")
  }

  @Test func `A table in the text stands in columns where they fit, else in lines`() throws {
    let library = Stage.library([
      "p": "# P\n\nText.\n\n| name | weight |\n| --- | --- |\n| [[p]] | 3 kg |\n| b | 14 kg |\n"
    ])
    var screen = try #require(PageScreen(library: library, page: "p", size: Stage.standard))
    screen.press("t")
    #expect(screen.text().contains("name  weight"))
    #expect(screen.text().contains("────"))
    screen.press("tab")
    #expect(screen.text().contains("›p     3 kg"))
  }
}

extension String {
  fileprivate func trimmingCharacters() -> String {
    String(drop { " ┃›".contains($0) }.reversed().drop { " ┃│█".contains($0) }.reversed())
  }
}
