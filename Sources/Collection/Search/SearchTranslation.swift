import GRDB
import Study

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A query in the language of FTS5. Words are quoted and hold nothing but what `SearchWords` lets
/// through, so that it is always well formed.
struct SearchTranslation {
  /// The closest meaning of the query first. None when nothing can be found.
  private(set) var expressions: [String] = []
  /// By clause, what finds it. As many as the query has, unless nothing can be found.
  private(set) var clauses: [String] = []
  /// By clause: how much it says when it is found, as in BM25.
  private(set) var weights: [Double] = []

  private let db: Database

  /// The lengths that the index knows the beginnings of words of.
  private static let indexedPrefix = 4
  /// A longer beginning is written out as the words that have it, unless they are more than these.
  private static let mostWords = 100

  init(_ query: SearchQuery, page: String?, in db: Database) throws {
    self.db = db
    // How many passages were ever taken in: near enough to how many there are.
    let total = try db.first("SELECT value FROM meta WHERE key = 'number'") { $0.double(0) } ?? 1
    var exact: [String] = []
    var growing: [String] = []
    var isExactPossible = true
    for clause in query.clauses {
      let phrase = Self.phrase(clause.words)
      let count = try passages(with: clause.words)
      var known = count
      exact.append(phrase)
      if clause.isPrefix, let (expression, number) = try growth(of: clause) {
        growing.append(expression)
        known = max(known, number)
      } else if clause.isPrefix {
        return
      } else {
        growing.append(phrase)
        if count == 0 { return }
      }
      if count == 0 { isExactPossible = false }
      weights.append(Self.weight(known: known, total: total))
    }
    var scoped = ""
    if let page {
      guard
        let number = try db.first(
          "SELECT number FROM page WHERE path = ?", { $0.bind(page) }, { $0.integer(0) })
      else { return }
      scoped = "\"\(SearchSchema.pageMark)\(number)\" AND "
    }
    clauses = growing
    var meanings = isExactPossible ? [exact] : []
    if growing != exact || meanings.isEmpty { meanings.append(growing) }
    let literals = query.exclusions.map { Self.phrase($0.literal) }
    if !literals.isEmpty {
      expressions += meanings.map { scoped + ($0 + literals).joined(separator: " AND ") }
    }
    expressions += meanings.map { Self.without(query.exclusions, scoped + Self.all($0)) }
  }

  /// What has some of the clauses, on one page, and nothing that is to be left out.
  func expression(_ some: [String], of query: SearchQuery, onPage number: Int64) -> String {
    Self.without(query.exclusions, "\"\(SearchSchema.pageMark)\(number)\" AND " + Self.all(some))
  }

  private static func all(_ clauses: [String]) -> String { clauses.joined(separator: " AND ") }

  private static func without(
    _ exclusions: [SearchQuery.Exclusion], _ expression: String
  ) -> String {
    exclusions.reduce("(" + expression + ")") { "(\($0) NOT \(phrase($1.words)))" }
  }

  private static func phrase(_ words: some Sequence<String>) -> String {
    "\"" + words.joined(separator: " ") + "\""
  }

  /// The beginning of a word, as FTS5 finds it fastest, and how many passages have it at least; nil
  /// when no word begins like that.
  private func growth(of clause: SearchQuery.Clause) throws -> (String, Double)? {
    guard let last = clause.words.last else { return nil }
    let plain = Self.phrase(clause.words) + " *"
    if last.unicodeScalars.count <= Self.indexedPrefix { return (plain, 0) }
    var words: [String] = []
    var count = 0.0
    try db.walk("SELECT text, passages FROM word WHERE text >= ?1 AND text < ?2") {
      $0.bind(last)
      $0.bind(last + "\u{10FFFF}")
    } while: { row in
      words.append(row.text(0))
      count += row.double(1)
      return words.count <= Self.mostWords
    }
    if words.isEmpty { return nil }
    if words.count > Self.mostWords { return (plain, count) }
    let before = clause.words.dropLast()
    let choices = words.map { Self.phrase(before + [$0]) }
    return (choices.count == 1 ? choices[0] : "(" + choices.joined(separator: " OR ") + ")", count)
  }

  /// How many passages have all of the words, at most.
  private func passages(with words: [String]) throws -> Double {
    var least = Double.infinity
    for word in words {
      let count = try db.first(
        "SELECT passages FROM word WHERE text = ?", { $0.bind(word) }, { $0.double(0) })
      least = min(least, count ?? 0)
    }
    return least.isFinite ? least : 0
  }

  private static func weight(known: Double, total: Double) -> Double {
    let rest = max(0, total - known)
    return log(1 + (rest + 0.5) / (known + 0.5))
  }
}
