/// `==highlight==`: the marks are taken out and what stands between them gets the style.
enum Highlights {
  private struct Mark {
    var place: TextPlace
    var canOpen: Bool
    var canClose: Bool
  }

  static func applied(to text: RichText) -> RichText {
    let marks = self.marks(in: text)
    var pairs: [(open: TextPlace, close: TextPlace)] = []
    var open: TextPlace?
    for mark in marks {
      if let start = open, mark.canClose {
        pairs.append((start, mark.place))
        open = nil
      } else if mark.canOpen {
        open = mark.place
      }
    }
    guard !pairs.isEmpty else { return text }
    var runs: [TextRun] = []
    var from = text.start
    for pair in pairs {
      runs += text.exactSlice(from: from, to: pair.open)
      let start = TextPlace(run: pair.open.run, offset: pair.open.offset + 2)
      for var run in text.exactSlice(from: start, to: pair.close) {
        run.style.formUnion(.highlight)
        runs.append(run)
      }
      from = TextPlace(run: pair.close.run, offset: pair.close.offset + 2)
    }
    runs += text.exactSlice(from: from, to: text.end)
    return RichText(runs)
  }

  /// Every `==` outside code that stands like a mark: it opens before a word and closes after one,
  /// so that comparisons (`a == b`, `x==1`) stay as they are.
  private static func marks(in text: RichText) -> [Mark] {
    var marks: [Mark] = []
    for (index, run) in text.runs.enumerated() where !run.style.contains(.code) {
      run.text.withBytes { bytes in
        var place = 0
        while let sign = bytes.first(Byte.equals, from: place) {
          var end = sign
          while end < bytes.count, bytes[end] == Byte.equals { end += 1 }
          place = end
          guard end - sign == 2 else { continue }
          let before = sign > 0 ? bytes[sign - 1] : nil
          let after = end < bytes.count ? bytes[end] : nil
          let isFirst = index == 0 && before == nil
          let isLast = index == text.runs.count - 1 && after == nil
          let mark = Mark(
            place: TextPlace(run: index, offset: sign),
            canOpen: before?.isASCIIWord != true && after?.isBlank != true && !isLast,
            canClose: after?.isASCIIWord != true && before?.isBlank != true && !isFirst)
          marks.append(mark)
        }
      }
    }
    return marks
  }
}

extension UInt8 {
  fileprivate var isASCIIWord: Bool { isLetter || isDigit }
}

extension RichText {
  /// The runs between two places, with their blanks.
  fileprivate func exactSlice(from start: TextPlace, to end: TextPlace) -> [TextRun] {
    guard start.run <= end.run, !runs.isEmpty else { return [] }
    return (start.run...min(end.run, runs.count - 1)).compactMap { index in
      var run = runs[index]
      let low = index == start.run ? start.offset : 0
      let high = index == end.run ? end.offset : run.text.utf8.count
      guard low < high else { return nil }
      if low > 0 || high < run.text.utf8.count { run.text = run.text.slice(low..<high) }
      return run
    }
  }
}
