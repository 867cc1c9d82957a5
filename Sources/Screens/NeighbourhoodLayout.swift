import Surface

/// Where the parts of the map stand.
struct NeighbourhoodLayout {
  let size: Size
  /// One column below the other.
  var isStacked: Bool { size.columns < 70 }
  /// Whether every row has its reason below it.
  var showsReasons: Bool { size.columns >= 120 && size.rows >= 30 }
  var rowHeight: Int { showsReasons ? 2 : 1 }

  /// Between the views' names and the footer.
  var body: Rect { Rect(x: 0, y: 2, width: size.columns, height: max(0, size.rows - 3)) }

  /// The lower lines, with what there is to say of the selected page.
  var detail: Rect {
    let height = size.rows >= 20 ? 4 : size.rows >= 12 ? 2 : 0
    return Rect(x: 0, y: body.bottom - height, width: size.columns, height: height)
  }

  private var columns: Rect { body.split(top: body.height - detail.height).0 }

  var left: Rect { part(0) }
  var centre: Rect { part(1) }
  var right: Rect { part(2) }

  private func part(_ index: Int) -> Rect {
    let all = columns
    let middle = all.width * 3 / 10
    let side = (all.width - middle) / 2
    let widths = [side, all.width - 2 * side, side]
    let x = widths[..<index].reduce(0, +)
    return Rect(x: x, y: all.y, width: widths[index], height: all.height)
  }

  var stack: Rect { columns }
}
