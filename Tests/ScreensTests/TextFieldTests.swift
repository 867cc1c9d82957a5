import Support
import Surface
import Testing

@testable import Screens

@Suite struct TextFieldTests {
  private func drawn(_ field: TextField, columns: Int, rows: Int = 1) -> Surface {
    var surface = Surface(size: Size(columns: columns, rows: rows))
    field.draw(on: &surface, in: Rect(x: 0, y: 0, width: columns, height: rows))
    return surface
  }

  @Test func `What is cut has a sign on its side, and the cursor is in sight`() throws {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    for columns in [5, 12, 40, 79] {
      var field = TextField(text)
      for step in 0...text.count {
        let surface = drawn(field, columns: columns)
        let line = surface.textLines()[0]
        let cursor = try #require(surface.cursor)
        #expect((0..<columns).contains(cursor.x))
        // What stands under the cursor is the character that it is at.
        if step > 0 {
          let at = text[text.index(text.endIndex, offsetBy: -step)]
          #expect(surface[cursor.x, 0].text == String(at))
        }
        if step == 0 { #expect(line.hasPrefix("…") && !line.hasSuffix("…")) }
        if step == text.count { #expect(!line.hasPrefix("…") && line.hasSuffix("…")) }
        _ = Key(name: "left").map { field.handle($0) }
      }
    }
  }

  @Test func `Around the cursor something can be read`() {
    var field = TextField((1...40).map { "word\($0)" }.joined(separator: " "))
    for _ in 0..<100 { _ = Key(name: "left").map { field.handle($0) } }
    let surface = drawn(field, columns: 30)
    #expect((surface.cursor?.x ?? 0) > 10)
    #expect((surface.cursor?.x ?? 30) < 30)
    #expect(surface.textLines()[0].hasPrefix("…") && surface.textLines()[0].hasSuffix("…"))
  }

  @Test func `A short text has no sign, and wide characters stay whole`() {
    #expect(drawn(TextField("short"), columns: 6).textLines() == ["short"])
    let wide = drawn(TextField(String(repeating: "漢字", count: 30)), columns: 11)
    #expect(TextWidth.of(wide.textLines()[0]) <= 11)
    #expect(wide.textLines()[0].hasPrefix("…"))
  }

  @Test func `Of more rows, the first in sight and the last have the sign`() {
    var field = TextField(String(repeating: "abcdefghi ", count: 20))
    #expect(drawn(field, columns: 10, rows: 3).textLines()[0].hasPrefix("…"))
    _ = Key(name: "home").map { field.handle($0) }
    let lines = drawn(field, columns: 10, rows: 3).textLines()
    #expect(lines[0].hasPrefix("abc") && lines[2].hasSuffix("…"))
  }
}
