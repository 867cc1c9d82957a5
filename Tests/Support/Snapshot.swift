import Foundation
import Testing

/// Compares text with the file `Snapshots/<name>.txt` beside the test.
///
/// With `THRESHOLD_RECORD=1` the file is written instead, and the test fails, so that a recording
/// is never taken for a passed test.
public func assertSnapshot(
  _ text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".txt")
  let text = text.hasSuffix("\n") ? text : text + "\n"
  do {
    if ProcessInfo.processInfo.environment["THRESHOLD_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name); look at it and run again without THRESHOLD_RECORD",
        sourceLocation: sourceLocation)
      return
    }
    guard FileManager.default.fileExists(atPath: file.path) else {
      Issue.record(
        "there is no snapshot \(name); run with THRESHOLD_RECORD=1 to record it. It would be:\n\(text)",
        sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard expected != text else { return }
    Issue.record(
      "\(name) differs from its snapshot (- expected, + got):\n\(lineDifference(expected, text))",
      sourceLocation: sourceLocation)
  } catch {
    Issue.record("the snapshot \(name) cannot be used: \(error)", sourceLocation: sourceLocation)
  }
}

/// The lines of two texts, those that are in one only marked with `-` or `+`. Stretches of equal
/// lines are shortened.
public func lineDifference(_ old: String, _ new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  let difference = newLines.difference(from: oldLines)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [(mark: String, text: Substring)] = []
  var (o, n) = (0, 0)
  while o < oldLines.count || n < newLines.count {
    if removed.contains(o) {
      lines.append(("-", oldLines[o]))
      o += 1
    } else if inserted.contains(n) {
      lines.append(("+", newLines[n]))
      n += 1
    } else {
      lines.append((" ", newLines[n]))
      o += 1
      n += 1
    }
  }
  let nearChange = lines.indices.map { index in
    lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { $0.mark != " " }
  }
  var result: [String] = []
  for index in lines.indices {
    if nearChange[index] {
      result.append("\(lines[index].mark)|\(lines[index].text)")
    } else if index == 0 || nearChange[index - 1] {
      result.append(" …")
    }
  }
  return result.joined(separator: "\n")
}
