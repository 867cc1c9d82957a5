/// Terms with what they mean, in one line.
///
/// | shape | cards | because |
/// | --- | --- | --- |
/// | `Levels: A (x), B (y)` | what is A; which is x | every item has its gloss, so each names the other |
/// | `a = x; b = y` | `a = […]`, `[…] = x` | the same |
/// | `Codes: a → x, b → y` | `Codes: a → […]` | what leads to `x` may be many things |
/// | more than three pairs | what each one is | a fact with ten cards is a burden |
/// | an item without a gloss among them | none: `ListRule` | the brackets are remarks, not meanings |
enum GlossRule {
  /// Of more pairs only the meanings are asked for: a fact is not to fill a day.
  private static let mostBothWays = 3

  static func drafts(_ asked: Asked, label: Label?) -> [Draft]? {
    let prose = asked.prose
    let content = label?.content ?? prose.everything
    if let drafts = equations(asked, label: label, content: content) { return drafts }
    guard let label else { return nil }
    if let drafts = settings(asked, label: label) { return drafts }
    var pieces = prose.split(content, after: .semicolon)
    if pieces.count < 2 { pieces = prose.split(content, after: .comma) }
    guard pieces.count > 1 else { return nil }
    let pairs = pieces.compactMap { glossed(prose, $0) }
    guard pairs.count == pieces.count else { return nil }
    let title = label.text(prose)
    let glosses = pairs.map(\.gloss)
    guard Set(pairs.map(\.term)).count == pairs.count, Set(glosses).count == glosses.count else {
      return nil
    }
    var drafts: [Draft] = []
    for pair in pairs {
      let isFigure =
        pair.gloss.contains(where: \.isNumber) && pair.gloss.count < 20
        || pair.term.first?.isNumber == true || isPlural(pair.term) || isPlain(pair.term)
      let forward =
        isFigure
        ? "\(title): \(pair.term) (\(Draft.blank))" : "\(title): what is \(pair.term)?"
      if !asked.isGivenAway(pair.gloss, by: forward) {
        drafts.append(
          Draft(
            kind: .gloss, prompt: forward, answer: pair.gloss, slot: pair.term + " → gloss",
            pool: "glosses of " + title))
      }
      let backward =
        isFigure
        ? "\(title): \(Draft.blank) (\(pair.gloss))" : "\(title): which is “\(pair.gloss)”?"
      if pairs.count <= mostBothWays, !asked.isGivenAway(pair.term, by: backward) {
        drafts.append(
          Draft(
            kind: .gloss, prompt: backward, answer: pair.term, slot: "gloss → " + pair.term,
            pool: "terms of " + title))
      }
    }
    return drafts.isEmpty ? nil : drafts
  }

  /// `session (safe, little gain)`, `ideal for oak (…)`: of ordinary words nobody asks what they are.
  private static func isPlain(_ term: String) -> Bool {
    term.first?.isLowercase == true
  }

  /// `tools`: nobody asks what is tools.
  private static func isPlural(_ term: String) -> Bool {
    let last = term.split(separator: " ").last ?? ""
    return last.count > 3 && last.hasSuffix("s")
      && last.allSatisfy { $0.isLetter && $0.isLowercase }
      && !last.hasSuffix("ss") && !last.hasSuffix("is") && !last.hasSuffix("us")
  }

  /// `ASL-2 (marginal uplift)`
  private static func glossed(_ prose: Prose, _ piece: Range<Int>) -> (term: String, gloss: String)?
  {
    // `a (x), b (y), and c (z)`: the conjunction belongs to no term.
    let joins = piece.first.map { prose.atoms[$0].traits.contains(.conjunction) } ?? false
    let piece = joins ? piece.dropFirst() : piece
    guard let open = piece.first(where: { prose.atoms[$0].depth > 0 }), open > piece.lowerBound,
      (open..<piece.upperBound).allSatisfy({ prose.atoms[$0].depth > 0 }),
      prose.scalars[prose.atoms[open].range.lowerBound] == "(",
      prose.words(piece.lowerBound..<open) <= 4,
      // `trace ID 16 bytes (32 hex chars)`: a name and its value.
      !(piece.lowerBound + 1..<open).contains(where: {
        prose.atoms[$0].shape == .number && prose.atoms[$0 - 1].shape != .capital
      }) || open - piece.lowerBound < 3
    else { return nil }
    let gloss = open..<piece.upperBound
    guard (1...14).contains(prose.words(gloss)), !Citation.isOne(prose, gloss),
      gloss.contains(where: { prose.atoms[$0].shape != .number })
    else { return nil }
    return (prose.text(piece.lowerBound..<open), prose.inner(gloss))
  }

