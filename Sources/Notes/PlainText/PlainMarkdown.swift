/// Writes a page that has lost its Markdown as Markdown again, so that one reader reads both.
struct PlainMarkdown {
  private(set) var bytes: [UInt8] = []
  /// For each line of `bytes`, the line of the file that it was made from.
  private(set) var lineNumbers: [Int] = []

  private let outline: PlainOutline
  private var lines: [PlainLine] { outline.lines }

  /// The Markdown of a page without headings; nil when the page is well as it is.
  ///
  /// - Parameter firstLine: the line of the file on which `body` begins, from 1.
  init?(_ body: Bytes, firstLine: Int, names: SectionNames) {
    guard
      let outline = PlainOutline(PlainMarkdown.lines(of: body, firstLine: firstLine), names: names)
    else { return nil }
    self.outline = outline
    bytes.reserveCapacity(body.count + body.count / 8)
    write()
  }

  private static func lines(of body: Bytes, firstLine: Int) -> [PlainLine] {
    var lines: [PlainLine] = []
    var start = 0
    var fence: Bytes?
    while start < body.count {
      var end = start
      while end < body.count, !body[end].isLineEnd { end += 1 }
      var line = PlainLine(body.slice(start..<end), number: firstLine + lines.count)
      if let open = fence {
        line.kind = .code
        if line.content.count >= open.count, line.content.allSatisfy({ $0 == open[0] }) {
          fence = nil
        }
      } else if line.content.starts(with: "```") || line.content.starts(with: "~~~") {
        line.kind = .code
        let length = line.content.prefix { $0 == line.content[0] }.count
        fence = line.content.slice(0..<length)
      }
      lines.append(line)
      let isPair =
        end + 1 < body.count && body[end] == Byte.carriageReturn && body[end + 1] == Byte.newline
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  // MARK: Writing

  private mutating func write() {
    var headings = outline.headings[...]
    var place = 0
    while place < lines.count {
      if let heading = headings.first, heading.line == place {
        headings.removeFirst()
        part(at: place)
        let marks = [UInt8](repeating: Byte.hash, count: heading.level) + [Byte.space]
        add(marks + Array(lines[place].headingText), from: place)
        part(at: place)
        place += 1
      } else if let end = table(at: place) {
        place = end
      } else {
        writeLine(place)
        place += 1
      }
    }
  }

  private mutating func writeLine(_ place: Int) {
    let line = lines[place]
    let above = place > 0 ? lines[place - 1].kind : .blank
    switch line.kind {
    case .blank: add([], from: place)
    case .code, .quote:
      if above != line.kind { part(at: place) }
      add(Array(line.bytes), from: place)
    case .rule, .comment:
      part(at: place)
      add(Array(line.content), from: place)
      part(at: place)
    case .bullet: writeItem(place, above: above, mark: [Byte.dash, Byte.space])
    case .number: writeItem(place, above: above, mark: nil)
    case .text, .tableRow, .tabRow:
      if !outline.continues(place), !isIndentedBelowItem(place) { part(at: place) }
      // Four blanks would make code of a line.
      add(Array(isIndentedBelowItem(place) ? line.bytes : line.content), from: place)
    }
  }

  private mutating func writeItem(_ place: Int, above: PlainLine.Kind, mark: [UInt8]?) {
    let line = lines[place]
    if above != .bullet && above != .number && !isIndentedBelowItem(place) { part(at: place) }
    // A list of another sort right below would be joined with this one.
    if above != line.kind, above == .bullet || above == .number,
      line.indent == lines[place - 1].indent
    {
      part(at: place)
    }
    var text = Array(line.bytes.slice(0..<line.indent))
    if let mark {
      let length = PlainLine.bulletLength(of: line.content) ?? 0
      text += mark + Array(line.content.slice(length..<line.content.count))
    } else {
      text += Array(line.content)
    }
    add(text, from: place)
  }

  /// Indented text below an item belongs to it.
  private func isIndentedBelowItem(_ place: Int) -> Bool {
    guard place > 0, lines[place].indent > 1 else { return false }
    guard let above = lines[..<place].last(where: { $0.kind != .blank }) else { return false }
    return above.kind == .bullet || above.kind == .number || above.indent > 1
  }

  /// Writes a table that begins at a line and returns the line after it.
  private mutating func table(at place: Int) -> Int? {
    let first = lines[place]
    switch first.kind {
    case .tableRow: return pipeTable(at: place)
    case .tabRow:
      let count = first.tabCount
      let end = lines[place...].firstIndex { $0.kind != .tabRow || $0.tabCount != count }
      let rows = place..<(end ?? lines.count)
      guard rows.count > 1 else { return nil }
      part(at: place)
      for row in rows {
        add(PlainMarkdown.pipes(lines[row].content), from: row)
        if row == place { add(PlainMarkdown.delimiters(count + 1), from: row) }
      }
      part(at: rows.upperBound - 1)
      return rows.upperBound
    case .text
    where place + 1 < lines.count && lines[place + 1].isDelimiterRow
      && first.content.first(Byte.pipe) != nil:
      part(at: place)
      var row = place
      while row < lines.count, lines[row].kind != .blank, lines[row].content.first(Byte.pipe) != nil
      {
        add(Array(lines[row].content), from: row)
        row += 1
      }
      part(at: row - 1)
      return row
    case .text, .blank, .bullet, .number, .quote, .code, .rule, .comment: return nil
    }
  }

  /// Rows between pipes; the row of dashes is supplied where it was lost.
  private mutating func pipeTable(at place: Int) -> Int? {
    let end = lines[place...].firstIndex { $0.kind != .tableRow } ?? lines.count
    let cells = lines[place].cellCount
    guard end - place > 1, cells > 0 else { return nil }
    part(at: place)
    for row in place..<end {
      add(Array(lines[row].content), from: row)
      if row == place, !lines[row + 1].isDelimiterRow {
        add(PlainMarkdown.delimiters(cells), from: row)
      }
    }
    part(at: end - 1)
    return end
  }

  private static func delimiters(_ count: Int) -> [UInt8] {
    Array((String(repeating: "|---", count: count) + "|").utf8)
  }

  private static func pipes(_ row: Bytes) -> [UInt8] {
    var text: [UInt8] = [Byte.pipe, Byte.space]
    for byte in row {
      switch byte {
      case Byte.tab: text += [Byte.space, Byte.pipe, Byte.space]
      case Byte.pipe: text += [Byte.backslash, Byte.pipe]
      default: text.append(byte)
      }
    }
    return text + [Byte.space, Byte.pipe]
  }

  private mutating func add(_ text: [UInt8], from place: Int) {
    bytes += text
    bytes.append(Byte.newline)
    lineNumbers.append(lines[place].number)
  }

  /// An empty line, unless there is one already.
  private mutating func part(at place: Int) {
    guard !bytes.isEmpty else { return }
    if bytes.count > 1, bytes[bytes.count - 2] == Byte.newline { return }
    add([], from: place)
  }
}
