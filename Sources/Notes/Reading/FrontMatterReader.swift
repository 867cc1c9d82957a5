/// Reads the `---` block at the top of a page: the part of YAML that people write there. Keys with
/// plain, quoted or folded values, and lists in brackets or with dashes. Nested keys are joined
/// with a dot. Anything else is left out and reported, never an error.
struct FrontMatterReader {
  struct Result {
    var matter = FrontMatter()
    /// The lines that the block takes, with both of its marks; 0 when there is none.
    var lines = 0
    var problems: [Problem] = []
  }

  private let source: Bytes
  private let lineStarts: [Int]
  private let file: String
  private var next = 1
  private var end = 0
  private var result = Result()

  static func read(_ source: Bytes, lineStarts: [Int], file: String) -> Result {
    guard source.starts(with: "---") else { return Result() }
    var reader = FrontMatterReader(source: source, lineStarts: lineStarts, file: file)
    return reader.run()
  }

  private init(source: Bytes, lineStarts: [Int], file: String) {
    self.source = source
    self.lineStarts = lineStarts
    self.file = file
  }

  private func line(_ index: Int) -> Bytes {
    let stop = index + 1 < lineStarts.count ? lineStarts[index + 1] : source.count
    var line = source.slice(lineStarts[index]..<stop)
    while let last = line.last, last.isLineEnd || last.isBlank {
      line = line.slice(0..<line.count - 1)
    }
    return line
  }

  private mutating func run() -> Result {
    guard line(0).equals("---"), let first = firstContent(), isEntry(line(first)) else {
      return Result()
    }
    guard let close = closingLine() else {
      result.problems.append(
        Problem(
          file: file, line: 1, severity: .warning,
          message: "The front matter has no closing line; it was read as text.",
          remedy: "Write --- on a line of its own after the last key."))
      return result
    }
    end = close
    result.lines = close + 1
    while next < end { readEntry() }
    return result
  }

  private func firstContent() -> Int? {
    (1..<max(lineStarts.count, 1)).first { index in
      let text = line(index).trimmed
      return !text.isEmpty && text[0] != Byte.hash
    }
  }

  private func closingLine() -> Int? {
    (1..<lineStarts.count).first { line($0).equals("---") || line($0).equals("...") }
  }

  /// Whether a line begins with a key and a colon, or closes an empty block.
  private func isEntry(_ line: Bytes) -> Bool {
    line.equals("---") || keyLength(line.trimmed) != nil
  }

  /// The length of the key at the start of a line: what stands before `: ` or a colon at its end.
  private func keyLength(_ text: Bytes) -> Int? {
    guard let first = text.first, first.isWord || first == Byte.quote || first == Byte.apostrophe
    else { return nil }
    var start = 0
    while let colon = text.first(Byte.colon, from: start) {
      if colon + 1 == text.count || text[colon + 1].isBlank {
        return colon > 0 && colon <= 80 ? colon : nil
      }
      start = colon + 1
    }
    return nil
  }

  private func indent(_ line: Bytes) -> Int { line.prefix { $0.isBlank }.count }

  private mutating func readEntry(parent: String = "", indent minimum: Int = 0) {
    let number = next
    let text = line(number)
    next += 1
    let trimmed = text.trimmed
    if trimmed.isEmpty || trimmed[0] == Byte.hash { return }
    guard let length = keyLength(trimmed) else {
      result.problems.append(
        Problem(
          file: file, line: number + 1, severity: .warning,
          message: "This line of the front matter is not a key with a value; it was left out.",
          remedy: "Write it as key: value."))
      return
    }
    let name = unquoted(trimmed.slice(0..<length)).lowercased()
    let key = parent.isEmpty ? name : "\(parent).\(name)"
    let value = withoutComment(trimmed.slice(length + 1..<trimmed.count).trimmed)
    let depth = indent(text)
    if value.isEmpty {
      readNested(key: key, depth: depth)
    } else if value[0] == UInt8(ascii: "|") || value[0] == Byte.greater {
      result.matter.values[key] = [folded(depth: depth, keepsLines: value[0] == Byte.pipe)]
    } else if value[0] == Byte.openBracket, !value.starts(with: "[[") {
      result.matter.values[key] = inlineList(value)
    } else {
      result.matter.values[key] = scalar(value, depth: depth).map { [$0] } ?? []
    }
  }

