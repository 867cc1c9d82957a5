import Cards
import Collection
import Foundation
import Notes
import Study
import Testing

@Suite struct SearchIndexTests {
  private let workshop: Workshop
  private let index: SearchIndex
  private static let stamp = FileStamp(size: 1, modified: 2, inode: 3)

  init() throws {
    workshop = try Workshop()
    index = try SearchIndex(at: workshop.folder + "/notes.search")
  }

  private static func document(_ path: String, _ markdown: String) -> SearchDocument {
    let page = PageReader.read(bytes: Array(markdown.utf8), path: path, file: path + ".md")
    let cards = CardMaker.cards(of: page) { _ in nil }.cards
    return SearchDocument(page, cards: cards)
  }

  private static func take(
    _ pages: [String: String], into index: SearchIndex, stamp: FileStamp = stamp
  ) throws {
    let documents = pages.sorted { $0.key < $1.key }.map { (document($0.key, $0.value), stamp) }
    try index.update(changed: documents)
  }

  private static let garden = [
    "garden/roses": """
    ---
    aliases: [Rosa, Queen of flowers]
    tldr: How to keep roses alive.
    ---
    # Roses

    Roses like sun. Prune them in March.

    ## Key Facts
    - Watering: 10 litres a week, never at noon
    - The `marketplace_purchase` event counts pots

    ## Types
    - Climber — grows along a wall
    - Rambler — flowers once

    | Kind | Height |
    | --- | --- |
    | Shrub | 2 m |

    ## Open Questions
    - Does coffee help roses?

    ```sh
    git add -p roses.md
    ```
    """,
    "garden/tulips": """
    # Tulips

    They come from Asia and not from Holland. A rose is no tulip; compare [[garden/roses]].

    ## Key Facts
    - Depth: three times the bulb's height
    - Gödel grew naïve tulips in C++
    """,
  ]

  private func lines(_ typed: String, _ scope: SearchScope = SearchScope()) throws -> [String] {
    try index.search(typed, scope: scope).hits.map { "\($0.form) \($0.page):\($0.line)" }
  }

  /// What is wanted may stand in different places of a page, which no hit has together.
  @Test func pagesAreFoundByAllTheirWords() throws {
    try Self.take(Self.garden, into: index)
    func pages(_ words: String) throws -> [String] {
      try index.pages(with: QuizSelection.query(words)).map(\.page)
    }
    #expect(try pages("wateri ramb") == ["garden/roses"])
    #expect(try pages("rosa") == ["garden/roses"])
    #expect(try pages("ambler").isEmpty, "from their beginnings")
    #expect(try pages("rambler nonsense").isEmpty)
    #expect(try pages("\"flowers once\"") == ["garden/roses"])
    #expect(try pages("\"once flowers\"").isEmpty)
    #expect(try pages("…").isEmpty)
    let all = try index.pages(with: QuizSelection.query("garden"))
    #expect(all.map(\.page) == Self.garden.keys.sorted() && all.allSatisfy { $0.passages > 0 })
  }

  @Test func `Pages, headings, facts, definitions, rows, cards and text are found`() throws {
    try Self.take(Self.garden, into: index)
    #expect(try lines("roses").first == "page garden/roses:5")
    #expect(try lines("rosa").first == "page garden/roses:5")
    #expect(try lines("alive").contains("text garden/roses:1"))
    #expect(try lines("types").first == "heading garden/roses:13")
    #expect(try lines("noon").contains("fact garden/roses:10"))
    #expect(try lines("climber wall").contains("definition garden/roses:14"))
    #expect(try lines("shrub").contains("row garden/roses:19"))
    #expect(try lines("coffee").contains("question garden/roses:22"))
    #expect(try lines("holland") == ["text garden/tulips:3"])
    #expect(try lines("git add -p").first == "text garden/roses:25")
    #expect(try lines("marketplace_pur").contains("fact garden/roses:11"))
    #expect(try lines("c++").contains("fact garden/tulips:7"))
    #expect(try lines("godel naive").contains("fact garden/tulips:7"))
    let cards = try index.search("depth", scope: SearchScope(kind: .card)).hits
    #expect(cards.contains { $0.card?.answer.contains("three times") == true })
    #expect(cards.allSatisfy { $0.card?.id.count == 16 && $0.section == "Key Facts" })
  }

