import GRDB
import Study

/// Changes the index, inside of a transaction.
struct SearchWriter {
  let db: Database
  /// The last running number given; nil until one was wanted.
  private var lastNumber: Int64?
  /// By how much the number of passages of a word has changed.
  private var changes: [String: Int64] = [:]

  init(db: Database) { self.db = db }

  mutating func add(_ document: SearchDocument, stamp: FileStamp) throws {
    try remove(document.file)
    try db.run(
      "INSERT INTO page (file, path, title, size, modified_ns, inode) VALUES (?, ?, ?, ?, ?, ?)"
    ) {
      $0.bind(document.file)
      $0.bind(document.path)
      $0.bind(document.title)
      $0.bind(stamp.size)
      $0.bind(stamp.modified)
      $0.bind(Int64(bitPattern: stamp.inode))
    }
    let page = db.lastInsertedRowID
    for passage in document.passages {
      let words = passage.words
      let number = try nextNumber()
      let id = PassageID.make(passage.form, words: words.words.count, number: number)
      try db.run(
        """
        INSERT INTO passage (id, page, line, section, text, more, card)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
      ) {
        $0.bind(id)
        $0.bind(page)
        $0.bind(passage.line)
        $0.bind(passage.section)
        $0.bind(passage.text)
        $0.bind(passage.more)
        $0.bind(passage.card)
      }
      try db.run("INSERT INTO words (rowid, text) VALUES (?, ?)") {
        $0.bind(id)
        $0.bind(words.indexed(page: page))
      }
      count(words, by: 1)
    }
  }

  /// What was known of a file is forgotten.
  mutating func remove(_ file: String) throws {
    guard
      let page = try db.first(
        "SELECT number FROM page WHERE file = ?", { $0.bind(file) }, { $0.integer(0) })
    else { return }
    var passages: [(id: Int64, words: SearchWords)] = []
    try db.each("SELECT id, text, more FROM passage WHERE page = ?") {
      $0.bind(page)
    } _: { row in
      let more = row.text(2)
      passages.append(
        (row.integer(0), SearchWords(more.isEmpty ? row.text(1) : row.text(1) + "\n" + more)))
    }
    for (id, words) in passages {
      // Without the text FTS5 has to be told what it was.
      try db.run("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)") {
        $0.bind(id)
        $0.bind(words.indexed(page: page))
      }
      count(words, by: -1)
    }
    try db.run("DELETE FROM passage WHERE page = ?") { $0.bind(page) }
    try db.run("DELETE FROM page WHERE number = ?") { $0.bind(page) }
  }

  mutating func finish() throws {
    for (word, change) in changes.sorted(by: { $0.key < $1.key }) where change != 0 {
      try db.run(
        """
        INSERT INTO word (text, passages) VALUES (?1, ?2)
        ON CONFLICT (text) DO UPDATE SET passages = passages + ?2
        """
      ) {
        $0.bind(word)
        $0.bind(change)
      }
      if change < 0 {
        try db.run("DELETE FROM word WHERE text = ? AND passages <= 0") { $0.bind(word) }
      }
    }
    changes = [:]
    guard let lastNumber else { return }
    try db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('number', ?)") {
      $0.bind(String(lastNumber))
    }
  }

  private mutating func nextNumber() throws -> Int64 {
    var last = lastNumber ?? 0
    if lastNumber == nil {
      let known = try db.first("SELECT value FROM meta WHERE key = 'number'") { $0.text(0) }
      last = known.flatMap(Int64.init) ?? 0
    }
    lastNumber = last + 1
    return last + 1
  }

  private mutating func count(_ words: SearchWords, by change: Int64) {
    for word in words.different { changes[word, default: 0] += change }
  }
}

extension SearchWords {
  /// What FTS5 is given.
  func indexed(page: Int64) -> String {
    var text = ""
    for word in words {
      text += word.text
      text += " "
    }
    for sequence in stretches + parts {
      text += SearchSchema.gap
      for word in sequence {
        text += " "
        text += word.text
      }
      text += " "
    }
    return text + SearchSchema.pageMark + String(page)
  }

  /// Every word and sign, once.
  var different: Set<String> {
    var all: Set<String> = []
    for word in words { all.insert(word.text) }
    for sequence in stretches + parts {
      for word in sequence { all.insert(word.text) }
    }
    return all
  }
}
