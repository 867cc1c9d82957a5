import Cards
import GRDB
import Notes

extension Collection {
  /// Facts and open questions that stand in the notes twice, in one page or in two. A short one may
  /// well be said of two things (`Licence: MIT`): under different headings only longer ones count.
  public func duplicateProblems() throws(CollectionError) -> [Problem] {
    try read { db in
      var finder = DuplicateFinder()
      // All siblings of an item have its text and its line.
      try db.each(
        """
        SELECT file, line, context, source, kind FROM card
        WHERE resting_since_ms IS NULL AND kind IN (\(DuplicateFinder.kinds))
        ORDER BY file, line, number
        """
      ) { row in
        finder.look(
          DuplicateFinder.Fact(
            file: row.text(0), line: row.int(1), context: row.text(2), text: row.text(3),
            isQuestion: row.text(4) == CardKind.question.rawValue))
      }
      return finder.problems
    }
  }
}

/// Notices texts that come up again.
private struct DuplicateFinder {
  struct Fact {
    var file: String
    var line: Int
    var context: String
    var text: String
    var isQuestion: Bool
  }

  /// What facts and open questions give, as SQL has it.
  static let kinds = [CardKind.recall, .list, .item, .gloss, .cloze, .question]
    .map { "'\($0.rawValue)'" }.joined(separator: ", ")
  /// A text of fewer words counts only under the same heading.
  private static let fewestWords = 6

  private(set) var problems: [Problem] = []
  private var seen: [String: (file: String, line: Int)] = [:]
  private var last: (file: String, line: Int, text: String) = ("", 0, "")

  mutating func look(_ fact: Fact) {
    guard last != (fact.file, fact.line, fact.text) else { return }
    last = (fact.file, fact.line, fact.text)
    let words = fact.text.lowercased().split { $0.isWhitespace }
    var text = words.joined(separator: " ")
    while let end = text.last, ".!".contains(end) { text.removeLast() }
    // Contexts never have a line end.
    let key = words.count < Self.fewestWords ? fact.file + "\n" + fact.context + "\n" + text : text
    guard let first = seen[key] else {
      seen[key] = (fact.file, fact.line)
      return
    }
    if first == (fact.file, fact.line) { return }
    let place = first.file == fact.file ? "line \(first.line)" : "\(first.file):\(first.line)"
    problems.append(
      Problem(
        file: fact.file, line: fact.line, severity: .warning,
        message: "This \(fact.isQuestion ? "question" : "fact") stands in \(place) as well.",
        remedy: "Keep it in one place, and link to it from the other."))
  }
}
