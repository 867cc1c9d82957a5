import Cards
import Collection
import Notes
import Study

/// The search over the desk's vault: an index that is brought up to date share by share, so that one can
/// search, and others can write, in between.
final class Searcher {
  private let desk: Desk
  private var index: SearchIndex?
  /// Which reading of the notes was looked at, and in which beginning of the index.
  private var lookedAt: (reading: Int, beginning: Int)?
  /// How often in a row it had to begin anew: not for ever.
  private var restarts = 0
  /// The pages that are still to be taken in.
  private var waiting: ArraySlice<KnownFile> = []
  /// How many pages there were to take in.
  private var all = 0
  /// Whether the index is to be put in order, most of a vault having been taken in.
  private var isUnsettled = false

  init(_ desk: Desk) { self.desk = desk }

  /// How many pages are taken in at once: about a tenth of a second.
  static let share = 25

  /// Whether there is still work to do: pages to be taken in, or to be put in order.
  var isBehind: Bool { !waiting.isEmpty || isUnsettled }

  /// How many pages are taken in, of how many that had to be.
  var progress: (done: Int, all: Int) { (all - waiting.count, all) }

  /// Takes in what changed in the vault since the index was last told.
  /// - Parameter progress: is told how many pages are done, of how many, when there are many.
  func bringUpToDate(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) throws {
    try look()
    while isBehind {
      if all > Self.share { progress(self.progress.done, self.progress.all) }
      try workOn()
    }
  }

  /// Looks for what changed in the vault, if it may have since the last look.
  func look() throws {
    let index = try opened()
    guard lookedAt?.reading != desk.readings || lookedAt?.beginning != index.beginnings else {
      return
    }
    lookedAt = (desk.readings, index.beginnings)
    let known = try index.stamps()
    let files = try desk.collection.knownFiles().filter { $0.page != nil }
    waiting = files.filter { known[$0.file] != $0.stamp }[...]
    all = waiting.count
    if all > files.count / 2, all > Self.share { isUnsettled = true }
    let there = Set(files.map(\.file))
    let removed = known.keys.filter { !there.contains($0) }.sorted()
    if !removed.isEmpty { try update(index, removed: removed) }
  }

  /// Does a tenth of a second's work: takes in some of the pages that are waiting.
  func workOn() throws {
    let index = try opened()
    guard !waiting.isEmpty else { return try settle(index) }
    let share = waiting.prefix(Self.share)
    waiting = waiting.dropFirst(share.count)
    try update(index, changed: try documents(share))
    // What was taken in before it had to begin anew is taken in again.
    if index.beginnings != lookedAt?.beginning, restarts < 3 {
      restarts += 1
      try look()
    } else if waiting.isEmpty {
      restarts = 0
    }
  }

  /// Leaves what is waiting for the next time that something has changed.
  func giveUp() {
    waiting = []
    isUnsettled = false
  }

  private func settle(_ index: SearchIndex) throws {
    do {
      isUnsettled = try index.settle()
    } catch {
      guard case CollectionError.busy = error else { throw error }
      isUnsettled = false
    }
  }

  private func update(
    _ index: SearchIndex, changed: [(document: SearchDocument, stamp: FileStamp)] = [],
    removed: [String] = []
  ) throws {
    do {
      try index.update(changed: changed, removed: removed)
    } catch {
      // Another window is taking the same pages in; what it has done so far is searched.
      guard case CollectionError.busy = error else { throw error }
      waiting = []
    }
  }

  private func documents(
    _ files: ArraySlice<KnownFile>
  ) throws -> [(document: SearchDocument, stamp: FileStamp)] {
    try files.compactMap { file in
      // A page that is gone since it was listed is taken out when that is noticed.
      guard let path = file.page?.path, let page = desk.vault.page(path) else { return nil }
      let cards = try desk.collection.studyCards(page: path).map(\.card)
      return (SearchDocument(page, cards: cards), file.stamp)
    }
  }

  /// What people see: every line of a note once, unless cards alone are looked for.
  /// - Parameter near: the path of a page whose hits come first.
  func search(
    _ typed: String, kind: SearchKind? = nil, near: String? = nil, limit: Int = 100
  ) throws -> SearchResults {
    var results = try search(typed, SearchScope(kind: kind), limit: limit)
    if let near {
      let here = try search(typed, SearchScope(kind: kind, page: near), limit: limit)
      results.hits = Array(
        (here.hits + results.hits.filter { $0.page != near }).prefix(limit))
      results.isCut = results.isCut || here.isCut
    }
    if kind == nil { results.hits = results.hits.mergingCards }
    return results
  }

  func search(_ typed: String, _ scope: SearchScope, limit: Int) throws -> SearchResults {
    let results = try opened().search(typed, scope: scope, limit: limit)
    // The notes may have been edited and read again since, and a damaged index begun anew.
    try look()
    return results
  }

  /// The pages that have all that is wanted, with the number of passages that have the rarest of it, once
  /// the index is up to date.
  func pages(with query: SearchQuery) throws -> [(page: String, passages: Int)] {
    try bringUpToDate()
    let pages = try opened().pages(with: query)
    try look()
    guard isBehind else { return pages }
    // The index was damaged, and had to begin anew.
    try bringUpToDate()
    return try opened().pages(with: query)
  }

  private func opened() throws -> SearchIndex {
    if let index { return index }
    let opened = try SearchIndex(
      at: Collection.searchFile(besideCollection: desk.collection.file),
      basis: desk.reader.settingsFingerprint)
    index = opened
    return opened
  }
}
