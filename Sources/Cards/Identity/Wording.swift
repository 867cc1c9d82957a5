/// The words of a text for telling whether another text is the same fact in other words.
///
/// The head is what the text is about: its label, or the words before its verb. Words are letters and
/// digits in lower case; a plural counts as its singular.
struct Wording {
  struct Word {
    /// Which of its letters are capitals.
    enum Capitals: UInt8 { case none, first, some, all }

    /// Of the word without the plural's `s`.
    var key: UInt64
    /// Where it stands in `bytes`.
    var start: Int32
    var end: Int32
    var sort: Lexicon.Sort
    var inHead: Bool
    var opposite: Int16
    /// Whether it is a figure, or its unit, and not a name with a figure in it (`H100`).
    var isFigure: Bool
    /// Whether it can be a verb, whatever it is here.
    var isVerbal = false
    var isNegation = false
    /// Whether it tells one of several things from the others: `second`, `upper`.
    var tells = false
    var capitals: Capitals
    /// Whether it may be a name, by its capitals.
    var mayBeName = false
    /// Whether labels are made of such words: `Cost`, `Origin`.
    var isKind = false
    /// Whether it stands behind a preposition: `of the gateway`.
    var isComplement = false

    var isFirst: Bool { start == 0 }

    var isContent: Bool { sort == .plain || sort == .firm }
  }

  private(set) var bytes: [UInt8] = []
  /// In the order of the text.
  private(set) var words: [Word] = []
  /// The places of all words, in the order of their keys.
  private(set) var sorted: [Int32] = []
  /// The keys of the words that say something, sorted.
  private(set) var content: [UInt64] = []
  /// Of these, those behind the head.
  var body: [UInt64] { words.filter { $0.isContent && !$0.inHead }.map(\.key).sorted() }
  private(set) var negations = 0
  /// How many words of the head say something.
  private(set) var headContent = 0
  /// Whether the head is a label: `Label: content`.
  private(set) var isLabelled = false

  /// Where the head of a text ends.
  enum Head {
    /// At the end of the label, else before the verb.
    case ofFact
    /// Before this separator; without it as of a fact.
    case before(String)
    case everything
  }

  init(_ text: String, head: Head = .ofFact, lexicon: inout Lexicon) {
    var boundary = -1
    var mark: [UInt8] = []
    if case .before(let separator) = head { mark = Array(separator.utf8) }
    scan(text, mark: mark, boundary: &boundary)
    finish(head: head, boundary: boundary, lexicon: &lexicon)
  }

  // MARK: Reading

