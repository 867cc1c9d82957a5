/// Whether a blank would tear apart what belongs together.
extension BlankFinder {
  /// `the consumer has | it`, `filters catch | it`, `chain new | ones`, `on its | own in Python`.
  func isTorn(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return true }
    if prose.atoms[first].lower == "own", first > 0 { return true }
    if prose.atoms[first].lower == "such"
      || range.contains(where: { prose.atoms[$0].lower == "al" })
    {
      return true
    }
    // `as | much as the schema`
    if first > 0, ["as", "that"].contains(prose.atoms[first - 1].lower),
      ["much", "many", "long", "soon", "well", "far", "often"].contains(prose.atoms[first].lower)
    {
      return true
    }
    // `raise | both for large clusters`
    if prose.atoms[first].lower == "both", first < last, prose.atoms[first + 1].lower == "for" {
      return true
    }
    // `default to | deny for …`: a verb without its object.
    if prose.atoms[first].shape == .verb, first < last, !prose.atoms[first].lower.hasSuffix("s"),
      !prose.atoms[first].traits.contains(.auxiliary), prose.atoms[first].after == .none,
      prose.atoms[first + 1].traits.contains(.prepositions), first > 0,
      prose.atoms[first - 1].lower == "to"
    {
      return true
    }
    // `two nearly equal | numbers destroys the leading digits`: half of a subject with its verb.
    if first > content.lowerBound, first < last, prose.atoms[first].shape == .word,
      prose.atoms[first - 1].after == .none,
      prose.atoms[first - 1].shape == .word || prose.atoms[first].lower.hasSuffix("s"),
      prose.atoms[first].after == .none, prose.atoms[first + 1].shape == .verb,
      prose.atoms[first + 1].lower.hasSuffix("s"), isVerb(first + 1, in: content)
    {
      return true
    }
    // `simple retry | baselines beat several ships`
    if first > content.lowerBound, first < last, prose.atoms[first].shape == .word,
      prose.atoms[first].lower.hasSuffix("s"), !prose.atoms[first].lower.hasSuffix("ss"),
      prose.atoms[first].after == .none, prose.atoms[first - 1].after == .none,
      prose.atoms[first - 1].shape == .word
        || prose.atoms[first - 1].shape == .verb && !prose.atoms[first - 1].lower.hasSuffix("s"),
      first - 1 > content.lowerBound, prose.atoms[first - 2].shape == .word,
      prose.atoms[first - 2].after == .none, prose.atoms[first + 1].shape == .verb,
      !prose.atoms[first + 1].traits.contains(.auxiliary), isVerb(first + 1, in: content)
    {
      return true
    }
    // `out of | scope`
    if first > content.lowerBound + 1, prose.atoms[first - 1].lower == "of",
      prose.atoms[first - 2].lower == "out", prose.atoms[first].shape == .word
    {
      return true
    }
    // `is very | high risk`
    if first > content.lowerBound,
      ["very", "so", "too", "quite", "rather"].contains(prose.atoms[first - 1].lower),
      prose.atoms[first].traits.contains(.vague), prose.atoms[first - 1].after == .none
    {
      return true
    }
    // `set it | up before the storm`, `on by | default on deck`
    if first > content.lowerBound, prose.atoms[first - 1].after == .none,
      prose.atoms[first].traits.contains(.particles)
        && prose.atoms[first - 1].traits.contains(.pronouns)
        || prose.atoms[first].lower == "default" && prose.atoms[first - 1].lower == "by"
    {
      return true
    }
    // `where that | is sensitive`
    if first > content.lowerBound, prose.atoms[first].traits.contains(.copula),
      ["that", "this", "it", "they", "which", "who"].contains(prose.atoms[first - 1].lower)
    {
      return true
    }
    let next = range.upperBound
    guard next < content.upperBound, prose.atoms[last].after == .none,
      prose.atoms[next].depth == prose.atoms[last].depth
    else { return false }
    // `on a | deck where nobody stands`, `the | planks you give it`: what follows says which.
    if range.count == 1, prose.atoms[last].shape == .word,
      ["where", "who", "whose", "that", "which", "you", "we", "they"].contains(
        prose.atoms[next].lower)
    {
      return true
    }
    // `the file count drives | read latency`: a clause without its object.
    if range.count > 1, prose.atoms[last].shape == .verb, prose.atoms[last].lower.hasSuffix("s"),
      isVerb(last, in: content),
      [.word, .name, .code, .number].contains(prose.atoms[next].shape)
        || prose.atoms[next].traits.contains(.article)
    {
      return true
    }
    // `on easy questions more thought talks | the model out of it`
    if range.count > 2, prose.atoms[last].lower.hasSuffix("s"),
      !prose.atoms[last].lower.hasSuffix("ss"),
      [.word, .verb].contains(prose.atoms[last].shape),
      prose.atoms[last - 1].shape == .word, !prose.atoms[last - 1].lower.hasSuffix("s"),
      prose.atoms[next].traits.contains(.article)
    {
      return true
    }
    // `a view, other indexing return | a copy`
    if range.count > 2, prose.atoms[last].shape == .verb,
      prose.atoms[next].traits.contains(.article)
    {
      return true
    }
    // `a loop touches one field | out of many`
    if prose.atoms[next].lower == "out", next + 1 < content.upperBound,
      prose.atoms[next + 1].lower == "of"
    {
      return true
    }
    // `ordinary code whose steps | are written down`
    if prose.atoms[next].traits.contains(.copula) || prose.atoms[next].traits.contains(.modals),
      range.contains(where: { ["whose", "that", "which"].contains(prose.atoms[$0].lower) })
    {
      return true
    }
    // `the conditions the hull | is built for`
    if range.count > 2, prose.atoms[next].traits.contains(.copula),
      range.dropFirst().contains(where: {
        prose.atoms[$0].traits.contains(.article) && prose.atoms[$0 - 1].after == .none
          && prose.atoms[$0 - 1].shape == .word
      })
    {
      return true
    }
    // `in scope as soon | as they sell`
    if prose.atoms[next].lower == "as",
      ["soon", "long", "far", "much"].contains(prose.atoms[last].lower)
    {
      return true
    }
    // `workers blocking each | other`
    if prose.atoms[last].lower == "each", prose.atoms[next].lower == "other" { return true }
    if ["one", "ones", "itself", "themselves", "together", "apart"]
      .contains(prose.atoms[next].lower)
    {
      return true
    }
    return prose.atoms[next].traits.contains(.pronouns) && isObject(next)
  }

  /// Whether a pronoun is what something happens to: no verb follows it.
  private func isObject(_ index: Int) -> Bool {
    let next = index + 1
    guard next < content.upperBound, prose.atoms[index].after == .none else { return true }
    let atom = prose.atoms[next]
    if atom.depth > prose.atoms[index].depth { return true }
    if ["them", "him", "us", "me"].contains(prose.atoms[index].lower) { return true }
    return atom.shape == .function && !atom.traits.contains(.auxiliary)
      && !atom.traits.contains(.linking) && !Words.adverbs.contains(atom.lower)
  }

  /// `until | the first response begins`: the article belongs to a clause, while it stays before a thing.
  func withArticle(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, first > content.lowerBound,
      prose.atoms[first - 1].traits.contains(.article),
      range.dropFirst().contains(where: {
        prose.atoms[$0].traits.contains(.copula)
          || prose.atoms[$0].shape == .verb && prose.atoms[$0].lower.hasSuffix("s")
            && isVerb($0, in: range)
      })
    else { return range }
    return first - 1..<range.upperBound
  }

  /// Whether what the conjunction joins is a clause: `and the error rate climbs`, `and the rest never train`.
  func opensClause(_ joint: Int, in part: Range<Int>) -> Bool {
    guard joint + 2 < part.upperBound, prose.atoms[joint + 1].traits.contains(.article)
    else { return false }
    for index in joint + 2..<part.upperBound {
      let atom = prose.atoms[index]
      if index > joint + 2, index - joint <= 5 {
        if atom.shape == .verb || atom.shape == .word, atom.lower.hasSuffix("s"),
          isVerb(index, in: part)
        {
          return true
        }
        if Words.adverbs.contains(prose.atoms[index - 1].lower), atom.shape == .verb { return true }
      }
      if atom.after != .none { return false }
    }
    return false
  }

  /// Whether another verb or another subject with its verb follows: `exist for keys and | rarely help`, `builds
  /// ropes and | flattens them`, `at the same spot and | some boats change their place`.
  func joinsClause(_ joint: Int, in part: Range<Int>) -> Bool {
    guard joint + 2 < part.upperBound else { return false }
    let (first, second) = (prose.atoms[joint + 1], prose.atoms[joint + 2])
    guard first.after == .none else { return false }
    func opensObject(_ atom: Atom) -> Bool {
      atom.traits.contains(.article)
        || ["their", "its", "them", "it", "your"].contains(atom.lower)
    }
    if Words.adverbs.contains(first.lower), second.shape == .verb { return true }
    if first.shape == .word, first.lower.hasSuffix("s"), !first.lower.hasSuffix("ss"),
      opensObject(second)
    {
      return true
    }
    for index in joint + 2..<min(joint + 5, part.upperBound - 1) {
      let (before, atom) = (prose.atoms[index - 1], prose.atoms[index])
      guard before.after == .none, before.depth == atom.depth else { return false }
      if [.word, .verb].contains(atom.shape), atom.after == .none, before.shape == .word,
        before.lower.hasSuffix("s"), !atom.lower.hasSuffix("s"),
        opensObject(prose.atoms[index + 1])
      {
        return true
      }
    }
    return false
  }

  /// `0-based in the yard and | 1-based in the almanac`: the same word opens another phrase of the sort.
  func repeats(_ opener: Int, behind joint: Int, in part: Range<Int>) -> Bool {
    guard opener >= part.lowerBound, prose.atoms[opener].traits.contains(.prepositions),
      joint + 1 < part.upperBound
    else { return false }
    return (joint + 2..<max(joint + 2, min(joint + 4, part.upperBound))).contains {
      prose.atoms[$0].lower == prose.atoms[opener].lower
    }
  }

  /// More than function words, bare verbs and vague adjectives.
  func isInformative(_ range: Range<Int>) -> Bool {
    var content = 0
    var strong = 0
    guard let first = range.first else { return false }
    // `Reserve the cap`: a bare verb.
    if range.count == 1, prose.atoms[first].shape == .capital,
      prose.atoms[first].traits.contains(.verb), first == self.content.lowerBound
    {
      return false
    }
    // `at | each step`
    if range.count == 2, ["each", "every", "any"].contains(prose.atoms[first].lower),
      [.word, .verb].contains(prose.atoms[first + 1].shape), first > 0,
      prose.atoms[first - 1].traits.contains(.prepositions)
    {
      return false
    }
    // `decides | how long`: half of a question.
    if range.count < 4, BlankFinder.interrogatives.contains(prose.atoms[first].lower) {
      return false
    }
    // `reads both`: a verb and no object.
    if range.count == 2, prose.atoms[first].shape == .verb,
      prose.atoms[first + 1].traits.contains(.quantities)
    {
      return false
    }
    // `can be rebuilt from it`: a participle alone is a bare verb.
    if range.count == 1, prose.atoms[first].traits.contains(.participle),
      prose.atoms[first].shape == .word, !isContrasted(first),
      !prose.string(prose.atoms[first].core).contains("-")
    {
      return false
    }
    for index in range where prose.atoms[index].depth <= prose.atoms[first].depth {
      let atom = prose.atoms[index]
      switch atom.shape {
      case .function:
        // `high on both`
        if atom.traits.contains(.quantities) {
          content += 1
          strong += range.count > 1 ? 1 : 0
        }
      case .symbol: continue
      case .verb:
        if !atom.traits.contains(.auxiliary) { content += 1 }
      case .word:
        content += 1
        // `largely replaced`: a verb that waits for its object.
        let isBare =
          atom.traits.contains(.participle) && index == range.upperBound - 1
          && prose.atoms[first].lower != "being"
        if !isBare || isContrasted(index) || atom.lower.utf8.contains(0x2d) {
          if !atom.traits.contains(.vague) && !atom.lower.hasSuffix("ly") { strong += 1 }
        }
      case .capital, .name, .number, .code:
        content += 1
        strong += 1
      }
    }
    return strong > 0 || content > 2
  }

  /// `was condemned, not abolished`; `the tax is frozen; …`: a participle that is the whole predicate
  /// says something.
  private func isContrasted(_ index: Int) -> Bool {
    let atom = prose.atoms[index]
    if atom.after == .comma, index + 1 < prose.atoms.count,
      ["not", "never"].contains(prose.atoms[index + 1].lower)
    {
      return true
    }
    guard index > 0, prose.atoms[index - 1].traits.contains(.copula),
      !atom.traits.contains(.vague)
    else { return false }
    return index + 1 == prose.atoms.count || atom.ends(.semicolon) || atom.ends(.sentence)
      || atom.ends(.colon) || prose.atoms[index + 1].isSymbol(.dash)
  }
}
