/// The headings under which people keep facts, connections and open questions.
struct SectionNames: Sendable {
  private let kinds: [String: SectionKind]
  /// Whether a name in the configuration has letters beyond ASCII.
  private let hasLetters: Bool

  init(_ options: ReadingOptions = ReadingOptions()) {
    var kinds = SectionNames.builtIn
    for name in options.keyFacts { kinds[SectionNames.normal(name)] = .keyFacts }
    for name in options.connections { kinds[SectionNames.normal(name)] = .connections }
    for name in options.openQuestions { kinds[SectionNames.normal(name)] = .openQuestions }
    self.kinds = kinds
    hasLetters = kinds.keys.contains { $0.utf8.contains { $0 >= 0x80 } }
  }

  /// What a heading names, whatever its case, numbering, punctuation and emoji.
  func kind(of title: String) -> SectionKind {
    guard title.utf8.count < 80 else { return .other }
    let name = SectionNames.normalASCII(title)
    if let kind = kinds[name] { return kind }
    // `Key facts about hops`, `Key takeaways (lecture 3)`
    for (opening, kind) in SectionNames.openings where name.hasPrefix(opening) { return kind }
    return hasLetters ? kinds[SectionNames.normal(title)] ?? .other : .other
  }

  private static let openings: [(String, SectionKind)] = [
    ("key facts ", .keyFacts), ("key takeaways ", .keyFacts), ("key points ", .keyFacts),
    ("open questions ", .openQuestions),
  ]

  private static let builtIn: [String: SectionKind] = {
    var kinds: [String: SectionKind] = [:]
    let names: [(SectionKind, [String])] = [
      (
        .keyFacts,
        [
          "key facts", "key fact", "key points", "key point", "key takeaways", "key takeaway",
          "takeaways", "main takeaways", "key ideas", "key insights", "key learnings",
          "key lessons", "key facts and figures", "facts and figures", "facts", "quick facts",
          "fast facts", "core facts", "important facts", "essential facts", "main facts",
          "main points", "important points", "things to remember", "facts to remember",
          "key facts to remember", "key things to remember", "what to remember", "need to know",
          "must know", "the key facts", "the facts",
        ]
      ),
      (
        .connections,
        [
          "connections", "connection", "related", "related pages", "related page", "related notes",
          "related note", "related topics", "related concepts", "related reading",
          "related links", "related articles", "related ideas", "related material", "see also",
          "links", "linked notes", "linked pages", "internal links", "cross references",
          "cross reference", "cross links", "connected pages", "connected notes", "connects to",
          "links to other pages", "links to other notes", "connections to other pages",
          "connections and links", "links and connections", "related and see also",
        ]
      ),
      (
        .openQuestions,
        [
          "open questions", "open question", "questions", "unanswered questions",
          "unresolved questions", "outstanding questions", "remaining questions",
          "further questions", "questions to explore", "questions for later",
          "questions to answer", "my questions", "questions i have", "questions i still have",
          "research questions", "open problems", "open issues", "open research questions",
          "the open questions",
        ]
      ),
    ]
    for (kind, titles) in names {
      for title in titles { kinds[title] = kind }
    }
    return kinds
  }()

  /// The same as `normal` for the ASCII words of a heading; all else parts words, as emoji do.
  private static func normalASCII(_ title: String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(title.utf8.count + 4)
    var word = 0
    func endWord() {
      if word < text.count { text.append(Byte.space) }
      // Numbering before the first word is no part of the name.
      if word == 0, text.count > 1, isNumbering(text.dropLast()) {
        text.removeAll(keepingCapacity: true)
      }
      word = text.count
    }
    for byte in title.utf8 {
      if byte.isLetter {
        text.append(byte | 32)
      } else if byte.isDigit {
        text.append(byte)
      } else if byte == UInt8(ascii: "&") {
        endWord()
        text += Array("and".utf8)
        endWord()
      } else if byte != Byte.apostrophe {
        endWord()
      }
    }
    endWord()
    while let last = text.lastIndex(where: { $0 != Byte.space }) {
      text.removeSubrange((last + 1)...)
      guard let blank = text.lastIndex(of: Byte.space), text[(blank + 1)...].allSatisfy(\.isDigit)
      else { break }
      text.removeSubrange(blank...)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isNumbering(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy(\.isDigit) || (word.count == 1 && word.first != UInt8(ascii: "i"))
      || numberings.contains { word.elementsEqual($0.utf8) }
  }

  private static let numberings = [
    "section", "part", "chapter", "ii", "iii", "iv", "vi", "vii", "viii", "ix",
  ]

  /// Words in lower case, joined by single spaces; numbering and all other signs dropped.
  static func normal(_ title: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in title.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || scalar.properties.numericType != nil {
        // Key-cap and other emoji digits are decoration.
        word += properties.lowercaseMapping
      } else if scalar == "&" {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append("and")
      } else if scalar != "'" && scalar != "\u{2019}" && !properties.isVariationSelector
        && scalar != "\u{20E3}"
      {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    while let first = words.first, words.count > 1, isNumbering(first) { words.removeFirst() }
    while let last = words.last, words.count > 1, last.utf8.allSatisfy({ $0.isDigit }) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  private static func isNumbering(_ word: String) -> Bool {
    word.utf8.allSatisfy(\.isDigit) || (word.utf8.count == 1 && word != "i")
      || numberings.contains(word)
  }
}
