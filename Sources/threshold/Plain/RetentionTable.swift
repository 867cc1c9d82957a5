import FSRS
import Foundation
import Surface

/// What each desired retention costs and gives in the coming year, with two plots.
struct RetentionTable {
  let outlooks: [RetentionAdvice.Outlook]
  /// The desired retention in use.
  let now: Double

  var text: String {
    var lines = ["The coming year, simulated for each desired retention:", ""]
    lines.append("retention  minutes a day  reviews a day  facts known")
    for (index, outlook) in outlooks.enumerated() where index % 3 == 0 || isNow(outlook) {
      let row = String(
        format: "   %.2f  %14.1f %14.1f %12.0f", outlook.retention, outlook.minutesPerDay,
        outlook.reviewsPerDay, outlook.known)
      lines.append(row + (isNow(outlook) ? "  <- in use" : ""))
    }
    lines += plot("Minutes a day", outlooks.map(\.minutesPerDay))
    lines += plot("Facts known after a year", outlooks.map(\.known))
    lines += ["", "`desired_retention` in the configuration sets it; the default is 0.90."]
    return lines.joined(separator: "\n")
  }

  private func isNow(_ outlook: RetentionAdvice.Outlook) -> Bool {
    abs(outlook.retention - now) < 0.005
  }

  /// A curve from the first retention to the last, with its least and greatest value at the side.
  private func plot(_ title: String, _ values: [Double]) -> [String] {
    guard let least = values.min(), let most = values.max(), outlooks.count > 1 else { return [] }
    let glyphs: Glyphs = Console.isUTF8 ? .unicode : .ascii
    let size = Size(columns: 56, rows: 6)
    let labels = [
      0: String(format: "%8.1f ", most), size.rows - 1: String(format: "%8.1f ", least),
    ]
    let rows = Plot.lines(values, size: size, range: least...max(most, least + 0.1), glyphs: glyphs)
    var lines = ["", title]
    for (row, line) in rows.enumerated() {
      lines.append((labels[row] ?? String(repeating: " ", count: 9)) + glyphs.light.vertical + line)
    }
    let first = String(format: "%.2f", outlooks.first?.retention ?? 0)
    let last = String(format: "%.2f", outlooks.last?.retention ?? 0)
    let gap = String(repeating: " ", count: max(1, size.columns - first.count - last.count))
    lines.append(String(repeating: " ", count: 10) + first + gap + last)
    return lines
  }
}
