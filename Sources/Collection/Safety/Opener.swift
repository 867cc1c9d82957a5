import GRDB
import Study

/// Opens a collection file, and does what there is to do when it is damaged.
struct Opener {
  let files: CollectionFiles
  let now: Instant

  struct Opened {
    var queue: DatabaseQueue
    var mark: OpenMark
    var opening: Opening
    /// Whether the write-ahead log held anything.
    var foundLog: Bool
  }

  /// In bytes. SQLite takes anything shorter for an empty file and writes over it.
  private static let smallestDatabase: Int64 = 512

  func open() throws(CollectionError) -> Opened {
    try FileSystem.makeFolder(files.folder)
    guard FileSystem.kind(of: files.main) != .folder else { throw .isFolder(path: files.main) }
    let mark = try OpenMark(path: files.mark, of: files.main)
    let alone = mark.takeAlone()
    defer { mark.share() }
    let foundLog = WriteAheadLog(path: files.writeAheadLog).holdsAnything
    let (queue, opening) =
      try alone ? openAlone(left: mark.left, hasLog: foundLog) : openBesideOthers()
    if alone { mark.leave(as: .open) }
    return Opened(queue: queue, mark: mark, opening: opening, foundLog: foundLog)
  }

  /// Builds a new file out of the newest good backup, if any, and of whatever the damaged file
  /// still gives; then puts the damaged one aside and the new one in its place. Nobody may have the
  /// file open. Until the very last step everything is where it was.
  func recover() throws(CollectionError) -> (DatabaseQueue, Opening) {
    let backup = try BackupFolder(files: files).newestGood()
    try FileSystem.remove(files.partial)
    if let backup { try FileSystem.copy(backup, to: files.partial) }
    let partial = try Connection.openApart(files.partial)
    let salvaged = try Salvage(damaged: files.main, scratch: files.scratch).merge(into: partial)
    do { try partial.close() } catch { throw CollectionError(error, path: files.partial) }
    let kept = try files.putAside(as: "damaged", at: now)
    try FileSystem.move(files.partial, to: files.main)
    let queue = try Connection.open(files.main)
    if let backup {
      return (queue, .restored(from: backup, keptAs: kept, salvagedReviews: salvaged))
    }
    return (queue, .begunAnew(keptAs: kept, salvagedReviews: salvaged))
  }

  private func openAlone(
    left: OpenMark.Left?, hasLog: Bool
  ) throws(CollectionError) -> (DatabaseQueue, Opening) {
    let size = FileSystem.size(of: files.main)
    let backup = size ?? 0 == 0 ? try BackupFolder(files: files).newest() : nil
    if size ?? 0 == 0, hasLog || (size == 0 && backup != nil) {
      // SQLite would throw away a log without its database; and a collection once backed up is
      // never empty by itself.
      return try recover()
    }
    do throws(CollectionError) {
      if let size, size > 0, size < Self.smallestDatabase {
        throw CollectionError.damaged(path: files.main, reason: "it is too short")
      }
      let queue = try Connection.open(files.main)
      if size ?? 0 > 0, left == .suspect || left == .open || (left == nil && hasLog) {
        try Connection.checkWhole(queue, path: files.main)
      }
      if size ?? 0 > 0 { return (queue, .existing) }
      return (queue, backup.map { .freshBesideBackup($0) } ?? .fresh)
    } catch {
      guard case .damaged = error else { throw error }
      return try recover()
    }
  }

  private func openBesideOthers() throws(CollectionError) -> (DatabaseQueue, Opening) {
    do throws(CollectionError) {
      return (try Connection.open(files.main), .existing)
    } catch {
      guard case .damaged = error else { throw error }
      throw .damagedWhileOpen(path: files.main)
    }
  }
}
