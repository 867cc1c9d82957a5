/// Reads one page: front matter, Markdown, and what its sections mean.
public enum PageReader {
  /// Reads the bytes of a file. Nothing in them is an error: what could not be read as meant is
  /// told in the page's `problems`.
  ///
  /// - Parameters:
  ///   - path: the path in the vault without the extension.
  ///   - file: the path in the vault with the extension.
  public static func read(
    bytes: UnsafeRawBufferPointer, path: String, file: String,
    options: ReadingOptions = ReadingOptions()
  ) -> Page {
    let reading = PageReading(path: path, file: file, options: options)
    return reading.read(bytes.bindMemory(to: UInt8.self))
  }

  public static func read(
    bytes: [UInt8], path: String, file: String, options: ReadingOptions = ReadingOptions()
  ) -> Page {
    bytes.withUnsafeBytes { read(bytes: $0, path: path, file: file, options: options) }
  }
}

/// What is the same for all pages of a vault.
struct PageReading {
  var path: String
  var file: String
  var options: ReadingOptions
  var names: SectionNames

  init(path: String, file: String, options: ReadingOptions, names: SectionNames? = nil) {
    self.path = path
    self.file = file
    self.options = options
    self.names = names ?? SectionNames(options)
  }

  func read(_ raw: Bytes) -> Page {
    let source = SourceText.inspect(raw, file: file, options: options)
    guard source.isText else {
      return Page(path: path, file: file, title: fileName, problems: source.problems)
    }
    if let repaired = source.repaired {
      return repaired.withUnsafeBufferPointer { read($0, source: source) }
    }
    return read(raw.slice(source.skipped..<raw.count), source: source)
  }

  private var fileName: String {
    String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? path[...])
  }

  private func read(_ bytes: Bytes, source: SourceText) -> Page {
    let front = FrontMatterReader.read(bytes, lineStarts: source.lineStarts, file: file)
    var page = Page(path: path, file: file, title: fileName, frontMatter: front.matter)
    page.problems = source.problems + front.problems
    if let long = longLine(bytes, source.lineStarts) {
      page.problems.append(long)
      return page
    }
    let start = front.lines < source.lineStarts.count ? source.lineStarts[front.lines] : bytes.count
    let body = bytes.slice(start..<bytes.count)
    guard var reader = sections(of: body, lines: .offset(front.lines), problems: &page.problems)
    else { return page }
    var checks = PageChecks(file: file, bytes: bytes, lineStarts: source.lineStarts)
    checks.look(at: reader)
    // A page without any heading may have lost its Markdown.
    if !reader.sections.contains(where: { $0.level > 0 }),
      let plain = PlainMarkdown(body, firstLine: front.lines + 1, names: names),
      let inferred = plain.bytes.withUnsafeBufferPointer({ bytes in
        sections(of: bytes, lines: .table(plain.lineNumbers), problems: &page.problems)
      })
    {
      reader = inferred
    }
    fill(&page, from: reader, bytes: bytes, lineStarts: source.lineStarts)
    checks.look(at: page, names: names)
    page.problems += checks.problems
    return page
  }

  /// Parses Markdown into sections.
  private func sections(
    of body: Bytes, lines: LineMap, problems: inout [Problem]
  ) -> SectionReader? {
    let tables = TableGuard.allows(body)
    if !tables {
      let problem = Problem(
        file: file, severity: .warning,
        message: "A table here has too many columns; tables on this page were read as text.",
        remedy: "Split the table.")
      if !problems.contains(problem) { problems.append(problem) }
    }
    let guarded = EscapedMarks.guarded(body)
    let parsed =
      guarded.map { $0.withUnsafeBufferPointer { MarkdownTree($0, tables: tables) } }
      ?? MarkdownTree(body, tables: tables)
    guard let tree = parsed else { return nil }
    var reader = SectionReader(
      file: file, lines: lines, names: names,
      mayHaveControls: body.first(UInt8(ascii: "&")) != nil, hasWedges: guarded != nil)
    reader.read(tree)
    return reader
  }

  private func longLine(_ bytes: Bytes, _ lineStarts: [Int]) -> Problem? {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      if end - start > options.longestLine {
        return Problem(
          file: file, line: index + 1, severity: .error,
          message: "This line is longer than \(options.longestLine) bytes; the page was not read.",
          remedy: "Break the line, or take the file out of the vault.")
      }
    }
    return nil
  }

  private func fill(
    _ page: inout Page, from reader: SectionReader, bytes: Bytes, lineStarts: [Int]
  ) {
    page.sections = reader.sections
    page.links = LinkColumns.applied(to: reader.links, bytes: bytes, lineStarts: lineStarts)
    page.anchors = Anchors.found(in: bytes)
    page.problems += reader.problems
    page.title = title(of: page)
    Captions.apply(to: &page.sections, title: page.title, marks: reader.marks)
    page.summary = Summary.text(of: page, marks: reader.marks)
    page.facts = ItemFinder.items(of: .keyFacts, in: page.sections, marks: reader.marks)
    page.questions = ItemFinder.items(of: .openQuestions, in: page.sections, marks: reader.marks)
    page.connections = ConnectionFinder.connections(in: page.sections, marks: reader.marks)
    page.definitions = DefinitionFinder.definitions(
      in: page.sections, title: page.title, marks: reader.marks)
    page.tables = Captions.tables(of: page.sections)
  }

  private func title(of page: Page) -> String {
    if let heading = page.sections.first(where: { $0.level == 1 && !$0.title.isEmpty }) {
      return heading.title
    }
    if let title = page.frontMatter.text("title"), !title.isEmpty { return title }
    return fileName
  }
}
