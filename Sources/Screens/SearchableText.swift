/// The lines of a text made ready for finding words in them, once: small letters in a row, a line of a
/// paragraph behind the other, so that a megabyte is looked through within a key.
struct SearchableText: Sendable {
  /// A stretch of a line in which something was found, in characters.
  struct Part: Sendable, Equatable {
    var line: Int
    var characters: Range<Int>
  }

  /// Where something was found: as many signs from each of these on, in order.
  struct Places: Sendable, Equatable {
    var starts: [Int] = []
    var length = 0
    var count: Int { starts.count }
  }

  /// What a character looks like without its case, as a number: ASCII as it is, all others in the order in
  /// which they came.
  private var signs: [UInt32] = []
  /// Which character of its line each sign is; below 0 the blank where one line goes on in the next.
  private var offsets: [Int32] = []
  /// Where the signs of each line begin.
  private var lineStarts: [Int] = []
  private var numbers: [String: UInt32] = [:]

  private static let blank = UInt32(UInt8(ascii: " "))
  /// Between two paragraphs: nothing that is typed finds it.
  private static let paragraphEnd = UInt32.max

  init(_ lines: [Pane.Line]) {
    lineStarts.reserveCapacity(lines.count)
    let length = lines.reduce(0) { $1.spans.reduce($0 + 1) { $0 + $1.text.utf8.count } }
    signs.reserveCapacity(length)
    offsets.reserveCapacity(length)
    var row: Int?
    for line in lines {
      if line.row != row || line.row == nil {
        append(Self.paragraphEnd, at: -1)
      } else {
        appendBlank(at: -1)
      }
      row = line.row
      lineStarts.append(signs.count)
      var offset = 0
      for span in line.spans { add(span.text, at: &offset) }
    }
  }

  private mutating func append(_ sign: UInt32, at offset: Int) {
    signs.append(sign)
    offsets.append(Int32(clamping: offset))
  }

  /// One blank stands for several, and none where a paragraph begins.
  private mutating func appendBlank(at offset: Int) {
    guard let last = signs.last, last != Self.blank, last != Self.paragraphEnd else { return }
    append(Self.blank, at: offset)
  }

  /// - Parameter offset: the place of its first character in the line; moved behind its last one.
  private mutating func add(_ text: String, at offset: inout Int) {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) else { return false }
      for byte in bytes {
        add(Self.small(byte), at: offset)
        offset += 1
      }
      return true
    }
    if isPlain == true { return }
    for character in text {
      let small = character.lowercased()
      let next = UInt32(0x80 + numbers.count)
      let ascii = Self.ascii(small)
      add(ascii ?? numbers[small, default: next], at: offset)
      if ascii == nil, numbers[small] == nil { numbers[small] = next }
      offset += 1
    }
  }

  private mutating func add(_ sign: UInt32, at offset: Int) {
    if sign == Self.blank { appendBlank(at: offset) } else { append(sign, at: offset) }
  }

  private static func small(_ byte: UInt8) -> UInt32 {
    UInt32((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte)
  }

  private static func ascii(_ character: String) -> UInt32? {
    guard let byte = character.utf8.first, byte < 0x80, character.utf8.count == 1 else {
      return nil
    }
    return small(byte)
  }

  // MARK: Finding

  /// Every place that has the words, capitals or not; no two share a sign.
  func places(of words: String) -> Places {
    var wanted: [UInt32] = []
    for character in words {
      let small = character.lowercased()
      // What stands nowhere in the text is not found in it.
      guard let sign = Self.ascii(small) ?? numbers[small] else { return Places() }
      if sign != Self.blank || wanted.last != Self.blank { wanted.append(sign) }
    }
    guard let first = wanted.first else { return Places() }
    var places = Places(length: wanted.count)
    signs.withUnsafeBufferPointer { signs in
      let last = signs.count - wanted.count
      var at = 0
      while at <= last {
        if signs[at] == first, signs[at..<(at + wanted.count)].elementsEqual(wanted) {
          places.starts.append(at)
          at += wanted.count
        } else {
          at += 1
        }
      }
    }
    return places
  }

  /// The first place that begins in a line or below it.
  func firstPlace(in places: Places, fromLine line: Int) -> Int? {
    guard lineStarts.indices.contains(line) else { return nil }
    let index = places.starts.firstPlace { $0 >= lineStarts[line] }
    return index < places.count ? index : nil
  }

  /// What lines have of a place: what goes on in the next line is in several.
  func parts(of index: Int, in places: Places) -> [Part] {
    guard places.starts.indices.contains(index) else { return [] }
    let start = places.starts[index]
    var line = lineStarts.firstPlace { $0 > start } - 1
    var parts: [Part] = []
    for sign in start..<(start + places.length) {
      while line + 1 < lineStarts.count, lineStarts[line + 1] <= sign { line += 1 }
      let offset = Int(offsets[sign])
      guard offset >= 0 else { continue }
      if let last = parts.last, last.line == line {
        parts[parts.count - 1].characters = last.characters.lowerBound..<(offset + 1)
      } else {
        parts.append(Part(line: line, characters: offset..<(offset + 1)))
      }
    }
    return parts
  }

  /// The places that have a part in some lines, by their numbers.
  func places(_ places: Places, inLines lines: Range<Int>) -> Range<Int> {
    let lower = lineStarts.indices.contains(lines.lowerBound) ? lineStarts[lines.lowerBound] : 0
    let upper =
      lineStarts.indices.contains(lines.upperBound) ? lineStarts[lines.upperBound] : signs.count
    let first = places.starts.firstPlace { $0 + places.length > lower }
    return first..<max(first, places.starts.firstPlace { $0 >= upper })
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first element that is such, where all behind it are too; the end where none is.
  func firstPlace(where isSuch: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isSuch(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
