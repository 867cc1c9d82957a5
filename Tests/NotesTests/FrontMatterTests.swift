import Testing

@testable import Notes

@Suite struct FrontMatterTests {
  @Test func scalarsMayBePlainOrQuoted() {
    let matter = page(
      """
      ---
      Title: The long way  # a remark
      tldr: "It's \\"quoted\\": twice # no remark"
      single: 'it''s here'
      url: https://example.org/a#b
      empty:
      none: ~
      ---
      Text.
      """
    ).frontMatter
    #expect(matter.text("title") == "The long way")
    #expect(matter.text("tldr") == "It's \"quoted\": twice # no remark")
    #expect(matter.text("single") == "it's here")
    #expect(matter.text("url") == "https://example.org/a#b")
    #expect(matter.list("empty") == [])
    #expect(matter.list("none") == [])
  }

  @Test func listsMayStandInBracketsOrWithDashes() {
    let matter = page(
      """
      ---
      tags: [one, "two, too", three]
      long: [a,
        b,
        c]
      cards:
        - definitions
        - 'tables'
      flush:
      - x
      - y
      nested:
        key: value
      related: "[[a]]"
      ---
      """
    ).frontMatter
    #expect(matter.list("tags") == ["one", "two, too", "three"])
    #expect(matter.list("long") == ["a", "b", "c"])
    #expect(matter.list("cards") == ["definitions", "tables"])
    #expect(matter.list("flush") == ["x", "y"])
    #expect(matter.list("nested.key") == ["value"])
    #expect(matter.text("related") == "[[a]]")
  }

  @Test func longValuesMayBeFoldedOrGoOn() {
    let matter = page(
      """
      ---
      folded: >-
        one
        two

        three
      kept: |
        one
        two
      plain: one
        two
      last: x
      ---
      """
    ).frontMatter
    #expect(matter.text("folded") == "one two\nthree")
    #expect(matter.text("kept") == "one\ntwo")
    #expect(matter.text("plain") == "one two")
    #expect(matter.text("last") == "x")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aMarkAtTheStartAndAnyLineEndAreFine(end: String) {
    let text = ["\u{FEFF}---", "tldr: short", "---", "", "# T", "", "## Key Facts", "- one"]
    let page = page(text.joined(separator: end))
    #expect(page.frontMatter.text("tldr") == "short")
    #expect(page.title == "T")
    #expect(page.facts.map(\.line) == [8])
  }

  @Test func aLineThatIsNoKeyIsReportedAndTheRestRead() throws {
    let page = page("---\na: 1\njust words\nb: 2\n---\ntext")
    #expect(page.frontMatter.values == ["a": ["1"], "b": ["2"]])
    let problem = try #require(page.problems.first)
    #expect(problem.line == 3)
    #expect(page.problems.count == 1)
  }

  @Test func aRuleAtTheTopIsNoFrontMatter() {
    let page = page("---\n\nSome text here.\n\n---\n\nMore: text")
    #expect(page.frontMatter.values.isEmpty)
    #expect(page.sections.first?.blocks.count == 4)
    #expect(page.problems.isEmpty)
  }

  @Test func frontMatterThatIsNeverClosedIsReported() {
    let page = page("---\ntags: a\n\n# T\n\n## Key Facts\n- one")
    #expect(page.problems.count == 1)
    #expect(page.factTexts == ["one"])
  }
}
