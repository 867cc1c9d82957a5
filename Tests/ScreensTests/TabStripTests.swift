import Surface
import Testing

@testable import Screens

@Suite struct TabStripTests {
  private func line(of current: Int, among count: Int, room: Int) -> String {
    var surface = Surface(size: Size(columns: room + 2, rows: 1), glyphs: .unicode)
    let titles = (1...count).map { "Table of knots \($0)" }
    TabStrip(titles, current: current, room: room).draw(on: &surface, y: 0, glyphs: .unicode)
    return surface.textLines()[0]
  }

  /// However many there are, those next to the current one are in sight, and the rest is counted.
  @Test(arguments: [1, 5, 40, 3000]) func `The tabs in sight and those beside them are all`(
    _ count: Int
  ) {
    for room in [28, 78, 198] {
      for current in Set([0, count / 2, count - 1]) {
        let line = line(of: current, among: count, room: room)
        #expect(line.contains("[\(current + 1)"), "\(line)")
        let words = line.split(whereSeparator: { !$0.isNumber && $0 != "«" && $0 != "»" })
        let before = words.first { $0.hasPrefix("«") }.flatMap { Int($0.dropFirst()) } ?? 0
        let after = words.last { $0.hasSuffix("»") }.flatMap { Int($0.dropLast()) } ?? 0
        let strip = TabStrip(
          (1...count).map { "Table of knots \($0)" }, current: current, room: room)
        let shown = Set((0..<(room + 2)).compactMap { strip.tab(at: $0) })
        #expect(before + shown.count + after == count, "\(line)")
        #expect(shown == Set(before..<(count - after)), "\(line)")
      }
    }
  }
}
