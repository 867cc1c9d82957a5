/// Finds what somebody means by a few letters: every word typed must be in the text, whole, as the
/// beginning of a word, or as letters in that order.
struct FuzzyMatch: Sendable, Equatable {
  /// The higher, the better.
  private(set) var score: Int
  /// Which characters of the text matched.
  private(set) var places: Set<Int> = []

  /// A text to search in, made ready once.
  struct Text: Sendable {
    let characters: [Character]
    /// Whether a word begins at each character.
    let begins: [Bool]

    init(_ text: String) {
      // Character by character, so that the places are those of the text itself.
      characters = text.map { Character($0.lowercased().prefix(1).description) }
      var begins: [Bool] = []
      var previous: Character = " "
      for character in characters {
        begins.append(FuzzyMatch.isWord(character) && !FuzzyMatch.isWord(previous))
        previous = character
      }
      self.begins = begins
    }
  }

  /// Nil when the text does not have what was typed. Nothing typed matches everything.
  init?(_ typed: String, in text: Text) {
    score = 0
    for word in typed.lowercased().split(whereSeparator: \.isWhitespace) {
      guard let (points, found) = Self.best(Array(word), in: text) else { return nil }
      score += points
      places.formUnion(found)
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func best(_ word: [Character], in text: Text) -> (Int, [Int])? {
    var inside: (Int, [Int])?
    let last = text.characters.count - word.count
    if last >= 0 {
      for start in 0...last where text.characters[start] == word[0] {
        guard zip(word, text.characters[start...]).allSatisfy(==) else { continue }
        let places = Array(start..<(start + word.count))
        if text.begins[start] {
          let end = start + word.count
          let isWhole = end == text.characters.count || !isWord(text.characters[end])
          return ((isWhole ? 120 : 100) - min(start, 40), places)
        }
        inside = inside ?? (50 - min(start, 40), places)
      }
    }
    return inside ?? scattered(word, in: text)
  }

  /// The letters in their order, each at the beginning of a word or right behind the one before;
  /// letters that merely occur somewhere would match everything.
  private static func scattered(_ word: [Character], in text: Text) -> (Int, [Int])? {
    var places: [Int] = []
    var at = 0
    for letter in word {
      if let last = places.last, last + 1 < text.characters.count,
        text.characters[last + 1] == letter
      {
        places.append(last + 1)
      } else {
        while at < text.characters.count, !(text.begins[at] && text.characters[at] == letter) {
          at += 1
        }
        guard at < text.characters.count else { return nil }
        places.append(at)
      }
      at = (places.last ?? 0) + 1
    }
    return (10, places)
  }
}