  @Test
  func `A word counts more in a title than in a heading, there more than in a fact, in text least`()
    throws
  {
    try Self.take(
      [
        "a": "# One\n\nTopaz here, and topaz, topaz.\n\n## Key Facts\n- Stones: topaz and others\n",
        "b": "# Two\n\n## Topaz\nNothing.\n", "c": "# Topaz\n\nNothing.\n",
      ], into: index)
    let hits = try index.search("topaz").hits
    #expect(hits.map(\.form.rank) == hits.map(\.form.rank).sorted())
    #expect(hits.first?.page == "c" && hits.last?.form == .text)
    #expect(Set(hits.map(\.form)).isSuperset(of: [.page, .heading, .fact, .card, .text]))
  }

  @Test func `A whole word comes before the beginning of one, and more about it before less`()
    throws
  {
    try Self.take(
      [
        "a": "# A\n\nPlanetarium nights.\n\nThe planet.\n\n"
          + "A planet is one of many words in this rather longer paragraph about something else.\n\n"
          + "Planet by planet.\n"
      ], into: index)
    #expect(try lines("planet") == ["text a:9", "text a:5", "text a:7", "text a:3"])
  }

  @Test func `Words side by side come first`() throws {
    try Self.take(
      ["a": "# A\n\nModes of failure are many.\n\nThe failure modes are four.\n"], into: index)
    #expect(try lines("failure modes") == ["text a:5", "text a:3"])
  }

  @Test func `A word may stand in the title of the page and not in the passage`() throws {
    try Self.take(Self.garden, into: index)
    #expect(try lines("roses noon").contains("fact garden/roses:10"))
    #expect(try lines("tulips holl") == ["text garden/tulips:3"])
    #expect(try lines("tulips noon").isEmpty)
    #expect(try lines("roses noon -litres").isEmpty)
    let scope = SearchScope(page: "garden/tulips")
    #expect(try index.search("roses noon", scope: scope).hits.isEmpty)
  }

  @Test func `Words are left out, unless with their hyphen`() throws {
    try Self.take(
      ["a": "# A\n\nrm the file\n\nrm -rf the file\n\nrm rf file\n"], into: index)
    #expect(try lines("rm -rf") == ["text a:5", "text a:3"])
    #expect(try lines("file -the") == ["text a:7"])
  }

  @Test func `The scope narrows a search down`() throws {
    try Self.take(Self.garden, into: index)
    for kind in SearchKind.allCases {
      let hits = try index.search("rose", scope: SearchScope(kind: kind)).hits
      #expect(!hits.isEmpty && hits.allSatisfy { $0.kind == kind })
    }
    let tulips = try index.search("rose", scope: SearchScope(page: "garden/tulips")).hits
    #expect(!tulips.isEmpty && tulips.allSatisfy { $0.page == "garden/tulips" })
    #expect(try index.search("rose", scope: SearchScope(page: "nowhere")).hits.isEmpty)
  }

