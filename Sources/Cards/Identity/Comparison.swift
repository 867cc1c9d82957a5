/// What two texts have in common, and what only one of them says.
struct Comparison {
  /// Keys of what both say, sorted; of a word in two forms the new one.
  private(set) var frame: [UInt64] = []
  /// Of the frame, what stands in both heads.
  private(set) var headFrame: [UInt64] = []
  /// What only one of them says: content first of all.
  private(set) var oldOnly: [Wording.Word] = []
  private(set) var newOnly: [Wording.Word] = []
  /// Whether a verb was exchanged for another one.
  private(set) var exchangesVerb = false
  /// Whether a word became its opposite.
  private(set) var turns = false
  /// Whether one head has a figure or a word before a noun that the other lacks.
  private(set) var qualifies = false
  /// Words of the old head that count as misspelt forms of new ones.
  private(set) var misspelt: [UInt64] = []
  /// What is exchanged stands in one place, with nothing that both say in between.
  private(set) var isOnePlace = true
  /// 0…1: Dice's coefficient over what the texts say.
  /// Dice, L. R. (1945): Measures of the amount of ecologic association between species.
  private(set) var likeness = 0.0
  /// How many words that both say stand in neither head, and how many of those are no figures.
  private(set) var said = 0
  private(set) var saidInWords = 0

  init(_ old: Wording, _ new: Wording) {
    var oldLeft: [Int] = []
    var newLeft: [Int] = []
    var oldMatched = [Bool](repeating: false, count: old.words.count)
    var newMatched = [Bool](repeating: false, count: new.words.count)
    var i = 0
    var j = 0
    while i < old.sorted.count || j < new.sorted.count {
      let left = i < old.sorted.count ? old.words[Int(old.sorted[i])].key : .max
      let right = j < new.sorted.count ? new.words[Int(new.sorted[j])].key : .max
      if left == right, i < old.sorted.count, j < new.sorted.count {
        // A word of the head is the head's, where it stands in the text once more.
        let mine = Comparison.places(of: left, from: i, in: old)
        let theirs = Comparison.places(of: left, from: j, in: new)
        i += mine.count
        j += theirs.count
        for (a, b) in Comparison.pairs(mine, old, theirs, new) {
          take(old.words[a], new.words[b])
          oldMatched[a] = true
          newMatched[b] = true
        }
        oldLeft += mine.filter { !oldMatched[$0] }
        newLeft += theirs.filter { !newMatched[$0] }
      } else if left < right || j == new.sorted.count {
        oldLeft.append(Int(old.sorted[i]))
        i += 1
      } else {
        newLeft.append(Int(new.sorted[j]))
        j += 1
      }
    }
    if oldLeft.count <= 16, newLeft.count <= 16 {
      pairCompounds(old, new, &oldLeft, &newLeft, &oldMatched, &newMatched)
      pairKin(old, new, &oldLeft, &newLeft, &oldMatched, &newMatched)
    }
    frame.sort()
    headFrame.sort()
    judge(old, new, oldLeft, newLeft)
    qualifies =
      Comparison.qualifies(oldLeft, of: old) || Comparison.qualifies(newLeft, of: new)
    isOnePlace =
      Comparison.standTogether(oldLeft, old, oldMatched)
      && Comparison.standTogether(newLeft, new, newMatched)
    let all = old.content.count + new.content.count
    if all > 0 { likeness = min(1, Double(2 * frame.count) / Double(all)) }
  }

  private static func places(of key: UInt64, from start: Int, in text: Wording) -> [Int] {
    var end = start
    while end < text.sorted.count, text.words[Int(text.sorted[end])].key == key { end += 1 }
    return text.sorted[start..<end].map { Int($0) }
  }

  /// Pairs equal words, those of both heads and those of neither before others.
  private static func pairs(
    _ mine: [Int], _ old: Wording, _ theirs: [Int], _ new: Wording
  ) -> [(Int, Int)] {
    if mine.count == theirs.count { return Array(zip(mine, theirs)) }
    var (left, right) = (mine, theirs)
    var pairs: [(Int, Int)] = []
    for a in mine {
      guard let place = right.firstIndex(where: { new.words[$0].inHead == old.words[a].inHead })
      else { continue }
      pairs.append((a, right.remove(at: place)))
      left.removeAll { $0 == a }
    }
    return pairs + zip(left, right)
  }

  private mutating func take(_ old: Wording.Word, _ new: Wording.Word) {
    if !old.inHead, !new.inHead, old.sort != .function {
      said += 1
      if new.sort != .firm, !new.isFigure { saidInWords += 1 }
    }
    guard old.isContent || new.isContent else { return }
    frame.append(new.key)
    if old.inHead, new.inHead { headFrame.append(new.key) }
  }

  /// Whether nothing but the heads differ.
  var saysTheSame: Bool {
    said > 0 && oldOnly.allSatisfy(\.inHead) && newOnly.allSatisfy(\.inHead)
  }

