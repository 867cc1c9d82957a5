extension Schema {
  /// What the user has turned off, and what happened to cards at each reading.
  ///
  /// - `card_switch`: the page is empty for a kind in the whole vault and for a card; `what` is a kind
  ///   or a card's id, which are never alike.
  /// - `card.off` is what the switches and the configuration say of the card; `schedule.resting` is
  ///   also 1 while it is off, so that nothing turned off is ever due. `CardSwitches` derives both.
  /// - `change` holds one row for each card to which something happened at a reading; `before` and
  ///   `after` are a `CardText` as JSON. Old rows are dropped.
  /// - `identity_question` holds what only the author can say, as JSON, by the new card it is about.
  static let switchesAndChanges = """
    CREATE TABLE card_switch (
      page TEXT NOT NULL,
      what TEXT NOT NULL,
      is_on INTEGER NOT NULL,
      PRIMARY KEY (page, what)
    ) WITHOUT ROWID;
    ALTER TABLE card ADD COLUMN off INTEGER NOT NULL DEFAULT 0;
    DROP INDEX card_unseen;
    CREATE INDEX card_unseen ON card (page, line)
      WHERE unseen = 1 AND daily = 1 AND off = 0 AND resting_since_ms IS NULL;

    CREATE TABLE change (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      time_ms INTEGER NOT NULL,
      card_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      before TEXT,
      after TEXT
    );
    CREATE INDEX change_time ON change (time_ms);
    CREATE TABLE identity_question (
      card_id TEXT PRIMARY KEY,
      question TEXT NOT NULL
    ) WITHOUT ROWID;
    """
}
