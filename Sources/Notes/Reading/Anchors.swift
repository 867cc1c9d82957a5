/// Finds the ids on a page that links can name, besides its headings.
enum Anchors {
  /// Block ids (`^id` at the end of a line), ids of headings (`{#id}`) and of HTML (`<a id="x">`).
  static func found(in bytes: Bytes) -> [String] {
    var found: [String] = []
    each(Byte.caret, in: bytes) { place in
      guard place == 0 || bytes[place - 1].isBlank || bytes[place - 1].isLineEnd else { return }
      let id = word(in: bytes, from: place + 1)
      guard !id.isEmpty else { return }
      let behind = place + 1 + id.count
      var end = behind
      while end < bytes.count, bytes[end].isBlank { end += 1 }
      // A remark such as `<!-- no-cards -->` may follow.
      let isLast = end == bytes.count || bytes[end].isLineEnd || bytes[end] == Byte.less
      if isLast { found.append("^" + id.string) }
    }
    each(UInt8(ascii: "{"), in: bytes) { place in
      guard place + 1 < bytes.count, bytes[place + 1] == Byte.hash else { return }
      let id = word(in: bytes, from: place + 2)
      if !id.isEmpty { found.append(id.string) }
    }
    each(Byte.less, in: bytes) { place in
      guard place + 1 < bytes.count, bytes[place + 1].isLetter else { return }
      let end = bytes.first(Byte.greater, from: place) ?? place
      found += attributes(of: bytes.slice(place..<min(end, place + 400)))
    }
    return found
  }

  private static func each(_ byte: UInt8, in bytes: Bytes, _ body: (Int) -> Void) {
    var place = 0
    while let next = bytes.first(byte, from: place) {
      body(next)
      place = next + 1
    }
  }

  private static func word(in bytes: Bytes, from start: Int) -> Bytes {
    var end = start
    while end < bytes.count,
      bytes[end].isWord || bytes[end] == Byte.dash || bytes[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    return bytes.slice(min(start, bytes.count)..<max(end, min(start, bytes.count)))
  }

  /// The values of `id` and `name` in a tag.
  private static func attributes(of tag: Bytes) -> [String] {
    var values: [String] = []
    each(Byte.equals, in: tag) { place in
      let before = tag.slice(0..<place)
      let isName = before.ends(with: " id") || before.ends(with: " name")
      guard isName, place + 2 < tag.count,
        tag[place + 1] == Byte.quote || tag[place + 1] == Byte.apostrophe,
        let close = tag.first(tag[place + 1], from: place + 2)
      else { return }
      values.append(tag.slice(place + 2..<close).string)
    }
    return values
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  fileprivate func ends(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && slice(count - length..<count).starts(with: text)
  }
}
