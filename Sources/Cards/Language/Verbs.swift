/// The verb that a part of a fact is built around, and where its object ends.
extension BlankFinder {
  /// `is set in | the agreement`, `are contraindicated in | asthma`: the participle says what is asked
  /// for.
  func behindParticiple(_ start: Int, in range: Range<Int>) -> Int? {
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
  func listEnd(of start: Int, from end: Int, in part: Range<Int>) -> Int {
    guard end < part.upperBound, prose.atoms[end - 1].ends(.comma),
      // `of water and air, one molecule of …`: it is closed already.
      !(start..<end).contains(where: { prose.atoms[$0].traits.contains(.conjunction) })
    else { return end }
    var last = end
    var pieces = 0
    while last < part.upperBound {
      var next = phraseEnd(from: last, in: part, stopsAtWeak: true, most: 4)
      guard next > last, isListItem(last..<next) else { return end }
      pieces += 1
      let closes = prose.atoms[last].traits.contains(.conjunction)
      // `code and detailed information about the training | data`: the last item to its end.
      if closes, next < part.upperBound, prose.atoms[next - 1].after == .none {
        let rest =
          (next..<part.upperBound).first { prose.atoms[$0].after != .none }
          .map { $0 + 1 } ?? part.upperBound
        let isShort =
          rest - next <= 2
          && !(next..<rest).contains {
            prose.atoms[$0].shape == .verb || prose.atoms[$0].isSymbol
              || prose.atoms[$0].shape == .function || prose.atoms[$0].depth > 0
          }
        if isShort { next = rest }
      }
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
  func isListItem(_ range: Range<Int>) -> Bool {
    let words = range.filter { !prose.atoms[$0].traits.contains(.conjunction) }
    // `add a second layer`, and not `sharding keys`
    if let first = words.first, prose.atoms[first].shape == .verb { return false }
    if words.contains(where: { prose.atoms[$0].lower.hasSuffix("'ll") }) { return false }
    // `missing or retyped ones fail`
    if words.count > 2, let last = words.last, prose.atoms[last].shape == .verb,
      prose.atoms[last - 1].lower == "ones" || prose.atoms[last - 1].lower.hasSuffix("s")
    {
      return false
    }
    // `, against no call`
    if let first = words.first,
      prose.atoms[first].traits.contains(.strongMarkers)
        || prose.atoms[first].traits.contains(.prepositions)
    {
      return false
    }
    if let first = words.first, ["e.g", "i.e", "esp", "such"].contains(prose.atoms[first].lower) {
      return false
    }
    return !words.contains {
      let lower = prose.atoms[$0].lower
      return Words.auxiliary.contains(lower) || Words.linking.contains(lower)
        || Words.pronouns.contains(lower)
    }
  }

  /// `1 < log n < n`, but not `x < 1 and y > 4`.
  func isChain(_ range: Range<Int>) -> Bool {
    let signs = range.map { prose.atoms[$0].lower }.filter { ["<", ">", "≪", "≫"].contains($0) }
    return signs.count > 1 && Set(signs).count == 1
  }

  /// The verb the part is built around: behind a subject, or at the beginning of a command.
  func mainVerb(_ range: Range<Int>) -> Int? {
    // `1 < log n < n`
    if isChain(range) { return nil }
    // `default temperature is calibrated`: a linking verb is never anything else.
    for index in range.dropFirst() where prose.atoms[index].depth == 0 {
      let atom = prose.atoms[index]
      if BlankFinder.clauseOpeners.contains(atom.lower) { break }
      if atom.traits.contains(.linking), atom.shape == .verb || atom.shape == .function,
        prose.atoms[index - 1].shape != .function, index + 1 < range.upperBound,
        // `take mean cosine similarity`, `means of n samples`
        atom.lower != "mean" || prose.atoms[index - 1].lower.hasSuffix("s"),
        atom.lower != "means" || prose.atoms[index + 1].lower != "of"
      {
        return index
      }
    }
    for index in range {
      let atom = prose.atoms[index]
      guard atom.depth == 0 else { continue }
      // `SRM = sample ratio mismatch`
      if atom.isSymbol(.equals) { return nil }
      // `source URL, licence, fetch date`
      if atom.shape == .verb, !atom.lower.hasSuffix("s"), index > range.lowerBound,
        prose.atoms[index - 1].after == .comma, !atom.traits.contains(.auxiliary)
      {
        continue
      }
      if BlankFinder.clauseOpeners.contains(atom.lower), index > range.lowerBound {
        return nil
      }
      // `Log compaction keeps …`: the verb comes later.
      let opensWithVerb =
        index == range.lowerBound && atom.shape == .capital
        && atom.traits.contains(.verb) && !isSubject(index, in: range)
      guard isVerb(index, in: range) || opensWithVerb else { continue }
      guard index + 1 < range.upperBound else { return nil }
      let next = prose.atoms[index + 1]
      // `HOT updates only happen`: the name of a thing, and what it does.
      if atom.shape == .verb, atom.lower.hasSuffix("s"), !atom.traits.contains(.auxiliary),
        !atom.traits.contains(.linking), index > range.lowerBound,
        let verb = behindAdverbs(index + 1, in: range), verb > index + 1
      {
        return verb
      }
      if let verb = behindNegation(index, in: range) { return verb }
      // `can go`, `has been seen`: the next one is the verb.
      if next.shape == .verb || next.traits.contains(.modals), !atom.traits.contains(.linking) {
        continue
      }
      // `may only commit entries`
      if atom.traits.contains(.modals), let verb = behindAdverbs(index + 1, in: range) {
        return verb
      }
      // `to use x` inside a phrase is no main verb.
      if index > range.lowerBound, prose.atoms[index - 1].lower == "to" { continue }
      // `could veto`: what follows is one, whether `Words` knows it or not.
      if atom.traits.contains(.modals), next.shape == .word, atom.after == .none,
        !next.lower.hasSuffix("ly"), next.after == .none, index + 2 < range.upperBound
      {
        return index + 1
      }
      return index
    }
    return unknownVerb(range)
  }

  /// `does not mention patents`, `cannot always swim`: the verb, whether `Words` knows it or not.
  private func behindNegation(_ index: Int, in range: Range<Int>) -> Int? {
    let atom = prose.atoms[index]
    let isJoined = atom.lower.hasSuffix("n't") || atom.lower == "cannot"
    let isApart =
      atom.traits.contains(.auxiliary) && index + 1 < range.upperBound
      && ["not", "never"].contains(prose.atoms[index + 1].lower)
    guard isJoined || isApart else { return nil }
    var verb = index + (isApart ? 2 : 1)
    while verb < range.upperBound, prose.atoms[verb].after == .none, isBeforeVerb(verb) {
      verb += 1
    }
    guard verb + 1 < range.upperBound, prose.atoms[verb].after == .none,
      prose.atoms[verb].shape == .word || prose.atoms[verb].shape == .verb,
      !prose.atoms[verb].traits.contains(.participle),
      !prose.atoms[verb].traits.contains(.auxiliary)
    else { return nil }
    return verb
  }

  private func isBeforeVerb(_ index: Int) -> Bool {
    Words.adverbs.contains(prose.atoms[index].lower) || isAdverb(index)
  }

  /// `Raft elects one leader`: a word in `s` between a name and a thing, where `Words` knows no verb.
  func unknownVerb(_ range: Range<Int>) -> Int? {
    range.dropFirst().dropLast().first { index in
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
  func isSubject(_ index: Int, in range: Range<Int>) -> Bool {
    for next in index + 1..<range.upperBound {
      let atom = prose.atoms[next]
      guard atom.depth == 0, [.word, .verb, .name, .capital].contains(atom.shape)
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
  func behindAdverbs(_ start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index < range.upperBound, prose.atoms[index].after == .none,
      isBeforeVerb(index)
    {
      index += 1
    }
    guard index > start || prose.atoms[start - 1].traits.contains(.modals),
      index + 1 < range.upperBound, prose.atoms[index].shape == .verb,
      !prose.atoms[index].lower.hasSuffix("s")
    else { return nil }
    return index
  }

  /// Whether the word is a verb where it stands: `the reward model`, `a cache list` have none.
  func isVerb(_ index: Int, in range: Range<Int>) -> Bool {
    let atom = prose.atoms[index]
    guard atom.shape == .verb else { return false }
    // `means of n samples`
    if atom.lower == "means", index + 1 < range.upperBound, prose.atoms[index + 1].lower == "of" {
      return false
    }
    guard index > range.lowerBound else { return true }
    let before = prose.atoms[index - 1]
    guard before.after == .none, before.lower != "to" else { return true }
    if atom.traits.contains(.linking) || atom.traits.contains(.auxiliary) { return true }
    if before.traits.contains(.beforeNouns) { return false }
    // `Randomising order per example`
    if before.lower.hasSuffix("ing"), !atom.lower.hasSuffix("s"),
      !atom.traits.contains(.auxiliary), !atom.traits.contains(.linking)
    {
      return false
    }
    // `splitting results over messages teaches …`
    if before.lower.hasSuffix("ing"), atom.lower.hasSuffix("s"),
      range.contains(where: {
        $0 > index + 1 && prose.atoms[$0].shape == .verb && prose.atoms[$0].lower.hasSuffix("s")
          && prose.atoms[$0].depth == atom.depth
      })
    {
      return false
    }
    switch before.shape {
    case .word, .code, .name, .number:
      if atom.lower.hasSuffix("s") || before.lower.hasSuffix("s") || before.lower.hasSuffix("ly") {
        return true
      }
      // A base form behind one thing is the name of another, if the sentence has a verb besides.
      return !range.contains {
        $0 != index && prose.atoms[$0].depth == atom.depth && prose.atoms[$0].shape == .verb
          // `±5 points`
          && ($0 == range.lowerBound || prose.atoms[$0 - 1].shape != .number)
          && (prose.atoms[$0].traits.contains(.linking)
            || $0 > index
              && (prose.atoms[$0].lower.hasSuffix("s")
                || prose.atoms[$0].traits.contains(.auxiliary)))
      }
    case .verb:
      return before.traits.contains(.auxiliary) || before.traits.contains(.linking)
    default: return true
    }
  }

  /// `gives overlapping read and | write sets`: behind a verb in the third person no other person's.
  func isBase(_ index: Int, behind start: Int) -> Bool {
    guard start > content.lowerBound else { return false }
    let verb = prose.atoms[start - 1]
    return verb.shape == .verb && verb.lower.hasSuffix("s") && !verb.traits.contains(.linking)
      && !prose.atoms[index].lower.hasSuffix("s")
  }

  /// `wrong tools | still count`, `two coats | are needed`: here the sentence goes on.
  func isFinite(_ index: Int, in part: Range<Int>) -> Bool {
    let atom = prose.atoms[index]
    if atom.shape == .verb {
      // `on S3 | needs locking`
      return atom.traits.contains(.linking) || atom.traits.contains(.auxiliary)
        || atom.lower.hasSuffix("s") && prose.atoms[index - 1].shape != .function
          && atom.after == .none && index + 1 < part.upperBound
    }
    return Words.adverbs.contains(atom.lower)
      && index + 1 < part.upperBound && prose.atoms[index + 1].shape == .verb
  }
}
