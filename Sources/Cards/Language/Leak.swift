/// The words of a text for finding one text in another: letters and digits only, in lower case,
/// without the plural's `s`.
struct WordKeys {
  /// A word of up to eight ASCII letters is its own key, the first letter lowest; a longer one has its
  /// hash, with the highest bit set.
  private(set) var keys: [UInt64] = []
  /// The first letter of each word, when it is ASCII, else 0.
  private var initials: [UInt8] = []
  /// Whether a word is written in capitals: `RAG`, `LLMs`.
  private var acronyms: [Bool] = []
  /// Whether a word begins with a capital.
  private var capitals: [Bool] = []
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
        settle(&word, isDigit: false)
        for byte in scalar.properties.lowercaseMapping.utf8 { word.add(byte) }
      } else {
        finish(&word)
      }
    }
    finish(&word)
  }

  private mutating func take(_ byte: UInt8, _ word: inout Word) {
    settle(&word, isDigit: byte >= 0x30 && byte <= 0x39)
    switch byte {
    case 0x61...0x7a, 0x30...0x39: word.add(byte)
    // `1.3` is one figure, and `1` does not stand in it.
    case 0x2e where word.endsInDigit: word.endsInPoint = true
    case 0x41...0x5a:
      word.capitals += 1
      if word.count == 0 { word.isCapital = true }
      word.add(byte | 0x20)
    case 0x27: return
    default: finish(&word)
    }
  }

  private mutating func settle(_ word: inout Word, isDigit: Bool) {
    guard word.endsInPoint else { return }
    word.endsInPoint = false
    if isDigit { word.add(0x2e) } else { finish(&word) }
  }

  private mutating func finish(_ word: inout Word) {
    guard word.count > 0 else { return }
    let key = word.key
    if word.hasDigit || WordKeys.negations.contains(key) { firm.append(key) }
    keys.append(key)
    initials.append(word.first)
    acronyms.append(word.capitals > 1 && word.capitals + 1 >= word.count)
    capitals.append(word.isCapital)
    word = Word()
  }

  private static let negations: [UInt64] = ["not", "no", "never", "without"].map(packed)

  /// Keeps two texts apart: no answer reaches across.
  mutating func separate() {
    keys.append(.max)
    initials.append(0)
    acronyms.append(false)
    capitals.append(false)
  }

  mutating func append(_ other: WordKeys) {
    keys += other.keys
    initials += other.initials
    acronyms += other.acronyms
    capitals += other.capitals
    firm += other.firm
  }

  /// Whether the answer's words stand here, one behind the other.
  func contains(_ answer: WordKeys) -> Bool {
    let (keys, sought) = (keys, answer.keys)
    guard let first = sought.first else { return false }
    for start in 0..<max(0, keys.count - sought.count + 1) where keys[start] == first {
      if sought.indices.allSatisfy({ keys[start + $0] == sought[$0] }) { return true }
    }
    return quantity(of: answer)
  }

  /// Whether the quantity that the answer begins with stands here, joined or apart: `128 GB` beside
  /// `M4 Max 128GB`.
  private func quantity(of answer: WordKeys) -> Bool {
    func joined(_ keys: [UInt64], _ place: Int) -> UInt64? {
      guard place + 1 < keys.count, WordKeys.isFigure(keys[place]) else { return nil }
      let digits = (64 - keys[place].leadingZeroBitCount + 7) / 8
      let letters = (64 - keys[place + 1].leadingZeroBitCount + 7) / 8
      guard digits + letters <= 8 else { return nil }
      return keys[place] | keys[place + 1] << (8 * UInt64(digits))
    }
    if answer.keys.count < 4, let sought = joined(answer.keys, 0), keys.contains(sought) {
      return true
    }
    guard answer.keys.count == 1, let sought = answer.firm.first else { return false }
    return keys.indices.contains { joined(keys, $0) == sought }
  }

  /// Whether a word is digits only.
  private static func isFigure(_ key: UInt64) -> Bool {
    guard key > 0, key >> 63 == 0 else { return false }
    var rest = key
    while rest > 0 {
      guard (0x30...0x39).contains(rest & 0xff) else { return false }
      rest >>= 8
    }
    return true
  }

  /// Whether this spells the answer out, as `Retrieval-Augmented Generation` does `RAG`, or the other
  /// way round. Small words may be left out of an acronym.
  func spellsOut(_ answer: WordKeys) -> Bool {
    if answer.keys.count == 1, answer.acronyms[0], let letters = WordKeys.letters(answer.keys[0]),
      (2...6).contains(letters.count),
      WordKeys.stand(letters, in: initials) || WordKeys.stand(letters, in: weightyInitials)
    {
      return true
    }
    guard acronyms.contains(true) else { return false }
    // `Annex III` spells no `AI` out.
    guard !answer.acronyms.contains(true), answer.firm.isEmpty else { return false }
    return isAbbreviated(answer.initials) || isAbbreviated(answer.weightyInitials)
  }

  private static func stand(_ letters: [UInt8], in initials: [UInt8]) -> Bool {
    guard letters.count <= initials.count else { return false }
    return (0...(initials.count - letters.count)).contains { start in
      letters.indices.allSatisfy { initials[start + $0] == letters[$0] }
    }
  }

  private func isAbbreviated(_ initials: [UInt8]) -> Bool {
    guard (2...6).contains(initials.count), !initials.contains(0) else { return false }
    var acronym: UInt64 = 0
    for (place, letter) in initials.enumerated() { acronym |= UInt64(letter) << (8 * place) }
    return keys.indices.contains { acronyms[$0] && keys[$0] == acronym }
  }

  /// The initials without those of `of`, `and`, `from`.
  private var weightyInitials: [UInt8] {
    keys.indices.compactMap { WordKeys.small.contains(keys[$0]) ? nil : initials[$0] }
  }

  private static let small: Set<UInt64> = Set(
    ["of", "and", "for", "from", "the", "in", "to", "on", "with", "a", "as", "by"].map(packed))

  /// `TLS 1.2` beside `TLS 1.3`, `Phase II` beside `Phase I`: the one names the other's kind.
  func counts(besides answer: WordKeys) -> Bool {
    guard answer.keys.count == 2 || answer.keys.count == 3, let name = answer.keys.first,
      answer.capitals[0], (1..<answer.keys.count).allSatisfy(answer.isCounted)
    else { return false }
    return keys.indices.contains { place in
      // `default temperature` beside `Temperature 0`: the word itself is half of the answer.
      keys[place] == name
        && (!answer.acronyms[0] || place + 1 < keys.count && isCounted(place + 1))
    }
  }

  /// Whether most of the answer's weightier words stand here, or a longer word that begins like its only
  /// one: `utf8` beside `utf8mb4`.
  /// - Parameters:
  ///   - isCode: the words of code are its letters, and no more.
  ///   - isPhrase: it is made of ordinary words, of which one tells the other.
  func hints(at answer: WordKeys, isCode: Bool, isPhrase: Bool) -> Bool {
    let weighty = answer.keys.filter {
      (WordKeys.length($0) >= 4 || answer.firm.contains($0)) && !WordKeys.small.contains($0)
    }
    let shown = weighty.filter { keys.contains($0) }.count
    if isCode {
      // `strict: true` beside `strict mode`
      let words = weighty.filter { !WordKeys.literals.contains($0) }
      if words.count < answer.keys.count, !words.isEmpty, words.allSatisfy({ keys.contains($0) }),
        answer.keys.allSatisfy({ words.contains($0) || WordKeys.literals.contains($0) })
      {
        return true
      }
    } else if shown * 2 > weighty.count || isPhrase && shown == 1 && answer.keys.count == 2 {
      // `event boundaries` beside `chunk boundaries`
      return true
    }
    guard answer.keys.count == 1, let key = answer.firm.first, key >> 63 == 0,
      WordKeys.length(key) >= 3
    else { return false }
    let bits = UInt64(8 * WordKeys.length(key))
    return keys.contains { $0 != key && $0 >> 63 == 0 && bits < 64 && $0 & (1 << bits - 1) == key }
  }

  private static let literals: Set<UInt64> = Set(
    ["true", "false", "none", "null", "auto", "nil"].map(packed))

  /// In letters; of a long word nine.
  private static func length(_ key: UInt64) -> Int {
    key >> 63 == 1 ? 9 : (64 - key.leadingZeroBitCount + 7) / 8
  }

  /// Whether the answer is figures only, and the same ones stand here side by side: `1 to 3` beside
  /// `1 / 3`, `2–3x` beside `2x–3x`.
  func figures(of answer: WordKeys) -> Bool {
    let sought = answer.keys.compactMap(WordKeys.figure)
    guard sought.count > 1, answer.keys.count <= sought.count + 1 else { return false }
    let (keys, count) = (keys, sought.count)
    guard keys.count >= count else { return false }
    return (0...keys.count - count).contains { start in
      sought.indices.allSatisfy { WordKeys.figure(keys[start + $0]) == sought[$0] }
    }
  }

  /// The figure at the beginning of a word: 2 of `2x`.
  private static func figure(_ key: UInt64) -> UInt64? {
    guard key >> 63 == 0, (0x30...0x39).contains(key & 0xff) else { return nil }
    var digits: UInt64 = 0
    while digits < 8, (0x2e...0x39).contains(key >> (8 * digits) & 0xff) { digits += 1 }
    return key & (digits < 8 ? 1 << (8 * digits) - 1 : .max)
  }

  /// A figure, or a Roman number.
  private func isCounted(_ place: Int) -> Bool {
    let key = keys[place]
    return firm.contains(key) && !WordKeys.negations.contains(key)
      || acronyms[place] && WordKeys.romans.contains(key) || WordKeys.romans.first == key
  }

  private static let romans: [UInt64] = ["i", "ii", "iii", "iv", "v", "vi", "vii"].map(packed)

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
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
    var capitals = 0
    var isCapital = false
    var hasDigit = false
    /// What a stop stands behind that may be followed by the rest of the figure.
    var endsInPoint = false
    var endsInDigit: Bool { last >= 0x30 && last <= 0x39 }
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

  /// `constitution` and `constitutional`, `forked` and `fork`, but not `interval` and `internal`: one word gives the
  /// other away.
  static func areKin(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let common = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let (shorter, longer) = (
      min(one.utf8.count, other.utf8.count), max(one.utf8.count, other.utf8.count)
    )
    return common >= 5 && common * 10 >= shorter * 7
      || common >= 4 && common * 5 >= shorter * 4 && longer - shorter <= 3
  }

  /// Whether the answer's words stand in the text.
  static func contains(_ text: String, _ answer: String) -> Bool {
    WordKeys(text).contains(WordKeys(answer))
  }
}
