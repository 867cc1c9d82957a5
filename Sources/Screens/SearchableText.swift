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
  /// Where the signs of each line begin.
  private var lineStarts: [Int] = []
  private var numbers: [String: UInt32] = [:]
  /// The signs of characters that were met.
  private var known: [Character: UInt32] = [:]
  private let lines: [Pane.Line]

  private static let blank = UInt32(UInt8(ascii: " "))
  /// Between two paragraphs: nothing that is typed finds it.
  private static let paragraphEnd = UInt32.max

  init(_ lines: [Pane.Line]) {
    self.lines = lines
    lineStarts.reserveCapacity(lines.count)
    let length = lines.reduce(0) { $1.spans.reduce($0 + 1) { $0 + $1.text.utf8.count } }
    signs.reserveCapacity(length)
    var row: Int?
    for line in lines {
      if line.row != row || line.row == nil {
        signs.append(Self.paragraphEnd)
      } else {
        add(Self.blank)
      }
      row = line.row
      lineStarts.append(signs.count)
      for span in line.spans { add(span.text) }
    }
  }

  /// One blank stands for several, and none where a paragraph begins.
  private mutating func add(_ sign: UInt32) {
    guard sign != Self.blank || isAfterWord else { return }
    signs.append(sign)
  }

  private var isAfterWord: Bool {
    signs.last.map { $0 != Self.blank && $0 != Self.paragraphEnd } ?? false
  }

  /// ASCII goes by bytes, and what stands beside other letters by characters: they may belong together.
  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        if bytes[at] == Self.space, !isAfterWord,
          at + 1 == bytes.count || Self.isPlain(bytes[at + 1])
        {
          at += 1
          continue
        }
        let end = Self.plainEnd(bytes, from: at)
        guard end == at else {
          signs.append(contentsOf: bytes[at..<end].lazy.map(Self.small))
          at = end
          continue
        }
        let other = Self.otherEnd(bytes, from: at)
        for character in String(decoding: bytes[at..<other], as: UTF8.self) {
          add(sign(of: character))
        }
        at = other
      }
    }
  }

  private static let space = UInt8(ascii: " ")

  private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && byte != UInt8(ascii: "\r") }

  /// Where the bytes end that are characters of their own, and no blank behind another: one before the
  /// first that may not be.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, isPlain(bytes[end]) {
      if bytes[end] == space, end > start, bytes[end - 1] == space { return end }
      end += 1
    }
    return end < bytes.count ? max(start, end - 1) : end
  }

  /// Where two in a row are characters of their own again.
  private static func otherEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    // The one before may belong to what follows it.
    if end < bytes.count, isPlain(bytes[end]) { end += 1 }
    while end < bytes.count {
      if isPlain(bytes[end]), end + 1 == bytes.count || isPlain(bytes[end + 1]) { return end + 1 }
      end += 1
    }
    return end
  }

  private mutating func sign(of character: Character) -> UInt32 {
    if let sign = known[character] { return sign }
    let small = character.lowercased()
    let ascii = Self.ascii(small)
    let sign = ascii ?? numbers[small] ?? UInt32(0x80 + numbers.count)
    if ascii == nil { numbers[small] = sign }
    known[character] = sign
    return sign
  }

  private static func small(_ byte: UInt8) -> UInt32 {
    UInt32(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
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
    parts(of: index..<(index + 1), in: places).first ?? []
  }

  /// The same of several places in a row.
  func parts(of indices: Range<Int>, in places: Places) -> [[Part]] {
    let starts = places.starts[indices.clamped(to: places.starts.indices)]
    guard let first = starts.first else { return [] }
    var line = lineStarts.firstPlace { $0 > first } - 1
    var offsets = self.offsets(ofLine: line)
    return starts.map { start in
      var parts: [Part] = []
      for sign in start..<(start + places.length) {
        let before = line
        while line + 1 < lineStarts.count, lineStarts[line + 1] <= sign { line += 1 }
        if line != before { offsets = self.offsets(ofLine: line) }
        let place = sign - lineStarts[line]
        // The blank where a line goes on in the next is on neither.
        guard offsets.indices.contains(place) else { continue }
        let offset = offsets[place]
        if let last = parts.last, last.line == line {
          parts[parts.count - 1].characters = last.characters.lowerBound..<(offset + 1)
        } else {
          parts.append(Part(line: line, characters: offset..<(offset + 1)))
        }
      }
      return parts
    }
  }

  /// Which character of a line each of its signs is.
  private func offsets(ofLine line: Int) -> [Int] {
    var offsets: [Int] = []
    var isAfterWord = ![Self.blank, Self.paragraphEnd].contains(signs[lineStarts[line] - 1])
    for (offset, character) in lines[line].spans.lazy.flatMap(\.text).enumerated() {
      let isBlank = character == " "
      if !isBlank || isAfterWord { offsets.append(offset) }
      isAfterWord = !isBlank
    }
    return offsets
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
