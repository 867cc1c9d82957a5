/// `> [!note] Title`: a block quote with a sort and, often, a title.
enum Callout {
  static func head(of text: RichText) -> (kind: String, title: RichText)? {
    guard let first = text.runs.first, first.style.isEmpty, first.link == nil else { return nil }
    let end: (kind: String, length: Int)? = first.text.withBytes { bytes in
      guard bytes.starts(with: "[!"), let close = bytes.first(Byte.closeBracket), close > 2
      else { return nil }
      let kind = bytes.slice(2..<close)
      guard kind.allSatisfy({ $0.isWord || $0 == Byte.dash || $0 == Byte.pipe }) else { return nil }
      var length = close + 1
      if length < bytes.count, bytes[length] == Byte.dash || bytes[length] == UInt8(ascii: "+") {
        length += 1
      }
      return (kind.string.lowercased(), length)
    }
    guard let end else { return nil }
    let title = text.slice(from: TextPlace(run: 0, offset: end.length), to: text.end)
    return (end.kind, title)
  }
}

extension RichText {
  /// Lines as one text.
  static func joined(_ lines: some Sequence<RichText>) -> RichText {
    var runs: [TextRun] = []
    for line in lines where !line.isEmpty {
      if let last = runs.last, last.style.isEmpty, last.link == nil {
        runs[runs.count - 1].text += " "
      } else if !runs.isEmpty {
        runs.append(TextRun(" "))
      }
      if let last = runs.last, let first = line.runs.first, last.style == first.style,
        last.link == first.link
      {
        runs[runs.count - 1].text += first.text
        runs += line.runs.dropFirst()
      } else {
        runs += line.runs
      }
    }
    return RichText(runs)
  }

  /// Takes `{#id}`, which some tools put behind headings, and `^id` off the end.
  mutating func removeHeadingID() {
    guard let last = runs.last, last.style.isEmpty, last.link == nil else { return }
    let length: Int? = last.text.withBytes { bytes in
      guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
        open + 1 < bytes.count, "#.".utf8.contains(bytes[open + 1])
      else { return nil }
      return open
    }
    if let length { runs[runs.count - 1].text = last.text.slice(0..<length) }
    trim()
  }
}
