import Testing

@testable import Notes

@Suite struct InlineTests {
  /// The text of the first fact of a page whose only fact this is.
  private func text(_ markdown: String) -> RichText {
    page("## Key Facts\n- \(markdown)").facts.first?.item.text ?? RichText()
  }

  private func links(_ markdown: String) -> [LinkTarget] { text(markdown).runs.compactMap(\.link) }

  @Test func wikiLinksShowTheirLabelElseTheirTarget() {
    #expect(text("see [[a/b]] and [[a/b|the label]] now").plain == "see a/b and the label now")
    #expect(
      links("[[a b]] [[a#Part one]] [[#Here]] [[x|y]]") == [
        .page("a b", heading: nil), .page("a", heading: "Part one"), .page("", heading: "Here"),
        .page("x", heading: nil),
      ])
  }

  @Test func wikiLinksKeepUnderscoresAndStars() {
    #expect(
      links("[[_a_]] [[__init__]] [[x_y_z]]") == [
        .page("_a_", heading: nil), .page("__init__", heading: nil), .page("x_y_z", heading: nil),
      ])
  }

  @Test func codeHoldsNoLinksAndNoHighlights() {
    let read = text("`[[a]]` and `==b==`")
    #expect(read.runs.allSatisfy { $0.link == nil && !$0.style.contains(.highlight) })
    #expect(read.plain == "`[[a]]` and `==b==`")
  }

  @Test func wikiLinksInCellsAreWrittenWithABackslash() throws {
    let read = page("# T\n\n| A | B |\n|---|---|\n| [[x\\|y]] | 2 |")
    let cell = try #require(read.tables.first?.table.rows.first?.cells.first)
    #expect(cell.plain == "y")
    #expect(cell.runs.first?.link == .page("x", heading: nil))
    #expect(read.links.map(\.line) == [5])
  }

  @Test func markdownLinksArePagesUnlessTheyLeadElsewhere() {
    #expect(
      links("[x](../llms/claude.md) [y](a%20b.md#part-two) [z](#top)") == [
        .page("../llms/claude.md", heading: nil), .page("a b.md", heading: "part-two"),
        .page("", heading: "top"),
      ])
    #expect(
      links("[x](https://a.org) [y](mailto:a@b.c) [z](run.py) <https://c.org>") == [
        .address("https://a.org"), .address("mailto:a@b.c"), .address("run.py"),
        .address("https://c.org"),
      ])
  }

  @Test func bareAddressesAreLinksWithoutTheirFullStop() {
    #expect(links("See https://a.org/x_(y)?z=1. Then") == [.address("https://a.org/x_(y)?z=1")])
    #expect(links("at 10:30 or foo://bar") == [])
  }

  @Test func highlightsMayHoldOtherMarkup() {
    let read = text("an ==important **very** one== here")
    #expect(read.plain == "an important very one here")
    let marked = read.runs.filter { $0.style.contains(.highlight) }.map(\.text).joined()
    #expect(marked == "important very one")
  }

  @Test(arguments: ["if a == b then c == d", "x==1 and y==2", "a ==b", "=== x ===", "=="])
  func comparisonsAreNoHighlights(markdown: String) {
    let read = page("## Key Facts\n\n* \(markdown)").facts.first?.item.text ?? RichText()
    #expect(read.plain == markdown)
    #expect(read.runs.allSatisfy { !$0.style.contains(.highlight) })
  }

  @Test func blockIDsComeOffTheEnd() throws {
    let facts = page("## Key Facts\n- one ^abc-1\n- two^3\n- **x** ^b\n\npara here ^p1").facts
    #expect(facts.map(\.item.blockID) == ["abc-1", nil, "b", "p1"])
    #expect(facts.map(\.item.text.plain) == ["one", "two^3", "x", "para here"])
  }

  @Test func picturesAreTheirAlternativeText() {
    #expect(text("see ![a chart](x.png) and ![[y.png]] there").plain == "see a chart and  there")
  }

  @Test func rawMarkupIsDroppedAndItsTextKept() {
    #expect(text("H<sub>2</sub>O<br>and <!-- hm --> more").plain == "H2O and  more")
    let read = page("# T\n\n<details>\n<summary>More here</summary>\n\nText.\n\n</details>\n")
    #expect(
      read.sections[0].blocks == [
        .paragraph(RichText("More here"), line: 3), .paragraph(RichText("Text."), line: 6),
      ])
  }

  @Test func footnotesAreNoPartOfAFact() {
    let read = page("## Key Facts\n- one[^1] two\n\n[^1]: The note.")
    #expect(read.factTexts == ["one two"])
  }

  @Test func lineBreaksAreSpaces() {
    #expect(text("one\n  two  \n  three").plain == "one two three")
  }

  @Test func controlCharactersNeverGetThrough() {
    let read = page(
      "# T\u{1B}[31m\n\n## Key Facts\n- a\u{7}b &#27;[2J &#x9b; \u{202E}c\n\n```x\u{8}\n\u{1B}c\n```\n"
    )
    let everything = String(describing: read).replacing("\n", with: " ")
    #expect(!everything.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(!everything.unicodeScalars.contains("\u{202E}"))
    #expect(read.problems.count == 1)
    #expect(read.problems[0].line == 1)
    #expect(read.problems[0].column == 4)
  }
}
