/// What is kept of a page while its text stays in its file: enough to list it, to find it and to
/// follow its links.
public struct PageOutline: Sendable, Hashable {
  /// The path in the vault without the extension. Unique in the vault.
  public var path: String
  /// The path in the vault with the extension.
  public var file: String
  public var title: String
  /// One paragraph on what the page is about; empty when it does not say.
  public var summary: String
  /// Further names that links may use.
  public var aliases: [String]
  /// Its links, packed: a vault has thousands of them, and most openings need none.
  public var links: PackedLinks

  public init(
    path: String, file: String, title: String, summary: String, aliases: [String],
    links: PackedLinks
  ) {
    self.path = path
    self.file = file
    self.title = title
    self.summary = summary
    self.aliases = aliases
    self.links = links
  }

  public init(_ page: Page) {
    self.init(
      path: page.path, file: page.file, title: page.title, summary: page.summary,
      aliases: page.frontMatter.list("aliases") + page.frontMatter.list("alias"),
      links: PackedLinks(of: page))
  }
}

/// A link of a page as it matters to the rest of the vault.
struct OutlineLink: Sendable, Hashable {
  /// As written.
  var target: String
  var line: Int
  /// In characters, from 1; 0 when it is not known.
  var column: Int
  /// A connection that has lost its brackets: a title that leads nowhere may not have been meant.
  var isPlain: Bool
}

/// The links of a page in one text, as they are stored.
public struct PackedLinks: Sendable, Hashable {
  /// A line for each link: line, column, `p` for a plain one, and the target behind the third tab.
  public var text: String

  public init(text: String) { self.text = text }

  init(of page: Page) {
    var links = page.links.map {
      OutlineLink(target: $0.target, line: $0.line, column: $0.column, isPlain: false)
    }
    let linked = Set(page.links.lazy.map(\.line))
    for connection in page.connections where !linked.contains(connection.line) {
      links.append(
        OutlineLink(target: connection.target, line: connection.line, column: 0, isPlain: true))
    }
    text = links.map { link in
      let target =
        link.target.utf8.contains(where: \.isLineEnd)
        ? String(link.target.split(whereSeparator: \.isNewline).joined(separator: " "))
        : link.target
      return "\(link.line)\t\(link.column)\t\(link.isPlain ? "p" : "")\t\(target)"
    }.joined(separator: "\n")
  }

  /// Where they lead, as written, in the order of the page.
  public var targets: [String] { links.map(\.target) }

  var links: [OutlineLink] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, let number = Int(parts[0]), let column = Int(parts[1]) else {
        return nil
      }
      return OutlineLink(
        target: String(parts[3]), line: number, column: column, isPlain: parts[2] == "p")
    }
  }
}
