import ArgumentParser
import Testing

@testable import threshold

/// A short cut through the arguments must lead to where the long way leads.
@Suite struct QuickStartTests {
  private static let words = [
    "due", "review", "open", "help", "stats", "notes", "~/notes/page.md", "--vault", "--vault=a/b",
    "--data", "--data=d", "--data=", "--json", "--plain", "--page", "-h", "--", "", "--vaults",
  ]

  @Test func whatItUnderstandsIsWhatTheParserUnderstands() throws {
    var random = SystemRandomNumberGenerator()
    var understood = 0
    for _ in 0..<2000 {
      let arguments = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
        Self.words.randomElement(using: &random)
      }
      guard let start = QuickStart(arguments) else { continue }
      understood += 1
      let command = try Threshold.parseAsRoot(Threshold.ordered(arguments))
      switch (start, command) {
      case (.open(let names), let open as Open):
        #expect(names.vault == open.path ?? open.vault.vault, "\(arguments)")
        #expect(names.data == open.vault.data, "\(arguments)")
      case (.review(let names), let review as Review):
        #expect(names == review.vault.names, "\(arguments)")
        #expect(review.page == nil && !review.plain, "\(arguments)")
      case (.due(let names, let json), let due as Due):
        #expect(names == due.vault.names, "\(arguments)")
        #expect(json == due.output.json, "\(arguments)")
      default: Issue.record("\(arguments)")
      }
    }
    #expect(understood > 100)
  }

  @Test func theUsualWaysAreUnderstood() {
    for arguments in [
      [], ["notes"], ["open", "notes"], ["due"], ["--vault", "notes", "due", "--json"],
      ["review", "--vault=notes", "--data", "d"],
    ] { #expect(QuickStart(arguments) != nil, "\(arguments)") }
    for arguments in [["stats"], ["help"], ["review", "--plain"], ["a", "--vault", "b"]] {
      #expect(QuickStart(arguments) == nil, "\(arguments)")
    }
  }
}
