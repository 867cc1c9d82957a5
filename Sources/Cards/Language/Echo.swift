/// Words of the answer that sound again in the prompt. They give nothing away for certain, but where the prompt
/// can do without them, it should.
enum Echo {
  /// Whether at least half of the answer's words, and more of code, have one like them in the prompt; of a row one
  /// is enough.
  static func isIn(_ prompt: String, of answer: String, isRow: Bool) -> Bool {
    let words = Leak.words(answer).filter(isWeighty)
    guard !words.isEmpty, answer.unicodeScalars.first.map({ !Prose.isDigit($0) }) ?? false else {
      return false
    }
    let shown = Set(Leak.words(prompt).filter(isWeighty))
    let alike = words.filter { word in shown.contains { isAlike($0, word) } }.count
    if isRow { return alike > 0 }
    return answer.contains("`") ? alike * 2 > words.count : alike * 2 >= words.count
  }

  private static func isWeighty(_ word: String) -> Bool {
    word.utf8.count >= 4 && !Words.function.contains(word)
      && word.unicodeScalars.first.map { !Prose.isDigit($0) } ?? false
  }

  /// `forked` and `fork`, `waits` and `waiting`, but not `interval` and `internal`.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let common = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let lengths = [one.utf8.count, other.utf8.count].sorted()
    return common >= 4 && common * 5 >= lengths[0] * 4 && lengths[1] - lengths[0] <= 3
  }
}
