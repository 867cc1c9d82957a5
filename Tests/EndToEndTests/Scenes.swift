import Foundation
import Support

/// What every end-to-end test starts from: the shipped vault, a data directory of the test's own
/// and a fixed clock.
struct Scenes {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let decks = repository + "/Decks"
  static let seed = repository + "/Tests/NotesTests/Fixtures/ai-safety.txt"

  var data: String { folder.path + "/data" }

  func environment(day: Int = 24, hour: String = "09:00", _ more: [String: String] = [:])
    -> [String: String]
  {
    [
      "THRESHOLD_DATA": data, "THRESHOLD_NOW": "2026-11-\(day)T\(hour):00Z",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ].merging(more) { _, new in new }
  }

  /// The program in a terminal.
  func open(
    _ arguments: String..., day: Int = 24, hour: String = "09:00", columns: Int = 80,
    rows: Int = 24, environment more: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      nil, arguments, environment: environment(day: day, hour: hour, more), columns: columns,
      rows: rows)
  }

  /// The program without a terminal.
  func run(
    _ arguments: String..., day: Int = 24, hour: String = "09:00", input: String = "",
    environment more: [String: String] = [:]
  ) throws -> ProgramResult {
    try runProgram(
      nil, arguments, input: input, environment: environment(day: day, hour: hour, more))
  }

  /// A folder of pages, or a file when the name has an extension and nothing else is given.
  func write(_ text: String, to name: String) throws -> String {
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}

extension PseudoTerminal {
  /// Shows the answer of the card in a review, and rates it.
  func rate(_ key: String) {
    press(.space)
    type(key)
  }
}

extension ProgramResult {
  /// Standard output as JSON.
  func json<T>(_ type: T.Type) throws -> T {
    guard let value = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? T else {
      throw CocoaError(.coderReadCorrupt)
    }
    return value
  }
}
