import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program printed and how it ended.
public struct ProgramResult: Sendable {
  public let stdout: String
  public let stderr: String
  public let status: ProgramExit
}

/// The built `threshold`; `THRESHOLD_PROGRAM` names another one.
public func thresholdProgram() throws -> String {
  if let named = ProcessInfo.processInfo.environment["THRESHOLD_PROGRAM"] { return named }
  return try builtProgram("threshold")
}

/// A program of this package, which stands next to the bundle of tests.
public func builtProgram(_ name: String) throws -> String {
  let manager = FileManager.default
  let candidates = CommandLine.arguments + Bundle.allBundles.map(\.bundlePath)
  for candidate in candidates {
    var url = URL(fileURLWithPath: candidate)
    while url.path != "/", url.path != "." {
      let program = url.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      if manager.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue,
        manager.isExecutableFile(atPath: program)
      {
        return program
      }
      url.deleteLastPathComponent()
    }
  }
  throw ChildError.system("cannot find the built program \(name)", ENOENT)
}

/// The environment that every program under test gets: nothing of the machine's but `PATH`.
public func pinnedEnvironment(home: String, _ more: [String: String] = [:]) -> [String: String] {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  return [
    "PATH": path, "HOME": home, "TERM": "xterm-256color", "TZ": "UTC", "LANG": "C.UTF-8",
    "TMPDIR": home, "SWIFT_BACKTRACE": "enable=no",
  ].merging(more) { _, new in new }
}

/// Runs a program without a terminal and waits for its end. `environment` is added to
/// `pinnedEnvironment`; home is a temporary folder unless that names another.
public func runProgram(
  _ program: String? = nil, _ arguments: [String], input: String = "",
  environment: [String: String] = [:], folder: String? = nil, seconds: Double = 60
) throws -> ProgramResult {
  let temporary = try TemporaryFolder()
  let names = ["input", "output", "error"].map { "\(temporary.path)/.\($0)" }
  try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
  let process = try ChildProcess.start(
    try program ?? thresholdProgram(), arguments,
    environment: pinnedEnvironment(home: temporary.path, environment), folder: folder,
    files: .files(input: names[0], output: names[1], error: names[2]))
  let deadline = ContinuousClock.now + .seconds(seconds)
  var status = ChildProcess.status(of: process)
  while status == nil {
    if ContinuousClock.now > deadline {
      kill(process, SIGKILL)
      throw ChildError.timedOut(
        waitingFor: "\(arguments.joined(separator: " ")) to end", screen: "")
    }
    poll(nil, 0, 2)
    status = ChildProcess.status(of: process)
  }
  let (output, error) = (
    try Data(contentsOf: URL(fileURLWithPath: names[1])),
    try Data(contentsOf: URL(fileURLWithPath: names[2]))
  )
  return ProgramResult(
    stdout: String(decoding: output, as: UTF8.self), stderr: String(decoding: error, as: UTF8.self),
    status: status ?? .exited(-1))
}
