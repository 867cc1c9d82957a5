/// What the author has set apart: code, bold, links and quotations.
extension BlankFinder {
  /// Code in backquotes; two alternatives joined by a stroke are one.
  mutating func code(_ part: Part, _ number: Int) {
    var index = part.range.lowerBound
    while index < part.range.upperBound {
      guard prose.atoms[index].shape == .code else {
        index += 1
        continue
      }
      var (end, count) = codeRow(from: index, in: part.range)
      // `` `curl` and Python ``: half of a pair is a guess.
      if count == 1, let other = named(behind: end, in: part.range) {
        end = other
        count = 2
      }
      let span = prose.span(index..<end)
      let isValue = part.lead == .label && index == part.range.lowerBound
      var weight = span.count > 60 ? (count > 1 && span.count < 100 ? 66 : 50) : isValue ? 92 : 80
      weight -= doubt(code: index..<end, count: count, in: part)
      propose(
        span: span, weight: weight - min(prose.atoms[index].depth, 1) * 14, part: number,
        count: isOpen(end, in: part.range) || count < 2 || isSlashed(index..<end) ? nil : count)
      index = end
    }
  }

  /// How much less a card for code is worth, in the units of `Blank.weight`.
  private func doubt(code: Range<Int>, count: Int, in part: Part) -> Int {
    let (index, end) = (code.lowerBound, code.upperBound)
    var doubt = code.reduce(0) {
      prose.atoms[$1].shape == .code
        ? max($0, BlankFinder.arguments(in: prose.string(prose.atoms[$1].core))) : $0
    }
    if isBetweenCommas(index..<end, in: part.range) || isInChain(index..<end, in: part.range) {
      doubt += 24
    }
    // `a`, some words, more words: the first of a row.
    if count == 1, index == part.range.lowerBound,
      part.lead == .label || prose.atoms[end - 1].after == .comma,
      prose.split(part.range, after: .comma).count > 2
    {
      doubt += 36
    }
    // `periodSeconds` 10: its value is the better question.
    if count == 1, end < part.range.upperBound, prose.atoms[end - 1].after == .none,
      prose.atoms[end].shape == .number
        || prose.atoms[end].traits.contains(.units)
          && prose.atoms[end].depth == prose.atoms[index].depth
    {
      doubt += 34
    }
    // `` `row` and friends ``: one of many.
    if end + 1 < part.range.upperBound, prose.atoms[end].lower == "and",
      ["friends", "others", "similar", "more"].contains(prose.atoms[end + 1].lower)
    {
      doubt += 40
    }
    // `` `a`, `b`, … ``: some of many.
    if isOpen(end, in: part.range) { doubt += 40 }
    // `Aft, ROS `rope_msgs`, fore, …`: of what one of a row is made.
    if count == 1, index > part.range.lowerBound, prose.atoms[index - 1].after == .none,
      [.name, .capital].contains(prose.atoms[index - 1].shape),
      part.range.filter({ prose.atoms[$0].ends(.comma) }).count > 2
    {
      doubt += 30
    }
    // `OIDC (`id-token: write`) replaces long-lived keys`: a remark on what the sentence is about.
    if count == 1, prose.atoms[index].depth > 0, index == part.range.lowerBound + 1,
      part.verb != nil
    {
      doubt += 18
    }
    // `a `dotenv` call above an import`: any other would do.
    if count == 1, index > part.range.lowerBound, end < part.range.upperBound,
      ["a", "an", "one"].contains(prose.atoms[index - 1].lower),
      prose.atoms[end - 1].after == .none,
      ["call", "line", "loop", "statement", "step", "in"].contains(prose.atoms[end].lower)
    {
      doubt += 30
    }
    // `Barges, `rafts` and `tugs` are slow`: of a row a part.
    if count > 1, index == part.range.lowerBound + 1, prose.atoms[index - 1].after == .comma {
      doubt += 40
    }
    // `fails with `EXDEV` and `mv` falls back`: the second is what another clause is about.
    if count == 2, index > part.range.lowerBound, end + 1 < part.range.upperBound,
      prose.atoms[end - 1].after == .none, prose.atoms[end - 2].lower == "and",
      let verb = (end..<min(end + 2, part.range.upperBound)).first(where: {
        !isAdverb($0)
      }), prose.atoms[verb].lower.hasSuffix("s"), prose.atoms[verb].shape != .function,
      [.word, .verb].contains(prose.atoms[verb].shape)
    {
      doubt += 50
    }
    // `a second `for` loop`
    if count == 1, end < part.range.upperBound, prose.atoms[end - 1].after == .none,
      ["loop", "statement"].contains(prose.atoms[end].lower), prose.atoms[index].core.count < 9
    {
      doubt += 24
    }
    // `arXiv `2210.03629``: says where it is from.
    if index > part.range.lowerBound,
      ["arxiv", "doi", "cve", "isbn", "pmid"].contains(prose.atoms[index - 1].lower)
    {
      doubt += 60
    }
    // `` `list` is invariant: `list[bool]` is no … ``: an example of it.
    let text = prose.string(prose.atoms[index].core)
    if let open = text.firstIndex(of: "["),
      content.contains(where: { other in
        prose.atoms[other].shape == .code
          && prose.string(prose.atoms[other].core) == text[..<open] + "`"
      })
    {
      doubt += 30
    }
    // `import it from `sklearn.metrics``
    if index > part.range.lowerBound, prose.atoms[index - 1].lower == "from",
      (part.range.lowerBound..<index - 1).contains(where: { prose.atoms[$0].shape == .code })
    {
      doubt += 24
    }
    // `` `append` and `dict` | item assignment ``
    if count > 1, end < part.range.upperBound, prose.atoms[end - 1].after == .none,
      prose.atoms[end].shape == .word, end + 1 < part.range.upperBound,
      prose.atoms[end].after == .none, prose.atoms[end + 1].shape == .word
    {
      doubt += 24
    }
    // `a plan outside the log (a `todo.md` file)`: an example in brackets.
    if count == 1, prose.atoms[index].depth > 0, index > part.range.lowerBound,
      prose.atoms[index - 1].depth == 0 || prose.atoms[index - 1].traits.contains(.article),
      prose.atoms[max(part.range.lowerBound, index - 1)].shape != .code
    {
      doubt += 16
    }
    return doubt
  }

