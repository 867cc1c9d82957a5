import GRDB
import Notes
import Study

/// One search: finds candidates in the order of their forms and lengths, then ranks them.
struct SearchRun {
  private let db: Database
  private let query: SearchQuery
  private let scope: SearchScope
  private let limit: Int
  /// Of each form, so many at most are looked at closely.
  private let quota: Int
  /// What FTS5 is asked for.
  private let translation: SearchTranslation

  private var forms: [SearchForm] = []
  private var counts: [SearchForm: Int] = [:]
  /// The ids found, with the number of the expression that found them.
  private var found: [Int64: Int] = [:]

  init(_ query: SearchQuery, scope: SearchScope, limit: Int, in db: Database) throws {
    self.db = db
    self.query = query
    self.scope = scope
    self.limit = limit
    forms = SearchForm.allCases.filter { scope.kind == nil || $0.kind == scope.kind }
    quota = forms.count > 1 ? max(24, limit / 3) : max(60, limit)
    translation = try SearchTranslation(query, page: scope.page, in: db)
  }

  mutating func run() throws -> (hits: [SearchHit], isCut: Bool) {
    for (closeness, expression) in translation.expressions.enumerated() {
      try collect(expression, closeness: closeness)
    }
    if found.count < Self.few { try collectBelowTitles() }
    var ranked: [Ranked] = []
    ranked.reserveCapacity(found.count)
    for (id, closeness) in found {
      if let hit = try hit(id) { ranked.append(rank(hit, id: id, closeness: closeness)) }
    }
    ranked.sort()
    let isCut = ranked.count > limit || forms.contains { counts[$0] ?? 0 >= quota }
    return (ranked.prefix(limit).map(\.hit), isCut)
  }

  /// Takes rows in the order of their ids, and goes on to the next form when there are enough of one.
  private mutating func collect(_ expression: String, closeness: Int) throws {
    var start: SearchForm? = firstOpen(from: .page)
    while let form = start {
      start = nil
      let first = PassageID.first(of: form)
      try db.walk(
        "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 ORDER BY rowid"
      ) {
        $0.bind(expression)
        $0.bind(first)
      } while: { row in
        let id = row.integer(0)
        let form = PassageID.form(of: id)
        guard isOpen(form) else {
          start = firstOpen(from: form)
          return false
        }
        if found[id] == nil {
          found[id] = closeness
          counts[form, default: 0] += 1
        }
        return true
      }
    }
  }

  /// With fewer hits than these the titles of pages are taken into account.
  private static let few = 20
  /// So many pages whose titles have some of the words.
  private static let mostTitles = 12

  /// Finds the passages that have all the words together with the title of their page: `roses
  /// watering` is in no sentence about watering on the page about roses.
  private mutating func collectBelowTitles() throws {
    let clauses = translation.clauses
    guard clauses.count > 1 else { return }
    var titles: [(page: Int64, path: String, text: String)] = []
    try db.walk(
      """
      SELECT s.page, p.path, s.text, s.more FROM words AS w
      JOIN passage AS s ON s.id = w.rowid JOIN page AS p ON p.number = s.page
      WHERE w.words MATCH ?1 AND w.rowid < ?2 ORDER BY w.rowid
      """
    ) {
      $0.bind(clauses.joined(separator: " OR "))
      $0.bind(PassageID.first(of: .heading))
    } while: { row in
      titles.append((row.integer(0), row.text(1), row.text(2) + "\n" + row.text(3)))
      return titles.count < 200
    }
    var pages: [(number: Int64, rest: [String])] = []
    for title in titles where scope.page == nil || scope.page == title.path {
      let match = SearchMatch(query, in: title.text)
      let rest = zip(clauses, match.places).filter { $1.isEmpty }.map(\.0)
      if !rest.isEmpty, rest.count < clauses.count { pages.append((title.page, rest)) }
    }
    // Those that leave least to be found, the shorter titles first.
    pages = Array(
      pages.enumerated().sorted { ($0.1.rest.count, $0.0) < ($1.1.rest.count, $1.0) }
        .prefix(Self.mostTitles).map(\.1))
    for page in pages {
      let expression = translation.expression(page.rest, of: query, onPage: page.number)
      try collect(expression, closeness: translation.expressions.count)
    }
  }

  private func isOpen(_ form: SearchForm) -> Bool {
    forms.contains(form) && counts[form] ?? 0 < quota
  }

  private func firstOpen(from form: SearchForm) -> SearchForm? {
    forms.first { $0.rawValue >= form.rawValue && isOpen($0) }
  }

  private func hit(_ id: Int64) throws -> SearchHit? {
    try db.first(
      """
      SELECT p.path, p.title, p.file, s.line, s.section, s.text, s.more, s.card
      FROM passage AS s JOIN page AS p ON p.number = s.page WHERE s.id = ?
      """,
      { $0.bind(id) },
      { row in
        let form = PassageID.form(of: id)
        let text = row.text(5)
        let more = row.text(6)
        return SearchHit(
          form: form, page: row.text(0), title: row.text(1), section: row.text(4),
          file: row.text(2), line: row.int(3),
          text: more.isEmpty ? text : text + (form == .card ? "\n" : " · ") + more,
          card: form == .card
            ? SearchHit.CardText(id: row.text(7), prompt: text, answer: more) : nil)
      })
  }

  // MARK: Ranking

  private struct Ranked: Comparable {
    var hit: SearchHit
    var id: Int64
    /// The lower the better.
    var closeness: Int
    /// The higher the better.
    var score: Double

    static func < (left: Ranked, right: Ranked) -> Bool {
      if left.hit.form.rank != right.hit.form.rank {
        return left.hit.form.rank < right.hit.form.rank
      }
      if left.closeness != right.closeness { return left.closeness < right.closeness }
      if left.score != right.score { return left.score > right.score }
      if left.hit.form != right.hit.form { return left.hit.form.rawValue < right.hit.form.rawValue }
      if left.hit.file != right.hit.file {
        return NaturalOrder.precedes(left.hit.file, right.hit.file)
      }
      if left.hit.line != right.hit.line { return left.hit.line < right.hit.line }
      return PassageID.number(of: left.id) < PassageID.number(of: right.id)
    }
  }

  /// BM25 over the words of the hit; words side by side in the order typed count half as much again.
  private func rank(_ hit: SearchHit, id: Int64, closeness: Int) -> Ranked {
    let match = SearchMatch(query, in: hit.text)
    let length = 0.25 + 0.75 * Double(match.length) / 20
    var score = 0.0
    for (places, weight) in zip(match.places, translation.weights) {
      let count = Double(places.count)
      score += weight * count * 2.2 / (count + 1.2 * length)
    }
    if query.clauses.count > 1, match.isInOrder { score *= 1.5 }
    return Ranked(hit: hit, id: id, closeness: closeness, score: score)
  }
}
