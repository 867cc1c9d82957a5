import FSRS
import Study
import Surface

/// The figures of one card.
struct CardFigures {
  let info: CardInfo
  let positions: [DatedPosition]

  private var schedule: Schedule { info.card.schedule }
  private var isQuestion: Bool { info.card.card.kind == .question }

  var all: [Figure] {
    var figures = [about]
    if info.recall != nil { figures.append(curve) }
    figures.append(outcomes)
    if !positions.isEmpty { figures.append(written) }
    figures.append(history)
    return figures
  }

  // MARK: About

  private var about: Figure {
    Figure(title: "", explanation: "", height: .natural) { size, _ in
      var lines = wrap(
        Prose.spans(card: info.card.card.prompt, attributes: .bold), width: size.columns)
      for (name, text) in rows {
        for (index, line) in wrap(text, width: max(1, size.columns - 9)).enumerated() {
          lines.append([Span(pad(index == 0 ? name : "", width: 9), .accent), Span(line)])
        }
      }
      return lines
    }
  }

  private var rows: [(String, String)] {
    var rows = [("State", state)]
    if let memory = schedule.memory {
      var text =
        "stability \(days(memory.stability)), difficulty \(FigureText.decimal(memory.difficulty))"
      if let recall = info.recall { text += ", recall now \(FigureText.percent(recall))" }
      rows.append(("Memory", text))
    }
    if !info.answers.isEmpty {
      let seconds = info.answers.reduce(0) { $0 + $1.duration } / 1000
      var text =
        "\(FigureText.count(info.answers.count, "answer", "answers")) in \(Frame.duration(seconds))"
      if !isQuestion { text += ", forgotten \(FigureText.count(schedule.lapses, "time", "times"))" }
      rows.append(("So far", text))
    }
    if info.isLeech {
      rows.append(("! Leech", "forgotten again and again: reword it at its source, or split it"))
    }
    let source = "\(info.card.card.file):\(info.card.card.line)"
    rows.append(("Source", "\(source)  (\(info.card.card.kind.rawValue))"))
    return rows
  }

  private func days(_ days: Double) -> String {
    days < 100 ? FigureText.decimal(days) + " days" : IntervalText.text(seconds: days * 86_400)
  }

  /// What the card is at, and when it comes back.
  private var state: String {
    var parts: [String] = []
    if let day = info.restingSince {
      parts.append("resting since \(date(day)): its text is gone from the notes")
    }
    switch schedule.state {
    case .new where !info.card.card.daily: parts.append("for quizzes only, never reviewed")
    case .new: parts.append("new, not yet asked")
    case .learning: parts.append("in learning")
    case .relearning: parts.append("in relearning")
    case .review where isQuestion: parts.append("open question")
    case .review:
      parts.append(schedule.interval < Retention.matureInterval ? "young" : "mature")
    }
    if let day = info.resolvedOn {
      parts.append("answered on \(date(day))")
    } else if schedule.suspended {
      parts.append("suspended")
    }
    if schedule.buriedOn == info.today { parts.append("buried until tomorrow") }
    if schedule.marked { parts.append("marked") }
    if let due = info.dueDay, !schedule.suspended, info.restingSince == nil {
      let ahead = due.days(since: info.today)
      switch ahead {
      case ..<0: parts.append("due since \(date(due)), \(FigureText.count(-ahead, "day", "days"))")
      case 0: parts.append("due today")
      case 1: parts.append("due tomorrow")
      default: parts.append("due on \(date(due)), in \(ahead) days")
      }
    }
    return parts.joined(separator: ", ")
  }

  private func date(_ day: StudyDay) -> String { CivilDate(daysSince1970: day.number).text }

  // MARK: The curve

  private var curve: Figure {
    let since = info.daysSinceLast ?? 0
    let due = info.daysUntilDue ?? since
    // A step of minutes is over long before the curve has come down.
    let isLearnt = schedule.state == .review
    let words = """
      The chance of recall since the last answer. The dotted line is what you aim at, \
      \(FigureText.percent(info.desiredRetention)): \(
        isLearnt
          ? "the card is due where the curve meets it."
          : "once learnt, the card is due where the curve meets it; now, when its step is over.")
      """
    return Figure(title: "Forgetting curve", explanation: words, height: .plot(least: 7)) {
      size, glyphs in
      let end = max(max(since, due) * 1.15, 0.05)
      let lowest = min(info.recall(after: end) ?? 0, info.desiredRetention)
      // The bottom is a round share, so that a slow curve is seen to fall.
      let bottom = Double(max(0, Int((lowest - 0.02) * 10))) / 10
      func height(_ share: Double) -> Double { (share - bottom) / (1 - bottom) }
      let labels = [bottom, info.desiredRetention, 1].map {
        PlotAxes.Label(height($0), FigureText.percent($0))
      }
      let marks = marks(since: since / end, due: due / end)
      let ends = [(0, "0"), (1, IntervalText.text(seconds: end * 86_400))].filter { share, _ in
        marks.allSatisfy { abs($0.share - share) > 0.12 }
      }
      let below = (marks + ends.map { ($0.0, $0.1) }).sorted { $0.0 < $1.0 }
      let axes = PlotAxes(left: labels, below: below.map { PlotAxes.Label($0.0, $0.1) })
      let width = min(size.columns, 100)
      return Plot.framed(axes, size: Size(columns: width, rows: size.rows), glyphs: glyphs) {
        let aim = height(info.desiredRetention)
        $0.line([PlotPoint(x: 0, y: aim), PlotPoint(x: 1, y: aim)], .muted, stroke: .dotted)
        for (share, _) in marks {
          $0.line([PlotPoint(x: share, y: 0), PlotPoint(x: share, y: 1)], .border, stroke: .dotted)
        }
        $0.curve((0...120).map { height(info.recall(after: end * Double($0) / 120) ?? 0) }, .good)
        $0.mark(
          glyphs.bullet, at: PlotPoint(x: since / end, y: height(info.recall(after: since) ?? 0)),
          .accent)
      }
    }
  }

