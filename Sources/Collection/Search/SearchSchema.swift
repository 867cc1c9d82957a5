import GRDB
import Study

/// The tables of the search index.
///
/// | table | a row is |
/// | --- | --- |
/// | `page` | a file of the vault: its path, title and stamp |
/// | `passage` | something that can be found: a title, heading, fact, card, paragraph |
/// | `words` | the words of a passage (FTS5, without the text) |
/// | `word` | a word, and in how many passages it is |
///
/// The id of a passage says what matters most for its rank: its form, then how long it is, then a
/// number. FTS5 gives its rows in the order of their ids, so the first of each form are the
/// shortest, which a word says most about, and a search for one letter need not look at all rows.
enum SearchSchema {
  /// `THSI`.
  static let applicationID = 0x5448_5349
  /// To be raised whenever tables, `SearchWords` or `SearchDocument` change.
  static let version = 1

  /// Stands between words that are not next to each other in the text.
  static let gap = "\u{E000}"
  /// Before the number of the page: a word of every passage, which no text can have.
  static let pageMark = "\u{E001}"

  /// Opens a file, or memory, and makes its tables.
  /// - Returns: nil when the file is of another format, or made under other settings.
  static func open(_ path: String?, basis: String) throws(CollectionError) -> DatabaseQueue? {
    do {
      var configuration = Configuration()
      configuration.label = "Search"
      configuration.busyMode = .timeout(3)
      let queue =
        try path.map { try DatabaseQueue(path: $0, configuration: configuration) }
        ?? DatabaseQueue(named: nil, configuration: configuration)
      let isOurs = try queue.writeWithoutTransaction { db in
        try db.run("PRAGMA journal_mode = WAL")
        // All of it can be made anew: a power cut may cost the last pages, not the file's order.
        try db.run("PRAGMA synchronous = NORMAL")
        try db.run("PRAGMA cache_size = -8000")
        try db.run("PRAGMA temp_store = MEMORY")
        if try isReady(db, basis: basis) { return true }
        let isEmpty = try db.first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in false } ?? true
        // Another program may just be making it.
        guard isEmpty else { return try isReady(db, basis: basis) }
        try make(db, basis: basis)
        return true
      }
      if !isOurs { try queue.close() }
      return isOurs ? queue : nil
    } catch {
      throw CollectionError(error, path: path ?? "memory")
    }
  }

  private static func isReady(_ db: Database, basis: String) throws -> Bool {
    let owner = try db.first("PRAGMA application_id") { $0.int(0) }
    let format = try db.first("PRAGMA user_version") { $0.int(0) }
    guard owner == applicationID, format == version else { return false }
    return try db.first("SELECT value FROM meta WHERE key = 'basis'") { $0.text(0) } == basis
  }

  private static func make(_ db: Database, basis: String) throws {
    try db.inTransaction(.immediate) {
      if try isReady(db, basis: basis) { return .rollback }
      for statement in statements { try db.execute(sql: statement) }
      try db.run("INSERT INTO meta (key, value) VALUES ('basis', ?)") { $0.bind(basis) }
      // Fewer and larger pieces to merge while a vault is taken in.
      try db.run("INSERT INTO words (words, rank) VALUES ('hashsize', 8388608)")
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// The signs of ASCII that `SearchWords` gives as words.
  private static let signs = String(
    (UInt8(0x21)...0x7E).map { Character(Unicode.Scalar($0)) }
      .filter { !$0.isLetter && !$0.isNumber && !"\"'`".contains($0) })

  private static let statements = [
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE page (
      number INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
      title TEXT NOT NULL, size INTEGER NOT NULL, modified_ns INTEGER NOT NULL,
      inode INTEGER NOT NULL)
    """,
    """
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY, page INTEGER NOT NULL, line INTEGER NOT NULL,
      section TEXT NOT NULL, text TEXT NOT NULL, more TEXT NOT NULL, card TEXT NOT NULL)
    """,
    "CREATE INDEX passage_page ON passage (page)",
    "CREATE TABLE word (text TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE VIRTUAL TABLE words USING fts5(
      text, content='', columnsize=0, prefix='1 2 3 4', tokenize="ascii tokenchars '\(signs)'")
    """,
  ]
}

/// The number of a passage: what it is, how long, and a running number.
enum PassageID {
  static func make(_ form: SearchForm, words: Int, number: Int64) -> Int64 {
    Int64(form.rawValue) << formShift | Int64(lengthClass(words)) << lengthShift | number
  }

  static func form(of id: Int64) -> SearchForm {
    SearchForm(rawValue: Int(id >> formShift)) ?? .text
  }

  /// The smallest id of a form.
  static func first(of form: SearchForm) -> Int64 { Int64(form.rawValue) << formShift }

  static func number(of id: Int64) -> Int64 { id & (1 << lengthShift - 1) }

  private static let formShift = 58
  private static let lengthShift = 52

  /// Four classes for every doubling, up to 63.
  private static func lengthClass(_ words: Int) -> Int {
    let value = max(1, words)
    let magnitude = Int.bitWidth - 1 - value.leadingZeroBitCount
    let quarter = magnitude >= 2 ? value >> (magnitude - 2) & 3 : value << (2 - magnitude) & 3
    return min(63, magnitude * 4 + quarter)
  }
}
