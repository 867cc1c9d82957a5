/// Formulas set between dollar signs: `$E = mc^2$`, `$$x$$`. No blank may cut one.
enum Formulas {
  static func ranges(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    guard text.contains("$") else { return [] }
    var ranges: [Range<Int>] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: "$") {
      let isDouble = open + 1 < text.endIndex && text[open + 1] == "$"
      let begin = isDouble ? open + 2 : open + 1
      index = begin
      // `$5` is a sum.
      guard begin < text.endIndex, !Prose.isSpace(text[begin]),
        isDouble || !Prose.isDigit(text[begin])
      else { continue }
      guard let close = end(from: begin, in: text, isDouble: isDouble) else { continue }
      ranges.append(open..<close)
      index = close
    }
    return ranges
  }

  /// Behind the sign that closes; nil when there is none.
  private static func end(
    from begin: Int, in text: ArraySlice<Unicode.Scalar>, isDouble: Bool
  ) -> Int? {
    var index = begin
    while let sign = text[index...].firstIndex(of: "$") {
      let next = sign + 1
      let closes =
        isDouble
        ? next < text.endIndex && text[next] == "$"
        : !Prose.isSpace(text[sign - 1]) && (next >= text.endIndex || !Prose.isDigit(text[next]))
      if closes, sign > begin { return isDouble ? next + 1 : next }
      index = next
    }
    return nil
  }
}
