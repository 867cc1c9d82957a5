/// The list under a page's Key Facts as it stands in the file: how its items are written, and how one
/// more is put at its end. Nothing is written here; what comes out are the file's new bytes, which
/// differ from the old ones by that item alone.
public struct FactList: Sendable {
  /// How most of the facts begin.
  public enum Label: Sendable, Hashable {
    /// They are whole sentences.
    case none
    /// `Label: content`
    case plain
    /// `**Label**: content`
    case bold
    /// `**Label:** content`
    case boldWithColon
  }

  public let label: Label
  /// Whether most of the facts end with a full stop.
  public let endsWithStop: Bool
  /// What stands before an item: blanks, the bullet or the number, blanks.
  private let marker: String
  /// Whether a blank line stands between items.
  private let isLoose: Bool
  /// The item goes behind this line, which is counted from 0.
  private let lastLine: Int
  private let lines: SourceLines

  /// - Parameters:
  ///   - page: as it was read from `source`.
  ///   - source: the bytes of the file.
  /// - Returns: nil when the page has no Key Facts, or the file is not UTF-8.
  public init?(page: Page, source: [UInt8]) {
    guard let lines = SourceLines(source),
      let index = page.facts.last?.section
        ?? page.sections.lastIndex(where: { $0.kind == .keyFacts }),
      page.sections.indices.contains(index), page.sections[index].line >= 1
    else { return nil }
    self.lines = lines
    let section = page.sections[index]
    let next = page.sections.indices.contains(index + 1) ? page.sections[index + 1].line : nil
    let end = min(lines.count, next.map { $0 - 1 } ?? lines.count)
    let items = Self.lastList(of: section)
    if let last = items.last, last.line <= end {
      let place = last.line - 1
      let prefix = Self.prefix(of: lines.text(place))
      marker = prefix.following
      isLoose = items.count > 1 && place > 0 && lines.isBlank(place - 1)
      let stops = Set(section.blocks.map { $0.line - 1 })
      lastLine = Self.end(
        of: place, indent: prefix.width, before: end, stops: stops, lines: lines)
    } else {
      // No list: a paragraph of its own where facts are written so, else the first item of one.
      let hasText = section.blocks.contains { if case .paragraph = $0 { true } else { false } }
      marker = hasText ? "" : "- "
      isLoose = true
      let start = min(section.line - 1, lines.count - 1)
      lastLine =
        end > start ? (start..<end).last { !lines.isBlank($0) } ?? start : start
    }
    let facts = page.facts.filter { $0.section == index }
    label = Self.label(of: facts, lines: lines)
    let stops = facts.count { $0.item.text.plain.hasSuffix(".") }
    endsWithStop = stops * 2 > facts.count
  }

  // MARK: Writing

  /// A text as an item of this list, marker and all; line breaks in it become spaces.
  public func line(_ text: String) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline })
    return marker + words.joined(separator: " ")
  }

  /// The file's bytes with one more item: `line` as `line(_:)` gives it.
  public func adding(_ line: String) -> [UInt8] {
    let ending = lines.ending
    let item = Array(line.utf8.filter { !$0.isLineEnd })
    let gap = isLoose ? ending : []
    let range = lines.ranges[lastLine]
    var bytes = Array(lines.bytes[..<range.upperBound])
    let isEnded = bytes.last.map(\.isLineEnd) ?? true
    // A file that ends without a line end keeps doing so.
    bytes += isEnded ? gap + item + ending : ending + gap + item
    return bytes + lines.bytes[range.upperBound...]
  }

  // MARK: Reading

  private static func lastList(of section: Section) -> [Item] {
    for block in section.blocks.reversed() {
      if case .list(let items, _, _) = block { return items }
    }
    return []
  }

  /// What stands before an item's text, how wide it is, and what the next item has there.
  private static func prefix(of line: [UInt8]) -> (following: String, width: Int) {
    var place = 0
    while place < line.count, line[place].isBlank { place += 1 }
    let start = place
    let blanks = String(decoding: line[..<start], as: UTF8.self)
    while place < line.count, line[place].isDigit { place += 1 }
    var sign = ""
    if place > start, place < line.count, ".)".utf8.contains(line[place]) {
      let number = Int(String(decoding: line[start..<place], as: UTF8.self)) ?? 0
      sign = "\(number + 1)" + String(decoding: [line[place]], as: UTF8.self)
      place += 1
    } else {
      place = start
      for bullet in ["-", "*", "+", "•", "–", "·"] where line[start...].starts(with: bullet.utf8) {
        sign = bullet
        place += bullet.utf8.count
      }
    }
    let signEnd = place
    while place < line.count, line[place].isBlank { place += 1 }
    // Without a blank behind it, it is no bullet but the text itself.
    guard !sign.isEmpty, place > signEnd else { return (blanks, start) }
    return (blanks + sign + String(decoding: line[signEnd..<place], as: UTF8.self), place)
  }

  /// The last line of the item that begins on `start`: what is set in below it belongs to it, and so
  /// does text that goes on without a blank line.
  private static func end(
    of start: Int, indent: Int, before end: Int, stops: Set<Int>, lines: SourceLines
  ) -> Int {
    var last = start
    var line = start + 1
    while line < end, !stops.contains(line) {
      defer { line += 1 }
      if lines.isBlank(line) { continue }
      let text = lines.text(line)
      let isSetIn = text.prefix { $0.isBlank }.count >= max(1, indent)
      guard isSetIn || (last == line - 1 && text.first != Byte.less) else { break }
      last = line
    }
    return last
  }

  private static func label(of facts: [PageItem], lines: SourceLines) -> Label {
    var counts: [Label: Int] = [:]
    for fact in facts {
      guard let split = TermSplit(fact.item.text), split.sign == .colon else { continue }
      let isBold = split.term.runs.allSatisfy { $0.style.contains(.strong) }
      let source = fact.line <= lines.count ? lines.text(fact.line - 1) : []
      let inside = ":**".utf8
      let isInside = source.indices.contains { source[$0...].starts(with: inside) }
      counts[isBold ? (isInside ? .boldWithColon : .bold) : .plain, default: 0] += 1
    }
    guard let most = counts.max(by: { $0.value < $1.value }),
      counts.values.reduce(0, +) * 2 > facts.count
    else { return .none }
    return most.key
  }
}

/// The bytes of a file by lines.
private struct SourceLines: Sendable {
  let bytes: [UInt8]
  /// Each line with its line end.
  let ranges: [Range<Int>]
  /// How the file's first line ends; a newline when it has only one line.
  let ending: [UInt8]

  var count: Int { ranges.count }

  /// Nil when the bytes are no UTF-8.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { return nil }
    self.bytes = bytes
    var ranges: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      defer { place += 1 }
      guard bytes[place].isLineEnd else { continue }
      let isPair =
        bytes[place] == Byte.carriageReturn && place + 1 < bytes.count
        && bytes[place + 1] == Byte.newline
      if isPair { place += 1 }
      ranges.append(start..<place + 1)
      start = place + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    guard let first = ranges.first else { return nil }
    self.ranges = ranges
    let end = bytes[first].reversed().prefix(while: \.isLineEnd).reversed()
    ending = end.isEmpty ? [Byte.newline] : Array(end)
  }

  /// A line without its line end.
  func text(_ line: Int) -> [UInt8] {
    guard ranges.indices.contains(line) else { return [] }
    var text = bytes[ranges[line]]
    while text.last?.isLineEnd == true { text.removeLast() }
    return Array(text)
  }

  func isBlank(_ line: Int) -> Bool { text(line).allSatisfy(\.isBlank) }
}
