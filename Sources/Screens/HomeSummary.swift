import Study
import Surface

/// The lines at the top of the home screen: what the day asks for, and how well the vault is known.
struct HomeSummary {
  let day: DaySummary?
  let known: Knowledge
  let problems: ProblemCounts
  let keymap: Keymap
  let glyphs: Glyphs

  /// - Parameters:
  ///   - isLow: whether one line must do for the day.
  ///   - most: how many lines there is room for.
  func lines(width: Int, isLow: Bool, most: Int) -> [[Span]] {
    guard let day else { return [[Span("Looking at what is due\(glyphs.ellipsis)", .muted)]] }
    if day.isFirst {
      let lines = welcome(day, width: width) + (wrong.isEmpty ? [] : wrap(wrong, width: width))
      return lines.count <= most ? lines : Array(shortWelcome(width: width).prefix(most))
    }
    if isLow { return [fitting([left(day), today(day), share, wrong], width: width)] }
    let first = spread(due(day), done(day), width: width)
    let second = spread(vault(width: width), streak(day), width: width)
    // When more comes, and why not today, takes the lines that it needs.
    return Array(
      ([first, second, wrong].filter { !$0.isEmpty }.flatMap { wrap($0, width: width) })
        .prefix(most))
  }

  // MARK: The first time

  private func key(_ action: Action) -> Span {
    Span(keymap.shortLabel(of: action, in: .pageList), .key, .bold)
  }

  /// Somebody who has never seen the program learns here what to do next.
  private func welcome(_ day: DaySummary, width: Int) -> [[Span]] {
    let open = Span("Enter", .key, .bold)
    let count = day.left.total
    let cards = count == 1 ? "1 card" : "\(count) cards"
    let read: [Span] = [
      Span("New here? ", .accent, .bold), open, Span(" reads a page in panes. "),
      key(.review),
      Span(
        count > 0
          ? " starts a first review (\(cards))." : " reviews; nothing is due. \(day.next)"),
    ]
    let more: [Span] = [
      key(.quiz), Span(" takes a quiz on the selected page, "), Span("?", .key, .bold),
      Span(" lists all keys."),
    ]
    return wrap(read, width: width) + wrap(more, width: width)
  }

  private func shortWelcome(width: Int) -> [[Span]] {
    wrap(
      [
        Span("Enter", .key, .bold), Span(" reads, "), key(.review), Span(" reviews, "), key(.quiz),
        Span(" asks, "), Span("?", .key, .bold), Span(" lists keys."),
      ], width: width)
  }

  // MARK: Later

  private func left(_ day: DaySummary) -> [Span] {
    day.left.total > 0
      ? [Span("\(day.left.total) due", .accent, .bold)] : [Span("Nothing due", .good, .bold)]
  }

  private func today(_ day: DaySummary) -> [Span] {
    day.answers > 0 ? [Span("\(day.answers) done", .text)] : []
  }

  private var share: [Span] {
    known.known.map { [Span("\(HomeFigures.percent($0)) known")] } ?? []
  }

  private func due(_ day: DaySummary) -> [Span] {
    let left = day.left
    guard left.total > 0 else {
      return [Span("Nothing is due. ", .good, .bold), Span(day.next)]
    }
    let parts = [
      (left.new, "new"), (left.learning, "in learning"), (left.review, "to review"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return [
      Span("\(left.total) due today", .accent, .bold),
      Span("  " + parts.joined(separator: glyphs.separator), .text),
    ]
  }

  private func done(_ day: DaySummary) -> [Span] {
    guard day.answers > 0 else { return [Span("none done yet", .muted)] }
    let answers = day.answers == 1 ? "1 answer" : "\(day.answers) answers"
    return [Span("\(answers) today in \(Frame.duration(day.seconds))", .muted)]
  }

  /// That something is wrong with the notes, and the key that tells what.
  private var wrong: [Span] {
    guard let words = problems.words else { return [] }
    return [
      Span(
        words, problems.unreadable > 0 ? .warning : .muted, problems.unreadable > 0 ? .bold : []),
      Span(". ", .muted), key(.problems), Span(" tells what.", .muted),
    ]
  }

  private func streak(_ day: DaySummary) -> [Span] {
    day.streak > 1 ? [Span("\(day.streak) days in a row", .muted)] : []
  }

  private func vault(width: Int) -> [Span] {
    guard let share = known.known else { return [] }
    let meter = Plot.meter(share, width: width >= 100 ? 24 : 12, glyphs: glyphs)
    return [
      Span(meter, .good), Span("  \(HomeFigures.percent(share)) known"),
      Span("\(glyphs.separator)\(known.started) of \(known.cards) cards begun", .muted),
    ]
  }

  // MARK: Fitting

  private func width(of spans: [Span]) -> Int { spans.reduce(0) { $0 + TextWidth.of($1.text) } }

  /// Left and right in one line; the right is left out where there is no room.
  private func spread(_ left: [Span], _ right: [Span], width: Int) -> [Span] {
    let gap = width - self.width(of: left) - self.width(of: right)
    guard gap >= 2, !right.isEmpty else { return left }
    return left + [Span(String(repeating: " ", count: gap))] + right
  }

  /// Groups in one line, as many as there is room for.
  private func fitting(_ groups: [[Span]], width: Int) -> [Span] {
    var line: [Span] = []
    for group in groups where self.width(of: group) > 0 {
      let next = line.isEmpty ? group : line + [Span(glyphs.separator, .muted)] + group
      guard self.width(of: next) <= width else { break }
      line = next
    }
    return line
  }
}
