import Study
import Surface

/// The statistics as running text, for terminals that are not taken over, and for pipes.
public enum StatisticsReport {
  /// - Parameters:
  ///   - titles: titles by the paths of pages.
  ///   - width: columns; at least 40 are used.
  public static func text(
    _ statistics: Statistics, period: StatisticsPeriod, titles: [String: String], width: Int,
    glyphs: Glyphs
  ) -> String {
    let width = max(40, width)
    var lines: [String] = []
    for view in StatisticsView.allCases {
      for figure in view.figures(of: statistics, in: period, titles: titles) {
        lines += [""] + plain(figure.lines(width: width, height: 12, glyphs: glyphs))
      }
    }
    lines += ["", "Pages, least known first"]
    lines += statistics.pages.map { page in
      let known = page.knowledge.known ?? 0
      let name = truncate(titles[page.page] ?? page.page, width: width - 34, glyphs: glyphs)
      let due =
        page.due > 0 ? ", " + FigureText.count(page.due, "review due", "reviews due") : ""
      return pad(name, width: width - 33) + pad(FigureText.percent(known), width: 5, .right) + " "
        + Plot.meter(known, width: 10, glyphs: glyphs) + " \(page.knowledge.cards)\(due)"
    }
    if statistics.pages.isEmpty { lines.append("No page has cards to learn yet.") }
    lines += ["", "Leeches"]
    lines += statistics.leeches.map { card in
      let mark = card.schedule.suspended ? ", suspended" : ""
      return "\(card.card.file):\(card.card.line): \(card.card.prompt) "
        + "(\(card.schedule.lapses) lapses\(mark))"
    }
    if statistics.leeches.isEmpty { lines.append("No card is forgotten again and again.") }
    return lines.dropFirst().map(Sanitizer.clean).joined(separator: "\n")
  }

  private static func plain(_ lines: [[Span]]) -> [String] {
    lines.map { spans in
      var line = spans.reduce(into: "") { $0 += $1.text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
