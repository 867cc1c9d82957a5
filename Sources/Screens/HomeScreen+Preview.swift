import Notes
import Surface

// What the home screen shows of the selected page.
extension HomeScreen {
  /// What the selected page is about, in two lines.
  func drawHint(in area: Rect, on surface: inout Surface, look: Look) {
    surface.line(horizontalFrom: 0, y: area.y, length: area.width, look.glyphs.light)
    guard let row = current else { return }
    let text =
      row.folder == nil
      ? library.vault.outline(row.path)?.summary ?? ""
      : HomeFigures.lines(of: row, glyphs: look.glyphs).map { $0.map(\.text).joined() }
        .joined(separator: look.glyphs.separator)
    var lines = wrap(
      [Span(row.path, .muted), Span(text.isEmpty ? "" : "  " + text)], width: area.width - 2)
    if lines.count > 2 {
      let rest = lines[1...].flatMap { $0 }.map(\.text).joined(separator: " ")
      lines = [
        lines[0], [Span(truncate(rest, width: area.width - 2, glyphs: look.glyphs))],
      ]
    }
    for (offset, line) in lines.enumerated() {
      surface.put(line, x: 1, y: area.y + 1 + offset, width: area.width - 2)
    }
  }

  func drawPreview(in area: Rect, on surface: inout Surface, look: Look) {
    guard let row = current, area.height >= 3 else { return }
    surface.box(area, title: row.title, titleInk: .heading, glyphs: look.glyphs)
    let inside = area.inset(x: 2, y: 1)
    var lines: [[Span]]
    if let preview, preview.path == row.path, row.folder == nil {
      lines = preview.lines(
        row: row, width: inside.width, height: inside.height, glyphs: look.glyphs)
    } else {
      lines = [[Span(row.path, .muted)], []] + HomeFigures.lines(of: row, glyphs: look.glyphs)
      if row.folder == nil, let about = library.vault.outline(row.path)?.summary, !about.isEmpty {
        lines += [[]] + wrap([Span(about)], width: inside.width)
      }
      if !inFolder.isEmpty {
        lines.append([])
        lines += HomeFigures.list(
          inFolder, width: inside.width, height: inside.height - lines.count, glyphs: look.glyphs)
      }
    }
    for (offset, line) in lines.prefix(inside.height).enumerated() {
      surface.put(line, x: inside.x, y: inside.y + offset, width: inside.width)
    }
  }
}
