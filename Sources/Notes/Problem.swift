/// Something about the notes that the user should know: where, what, and what to do.
public struct Problem: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    /// A part of the notes could not be read.
    case error
    /// Read, but probably not as meant.
    case warning
  }
  /// The path in the vault.
  public var file: String
  /// From 1; 0 when the whole file is meant.
  public var line: Int
  /// In characters, from 1; 0 when the whole line is meant.
  public var column: Int
  public var severity: Severity
  public var message: String
  public var remedy: String
  /// It is only that a page linked to is still to be written: many vaults grow that way.
  public var isMissingPage: Bool

  public init(
    file: String, line: Int = 0, column: Int = 0, severity: Severity, message: String,
    remedy: String, isMissingPage: Bool = false
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.isMissingPage = isMissingPage
  }
}

extension Problem {
  /// What is wrong and what to do, in one line.
  public var text: String {
    let isSentence = message.last.map { ".!?".contains($0) } ?? true
    return message + (isSentence ? " " : "; ") + remedy
  }
}

extension Sequence where Element == Problem {
  /// File by file, in the order of their lines.
  public var sortedByPlace: [Problem] {
    sorted {
      $0.file == $1.file
        ? ($0.line, $0.column) < ($1.line, $1.column) : NaturalOrder.precedes($0.file, $1.file)
    }
  }
}

/// Why a vault could not be opened at all. Anything less is a `Problem` of a page.
public enum NotesError: Error, Sendable, Equatable {
  case missing(path: String)
  /// `remedy` is an instruction without a full stop.
  case unreadable(path: String, reason: String, remedy: String)
  /// There would be a page, but this is wrong with it. `root` is the folder of the vault.
  case onlyProblem(Problem, root: String)
  /// The file or folder holds no page.
  case noPages(path: String)
}
