import Foundation

/// A vault of made-up pages, the same every time: 500 pages of about 10 kB each.
enum MadeVault {
  /// - Parameter factsEach: instead of the sections of text and tables, so many facts on each page.
  static func write(to folder: String, pages: Int, factsEach: Int? = nil) throws {
    for page in 0..<pages {
      let directory = "\(folder)/topic\(page % 20)"
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      try (factsEach.map { facts(page, count: $0) } ?? text(page, of: pages)).write(
        toFile: "\(directory)/page\(page).md", atomically: false, encoding: .utf8)
    }
  }

  private static let words = [
    "storage", "latency", "buffer", "kernel", "signal", "branch", "commit", "vector", "matrix",
    "tensor", "cache", "queue", "thread", "socket", "packet", "cipher", "index", "query", "schema",
  ]

  private static func sentence(_ seed: Int, _ count: Int) -> String {
    let chosen = (0..<count).map { words[(seed &* 31 &+ $0 &* ($0 + 7)) % words.count] }
    return chosen.joined(separator: " ") + "."
  }

  private static func facts(_ page: Int, count: Int) -> String {
    var text = "# Page \(page)\n\n## Key Facts\n"
    for fact in 0..<count {
      let word = words[(page + fact) % words.count]
      text += "- Limit \(fact) of \(word) \(page): \(page * 7 + fact * 13) ms\n"
    }
    return text
  }

  private static func text(_ page: Int, of pages: Int) -> String {
    var text = "---\ntags: [made]\ntldr: Page \(page) about \(words[page % words.count]).\n---\n\n"
    text += "# Page \(page)\n\n## Key Facts\n"
    for fact in 0..<8 {
      text += "- \(words[(page + fact) % words.count].capitalized) limit \(fact): "
      text += "\(page * 7 + fact * 13) ms with `option_\(fact)` — \(sentence(page + fact, 8))\n"
    }
    for section in 0..<12 {
      text += "\n## Section \(section)\n\n"
      for paragraph in 0..<5 { text += sentence(page + section + paragraph, 22) + "\n" }
      text += "\n| name | value | note |\n| --- | --- | --- |\n"
      for row in 0..<5 {
        text += "| item \(row) | \(page + row) | \(sentence(row + section, 4)) |\n"
      }
    }
    text += "\n## Connections\n"
    for link in 1...5 {
      let other = (page + link * 17) % pages
      text += "- [[topic\(other % 20)/page\(other)]] — \(sentence(link, 5))\n"
    }
    return text + "\n## Open Questions\n- Does \(sentence(page, 6).dropLast()) scale?\n"
  }
}
