import Surface

// What clicks and the wheel do in a quiz.
extension QuizScreen {
  mutating func mouse(_ point: Point, wheel: Int) -> [Effect] {
    guard wheel == 0 else {
      switch stage {
      case .verdict: scroll(by: wheel * Wheel.lines)
      case .question: draft?.move(by: wheel)
      case .over where round.summary.misses.isEmpty: scroll(by: wheel * Wheel.lines)
      case .over: return atTheEnd(wheel > 0 ? .down : .up)
      }
      return []
    }
    let text = areas(in: Frame.area(of: size)).text
    let lines = lines(size, glyphs: .unicode)
    let index = top(of: lines, height: text.height) + point.y - text.y
    guard text.contains(point), lines.indices.contains(index) else { return [] }
    let line = lines[index]
    switch stage {
    case .verdict: return []
    case .question:
      if let partner = line.partner, point.x - text.x >= partner.start {
        draft?.take(partner.index)
        return []
      }
      return line.row.map { click(row: $0) } ?? []
    case .over:
      guard let row = line.row else { return [] }
      // The chosen one opens, another one is chosen first.
      if row == selectedMiss { return atTheEnd(.open) }
      selectedMiss = row
      return []
    }
  }

  /// A click chooses; another one on the same row does with it what is done there.
  private mutating func click(row: Int) -> [Effect] {
    guard var draft else { return [] }
    defer { self.draft = draft }
    switch draft.form {
    case .choice, .several: return choose(row, &draft)
    case .order where draft.isLifted:
      draft.carry(to: row)
      draft.lift()
    case .order where draft.row == row && draft.isTouched: draft.lift()
    case .match, .order, .table: draft.go(to: row)
    case .typed, .list: break
    }
    return []
  }
}
