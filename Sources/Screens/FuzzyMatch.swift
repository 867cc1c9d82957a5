/// Finds what somebody means by a few letters: every word typed must be in the text, whole, as the
/// beginning of a word, or as letters in that order.
struct FuzzyMatch: Sendable, Equatable {
  /// The higher, the better.
  private(set) var score: Int
  /// Which characters of the text matched.
  private(set) var places: Set<Int> = []
  /// Whether a word was found as letters here and there only.
  private(set) var isScattered = false

  /// A text to search in, made ready once: for each character the first code point of its small
  /// letter, so that the places are those of the text itself.
  struct Text: Sendable {
    let letters: [UInt32]
    /// Whether a word begins at each character.
    let begins: [Bool]

    init(_ text: String) {
      // Most text is ASCII, where a byte is a character.
      letters =
        text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
        ? text.utf8.map(FuzzyMatch.letter) : text.map(FuzzyMatch.letter)
      var begins: [Bool] = []
      begins.reserveCapacity(letters.count)
      var isInWord = false
      for letter in letters {
        let isWord = FuzzyMatch.isWord(letter)
        begins.append(isWord && !isInWord)
        isInWord = isWord
      }
      self.begins = begins
    }
  }

  private static func letter(_ ascii: UInt8) -> UInt32 {
    UInt32(ascii | ((65...90).contains(ascii) ? 0x20 : 0))
  }

  private static func letter(_ character: Character) -> UInt32 {
    if let ascii = character.asciiValue { return letter(ascii) }
    return character.lowercased().unicodeScalars.first?.value ?? 0
  }

  /// Nil when the text does not have what was typed. Nothing typed matches everything.
  init?(_ typed: String, in text: Text) {
    score = 0
    for word in typed.split(whereSeparator: \.isWhitespace) {
      let letters = word.map(Self.letter)
      if let (points, found) = Self.together(letters, in: text) {
        score += points
        places.formUnion(found)
      } else if let found = Self.scattered(letters, in: text) {
        isScattered = true
        places.formUnion(found)
      } else {
        return nil
      }
    }
  }

  private static func isWord(_ letter: UInt32) -> Bool {
    if letter < 0x80 { return (97...122).contains(letter) || (48...57).contains(letter) }
    return Unicode.Scalar(letter)?.properties.isAlphabetic == true
  }

  /// The word as it was typed: best as the beginning of a word, or all of one.
  private static func together(_ word: [UInt32], in text: Text) -> (Int, [Int])? {
    var inside: (Int, [Int])?
    let last = text.letters.count - word.count
    if last >= 0 {
      for start in 0...last where text.letters[start] == word[0] {
        guard zip(word, text.letters[start...]).allSatisfy(==) else { continue }
        let places = Array(start..<(start + word.count))
        if text.begins[start] {
          let end = start + word.count
          let isWhole = end == text.letters.count || !isWord(text.letters[end])
          return ((isWhole ? 120 : 100) - min(start, 40), places)
        }
        inside = inside ?? (50 - min(start, 40), places)
      }
    }
    return inside
  }

  /// The letters in their order, each at the beginning of a word or right behind the one before;
  /// letters that merely occur somewhere would match everything.
  private static func scattered(_ word: [UInt32], in text: Text) -> [Int]? {
    var places: [Int] = []
    var at = 0
    for letter in word {
      if let last = places.last, last + 1 < text.letters.count,
        text.letters[last + 1] == letter
      {
        places.append(last + 1)
      } else {
        while at < text.letters.count, !(text.begins[at] && text.letters[at] == letter) {
          at += 1
        }
        guard at < text.letters.count else { return nil }
        places.append(at)
      }
      at = (places.last ?? 0) + 1
    }
    return places
  }
}
