/// What the configuration may say about reading notes.
public struct ReadingOptions: Sendable, Hashable {
  /// Further headings that name Key Facts, Connections and Open Questions, beside the built-in
  /// ones. Case, punctuation and numbering around them do not matter.
  public var keyFacts: [String]
  public var connections: [String]
  public var openQuestions: [String]
  /// Files and folders left out, as globs against the path in the vault: `*` and `?` stay within
  /// a folder, `**` crosses folders. A pattern without `/` is tried on every name.
  public var ignored: [String]
  /// Whether folders and files whose name begins with a dot are read. `.git` never is.
  public var readsHidden: Bool
  /// Files above this size are reported and left out.
  public var largestFile: Int
  /// Files with a longer line than this, in bytes, are reported and left out.
  public var longestLine: Int

  public init(
    keyFacts: [String] = [], connections: [String] = [], openQuestions: [String] = [],
    ignored: [String] = [], readsHidden: Bool = false, largestFile: Int = 16 << 20,
    longestLine: Int = 1 << 20
  ) {
    self.keyFacts = keyFacts
    self.connections = connections
    self.openQuestions = openQuestions
    self.ignored = ignored
    self.readsHidden = readsHidden
    self.largestFile = largestFile
    self.longestLine = longestLine
  }
}
