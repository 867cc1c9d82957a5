import Foundation
import SupportC

/// From starting the program to its first frame, as whole processes in a pseudo-terminal: `q` is
/// typed before the program starts, so that it paints, reads it and leaves.
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
      try parse.measure { try inTerminal(baseline, ["parse", vault], type: "") }
      let data = "\(folder)/data\(run)"
      try fresh.measure { try inTerminal(threshold, [vault, "--data", data], type: "q") }
      try again.measure { try inTerminal(threshold, [vault, "--data", data], type: "q") }
      try paint.measure { try inTerminal(baseline, ["paint"], type: "") }
      try due.measure {
        try inTerminal(threshold, ["due", "--vault", vault, "--data", data], type: "")
      }
    }
    Row(
      what: "first frame, 500 pages (5 MB), nothing cached", ours: fresh.median,
      other: ("parsing alone", parse.median), aim: "within 3×"
    ).show()
    Row(
      what: "first frame, the same, unchanged", ours: again.median,
      other: ("curses alone", paint.median), aim: "within 3×"
    ).show()
    Row(what: "`due`, whole process, the same", ours: due.median, aim: "under 15 ms").show()
  }

  /// Runs a program in a terminal of 80×24 until it ends.
  private func inTerminal(_ program: String, _ arguments: [String], type: String) throws {
    var name = [CChar](repeating: 0, count: 256)
    let control = support_open_terminal(&name, Int32(name.count))
    guard control >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(control) }
    support_set_size(control, 80, 24)
    let typed = Array(type.utf8)
    _ = typed.withUnsafeBytes { write(control, $0.baseAddress, $0.count) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let variables = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "HOME=\(folder)",
      "PATH=/usr/bin:/bin",
    ]
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var values: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (words + values).forEach { free($0) } }
    let child = support_start(program, &words, &values, folder, path, nil)
    guard child > 0 else { throw CocoaError(.executableNotLoadable) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      var descriptor = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
      if poll(&descriptor, 1, 1) > 0 { _ = read(control, &buffer, buffer.count) }
    }
  }
}
