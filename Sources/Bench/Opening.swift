import Foundation
import SupportC

/// From starting the program to its first frame, in a pseudo-terminal, and whole processes beside it.
struct Opening {
  let programs: String
  let folder: String
  private let runs = 9

  func run() throws {
    let vault = folder + "/vault"
    try MadeVault.write(to: vault, pages: 500)
    let threshold = programs + "/threshold"
    let baseline = programs + "/CBaseline"

    var parse = Times()
    var fresh = Times()
    var again = Times()
    var paint = Times()
    var due = Times()
    for run in 0..<runs {
      let data = "\(folder)/data\(run)"
      parse.add(try time(baseline, ["parse", vault]))
      fresh.add(try time(threshold, [vault, "--data", data], until: "Pages of"))
      // Its cards are made beside; the first frame does not wait for them, this does.
      _ = try time(threshold, ["due", "--vault", vault, "--data", data])
      again.add(try time(threshold, [vault, "--data", data], until: "Pages of"))
      paint.add(try time(baseline, ["paint"]))
      due.add(try time(threshold, ["due", "--vault", vault, "--data", data]))
    }
    Row(
      what: "first frame, 500 pages (7 MB), nothing cached", ours: fresh.median,
      other: ("parsing alone", parse.median), aim: "within 3×"
    ).show()
    Row(
      what: "first frame, the same, unchanged", ours: again.median,
      other: ("curses alone", paint.median), aim: "within 3×"
    ).show()
    Row(what: "`due`, whole process, the same", ours: due.median, aim: "under 15 ms").show()
  }

  /// Runs a program in a terminal of 80×24 and tells how long it takes until it ends, or until it
  /// has printed `mark`; then `q` is typed, so that it ends in its own time.
  private func time(
    _ program: String, _ arguments: [String], until mark: String? = nil
  ) throws -> Duration {
    var name = [CChar](repeating: 0, count: 256)
    let control = support_open_terminal(&name, Int32(name.count))
    guard control >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(control) }
    support_set_size(control, 80, 24)
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let variables = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "HOME=\(folder)", "PATH=/usr/bin:/bin",
    ]
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var values: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (words + values).forEach { free($0) } }
    let start = ContinuousClock.now
    let child = support_start(program, &words, &values, folder, path, nil)
    guard child > 0 else { throw CocoaError(.executableNotLoadable) }
    var seen: Duration?
    var tail: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      var descriptor = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 1) > 0 else { continue }
      let count = read(control, &buffer, buffer.count)
      guard count > 0, seen == nil, let mark else { continue }
      tail += buffer[..<count]
      if String(decoding: tail, as: UTF8.self).contains(mark) {
        seen = ContinuousClock.now - start
        _ = write(control, "q", 1)
      }
    }
    return seen ?? (ContinuousClock.now - start)
  }
}
