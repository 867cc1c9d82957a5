import Notes

/// `Q:` and `A:` at the beginning of a text, and marks between two texts.
struct Mark {
  var words: [String]
  static let question = Mark(words: ["q", "question"])
  static let answer = Mark(words: ["a", "answer"])

  /// A quick look: hardly any text has a mark.
  static func mayStand(in text: RichText) -> Bool {
    if let first = text.runs.first?.text.utf8.first(where: { $0 != 0x20 }),
      first | 0x20 == 0x71 || first | 0x20 == 0x61
    {
      return true
    }
    return text.runs.contains { run in
      var previous: UInt8 = 0
      for byte in run.text.utf8 {
        if byte == 0x3a, previous == 0x3a { return true }
        previous = byte
      }
      return false
    }
  }

  /// The text behind the mark, when it begins with it.
  func rest(of text: RichText) -> RichText? {
    guard let first = text.runs.first?.text.unicodeScalars.first(where: { $0 != " " }),
      words.contains(where: { $0.unicodeScalars.first?.value == first.value | 0x20 })
    else { return nil }
    let plain = text.plain
    guard let colon = plain.unicodeScalars.prefix(12).firstIndex(of: ":"),
      words.contains(plain[..<colon].lowercased())
    else { return nil }
    let count = plain.unicodeScalars.distance(from: plain.startIndex, to: colon) + 1
    return Mark.dropping(count, from: text)
  }

  /// The texts before and behind ` A: `.
  func split(_ text: RichText) -> (RichText, RichText)? {
    for word in words {
      for written in [word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        if let split = Mark.split(text, at: " \(written):") { return split }
      }
    }
    return nil
  }

  /// The texts before and behind ` :: `; one of them is empty where the mark stands at an end.
  static func sides(of text: RichText, at mark: String) -> (RichText, RichText)? {
    if let sides = split(text, at: " \(mark) ") { return sides }
    if let first = text.runs.first, !first.style.contains(.code), first.text.hasPrefix(mark + " ") {
      var behind = text
      behind.runs[0].text.removeFirst(mark.count + 1)
      return (RichText(), behind)
    }
    guard let last = text.runs.last, !last.style.contains(.code), last.text.hasSuffix(" " + mark)
    else { return nil }
    var before = text
    before.runs[text.runs.count - 1].text.removeLast(mark.count + 1)
    return (before, RichText())
  }

  /// The texts before and behind the first occurrence outside code.
  static func split(_ text: RichText, at separator: String) -> (RichText, RichText)? {
    for (index, run) in text.runs.enumerated() where !run.style.contains(.code) {
      guard let found = range(of: separator, in: run.text) else { continue }
      var before = Array(text.runs[..<index])
      var after = Array(text.runs[(index + 1)...])
      let left = String(run.text[..<found.lowerBound])
      let right = String(run.text[found.upperBound...])
      if !left.isEmpty { before.append(TextRun(left, style: run.style, link: run.link)) }
      if !right.isEmpty { after.insert(TextRun(right, style: run.style, link: run.link), at: 0) }
      return (RichText(before), RichText(after))
    }
    return nil
  }

  private static func range(of needle: String, in text: String) -> Range<String.Index>? {
    let needle = Array(needle.utf8)
    let bytes = text.utf8
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: needle) {
        return found..<bytes.index(found, offsetBy: needle.count)
      }
      start = bytes.index(after: found)
    }
    return nil
  }

  private static func dropping(_ count: Int, from text: RichText) -> RichText {
    var left = count
    var runs: [TextRun] = []
    for run in text.runs {
      let length = run.text.unicodeScalars.count
      if left >= length, !run.style.contains(.code) {
        left -= length
        continue
      }
      var run = run
      if left > 0, !run.style.contains(.code) {
        run.text = String(String.UnicodeScalarView(run.text.unicodeScalars.dropFirst(left)))
      }
      left = 0
      runs.append(run)
    }
    return RichText(runs)
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
