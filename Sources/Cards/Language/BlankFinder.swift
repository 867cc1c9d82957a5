/// A place in a fact that could be asked for.
struct Blank {
  /// Scalars of the text.
  var span: Range<Int>
  /// 0–100: how much a card from it is worth.
  var weight: Int
  /// The part of the fact it stands in.
  var part: Int
  /// It is all that stands behind the label up to the next part.
  var isRecall = false
  /// It is the label itself.
  var isReversed = false
  var isFigure = false
  /// Words of the sentence, which one could put in another way, and no figure, name or code.
  var isPhrase = false
  /// What something is rather than something else; the two may well share a word.
  var isContrast = false
  var isPenalised = false
  /// Scalars: what stands from here on, or in brackets, tells it, and the prompt can do without.
  var toldFrom: Int?
  /// Of a row of three or more things: how many; the prompt says so.
  var count: Int?
}

/// Finds the places in a fact that carry its information.
struct BlankFinder {
  let asked: Asked
  let label: Label?
  let content: Range<Int>
  private(set) var found: [Blank] = []
  private(set) var parts: [Part]
  /// Scalars of commands and lines of code that nobody has in mind.
  private let longCode: [Range<Int>]
  /// Whether what `Words` knows can be relied on.
  let isEnglish: Bool

  /// What stands between semicolons, dashes and the ends of sentences.
  struct Part {
    enum Lead { case first, semicolon, dash, sentence, label }
    var range: Range<Int>
    var lead: Lead
    /// The one it is built around.
    var verb: Int?
  }

  var prose: Prose { asked.prose }

  init(asked: Asked, label: Label?, content: Range<Int>) {
    self.asked = asked
    self.label = label
    self.content = content
    let prose = asked.prose
    let words = prose.words(content)
    let known = content.reduce(0) { $0 + (prose.atoms[$1].shape == .function ? 1 : 0) }
    longCode = content.filter { BlankFinder.isLongCode(prose, $0) }.map { prose.atoms[$0].core }
    isEnglish = words < 6 || known * 10 >= words
    parts = BlankFinder.parts(asked.prose, content, isLabelled: label != nil)
    for number in parts.indices { parts[number].verb = mainVerb(parts[number].range) }
  }

  private static func parts(_ prose: Prose, _ content: Range<Int>, isLabelled: Bool) -> [Part] {
    var parts: [Part] = []
    var start = content.lowerBound
    var lead = isLabelled ? Part.Lead.label : .first
    func finish(_ end: Int, next: Int, _ nextLead: Part.Lead) {
      if start < end { parts.append(Part(range: start..<end, lead: lead)) }
      start = next
      lead = nextLead
    }
    for index in content {
      let atom = prose.atoms[index]
      if atom.depth == 0, atom.isSymbol(.dash), Label.isProse(prose, around: index) {
        finish(index, next: index + 1, .dash)
      } else if atom.ends(.comma), index + 2 < content.upperBound,
        prose.atoms[index + 1].lower == "so", prose.atoms[index + 2].lower != "that"
      {
        // `the history is sent again, so it grows`: two statements.
        finish(index + 1, next: index + 2, .semicolon)
      } else if atom.ends(.semicolon) {
        finish(index + 1, next: index + 1, .semicolon)
      } else if atom.ends(.sentence) {
        finish(index + 1, next: index + 1, .sentence)
      } else if atom.ends(.colon) {
        finish(index + 1, next: index + 1, .dash)
      }
    }
    finish(content.upperBound, next: content.upperBound, .first)
    return parts
  }

  mutating func blanks() -> [Blank] {
    for (number, part) in parts.enumerated() {
      figures(part, number)
      code(part, number)
      names(part, number)
      marked(part, number)
      quoted(part, number)
      equation(part, number)
      let contrasts = found.endIndex
      contrast(part, number)
      comparison(part, number)
      for index in contrasts..<found.endIndex {
        found[index].isPhrase = !isFirm(found[index].span)
        found[index].isContrast = true
      }
      countedSubject(part, number)
      let arrows = found.endIndex
      arrow(part, number)
      for index in arrows..<found.endIndex where found[index].count == nil {
        let span = found[index].span
        found[index].isPhrase = span.count > 24 && !isFirm(span)
      }
      let phrases = found.endIndex
      predicate(part, number)
      subject(part, number)
      tails(part, number)
      pieces(part, number)
      whole(part, number)
      last(part, number)
      for index in phrases..<found.endIndex {
        found[index].isPhrase = found[index].weight < 80 && found[index].count == nil
        found[index].isFigure = false
      }
    }
    reversed()
    return found
  }

  /// Whether there is code or a figure in it.
  func isFirm(_ span: Range<Int>) -> Bool {
    prose.scalars[span].contains { $0 == "`" || Prose.isDigit($0) }
  }

