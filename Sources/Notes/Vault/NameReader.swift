/// Finds names that more than one page has, so that a link by name does not say which is meant.
enum NameReader {
  static func problems(of pages: [PageOutline]) -> [Problem] {
    // Equal titles in different folders are common, and the nearest is meant; in one folder, and
    // among aliases, there is no nearest.
    var titles: [String: Int] = [:]
    var inFolder: [String: Int] = [:]
    var problems: [Problem] = []
    for (number, page) in pages.enumerated() {
      let title = page.title.lowercased()
      if titles[title] == nil { titles[title] = number }
      let key = folder(of: page.path) + "\n" + title
      if let first = inFolder[key] {
        problems.append(
          problem(
            page, "“\(page.title)” is also the title of \(pages[first].file).",
            "Give one of them another title; until then link them by path."))
      } else {
        inFolder[key] = number
      }
    }
    var aliases: [String: Int] = [:]
    for (number, page) in pages.enumerated() {
      var own: Set<String> = [page.title.lowercased()]
      for written in page.aliases where own.insert(written.lowercased()).inserted {
        let alias = written.lowercased()
        if let other = titles[alias], other != number {
          problems.append(
            problem(
              page, "The alias “\(written)” is also the title of \(pages[other].file).",
              "Take the alias out of the front matter, or write it in another way."))
        } else if let other = aliases[alias], other != number {
          problems.append(
            problem(
              page, "The alias “\(written)” is also one of \(pages[other].file).",
              "Take it out of one of the two."))
        }
        if aliases[alias] == nil { aliases[alias] = number }
      }
    }
    return problems
  }

  private static func folder(of path: String) -> Substring {
    path.utf8.lastIndex(of: Byte.slash).map { path[..<$0] } ?? ""
  }

  private static func problem(
    _ page: PageOutline, _ message: String, _ remedy: String
  ) -> Problem {
    Problem(file: page.file, line: 1, severity: .warning, message: message, remedy: remedy)
  }
}
