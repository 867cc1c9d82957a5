/// Finds on its line where each link is written: cmark keeps no place for what stands in text.
enum LinkColumns {
  private static let mostBytes = 4096

  static func applied(to links: [PageLink], bytes: Bytes, lineStarts: [Int]) -> [PageLink] {
    var links = links
    var line = 0
    var from = 0
    var column = 1
    for index in links.indices {
      let number = links[index].line
      guard number >= 1, number <= lineStarts.count else { continue }
      let start = lineStarts[number - 1]
      if number != line {
        from = start
        column = 1
      }
      line = number
      // A target that is written in another way, with `%20` for a blank, is not looked for far.
      let end = min(number < lineStarts.count ? lineStarts[number] : bytes.count, from + mostBytes)
      let written = links[index].target.isEmpty ? "#" : links[index].target
      guard let place = find(written, in: bytes, from: from, to: end) else { continue }
      // The brackets before a target belong to the link.
      var first = place
      while first > from, bytes[first - 1] == Byte.openBracket { first -= 1 }
      column += bytes.slice(from..<first).string.count
      links[index].column = column
      from = first
      let past = place + written.utf8.count
      column += bytes.slice(from..<past).string.count
      from = past
    }
    return links
  }

  private static func find(_ text: String, in bytes: Bytes, from start: Int, to end: Int) -> Int? {
    text.withBytes { wanted in
      guard let first = wanted.first else { return nil }
      var place = start
      while let found = bytes.first(first, from: place), found + wanted.count <= end {
        if bytes.slice(found..<found + wanted.count).elementsEqual(wanted) { return found }
        place = found + 1
      }
      return nil
    }
  }
}
