import Notes
import Surface

// Walking from page to page, and what is left of one that is gone.
extension PageScreen {
  mutating func open() -> [Effect] {
    switch currentRow?.body {
    case .connection(_, _, let link, let target):
      guard let target else { return [.say(library.words(onMissing: link, from: place.page))] }
      return follow(target)
    case .backlink(_, let target): return follow(target)
    default:
      toggleZoom()
      return []
    }
  }

  private mutating func follow(_ path: String) -> [Effect] {
    walk(to: path) ? [] : [.say("“\(path)” is missing.")]
  }

  /// Follows a link of the text, to its heading where it names one.
  mutating func follow(_ link: LinkTarget) -> [Effect] {
    switch link {
    case .address(let address):
      return [.say("“\(address)” is outside the vault; it is not opened from here.")]
    case .page(let target, let heading):
      guard let page, let found = library.vault.resolve(target, from: page.path)?.path else {
        return [.say(library.words(onMissing: target, from: place.page))]
      }
      if found != place.page, !walk(to: found) { return [.say("“\(target)” is missing.")] }
      if let heading { goTo(heading: heading) }
      return []
    }
  }

  /// Shows another page; `back` leads here again.
  /// - Returns: false when the vault has no such page.
  public mutating func walk(to path: String) -> Bool {
    guard let page = library.vault.page(path) else { return false }
    behind.append(place)
    ahead = []
    content = PageContent(page: page, library: library)
    place = Place(
      page: path, title: page.title, focus: boards(size).first?.panes.first ?? .text)
    write()
    return true
  }

  /// Goes to the row that stands on a line of the note: in the pane that has it, else in the text.
  public mutating func show(line: Int) {
    place.isZoomed = false
    if let pane = content.panes.first(where: { pane in
      pane.id != .text && pane.rows.contains { $0.line == line }
    }) {
      place.focus = pane.id
      place.cursors[pane.id] = Cursor(row: pane.rows.firstIndex { $0.line == line } ?? 0)
      return
    }
    guard let page else { return }
    let found = Prose.index(of: line, in: page)
    place.focus = .text
    place.cursors[.text] = Cursor(row: found, found: found)
    guard let slot = slots(size: size).first(where: \.isFocused) else { return }
    let lines = lines(of: slot)
    let row = lines.rows.firstIndex { $0.row == found } ?? 0
    scrollText(to: row - lines.height / 3, lines)
  }

  /// Has been led here by a search of the vault: its other hits can be walked to from here on.
  public mutating func follow(_ trail: SearchTrail) { self.trail = trail }

  /// Goes to another hit of the search that has led here.
  mutating func walkTrail(by step: Int) -> [Effect] {
    trail?.step(by: step)
    return trail.map { [.say($0.words), .openHit($0)] } ?? []
  }

  mutating func walk(
    from source: WritableKeyPath<PageScreen, [Place]>,
    to target: WritableKeyPath<PageScreen, [Place]>, orSay message: String
  ) -> [Effect] {
    guard let next = self[keyPath: source].popLast() else { return [.say(message)] }
    self[keyPath: target].append(place)
    place = next
    readPage()
    return []
  }

  /// Shows what the page has now; of one that is gone, nothing.
  mutating func readPage() {
    place.title = page?.title ?? place.title
    content = page.map { PageContent(page: $0, library: library) } ?? PageContent()
  }

  // MARK: A page that is gone

  /// What is said for as long as the page is gone, in lines under the names of the boards.
  func goneLines(_ size: Size) -> [String] {
    guard page == nil else { return [] }
    let isEmpty = content.panes.allSatisfy(\.rows.isEmpty)
    let text =
      "This page is gone from the vault: its file was deleted, moved or renamed. "
      + (isEmpty ? "" : "What was read of it last is still shown. ")
      + "When the file is back, so is the page."
    return wrap(text, width: max(1, size.columns - 2))
  }

  /// What comes to nothing without a page; nil for what works all the same.
  func performGone(_ action: Action) -> [Effect]? {
    switch action {
    case .edit, .cards, .reviewPage, .info, .links, .openQuestions, .cover:
      [.say("“\(title)” is gone: bring its file back, or go to another page.")]
    case .quiz: [.setUpQuiz(page: nil)]
    case .statistics: [.showStatistics(page: nil)]
    default: nil
    }
  }
}
