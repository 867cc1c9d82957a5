import Cards

/// An answer, read once to be compared often: whether another could be taken for right where it is.
struct Sameness: Sendable {
  let text: String
  let key: String
  /// Its words but the small ones, synonyms as one.
  let content: Set<String>
  /// How its words begin. Judging takes time; answers that begin differently throughout need none.
  private let beginnings: Set<String>
  /// The same for the words that must be there, brackets apart.
  private let needed: Set<String>
  /// The first letters of its words, when there are enough of them to make an acronym.
  private let initials: String
  /// The letters, when it is nothing but an acronym.
  private let acronym: String

  init(_ text: String) {
    self.text = text
    let tokens = Tokenizer.tokens(text)
    key = tokens.map(\.key).joined(separator: " ")
    beginnings = Set(tokens.map { String($0.key.prefix(2)) })
    let core = AnswerParts.alternatives(of: text).first.map { Tokenizer.tokens($0) } ?? tokens
    needed = Set(core.filter { $0.weight != .small }.map { String($0.key.prefix(2)) })
    content = Set(tokens.filter { $0.weight != .small }.map { Synonyms.one(for: $0.key) })
    let words = core.filter { $0.kind == .word && $0.weight != .small }
    initials = words.count > 1 ? String(words.compactMap(\.key.first)) : ""
    let letters = text.filter(\.isLetter)
    acronym =
      tokens.count == 1 && letters.count > 1 && letters.allSatisfy(\.isUppercase)
      ? tokens[0].key : ""
  }

  /// Whether it could be right where the other is. One beginning may be missing: that of the
  /// second part of a compound, or a sign.
  private func mayStandFor(_ other: Sameness) -> Bool {
    other.needed.count - other.needed.intersection(beginnings).count
      <= (other.needed.count > 1 ? 1 : 0)
  }

  /// Whether one is the other differently written, a part of it, or said with other words.
  func overlaps(_ other: Sameness) -> Bool {
    if key == other.key { return true }
    if !acronym.isEmpty, acronym == other.initials { return true }
    if !other.acronym.isEmpty, other.acronym == initials { return true }
    // Said with the same words and more of them.
    if !content.isEmpty, !other.content.isEmpty,
      content.isSubset(of: other.content) || other.content.isSubset(of: content)
    {
      return true
    }
    guard !beginnings.isDisjoint(with: other.beginnings) else { return false }
    let (shorter, longer) = key.utf8.count < other.key.utf8.count ? (self, other) : (other, self)
    if (" " + longer.key + " ").contains(" " + shorter.key + " ") { return true }
    let judge = TypedAnswer()
    return mayStandFor(other) && judge.judge(text, answer: other.text, kind: .list).isRight
      || other.mayStandFor(self) && judge.judge(other.text, answer: text, kind: .list).isRight
  }
}

/// Words that say the same often enough that one beside the other would be a second right answer.
/// Only wrong choices are kept apart by them; what is typed is not judged so freely.
enum Synonyms {
  private static let groups = """
    big large great huge|small little tiny minor marginal slight|fast quick rapid swift|slow sluggish
    begin start commence launch|end finish stop terminate halt|buy purchase acquire
    use usage utilise utilize employ|make create build construct produce|show display present
    change modify alter edit|remove delete erase drop|choose select pick|check verify validate
    error mistake fault failure|job task|cost price expense|car automobile|help assist aid support
    important significant essential crucial key|hard difficult tough|easy simple straightforward
    increase raise grow|decrease reduce lower shrink|costly expensive|cheap inexpensive
    repeat iterate|function method procedure routine|folder directory|user person human people
    company firm business enterprise organisation organization|substantial considerable major
    store save keep persist|send transmit|get fetch obtain retrieve|read access
    secure safe|danger risk hazard threat|hidden concealed covert|old previous former|new recent novel
    quickly rapidly|often frequently|usually typically generally|always constantly
    wrong incorrect false|right correct true|whole entire complete full|empty blank
    test evaluate assess evaluation assessment|goal aim objective target purpose
    method approach technique way|kind type sort category|part component piece
    illness disease sickness|doctor physician|child kid|rule law|film movie|photo picture image
    approximately roughly about|maximum max|minimum min|application app program|database db
    parameter argument|repository repo|config configuration|authentication auth|admin administrator
    """

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for group in groups.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = group.split(separator: " ").map(String.init)
      for word in words where table[word] == nil { table[word] = words[0] }
    }
    return table
  }()

  /// The word that stands for all of its group, in the singular.
  static func one(for word: String) -> String {
    if let found = table[word] { return found }
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    for ending in ["s", "es"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if let found = table[stem] { return found }
    }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return String(word.dropLast())
  }
}
