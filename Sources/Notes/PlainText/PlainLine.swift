/// A line of a page that has lost its Markdown, and what it looks like.
struct PlainLine {
  enum Kind: Equatable {
    case blank, text, bullet, number, tableRow, tabRow, quote, code, rule, comment
  }

  /// The line without its end and without blanks behind it.
  var bytes: Bytes
  /// In the file, from 1.
  var number: Int
  var kind: Kind
  var indent: Int

  /// The line without blanks before it.
  var content: Bytes { bytes.slice(indent..<bytes.count) }

  init(_ bytes: Bytes, number: Int) {
    var end = bytes.count
    while end > 0, bytes[end - 1].isBlank || bytes[end - 1].isLineEnd { end -= 1 }
    self.bytes = bytes.slice(0..<end)
    self.number = number
    indent = self.bytes.prefix { $0.isBlank }.count
    kind = PlainLine.kind(of: self.bytes.slice(indent..<end))
  }

  private static func kind(of text: Bytes) -> Kind {
    guard let first = text.first else { return .blank }
    if bulletLength(of: text) != nil { return isRule(text) ? .rule : .bullet }
    if numberLength(of: text) != nil { return .number }
    switch first {
    case Byte.pipe: return .tableRow
    case Byte.greater: return .quote
    case Byte.less: return text.starts(with: "<!--") ? .comment : .text
    case Byte.dash, UInt8(ascii: "*"), UInt8(ascii: "_"): return isRule(text) ? .rule : .text
    default: return text.first(Byte.tab) == nil ? .text : .tabRow
    }
  }

  private static func isRule(_ text: Bytes) -> Bool {
    let signs = text.filter { !$0.isBlank }
    guard signs.count > 2, let first = signs.first, "-*_".utf8.contains(first) else { return false }
    return signs.allSatisfy { $0 == first }
  }

  /// The length of a bullet with the blanks behind it: Markdown's own, dashes, and those of word
  /// processors.
  static func bulletLength(of text: Bytes) -> Int? {
    guard let first = text.first else { return nil }
    if let length = PlainBullet.length(of: text) { return length < text.count ? length : nil }
    let sign: Int
    switch first {
    case Byte.dash, UInt8(ascii: "*"), UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "o"): sign = text.count > 1 && text[1] == Byte.tab ? 1 : 0
    case 0xE2: sign = TermSplit.dashLength(text, at: 0) ?? 0
    default: sign = 0
    }
    guard sign > 0, sign < text.count, text[sign].isBlank else { return nil }
    let rest = text.slice(sign..<text.count).prefix { $0.isBlank }.count
    return sign + rest < text.count ? sign + rest : nil
  }

  /// The length of `1.`, `1)` or `2.1` with the blanks behind it.
  static func numberLength(of text: Bytes) -> Int? {
    var place = 0
    while place < text.count, place < 9, text[place].isDigit { place += 1 }
    guard place > 0, place + 1 < text.count, ".)".utf8.contains(text[place]) else { return nil }
    guard text[place + 1].isBlank else { return nil }
    return place + 1 + text.slice(place + 1..<text.count).prefix { $0.isBlank }.count
  }

  /// How many numbers a numbered heading has (`2.1 Scope` has two), and where its words begin.
  var numbering: (depth: Int, length: Int)? {
    let text = content
    var place = 0
    var depth = 0
    while place < text.count, text[place].isDigit {
      while place < text.count, text[place].isDigit { place += 1 }
      depth += 1
      guard place < text.count, ".)".utf8.contains(text[place]) else { break }
      place += 1
    }
    guard depth > 0, depth < 6, place < text.count, text[place].isBlank else { return nil }
    if depth == 1, !".)".utf8.contains(text[place - 1]) { return nil }
    return (depth, place + 1)
  }

  /// `|---|---|`, the second row of a table.
  var isDelimiterRow: Bool {
    let text = content
    return text.first(Byte.pipe) != nil && text.first(Byte.dash) != nil
      && text.allSatisfy { $0 == Byte.pipe || $0 == Byte.dash || $0 == Byte.colon || $0.isBlank }
  }

  var tabCount: Int { content.lazy.filter { $0 == Byte.tab }.count }

  /// How many cells a row between pipes has.
  var cellCount: Int {
    var count = 0
    var isEscaped = false
    for byte in content {
      if byte == Byte.pipe, !isEscaped { count += 1 }
      isEscaped = byte == Byte.backslash && !isEscaped
    }
    return content.last == Byte.pipe ? count - 1 : count
  }
}

extension PlainLine {
  /// The words of a heading: `**Key Facts**` is one as well as `Key Facts`.
  var headingText: Bytes {
    var text = content.trimmed
    for mark in ["**", "__"] as [StaticString]
    where text.count > 4 && text.starts(with: mark)
      && text.slice(text.count - 2..<text.count).equals(mark)
    {
      let inner = text.slice(2..<text.count - 2)
      if inner.first(UInt8(ascii: "*")) == nil { text = inner.trimmed }
    }
    return text
  }

  /// Whether a line looks like a heading by itself: short, begun like one, and no sentence.
  func looksLikeHeading(afterBlank: Bool, mostWords: Int = 10, mostBytes: Int = 90) -> Bool {
    let text = headingText
    guard text.count > 1, text.count <= mostBytes, let first = text.first, let last = text.last,
      !".!;,:".utf8.contains(last), !"<>|#![`(".utf8.contains(first)
    else { return false }
    let words = text.string.wordCount
    guard words > 0, words <= mostWords else { return false }
    if last == UInt8(ascii: "?"), !afterBlank { return false }
    if text.slice(max(0, text.count - 3)..<text.count).equals("…") { return false }
    let isLower = first >= 97 && first <= 122
    if isLower, !afterBlank { return false }
    if text.count > 2, hasInnerEnd(text) { return false }
    // `Term — explanation` and `label: content` are items, unless they stand apart like a heading.
    if !afterBlank, let split = TermSplit(RichText(text.string)) {
      let isTitle = split.sign == .dash && split.text.plain.unicodeScalars.first?.isCapital == true
      if !isTitle { return false }
    }
    return !PlainPath.isPath(text.string) || !isLower
  }

  /// The end of a sentence within the line.
  private func hasInnerEnd(_ text: Bytes) -> Bool {
    let string = text.string
    return numbering == nil && string.lastSentence != string && !string.hasInitials
  }
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool { properties.isUppercase }
}

extension String {
  /// `St. John vs. the rest`: full stops behind short words end no sentence.
  fileprivate var hasInitials: Bool {
    !split(separator: " ").dropLast().contains { word in
      word.utf8.count > 4 && (word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix("!"))
    }
  }
}
