import Support
import Testing

@testable import Surface

@Suite("Wrapped text")
struct WrapTests {
  @Test("loses nothing but blanks, keeps every style, and no line is too wide")
  func losesNothing() {
    var random = RandomText(seed: 6)
    let inks = Ink.allCases
    for _ in 0..<1500 {
      let spans = (0..<random.next(below: 4)).map { index in
        Span(random.text(unclean: true), inks[index % inks.count])
      }
      let width = 1 + random.next(below: 14)
      let lines = wrap(spans, width: width)
      for line in lines {
        let columns = line.reduce(0) { $0 + TextWidth.of($1.text) }
        let isLoneWide =
          width == 1 && line.map(\.text).joined().filter { TextWidth.of($0) > 0 }.count == 1
        #expect(columns <= width || isLoneWide, "\(line) at \(width)")
      }
      for ink in inks {
        let before = spans.filter { $0.ink == ink }.map { Sanitizer.clean(withoutBreaks($0.text)) }
        let after = lines.joined().filter { $0.ink == ink }.map(\.text)
        #expect(withoutBlanks(before) == withoutBlanks(after))
      }
    }
  }

  private func withoutBreaks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Sanitizer.clean(String($0)) }.joined()
  }

  private func withoutBlanks(_ texts: [String]) -> [Unicode.Scalar] {
    texts.joined().unicodeScalars.filter { $0 != " " }
  }

  @Test("breaks at spaces, and inside words only when they are longer than a line")
  func breaksAtSpaces() {
    #expect(wrap("the model itself", width: 9) == ["the model", "itself"])
    #expect(wrap("the model itself", width: 8) == ["the", "model", "itself"])
    #expect(wrap("pause at ASL-3 now", width: 12) == ["pause at", "ASL-3 now"])
    #expect(wrap("extraordinarily", width: 5) == ["extra", "ordin", "arily"])
    #expect(wrap("state-of-the-art work", width: 9) == ["state-of-", "the-art", "work"])
    #expect(wrap("a/very/long/path", width: 8) == ["a/very/", "long/", "path"])
  }

  @Test("keeps the blanks inside a line and an indent, not those at a break")
  func keepsBlanksInside() {
    #expect(wrap("  a  b", width: 10) == ["  a  b"])
    #expect(wrap("aa   bb", width: 4) == ["aa", "bb"])
    #expect(wrap("   long", width: 4) == ["long"])
  }

  @Test("ends a line where the text does")
  func endsLines() {
    #expect(wrap("one\ntwo\n\nthree", width: 20) == ["one", "two", "", "three"])
    #expect(wrap("", width: 5) == [""])
    #expect(wrap([Span](), width: 5) == [[]])
  }

  @Test("breaks between wide characters, but not before a full stop")
  func breaksWide() {
    #expect(wrap("漢字漢字", width: 5) == ["漢字", "漢字"])
    #expect(wrap("漢字漢。", width: 6) == ["漢字", "漢。"])
    #expect(wrap("漢字", width: 1) == ["漢", "字"])
    #expect(wrap("👨‍👩‍👧‍👦👍🏽", width: 3) == ["👨‍👩‍👧‍👦", "👍🏽"])
  }

  @Test("may change its style within a word")
  func joinsSpans() {
    let lines = wrap([Span("un"), Span("safe", .bad), Span(" model")], width: 7)
    #expect(lines == [[Span("un"), Span("safe", .bad)], [Span("model")]])
  }

  @Test("shortened to a width never exceeds it, and padded to one has it")
  func truncatesAndPads() {
    var random = RandomText(seed: 7)
    for _ in 0..<500 {
      let text = random.text(unclean: true)
      let width = random.next(below: 12)
      let short = truncate(text, width: width, glyphs: .unicode)
      #expect(TextWidth.of(short) <= width)
      for alignment in [Alignment.left, .right, .centre] {
        let padded = pad(short, width: width, alignment)
        #expect(TextWidth.of(padded) == width)
      }
    }
    #expect(truncate("threshold", width: 5, glyphs: .unicode) == "thre…")
    #expect(truncate("threshold", width: 9, glyphs: .unicode) == "threshold")
    #expect(pad("ab", width: 5, .centre) == " ab  ")
  }
}
