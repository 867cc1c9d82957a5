/// Reads the links under Connections, each with its reason.
struct ConnectionFinder {
  private(set) var found: [Connection] = []
  private let marks: [Int: SectionReader.ParagraphMark]
  private var section = 0

  static func connections(
    in sections: [Section], marks: [Int: SectionReader.ParagraphMark]
  ) -> [Connection] {
    var finder = ConnectionFinder(marks: marks)
    for (index, section) in sections.enumerated() where section.kind == .connections {
      finder.section = index
      finder.search(section.blocks, isOff: section.cardsOff, depth: 0)
    }
    return finder.found
  }

  private init(marks: [Int: SectionReader.ParagraphMark]) { self.marks = marks }

  /// - Parameter allowsTitles: whether an item without a link may name a page by its title; not
  ///   below an item that has a link, where it tells more about that.
  private mutating func search(
    _ blocks: [Block], isOff: Bool, depth: Int, allowsTitles: Bool = true
  ) {
    guard depth < SectionReader.deepest else { return }
    for block in blocks {
      switch block {
      case .list(let items, _, _):
        for item in items { read(item, isOff: isOff, depth: depth, allowsTitle: allowsTitles) }
      case .paragraph(let text, let line):
        let lines = marks[line]?.lines ?? []
        let isOff = isOff || marks[line]?.cardsOff == true
        if lines.count > 1, lines.allSatisfy({ $0.beginsWithLink || $0.isBarePath }) {
          for (offset, text) in lines.enumerated() {
            read(text, line: line + offset, isOff: isOff, allowsTitle: false)
          }
        } else {
          read(text, line: line, isOff: isOff, allowsTitle: false)
        }
      case .table(let table): read(table, isOff: isOff)
      case .quote(let inner, let callout, _) where callout != "footnote":
        search(inner, isOff: isOff, depth: depth + 1, allowsTitles: allowsTitles)
      case .quote, .code, .rule: break
      }
    }
  }

  private mutating func read(_ item: Item, isOff: Bool, depth: Int, allowsTitle: Bool) {
    let isOff = isOff || item.cardsOff
    let count = found.count
    let hasLists = item.children.contains { if case .list = $0 { true } else { false } }
    read(item.text, line: item.line, isOff: isOff, allowsTitle: allowsTitle && !hasLists)
    let own = count..<found.count
    search(item.children, isOff: isOff, depth: depth + 1, allowsTitles: own.isEmpty)
    // What is nested below a link without links of its own says why.
    guard found.count == own.upperBound else { return }
    let below = item.children.compactMap(\.firstText)
    for index in own where found[index].reason.isEmpty {
      found[index].reason = RichText.joined(below)
    }
  }

  /// A row names the page in its first linked cell, and the reason in its last.
  private mutating func read(_ table: Table, isOff: Bool) {
    for row in table.rows {
      guard
        let place = row.cells.firstIndex(where: { cell in
          cell.runs.contains { $0.connectionLink != nil }
        })
      else { continue }
      let reason = place + 1 < row.cells.count ? row.cells[row.cells.count - 1] : RichText()
      for run in row.cells[place].runs {
        if let link = run.connectionLink { add(link, run.text, reason, row.line, isOff) }
      }
    }
  }

  private mutating func read(_ text: RichText, line: Int, isOff: Bool, allowsTitle: Bool) {
    let places = text.runs.indices.filter { text.runs[$0].connectionLink != nil }
    if places.isEmpty {
      readPlain(text, line: line, isOff: isOff, allowsTitle: allowsTitle)
    } else if text.beginsWithLink {
      readGroups(text, places: places, line: line, isOff: isOff)
    } else {
      readAmidText(text, places: places, line: line, isOff: isOff)
    }
  }

  /// `[[a]], [[b]] — why; [[c]] — why`: links in a row share what follows them.
  private mutating func readGroups(_ text: RichText, places: [Int], line: Int, isOff: Bool) {
    var group: [Int] = []
    for (order, place) in places.enumerated() {
      group.append(place)
      let next = order + 1 < places.count ? places[order + 1] : nil
      let from = TextPlace(run: place, offset: text.runs[place].text.utf8.count)
      let to = next.map { TextPlace(run: $0, offset: 0) } ?? text.end
      let between = text.slice(from: from, to: to)
      if next != nil, between.isJoint { continue }
      if next != nil, !between.endsLikeGroup {
        // A link within the reason of the ones before it: the reason goes on to the end.
        let reason = text.slice(from: from, to: text.end).withoutLeadingSign
        for index in group { add(text.runs[index], reason, line, isOff) }
        return
      }
      let reason = between.withoutLeadingSign.withoutTrailingJoint
      for index in group { add(text.runs[index], reason, line, isOff) }
      group = []
    }
  }

  /// `Builds on [[a]] for the proofs`: the sentence is the reason, unless a dash gives another.
  private mutating func readAmidText(_ text: RichText, places: [Int], line: Int, isOff: Bool) {
    guard let last = places.last else { return }
    let from = TextPlace(run: last, offset: text.runs[last].text.utf8.count)
    let rest = text.slice(from: from, to: text.end)
    let before = text.slice(from: text.start, to: TextPlace(run: places[0], offset: 0))
    var reason = RichText()
    if rest.beginsWithSign {
      reason = rest.withoutLeadingSign
    } else if places.count == 1, !before.plain.hasSuffix(":") {
      let others = before.plain.wordCount + rest.plain.wordCount
      reason = others > 1 ? text : RichText()
    }
    for place in places { add(text.runs[place], reason, line, isOff) }
  }

