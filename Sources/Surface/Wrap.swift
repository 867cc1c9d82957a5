/// Breaks styled text into lines of at most `width` columns (a width under 1 counts as 1).
///
/// Lines break at spaces, and between wide characters (Chinese and Japanese have no spaces). A word
/// longer than a line breaks after `-` or `/`, and where it has none, anywhere. `\n` ends a line.
/// Only the blanks at a break are lost, and a wide character stays whole even at a width of 1.
/// Text is cleaned by `Sanitizer`. Empty text gives one empty line.
public func wrap(_ spans: [Span], width: Int) -> [[Span]] {
  let text = WrappedText(spans)
  return LineWrapper(text, width: max(1, width)).lines().map { text.spans(in: $0, styled: spans) }
}

/// The same for plain text.
public func wrap(_ text: String, width: Int) -> [String] {
  let text = WrappedText([Span(text)])
  return LineWrapper(text, width: max(1, width)).lines().map { text.text(in: $0) }
}

/// Spans as one piece of clean text, in graphemes.
private struct WrappedText {
  enum Kind: UInt8 {
    case letter, blank, lineEnd
    /// `-` or `/`, after which a long word may break.
    case seam
    /// Punctuation that may not end a line, and that may not begin one, among wide characters.
    case opening, closing
  }

  struct Glyph {
    let start: Int32
    let span: Int32
    let columns: UInt8
    let kind: Kind
  }

  private(set) var glyphs: [Glyph] = []
  private var bytes: [UInt8] = []

  init(_ spans: [Span]) {
    let size = spans.reduce(0) { $0 + $1.text.utf8.count }
    bytes.reserveCapacity(size)
    glyphs.reserveCapacity(size)
    for (index, span) in spans.enumerated() {
      if span.text.utf8.contains(0x0A) {
        let parts = span.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, part) in parts.enumerated() {
          if number > 0 {
            append(Glyph(start: offset, span: Int32(index), columns: 0, kind: .lineEnd))
          }
          add(String(Substring(part)), span: index)
        }
      } else {
        add(span.text, span: index)
      }
    }
  }

  private var offset: Int32 { Int32(truncatingIfNeeded: bytes.count) }

  private mutating func append(_ glyph: Glyph) { glyphs.append(glyph) }

  private mutating func add(_ text: String, span: Int) {
    // CR LF is one character, of which the line end has been taken.
    let text = Sanitizer.clean(text.utf8.last == 0x0D ? String(text.dropLast()) : text)
    let base = offset
    TextWidth.forEachGrapheme(in: text) { grapheme in
      glyphs.append(
        Glyph(
          start: base + Int32(truncatingIfNeeded: grapheme.start), span: Int32(span),
          columns: UInt8(grapheme.columns), kind: Self.kind(of: grapheme)))
      return true
    }
    bytes += text.utf8
  }

  private static func kind(of grapheme: Grapheme) -> Kind {
    guard grapheme.isSingle else { return .letter }
    switch grapheme.first {
    case " ": return .blank
    case "-", "/": return .seam
    case "、", "。", "，", "．", "：", "；", "！", "？", "）", "」", "』", "】", "》", "〉", "〕", "］", "｝",
      "ー", "々", "・", "…", "”", "’", ")", "]", "}", ",", ".", ":", ";", "!", "?", "%":
      return .closing
    case "（", "「", "『", "【", "《", "〈", "〔", "［", "｛", "“", "‘", "(", "[", "{", "$", "£", "¥":
      return .opening
    default: return .letter
    }
  }

  func text(in range: Range<Int>) -> String {
    String(
      decoding: bytes[start(of: range.lowerBound)..<start(of: range.upperBound)], as: UTF8.self)
  }

  func spans(in range: Range<Int>, styled spans: [Span]) -> [Span] {
    var result: [Span] = []
    var first = range.lowerBound
    while first < range.upperBound {
      let span = glyphs[first].span
      var end = first + 1
      while end < range.upperBound, glyphs[end].span == span { end += 1 }
      let style = spans[Int(span)]
      result.append(Span(text(in: first..<end), style.ink, style.attributes))
      first = end
    }
    return result
  }

  private func start(of glyph: Int) -> Int {
    glyph < glyphs.count ? Int(glyphs[glyph].start) : bytes.count
  }
}

/// Fills lines greedily. A line is a stretch of graphemes, since only what lies between lines is
/// lost.
private struct LineWrapper {
  private let glyphs: [WrappedText.Glyph]
  private let width: Int
  private var result: [Range<Int>] = []
  /// The line so far: where it begins and ends, and its columns. The blanks after it wait until
  /// a word shows whether they are inside the line.
  private var start = 0
  private var end = 0
  private var columns = 0
  private var isEmpty = true
  /// Whether the line goes on from the one before, so that blanks at its beginning are lost.
  private var isContinued = false

