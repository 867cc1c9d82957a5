/// What kind of word a word is, looked up once for each.
struct Lexicon {
  enum Sort: UInt8, Sendable {
    /// Says nothing by itself: `the`, `about`, `also`.
    case function
    /// Says little by itself: `important`, `quickly`; in a head it may be what tells one thing from
    /// another.
    case vague
    /// A form of a verb that stands where the verb of a sentence stands.
    case verb
    case plain
    /// Stands for one thing only: a figure, a number, a month.
    case firm
  }

  struct Entry {
    var sort: Sort
    /// Whether it can be the verb of a sentence: by itself, or only behind a plural (`ropes need`).
    var verb: Verb
    var isNegation: Bool
    /// Never tells one thing from another, in a head either: `good`, `quickly`.
    var isEmpty: Bool
    /// May stand between a subject and its verb: `usually`.
    var isAdverb: Bool
    /// Number of a pair of opposites, negative for its other side; 0 for none.
    var opposite: Int
    /// Tells one of several things from the others: `second`, `upper`.
    var tells: Bool
    /// Of the figure that stands for the same number; 0 for none.
    var figure: UInt64
    var isPreposition: Bool
    /// Labels are made of such words.
    var isKind: Bool
    /// Surely no name, though a text may begin with it and a capital.
    var isCommon: Bool
  }

  enum Verb: UInt8 { case none, base, inflected, auxiliary }

  private var entries: [UInt64: Entry] = [:]

  /// - Parameter key: of the word as it stands.
  mutating func entry(_ key: UInt64, _ word: ArraySlice<UInt8>) -> Entry {
    if let found = entries[key] { return found }
    let made = Lexicon.look(String(decoding: word, as: UTF8.self), word)
    entries[key] = made
    return made
  }

  private static func look(_ word: String, _ bytes: ArraySlice<UInt8>) -> Entry {
    let hasDigit = bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
    let sort: Sort =
      if hasDigit || numbers.contains(word) || Words.months.contains(word) && word != "may" {
        .firm
      } else if telling.contains(word) {
        .vague
      } else if Words.function.contains(word) || Words.auxiliary.contains(word)
        || Words.linking.contains(word) || negations.contains(word)
      {
        .function
      } else if Words.vague.contains(word) || word.utf8.count > 4 && word.hasSuffix("ly") {
        .vague
      } else {
        .plain
      }
    return Entry(
      sort: sort, verb: hasDigit ? .none : verb(word), isNegation: negations.contains(word),
      isEmpty: word.hasSuffix("ly") || praise.contains(word),
      isAdverb: adverbs.contains(word) || word.hasSuffix("ly"),
      opposite: opposites[word] ?? 0,
      tells: telling.contains(word) || ordinals.contains(word) || opposites[word] != nil,
      figure: figures[word].map { Wording.hash($0.utf8) } ?? 0,
      isPreposition: Words.prepositions.contains(word) && word != "to",
      isKind: Labels.words.contains(word),
      isCommon: sort != .plain || Labels.words.contains(word) || verb(word) != .none
        || opposites[word] != nil || Labels.isDerived(word))
  }

  private static func verb(_ word: String) -> Verb {
    if Words.auxiliary.contains(word) || Words.linking.contains(word) { return .auxiliary }
    if Words.function.contains(word) { return .none }
    if Words.participles.contains(word) { return .inflected }
    if Traits(of: word).contains(.verb) { return word.hasSuffix("s") ? .inflected : .base }
    for ending in ["ed", "d"] where word.hasSuffix(ending) && word.utf8.count > 4 {
      if Traits(of: String(word.dropLast(ending.utf8.count))).contains(.verb) { return .inflected }
    }
    return .none
  }

  /// Small words that tell one thing from another: `the first stage`, `each stage`.
  private static let telling: Set<String> = [
    "first", "other", "another", "each", "every", "both", "all", "any", "some", "many", "few",
    "more", "most", "less", "least", "fewer", "same", "own", "such", "several",
  ]

