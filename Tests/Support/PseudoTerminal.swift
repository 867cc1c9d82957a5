import Foundation
import SupportC

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A key that a test presses, in the bytes that an xterm sends for it.
public enum TestKey: Sendable, Hashable {
  case enter, escape, tab, shiftTab, backspace, delete, space
  case up, down, left, right, home, end, pageUp, pageDown
  case control(Character)
  case function(Int)

  func bytes(isCursorApplication: Bool) -> String {
    let prefix = isCursorApplication ? "\u{1B}O" : "\u{1B}["
    switch self {
    case .enter: return "\r"
    case .escape: return "\u{1B}"
    case .tab: return "\t"
    case .shiftTab: return "\u{1B}[Z"
    case .backspace: return "\u{7F}"
    case .delete: return "\u{1B}[3~"
    case .space: return " "
    case .up: return prefix + "A"
    case .down: return prefix + "B"
    case .right: return prefix + "C"
    case .left: return prefix + "D"
    case .home: return prefix + "H"
    case .end: return prefix + "F"
    case .pageUp: return "\u{1B}[5~"
    case .pageDown: return "\u{1B}[6~"
    case .control(let letter):
      return letter.asciiValue.map { String(UnicodeScalar($0 & 0x1F)) } ?? ""
    case .function(let number):
      if (1...4).contains(number) {
        return "\u{1B}O" + String("PQRS".dropFirst(number - 1).prefix(1))
      }
      let codes = [5: 15, 6: 17, 7: 18, 8: 19, 9: 20, 10: 21, 11: 23, 12: 24]
      return codes[number].map { "\u{1B}[\($0)~" } ?? ""
    }
  }
}

/// A program in a real pseudo-terminal, and a `TerminalEmulator` that shows what it prints. Every
/// wait has an end, and none sleeps: output is awaited with `poll`.
public final class PseudoTerminal {
  public private(set) var emulator: TerminalEmulator
  /// Every byte the program has printed so far.
  public private(set) var rawOutput: [UInt8] = []
  public let process: pid_t
  /// The program's home folder, where it may keep its data.
  public let home: String

  private let control: Int32
  /// Held open, so that the modes outlive the program and can be looked at.
  private let line: Int32
  private let modesBefore: [UInt8]
  private let folder: TemporaryFolder
  private var status: ProgramExit?

  /// How long waits last by default: long enough for a busy machine, short enough to end.
  public static let patience = Duration.seconds(30)

