import Foundation
import SupportC

/// A program in a pseudo-terminal of 80×24, and a clock that began when it was started.
final class TimedProgram {
  private let control: Int32
  private let child: pid_t
  private let start: ContinuousClock.Instant
  private var seen: [UInt8] = []
  private var hasEnded = false

  /// - Parameter home: what the program takes for the user's home, and its working directory.
  init(_ program: String, _ arguments: [String], home: String, now: String? = nil) throws {
    var name = [CChar](repeating: 0, count: 256)
    control = support_open_terminal(&name, Int32(name.count))
    guard control >= 0 else { throw CocoaError(.fileReadUnknown) }
    support_set_size(control, 80, 24)
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    var variables = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "HOME=\(home)", "PATH=/usr/bin:/bin",
    ]
    if let now { variables.append("THRESHOLD_NOW=\(now)") }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var values: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (words + values).forEach { free($0) } }
    start = ContinuousClock.now
    child = support_start(program, &words, &values, home, path, nil)
    guard child > 0 else { throw CocoaError(.executableNotLoadable) }
  }

  deinit { close(control) }

  /// Waits until the program has sent `mark`, and forgets what it sent up to then.
  /// - Returns: the time since the program was started.
  @discardableResult
  func wait(for mark: String) -> Duration {
    let wanted = Array(mark.utf8)
    while !hasEnded, ContinuousClock.now - start < .seconds(60) {
      if let end = Self.end(of: wanted, in: seen) {
        let time = ContinuousClock.now - start
        seen.removeFirst(end)
        return time
      }
      listen()
    }
    return ContinuousClock.now - start
  }

  /// Types, and waits for the frame that comes of it: only what changed is sent, so that no text can
  /// be waited for.
  /// - Returns: the time until its first byte.
  func type(_ keys: String) -> Duration {
    seen = []
    let begin = ContinuousClock.now
    _ = write(control, keys, keys.utf8.count)
    // A key that changes nothing on the screen sends nothing.
    while !hasEnded, seen.isEmpty, ContinuousClock.now - begin < .seconds(2) { listen() }
    let time = ContinuousClock.now - begin
    var count = 0
    while !hasEnded, count < seen.count {
      count = seen.count
      listen(patience: 10)
    }
    return time
  }

  /// What the program has in memory that is its own, in bytes.
  var ownMemory: Int {
    let file = "/proc/\(child)/smaps_rollup"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return 0 }
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("Rss:") }
    return lines.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
      .reduce(0, +) * 1024
  }

  /// Types, if anything is given, and waits until the program has ended.
  /// - Returns: the time since the program was started.
  @discardableResult
  func finish(typing keys: String = "") -> Duration {
    if !keys.isEmpty { _ = write(control, keys, keys.utf8.count) }
    while !hasEnded { listen() }
    return ContinuousClock.now - start
  }

  private func listen(patience: Int32 = 1) {
    var status: Int32 = 0
    if waitpid(child, &status, WNOHANG) != 0 {
      hasEnded = true
      return
    }
    var descriptor = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, patience) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(control, &buffer, buffer.count)
    if count > 0 { seen += buffer[..<count] }
  }

  private static func end(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for place in 0...(bytes.count - wanted.count) where bytes[place] == first {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place + wanted.count }
    }
    return nil
  }
}
