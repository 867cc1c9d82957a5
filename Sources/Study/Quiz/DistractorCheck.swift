import Cards

/// Makes sure that a wrong choice is wrong, and that the question's own words do not say which is
/// right.
struct DistractorCheck {
  private let card: Card
  private let right: [Sameness]
  private let prompt: String
  private let source: String
  private let promptContent: Set<String>
  private let promptWords: Set<String>
  private let promptDigits: Set<String>
  /// `a […]`, `an […]`: how the answer must begin.
  private let vowel: Bool?
  /// Whether the card is of a table whose rows hold what is of one sort.
  private let isRow: Bool

  init(card: Card, alsoRight: [String], isRow: Bool = false) {
    self.card = card
    self.isRow = isRow
    right = ([card.answer] + alsoRight).map(Sameness.init)
    prompt = " " + Distractors.key(card.prompt) + " "
    source = " " + Distractors.key(card.source) + " "
    promptContent = Sameness(card.prompt).content
    // A connection is asked for between two pages, of which one is always the same.
    let target = card.slot.split(separator: "/").last.map(String.init) ?? card.slot
    promptWords = Echo.words(card.kind == .connection ? target : card.prompt)
    promptDigits = Echo.digits(card.prompt)
    let lower = card.prompt.lowercased()
    vowel =
      lower.contains(" an […]") || lower.hasPrefix("an […]")
      ? true : lower.contains(" a […]") || lower.hasPrefix("a […]") ? false : nil
  }

  /// Whether the other card's answer can be wrong here at all.
  func allows(_ candidate: Card) -> Bool {
    let isSibling = !card.siblingGroup.isEmpty && candidate.siblingGroup == card.siblingGroup
    if isSibling, candidate.kind != card.kind || !isAmongSiblings { return false }
    // Terms whose explanations say much the same may both be meant.
    if card.kind == .definition, candidate.kind == .definition {
      let theirs = Sameness(candidate.prompt).content
      let common = promptContent.intersection(theirs).subtracting(Self.frame).count
      let fewer = min(promptContent.count, theirs.count) - Self.frame.count
      if fewer > 1, common * 10 >= fewer * 6 { return false }
    }
    return true
  }

  /// Whether its siblings are answers to other questions of the same sort: the other glosses of a fact, the
  /// other things that a row of a table compares.
  private var isAmongSiblings: Bool { card.kind == .gloss || isRow }

  private static let frame: Set<String> = ["which", "term", "what", "mean", "here"]

  /// How many words of a text the prompt has too; of a number, also its digits in another number.
  func echo(of text: String) -> Int {
    let words = Echo.of(Echo.words(text), in: promptWords).count
    guard AnswerShape(text).figure != nil else { return words }
    return words + Echo.digits(text).intersection(promptDigits).count
  }

  /// Whether a line says nearly all the words of the question.
  func isAsked(in line: String) -> Bool {
    guard promptWords.count > 1 else { return false }
    let common = Echo.of(promptWords, in: Echo.words(line)).count
    return common * 4 >= promptWords.count * 3
  }

  /// Whether it can stand where the blank is.
  func fits(_ shape: AnswerShape) -> Bool {
    guard let vowel else { return true }
    return shape.startsWithVowel == vowel && shape.isPlural != true
  }

  /// Neither equal to a right answer in any way of writing, nor a part of it, nor it a part; not in
  /// the prompt, where it would be seen to be wrong; and not elsewhere in the item that the question
  /// is from, where it may be right as well.
  func isWrong(_ choice: Sameness) -> Bool {
    let padded = " " + choice.key + " "
    guard !choice.key.isEmpty, !prompt.contains(padded) else { return false }
    if !isAmongSiblings, source.contains(padded) { return false }
    return !right.contains { $0.overlaps(choice) }
  }
}
