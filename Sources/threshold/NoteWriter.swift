import Foundation
import Notes

/// Writes one Key Fact into a note, because the user has asked for that very line.
///
/// The note is read when the line is proposed, and written only if it is still the same, byte for byte.
/// The new file takes the old one's place in one step, so that no crash leaves half of it.
struct NoteWriter {
  /// The file in the vault.
  let file: String
  /// How the page writes its facts.
  let list: FactList
  private let path: String
  private let bytes: [UInt8]
  private let page: Page

  /// - Returns: nil when the page has no Key Facts, or the file is none that could be added to.
  /// - Throws: `Failure` when it cannot be read.
  init?(page: Page, root: String) throws {
    file = page.file
    // Where a link leads, so that the link stays.
    path = URL(fileURLWithPath: root + "/" + page.file).resolvingSymlinksInPath().path
    bytes = try Self.read(path, file: file)
    let present = PageReader.read(bytes: bytes, path: page.path, file: page.file)
    guard let list = FactList(page: present, source: bytes) else { return nil }
    self.page = present
    self.list = list
  }

  /// - Throws: `Failure` when the note has changed since, or cannot be written; it is then as it was.
  func add(_ line: String) throws {
    let new = list.adding(line)
    let read = PageReader.read(bytes: new, path: page.path, file: page.file)
    let old = page.facts.map(\.item.text)
    guard read.facts.count == old.count + 1, read.sections.count == page.sections.count,
      read.questions.map(\.item.text) == page.questions.map(\.item.text),
      read.facts.map(\.item.text).filter(old.contains).count >= old.count
    else {
      throw Failure(
        "the line would not stand as one fact in \(file)", remedy: "paste it where it belongs",
        status: .data)
    }
    guard try Self.read(path, file: file) == bytes else {
      throw Failure(
        "\(file) has changed meanwhile, and was left alone", remedy: "look at it and ask again",
        status: .data)
    }
    try replace(with: new)
  }

  private static func read(_ path: String, file: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure(
        "\(file) cannot be read", remedy: "check that it is there and readable", status: .data)
    }
  }

  private func replace(with bytes: [UInt8]) throws {
    let folder = (path as NSString).deletingLastPathComponent
    let fresh = folder + "/.threshold-\(UUID().uuidString)"
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure() }
    var isWritten = fchmod(descriptor, mode) == 0
    var written = 0
    while isWritten, written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      isWritten = count > 0
      written += max(0, count)
    }
    isWritten = fsync(descriptor) == 0 && isWritten
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten, rename(fresh, path) == 0 else {
      let failure = failure()
      unlink(fresh)
      throw failure
    }
  }

  private func failure() -> Failure {
    Failure(
      "\(file) cannot be written: \(String(cString: strerror(errno)))",
      remedy: "paste the line yourself", status: .data)
  }
}
