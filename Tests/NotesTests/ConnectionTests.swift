import Testing

@testable import Notes

@Suite struct ConnectionTests {
  private func connections(_ text: String) -> [String] {
    page("# T\n\n## Connections\n\n\(text)\n").connections.map {
      "\($0.target)\($0.heading.map { "#" + $0 } ?? "") | \($0.label) | \($0.reason.plain)"
    }
  }

  @Test(arguments: [
    "- [[a/b]] — the reason", "- [[a/b]] – the reason", "- [[a/b]] - the reason",
    "- [[a/b]]: the reason", "- [[a/b]] (the reason)", "* [[a/b]] \u{FFFD} the reason",
    "- a/b — the reason", "- `a/b` — the reason", "a/b — the reason", "[[a/b]] — the reason",
    "1. [[a/b]] → the reason", "- **[[a/b]]** — the reason",
    "| Page | Why |\n|---|---|\n| [[a/b]] | the reason |", "- [[a/b]]\n  - the reason",
  ])
  func aConnectionHasItsReason(text: String) {
    #expect(connections(text) == ["a/b | a/b | the reason"])
  }

  @Test func labelsAndHeadingsAreKept() {
    #expect(connections("- [[a#B c|see]] — why") == ["a#B c | see | why"])
    #expect(connections("- [Some page](../x/a.md) — why") == ["../x/a.md | Some page | why"])
  }

  @Test(arguments: [
    "[[a]] · [[b]] · [[c]]", "[[a]], [[b]], [[c]]", "[[a]] | [[b]] | [[c]]",
    "[[a]] [[b]] and [[c]]",
    "- [[a]], [[b]]\n- [[c]]", "[[a]]\n[[b]]\n[[c]]",
  ])
  func linksMayStandInARow(text: String) {
    #expect(connections(text) == ["a | a | ", "b | b | ", "c | c | "])
  }

  @Test func pathsWithoutBracketsMayStandInARow() {
    #expect(connections("x/a · x/b, x/c") == ["x/a | x/a | ", "x/b | x/b | ", "x/c | x/c | "])
  }

  @Test func linksInARowShareTheirReason() {
    #expect(connections("- [[a]], [[b]] — why") == ["a | a | why", "b | b | why"])
    #expect(connections("- [[a]] — one; [[b]] — two") == ["a | a | one", "b | b | two"])
  }

  @Test func aLinkWithinAReasonIsPartOfTheReason() {
    #expect(connections("- [[a]] — like [[b]] but better") == ["a | a | like b but better"])
  }

  @Test func aSentenceAroundALinkIsItsReason() {
    #expect(connections("- Builds on [[a]] for proofs") == ["a | a | Builds on a for proofs"])
    #expect(connections("- See [[a]]") == ["a | a | "])
    #expect(connections("- Prerequisite: [[a]] — needed first") == ["a | a | needed first"])
  }

  @Test func titlesWithoutBracketsAreTargetsInLists() {
    #expect(
      connections("- Constitutional AI — the method") == [
        "Constitutional AI | Constitutional AI | the method"
      ])
    #expect(connections("- This is a whole sentence about something that is no page at all.") == [])
  }

  @Test func addressesOutsideAreNoConnections() {
    #expect(connections("- [Site](https://a.org) — why\n- https://b.org") == [])
  }

  @Test func linksUnderALabelAreConnections() {
    #expect(
      connections("- Before:\n  - [[a]] — x\n- After:\n  - [[b]]") == ["a | a | x", "b | b | "])
  }
}