  private static let ordinals: Set<String> = [
    "second", "next", "previous", "last", "final", "further", "single", "main", "spare",
  ]

  private static let adverbs: Set<String> = [
    "usually", "always", "also", "often", "never", "now", "typically", "only", "just", "still",
    "already", "even", "sometimes", "rarely", "mostly", "mainly", "generally", "then", "again",
    "almost", "not", "both", "all", "each", "today", "there", "rather",
  ]

  private static let praise: Set<String> = [
    "good", "bad", "better", "best", "useful", "important", "proper", "relevant", "general",
  ]

  private static let negations: Set<String> = [
    "not", "no", "never", "without", "cannot", "cant", "dont", "doesnt", "didnt", "wont", "isnt",
    "arent", "wasnt", "werent", "neither", "nor", "none", "zero",
  ]

  /// `eleven nines`, `11 nines`
  private static let figures = [
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
  ]

  private static let numbers: Set<String> = [
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "billion",
    "half", "double", "triple", "quarter", "third", "fourth", "fifth", "dozen", "twice", "once",
  ]

  /// Exchanging one for the other makes another fact of a text, however little else changes.
  private static let opposites: [String: Int] = {
    let pairs = """
      open close, opens closes, opened closed, start stop, starts stops, begin end, begins ends, \
      beginning end, first last, increase decrease, increases decreases, increase reduce, \
      increases reduces, raise lower, raises lowers, rise fall, rises falls, grow shrink, \
      grows shrinks, add remove, adds removes, enable disable, enables disables, enabled disabled, \
      allow forbid, allows forbids, allow block, allows blocks, permit prevent, permits prevents, \
      allow prevent, allows prevents, send receive, sends receives, sender receiver, read write, \
      reads writes, reader writer, push pull, pushes pulls, accept reject, accepts rejects, \
      gain lose, gains loses, win lose, import export, imports exports, importer exporter, \
      encode decode, encoder decoder, encrypt decrypt, load unload, lock unlock, buy sell, \
      buyer seller, before after, minimum maximum, min max, upper lower, above below, over under, \
      inside outside, top bottom, input output, inputs outputs, old new, oldest newest, hot cold, \
      warm cold, fast slow, faster slower, high low, higher lower, highest lowest, early late, \
      earlier later, earliest latest, long short, longer shorter, large small, larger smaller, \
      largest smallest, big small, bigger smaller, internal external, public private, true false, \
      positive negative, primary secondary, client server, clients servers, up down, in out, \
      on off, with without, more less, most least, more fewer, always never, left right, \
      north south, east west, northern southern, eastern western, hard soft, wet dry, light dark, \
      light heavy, lighter heavier, strong weak, stronger weaker, deep shallow, wide narrow, \
      male female, active passive, static dynamic, sync async, synchronous asynchronous, \
      horizontal vertical, row column, rows columns, local remote, manual automatic, \
      ascending descending, odd even, all none, both neither, supply demand, cause effect, \
      same different, equal unequal, safe unsafe, valid invalid, known unknown, parent child, \
      source target, source destination, producer consumer, producers consumers, lead follow, \
      precision recall, mean median, day night, summer winter, winter spring, summer autumn, \
      morning evening, port starboard, bow stern, lossy lossless, stateless stateful, \
      mutable immutable, upstream downstream, precedes follows, better worse, best worst
      """
    var sides: [String: Int] = [:]
    var number = 0
    for pair in pairs.split(separator: ",") {
      let words = pair.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
      guard words.count == 2 else { continue }
      // A word may stand in several pairs: the first says which family it belongs to.
      let known = sides[words[0]] ?? sides[words[1]].map { -$0 }
      if known == nil { number += 1 }
      let side = known ?? number
      if sides[words[0]] == nil { sides[words[0]] = side }
      if sides[words[1]] == nil { sides[words[1]] = -side }
    }
    return sides
  }()
}
