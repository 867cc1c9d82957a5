import CMarkdown

/// Reads what stands inside a paragraph, a heading or a cell: cmark's inline nodes become runs, and
/// wiki links, highlights, bare addresses and marks at the end are found in their text.
struct InlineReader {
  struct Result {
    var text = RichText()
    /// How many lines of the file the text has.
    var lineCount = 1
    /// A line after the first begins with a colon, as in a list of definitions.
    var hasColonLine = false
    var blockID: String?
    var cardsOff = false
  }

  private enum Frame {
    case style(TextStyle)
    case link
    /// Emphasis inside `[[…]]`, where it is part of the target.
    case literal(String)
    case ignored
  }

  private var runs: [TextRun] = []
  private var buffer: [UInt8] = []
  private var style: TextStyle = []
  private var link: LinkTarget?
  private var styles: [TextStyle] = []
  private var frames: [Frame] = []
  private var lines: [RichText] = []
  /// Where in the buffer lines of the file end; the last of them is `line`.
  private var breaks: [Int] = []
  private var line = 1
  private var firstLine = 1
  private var splitsLines = false
  private var hasBracket = false
  private var hasHighlight = false
  private var hasColonLine = false
  private var cardsOff = false
  /// The file's own control characters are gone, but a character reference (`&#27;`) can bring new
  /// ones.
  private let mayHaveControls: Bool
  private let hasWedges: Bool
  /// Links to pages, in the order of the file.
  private(set) var links: [PageLink] = []

  init(mayHaveControls: Bool, hasWedges: Bool) {
    self.mayHaveControls = mayHaveControls
    self.hasWedges = hasWedges
  }

  /// Reads the children of a node that begins on a line of the file.
  mutating func read(_ node: OpaquePointer, line: Int) -> Result {
    start(line: line, splitsLines: false)
    walk(node)
    return finish()
  }

  /// Reads them line by line. The links in them are not noted again.
  mutating func lines(of node: OpaquePointer, line: Int) -> [RichText] {
    let noted = links.count
    start(line: line, splitsLines: true)
    walk(node)
    flush()
    lines.append(RichText(runs))
    links.removeSubrange(noted...)
    return lines.map { hasHighlight ? Highlights.applied(to: $0.trimmed) : $0.trimmed }
  }

  /// One reader reads all texts of a page, so that its memory is used again.
  private mutating func start(line: Int, splitsLines: Bool) {
    runs = []
    lines = []
    buffer.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    styles.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    style = []
    link = nil
    self.line = line
    firstLine = line
    self.splitsLines = splitsLines
    hasBracket = false
    hasHighlight = false
    hasColonLine = false
    cardsOff = false
  }

  // MARK: Walking

