/// What is written in links: wiki links, the addresses of Markdown links, and bare addresses.
enum LinkText {
  struct WikiLink {
    /// The bytes it takes, with the `!` of an embedded file.
    var start: Int
    var end: Int
    /// What is shown.
    var label: String
    /// nil for an embedded picture, of which only the label is kept.
    var target: LinkTarget?
  }

  /// The wiki link whose `[[` stands at a place.
  static func wikiLink(in bytes: Bytes, at open: Int) -> WikiLink? {
    var place = open + 2
    var bar: Int?
    var hash: Int?
    while place < bytes.count {
      switch bytes[place] {
      case Byte.closeBracket:
        guard place + 1 < bytes.count, bytes[place + 1] == Byte.closeBracket else {
          place += 1
          continue
        }
        return wikiLink(bytes, open: open, close: place, bar: bar, hash: hash)
      case Byte.openBracket where place + 1 < bytes.count && bytes[place + 1] == Byte.openBracket:
        return nil
      case Byte.pipe where bar == nil: bar = place
      case Byte.hash where bar == nil && hash == nil: hash = place
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func wikiLink(
    _ bytes: Bytes, open: Int, close: Int, bar: Int?, hash: Int?
  ) -> WikiLink? {
    let targetEnd = bar ?? close
    var written = bytes.slice(open + 2..<targetEnd).trimmed
    // In a table `|` is written `\|`; some versions of cmark leave the backslash.
    if bar != nil, written.last == Byte.backslash {
      written = written.slice(0..<written.count - 1).trimmed
    }
    let label = bar.map { bytes.slice($0 + 1..<close).trimmed.string } ?? ""
    let isEmbedded = open > 0 && bytes[open - 1] == UInt8(ascii: "!")
    let start = isEmbedded ? open - 1 : open
    let name = bytes.slice(open + 2..<(hash ?? targetEnd)).trimmed
    let page = name.last == Byte.backslash ? name.slice(0..<name.count - 1) : name
    let heading = hash.map { bytes.slice($0 + 1..<targetEnd).trimmed.string }
    guard !page.isEmpty || heading?.isEmpty == false else { return nil }
    let target = page.string
    if isAttachment(target) {
      return WikiLink(
        start: start, end: close + 2, label: isEmbedded ? label : label.isEmpty ? target : label,
        target: isEmbedded ? nil : .address(target))
    }
    let shown = page.isEmpty ? heading ?? "" : written.string
    return WikiLink(
      start: start, end: close + 2, label: label.isEmpty ? shown : label,
      target: .page(target, heading: heading?.isEmpty == true ? nil : heading))
  }

  /// Where the address of a Markdown link leads.
  static func target(of address: String) -> LinkTarget? {
    if address.isEmpty { return nil }
    if hasScheme(address) || address.hasPrefix("//") || address.hasPrefix("www.") {
      return .address(address)
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map { decodingPercent(String($0)) } ?? ""
    let heading = parts.count > 1 ? decodingPercent(String(parts[1])) : nil
    if path.isEmpty && heading?.isEmpty != false { return nil }
    if isOtherFile(path) { return .address(address) }
    return .page(path, heading: heading?.isEmpty == true ? nil : heading)
  }

  /// The bytes of a bare `http://…` or `https://…` around the colon at a place.
  static func address(in bytes: Bytes, colon: Int, from first: Int) -> Range<Int>? {
    guard colon + 3 < bytes.count, bytes[colon + 1] == Byte.slash, bytes[colon + 2] == Byte.slash
    else { return nil }
    var start = colon
    while start > first, bytes[start - 1].isLetter { start -= 1 }
    let scheme = bytes.slice(start..<colon)
    guard scheme.equals("https") || scheme.equals("http") else { return nil }
    var end = colon + 3
    var depth = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, Byte.less, Byte.greater, Byte.quote, Byte.backquote, Byte.pipe: break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { break scan }
      default: break
      }
      end += 1
    }
    while end > colon + 3, ".,;:!?'*_".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > colon + 3 ? start..<end : nil
  }

  private static func hasScheme(_ address: String) -> Bool {
    address.withBytes { bytes in
      guard let colon = bytes.first(Byte.colon), colon > 1, bytes[0].isLetter else { return false }
      return bytes.slice(0..<colon).allSatisfy {
        $0.isLetter || $0.isDigit || "+-.".utf8.contains($0)
      }
    }
  }

  /// `name.ext` of a Markdown link that names no page: a picture, a program, a document.
  private static func isOtherFile(_ path: String) -> Bool {
    let ending = fileEnding(path)
    if ending.isEmpty || ["md", "markdown", "txt"].contains(ending) { return false }
    return ending.utf8.count <= 5 && ending.utf8.allSatisfy { $0.isLetter || $0.isDigit }
      && ending.utf8.contains { $0.isLetter }
  }

  /// Wiki links name pages without an ending, and page names may have dots (`Node.js`): only files
  /// that can be nothing else are taken as such.
  private static func isAttachment(_ path: String) -> Bool {
    attachments.contains(fileEnding(path))
  }

  private static let attachments: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "pdf", "mp3", "mp4", "wav", "ogg",
    "m4a", "mov", "webm", "mkv", "flac", "canvas", "base", "excalidraw", "zip", "csv", "xlsx",
    "docx", "pptx",
  ]

  private static func fileEnding(_ path: String) -> String {
    let name = path.utf8.split(separator: Byte.slash).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }

  /// `%20` and its like as the bytes they stand for; anything that is no such escape stays.
  static func decodingPercent(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    func digit(_ byte: UInt8) -> UInt8? {
      if byte.isDigit { return byte - 48 }
      let letter = byte | 32
      return letter >= 97 && letter <= 102 ? letter - 87 : nil
    }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var place = 0
    while place < source.count {
      if source[place] == UInt8(ascii: "%"), place + 2 < source.count,
        let high = digit(source[place + 1]), let low = digit(source[place + 2]),
        high << 4 | low >= 0x20
      {
        bytes.append(high << 4 | low)
        place += 3
      } else {
        bytes.append(source[place])
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
