/// Tells a mistyped name from another name. Many names differ from others by a letter or two (`Austria`,
/// `Australia`; `Dominica`, `Dominican`; `Anderson`, `Andersen`), mostly at the end, so that less is
/// forgiven in them than in other words: two letters swapped, a letter doubled or not, and in long ones a
/// single letter in their middle.
enum NameSlip {
  /// Whether a word is to be judged as a name. Of those that begin with a capital, what ends like an abstract
  /// noun or an adjective is a common word at the beginning of an answer; `ontology` and `oncology` are as
  /// close to each other as names are.
  static func isName(_ token: AnswerToken) -> Bool {
    technicalEndings.contains { token.key.hasSuffix($0) }
      || token.isCapitalised && !commonEndings.contains { token.key.hasSuffix($0) }
  }

  private static let technicalEndings = [
    "logy", "nomy", "graphy", "itis", "osis", "lysis", "tomy", "emia",
  ]

  private static let commonEndings = [
    "tion", "sion", "ment", "ness", "ity", "ism", "sis", "metry", "ability",
    "ive", "ous", "ical", "onal", "ised", "ized", "able", "ible", "ings",
  ]

  /// From this length on a letter in the middle may be wrong, missing or too many.
  private static let long = 9
  /// From this length on it may be the key beside the right one.
  private static let middling = 7

  /// - Parameters:
  ///   - right: the name, without case and accents.
  ///   - typed: what was typed, likewise; not the same.
  static func isSlip(_ right: String, _ typed: String) -> Bool {
    let right = Array(right)
    let typed = Array(typed)
    guard right.count > 5, typed.count > 3, abs(right.count - typed.count) < 3,
      Set(right.prefix(2)) == Set(typed.prefix(2))
    else { return false }
    if collapsed(right) == collapsed(typed) {
      return doublings(right, typed) <= (right.count > 8 ? 2 : 1)
    }
    let start = zip(right, typed).prefix { $0 == $1 }.count
    let rest = (right.dropFirst(start), typed.dropFirst(start))
    let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    let left = Array(rest.0.dropLast(end))
    let other = Array(rest.1.dropLast(end))
    switch (left.count, other.count) {
    case (2, 2):
      // `Christian`, `Christina`: the ending of another name.
      return left == other.reversed() && (end > 0 || !other.contains(where: "ao".contains))
    case (1, 1):
      let isBeside = areNeighbours(left[0], other[0])
      // `topography`, `tomography`.
      let isLong = right.count >= long && !technicalEndings.contains { String(right).hasSuffix($0) }
      // `Archaeopteryx`: it sounds the same.
      if isLong, end > 0, Set([left[0], other[0]]) == ["i", "y"] { return true }
      return start > 1
        && (isLong && end > 2 || isBeside && right.count >= middling && end > 1)
    case (1, 0), (0, 1): return right.count >= long && start > 1 && end > 1
    default: return false
    }
  }

  /// Without the second of two equal letters.
  private static func collapsed(_ word: [Character]) -> [Character] {
    word.indices.filter { $0 == 0 || word[$0] != word[$0 - 1] }.map { word[$0] }
  }

  /// How many letters are doubled in one of two words alike but for that.
  private static func doublings(_ left: [Character], _ right: [Character]) -> Int {
    let (one, other) = (runs(left), runs(right))
    return zip(one, other).filter { $0 != $1 }.count
  }

  private static func runs(_ word: [Character]) -> [Int] {
    var lengths: [Int] = []
    for place in word.indices {
      if place > 0, word[place] == word[place - 1] {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    return lengths
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init)

  /// Whether two letters are side by side on a keyboard.
  private static func areNeighbours(_ left: Character, _ right: Character) -> Bool {
    func place(_ letter: Character) -> (row: Int, column: Int)? {
      for (row, letters) in rows.enumerated() {
        if let column = letters.firstIndex(of: letter) { return (row, column) }
      }
      return nil
    }
    guard let one = place(left), let other = place(right) else { return false }
    return one.row == other.row && abs(one.column - other.column) == 1
  }
}