  init(_ text: WrappedText, width: Int) {
    glyphs = text.glyphs
    self.width = width
  }

  consuming func lines() -> [Range<Int>] {
    var at = 0
    while at < glyphs.count {
      switch glyphs[at].kind {
      case .lineEnd:
        endParagraph(at)
        start = at + 1
        end = start
        at += 1
      case .blank: at += 1
      default:
        let (wordEnd, wordColumns) = word(from: at)
        add(at, wordEnd, wordColumns)
        at = wordEnd
      }
    }
    endParagraph(glyphs.count)
    return result
  }

  /// Where the word that begins at `first` ends, and its columns.
  private func word(from first: Int) -> (end: Int, columns: Int) {
    var columns = Int(glyphs[first].columns)
    var at = first + 1
    while at < glyphs.count, glyphs[at].kind != .blank, glyphs[at].kind != .lineEnd {
      let (left, right) = (glyphs[at - 1], glyphs[at])
      let isBesideWide = (left.columns == 2 || right.columns == 2) && right.columns > 0
      if isBesideWide, right.kind != .closing, left.kind != .opening { break }
      columns += Int(right.columns)
      at += 1
    }
    return (at, columns)
  }

  /// The columns that the line takes with the blanks up to `glyph`.
  private func columns(before glyph: Int) -> Int {
    isEmpty && isContinued ? 0 : columns + glyph - end
  }

  private mutating func add(_ first: Int, _ wordEnd: Int, _ wordColumns: Int) {
    if wordColumns > width {
      addInPieces(first, wordEnd)
      return
    }
    if columns(before: first) + wordColumns > width { breakLine(at: first) }
    place(first, wordEnd, wordColumns)
  }

  private mutating func place(_ first: Int, _ newEnd: Int, _ added: Int) {
    let before = columns(before: first)
    if isEmpty && isContinued { start = first }
    columns = before + added
    end = newEnd
    isEmpty = false
  }

  /// The next line begins at `first`; blanks before that are lost.
  private mutating func breakLine(at first: Int) {
    if !isEmpty { result.append(start..<end) }
    // Otherwise there was only an indent, for which there is no room.
    start = first
    end = first
    columns = 0
    isEmpty = true
    isContinued = true
  }

  private mutating func endParagraph(_ at: Int) {
    // Blanks at the end stay if they fit, unless they are those of a break.
    let isLost = columns + at - end > width || (isEmpty && isContinued)
    result.append(start..<(isLost ? end : at))
    columns = 0
    isEmpty = true
    isContinued = false
  }

  /// A word wider than a line: in pieces that end after `-` or `/`, else wherever the line ends.
  private mutating func addInPieces(_ first: Int, _ wordEnd: Int) {
    var first = first
    while first < wordEnd {
      let room = width - columns(before: first)
      var at = first
      var taken = 0
      var seam: (end: Int, columns: Int)?
      while at < wordEnd, taken + Int(glyphs[at].columns) <= room {
        taken += Int(glyphs[at].columns)
        at += 1
        if glyphs[at - 1].kind == .seam { seam = (at, taken) }
      }
      if at < wordEnd {
        if let seam {
          (at, taken) = seam
        } else if !isEmpty || (at == first && columns(before: first) > 0) {
          // What stands before it on the line is no reason to cut it early.
          breakLine(at: first)
          continue
        } else if at == first {
          // Not even one character fits.
          taken = Int(glyphs[first].columns)
          at += 1
          while at < wordEnd, glyphs[at].columns == 0 { at += 1 }
        }
      }
      place(first, at, taken)
      first = at
      if first < wordEnd { breakLine(at: first) }
    }
  }
}

/// The text, or as much of it as fits `width` columns with an ellipsis.
public func truncate(_ text: String, width: Int, glyphs: Glyphs) -> String {
  let text = Sanitizer.clean(text)
  guard width > 0 else { return "" }
  guard text.utf8.count > width, TextWidth.of(text) > width else { return text }
  var used = 0
  var end = 0
  TextWidth.forEachGrapheme(in: text) { grapheme in
    guard used + grapheme.columns <= width - 1 else { return false }
    used += grapheme.columns
    end = grapheme.end
    return true
  }
  return String(decoding: text.utf8.prefix(end), as: UTF8.self) + glyphs.ellipsis
}

/// Which side of a padded text its blanks stand on.
public enum Alignment: Sendable, Hashable { case left, right, centre }

/// The text with blanks up to `width` columns; longer text stays as it is.
public func pad(_ text: String, width: Int, _ alignment: Alignment = .left) -> String {
  let text = Sanitizer.clean(text)
  let missing = max(0, width - TextWidth.of(text))
  let before =
    switch alignment {
    case .left: 0
    case .right: missing
    case .centre: missing / 2
    }
  return String(repeating: " ", count: before) + text
    + String(repeating: " ", count: missing - before)
}