  /// - Parameters:
  ///   - program: a path; the built `threshold` when nil.
  ///   - environment: added to `pinnedEnvironment`; an empty value removes a variable.
  public init(
    _ program: String? = nil, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24, workingFolder: String? = nil
  ) throws {
    emulator = TerminalEmulator(columns: columns, rows: rows)
    folder = try TemporaryFolder()
    home = environment["HOME"] ?? folder.path
    var name = [CChar](repeating: 0, count: 256)
    control = support_open_terminal(&name, Int32(name.count))
    guard control >= 0 else { throw ChildError.system("cannot open a pseudo-terminal", errno) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    line = open(path, O_RDWR | O_NOCTTY)
    guard line >= 0 else { throw ChildError.system("cannot open \(path)", errno) }
    _ = fcntl(line, F_SETFD, FD_CLOEXEC)
    support_set_size(control, Int32(columns), Int32(rows))
    modesBefore = Self.modes(line)
    let variables = pinnedEnvironment(home: home, environment).filter { !$0.value.isEmpty }
    process = try ChildProcess.start(
      try program ?? thresholdProgram(), arguments, environment: variables,
      folder: workingFolder ?? home, files: .terminal(path))
  }

  deinit {
    if status == nil {
      Foundation.kill(process, SIGKILL)
      var ignored: Int32 = 0
      while waitpid(process, &ignored, 0) < 0 && errno == EINTR {}
    }
    close(line)
    close(control)
  }

  public var screen: Screen { emulator.screen }

  // MARK: Waiting

  /// Reads what the program prints until `text` stands on one row of the screen.
  public func waitFor(_ text: String, patience: Duration = patience) throws {
    try wait(for: "“\(text)”", patience: patience) { $0.text.contains(text) }
  }

  /// Reads until `text` is gone from the screen.
  public func waitForNo(_ text: String, patience: Duration = patience) throws {
    try wait(for: "“\(text)” to go", patience: patience) { !$0.text.contains(text) }
  }

  /// Reads until the screen is as wanted; `what` says what was waited for when it does not come.
  public func wait(
    for what: String, patience: Duration = patience, until isThere: (Screen) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while !isThere(screen) {
      let isRunning = checkIsRunning()
      let hasRead = read(milliseconds: 20)
      if isThere(screen) { return }
      if !hasRead && (!isRunning || ContinuousClock.now > deadline) {
        let end = status.map { "\nThe program has ended: \($0)." } ?? ""
        throw ChildError.timedOut(waitingFor: what, screen: screen.text + end)
      }
    }
  }

  /// Reads until the program has ended and everything it printed is on the screen.
  @discardableResult
  public func waitForExit(patience: Duration = patience) throws -> ProgramExit {
    let deadline = ContinuousClock.now + patience
    while checkIsRunning() {
      _ = read(milliseconds: 5)
      if ContinuousClock.now > deadline {
        throw ChildError.timedOut(waitingFor: "the program to end", screen: screen.text)
      }
    }
    while read(milliseconds: 0) {}
    return status ?? .exited(-1)
  }

  /// Reads until nothing has come for `quiet`: for what has no text to wait for.
  public func settle(quiet: Duration = .milliseconds(100)) {
    let milliseconds = Int32(quiet.components.attoseconds / 1_000_000_000_000_000)
    while read(milliseconds: milliseconds) {}
  }

  /// How the program has ended; nil while it runs.
  public func statusIfEnded() -> ProgramExit? { checkIsRunning() ? nil : status }

  private func checkIsRunning() -> Bool {
    if status == nil { status = ChildProcess.status(of: process) }
    return status == nil
  }

  /// Waits for output; false when none came in time.
  private func read(milliseconds: Int32) -> Bool {
    var file = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(control, &buffer, buffer.count)
    guard count > 0 else { return false }
    rawOutput += buffer[..<count]
    emulator.feed(buffer[..<count])
    if !emulator.answers.isEmpty {
      let answers = emulator.answers
      emulator.answers = []
      send(answers)
    }
    return true
  }

  // MARK: Doing

  public func type(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes that need not be text.
  public func typeBytes(_ bytes: [UInt8]) { send(bytes) }

  public func press(_ keys: TestKey...) {
    for key in keys { type(key.bytes(isCursorApplication: emulator.modes.contains(1))) }
  }

  /// Pastes as a terminal does: bracketed, if the program has asked for it.
  public func paste(_ text: String) {
    let lines = text.replacingOccurrences(of: "\n", with: "\r")
    type(emulator.modes.contains(2004) ? "\u{1B}[200~\(lines)\u{1B}[201~" : lines)
  }

  /// Presses the first mouse button at a column and row, from 0, and lets it go.
  public func click(_ column: Int, _ row: Int) {
    guard emulator.modes.contains(1006) else { return }
    type("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  /// Turns the mouse wheel at a column and row, from 0.
  public func turnWheel(down: Bool, _ column: Int, _ row: Int) {
    guard emulator.modes.contains(1006) else { return }
    type("\u{1B}[<\(down ? 65 : 64);\(column + 1);\(row + 1)M")
  }

  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    // The system sends SIGWINCH to the program.
    support_set_size(control, Int32(columns), Int32(rows))
  }

  public func kill(_ signal: Int32) { Foundation.kill(process, signal) }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(control, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  // MARK: What is left behind

  /// What is not as it was before the program started; empty when the terminal was given back.
  public var unrestored: [String] {
    var problems: [String] = []
    if screen.isAlternate { problems.append("the alternate screen is still shown") }
    if !screen.isCursorVisible { problems.append("the cursor is hidden") }
    if emulator.currentPen != Pen() { problems.append("the pen is \(emulator.currentPen)") }
    if emulator.isKeypadApplication { problems.append("the keypad is in application mode") }
    // The cursor and the alternate screen are told above.
    let left = emulator.modes.symmetricDifference([7]).subtracting([25, 47, 1047, 1049]).sorted()
    if !left.isEmpty { problems.append("private modes differ: \(left)") }
    if Self.modes(line) != modesBefore { problems.append("the line's modes (stty) differ") }
    return problems
  }

  /// Whether the terminal is in the line-by-line mode it was in before.
  public var hasModesOfBefore: Bool { Self.modes(line) == modesBefore }

  private static func modes(_ file: Int32) -> [UInt8] {
    var modes = termios()
    guard tcgetattr(file, &modes) == 0 else { return [] }
    var bytes = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].flatMap { flags in
      withUnsafeBytes(of: flags) { Array($0) }
    }
    bytes += withUnsafeBytes(of: modes.c_cc) { Array($0) }
    return bytes
  }
}