  /// Takes an atom range as a candidate, without function words at its ends.
  mutating func propose(
    _ range: Range<Int>, weight: Int, part: Int, trims: Bool = true, toldFrom: Int? = nil,
    count: Int? = nil
  ) {
    let range = trims ? trimmed(range) : range
    guard !range.isEmpty, !strandsPreposition(behind: range), !isTorn(range), isInformative(range),
      prose.words(range) <= 14
    else { return }
    let isFigure = range.contains { prose.atoms[$0].shape == .number }
    let isIncidental = isFigure && part >= 0 && holdsIncidental(range, in: parts[part].range)
    let isCounted =
      part >= 0 && prose.atoms[range.lowerBound].traits.contains(.counts)
      && isExplained(range.lowerBound..<range.lowerBound + 1, in: parts[part].range)
    propose(
      span: prose.span(range),
      weight: weight - (isIncidental && range.count > 1 || isCounted ? 40 : 0),
      part: part, isFigure: isFigure && !trims, toldFrom: toldFrom, count: count)
  }

  /// `messages nobody listens | to`
  private func strandsPreposition(behind range: Range<Int>) -> Bool {
    let next = range.upperBound
    // `from Node 25 on`
    if next < content.upperBound, prose.atoms[next].lower == "on", range.lowerBound > 0,
      prose.atoms[range.lowerBound - 1].lower == "from"
    {
      return false
    }
    return next < content.upperBound && prose.atoms[next - 1].after == .none
      && prose.atoms[next].traits.contains(.prepositions)
      && (next + 1 == content.upperBound || prose.atoms[next].after != .none)
  }

  /// `[0, 1]`: the brackets of an interval belong to it, and so does the sign of a genitive.
  private func completed(_ span: Range<Int>) -> Range<Int> {
    // `3 years' rest`
    if span.upperBound < prose.scalars.count,
      "'’".unicodeScalars.contains(prose.scalars[span.upperBound]),
      prose.scalars[span.upperBound - 1] == "s", prose.partner(of: span.upperBound) == nil
    {
      return span.lowerBound..<span.upperBound + 1
    }
    guard span.lowerBound > 0, span.upperBound < prose.scalars.count,
      prose.scalars[span.lowerBound - 1] == "[", prose.scalars[span.upperBound] == "]"
    else { return span }
    return span.lowerBound - 1..<span.upperBound + 1
  }

  mutating func propose(
    span: Range<Int>, weight: Int, part: Int, isRecall: Bool = false, isReversed: Bool = false,
    isFigure: Bool = false, toldFrom: Int? = nil, count: Int? = nil
  ) {
    guard !span.isEmpty else { return }
    let isExample =
      part >= 0
      && (pointsBack(span, parts[part].range) || standsInExample(span, parts[part].range)
        || cutsQuotation(span)
        || pointsElsewhere(parts[part].range) || isFoil(span, parts[part].range))
    let holdsLongCode = longCode.contains { span.overlaps($0) }
    found.append(
      Blank(
        span: completed(span),
        weight: weight - (isExample ? 40 : 0) - (holdsLongCode ? 90 : 0), part: part,
        isRecall: isRecall, isReversed: isReversed, isFigure: isFigure,
        toldFrom: toldFrom, count: count))
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isLoose(lower), !isQuantity(lower) || isBound(lower) { lower += 1 }
    // `the first answer | and replays it`
    if upper - lower > 2, prose.atoms[upper - 1].traits.contains(.pronouns),
      let joint = (lower + 1..<upper).last(where: { prose.atoms[$0].traits.contains(.conjunction) })
    {
      upper = joint
    }
    while lower < upper,
      isLoose(upper - 1) || isAdverb(upper - 1)
        || BlankFinder.verdicts.contains(prose.atoms[upper - 1].lower) && upper - lower > 1
        || prose.atoms[upper - 1].traits.contains(.copula)
    {
      // `high on both`: the last word is what it is about.
      if upper - lower > 1, prose.atoms[upper - 1].traits.contains(.quantities) { break }
      // `their TTL runs out`, `capacity grows geometrically`: a clause with its last word.
      if upper - lower > 2, prose.atoms[upper - 2].shape == .verb,
        isVerb(upper - 2, in: lower..<upper), prose.atoms[upper - 2].lower.hasSuffix("s"),
        isAdverb(upper - 1) || prose.atoms[upper - 1].traits.contains(.particles)
      {
        break
      }
      upper -= 1
    }
    return lower..<upper
  }

  /// `handles small trees | fine`
  private static let verdicts: Set<String> = [
    "fine", "well", "badly", "poorly", "too", "anyway", "anywhere", "everywhere", "away",
  ]

