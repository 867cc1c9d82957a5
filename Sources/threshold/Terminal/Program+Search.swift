import Screens
import Study

/// What the search asks for.
extension Program {
  func showSearch(near: String?) throws {
    let screen = SearchScreen(library: try library(), near: near, size: size)
    push(screen)
    try searcher.bringUpToDate { done, all in
      message = "Reading the pages for search… \(done) of \(all)"
      render(screen)
    }
    message = nil
  }

  func search(_ typed: String, kind: SearchKind?, near: String?) throws {
    try dispatch(.found(try searcher.search(typed, kind: kind, near: near)))
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
