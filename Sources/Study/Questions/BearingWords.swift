/// The words of a text that say what it is about, without case, accents and endings.
enum BearingWords {
  /// Words that ask, or go with anything, and say nothing of what is asked about.
  private static let asking: Set<String> = [
    "what", "how", "why", "when", "where", "who", "whose", "whether", "which", "could", "should",
    "can", "may", "might", "must", "there", "still", "become", "more", "better", "best", "good",
    "use", "used", "using", "make", "makes", "need", "needs", "work", "works", "way", "ways",
    "one", "ever", "enough", "much", "many", "other", "between", "actually", "really", "without",
    "set", "get", "give", "gives", "take", "takes", "thing", "things", "real", "new", "time",
    "case", "cases", "just", "like", "even", "already", "yet", "well", "worth", "right", "rather",
    "hold", "keep", "stay", "come", "turn", "start", "let", "run", "see", "say", "know",
  ]

  static func of(_ text: String) -> Set<String> {
    // A path is as many words as it has parts.
    let spaced = String(text.map { "/-_".contains($0) ? " " : $0 })
    let tokens = Tokenizer.tokens(text)
    var words = Set(
      (tokens + Tokenizer.tokens(spaced)).lazy.filter {
        $0.weight == .content && $0.kind == .word && $0.key.count > 2 && !asking.contains($0.key)
      }.map { stem($0.key) })
    // `ASL-3` is more than `ASL`.
    for (word, number) in zip(tokens, tokens.dropFirst())
    where word.kind == .word && number.kind == .number && word.isName {
      let gap = text[word.range.upperBound..<number.range.lowerBound]
      if gap.count < 2 { words.insert(word.key + number.key) }
    }
    return words
  }

  /// Those of some words that others have too, or a longer or shorter form of them.
  static func shared(_ words: Set<String>, with others: Set<String>) -> Set<String> {
    words.filter { word in
      others.contains(word)
        || word.utf8.count >= longRoot
          && others.contains {
            $0.utf8.count >= longRoot && ($0.hasPrefix(word) || word.hasPrefix($0))
          }
    }
  }

  /// From this length on the beginning says which family a word is of: `interpret`, `interpretability`.
  private static let longRoot = 6

  /// `failures` and `failure`, `evaluated` and `evaluates`: good enough to find what belongs together.
  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "edly", "ies", "ed", "es", "s", "e", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
