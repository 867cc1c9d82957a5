import Screens
import Study

/// What the search asks for.
extension Program {
  func showSearch(near: String?) throws {
    push(SearchScreen(library: try library(), near: near, size: size))
    try searcher.look()
  }

  /// Whether the search on the screen has pages to take in while no key comes.
  var isTakingIn: Bool { screens.last is SearchScreen && searcher.isBehind }

  /// Takes some pages in, and shows what they bring.
  func takeIn() {
    let before = searcher.progress.done
    do {
      try searcher.workOn()
    } catch {
      message = Failure(error).sentence
      searcher.giveUp()
    }
    guard var screen = screens.last as? SearchScreen else { return }
    let effects = screen.show(taken: searcher.isBehind ? searcher.progress : nil)
    screens[screens.count - 1] = screen
    // Putting the index in order brings nothing new.
    if searcher.progress.done != before || !searcher.isBehind { carryOut(effects) }
  }

  func search(_ typed: String, kind: SearchKind?, near: String?) throws {
    try dispatch(.found(try searcher.search(typed, kind: kind, near: near)))
  }

  /// To a hit of a search, and from there on to the others.
  func openHit(_ trail: SearchTrail) throws {
    try openLine(page: trail.page, line: trail.line)
    guard var page = screens.last as? PageScreen else { return }
    page.follow(trail)
    screens[screens.count - 1] = page
  }

  /// From the search to what was found: on the page screen it came from, or on a new one.
  func openLine(page: String, line: Int?) throws {
    guard desk.vault.page(page) != nil else {
      return message = "The page is gone since it was found."
    }
    if screens.last is SearchScreen { screens.removeLast() }
    if (screens.last as? PageScreen)?.path != page { try openPage(page) }
    guard let line, var shown = screens.last as? PageScreen else { return }
    shown.show(line: line)
    screens[screens.count - 1] = shown
  }
}
