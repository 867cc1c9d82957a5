extension String {
  /// Where a text stands first, compared byte by byte: much quicker than by characters.
  func place(of sought: String) -> Range<Index>? {
    let bytes = utf8
    guard let first = sought.utf8.first else { return nil }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: sought.utf8) {
        return found..<bytes.index(found, offsetBy: sought.utf8.count)
      }
      start = bytes.index(after: found)
    }
    return nil
  }
}
