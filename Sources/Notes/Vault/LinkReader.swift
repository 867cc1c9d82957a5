/// Follows every link of every page once: who links to whom, and what leads nowhere.
struct LinkReader {
  private let pages: [Page]
  private let index: PageIndex
  private(set) var incoming: [[Backlink]]
  private(set) var problems: [Problem] = []

  init(pages: [Page], index: PageIndex) {
    self.pages = pages
    self.index = index
    incoming = Array(repeating: [], count: pages.count)
  }

  mutating func run() {
    for (number, page) in pages.enumerated() {
      for link in page.links {
        guard let target = index.resolve(link.target, from: page.path) else {
          problems.append(missing(link, in: page))
          continue
        }
        note(target, from: number, line: link.line)
      }
      readPlainConnections(of: page, number: number)
    }
  }

  private mutating func note(_ target: Int, from number: Int, line: Int) {
    if target == number { return }
    let backlink = Backlink(page: pages[number].path, title: pages[number].title, line: line)
    if incoming[target].last != backlink { incoming[target].append(backlink) }
  }

  /// Connections whose brackets were lost lead somewhere as well. A plain title that leads nowhere
  /// may not have been meant as a link, a path was.
  private mutating func readPlainConnections(of page: Page, number: Int) {
    guard !page.connections.isEmpty else { return }
    let linked = Set(page.links.lazy.map(\.line))
    for connection in page.connections where !linked.contains(connection.line) {
      if let target = index.resolve(connection.target, from: page.path) {
        note(target, from: number, line: connection.line)
      } else if PlainPath.isPath(connection.target) {
        let link = PageLink(target: connection.target, heading: nil, line: connection.line)
        problems.append(missing(link, in: page))
      }
    }
  }

  private func missing(_ link: PageLink, in page: Page) -> Problem {
    Problem(
      file: page.file, line: link.line, column: link.column, severity: .warning,
      message: "The link to “\(link.target)” leads to no page of the vault.",
      remedy: "Write that page, or correct the link.")
  }
}
