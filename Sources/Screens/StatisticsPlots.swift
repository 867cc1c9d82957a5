import Study
import Surface

/// The plots over time.
struct StatisticsPlots {
  let statistics: Statistics
  let period: StatisticsPeriod

  // MARK: What comes

  var forecast: Figure {
    let forecast = statistics.forecast
    let days = period.days ?? forecast.days.count
    let sum = forecast.days.prefix(days).reduce(forecast.overdue, +)
    let tomorrow = forecast.days.count > 1 ? forecast.days[1] : 0
    var words = "\(FigureText.count(sum, "card falls", "cards fall")) due in \(days) days"
    words +=
      ", on average \(FigureText.decimal(Double(sum) / Double(days))) a day; tomorrow \(tomorrow)"
    words += forecast.overdue > 0 ? ". The first column has \(forecast.overdue) overdue." : "."
    words += " New cards will add to it."
    let step = Self.step(for: days)
    return Figure(
      title: "Due \(Self.name(of: step))", explanation: words, height: .plot(least: 6)
    ) { size, glyphs in
      var values = forecast.days.prefix(days).map(Double.init)
      values[0] += Double(forecast.overdue)
      let buckets = stride(from: 0, to: values.count, by: step).map { start in
        values[start..<min(values.count, start + step)].reduce(0, +)
      }
      let labels =
        ["today"]
        + FigureText.dates(
          [1.0 / 3, 2.0 / 3, 1].map {
            statistics.today.adding(days: Int(Double(days - 1) * $0))
          }, today: statistics.today)
      return Self.columns(
        buckets, labels: labels, size: size, ink: .accent, glyphs: glyphs)
    }
  }

  // MARK: What was done

  var answers: Figure {
    let figures = statistics[period]
    let mean = figures.daysStudied > 0 ? Double(figures.answers) / Double(figures.daysStudied) : 0
    return series(
      "Answers", of: { Double($0.answers) }, ink: .good,
      words: """
        \(FigureText.count(figures.answers, "answer", "answers")) on \
        \(FigureText.count(figures.daysStudied, "day", "days")): \(FigureText.decimal(mean)) a day \
        on average. Quizzes are not counted.
        """)
  }

  var minutes: Figure {
    let figures = statistics[period]
    let mean = figures.daysStudied > 0 ? figures.minutes / Double(figures.daysStudied) : 0
    let each =
      figures.answers > 0 ? Double(figures.duration) / 1000 / Double(figures.answers) : 0
    return series(
      "Minutes", of: \.minutes, ink: .accent, whole: false,
      words: """
        \(Frame.duration(Int(figures.duration / 1000))) in all: on average \
        \(FigureText.decimal(mean)) minutes on a day with answers, and \(FigureText.decimal(each)) \
        seconds for an answer. Of one answer, five minutes are counted at most.
        """)
  }

  private func series(
    _ title: String, of value: @escaping (DayActivity) -> Double, ink: Ink, whole: Bool = true,
    words: String
  ) -> Figure {
    let first = firstDay
    let count = max(1, statistics.today.days(since: first) + 1)
    let step = Self.step(for: count)
    return Figure(
      title: "\(title) \(Self.name(of: step))", explanation: words, height: .plot(least: 6)
    ) { size, glyphs in
      // The last column ends today.
      var sums = Array(repeating: 0.0, count: (count + step - 1) / step)
      for day in statistics.days(in: period) where day.day <= statistics.today {
        let back = statistics.today.days(since: day.day) / step
        guard back < sums.count else { continue }
        sums[sums.count - 1 - back] += value(day)
      }
      let labels = FigureText.dates(
        [0, 1.0 / 3, 2.0 / 3].map { first.adding(days: Int(Double(count - 1) * $0)) },
        today: statistics.today)
      return Self.columns(
        sums, labels: labels + ["today"], size: size, ink: ink, glyphs: glyphs, whole: whole)
    }
  }

  private var firstDay: StudyDay {
    period.first(before: statistics.today)
      ?? min(statistics.today.adding(days: -29), statistics.days.first?.day ?? statistics.today)
  }

  var quizzes: Figure {
    let days = statistics.quizzes(in: period)
    let asked = days.reduce(0) { $0 + $1.asked }
    let right = days.reduce(0) { $0 + $1.right }
    let today = statistics.today
    let first = days.first?.day ?? today
    // Half as many marks as columns: marks that touch show no course.
    let step = Self.step(for: today.days(since: first) + 1, most: 31)
    let words =
      asked == 0
      ? "No quiz was taken in this time; Q on a page takes one."
      : """
      \(right) of \(FigureText.count(asked, "question", "questions")) right, \
      \(FigureText.percent(Double(right) / Double(asked))). Each mark is \(Self.name(of: step)) with a \
      quiz. Quizzes never change a schedule.
      """
    return Figure(title: "Quiz scores", explanation: words, height: .plot(least: 6)) {
      size, glyphs in
      guard !days.isEmpty else { return [[]] }
      let scores = Self.scores(of: days, step: step, today: today)
      let oldest = max(1, scores.first?.back ?? 1)
      let points = scores.map {
        PlotPoint(x: 1 - Double($0.back) / Double(oldest), y: $0.score)
      }
      let labels = FigureText.dates(
        [first, first.adding(days: today.days(since: first) / 2)], today: today)
      let axes = PlotAxes(
        left: Self.percentLabels(rows: size.rows),
        below: zip([0, 0.5, 1], labels + ["today"]).map { .init($0, $1) })
      return Plot.framed(axes, size: size, glyphs: glyphs) { canvas in
        canvas.line(points, .accent, stroke: .dotted)
        for point in points { canvas.mark(glyphs.bullet, at: point, .accent) }
      }
    }
  }

