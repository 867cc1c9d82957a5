#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The small file beside a collection that tells two things: whether another program has it open
/// (a `flock`, which the system drops however a program ends), and how it was left.
///
/// The database's own locks tell neither, and the file itself must not be opened to ask.
final class OpenMark {
  enum Left: String {
    case closed
    /// Still open, or its program was killed.
    case open
    /// Something in it contradicted itself: to be checked whole at the next opening.
    case suspect
  }

  let path: String
  private var descriptor: Int32

  /// - Parameter file: the collection, which is what an error is about.
  init(path: String, of file: String) throws(CollectionError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CollectionError(errno: errno, path: file) }
  }

  /// That of a second connection of a program that has the collection open already, and speaks for
  /// both: it is never alone.
  init(companionAt path: String) {
    self.path = path
    descriptor = -1
  }

  deinit { release() }

  /// Whether nobody else has the collection open; if so, nobody can open it until `share`.
  func takeAlone() -> Bool {
    guard descriptor >= 0 else { return false }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    // Where there are no locks, as on some network disks, nobody can be asked about.
    guard errno == EWOULDBLOCK else { return true }
    // A refused change of lock may have cost the one that was held.
    share()
    return false
  }

  /// Waits, a moment at most, for another program that is just opening or closing.
  func share() {
    guard descriptor >= 0 else { return }
    while flock(descriptor, LOCK_SH) != 0, errno == EINTR {}
  }

  /// Nil when it was never written.
  var left: Left? {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Left(rawValue: String(decoding: buffer[..<count], as: UTF8.self))
  }

  /// Only a hint, so that a failure to write it is no failure of anything else.
  func leave(as left: Left) {
    guard descriptor >= 0 else { return }
    let bytes = Array(left.rawValue.utf8)
    _ = pwrite(descriptor, bytes, bytes.count, 0)
    _ = ftruncate(descriptor, off_t(bytes.count))
  }

  func release() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }
}
