import Cards

/// Matching: three to six pairs of which each fits in one way only and none says its partner.
enum PairQuestions {
  private static let most = 6

  static func questions(_ set: PairSet, random: inout SplitMix64) -> [QuizQuestion] {
    let usable = rivals(usable(random.shuffled(set.pairs)))
    guard usable.count > 2 else { return [] }
    let count = (usable.count + most - 1) / most
    return (0..<count).compactMap { number in
      let from = number * usable.count / count
      let to = (number + 1) * usable.count / count
      return question(set, Array(usable[from..<to]), random: &random)
    }
  }

  /// In the order given, what can stand beside those before it.
  private static func usable(_ pairs: [PairSet.Pair]) -> [PairSet.Pair] {
    let telling = Telling(pairs.map(\.left))
    var chosen: [PairSet.Pair] = []
    var lefts: [Sameness] = []
    var rights: [Sameness] = []
    for (index, pair) in pairs.enumerated() {
      guard (1...60).contains(pair.left.count), (1...180).contains(pair.right.count),
        !telling.isIn(pair.right, of: index)
      else { continue }
      let left = Sameness(pair.left)
      let right = Sameness(pair.right)
      guard !left.key.isEmpty, !right.key.isEmpty, !lefts.contains(where: { $0.key == left.key }),
        !rights.contains(where: { $0.overlaps(right) })
      else { continue }
      chosen.append(pair)
      lefts.append(left)
      rights.append(right)
    }
    return chosen
  }

  /// Without what has no rival: a description that looks like no other belongs to the name that looks
  /// like no other.
  private static func rivals(_ pairs: [PairSet.Pair]) -> [PairSet.Pair] {
    var pairs = pairs
    while true {
      let shapes = pairs.map { AnswerShape($0.right) }
      let kept = pairs.indices.filter { index in
        shapes.indices.contains { $0 != index && shapes[$0].isRival(shapes[index]) }
      }
      guard kept.count < pairs.count else { return pairs }
      pairs = kept.map { pairs[$0] }
    }
  }

  private static func question(
    _ set: PairSet, _ pairs: [PairSet.Pair], random: inout SplitMix64
  ) -> QuizQuestion? {
    // On the left the order of the note, which is the easiest to read.
    let pairs = rivals(pairs).sorted { ($0.line, $0.left) < ($1.line, $1.left) }
    guard pairs.count > 2 else { return nil }
    var mixed = random.shuffled(Array(pairs.indices))
    for _ in 0..<4 where mixed == Array(pairs.indices) { mixed = random.shuffled(mixed) }
    if mixed == Array(pairs.indices) { mixed.reverse() }
    let answer = pairs.indices.map { mixed.firstIndex(of: $0) ?? 0 }
    let text = pairs.map { "\($0.left) — \($0.right)" }.joined(separator: "; ")
    return QuizQuestion(
      mark: set.mark, prompt: set.prompt, answer: text,
      place: QuizPlace(
        page: set.place.page, context: set.place.context, file: set.place.file,
        line: pairs[0].line),
      source: text,
      form: .match(
        left: pairs.map(\.left), right: mixed.map { AnswerShape.shown(pairs[$0].right) },
        answer: answer),
      cards: pairs.map(\.card))
  }
}

/// The words that tell some names apart: what all of them have in common tells nothing.
struct Telling {
  private let words: [Set<String>]
  private let digits: [Set<String>]
  private let keys: [String]

  init(_ names: [String]) {
    keys = names.map { " " + Distractors.key($0) + " " }
    let all = names.map { Echo.words($0) }
    let common = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }
    words = all.map { $0.subtracting(common) }
    let runs = names.map { Echo.digits($0) }
    let shared = runs.dropFirst().reduce(runs.first ?? []) { $0.intersection($1) }
    digits = runs.map { $0.subtracting(shared) }
  }

  /// Whether a text says the name at `index`, one of its telling words, or another of the names whole.
  func isIn(_ text: String, of index: Int) -> Bool {
    let padded = " " + Distractors.key(text) + " "
    if keys.contains(where: { $0.utf8.count > 3 && padded.contains($0) }) { return true }
    // `33B` and `33 GB`.
    if AnswerShape(text).figure != nil, !digits[index].isDisjoint(with: Echo.digits(text)) {
      return true
    }
    let letters = words[index].filter { $0.contains(where: \.isLetter) }
    return !Echo.of(letters, in: Echo.words(text)).isEmpty
  }
}
