/// Finds the headings of a page that has lost its Markdown.
///
/// Nothing but the shape of the lines tells them: a heading is short, ends like no sentence, and
/// has something below it. Known names (Key Facts and its like) are headings wherever they stand
/// alone. Levels are guessed with care: known names are main headings; a heading with nothing but
/// another heading below it is the parent of that one, and of those after it that are as slight;
/// numbers and capitals are taken at their word.
struct PlainOutline {
  struct Heading {
    /// Index of the line.
    var line: Int
    var level: Int
    var kind: SectionKind
  }

  let lines: [PlainLine]
  private(set) var headings: [Heading] = []
  private let names: SectionNames

  /// The outline of a page, or nil when the page does not look as if it had ever had headings.
  init?(_ lines: [PlainLine], names: SectionNames) {
    self.lines = lines
    self.names = names
    findHeadings()
    let known = headings.contains { $0.kind != .other }
    guard known || headings.indices.count(where: hasSubstance) > 1 else { return nil }
    setLevels()
  }

  // MARK: Headings

  private mutating func findHeadings() {
    guard let first = lines.indices.first(where: { lines[$0].kind != .blank }) else { return }
    var place = first
    if isTitle(first) {
      headings.append(Heading(line: first, level: 1, kind: .other))
      place = first + 1
    }
    var candidates: [Heading] = []
    // Under Key Facts and its like lines without bullets are items, however short.
    var itemsArePlain = false
    while place < lines.count {
      let line = lines[place]
      let kind = line.kind == .text || line.kind == .number ? knownName(line) : .other
      if kind != .other {
        candidates.append(Heading(line: place, level: 2, kind: kind))
        itemsArePlain = next(after: place).map { startsPlainItems($0) } ?? false
      } else if line.kind == .bullet || line.kind == .tableRow {
        itemsArePlain = false
      } else if isHeading(place), !itemsArePlain || leadsToList(place) {
        candidates.append(Heading(line: place, level: 0, kind: .other))
        itemsArePlain = false
      }
      place += 1
    }
    headings += withoutCrowds(candidates)
  }

  private func knownName(_ line: PlainLine) -> SectionKind {
    let text = line.headingText
    return text.count < 60 && line.indent < 4 ? names.kind(of: text.string) : .other
  }

  /// The first line is the title if it looks like one at all; titles may be long and have a colon.
  private func isTitle(_ first: Int) -> Bool {
    lines[first].kind == .text && knownName(lines[first]) == .other && next(after: first) != nil
      && lines[first].looksLikeHeading(afterBlank: true, mostWords: 14, mostBytes: 120)
      && !goesOn(first)
  }

  private func isHeading(_ place: Int) -> Bool {
    let line = lines[place]
    guard line.indent < 4, let below = next(after: place), lines[below].kind != .rule else {
      return false
    }
    let isAfterBlank = place == 0 || lines[place - 1].kind == .blank
    if line.kind == .number { return isNumberedHeading(place, below: below) }
    guard line.kind == .text, line.looksLikeHeading(afterBlank: isAfterBlank) else { return false }
    return !goesOn(place) && (isAfterBlank || !continues(place))
  }

  /// Whether the next line begins in the middle of a sentence.
  private func goesOn(_ place: Int) -> Bool {
    guard place + 1 < lines.count, lines[place + 1].kind == .text else { return false }
    let first = lines[place + 1].content[0]
    return first >= 97 && first <= 122
      && !PlainPath.isPath(
        String(decoding: lines[place + 1].content.prefix { !$0.isBlank }, as: UTF8.self))
  }

  /// `2. Scope` is a heading, not an item, if no item stands beside it.
  private func isNumberedHeading(_ place: Int, below: Int) -> Bool {
    let above = lines[..<place].lastIndex { $0.kind != .blank }
    let isAlone = lines[below].kind != .number && above.map { lines[$0].kind != .number } ?? true
    return isAlone && lines[below].indent < 2 && lines[place].looksLikeHeading(afterBlank: true)
  }

  /// Whether a line goes on from the one above it, in text that was broken at a width.
  func continues(_ place: Int) -> Bool {
    guard place > 0, lines[place].kind == .text else { return false }
    let above = lines[place - 1]
    guard above.kind == .text || above.kind == .bullet || above.kind == .number,
      let last = above.content.last, !".!?:;)\"".utf8.contains(last), !above.content.endsWithQuote
    else { return false }
    let isLower = lines[place].content[0] >= 97 && lines[place].content[0] <= 122
    let length = above.content.count
    if above.kind == .text, length >= 50 { return true }
    return isLower && length >= 20
  }

