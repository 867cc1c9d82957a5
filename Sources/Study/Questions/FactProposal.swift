import Notes

/// The Key Fact that an answered question leads to: the position in the manner of the page's facts.
public enum FactProposal {
  /// - Parameters:
  ///   - position: what the learner wrote last; empty gives a line to be completed.
  ///   - list: how the page writes its facts.
  /// - Returns: the line for the note, with its bullet.
  public static func line(question: String, position: String, list: FactList) -> String {
    var text = position.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A bullet of its own would make a list within the list.
    while let first = text.first, "-*+#>".contains(first), text.dropFirst().first == " " {
      text = String(text.dropFirst(2))
    }
    let isSentence = !text.dropLast().contains { ".?!".contains($0) }
    if list.endsWithStop, let last = text.last, !".?!…".contains(last) {
      text += "."
    } else if !list.endsWithStop, isSentence, text.hasSuffix(".") {
      text.removeLast()
    }
    return list.line(labelled(text, topic: topic(of: question), list.label))
  }

  private static func labelled(_ text: String, topic: String, _ label: FactList.Label) -> String {
    if topic.isEmpty || isLabelled(text) { return text }
    return switch label {
    case .none: text
    case .plain: "\(topic): \(text)"
    case .bold: "**\(topic)**: \(text)"
    case .boldWithColon: "**\(topic):** \(text)"
    }
  }

  /// Whether the learner has written `Label: content` already.
  private static func isLabelled(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon < text.index(before: text.endIndex) else {
      return false
    }
    let label = text[..<colon]
    return text[text.index(after: colon)].isWhitespace && label.split(separator: " ").count <= 6
  }

  /// Words that a question begins with, and that name nothing.
  private static let openers: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should",
    "may", "might", "must", "has", "have", "had", "what", "which", "how", "why", "when", "where",
    "who", "whose", "whether", "if", "to", "extent", "degree", "much", "many", "far", "well",
    "long",
    "often", "the", "a", "an", "there", "it", "we", "you", "i", "any", "some", "be",
  ]

  /// Words before which a name ends.
  private static let closers: Set<String> = [
    "a", "an", "the", "in", "on", "at", "of", "to", "for", "with", "from", "by", "as", "into",
    "over",
    "under", "between", "than", "and", "or", "but", "if", "when", "while", "that", "which", "who",
    "is", "are", "was", "were", "be", "been", "become", "evolve", "remain", "provide", "require",
    "scale", "work", "work?", "actually", "still", "ever", "really", "not", "does", "do", "will",
    "can", "should", "would", "could", "may", "might", "must", "have", "has", "had", "it", "its",
  ]

  /// What a question is about in a few of its own words: those behind its opening, up to the first
  /// small word. The learner can change it.
  static func topic(of question: String) -> String {
    var topic: [Substring] = []
    for word in question.split(whereSeparator: \.isWhitespace) {
      let bare = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
      if topic.isEmpty, openers.contains(bare) { continue }
      if closers.contains(bare) || word.hasPrefix("(") { break }
      topic.append(word)
      if topic.count == 4 || ",;:?".contains(word.last ?? " ") { break }
    }
    var text = topic.joined(separator: " ")
    while let last = text.last, ",;:?.".contains(last) { text.removeLast() }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