  /// The scores of stretches of `step` days with a quiz, the oldest first, each with how many stretches it lies
  /// behind the one that ends today.
  private static func scores(
    of days: ArraySlice<QuizDay>, step: Int, today: StudyDay
  ) -> [(back: Int, score: Double)] {
    var stretches: [(back: Int, sum: QuizDay)] = []
    for day in days where day.day <= today {
      let back = today.days(since: day.day) / step
      if stretches.last?.back != back { stretches.append((back, QuizDay(day: day.day))) }
      stretches[stretches.count - 1].sum.asked += day.asked
      stretches[stretches.count - 1].sum.right += day.right
    }
    return stretches.map { ($0.back, $0.sum.score) }
  }

  // MARK: The year

  /// Every day of the last year as one cell, weeks from left to right.
  var year: Figure {
    let today = statistics.today
    let streak = statistics.streak
    let words =
      "Each cell is a day, from Monday down to Sunday, by how many answers it had."
      + (streak > 1 ? " \(streak) days in a row up to now." : "")
    return Figure(title: "The last year", explanation: words, height: .natural) {
      size, glyphs in
      let days = statistics.days(in: .year)
      let most = Double(days.map(\.answers).max() ?? 0)
      let answers = Dictionary(
        days.map { ($0.day.number, Double($0.answers)) }, uniquingKeysWith: +)
      let cell = size.columns >= 4 + 53 * 2 ? 2 : 1
      let weeks = max(1, min(53, (size.columns - 4) / cell))
      let weekday = CivilDate(daysSince1970: today.number).weekday
      let monday = today.number - weekday - 7 * (weeks - 1)
      var months = String(repeating: " ", count: 4)
      for week in 0..<weeks {
        let date = CivilDate(daysSince1970: monday + 7 * week)
        let at = 4 + week * cell
        if date.day <= 7, at >= months.count, at + 3 <= 4 + weeks * cell {
          months = pad(months, width: at) + FigureText.month(date) + " "
        }
      }
      var lines: [[Span]] = [[Span(months, .muted)]]
      for row in 0..<7 {
        let name = ["Mon", "", "Wed", "", "Fri", "", "Sun"][row]
        let cells = (0..<weeks).reduce(into: "") { text, week in
          let day = monday + 7 * week + row
          let share = most > 0 ? (answers[day] ?? 0) / most : 0
          text +=
            day > today.number
            ? String(repeating: " ", count: cell)
            : pad(Plot.shade(share.squareRoot(), glyphs: glyphs), width: cell)
        }
        lines.append([Span(pad(name, width: 4), .muted), Span(cells, .good)])
      }
      let legend = Self.legend(most: days.map(\.answers).max() ?? 0, glyphs: glyphs)
      if TextWidth.of(legend) + 4 <= size.columns { lines.append([Span("    " + legend, .muted)]) }
      return lines
    }
  }

  /// How many answers each shade of the year stands for: `· none  ░ 1-2  ▒ 3-5`.
  private static func legend(most: Int, glyphs: Glyphs) -> String {
    guard most > 0 else { return "" }
    var parts = ["\(Plot.shade(0, glyphs: glyphs)) none"]
    var from = 1
    for count in 1...most {
      func shade(_ count: Int) -> String {
        Plot.shade((Double(count) / Double(most)).squareRoot(), glyphs: glyphs)
      }
      guard count == most || shade(count + 1) != shade(count) else { continue }
      parts.append(shade(count) + (from == count ? " \(count)" : " \(from)-\(count)"))
      from = count + 1
    }
    return parts.joined(separator: "  ")
  }

  // MARK: Helpers

  static func percentLabels(rows: Int) -> [PlotAxes.Label] {
    let shares = rows >= 12 ? [0, 0.25, 0.5, 0.75, 1] : rows >= 7 ? [0, 0.5, 1] : [0, 1]
    return shares.map { .init($0, FigureText.percent($0)) }
  }

  /// How many days share a column, so that there are some sixty columns at most, or as many as said.
  private static func step(for days: Int, most: Int = 62) -> Int {
    [1, 7, 30, 91].first { days <= $0 * most } ?? 365
  }

  private static func name(of step: Int) -> String {
    switch step {
    case 1: "a day"
    case 7: "a week"
    case 30: "a month"
    case 91: "a quarter"
    default: "a year"
    }
  }

  /// Columns of one breadth, with round numbers at the left and dates below.
  private static func columns(
    _ values: [Double], labels: [String], size: Size, ink: Ink, glyphs: Glyphs, whole: Bool = true
  ) -> [[Span]] {
    let scale = Plot.scale(to: values.max() ?? 0, rows: size.rows - 2, whole: whole)
    let last = Double(max(1, labels.count - 1))
    let axes = PlotAxes(
      left: scale.labels, below: labels.enumerated().map { .init(Double($0) / last, $1) })
    let room = max(1, size.columns - axes.leftWidth)
    let breadth = max(1, min(8, room / max(1, values.count)))
    let width = axes.leftWidth + min(room, breadth * values.count)
    return Plot.framed(axes, size: Size(columns: width, rows: size.rows), glyphs: glyphs) {
      $0.columns(values.map { $0 / scale.top }, ink)
    }
  }
}
