extension ReviewLog {
  /// The columns that a review log in CSV must have; others are ignored, and the order is free.
  public enum Column: String, Sendable, Hashable, CaseIterable {
    case card = "card_id"
    case time = "review_time_ms"
    case rating
    case elapsedDays = "elapsed_days"
  }

  /// Reads a log from CSV text: a header line that names the columns, then one review on each line.
  /// Values are whole numbers, quoted or not; empty lines are skipped.
  ///
  /// - Throws: `logWithoutColumn`, or `logLine` with the number of the line, from 1.
  public init(csv text: String) throws(FSRSError) {
    try self.init(csv: Array(text.utf8))
  }

  /// Reads a log from the bytes of a CSV file.
  public init(csv bytes: [UInt8]) throws(FSRSError) {
    let columns = try bytes.withUnsafeBufferPointer { buffer throws(FSRSError) in
      var reader = CSVReader(buffer)
      return try reader.read()
    }
    self.init(columns)
  }
}

/// Walks over the bytes of a CSV file once.
private struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Of the byte at the index, from 1.
  private var line = 1

  private enum Byte {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let space = UInt8(ascii: " ")
    static let minus = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: Byte.byteOrderMark) { index = Byte.byteOrderMark.count }
  }

  mutating func read() throws(FSRSError) -> ReviewLog.Columns {
    skipEmptyLines()
    let fields = try header()
    var columns = ReviewLog.Columns()
    skipEmptyLines()
    while index < bytes.count {
      try review(fields, into: &columns)
      skipEmptyLines()
    }
    return columns
  }

  /// Which column each field of a line is; nil for those that are ignored.
  private mutating func header() throws(FSRSError) -> [ReviewLog.Column?] {
    var names: [String] = []
    while index < bytes.count {
      let name = field().filter { $0 != Byte.quote && $0 != Byte.space }
      names.append(String(decoding: name, as: UTF8.self))
      guard skipComma() else { break }
    }
    for column in ReviewLog.Column.allCases where !names.contains(column.rawValue) {
      throw .logWithoutColumn(column)
    }
    return names.map { ReviewLog.Column(rawValue: $0) }
  }

  private mutating func review(
    _ fields: [ReviewLog.Column?], into columns: inout ReviewLog.Columns
  ) throws(FSRSError) {
    let line = line
    var card: Int64 = 0
    var time: Int64 = 0
    var rating: Int64 = 0
    var elapsedDays: Int64 = 0
    var found = 0
    for column in fields {
      if let column {
        guard let value = number() else { throw .logLine(line, .notANumber(column)) }
        found += 1
        switch column {
        case .card: card = value
        case .time: time = value
        case .rating: rating = value
        case .elapsedDays: elapsedDays = value
        }
      } else {
        _ = field()
      }
      guard skipComma() else { break }
    }
    guard found >= ReviewLog.Column.allCases.count else { throw .logLine(line, .tooFewFields) }
    guard 1...4 ~= rating else { throw .logLine(line, .ratingOutOfRange) }
    // Fields that the header does not name.
    while index < bytes.count, bytes[index] != Byte.lineFeed, bytes[index] != Byte.carriageReturn {
      _ = field()
      _ = skipComma()
    }
    columns.append(card: card, time: time, rating: UInt8(rating), elapsedDays: elapsedDays)
  }

  private var isAtEndOfField: Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == Byte.comma || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private mutating func skipComma() -> Bool {
    guard index < bytes.count, bytes[index] == Byte.comma else { return false }
    index += 1
    return true
  }

  private mutating func skipEmptyLines() {
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { return }
      if byte == Byte.lineFeed { line += 1 }
      index += 1
    }
  }

  /// Passes over a field, and gives its bytes. Within quotes, commas and line ends are part of it.
  private mutating func field() -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = index
    var isQuoted = false
    while index < bytes.count, isQuoted || !isAtEndOfField {
      if bytes[index] == Byte.quote { isQuoted.toggle() }
      if bytes[index] == Byte.lineFeed { line += 1 }
      index += 1
    }
    return bytes[start..<index]
  }

  /// Passes over a field with a whole number. Nil if it is none or too large.
  private mutating func number() -> Int64? {
    let start = index
    var value: Int64 = 0
    // Up to 18 digits cannot overflow; nearly every number is one of these.
    while index < bytes.count, index - start < 18 {
      let digit = bytes[index] &- Byte.zero
      guard digit <= 9 else { break }
      value = value * 10 + Int64(digit)
      index += 1
    }
    if index > start, isAtEndOfField { return value }
    index = start
    return Self.number(field())
  }

  /// A number with quotes, spaces, a sign or a fraction, which is dropped.
  private static func number(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    func isAround(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.quote }
    var digits = field.drop(while: isAround)
    while let last = digits.last, isAround(last) { digits.removeLast() }
    let isNegative = digits.first == Byte.minus
    if isNegative { digits.removeFirst() }
    var value: Int64 = 0
    var isFraction = false
    guard !digits.isEmpty, digits.first != Byte.point else { return nil }
    for byte in digits {
      let digit = byte &- Byte.zero
      if digit > 9 {
        guard byte == Byte.point, !isFraction else { return nil }
        isFraction = true
      } else if !isFraction {
        let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, carries) = tens.addingReportingOverflow(Int64(digit))
        if overflows || carries { return nil }
        value = sum
      }
    }
    return isNegative ? -value : value
  }
}
