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
    var words: String { field.text.trimmed }
  }

  /// What was found in the text as it is written at one width.
  struct Found: Sendable {
    let width: Int
    let text: SearchableText
    var words: String
    var places: SearchableText.Places

    init(_ lines: Lines, width: Int, words: String) {
      self.width = width
      text = SearchableText(lines.rows)
      self.words = words
      places = text.places(of: words)
    }
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
      guard let find, !find.words.isEmpty else {
        finding = nil
        return []
      }
      guard found?.places.count ?? 0 > 0 else {
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

  /// Looks for what is typed now, where it was not done: the text is gone through once for each width.
  mutating func lookForWords() {
    guard let find, let slot = focusedSlot else {
      found = nil
      return
    }
    // Nothing is made ready before something is looked for.
    if found == nil, find.words.isEmpty { return }
    found = found(in: slot, for: find)
  }

  private func found(in slot: Slot, for find: Finding) -> Found {
    let words = find.words
    guard var found, found.width == slot.text.width else {
      return Found(lines(of: slot), width: slot.text.width, words: words)
    }
    if found.words != words {
      found.words = words
      found.places = found.text.places(of: words)
    }
    return found
  }

  /// Goes to the first place from where the reader was on; from the end back to the beginning.
  private mutating func showFirstFound() {
    place.cursors[.text] = find?.start
    lookForWords()
    guard let slot = focusedSlot, let found else { return }
    let top = offset(of: slot, lines(of: slot))
    finding?.current = found.text.firstPlace(in: found.places, fromLine: top) ?? 0
    showFound(step: 0)
  }

  /// Goes to the place after or before the one that was gone to, round and round.
  mutating func showFound(step: Int) {
    lookForWords()
    guard let find, let slot = focusedSlot, let found, found.places.count > 0 else { return }
    let count = found.places.count
    let current = (min(find.current, count - 1) + step + count) % count
    finding?.current = current
    let lines = lines(of: slot)
    let top = offset(of: slot, lines)
    let inSight = top..<(top + lines.height)
    let parts = found.text.parts(of: current, in: found.places)
    guard let first = parts.first?.line, let last = parts.last?.line,
      !inSight.contains(first) || !inSight.contains(last)
    else { return }
    scrollText(to: first - lines.height / 3, lines)
  }

  // MARK: Drawing

  /// What was found in some lines of a text, and which of it was gone to; and how much there is in all.
  func foundMarks(
    in slot: Slot, lines: Range<Int>
  ) -> (marks: [Int: [(characters: Range<Int>, isCurrent: Bool)]], count: Int) {
    guard slot.pane.id == .text, let find, !find.words.isEmpty else { return ([:], 0) }
    let found = found(in: slot, for: find)
    var marks: [Int: [(characters: Range<Int>, isCurrent: Bool)]] = [:]
    let inSight = found.text.places(found.places, inLines: lines)
    for (index, parts) in zip(inSight, found.text.parts(of: inSight, in: found.places)) {
      for part in parts {
        marks[part.line, default: []].append((part.characters, index == find.current))
      }
    }
    return (marks, found.places.count)
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
      find.words.isEmpty
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
