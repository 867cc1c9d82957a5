import Foundation

/// A colour as a program asked the terminal for it.
public enum ScreenColour: Sendable, Hashable {
  case standard
  case indexed(Int)
  case rgb(red: Int, green: Int, blue: Int)
}

/// The state that the next character is written in.
public struct Pen: Sendable, Hashable {
  public var foreground = ScreenColour.standard
  public var background = ScreenColour.standard
  public var isBold = false
  public var isDim = false
  public var isItalic = false
  public var isUnderlined = false
  public var isReversed = false
  public var isHidden = false
  public var isStruck = false

  public init() {}
}

/// One column of one row of a terminal.
public struct ScreenCell: Sendable, Hashable {
  /// A base character and what combines with it; empty in the right half of a wide one.
  public var text: String
  public var pen: Pen

  public init(text: String, pen: Pen) {
    self.text = text
    self.pen = pen
  }

  public static let blank = ScreenCell(text: " ", pen: Pen())
}

/// What a terminal shows at one moment.
public struct Screen: Sendable, Equatable {
  public internal(set) var columns: Int
  public internal(set) var rows: Int
  public internal(set) var cells: [[ScreenCell]]
  public internal(set) var cursorColumn = 0
  public internal(set) var cursorRow = 0
  public internal(set) var isCursorVisible = true
  public internal(set) var isAlternate = false

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(
      repeating: Array(repeating: .blank, count: columns), count: rows)
  }

  /// A blank outside the screen.
  public func cell(_ x: Int, _ y: Int) -> ScreenCell {
    guard rows > y, y >= 0, columns > x, x >= 0 else { return .blank }
    return cells[y][x]
  }

  /// Every row without the blanks at its end.
  public var lines: [String] {
    cells.map { row in
      guard let last = row.lastIndex(where: { $0.text != " " }) else { return "" }
      return row[...last].map(\.text).joined()
    }
  }

  /// The lines that are not empty, up to the last, one under another.
  public var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Where `text` begins, the first of its places; nil when it is not on one row of the screen.
  public func find(_ text: String) -> (column: Int, row: Int)? {
    for (row, line) in lines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      var column = 0
      var rest = line[..<range.lowerBound]
      while !rest.isEmpty, column < columns {
        rest = rest.dropFirst(cells[row][column].text.count)
        column += 1
      }
      while column < columns, cells[row][column].text.isEmpty { column += 1 }
      return (column, row)
    }
    return nil
  }
}
