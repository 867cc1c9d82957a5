/// What of the items of a list is asked for, and what stays to ask with.
extension ListRule {
  /// `SYN → SYN-ACK → ACK (1 RTT)`: what stands in brackets behind the last alone is no part of it.
  static func withoutRemark(_ items: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    guard let last = items.last,
      !items.dropLast().contains(where: { $0.contains { prose.atoms[$0].depth > 0 } }),
      let open = last.first(where: { prose.atoms[$0].depth > 0 }), open > last.lowerBound,
      (open..<last.upperBound).allSatisfy({ prose.atoms[$0].depth > 0 })
    else { return items }
    return items.dropLast() + [last.lowerBound..<open]
  }

  /// `garak (NVIDIA) scans …; PyRIT orchestrates …`: of things with what they do the names are asked for,
  /// and what they do is left to ask with.
  static func heads(_ items: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    // `` `split(T)` → the match, `derive(e)` to keep a class ``
    let codes = items.map { item in
      item.first { prose.atoms[$0].shape == .code }.map { item.lowerBound..<$0 + 1 }
    }
    let codeHeads = codes.compactMap { $0 }.filter { $0.count <= 2 }
    if codeHeads.count == items.count, codeHeads != items { return codeHeads }
    let heads = items.map { item in
      if let open = bracket(item, prose) { return item.lowerBound..<open }
      let end = item.dropFirst().first { index in
        let atom = prose.atoms[index]
        return atom.depth > 0 || atom.shape == .function || atom.shape == .verb
          || atom.shape == .word && atom.lower.hasSuffix("s")
      }
      return item.lowerBound..<(end ?? item.upperBound)
    }
    let areNames = zip(heads, items).allSatisfy { head, item in
      [.name, .code, .capital].contains(prose.atoms[head.lowerBound].shape) && head.count <= 3
        && prose.words(item) >= head.count + 3
    }
    if areNames { return heads }
    // `replay (Temporal, Restate) runs it again from …`: what is so long is told by its name.
    let openings = items.map { item in
      item.dropFirst().prefix(4).first { prose.atoms[$0].depth > 0 }
    }
    if items.contains(where: { prose.words($0) > 7 }), openings.allSatisfy({ $0 != nil }) {
      return zip(items, openings).map { $0.lowerBound..<($1 ?? $0.upperBound) }
    }
    // `oak (hard), pine, teak (dear)`: what stands in brackets is left to ask with.
    return items.map { item in bracket(item, prose).map { item.lowerBound..<$0 } ?? item }
  }

  /// `closed under | union, star, complement`: where the first item begins, when what stands before it is said of
  /// all.
  static func sharedHead(_ items: [Range<Int>], _ prose: Prose) -> Int? {
    guard items.count > 2, let first = items.first, first.count == 3,
      prose.atoms[first.lowerBound].traits.contains(.participle),
      prose.atoms[first.lowerBound + 1].traits.contains(.prepositions),
      items.dropFirst().allSatisfy({ $0.count == 1 })
    else { return nil }
    return first.lowerBound + 2
  }

  /// Where the bracket opens that ends an item.
  static func bracket(_ item: Range<Int>, _ prose: Prose) -> Int? {
    guard let open = item.dropFirst().first(where: { prose.atoms[$0].depth > 0 }),
      prose.scalars[prose.atoms[open].range.lowerBound] == "(",
      (open..<item.upperBound).allSatisfy({ prose.atoms[$0].depth > 0 })
    else { return nil }
    return open
  }

  /// `(1) mash, (2) boil`: what numbers the items is no part of them.
  static func withoutNumbers(_ items: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    let isNumbered = items.enumerated().allSatisfy { place, item in
      guard let first = item.first, item.count > 1 else { return false }
      return prose.string(prose.atoms[first].range) == "(\(place + 1))"
    }
    return isNumbered ? items.map { $0.dropFirst() } : items
  }

  /// `e3, c3, Bd3 against nearly everything`: what a preposition opens behind the last belongs to all.
  static func withoutTail(_ items: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    func opensTail(_ index: Int) -> Bool {
      prose.atoms[index].depth == 0 && prose.atoms[index].traits.contains(.prepositions)
        && prose.atoms[index].lower != "of"
    }
    guard items.count > 2, let last = items.last,
      items.dropLast().allSatisfy({ $0.count <= 2 && !$0.contains(where: opensTail) }),
      let open = last.dropFirst().first(where: opensTail), open - last.lowerBound <= 2
    else { return items }
    return items.dropLast() + [last.lowerBound..<open]
  }
}
