import Foundation
import Testing

@testable import Notes

/// Notes may come from anywhere; whatever is in them, reading ends soon and gives a page.
@Suite struct HostileInputTests {
  private func read(_ bytes: [UInt8]) -> Page {
    PageReader.read(bytes: bytes, path: "p", file: "p.md")
  }

  /// What must hold for every page, whatever it was read from.
  private func check(_ page: Page, lines: Int) {
    let all =
      page.facts.map(\.line) + page.definitions.map(\.line) + page.links.map(\.line)
      + page.sections.map(\.line) + page.sections.flatMap(\.blocks).map(\.line)
    #expect(all.allSatisfy { $0 >= 1 && $0 <= lines })
    let places =
      page.facts.map(\.section) + page.questions.map(\.section)
      + page.definitions.map(\.section) + page.connections.map(\.section)
    #expect(places.allSatisfy { page.sections.indices.contains($0) })
    #expect(page.facts.allSatisfy { page.sections[$0.section].kind == .keyFacts })
    for table in page.tables {
      #expect(table.table.rows.allSatisfy { $0.cells.count == table.table.header.count })
    }
    for scalar in page.factTexts.joined().unicodeScalars {
      #expect(scalar.properties.generalCategory != .control || scalar == "\t")
    }
  }

  private func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 10 || $0 == 13 } + 1
  }

  @Test func randomBytesArePages() {
    var chance = Chance(1)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...300, using: &chance)).map { _ in
        UInt8.random(in: 0...255, using: &chance)
      }
      check(read(bytes), lines: lineCount(bytes))
    }
  }

  @Test func randomMarkdownIsAPage() {
    var chance = Chance(2)
    let pieces = [
      "# ", "## Key Facts\n", "## Connections\n", "Key Facts\n", "- ", "* ", "1. ", "  ", "    ",
      "\t", "\n",
      "\n\n", "[[", "]]", "|", "|---|---|\n", "`", "```\n", "==", "**", "_", "~~",
      "<!-- no-cards -->", "<b>",
      "> ", "[!note]", "---\n", ": ", " — ", " ^id", "[x](y)", "![z](w)", "[^1]", "[^1]: ",
      "a: b\n", "word ",
      "Title", "http://x.org", "\u{FEFF}", "\r", "\r\n", "é", "•", "日本", "\u{1F511}", "&#27;", "\\",
      "#", "(", ")",
      "{#id}", "\u{A0}", "- [ ] ", "o\t", ".", "?",
    ]
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &chance) {
        text += pieces.randomElement(using: &chance) ?? ""
      }
      check(read(Array(text.utf8)), lines: lineCount(Array(text.utf8)))
    }
  }

  @Test(arguments: ["Decks/safety/ai-safety.md", "Tests/NotesTests/Fixtures/ai-safety.txt"])
  func changedPagesAreStillPages(name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(repository)/\(name)"))
    var chance = Chance(3)
    for _ in 0..<150 {
      var bytes = Array(data)
      for _ in 0..<Int.random(in: 1...8, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0...3, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<min(place + 80, bytes.count)], at: 0)
        default: bytes.removeSubrange(place..<min(place + 200, bytes.count))
        }
      }
      check(read(bytes), lines: lineCount(bytes))
    }
  }

  @Test(arguments: [
    ("quotes", ">", 50_000), ("lists", "- ", 20_000), ("brackets", "[", 100_000),
    ("wiki", "[[a", 60_000),
    ("emphasis", "*a **a ", 20_000), ("open link", "[a](", 50_000), ("pictures", "![", 60_000),
    ("highlights", "==a", 60_000), ("code", "`a``", 40_000), ("at", "a@", 60_000),
    ("www", "www.", 50_000),
    ("tags", "</", 60_000), ("comments", "<!--", 60_000), ("references", "&#27;", 50_000),
    ("wiki emphasis", "[[*a* ", 30_000), ("footnotes", "[^a]: x\n", 10_000),
    ("colons", ": ", 60_000),
    ("dashes", " — ", 60_000), ("blank", " ", 200_000), ("links", "[[a]] ", 40_000),
    ("pipes", "|", 60_000),
    ("addresses", "http://a.b/(", 30_000), ("ids", " ^a", 60_000), ("plain", "Key Facts\n", 20_000),
    ("table", "|a|b|\n|-|-|\n", 10_000),
  ])
  func patternsThatSlowParsersDownAreReadSoon(name: String, piece: String, count: Int) {
    let text = "# T\n\n## Key Facts\n\n" + String(repeating: piece, count: count)
    let started = ContinuousClock.now
    let page = read(Array(text.utf8))
    check(page, lines: lineCount(Array(text.utf8)))
    // Generous: what grows with the square of the size takes minutes here.
    #expect(ContinuousClock.now - started < .seconds(20), "\(name)")
  }

  @Test func wideTablesAreReadAsTextAndReported() {
    let header = String(repeating: "|a", count: 1000) + "|\n" + String(repeating: "|-", count: 1000)
    let page = read(Array((header + "|\n" + String(repeating: "x\n", count: 5000)).utf8))
    #expect(page.tables.isEmpty)
    #expect(page.problems.count == 1)
  }

  @Test func deepNestingIsFlattenedAndReported() {
    let list = (0..<200).map { String(repeating: "  ", count: $0) + "- item \($0)" }
    let page = read(Array(("## Key Facts\n" + list.joined(separator: "\n")).utf8))
    #expect(page.factTexts == ["item 0"])
    #expect(page.problems.count == 1)
    #expect(page.problems[0].line > 1)
  }

  @Test func utf16IsReadAndReported() {
    let text = "# Title\n\n## Key Facts\n- über\n"
    for (mark, isLittle) in [([0xFF, 0xFE] as [UInt8], true), ([0xFE, 0xFF], false)] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        isLittle ? [UInt8(unit & 255), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 255)]
      }
      let page = read(mark + bytes)
      #expect(page.factTexts == ["über"])
      #expect(page.problems.count == 1)
    }
  }

  @Test func loneWindowsLettersAreReadAsSuchAndOtherBadBytesReplaced() {
    let windows = read(Array("# A\n\n## Key Facts\n- x ".utf8) + [0x97] + Array(" y".utf8))
    #expect(windows.factTexts == ["x — y"])
    #expect(windows.problems.map(\.line) == [4])
    #expect(windows.problems.map(\.column) == [5])
    let broken = read(
      Array("# A\n\n## Key Facts\n- é x ".utf8) + [0xE2, 0x80] + Array(" y\n- good".utf8))
    #expect(broken.factTexts == ["é x \u{FFFD}\u{FFFD} y", "good"])
    #expect(broken.problems.map(\.column) == [7])
  }

  @Test func aZeroByteIsReplaced() {
    let text =
      "# A\n\n## Key Facts\n- one two three and many more words so that it is text \0 here\n"
    let page = read(Array((text + text + text).utf8))
    #expect(page.facts.count == 3)
    #expect(page.factTexts[0].contains("\u{FFFD}"))
  }
}
