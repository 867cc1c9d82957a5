/// How a quiz asks. The raw values are those of the command line and of the collection.
public enum QuizKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// One of up to four is right.
  case choice
  /// Two or more are right.
  case several
  case typed
  /// What belongs together: levels and descriptions, terms and explanations.
  case match
  /// Put in the order of the note.
  case order
  /// Fill the hidden cells of a table.
  case table
  /// Recall a whole list, in any order.
  case list
  /// A bit of everything that the notes give.
  case mixed
}

/// What a quiz is asked for with.
public struct QuizRequest: Sendable, Hashable, Codable {
  /// The most questions a quiz may have.
  public static let longest = 500
  public var scope: QuizScope
  public var kind: QuizKind
  /// How many questions at most.
  public var count: Int
  /// For the whole quiz; nil is without end.
  public var minutes: Int?
  /// The same notes, scope, kind, count and seed give the same quiz.
  public var seed: UInt64
  /// In which it is drawn: what lies far behind it is no choice beside what is to come. Nil where any year is
  /// as good as another.
  public var year: Int?

  public init(
    scope: QuizScope = QuizScope(), kind: QuizKind = .mixed, count: Int = 10, minutes: Int? = nil,
    seed: UInt64 = 0, year: Int? = nil
  ) {
    self.scope = scope
    self.kind = kind
    self.count = count
    self.minutes = minutes
    self.seed = seed
    self.year = year
  }
}

/// What a quiz is about.
public struct QuizScope: Sendable, Hashable, Codable {
  public enum Place: Sendable, Hashable, Codable {
    case vault
    /// By its path in the vault, as all pages here.
    case page(String)
    /// A heading of a page, with everything nested under it.
    case section(page: String, title: String)
    /// What has all these words, as the search finds them: in page, section, prompt or answer.
    case search(String)
    /// A page, those it links to and those that link to it.
    case around(String)
  }
  public var place: Place
  /// Of those, only what is known least: what was answered before and is likely forgotten, or was
  /// forgotten often.
  public var weakest: Bool

  public init(_ place: Place = .vault, weakest: Bool = false) {
    self.place = place
    self.weakest = weakest
  }

  /// How the collection names it: a page's path, empty for the whole vault. The other forms hold
  /// signs that no path begins with or that stand behind a page's path.
  public var key: String {
    let base =
      switch place {
      case .vault: ""
      case .page(let path): path
      case .section(let page, let title): "\(page)#\(title)"
      case .search(let words): "?\(Fold.folded(words))"
      case .around(let path): "*\(path)"
      }
    return weakest ? base + "!" : base
  }

  /// The page it belongs to; nil for the vault and a search.
  public var page: String? {
    switch place {
    case .vault, .search: nil
    case .page(let path), .section(let path, _), .around(let path): path
    }
  }

  /// As people read it; `name` is the page's title, or the vault's name.
  public func title(named name: String) -> String {
    let base =
      switch place {
      case .vault, .page: name
      case .section(_, let title): "\(name) › \(title)"
      case .search(let words): "“\(words)” in \(name)"
      case .around(let path): "Around \(path.isEmpty ? "" : name)"
      }
    return weakest ? base + ", weakest" : base
  }
}
