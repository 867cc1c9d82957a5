import Synchronization

/// The pages of a vault that are at hand: read from their files when they are asked for, and kept
/// for a while. What is derived from all pages (the index, the links) is made once, when needed.
final class PageShelf: Sendable {
  /// How many pages read for being looked at are kept.
  private static let most = 32

  let folder: VaultFolder?
  private let options: ReadingOptions
  private let outlines: [PageOutline]
  private let state: Mutex<State>

  private struct State {
    /// Pages that were given, and stay.
    var given: [String: Page]
    /// Pages that were read since, the latest last.
    var read: [(path: String, page: Page)] = []
    var index: PageIndex?
    var links: Links?
  }

  /// Who links to whom.
  struct Links: Sendable {
    var incoming: [[Backlink]]
    /// Whether a page links to another that there is.
    var leadsOn: [Bool]
    var missing: [String: MissingPage]
    var problems: [Problem]
  }

  init(outlines: [PageOutline], pages: [Page], folder: VaultFolder?, options: ReadingOptions) {
    self.outlines = outlines
    self.folder = folder
    self.options = options
    state = Mutex(
      State(given: Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }))
    )
  }

  var index: PageIndex {
    state.withLock { state in
      if let index = state.index { return index }
      let index = PageIndex(outlines)
      state.index = index
      return index
    }
  }

  var links: Links {
    let index = index
    return state.withLock { state in
      if let links = state.links { return links }
      var reader = LinkReader(pages: outlines, index: index)
      reader.run()
      let links = Links(
        incoming: reader.incoming, leadsOn: reader.leadsOn, missing: reader.missing,
        problems: reader.problems)
      state.links = links
      return links
    }
  }

  /// The page with this outline; nil when its file cannot be read any more.
  func page(_ outline: PageOutline) -> Page? {
    let known = state.withLock { state in
      state.given[outline.path] ?? state.read.first { $0.path == outline.path }?.page
    }
    if let known { return known }
    guard let folder, let file = folder.files.first(where: { $0.path == outline.path }) else {
      return nil
    }
    var reader = VaultReader(folder: folder, options: options)
    guard let page = reader.page(file) else { return nil }
    state.withLock { state in
      if state.read.count >= Self.most { state.read.removeFirst() }
      state.read.append((outline.path, page))
    }
    return page
  }
}
