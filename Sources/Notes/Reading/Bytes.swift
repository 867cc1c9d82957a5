#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A stretch of UTF-8 bytes of a page that is being read.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The bytes that have a meaning in notes.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let caret = UInt8(ascii: "^")
  static let pipe = UInt8(ascii: "|")
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let backquote = UInt8(ascii: "`")
}

extension UInt8 {
  var isBlank: Bool { self == Byte.space || self == Byte.tab }
  var isLineEnd: Bool { self == Byte.newline || self == Byte.carriageReturn }
  var isDigit: Bool { self &- 48 < 10 }
  var isLetter: Bool { (self | 32) &- 97 < 26 }
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a C string, without the zero at its end.
  init(cString: UnsafePointer<CChar>) {
    self.init(
      start: UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self), count: strlen(cString))
  }

  /// The bytes of a range, without copying.
  func slice(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// Without blanks and line ends on both sides.
  var trimmed: Bytes {
    var start = 0
    var end = count
    while start < end, self[start].isBlank || self[start].isLineEnd { start += 1 }
    while end > start, self[end - 1].isBlank || self[end - 1].isLineEnd { end -= 1 }
    return slice(start..<end)
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// The first place of a byte at or after `start`.
  func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  func starts(with text: StaticString) -> Bool {
    guard let base = baseAddress, text.utf8CodeUnitCount <= count else { return false }
    return memcmp(base, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && starts(with: text)
  }
}

extension String {
  /// Calls `body` with the UTF-8 bytes, which are valid only during the call.
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }

  /// The text between two places in its UTF-8 bytes, both on character boundaries.
  func slice(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }

  /// Without white space on both sides.
  var trimmedBlanks: String {
    withBytes { bytes in
      let trimmed = bytes.trimmed
      return trimmed.count == bytes.count ? self : trimmed.string
    }
  }
}
