/// cmark takes time and memory that grow with columns times rows, because it fills up short rows.
enum TableGuard {
  static let mostColumns = 300
  static let mostCells = 300_000

  static func allows(_ bytes: Bytes) -> Bool {
    var columns = 0
    var lines = 1
    var inLine = 0
    var place = 0
    // Pages that have few pipes in all need no closer look.
    var pipes = 0
    while let pipe = bytes.first(Byte.pipe, from: place) {
      pipes += 1
      place = pipe + 1
    }
    guard pipes > mostColumns else { return true }
    for byte in bytes {
      if byte == Byte.pipe {
        inLine += 1
        columns = max(columns, inLine)
      } else if byte == Byte.newline {
        inLine = 0
        lines += 1
      }
    }
    return columns <= mostColumns && columns * lines <= mostCells
  }
}
