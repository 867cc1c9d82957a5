/// What an equation, an arrow, a contrast and a comparison say.
extension BlankFinder {
  func isEquation(_ index: Int) -> Bool {
    prose.atoms[index].isSymbol(.equals) || ["≈", "∝"].contains(prose.atoms[index].lower)
  }

  /// `2 + 0.1 = `, `70B × 20 =`, `2,000 boats × 3 s ≈`: what stands before the sign, when the rest can be
  /// worked out from it.
  func arithmetic(before sign: Int, in range: Range<Int>) -> Range<Int>? {
    let depth = prose.atoms[sign].depth
    var start = sign
    var numbers = 0
    var operators = 0
    while start > range.lowerBound {
      let atom = prose.atoms[start - 1]
      guard atom.depth == depth, atom.after == .none else { break }
      if isAmount(start - 1) {
        numbers += 1
      } else if isOperator(start - 1) || ["-", "−"].contains(atom.lower) {
        operators += 1
      } else if start - 2 < range.lowerBound || !isAmount(start - 2)
        || atom.shape == .function || atom.isSymbol
      {
        break
      }
      start -= 1
    }
    return numbers > 1 && operators > 0 ? start..<sign : nil
  }

  /// `x = y`: what it equals; inside an atom too (`W=4,096`).
  mutating func equation(_ part: Part, _ number: Int) {
    for index in part.range {
      let atom = prose.atoms[index]
      let penalty = atom.depth > 0 ? 20 : 0
      if isEquation(index), index > part.range.lowerBound,
        index + 1 < part.range.upperBound
      {
        var end = index + 1
        while end < part.range.upperBound, prose.atoms[end].depth >= atom.depth {
          // `alpha = 2 × rank is common`
          if end > index + 1, prose.atoms[end].depth == atom.depth,
            prose.atoms[end].traits.contains(.copula)
              || prose.atoms[end].isSymbol(.arrow)
          {
            break
          }
          end += 1
          if prose.atoms[end - 1].after != .none, prose.atoms[end - 1].afterDepth <= atom.depth {
            break
          }
        }
        if prose.words(index + 1..<end) > 10 {
          end = phraseEnd(from: index + 1, in: part.range, stopsAtWeak: true, most: 10)
          // `= (reward - mean) / …`: no half of a bracket.
          guard prose.atoms[index + 1].depth == atom.depth else { continue }
        }
        var right = index + 1..<rowEnd(from: end, in: part.range)
        // `N ∝ a and D ∝ b`, `x ≈ a ≈ b`: it ends before the next one.
        if let next = right.first(where: { isEquation($0) && prose.atoms[$0].depth == atom.depth })
        {
          let joint = (right.lowerBound..<next).last {
            prose.atoms[$0].traits.contains(.conjunction)
          }
          right = right.lowerBound..<(joint ?? next)
        }
        // `maximum likelihood | when the noise is even`
        if let clause = right.dropFirst().first(where: {
          ["when", "if", "where", "because", "so", "since"].contains(prose.atoms[$0].lower)
            && prose.atoms[$0].depth == atom.depth
        }) {
          right = right.lowerBound..<clause
        }
        guard !right.isEmpty else { continue }
        // `561 = 3 · 11 · 17`: so does a number what it is made of.
        if index > part.range.lowerBound, prose.atoms[index - 1].shape == .number,
          prose.atoms[index - 1].depth == atom.depth, right.contains(where: isOperator),
          right.allSatisfy({ prose.atoms[$0].shape == .number || isOperator($0) }),
          index - 1 == part.range.lowerBound || !isOperator(index - 2)
        {
          propose(
            span: prose.span(index - 1..<right.upperBound), weight: 96 - penalty, part: number)
          continue
        }
        // `X = a ≈ b`: each side gives the other away.
        if right.upperBound < part.range.upperBound, isEquation(right.upperBound),
          prose.atoms[index].isSymbol(.equals)
        {
          let all = index + 1..<sideEnd(from: right.upperBound + 1, in: part.range)
          if prose.words(all) <= 8 {
            propose(span: prose.span(all), weight: 88 - penalty, part: number)
            continue
          }
        }
        // `rate × volume (≈ 5 L/min at rest)`: the remark is no part of it.
        if let open = right.dropFirst().first(where: { prose.atoms[$0].depth > atom.depth }),
          prose.scalars[prose.atoms[open].range.lowerBound] == "(", !isOperator(open - 1),
          (open..<right.upperBound).allSatisfy({ prose.atoms[$0].depth > atom.depth })
        {
          right = right.lowerBound..<open
        }
        if prose.atoms[right.lowerBound].shape == .number,
          prose.atoms[right.lowerBound].depth == atom.depth,
          !right.contains(where: { isOperator($0) && prose.atoms[$0].depth == atom.depth })
            || Figures.formula(
              prose, from: right.lowerBound..<right.lowerBound + 1, in: right) != nil
        {
          // `n = 16 often suffices`: the figure is what it equals.
          let figure = Figures.number(prose, at: right.lowerBound, in: right)
          let value = Figures.formula(prose, from: figure, in: right) ?? figure
          let isLoose =
            right.contains(value.upperBound)
            && (prose.atoms[value.upperBound].shape == .function
              && !prose.atoms[value.upperBound].traits.contains(.prepositions)
              || prose.atoms[value.upperBound].traits.contains(.vague))
          if isLoose || prose.words(right) > prose.words(value) + 2 { right = value }
        }
        if (0...10).contains(prose.words(right)), !right.isEmpty {
          // Nobody wants to type it.
          let isLong = right.count == 1 && prose.span(right).count > 48
          let left = part.range.lowerBound..<index
          if isLong, part.lead != .label, atom.depth == 0, (2...8).contains(prose.words(left)) {
            propose(span: prose.span(left), weight: 68, part: number)
          }
          // `20 tests at α = 0.05 → 64%`: what one starts from.
          let isCutOff = isTorn(right)
          let isPremise =
            part.range.contains(right.upperBound)
            && (prose.atoms[right.upperBound].isSymbol(.arrow)
              || prose.atoms[right.lowerBound].shape == .number
                && (right.upperBound..<part.range.upperBound).contains {
                  prose.atoms[$0].isSymbol(.arrow) && prose.atoms[$0].depth == atom.depth
                })
            || isAlternative(index, in: part.range)
            || isInExample(part) || isSampleSize(index + 1, in: part.range)
          // `20 turns of 2,000 tokens = 40,000 tokens`
          let figures = (part.range.lowerBound..<index).filter {
            prose.atoms[$0].shape == .number && prose.atoms[$0].depth == atom.depth
          }
          let isWorkedOut =
            prose.atoms[right.lowerBound].shape == .number && right.count <= 2
            && self.isWorkedOut(right, in: part.range)
            || arithmetic(before: index, in: part.range) != nil
            || figures.count > 1 && prose.atoms[right.lowerBound].shape == .number
          propose(
            span: prose.span(right),
            weight: 84 - penalty - (isLong ? 30 : 0) - (isPremise || isWorkedOut ? 34 : 0)
              - (isCutOff ? 74 : 0),
            part: number)
        }
      } else if atom.shape != .code,
        let equals = atom.core.dropFirst().dropLast().first(where: {
          prose.scalars[$0] == "="
        }), prose.scalars[equals + 1] != "=", prose.scalars[equals - 1] != "="
      {
        let isExample = isInExample(part)
        propose(
          span: equals + 1..<atom.core.upperBound,
          weight: 72 - penalty / 2 - (isExample ? 40 : 0), part: number)
      }
    }
  }

