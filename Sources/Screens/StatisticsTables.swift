import Cards
import FSRS
import Notes
import Study
import Surface

/// The tables, the spreads and the plot of the model.
struct StatisticsTables {
  let statistics: Statistics
  let period: StatisticsPeriod
  /// Titles by the paths of pages.
  let titles: [String: String]

  private var figures: PeriodFigures { statistics[period] }

  // MARK: Overview

  var overview: Figure {
    let due = statistics.forecast.overdue + (statistics.forecast.days.first ?? 0)
    // The home screen and the review count what a day asks, which may be less.
    let words =
      "Every review that has fallen due is counted; a day asks one card of an item, and keeps to its limits."
    return Figure(
      title: "At a glance", explanation: due > 0 ? words : "", height: .natural
    ) { size, glyphs in
      let today = statistics.todaysActivity
      let time = Frame.duration(Int(today.duration / 1000))
      let cards = statistics.cards
      let recalled = figures.retention.all
      var done = FigureText.count(today.answers, "answer", "answers")
      if today.answers > 0 { done += " in \(time)" }
      let sorts: [(Int, String)] = [
        (cards.new, "new"), (cards.learning, "in learning"), (cards.young, "young"),
        (cards.mature, "mature"), (cards.suspended, "suspended"),
        (cards.questions, cards.questions == 1 ? "open question" : "open questions"),
        (cards.quizOnly, "for quizzes only"),
      ]
      let parts = sorts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      let rows: [(String, String)] = [
        // New cards have a limit of their own: what the home screen counts as due has them too.
        (
          "Today",
          done + glyphs.separator + FigureText.count(due, "review due", "reviews due")
            + ", new cards apart"
        ),
        (
          "Recalled",
          recalled.total == 0
            ? "no review yet"
            : "\(FigureText.percent(recalled.share)) of \(recalled.total) reviews"
        ),
        ("Cards", "\(cards.total)" + (parts.isEmpty ? "" : ": ") + parts.joined(separator: ", ")),
      ]
      return rows.flatMap { name, text in
        let lines = wrap(text, width: max(1, size.columns - 10))
        return lines.enumerated().map { index, line in
          [Span(pad(index == 0 ? name : "", width: 10), .accent), Span(line)]
        }
      }
    }
  }

  // MARK: Recall

  var retention: Figure {
    let retention = figures.retention
    return Figure(
      title: "True retention",
      explanation: """
        Of the cards that came up for review, how many you still knew: the first review of a card on \
        a day, everything but Again. Young is an interval under \(Retention.matureInterval) days. \
        Learning, open questions and quizzes are left out.
        """, height: .natural
    ) { size, glyphs in
      recallRows(
        [("young", retention.young), ("mature", retention.mature), ("all", retention.all)],
        width: size.columns, glyphs: glyphs)
    }
  }

  var retentionByKind: Figure {
    let kinds = CardKind.allCases.compactMap { kind in
      figures.retentionByKind[kind].map { (kind.rawValue, $0.all) }
    }
    return Figure(
      title: "By kind of card", explanation: kinds.isEmpty ? "No review in this time." : "",
      height: .natural
    ) { size, glyphs in
      recallRows(kinds, width: size.columns, glyphs: glyphs)
    }
  }

  /// The pages where most is forgotten first.
  var retentionByPage: Figure {
    let pages = figures.retentionByPage.map { (titles[$0.key] ?? $0.key, $0.value.all) }.sorted {
      (left: (String, Recall), right: (String, Recall)) in
      let (less, more) = (left.1.share ?? 1, right.1.share ?? 1)
      return less == more ? NaturalOrder.precedes(left.0, right.0) : less < more
    }
    return Figure(
      title: "By page", explanation: pages.isEmpty ? "No review in this time." : "",
      height: .natural
    ) { size, glyphs in
      recallRows(pages, width: size.columns, glyphs: glyphs)
    }
  }

  private func recallRows(
    _ rows: [(String, Recall)], width: Int, glyphs: Glyphs
  ) -> [[Span]] {
    let names = min(max(7, width / 3), rows.map { TextWidth.of($0.0) }.max() ?? 0)
    let bar = max(0, min(30, width - names - 18))
    return rows.map { name, recall in
      [
        Span(pad(truncate(name, width: names, glyphs: glyphs), width: names + 1)),
        Span(pad(FigureText.percent(recall.share), width: 5, .right) + " ", .text, .bold),
        Span(Plot.meter(recall.share ?? 0, width: bar, glyphs: glyphs), .good),
        Span(" of \(recall.total)", .muted),
      ]
    }
  }

  var ratings: Figure {
    let ratings = figures.ratings
    return Figure(
      title: "Answers by rating",
      explanation:
        "Learning has the learning and relearning steps; all answers count, not only the "
        + "first of a day.",
      height: .natural
    ) { size, glyphs in
      let groups = [
        ("learning", ratings.learning), ("young", ratings.young), ("mature", ratings.mature),
      ]
      let names: [(Rating, String, Ink)] = [
        (.again, "Again", .bad), (.hard, "Hard", .warning), (.good, "Good", .good),
        (.easy, "Easy", .accent),
      ]
      let column = max(9, min(20, (size.columns - 6) / 3))
      var lines: [[Span]] = [
        [Span(pad("", width: 6))]
          + groups.map { Span(pad("\($0.0) \($0.1.total)", width: column), .muted) }
      ]
      for (rating, name, ink) in names {
        lines.append(
          [Span(pad(name, width: 6), ink, .bold)]
            + groups.flatMap { _, counts in
              let share = counts.total > 0 ? Double(counts[rating]) / Double(counts.total) : 0
              let text = pad("\(counts[rating])", width: 4, .right) + " "
              let bar = Plot.bar(share, width: max(1, column - 8), glyphs: glyphs)
              return [Span(text), Span(pad(bar, width: column - 5), ink)]
            })
      }
      return lines
    }
  }