  /// Where now and the due date stand below the curve; in one place when they would touch.
  private func marks(since: Double, due: Double) -> [(share: Double, name: String)] {
    guard info.dueDay != nil else { return [(since, "now")] }
    if abs(since - due) < 0.08 {
      return [(since, since < due ? "now, due" : "due, now")]
    }
    return [(due, "due"), (since, "now")]
  }

  // MARK: Ratings and history

  private static let names: [Rating: (String, Ink)] = [
    .again: ("Again", .bad), .hard: ("Hard", .warning), .good: ("Good", .good),
    .easy: ("Easy", .accent),
  ]

  private static func name(_ rating: Rating) -> Span {
    let (name, ink) = names[rating] ?? ("", .text)
    return Span(pad(name, width: 6), ink, .bold)
  }

  /// The columns of the tables; the raw values are their heads.
  private enum Column: String {
    case comesBack = "comes back"
    case date, kind, rating, next, stability, difficulty, recall, time

    private var width: Int {
      switch self {
      case .rating: 6
      case .next: 7
      case .recall, .time: 8
      case .comesBack, .date, .kind, .stability: 11
      case .difficulty: 12
      }
    }

    private var alignment: Alignment { [.date, .kind, .rating].contains(self) ? .left : .right }

    func cell(_ text: String, _ ink: Ink = .text) -> Span {
      Span(pad(text, width: width, alignment), ink)
    }

    var head: Span { cell(rawValue, .muted) }

    /// As many of them as there is room for; those of least use are left out first.
    static func fitting(_ columns: [Column], width: Int) -> [Column] {
      var columns = columns
      for expendable: Column in [.time, .recall, .difficulty, .kind, .stability] {
        if columns.reduce(0, { $0 + $1.width }) <= width { break }
        columns.removeAll { $0 == expendable }
      }
      return columns
    }
  }

  private static func text(stability memory: MemoryState?) -> String {
    memory.map { IntervalText.text(seconds: $0.stability * 86_400) } ?? "-"
  }

  private static func text(difficulty memory: MemoryState?) -> String {
    memory.map { FigureText.decimal($0.difficulty) } ?? "-"
  }

  private var outcomes: Figure {
    Figure(
      title: "If you answered now", explanation: "", height: .natural
    ) { size, _ in
      let columns = Column.fitting(
        [.comesBack] + (isQuestion ? [] : [.stability, .difficulty]), width: size.columns - 6)
      return [[Span(pad("", width: 6))] + columns.map(\.head)]
        + info.outcomes.map { rating, schedule in
          [Self.name(rating)]
            + columns.map { column in
              switch column {
              case .stability: column.cell(Self.text(stability: schedule.memory))
              case .difficulty: column.cell(Self.text(difficulty: schedule.memory))
              default: column.cell(schedule.intervalText(answeredAt: info.now))
              }
            }
        }
    }
  }

  private var written: Figure {
    Figure(title: "What you wrote", explanation: "", height: .natural) { size, _ in
      positions.flatMap { entry in
        wrap([Span("\(entry.date)  ", .accent), Span(entry.text)], width: size.columns)
      }
    }
  }

  private var history: Figure {
    let words = info.answers.isEmpty ? "No answer yet." : ""
    return Figure(title: "History", explanation: words, height: .natural) { size, _ in
      guard !info.answers.isEmpty else { return [] }
      let memory: [Column] = isQuestion ? [] : [.stability, .difficulty, .recall]
      let columns = Column.fitting(
        [.date, .kind, .rating, .next] + memory + [.time], width: size.columns)
      let rows = zip(info.answers, info.recallBefore).reversed().map { answer, recall in
        columns.map { column in
          switch column {
          case .date: column.cell(date(answer.day))
          case .kind: column.cell(Self.kind(answer.kind), .muted)
          case .rating: Self.name(answer.rating)
          case .next, .comesBack: column.cell(answer.intervalText)
          case .stability: column.cell(Self.text(stability: answer.memory))
          case .difficulty: column.cell(Self.text(difficulty: answer.memory))
          case .recall: column.cell(FigureText.percent(recall))
          case .time: column.cell(Frame.duration(answer.duration / 1000), .muted)
          }
        }
      }
      return [columns.map(\.head)] + rows
    }
  }

  private static func kind(_ kind: ReviewKind) -> String {
    switch kind {
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    case .question: "question"
    case .quiz: "quiz"
    }
  }
}
