/// The bytes of a file, made safe to parse: UTF-8 without a mark at its start, no control
/// characters.
struct SourceText {
  /// The repaired bytes; nil when the file was fine as it is.
  var repaired: [UInt8]?
  /// Bytes to leave out at the start of the file when nothing was repaired (a byte order mark).
  var skipped: Int
  /// Where each line begins in the bytes that are used (after `skipped`).
  var lineStarts: [Int]
  var problems: [Problem]
  /// Whether the file is text at all.
  var isText: Bool

  /// Looks through a file once; only a file with something wrong in it is copied.
  static func inspect(_ raw: Bytes, file: String, options: ReadingOptions) -> SourceText {
    if raw.count > 1, let wide = decodingUTF16(raw) {
      var source = wide.withUnsafeBufferPointer { inspect($0, file: file, options: options) }
      if source.repaired == nil { source.repaired = wide }
      source.problems.insert(
        Problem(
          file: file, severity: .warning, message: "The file is UTF-16, not UTF-8.",
          remedy: "Save it as UTF-8."), at: 0)
      return source
    }
    let skipped = raw.starts(with: "\u{FEFF}") ? 3 : 0
    let bytes = raw.slice(skipped..<raw.count)
    var scan = ByteScan()
    scan.run(bytes)
    var source = SourceText(
      repaired: nil, skipped: skipped, lineStarts: scan.lineStarts, problems: [], isText: true)
    guard scan.firstBad != nil || scan.firstControl != nil else { return source }
    if scan.looksBinary(count: bytes.count) {
      source.isText = false
      source.problems.append(
        Problem(
          file: file, severity: .error, message: "The file is not text.",
          remedy: "Take it out of the vault, or give it another extension."))
      return source
    }
    let repair = ByteRepair.repair(bytes)
    source.problems += scan.problems(in: bytes, repair: repair, file: file)
    source.repaired = repair.bytes
    source.skipped = 0
    var again = ByteScan()
    repair.bytes.withUnsafeBufferPointer { again.run($0) }
    source.lineStarts = again.lineStarts
    return source
  }

  /// The file as UTF-8 if it begins with a UTF-16 byte order mark.
  private static func decodingUTF16(_ raw: Bytes) -> [UInt8]? {
    let little = raw[0] == 0xFF && raw[1] == 0xFE
    guard little || (raw[0] == 0xFE && raw[1] == 0xFF) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for place in stride(from: 2, to: raw.count - 1, by: 2) {
      let first = UInt16(raw[place])
      let second = UInt16(raw[place + 1])
      units.append(little ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
