// A pane that hides the others of its board.
extension PageScreen {
  /// Whether a pane hides the others of its board; one that is alone there has nothing to hide.
  var isZoomed: Bool { place.isZoomed && hasPanesBeside }

  /// Whether the board has more than the focused pane.
  public var hasPanesBeside: Bool {
    let boards = boards(size)
    return boards[boardIndex(boards)].panes.count > 1
  }

  mutating func toggleZoom() { place.isZoomed = !isZoomed && hasPanesBeside }
}
