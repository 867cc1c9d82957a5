#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few things that have to be done to whole files. Never opens a file that a database
/// connection of this process may have open: closing it would drop that connection's locks.
enum FileSystem {
  enum Kind { case file, folder, other }

  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// In bytes; nil when there is no such file.
  static func size(of path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : nil
  }

  /// What tells a file from another one that takes its name later.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// Nil when there is no such file.
  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
  }

  static func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Makes the folder and those above it; readable by its owner alone, as XDG asks for.
  static func makeFolder(_ path: String) throws(CollectionError) {
    switch kind(of: path) {
    case .folder: return
    case .file, .other: throw .notAFolder(path: path)
    case nil: break
    }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    if mkdir(path, 0o700) != 0 {
      let code = errno
      // Another program may have made it in between.
      guard code == EEXIST, kind(of: path) == .folder else {
        // What is not there yet has no permissions: those of the folder above it are to be changed.
        let isRefused = [EACCES, EPERM, EROFS].contains(code)
        throw CollectionError(errno: code, path: isRefused ? parent : path)
      }
    }
  }

  /// The names in a folder, sorted; none when there is no such folder.
  static func names(in folder: String) throws(CollectionError) -> [String] {
    guard let directory = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw CollectionError(errno: errno, path: folder)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Gives a file another name in the same file system; never over one that is there.
  static func move(_ source: String, to target: String) throws(CollectionError) {
    guard kind(of: target) == nil else { throw .alreadyExists(path: target) }
    try replace(target, by: source)
  }

  /// As `move`, over a file that may be there.
  static func replace(_ target: String, by source: String) throws(CollectionError) {
    guard rename(source, target) == 0 else { throw CollectionError(errno: errno, path: source) }
    synchronizeFolder(folder(of: target))
  }

  /// Removes a file that this program made itself; one that is not there is fine.
  static func remove(_ path: String) throws(CollectionError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw CollectionError(errno: errno, path: path)
    }
  }

  /// Copies a file whole; the copy is on disk at return.
  static func copy(_ source: String, to target: String) throws(CollectionError) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw CollectionError(errno: errno, path: source) }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw CollectionError(errno: errno, path: target) }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw CollectionError(errno: errno, path: source)
      }
      var written = 0
      while written < count {
        let step = buffer.withUnsafeBytes {
          write(output, $0.baseAddress?.advanced(by: written), count - written)
        }
        if step < 0, errno != EINTR { throw CollectionError(errno: errno, path: target) }
        written += max(0, step)
      }
    }
    guard fsync(output) == 0 else { throw CollectionError(errno: errno, path: target) }
  }

  /// Puts a finished file, which no connection has open, on disk.
  static func synchronize(_ path: String) throws(CollectionError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CollectionError(errno: errno, path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CollectionError(errno: errno, path: path) }
  }

  /// Makes renames in a folder durable. Some file systems refuse; the rename stands all the same.
  static func synchronizeFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
