/// `Term — explanation`, `Term: explanation`: where an item's text falls into two.
struct TermSplit {
  var term: RichText
  var text: RichText
  /// The sign between the two.
  var sign: Sign
  /// The term is set apart by bold or code, which tells of intention.
  var isMarked: Bool
  /// What tells two terms apart: the term in lower case.
  var key: String

  enum Sign { case dash, colon }

  init?(_ item: RichText) {
    guard let found = TermSplit.separator(in: item) else { return nil }
    let term = item.slice(from: item.start, to: found.start)
    let text = item.slice(from: found.end, to: item.end)
    guard !term.isEmpty, !text.isEmpty else { return nil }
    self.term = term
    self.text = text
    sign = found.sign
    isMarked = term.runs.allSatisfy { !$0.style.isDisjoint(with: [.strong, .code, .emphasis]) }
    key = term.plain.lowercased()
  }

  /// Term and text that were written one below the other.
  init(term: RichText, text: RichText) {
    self.term = term
    self.text = text
    sign = .colon
    isMarked = true
    key = term.plain.lowercased()
  }

  struct Separator {
    var start: TextPlace
    var end: TextPlace
    var sign: Sign
  }

  /// The first dash between blanks, or colon before a blank or at the end of a bold run.
  static func separator(in item: RichText, colons: Bool = true) -> Separator? {
    for (index, run) in item.runs.enumerated() where !run.style.contains(.code) {
      let isSetApart = run.style.contains(.strong) || run.style.contains(.emphasis)
      let isLast = index == item.runs.count - 1
      let found: (start: Int, end: Int, sign: Sign)? = run.text.withBytes { bytes in
        var place = 0
        while place < bytes.count {
          let byte = bytes[place]
          if byte == Byte.colon, colons {
            let next = place + 1
            if next == bytes.count ? !isLast : bytes[next].isBlank {
              return (place, next, .colon)
            }
          } else if let length = dashLength(bytes, at: place) {
            let isAfterBlank = place == 0 ? index > 0 : bytes[place - 1].isBlank
            let next = place + length
            let isBeforeBlank = next == bytes.count ? !isLast : bytes[next].isBlank
            // In running text an em dash may stand without blanks; a term may not end that way.
            if isAfterBlank && isBeforeBlank { return (place, next, .dash) }
          }
          place += 1
        }
        return nil
      }
      guard let found else { continue }
      // A colon amid bold text is part of it, unless the text behind it is no longer a label.
      if isSetApart, found.sign == .colon, found.end < run.text.utf8.count, !isLast { continue }
      return Separator(
        start: TextPlace(run: index, offset: found.start),
        end: TextPlace(run: index, offset: found.end), sign: found.sign)
    }
    return nil
  }

  /// The bytes of a dash at a place: `—`, `–`, `−`, `-`, `--`, or what a broken dash was read as.
  static func dashLength(_ bytes: Bytes, at place: Int) -> Int? {
    if bytes[place] == Byte.dash {
      return place + 1 < bytes.count && bytes[place + 1] == Byte.dash ? 2 : 1
    }
    guard place + 2 < bytes.count else { return nil }
    switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xE2, 0x80, 0x92...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xBF, 0xBD): return 3
    default: return nil
    }
  }
}

extension UInt8 {
  /// A full stop, a question mark or an exclamation mark.
  var endsSentence: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "?") || self == UInt8(ascii: "!")
  }
}

extension String {
  /// How many words a text has: stretches without blanks that have a letter or a digit.
  var wordCount: Int {
    withBytes { bytes in
      var count = 0
      var isInWord = false
      for byte in bytes {
        if byte.isBlank || byte.isLineEnd {
          isInWord = false
        } else if !isInWord, byte.isWord {
          isInWord = true
          count += 1
        }
      }
      return count
    }
  }

  /// What follows the last end of a sentence inside the text, when that is not all of it.
  var lastSentence: String {
    withBytes { bytes in
      var start = 0
      var place = 0
      while place + 2 < bytes.count {
        if bytes[place + 1].isBlank, bytes[place].endsSentence { start = place + 2 }
        place += 1
      }
      return start == 0 ? self : bytes.slice(start..<bytes.count).trimmed.string
    }
  }
}

/// A short paragraph that names the list or table right after it: `Types:`, `**Root causes:**`.
enum Caption {
  /// The caption's words without the colon; nil when the paragraph is more than a caption.
  static func text(of paragraph: RichText) -> String? {
    guard let first = paragraph.runs.first, let last = paragraph.runs.last?.text.utf8.last,
      first.text.utf8.count < 120
    else { return nil }
    let isBold = paragraph.runs.allSatisfy { $0.style.contains(.strong) }
    guard isBold || last == Byte.colon || last == 0x9A else { return nil }
    var text = paragraph.plain.trimmedBlanks
    if let colon = [":", "："].first(where: text.hasSuffix) {
      text.removeLast(colon.count)
      text = text.trimmedBlanks
    } else if !isBold || text.utf8.last.map({ ".?!".utf8.contains($0) }) != false {
      return nil
    }
    let words = text.wordCount
    return words > 0 && words <= 8 && text.lastSentence == text ? text : nil
  }

  /// A heading as the name of what stands under it.
  static func withoutColon(_ title: String) -> String {
    title.hasSuffix(":") ? String(title.dropLast()).trimmedBlanks : title
  }

  /// The same for a paragraph of several lines, of which the last may be the caption.
  static func text(of paragraph: RichText, lines: [RichText]?) -> String? {
    text(of: lines?.last ?? paragraph)
  }
}
