/// One pass over the bytes of a file: where lines begin, and where something is wrong.
struct ByteScan {
  var lineStarts: [Int] = [0]
  var firstBad: Int?
  var badCount = 0
  var firstControl: Int?
  var controlCount = 0
  var zeroCount = 0

  mutating func run(_ bytes: Bytes) {
    lineStarts.reserveCapacity(bytes.count / 40 + 2)
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var place = 0
    while place < count {
      // Eight plain ASCII bytes at once: no high bit, none below a space, no delete.
      while place + 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
        let low = (word &- 0x2020_2020_2020_2020) | (delete &- 0x0101_0101_0101_0101) | word
        if low & 0x8080_8080_8080_8080 != 0 { break }
        place += 8
      }
      let stop = min(place + 8, count)
      while place < stop { place = step(bytes, at: place) }
    }
  }

  /// Looks at the character at a place and returns the place of the next.
  private mutating func step(_ bytes: Bytes, at place: Int) -> Int {
    let byte = bytes[place]
    if byte >= 0x80 {
      let length = UTF8Sequence.length(bytes, at: place)
      if length == 0 {
        if firstBad == nil { firstBad = place }
        badCount += 1
        return place + 1
      }
      if UTF8Sequence.isControl(bytes, at: place, length: length) { noteControl(at: place) }
      return place + length
    }
    if byte == Byte.newline {
      lineStarts.append(place + 1)
    } else if byte == Byte.carriageReturn {
      if place + 1 == bytes.count || bytes[place + 1] != Byte.newline {
        lineStarts.append(place + 1)
      }
    } else if (byte < 0x20 && byte != Byte.tab) || byte == 0x7F {
      if byte == 0 { zeroCount += 1 }
      noteControl(at: place)
    }
    return place + 1
  }

  private mutating func noteControl(at place: Int) {
    if firstControl == nil { firstControl = place }
    controlCount += 1
  }

  /// Text has hardly any zero bytes and few bad sequences.
  func looksBinary(count: Int) -> Bool {
    zeroCount * 20 > count || (badCount + controlCount) * 5 > count
  }

  func problems(in bytes: Bytes, repair: ByteRepair, file: String) -> [Problem] {
    var problems: [Problem] = []
    if let firstBad {
      let place = position(of: firstBad, in: bytes)
      let more = badCount == 1 ? "" : ", and \(badCount - 1) more"
      let reading =
        repair.isWindows1252
        ? "It was read as Windows-1252." : "It is shown as \u{FFFD}."
      problems.append(
        Problem(
          file: file, line: place.line, column: place.column, severity: .warning,
          message: "A byte here is not UTF-8\(more). \(reading)",
          remedy: "Save the file as UTF-8."))
    }
    if let firstControl {
      let place = position(of: firstControl, in: bytes)
      let more = controlCount == 1 ? "" : ", and \(controlCount - 1) more"
      problems.append(
        Problem(
          file: file, line: place.line, column: place.column, severity: .warning,
          message: "A control character stands here\(more). It is shown as \u{FFFD}.",
          remedy: "Delete it from the file."))
    }
    return problems
  }

  private func position(of place: Int, in bytes: Bytes) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return (low + 1, bytes.slice(lineStarts[low]..<place).string.count + 1)
  }
}

/// The shape of a character in UTF-8 (Unicode Standard, table 3-7).
enum UTF8Sequence {
  /// How many bytes the character at a place has; 0 when the bytes are no UTF-8.
  static func length(_ bytes: Bytes, at place: Int) -> Int {
    let first = bytes[place]
    let left = bytes.count - place
    func continues(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
      offset < left && bytes[place + offset] >= low && bytes[place + offset] <= high
    }
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, from: 0xA0) && continues(2) ? 3 : 0
    case 0xED: return continues(1, to: 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, from: 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, to: 0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// C1 controls (U+0080–U+009F) and the marks that turn the direction of text around
  /// (U+202A–U+202E, U+2066–U+2069), with which a note could disguise what a terminal shows.
  static func isControl(_ bytes: Bytes, at place: Int, length: Int) -> Bool {
    if length == 2 { return bytes[place] == 0xC2 && bytes[place + 1] < 0xA0 }
    guard length == 3, bytes[place] == 0xE2 else { return false }
    let last = bytes[place + 2]
    return (bytes[place + 1] == 0x80 && last >= 0xAA && last <= 0xAE)
      || (bytes[place + 1] == 0x81 && last >= 0xA6 && last <= 0xA9)
  }
}
