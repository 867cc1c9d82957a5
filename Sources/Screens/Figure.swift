import Study
import Surface

/// One thing to look at on a screen of figures: a plot or a table, and what it says in plain words.
struct Figure {
  var title: String
  var explanation: String
  /// How many rows it takes.
  var height: Height
  /// - Parameters:
  ///   - Size: the room there is; a list may take more rows.
  var draw: (Size, Glyphs) -> [[Span]]

  enum Height {
    /// As many as its lines are.
    case natural
    /// What there is, from so many rows on.
    case plot(least: Int)
  }

  /// Title, drawing and explanation as lines of at most `width` columns.
  func lines(width: Int, height: Int, glyphs: Glyphs) -> [[Span]] {
    var lines = title.isEmpty ? [] : wrap([Span(title, .heading, .bold)], width: width)
    let words = explanation.isEmpty ? [] : wrap([Span(explanation, .muted)], width: width)
    let room: Int
    switch self.height {
    case .natural: room = height
    case .plot(let least):
      room = min(Self.highest, max(least, height - lines.count - words.count - 1))
    }
    lines += draw(Size(columns: width, rows: room), glyphs)
    return lines + words
  }

  /// A plot that is higher than this says no more.
  private static let highest = 22

  /// Figures below each other, or in two columns where there is room.
  static func lay(_ figures: [Figure], in size: Size, glyphs: Glyphs) -> [[Span]] {
    let isWide = size.columns >= 120 && figures.count > 1
    guard isWide else { return stack(figures, in: size, glyphs: glyphs) }
    let gap = 4
    let width = (size.columns - gap) / 2
    let half = (figures.count + 1) / 2
    let columnSize = Size(columns: width, rows: size.rows)
    let left = stack(Array(figures[..<half]), in: columnSize, glyphs: glyphs)
    let right = stack(Array(figures[half...]), in: columnSize, glyphs: glyphs)
    return (0..<max(left.count, right.count)).map { row in
      let line = row < left.count ? left[row] : []
      guard row < right.count else { return line }
      let used = line.reduce(0) { $0 + TextWidth.of($1.text) }
      return line + [Span(String(repeating: " ", count: max(0, width + gap - used)))] + right[row]
    }
  }

  private static func stack(
    _ figures: [Figure], in size: Size, glyphs: Glyphs
  ) -> [[Span]] {
    // Plots share what the tables leave.
    let spaces = max(0, figures.count - 1)
    var left = size.rows - spaces
    var plots = 0
    for figure in figures {
      if case .natural = figure.height {
        left -= figure.lines(width: size.columns, height: 1, glyphs: glyphs).count
      } else {
        plots += 1
      }
    }
    let share = max(0, left) / max(1, plots)
    var lines: [[Span]] = []
    for figure in figures {
      if !lines.isEmpty { lines.append([]) }
      lines += figure.lines(width: size.columns, height: share, glyphs: glyphs)
    }
    return lines
  }
}

/// Numbers and dates as figures write them.
enum FigureText {
  /// `87%`; a dash without a value.
  static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "-" }
    return "\(Int((share * 100).rounded()))%"
  }

  /// `87.3%`.
  static func finePercent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "-" }
    return decimal(share * 100) + "%"
  }

  /// With one decimal unless that is 0.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func month(_ date: CivilDate) -> String { months[(date.month + 11) % 12] }

  /// The days of one axis in one form: `24 Nov`, or `Nov 2024` where one of them is far from `today`.
  static func dates(_ days: [StudyDay], today: StudyDay) -> [String] {
    let isNear = days.allSatisfy { abs($0.days(since: today)) < 200 }
    return days.map { day in
      let date = CivilDate(daysSince1970: day.number)
      return isNear ? "\(date.day) \(month(date))" : "\(month(date)) \(date.year)"
    }
  }
}
