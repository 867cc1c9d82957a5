/// Whole parts of a fact, and what is left when nothing else is found.
extension BlankFinder {
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
    // A formula is the fact.
    if part.lead == .label, let formula = formula(in: part.range) {
      propose(span: prose.span(formula), weight: 96, part: number)
      return
    }
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
    case .dash where part.range.contains { prose.atoms[$0].lower == "al" },
      .label
    where parts.count > 1
      && part.range.contains {
        prose.atoms[$0].lower == "al" || prose.atoms[$0].lower.hasPrefix("arxiv")
      }:
      // Where it is from.
      return
    case .dash:
      // A remark is one of many that could be made: asked for only where nothing else can be.
      let joins = ["and", "or", "but", "which", "so", "can", "could"].contains(opening)
      // `(43 BC) - Octavian, Antony, Lepidus - had …`
      let count = row(part.range)
      if count != nil, !joins,
        !part.range.contains(where: {
          prose.atoms[$0].traits.contains(.copula)
            || $0 == part.range.lowerBound && prose.atoms[$0].shape == .verb
              && prose.atoms[$0].lower.hasSuffix("s")
        }),
        prose.split(part.range, after: .comma).allSatisfy({ prose.outerWords($0) <= 3 })
      {
        propose(span: prose.span(part.range), weight: 66, part: number, count: count)
        return
      }
      propose(
        span: prose.span(part.range), weight: joins ? 32 : 40, part: number,
        count: joins ? nil : count)
    case .label
    where label.map({ label in
      // `Ingress vs Gateway: Ingress is frozen`: the label says half of it.
      label.range.contains { prose.atoms[$0].lower == opening }
    }) == true:
      return
    case .label where parts.count > 1 || label != nil:
      // Of a sentence its predicate is the better question.
      let isSentence = part.verb.map { $0 > part.range.lowerBound } ?? false
      // `CoALA: names | four memory types — …`: the verb is a cue.
      let first = prose.atoms[part.range.lowerBound]
      if first.shape == .verb, first.lower.hasSuffix("s"), part.range.count > 2, !isSentence {
        propose(
          part.range.dropFirst(), weight: (parts.count > 1 ? 63 : 55), part: number,
          count: row(part.range.dropFirst()))
        return
      }
      let core = prose.withoutAside(part.range)
      propose(
        span: prose.span(core), weight: (parts.count > 1 ? 63 : 55) - (isSentence ? 18 : 0),
        part: number, isRecall: true, count: row(core))
    case .semicolon where label != nil:
      propose(span: prose.span(part.range), weight: 40, part: number)
    default: return
    }
  }

  /// `detected boats / valid boats × 100`: what is all of a part, but for a remark in brackets.
  private func formula(in part: Range<Int>) -> Range<Int>? {
    let range = prose.split(part, after: .comma).first ?? part
    let signs = range.filter { isOperator($0) || Figures.isMinus(prose, $0) }
    guard signs.count > 1,
      signs.contains(where: { ["×", "·", "/", "÷", "*"].contains(prose.atoms[$0].lower) }),
      !range.contains(where: {
        isEquation($0) || prose.atoms[$0].shape == .code
          || prose.atoms[$0].traits.contains(.linking)
      })
    else { return nil }
    let end = range.last { prose.atoms[$0].depth == 0 }.map { $0 + 1 } ?? range.upperBound
    let opens = end < range.upperBound && prose.scalars[prose.atoms[end].range.lowerBound] == "("
    let upper = opens && !prose.atoms[end - 1].isSymbol ? end : range.upperBound
    return prose.words(range.lowerBound..<upper) <= 12 ? range.lowerBound..<upper : nil
  }

  /// How many things stand in it between commas, when there are three or more.
  func row(_ range: Range<Int>) -> Int? {
    let pieces = prose.split(range, after: .comma)
    guard let last = pieces.last, pieces.count > 1 else { return nil }
    // `a, b and c` without a second comma.
    let joins = last.dropFirst().contains {
      prose.atoms[$0].traits.contains(.conjunction) && prose.atoms[$0].depth == 0
    }
    let count = pieces.count + (joins ? 1 : 0)
    // `more reliable than clicking, esp. boxes and bars` is no row of three.
    guard pieces.count > 2 || pieces.allSatisfy({ prose.words($0) <= 3 }) else { return nil }
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
    guard let label, prose.words(label.range) <= 4, prose.words(content) >= 3,
      // `Honour the tide: …`: a command.
      label.range.count < 2 || prose.atoms[label.range.lowerBound].shape != .capital
        || !prose.atoms[label.range.lowerBound].traits.contains(.verb)
    else { return }
    let isName =
      label.range.allSatisfy {
        [.name, .code, .capital, .number].contains(prose.atoms[$0].shape)
      } && label.range.contains { [.name, .code].contains(prose.atoms[$0].shape) }
    // `Datagram: a self-contained packet of …`: the term is the better question.
    let isDefinition =
      prose.words(label.range) <= 3 && prose.words(content) > 5 && parts.count == 1
      && prose.atoms[content.lowerBound].traits.contains(.article)
      && !prose.atoms[content.lowerBound + 1].isSymbol && parts[0].verb == nil
      && !content.contains { prose.atoms[$0].shape == .number || prose.atoms[$0].shape == .code }
    propose(
      span: prose.span(label.range),
      weight: isDefinition ? 58 : isName && prose.words(content) > 6 ? 47 : 25, part: -1,
      isReversed: true)
  }
}
