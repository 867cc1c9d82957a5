#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few things asked of the file system, without following links unless that is meant.
enum FileSystem {
  enum Kind { case file, folder, link, other }

  struct Status {
    var kind: Kind
    var size: Int
    /// Of the last change to the content, in nanoseconds since 1970.
    var modified: Int64
    var inode: UInt64
  }

  struct Entry {
    var name: String
    /// nil where the file system does not tell without being asked again.
    var kind: Kind?
  }

  /// Why a call failed, in the words of the system, and what to do about it.
  struct Failure: Error {
    var reason: String
    var remedy: String

    static let notRegular = Failure(
      reason: "it is not a regular file", remedy: "Take it out of the vault.")

    static func tooLarge(limit: Int) -> Failure {
      Failure(
        reason: "it is larger than \(limit >> 20) MB",
        remedy: "Split it, or take it out of the vault.")
    }

    init(reason: String, remedy: String) {
      self.reason = reason
      self.remedy = remedy
    }

    init(errno code: Int32) {
      switch code {
      case EACCES, EPERM: reason = "permission denied"
      case ENOENT: reason = "there is no such file"
      case ELOOP: reason = "it is a link"
      default: reason = String(cString: strerror(code))
      }
      remedy =
        code == EACCES || code == EPERM
        ? "Change its permissions, or take it out of the vault."
        : "Check the disk, or take it out of the vault."
    }
  }

  static func status(of path: String, followsLinks: Bool) -> Status? {
    var record = stat()
    let result = followsLinks ? stat(path, &record) : lstat(path, &record)
    return result == 0 ? Status(record) : nil
  }

  /// The path without links, `.` and `..`; nil when there is nothing there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What stands in a folder, without `.` and `..`, in no particular order.
  static func entries(of folder: String) throws(Failure) -> [Entry] {
    guard let stream = opendir(folder) else { throw Failure(errno: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        String(cString: UnsafeRawPointer(tuple).assumingMemoryBound(to: CChar.self))
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, kind: kind(ofEntry: Int32(entry.pointee.d_type))))
    }
    return entries
  }

  /// Reads a regular file into a buffer that is used again for the next. A file that was exchanged
  /// for a link, a pipe or a device since it was found is not read.
  static func read(
    _ path: String, limit: Int, into buffer: inout [UInt8]
  ) throws(Failure) -> Int {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    defer { close(descriptor) }
    var record = stat()
    guard fstat(descriptor, &record) == 0 else { throw Failure(errno: errno) }
    let status = Status(record)
    guard status.kind == .file else { throw .notRegular }
    guard status.size <= limit else { throw .tooLarge(limit: limit) }
    // One byte more than the file has, so that the end is seen without a further call.
    if buffer.count < status.size + 1 {
      buffer = [UInt8](repeating: 0, count: max(status.size + 1, 1 << 16))
    }
    return try fill(&buffer, from: descriptor, limit: limit)
  }

  private static func fill(
    _ buffer: inout [UInt8], from descriptor: Int32, limit: Int
  ) throws(Failure) -> Int {
    var count = 0
    while true {
      let room = buffer.count - count
      #if canImport(Darwin)
        let got = buffer.withUnsafeMutableBytes {
          Darwin.read(descriptor, $0.baseAddress.map { $0 + count }, room)
        }
      #elseif canImport(Musl)
        let got = buffer.withUnsafeMutableBytes {
          Musl.read(descriptor, $0.baseAddress.map { $0 + count }, room)
        }
      #else
        let got = buffer.withUnsafeMutableBytes {
          Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, room)
        }
      #endif
      if got < 0 {
        if errno == EINTR { continue }
        throw Failure(errno: errno)
      }
      count += got
      if got == 0 || count < buffer.count { return count }
      // The file grew while it was read.
      guard count <= limit else { throw .tooLarge(limit: limit) }
      buffer += [UInt8](repeating: 0, count: buffer.count)
    }
  }

  private static func kind(ofEntry type: Int32) -> Kind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): nil
    default: .other
    }
  }
}

extension FileSystem.Status {
  fileprivate init(_ record: stat) {
    switch record.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(record.st_size)
    inode = UInt64(record.st_ino)
    #if canImport(Darwin)
      let time = record.st_mtimespec
    #else
      let time = record.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
