/// A word or sign as the search knows it, and where it stands in the text.
public struct SearchWord: Sendable, Hashable {
  /// Without case and accents.
  public var text: String
  /// In bytes of UTF-8.
  public var start: Int
  public var end: Int
}

/// A text taken apart for the search. The same is done to what is typed, so that whatever is copied
/// out of a text finds it.
///
/// - Words are letters and digits; a number keeps its points (`3.5`, `1,000`). Between them `-`,
///   `_`, `.` and the like only part words: `snake_case` is the words `snake`, `case`.
/// - A stretch without blanks that has signs (`C++`, `--json`, `x->y`) is kept with them as well.
/// - Of `camelCase` the parts are kept as well.
/// - Where a script sets no spaces, every character is a word.
public struct SearchWords: Sendable, Hashable {
  /// The words of the text in their order.
  public internal(set) var words: [SearchWord] = []
  /// Stretches with signs, each with all its words and signs.
  public internal(set) var stretches: [[SearchWord]] = []
  /// The parts of words in camel case.
  public internal(set) var parts: [[SearchWord]] = []

  /// No word is kept longer; what is typed is cut the same way.
  static let longestWord = 64

  public init(_ text: String) {
    var text = text
    var scanner = Scanner()
    text.withUTF8 { scanner.scan($0) }
    self = scanner.result
  }

  /// Every sequence in which words stand next to each other.
  var sequences: [[SearchWord]] { [words] + stretches + parts }
}

/// Goes over a text once, stretch by stretch.
private struct Scanner {
  var result = SearchWords(empty: ())
  /// The stretch that is being read.
  private var atoms: [Atom] = []
  /// The word that is being read; empty between words.
  private var word = ""
  private var wordLength = 0
  private var wordStart = 0
  private var wordEnd = 0
  /// Where an upper case letter follows a lower case one, or begins the word behind an acronym.
  private var humps: [Int] = []
  private var lastCase = Case.none

  private struct Atom {
    var word: SearchWord
    var isSymbol: Bool
  }

