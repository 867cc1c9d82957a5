/// The words of a text for finding one text in another: letters and digits only, in lower case,
/// without the plural's `s`.
struct WordKeys {
  /// A word of up to eight ASCII letters is its own key, the first letter lowest; a longer one has its
  /// hash, with the highest bit set.
  private(set) var keys: [UInt64] = []
  /// The first letter of each word, when it is ASCII, else 0.
  private var initials: [UInt8] = []
  /// Words that stand for one thing only: figures, versions, negations.
  private(set) var firm: [UInt64] = []

  init(_ text: String) {
    var word = Word()
    for byte in text.utf8 {
      if byte >= 0x80 {
        self = WordKeys(slowly: text)
        return
      }
      take(byte, &word)
    }
    finish(&word)
  }

  init() {}

  private init(slowly text: String) {
    var word = Word()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        take(UInt8(truncatingIfNeeded: scalar.value), &word)
      } else if scalar == "’" {
        continue
      } else if Prose.isLetterOrDigit(scalar) {
        for byte in scalar.properties.lowercaseMapping.utf8 { word.add(byte) }
      } else {
        finish(&word)
      }
    }
    finish(&word)
  }

  private mutating func take(_ byte: UInt8, _ word: inout Word) {
    switch byte {
    case 0x61...0x7a, 0x30...0x39: word.add(byte)
    case 0x41...0x5a: word.add(byte | 0x20)
    case 0x27: return
    default: finish(&word)
    }
  }

  private mutating func finish(_ word: inout Word) {
    guard word.count > 0 else { return }
    let key = word.key
    if word.hasDigit || WordKeys.negations.contains(key) { firm.append(key) }
    keys.append(key)
    initials.append(word.first)
    word = Word()
  }

  private static let negations: [UInt64] = ["not", "no", "never", "without"].map { word in
    word.utf8.enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
  }

  /// Keeps two texts apart: no answer reaches across.
  mutating func separate() {
    keys.append(.max)
    initials.append(0)
  }

  mutating func append(_ other: WordKeys) {
    keys += other.keys
    initials += other.initials
  }

  /// Whether the answer's words stand here, one behind the other.
  func contains(_ answer: WordKeys) -> Bool {
    let (keys, sought) = (keys, answer.keys)
    guard let first = sought.first, sought.count <= keys.count else { return false }
    for start in 0...(keys.count - sought.count) where keys[start] == first {
      if sought.indices.allSatisfy({ keys[start + $0] == sought[$0] }) { return true }
    }
    return false
  }

  /// Whether this spells the answer out, as `Retrieval-Augmented Generation` does `RAG`, or the other
  /// way round.
  func spellsOut(_ answer: WordKeys) -> Bool {
    if answer.keys.count == 1, let letters = WordKeys.letters(answer.keys[0]),
      (2...6).contains(letters.count), letters.count <= initials.count
    {
      for start in 0...(initials.count - letters.count) {
        if letters.indices.allSatisfy({ initials[start + $0] == letters[$0] }) { return true }
      }
    }
    guard (2...6).contains(answer.initials.count) else { return false }
    var acronym: UInt64 = 0
    for (place, letter) in answer.initials.enumerated() { acronym |= UInt64(letter) << (8 * place) }
    return keys.contains(acronym)
  }

  /// The letters of a word that is its own key; nil when it has digits.
  private static func letters(_ key: UInt64) -> [UInt8]? {
    guard key >> 63 == 0 else { return nil }
    var letters: [UInt8] = []
    var rest = key
    while rest > 0 {
      letters.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return letters.allSatisfy { $0 >= 0x61 } ? letters : nil
  }

  private struct Word {
    var count = 0
    var hasDigit = false
    var first: UInt8 = 0
    private var packed: UInt64 = 0
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // What they were before the last letter, which may be the plural's.
    private var before: (packed: UInt64, hash: UInt64) = (0, 0)
    private var last: UInt8 = 0
    private var lastButOne: UInt8 = 0
    private var isASCII = true

    mutating func add(_ byte: UInt8) {
      if count == 0, byte < 0x80 { first = byte }
      hasDigit = hasDigit || byte >= 0x30 && byte <= 0x39
      before = (packed, hash)
      if count < 8 { packed |= UInt64(byte) << (8 * UInt64(count)) }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      isASCII = isASCII && byte < 0x80
      lastButOne = last
      last = byte
      count += 1
    }

    var key: UInt64 {
      let isPlural = count > 3 && last == 0x73 && lastButOne != 0x73
      let length = isPlural ? count - 1 : count
      if isASCII, length <= 8 { return isPlural ? before.packed : packed }
      return (isPlural ? before.hash : hash) | 1 << 63
    }
  }
}

/// Words as text, where they are compared one by one.
enum Leak {
  /// Letters and digits only, in lower case, without the plural's `s`.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func finish() {
      guard !word.isEmpty else { return }
      var text = String(word).lowercased()
      if text.utf8.count > 3, text.hasSuffix("s"), !text.hasSuffix("ss") { text.removeLast() }
      words.append(text)
      word.removeAll()
    }
    for scalar in text.unicodeScalars {
      if Prose.isLetterOrDigit(scalar) {
        word.append(scalar)
      } else if scalar != "'" && scalar != "’" {
        finish()
      }
    }
    finish()
    return words
  }

  /// Whether the answer's words stand in the text.
  static func contains(_ text: String, _ answer: String) -> Bool {
    WordKeys(text).contains(WordKeys(answer))
  }
}
