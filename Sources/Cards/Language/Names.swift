extension BlankFinder {
  /// Names and acronyms, with the numbers that belong to them: `GPT-4`, `Apache 2.0`, `Article 27`.
  mutating func names(_ part: Part, _ number: Int) {
    var index = part.range.lowerBound
    while index < part.range.upperBound {
      let run = withOpener(name(at: index, in: part.range), in: part.range)
      guard !run.isEmpty else {
        index += 1
        continue
      }
      let atom = prose.atoms[index]
      let series = series(from: run, in: part.range)
      if !isNoAnswer(run, in: part.range) {
        let isSubject =
          (part.range.lowerBound..<index).allSatisfy { prose.atoms[$0].shape == .function }
          && (part.lead != .label || part.verb != nil)
        let strong = run.contains { prose.atoms[$0].shape == .name } || run.count > 1
        var weight = isSubject ? 53 : strong ? 64 : 58
        if atom.depth > 0 { weight -= 12 }
        // `Preemption in V1 recomputes it`
        if run.count == 1, index > part.range.lowerBound, prose.atoms[index - 1].lower == "in",
          atom.lower.hasPrefix("v"), atom.lower.dropFirst().allSatisfy(\.isNumber)
        {
          weight -= 24
        }
        // `citations present, no PII`
        if index > part.range.lowerBound,
          ["no", "not", "without"].contains(prose.atoms[index - 1].lower)
        {
          weight -= 20
        }
        // `CI`, `LLMs`: they stand everywhere, and say little.
        if run.count == 1, Words.generic.contains(atom.lower) { weight -= 20 }
        if series.count > run.count {
          // Of several names side by side one alone is a guess; all of them are the fact.
          let isTorn =
            run.lowerBound > part.range.lowerBound
            && prose.atoms[run.lowerBound - 1].after == .comma
            // `Aft, Bow, Deck | `rope``
            || series.upperBound < part.range.upperBound
              && prose.atoms[series.upperBound - 1].after == .none
              && prose.atoms[series.upperBound].shape == .code
          propose(
            series, weight: isTorn ? 42 : 66, part: number, trims: false,
            count: isOpen(series.upperBound, in: part.range) ? nil : names(in: series))
          weight -= 14
        } else if isBetweenCommas(run, in: part.range) || isJoined(run, in: part.range)
          || standsAmongOthers(run, in: part.range)
        {
          weight -= 24
        }
        // `IP and port`, `YaRN or NTK scaling`: half of a pair is a guess.
        if let pair = pair(from: run, in: part.range), !isJoined(run, in: part.range) {
          // `RSA, CBC and compression`: of a row of more it is but a part.
          let isPartOfRow =
            run.lowerBound > part.range.lowerBound
            && prose.atoms[run.lowerBound - 1].after == .comma
            && !(part.range.lowerBound..<run.lowerBound).contains {
              prose.atoms[$0].shape == .verb
            }
          propose(pair, weight: weight - (isPartOfRow ? 26 : 2), part: number, trims: false)
          weight -= 20
        }
        // `crashes Keel 15+`: the version is what one forgets.
        if run.count > 1, prose.atoms[run.upperBound - 1].shape == .number,
          prose.atoms[run.upperBound - 1].lower.hasSuffix("+")
        {
          propose(
            run.upperBound - 1..<run.upperBound, weight: weight + 4, part: number, trims: false)
        }
        if isCut(run, in: part.range) || isHead(run, in: part.range) { weight -= 16 }
        if isInFormula(run, in: part.range) || isInChain(run, in: part.range) { weight -= 26 }
        let formula = prose.string(atom.core).contains { $0 == "_" || $0 == "(" }
        let opens = index == part.range.lowerBound
        let phrase = opens ? run : phrase(from: run, in: part.range)
        propose(phrase, weight: weight - (formula ? 12 : 0), part: number, trims: false)
        // `an | IP address | and network ports`
        if phrase.upperBound > run.upperBound, !opens,
          phrase.lowerBound > part.range.lowerBound,
          prose.atoms[phrase.lowerBound - 1].after != .comma,
          let pair = pair(from: phrase, in: part.range),
          !pair.contains(where: { prose.atoms[$0].lower.hasSuffix("ing") })
        {
          propose(pair, weight: weight + 1, part: number, trims: false)
        }
        if phrase != run {
          propose(run, weight: weight - 8, part: number, trims: false)
        }
      }
      index = max(run.upperBound, series.upperBound)
    }
  }

  /// Sources (`Chen et al.`, `(Smith, 1931)`, `arXiv:2203.15556`), units (`6.1 | GB`) and months.
  private func isNoAnswer(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    let index = run.lowerBound
    let atom = prose.atoms[index]
    let isAuthor =
      run.upperBound + 1 < range.upperBound && prose.atoms[run.upperBound].lower == "et"
      && prose.atoms[run.upperBound + 1].lower == "al"
    let isUnit =
      index > range.lowerBound && atom.traits.contains(.units)
      && prose.atoms[index - 1].shape == .number && prose.atoms[index - 1].after == .none
    return isAuthor || isUnit || atom.lower.hasPrefix("arxiv") || atom.lower.hasPrefix("doi:")
      || atom.depth > 0 && Citation.isOne(prose, group(at: index, in: range))
      || run.contains { prose.atoms[$0].traits.contains(.months) }
  }

  /// `Effective ML | lineage`: the name of a thing goes on.
  private func isHead(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    run.lowerBound == range.lowerBound && run.count > 1
      && prose.atoms[run.lowerBound].shape == .capital && run.upperBound < range.upperBound
      && !run.contains { prose.atoms[$0].shape == .number }
      && prose.atoms[run.upperBound - 1].after == .none
      && prose.atoms[run.upperBound].shape == .word
      && !prose.atoms[run.upperBound].lower.hasSuffix("s")
  }

  /// `on SQuAD, DROP and others`: two of more than are named.
  private func standsAmongOthers(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    guard prose.atoms[run.upperBound - 1].after == .comma else { return false }
    return (run.upperBound..<range.upperBound).prefix(5).contains {
      ["others", "etc", "more", "friends"].contains(prose.atoms[$0].lower)
    }
  }

  /// `init → plan → apply`, `a + b + c`: one of a chain.
  func isInChain(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    func joins(_ index: Int) -> Bool {
      range.contains(index) && prose.atoms[index].depth == prose.atoms[run.lowerBound].depth
        && (prose.atoms[index].isSymbol(.arrow) || prose.atoms[index].lower == "+")
    }
    return (joins(run.lowerBound - 1) || joins(run.upperBound)) && range.filter(joins).count > 1
  }

  /// `a, B, c`; `a, b, C`: one of a row that is not asked for as a whole.
  func isBetweenCommas(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    guard run.lowerBound > range.lowerBound, prose.atoms[run.lowerBound - 1].after == .comma else {
      return false
    }
    if prose.atoms[run.upperBound - 1].after == .comma { return true }
    // `a, B (remark), c`
    if run.upperBound < range.upperBound, prose.atoms[run.upperBound].depth > 0,
      let close = (run.upperBound..<range.upperBound).last(where: { prose.atoms[$0].depth > 0 }),
      prose.atoms[close].ends(.comma)
    {
      return true
    }
    let pieces = prose.split(range, after: .comma)
    if run.upperBound == range.upperBound, pieces.count == 2,
      pieces.allSatisfy({ prose.words($0) <= 2 })
    {
      return true
    }
    return run.upperBound == range.upperBound
      && range.filter { prose.atoms[$0].ends(.comma) }.count > 1
  }

  /// `Q and | K`, `a firewall and an | IDS`: the second of two.
  private func isJoined(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    guard isEnglish else { return false }
    var joint = run.lowerBound - 1
    if joint > range.lowerBound, prose.atoms[joint].traits.contains(.article) {
      joint -= 1
    }
    if joint >= range.lowerBound, ["either", "both"].contains(prose.atoms[joint].lower) {
      return true
    }
    guard joint > range.lowerBound, prose.atoms[joint].traits.contains(.conjunction),
      prose.atoms[joint - 1].after == .none, !prose.atoms[joint - 1].isSymbol
    else { return false }
    // What a verb in the singular follows begins a clause of its own: `… and NAT hides it`.
    return run.upperBound == range.upperBound || !isVerb(run.upperBound, in: range)
      || !prose.atoms[run.upperBound].lower.hasSuffix("s")
  }

  /// `IP and port`: two things of one sort, the second of which is not asked for otherwise.
  private func pair(from run: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    guard isEnglish, run.upperBound + 1 < range.upperBound,
      prose.atoms[run.upperBound - 1].after == .none,
      prose.atoms[run.upperBound].traits.contains(.conjunction)
    else { return nil }
    var end = run.upperBound + 1
    let depth = prose.atoms[run.lowerBound].depth
    // `cookies or a BFF`
    if prose.atoms[end].traits.contains(.article) { end += 1 }
    let second = end
    while end < range.upperBound, end - run.upperBound < 4, prose.atoms[end].depth == depth,
      [.word, .name, .capital, .number, .code].contains(prose.atoms[end].shape)
    {
      // `tar and ROPE quality shift FLOW`: a clause.
      if end > second + 1, prose.atoms[end].shape == .name, prose.atoms[end - 1].shape == .word {
        return nil
      }
      end += 1
      if prose.atoms[end - 1].after != .none { break }
    }
    guard end > second else { return nil }
    // `treats the window like RAM and storage like disk`: the second has a statement of its own.
    if end < range.upperBound, run.lowerBound > range.lowerBound,
      prose.atoms[end].lower == prose.atoms[run.lowerBound - 1].lower
    {
      return nil
    }
    // `accounts with an SPN and cracks them`
    if end < range.upperBound, prose.atoms[end].traits.contains(.pronouns) { return nil }
    return run.lowerBound..<end
  }

  /// `6 × N × D`
  private func isInFormula(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    run.lowerBound > range.lowerBound && isOperator(run.lowerBound - 1)
      || run.upperBound < range.upperBound
        && (isOperator(run.upperBound) || isEquation(run.upperBound))
  }

  /// `rolling buffer | KV | cache`: a name in the middle of a phrase that is not asked for as a whole.
  private func isCut(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    guard isEnglish, run.lowerBound > range.lowerBound else { return false }
    // `technique T1558`: the number is its own name.
    if run.contains(where: { index in
      prose.atoms[index].lower.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }) {
      return false
    }
    let before = prose.atoms[run.lowerBound - 1]
    // `a target | LLM`
    let isNoun =
      before.shape == .verb && run.lowerBound - 1 > range.lowerBound
      && prose.atoms[run.lowerBound - 2].traits.contains(.article)
    return before.after == .none && (before.shape == .word || isNoun)
      && before.depth == prose.atoms[run.lowerBound].depth
      && !before.lower.hasSuffix("s") && !before.lower.hasSuffix("ly")
      // `older anchor-based | YOLOs`
      && (!before.lower.hasSuffix("ed") || before.lower.contains("-"))
  }

  /// `STDIO execution model`: a name with the nouns that it is set before.
  private func phrase(from run: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var end = run.upperBound
    while isEnglish, end < range.upperBound, end - run.upperBound < 3,
      prose.atoms[end - 1].after == .none,
      prose.atoms[end].depth == prose.atoms[run.lowerBound].depth,
      // `LATERAL join`
      prose.atoms[end].shape == .word
        || prose.atoms[end].shape == .verb && !isVerb(end, in: range)
    {
      let word = prose.atoms[end].lower
      if word.hasSuffix("ly") || prose.atoms[end].traits.contains(.participle) { break }
      // `every attention and MLP block | writes into it`
      if word.hasSuffix("s"), prose.atoms[end].shape == .verb, end + 1 < range.upperBound,
        prose.atoms[end].after == .none, prose.atoms[end + 1].traits.contains(.prepositions),
        end > run.upperBound
      {
        break
      }
      // `CTEs dates from then`: behind a plural comes no noun.
      if word.hasSuffix("s"), prose.atoms[end - 1].shape == .name,
        prose.string(prose.atoms[end - 1].core).hasSuffix("s")
      {
        break
      }
      if word.hasSuffix("s"), !word.hasSuffix("ss"), end + 1 < range.upperBound,
        prose.atoms[end].after == .none,
        [.word, .name, .capital, .code].contains(prose.atoms[end + 1].shape)
          && prose.atoms[end + 1].depth == prose.atoms[end].depth
          // `the regression averages | into it`
          || ["into", "onto"].contains(prose.atoms[end + 1].lower)
      {
        // More likely a verb that `Words` does not know.
        break
      }
      end += 1
    }
    var start = run.lowerBound
    while start > range.lowerBound, run.lowerBound - start < 2,
      prose.atoms[start - 1].after == .none,
      prose.atoms[start - 1].depth == prose.atoms[run.lowerBound].depth,
      prose.atoms[start - 1].shape == .word, !prose.atoms[start - 1].lower.hasSuffix("s"),
      !prose.atoms[start - 1].lower.hasSuffix("ed")
    {
      start -= 1
    }
    // `the | first BIS rule`
    if start > range.lowerBound, ["first", "last"].contains(prose.atoms[start - 1].lower),
      isEnglish
    {
      return start - 1..<end
    }
    // `need | clustered SEs`
    if start > range.lowerBound + 1, prose.atoms[start - 1].shape == .word,
      prose.atoms[start - 1].lower.hasSuffix("ed"), prose.atoms[start - 1].after == .none,
      prose.atoms[start - 2].shape == .verb, isEnglish
    {
      return start - 1..<end
    }
    // Only where it is clear that a phrase begins: behind `for`, `the`.
    guard isEnglish, start > range.lowerBound, prose.atoms[start - 1].shape == .function else {
      return run.lowerBound..<end
    }
    return start..<end
  }

  /// `A, B, and C` from its first name.
  private func series(from run: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var end = run.upperBound
    var count = 1
    while end < range.upperBound,
      prose.atoms[end - 1].after == .comma
        || prose.atoms[end].lower == "and" || prose.atoms[end].lower == "or"
    {
      var start = end
      if prose.atoms[start].lower == "and" || prose.atoms[start].lower == "or" { start += 1 }
      guard start < range.upperBound,
        prose.atoms[start].depth == prose.atoms[run.lowerBound].depth
      else { break }
      let next = name(at: start, in: range)
      guard !next.isEmpty else { break }
      end = next.upperBound
      count += 1
    }
    return count > 2 ? run.lowerBound..<end : run
  }

  /// How many names a row has.
  private func names(in series: Range<Int>) -> Int {
    var count = 1
    for index in series.dropLast() {
      let joins = prose.atoms[index].traits.contains(.conjunction)
      let isClosed = joins && index > series.lowerBound && prose.atoms[index - 1].after == .comma
      if prose.atoms[index].after == .comma || joins && !isClosed { count += 1 }
    }
    return count
  }
}
