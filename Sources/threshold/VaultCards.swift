import Cards
import Notes

/// What the notes give: the cards of all pages, and every problem on the way.
struct VaultCards {
  var cards: [Card] = []
  var problems: [Problem]

  /// - Throws: `Failure` when the configuration names cards that there are not.
  init(vault: Vault, configuration: Configuration) throws {
    problems = vault.problems
    let daily = CardOptions().daily(frontMatter: FrontMatter(["cards": configuration.daily]))
    if let unknown = daily.unknown.first {
      throw Failure(
        "\(configuration.file): “\(unknown)” in cards.daily is no kind of card",
        remedy: "use \(CardSource.allCases.map(\.rawValue).joined(separator: ", "))",
        status: .wrongUse)
    }
    let options = CardOptions(daily: daily.sources)
    for page in vault.pages {
      let made = CardMaker.cards(of: page, options: options) {
        vault.resolve($0.target, from: page)?.title
      }
      cards += made.cards
      problems += made.problems
    }
    problems.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }
}
