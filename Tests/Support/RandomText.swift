/// Text that is hard to lay out, the same in every run: the generator is seeded (SplitMix64).
public struct RandomText {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  /// Words, blanks, hyphens, wide characters, emoji, marks; with `unclean`, everything a note may
  /// try as well.
  public mutating func text(unclean: Bool = false) -> String {
    var pieces = [
      "a", "word", "well-known", "and/or", " ", " ", "  ", "é", "e\u{301}", "漢字", "かな。", "-", "/",
      "👍🏽", "👨‍👩‍👧‍👦", "🇬🇧", "❤️", "extraordinarily", "ASL-3", "—", ",", "नि", "ก็", "한국",
    ]
    if unclean {
      pieces += [
        "\u{1B}[31m", "\u{07}", "\u{9B}2J", "\u{202E}", "\u{200B}", "\u{FEFF}", "\t", "\r\n", "\n",
        "\u{0}", "\u{7F}", "\u{E0041}", "\u{AD}", "\u{2066}", "\u{200D}", "\u{301}", "\u{FE0F}",
        "\u{2028}", "\u{61C}", "\u{FFFE}", "x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
        String(repeating: "\u{301}", count: 40),
      ]
    }
    let count = next(below: 14)
    return (0..<count).map { _ in pieces[next(below: pieces.count)] }.joined()
  }
}
