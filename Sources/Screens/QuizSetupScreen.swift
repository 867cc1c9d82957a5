import Notes
import Study
import Surface

/// What a quiz is to be: a few rows with choices, filled in with what was chosen last. Before that,
/// the question what to do with a quiz that was left.
public struct QuizSetupScreen: Screen {
  private let page: (path: String, title: String, sections: [String])?
  private let vaultName: String
  private let seed: UInt64
  private var left: LeftQuiz?
  /// Asked for on the command line: started as it is, once it is settled what becomes of the left one.
  private let request: QuizRequest?
  private var habits: QuizHabits
  /// How many questions such a quiz of the page has; nil while it is counted.
  private var offer: QuizOffer?
  /// The title of the chosen section; nil is the first that can be asked.
  private var section: String?
  private var words: TextField
  private var row = Row.kind
  private var size: Size

  private enum Row: Sendable, CaseIterable {
    case kind, about, section, words, weakest, count, minutes
  }

  private static let counts = [5, 10, 15, 20, 30, 50, 100]
  private static let minutes: [Int?] = [nil, 2, 5, 10, 15, 20, 30, 60]

  /// - Parameters:
  ///   - page: what it begins with; nil for the vault.
  ///   - seed: of the quiz that is started.
  ///   - left: a quiz that was left, which is asked about first.
  ///   - request: started instead of what the rows say, when it is given.
  public init(
    page: Page?, vaultName: String, habits: QuizHabits, seed: UInt64, left: LeftQuiz?,
    request: QuizRequest? = nil, size: Size
  ) {
    self.page = page.map { page in
      let titles = page.sections.filter { !$0.title.isEmpty && $0.title != page.title }.map(\.title)
      return (page.path, page.title, titles)
    }
    self.vaultName = vaultName
    self.habits = habits
    self.seed = seed
    self.left = left
    self.request = request
    self.size = size
    words = TextField(habits.words)
    keepToWhatCanBeAsked()
  }

  private mutating func keepToWhatCanBeAsked() {
    if !abouts.contains(habits.about) { habits.about = abouts[0] }
  }

  public var title: String { left == nil ? "Quiz" : "A quiz was left" }

  public var contexts: [KeyContext] {
    if left != nil { return [.leftQuiz, .everywhere] }
    return row == .words ? [.quizWords] : [.quizSetup, .everywhere]
  }

  private var abouts: [QuizHabits.About] {
    guard page != nil else { return [.vault, .words] }
    return QuizHabits.About.allCases.filter { about in
      switch about {
      case .page: offer.map { $0.count > 0 } ?? true
      case .section: !sections.isEmpty
      case .around, .words, .vault: true
      }
    }
  }

  /// Those that can be asked; all of the page while they are counted.
  private var sections: [String] { offer?.sections.map(\.title) ?? page?.sections ?? [] }

  private var chosenSection: String? {
    section.flatMap { sections.contains($0) ? $0 : nil } ?? sections.first
  }

