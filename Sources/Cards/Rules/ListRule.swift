import Notes

/// Lists in one line, and lists of nested items.
///
/// | shape | cards | because |
/// | --- | --- | --- |
/// | `Four modes: a, b, c, d` | the whole list (up to seven), each item | a count or a plural promises a list |
/// | `Path: start small, grow, stop` | the same | three or more short pieces of one sort |
/// | `Flow: a → b → c` | the same, in order | |
/// | two pieces, or pieces with figures in most | none: `ClozeRule` | nobody would call that a list |
enum ListRule {
  static let longest = 7

  static func drafts(_ asked: Asked, label: Label) -> [Draft]? {
    let prose = asked.prose
    if let drafts = named(asked, label: label) { return drafts }
    guard var list = items(prose, label: label) else { return nil }
    list.items = list.items.map { item in
      // `a, b, and c`: the conjunction belongs to no item.
      guard let first = item.first, item.count > 1,
        ["and", "or", "plus"].contains(prose.atoms[first].lower)
      else { return item }
      return first + 1..<item.upperBound
    }
    list.items = withoutNumbers(list.items, prose)
    list.items = withoutTail(withoutRemark(list.items, prose), prose)
    list.items = heads(list.items, prose)
    var title = label.text(prose)
    let head = sharedHead(list.items, prose)
    if let head {
      title += label.separator + prose.text(list.items[0].lowerBound..<head)
      list.items[0] = head..<list.items[0].upperBound
    }
    let texts = list.items.map { prose.text($0) }
    var drafts = whole(
      title: title, promised: promised(prose, label.range), texts: texts, inOrder: list.inOrder,
      isPlural: head == nil && names(prose, label.range) && !label.isSentence(prose),
      isStatement: label.isSentence(prose), joint: head == nil ? ": " : " ")
    guard texts.count > 2 else { return drafts.isEmpty ? nil : drafts }
    let start = prose.span(label.range).lowerBound
    let end = prose.span(label.range.lowerBound..<label.content.upperBound).upperBound
    for (number, item) in list.items.enumerated() {
      let span = prose.span(item)
      let prompt =
        prose.string(start..<span.lowerBound) + Draft.blank
        + prose.string(span.upperBound..<max(end, span.upperBound))
      guard !asked.isGivenAway(texts[number], by: prompt) else { continue }
      drafts.append(
        Draft(
          kind: .item, prompt: prompt, answer: texts[number], slot: "item \(number + 1)",
          pool: "items of " + title))
    }
    return drafts
  }

  /// `a, b, c and d: the four virtues`: the name stands behind the list.
  private static func named(_ asked: Asked, label: Label) -> [Draft]? {
    let prose = asked.prose
    guard prose.words(label.content) <= 6, let promised = promised(prose, label.content) else {
      return nil
    }
    let pieces = opened(
      prose.split(label.range, after: .comma), prose, promised: promised)
    guard pieces.count == promised, pieces.count > 2 else { return nil }
    let texts = pieces.map { piece in
      let opens = prose.atoms[piece.lowerBound].traits.contains(.conjunction) && piece.count > 1
      return prose.text(opens ? piece.lowerBound + 1..<piece.upperBound : piece)
    }
    let title = prose.text(label.content)
    return [
      Draft(
        kind: .list, prompt: "What are \(title)?", answer: texts.joined(separator: ", "),
        slot: "list")
    ]
  }

  /// Nested items under a label.
  static func drafts(label: Prose, items: [RichText]) -> [Draft] {
    let texts = items.map(\.plain)
    guard (2...longest).contains(texts.count),
      items.allSatisfy({ text in
        let prose = Prose(text)
        return prose.words(prose.everything) <= 6 && Label(prose) == nil
      })
    else { return [] }
    return whole(
      title: label.text(label.everything), promised: promised(label, label.everything),
      texts: texts, inOrder: false, isPlural: names(label, label.everything))
  }