  /// `p = 0 or p = 1`: one of two cases.
  func isAlternative(_ sign: Int, in range: Range<Int>) -> Bool {
    range.contains { other in
      other != sign && isEquation(other) && other > range.lowerBound && sign > range.lowerBound
        && prose.atoms[other - 1].lower == prose.atoms[sign - 1].lower
        && (min(other, sign)..<max(other, sign)).contains {
          prose.atoms[$0].traits.contains(.conjunction)
        }
    }
  }

  /// Where the side of an equation ends: at punctuation, a bracket or a word that is not of it.
  private func sideEnd(from start: Int, in range: Range<Int>) -> Int {
    var end = start
    while end < range.upperBound, prose.atoms[end].depth >= prose.atoms[start].depth,
      prose.atoms[end].isSymbol || ![.function, .verb].contains(prose.atoms[end].shape)
    {
      end += 1
      if prose.atoms[end - 1].after != .none { break }
    }
    return end
  }

  /// `= index for arrays, `jsonb`, full text`: the row goes on behind the comma.
  func rowEnd(from end: Int, in range: Range<Int>) -> Int {
    guard end < range.upperBound, prose.atoms[end - 1].ends(.comma) else { return end }
    let rest = end..<range.upperBound
    let isRow =
      prose.split(rest, after: .comma).allSatisfy { prose.words($0) <= 3 }
      && !rest.contains {
        prose.atoms[$0].shape == .number || prose.atoms[$0].isSymbol
          || prose.atoms[$0].shape == .verb || prose.atoms[$0].lower == "not"
          || prose.atoms[$0].traits.contains(.participle)
      }
    return isRow ? range.upperBound : end
  }