  @Test func `Updating takes in what changed and forgets what is gone`() throws {
    try Self.take(Self.garden, into: index)
    #expect(try index.stamps().count == 2)
    let later = FileStamp(size: 9, modified: 9, inode: 9)
    try Self.take(["garden/roses": "# Lilies\n\nWhite ones.\n"], into: index, stamp: later)
    #expect(try lines("climber").isEmpty)
    #expect(try lines("lilies").first == "page garden/roses:1")
    #expect(try index.stamps()["garden/roses.md"] == later)
    try index.update(changed: [], removed: ["garden/tulips.md", "never.md"])
    #expect(try index.stamps().keys.sorted() == ["garden/roses.md"])
    for typed in ["tulips", "godel", "t", "c++", "holl"] { #expect(try lines(typed).isEmpty) }
    // Nothing of what was forgotten is left: the same pages again give the same hits again.
    try Self.take(Self.garden, into: index)
    let other = try SearchIndex(at: workshop.folder + "/other.search")
    try Self.take(Self.garden, into: other)
    for typed in ["r", "ro", "rose", "roses", "a", "\"like sun\"", "rose -sun"] {
      let (mine, theirs) = (try index.search(typed).hits, try other.search(typed).hits)
      #expect(mine == theirs, "\(typed)")
    }
  }

  @Test func `Two that have it open see each other's changes`() throws {
    let other = try SearchIndex(at: workshop.folder + "/notes.search")
    try Self.take(Self.garden, into: index)
    #expect(try other.search("climber").hits.isEmpty == false)
    try other.update(changed: [], removed: ["garden/roses.md"])
    #expect(try lines("climber").isEmpty)
  }

  @Test(arguments: ["", "not a database", String(repeating: "SQLite format 3\u{0}", count: 400)])
  func `A damaged file is begun anew`(content: String) throws {
    let file = workshop.folder + "/bad.search"
    try workshop.write(Array(content.utf8), to: file)
    let index = try SearchIndex(at: file)
    #expect(!index.isInMemory)
    #expect(try index.holdsNothing())
    try Self.take(Self.garden, into: index)
    #expect(try !SearchIndex(at: file).search("tulips").hits.isEmpty)
  }

  @Test func `Damage while it is open is no error`() throws {
    let file = workshop.folder + "/worn.search"
    let many = Dictionary(
      uniqueKeysWithValues: (0..<60).map { ("p\($0)", Self.garden["garden/roses"] ?? "") })
    do {
      let made = try SearchIndex(at: file)
      try Self.take(many, into: made)
      while try made.settle() {}
    }
    var bytes = try workshop.bytes(of: file)
    var random = SeededGenerator(seed: 5)
    // The first page is spared, so that it opens.
    for place in stride(from: 4096, to: bytes.count, by: 7) {
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    try workshop.write(bytes, to: file)
    let worn = try SearchIndex(at: file)
    for typed in ["r", "roses", "climber wall", "\"like sun\""] { _ = try worn.search(typed) }
    #expect(try worn.holdsNothing())
    #expect(!worn.isInMemory)
    try Self.take(many, into: worn)
    #expect(try !worn.search("climber").hits.isEmpty)
  }

  @Test func `A file that is taken away is begun anew`() throws {
    try Self.take(Self.garden, into: index)
    for suffix in ["", "-wal", "-shm"] {
      try FileManager.default.removeItem(atPath: workshop.folder + "/notes.search" + suffix)
    }
    #expect(try lines("roses").isEmpty)
    #expect(try index.holdsNothing())
    #expect(index.beginnings == 1)
    try Self.take(Self.garden, into: index)
    #expect(try !lines("roses").isEmpty)
  }

  @Test func `A vault that has moved leaves no index behind`() throws {
    let old = Store.file(forVault: workshop.folder + "/here/notes", in: workshop.folder)
    try workshop.open(old).close(now: Workshop.morning)
    let file = Store.searchFile(besideCollection: old)
    #expect(file.hasSuffix(".search") && file.dropLast(7) == old.dropLast(7))
    do { try Self.take(Self.garden, into: SearchIndex(at: file)) }
    try Store.adopt(old, forVault: workshop.folder + "/there/notes", in: workshop.folder)
    #expect(
      try !workshop.names(in: workshop.folder).contains { workshop.folder + "/" + $0 == file })
  }

  @Test func `Another basis begins anew`() throws {
    let file = workshop.folder + "/based.search"
    try Self.take(Self.garden, into: SearchIndex(at: file, basis: "1"))
    #expect(try !SearchIndex(at: file, basis: "1").holdsNothing())
    #expect(try SearchIndex(at: file, basis: "2").holdsNothing())
  }

  @Test func `Where there can be no file it stays in memory`() throws {
    try FileManager.default.createDirectory(
      atPath: workshop.folder + "/folder.search", withIntermediateDirectories: true)
    let index = try SearchIndex(at: workshop.folder + "/folder.search")
    #expect(index.isInMemory)
    try Self.take(Self.garden, into: index)
    #expect(try !index.search("tulips").hits.isEmpty)
  }

  @Test(arguments: [
    "\"", "\"\"\"", "*", "AND", "a OR", "NOT", "NEAR(", "NEAR(a b, 3)", "text: x", "^a", "a*b", "(",
    "))((",
    "'; DROP TABLE page; --", "\u{0}", "a\u{0}b", "🙂", "👩‍👩‍👧‍👦", "-", "--", "-\"", "-a -b", "%", "\\",
    "{a b}: c",
    "\u{FFFD}", "\u{E000}", "\u{E001}1", String(repeating: "x", count: 10_000),
    String(repeating: "ab \"", count: 2500), String(repeating: "-q ", count: 3000),
    String(repeating: "漢", count: 3000), String(repeating: "(", count: 10_000),
  ])
  func `Anything may be typed`(typed: String) throws {
    try Self.take(Self.garden, into: index)
    _ = try index.search(typed)
    _ = try index.search("roses " + typed, scope: SearchScope(kind: .text, page: "garden/roses"))
  }

  @Test func `Random typing is never an error`() throws {
    try Self.take(Self.garden, into: index)
    var random = SeededGenerator(seed: 3)
    let signs = Array("ab \"-*()^:{}+'\\%_.,;<>~=!?#@&|/[]`$ñ漢🙂\u{0}\n\t AND OR NOT NEAR")
    for _ in 0..<1500 {
      let count = Int.random(in: 1...12, using: &random)
      let typed = String((0..<count).map { _ in signs.randomElement(using: &random) ?? "a" })
      _ = try index.search(typed)
    }
  }

  /// Whatever stands between blanks in a passage finds it, among all passages.
  @Test func `Words taken from a page find it`() throws {
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Decks").path
    let vault = try Vault(at: shipped)
    let page = try #require(vault.pages.first.flatMap { vault.page($0.path) })
    let document = SearchDocument(page, cards: CardMaker.cards(of: page) { _ in nil }.cards)
    try index.update(changed: [(document, Self.stamp)])
    try Self.take(Self.garden, into: index)
    var random = SeededGenerator(seed: 8)
    for passage in document.passages {
      let words = passage.text.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      let start = Int.random(in: 0..<words.count, using: &random)
      let typed = words[start..<min(words.count, start + 3)].joined(separator: " ")
      let query = SearchQuery(typed)
      if query.isEmpty { continue }
      let scope = SearchScope(kind: passage.form.kind)
      let hits = try index.search(query, scope: scope, limit: 500).hits
      #expect(hits.contains { $0.page == page.path && $0.line == passage.line }, "\(typed)")
    }
    // From the first letter on, growing words keep finding it.
    for end in 1...8 {
      let typed = String("misalignment".prefix(end))
      #expect(try !index.search(typed).hits.isEmpty, "\(typed)")
    }
  }

  @Test func `More than the limit is cut, and says so`() throws {
    let text = (1...300).map { "Line \($0) of sand." }.joined(separator: "\n\n")
    try Self.take(["a": "# A\n\n" + text], into: index)
    let results = try index.search("sand", limit: 50)
    #expect(results.isCut && results.hits.count <= 50 && results.hits.count >= 12)
    let narrow = try index.search("sand", scope: SearchScope(kind: .text), limit: 50)
    #expect(narrow.isCut && narrow.hits.count == 50)
    #expect(try !index.search("line 17", limit: 50).isCut)
  }
}
