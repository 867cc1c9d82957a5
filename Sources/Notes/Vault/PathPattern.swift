/// A glob against paths in the vault: `*` and `?` stay within a name, `**` crosses folders.
struct PathPattern: Sendable {
  private let pattern: [UInt8]
  private let isName: Bool

  init(_ pattern: String) {
    var bytes = Array(pattern.utf8)
    if bytes.last == Byte.slash { bytes.removeLast() }
    isName = !bytes.contains(Byte.slash)
    if bytes.first == Byte.slash { bytes.removeFirst() }
    self.pattern = bytes
  }

  func matches(_ file: String, name: String) -> Bool {
    let text = Array((isName ? name : file).utf8)
    return matches(text, from: 0, pattern: 0, budget: 10_000) != nil
  }

  /// The budget that is left when the rest matches. A pattern of many stars tries many ways; it
  /// gives up rather than stand still.
  private func matches(_ text: [UInt8], from start: Int, pattern first: Int, budget: Int) -> Int? {
    var place = start
    var index = first
    var budget = budget
    while index < pattern.count {
      guard budget > 0 else { return nil }
      budget -= 1
      if pattern[index] == UInt8(ascii: "*") {
        let crosses = index + 1 < pattern.count && pattern[index + 1] == UInt8(ascii: "*")
        var next = index + (crosses ? 2 : 1)
        // `**/` is any number of whole folders, also none.
        let isFolders = crosses && next < pattern.count && pattern[next] == Byte.slash
        if isFolders { next += 1 }
        while true {
          if !isFolders || place == 0 || text[place - 1] == Byte.slash,
            let left = matches(text, from: place, pattern: next, budget: budget)
          {
            return left
          }
          guard place < text.count, crosses || text[place] != Byte.slash else { return nil }
          place += 1
          budget -= 1
          if budget <= 0 { return nil }
        }
      }
      guard place < text.count,
        pattern[index] == text[place]
          || (pattern[index] == UInt8(ascii: "?") && text[place] != Byte.slash)
      else { return nil }
      place += 1
      index += 1
    }
    return place == text.count ? budget : nil
  }
}