  /// What follows `key:` with nothing behind it: a list with dashes, nested keys, or nothing.
  private mutating func readNested(key: String, depth: Int) {
    var items: [String] = []
    while next < end {
      let text = line(next)
      let trimmed = text.trimmed
      if trimmed.isEmpty || trimmed[0] == Byte.hash {
        next += 1
      } else if trimmed[0] == Byte.dash, trimmed.count == 1 || trimmed[1].isBlank,
        indent(text) >= depth
      {
        next += 1
        let value = withoutComment(trimmed.slice(1..<trimmed.count).trimmed)
        if let item = scalar(value, depth: indent(text)), !item.isEmpty { items.append(item) }
      } else if indent(text) > depth, keyLength(trimmed) != nil, key.utf8.count < 200 {
        readEntry(parent: key)
      } else {
        break
      }
    }
    if result.matter.values[key] == nil || !items.isEmpty { result.matter.values[key] = items }
  }

  /// The indented lines after `|` (lines kept) or `>` (lines joined; an empty one breaks).
  private mutating func folded(depth: Int, keepsLines: Bool) -> String {
    var text = ""
    var breaks = 0
    while next < end {
      let content = line(next)
      let trimmed = content.trimmed
      if trimmed.isEmpty {
        breaks += 1
      } else if indent(content) > depth {
        if !text.isEmpty {
          text += keepsLines || breaks > 0 ? String(repeating: "\n", count: max(breaks, 1)) : " "
        }
        text += trimmed.string
        breaks = 0
      } else {
        break
      }
      next += 1
    }
    return text
  }

  /// `[a, "b, c", d]`, which may go on over further lines.
  private mutating func inlineList(_ first: Bytes) -> [String] {
    var bytes = Array(first)
    var isOpen = first.first(Byte.closeBracket) == nil
    while isOpen, next < end {
      let more = line(next)
      // A list that was never closed must not swallow the keys after it.
      if indent(more) == 0, keyLength(more.trimmed) != nil { break }
      bytes.append(Byte.space)
      bytes += more.trimmed
      isOpen = more.first(Byte.closeBracket) == nil
      next += 1
    }
    return bytes.withUnsafeBufferPointer { text in
      var items: [String] = []
      var start = 1
      var place = 1
      var quote: UInt8?
      func add(_ end: Int) {
        let item = unquoted(text.slice(min(start, end)..<end).trimmed)
        if !item.isEmpty { items.append(item) }
      }
      while place < text.count {
        let byte = text[place]
        if let open = quote {
          if byte == Byte.backslash && open == Byte.quote { place += 1 }
          if byte == open { quote = nil }
        } else if (byte == Byte.quote || byte == Byte.apostrophe)
          && text.slice(start..<place).trimmed.isEmpty
        {
          quote = byte
        } else if byte == UInt8(ascii: ",") {
          add(place)
          start = place + 1
        } else if byte == Byte.closeBracket {
          break
        }
        place += 1
      }
      add(min(place, text.count))
      return items
    }
  }

  /// A single value, with the indented lines it goes on over; nil for YAML's null.
  private mutating func scalar(_ first: Bytes, depth: Int) -> String? {
    guard let start = first.first else { return "" }
    let isQuoted = start == Byte.quote || start == Byte.apostrophe
    if isQuoted, first.count > 1, first.last == start { return unquoted(first) }
    var bytes = Array(first)
    while next < end, indent(line(next)) > depth {
      bytes.append(Byte.space)
      bytes += line(next).trimmed
      next += 1
    }
    let text = bytes.withUnsafeBufferPointer { unquoted($0.trimmed) }
    return !isQuoted && (text == "~" || text == "null") ? nil : text
  }

  /// Leaves out ` # comment`, outside quotes.
  private func withoutComment(_ text: Bytes) -> Bytes {
    guard let first = text.first else { return text }
    var start = 0
    if first == Byte.quote || first == Byte.apostrophe {
      start = text.lastIndex(of: first) ?? 0
    }
    while let hash = text.first(Byte.hash, from: start) {
      if hash == 0 || text[hash - 1].isBlank { return text.slice(0..<hash).trimmed }
      start = hash + 1
    }
    return text
  }

  private func unquoted(_ text: Bytes) -> String {
    guard let quote = text.first, text.count > 1, text.last == quote else { return text.string }
    let inner = text.slice(1..<text.count - 1)
    if quote == Byte.apostrophe {
      return inner.first(quote) == nil ? inner.string : joined(inner, escape: quote)
    }
    guard quote == Byte.quote else { return text.string }
    return inner.first(Byte.backslash) == nil ? inner.string : joined(inner, escape: Byte.backslash)
  }

  /// The inside of a quoted value with its escapes resolved: `''`, or `\"`, `\\`, `\n`, `\t`.
  private func joined(_ text: Bytes, escape: UInt8) -> String {
    var bytes: [UInt8] = []
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      guard byte == escape, place < text.count else {
        bytes.append(byte)
        continue
      }
      let escaped = text[place]
      place += 1
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "t"): bytes.append(Byte.space)
      case Byte.quote, Byte.backslash, Byte.slash, Byte.apostrophe: bytes.append(escaped)
      default: bytes += [byte, escaped]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