  /// `` `list`/`dict` ``: two names of one thing, or one thing.
  private func isSlashed(_ range: Range<Int>) -> Bool {
    range.contains { prose.atoms[$0].lower == "/" } || range.count == 1
  }

  /// Where the name ends that a conjunction joins to what ends here.
  private func named(behind end: Int, in range: Range<Int>) -> Int? {
    guard end + 1 < range.upperBound, prose.atoms[end - 1].after == .none,
      prose.atoms[end].traits.contains(.conjunction),
      prose.atoms[end + 1].depth == prose.atoms[end].depth
    else { return nil }
    let name = name(at: end + 1, in: range)
    guard !name.isEmpty,
      name.upperBound == range.upperBound || prose.atoms[name.upperBound - 1].after != .none
        || isVerb(name.upperBound, in: range)
          && !prose.atoms[name.upperBound].lower.hasSuffix("s")
    else { return nil }
    return name.upperBound
  }

  /// `a, b, etc.`: nobody knows how many there are.
  func isOpen(_ end: Int, in range: Range<Int>) -> Bool {
    end < range.upperBound && ["etc", "…", "...", "."].contains(prose.atoms[end].lower)
  }

  /// `` `a` / `b` ``, `` `a` and `b` ``, `` `a`, `b`, and `c` ``: one alone would be a guess.
  private func codeRow(from start: Int, in range: Range<Int>) -> (end: Int, count: Int) {
    var end = start + 1
    var count = 1
    while end < range.upperBound {
      var next = end
      let joins = ["/", "and", "or"].contains(prose.atoms[next].lower)
      guard
        joins && prose.atoms[end - 1].after == .none || prose.atoms[end - 1].ends(.comma)
          || prose.atoms[end - 1].after == .comma
      else { break }
      if joins { next += 1 }
      guard next < range.upperBound, prose.atoms[next].shape == .code,
        prose.atoms[next].depth == prose.atoms[start].depth
      else { break }
      end = next + 1
      count += 1
    }
    // `gives a `b`, `c` the …`: without a conjunction two are no row, unless nothing follows.
    let isRow =
      count > 2
      || count == 2
        && (isOpen(end, in: range)
          || prose.atoms[end - 2].shape != .code
          // `every field in `a`, `b: no``: two statements.
          || (start == range.lowerBound || !prose.atoms[start - 1].traits.contains(.prepositions))
            && (end == range.upperBound
              || prose.atoms[end - 1].after != .none && prose.atoms[end - 1].after != .comma))
    return isRow ? (end, count) : (start + 1, 1)
  }

  /// What the author has set in bold, and links.
  mutating func marked(_ part: Part, _ number: Int) {
    var index = part.range.lowerBound
    while index < part.range.upperBound {
      let atom = prose.atoms[index]
      guard atom.style.contains(.strong) || atom.linked, !atom.isSymbol else {
        index += 1
        continue
      }
      var end = index + 1
      while end < part.range.upperBound, prose.atoms[end].linked == atom.linked,
        prose.atoms[end].style.contains(.strong) == atom.style.contains(.strong)
      {
        end += 1
      }
      // `**one** and **another**`: half of a pair is a guess.
      if end + 1 < part.range.upperBound, prose.atoms[end].traits.contains(.conjunction),
        prose.atoms[end + 1].style.contains(.strong),
        atom.style.contains(.strong)
      {
        end += 1
        while end < part.range.upperBound, prose.atoms[end].style.contains(.strong) { end += 1 }
      }
      // `(see [[page]])`: a reference is no content.
      let isReference = atom.linked && atom.depth > 0
      if prose.words(index..<end) <= 9, index..<end != part.range, !isReference {
        let isSubject = index == part.range.lowerBound
        propose(
          index..<end, weight: isSubject ? 56 : atom.linked ? 60 : 78, part: number,
          count: row(index..<end))
      }
      index = end
    }
  }

  /// `"always answer"`: what stands in quotation marks.
  mutating func quoted(_ part: Part, _ number: Int) {
    for index in part.range {
      let start = prose.atoms[index].range.lowerBound
      let scalar = prose.scalars[start]
      guard scalar == "\"" || scalar == "“", let end = prose.partner(of: start) else { continue }
      let atoms = index..<(part.range.first { prose.atoms[$0].range.upperBound > end } ?? index) + 1
      guard (1...8).contains(prose.words(atoms)), start + 1 < end, isInformative(atoms) else {
        continue
      }
      // `"ACI"-less`
      if end + 1 < prose.scalars.count, prose.scalars[end + 1] == "-" { continue }
      let opens = index == part.range.lowerBound && part.verb != nil
      // `"lives here" vs "moved there"`: examples.
      let isOneOfTwo =
        part.range.contains { prose.atoms[$0].isSymbol(.versus) }
        || part.range.contains { other in
          let place = prose.atoms[other].range.lowerBound
          return !atoms.contains(other) && ["\"", "“"].contains(prose.scalars[place])
            && prose.partner(of: place) != nil
        } && prose.words(atoms) < 3
      propose(
        span: start + 1..<end, weight: (opens ? 50 : 62) - (isOneOfTwo ? 24 : 0), part: number)
    }
  }
}