  /// `` Defaults: `grace 120`, `tries=6` ``: the values, by their names.
  private static func settings(_ asked: Asked, label: Label) -> [Draft]? {
    let prose = asked.prose
    let pieces = prose.split(label.content, after: .comma)
    guard (2...4).contains(pieces.count),
      pieces.allSatisfy({ $0.count == 1 && prose.atoms[$0.lowerBound].shape == .code })
    else { return nil }
    let title = label.text(prose)
    var drafts: [Draft] = []
    for piece in pieces {
      let code = prose.string(prose.atoms[piece.lowerBound].core).filter { $0 != "`" }
      let name = code.prefix { $0.isLetter || "_-.".contains($0) }
      let value = code.dropFirst(name.count).drop { "=: ".contains($0) }
      let joint = code.dropFirst(name.count).dropLast(value.count)
      guard name.count > 2, !joint.isEmpty, value.first?.isNumber == true, !value.contains(" ")
      else { return nil }
      let prompt = "\(title)\(label.separator)`\(name)\(joint)\(Draft.blank)`"
      guard !asked.isGivenAway(String(value), by: prompt) else { return nil }
      drafts.append(
        Draft(
          kind: .gloss, prompt: prompt, answer: String(value), slot: name + " → gloss",
          pool: "glosses of " + title))
    }
    return drafts
  }

  private static func equations(
    _ asked: Asked, label: Label?, content: Range<Int>
  ) -> [Draft]? {
    let prose = asked.prose
    var pieces = prose.split(content, after: .semicolon)
    if pieces.count < 2 { pieces = prose.split(content, after: .comma) }
    guard pieces.count > 1 else { return nil }
    // `It is uneven unless n divides the range: range = 32767, n = 10000 → …`: an example of a statement.
    if label?.isSentence(prose) == true,
      content.contains(where: { prose.atoms[$0].isSymbol(.arrow) })
    {
      return nil
    }
    var pairs: [(left: Range<Int>, right: Range<Int>)] = []
    // `400 → bad request; 404 → not found`
    let sign: Symbol =
      label.map({ label in !label.range.contains { prose.atoms[$0].lower == "example" } }) == true
        && pieces.allSatisfy { prose.split($0, at: .arrow).count == 2 }
      ? .arrow : .equals
    for piece in pieces {
      let sides = prose.split(piece, at: sign)
      guard sides.count == 2, prose.words(sides[0]) <= 4, (1...12).contains(prose.words(sides[1])),
        !sides[1].dropLast().contains(where: { prose.atoms[$0].ends(.sentence) })
      else { return nil }
      pairs.append((sides[0], sides[1]))
    }
    var start = label.map { prose.text($0.range) + $0.separator } ?? ""
    // `diff --exitcode → 0 = no changes, 1 = error`: what they are of belongs to all.
    if sign == .equals, let first = pairs.first,
      let arrow = first.left.dropLast().last(where: { prose.atoms[$0].isSymbol(.arrow) }),
      arrow > first.left.lowerBound
    {
      start += prose.string(
        prose.span(first.left.lowerBound..<arrow)
          .lowerBound..<prose.atoms[arrow + 1].range.lowerBound)
      pairs[0].left = arrow + 1..<first.left.upperBound
    }
    let pool = label.map { $0.text(prose) } ?? prose.text(content)
    var drafts: [Draft] = []
    for pair in pairs {
      let left = prose.text(pair.left)
      let right = prose.text(pair.right)
      let joint = sign == .arrow ? "→" : "="
      let forward = "\(start)\(left) \(joint) \(Draft.blank)"
      if !asked.isGivenAway(right, by: forward) {
        drafts.append(
          Draft(
            kind: .gloss, prompt: forward, answer: right, slot: left + " → gloss",
            pool: "glosses of " + pool))
      }
      let backward = "\(start)\(Draft.blank) \(joint) \(right)"
      // `L = 10 for the bow`: nobody looks for the name of a figure.
      let isValue =
        prose.atoms[pair.right.lowerBound].shape == .number
        && prose.atoms[pair.left.lowerBound].shape != .number
      if sign == .equals, pairs.count <= mostBothWays, !isValue,
        !asked.isGivenAway(left, by: backward)
      {
        drafts.append(
          Draft(
            kind: .gloss, prompt: backward, answer: left, slot: "gloss → " + left,
            pool: "terms of " + pool))
      }
    }
    return drafts.isEmpty ? nil : drafts
  }
}