  private static func whole(
    title: String, promised: Int?, texts: [String], inOrder: Bool, isPlural: Bool,
    isStatement: Bool = false, joint: String = ": "
  ) -> [Draft] {
    guard texts.count <= longest else { return [] }
    let order = inOrder && !title.lowercased().contains("in order") ? ", in order" : ""
    let prompt: String
    let first = title.prefix { !$0.isWhitespace }
    if promised == texts.count, Words.counts[first.lowercased()] == texts.count,
      !title.contains(where: { $0 == "(" }), !isStatement
    {
      prompt = "What are the \(first.lowercased())\(title.dropFirst(first.count))\(order)?"
    } else if promised == texts.count {
      prompt = "\(title): which are they\(order)?"
    } else if isPlural {
      prompt = "\(title): which \(Words.count(texts.count))\(order)?"
    } else if inOrder {
      prompt = "\(title)\(joint)\(Draft.blank) (\(Words.count(texts.count)), in order)"
    } else {
      prompt = "\(title)\(joint)\(Draft.blank) (\(Words.count(texts.count)))"
    }
    let separator = texts.contains { $0.contains(", ") } ? "; " : ", "
    return [
      Draft(
        kind: .list, prompt: prompt, answer: texts.joined(separator: inOrder ? " → " : separator),
        slot: "list")
    ]
  }

  /// The number in the label: `Four failure modes`, `exactly three types`, `the 5 stages`.
  static func promised(_ prose: Prose, _ label: Range<Int>) -> Int? {
    for index in label where prose.atoms[index].depth == 0 {
      let atom = prose.atoms[index]
      guard atom.traits.contains(.counts) || atom.shape == .number,
        // `2 December 2024`
        Figures.date(prose, at: index, in: label) == nil,
        !isOfName(prose, index, label),
        // `the line between 2 and 3`
        index + 1 == label.upperBound || !prose.atoms[index + 1].traits.contains(.conjunction),
        index == label.lowerBound || !prose.atoms[index - 1].traits.contains(.conjunction)
      else { continue }
      if let count = Words.counts[atom.lower] ?? Int(atom.lower), (2...20).contains(count) {
        return count
      }
    }
    return nil
  }

  /// `Keel 3: …`: the number belongs to the name.
  private static func isOfName(_ prose: Prose, _ index: Int, _ label: Range<Int>) -> Bool {
    guard prose.atoms[index].shape == .number, index > label.lowerBound else { return false }
    let before = prose.atoms[index - 1]
    return before.after == .none
      && (before.shape == .name
        || before.shape == .capital && !before.traits.contains(.openers)
          && before.traits.isDisjoint(with: [.function, .verb]) && !before.lower.hasSuffix("ly"))
  }

