import Surface

// Finding words in the text of a page.
extension PageScreen {
  /// What is looked for in the text of a page, and which of the places was gone to.
  struct Finding: Sendable, Equatable {
    var page: String
    var field = TextField()
    /// Whether it is still being typed: the places are gone to as it grows.
    var isTyping = true
    /// Counted from 0; the places follow from the text and the width.
    var current = 0
    /// Where the reader was, and comes back to by leaving the field.
    var start: Cursor?
  }

  /// A stretch of a line in which something was found, in characters.
  struct FoundPart: Sendable, Equatable {
    var line: Int
    var characters: Range<Int>
  }

  /// What is looked for in the text that is shown; nil when nothing is.
  var find: Finding? {
    guard let finding, finding.page == place.page, place.focus == .text else { return nil }
    return finding
  }

  /// Opens the field, over the text.
  mutating func beginFinding() {
    place.focus = .text
    finding = Finding(page: place.page, start: place.cursors[.text])
  }

  /// A key while it is typed what to find.
  mutating func handleFinding(_ key: Key, keymap: Keymap) -> [Effect] {
    switch keymap.action(for: key, in: contexts) {
    case .submit:
      guard let find, !find.field.text.isEmpty else {
        finding = nil
        return []
      }
      guard let slot = focusedSlot, !foundPlaces(in: lines(of: slot)).isEmpty else {
        finding = nil
        return [.say("“\(find.field.text)” is not in the text of this page; / searches the vault.")]
      }
      finding?.isTyping = false
    case .cancel:
      place.cursors[.text] = find?.start
      finding = nil
    case .down: showFound(step: 1)
    case .up: showFound(step: -1)
    default:
      let before = find?.field.text
      _ = finding?.field.handle(key)
      if find?.field.text != before { showFirstFound() }
    }
    return []
  }

  mutating func pasteIntoFinding(_ text: String) {
    finding?.field.insert(text)
    showFirstFound()
  }

  /// Goes to the first place from where the reader was on; from the end back to the beginning.
  private mutating func showFirstFound() {
    place.cursors[.text] = find?.start
    guard let slot = focusedSlot else { return }
    let lines = lines(of: slot)
    let top = offset(of: slot, lines)
    let places = foundPlaces(in: lines)
    finding?.current = places.firstIndex { ($0.first?.line ?? 0) >= top } ?? 0
    showFound(step: 0)
  }

  /// Goes to the place after or before the one that was gone to, round and round.
  mutating func showFound(step: Int) {
    guard let find, let slot = focusedSlot else { return }
    let lines = lines(of: slot)
    let places = foundPlaces(in: lines)
    guard !places.isEmpty else { return }
    let current = (min(find.current, places.count - 1) + step + places.count) % places.count
    finding?.current = current
    let top = offset(of: slot, lines)
    let inSight = top..<(top + lines.height)
    guard let first = places[current].first?.line, let last = places[current].last?.line,
      !inSight.contains(first) || !inSight.contains(last)
    else { return }
    scrollText(to: first - lines.height / 3, lines)
  }

  /// Every place in the text that has what is looked for, capitals or not, each in the parts that its
  /// lines have of it: what goes on in the next line is found as well.
  func foundPlaces(in lines: Lines) -> [[FoundPart]] {
    guard let find else { return [] }
    let wanted = Self.folded(find.field.text.trimmed)
    guard !wanted.isEmpty else { return [] }
    var places: [[FoundPart]] = []
    var start = 0
    while start < lines.rows.count {
      var end = start + 1
      while end < lines.rows.count, lines.rows[end].row == lines.rows[start].row { end += 1 }
      places += Self.places(of: wanted, in: lines.rows[start..<end])
      start = end
    }
    return places
  }

  /// - Parameter rows: the lines of one paragraph.
  private static func places(
    of wanted: [String], in rows: ArraySlice<Pane.Line>
  ) -> [[FoundPart]] {
    // One blank stands where a line ends, and where it is indented.
    var text: [(character: String, line: Int, offset: Int)] = []
    for (line, row) in zip(rows.indices, rows) {
      if !text.isEmpty { text.append((" ", line, -1)) }
      for (offset, character) in folded(row.spans.map(\.text).joined()).enumerated() {
        if character == " ", text.last.map({ $0.character == " " }) ?? true { continue }
        text.append((character, line, offset))
      }
    }
    var places: [[FoundPart]] = []
    var at = 0
    while at + wanted.count <= text.count {
      guard zip(wanted, text[at...]).allSatisfy({ $0 == $1.character }) else {
        at += 1
        continue
      }
      var parts: [FoundPart] = []
      for (_, line, offset) in text[at..<(at + wanted.count)] where offset >= 0 {
        if let last = parts.last, last.line == line {
          parts[parts.count - 1].characters = last.characters.lowerBound..<(offset + 1)
        } else {
          parts.append(FoundPart(line: line, characters: offset..<(offset + 1)))
        }
      }
      places.append(parts)
      at += wanted.count
    }
    return places
  }

  /// Character by character in small letters, so that places stay comparable.
  private static func folded(_ text: String) -> [String] { text.map { $0.lowercased() } }

  // MARK: Drawing

  /// What was found in each line, and which of it was gone to.
  func foundMarks(
    _ places: [[FoundPart]]
  ) -> [Int: [(characters: Range<Int>, isCurrent: Bool)]] {
    var marks: [Int: [(characters: Range<Int>, isCurrent: Bool)]] = [:]
    for (index, parts) in places.enumerated() {
      for part in parts {
        marks[part.line, default: []].append((part.characters, index == find?.current))
      }
    }
    return marks
  }

  /// A line with what was found in it set off: underlined, and reversed where it was gone to.
  static func marked(
    _ spans: [Span], _ marks: [(characters: Range<Int>, isCurrent: Bool)]
  ) -> [Span] {
    var offset = 0
    return spans.flatMap { span in
      span.text.map { character in
        defer { offset += 1 }
        guard let mark = marks.first(where: { $0.characters.contains(offset) }) else {
          return Span(String(character), span.ink, span.attributes)
        }
        let ink: Ink = span.ink == .selection ? .selection : .highlight
        return Span(
          String(character), ink,
          span.attributes.union(mark.isCurrent ? [.bold, .reverse, .underline] : .underline))
      }
    }
  }

  /// In the lower edge of the text: the field while it is typed, then what was found.
  func drawFinding(in slot: Slot, count: Int, on surface: inout Surface) {
    guard let find, slot.rect.width >= 16 else { return }
    let state =
      find.field.text.isEmpty
      ? "" : count == 0 ? "not here" : "\(min(find.current, count - 1) + 1) of \(count)"
    let y = slot.rect.bottom - 1
    let width = slot.rect.width - 4
    surface.fill(Rect(x: slot.rect.x + 2, y: y, width: width, height: 1), .text, [])
    let lead = find.isTyping ? " Find: " : " Found: "
    let used = surface.put(lead, x: slot.rect.x + 2, y: y, .accent, .bold, width: width)
    let room = width - used - state.count - 2
    guard room > 0 else { return }
    let field = Rect(x: slot.rect.x + 2 + used, y: y, width: room, height: 1)
    if find.isTyping {
      find.field.draw(on: &surface, in: field)
    } else {
      surface.put(find.field.text, x: field.x, y: y, width: room)
    }
    surface.put(state, x: slot.rect.x + 1 + width - state.count, y: y, .muted)
  }
}