  /// Goes through the nodes without recursion: emphasis can be nested thousands deep.
  private mutating func walk(_ root: OpaquePointer) {
    guard var node = cmark_node_first_child(root) else { return }
    while true {
      enter(node)
      if let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      leave(node)
      while cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node), parent != root else { return }
        node = parent
        leave(node)
      }
      guard let sibling = cmark_node_next(node) else { return }
      node = sibling
    }
  }

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: appendText(node)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: breakLine()
    case CMARK_NODE_CODE: appendCode(node)
    case CMARK_NODE_HTML_INLINE: appendMarkup(node)
    case CMARK_NODE_EMPH: open(.emphasis, marker: "_")
    case CMARK_NODE_STRONG: open(.strong, marker: "__")
    case CMARK_NODE_LINK: openLink(node)
    case CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_REFERENCE: frames.append(.ignored)
    default:
      // The only inline node of the extensions in use.
      open(.strikethrough, marker: "~~")
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE:
      return
    default: break
    }
    switch frames.popLast() {
    case .style:
      flush()
      style = styles.popLast() ?? []
    case .link:
      flush()
      link = nil
    case .literal(let marker): buffer += Array(marker.utf8)
    case .ignored, nil: break
    }
  }

  private mutating func open(_ added: TextStyle, marker: String) {
    if hasBracket, isInsideWikiLink {
      buffer += Array(marker.utf8)
      frames.append(.literal(marker))
      return
    }
    flush()
    styles.append(style)
    style.formUnion(added)
    frames.append(.style(added))
  }

  private mutating func openLink(_ node: OpaquePointer) {
    guard link == nil, !(hasBracket && isInsideWikiLink),
      let address = cmark_node_get_url(node),
      let target = LinkText.target(of: cleaned(String(cString: address)))
    else {
      frames.append(.ignored)
      return
    }
    flush()
    link = target
    noteLink(target, line: line)
    frames.append(.link)
  }

  private func cleaned(_ text: String) -> String {
    let text = hasWedges ? EscapedMarks.removed(from: text) : text
    return mayHaveControls ? ControlText.cleaned(text) : text
  }

  private mutating func noteLink(_ target: LinkTarget, line: Int) {
    guard case .page(let page, let heading) = target else { return }
    links.append(PageLink(target: page, heading: heading, line: line))
  }

  // MARK: Text

  private mutating func appendText(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let bytes = Bytes(cString: literal)
    if line > firstLine, buffer.last == Byte.space, bytes.first == Byte.colon {
      hasColonLine = true
    }
    if !hasBracket, bytes.first(Byte.openBracket) != nil { hasBracket = true }
    if !hasHighlight, let sign = bytes.first(Byte.equals), sign + 1 < bytes.count {
      hasHighlight = true
    }
    if hasWedges, let wedge = bytes.first(EscapedMarks.wedge) {
      appendParted(bytes, at: wedge)
    } else if mayHaveControls {
      appendCleaned(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// A wedge ends a run: no two signs in different runs are a mark.
  private mutating func appendParted(_ bytes: Bytes, at wedge: Int) {
    var start = 0
    var next: Int? = wedge
    while let place = next {
      appendCleaned(bytes.slice(start..<place))
      flush()
      start = place + 1
      next = bytes.first(EscapedMarks.wedge, from: start)
    }
    appendCleaned(bytes.slice(start..<bytes.count))
  }

  private mutating func appendCleaned(_ bytes: Bytes) {
    var scan = ByteScan()
    scan.run(bytes)
    if scan.firstControl == nil, scan.lineStarts.count == 1 {
      buffer.append(contentsOf: bytes)
    } else {
      let repaired: [UInt8] = ByteRepair.repair(bytes).bytes
      for byte in repaired { buffer.append(byte.isLineEnd ? Byte.space : byte) }
    }
  }

  private mutating func appendCode(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    flush()
    var text = String(cString: literal)
    if hasWedges { text = EscapedMarks.removed(from: text) }
    if !text.isEmpty { runs.append(TextRun(text, style: style.union(.code), link: link)) }
  }

  /// Raw HTML: a break is a space, our own mark is noted, the rest is dropped.
  private mutating func appendMarkup(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let markup = String(cString: literal)
    if Markup.isNoCards(markup) {
      cardsOff = true
    } else if Markup.isBreak(markup), buffer.last != Byte.space {
      buffer.append(Byte.space)
    }
  }

  private mutating func breakLine() {
    line += 1
    breaks.append(buffer.count)
    if splitsLines {
      flush()
      lines.append(RichText(runs))
      runs = []
    } else {
      if buffer.last == Byte.space { return }
      buffer.append(Byte.space)
    }
  }

  /// Whether `[[` is open in the collected text; no target is longer than what is looked at.
  private var isInsideWikiLink: Bool {
    var place = buffer.count - 2
    let first = max(0, place - 400)
    while place >= first {
      if buffer[place] == Byte.openBracket, buffer[place + 1] == Byte.openBracket { return true }
      if buffer[place] == Byte.closeBracket, buffer[place + 1] == Byte.closeBracket {
        return false
      }
      place -= 1
    }
    return false
  }

  // MARK: Runs

  /// Turns the collected text into runs.
  private mutating func flush() {
    defer { breaks.removeAll(keepingCapacity: true) }
    guard !buffer.isEmpty else { return }
    var collected: [UInt8] = []
    swap(&collected, &buffer)
    collected.withUnsafeBufferPointer { bytes in
      if link == nil, hasBracket {
        appendWithWikiLinks(bytes)
      } else {
        appendPlain(bytes)
      }
    }
    collected.removeAll(keepingCapacity: true)
    swap(&collected, &buffer)
  }

  private mutating func append(_ bytes: Bytes) {
    if !bytes.isEmpty { runs.append(TextRun(bytes.string, style: style, link: link)) }
  }

  private mutating func appendWithWikiLinks(_ bytes: Bytes) {
    var start = 0
    var place = 0
    var passed = 0
    while let open = bytes.first(Byte.openBracket, from: place) {
      place = open + 1
      guard place < bytes.count, bytes[place] == Byte.openBracket,
        let wiki = LinkText.wikiLink(in: bytes, at: open)
      else { continue }
      appendPlain(bytes.slice(start..<wiki.start))
      start = wiki.end
      place = wiki.end
      if let target = wiki.target {
        while passed < breaks.count, breaks[passed] <= wiki.start { passed += 1 }
        noteLink(target, line: line - breaks.count + passed)
        if !wiki.label.isEmpty { runs.append(TextRun(wiki.label, style: style, link: target)) }
      } else if !wiki.label.isEmpty {
        runs.append(TextRun(wiki.label, style: style))
      }
    }
    appendPlain(bytes.slice(start..<bytes.count))
  }

  /// Text without wiki links; bare addresses in it become links.
  private mutating func appendPlain(_ bytes: Bytes) {
    var start = 0
    var place = 0
    while link == nil, let colon = bytes.first(Byte.colon, from: place) {
      place = colon + 1
      guard let address = LinkText.address(in: bytes, colon: colon, from: start) else { continue }
      append(bytes.slice(start..<address.lowerBound))
      let text = bytes.slice(address).string
      runs.append(TextRun(text, style: style, link: .address(text)))
      start = address.upperBound
      place = start
    }
    append(bytes.slice(start..<bytes.count))
  }

  private mutating func finish() -> Result {
    flush()
    var result = Result(
      lineCount: line - firstLine + 1, hasColonLine: hasColonLine, cardsOff: cardsOff)
    var text = RichText(runs)
    result.blockID = text.removeBlockID()
    text.trim()
    result.text = hasHighlight ? Highlights.applied(to: text) : text
    return result
  }
}
