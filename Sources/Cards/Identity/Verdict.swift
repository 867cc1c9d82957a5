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
    /// A fact whose label, if it has one, says what kind of thing is told: no term that is explained.
    var isFact = false
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
    if isRelabelled(comparison, old, new, circumstances) { return true }
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
    // Under one label figures may change in several places, and one side may have a word to them.
    if circumstances.isFact, figures, old.isLabelled, new.isLabelled, !far,
      !comparison.exchangesVerb, a.allSatisfy(\.isFigure) || b.allSatisfy(\.isFigure)
    {
      return share >= 0.6
    }
    if onlyFigures, comparison.isOnePlace, !comparison.exchangesVerb {
      return share >= 0.5 && !circumstances.isResting
    }
    guard old.headContent > 0, new.headContent > 0, !figures, !comparison.exchangesVerb else {
      return false
    }
    return comparison.isOnePlace ? share >= 0.6 : share >= 0.7
  }

  /// Only the label changed, and what stands behind it tells which fact it is: at length, or together with
  /// a word of the label.
  private static func isRelabelled(
    _ comparison: Comparison, _ old: Wording, _ new: Wording, _ circumstances: Circumstances
  ) -> Bool {
    guard circumstances.isFact, !circumstances.acrossPages, old.isLabelled, new.isLabelled,
      comparison.saysTheSame, old.negations == new.negations
    else { return false }
    let (a, b) = (comparison.oldOnly, comparison.newOnly)
    let isKept = !comparison.headFrame.isEmpty && !circumstances.isResting
    let isLong = comparison.saysTheSameAtLength && comparison.said >= 6
    if a.isEmpty || b.isEmpty {
      // `Cost`, `Training cost`; but `Timeout`, `Second timeout` may be two, as are `Java`, `Java Beans`.
      return isLong
        || isKept
          && !(a + b).contains { $0.sort == .firm || $0.tells || $0.mayBeName && !$0.isFirst }
    }
    // Another figure or another name is another thing, and so is what the label is of.
    guard comparison.saysTheSameAtLength, !(a + b).contains(where: { $0.sort == .firm }),
      !Verdict.both(a, b, have: \.mayBeName), !Verdict.both(a, b, have: \.tells),
      !Verdict.both(a, b, have: \.isComplement)
    else { return false }
    // `Maximum penalty`, `Maximum fine`; `Fixed order`, `Safe order`: such a word is no thing.
    return isLong || isKept && (a + b).contains { $0.isKind || $0.isVerbal }
  }

  private static func both(
    _ a: [Wording.Word], _ b: [Wording.Word], have isSo: (Wording.Word) -> Bool
  ) -> Bool {
    a.contains(where: isSo) && b.contains(where: isSo)
  }
}
