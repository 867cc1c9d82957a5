import Testing

@testable import Notes

@Suite struct DefinitionTests {
  private func definitions(_ list: String) -> [String] {
    page("# T\n\n## Words\n\n\(list)\n").definitions.map { "\($0.term.plain) | \($0.text.plain)" }
  }

  @Test(arguments: [
    "- Ant — small\n- Bee — busy", "- Ant – small\n- Bee – busy", "- Ant - small\n- Bee - busy",
    "- Ant: small\n- Bee: busy", "- **Ant** — small\n- **Bee** — busy",
    "- **Ant:** small\n- **Bee:** busy", "- **Ant**: small\n- **Bee**: busy",
    "1. *Ant*: small\n2. *Bee*: busy", "**Ant** — small\n**Bee** — busy",
    "**Ant:** small  \n**Bee:** busy", "Ant\n: small\n\nBee\n: busy", "Ant\n: small\nBee\n: busy",
    "- Ant -- small\n- Bee -- busy", "* Ant\u{FFFD}\n* Ant \u{FFFD} small\n* Bee \u{FFFD} busy",
  ])
  func termsAreKnownInEveryWayOfWriting(list: String) {
    #expect(definitions(list) == ["Ant | small", "Bee | busy"])
  }

  @Test func codeMayBeATermAndHoldColons() {
    #expect(
      definitions("- `a:b c` — one\n- `d` — two: three") == ["`a:b c` | one", "`d` | two: three"])
  }

  @Test(arguments: [
    "- only: one item", "- one thing\n- another: thing\n- a third thing\n- and a fourth",
    "- Note: this\n- Example: that", "- https://a.org/x\n- https://b.org/y",
    "- 10:30 tea\n- 11:45 lunch", "- [ ] Ant: small\n- [ ] Bee: busy",
    "- [a](https://a.org) — site\n- [b](https://b.org) — site",
    "- Why is it so? — nobody knows\n- Who? — none",
    "- If the answer differs: try again\n- When it fails: give up",
    "- There is a long sentence before this dash of ours — yes\n- There is a long sentence before that dash of ours — no",
    "Some prose — with a dash\nand more — with another",
  ])
  func otherListsAreNot(list: String) {
    #expect(definitions(list) == [])
  }

  @Test func labelsThatComeAgainAreNoTerms() {
    let read = page(
      "# T\n\n## A\n\n- Cost: low\n- Speed: high\n\n## B\n\n- Cost: high\n- Speed: low\n\n## C\n\n- Ant: small\n- Bee: busy\n"
    )
    #expect(read.terms == ["Ant", "Bee"])
  }

  @Test func theGroupIsTheCaptionElseTheSection() {
    let read = page(
      """
      # T

      ## Insects

      Types:
      - Ant — small
      - Bee — busy

      They might be told apart in many ways by people who care, either because:

      - Cat — soft
      - Dog — loyal

      **Tools**

      - Saw — cuts
      - Axe — splits

      A sentence before it.
      Shapes:
      - Cube — six sides
      - Ball — one side
      """)
    #expect(
      read.definitions.map(\.group) == [
        "Types", "Types", "Insects", "Insects", "Tools", "Tools", "Shapes", "Shapes",
      ])
  }

  @Test func knownSectionsHoldNoDefinitions() {
    #expect(page("## Key Facts\n- Ant: small\n- Bee: busy").definitions.isEmpty)
    #expect(page("## Open Questions\n- Ant: small?\n- Bee: busy?").definitions.isEmpty)
  }

  @Test func nestedListsHaveTheirOwnGroup() {
    let read = page("# T\n\n## Zoo\n\n- Insects:\n  - Ant — small\n  - Bee — busy\n- and more\n")
    #expect(read.definitions.map(\.group) == ["Insects", "Insects"])
    #expect(read.definitions.map(\.line) == [6, 7])
  }

  @Test func tablesAreNamedAfterTheirCaptionElseTheSection() {
    let read = page(
      "# T\n\n## Levels\n\nSafety Levels (SL):\n\n| A | B |\n|---|---|\n| 1 | |\n\nText.\n\n| C |\n|---|\n| 2 |\n"
    )
    #expect(read.tables.map(\.table.title) == ["Safety Levels (SL)", "Levels"])
    #expect(read.tables[0].table.rows.map { $0.cells.map(\.plain) } == [["1", ""]])
  }
}