  private static func items(
    _ prose: Prose, label: Label
  ) -> (items: [Range<Int>], inOrder: Bool)? {
    let content = row(prose, before: label.content)
    // `a, b, c: the same thing`: the list stands before it.
    guard label.range.filter({ prose.atoms[$0].ends(.comma) }).count < 2,
      // `Oak vs pine vs elm: hard, soft, hard and light`: one for each, in their order.
      label.range.filter({ prose.atoms[$0].isSymbol(.versus) }).count < 2
    else { return nil }
    let promised = promised(prose, label.range)
    let steps = prose.split(content, after: .semicolon).first ?? content
    var arrows = prose.split(steps, at: .arrow)
    if arrows.count == 1 {
      // `Precedence: arguments > environment > file`
      let signs = Set(
        steps.filter { prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.comparison) }
          .map { prose.atoms[$0].lower })
      if signs == ["<"] || signs == [">"] { arrows = prose.split(steps, at: .comparison) }
      if arrows.count > longest { return nil }
    }
    // `5.7% at first → 2.9% with tar → 1.9% with tar and paint`: the figures are the better questions.
    let areFigures =
      arrows.allSatisfy { $0.contains { prose.atoms[$0].lower.hasSuffix("%") } }
      && arrows.contains { prose.outerWords($0) > 3 }
    if areFigures, arrows.count > 2 { return nil }
    if arrows.count > 2, arrows.allSatisfy({ prose.outerWords($0) <= 6 && !isParted(prose, $0) }) {
      return (arrows, true)
    }
    // A remark behind a dash or a second sentence makes it more than a list.
    guard !content.dropLast().contains(where: { prose.atoms[$0].ends(.sentence) }),
      !content.contains(where: {
        prose.atoms[$0].depth == 0
          && (prose.atoms[$0].isSymbol(.dash) || prose.atoms[$0].isSymbol(.equals)
            || prose.atoms[$0].isSymbol(.versus))
      }),
      prose.first(.colon, in: content) == nil
    else { return nil }
    var pieces = prose.split(content, after: .semicolon)
    let bySemicolons = pieces.count > 1
    if !bySemicolons { pieces = prose.split(content, after: .comma) }
    if !bySemicolons { pieces = opened(pieces, prose, promised: promised) }
    pieces = parted(withoutHead(withoutEtcetera(pieces, prose), prose), prose)
    guard pieces.count > 1,
      // `knots, not ropes, cause most of it`; `oak, elm (hard); pine, larch`: a statement, and groups.
      !pieces.dropFirst().contains(where: {
        ["not", "never"].contains(prose.atoms[$0.lowerBound].lower)
      }),
      !bySemicolons || !pieces.contains(where: { prose.split($0, after: .comma).count > 2 })
    else { return nil }
    if pieces.count == promised {
      // `a is one thing, another underneath`: a statement.
      let isStatement =
        pieces.count == 2
        && pieces[0].dropFirst().dropLast().contains { prose.atoms[$0].traits.contains(.copula) }
      return !isStatement && pieces.allSatisfy { prose.words($0) <= 12 }
        ? (pieces, isOrdered(prose, label)) : nil
    }
    // `They keep all rows: a is unique, b leaves gaps`: statements under a statement.
    guard !label.isSentence(prose) else { return nil }
    let isPlural = endsPlural(prose, label.range)
    guard pieces.count > 2, !bySemicolons || isPlural, promised == nil else { return nil }
    let longest = heads(pieces, prose) == pieces ? 7 : 14
    guard pieces.allSatisfy({ prose.words($0) <= longest }) else { return nil }
    let figures = pieces.filter { $0.contains { prose.atoms[$0].shape == .number } }.count
    guard figures == 0 || isPlural && figures * 2 < pieces.count else { return nil }
    let asksEach = pieces.allSatisfy {
      ["what", "who", "when", "how", "where", "why", "which"]
        .contains(prose.atoms[$0.lowerBound].lower)
    }
    if asksEach { return (pieces, false) }
    // A clause with a subject and a verb in the middle is no list item.
    let clauses = pieces.filter { piece in
      piece.dropFirst().contains {
        // `shutter speed`: what nothing follows is a noun.
        prose.atoms[$0].depth == 0 && prose.atoms[$0].shape == .verb && $0 + 1 < piece.upperBound
          && (prose.atoms[$0].traits.contains(.linking) || !isPlural)
      }
    }
    guard clauses.isEmpty || isPlural && clauses.count * 3 <= pieces.count else { return nil }
    let opensWithVerb = pieces.filter { prose.atoms[$0.lowerBound].shape == .verb }.count
    guard isPlural || opensWithVerb == 0 || opensWithVerb == pieces.count else { return nil }
    return (pieces, isOrdered(prose, label))
  }

  /// `the mode can be | a, b or c`: what says it of all of them is no part of the first.
  private static func withoutHead(_ pieces: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    func verb(_ piece: Range<Int>) -> Int? {
      piece.dropLast().last {
        prose.atoms[$0].traits.contains(.copula)
          || prose.atoms[$0].lower == "be" && $0 > piece.lowerBound
            && prose.atoms[$0 - 1].traits.contains(.modals)
      }
    }
    guard pieces.count > 2, let first = pieces.first, let verb = verb(first),
      pieces.dropFirst().allSatisfy({ piece in
        !piece.contains {
          prose.atoms[$0].shape == .verb || prose.atoms[$0].traits.contains(.copula)
        }
      })
    else { return pieces }
    return [verb + 1..<first.upperBound] + pieces.dropFirst()
  }

  /// `` `mutmut` and `cosmic-ray` (Python) ``: two items in one.
  private static func parted(_ pieces: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    pieces.flatMap { piece -> [Range<Int>] in
      guard piece.count > 2, prose.atoms[piece.lowerBound].shape == .code,
        prose.atoms[piece.lowerBound + 1].lower == "and",
        prose.atoms[piece.lowerBound + 2].shape == .code,
        piece.count == 3 || prose.atoms[piece.lowerBound + 3].depth > 0
      else { return [piece] }
      return [piece.lowerBound..<piece.lowerBound + 1, piece.lowerBound + 2..<piece.upperBound]
    }
  }

  /// `Li, Zheng, et al.`: what stands for others is no item.
  private static func withoutEtcetera(_ pieces: [Range<Int>], _ prose: Prose) -> [Range<Int>] {
    guard let last = pieces.last,
      ["etc", "et al", "and more", "and others", "and so on"].contains(
        prose.text(last).lowercased().filter { $0 != "." })
    else { return pieces }
    return pieces.dropLast()
  }

  /// `a, b, c — each in its own way`: a remark on all of a row of names.
  private static func row(_ prose: Prose, before content: Range<Int>) -> Range<Int> {
    guard
      let dash = content.first(where: {
        prose.atoms[$0].depth == 0 && prose.atoms[$0].isSymbol(.dash)
          && Label.isProse(prose, around: $0)
      }), dash + 1 < content.upperBound,
      ["each", "all", "these", "both", "none", "any"].contains(prose.atoms[dash + 1].lower)
    else { return content }
    return content.lowerBound..<dash
  }

  /// `a, b and c` without a second comma.
  private static func opened(
    _ pieces: [Range<Int>], _ prose: Prose, promised: Int?
  ) -> [Range<Int>] {
    guard let last = pieces.last, pieces.count > 1 || promised == 2,
      // `14 days, then fix or delete`: one step.
      prose.atoms[last.lowerBound].lower != "then",
      let conjunction = last.dropFirst().first(where: {
        (prose.atoms[$0].lower == "and" || prose.atoms[$0].lower == "or")
          && prose.atoms[$0].depth == 0
      }), conjunction + 1 < last.upperBound
    else { return pieces }
    let isPromised = promised == pieces.count + 1
    guard isPromised || promised == nil && prose.words(last) <= 4 else { return pieces }
    return pieces.dropLast() + [last.lowerBound..<conjunction, conjunction + 1..<last.upperBound]
  }

  private static func isParted(_ prose: Prose, _ piece: Range<Int>) -> Bool {
    piece.dropLast().contains { prose.atoms[$0].after != .none && prose.atoms[$0].afterDepth == 0 }
  }

  private static func isOrdered(_ prose: Prose, _ label: Label) -> Bool {
    label.range.contains {
      prose.atoms[$0].traits.contains(.orders) && $0 > label.range.lowerBound
    }
  }

  /// Whether the label is a plural that the things are: `Vectors of the plague`, but not `How it works`.
  private static func names(_ prose: Prose, _ label: Range<Int>) -> Bool {
    let end =
      label.dropFirst().first {
        prose.atoms[$0].traits.contains(.prepositions) || prose.atoms[$0].depth > 0
      } ?? label.upperBound
    guard end > label.lowerBound, !isName(prose, label, upTo: end) else { return false }
    let head = end - 1..<end
    return endsPlural(prose, head)
      && (head.lowerBound == label.lowerBound || prose.atoms[head.lowerBound].shape != .verb
        || !prose.atoms[head.lowerBound - 1].traits.contains(.pronouns))
  }

  /// `Oaken Tides (HVE-1901): …`: one thing, with what tells it.
  private static func isName(_ prose: Prose, _ label: Range<Int>, upTo end: Int) -> Bool {
    end - label.lowerBound > 1 && end < label.upperBound && prose.atoms[end].depth > 0
      && (label.lowerBound..<end).allSatisfy { [.capital, .name].contains(prose.atoms[$0].shape) }
      && prose.string(prose.span(end..<label.upperBound)).contains {
        Prose.isDigit($0.unicodeScalars.first ?? " ")
      }
  }

  private static func endsPlural(_ prose: Prose, _ label: Range<Int>) -> Bool {
    label.contains { index in
      let lower = prose.atoms[index].lower
      return prose.atoms[index].depth == 0 && lower.utf8.count > 3
        // `TIES` is none, `CVEs` is one.
        && prose.scalars[prose.atoms[index].core].last == "s"
        && !lower.hasSuffix("ss") && !lower.hasSuffix("us") && !lower.hasSuffix("is")
        && prose.atoms[index].shape != .function
    }
  }
}
