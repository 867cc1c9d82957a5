/// The few things that raw HTML means in notes.
enum Markup {
  /// `<!-- no-cards -->`, with any spacing.
  static func isNoCards(_ markup: String) -> Bool {
    markup.withBytes { bytes in
      let text = bytes.trimmed
      guard text.starts(with: "<!--"), text.count > 7 else { return false }
      return text.slice(4..<text.count - 3).trimmed.string.lowercased() == "no-cards"
    }
  }

  /// The tag that an HTML block begins with, when nothing but the end of the page ends it: a comment,
  /// or a tag whose content is taken as it stands.
  static func unclosedTag(of markup: String) -> String? {
    let text = markup.trimmedBlanks.lowercased()
    if text.hasPrefix("<!--") { return text.contains("-->") ? nil : "<!--" }
    let tags = ["pre", "script", "style", "textarea"]
    guard let tag = tags.first(where: { text.hasPrefix("<\($0)") }),
      !tags.contains(where: { text.contains("</\($0)>") })
    else { return nil }
    return "<\(tag)>"
  }

  static func isBreak(_ markup: String) -> Bool {
    markup.withBytes { bytes in
      bytes.count > 3 && bytes[0] == Byte.less && bytes[1] | 32 == UInt8(ascii: "b")
        && bytes[2] | 32 == UInt8(ascii: "r") && !bytes[3].isLetter
    }
  }

  /// The text of an HTML block: tags and comments dropped, white space joined.
  static func text(of markup: String) -> String {
    markup.withBytes { bytes in
      var text: [UInt8] = []
      var place = 0
      while place < bytes.count {
        let rest = bytes.slice(place..<bytes.count)
        if rest.starts(with: "<!--") {
          place = end(of: "-->", in: bytes, from: place + 4)
        } else if rest.starts(with: "<script") || rest.starts(with: "<style") {
          place = end(of: "</", in: bytes, from: place + 1)
        } else if bytes[place] == Byte.less, rest.count > 1,
          rest[1].isLetter || rest[1] == Byte.slash || rest[1] == UInt8(ascii: "!")
        {
          place = (bytes.first(Byte.greater, from: place) ?? bytes.count - 1) + 1
          if text.last != Byte.space, !text.isEmpty { text.append(Byte.space) }
        } else {
          let byte = bytes[place]
          if !byte.isBlank && !byte.isLineEnd {
            text.append(byte)
          } else if text.last != Byte.space, !text.isEmpty {
            text.append(Byte.space)
          }
          place += 1
        }
      }
      return text.withUnsafeBufferPointer { $0.trimmed.string }
    }
  }

  private static func end(of mark: StaticString, in bytes: Bytes, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes.slice(place..<bytes.count).starts(with: mark) {
        return place + mark.utf8CodeUnitCount
      }
      place += 1
    }
    return bytes.count
  }
}
