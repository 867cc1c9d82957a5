/// A part of the answer that stands in the prompt, or an answer that says next to nothing.
enum Hint {
  /// Whether the prompt has a good part of the answer (`set of partitions` beside `within a partition`), or the
  /// answer is a mere letter that stands for something.
  static func isIn(_ prompt: String, of answer: String, for blank: Blank) -> Bool {
    let letters = answer.filter { $0 != "`" }
    if letters.filter(\.isLetter).count <= (letters.hasSuffix(")") ? 2 : 1),
      letters.allSatisfy({ $0.isLetter || "()".contains($0) })
    {
      return true
    }
    // `four engines; two of them use X`: half of the row stands there.
    if blank.count != nil {
      let items = answer.split { $0 == "," || $0 == ";" }.map { item in
        WordKeys(item.hasPrefix(" and ") ? String(item.dropFirst(5)) : String(item))
      }
      let prompt = WordKeys(prompt)
      let shown = items.filter { !$0.keys.isEmpty && prompt.contains($0) }.count
      if shown * 2 >= items.count { return true }
    }
    // `to exactly | one consumer`: the number is the answer.
    let first = answer.prefix { $0.isLetter }.lowercased()
    guard !blank.isFigure, Words.counts[first] == nil, !Words.amounts.contains(first) else {
      return false
    }
    if standsInLonger(answer, prompt) { return true }
    let shown = WordKeys(prompt)
    let words = WordKeys(answer).keys
    // `import x` beside `from x import y`
    if answer.hasPrefix("`") {
      let code = prompt.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element).joined(separator: " ")
      let beside = WordKeys(code).keys
      if words.count > 1, words.allSatisfy({ beside.contains($0) }) { return true }
    }
    // `COUNT(DISTINCT x)` beside `COUNT(x)` and `distinct`
    if answer.hasPrefix("`"), words.count > 2, words.allSatisfy({ shown.keys.contains($0) }) {
      return true
    }
    // `''` in `LENGTH('')`
    let signs = answer.filter { $0 != "`" }
    if answer.hasPrefix("`"), !signs.isEmpty,
      !signs.contains(where: { $0.isLetter || $0.isNumber }),
      prompt.contains(signs)
    {
      return true
    }
    // `Type=exec` beside `Type=simple` and `exec`
    if answer.hasPrefix("`"), answer.contains(where: { "=/".contains($0) }),
      !words.isEmpty, words.allSatisfy({ shown.keys.contains($0) })
    {
      return true
    }
    return shown.hints(
      at: WordKeys(answer), isCode: answer.contains("`"),
      isPhrase: blank.isPhrase && !blank.isContrast)
  }

  /// `fork()` beside `forked`, `ExceptionGroup` beside `BaseExceptionGroup`: the only word of the answer stands in
  /// a longer one.
  private static func standsInLonger(_ answer: String, _ prompt: String) -> Bool {
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let sought = words(answer)
    guard sought.count == 1, let word = sought.first, word.contains(where: \.isLetter) else {
      return false
    }
    return words(prompt).contains { longer in
      longer.count > word.count
        && (word.count > 3 && longer.contains(word)
          // `ret` beside `retpoline`
          || word.count == 3 && answer.hasPrefix("`") && longer.hasPrefix(word)
            && !Words.function.contains(longer))
    }
  }
}
