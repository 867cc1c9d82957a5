/// What somebody typed to search for. Anything is a query; nothing is ever wrong with it.
///
/// All words must be found, in any order; the last one may still be growing. `"…"` wants words next
/// to each other, `-word` leaves out what has the word — unless it has it with its hyphen, as the
/// `-rf` of a command.
public struct SearchQuery: Sendable, Hashable {
  /// Words that must stand next to each other.
  public struct Clause: Sendable, Hashable {
    public var words: [String]
    /// The last word may go on.
    public var isPrefix: Bool
  }
  /// Words to leave out, and the same as they look with their hyphen.
  public struct Exclusion: Sendable, Hashable {
    public var words: [String]
    public var literal: [String]
  }

  public let typed: String
  public private(set) var clauses: [Clause] = []
  public private(set) var exclusions: [Exclusion] = []

  /// What comes after so much is not looked at.
  private static let mostCharacters = 1000
  private static let mostClauses = 24
  private static let mostWords = 48

  /// - Parameter areGrowing: whether every word outside quotation marks may go on, and not only the last:
  ///   for what is said once, where nobody sees what is found while typing.
  public init(_ typed: String, areGrowing: Bool = false) {
    self.typed = typed
    var parser = Parser(String(typed.prefix(Self.mostCharacters)), areGrowing: areGrowing)
    while let piece = parser.next() { add(piece) }
    if clauses.isEmpty {
      // Nothing but words to leave out leaves nothing: what was typed is meant as it stands.
      clauses = exclusions.map { Clause(words: $0.literal, isPrefix: true) }
      exclusions = []
    }
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { clauses.isEmpty }

  private mutating func add(_ piece: Parser.Piece) {
    let words = SearchWords(piece.text)
    if piece.isExcluded {
      let plain = words.words.prefix(Self.mostWords).map(\.text)
      guard !plain.isEmpty, exclusions.count < Self.mostClauses else { return }
      let literal = ["-"] + (words.stretches.first?.map(\.text) ?? plain)
      exclusions.append(
        Exclusion(words: plain, literal: Array(literal.prefix(Self.mostWords))))
    } else {
      let signed = words.stretches.filter { $0.hasSigns(beyond: words.words) }
      let end = piece.text.utf8.count
      // The words side by side, and what has signs as it stands; one stretch that is all says both.
      let isOneStretch = signed.count == 1 && words.words.allSatisfy { signed[0].contains($0) }
      if !isOneStretch { add(words.words, isPrefix: piece.isGrowing) }
      for stretch in signed {
        let isLast = isOneStretch || stretch.last?.end == end
        add(stretch, isPrefix: piece.isGrowing && isLast)
      }
    }
  }

  private mutating func add(_ words: [SearchWord], isPrefix: Bool) {
    guard !words.isEmpty, clauses.count < Self.mostClauses else { return }
    let kept = words.prefix(Self.mostWords).map(\.text)
    let clause = Clause(words: kept, isPrefix: isPrefix && kept.count == words.count)
    if !clauses.contains(clause) { clauses.append(clause) }
  }
}

extension [SearchWord] {
  /// Whether signs do more than part its words: `C++`, `foo()`, `x->y`, but not `and/or`.
  fileprivate func hasSigns(beyond words: [SearchWord]) -> Bool {
    let starts = Set(words.map(\.start))
    var wasSign = true
    for word in self {
      let isSign = !starts.contains(word.start)
      if isSign, wasSign { return true }
      wasSign = isSign
    }
    return wasSign
  }
}

/// Takes what was typed apart at blanks and quotation marks.
private struct Parser {
  struct Piece {
    var text: String
    var isQuoted = false
    var isExcluded = false
    /// Nothing follows it, so that it may still be growing.
    var isGrowing = false
  }

  private let characters: [Character]
  private let areGrowing: Bool
  private var place = 0

  init(_ text: String, areGrowing: Bool) {
    characters = Array(text)
    self.areGrowing = areGrowing
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”" || character == "„"
  }

  mutating func next() -> Piece? {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    guard place < characters.count else { return nil }
    var piece = Piece(text: "")
    if characters[place] == "-", place + 1 < characters.count,
      characters[place + 1].isLetter || Self.isQuote(characters[place + 1])
    {
      piece.isExcluded = true
      place += 1
    }
    if Self.isQuote(characters[place]) {
      piece.isQuoted = true
      place += 1
      let end = characters[place...].firstIndex(where: Self.isQuote)
      piece.text = String(characters[place..<(end ?? characters.count)])
      piece.isGrowing = end == nil
      place = end.map { $0 + 1 } ?? characters.count
    } else {
      let end =
        characters[place...].firstIndex { $0.isWhitespace || Self.isQuote($0) } ?? characters.count
      piece.text = String(characters[place..<end])
      piece.isGrowing = areGrowing || characters[end...].allSatisfy(\.isWhitespace)
      place = end
    }
    return piece
  }
}
