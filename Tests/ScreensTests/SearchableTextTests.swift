import Support
import Surface
import Testing

@testable import Screens

@Suite struct SearchableTextTests {
  private func text(_ rows: [[String]]) -> (text: SearchableText, lines: [Pane.Line]) {
    let lines = rows.enumerated().flatMap { row, lines in
      lines.map { Pane.Line(row: row, spans: [Span($0)]) }
    }
    return (SearchableText(lines), lines)
  }

  private func found(_ words: String, in rows: [[String]]) -> [[SearchableText.Part]] {
    let text = text(rows).text
    let places = text.places(of: words)
    return (0..<places.count).map { text.parts(of: $0, in: places) }
  }

  private typealias Part = SearchableText.Part

  @Test func `Case does not matter, and what goes on in the next line is found`() {
    let rows = [["The Harbour is", "  deep. Harbour"], ["pilots know the harbour"]]
    #expect(
      found("harbour", in: rows) == [
        [Part(line: 0, characters: 4..<11)], [Part(line: 1, characters: 8..<15)],
        [Part(line: 2, characters: 16..<23)],
      ])
    #expect(
      found("IS DEEP", in: rows) == [
        [Part(line: 0, characters: 12..<14), Part(line: 1, characters: 2..<6)]
      ])
    // Not from one paragraph into the next.
    #expect(found("harbour pilots", in: rows).isEmpty)
    #expect(found("anchor", in: rows).isEmpty && found("é", in: rows).isEmpty)
  }

  @Test func `Characters are found whole, whatever they are made of`() {
    let rows = [["Ärger, e\u{301}tude", "👨‍👩‍👧‍👦 und 漢字"]]
    #expect(found("ärger", in: rows) == [[Part(line: 0, characters: 0..<5)]])
    #expect(found("étude", in: rows) == [[Part(line: 0, characters: 7..<12)]])
    #expect(found("👨", in: rows).isEmpty && found("etude", in: rows).isEmpty)
    #expect(found("字", in: rows) == [[Part(line: 1, characters: 7..<8)]])
  }

  @Test func `Blanks count once, whatever stands beside them`() {
    let rows = [["a  — b", "  c \u{301}d", "—  "], ["  — e\r\nf"]]
    #expect(found("a — b c", in: rows).first?.first == Part(line: 0, characters: 0..<6))
    #expect(found("— b", in: rows) == [[Part(line: 0, characters: 3..<6)]])
    #expect(found("d —", in: rows).count == 1 && found("f", in: rows).count == 1)
    #expect(found("— e", in: rows) == [[Part(line: 3, characters: 2..<5)]])
    // A blank under an accent is a character of its own.
    #expect(found("c d", in: rows).isEmpty)
  }

  /// Against looking at every place.
  @Test func `Nothing is left out and nothing found twice, in any text`() {
    var chance = RandomText(seed: 5)
    for _ in 0..<300 {
      let rows = (0..<5).map { _ in (0...chance.next(below: 3)).map { _ in chance.text() } }
      let (text, lines) = text(rows)
      for words in ["a", "word", "é", "word word", "漢字", " ", "d a"] {
        let places = text.places(of: words)
        let parts = (0..<places.count).map { text.parts(of: $0, in: places) }
        for part in parts {
          let shown = part.map { part in
            let characters = Array(lines[part.line].spans.map(\.text).joined())[part.characters]
            return String(characters)
          }.joined(separator: " ")
          let plain = shown.split(separator: " ").joined(separator: " ").lowercased()
          #expect(plain == words.trimmed.lowercased() || words == " ", "“\(shown)” for “\(words)”")
        }
        // By lines there are as many as in all.
        var counted: Set<Int> = []
        for line in lines.indices {
          let here = text.places(places, inLines: line..<(line + 1))
          let expected = parts.indices.filter { parts[$0].contains { $0.line == line } }
          #expect(Set(expected).isSubset(of: Set(here)))
          counted.formUnion(here)
        }
        #expect(counted == Set(parts.indices))
        guard !words.contains(" ") else { continue }
        let simple = lines.reduce(0) { $0 + Self.count(words, in: $1.spans.map(\.text).joined()) }
        #expect(places.count == simple, "“\(words)” in \(rows)")
      }
    }
  }

  private static func count(_ words: String, in line: String) -> Int {
    let (wanted, all) = (Array(words), Array(line.lowercased()))
    var (count, at) = (0, 0)
    while at + wanted.count <= all.count {
      let isHere = Array(all[at..<(at + wanted.count)]) == wanted
      count += isHere ? 1 : 0
      at += isHere ? wanted.count : 1
    }
    return count
  }
}
