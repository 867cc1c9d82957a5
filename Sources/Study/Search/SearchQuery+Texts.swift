extension SearchQuery {
  /// Whether some texts, taken together, have all that is wanted and nothing that is to be left out.
  func isMet(by texts: [String]) -> Bool {
    let texts = texts.map { SearchWords($0) }
    func stands(_ clause: Clause) -> Bool {
      texts.contains { text in
        text.sequences.contains { SearchMatch.stands(clause, in: $0) }
      }
    }
    func isLeftOut(_ exclusion: Exclusion) -> Bool {
      guard stands(Clause(words: exclusion.words, isPrefix: false)) else { return false }
      // `-rf` is not left out where it stands with its hyphen.
      return !stands(Clause(words: exclusion.literal, isPrefix: false))
    }
    return clauses.allSatisfy(stands) && !exclusions.contains(where: isLeftOut)
  }
}
