import GRDB
import Study

/// The index of a vault for the search: a file of its own beside the collection, which can be made
/// anew at any time and is no part of any backup. Missing, damaged, of another format or made under
/// other settings, it is begun anew, and then knows nothing until `update` has told it. Where no
/// file can be had, it stays in memory.
///
/// To be used from one thread; several objects, of this program and of others, may have the same
/// file open. What one of them writes the others find at their next search.
public final class SearchIndex {
  /// The path of the file.
  public let file: String
  /// Whether it is kept in memory alone, because the file cannot be used.
  public private(set) var isInMemory = false

  /// How often it had to begin anew while it was open; what was taken in before is gone each time.
  public private(set) var beginnings = 0

  private let basis: String
  private var isSettling = false
  private var queue: DatabaseQueue
  private var identity: FileSystem.Identity?

  /// - Parameters:
  ///   - file: see `Collection.searchFile`.
  ///   - basis: what besides the files decides what is read from them, such as the version of the
  ///     program and its settings; an index made with another one is begun anew.
  /// - Throws: only when not even memory can be had.
  public init(at file: String, basis: String = "") throws(CollectionError) {
    self.file = file
    self.basis = basis
    let opened = try Self.open(file, basis: basis)
    queue = opened.queue
    isInMemory = opened.isInMemory
    identity = FileSystem.identity(of: file)
  }

  deinit {
    closeQueue()
  }

  /// What was taken in: for each file of the vault, how it was when it was read.
  public func stamps() throws(CollectionError) -> [String: FileStamp] {
    try use { db in
      var stamps: [String: FileStamp] = [:]
      try db.each("SELECT file, size, modified_ns, inode FROM page") { row in
        stamps[row.text(0)] = FileStamp(
          size: row.integer(1), modified: row.integer(2),
          inode: UInt64(bitPattern: row.integer(3)))
      }
      return stamps
    } ?? [:]
  }

  /// Whether it knows no page: it was just begun, or begun anew.
  public func holdsNothing() throws(CollectionError) -> Bool {
    try use { db in try db.first("SELECT 1 FROM page LIMIT 1") { _ in false } ?? true } ?? true
  }

  /// Takes pages in, instead of what was known of their files, and forgets others; in one
  /// transaction.
  /// - Parameters:
  ///   - changed: the pages, each with how its file was when it was read.
  ///   - removed: files, by their path in the vault.
  public func update(
    changed: [(document: SearchDocument, stamp: FileStamp)], removed: [String] = []
  ) throws(CollectionError) {
    guard !changed.isEmpty || !removed.isEmpty else { return }
    // Having just begun anew, it still takes the pages in.
    for _ in 0..<2 {
      let done: Bool? = try use { db in
        try db.inTransaction(.immediate) {
          var writer = SearchWriter(db: db)
          for file in removed { try writer.remove(file) }
          for (document, stamp) in changed { try writer.add(document, stamp: stamp) }
          try writer.finish()
          return .commit
        }
        return true
      }
      if done == true { return }
    }
  }

  /// Puts some of the index in the order in which it is searched fastest: about a tenth of a second's
  /// work. Worth its time, about a second for 5 MB, after most of a vault was taken in.
  /// - Returns: whether there is more to do.
  public func settle() throws(CollectionError) -> Bool {
    try use { db in
      let before = db.totalChangesCount
      // FTS5: a negative number of pages begins, and fewer than two rows change when all is merged.
      try db.run("INSERT INTO words (words, rank) VALUES ('merge', \(isSettling ? 400 : -400))")
      isSettling = db.totalChangesCount - before > 1
      if isSettling { return true }
      try db.run("PRAGMA wal_checkpoint(PASSIVE)")
      return false
    } ?? false
  }

  /// Finds what was typed; anything may be typed.
  /// - Parameter limit: so many hits at most.
  public func search(
    _ typed: String, scope: SearchScope = SearchScope(), limit: Int = 100
  ) throws(CollectionError) -> SearchResults {
    try search(SearchQuery(typed), scope: scope, limit: limit)
  }

  public func search(
    _ query: SearchQuery, scope: SearchScope = SearchScope(), limit: Int = 100
  ) throws(CollectionError) -> SearchResults {
    let empty = SearchResults(query: query, scope: scope)
    guard !query.isEmpty, limit > 0 else { return empty }
    return try use { db in
      var results = empty
      try db.inTransaction(.deferred) {
        var search = try SearchRun(query, scope: scope, limit: limit, in: db)
        (results.hits, results.isCut) = try search.run()
        return .commit
      }
      return results
    } ?? empty
  }

  /// The pages that have all that is wanted, wherever on them, by path, each with the number of passages
  /// that have the rarest of it. What is to be left out is not looked at.
  public func pages(
    with query: SearchQuery
  ) throws(CollectionError) -> [(page: String, passages: Int)] {
    guard !query.isEmpty else { return [] }
    return try use { db in
      var found: [(page: String, passages: Int)] = []
      try db.inTransaction(.deferred) {
        found = try SearchPages.find(query, in: db)
        return .commit
      }
      return found
    } ?? []
  }

  // MARK: The file

  /// Runs `body`. When the file turns out damaged it is begun anew, and the result is nil.
  private func use<Value>(_ body: (Database) throws -> Value) throws(CollectionError) -> Value? {
    if !isInMemory, FileSystem.identity(of: file) != identity { try reopen() }
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      switch CollectionError(error, path: file) {
      case .damaged:
        Self.remove(file)
        try reopen()
        return nil
      case .diskFull, .readOnly, .noPermission:
        guard !isInMemory else { throw CollectionError(error, path: file) }
        try reopen(inMemory: true)
        return nil
      case let other: throw other
      }
    }
  }

  /// The file is of no use any more: taken away, exchanged, damaged, or without room to grow.
  private func reopen(inMemory: Bool = false) throws(CollectionError) {
    closeQueue()
    beginnings += 1
    let opened = try Self.open(inMemory ? nil : file, basis: basis)
    queue = opened.queue
    isInMemory = opened.isInMemory
    identity = FileSystem.identity(of: file)
  }

  private static func open(
    _ file: String?, basis: String
  ) throws(CollectionError) -> (queue: DatabaseQueue, isInMemory: Bool) {
    for _ in 0..<2 {
      guard let file else { break }
      do throws(CollectionError) {
        try FileSystem.makeFolder(FileSystem.folder(of: file))
        if let queue = try SearchSchema.open(file, basis: basis) { return (queue, false) }
        remove(file)
      } catch {
        guard case .damaged = error else { break }
        remove(file)
      }
    }
    guard let queue = try SearchSchema.open(nil, basis: basis) else {
      throw .failed(path: file ?? "memory", reason: "SQLite gives no memory")
    }
    return (queue, true)
  }

  /// The log goes first: SQLite must never find it beside another file.
  private static func remove(_ file: String) {
    guard FileSystem.kind(of: file) != .folder else { return }
    do {
      for suffix in ["-wal", "-shm", "-journal", ""] { try FileSystem.remove(file + suffix) }
    } catch {
      // What cannot be removed cannot be used either: the index stays in memory.
    }
  }

  private func closeQueue() {
    do { try queue.close() } catch {
      // Nothing is lost: the next one to open the file sees to what was left.
    }
  }
}

extension Collection {
  /// The file of the search index that belongs to a collection: `NAME.search` beside `NAME.sqlite`.
  public static func searchFile(besideCollection file: String) -> String {
    CollectionFiles(main: file).search
  }
}
