/// A link to a page from another.
public struct Backlink: Sendable, Hashable {
  /// The path of the page that has the link.
  public var page: String
  /// Its title.
  public var title: String
  /// The line in that page's file.
  public var line: Int

  public init(page: String, title: String, line: Int) {
    self.page = page
    self.title = title
    self.line = line
  }
}

/// A folder of pages, or one page, with the links between them.
public struct Vault: Sendable {
  /// The folder, without links in its path. Of a single file, the folder it stands in.
  public let root: String
  /// Sorted by file.
  public let pages: [Page]
  /// Everything that the user should know, page by page; unresolved links as warnings.
  public let problems: [Problem]

  private let index: PageIndex
  private let incoming: [[Backlink]]

  /// Reads a folder with all pages below it, or one file. See `VaultFolder` for what is read.
  ///
  /// - Throws: `NotesError.missing`, `.unreadable`, or `.noPages` when there is nothing to read.
  ///   One bad page is a problem, not an error.
  public init(at path: String, options: ReadingOptions = ReadingOptions()) throws(NotesError) {
    let folder = try VaultFolder(at: path, options: options)
    var reader = VaultReader(folder: folder, options: options)
    let (pages, problems) = reader.readAll()
    if pages.isEmpty {
      if folder.isSingleFile, let problem = problems.first(where: { $0.severity == .error }) {
        throw .unreadable(path: path, reason: problem.message)
      }
      throw .noPages(path: path)
    }
    self.init(root: folder.root, pages: pages, problems: folder.problems + problems)
  }

  /// A vault of pages that were read before, and the problems with files that gave no page.
  public init(root: String, pages: [Page], problems: [Problem] = []) {
    self.root = root
    self.pages = pages
    index = PageIndex(pages)
    var links = LinkReader(pages: pages, index: index)
    links.run()
    incoming = links.incoming
    self.problems = Vault.sorted(problems + pages.flatMap(\.problems) + links.problems)
  }

  private static func sorted(_ problems: [Problem]) -> [Problem] {
    problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  /// The page with exactly this path.
  public func page(_ path: String) -> Page? { index.exact[path].map { pages[$0] } }

  /// The pages that a person may mean by what they typed, best first: by path, file name or title,
  /// in full, from the start, from the start of a word, or anywhere; case does not matter.
  public func find(_ typed: String) -> [Page] { index.find(typed).map { pages[$0] } }

  /// The page that a link leads to: by path, from the top of the vault or from the page's folder,
  /// with or without extension; then by file name, the nearest if there are several; then by title
  /// or alias. Never anything outside the vault.
  public func resolve(_ target: String, from page: Page) -> Page? {
    index.resolve(target, from: page.path).map { pages[$0] }
  }

  /// The section of a page that a heading behind `#` names, also as a web address writes it.
  public func section(_ heading: String, in page: Page) -> Int? {
    PageIndex.section(heading, in: page)
  }

  /// Where other pages link to this one, in the order of the vault, one for each line.
  public func backlinks(to page: Page) -> [Backlink] {
    index.exact[page.path].map { incoming[$0] } ?? []
  }
}
