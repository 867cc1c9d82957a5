/// What `Words` knows of a word: looked up once for each atom, asked for by every rule.
struct Traits: OptionSet {
  let rawValue: UInt32

  static let function = Traits(rawValue: 1 << 0)
  static let quantities = Traits(rawValue: 1 << 1)
  static let leadIns = Traits(rawValue: 1 << 2)
  static let openers = Traits(rawValue: 1 << 3)
  static let linking = Traits(rawValue: 1 << 4)
  static let causatives = Traits(rawValue: 1 << 5)
  static let particles = Traits(rawValue: 1 << 6)
  static let modals = Traits(rawValue: 1 << 7)
  static let joiners = Traits(rawValue: 1 << 8)
  static let pronouns = Traits(rawValue: 1 << 9)
  static let beforeNouns = Traits(rawValue: 1 << 10)
  static let auxiliary = Traits(rawValue: 1 << 11)
  static let verb = Traits(rawValue: 1 << 12)
  static let participle = Traits(rawValue: 1 << 13)
  static let prepositions = Traits(rawValue: 1 << 14)
  static let vague = Traits(rawValue: 1 << 15)
  static let abbreviations = Traits(rawValue: 1 << 16)
  static let strongMarkers = Traits(rawValue: 1 << 17)
  static let weakMarkers = Traits(rawValue: 1 << 18)
  static let units = Traits(rawValue: 1 << 19)
  static let months = Traits(rawValue: 1 << 20)
  static let orders = Traits(rawValue: 1 << 21)
  static let counts = Traits(rawValue: 1 << 22)
  /// `and`, `or`.
  static let conjunction = Traits(rawValue: 1 << 23)
  /// `a`, `an`, `the`.
  static let article = Traits(rawValue: 1 << 24)
  /// `is` and its forms, without the other linking verbs.
  static let copula = Traits(rawValue: 1 << 25)

  private static let sets: [(Traits, Set<String>)] = [
    (.function, Words.function), (.quantities, Words.quantities), (.leadIns, Words.leadIns),
    (.openers, Words.openers), (.linking, Words.linking), (.causatives, Words.causatives),
    (.particles, Words.particles), (.modals, Words.modals), (.joiners, Words.joiners),
    (.pronouns, Words.pronouns), (.beforeNouns, Words.beforeNouns),
    (.auxiliary, Words.auxiliary), (.verb, Words.verbs), (.participle, Words.participles),
    (.prepositions, Words.prepositions), (.vague, Words.vague),
    (.abbreviations, Words.abbreviations), (.strongMarkers, Words.strongMarkers),
    (.weakMarkers, Words.weakMarkers), (.units, Words.units), (.months, Words.months),
    (.orders, Words.orders), (.counts, Set(Words.counts.keys)), (.conjunction, ["and", "or"]),
    (.article, ["a", "an", "the"]), (.copula, ["is", "are", "was", "were"]),
  ]

  private static let table: [String: Traits] = {
    var table: [String: Traits] = [:]
    for (trait, words) in sets {
      for word in words { table[word, default: []].insert(trait) }
    }
    for (word, traits) in table where !traits.isDisjoint(with: [.linking, .auxiliary]) {
      table[word] = traits.union(.verb)
    }
    return table
  }()

  /// - Parameter word: in lower case.
  init(of word: String) {
    var traits = Traits.table[word] ?? []
    let count = word.utf8.count
    if count > 3, word.utf8.last == 0x73, !traits.contains(.verb) {
      // `needs`, `passes`, `applies`
      if Traits.isVerb(word.dropLast())
        || word.hasSuffix("es")
          && (Traits.isVerb(word.dropLast(2))
            || word.hasSuffix("ies") && Traits.isVerb(word.dropLast(3) + "y"))
      {
        traits.insert(.verb)
      }
    }
    if count > 4, word.hasSuffix("ed"), !word.hasSuffix("eed") { traits.insert(.participle) }
    self = traits
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static func isVerb(_ stem: some StringProtocol) -> Bool {
    Words.verbs.contains(String(stem))
  }
}