/// `(McKinsey, 2025)`, `(OX Security disclosure, April 2026)`, `[unverified]`: says where something
/// is from or how sure it is; it is shown, and never asked for.
enum Citation {
  private static let openings: Set<String> = [
    "source", "sources", "see", "unverified", "unclear", "citation", "per", "ref", "cf", "todo",
    "figure", "fig", "table", "section", "chapter", "page", "pp", "e.g", "example",
  ]

  static func isOne(_ prose: Prose, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    if openings.contains(prose.atoms[first].lower) { return true }
    if range.contains(where: { index in
      let lower = prose.atoms[index].lower
      return lower == "al" || lower == "rfc"
        || ["arxiv:", "doi:", "http://", "https://"].contains { lower.hasPrefix($0) }
    }) {
      return true
    }
    var hasYear = false
    var hasName = false
    for index in range {
      let atom = prose.atoms[index]
      switch atom.shape {
      case .number:
        guard isYear(atom.lower) || atom.lower.utf8.count <= 2 else { return false }
        hasYear = hasYear || isYear(atom.lower)
      case .capital, .name: hasName = true
      case .word, .function: continue
      default: return false
      }
    }
    return hasYear && hasName
  }

  static func isYear(_ text: String) -> Bool {
    guard text.utf8.count == 4, let year = Int(text) else { return false }
    return (1500...2100).contains(year)
  }
}

extension Prose {
  /// Without what is added to it: `N+M integrations, | the old argument`, `lr × k | (Goyal, 2017)`.
  func withoutAside(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if let open = range.first(where: { atoms[$0].depth > 0 }), open > range.lowerBound,
      (open..<range.upperBound).allSatisfy({ atoms[$0].depth > 0 }),
      Citation.isOne(self, open..<range.upperBound)
    {
      range = range.lowerBound..<open
    }
    // `schedule it, e.g. by cron`
    if let example = range.dropFirst().first(where: {
      atoms[$0].lower == "e.g" && atoms[$0].depth == 0 && atoms[$0 - 1].ends(.comma)
    }) {
      range = range.lowerBound..<example
    }
    let commas = range.dropLast().filter { atoms[$0].ends(.comma) }
    guard commas.count == 1, let comma = commas.first,
      ["which", "what", "who", "the", "a", "an", "hence", "so", "vs", "versus"]
        .contains(atoms[comma + 1].lower),
      !(range.lowerBound..<comma + 1).contains(where: { atoms[$0].shape == .verb })
    else { return range }
    return range.lowerBound..<comma + 1
  }

  /// The text between the brackets or quotation marks that enclose the range.
  func inner(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return string(atoms[first].core.lowerBound..<innerEnd(last, from: atoms[first].core.lowerBound))
  }

  private func innerEnd(_ last: Int, from start: Int) -> Int {
    // The last core may end in a bracket of its own: `(used by f(x))`.
    var end = atoms[last].core.upperBound
    while end < atoms[last].range.upperBound, !isBalanced(start..<end) { end += 1 }
    return end
  }
}
