/// The signs that lines, meters and lists are drawn with: one set for UTF-8 terminals and one that
/// is ASCII alone.
public struct Glyphs: Sendable, Hashable {
  /// The lines of a box, and where they meet.
  public struct Lines: Sendable, Hashable {
    public let horizontal, vertical: String
    public let topLeft, topRight, bottomLeft, bottomRight: String
    /// T shapes, named after the side that has the stem's base: `teeLeft` is `├`.
    public let teeLeft, teeRight, teeTop, teeBottom, cross: String

    init(_ horizontal: String, _ vertical: String, corners: [String], tees: [String]) {
      self.horizontal = horizontal
      self.vertical = vertical
      topLeft = corners[0]
      topRight = corners[1]
      bottomLeft = corners[2]
      bottomRight = corners[3]
      teeLeft = tees[0]
      teeRight = tees[1]
      teeTop = tees[2]
      teeBottom = tees[3]
      cross = tees[4]
    }
  }

  public let light: Lines
  public let heavy: Lines
  /// Stands where text was cut off; one column wide.
  public let ellipsis: String
  public let bullet: String
  public let arrow: String
  public let backArrow: String
  /// Where a table goes on beyond the left or the right edge; one column wide.
  public let moreLeft: String
  public let moreRight: String
  public let upArrow: String
  public let downArrow: String
  public let check: String
  public let cross: String
  public let star: String
  /// Before the row that a key would act on.
  public let pointer: String
  /// Between items on one line, with the spaces around it.
  public let separator: String
  /// Between the parts of a path, with the spaces around it.
  public let pathSeparator: String
  public let dash: String
  /// What covers a hidden cell.
  public let cover: String
  /// A meter's full column, then its parts from least to most, then an empty column. ASCII has no
  /// parts.
  public let meterFull: String
  public let meterParts: [String]
  public let meterEmpty: String
  /// Columns of rising height, from lowest to full.
  public let steps: [String]
  /// Cells of a field from nothing over rising darkness to full.
  public let shades: [String]
  public let scrollThumb: String
  public let scrollTrack: String
  /// Whether plots may use braille dots.
  public let braille: Bool

  public static let unicode = Glyphs(
    light: Lines("─", "│", corners: ["┌", "┐", "└", "┘"], tees: ["├", "┤", "┬", "┴", "┼"]),
    heavy: Lines("━", "┃", corners: ["┏", "┓", "┗", "┛"], tees: ["┣", "┫", "┳", "┻", "╋"]),
    ellipsis: "…", bullet: "•", arrow: "→", backArrow: "←", moreLeft: "«",
    moreRight: "»", upArrow: "↑", downArrow: "↓",
    check: "✓", cross: "✗", star: "★", pointer: "›", separator: " · ", pathSeparator: " › ",
    dash: "—", cover: "░", meterFull: "█", meterParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    meterEmpty: "·", steps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    shades: ["·", "░", "▒", "▓", "█"], scrollThumb: "█", scrollTrack: "│", braille: true)

  public static let ascii = Glyphs(
    light: Lines("-", "|", corners: ["+", "+", "+", "+"], tees: ["+", "+", "+", "+", "+"]),
    heavy: Lines("=", "|", corners: ["#", "#", "#", "#"], tees: ["#", "#", "#", "#", "#"]),
    ellipsis: "~", bullet: "*", arrow: "->", backArrow: "<-", moreLeft: "<",
    moreRight: ">", upArrow: "^", downArrow: "v",
    check: "+", cross: "x", star: "*", pointer: ">", separator: " | ", pathSeparator: " > ",
    dash: "-", cover: "#", meterFull: "#", meterParts: [], meterEmpty: "-",
    steps: [".", ":", "-", "=", "+", "*", "%", "#"],
    shades: [".", "-", "+", "*", "#"], scrollThumb: "#", scrollTrack: "|", braille: false)
}
