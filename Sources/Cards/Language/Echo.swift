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
    let alike = words.filter { word in shown.contains { Leak.areKin($0, word) } }.count
    if isRow { return alike > 0 }
    return answer.contains("`") ? alike * 2 > words.count : alike * 2 >= words.count
  }

  private static func isWeighty(_ word: String) -> Bool {
    word.utf8.count >= 4 && !Words.function.contains(word)
      && word.unicodeScalars.first.map { !Prose.isDigit($0) } ?? false
  }
}
