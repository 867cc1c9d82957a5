/// Whether a set of options is even: nothing in the form of the right ones, or of a wrong one, lets
/// somebody tell them apart who knows nothing of the matter. All choices pass here.
struct EvenOptions {
  /// What gives a set away.
  enum Flaw: Hashable {
    /// The right one is longer or shorter than all the others.
    case length
    /// All right ones have this and no wrong one has, or the other way round.
    case alone(Mark)
    /// A wrong one cannot stand beside a right one.
    case misfit
    /// Numbers of different sizes, with and without separators, or years of two times.
    case size
    /// The right ones repeat words of the prompt that no wrong one has, or are the only ones that do not.
    case echo
  }

  /// What is seen of an option at a glance.
  enum Mark: Hashable, CaseIterable {
    case conjunction, hyphen, comma, slash, plus, apostrophe, firstWord, lastWord, isWord, plural
    case capitals, digits, definiteNoun, joint
  }

  /// The words of the prompt an option repeats.
  let echo: (String) -> Int
  /// In which the quiz is drawn; nil where any year is as good as another.
  var year: Int?

  /// The first flaw found; nil when the set is even.
  func flaw(right: [AnswerShape], wrong: [AnswerShape]) -> Flaw? {
    guard !right.isEmpty, wrong.count > 1 else { return .misfit }
    for one in right where !wrong.contains(where: { $0.isAlike(one) }) { return .misfit }
    for other in wrong where !right.contains(where: { $0.isAlike(other) }) { return .misfit }
    if right.count == 1, !AnswerShape.isWithin(right[0], wrong) { return .length }
    if Self.areUneven((right + wrong).compactMap(\.number)) || areOfTwoTimes(right, wrong) {
      return .size
    }
    for mark in Mark.allCases where Self.isAlone(mark, right, wrong) { return .alone(mark) }
    let repeats = right.map { echo($0.text) }
    let others = wrong.map { echo($0.text) }
    if let least = repeats.min(), let most = repeats.max() {
      if least > 0, others.allSatisfy({ $0 < least }) { return .echo }
      if most == 0, others.allSatisfy({ $0 > 0 }) { return .echo }
    }
    return nil
  }

  private func areOfTwoTimes(_ right: [AnswerShape], _ wrong: [AnswerShape]) -> Bool {
    right.compactMap(\.number).contains { number in
      wrong.compactMap(\.number).contains { !number.isOfOneTime(as: $0, in: year) }
    }
  }

  private static func areUneven(_ numbers: [NumberForm]) -> Bool {
    guard numbers.count > 1 else { return false }
    if Set(numbers.filter { $0.value >= 1000 && !$0.isYear }.map(\.grouping)).count > 1 {
      return true
    }
    let values = numbers.map(\.value)
    guard let least = values.min(), let most = values.max(), most > 12 else { return false }
    return least <= 0 || most / least > 15
  }

  /// Whether all right ones are of one sort in this, and all wrong ones are of another.
  private static func isAlone(_ mark: Mark, _ right: [AnswerShape], _ wrong: [AnswerShape]) -> Bool
  {
    let found = Set(right.map { value(mark, $0) })
    let others = Set(wrong.map { value(mark, $0) })
    guard found.count == 1, others.count == 1, let one = found.first, let other = others.first
    else { return false }
    // What begins differently in every option tells nothing; only what the others have in common does.
    return one != other
  }

  private static func value(_ mark: Mark, _ shape: AnswerShape) -> String {
    func sign(_ isThere: Bool) -> String { isThere ? "+" : "-" }
    switch mark {
    case .conjunction:
      return sign([" and ", " or ", " & ", " / "].contains { shape.text.contains($0) })
    case .hyphen: return sign(shape.text.contains("-"))
    case .comma: return sign(shape.isList)
    case .slash: return sign(shape.text.contains("/"))
    case .plus: return sign(shape.text.contains("+"))
    case .apostrophe: return sign(shape.text.contains("'") || shape.text.contains("’"))
    case .firstWord: return shape.text.split(separator: " ").first?.lowercased() ?? ""
    case .lastWord: return shape.text.split(separator: " ").last?.lowercased() ?? ""
    case .isWord: return sign(shape.words == 1)
    case .plural: return shape.isPlural.map(sign) ?? "?\(shape.text)"
    case .capitals: return sign(shape.text.dropFirst().contains { $0.isUppercase })
    case .digits: return sign(shape.hasDigits)
    case .definiteNoun: return sign(shape.text.contains(" the "))
    case .joint: return shape.joint
    }
  }
}