  // MARK: Memory

  var stability: Figure {
    let histogram = statistics.stability
    // The ranges end at whole months and years, of 30 and 365 days.
    func name(_ days: Double) -> String {
      if days < 30 { return "\(Int(days))d" }
      return days < 365 ? "\(Int(days / 30))mo" : "\(Int(days / 365))y"
    }
    let names = histogram.edges.indices.map { index in
      guard let end = histogram.upperEdge(of: index).map(name) else {
        return "over \(name(histogram.edges[index]))"
      }
      return index == 0 ? "under \(end)" : "to \(end)"
    }
    let mean = histogram.mean.map {
      "; the mean is \(IntervalText.text(days: Int($0.rounded())))"
    }
    return spread(
      "Stability", histogram, names: names,
      words: "How long until the chance of recall falls to 90%\(mean ?? ""). It grows with "
        + "every review that succeeds." + (mean == nil ? " No card has one yet." : ""))
  }

  var difficulty: Figure {
    let histogram = statistics.difficulty
    let names = histogram.edges.map { "\(Int($0)) to \(Int($0) + 1)" }
    let mean = histogram.mean.map { "; the mean is \(FigureText.decimal($0))" }
    return spread(
      "Difficulty", histogram, names: names,
      words:
        "From 1, easy, to 10\(mean ?? ""). The harder a card, the slower its stability "
        + "grows." + (mean == nil ? " No card has one yet." : ""))
  }

  private func spread(
    _ title: String, _ histogram: Histogram, names: [String], words: String
  ) -> Figure {
    Figure(title: title, explanation: words, height: .natural) { size, glyphs in
      let most = Double(max(1, histogram.counts.max() ?? 1))
      // From the first range that has cards to the last.
      let first = histogram.counts.firstIndex { $0 > 0 } ?? 0
      let end = (histogram.counts.lastIndex { $0 > 0 } ?? -1) + 1
      return Array(zip(names, histogram.counts))[first..<end].map { name, count in
        [
          Span(pad(name, width: 11, .right) + " ", .muted),
          Span(pad("\(count)", width: 6, .right) + " "),
          Span(
            Plot.bar(
              Double(count) / most, width: max(1, min(50, size.columns - 20)), glyphs: glyphs),
            .accent),
        ]
      }
    }
  }

  // MARK: The model

  var calibration: Figure {
    let calibration = figures.calibration
    let total = calibration.total
    let words =
      total.reviews == 0
      ? "No review in this time."
      : """
      Across is the forecast, up what was recalled. Of \(total.reviews) reviews the model expected \(FigureText.finePercent(total.predicted)) to \
      be recalled, and \(FigureText.finePercent(total.actual)) were. On the dotted line forecast and \
      outcome agree; above it you know more than was thought. On average they are \
      \(FigureText.finePercent(calibration.error)) apart.
      """
    return Figure(title: "Forecast and outcome", explanation: words, height: .plot(least: 8)) {
      size, glyphs in
      let labels = [0, 0.25, 0.5, 0.75, 1].map { PlotAxes.Label($0, FigureText.percent($0)) }
      let axes = PlotAxes(left: StatisticsPlots.percentLabels(rows: size.rows), below: labels)
      // Not much broader than high, or the diagonal looks flat.
      let width = min(size.columns, 20 + size.rows * 4)
      let points = calibration.bins.compactMap { bin in
        bin.predicted.flatMap { x in bin.actual.map { PlotPoint(x: x, y: $0) } }
      }
      return Plot.framed(axes, size: Size(columns: width, rows: size.rows), glyphs: glyphs) {
        $0.line([PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1)], .muted, stroke: .dotted)
        $0.line(points, .accent)
        for point in points { $0.mark(glyphs.bullet, at: point, .accent) }
      }
    }
  }

  var calibrationTable: Figure {
    let bins = figures.calibration.bins.enumerated().filter { $0.element.reviews > 0 }
    return Figure(
      title: "By forecast", explanation: bins.isEmpty ? "No review in this time." : "",
      height: .natural
    ) { size, glyphs in
      guard !bins.isEmpty else { return [] }
      let width = Double(100 / Calibration.binCount)
      let most = Double(bins.map(\.element.reviews).max() ?? 1)
      let head = [Span("  forecast   mean  recalled  reviews", .muted)]
      return [head]
        + bins.reversed().map { index, bin in
          let range = "\(Int(Double(index) * width))-\(Int(Double(index + 1) * width))%"
          let bar = Plot.bar(
            Double(bin.reviews) / most, width: max(0, min(30, size.columns - 37)), glyphs: glyphs)
          return [
            Span(pad(range, width: 10, .right), .muted),
            Span(pad(FigureText.percent(bin.predicted), width: 7, .right)),
            Span(pad(FigureText.percent(bin.actual), width: 10, .right), .text, .bold),
            Span(pad("\(bin.reviews)", width: 9, .right) + " "), Span(bar, .accent),
          ]
        }
    }
  }
}
