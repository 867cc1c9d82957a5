extension RichText {
  /// Removes blanks at both ends, and runs that are empty then.
  mutating func trim() {
    while let first = runs.first, first.text.utf8.first?.isBlank != false {
      if first.style.contains(.code), !first.text.isEmpty { break }
      let text = first.text.withBytes { $0.leadingTrimmed }
      if text.isEmpty {
        runs.removeFirst()
      } else {
        runs[0].text = text
      }
    }
    while let last = runs.last, last.text.utf8.last?.isBlank != false {
      if last.style.contains(.code), !last.text.isEmpty { break }
      let text = last.text.withBytes { $0.trailingTrimmed }
      if text.isEmpty {
        runs.removeLast()
      } else {
        runs[runs.count - 1].text = text
      }
    }
  }

  var trimmed: RichText {
    var copy = self
    copy.trim()
    return copy
  }

  /// Takes ` ^id` off the end: the name under which other notes refer to this block.
  mutating func removeBlockID() -> String? {
    guard let last = runs.last, last.style.isEmpty, last.link == nil else { return nil }
    let found: (id: String, length: Int)? = last.text.withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1].isBlank { end -= 1 }
      var start = end
      while start > 0,
        bytes[start - 1].isLetter || bytes[start - 1].isDigit
          || bytes[start - 1] == Byte.dash
      { start -= 1 }
      guard start < end, start > 0, bytes[start - 1] == Byte.caret,
        start == 1 || bytes[start - 2].isBlank, start > 1 || runs.count == 1
      else { return nil }
      return (bytes.slice(start..<end).string, start - 1)
    }
    guard let found else { return nil }
    runs[runs.count - 1].text = last.text.slice(0..<found.length)
    trim()
    return found.id
  }

  /// The part between two places; a place is a run and an offset into its UTF-8 bytes.
  func slice(from start: TextPlace, to end: TextPlace) -> RichText {
    var slice: [TextRun] = []
    for (index, run) in runs.enumerated() where index >= start.run && index <= end.run {
      let low = index == start.run ? start.offset : 0
      let high = index == end.run ? end.offset : run.text.utf8.count
      guard low < high else { continue }
      var part = run
      if low > 0 || high < run.text.utf8.count { part.text = run.text.slice(low..<high) }
      slice.append(part)
    }
    return RichText(slice).trimmed
  }

  var start: TextPlace { TextPlace(run: 0, offset: 0) }
  var end: TextPlace {
    TextPlace(run: max(runs.count - 1, 0), offset: runs.last?.text.utf8.count ?? 0)
  }
}

/// A place in rich text.
struct TextPlace: Equatable {
  var run: Int
  var offset: Int
}

extension UnsafeBufferPointer where Element == UInt8 {
  fileprivate var leadingTrimmed: String {
    slice((firstIndex { !$0.isBlank } ?? count)..<count).string
  }

  fileprivate var trailingTrimmed: String {
    slice(0..<((lastIndex { !$0.isBlank } ?? -1) + 1)).string
  }
}
