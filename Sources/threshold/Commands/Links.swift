import ArgumentParser
import Notes

struct Links: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the links around a page; of a vault, missing pages and orphans.",
    discussion:
      "Exit code 1 when the vault has no such page; without a page, when pages are missing.")

  @Argument(help: "The page: its path in the vault, file name or title.")
  var page: String?
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct ShownNeighbour: Encodable {
    /// Absent when the page is missing.
    var page: String?
    var title: String, reason: String, file: String, line: Int
  }
  struct ShownPage: Encodable {
    var page: String, title: String
    var incoming: [ShownNeighbour], outgoing: [ShownNeighbour]
  }
  struct ShownPlace: Encodable { var page: String, file: String, line: Int, column: Int }
  struct ShownMissing: Encodable { var target: String, wanted: Int, places: [ShownPlace] }
  struct ShownOrphan: Encodable { var page: String, title: String }
  struct ShownVault: Encodable { var missing: [ShownMissing], orphans: [ShownOrphan] }

  func run() throws {
    let vault = try Surroundings().openVault(vault)
    if let page {
      let shown = neighbourhood(of: try findPage(page, in: vault), in: vault)
      if output.json { return try Console.printJSON(shown) }
      print(text(shown), terminator: "")
    } else {
      let shown = ShownVault(
        missing: vault.missingPages.map { page in
          ShownMissing(
            target: page.target, wanted: page.wanted,
            places: page.places.map {
              ShownPlace(page: $0.page, file: $0.file, line: $0.line, column: $0.column)
            })
        }, orphans: vault.orphans.map { ShownOrphan(page: $0.path, title: $0.title) })
      if output.json {
        try Console.printJSON(shown)
      } else {
        print(text(shown), terminator: "")
      }
      if !shown.missing.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
    }
  }

  private func neighbourhood(of page: PageOutline, in vault: Vault) -> ShownPage {
    func shown(_ neighbour: Neighbour, from: String, to: String) -> ShownNeighbour {
      ShownNeighbour(
        page: neighbour.page, title: neighbour.title, reason: vault.reason(from: from, to: to),
        file: neighbour.place.file, line: neighbour.place.line)
    }
    return ShownPage(
      page: page.path, title: page.title,
      incoming: vault.pagesLinking(to: page.path).map {
        shown($0, from: $0.page ?? "", to: page.path)
      },
      outgoing: vault.pagesLinked(from: page.path).map {
        shown($0, from: page.path, to: $0.page ?? $0.title)
      })
  }

  private func text(_ shown: ShownPage) -> String {
    var lines = [shown.title]
    for (heading, neighbours) in [("Linked from", shown.incoming), ("Links to", shown.outgoing)] {
      lines += ["", neighbours.isEmpty ? "\(heading): none" : heading]
      lines += neighbours.map { neighbour in
        let reason = neighbour.reason.isEmpty ? "" : " — \(neighbour.reason)"
        return "  \(neighbour.page ?? neighbour.title + " (missing)")\(reason)"
      }
    }
    return lines.map(Console.clean).joined(separator: "\n") + "\n"
  }

  private func text(_ shown: ShownVault) -> String {
    var lines = [shown.missing.isEmpty ? "Missing pages: none" : "Missing pages"]
    for page in shown.missing {
      lines.append("  \(page.target), wanted by \(page.wanted)")
      lines += page.places.map { "    \($0.file):\(max(1, $0.line)):\(max(1, $0.column))" }
    }
    lines += ["", shown.orphans.isEmpty ? "Orphans: none" : "Orphans"]
    lines += shown.orphans.map { "  \($0.page)" }
    return lines.map(Console.clean).joined(separator: "\n") + "\n"
  }
}
