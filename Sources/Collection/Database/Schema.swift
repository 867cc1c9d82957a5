import GRDB

/// The tables of a collection. A migration, once released, is never edited: a new one is added.
///
/// - `review` is the log and the truth. Rows are only ever added at the end; triggers see to it.
///   Each names the card's row before it, so that a card's history is a walk along its own rows
///   and no index by card has to be written with every answer.
/// - `schedule` is what the log amounts to, and the user's own marks: a cache for the former.
///   Its index holds all that counting a day needs, so that `due` reads nothing else.
/// - `undo` holds what stood in `schedule` before the latest answers, for taking them back exactly.
/// - `file` is what is kept of each file of the vault; it can be made again from the notes.
/// - `adoption` says which ids go on as other cards: their rows in the log count for those.
/// - `card` is each card as the notes had it at the last reading; a card that is gone rests there.
/// - what is turned off, and what happened to cards: see `switchesAndChanges`.
enum Schema {
  /// `THRS`: tells our files from those of other programs.
  static let applicationID = 0x5448_5253
  /// Kept in `user_version`; a file with a higher one is left alone.
  static let version = 7

  /// Of `schedule`: whether the due date means anything. It is 0 for a new card until it is asked
  /// for, and a card outside the daily deck is shown only while it is being learnt.
  static let comesDue = "\(isIndexedAsDue) AND (daily = 1 OR state <> 2)"

  /// The terms of the index `schedule_due`, which SQLite uses only where it finds them.
  static let isIndexedAsDue = "due_ms > 0 AND suspended = 0 AND resting = 0"

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: first)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: resolutions)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: files)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: quizRuns)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: adoptions)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6") { db in
      try db.execute(sql: switchesAndChanges)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("7") { db in
      try db.execute(sql: dueByState)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    return migrator
  }()

  private static let first = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      changed_ms INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE card (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      page TEXT NOT NULL,
      section TEXT NOT NULL,
      kind TEXT NOT NULL,
      slot TEXT NOT NULL,
      prompt TEXT NOT NULL,
      answer TEXT NOT NULL,
      context TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      source TEXT NOT NULL,
      block_id TEXT,
      sibling_group TEXT NOT NULL,
      pool TEXT,
      daily INTEGER NOT NULL,
      first_seen_ms INTEGER NOT NULL,
      resting_since_ms INTEGER,
      unseen INTEGER NOT NULL DEFAULT 1
    );
    CREATE INDEX card_unseen ON card (page, line)
      WHERE unseen = 1 AND daily = 1 AND resting_since_ms IS NULL;

    CREATE TABLE schedule (
      card_id TEXT PRIMARY KEY,
      state INTEGER NOT NULL DEFAULT 0,
      step INTEGER NOT NULL DEFAULT 0,
      stability REAL,
      difficulty REAL,
      due_ms INTEGER NOT NULL DEFAULT 0,
      last_ms INTEGER,
      interval INTEGER NOT NULL DEFAULT 0,
      reviews INTEGER NOT NULL DEFAULT 0,
      lapses INTEGER NOT NULL DEFAULT 0,
      suspended INTEGER NOT NULL DEFAULT 0,
      buried_on INTEGER,
      marked INTEGER NOT NULL DEFAULT 0,
      newest_review INTEGER,
      brought_back_ms INTEGER,
      daily INTEGER NOT NULL DEFAULT 1,
      resting INTEGER NOT NULL DEFAULT 0,
      question INTEGER NOT NULL DEFAULT 0,
      sibling_key INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX schedule_due ON schedule (
      due_ms, state, step, stability, difficulty, last_ms, interval, reviews, lapses,
      suspended, buried_on, marked, daily, resting, question, sibling_key
    ) WHERE due_ms > 0 AND suspended = 0 AND resting = 0;

    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      card_id TEXT NOT NULL,
      time_ms INTEGER NOT NULL,
      rating INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      elapsed_days INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL,
      first INTEGER NOT NULL,
      state INTEGER NOT NULL,
      step INTEGER NOT NULL,
      stability REAL,
      difficulty REAL,
      due_ms INTEGER NOT NULL,
      interval INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      previous INTEGER
    );
    CREATE INDEX review_time ON review (time_ms);
    CREATE TRIGGER review_is_never_changed BEFORE UPDATE ON review
    BEGIN SELECT RAISE(ABORT, 'the review log is only ever added to'); END;
    CREATE TRIGGER review_loses_only_its_last BEFORE DELETE ON review
    WHEN OLD.id <> (SELECT max(id) FROM review)
    BEGIN SELECT RAISE(ABORT, 'only the last row of the review log can be taken back'); END;

    CREATE TABLE undo (
      review_id INTEGER PRIMARY KEY REFERENCES review (id),
      state INTEGER NOT NULL,
      step INTEGER NOT NULL,
      stability REAL,
      difficulty REAL,
      due_ms INTEGER NOT NULL,
      last_ms INTEGER,
      interval INTEGER NOT NULL,
      reviews INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      suspended INTEGER NOT NULL,
      buried_on INTEGER,
      marked INTEGER NOT NULL,
      newest_review INTEGER,
      brought_back_ms INTEGER,
      suspended_after INTEGER NOT NULL,
      buried_on_after INTEGER,
      marked_after INTEGER NOT NULL
    );

    CREATE TABLE position (
      id INTEGER PRIMARY KEY,
      card_id TEXT NOT NULL,
      time_ms INTEGER NOT NULL,
      text TEXT NOT NULL
    );
    CREATE INDEX position_card ON position (card_id, time_ms);

    CREATE TABLE quiz (
      id INTEGER PRIMARY KEY,
      card_id TEXT NOT NULL,
      time_ms INTEGER NOT NULL,
      scope TEXT NOT NULL,
      form TEXT NOT NULL,
      correct INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL
    );
    CREATE INDEX quiz_scope ON quiz (scope, card_id);

    CREATE TABLE stamp (
      file TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      modified_ns INTEGER NOT NULL,
      inode INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// What is due, by states: cards in their steps are found among any number of reviews, and to
  /// count those it is enough to look at the first of them.
  private static let dueByState = """
    DROP INDEX schedule_due;
    CREATE INDEX schedule_due ON schedule (
      state, due_ms, daily, sibling_key, buried_on, question, stability, difficulty, last_ms,
      interval, reviews, lapses, marked, step, suspended, resting
    ) WHERE \(isIndexedAsDue);
    """

  /// Open questions that have found their answer, with the Key Fact that says it.
  private static let resolutions = """
    CREATE TABLE resolution (
      card_id TEXT PRIMARY KEY,
      time_ms INTEGER NOT NULL,
      fact TEXT NOT NULL,
      was_suspended INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// The files of the vault as they were last read, in place of `stamp`: an unchanged one is not
  /// read again. What is long and rarely asked for stands at the end of the row.
  private static let files = """
    DROP TABLE stamp;
    CREATE TABLE file (
      file TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      modified_ns INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      path TEXT,
      title TEXT NOT NULL,
      aliases TEXT NOT NULL,
      resolution INTEGER NOT NULL,
      summary TEXT NOT NULL,
      links TEXT NOT NULL,
      problems TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX card_page ON card (page, line);
    """

  /// Ids of cards that turned out to be known ones, with the card that goes on: what the log holds
  /// under such an id counts for that card.
  private static let adoptions = """
    CREATE TABLE adoption (
      card_id TEXT PRIMARY KEY,
      by_id TEXT NOT NULL,
      newest_review INTEGER,
      time_ms INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX adoption_by ON adoption (by_id);
    """
}
