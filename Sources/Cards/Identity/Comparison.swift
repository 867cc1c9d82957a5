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
        let (a, b) = (Int(old.sorted[i]), Int(new.sorted[j]))
        take(old.words[a], new.words[b])
        oldMatched[a] = true
        newMatched[b] = true
        i += 1
        j += 1
      } else if left < right || j == new.sorted.count {
        oldLeft.append(Int(old.sorted[i]))
        i += 1
      } else {
        newLeft.append(Int(new.sorted[j]))
        j += 1
      }
    }
    if oldLeft.count <= 16, newLeft.count <= 16 {
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

  private mutating func take(_ old: Wording.Word, _ new: Wording.Word) {
    guard old.isContent || new.isContent else { return }
    frame.append(new.key)
    if old.inHead, new.inHead { headFrame.append(new.key) }
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
      if newLeft.contains(where: { new.words[$0].opposite == -word.opposite }) { turns = true }
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

/// What a comparison means for two source items.
enum Verdict {
  /// The same in other words, or with another answer; the weight is 0…1.
  case same(Double)
  /// Perhaps: nobody but the author can say.
  case doubtful(Double)
  case other

  /// What is known besides the texts.
  struct Circumstances {
    /// One card asks the same as before.
    var asksTheSame = false
    /// All of the text is what is asked: an open question.
    var isQuestion = false
    var acrossPages = false
    /// The known item rests.
    var isResting = false
    /// What stands above them (labels they are nested under) is not the same.
    var standsElsewhere = false
  }

  /// - Parameters:
  ///   - old: the known text, `new` the one just read.
  init(
    _ comparison: Comparison, old: Wording, new: Wording, circumstances: Circumstances
  ) {
    let likeness = comparison.likeness
    let far = circumstances.acrossPages || circumstances.isResting
    if Verdict.isSame(comparison, old, new, circumstances) {
      // What only says more than the other is no less the same for being short.
      let says = comparison.oldOnly.isEmpty || comparison.newOnly.isEmpty
      self = .same(says ? 0.6 + 0.4 * likeness : max(likeness, circumstances.asksTheSame ? 0.7 : 0))
    } else if Verdict.isAboutElse(comparison) {
      self = .other
    } else if likeness >= (far ? 0.66 : 0.5) || circumstances.asksTheSame && !far {
      self = .doubtful(max(likeness, 0.5))
    } else {
      self = .other
    }
  }

  /// Both what it is about and what is said of it were exchanged.
  private static func isAboutElse(_ comparison: Comparison) -> Bool {
    let (a, b) = (comparison.oldOnly, comparison.newOnly)
    return a.contains(where: \.inHead) && b.contains(where: \.inHead)
      && a.contains { !$0.inHead } && b.contains { !$0.inHead }
  }

  private static func isSame(
    _ comparison: Comparison, _ old: Wording, _ new: Wording, _ circumstances: Circumstances
  ) -> Bool {
    let shared = comparison.frame.count
    let (a, b) = (comparison.oldOnly, comparison.newOnly)
    guard shared > 0, !comparison.turns, !circumstances.standsElsewhere else { return false }
    let far = circumstances.acrossPages || circumstances.isResting
    if a.isEmpty || b.isEmpty {
      let extra = a.count + b.count
      // `The ensign`, `the second ensign` may be two; `the keel`, `the keel of the boat` rarely are.
      guard !comparison.qualifies else { return false }
      if extra == 0 { return shared >= (far ? 3 : 1) }
      return shared >= (far ? 4 : 2) && (shared >= 3 || extra <= 2) && extra <= 3 * shared
    }
    if circumstances.isQuestion || circumstances.acrossPages { return false }
    let headA = a.filter(\.inHead)
    let headB = b.filter(\.inHead)
    let onlyFiguresInHead = headA.allSatisfy(\.isFigure) && headB.allSatisfy(\.isFigure)
    if circumstances.asksTheSame, onlyFiguresInHead { return true }
    guard headA.isEmpty, headB.isEmpty else { return false }
    // `Harbour opening: 3 May 1887`, `Harbour opening: in spring`: another answer.
    let longest = max(old.content.count - old.headContent, new.content.count - new.headContent)
    if old.isLabelled, new.isLabelled, longest <= 4, !far { return true }
    guard shared >= 2 else { return false }
    let share = Double(shared) / Double(shared + max(a.count, b.count))
    let figures = (a + b).contains { $0.sort == .firm }
    let onlyFigures = (a + b).allSatisfy(\.isFigure)
    if onlyFigures, comparison.isOnePlace, !comparison.exchangesVerb {
      return share >= 0.5 && !circumstances.isResting
    }
    guard old.headContent > 0, new.headContent > 0, !figures, !comparison.exchangesVerb else {
      return false
    }
    return comparison.isOnePlace ? share >= 0.6 : share >= 0.7
  }
}
