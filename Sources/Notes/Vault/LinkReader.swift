/// Follows every link of every page once: who links to whom, and what leads nowhere.
struct LinkReader {
  private let pages: [PageOutline]
  private let index: PageIndex
  private(set) var incoming: [[Backlink]]
  private(set) var problems: [Problem] = []

  init(pages: [PageOutline], index: PageIndex) {
    self.pages = pages
    self.index = index
    incoming = Array(repeating: [], count: pages.count)
  }

  mutating func run() {
    for (number, page) in pages.enumerated() {
      for link in page.links.links {
        if let target = index.resolve(link.target, from: page.path) {
          note(target, from: number, line: link.line)
        } else if !link.isPlain || PlainPath.isPath(link.target) {
          // A plain title that leads nowhere may not have been meant as a link, a path was.
          problems.append(missing(link, in: page))
        }
      }
    }
  }

  private mutating func note(_ target: Int, from number: Int, line: Int) {
    if target == number { return }
    let backlink = Backlink(page: pages[number].path, title: pages[number].title, line: line)
    if incoming[target].last != backlink { incoming[target].append(backlink) }
  }

  private func missing(_ link: OutlineLink, in page: PageOutline) -> Problem {
    Problem(
      file: page.file, line: link.line, column: link.column, severity: .warning,
      message: "The link to “\(link.target)” leads to no page of the vault.",
      remedy: "Write that page, or correct the link.")
  }
}
