/// Cells that stand side by side in one style: what is sent to the terminal in one piece.
public struct Run: Sendable, Hashable {
  public let x: Int
  public let y: Int
  public let text: String
  /// How many columns `text` is taken to have.
  public let columns: Int
  public let ink: Ink
  public let attributes: Attributes
}

extension Surface {
  /// What has to be sent so that a terminal that shows `previous` shows this. Everything, when that
  /// is nil or of another size.
  ///
  /// ASCII stands together as far as the style goes; any other grapheme is a run of its own, since
  /// the terminal may be of another mind about its width.
  public func runs(changedFrom previous: Surface?) -> [Run] {
    guard let previous, previous.size == size else {
      return (0..<size.rows).flatMap { runs(row: $0, from: 0, to: size.columns) }
    }
    var result: [Run] = []
    for y in 0..<size.rows {
      guard let changed = changedColumns(row: y, previous) else { continue }
      result += runs(row: y, from: changed.lowerBound, to: changed.upperBound)
    }
    return result
  }

  /// From the first column that differs to the last, whole characters; nil when none differs.
  private func changedColumns(row y: Int, _ previous: Surface) -> Range<Int>? {
    let start = y * size.columns
    return cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old -> Range<Int>? in
        var first = 0
        while first < size.columns, new[start + first] == old[start + first] { first += 1 }
        guard first < size.columns else { return nil }
        var end = size.columns
        while new[start + end - 1] == old[start + end - 1] { end -= 1 }
        if new[start + first].isContinuation, first > 0 { first -= 1 }
        if end < size.columns, new[start + end].isContinuation { end += 1 }
        return first..<end
      }
    }
  }

  private func runs(row y: Int, from first: Int, to end: Int) -> [Run] {
    cells.withUnsafeBufferPointer { cells in
      let row = y * size.columns
      var result: [Run] = []
      var bytes: [UInt8] = []
      bytes.reserveCapacity(end - first)
      var x = first
      while x < end {
        let cell = cells[row + x]
        guard cell.ascii != nil else {
          let isWide = x + 1 < size.columns && cells[row + x + 1].isContinuation
          let text = cell.isContinuation ? " " : cell.text
          result.append(
            Run(
              x: x, y: y, text: text, columns: isWide ? 2 : 1, ink: cell.ink,
              attributes: cell.attributes))
          x += isWide ? 2 : 1
          continue
        }
        bytes.removeAll(keepingCapacity: true)
        let start = x
        while x < end, let ascii = cells[row + x].ascii, cells[row + x].ink == cell.ink,
          cells[row + x].attributes == cell.attributes
        {
          bytes.append(ascii)
          x += 1
        }
        result.append(
          Run(
            x: start, y: y, text: String(decoding: bytes, as: UTF8.self), columns: x - start,
            ink: cell.ink, attributes: cell.attributes))
      }
      return result
    }
  }
}
