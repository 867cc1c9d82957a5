import Cards
import Study

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where everything that belongs to one collection stands.
struct CollectionFiles: Hashable {
  /// The database itself, ending in `.sqlite`.
  let main: String

  var writeAheadLog: String { main + "-wal" }
  var sharedMemory: String { main + "-shm" }
  var mark: String { main + "-open" }
  /// What is being written, before it takes its name.
  var partial: String { main + "-partial" }
  /// A copy of a damaged file, while it is read.
  var scratch: String { main + "-scratch" }
  /// The search index: not backed up, for it can be made anew.
  var search: String { "\(folder)/\(name).search" }
  var folder: String { FileSystem.folder(of: main) }

  /// The file's name without its extension: what its folder of backups is called.
  var name: String {
    let name = FileSystem.name(of: main)
    return name.hasSuffix(".sqlite") ? String(name.dropLast(".sqlite".count)) : name
  }

  /// `<data>/backups/<name>`.
  var backups: String { "\(folder)/backups/\(name)" }

  /// Gives the database and what belongs to it names of their own, and so makes room for another.
  /// - Returns: the database's new path: `…sqlite.damaged-20261124-021930`.
  func putAside(as word: String, at now: Instant) throws(CollectionError) -> String {
    let base = "\(main).\(word)-\(CivilTime(now).compact)"
    var target = base
    var number = 2
    while Self.suffixes.contains(where: { FileSystem.kind(of: target + $0) != nil }) {
      target = "\(base)-\(number)"
      number += 1
    }
    for suffix in Self.suffixes where FileSystem.kind(of: main + suffix) != nil {
      try FileSystem.move(main + suffix, to: target + suffix)
    }
    return target
  }

  private static let suffixes = ["", "-wal", "-shm"]
}

/// A collection in the data directory, and the vault it was made for.
public struct FoundCollection: Sendable, Hashable {
  public var file: String
  /// The vault's real path when it was last opened; nil when nobody said.
  public var vault: String?
  public init(file: String, vault: String?) {
    self.file = file
    self.vault = vault
  }
}

extension Collection {
  /// The collection file of a vault: a readable name out of the vault's own, and a hash of its real
  /// path, so that two vaults of the same name never share one.
  /// - Parameter dataDirectory: Threshold's own folder; it need not exist yet.
  public static func file(forVault root: String, in dataDirectory: String) -> String {
    let real = FileSystem.realPath(of: root) ?? absolute(root)
    let digits = String(StableHash.plain(real), radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.count)
    return "\(dataDirectory)/\(slug(of: real))-\(zeros)\(digits).sqlite"
  }

  /// Every collection in the data directory that can be read, by file name.
  public static func found(in dataDirectory: String) throws(CollectionError) -> [FoundCollection] {
    var found: [FoundCollection] = []
    for name in try FileSystem.names(in: dataDirectory) where name.hasSuffix(".sqlite") {
      let file = "\(dataDirectory)/\(name)"
      do throws(CollectionError) {
        let vault = try Connection.vault(of: file)
        found.append(FoundCollection(file: file, vault: vault.isEmpty ? nil : vault))
      } catch {
        // One that is damaged or foreign is looked at when it is opened, not while others are sought.
        continue
      }
    }
    return found
  }

  /// The collections of vaults that are no longer where they were and whose folder had the same
  /// name as this one: it may have been moved.
  public static func movedCandidates(
    forVault root: String, in dataDirectory: String
  ) throws(CollectionError) -> [FoundCollection] {
    let real = FileSystem.realPath(of: root) ?? absolute(root)
    let name = FileSystem.name(of: real)
    return try found(in: dataDirectory).filter { candidate in
      guard let vault = candidate.vault, vault != real else { return false }
      return FileSystem.name(of: vault) == name && FileSystem.kind(of: vault) == nil
    }
  }

  /// Lets a moved vault go on with its old collection: the file and its backups get the names that
  /// belong to the new place. Nobody may have it open.
  /// - Returns: the collection's new path.
  @discardableResult
  public static func adopt(
    _ file: String, forVault root: String, in dataDirectory: String
  ) throws(CollectionError) -> String {
    let old = CollectionFiles(main: file)
    let new = CollectionFiles(main: Self.file(forVault: root, in: dataDirectory))
    let mark = try OpenMark(path: old.mark, of: file)
    defer { mark.release() }
    guard mark.takeAlone() else { throw .inUse(path: file) }
    guard FileSystem.kind(of: new.main) == nil else { throw .alreadyExists(path: new.main) }
    // The log beside it holds the newest answers when its program was killed.
    for suffix in ["-wal", "-shm", ""] where FileSystem.kind(of: file + suffix) != nil {
      try FileSystem.move(file + suffix, to: new.main + suffix)
    }
    for suffix in ["-wal", "-shm", ""] { try FileSystem.remove(old.search + suffix) }
    if FileSystem.kind(of: old.backups) == .folder, FileSystem.kind(of: new.backups) == nil {
      try FileSystem.move(old.backups, to: new.backups)
    }
    return new.main
  }

  /// Letters and digits of the last part of the path, in lower case, with single hyphens between.
  static func slug(of path: String) -> String {
    var name = FileSystem.name(of: path)
    for ending in [".md", ".markdown", ".txt"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
      break
    }
    var slug = ""
    for character in name.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
      }
      if slug.utf8.count >= 40 { break }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "vault" : slug
  }

  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }
}