  private func next(after place: Int) -> Int? {
    lines[(place + 1)...].firstIndex { $0.kind != .blank }
  }

  private func startsPlainItems(_ place: Int) -> Bool {
    lines[place].kind == .text && lines[place].content.last != Byte.colon
      && knownName(lines[place]) == .other && !leadsToList(place)
  }

  private func leadsToList(_ place: Int) -> Bool {
    guard let below = next(after: place) else { return false }
    return lines[below].kind == .bullet || lines[below].kind == .tableRow
      || lines[below].kind == .number
  }

  /// More than two headings with nothing between them are no headings but short lines: a verse, an
  /// address, a list without bullets.
  private func withoutCrowds(_ candidates: [Heading]) -> [Heading] {
    var kept: [Heading] = []
    var run: [Heading] = []
    func close() {
      kept += run.count > 2 ? run.filter { $0.kind != .other } : run
      run = []
    }
    for candidate in candidates {
      if let last = run.last, next(after: last.line) != candidate.line { close() }
      run.append(candidate)
    }
    close()
    return kept
  }

  // MARK: Levels

  private mutating func setLevels() {
    let start = headings.first?.level == 1 ? 1 : 0
    let usesCapitals = capitalsLead(from: start)
    // Below a known name only what is evidently part of it may be nested.
    var isBelowCapitals = false
    var hasParent = false
    var sibling: [PlainLine.Kind] = []
    for index in headings.indices.dropFirst(start) {
      let shape = shape(of: index)
      let isOpener = shape.isEmpty && index + 1 < headings.count
      if headings[index].kind != .other {
        headings[index].level = 2
        hasParent = isOpener
        isBelowCapitals = false
        sibling = []
      } else if usesCapitals, isInCapitals(headings[index]) {
        headings[index].level = 2
        isBelowCapitals = true
        hasParent = false
      } else if isBelowCapitals {
        headings[index].level = 3
      } else if let numbering = lines[headings[index].line].numbering {
        headings[index].level = min(numbering.depth + 1, 6)
      } else if isOpener {
        headings[index].level = 2
        hasParent = true
        sibling = []
      } else if hasParent, sibling.isEmpty || shape == [.text] || shape == sibling {
        headings[index].level = 3
        sibling = shape
      } else {
        headings[index].level = 2
        hasParent = false
      }
    }
  }

  /// Whether the page sets its main headings in capitals: the first is, and more are, but not all.
  private func capitalsLead(from start: Int) -> Bool {
    let others = headings[start...].filter { $0.kind == .other }
    guard let first = others.first, isInCapitals(first) else { return false }
    let count = others.count(where: isInCapitals)
    return count > 1 && count < others.count
  }

  /// Whether something stands below a heading that is more than another short line: only such
  /// headings tell that a page ever had any.
  private func hasSubstance(_ index: Int) -> Bool {
    let start = headings[index].line + 1
    let end = index + 1 < headings.count ? headings[index + 1].line : lines.count
    return lines[start..<max(start, end)].contains { line in
      switch line.kind {
      case .blank, .rule, .comment: false
      case .text:
        line.content.count > 60 || line.content.last.map { ".!?:".utf8.contains($0) } == true
      case .bullet, .number, .tableRow, .tabRow, .quote, .code: true
      }
    }
  }

  private func isInCapitals(_ heading: Heading) -> Bool {
    let text = lines[heading.line].headingText
    return text.contains { $0 >= 65 && $0 <= 90 } && !text.contains { $0 >= 97 && $0 <= 122 }
      && text.string.wordCount > 0 && text.count > 4
  }

  /// The kinds of blocks below a heading, in order: a list is one bullet, a table one row.
  private func shape(of index: Int) -> [PlainLine.Kind] {
    let start = headings[index].line + 1
    let end = index + 1 < headings.count ? headings[index + 1].line : lines.count
    var shape: [PlainLine.Kind] = []
    for place in start..<max(start, end) where lines[place].kind != .blank {
      let kind = lines[place].kind
      if kind == .text ? !continues(place) : shape.last != kind { shape.append(kind) }
    }
    return shape
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Ends with a closing quotation mark, as a sentence may.
  fileprivate var endsWithQuote: Bool {
    count > 2 && self[count - 3] == 0xE2 && self[count - 2] == 0x80
      && (self[count - 1] == 0x9D || self[count - 1] == 0x99 || self[count - 1] == 0xA6)
  }
}
