/// What a sentence is about, asked for by what it says of it.
extension BlankFinder {
  /// `a, b and c are the three Xs`: the row that the number promises.
  mutating func countedSubject(_ part: Part, _ number: Int) {
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

  /// `Pitch is the usual sealant for a deck`: a description that fits one thing asks for that thing. What is said
  /// of a thing in other words does so less well, though better than a long phrase.
  mutating func subject(_ part: Part, _ number: Int) {
    guard isEnglish, let subject = subjectRange(part) else { return }
    let verb = subject.upperBound
    let describes =
      prose.atoms[verb].traits.contains(.copula) && verb + 2 < part.range.upperBound
      && prose.atoms[verb + 1].lower == "the"
    let words = prose.words(subject)
    guard words <= (describes ? 6 : 4) else { return }
    // `models score …`: too much could be meant.
    let isThin = subject.count == 1 && prose.atoms[subject.lowerBound].shape == .word
    guard describes || !isThin else { return }
    propose(subject, weight: describes ? 68 : 45, part: number, trims: false)
  }

  /// What stands before the verb of a part, when it is a thing and nothing else.
  private func subjectRange(_ part: Part) -> Range<Int>? {
    guard part.verb != nil, part.lead != .dash,
      let verb = part.range.first(where: { prose.atoms[$0].depth == 0 && isPredicate($0, part) }),
      verb > part.range.lowerBound, verb + 1 < part.range.upperBound
    else { return nil }
    var lower = part.range.lowerBound
    if prose.atoms[lower].traits.contains(.article) { lower += 1 }
    let range = lower..<verb
    guard let first = range.first, let last = range.last, prose.atoms[last].after == .none,
      [.word, .name, .capital, .code].contains(prose.atoms[last].shape),
      prose.atoms[first].shape != .number, !prose.atoms[first].traits.contains(.counts),
      // `Most tests are …` is true of nothing in particular, and `The main reason is …` is no thing.
      prose.atoms[first].shape != .function,
      !BlankFinder.opinions.contains(prose.atoms[first].lower),
      !prose.atoms[first].lower.hasSuffix("ly"),
      !range.contains(where: { index in
        let atom = prose.atoms[index]
        return atom.after != .none || atom.depth > 0 || atom.isSymbol
          || atom.traits.contains(.pronouns) || atom.traits.contains(.conjunction)
          || BlankFinder.clauseOpeners.contains(atom.lower)
      }),
      !(verb..<min(verb + 3, part.range.upperBound)).contains(where: { isNegation($0) })
    else { return nil }
    return range
  }

  private func isPredicate(_ index: Int, _ part: Part) -> Bool {
    index == part.verb || prose.atoms[index].traits.contains(.copula)
      || prose.atoms[index].traits.contains(.modals)
  }

  private func isNegation(_ index: Int) -> Bool {
    let word = prose.atoms[index].lower
    return ["not", "no", "never", "rarely", "cannot", "nothing"].contains(word)
      || word.hasSuffix("n't")
  }
}
