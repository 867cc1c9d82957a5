import Foundation

/// `make bench`: how fast the program is, beside small C programs that do only what cannot be
/// avoided, in the same run on the same machine. Only the ratios travel.
@main
struct Benchmark {
  static func main() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("threshold-bench-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(atPath: folder) } catch {
        print("\(folder) could not be removed: \(error)")
      }
    }
    let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    print("| what | ours | beside it | ratio | aim |\n| --- | --- | --- | --- | --- |")
    try Opening(programs: programs, folder: folder).run()
    try Answering(programs: programs, folder: folder).run()
    try Drawing(folder: folder).run()
    try LargeCollection(programs: programs, folder: folder).run()
    try Searching(folder: folder).run()
    try Memory(folder: folder).run()
  }
}

/// One row of the table.
struct Row {
  var what: String
  /// In milliseconds.
  var ours: Double
  var other: (name: String, milliseconds: Double)?
  var aim: String

  func show() {
    let beside = other.map { "\($0.name): \(Self.text($0.milliseconds))" } ?? "–"
    let ratio = other.map { String(format: "%.1f", ours / $0.milliseconds) } ?? "–"
    print("| \(what) | \(Self.text(ours)) | \(beside) | \(ratio) | \(aim) |")
  }

  private static func text(_ milliseconds: Double) -> String {
    String(format: milliseconds < 10 ? "%.3f ms" : "%.1f ms", milliseconds)
  }
}

/// Times in milliseconds.
struct Times {
  private(set) var values: [Double] = []

  mutating func measure(_ body: () throws -> Void) rethrows {
    let start = ContinuousClock.now
    try body()
    add(ContinuousClock.now - start)
  }

  mutating func add(_ duration: Duration) {
    let parts = duration.components
    values.append(Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15)
  }

  mutating func add(milliseconds: Double) { values.append(milliseconds) }

  func percentile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  var median: Double { percentile(0.5) }
}