  /// `safety/constitutional-ai — why` or `Constitutional AI — why`, where the brackets were lost.
  private mutating func readPlain(_ text: RichText, line: Int, isOff: Bool, allowsTitle: Bool) {
    guard !text.runs.contains(where: { $0.link != nil }) else { return }
    let split = TermSplit.separator(in: text)
    let head = split.map { text.slice(from: text.start, to: $0.start) } ?? text
    let reason = split.map { text.slice(from: $0.end, to: text.end) } ?? RichText()
    let signs = ",;|·•".unicodeScalars
    let names = head.runs.map(\.text).joined().unicodeScalars.split { signs.contains($0) }
      .map { String($0).trimmedBlanks }
    if !names.isEmpty, names.allSatisfy(PlainPath.isPath) {
      for name in names { add((name, nil), name, reason, line, isOff) }
      return
    }
    let name = head.runs.map(\.text).joined().trimmedBlanks
    // A paragraph is no list of links; it names a page only in the shape of an item.
    let isItem = allowsTitle || (split?.sign == .dash && name.wordCount <= 6)
    guard isItem, !name.hasSuffix(":"), name.wordCount > 0, name.wordCount <= 8,
      let end = name.utf8.last, !".?!,;".utf8.contains(end),
      split != nil || name.wordCount <= 5
    else { return }
    add((name, nil), name, reason, line, isOff)
  }

  private mutating func add(_ run: TextRun, _ reason: RichText, _ line: Int, _ isOff: Bool) {
    if let link = run.connectionLink { add(link, run.text, reason, line, isOff) }
  }

  private mutating func add(
    _ link: (target: String, heading: String?), _ label: String, _ reason: RichText, _ line: Int,
    _ isOff: Bool
  ) {
    found.append(
      Connection(
        target: link.target, heading: link.heading, label: label, reason: reason, line: line,
        cardsOff: isOff, section: section))
  }
}

/// A path as people write it in plain text: `safety/constitutional-ai`, `notes.md`.
enum PlainPath {
  static func isPath(_ text: String) -> Bool {
    text.withBytes { bytes in
      guard bytes.count > 2, bytes.count < 300,
        !bytes.contains(where: { $0.isBlank || $0 == Byte.colon }),
        bytes[0].isWord || bytes[0] == UInt8(ascii: "."), bytes[bytes.count - 1].isWord
      else { return false }
      let isFile = bytes.slice(bytes.count - 3..<bytes.count).equals(".md")
      let slash = bytes.first(Byte.slash)
      return isFile || (slash.map { $0 > 0 } ?? bytes.contains(Byte.dash))
    }
  }
}

extension TextRun {
  /// The page that a run leads to.
  fileprivate var connectionLink: (target: String, heading: String?)? {
    guard case .page(let target, let heading) = link, !target.isEmpty else { return nil }
    return (target, heading)
  }
}

extension Block {
  fileprivate var firstText: RichText? {
    switch self {
    case .paragraph(let text, _): text
    case .list(let items, _, _): RichText.joined(items.map(\.text))
    case .table, .code, .quote, .rule: nil
    }
  }
}

extension RichText {
  var beginsWithLink: Bool { runs.first?.connectionLink != nil }

  var isBarePath: Bool {
    let head = TermSplit.separator(in: self).map { slice(from: start, to: $0.start) } ?? self
    return PlainPath.isPath(head.plain)
  }

  /// What stands between two links only joins them: a comma, a dot in the middle, `and`.
  fileprivate var isJoint: Bool {
    let text = plain.lowercased().trimmedBlanks
    return text.isEmpty || ["and", "&", "or", ", and", "+"].contains(text)
      || text.unicodeScalars.allSatisfy { ",;·•|/\u{2022}\u{30FB}→←↔ ".unicodeScalars.contains($0) }
  }

  /// Text between links that ends one group and begins the next.
  fileprivate var endsLikeGroup: Bool {
    guard let last = plain.trimmedBlanks.unicodeScalars.last else { return false }
    return ";·•|".unicodeScalars.contains(last)
  }

  fileprivate var beginsWithSign: Bool { signLength != nil }

  /// The length of a dash, a colon or a bracket that opens a reason.
  private var signLength: Int? {
    guard let first = runs.first, !first.style.contains(.code) else { return nil }
    return first.text.withBytes { bytes in
      guard let byte = bytes.first else { return nil }
      if byte == Byte.colon || byte == UInt8(ascii: "(") { return 1 }
      if bytes.starts(with: "→") || bytes.starts(with: "⇒") { return 3 }
      guard let length = TermSplit.dashLength(bytes, at: 0) else { return nil }
      return length == bytes.count
        ? runs.count > 1 ? length : nil : bytes[length].isBlank ? length : nil
    }
  }

  /// The reason without the sign before it; brackets around all of it are dropped.
  fileprivate var withoutLeadingSign: RichText {
    guard let length = signLength else { return self }
    let rest = slice(from: TextPlace(run: 0, offset: length), to: end)
    guard runs[0].text.hasPrefix("("), var last = rest.runs.last else { return rest }
    guard last.text.hasSuffix(")") else { return self }
    last.text.removeLast()
    return RichText(Array(rest.runs.dropLast()) + [last]).trimmed
  }

  fileprivate var withoutTrailingJoint: RichText {
    guard var last = runs.last, let end = last.text.trimmedBlanks.unicodeScalars.last,
      ";·•|".unicodeScalars.contains(end)
    else { return self }
    last.text = String(last.text.trimmedBlanks.dropLast())
    return RichText(Array(runs.dropLast()) + [last]).trimmed
  }
}
