import Foundation
import Testing

@testable import Notes

/// What must be the same for a page and for the same page without its Markdown.
private struct Meaning: Equatable {
  var title: String
  var summary: String
  var sections: [String]
  var facts: [String]
  var questions: [String]
  var connections: [String]
  var definitions: [String]
  var tables: [String]

  init(_ page: Page) {
    title = page.title
    summary = page.summary
    sections = page.sections.map { "\($0.level) \($0.title) \($0.kind.rawValue)" }
    facts = page.factTexts
    questions = page.questionTexts
    connections = page.connections.map { "\($0.target) | \($0.label) | \($0.reason.plain)" }
    definitions = page.definitions.map { "\($0.group) | \($0.term.plain) | \($0.text.plain)" }
    tables = page.tables.map { table in
      let rows = table.table.rows.map { $0.cells.map(\.plain) }
      return "\(table.table.title) | \(table.table.header.map(\.plain)) | \(rows)"
    }
  }
}

@Suite struct PlainTextTests {
  /// A page as it looks when it was copied out of a browser: no signs, no empty lines.
  private func stripped(_ markdown: String, bullet: String = "-", keepsBlanks: Bool = false)
    -> String
  {
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: !keepsBlanks) {
      var text = String(line)
      while text.hasPrefix("#") { text.removeFirst() }
      if text.hasPrefix(" ") { text.removeFirst() }
      if text.hasPrefix("- ") { text = bullet + text.dropFirst(1) }
      lines.append(
        text.replacing("[[", with: "").replacing("]]", with: "").replacing("**", with: ""))
    }
    return lines.joined(separator: "\n")
  }

  private let garden = """
    # The Kitchen Garden

    How a small plot feeds a household through the year, and what it asks for in return.

    ## Soil

    Good soil crumbles in the hand. It holds water without staying wet.

    Kinds of soil:

    - Clay — heavy, slow to warm, rich
    - Sand — light, quick to dry
    - Loam — the middle, and the best of both

    Soil care (by season):

    | Season | Task | Tool |
    |---|---|---|
    | Spring | Rake and sow | Rake |
    | Autumn | Dig in compost | Spade |

    The bed rests in winter.

    ## Plants and Places

    ### Roots

    Carrots want depth and no stones.

    ### Leaves

    Lettuce bolts in heat; sow it again every three weeks.

    ## Key Facts

    - Carrots: sown 1 cm deep, 5 cm apart
    - Compost reaches 60 °C in its second week
    - Three sisters: maize, beans, squash

    ## Connections

    - [[garden/compost-heap]] — where the waste goes
    - [[kitchen/preserving]] — what to do with the glut

    ## Open Questions

    - Does no-dig work on heavy clay?
    - How late can beans be sown here?

    """

  @Test func theSeedReadsLikeItsMarkdownTwin() throws {
    let seed = try Data(
      contentsOf: URL(fileURLWithPath: "\(repository)/Tests/NotesTests/Fixtures/ai-safety.txt"))
    let twin = try Data(contentsOf: URL(fileURLWithPath: "\(repository)/Decks/safety/ai-safety.md"))
    let plain = PageReader.read(bytes: Array(seed), path: "ai-safety", file: "ai-safety.txt")
    let markdown = PageReader.read(
      bytes: Array(twin), path: "safety/ai-safety", file: "safety/ai-safety.md")
    #expect(Meaning(plain) == Meaning(markdown))
    #expect(plain.facts.map(\.line) == [61, 62, 63, 64, 65])
    #expect(plain.problems.isEmpty)
  }

  @Test(arguments: ["-", "•", "*", "–", "◦\t", "+"], [false, true])
  func anotherPageReadsLikeItsTwin(bullet: String, keepsBlanks: Bool) {
    let text = stripped(garden, bullet: bullet, keepsBlanks: keepsBlanks)
    let plain = page(text)
    #expect(Meaning(plain) == Meaning(page(garden)), "\(text)")
  }

  @Test func linesAreThoseOfTheFile() {
    let text = "---\ntags: x\n---\nThe Title\nA paragraph of some words.\nKey Facts\n• one\n• two\n"
    let read = page(text)
    #expect(read.title == "The Title")
    #expect(read.sections.map(\.line) == [4, 6])
    #expect(read.facts.map(\.line) == [7, 8])
  }

  @Test func tablesMayHaveLostTheirRuleOrTheirPipes() {
    let rule = page(
      "Prices\nWhat things cost.\nFruit\n| Name | Price |\n| Pear | 2 |\nKey Facts\n- a b\n")
    let tabs = page("Prices\nWhat things cost.\nFruit\nName\tPrice\nPear\t2\nKey Facts\n- a b\n")
    #expect(Meaning(rule).tables == [#"Fruit | ["Name", "Price"] | [["Pear", "2"]]"#])
    #expect(Meaning(tabs) == Meaning(rule))
    #expect(tabs.tables[0].table.rows.map(\.line) == [5])
  }

  @Test func factsMayHaveLostTheirBullets() {
    let read = page(
      "The Title\nSome words on it.\n\nKey Facts\nWater boils at 100 °C\nIce is lighter than water\n\nOpen Questions\nWhy is it so?\nHow long?\n"
    )
    #expect(read.factTexts == ["Water boils at 100 °C", "Ice is lighter than water"])
    #expect(read.questionTexts == ["Why is it so?", "How long?"])
  }

  @Test func numberedHeadingsAndCapitalsTellTheirLevel() {
    let numbers = page(
      "Report\nWhat it is about.\n1. Aims\nTo be good.\n1.1 First aim\nTo be better.\n2. Means\n- one\n- two\n"
    )
    #expect(
      numbers.sections.map { "\($0.level) \($0.title)" } == [
        "1 Report", "2 1. Aims", "3 1.1 First aim", "2 2. Means",
      ])
    let capitals = page(
      "Report\nWhat it is.\nFIRST PART\nWords here.\nA detail\nMore words.\nSECOND PART\nEnd of it.\n"
    )
    #expect(
      capitals.sections.map { "\($0.level) \($0.title)" } == [
        "1 Report", "2 FIRST PART", "3 A detail", "2 SECOND PART",
      ])
  }

  @Test func whatFollowsKeyFactsIsNotPartOfThem() {
    let read = page(
      "Report\nWhat it is.\nFirst part\nWords here.\nABC / DEF\nMore words.\nKey Facts\n- a fact\n"
        + "Cases — What Went Wrong\nNo fact at all.\n")
    #expect(read.factTexts == ["a fact"])
    #expect(read.sections.map(\.title).last == "Cases — What Went Wrong")
    #expect(read.sections.map(\.level) == [1, 2, 2, 2, 2])
  }

  @Test func boldLinesAreHeadings() {
    let read = page("**Trees**\n\nThey are tall.\n\n**Key Facts**\n\n- Oaks live long\n")
    #expect(read.title == "Trees")
    #expect(read.factTexts == ["Oaks live long"])
  }

  @Test func brokenLinesAreJoined() {
    let read = page(
      "The Title\n\nThis is a paragraph that somebody broke at a width of\nsome sixty signs, so that it goes on here and\nends here.\n\nKey Facts\n- A fact that was broken in the same way, at about\nthe same place\n"
    )
    #expect(
      read.summary.hasSuffix("width of some sixty signs, so that it goes on here and ends here."))
    #expect(read.factTexts == ["A fact that was broken in the same way, at about the same place"])
  }

  @Test(arguments: [
    "Just one thought.\n\nAnd another, with a [[link]].\n",
    "- milk\n- bread\n",
    "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n",
    "```\nKey Facts\n- not here\n```\n",
    "A line with no end\n",
    "A note without headings, which somebody has wrapped at\na width that they like, so that lines end\nanywhere.\n\nAnother one\nfollows here.\n",
  ])
  func pagesThatNeverHadHeadingsStayAsTheyAre(text: String) {
    let read = page(text)
    #expect(read.sections.map(\.level) == [0])
    #expect(read.facts.isEmpty)
    #expect(read.title == "page")
  }

  @Test func aPageWithHeadingsIsNotGuessedAt() {
    let read = page("# T\n\nKey Facts\n- a\n\nShort line\nmore text.\n")
    #expect(read.sections.map(\.title) == ["T"])
  }
}
