import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct SearchScreenTests {
  private static let wide = Size(columns: 200, rows: 60)
  private static let tiny = Size(columns: 40, rows: 12)

  private static let hits = [
    SearchHit(
      form: .page, page: "safety/ai-safety", title: "AI Safety", file: "safety/ai-safety.md",
      line: 8, text: "AI Safety · safety/ai-safety · alignment"),
    SearchHit(
      form: .heading, page: "safety/ai-safety", title: "AI Safety",
      section: "Alignment › Failure Modes", file: "safety/ai-safety.md", line: 62,
      text: "Failure Modes of Alignment"),
    SearchHit(
      form: .fact, page: "safety/ai-safety", title: "AI Safety", section: "Key Facts",
      file: "safety/ai-safety.md", line: 108,
      text: "Four alignment failure modes: specification, distributional shift, gaming, deception"),
    SearchHit(
      form: .card, page: "safety/ai-safety", title: "AI Safety", section: "Key Facts",
      file: "safety/ai-safety.md", line: 108, text: "Four alignment failure modes?\nspecification",
      card: SearchHit.CardText(
        id: "0123456789abcdef", prompt: "Four alignment failure modes?",
        answer: "specification, distributional shift, gaming, deception")),
    SearchHit(
      form: .text, page: "safety/ai-safety", title: "AI Safety", section: "Overview",
      file: "safety/ai-safety.md", line: 12,
      text: "A long paragraph about many other things comes first, goes on for a good while, and "
        + "only then, after all of that, says that alignment is the hard part of it."),
  ]

  private func opened(near: String? = nil, size: Size = Stage.standard) throws -> SearchScreen {
    SearchScreen(library: try Stage.shipped(), near: near, size: size)
  }

  /// Types a word and answers with the hits above.
  private func searched(_ typed: String = "alignment", size: Size = Stage.standard) throws
    -> SearchScreen
  {
    var screen = try opened(near: "safety/ai-safety", size: size)
    screen.type(typed)
    screen.find(Self.hits)
    return screen
  }

  @Test func `An empty search says what can be searched, and how`() throws {
    assertSnapshot(try opened().text(), named: "search-empty")
    assertSnapshot(try opened(size: Self.tiny).text(Self.tiny), named: "search-empty-40x12")
  }

  @Test func `Hits are shown in context`() throws {
    assertSnapshot(try searched().text(), named: "search")
    assertSnapshot(try searched(size: Self.tiny).text(Self.tiny), named: "search-40x12")
    assertSnapshot(
      try searched().text(look: Look(glyphs: .ascii, keymap: .standard)), named: "search-ascii")
  }

  @Test func `A large screen shows the section around the hit`() throws {
    var screen = try searched(size: Self.wide)
    assertSnapshot(screen.text(Self.wide), named: "search-200x60")
    screen.press("down", "down", "down")
    #expect(screen.text(Self.wide).contains("→ specification, distributional shift"))
  }

  @Test func `What was found is more than coloured`() throws {
    let screen = try searched()
    let surface = screen.render(size: Stage.standard, look: Look())
    var emphasised = ""
    for y in 3..<23 {
      for x in 0..<80 where surface[x, y].attributes.isSuperset(of: [.bold, .underline]) {
        emphasised += surface[x, y].text
      }
    }
    #expect(emphasised.lowercased() == String(repeating: "alignment", count: 5))
  }

  @Test func `Nothing found is said, with what to do`() throws {
    var screen = try opened()
    screen.type("zzz")
    screen.find([])
    assertSnapshot(screen.text(), named: "search-nothing")
    screen.press("tab")
    screen.find([], kind: .page)
    #expect(screen.text().contains("No title or heading has “zzz”."))
  }

  @Test func `Every letter searches, letters are never commands`() throws {
    var screen = try opened(near: "safety/ai-safety")
    let effects = screen.type("q?/ e")
    #expect(effects.count == 5)
    #expect(effects.last == .search("q?/ e", kind: nil, near: "safety/ai-safety"))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `Tab narrows the search down, and comes round`() throws {
    var screen = try searched()
    let asked = (0..<5).flatMap { _ in screen.press("tab") }
    let kinds: [SearchKind?] = [.page, .fact, .card, .text, nil]
    #expect(asked == kinds.map { .search("alignment", kind: $0, near: "safety/ai-safety") })
    #expect(
      screen.press("shift-tab") == [.search("alignment", kind: .text, near: "safety/ai-safety")])
  }

  /// Where the hit stands that Enter leads to.
  private func opened(_ screen: inout SearchScreen) throws -> SearchTrail {
    guard case .openHit(let trail)? = screen.press("enter").first else { throw NoHit() }
    return trail
  }

  private struct NoHit: Error {}

  @Test func `Enter goes to the line, Ctrl-O opens it in the editor`() throws {
    var screen = try searched()
    var hit = try opened(&screen)
    #expect(hit.page == "safety/ai-safety" && hit.line == nil)
    screen.press("down", "ctrl-n")
    hit = try opened(&screen)
    #expect(hit.page == "safety/ai-safety" && hit.line == 108)
    #expect(screen.press("ctrl-o") == [.edit(file: "safety/ai-safety.md", line: 108)])
    screen.press("pagedown")
    hit = try opened(&screen)
    #expect(hit.line == 12)
  }

  @Test func `On the page, n and N walk along the hits, round and round`() throws {
    var screen = try searched()
    screen.press("down")
    let trail = try opened(&screen)
    var page = try #require(
      PageScreen(library: Stage.shipped(), page: trail.page, size: Stage.standard))
    let board = page.text()
    page.press("n")
    #expect(page.text() != board, "without a search it is the next board")
    page.press("N")
    page.follow(trail)
    let footer = try #require(page.text().split(separator: "\n").last)
    #expect(footer.contains("n next hit"), "\(footer)")
    func step(_ key: String) throws -> (words: String, line: Int?) {
      let effects = page.press(key)
      guard case .say(let words)? = effects.first, case .openHit(let next)? = effects.last else {
        throw NoHit()
      }
      return (words, next.line)
    }
    var next = try step("n")
    #expect(next.words == "Hit 3 of 5 for “alignment”." && next.line == 108)
    next = try step("N")
    next = try step("N")
    #expect(next.words == "Hit 1 of 5 for “alignment”." && next.line == nil)
    #expect(try step("N").words.hasPrefix("Hit 5 of 5"))
    #expect(try step("n").words.hasPrefix("Hit 1 of 5"))
    // What is looked for in the page itself goes before, for as long as it is.
    page.press("F")
    page.type("safety")
    page.press("enter")
    #expect(page.press("n").isEmpty)
    page.press("esc")
    #expect(try step("n").words.hasPrefix("Hit 2 of 5"))
  }

  @Test func `An answer to what was typed before is not shown`() throws {
    var screen = try searched()
    let query = SearchQuery("old")
    _ = screen.handle(
      .found(SearchResults(query: query, scope: SearchScope(), hits: [])), keymap: .standard)
    #expect(screen.text().contains("5 found"))
  }

  @Test func `Deleting everything shows the guide again`() throws {
    var screen = try searched()
    #expect(screen.press("ctrl-u").isEmpty)
    #expect(screen.text().contains("Type to find"))
  }

  @Test func `No size and no text breaks it`() throws {
    var screen = try opened()
    screen.type("漢字🙂")
    screen.find([
      SearchHit(
        form: .text, page: "p", title: String(repeating: "漢", count: 90), file: "p.md", line: 1,
        text: String(repeating: "x\u{1B}[31m漢字🙂\u{202E} ", count: 60))
    ])
    for columns in [1, 29, 30, 41, 80, 119, 120, 200] {
      for rows in [1, 7, 8, 12, 15, 16, 24, 60] {
        let size = Size(columns: columns, rows: rows)
        screen.resize(to: size)
        let text = screen.text(size)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      }
    }
  }

  @Test func `A page shows the line that was found`() throws {
    let library = try Stage.shipped()
    let page = try #require(library.vault.page("safety/ai-safety"))
    func cursor(at line: Int) throws -> String {
      var screen = try #require(
        PageScreen(library: library, page: page.path, size: Stage.standard))
      screen.show(line: line)
      return screen.text().split(separator: "\n").dropFirst().first {
        $0.contains("›") && !$0.contains(" › ")
      }.map(String.init) ?? ""
    }
    let fact = try #require(page.facts.first { $0.item.text.plain.contains("Claude 4.x") })
    #expect(try cursor(at: fact.line).contains("Claude 4.x"))
    let row = try #require(page.tables.first?.table.rows.last)
    #expect(try cursor(at: row.line).contains(row.cells[0].plain))
    let definition = try #require(page.definitions.first)
    #expect(try cursor(at: definition.line).contains(definition.term.plain))
    // Headings and running text are in the text pane.
    for section in page.sections where section.level > 1 {
      #expect(try cursor(at: section.line).contains(section.title.prefix(30)), "\(section.title)")
    }
  }

  @Test func `Every paragraph is found again in the text`() {
    let markdown = """
      # Page

      First paragraph.

      - one
      - two
        - two and a half
        - two and three quarters
      - three

      > [!note] Mind
      > the quote

      | a | b |
      | --- | --- |
      | left | right |
      | under | over |

      ```sh
      make it
      so
      ```

      ## Last

      Final words.
      """
    let library = Stage.library(["page": markdown])
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = [
      "First paragraph", "one", "two", "two and a half", "two and three quarters", "three",
      "the quote",
      "make it", "so", "Last", "Final words",
    ]
    for text in expected {
      let line = (lines.firstIndex { $0.hasSuffix(text) || $0.hasSuffix(text + ".") } ?? 0) + 1
      guard var screen = PageScreen(library: library, page: "page", size: Stage.standard) else {
        Issue.record("no page")
        return
      }
      screen.show(line: line)
      let marked = screen.text().split(separator: "\n").dropFirst().first { $0.contains("›") }
      #expect(marked?.contains(text) == true, "\(text) on line \(line): \(marked ?? "nothing")")
    }
  }

  @Test func `Where hits have one row each, every one names its page`() throws {
    var screen = SearchScreen(
      library: Stage.library(["one": "# The First Page\n", "two": "# The Second Page\n"]),
      near: nil,
      size: Self.tiny)
    screen.type("words")
    screen.find(
      ["one", "two"].map { page in
        SearchHit(
          form: .text, page: page, title: page == "one" ? "The First Page" : "The Second Page",
          file: page + ".md", line: 3, text: "Some more words than have room in one line of these")
      })
    let lines = screen.text(Self.tiny).split(separator: "\n")
    #expect(lines.contains { $0.contains("words") && $0.hasSuffix("The First P…") }, "\(lines)")
    #expect(lines.contains { $0.contains("words") && $0.hasSuffix("The Second …") }, "\(lines)")
  }
}

extension SearchScreen {
  /// Answers what was typed.
  fileprivate mutating func find(_ hits: [SearchHit], kind: SearchKind? = nil) {
    for typed in ["alignment", "zzz", "漢字🙂", "words"] {
      _ = handle(
        .found(
          SearchResults(
            query: SearchQuery(typed), scope: SearchScope(kind: kind), hits: hits)),
        keymap: .standard)
    }
  }
}
