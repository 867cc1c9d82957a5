/// A copy of a file's bytes in which everything is UTF-8 and nothing is a control character.
struct ByteRepair {
  var bytes: [UInt8] = []
  /// Every bad byte stood alone among ASCII, as the letters and dashes of Windows-1252 do.
  var isWindows1252 = false

  static func repair(_ source: Bytes) -> ByteRepair {
    let windows = readsAsWindows1252(source)
    var repair = ByteRepair(isWindows1252: windows)
    repair.bytes.reserveCapacity(source.count + source.count / 16)
    var place = 0
    while place < source.count {
      let byte = source[place]
      let length = UTF8Sequence.length(source, at: place)
      if length == 0 {
        let scalar = windows ? windows1252(byte) : nil
        repair.bytes += Array(String(scalar ?? "\u{FFFD}").utf8)
        place += 1
      } else if UTF8Sequence.isControl(source, at: place, length: length)
        || (byte < 0x20 && byte != Byte.tab && !byte.isLineEnd) || byte == 0x7F
      {
        repair.bytes += [0xEF, 0xBF, 0xBD]
        place += length
      } else {
        for offset in 0..<length { repair.bytes.append(source[place + offset]) }
        place += length
      }
    }
    return repair
  }

  /// Notes that went through an old Windows editor have lone bytes such as 0x97, a dash.
  private static func readsAsWindows1252(_ source: Bytes) -> Bool {
    var place = 0
    while place < source.count {
      let length = UTF8Sequence.length(source, at: place)
      if length == 0 {
        let before = place == 0 || source[place - 1] < 0x80
        let after = place + 1 == source.count || source[place + 1] < 0x80
        guard before, after, windows1252(source[place]) != nil else { return false }
      }
      place += max(length, 1)
    }
    return true
  }

  /// The characters of the upper half of Windows-1252; its last two are not used by text.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80..<0xA0:
      let low: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
      ]
      let value = low[Int(byte) - 0x80]
      return value == 0 ? nil : Unicode.Scalar(value)
    case 0xA0..<0xFE: return Unicode.Scalar(byte)
    default: return nil
    }
  }
}

/// Text without control characters, where a character reference may have brought one.
enum ControlText {
  static func cleaned(_ text: String) -> String {
    text.withBytes { bytes in
      var scan = ByteScan()
      scan.run(bytes)
      return scan.firstControl == nil
        ? text : String(decoding: ByteRepair.repair(bytes).bytes, as: UTF8.self)
    }
  }
}