  /// Splits the text into words; `boundary` becomes the number of words before the mark, or before the
  /// colon or dash that ends a label.
  private mutating func scan(_ text: String, mark: [UInt8], boundary: inout Int) {
    bytes.reserveCapacity(text.utf8.count)
    var start = 0
    var previous: UInt8 = 0
    var isOver = false
    var capitals = 0
    var isCapital = false
    func close(_ end: Int, _ words: inout [Word]) {
      guard end > start else { return }
      let kind: Word.Capitals =
        if capitals == 0 {
          .none
        } else if capitals == end - start {
          capitals == 1 ? .first : .all
        } else {
          isCapital && capitals == 1 ? .first : .some
        }
      words.append(
        Word(
          key: 0, start: Int32(start), end: Int32(end), sort: .plain, inHead: false, opposite: 0,
          isFigure: false, capitals: kind))
      start = end
      capitals = 0
    }
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if !mark.isEmpty, boundary < 0, byte == mark[0],
        source[index...].starts(with: mark)
      {
        close(bytes.count, &words)
        boundary = words.count
      }
      switch byte {
      case 0x61...0x7a, 0x30...0x39: bytes.append(byte)
      case 0x41...0x5a:
        if capitals == 0 { isCapital = bytes.count == start }
        capitals += 1
        bytes.append(byte | 0x20)
      case 0x27: break
      case 0x2c, 0x2e:
        let isInside =
          previous >= 0x30 && previous <= 0x39 && index + 1 < source.count
          && source[index + 1] >= 0x30 && source[index + 1] <= 0x39
        if isInside {
          if byte == 0x2e { bytes.append(byte) }
        } else {
          close(bytes.count, &words)
          if byte == 0x2e, index + 1 < source.count, source[index + 1] == 0x20 { isOver = true }
        }
      case 0x80...:
        let scalar = Wording.scalar(in: source, at: &index)
        if scalar == "’" {
          break
        } else if Prose.isLetterOrDigit(scalar) {
          bytes += Array(scalar.properties.lowercaseMapping.utf8)
        } else {
          close(bytes.count, &words)
          if mark.isEmpty, !isOver, boundary < 0, scalar == "—" || scalar == "–",
            previous == 0x20, !words.isEmpty, words.count <= 5
          {
            boundary = words.count
          }
        }
      default:
        close(bytes.count, &words)
        let endsLabel = byte == 0x3a && index + 1 < source.count && source[index + 1] == 0x20
        if mark.isEmpty, endsLabel, !isOver, boundary < 0, words.count <= 10 {
          boundary = words.count
        }
      }
      previous = byte
      index += 1
    }
    close(bytes.count, &words)
  }

  private static func scalar(in bytes: [UInt8], at index: inout Int) -> Unicode.Scalar {
    var length = bytes[index] >= 0xf0 ? 4 : bytes[index] >= 0xe0 ? 3 : 2
    length = min(length, bytes.count - index)
    var value = UInt32(bytes[index]) & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    index += length - 1
    return Unicode.Scalar(value) ?? " "
  }

  private mutating func finish(head: Head, boundary: Int, lexicon: inout Lexicon) {
    var verbs = [Lexicon.Verb](repeating: .none, count: words.count)
    var empty = [Bool](repeating: false, count: words.count)
    var adverbs = [Bool](repeating: false, count: words.count)
    var prepositions = adverbs
    for place in words.indices {
      let range = Int(words[place].start)..<Int(words[place].end)
      let word = bytes[range]
      let entry = lexicon.entry(Wording.hash(word), word)
      let last = word.last ?? 0
      let isPlural =
        word.count > 3 && last == 0x73 && word[word.endIndex - 2] != 0x73 && entry.sort == .plain
      words[place].key =
        entry.figure != 0 ? entry.figure : Wording.hash(isPlural ? word.dropLast() : word)
      words[place].sort = entry.sort
      words[place].opposite = Int16(entry.opposite)
      words[place].isFigure =
        entry.sort == .firm
        && (Wording.isDigit(word.first ?? 0) || !word.contains(where: Wording.isDigit))
      if entry.isNegation { negations += 1 }
      words[place].isNegation = entry.isNegation
      words[place].tells = entry.tells
      words[place].mayBeName =
        switch words[place].capitals {
        case .none: false
        // Every text begins with a capital; a name is rarely `of` or `to` anything.
        case .first: place > 0 || !entry.isCommon && !(words.count > 1 && isOfOrTo(words[1]))
        case .some, .all: true
        }
      verbs[place] = entry.verb
      words[place].isVerbal = entry.verb != .none
      empty[place] = entry.isEmpty
      prepositions[place] = entry.isPreposition
      words[place].isKind = entry.isKind
      adverbs[place] = entry.isAdverb
    }
    isLabelled = boundary > 0
    // `400 kg`: the unit goes with its figure.
    for place in words.indices.dropFirst()
    where words[place].sort == .plain && words[place - 1].sort == .firm && words[place - 1].isFigure
    {
      words[place].isFigure = true
    }
    let end = headEnd(head: head, boundary: boundary, verbs: verbs, adverbs: adverbs)
    for place in words.indices {
      if place < end.head {
        words[place].inHead = true
        if words[place].sort == .vague, !empty[place] { words[place].sort = .plain }
      }
      // A verb behind `to`, `will` or `is` is one; elsewhere most of them are nouns too.
      let follows = place > 0 && (verbs[place - 1] == .auxiliary || isTo(words[place - 1]))
      let isVerb =
        place == end.verb || place >= end.head && follows && verbs[place] != .none
      if isVerb, words[place].sort == .plain { words[place].sort = .verb }
      if words[place].inHead, words[place].isContent { headContent += 1 }
      words[place].isComplement =
        place > 0
        && (prepositions[place - 1] || words[place - 1].isComplement && words[place].inHead)
    }
    sorted = words.indices.map { Int32($0) }
    sorted.sort { (words[Int($0)].key, $0) < (words[Int($1)].key, $1) }
    content.reserveCapacity(words.count)
    for place in sorted where words[Int(place)].isContent { content.append(words[Int(place)].key) }
  }

  private func isTo(_ word: Word) -> Bool { letters(word).elementsEqual("to".utf8) }

  private func isOfOrTo(_ word: Word) -> Bool {
    isTo(word) || letters(word).elementsEqual("of".utf8)
  }

  /// How many words the head has, and which word is the verb that ends it.
  private func headEnd(
    head: Head, boundary: Int, verbs: [Lexicon.Verb], adverbs: [Bool]
  ) -> (head: Int, verb: Int?) {
    if case .everything = head { return (words.count, nil) }
    if boundary > 0 { return (boundary, nil) }
    for place in words.indices.prefix(12) where verbs[place] != .none {
      if verbs[place] == .auxiliary { return (place, nil) }
      // `Use 30 s for …`: nothing is said of whom.
      if place == 0 { return (0, 0) }
      guard let subject = (0..<place).last(where: { !adverbs[$0] }) else { return (0, place) }
      let before = words[subject]
      guard before.sort != .function else { continue }
      let isPlural = bytes[Int(before.end) - 1] == 0x73
      guard verbs[place] == .inflected || isPlural else { continue }
      // `keel blocks need`: the second of two is the verb.
      if place + 1 < words.count, verbs[place + 1] == .base { continue }
      return (subject + 1, place)
    }
    var seen = 0
    for place in words.indices where words[place].isContent {
      seen += 1
      if seen == 3 { return (place + 1, nil) }
    }
    return (words.count, nil)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  func letters(_ word: Word) -> ArraySlice<UInt8> { bytes[Int(word.start)..<Int(word.end)] }
}
