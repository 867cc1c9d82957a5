import GRDB
import Study

/// Finds pages instead of passages: what is wanted may stand in different places of a page.
enum SearchPages {
  /// In the order of their paths, with the number of passages that have the rarest of the clauses.
  static func find(_ query: SearchQuery, in db: Database) throws -> [(page: String, passages: Int)]
  {
    let clauses = try SearchTranslation(query, page: nil, in: db).clauses
    var counts: [Int64: Int]?
    for clause in clauses {
      var here: [Int64: Int] = [:]
      try db.each(
        """
        SELECT passage.page, count(*) FROM words JOIN passage ON passage.id = words.rowid
        WHERE words MATCH ? GROUP BY passage.page
        """, { $0.bind(clause) }
      ) { row in
        here[row.integer(0)] = row.int(1)
      }
      counts =
        counts.map { known in
          known.reduce(into: [:]) { both, page in
            if let count = here[page.key] { both[page.key] = min(count, page.value) }
          }
        } ?? here
    }
    guard let counts, !counts.isEmpty else { return [] }
    var pages: [(page: String, passages: Int)] = []
    try db.each("SELECT number, path FROM page ORDER BY path") { row in
      if let count = counts[row.integer(0)] { pages.append((row.text(1), count)) }
    }
    return pages
  }
}
