import Testing

@testable import Notes

@Suite struct FactTests {
  @Test func everyItemOfEveryListIsAFact() {
    var chance = Chance(7)
    let words = [
      "alpha", "beta:", "`gamma`", "**delta**", "[[epsilon]]", "zeta — eta", "1,200", "(theta)",
    ]
    for _ in 0..<200 {
      var text = "# T\n\n## Key Facts\n\n"
      var expected: [Int] = []
      var line = 5
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let mark = ["-", "*", "+", "1.", "1)"].randomElement(using: &chance) ?? "-"
        for _ in 0..<Int.random(in: 1...5, using: &chance) {
          let count = Int.random(in: 1...6, using: &chance)
          let item = (0..<count).map { _ in words.randomElement(using: &chance) ?? "" }
          text += "\(mark) \(item.joined(separator: " "))\n"
          expected.append(line)
          line += 1
        }
        text += "\n<!-- next -->\n\n"
        line += 3
      }
      #expect(page(text).facts.map(\.line) == expected, "\(text)")
    }
  }

  @Test func aListUnderAnItemIsPartOfIt() throws {
    let read = page("## Key Facts\n- Providers:\n  - OpenAI\n  - Anthropic\n- Other fact\n")
    #expect(read.factTexts == ["Providers:", "Other fact"])
    guard case .list(let items, _, _) = try #require(read.facts.first?.item.children.first) else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.text.plain) == ["OpenAI", "Anthropic"])
  }

  @Test func statementsUnderAMereLabelAreTheFacts() {
    let read = page(
      """
      ## Key Facts
      - Pricing:
        - The free plan allows three projects
        - The paid plan costs $10 a month
      - A statement of its own stays whole
        - with a remark below it that is long enough
      """)
    #expect(
      read.factTexts == [
        "The free plan allows three projects", "The paid plan costs $10 a month",
        "A statement of its own stays whole",
      ])
    #expect(read.facts.map(\.label) == ["Pricing", "Pricing", nil])
  }

  @Test func paragraphsAreFactsAndCaptionsAreNot() {
    let read = page(
      "## Key Facts\n\nOne paragraph is a fact.\n\nLimits:\n\n- a b c\n- d e f\n\nThe end of it.\n")
    #expect(read.factTexts == ["One paragraph is a fact.", "a b c", "d e f", "The end of it."])
    #expect(read.facts.map(\.label) == [nil, "Limits", "Limits", nil])
    #expect(read.facts.map(\.line) == [3, 7, 8, 10])
  }

  @Test func tablesAndSourcesUnderKeyFactsAreNoFacts() {
    let read = page("## Key Facts\n- a\n\n| X | Y |\n|---|---|\n| 1 | 2 |\n\n> [Source: a book]\n")
    #expect(read.factTexts == ["a"])
    #expect(read.tables.count == 1)
  }

  @Test func listsInACalloutAreFacts() {
    #expect(page("## Key Facts\n> [!info] Mind\n> - a\n> - b\n").factTexts == ["a", "b"])
  }

  @Test func typographicBulletsAreAList() {
    let read = page("## Key Facts\n\n• one fact\n• another fact ^id\n")
    #expect(read.factTexts == ["one fact", "another fact"])
    #expect(read.facts.map(\.line) == [3, 4])
    #expect(read.facts.map(\.item.blockID) == [nil, "id"])
  }

  @Test func tasksAreItemsWithTheirBox() {
    let read = page("## Open Questions\n- [ ] Why?\n- [x] How?\n- What?\n")
    #expect(read.questionTexts == ["Why?", "How?", "What?"])
    #expect(read.questions.map(\.item.checked) == [false, true, nil])
  }

  @Test func questionsMayBeParagraphsOrLines() {
    #expect(
      page("## Open Questions\n\nWhy so?\n\nHow then?\n").questionTexts == ["Why so?", "How then?"])
    #expect(
      page("## Open Questions\n\nWhy so?\nHow then?\n").questionTexts == ["Why so?", "How then?"])
  }

  @Test func questionsUnderALabelAreTheQuestions() {
    let read = page("## Open Questions\n- Theory\n  - Why?\n  - How?\n- When?\n")
    #expect(read.questionTexts == ["Why?", "How?", "When?"])
    let remark = page("## Open Questions\n- Why slow?\n  - perhaps a trade-off\n")
    #expect(remark.questionTexts == ["Why slow?"])
  }
}
