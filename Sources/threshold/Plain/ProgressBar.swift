import Foundation
import Synchronization

/// A bar on standard error, for work that takes longer than a moment; nothing where that is no
/// terminal.
final class ProgressBar: Sendable {
  private let title: String
  private let begun = ContinuousClock.now
  private let isShown = Mutex(false)

  init(_ title: String) { self.title = title }

  /// - Parameter part: what is done, 0…1.
  func show(_ part: Double) {
    guard isatty(STDERR_FILENO) == 1, ContinuousClock.now - begun > .milliseconds(300) else {
      return
    }
    isShown.withLock { $0 = true }
    let width = 30
    let full = Int((min(1, max(0, part)) * Double(width)).rounded())
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    write("\r\(title) [\(bar)] \(Int(part * 100))%")
  }

  func clear() {
    if isShown.withLock({ $0 }) {
      write("\r" + String(repeating: " ", count: title.count + 40) + "\r")
    }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
