/// `\\==`: a highlight's sign that is meant as it stands. cmark takes the backslash away and joins
/// what it parts, so a byte that no text has keeps the two signs apart until they are read.
enum EscapedMarks {
  /// Control characters were taken out of the text before.
  static let wedge: UInt8 = 1

  /// The text with a wedge behind each escaped sign; nil when it has none, as nearly always.
  static func guarded(_ bytes: Bytes) -> [UInt8]? {
    var places: [Int] = []
    var place = 0
    while let backslash = bytes.first(UInt8(ascii: "\\"), from: place) {
      place = backslash + 1
      if place + 1 < bytes.count, bytes[place] == Byte.equals, bytes[place + 1] == Byte.equals {
        places.append(place + 1)
        place += 2
      }
    }
    guard !places.isEmpty else { return nil }
    var guarded: [UInt8] = []
    guarded.reserveCapacity(bytes.count + places.count)
    var start = 0
    for place in places {
      guarded.append(contentsOf: bytes.slice(start..<place))
      guarded.append(wedge)
      start = place
    }
    guarded.append(contentsOf: bytes.slice(start..<bytes.count))
    return guarded
  }

  static func removed(from text: String) -> String {
    guard text.utf8.contains(wedge) else { return text }
    return String(decoding: text.utf8.filter { $0 != wedge }, as: UTF8.self)
  }
}
