import ArgumentParser
import Foundation
import Notes
import Screens
import Study
import Surface

extension SearchKind: ExpressibleByArgument {}

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find pages, facts, cards and text.",
    discussion: """
      All words must be found; the last may be the beginning of one. '"Quoted words"' stand side \
      by side, -word leaves out what has the word. Exit code 1 when nothing is found.
      """)

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String] = []
  @Option(help: "Only this page.")
  var page: String?
  @Option(help: "Only pages, facts, cards or text.")
  var kind: SearchKind?
  @Option(help: "So many hits at most.")
  var limit = 50
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct Shown: Encodable {
    var kind: String, page: String, title: String, section: String, file: String, line: Int
    var text: String
    /// Of cards alone.
    var id: String?, prompt: String?, answer: String?
  }

  func validate() throws {
    guard !words.isEmpty else { throw ValidationError("say what to look for") }
    guard limit > 0 else { throw ValidationError("the limit is at least 1") }
  }

  func run() throws {
    let desk = try Desk(vault)
    let page = try page.map { try findPage($0, in: desk.vault).path }
    let searcher = Searcher(desk)
    let shows = Console.errorIsTerminal
    try searcher.bringUpToDate { done, all in
      if shows, done == 0 { Console.error("Reading \(all) pages for search…") }
    }
    let typed = words.joined(separator: " ")
    let scope = SearchScope(kind: kind, page: page)
    var results = try searcher.search(typed, scope, limit: limit)
    if searcher.isBehind {
      // The index was damaged, and had to begin anew.
      try searcher.bringUpToDate()
      results = try searcher.search(typed, scope, limit: limit)
    }
    if kind == nil, !output.json { results.hits = results.hits.mergingCards }
    if output.json {
      try Console.printJSON(results.hits.map(shown))
    } else {
      printText(results)
    }
    try desk.close()
    if results.hits.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private func shown(_ hit: SearchHit) -> Shown {
    Shown(
      kind: hit.kind.rawValue, page: hit.page, title: hit.title, section: hit.section,
      file: hit.file, line: hit.line, text: hit.text, id: hit.card?.id, prompt: hit.card?.prompt,
      answer: hit.card?.answer)
  }

  /// Page by page, the page with the best hit first; the lines begin so that editors can follow.
  private func printText(_ results: SearchResults) {
    if results.hits.isEmpty { return print("Nothing is found.") }
    let glyphs = Console.isUTF8 ? Glyphs.unicode : .ascii
    var order: [String] = []
    var pages: [String: [SearchHit]] = [:]
    for hit in results.hits {
      if pages[hit.page] == nil { order.append(hit.page) }
      pages[hit.page, default: []].append(hit)
    }
    for (index, page) in order.enumerated() {
      let hits = pages[page] ?? []
      if index > 0 { print("") }
      print(Console.clean(hits.first?.title ?? page))
      for hit in hits {
        let section = hit.section.isEmpty ? "" : "\(hit.section): "
        let place = Console.clean("\(hit.file):\(hit.line): \(section)")
        let pieces = HitText(hit, query: results.query).pieces(width: 160, glyphs: glyphs)
        let cards = hit.cards == 0 ? "" : hit.cards == 1 ? " (1 card)" : " (\(hit.cards) cards)"
        print(place + Self.line(pieces, width: 160, glyphs: glyphs) + cards)
      }
    }
    if results.isCut {
      print("\nThere is more; --limit, --page and --kind choose.")
    }
  }

  private static func line(
    _ pieces: [(text: String, isFound: Bool)], width: Int, glyphs: Glyphs
  ) -> String {
    var line = ""
    var room = width
    for (text, isFound) in pieces {
      guard room > 0 else { break }
      let shown = text.count > room ? text.prefix(room - 1) + glyphs.ellipsis : text
      room -= text.count
      line += isFound && Console.mayEmphasise ? "\u{1B}[1;4m\(shown)\u{1B}[0m" : shown
    }
    return line
  }
}

extension Console {
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether escape sequences for bold text may be printed.
  static var mayEmphasise: Bool {
    let environment = ProcessInfo.processInfo.environment
    return outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty
      && (environment["TERM"] ?? "dumb") != "dumb"
  }
}