  private enum Case { case none, lower, upper }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        ascii(byte, at: place, in: bytes)
        place += 1
      } else {
        let (scalar, length) = Self.decode(bytes, at: place)
        let letter = SearchLetter.of(scalar)
        take(
          letter.role, letter.text, from: place, to: place + length,
          scalar.properties.isUppercase ? .upper : .lower)
        place += length
      }
    }
    endStretch(bytes)
  }

  private mutating func ascii(_ byte: UInt8, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    switch SearchLetter.ascii[Int(byte)] {
    case .letter:
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if isUpper, lastCase == .lower, !word.isEmpty {
        humps.append(place)
      } else if !isUpper, byte > UInt8(ascii: "9"), lastCase == .upper, wordLength > 1 {
        humps.append(place - 1)
      }
      lastCase = isUpper ? .upper : byte > UInt8(ascii: "9") ? .lower : .none
      if word.isEmpty { wordStart = place }
      if wordLength < SearchWords.longestWord {
        word.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
      }
      wordLength += 1
      wordEnd = place + 1
    case .symbol where isInNumber(byte, at: place, in: bytes):
      if wordLength < SearchWords.longestWord { word.unicodeScalars.append(Unicode.Scalar(byte)) }
      wordLength += 1
      wordEnd = place + 1
    case .separator:
      endStretch(bytes)
    case let role:
      take(role, String(Unicode.Scalar(byte)), from: place, to: place + 1, .none)
    }
  }

  /// A point or comma between two digits.
  private func isInNumber(
    _ byte: UInt8, at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), !word.isEmpty, place > 0,
      place + 1 < bytes.count
    else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return digits.contains(bytes[place - 1]) && digits.contains(bytes[place + 1])
  }

  private mutating func take(
    _ role: SearchLetter.Role, _ text: String, from start: Int, to end: Int, _ kind: Case
  ) {
    switch role {
    case .letter:
      if kind == .upper, lastCase == .lower, !word.isEmpty { humps.append(start) }
      lastCase = kind
      if word.isEmpty { wordStart = start }
      if wordLength < SearchWords.longestWord { word += text }
      wordLength += 1
      wordEnd = end
    case .nothing:
      if !word.isEmpty { wordEnd = end }
    case .solo, .symbol:
      endWord()
      atoms.append(
        Atom(word: SearchWord(text: text, start: start, end: end), isSymbol: role == .symbol))
    case .apostrophe: endWord()
    case .separator: endStretch(nil)
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    atoms.append(
      Atom(word: SearchWord(text: word, start: wordStart, end: wordEnd), isSymbol: false))
    if !humps.isEmpty { endHumps() }
    word = ""
    wordLength = 0
    lastCase = .none
  }

  private mutating func endHumps() {
    // Positions in the folded word and in the text agree only where all is ASCII.
    defer { humps = [] }
    guard word.utf8.count == wordEnd - wordStart else { return }
    var parts: [SearchWord] = []
    let bounds = [wordStart] + humps + [wordEnd]
    let bytes = Array(word.utf8)
    for (start, end) in zip(bounds, bounds.dropFirst()) where start < end {
      let text = String(decoding: bytes[start - wordStart..<end - wordStart], as: UTF8.self)
      parts.append(SearchWord(text: text, start: start, end: end))
    }
    if parts.count > 1 { result.parts.append(parts) }
  }

  private mutating func endStretch(_ bytes: UnsafeBufferPointer<UInt8>?) {
    endWord()
    guard !atoms.isEmpty else { return }
    var stretch = atoms[...]
    atoms.removeAll(keepingCapacity: true)
    for atom in stretch where !atom.isSymbol { result.words.append(atom.word) }
    guard stretch.contains(where: \.isSymbol) else { return }
    Self.strip(&stretch)
    guard stretch.contains(where: \.isSymbol) else { return }
    // A lone hyphen is a dash, or the beginning of a word to leave out.
    if stretch.count == 1, stretch.first?.word.text == "-" { return }
    result.stretches.append(stretch.map(\.word))
  }

  /// Takes off the punctuation of the sentence around a stretch, and brackets that are not its own.
  private static func strip(_ stretch: inout ArraySlice<Atom>) {
    func isOpening(_ atom: Atom?) -> Bool { atom.map { "([{".contains($0.word.text) } ?? false }
    func isClosing(_ atom: Atom?) -> Bool { atom.map { ")]}".contains($0.word.text) } ?? false }
    func isSymbol(_ atom: Atom?) -> Bool { atom?.isSymbol == true }
    var isSettled = false
    while !isSettled, !stretch.isEmpty {
      isSettled = true
      let opened = stretch.count { $0.isSymbol && isOpening($0) }
      let closed = stretch.count { $0.isSymbol && isClosing($0) }
      if isSymbol(stretch.last), let last = stretch.last?.word.text, ".,;:!?".contains(last) {
        stretch.removeLast()
      } else if isSymbol(stretch.last), isClosing(stretch.last), closed > opened {
        stretch.removeLast()
      } else if isSymbol(stretch.last), isOpening(stretch.last) {
        stretch.removeLast()
      } else if isSymbol(stretch.first), isOpening(stretch.first), opened > closed {
        stretch.removeFirst()
      } else if isWrapped(stretch) {
        stretch = stretch.dropFirst().dropLast()
      } else {
        continue
      }
      isSettled = false
    }
  }

  /// Whether the first bracket closes only at the very end.
  private static func isWrapped(_ stretch: ArraySlice<Atom>) -> Bool {
    guard let first = stretch.first, first.isSymbol, "([{".contains(first.word.text) else {
      return false
    }
    var depth = 0
    for (index, atom) in zip(stretch.indices, stretch) where atom.isSymbol {
      if "([{".contains(atom.word.text) { depth += 1 }
      if ")]}".contains(atom.word.text) { depth -= 1 }
      if depth == 0 { return index == stretch.endIndex - 1 }
    }
    return false
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[place])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length where place + offset < bytes.count {
      value = value << 6 | UInt32(bytes[place + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}

extension SearchWords {
  fileprivate init(empty: Void) {}
}
