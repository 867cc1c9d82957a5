/// How much of a fact is shown around a blank: all of it when it is short, else the sentence, else
/// the part with the one before it.
enum PromptRange {
  static let longest = 36

  static func around(
    _ blank: Blank, prose: Prose, label: Label?, content: Range<Int>
  ) -> Range<Int> {
    let whole = label.map { $0.range.lowerBound..<content.upperBound } ?? content
    if blank.isReversed || prose.words(whole) <= longest { return scalars(whole, prose) }
    var parts = prose.split(content, after: .sentence)
    var index = parts.firstIndex { scalars($0, prose).overlaps(blank.span) } ?? 0
    if prose.words(parts[index]) > longest {
      parts = prose.split(parts[index], after: .semicolon)
      index = parts.firstIndex { scalars($0, prose).overlaps(blank.span) } ?? 0
    }
    // `It does so …` needs what stands before it.
    let part = parts[index]
    if index > 0, Pronouns.opening.contains(prose.atoms[part.lowerBound].lower),
      prose.words(parts[index - 1].lowerBound..<part.upperBound) <= longest + 24
    {
      return scalars(parts[index - 1].lowerBound..<part.upperBound, prose)
    }
    return scalars(part, prose)
  }

  /// The scalars of atoms, without a comma or semicolon at their end.
  static func scalars(_ range: Range<Int>, _ prose: Prose) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    var end = prose.atoms[last].range.upperBound
    // A comma or semicolon at the end leads to what is not shown.
    if last + 1 < prose.atoms.count, prose.atoms[last].after != .sentence,
      prose.atoms[last].after != .none
    {
      end -= 1
    }
    return prose.atoms[first].range.lowerBound..<end
  }
}

enum Pronouns {
  static let opening: Set<String> = [
    "it", "its", "they", "their", "them", "this", "that", "these", "those", "he", "she", "both",
    "such", "others", "same", "also",
  ]
}
