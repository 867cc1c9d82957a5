import GRDB
import GRDBSQLite

/// How collections are connected to: the one place of SQLite's settings.
enum Connection {
  /// Opens a file, makes it one if there is none, and brings it to the present schema.
  static func open(_ path: String) throws(CollectionError) -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.writeWithoutTransaction { db in
        try checkOwner(db, path: path)
        // With the log kept between checkpoints, an answer overwrites blocks that the file has
        // already, and the disk has no new ones to account for: a third less to wait.
        var keep: Int32 = 1
        sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keep)
        try db.run("PRAGMA journal_mode = WAL")
        try db.run("PRAGMA synchronous = FULL")
        try db.run("PRAGMA cache_size = -8000")
        // A checkpoint costs milliseconds: it is made at rest and at closing, not between two
        // cards; this one only bounds the log of a very long session.
        try db.run("PRAGMA wal_autocheckpoint = 8000")
        // Kept zeroes of what undo removes would only be written again.
        try db.run("PRAGMA secure_delete = OFF")
      }
      if try queue.unsafeRead(userVersion) < Schema.version { try Schema.migrator.migrate(queue) }
      return queue
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  /// Opens a file that is only looked at, such as a backup.
  static func openForReading(_ path: String) throws(CollectionError) -> DatabaseQueue {
    guard FileSystem.kind(of: path) != nil else { throw .missing(path: path) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
      try queue.unsafeRead { try checkOwner($0, path: path) }
      return queue
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  /// Opens a file that nobody else knows, without a write-ahead log, so that it is whole by itself
  /// once it is closed.
  static func openApart(_ path: String) throws(CollectionError) -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.writeWithoutTransaction { db in
        try checkOwner(db, path: path)
        try db.run("PRAGMA journal_mode = DELETE")
      }
      try Schema.migrator.migrate(queue)
      return queue
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  /// Opens a file whatever it holds, to read what can be read.
  static func openForSalvage(_ path: String) throws -> DatabaseQueue {
    try DatabaseQueue(path: path, configuration: configuration())
  }

  /// The vault that a collection was made for; empty when nobody said.
  static func vault(of path: String) throws(CollectionError) -> String {
    let queue = try openForReading(path)
    do {
      return try queue.unsafeRead { db in
        try db.first("SELECT value FROM meta WHERE key = 'vault'") { $0.text(0) } ?? ""
      }
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  /// Reads the whole file and holds it against itself.
  static func checkWhole(_ queue: DatabaseQueue, path: String) throws(CollectionError) {
    do {
      try queue.unsafeRead { db in
        let complaint = try db.first("PRAGMA quick_check(1)") { $0.text(0) }
        guard complaint == "ok" else {
          throw CollectionError.damaged(path: path, reason: complaint ?? "the check said nothing")
        }
      }
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  /// Whether there is more than an empty file.
  static func hasSchema(_ queue: DatabaseQueue, path: String) throws(CollectionError) -> Bool {
    do {
      return try queue.unsafeRead(userVersion) > 0
    } catch {
      throw CollectionError(error, path: path)
    }
  }

  static func userVersion(_ db: Database) throws -> Int {
    try db.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }

  private static func configuration(readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.label = "Collection"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.readonly = readonly
    return configuration
  }

  /// Refuses the databases of other programs and of later versions of this one.
  private static func checkOwner(_ db: Database, path: String) throws {
    let owner = try db.first("PRAGMA application_id") { $0.int(0) } ?? 0
    // Where there was no room for more than the list of migrations, there is nothing of anybody yet.
    let isEmpty =
      try db.first(
        "SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations' LIMIT 1"
      ) { _ in true } == nil
    guard owner == Schema.applicationID || (owner == 0 && isEmpty) else {
      throw CollectionError.foreign(path: path)
    }
    let version = try userVersion(db)
    guard version <= Schema.version else {
      throw CollectionError.newer(path: path, version: version)
    }
  }
}
