import Support
import Testing

@testable import Surface

@Suite("The width of text")
struct TextWidthTests {
  @Test(
    "is that of what is seen, not of the code points",
    arguments: [
      ("", 0), ("a", 1), ("threshold", 9), ("é", 1), ("e\u{301}", 1), ("…", 1), ("—", 1),
      ("漢", 2), ("漢字", 4), ("カナ", 4), ("ｶﾅ", 2), ("한국", 4), ("각", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("（", 2), ("🙂", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇬🇧", 2),
      ("🇬🇧🇩🇪", 4), ("❤", 1), ("❤️", 2), ("⚠️", 2), ("1️⃣", 2), ("✓", 1), ("✅", 2),
      ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("█▏·", 3), ("⣿", 1), ("ا", 1), ("שָׁ", 1), ("ก็", 1), ("กำ", 2),
      ("कि", 2), ("हिन्दी", 5), ("क्षत्रिय", 6), ("⛹️‍♀️", 2), ("🏳️‍🌈", 2), ("❤️‍🔥", 2), ("🧑🏽‍⚖️", 2), ("\u{301}", 0),
      ("\u{200B}", 0), ("\u{7}", 0), ("\u{AD}", 0), ("〿", 1),
    ])
  func isThatOfWhatIsSeen(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test("is the sum over the characters")
  func isTheSumOverCharacters() {
    var random = RandomText(seed: 1)
    for _ in 0..<500 {
      let text = random.text(unclean: true)
      #expect(TextWidth.of(text) == text.reduce(0) { $0 + TextWidth.of($1) })
    }
  }

  @Test("is counted by the characters that Swift knows, on the quick path too")
  func agreesAboutCharacters() {
    var random = RandomText(seed: 10)
    let blocks: [(Int, Int)] = [
      (0x20, 0x7E), (0xA0, 0x2FF), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F),
      (0xE00, 0xE7F), (0x1100, 0x11FF), (0x2000, 0x2BFF), (0x3000, 0x30FF), (0x4E00, 0x4E40),
      (0xA640, 0xA6FF), (0xAC00, 0xAC40), (0xFB00, 0xFEFF), (0x1F1E0, 0x1F6FF), (0xE0020, 0xE007F),
    ]
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<(1 + random.next(below: 8)) {
        let (first, last) = blocks[random.next(below: blocks.count)]
        let value = UInt32(first + random.next(below: last - first + 1))
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      var characters: [String] = []
      var columns: [Int] = []
      TextWidth.forEachGrapheme(in: text) { grapheme in
        let bytes = Array(text.utf8)[grapheme.start..<grapheme.end]
        characters.append(String(decoding: bytes, as: UTF8.self))
        columns.append(grapheme.columns)
        return true
      }
      // What is wider than a cell comes in pieces of its own.
      let expected = text.map { TextWidth.of($0) <= 2 ? [String($0)] : Self.pieces($0) }
      #expect(characters == expected.flatMap { $0 }, "\(text.unicodeScalars.map(\.value))")
      #expect(columns.allSatisfy { $0 <= 2 })
      #expect(
        columns.reduce(0, +) == text.reduce(0) { $0 + TextWidth.of($1) },
        "\(text.unicodeScalars.map(\.value))")
    }
  }

  /// What two columns hold, code point by code point.
  private static func pieces(_ character: Character) -> [String] {
    var pieces: [String] = []
    for scalar in character.unicodeScalars {
      let joined = (pieces.last?.unicodeScalars ?? "".unicodeScalars) + [scalar]
      if !pieces.isEmpty, joined.reduce(0, { $0 + TextWidth.of($1) }) <= 2 {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      } else {
        pieces.append(String(scalar))
      }
    }
    return pieces
  }

  @Test("leaves no letter of a syllable without a place")
  func keepsEveryLetter() {
    for text in ["हिन्दी", "क्षत्रिय", "স্ত্রী", "க்ஷௌ"] {
      var surface = Surface(size: Size(columns: 20, rows: 1))
      let used = surface.put(text, x: 0, y: 0)
      let scalars = text.unicodeScalars.reduce(0) { $0 + TextWidth.of($1) }
      #expect(used == scalars)
      #expect(surface.textLines() == [text])
      for x in 0..<20 {
        let own = surface[x, 0].text.unicodeScalars.reduce(0) { $0 + TextWidth.of($1) }
        #expect(own <= 2, "\(text): more in one cell than the terminal gives it")
      }
    }
  }

  @Test("of a whole table of wide characters is found by its ends")
  func findsTheEndsOfRanges() throws {
    for value: UInt32 in [0x1100, 0x115F, 0x231A, 0xAC00, 0xD7A3, 0xFF01, 0xFF60, 0x20000, 0x3FFFD]
    {
      #expect(WidthTable.isWide(value))
    }
    for value: UInt32 in [0x10FF, 0x2319, 0xFF61, 0x1F321, 0x40000, 0x303F] {
      #expect(!WidthTable.isWide(value))
    }
  }
}

@Suite("Cleaned text")
struct SanitizerTests {
  /// What no terminal must get, by the properties of Unicode rather than by our own lists.
  private func harm(in text: String) -> Unicode.Scalar? {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: return scalar
      case .format:
        let follows = index > 0 && scalars[index - 1].value >= 0xA0
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        let isTag = (0xE0020...0xE007F).contains(scalar.value)
        // Arabic and Syriac signs that stand over numbers are drawn, though called format.
        let isDrawn = Sanitizer.isVisibleFormat(scalar.value)
        if !isDrawn && !(follows && (isJoiner || isTag)) { return scalar }
      default: break
      }
      if scalar.properties.isBidiControl { return scalar }
    }
    return nil
  }

  @Test("holds no control or invisible format character, whatever goes in")
  func letsNoControlThrough() {
    var random = RandomText(seed: 2)
    for _ in 0..<1000 {
      let text = random.text(unclean: true)
      #expect(harm(in: Sanitizer.clean(text)) == nil, "\(text.debugDescription)")
    }
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(harm(in: Sanitizer.clean("a\(scalar)b")) == nil)
    }
    for value in UInt32(0xE0000)..<0xE0200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(harm(in: Sanitizer.clean("a\(scalar)b")) == nil)
    }
  }

  @Test("stays as it is when it is cleaned again")
  func isStable() {
    var random = RandomText(seed: 3)
    for _ in 0..<1000 {
      let once = Sanitizer.clean(random.text(unclean: true))
      #expect(Sanitizer.clean(once) == once)
    }
  }

  @Test("has every character of a language, an emoji or a formula that went in")
  func keepsWhatIsText() {
    let texts = [
      "Plain words, “quotes” — dashes…", "naïve façade Ångström", "漢字かな交じり文", "👨‍👩‍👧‍👦 👍🏽 🇬🇧 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
      "می‌خواهم", "שָׁלוֹם", "हिन्दी", "∑ₙ 2ⁿ ≤ ∞", "e\u{301}", "葛\u{E0100}",
    ]
    for text in texts { #expect(Sanitizer.clean(text) == text) }
  }

  @Test("shows what was hidden, and spaces for tabs and line ends")
  func showsControls() {
    #expect(Sanitizer.clean("\u{1B}[2J") == "␛[2J")
    #expect(Sanitizer.clean("a\u{0}b\u{7F}") == "a␀b␡")
    #expect(Sanitizer.clean("\u{9B}31m") == "\u{FFFD}31m")
    #expect(Sanitizer.clean("a\tb\t|") == "a   b   |")
    #expect(Sanitizer.clean("漢\t|") == "漢  |")
    #expect(Sanitizer.clean("a\r\nb\nc") == "a b c")
    #expect(Sanitizer.clean("safe\u{202E}txt.exe\u{202C}") == "safetxt.exe")
    #expect(Sanitizer.clean("\u{FEFF}word\u{200B}less") == "wordless")
    #expect(
      Sanitizer.clean("o" + String(repeating: "\u{301}", count: 500)).unicodeScalars.count == 9)
  }
}
