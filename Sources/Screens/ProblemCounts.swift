import Notes

/// How much is wrong with the notes.
public struct ProblemCounts: Sendable, Equatable {
  /// Files that could not be read, or not all of them.
  public private(set) var unreadable = 0
  /// All else that `check` tells of, but for links to pages that are still to be written.
  public private(set) var others = 0
  private var files: [String: Int] = [:]

  public init(_ problems: [Problem] = []) {
    var bad: Set<String> = []
    for problem in problems where !problem.isMissingPage {
      files[problem.file, default: 0] += 1
      if problem.severity == .error { bad.insert(problem.file) } else { others += 1 }
    }
    unreadable = bad.count
  }

  /// How many there are, without missing pages, in a file of the vault.
  func count(inFile file: String) -> Int { files[file] ?? 0 }

  /// `2 files could not be read, 14 problems`; nil where nothing is wrong.
  var words: String? {
    let parts = [
      unreadable == 0 ? nil : FigureText.count(unreadable, "file", "files") + " could not be read",
      others == 0 ? nil : FigureText.count(others, "problem", "problems"),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
