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

/// A folder of pages, or one page, with the links between them. A snapshot: the pages as they were
/// when their outlines were read; a page's text is read when it is asked for.
public struct Vault: Sendable {
  /// The folder, without links in its path. Of a single file, the folder it stands in.
  public let root: String
  /// Sorted by file.
  public let pages: [PageOutline]

  private let ownProblems: [Problem]
  private let shelf: PageShelf

  /// Reads a folder with all pages below it, or one file. See `VaultFolder` for what is read.
  ///
  /// - Throws: `NotesError.missing`, `.unreadable`, or `.noPages` when there is nothing to read.
  ///   One bad page is a problem, not an error.
  public init(at path: String, options: ReadingOptions = ReadingOptions()) throws(NotesError) {
    let folder = try VaultFolder(at: path, options: options)
    let results = VaultReader.read(folder.files, of: folder, options: options)
    try self.init(folder: folder, shown: path, results: results, options: options)
  }

  /// A vault of the files of a folder that have just been read.
  ///
  /// - Parameter shown: the path as the user gave it.
  /// - Throws: as reading a folder does.
  public init(
    folder: VaultFolder, shown: String, results: [FileReading],
    options: ReadingOptions = ReadingOptions()
  ) throws(NotesError) {
    let pages = results.compactMap(\.page)
    let problems = results.flatMap(\.problems)
    if pages.isEmpty { throw folder.emptiness(shown: shown, problems: problems) }
    self.init(
      root: folder.root, outlines: pages.map(PageOutline.init), pages: pages, folder: folder,
      problems: folder.problems + problems, options: options)
  }

  /// A vault of pages that were read before.
  public init(root: String, pages: [Page], problems: [Problem] = []) {
    self.init(
      root: root, outlines: pages.map(PageOutline.init), pages: pages, folder: nil,
      problems: problems + pages.flatMap(\.problems), options: ReadingOptions())
  }

  /// A vault whose outlines were kept from an earlier reading; its pages are read from the files of
  /// `folder` when they are asked for.
  ///
  /// - Parameter problems: those of its files, as they were found then.
  public init(
    folder: VaultFolder, outlines: [PageOutline], problems: [Problem] = [],
    options: ReadingOptions = ReadingOptions()
  ) {
    self.init(
      root: folder.root, outlines: outlines, pages: [], folder: folder,
      problems: folder.problems + problems, options: options)
  }

  private init(
    root: String, outlines: [PageOutline], pages: [Page], folder: VaultFolder?,
    problems: [Problem], options: ReadingOptions
  ) {
    self.root = root
    self.pages = outlines
    ownProblems = problems
    shelf = PageShelf(outlines: outlines, pages: pages, folder: folder, options: options)
  }

  /// Everything that the user should know, page by page; unresolved links as warnings.
  public var problems: [Problem] { (ownProblems + shelf.links.problems).sortedByPlace }

  /// Whether the vault is one file, not a folder.
  public var isSingleFile: Bool { shelf.folder?.isSingleFile ?? false }

  /// Who links to whom.
  var links: PageShelf.Links { shelf.links }

  /// When each page's file was last changed, in nanoseconds since 1970, by the page's path; pages
  /// that were not read from files have none.
  public var changes: [String: Int64] {
    Dictionary(
      (shelf.folder?.files ?? []).map { ($0.path, $0.modified) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The page with exactly this path; nil when there is none, or its file is gone.
  public func page(_ path: String) -> Page? { outline(path).flatMap(shelf.page) }

  /// What is kept of the page with exactly this path.
  public func outline(_ path: String) -> PageOutline? {
    shelf.index.exact[path].map { pages[$0] }
  }

  /// The pages that a person may mean by what they typed, best first: by path, file name or title,
  /// in full, from the start, from the start of a word, or anywhere; case does not matter.
  public func find(_ typed: String) -> [PageOutline] { shelf.index.find(typed).map { pages[$0] } }

  /// The page that a link leads to: by path, from the top of the vault or from the page's folder,
  /// with or without extension; then by file name, the nearest if there are several; then by title
  /// or alias. Never anything outside the vault.
  ///
  /// - Parameter path: the path of the page that has the link.
  public func resolve(_ target: String, from path: String) -> PageOutline? {
    shelf.index.resolve(target, from: path).map { pages[$0] }
  }

  /// The section of a page that a heading behind `#` names, also as a web address writes it.
  public func section(_ heading: String, in page: Page) -> Int? {
    PageIndex.section(heading, in: page)
  }

  /// Where other pages link to the one with this path, in natural order, one for each line.
  public func backlinks(to path: String) -> [Backlink] {
    (shelf.index.exact[path].map { shelf.links.incoming[$0] } ?? []).inNaturalOrder(of: \.page)
  }
}
