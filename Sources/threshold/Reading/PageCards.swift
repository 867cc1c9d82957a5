import Cards
import Dispatch
import Notes
import Synchronization

/// The cards of some pages, each page by itself, on all cores.
struct PageCards {
  /// What a page gives.
  struct Made: Sendable {
    var cards: [Card]
    var problems: [Problem]
  }

  let vault: Vault
  let options: CardOptions
  /// Told from time to time how many pages are done.
  var progress: @Sendable (Int) -> Void = { _ in }

  /// - Returns: what each page gives, in the order of `pages`.
  func make(_ pages: [Page]) -> [Made] {
    let share = 4
    let stretches = (pages.count + share - 1) / share
    let results = Mutex<(made: [[Made]], done: Int)>((Array(repeating: [], count: stretches), 0))
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      let part = pages[stretch * share..<min(pages.count, (stretch + 1) * share)]
      let made = part.map(cards)
      let done = results.withLock { results in
        results.made[stretch] = made
        results.done += made.count
        return results.done
      }
      progress(done)
    }
    return results.withLock { $0.made.flatMap { $0 } }
  }

  private func cards(of page: Page) -> Made {
    let (cards, problems) = CardMaker.cards(of: page, options: options) {
      vault.resolve($0.target, from: page.path)?.title
    }
    return Made(cards: cards, problems: problems)
  }

  /// What the links of a page come to, as a number. The cards of connections name the page that they
  /// lead to, so they are made again when it gets another title, appears or vanishes.
  func resolution(of page: PageOutline) -> UInt64 {
    var hash = StableHash()
    for target in page.links.targets {
      let found = vault.resolve(target, from: page.path)
      hash.combine(found?.path ?? "")
      hash.combine(found?.title ?? "")
    }
    return hash.value
  }
}

extension Configuration {
  /// What the daily deck takes.
  /// - Throws: `Failure` when the configuration names cards that there are not.
  func cardOptions() throws -> CardOptions {
    let chosen = CardOptions().daily(frontMatter: FrontMatter(["cards": daily]))
    if let unknown = chosen.unknown.first {
      throw Failure(
        "\(file): “\(unknown)” in cards.daily is no kind of card",
        remedy: "use \(CardSource.allCases.map(\.rawValue).joined(separator: ", "))",
        status: .wrongUse)
    }
    return CardOptions(daily: chosen.sources)
  }
}
