import GRDB
import Study

extension Collection {
  /// Writes a consistent copy of the whole collection; others may go on using it meanwhile. The
  /// copy takes its name when it is complete and on disk.
  /// - Throws: `.alreadyExists` when there is something at `path`.
  public func backUp(to path: String) throws(CollectionError) {
    guard FileSystem.kind(of: path) == nil else { throw .alreadyExists(path: path) }
    let folder = FileSystem.folder(of: path)
    guard FileSystem.kind(of: folder) == .folder else { throw .noFolder(path: folder) }
    let partial = path + "-partial"
    try FileSystem.remove(partial)
    do {
      // Unlike a copy of the pages this reads every row, so that a damaged collection fails here
      // and no good backup is ever followed by a bad one.
      try queue.vacuum(into: partial)
    } catch {
      try FileSystem.remove(partial)
      let known = CollectionError(error, path: path)
      if case .noPermission = known { throw .notWritable(path: path) }
      guard case .damaged(_, let reason) = known else { throw known }
      throw noticed(CollectionError.damaged(path: file, reason: reason))
    }
    try FileSystem.synchronize(partial)
    try FileSystem.move(partial, to: path)
  }

  /// Makes an automatic backup if there is none of today (in UTC) and something was answered since
  /// the last one, and removes those that have become too many.
  /// - Returns: the new backup; nil when none was due.
  @discardableResult
  public func backUpIfDue(now: Instant) throws(CollectionError) -> String? {
    let folder = BackupFolder(files: files)
    let newest = try folder.entries().first
    guard newest?.time.date != CivilTime(now).date, try hasNews() else { return nil }
    let path = folder.path(at: now)
    try FileSystem.makeFolder(folder.path)
    try backUp(to: path)
    try access { db in
      let newest = try db.newestReview().map(String.init)
      try db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('backed_up', ?)") {
        $0.bind(newest ?? "")
      }
    }
    try folder.prune()
    return path
  }

  /// The automatic backups, newest first.
  public func backups() throws(CollectionError) -> [Backup] {
    try BackupFolder(files: files).entries().map { entry in
      let days = Int64(entry.time.date.daysSince1970)
      return Backup(
        path: entry.path,
        time: Instant(milliseconds: (days * 86_400 + Int64(entry.time.seconds)) * 1000),
        size: FileSystem.size(of: entry.path) ?? 0)
    }
  }

  /// Puts a backup in the place of the collection, which is kept beside it. The backup is checked
  /// whole before anything is touched, and is itself left as it is.
  /// - Returns: where the collection that was replaced is kept.
  /// - Throws: `.inUse` while another program has the collection open.
  @discardableResult
  public func restore(from path: String, now: Instant) throws(CollectionError) -> String {
    guard FileSystem.kind(of: path) != nil else { throw .missing(path: path) }
    try BackupFolder.check(path)
    try FileSystem.remove(files.partial)
    do {
      // With what may still be in a log beside it.
      try Connection.openForReading(path).vacuum(into: files.partial)
    } catch {
      throw CollectionError(error, path: path)
    }
    try FileSystem.synchronize(files.partial)
    var kept = file
    try exchangeFile(else: .inUse(path: file)) { () throws(CollectionError) in
      kept = try files.putAside(as: "replaced", at: now)
      try FileSystem.replace(file, by: files.partial)
      return (try Connection.open(file), .existing)
    }
    return kept
  }

  private func hasNews() throws(CollectionError) -> Bool {
    try read { db in
      guard let newest = try db.newestReview() else { return false }
      let backedUp = try db.first("SELECT value FROM meta WHERE key = 'backed_up'") { $0.text(0) }
      return backedUp != String(newest)
    }
  }
}

extension Database {
  /// The number of the log's last row.
  func newestReview() throws -> Int64? {
    try first("SELECT max(id) FROM review") { $0.integerIfAny(0) } ?? nil
  }
}
