/// From where to where a name goes: `GROUP BY`, `Apache 2.0`, `Committee of Public Safety`.
extension BlankFinder {
  func name(at start: Int, in range: Range<Int>) -> Range<Int> {
    let first = prose.atoms[start]
    guard first.shape == .name || first.shape == .capital else { return start..<start }
    var end = start + 1
    while end < range.upperBound, prose.atoms[end - 1].after == .none,
      prose.atoms[end].depth == first.depth
    {
      let shape = prose.atoms[end].shape
      let isNumber =
        shape == .number
        && !prose.atoms[end].lower.contains { "%$€£~×≤≥<>–".contains($0) } && !isScore(end)
      // `GROUP BY`
      if prose.atoms[end].shape == .function, prose.atoms[end - 1].shape == .name,
        prose.atoms[end].traits.contains(.prepositions),
        prose.scalars[prose.atoms[end].core].allSatisfy(Prose.isCapital)
      {
        end += 1
        continue
      }
      if prose.atoms[end].lower == "of", first.shape == .capital,
        let next = behindOf(end, in: range)
      {
        end = next + 1
        continue
      }
      guard shape == .name || shape == .capital || isNumber else { break }
      end += 1
    }
    // A capital at the beginning of a sentence alone says nothing.
    let opens = start == range.lowerBound || start > 0 && prose.atoms[start - 1].ends(.sentence)
    let isMarked =
      first.style.contains(.strong)
      && !(end < range.upperBound && prose.atoms[end].style.contains(.strong))
    if opens, first.shape == .capital, end == start + 1, !isMarked {
      return start..<start
    }
    if opens, first.shape == .capital,
      first.traits.contains(.verb) || first.traits.contains(.openers),
      // `Read Committed`
      end == start + 1 || !prose.atoms[start + 1].traits.contains(.participle)
    {
      return start + 1 < end ? start + 1..<end : start..<start
    }
    return start..<end
  }

  /// `Committee of Public Safety`, `Constitution of the Clergy`: where the name goes on.
  private func behindOf(_ of: Int, in range: Range<Int>) -> Int? {
    var next = of + 1
    if next < range.upperBound, prose.atoms[next].lower == "the" { next += 1 }
    guard next < range.upperBound, prose.atoms[next].shape == .capital else { return nil }
    return next
  }

  /// `ON SLIP CASCADE`, `Jan van Oak`: what opens it is no name by itself.
  func withOpener(_ run: Range<Int>, in range: Range<Int>) -> Range<Int> {
    let before = run.lowerBound - 1
    guard !run.isEmpty, before >= range.lowerBound, prose.atoms[before].after == .none else {
      return run
    }
    func isLoud(_ index: Int) -> Bool {
      prose.atoms[index].core.count > 1
        && prose.scalars[prose.atoms[index].core].allSatisfy(Prose.isCapital)
    }
    if run.count > 1, prose.atoms[before].shape == .function, isLoud(before),
      run.allSatisfy(isLoud)
    {
      return before..<run.upperBound
    }
    let isFamily =
      ["van", "von", "de", "der", "den", "di", "da", "du", "le"].contains(prose.atoms[before].lower)
      && before > range.lowerBound && prose.atoms[before - 1].shape == .capital
      && prose.atoms[before - 1].after == .none
    return isFamily ? before - 1..<run.upperBound : run
  }
}
