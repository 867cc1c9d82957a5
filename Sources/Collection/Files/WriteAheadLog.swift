#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file beside a database that takes what is written first. Only looked into while no
/// connection is open, or to read its first bytes; SQLite's locks are on other files.
struct WriteAheadLog {
  let path: String

  private static let headerSize = 32

  /// Whether SQLite would read anything out of it.
  var holdsAnything: Bool {
    guard FileSystem.size(of: path) ?? 0 > Int64(Self.headerSize) else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var magic = [UInt8](repeating: 0, count: 4)
    guard pread(descriptor, &magic, 4, 0) == 4 else { return false }
    return magic[0] == 0x37 && magic[1] == 0x7f && magic[2] == 0x06 && magic[3] & 0xfe == 0x82
  }

  /// Makes a log whose content is all in the database unreadable, and keeps its length. A log that
  /// stayed readable would ruin an older copy of the database that somebody puts in its place.
  func wipe() {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let zeroes = [UInt8](repeating: 0, count: Self.headerSize)
    if pwrite(descriptor, zeroes, zeroes.count, 0) == zeroes.count { _ = fsync(descriptor) }
  }
}
