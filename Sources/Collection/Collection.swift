import GRDB
import Study

/// The SQLite file with the memory states, the review log, the positions on open questions and the
/// cards as they were last read.
///
/// To be used from one thread. Other programs may have the same file open: each waits for the
/// other's transactions, and `hasChangedElsewhere` says when to read again. Whatever a method has
/// written is on disk when it returns.
public final class Collection {
  /// The path of the SQLite file.
  public let file: String
  /// What opening it came to, to be told to the user.
  public private(set) var opening: Opening

  var queue: DatabaseQueue
  let mark: OpenMark
  let files: CollectionFiles
  /// The log's rows that were added through this object and still stand, oldest first: what `undo`
  /// may take back.
  var ownReviews: [Int64] = []
  /// Whether there may be something in the log that is not in the main file.
  private var needsSettling: Bool
  private var dataVersion: Int64 = 0
  private var isClosed = false

  /// Opens the collection, or begins one. A damaged file is put aside and restored from the newest
  /// good backup and from what can still be read; `opening` says so.
  /// - Parameters:
  ///   - vault: the path of the vault it belongs to, remembered so that a moved vault can be found.
  ///   - now: names what is put aside.
  /// - Throws: whatever keeps the file from being read or written; nothing is lost by trying again.
  public init(
    at file: String, vault: String? = nil, now: Instant
  ) throws(CollectionError) {
    self.file = file
    files = CollectionFiles(main: file)
    let opened = try Opener(files: files, now: now).open()
    queue = opened.queue
    mark = opened.mark
    opening = opened.opening
    needsSettling = opened.foundLog
    _ = try hasChangedElsewhere()
    if let vault { try remember(vault: vault) }
  }

  /// A second connection to a collection that this program has open, for work on another thread. It
  /// sees and does what another program would, but the first one answers for the file: it must stay
  /// open as long.
  /// - Parameter file: the path of the SQLite file.
  public init(besideOpen file: String) throws(CollectionError) {
    self.file = file
    files = CollectionFiles(main: file)
    mark = OpenMark(companionAt: files.mark)
    queue = try Connection.open(file)
    opening = .existing
    needsSettling = false
    _ = try hasChangedElsewhere()
  }

  deinit { closeQuietly() }

  /// Whether another program has written since this was last asked, or since opening.
  public func hasChangedElsewhere() throws(CollectionError) -> Bool {
    let version = try read { db in try db.first("PRAGMA data_version") { $0.integer(0) } ?? 0 }
    defer { dataVersion = version }
    return version != dataVersion
  }

  /// Moves what was written into the main file. To be called when the user rests, such as on a
  /// summary: it takes some milliseconds. Losing power before it loses nothing.
  public func tidy() throws(CollectionError) {
    try access { db in try db.run("PRAGMA wal_checkpoint(PASSIVE)") }
  }

  /// Ends the use of the collection: leaves everything in the main file, and makes the day's backup
  /// if one is due and nobody else has the collection open; then it is left to whoever closes last.
  /// No other method may be called afterwards.
  public func close(now: Instant) throws(CollectionError) {
    guard !isClosed else { return }
    defer { closeQuietly() }
    if needsSettling, mark.takeAlone() { try backUpIfDue(now: now) }
  }

  /// Puts a damaged file aside and goes on with the newest good backup, as at opening. For when a
  /// method has thrown `.damaged`.
  /// - Returns: what came of it, which is also the new `opening`.
  @discardableResult
  public func recover(now: Instant) throws(CollectionError) -> Opening {
    try exchangeFile(else: .damagedWhileOpen(path: file)) { () throws(CollectionError) in
      try Opener(files: files, now: now).recover()
    }
  }

  // MARK: Inside

  /// Runs `body` in one transaction, which is on disk at return or has not happened.
  func write<Value>(_ body: (Database) throws -> Value) throws(CollectionError) -> Value {
    do {
      let value = try queue.write(body)
      needsSettling = true
      return value
    } catch {
      throw noticed(error)
    }
  }

  /// Runs `body` in one transaction, so that all it reads is of one moment.
  func read<Value>(_ body: (Database) throws -> Value) throws(CollectionError) -> Value {
    do {
      return try queue.unsafeRead { db in
        try db.beginTransaction(.deferred)
        let result = Result { try body(db) }
        // Nothing was written: it ends in the same way whatever came of it.
        if db.isInsideTransaction { try db.commit() }
        return try result.get()
      }
    } catch {
      throw noticed(error)
    }
  }

  /// Runs `body` without a transaction.
  func access<Value>(_ body: (Database) throws -> Value) throws(CollectionError) -> Value {
    do { return try queue.writeWithoutTransaction(body) } catch { throw noticed(error) }
  }

  /// Closes the file, lets `body` put another in its place, and goes on with that.
  /// - Throws: `inUse` when another program has the file open.
  @discardableResult
  func exchangeFile(
    else inUse: CollectionError,
    _ body: () throws(CollectionError) -> (DatabaseQueue, Opening)
  ) throws(CollectionError) -> Opening {
    guard mark.takeAlone() else { throw inUse }
    defer { mark.share() }
    do { try queue.close() } catch { throw CollectionError(error, path: file) }
    do throws(CollectionError) {
      (queue, opening) = try body()
    } catch {
      // Go on with what is there; if it was put aside already, no method will work.
      if FileSystem.kind(of: file) == .file { queue = try Connection.open(file) }
      throw error
    }
    ownReviews = []
    needsSettling = true
    mark.leave(as: .open)
    _ = try hasChangedElsewhere()
    return opening
  }

  /// Notes down signs of damage, so that the next opening looks at the whole file.
  func noticed(_ error: any Error) -> CollectionError {
    let error = CollectionError(error, path: file)
    if case .damaged = error { mark.leave(as: .suspect) }
    return error
  }

  private func closeQuietly() {
    guard !isClosed else { return }
    isClosed = true
    // Everything is on disk already; what follows only makes the next opening quicker.
    let alone = mark.takeAlone()
    do {
      let settled = try alone && needsSettling && settle()
      try queue.close()
      if settled { WriteAheadLog(path: files.writeAheadLog).wipe() }
      if alone, mark.left == .open { mark.leave(as: .closed) }
    } catch {
      // The next opening reads the log, and looks at the whole file.
    }
    mark.release()
  }

  /// Moves everything into the main file.
  /// - Returns: whether the log is of no more use to anybody.
  private func settle() throws -> Bool {
    // So much of the log is kept for the next session to write over.
    let most: Int64 = 16 << 20
    let isLarge = FileSystem.size(of: files.writeAheadLog) ?? 0 > most
    return try queue.writeWithoutTransaction { db in
      try db.run("DELETE FROM undo WHERE review_id <= (SELECT max(id) - 1000 FROM review)")
      let busy = try db.first("PRAGMA wal_checkpoint(\(isLarge ? "TRUNCATE" : "RESTART"))") {
        $0.integer(0)
      }
      return busy == 0
    }
  }

  private func remember(vault: String) throws(CollectionError) {
    let path = FileSystem.realPath(of: vault) ?? vault
    let known = try read { db in
      try db.first("SELECT value FROM meta WHERE key = 'vault'") { $0.text(0) }
    }
    guard known != path else { return }
    try write { db in
      try db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('vault', ?)") { $0.bind(path) }
    }
  }
}
