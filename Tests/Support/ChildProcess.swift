import Foundation
import SupportC

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a program ended.
public enum ProgramExit: Sendable, Hashable {
  case exited(Int32)
  case signalled(Int32)

  /// From what `waitpid` gives.
  init(_ status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}

public enum ChildError: Error, CustomStringConvertible {
  case system(String, Int32)
  case timedOut(waitingFor: String, screen: String)

  public var description: String {
    switch self {
    case .system(let what, let code): "\(what): \(String(cString: strerror(code)))"
    case .timedOut(let what, let screen):
      "waited in vain for \(what); the screen shows:\n\(screen)"
    }
  }
}

/// Starts programs with nothing of the test's own environment, signal handling or files in them.
enum ChildProcess {
  /// What the program's standard input, output and error are.
  enum Files {
    /// A terminal by path, which becomes the controlling one of a new session.
    case terminal(String)
    case files(input: String, output: String, error: String)
  }

  static func start(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String?,
    files: Files
  ) throws -> pid_t {
    let process = withStrings([program] + arguments) { words in
      withStrings(environment.map { "\($0.key)=\($0.value)" }.sorted()) { variables in
        switch files {
        case .terminal(let path):
          return support_start(program, words, variables, folder, path, nil)
        case .files(let input, let output, let error):
          return withStrings([input, output, error]) { paths in
            support_start(program, words, variables, folder, nil, paths.map { UnsafePointer($0) })
          }
        }
      }
    }
    if process < 0 { throw ChildError.system("cannot start \(program)", errno) }
    return process
  }

  /// The status if the program has ended, nil while it runs.
  static func status(of process: pid_t) -> ProgramExit? {
    var status: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(process, &status, WNOHANG) } while result < 0 && errno == EINTR
    return result == process ? ProgramExit(status) : nil
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}

/// A folder that is gone when the value is: a home for the program under test.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("threshold-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // Somebody was faster; what matters is that it is gone.
    }
  }
}