  private var rows: [Row] {
    Row.allCases.filter { row in
      switch row {
      case .section: habits.about == .section
      case .words: habits.about == .words
      case .kind, .about, .weakest, .count, .minutes: true
      }
    }
  }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    switch event {
    case .resize(let size): self.size = size
    case .paste(let text): if row == .words, left == nil { words.insert(text) }
    case .key(let key):
      guard let action = keymap.action(for: key, in: contexts) else {
        if row == .words, left == nil { _ = words.handle(key) }
        return []
      }
      return left == nil ? perform(action) : settle(action)
    case .mouse(let point, let wheel):
      guard left == nil else { break }
      if wheel == 0 { return click(at: point) }
      move(by: wheel)
    case .quiz(.offer(let counted)):
      guard let page, counted.request == habits.request(.page(page.path), seed: seed) else { break }
      offer = counted
      keepToWhatCanBeAsked()
    case .refreshed, .turn, .found, .quiz: break
    }
    return []
  }

  private mutating func settle(_ action: Action) -> [Effect] {
    switch action {
    case .resume: return [.resumeQuiz]
    case .startNew:
      if let request { return [.startQuiz(request, nil)] }
      left = nil
    case .quit: return [.leave]
    default: break
    }
    return []
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .left: return change(by: -1)
    case .right: return change(by: 1)
    case .submit: return start()
    case .quit, .cancel: return [.leave]
    default: break
    }
    return []
  }

  private mutating func move(by step: Int) {
    guard let index = rows.firstIndex(of: row) else { return row = .kind }
    row = rows[min(rows.count - 1, max(0, index + step))]
  }

  /// A click goes to a row, another one takes its next choice.
  private mutating func click(at point: Point) -> [Effect] {
    guard let clicked = rows.first(where: { place(of: $0, size)?.contains(point) == true }) else {
      return []
    }
    if clicked == row { return change(by: 1) }
    row = clicked
    return []
  }

  /// Where a row stands; nil where there is no room for it.
  private func place(of row: Row, _ size: Size) -> Rect? {
    let height = size.rows - 2
    let width = min(64, size.columns - 4)
    let step = height >= 2 * rows.count + 4 ? 2 : 1
    guard let index = rows.firstIndex(of: row) else { return nil }
    let y = 1 + (height > 12 ? 2 : 0) + index * step
    return y > height ? nil : Rect(x: (size.columns - width) / 2, y: y, width: width, height: 1)
  }

  private mutating func change(by step: Int) -> [Effect] {
    func next<Value: Equatable>(_ value: Value, _ values: [Value]) -> Value {
      let index = values.firstIndex(of: value) ?? 0
      return values[(index + step + values.count) % values.count]
    }
    switch row {
    case .kind:
      habits.kind = next(habits.kind, [.mixed] + QuizKind.allCases.filter { $0 != .mixed })
    case .about: habits.about = next(habits.about, abouts)
    case .section: if let chosenSection { section = next(chosenSection, sections) }
    case .words: break
    case .weakest: habits.weakest.toggle()
    case .count: habits.count = next(habits.count, Self.counts)
    case .minutes: habits.minutes = next(habits.minutes, Self.minutes)
    }
    guard row == .kind || row == .weakest || row == .count, let page else { return [] }
    offer = nil
    return [.countQuiz(habits.request(.page(page.path), seed: seed))]
  }

  private mutating func start() -> [Effect] {
    habits.words = words.text
    let place: QuizScope.Place
    switch (habits.about, page) {
    case (.page, let page?): place = .page(page.path)
    case (.section, let page?):
      place = chosenSection.map { .section(page: page.path, title: $0) } ?? .page(page.path)
    case (.around, let page?): place = .around(page.path)
    case (.words, _):
      guard words.text.contains(where: { !$0.isWhitespace }) else {
        row = .words
        return [.say("Which words are to be looked for?")]
      }
      place = .search(words.text)
    default: place = .vault
    }
    var request = habits.request(place, seed: seed)
    request.minutes = habits.minutes
    return [.startQuiz(request, habits)]
  }

  // MARK: Drawing

  public func render(size: Size, look: Look) -> Surface {
    var surface = Surface(size: size, glyphs: look.glyphs)
    guard let area = Frame.draw(on: &surface, title: title, footer: footer, look: look) else {
      return surface
    }
    let width = min(64, size.columns - 4)
    let x = (size.columns - width) / 2
    let top = area.y + (area.height > 12 ? 2 : 0)
    if let left {
      let lines =
        wrap([Span(left.scope, .heading, .bold)], width: width)
        + wrap(
          [Span("\(left.answered) of \(left.questions) answered, begun on \(left.date).")],
          width: width) + [[]]
        + wrap(
          [
            Span(
              "Go on with it, or begin a new one? Then what was answered counts, and the rest is "
                + "not asked.")
          ], width: width)
      for (row, line) in lines.prefix(area.height).enumerated() {
        surface.put(line, x: x, y: top + row, width: width)
      }
      return surface
    }
    for row in rows {
      guard let place = place(of: row, size) else { break }
      draw(row, on: &surface, at: Point(x: place.x, y: place.y), width: place.width, look: look)
    }
    return surface
  }

  private func draw(_ row: Row, on surface: inout Surface, at point: Point, width: Int, look: Look)
  {
    let isSelected = row == self.row
    let (name, value) = text(of: row)
    surface.put(
      isSelected ? look.glyphs.pointer : " ", x: point.x, y: point.y, .accent, .bold)
    surface.put(name, x: point.x + 2, y: point.y, .muted, width: 11)
    let area = Rect(x: point.x + 13, y: point.y, width: width - 13, height: 1)
    if row == .words {
      if isSelected {
        words.draw(on: &surface, in: area)
      } else {
        surface.put(
          words.text.isEmpty ? look.glyphs.ellipsis : words.text, x: area.x, y: area.y,
          width: area.width)
      }
      return
    }
    var shown = value
    if isSelected {
      // Both arrows stay: they say that there is a choice.
      let (back, on) = (look.glyphs.backArrow + " ", " " + look.glyphs.arrow)
      let room = max(1, area.width - TextWidth.of(back) - TextWidth.of(on))
      shown = back + truncate(value, width: room, glyphs: look.glyphs) + on
    }
    surface.put(
      shown, x: area.x, y: area.y, isSelected ? .accent : .text, isSelected ? .bold : [],
      width: area.width)
  }

  private func text(of row: Row) -> (name: String, value: String) {
    switch row {
    case .kind: ("How", habits.kind.title)
    case .about: ("About", aboutText)
    case .section: ("Section", sectionText)
    case .words: ("Words", words.text)
    case .weakest: ("Which", habits.weakest ? "only what is known least" : "everything there")
    case .count: ("Questions", "up to \(habits.count)")
    case .minutes: ("Time", habits.minutes.map { "\($0) minutes" } ?? "no limit")
    }
  }

  /// With how many questions the quiz has.
  private var sectionText: String {
    guard let chosenSection else { return "" }
    let count = offer?.sections.first { $0.title == chosenSection }?.count
    return chosenSection + (count.map { " (\($0))" } ?? "")
  }

  private var aboutText: String {
    switch habits.about {
    case .page: (page?.title ?? vaultName) + (offer.map { " (\($0.count))" } ?? "")
    case .section: "a section of \(page?.title ?? vaultName)"
    case .around: "\(page?.title ?? vaultName) and linked pages"
    case .words: "what contains some words"
    case .vault: "all of \(vaultName)"
    }
  }
}
