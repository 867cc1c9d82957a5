/// What a verb and a preposition open.
extension BlankFinder {
  /// What follows the verb: `is genuinely meaningful`, `has verbosity bias`.
  mutating func predicate(_ part: Part, _ number: Int) {
    guard let verb = part.verb else { return }
    let isLinking = prose.atoms[verb].traits.contains(.linking)
    var start = verb + 1
    if prose.atoms[verb].traits.contains(.causatives), start < part.range.upperBound,
      !isLinking
    {
      let end = phraseEnd(from: start, in: part.range, stopsAtWeak: false, most: 8)
      let words = prose.words(start..<end)
      // `asks the client`, with nothing that it does, is an ordinary object.
      if words > 2 {
        // `let Renovate bump them`: nobody says what they are.
        if words <= 10, !prose.atoms[end - 1].traits.contains(.pronouns) {
          let isArticle = prose.atoms[start].traits.contains(.article)
          propose(
            (isArticle ? start + 1 : start)..<end, weight: 60, part: number, trims: false)
        }
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
    var opensClause = false
    while start < part.range.upperBound, prose.atoms[start].traits.contains(.leadIns),
      prose.atoms[start].after == .none
    {
      opensClause = opensClause || prose.atoms[start].lower == "that"
      start += 1
    }
    guard start < part.range.upperBound, prose.atoms[verb].after == .none,
      // `lose it and …`, `tool calls and …`: there is no object.
      let object = (start..<part.range.upperBound).first(where: {
        !prose.atoms[$0].traits.contains(.pronouns)
      }), !prose.atoms[object].traits.contains(.conjunction)
    else { return }
    if isLinking || prose.atoms[verb].traits.contains(.auxiliary),
      let cue = behindParticiple(start, in: part.range)
    {
      start = cue
    }
    // `check that K exists in T`: a clause goes to its end.
    let isWhole = isLinking || opensClause
    let end = phraseEnd(
      from: start, in: part.range, stopsAtWeak: !isWhole, most: isWhole ? 8 : 6)
    let last = listEnd(of: start, from: end, in: part.range)
    var range = trimmed(start..<last)
    let count = last > end ? row(range) : nil
    if !isInformative(range), !isLinking {
      // `scores high on both`: the verb's object alone says too little.
      range = trimmed(start..<phraseEnd(from: start, in: part.range, stopsAtWeak: false, most: 6))
    }
    let isShort = range.count == 1
    // `the classic hole`: an opinion.
    let isOpinion =
      range.count == 2 && BlankFinder.opinions.contains(prose.atoms[range.lowerBound].lower)
      && prose.atoms[range.lowerBound + 1].shape == .word
      || isLinking && isJudgement(range)
    // `becomes compute-bound`
    let isVague =
      isShort && prose.atoms[range.lowerBound].shape == .word
      && !prose.atoms[range.lowerBound].lower.contains("-") || isOpinion
    let holds = range.contains { [.name, .number, .code].contains(prose.atoms[$0].shape) }
    let weight = isLinking ? (isVague ? 46 : 66) : (isVague ? 51 : 60)
    // `grow parameters faster | than data`
    let isTorn =
      range.upperBound < part.range.upperBound && prose.atoms[range.upperBound].lower == "than"
      || isCut(at: end, in: part.range)
      // `Give each an aim, a format, the tools …`: of a row the first alone.
      || last == end && isFirstOfRow(end, in: part.range) || isFirstOfTwo(end, last, part.range)
      // `calls the rate the most important`: two things side by side.
      || holdsTwo(range)
    // `show the reviewer | the exact action`: what is shown to whom.
    if BlankFinder.ditransitives.contains(prose.atoms[verb].lower), last == end,
      let article = secondArticle(in: range)
    {
      propose(article + 1..<range.upperBound, weight: weight - 2, part: number)
    }
    // `says an object should only talk to …`: a clause cut in its middle.
    let isClause = range.dropFirst().contains {
      prose.atoms[$0].traits.contains(.modals)
        || prose.atoms[$0].traits.contains(.copula) || prose.atoms[$0].lower == "if"
    }
    propose(
      withArticle(range), weight: weight - (holds ? 8 : 0) - (isTorn || isClause ? 24 : 0),
      part: number, trims: false, count: count)
  }

  /// `this is the | steady price`, `round trip is the | best first property`
  private func isJudgement(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.lowerBound > 1, prose.atoms[range.lowerBound - 1].lower == "the",
      !isFirm(prose.span(range))
    else { return false }
    let first = prose.atoms[range.lowerBound].lower
    let subject = prose.atoms[max(0, range.lowerBound - 3)].lower
    return ["best", "worst", "main", "real", "right", "wrong"].contains(first)
      || first.hasSuffix("est") && first.utf8.count > 5
      || ["that", "this", "it"].contains(subject)
  }

  static let opinions: Set<String> = [
    "classic", "typical", "usual", "big", "main", "great", "major", "key", "common", "obvious",
  ]

  /// Whether a phrase was given up in its middle, for its length.
  private func isCut(at end: Int, in range: Range<Int>) -> Bool {
    guard end + 1 < range.upperBound, prose.atoms[end - 1].after == .none,
      prose.atoms[end].depth == prose.atoms[end - 1].depth, !prose.atoms[end].isSymbol
    else { return false }
    if prose.atoms[end].traits.contains(.conjunction) {
      return prose.atoms[end + 1].shape != .verb
    }
    return prose.atoms[end].shape != .function && prose.atoms[end].shape != .verb
  }

  private func isFirstOfRow(_ end: Int, in range: Range<Int>) -> Bool {
    guard end < range.upperBound, prose.atoms[end - 1].ends(.comma),
      let next = prose.split(end..<range.upperBound, after: .comma).first,
      next.upperBound < range.upperBound
    else { return false }
    return prose.atoms[end].traits.contains(.article) && next.count <= 5
      && !next.contains { prose.atoms[$0].shape == .verb }
  }

  /// `in a web page|, email or tool result`: the row goes on behind the comma.
  private func isFirstOfTwo(_ end: Int, _ last: Int, _ range: Range<Int>) -> Bool {
    guard last == end, end < range.upperBound, prose.atoms[end - 1].ends(.comma),
      let next = prose.split(end..<range.upperBound, after: .comma).first
    else { return false }
    guard isListItem(next), next.count <= 6 else { return false }
    return next.dropFirst().contains { prose.atoms[$0].traits.contains(.conjunction) }
      // `as code commits|, data versions, and parameters evolve`
      || next.count <= 3 && next.upperBound < range.upperBound
        && prose.atoms[next.upperBound].traits.contains(.conjunction)
  }

  private func holdsTwo(_ range: Range<Int>) -> Bool {
    secondArticle(in: range) != nil
  }

  /// Verbs of giving, with a receiver before the gift.
  private static let ditransitives: Set<String> = [
    "show", "shows", "tell", "tells", "teach", "teaches", "offer", "offers", "hand", "hands",
    "grant", "grants", "send", "sends",
  ]

  private func secondArticle(in range: Range<Int>) -> Int? {
    range.dropFirst().first { index in
      prose.atoms[index].traits.contains(.article)
        && [.word, .name, .code].contains(prose.atoms[index - 1].shape)
        && prose.atoms[index - 1].after == .none && !prose.atoms[index - 1].lower.hasSuffix("ing")
    }
  }

  /// Whether a verb stands in the middle of what ought to be a thing.
  private func holdsClause(_ range: Range<Int>) -> Bool {
    range.dropFirst().dropLast().contains { index in
      let (before, atom, next) = (
        prose.atoms[index - 1], prose.atoms[index], prose.atoms[index + 1]
      )
      guard before.after == .none, atom.after == .none,
        [.word, .name, .verb].contains(before.shape)
      else { return false }
      if atom.traits.contains(.causatives), atom.lower.hasSuffix("s") { return true }
      if atom.traits.contains(.modals) || atom.traits.contains(.copula)
        || atom.lower.hasSuffix("n't")
      {
        return true
      }
      return atom.traits.contains(.participle) && atom.shape == .word
        && !atom.lower.utf8.contains(0x2d) && [.word, .name, .code].contains(next.shape)
        && !before.lower.hasSuffix("ly") && index > range.lowerBound + 1
    }
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
      // `if you care`
      if ["you", "they", "we", "he", "she"].contains(prose.atoms[index + 1].lower) { continue }
      // `goes out of scope`
      if atom.lower == "of", index > 0, prose.atoms[index - 1].lower == "out" { continue }
      var start = index + 1
      while start < part.range.upperBound, prose.atoms[start].traits.contains(.leadIns),
        prose.atoms[start].after == .none
      {
        start += 1
      }
      guard start < part.range.upperBound, prose.atoms[start].depth == 0 else { continue }
      // `on top of`
      if prose.atoms[start].lower == "top", start + 1 < part.range.upperBound,
        prose.atoms[start + 1].lower == "of"
      {
        continue
      }
      // `route by route`
      if index > 0, prose.atoms[index - 1].lower == prose.atoms[start].lower { continue }
      if atom.lower == "to", prose.atoms[start].shape == .verb, prose.atoms[start].lower != "be" {
        let end = phraseEnd(
          from: start, in: part.range, stopsAtWeak: false, most: 7, stopsAtClause: true)
        // `default to deny for …`: a verb without an object.
        let isBare =
          start + 1 == part.range.upperBound || prose.atoms[start].after != .none
          || prose.atoms[start + 1].traits.contains(.prepositions)
        if prose.words(start..<end) > 1, !isBare {
          propose(start..<end, weight: 50, part: number)
        }
        continue
      }
      let end = phraseEnd(
        from: start, in: part.range, stopsAtWeak: !isStrong, most: isStrong ? 9 : 7,
        stopsAtClause: !BlankFinder.conjunctions.contains(atom.lower))
      let last = isEnglish ? listEnd(of: start, from: end, in: part.range) : end
      let range = trimmed(start..<last)
      let isThin = range.count == 1 && prose.atoms[range.lowerBound].shape == .word
      // Of a row the first alone is a guess.
      let isHalf =
        last == end && end < part.range.upperBound && prose.atoms[end - 1].ends(.comma)
        && isBetweenCommas(end..<end + 1, in: part.range)
      // `in conversation people say O`: a clause with its own verb.
      let holdsVerb =
        !isStrong
        && range.dropFirst().contains {
          prose.atoms[$0].shape == .verb && prose.atoms[$0 - 1].shape == .word
            && isVerb($0, in: range)
        }
      // `over | all queries lets big ones dominate`, `by | q with secret input leaked timing`
      if !BlankFinder.conjunctions.contains(atom.lower), holdsClause(range) { continue }
      // `a worker that dies before the ack | will …`: where the clause ends nobody can tell.
      if ["before", "after", "until"].contains(atom.lower),
        range.contains(where: { prose.atoms[$0].traits.contains(.modals) })
      {
        continue
      }
      let isTorn =
        isHalf || isCut(at: end, in: part.range) || isFirstOfTwo(end, last, part.range)
        || holdsVerb
      propose(
        withArticle(range), weight: (isStrong ? 60 : 50) - (isThin ? 16 : 0) - (isTorn ? 16 : 0),
        part: number, trims: false, count: last > end ? row(range) : nil)
    }
  }
}
