import Cards
import Collection
import Notes
import Study

/// The search over the desk's vault: an index that is brought up to date before it is asked.
final class Searcher {
  private let desk: Desk
  private var index: SearchIndex?
  /// Which reading of the notes was taken in, and in which beginning of the index.
  private var takenIn: (reading: Int, beginning: Int)?

  init(_ desk: Desk) { self.desk = desk }

  /// How many pages are taken in at once: others can search, and progress shows, in between.
  private static let share = 50

  /// Takes in what changed in the vault since the index was last told.
  /// - Parameter progress: is told how many pages are done, of how many, when there are many.
  func bringUpToDate(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) throws {
    let index = try opened()
    // What was taken in before it had to begin anew is taken in again, but not for ever.
    for _ in 0..<3 {
      let beginning = index.beginnings
      try takeIn(index, progress: progress)
      takenIn = (desk.readings, beginning)
      if index.beginnings == beginning { return }
    }
  }

  private func takeIn(_ index: SearchIndex, progress: (_ done: Int, _ all: Int) -> Void) throws {
    let known = try index.stamps()
    let files = try desk.collection.knownFiles().filter { $0.page != nil }
    let pages = files.filter { known[$0.file] != $0.stamp }
    let there = Set(files.map(\.file))
    let removed = known.keys.filter { !there.contains($0) }.sorted()
    guard !pages.isEmpty || !removed.isEmpty else { return }
    do {
      try index.update(changed: [], removed: removed)
      for start in stride(from: 0, to: pages.count, by: Self.share) {
        if pages.count > Self.share { progress(start, pages.count) }
        let share = pages[start..<min(pages.count, start + Self.share)]
        try index.update(changed: documents(share))
      }
      if pages.count > files.count / 2, pages.count > Self.share { try index.settle() }
    } catch {
      // Another window is taking the same pages in; what it has done so far is searched.
      guard case CollectionError.busy = error else { throw error }
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

  /// - Parameter near: the path of a page whose hits come first.
  func search(
    _ typed: String, kind: SearchKind? = nil, near: String? = nil, limit: Int = 100
  ) throws -> SearchResults {
    var results = try search(typed, SearchScope(kind: kind), limit: limit)
    guard let near else { return results }
    let here = try search(typed, SearchScope(kind: kind, page: near), limit: limit)
    results.hits = Array(
      (here.hits + results.hits.filter { $0.page != near }).prefix(limit))
    results.isCut = results.isCut || here.isCut
    return results
  }

  func search(_ typed: String, _ scope: SearchScope, limit: Int) throws -> SearchResults {
    let index = try opened()
    // The notes may have been edited and read again since.
    if takenIn?.reading != desk.readings { try bringUpToDate() }
    let results = try index.search(typed, scope: scope, limit: limit)
    guard index.beginnings != takenIn?.beginning else { return results }
    try bringUpToDate()
    return try index.search(typed, scope: scope, limit: limit)
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
