import Surface

/// The columns of the list of pages: title, folder, what is due, how well it is known.
struct HomeColumns {
  private let width: Int
  private let title: Int
  /// 0 where it would be too narrow, or says nothing new.
  private let folder: Int
  private let due = 5
  private let meter: Int
  /// The percentage behind the meter.
  private let share: Int
  private let isTree: Bool

  init(width: Int, isTree: Bool) {
    self.width = width
    self.isTree = isTree
    meter = width >= 34 ? 7 : 0
    share = width >= 56 ? 5 : 0
    // The cursor before, the scrollbar behind, and a blank between columns.
    let fixed = 2 + due + (meter > 0 ? meter + 1 : 0) + share + 2
    let room = max(1, width - fixed)
    folder = !isTree && room >= 40 ? min(24, room / 3) : 0
    title = folder > 0 ? room - folder - 1 : room
  }

  private var dueColumn: Int { 2 + title + (folder > 0 ? folder + 1 : 0) }

  func drawHead(_ heading: String, y: Int, on surface: inout Surface) {
    surface.put(heading, x: 2, y: y, .heading, .bold, width: title)
    if folder > 0 { surface.put("Folder", x: 3 + title, y: y, .heading, .bold, width: folder) }
    surface.put(pad("Due", width: due, .right), x: dueColumn, y: y, .heading, .bold)
    if meter > 0 { surface.put("Known", x: dueColumn + due + 1, y: y, .heading, .bold) }
  }

  func draw(
    _ row: HomeRow, y: Int, isSelected: Bool, on surface: inout Surface, look: Look
  ) {
    let glyphs = look.glyphs
    let attributes: Attributes = isSelected ? [.reverse, .bold] : []
    func ink(_ ink: Ink) -> Ink { isSelected ? .selection : ink }
    if isSelected {
      surface.fill(Rect(x: 0, y: y, width: width - 1, height: 1), .selection, .reverse)
      surface.put(glyphs.pointer, x: 0, y: y, .selection, attributes)
    }
    let indent = isTree ? min(row.depth * 2, max(0, title - 12)) : 0
    var spans: [Span] = []
    if let below = row.folder {
      spans.append(Span(below.isFolded ? "+ " : "- ", ink(.accent), attributes))
      spans.append(Span(row.title + "/", ink(.heading), attributes.union(.bold)))
      spans.append(Span("  \(below.pages)", ink(.muted), attributes))
    } else {
      spans.append(Span(row.title, ink(.text), attributes))
    }
    surface.put(spans, x: 2 + indent, y: y, width: title - indent)
    if folder > 0, let slash = row.path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      surface.put(
        String(row.path[..<slash]), x: 3 + title, y: y, ink(.muted), attributes, width: folder)
    }
    if row.due > 0 {
      surface.put(
        pad(String(row.due), width: due, .right), x: dueColumn, y: y, ink(.accent), attributes,
        width: due)
    }
    guard meter > 0, let known = row.knowledge.known else { return }
    let x = dueColumn + due + 1
    surface.put(Plot.meter(known, width: meter, glyphs: glyphs), x: x, y: y, ink(.good), attributes)
    if share > 0 {
      surface.put(
        pad(HomeFigures.percent(known), width: share, .right), x: x + meter, y: y, ink(.muted),
        attributes)
    }
  }
}
