import Study
import Surface

/// A hit as it is shown: where it stands, and the words that were looked for in their context. What
/// was found is bold and underlined, so that it shows without colours too.
public struct HitText: Sendable {
  private let hit: SearchHit
  private let query: SearchQuery

  public init(_ hit: SearchHit, query: SearchQuery) {
    self.hit = hit
    self.query = query
  }

  static let emphasis: Attributes = [.bold, .underline]

  /// `AI Safety › Key Facts`.
  public func place(_ glyphs: Glyphs) -> String {
    guard hit.form != .page, !hit.section.isEmpty else {
      return hit.form == .page ? hit.page : hit.title
    }
    return ([hit.title] + sections).joined(separator: glyphs.pathSeparator)
  }

  private var sections: [String] {
    var parts: [String] = []
    var rest = hit.section[...]
    while let range = rest.firstRange(of: " › ") {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// One line of at most `width` columns around what was found first.
  func snippet(width: Int, selected: Bool = false, glyphs: Glyphs) -> [Span] {
    pieces(width: width, glyphs: glyphs).map { piece in
      if selected {
        return Span(
          piece.text, .selection, piece.isFound ? Self.emphasis.union(.reverse) : .reverse)
      }
      return Span(
        piece.text, piece.isFound ? .accent : .text, piece.isFound ? Self.emphasis : [])
    }
  }

  /// The same as parts of text, each found or not.
  public func pieces(width: Int, glyphs: Glyphs) -> [(text: String, isFound: Bool)] {
    let text = shown(glyphs)
    let found = SearchMatch(query, in: text).ranges
    var places: [(character: Character, isFound: Bool)] = []
    var offset = 0
    var next = 0
    for character in text {
      while next < found.count, found[next].upperBound <= offset { next += 1 }
      places.append((character, next < found.count && found[next].contains(offset)))
      offset += character.utf8.count
    }
    let start = Self.start(of: places, width: width)
    var pieces: [(text: String, isFound: Bool)] = start > 0 ? [(glyphs.ellipsis, false)] : []
    for (character, isFound) in places[start...] {
      if let last = pieces.last, last.isFound == isFound {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append((String(character), isFound))
      }
    }
    return pieces
  }

  private func shown(_ glyphs: Glyphs) -> String {
    let text = hit.card.map { card in
      card.answer.isEmpty ? card.prompt : "\(card.prompt) \(glyphs.arrow) \(card.answer)"
    }
    // The path of a page stands above it.
    let own = hit.form == .page ? hit.text.replacing(" · \(hit.page)", with: "") : hit.text
    return Sanitizer.clean(text ?? own)
  }

  /// Where to begin so that what was found is seen with a little of what stands before it.
  private static func start(
    of places: [(character: Character, isFound: Bool)], width: Int
  ) -> Int {
    let whole = places.reduce(0) { $0 + TextWidth.of($1.character) }
    guard whole > width, let first = places.firstIndex(where: \.isFound) else { return 0 }
    let before = places[..<first].reduce(0) { $0 + TextWidth.of($1.character) }
    guard before > width * 2 / 3 else { return 0 }
    var start = first
    var room = width / 3
    while start > 0, room > 0 {
      start -= 1
      room -= TextWidth.of(places[start].character)
    }
    // From a word's beginning.
    let word = places[start..<first].firstIndex { $0.character == " " }
    return word.map { $0 + 1 } ?? start
  }
}
