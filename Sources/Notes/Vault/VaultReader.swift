/// Reads the files of a vault one after another.
struct VaultReader {
  private let folder: VaultFolder
  private let options: ReadingOptions
  private let names: SectionNames
  private var buffer: [UInt8] = []

  init(folder: VaultFolder, options: ReadingOptions) {
    self.folder = folder
    self.options = options
    names = SectionNames(options)
  }

  mutating func readAll() -> (pages: [Page], problems: [Problem]) {
    var pages: [Page] = []
    pages.reserveCapacity(folder.files.count)
    var problems: [Problem] = []
    for file in folder.files {
      let page: Page
      do {
        page = try read(file)
      } catch {
        problems.append(
          Problem(
            file: file.file, severity: .error,
            message: "The file could not be read: \(error.reason).",
            remedy: "Change its permissions or its size, or take it out of the vault."))
        continue
      }
      if page.isNothing {
        problems += page.problems
        if page.problems.isEmpty {
          problems.append(
            Problem(
              file: file.file, severity: .warning, message: "The page is empty.",
              remedy: "Write something into it, or delete it."))
        }
      } else {
        pages.append(page)
      }
    }
    return (pages, problems)
  }

  private mutating func read(_ file: VaultFile) throws(FileSystem.Failure) -> Page {
    let name = "\(folder.root)/\(file.file)"
    let count = try FileSystem.read(name, limit: options.largestFile, into: &buffer)
    let reading = PageReading(path: file.path, file: file.file, options: options, names: names)
    return buffer.withUnsafeBufferPointer { reading.read($0.slice(0..<count)) }
  }
}

extension Page {
  /// Nothing was found in the file at all.
  fileprivate var isNothing: Bool { sections.isEmpty && frontMatter.values.isEmpty }
}