  /// `X, not Y`; `X rather than Y`: the X.
  mutating func contrast(_ part: Part, _ number: Int) {
    for index in part.range.dropFirst(part.lead == .first ? 2 : 1) {
      let atom = prose.atoms[index]
      let isNot =
        (atom.lower == "not" || atom.lower == "never") && prose.atoms[index - 1].ends(.comma)
      let isRather =
        (atom.lower == "rather" || atom.lower == "instead")
        && index + 1 < part.range.upperBound
        && ["than", "of"].contains(prose.atoms[index + 1].lower)
      // `(diff, recipient, amount), not a summary`: the contrast is with all before the bracket.
      guard isNot || isRather, prose.atoms[index - 1].depth == atom.depth else { continue }
      var start = index
      while start > part.range.lowerBound, index - start < 4 {
        let before = prose.atoms[start - 1]
        if before.shape == .function || isVerb(start - 1, in: part.range) || before.isSymbol {
          break
        }
        if start < index, before.after != .none { break }
        start -= 1
      }
      guard start > part.range.lowerBound || part.lead != .first else { continue }
      // What has a figure or code is firm; of words there may be others.
      let isFirm = isFirm(prose.span(start..<index))
      // `fix the wording, not the prompt`: one word says little.
      let isThin = index - start == 1 && prose.atoms[start].shape == .word
      propose(start..<index, weight: isFirm ? 78 : isThin ? 52 : 62, part: number)
    }
  }

  /// `as dangerous as a fire`: what it is compared with.
  mutating func comparison(_ part: Part, _ number: Int) {
    for index in part.range.dropFirst(2) where prose.atoms[index].lower == "as" {
      let opens = max(part.range.lowerBound, index - 3)..<index
      guard opens.contains(where: { prose.atoms[$0].lower == "as" }),
        index + 1 < part.range.upperBound
      else { continue }
      let end = phraseEnd(from: index + 1, in: part.range, stopsAtWeak: true, most: 6)
      propose(index + 1..<end, weight: 67, part: number)
    }
  }

  /// `the order is a → b → c`: all of the chain.
  private mutating func chain(_ part: Part, _ number: Int, first: Int) {
    guard
      let verb = (part.range.lowerBound..<first).last(where: {
        prose.atoms[$0].traits.contains(.linking)
      })
    else { return }
    let end =
      (first..<part.range.upperBound).first { prose.atoms[$0].ends(.comma) }.map { $0 + 1 }
      ?? part.range.upperBound
    let pieces = prose.split(verb + 1..<end, at: .arrow)
    guard (3...7).contains(pieces.count), pieces.allSatisfy({ prose.words($0) <= 3 }) else {
      return
    }
    propose(
      span: prose.span(verb + 1..<end), weight: 82, part: number, count: pieces.count)
  }

  /// `budget exhausted → freeze`: what it leads to.
  mutating func arrow(_ part: Part, _ number: Int) {
    guard
      let arrow = part.range.first(where: {
        prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.arrow)
      }), arrow > part.range.lowerBound, arrow + 1 < part.range.upperBound
    else { return }
    var end = part.range.upperBound
    if let next = (arrow + 1..<end).first(where: {
      prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.arrow)
    }) {
      // `too low → slow, too high → unstable`: what it leads to ends where the next begins.
      guard let comma = (arrow + 1..<next).first(where: { prose.atoms[$0].ends(.comma) }) else {
        return chain(part, number, first: arrow)
      }
      end = comma + 1
    }
    var right = arrow + 1..<end
    if prose.atoms[right.lowerBound].lower == "then" { right = right.dropFirst() }
    guard !right.isEmpty, prose.words(right) <= 10 else { return }
    // `f/2.8 → f/4 loses one stop`: what is said of the two.
    if let verb = right.dropFirst().first(where: {
      prose.atoms[$0].depth == 0 && prose.atoms[$0].shape == .verb
        && (prose.atoms[$0].traits.contains(.linking) || prose.atoms[$0].lower.hasSuffix("s"))
        && ([.name, .code, .number].contains(prose.atoms[$0 - 1].shape)
          // `a → b implies …`
          || prose.atoms[$0 - 1].core.count == 1)
    }) {
      right = verb + 1..<end
    } else if right.count == 2, prose.atoms[right.lowerBound].shape == .code {
      // `String` allocates
      return
    }
    // `ﬁ → fi and is lossy`
    if let joint = right.dropFirst().dropLast().first(where: {
      prose.atoms[$0].traits.contains(.conjunction) && prose.atoms[$0 + 1].shape == .verb
    }) {
      right = right.lowerBound..<joint
    }
    right = prose.withoutAside(right)
    // `1 − 0.999^1000 ≈ 63% of the runs fail`
    if let sign = right.dropFirst().first(where: { prose.atoms[$0].lower == "≈" }),
      sign + 1 < right.upperBound, prose.atoms[sign + 1].shape == .number
    {
      right = Figures.number(prose, at: sign + 1, in: right)
    }
    // `avoids most of them`
    if right.count > 1, prose.atoms[right.upperBound - 1].traits.contains(.pronouns) { return }
    // `76.6% (which holds if they are independent)`
    if let open = right.dropFirst().first(where: { prose.atoms[$0].depth > 0 }),
      (open..<right.upperBound).allSatisfy({ prose.atoms[$0].depth > 0 }),
      prose.words(open..<right.upperBound) > 3
    {
      right = right.lowerBound..<open
    }
    guard !right.isEmpty else { return }
    propose(span: prose.span(right), weight: 81, part: number)
  }
}
