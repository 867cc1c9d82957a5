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
    var columns = Columns()
    var header: Header?
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != Byte.lineFeed { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
      if end > start {
        if let header {
          try header.read(bytes, start..<end, line: line, into: &columns)
        } else {
          header = try Header(bytes[start..<end])
        }
      }
      start = next
    }
    guard header != nil else { throw .logWithoutColumn(.card) }
    self.init(columns)
  }
}

private enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
}

/// Which field of a line is which column.
private struct Header {
  /// For each field, the index of its column in `ReviewLog.Column.allCases`, or nil.
  let columnOfField: [Int?]

  init(_ line: ArraySlice<UInt8>) throws(FSRSError) {
    let names = line.split(separator: Byte.comma, omittingEmptySubsequences: false).map { field in
      String(decoding: field.filter { $0 != Byte.quote && $0 != Byte.space }, as: UTF8.self)
    }
    for column in ReviewLog.Column.allCases where !names.contains(column.rawValue) {
      throw .logWithoutColumn(column)
    }
    columnOfField = names.map { name in
      ReviewLog.Column.allCases.firstIndex { $0.rawValue == name }
    }
  }

  func read(
    _ bytes: [UInt8], _ range: Range<Int>, line: Int, into columns: inout ReviewLog.Columns
  ) throws(FSRSError) {
    var values: (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    var found = 0
    var index = range.lowerBound
    var field = 0
    while field < columnOfField.count, index <= range.upperBound {
      var end = index
      while end < range.upperBound, bytes[end] != Byte.comma { end += 1 }
      if let column = columnOfField[field] {
        guard let value = Self.number(bytes, index..<end) else {
          throw .logLine(line, .notANumber(ReviewLog.Column.allCases[column]))
        }
        found += 1
        switch column {
        case 0: values.0 = value
        case 1: values.1 = value
        case 2: values.2 = value
        default: values.3 = value
        }
      }
      index = end + 1
      field += 1
    }
    guard found >= ReviewLog.Column.allCases.count else { throw .logLine(line, .tooFewFields) }
    guard (1...4).contains(values.2) else { throw .logLine(line, .ratingOutOfRange) }
    columns.append(
      card: values.0, time: values.1, rating: UInt8(values.2), elapsedDays: values.3)
  }

  /// A whole number; a fraction is read and dropped. Nil if it is none or too large.
  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == Byte.space || bytes[start] == Byte.quote { start += 1 }
    while end > start, bytes[end - 1] == Byte.space || bytes[end - 1] == Byte.quote { end -= 1 }
    let isNegative = start < end && bytes[start] == Byte.minus
    if isNegative { start += 1 }
    guard start < end else { return nil }
    var value: Int64 = 0
    var isFraction = false
    for index in start..<end {
      let digit = bytes[index] &- Byte.zero
      if digit > 9 {
        guard bytes[index] == Byte.point, !isFraction, index > start else { return nil }
        isFraction = true
      } else if !isFraction {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carried) = tens.addingReportingOverflow(Int64(digit))
        if overflow || carried { return nil }
        value = sum
      }
    }
    return isNegative ? -value : value
  }
}
