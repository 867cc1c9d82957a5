import GRDB
import Notes

/// What tells that a file has not changed since it was last read.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  public var size: Int64
  /// Nanoseconds since 1970.
  public var modified: Int64
  public var inode: UInt64

  public init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }

  public init(_ file: VaultFile) {
    self.init(size: Int64(file.size), modified: file.modified, inode: file.inode)
  }
}

/// What is kept of a file of the vault, so that it need not be read again.
public struct KnownFile: Sendable, Hashable {
  /// The path in the vault with the extension.
  public var file: String
  public var stamp: FileStamp
  /// Nil when the file gave no page.
  public var page: PageOutline?
  /// What the page's links came to, as a number: its cards are made again when that changes.
  public var resolution: UInt64
  /// What is wrong with the file, on the page and with its cards; links are not among it.
  public var problems: [Problem]

  public init(
    file: String, stamp: FileStamp, page: PageOutline?, resolution: UInt64 = 0,
    problems: [Problem] = []
  ) {
    self.file = file
    self.stamp = stamp
    self.page = page
    self.resolution = resolution
    self.problems = problems
  }
}

extension Collection {
  /// Tells the state of all files at the last reading from any other; nil before the first.
  public func readingFingerprint() throws(CollectionError) -> String? {
    try read { db in try db.first("SELECT value FROM meta WHERE key = 'reading'") { $0.text(0) } }
  }

  /// How many readings were stored so far: tells whether there was one in between.
  public func readingCount() throws(CollectionError) -> Int {
    try read { db in try db.readingCount() }
  }

  /// The pages of the last reading, in the order of their files.
  public func outlines() throws(CollectionError) -> [PageOutline] {
    try read { db in
      var outlines: [PageOutline] = []
      try db.each("SELECT \(KnownFile.columns) FROM file WHERE path IS NOT NULL ORDER BY file") {
        if let page = KnownFile(outline: $0).page { outlines.append(page) }
      }
      return outlines
    }
  }

  /// What was kept of every file at the last reading, in their order.
  public func knownFiles() throws(CollectionError) -> [KnownFile] {
    try read { db in
      var files: [KnownFile] = []
      try db.each("SELECT \(KnownFile.columns), problems FROM file ORDER BY file") { row in
        var file = KnownFile(outline: row)
        file.problems = ProblemLines.problems(row.text(KnownFile.columnCount), file: file.file)
        files.append(file)
      }
      return files
    }
  }

  /// The problems of the last reading, file by file; links that lead nowhere are not among them.
  public func noteProblems() throws(CollectionError) -> [Problem] {
    try read { db in
      var problems: [Problem] = []
      try db.each("SELECT file, problems FROM file WHERE problems <> '' ORDER BY file") {
        problems += ProblemLines.problems($0.text(1), file: $0.text(0))
      }
      return problems
    }
  }
}

extension KnownFile {
  static let columns =
    "file, size, modified_ns, inode, path, title, aliases, resolution, summary, links"
  static let columnCount: Int32 = 10

  /// Everything but the problems.
  init(outline row: Columns) {
    let file = row.text(0)
    let page = row.textIfAny(4).map { path in
      PageOutline(
        path: path, file: file, title: row.text(5), summary: row.text(8),
        aliases: row.text(6).split(separator: "\n").map(String.init),
        links: PackedLinks(text: row.text(9)))
    }
    self.init(
      file: file,
      stamp: FileStamp(
        size: row.integer(1), modified: row.integer(2), inode: UInt64(bitPattern: row.integer(3))),
      page: page, resolution: UInt64(bitPattern: row.integer(7)))
  }
}

extension Database {
  func keep(_ known: KnownFile) throws {
    try run(
      """
      INSERT OR REPLACE INTO file (\(KnownFile.columns), problems)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(known.file)
      $0.bind(known.stamp.size)
      $0.bind(known.stamp.modified)
      $0.bind(Int64(bitPattern: known.stamp.inode))
      $0.bind(known.page?.path)
      $0.bind(known.page?.title ?? "")
      $0.bind(known.page?.aliases.joined(separator: "\n") ?? "")
      $0.bind(Int64(bitPattern: known.resolution))
      $0.bind(known.page?.summary ?? "")
      $0.bind(known.page?.links.text ?? "")
      $0.bind(ProblemLines.text(known.problems))
    }
  }

  func forget(file: String) throws {
    try run("DELETE FROM file WHERE file = ?") { $0.bind(file) }
  }

  func readingCount() throws -> Int {
    try first("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'readings'") { $0.int(0) } ?? 0
  }

  func count(reading number: Int) throws {
    try run("INSERT OR REPLACE INTO meta (key, value) VALUES ('readings', ?)") {
      $0.bind(String(number))
    }
  }

  func keep(fingerprint: String) throws {
    try run("INSERT OR REPLACE INTO meta (key, value) VALUES ('reading', ?)") {
      $0.bind(fingerprint)
    }
  }

  /// Makes the next reading one of all files: what is kept of them may not fit the cards any more.
  func forgetFiles() throws {
    try run("DELETE FROM file")
    try run("DELETE FROM meta WHERE key = 'reading'")
  }
}

/// Problems as they are stored: one in a line, its parts set apart by tabs.
private enum ProblemLines {
  static func text(_ problems: [Problem]) -> String {
    problems.map { problem in
      let parts = [
        String(problem.line), String(problem.column), problem.severity.rawValue, problem.message,
        problem.remedy,
      ]
      return parts.map(clean).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  static func problems(_ text: String, file: String) -> [Problem] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5, let line = Int(parts[0]), let column = Int(parts[1]),
        let severity = Problem.Severity(rawValue: parts[2])
      else { return nil }
      return Problem(
        file: file, line: line, column: column, severity: severity, message: parts[3],
        remedy: parts[4])
    }
  }

  private static func clean(_ part: String) -> String {
    part.contains { $0 == "\t" || $0.isNewline }
      ? String(part.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : part
  }
}
