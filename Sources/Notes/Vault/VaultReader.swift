import Dispatch
import Synchronization

/// What reading a file of the vault came to.
public struct FileReading: Sendable {
  public var file: VaultFile
  /// Nil when the file could not be read, or holds nothing.
  public var page: Page?
  /// What is wrong with the file, or on the page.
  public var problems: [Problem]
}

extension VaultFolder {
  /// Reads some of its files.
  /// - Returns: what each gave, in their order.
  public func read(
    _ files: [VaultFile], options: ReadingOptions = ReadingOptions()
  ) -> [FileReading] {
    VaultReader.read(files, of: self, options: options)
  }
}

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

  /// Reads files on all cores, a stretch of them at a time.
  /// - Returns: what each gave, in their order.
  static func read(
    _ files: [VaultFile], of folder: VaultFolder, options: ReadingOptions
  ) -> [FileReading] {
    let share = 8
    let stretches = (files.count + share - 1) / share
    let results = Mutex<[[FileReading]]>(Array(repeating: [], count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      var reader = VaultReader(folder: folder, options: options)
      let part = files[stretch * share..<min(files.count, (stretch + 1) * share)]
      let read = part.map { reader.reading(of: $0) }
      results.withLock { $0[stretch] = read }
    }
    return results.withLock { $0.flatMap { $0 } }
  }

  mutating func page(_ file: VaultFile) -> Page? { reading(of: file).page }

  private mutating func reading(of file: VaultFile) -> FileReading {
    let page: Page
    do {
      page = try read(file)
    } catch {
      let problem = Problem(
        file: file.file, severity: .error,
        message: "The file could not be read: \(error.reason).",
        remedy: error.remedy)
      return FileReading(file: file, page: nil, problems: [problem])
    }
    guard page.isNothing else {
      return FileReading(file: file, page: page, problems: page.problems)
    }
    let empty = Problem(
      file: file.file, severity: .warning, message: "The page is empty.",
      remedy: "Write something into it, or delete it.")
    return FileReading(
      file: file, page: nil, problems: page.problems.isEmpty ? [empty] : page.problems)
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
