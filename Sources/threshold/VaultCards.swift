import Cards
import Dispatch
import Notes
import Synchronization

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
    for made in Self.make(vault, options: options) {
      cards += made.cards
      problems += made.problems
    }
    problems.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  private typealias Made = (cards: [Card], problems: [Problem])

  /// Pages give their cards each for itself: on all cores, a stretch of pages at a time.
  private static func make(_ vault: Vault, options: CardOptions) -> [Made] {
    let share = 8
    let stretches = (vault.pages.count + share - 1) / share
    let results = Mutex<[[Made]]>(Array(repeating: [], count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      let pages = vault.pages[stretch * share..<min(vault.pages.count, (stretch + 1) * share)]
      let made = pages.map { page in
        CardMaker.cards(of: page, options: options) {
          vault.resolve($0.target, from: page)?.title
        }
      }
      results.withLock { $0[stretch] = made }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
