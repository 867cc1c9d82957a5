extension Card {
  /// What the answer is made of: the items of a list, the steps of an order; the whole answer for any
  /// other card. Whoever judges a typed answer takes them in any order, unless the card asks for one.
  public var answerItems: [String] {
    guard kind == .list || kind == .order else { return [answer] }
    for separator in [" → ", "; ", ", "] {
      let items = pieces(of: answer, at: Array(separator.unicodeScalars))
      if items.count > 1 { return items }
    }
    return [answer]
  }

  /// Whether the items must come in the order of the answer.
  public var asksForOrder: Bool {
    kind == .order || kind == .list && answer.contains(" → ")
  }

  /// The pieces between separators that stand outside brackets.
  private func pieces(of text: String, at separator: [Unicode.Scalar]) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var depth = 0
    var index = 0
    while index < scalars.count {
      if depth == 0, scalars[index...].starts(with: separator) {
        pieces.append(String(piece))
        piece.removeAll()
        index += separator.count
        continue
      }
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth = max(0, depth - 1) }
      piece.append(scalars[index])
      index += 1
    }
    pieces.append(String(piece))
    return pieces
  }
}
