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
  /// What stands behind `#`; empty when nothing does.
  var heading = ""
  var line: Int
  /// In characters, from 1; 0 when it is not known.
  var column: Int
  /// A connection that has lost its brackets: a title that leads nowhere may not have been meant.
  var isPlain: Bool
  /// The author says that the page it leads to is still to be written.
  var isUnwritten = false
}

/// The links of a page, and the places on it that links can lead to, in one text, as it is stored.
public struct PackedLinks: Sendable, Hashable {
  /// A line for each link: line, column, `p` for a plain one and `u` for one to a page that is still to
  /// be written, heading, and the target behind the fourth tab. Behind a record separator a line for each heading, and for each id.
  public var text: String

  private static let separator: UInt8 = 0x1E

  public init(text: String) { self.text = text }

  init(of page: Page) {
    var links = page.links.map {
      OutlineLink(
        target: $0.target, heading: $0.heading ?? "", line: $0.line, column: $0.column,
        isPlain: false)
    }
    let linked = Set(page.links.lazy.map(\.line))
    for connection in page.connections where !linked.contains(connection.line) {
      links.append(
        OutlineLink(
          target: connection.target, heading: connection.heading ?? "", line: connection.line,
          column: 0, isPlain: true))
    }
    let unwritten = UnwrittenPages(of: page)
    text = links.map { link in
      let marks = (link.isPlain ? "p" : "") + (unwritten.contains(link.target) ? "u" : "")
      let heading = PackedLinks.flat(link.heading, alsoTabs: true)
      let target = PackedLinks.flat(link.target)
      return "\(link.line)\t\(link.column)\t\(marks)\t\(heading)\t\(target)"
    }.joined(separator: "\n")
    let titles = page.sections.lazy.filter { $0.level > 0 }.map { PackedLinks.flat($0.title) }
    text += "\u{1E}" + (titles + page.anchors).joined(separator: "\n")
  }

  private static func flat(_ text: String, alsoTabs: Bool = false) -> String {
    guard text.utf8.contains(where: { $0.isLineEnd || (alsoTabs && $0 == Byte.tab) }) else {
      return text
    }
    return text.split { $0.isNewline || (alsoTabs && $0 == "\t") }.joined(separator: " ")
  }

  /// Where they lead, as written, in the order of the page.
  public var targets: [String] { links.map(\.target) }

  var links: [OutlineLink] {
    let end = text.utf8.firstIndex(of: PackedLinks.separator) ?? text.endIndex
    return text[..<end].split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count == 5, let number = Int(parts[0]), let column = Int(parts[1]) else {
        return nil
      }
      return OutlineLink(
        target: String(parts[4]), heading: String(parts[3]), line: number, column: column,
        isPlain: parts[2].contains("p"), isUnwritten: parts[2].contains("u"))
    }
  }

  /// The page's headings, block ids (with their `^`) and other ids.
  var anchors: [Substring] {
    guard let start = text.utf8.firstIndex(of: PackedLinks.separator) else { return [] }
    return text[text.utf8.index(after: start)...].split(separator: "\n")
  }
}

/// The pages that a page links to before they are written: `unwritten` in its front matter names them, or
/// says `all`.
private struct UnwrittenPages {
  private let names: Set<String>

  init(of page: Page) {
    names = Set(page.frontMatter.list("unwritten").map { $0.trimmedBlanks.lowercased() })
  }

  func contains(_ target: String) -> Bool {
    !names.isEmpty && (names.contains("all") || names.contains(target.trimmedBlanks.lowercased()))
  }
}
