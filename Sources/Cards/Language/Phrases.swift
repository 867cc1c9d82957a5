extension BlankFinder {
  /// `x = y`: what it equals; inside an atom too (`W=4,096`).
  mutating func equation(_ part: Part, _ number: Int) {
    for index in part.range {
      let atom = prose.atoms[index]
      let penalty = atom.depth > 0 ? 20 : 0
      if atom.isSymbol(.equals) || ["≈", "∝"].contains(atom.lower), index > part.range.lowerBound,
        index + 1 < part.range.upperBound
      {
        var end = index + 1
        while end < part.range.upperBound, prose.atoms[end].depth >= atom.depth {
          // `alpha = 2 × rank is common`
          if end > index + 1, prose.atoms[end].depth == atom.depth,
            prose.atoms[end].traits.contains(.linking)
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
        }
        var right = index + 1..<rowEnd(from: end, in: part.range)
        // `rate × volume (≈ 5 L/min at rest)`: the remark is no part of it.
        if let open = right.dropFirst().first(where: { prose.atoms[$0].depth > atom.depth }),
          prose.scalars[prose.atoms[open].range.lowerBound] == "(",
          (open..<right.upperBound).allSatisfy({ prose.atoms[$0].depth > atom.depth })
        {
          right = right.lowerBound..<open
        }
        if prose.atoms[right.lowerBound].shape == .number {
          // `n = 16 often suffices`: the figure is what it equals.
          let figure = Figures.number(prose, at: right.lowerBound, in: right)
          let value = Figures.formula(prose, from: figure, in: right) ?? figure
          if prose.words(right) > prose.words(value) + 2 { right = value }
        }
        if (0...10).contains(prose.words(right)), !right.isEmpty {
          propose(span: prose.span(right), weight: 84 - penalty, part: number)
        }
      } else if atom.shape != .code,
        let equals = atom.core.dropFirst().dropLast().first(where: {
          prose.scalars[$0] == "="
        }), prose.scalars[equals + 1] != "=", prose.scalars[equals - 1] != "="
      {
        propose(span: equals + 1..<atom.core.upperBound, weight: 72 - penalty / 2, part: number)
      }
    }
  }

  /// `= index for arrays, `jsonb`, full text`: the row goes on behind the comma.
  private func rowEnd(from end: Int, in range: Range<Int>) -> Int {
    guard end < range.upperBound, prose.atoms[end - 1].ends(.comma) else { return end }
    let rest = end..<range.upperBound
    let isRow =
      prose.split(rest, after: .comma).allSatisfy { prose.words($0) <= 3 }
      && !rest.contains {
        prose.atoms[$0].shape == .number || prose.atoms[$0].isSymbol
          || prose.atoms[$0].shape == .verb || prose.atoms[$0].lower == "not"
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
      guard isNot || isRather else { continue }
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
      propose(start..<index, weight: 78, part: number)
    }
  }

  /// `a, b and c are the three Xs`: the row that the number promises.
  mutating func subjects(_ part: Part, _ number: Int) {
    guard
      let verb = part.range.first(where: {
        prose.atoms[$0].depth == 0 && ["are", "were"].contains(prose.atoms[$0].lower)
      }), verb + 2 < part.range.upperBound, prose.atoms[verb + 1].lower == "the",
      let promised = Words.counts[prose.atoms[verb + 2].lower]
    else { return }
    let row = part.range.lowerBound..<verb
    let joints = row.filter {
      prose.atoms[$0].traits.contains(.conjunction) && prose.atoms[$0].depth == 0
    }
    let commas = row.filter { prose.atoms[$0].ends(.comma) && !joints.contains($0 + 1) }
    guard joints.count + commas.count + 1 == promised, prose.words(row) <= 14 else { return }
    propose(span: prose.span(row), weight: 86, part: number)
  }

  /// What follows the verb: `is genuinely meaningful`, `has verbosity bias`.
  mutating func predicate(_ part: Part, _ number: Int) {
    guard let verb = mainVerb(part) else { return }
    let isLinking = prose.atoms[verb].traits.contains(.linking)
    var start = verb + 1
    if prose.atoms[verb].traits.contains(.causatives), start < part.range.upperBound,
      !isLinking
    {
      let end = phraseEnd(from: start, in: part.range, stopsAtWeak: false, most: 8)
      let words = prose.words(start..<end)
      // `asks the client`, with nothing that it does, is an ordinary object.
      if words > 2 {
        if words <= 10 { propose(start..<end, weight: 60, part: number, trims: false) }
        return
      }
    }
    if start + 1 < part.range.upperBound, prose.atoms[start].traits.contains(.particles),
      prose.atoms[start].after == .none
    {
      // `end up in`
      start += 1
      if prose.atoms[start].traits.contains(.weakMarkers) { start += 1 }
    }
    while start < part.range.upperBound, prose.atoms[start].traits.contains(.leadIns),
      prose.atoms[start].after == .none
    {
      start += 1
    }
    guard start < part.range.upperBound, prose.atoms[verb].after == .none else { return }
    if isLinking || prose.atoms[verb].traits.contains(.auxiliary),
      let cue = behindParticiple(start, in: part.range)
    {
      start = cue
    }
    let end = phraseEnd(
      from: start, in: part.range, stopsAtWeak: !isLinking, most: isLinking ? 8 : 6)
    let last = listEnd(from: end, in: part.range)
    var range = trimmed(start..<last)
    let count = last > end ? row(range) : nil
    if !isInformative(range), !isLinking {
      // `scores high on both`: the verb's object alone says too little.
      range = trimmed(start..<phraseEnd(from: start, in: part.range, stopsAtWeak: false, most: 6))
    }
    let isShort = range.count == 1
    let isVague = isShort && prose.atoms[range.lowerBound].shape == .word
    let holds = range.contains { [.name, .number, .code].contains(prose.atoms[$0].shape) }
    let weight = isLinking ? (isVague ? 46 : 66) : (isVague ? 52 : 60)
    // `grow parameters faster | than data`
    let isTorn =
      range.upperBound < part.range.upperBound && prose.atoms[range.upperBound].lower == "than"
    propose(
      range, weight: weight - (holds ? 8 : 0) - (isTorn ? 24 : 0), part: number, count: count)
  }

  /// `is set in | the agreement`, `are contraindicated in | asthma`: the participle says what is asked
  /// for.
  private func behindParticiple(_ start: Int, in range: Range<Int>) -> Int? {
    if ["considered", "deemed", "called"].contains(prose.atoms[start].lower),
      start + 1 < range.upperBound
    {
      return start + 1
    }
    guard prose.atoms[start].traits.contains(.participle), prose.atoms[start].after == .none,
      start + 2 < range.upperBound, prose.atoms[start + 1].traits.contains(.prepositions)
    else { return nil }
    var rest = start + 2
    while rest < range.upperBound, prose.atoms[rest].traits.contains(.leadIns),
      prose.atoms[rest].after == .none
    {
      rest += 1
    }
    return rest < range.upperBound && prose.atoms[rest].depth == 0 ? rest : nil
  }

  /// `needs oak, tar, and rope for …`: of a list all is the object, and not its first item.
  private func listEnd(from end: Int, in part: Range<Int>) -> Int {
    guard end < part.upperBound, prose.atoms[end - 1].ends(.comma) else { return end }
    var last = end
    var pieces = 0
    while last < part.upperBound {
      let next = phraseEnd(from: last, in: part, stopsAtWeak: true, most: 4)
      guard next > last, isListItem(last..<next) else { return end }
      pieces += 1
      let closes = prose.atoms[last].traits.contains(.conjunction)
      // `unions, tuples and mapped types`
      let holds = (last + 1..<next).contains { prose.atoms[$0].traits.contains(.conjunction) }
      last = next
      if holds { return last }
      if closes { return pieces > 1 ? last : end }
      // `adds jobs, runs, retries`: a row without a conjunction goes to the end.
      if last == part.upperBound, pieces > 1 { return last }
      if !prose.atoms[last - 1].ends(.comma) { return end }
    }
    return end
  }

  /// `tar`, `and rope`, but not `embed it`, `can be cut`.
  private func isListItem(_ range: Range<Int>) -> Bool {
    let words = range.filter { !prose.atoms[$0].traits.contains(.conjunction) }
    if words.count == 1, prose.atoms[words[0]].shape == .verb { return false }
    return !words.contains {
      let lower = prose.atoms[$0].lower
      return Words.auxiliary.contains(lower) || Words.linking.contains(lower)
        || Words.pronouns.contains(lower)
    }
  }

  /// The verb the part is built around: behind a subject, or at the beginning of a command.
  func mainVerb(_ part: Part) -> Int? {
    // `default temperature is calibrated`: a linking verb is never anything else.
    for index in part.range.dropFirst() where prose.atoms[index].depth == 0 {
      let atom = prose.atoms[index]
      if BlankFinder.clauseOpeners.contains(atom.lower) { break }
      if atom.traits.contains(.linking), atom.shape == .verb || atom.shape == .function,
        prose.atoms[index - 1].shape != .function, index + 1 < part.range.upperBound
      {
        return index
      }
    }
    for index in part.range {
      let atom = prose.atoms[index]
      guard atom.depth == 0 else { continue }
      if BlankFinder.clauseOpeners.contains(atom.lower), index > part.range.lowerBound {
        return nil
      }
      // `Log compaction keeps …`: the verb comes later.
      let opensWithVerb =
        index == part.range.lowerBound && atom.shape == .capital
        && atom.traits.contains(.verb) && !isSubject(index, in: part.range)
      guard isVerb(index, in: part.range) || opensWithVerb else { continue }
      guard index + 1 < part.range.upperBound else { return nil }
      let next = prose.atoms[index + 1]
      // `HOT updates only happen`: the name of a thing, and what it does.
      if atom.shape == .verb, atom.lower.hasSuffix("s"), !atom.traits.contains(.auxiliary),
        !atom.traits.contains(.linking), index > part.range.lowerBound,
        let verb = behindAdverbs(index + 1, in: part.range), verb > index + 1
      {
        return verb
      }
      // `can go`, `has been seen`: the next one is the verb.
      if next.shape == .verb || next.traits.contains(.modals), !atom.traits.contains(.linking) {
        continue
      }
      // `to use x` inside a phrase is no main verb.
      if index > part.range.lowerBound, prose.atoms[index - 1].lower == "to" { continue }
      // `could veto`: what follows is one, whether `Words` knows it or not.
      if atom.traits.contains(.modals), next.shape == .word, atom.after == .none,
        !next.lower.hasSuffix("ly"), next.after == .none, index + 2 < part.range.upperBound
      {
        return index + 1
      }
      return index
    }
    return unknownVerb(part)
  }

  /// `Raft elects one leader`: a word in `s` between a name and a thing, where `Words` knows no verb.
  private func unknownVerb(_ part: Part) -> Int? {
    part.range.dropFirst().dropLast().first { index in
      let atom = prose.atoms[index]
      let (before, next) = (prose.atoms[index - 1], prose.atoms[index + 1])
      return atom.shape == .word && atom.depth == 0 && atom.after == .none && before.after == .none
        && atom.lower.utf8.count > 4 && atom.lower.hasSuffix("s") && !atom.lower.hasSuffix("ss")
        && [.name, .capital, .word, .code].contains(before.shape) && !before.lower.hasSuffix("s")
        && (["a", "an", "the", "its", "their", "no", "all", "each", "every", "one", "any", "only"]
          .contains(next.lower) || next.shape == .number || next.shape == .code
          || next.traits.contains(.counts))
    }
  }

  /// Whether a word that could be a command is the first of a sentence's subject.
  private func isSubject(_ index: Int, in range: Range<Int>) -> Bool {
    for next in index + 1..<range.upperBound {
      let atom = prose.atoms[next]
      guard atom.depth == 0, atom.shape == .word || atom.shape == .verb || atom.shape == .name
      else { return false }
      if atom.shape == .verb, next > index + 1, next + 1 < range.upperBound,
        atom.lower.hasSuffix("s"), !prose.atoms[next - 1].lower.hasSuffix("s")
      {
        return true
      }
      if atom.after != .none || next > index + 3 { return false }
    }
    return false
  }

  /// A verb in its base form, with adverbs before it.
  private func behindAdverbs(_ start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index < range.upperBound, prose.atoms[index].after == .none,
      ["only", "just", "still", "always", "never", "often", "usually", "rarely", "also"]
        .contains(prose.atoms[index].lower) || isAdverb(index)
    {
      index += 1
    }
    guard index + 1 < range.upperBound, prose.atoms[index].shape == .verb,
      !prose.atoms[index].lower.hasSuffix("s")
    else { return nil }
    return index
  }

  /// What stands behind `until`, `without`, `because`, `for`: when, how and why.
  mutating func tails(_ part: Part, _ number: Int) {
    for index in part.range.dropFirst(part.lead == .first || part.lead == .sentence ? 1 : 0) {
      let atom = prose.atoms[index]
      let isStrong = atom.traits.contains(.strongMarkers)
      guard isStrong || atom.traits.contains(.weakMarkers), atom.after == .none,
        atom.depth == 0, index + 1 < part.range.upperBound,
        // `before that they were …`, `without it the …`
        prose.atoms[index + 1].lower != "it" || BlankFinder.clauseMarkers.contains(atom.lower),
        !["that", "this"].contains(prose.atoms[index + 1].lower)
          || index + 2 < part.range.upperBound
            && !prose.atoms[index + 2].traits.contains(.pronouns)
      else { continue }
      // `goes out of scope`
      if atom.lower == "of", index > 0, prose.atoms[index - 1].lower == "out" { continue }
      var start = index + 1
      while start < part.range.upperBound, prose.atoms[start].traits.contains(.leadIns),
        prose.atoms[start].after == .none
      {
        start += 1
      }
      guard start < part.range.upperBound, prose.atoms[start].depth == 0 else { continue }
      // `route by route`
      if index > 0, prose.atoms[index - 1].lower == prose.atoms[start].lower { continue }
      if atom.lower == "to", prose.atoms[start].shape == .verb, prose.atoms[start].lower != "be" {
        let end = phraseEnd(from: start, in: part.range, stopsAtWeak: false, most: 7)
        if prose.words(start..<end) > 1 { propose(start..<end, weight: 50, part: number) }
        continue
      }
      let end = phraseEnd(
        from: start, in: part.range, stopsAtWeak: !isStrong, most: 7,
        stopsAtClause: !BlankFinder.conjunctions.contains(atom.lower))
      let last = isEnglish ? listEnd(from: end, in: part.range) : end
      let range = trimmed(start..<last)
      let isThin = range.count == 1 && prose.atoms[range.lowerBound].shape == .word
      // Of a row the first alone is a guess.
      let isHalf =
        last == end && end < part.range.upperBound && prose.atoms[end - 1].ends(.comma)
        && isBetweenCommas(end..<end + 1, in: part.range)
      propose(
        range, weight: (isStrong ? 62 : 50) - (isThin ? 6 : 0) - (isHalf ? 12 : 0), part: number,
        count: last > end ? row(range) : nil)
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
        return
      }
      end = comma + 1
    }
    var right = arrow + 1..<end
    guard prose.words(right) <= 10 else { return }
    // `f/2.8 → f/4 loses one stop`: what is said of the two.
    if let verb = right.dropFirst().first(where: {
      prose.atoms[$0].depth == 0 && prose.atoms[$0].shape == .verb
        && (prose.atoms[$0].traits.contains(.linking) || prose.atoms[$0].lower.hasSuffix("s"))
        && [.name, .code, .number].contains(prose.atoms[$0 - 1].shape)
    }) {
      right = verb + 1..<end
    } else if right.count == 2, prose.atoms[right.lowerBound].shape == .code {
      // `String` allocates
      return
    }
    guard !right.isEmpty else { return }
    propose(span: prose.span(right), weight: 81, part: number)
  }

  /// What stands between commas, where commas part the content and not a sentence.
  mutating func pieces(_ part: Part, _ number: Int) {
    let pieces = prose.split(part.range, after: .comma)
    guard pieces.count > 1, part.lead == .label else { return }
    for piece in pieces where (1...7).contains(prose.words(piece)) {
      propose(piece, weight: 51, part: number)
    }
  }

  /// All of a part: what stands behind a dash, or between the label and the first semicolon.
  mutating func whole(_ part: Part, _ number: Int) {
    let words = prose.words(part.range)
    guard (1...14).contains(words), isInformative(part.range) else { return }
    guard words < 10 else {
      // Better than nothing: what the note says of the label.
      if part.lead == .label, parts.count == 1 {
        propose(span: prose.span(part.range), weight: 28, part: number, isRecall: true)
      }
      return
    }
    let opening = prose.atoms[part.range.lowerBound].lower
    switch part.lead {
    case .dash:
      // A remark is one of many that could be made: asked for only where nothing else can be.
      let joins = ["and", "or", "but", "which", "so", "can", "could"].contains(opening)
      // `(43 BC) - Octavian, Antony, Lepidus - had …`
      if let count = row(part.range), !joins,
        prose.split(part.range, after: .comma).allSatisfy({ prose.words($0) <= 3 })
      {
        propose(span: prose.span(part.range), weight: 66, part: number, count: count)
        return
      }
      propose(span: prose.span(part.range), weight: joins ? 32 : 40, part: number)
    case .label
    where label.map({ label in
      // `Ingress vs Gateway: Ingress is frozen`: the label says half of it.
      label.range.contains { prose.atoms[$0].lower == opening }
    }) == true:
      return
    case .label where parts.count > 1 || label != nil:
      // Of a sentence its predicate is the better question.
      let isSentence = mainVerb(part).map { $0 > part.range.lowerBound } ?? false
      propose(
        span: prose.span(part.range), weight: (parts.count > 1 ? 63 : 55) - (isSentence ? 18 : 0),
        part: number, isRecall: true, count: row(part.range))
    case .semicolon where label != nil:
      propose(span: prose.span(part.range), weight: 40, part: number)
    default: return
    }
  }

  /// How many things stand in it between commas, when there are three or more.
  private func row(_ range: Range<Int>) -> Int? {
    let pieces = prose.split(range, after: .comma)
    guard let last = pieces.last, pieces.count > 1 else { return nil }
    // `a, b and c` without a second comma.
    let joins = last.dropFirst().contains {
      prose.atoms[$0].traits.contains(.conjunction) && prose.atoms[$0].depth == 0
    }
    let count = pieces.count + (joins ? 1 : 0)
    return count > 2 ? count : nil
  }

  /// When nothing better is found: the last words of the part.
  mutating func last(_ part: Part, _ number: Int) {
    guard
      let end = part.range.last(where: {
        prose.atoms[$0].depth == 0 && prose.atoms[$0].shape != .function
      })
    else { return }
    var start = end
    while start > part.range.lowerBound, end - start < 2 {
      let before = prose.atoms[start - 1]
      if before.shape == .function || before.shape == .verb || before.after != .none
        || before.isSymbol || before.depth > 0
      {
        break
      }
      start -= 1
    }
    // Something of the part must be left to ask with.
    if start == part.range.lowerBound, label == nil, parts.count == 1 {
      start = max(start, end)
      if start == part.range.lowerBound { return }
    }
    let isThin = start == end && prose.atoms[start].shape == .word
    propose(start..<end + 1, weight: isThin ? 20 : 30, part: number)
  }

  /// The label from what stands behind it.
  mutating func reversed() {
    guard let label, prose.words(label.range) <= 4, prose.words(content) >= 3 else { return }
    let isName =
      label.range.allSatisfy {
        [.name, .code, .capital, .number].contains(prose.atoms[$0].shape)
      } && label.range.contains { [.name, .code].contains(prose.atoms[$0].shape) }
    propose(
      span: prose.span(label.range), weight: isName && prose.words(content) > 6 ? 47 : 25, part: -1,
      isReversed: true)
  }
}
