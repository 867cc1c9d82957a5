import GRDB

extension Schema {
  /// Quizzes as a whole, one row each: those that came to their end for comparing with the next of
  /// the same scope, and the one that was left, with what it takes to go on. Their answers stand in
  /// `quiz`, as ever.
  static let quizRuns = """
    CREATE TABLE quiz_run (
      id INTEGER PRIMARY KEY,
      scope TEXT NOT NULL,
      started_ms INTEGER NOT NULL,
      ended_ms INTEGER,
      spent_ms INTEGER NOT NULL,
      questions INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      credit REAL NOT NULL,
      state TEXT
    );
    CREATE INDEX quiz_run_scope ON quiz_run (scope, ended_ms);
    """
}