  /// Whether they do so at a length that no other fact would have in common with them.
  var saysTheSameAtLength: Bool {
    saysTheSame && said >= 4 && (saidInWords >= 2 || oldOnly.isEmpty || newOnly.isEmpty)
  }

  /// `fine-tuning` and `finetuning`, `KV cache` and `key-value cache`: one word for several.
  private mutating func pairCompounds(
    _ old: Wording, _ new: Wording, _ oldLeft: inout [Int], _ newLeft: inout [Int],
    _ oldMatched: inout [Bool], _ newMatched: inout [Bool]
  ) {
    for (place, b) in newLeft.enumerated().reversed() {
      guard let run = Comparison.run(of: new, b, among: oldLeft, in: old) else { continue }
      take(old.words[run.lowerBound], new.words[b])
      newLeft.remove(at: place)
      oldLeft.removeAll { run.contains($0) }
      newMatched[b] = true
      for a in run { oldMatched[a] = true }
    }
    for (place, a) in oldLeft.enumerated().reversed() {
      guard let run = Comparison.run(of: old, a, among: newLeft, in: new) else { continue }
      for b in run {
        take(old.words[a], new.words[b])
        newMatched[b] = true
      }
      oldLeft.remove(at: place)
      newLeft.removeAll { run.contains($0) }
      oldMatched[a] = true
    }
  }

  /// The words side by side, among those that are left, that a word is written out.
  private static func run(
    of text: Wording, _ place: Int, among left: [Int], in other: Wording
  ) -> ClosedRange<Int>? {
    let word = text.words[place]
    let letters = text.letters(word)
    let open = Set(left)
    for first in left {
      let length = word.capitals == .all ? letters.count : 2
      for count in Set([2, length]) where count >= 2 && count <= 6 {
        let run = first...(first + count - 1)
        guard run.allSatisfy(open.contains) else { continue }
        let words = run.map { other.letters(other.words[$0]) }
        if word.capitals == .all, count == letters.count,
          words.compactMap(\.first).elementsEqual(letters), words.allSatisfy({ $0.count > 1 })
        {
          return run
        }
        if count == 2, letters.count > 4, words.joined().elementsEqual(letters) { return run }
      }
    }
    return nil
  }

  private mutating func pairKin(
    _ old: Wording, _ new: Wording, _ oldLeft: inout [Int], _ newLeft: inout [Int],
    _ oldMatched: inout [Bool], _ newMatched: inout [Bool]
  ) {
    for (place, b) in newLeft.enumerated().reversed() {
      let word = new.words[b]
      guard word.sort != .function, word.sort != .firm else { continue }
      var found: (place: Int, kinship: Kinship)?
      for (other, a) in oldLeft.enumerated() {
        let before = old.words[a]
        guard before.sort != .function, before.sort != .firm,
          let kinship = Kinship(old.letters(before), new.letters(word))
        else { continue }
        // A form of the word goes before a slip.
        if found == nil || kinship == .inflected { found = (other, kinship) }
      }
      guard let found else { continue }
      let a = oldLeft.remove(at: found.place)
      newLeft.remove(at: place)
      oldMatched[a] = true
      newMatched[b] = true
      if found.kinship == .misspelt, old.words[a].inHead { misspelt.append(old.words[a].key) }
      take(old.words[a], word)
    }
  }

  private mutating func judge(_ old: Wording, _ new: Wording, _ oldLeft: [Int], _ newLeft: [Int]) {
    var verbs = (old: 0, new: 0)
    for a in oldLeft {
      let word = old.words[a]
      if word.isContent { oldOnly.append(word) }
      if word.sort == .verb { verbs.old += 1 }
      guard word.opposite != 0 else { continue }
      for b in newLeft where new.words[b].opposite == -word.opposite {
        // `with no loss`, `without loss`
        let isNegation = word.isNegation || new.words[b].isNegation
        if !isNegation || old.negations != new.negations { turns = true }
      }
    }
    for b in newLeft {
      if new.words[b].isContent { newOnly.append(new.words[b]) }
      if new.words[b].sort == .verb { verbs.new += 1 }
    }
    exchangesVerb = verbs.old > 0 && verbs.new > 0
  }

  private static func qualifies(_ places: [Int], of text: Wording) -> Bool {
    places.contains { place in
      let word = text.words[place]
      guard word.inHead, word.isContent else { return false }
      // `Heron`, `Heron Minor`
      if word.mayBeName, !word.isComplement, place > 0, text.words[place - 1].mayBeName {
        return true
      }
      guard word.sort != .firm, place + 1 < text.words.count else { return true }
      return text.words[place + 1].inHead && text.words[place + 1].isContent
    }
  }

  /// Whether no word that both texts have, and that says something, stands between the first and the
  /// last of these.
  private static func standTogether(_ places: [Int], _ text: Wording, _ matched: [Bool]) -> Bool {
    let places = places.filter { text.words[$0].isContent }
    guard let first = places.min(), let last = places.max() else { return true }
    return !(first...last).contains { matched[$0] && text.words[$0].isContent }
  }
}
