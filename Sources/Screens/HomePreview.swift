import Notes
import Study
import Surface

/// What the home screen shows of the selected page beside the list.
struct HomePreview: Sendable {
  let path: String
  private let page: Page
  private let links: [Neighbour]
  private let backlinks: [Neighbour]
  /// Nil until it is told.
  var knowledge: PageKnowledge?

  /// Reads the page; nil when its file is gone.
  init?(_ path: String, in vault: Vault) {
    guard let page = vault.page(path) else { return nil }
    self.path = path
    self.page = page
    links = vault.pagesLinked(from: path)
    backlinks = vault.pagesLinking(to: path)
  }

  /// The page in lines, as many as there is room for; when some are left out the last one says so.
  func lines(row: HomeRow, width: Int, height: Int, glyphs: Glyphs) -> [[Span]] {
    var lines: [[Span]] = [[Span(page.path, .muted)]]
    lines += summary(page.summary, width: width, most: max(2, height / 3), glyphs: glyphs)
    lines.append([])
    lines += HomeFigures.lines(of: row, glyphs: glyphs)
    if !contents.isEmpty {
      lines += wrap([Span(contents, .muted)], width: width)
    } else if row.due == 0, row.knowledge.cards == 0 {
      // The author's own marks give cards without being any of these.
      lines += wrap([Span("Text only: nothing here becomes a card.", .muted)], width: width)
    }
    lines += sections(width: width, glyphs: glyphs)
    lines += list("Links to", links, sign: glyphs.arrow)
    lines += list("Linked from", backlinks, sign: glyphs.backArrow)
    guard lines.count > height, height > 0 else { return lines }
    var shown = Array(lines.prefix(height - 1))
    // No heading is left with nothing below it.
    while let last = shown.last, last.allSatisfy({ $0.text.isEmpty || $0.ink == .heading }) {
      shown.removeLast()
    }
    return shown + [[Span("\(glyphs.ellipsis) more on the page", .muted)]]
  }

  private func summary(_ text: String, width: Int, most: Int, glyphs: Glyphs) -> [[Span]] {
    guard !text.isEmpty else { return [] }
    let all = wrap([Span(text)], width: width)
    guard all.count > most else { return [[]] + all }
    let last = all[most - 1].map(\.text).joined() + " " + glyphs.ellipsis
    return [[]] + all.prefix(most - 1) + [[Span(truncate(last, width: width, glyphs: glyphs))]]
  }

  /// `14 facts, 3 open questions, 2 tables`
  private var contents: String {
    let counts: [(Int, String, String)] = [
      (page.facts.count, "fact", "facts"),
      (page.questions.count, "open question", "open questions"),
      (page.tables.count, "table", "tables"),
      (page.definitions.count, "definition", "definitions"),
      (page.connections.count, "connection", "connections"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return parts.joined(separator: ", ")
  }

  /// How well each section with cards is known.
  private func sections(width: Int, glyphs: Glyphs) -> [[Span]] {
    guard let knowledge else { return [] }
    var seen: Set<String> = []
    let rows = page.sections.compactMap { section -> [Span]? in
      let title = section.title.isEmpty ? page.title : section.title
      guard seen.insert(title).inserted, let known = knowledge.section(title).known else {
        return nil
      }
      let meter = Plot.meter(known, width: 7, glyphs: glyphs)
      let name = truncate(title, width: max(1, width - 9), glyphs: glyphs)
      return [Span(meter, .good), Span("  " + name)]
    }
    return rows.isEmpty ? [] : [[], [Span("Known by section", .heading, .bold)]] + rows
  }

  private func list(_ title: String, _ pages: [Neighbour], sign: String) -> [[Span]] {
    guard !pages.isEmpty else { return [] }
    return [[], [Span("\(title) \(pages.count)", .heading, .bold)]]
      + pages.map { neighbour in
        let isMissing = neighbour.page == nil
        return [
          Span("\(sign) ", isMissing ? .missing : .accent),
          Span(neighbour.title, isMissing ? .missing : .text),
          Span(isMissing ? " (missing)" : "", .missing),
        ]
      }
  }
}

/// The figures of a page or a folder as lines.
enum HomeFigures {
  static func lines(of row: HomeRow, glyphs: Glyphs) -> [[Span]] {
    var lines: [[Span]] = []
    if let folder = row.folder {
      lines.append([Span(folder.pages == 1 ? "1 page" : "\(folder.pages) pages")])
    }
    lines.append(
      row.due > 0
        ? [Span("\(row.due) due today", .accent, .bold)] : [Span("Nothing due today", .muted)])
    if let known = row.knowledge.known {
      lines.append([
        Span(Plot.meter(known, width: 14, glyphs: glyphs), .good),
        Span("  \(percent(known)) known", .text),
        Span(
          "\(glyphs.separator)\(row.knowledge.started) of \(row.knowledge.cards) cards begun",
          .muted),
      ])
    }
    return lines
  }

  /// Pages with what is due on them and how well they are known.
  static func list(_ rows: [HomeRow], width: Int, height: Int, glyphs: Glyphs) -> [[Span]] {
    guard height > 0 else { return [] }
    let shown = rows.count > height ? height - 1 : height
    var lines = rows.prefix(shown).map { row -> [Span] in
      let meter = row.knowledge.known.map { Plot.meter($0, width: 7, glyphs: glyphs) } ?? ""
      return [
        Span(pad(meter, width: 7), .good),
        Span(pad(row.due > 0 ? "\(row.due)" : "", width: 4, .right) + "  ", .accent),
        Span(truncate(row.title, width: max(1, width - 13), glyphs: glyphs)),
      ]
    }
    if rows.count > shown {
      lines.append([Span("\(glyphs.ellipsis) and \(rows.count - shown) more", .muted)])
    }
    return lines
  }

  /// To the nearest, but only what is complete is 100%.
  static func percent(_ share: Double) -> String {
    let share = max(0, min(1, share))
    return "\(share < 1 ? min(99, Int(share * 100 + 0.5)) : 100)%"
  }
}
