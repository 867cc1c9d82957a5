import Testing

@testable import Notes

@Suite struct SectionTests {
  @Test(arguments: [
    "## Key Facts", "# KEY FACTS", "#### key facts", "## 🔑 Key facts:", "## 3. Key Facts",
    "## **Key Facts**", "## Key Facts (7)", "## Key Facts {#facts}", "## Key-Facts",
    "Key facts\n---",
    "## Key Takeaways", "## II. Key facts", "## Key facts & figures", "## `Key Facts`",
  ])
  func keyFactsAreKnownHoweverTheyAreWritten(heading: String) {
    let read = page("# T\n\n\(heading)\n\n- one\n")
    #expect(read.factTexts == ["one"])
  }

  @Test(arguments: [
    "## Connections", "## Related", "### See also", "## 🔗 Links", "## RELATED NOTES:",
  ])
  func connectionsAreKnown(heading: String) {
    #expect(page("# T\n\n\(heading)\n\n- [[a]] — b\n").connections.map(\.target) == ["a"])
  }

  @Test(arguments: [
    "## Open Questions", "## Questions", "## ❓ Open questions", "# Unanswered Questions",
  ])
  func openQuestionsAreKnown(heading: String) {
    #expect(page("# T\n\n\(heading)\n\n- Why?\n").questionTexts == ["Why?"])
  }

  @Test(arguments: [
    "## Facts about keys", "## Key differences", "## Linking", "## Question answering",
  ])
  func otherHeadingsAreNot(heading: String) {
    let read = page("# T\n\n\(heading)\n\n- one\n- two\n")
    #expect(read.facts.isEmpty && read.connections.isEmpty && read.questions.isEmpty)
  }

  @Test func theConfigurationAddsNames() {
    let options = ReadingOptions(keyFacts: ["merksätze"], openQuestions: ["Offene Fragen"])
    let read = page("## Merksätze:\n- eins\n## Offene Fragen\n- Warum?", options: options)
    #expect(read.factTexts == ["eins"])
    #expect(read.questionTexts == ["Warum?"])
  }

  @Test func aSubheadingBelongsToTheSectionAboveIt() {
    let read = page("## Key Facts\n- a\n### Pricing\n- b\n## Other\n- c\n")
    #expect(read.factTexts == ["a", "b"])
    #expect(read.facts.map { read.sections[$0.section].title } == ["Key Facts", "Pricing"])
  }

  @Test func aPageCalledLinksIsNotAllConnections() {
    let read = page("# Links\n\n## Tools\n- one\n\n## Key Facts\n- two\n")
    #expect(read.connections.isEmpty)
    #expect(read.factTexts == ["two"])
  }

  @Test func theTitleIsTheFirstMainHeadingElseTheFrontMatterElseTheFile() {
    #expect(page("## A\n\n# B\n\n# C").title == "B")
    #expect(page("---\ntitle: X\n---\n## A\n\ntext").title == "X")
    #expect(page("## A\n\ntext", "x/some-page").title == "some-page")
  }

  @Test func theSummaryIsWhatThePageSaysOfItself() {
    #expect(page("---\ntldr: short\n---\n# T\n\nFirst paragraph here.").summary == "short")
    #expect(
      page("# T\n\n> **TL;DR** Short it is.\n\nFirst paragraph here.").summary == "Short it is.")
    #expect(page("# T\n\n> **TL;DR:** Short it is.").summary == "Short it is.")
    #expect(page("# T\n\n> [!tldr] In short\n> Short it is.").summary == "Short it is.")
    #expect(page("# T\n\nFirst paragraph here.\n\nSecond.").summary == "First paragraph here.")
    #expect(
      page("# T\n\nTags: a, b\nCreated: today\n\nThe first words.").summary == "The first words.")
    #expect(page("# T\n\n## Key Facts\n- one").summary == "")
  }

  @Test func noCardsHoldsForASectionAndWhatIsBelowIt() {
    let read = page(
      """
      # T

      ## A
      <!-- no-cards -->

      ### B

      ## Key Facts
      - one <!-- no-cards -->
      - two
        <!-- no-cards -->
      - three
      """)
    #expect(read.sections.map(\.cardsOff) == [false, true, true, false])
    #expect(read.facts.map(\.item.cardsOff) == [true, true, false])
    #expect(read.factTexts == ["one", "two", "three"])
  }

  @Test func headingsInCodeAndQuotesAreNoSections() {
    let read = page("# T\n\n```\n# not\n```\n\n> # nor this\n\n    # nor that\n")
    #expect(read.sections.map(\.title) == ["T"])
  }

  @Test func calloutsKeepTheirSortAndTitle() {
    let read = page("# T\n\n> [!warning]- Mind **this**\n> And that.\n")
    let inner: [Block] = [
      .paragraph(RichText([TextRun("Mind "), TextRun("this", style: .strong)]), line: 3),
      .paragraph(RichText("And that."), line: 4),
    ]
    #expect(read.sections[0].blocks == [.quote(inner, callout: "warning", line: 3)])
  }

  @Test func everyLineIsTheLineInTheFile() {
    let read = page(
      "---\na: b\n---\n\n# T\n\ntext\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nmore\n\n1. x\n2. y\n"
        + "   - z\n\n```swift\nlet a\n```\n> q\n")
    let blocks = read.sections[0].blocks
    #expect(read.sections[0].line == 5)
    #expect(blocks.map(\.line) == [7, 8, 14, 18, 21])
    #expect(read.tables[0].table.rows.map(\.line) == [10, 11, 12])
    guard case .list(let items, let start, _) = blocks[2] else {
      Issue.record("no list")
      return
    }
    #expect(start == 1)
    #expect(items.map(\.line) == [14, 15])
    #expect(items[1].children.map(\.line) == [16])
  }
}
