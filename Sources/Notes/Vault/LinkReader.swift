/// Follows every link of every page once: who links to whom, and what leads nowhere.
struct LinkReader {
  private let pages: [PageOutline]
  private let index: PageIndex
  private(set) var incoming: [[Backlink]]
  /// Whether a page links to another that there is.
  private(set) var leadsOn: [Bool]
  private(set) var missing: [String: MissingPage] = [:]
  private(set) var problems: [Problem] = []
  private var anchors: [Int: AnchorNames] = [:]

  init(pages: [PageOutline], index: PageIndex) {
    self.pages = pages
    self.index = index
    incoming = Array(repeating: [], count: pages.count)
    leadsOn = Array(repeating: false, count: pages.count)
  }

  mutating func run() {
    for (number, page) in pages.enumerated() {
      for link in page.links.links {
        if let target = index.resolve(link.target, from: page.path) {
          note(target, from: number, line: link.line)
          lookCloser(at: link, in: page, target: target)
        } else if !link.isPlain || PlainPath.isPath(link.target) {
          // A plain title that leads nowhere may not have been meant as a link, a path was.
          noteMissing(link, in: page)
        }
      }
    }
    problems += NameReader.problems(of: pages)
  }

  private mutating func note(_ target: Int, from number: Int, line: Int) {
    if target == number { return }
    leadsOn[number] = true
    let backlink = Backlink(page: pages[number].path, title: pages[number].title, line: line)
    if incoming[target].last != backlink { incoming[target].append(backlink) }
  }

  private mutating func noteMissing(_ link: OutlineLink, in page: PageOutline) {
    let key = PageIndex.missingKey(of: link.target, from: page.path)
    missing[key, default: MissingPage(target: link.target.trimmedBlanks, places: [])].places.append(
      LinkPlace(
        page: page.path, title: page.title, file: page.file, line: link.line, column: link.column))
    if link.isUnwritten { return }
    warn(
      link, in: page, "The link to “\(link.target)” leads to no page of the vault.",
      "Write that page, correct the link, or name it under `unwritten` in the front matter.",
      isMissingPage: true)
  }

  /// A link to a page that there is may still miss its heading, or the page that was meant.
  private mutating func lookCloser(at link: OutlineLink, in page: PageOutline, target: Int) {
    if !link.heading.isEmpty, !link.isPlain, !hasAnchor(link.heading, at: target) {
      let isBlock = link.heading.contains("^")
      warn(
        link, in: page,
        "“\(pages[target].title)” has no \(isBlock ? "block" : "heading") “\(link.heading)”.",
        isBlock
          ? "Write the id at the end of the line that is meant, or correct the link."
          : "Correct the link: it leads to the top of the page.")
    }
    let rivals = index.rivals(of: link.target, from: page.path, chosen: target)
    guard let rival = rivals.first else { return }
    let more = rivals.count > 1 ? " or one of \(rivals.count - 1) more" : ""
    warn(
      link, in: page,
      "The link to “\(link.target)” leads to \(pages[target].path), "
        + "but \(pages[rival].path)\(more) could be meant as well.",
      "Write the path: [[\(pages[target].path)]].")
  }

  private mutating func hasAnchor(_ heading: String, at target: Int) -> Bool {
    if let known = anchors[target] { return known.contains(heading) }
    let names = AnchorNames(pages[target].links.anchors)
    anchors[target] = names
    return names.contains(heading)
  }

  private mutating func warn(
    _ link: OutlineLink, in page: PageOutline, _ message: String, _ remedy: String,
    isMissingPage: Bool = false
  ) {
    problems.append(
      Problem(
        file: page.file, line: link.line, column: link.column, severity: .warning,
        message: message, remedy: remedy, isMissingPage: isMissingPage))
  }
}

/// The places on a page that a link can name behind `#`.
struct AnchorNames {
  private var written: Set<String> = []
  private var normal: Set<String> = []
  /// With letters and digits alone: web addresses leave out the other signs (`Node.js`, `nodejs`).
  private var bare: Set<String> = []

  init(_ anchors: [Substring]) {
    for anchor in anchors {
      written.insert(anchor.lowercased())
      guard anchor.utf8.first != Byte.caret else { continue }
      normal.insert(SectionNames.normal(String(anchor)))
      bare.insert(AnchorNames.bare(anchor.lowercased()))
    }
  }

  /// Headings as they are written, or as a web address writes them.
  func contains(_ heading: String) -> Bool {
    // Of a way through headings (`#Safety#Levels`) the last is meant.
    let last = heading.split(separator: "#").last.map { String($0).trimmedBlanks } ?? heading
    let wanted = last.lowercased()
    if written.contains(wanted) { return true }
    // The top of a page and a search in its text are for the browser to find.
    if wanted.hasPrefix("^") { return false }
    if wanted == "top" || wanted.isEmpty || wanted.hasPrefix(":~:") { return true }
    if normal.contains(SectionNames.normal(last)) || bare.contains(AnchorNames.bare(wanted)) {
      return true
    }
    // The second of two equal headings is called `levels-1`.
    guard let dash = wanted.lastIndex(of: "-"),
      wanted[wanted.index(after: dash)...].utf8.allSatisfy(\.isDigit)
    else { return false }
    return bare.contains(AnchorNames.bare(String(wanted[..<dash])))
  }

  private static func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }
}
