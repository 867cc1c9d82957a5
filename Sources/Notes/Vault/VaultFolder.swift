/// A file of a vault that holds a page.
public struct VaultFile: Sendable, Hashable {
  /// The path in the vault with the extension.
  public var file: String
  /// The path in the vault without the extension, unique in the vault.
  public var path: String
  /// In bytes.
  public var size: Int
  /// Of the last change, in nanoseconds since 1970.
  public var modified: Int64
  public var inode: UInt64

  public init(file: String, path: String, size: Int, modified: Int64, inode: UInt64 = 0) {
    self.file = file
    self.path = path
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

/// The files of a vault, found without opening any.
///
/// A folder is read with all folders below it. Links are not followed: what they lead to inside the
/// vault is read where it stands, and what lies outside stays outside. Folders whose name begins
/// with a dot, and `node_modules`, are left out.
public struct VaultFolder: Sendable {
  /// The folder, without links in its path. Of a single file, the folder it stands in.
  public private(set) var root: String
  /// Sorted by path.
  public private(set) var files: [VaultFile] = []
  /// The folders that were searched, by their path in the vault; the vault itself is the empty one.
  public private(set) var folders: [String] = [""]
  public private(set) var problems: [Problem] = []
  /// Whether the vault is one file, not a folder.
  public private(set) var isSingleFile = false

  private let options: ReadingOptions
  private let ignored: [PathPattern]
  private var texts: [VaultFile] = []

  /// Finds the pages of a folder, or takes one file. `.md` and `.markdown` are pages; `.txt` is one
  /// when it is named itself, or when the folder has no Markdown at all.
  public init(at path: String, options: ReadingOptions = ReadingOptions()) throws(NotesError) {
    self.options = options
    ignored = options.ignored.map(PathPattern.init)
    guard let status = FileSystem.status(of: path, followsLinks: true),
      let real = FileSystem.realPath(path)
    else { throw .missing(path: path) }
    switch status.kind {
    case .folder:
      root = real
      try searchAll(shown: path)
    case .file:
      let parts = VaultFolder.split(real)
      root = parts.folder
      isSingleFile = true
      files = [
        VaultFile(
          file: parts.name, path: VaultFolder.withoutExtension(parts.name), size: status.size,
          modified: status.modified, inode: status.inode)
      ]
    case .link, .other:
      throw .unreadable(
        path: path, reason: "it is neither a folder nor a file",
        remedy: "give a Markdown file, or a folder with some")
    }
  }

  /// Why the folder has no page: what is wrong with what would have been one, if there is anything.
  /// - Parameters:
  ///   - shown: the path as the user gave it.
  ///   - found: what was found wrong in its files.
  public func emptiness(shown: String, problems found: [Problem] = []) -> NotesError {
    let reasons = found.filter { $0.severity == .error } + problems
    return reasons.first.map { .onlyProblem($0, root: root) } ?? .noPages(path: shown)
  }

  private mutating func searchAll(shown: String) throws(NotesError) {
    do {
      try search(folder: "", depth: 0)
    } catch {
      throw .unreadable(
        path: shown, reason: error.reason, remedy: "check its permissions and the disk")
    }
    if files.isEmpty { files = texts }
    files.sort { $0.file < $1.file }
    makePathsUnique()
  }

  /// How many folders deep a vault is searched; no path is longer than the system allows anyway.
  private static let deepest = 64

  private mutating func search(folder: String, depth: Int) throws(FileSystem.Failure) {
    let entries = try FileSystem.entries(of: folder.isEmpty ? root : "\(root)/\(folder)")
    for entry in entries {
      let file = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if isSkipped(entry.name, file: file) { continue }
      let isPage = VaultFolder.isPage(entry.name)
      let kind =
        entry.kind ?? FileSystem.status(of: "\(root)/\(file)", followsLinks: false)?.kind ?? .other
      switch kind {
      case .folder: searchBelow(file, depth: depth)
      case .file where isPage: add(file, name: entry.name)
      case .link: noteLink(file, isPage: isPage)
      case .other where isPage:
        note(file, "It is not a regular file, so it was not opened.", "Take it out of the vault.")
      case .file, .other: break
      }
    }
  }

  private mutating func searchBelow(_ folder: String, depth: Int) {
    guard depth < VaultFolder.deepest else {
      note(folder, "The folder lies too deep; it was not read.", "Move it up in the vault.")
      return
    }
    folders.append(folder)
    do {
      try search(folder: folder, depth: depth + 1)
    } catch {
      note(
        folder, "The folder could not be read: \(error.reason).",
        "Change its permissions, or leave it out in the configuration.")
    }
  }

  private mutating func add(_ file: String, name: String) {
    guard let status = FileSystem.status(of: "\(root)/\(file)", followsLinks: false),
      status.kind == .file
    else { return }
    if ControlText.cleaned(file) != file || file.utf8.contains(where: \.isLineEnd) {
      note(
        ControlText.cleaned(file), "The name of the file has control characters; it was not read.",
        "Rename the file.")
      return
    }
    let found = VaultFile(
      file: file, path: VaultFolder.withoutExtension(file), size: status.size,
      modified: status.modified, inode: status.inode)
    if VaultFolder.isMarkdown(name) { files.append(found) } else { texts.append(found) }
  }

  /// A link is worth a word only if it hides notes: those outside the vault, or nowhere.
  private mutating func noteLink(_ file: String, isPage: Bool) {
    guard let target = FileSystem.realPath("\(root)/\(file)") else {
      if isPage {
        note(file, "The link leads nowhere.", "Delete the link, or restore what it led to.")
      }
      return
    }
    if target == root || target.hasPrefix(root == "/" ? "/" : root + "/") { return }
    let isFolder = FileSystem.status(of: target, followsLinks: true)?.kind == .folder
    if isPage || isFolder {
      note(
        file, "The link leads out of the vault; it was not followed.",
        "Put the notes themselves into the vault.")
    }
  }

  private mutating func note(_ file: String, _ message: String, _ remedy: String) {
    problems.append(
      Problem(
        file: ControlText.cleaned(file), severity: .warning, message: message, remedy: remedy))
  }

  private func isSkipped(_ name: String, file: String) -> Bool {
    if name == ".git" || name == "node_modules" { return true }
    if !options.readsHidden, name.utf8.first == UInt8(ascii: ".") { return true }
    return ignored.contains { $0.matches(file, name: name) }
  }

  /// `a.md` and `a.markdown` beside each other: the second keeps its extension in its path.
  private mutating func makePathsUnique() {
    var seen: Set<String> = []
    for index in files.indices where !seen.insert(files[index].path).inserted {
      note(
        files[index].file, "Another page has the same name with another extension.",
        "Rename one of them.")
      files[index].path = files[index].file
      seen.insert(files[index].path)
    }
  }

  // MARK: Names

  /// Whether a file of that name is read as a page when it is given alone.
  public static func isPage(_ name: String) -> Bool { isMarkdown(name) || isText(name) }

  static func isMarkdown(_ name: String) -> Bool {
    ends(name, in: ".md") || ends(name, in: ".markdown")
  }

  static func isText(_ name: String) -> Bool { ends(name, in: ".txt") }

  /// Whether a name ends so, in any case: `ending` is in small letters.
  private static func ends(_ name: some StringProtocol, in ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      let name = name.utf8
      guard name.count >= ending.count else { return false }
      return zip(name.suffix(ending.count), ending).allSatisfy { byte, small in
        byte == small || (byte &+ 0x20 == small && byte >= 0x41 && byte <= 0x5a)
      }
    }
  }

  /// Without the extension of a page; other dots belong to the name.
  static func withoutExtension(_ file: String) -> String {
    guard isPage(file),
      let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")), dot != file.startIndex
    else { return file }
    return String(file[..<dot])
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: Byte.slash) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}