  /// `at | least`
  private func isBound(_ index: Int) -> Bool {
    index > 0 && ["least", "most"].contains(prose.atoms[index].lower)
      && prose.atoms[index - 1].lower == "at"
  }

  /// `one agent`, `no overhead`: part of what is said.
  private func isQuantity(_ index: Int) -> Bool {
    prose.atoms[index].shape == .function && prose.atoms[index].after == .none
      && Words.amounts.contains(prose.atoms[index].lower)
  }

  func isAdverb(_ index: Int) -> Bool {
    prose.atoms[index].shape == .word && prose.atoms[index].lower.hasSuffix("ly")
  }

  private func isLoose(_ index: Int) -> Bool {
    switch prose.atoms[index].shape {
    case .function: true
    case .symbol(let symbol): symbol != .comparison && symbol != .other
    default: false
    }
  }

  /// Where a phrase that begins here ends: at punctuation, a bracket, a clause, or a word that opens
  /// another phrase.
  func phraseEnd(
    from start: Int, in part: Range<Int>, stopsAtWeak: Bool, most: Int, stopsAtClause: Bool = false
  ) -> Int {
    let depth = prose.atoms[start].depth
    var index = start
    var content = 0
    var joined = false
    while index < part.upperBound, content < most {
      let atom = prose.atoms[index]
      if index > start {
        if atom.depth != depth { break }
        if content > 0, atom.traits.contains(.strongMarkers) { break }
        if content > 0, stopsAtWeak, atom.traits.contains(.weakMarkers), atom.lower != "of" {
          break
        }
        if content > 0, BlankFinder.clauseOpeners.contains(atom.lower) {
          // `slower but exact`
          guard atom.lower == "but", !stopsAtWeak, index + 1 < part.upperBound,
            prose.atoms[index + 1].shape == .word
          else { break }
        }
        if content > 0, stopsAtClause, isFinite(index, in: part) { break }
        if content > 0, atom.lower == "and" || atom.lower == "or", index + 1 < part.upperBound,
          prose.atoms[index + 1].shape == .verb, !isBase(index + 1, behind: start)
        {
          break
        }
        if ["<", ">", "≠"].contains(atom.lower) { break }
        // `a control variate | you get for free`, `infinite variance | and no warning`
        if content > 0, ["you", "we", "they"].contains(atom.lower) { break }
        // `personal data | more often than one thinks`
        if content > 0, atom.lower == "more", index + 1 < part.upperBound,
          prose.atoms[index + 1].lower == "often"
        {
          break
        }
        if content > 0, atom.traits.contains(.conjunction), index + 1 < part.upperBound,
          ["no", "not", "never"].contains(prose.atoms[index + 1].lower)
            || prose.atoms[index + 1].lower.hasSuffix("n't")
        {
          break
        }
        // `a packet of data | transmitted between devices`
        if content > 0, atom.traits.contains(.participle), atom.shape == .word,
          atom.after == .none, index + 1 < part.upperBound,
          [.word, .name].contains(prose.atoms[index - 1].shape),
          prose.atoms[index + 1].traits.contains(.prepositions)
        {
          break
        }
        if atom.isSymbol, !atom.isSymbol(.comparison), !["+", "/", "×", "&"].contains(atom.lower) {
          break
        }
        // `the scope | the value`: another thing begins.
        if content > 0, stopsAtClause, atom.traits.contains(.article),
          [.word, .name, .code, .number].contains(prose.atoms[index - 1].shape),
          !prose.atoms[index - 1].lower.hasSuffix("ing")
        {
          break
        }
        // `get touched | and the gain shrinks`: another clause.
        if content > 0, atom.traits.contains(.conjunction),
          opensClause(index, in: part) || joinsClause(index, in: part)
            || repeats(start - 1, behind: index, in: part)
        {
          break
        }
        // `broker, topic and consumer | or large messages stall`
        if atom.traits.contains(.conjunction), joined { break }
      }
      if atom.traits.contains(.conjunction), content > 0 { joined = true }
      if atom.shape != .function, !atom.isSymbol { content += 1 }
      index += 1
      if atom.after != .none { break }
    }
    return index
  }

  /// These open clauses, the other markers phrases.
  static let conjunctions: Set<String> = [
    "until", "because", "unless", "whereas", "before", "after", "when", "if", "while", "than",
  ]

  /// Behind these `it` is what a clause is about.
  static let clauseMarkers: Set<String> = [
    "because", "unless", "until", "if", "when", "while", "whereas",
  ]

  static let interrogatives: Set<String> = ["how", "what", "which", "when", "where", "why", "who"]

  static let clauseOpeners: Set<String> = [
    "that", "which", "who", "but", "yet", "then", "so", "while", "where", "because", "since",
    "although",
    // What the author still has to do is no part of the fact.
    "todo", "fixme",
  ]
}
