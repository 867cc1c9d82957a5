import ArgumentParser
import Notes

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print what was read from a page: tables, definitions, facts, links.")

  @Argument(help: "The page: its path in the vault, file name or title.")
  var page: String?
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let surroundings = try Surroundings()
    let vault = try surroundings.openVault(vault)
    let page = try chosen(in: vault)
    let shown = ShownPage(page, in: vault)
    if output.json {
      try Console.printJSON(shown)
    } else {
      print(shown.text, terminator: "")
    }
  }

  private func chosen(in vault: Vault) throws -> Page {
    if let page { return try text(of: findPage(page, in: vault), in: vault) }
    guard vault.pages.count == 1, let only = vault.pages.first else {
      throw Failure(
        "the vault has \(vault.pages.count) pages",
        remedy: "name one: \(vault.pages.prefix(5).map(\.path).joined(separator: ", "))…",
        status: .wrongUse)
    }
    return try text(of: only, in: vault)
  }

  private func text(of outline: PageOutline, in vault: Vault) throws -> Page {
    guard let page = vault.page(outline.path) else {
      throw NotesError.unreadable(
        path: outline.file, reason: "it is gone", remedy: "bring it back, or show another page")
    }
    return page
  }
}

/// A page in the shape that other programs rely on.
struct ShownPage: Encodable {
  struct ShownSection: Encodable { var title: String, level: Int, line: Int }
  struct ShownTable: Encodable { var title: String, header: [String], rows: [[String]], line: Int }
  struct ShownDefinition: Encodable { var group: String, term: String, text: String, line: Int }
  struct ShownItem: Encodable { var text: String, line: Int }
  struct ShownConnection: Encodable {
    var target: String, label: String, reason: String, resolved: Bool, line: Int
    /// The page it leads to; absent when it is missing.
    var page: String?
  }

  var page: String
  var title: String
  var summary: String
  var sections: [ShownSection]
  var tables: [ShownTable]
  var definitions: [ShownDefinition]
  var facts: [ShownItem]
  var questions: [ShownItem]
  var connections: [ShownConnection]
  var backlinks: [String]

  init(_ page: Page, in vault: Vault) {
    self.page = page.path
    title = page.title
    summary = page.summary
    sections = page.sections.filter { $0.level > 0 }.map {
      ShownSection(title: $0.title, level: $0.level, line: $0.line)
    }
    tables = page.tables.map {
      ShownTable(
        title: $0.table.title, header: $0.table.header.map(\.plain),
        rows: $0.table.rows.map { $0.cells.map(\.plain) }, line: $0.table.line)
    }
    definitions = page.definitions.map {
      ShownDefinition(group: $0.group, term: $0.term.plain, text: $0.text.plain, line: $0.line)
    }
    facts = page.facts.map { ShownItem(text: $0.item.text.plain, line: $0.line) }
    questions = page.questions.map { ShownItem(text: $0.item.text.plain, line: $0.line) }
    connections = page.connections.map {
      let target = vault.resolve($0.target, from: page.path)
      return ShownConnection(
        target: $0.target, label: $0.label, reason: $0.reason.plain, resolved: target != nil,
        line: $0.line, page: target?.path)
    }
    var seen: Set<String> = []
    backlinks = vault.backlinks(to: page.path).map(\.page).filter { seen.insert($0).inserted }
  }

  /// For people.
  var text: String {
    var lines = [title, String(repeating: "=", count: max(3, title.count))]
    if !summary.isEmpty { lines += [summary] }
    for table in tables {
      lines += ["", "Table: \(table.title)"]
      for row in table.rows {
        lines.append("  " + row.filter { !$0.isEmpty }.joined(separator: " | "))
      }
    }
    var group: String?
    for definition in definitions {
      if definition.group != group { lines += ["", "Definitions: \(definition.group)"] }
      group = definition.group
      lines.append("  \(definition.term) — \(definition.text)")
    }
    for (name, items) in [("Key Facts", facts), ("Open Questions", questions)] where !items.isEmpty
    {
      lines += ["", name]
      lines += items.map { "  - \($0.text)" }
    }
    if !connections.isEmpty {
      lines += ["", "Connections"]
      lines += connections.map {
        "  \($0.label)\($0.resolved ? "" : " (missing)")\($0.reason.isEmpty ? "" : " — \($0.reason)")"
      }
    }
    if !backlinks.isEmpty { lines += ["", "Linked from: " + backlinks.joined(separator: ", ")] }
    return lines.map(Console.clean).joined(separator: "\n") + "\n"
  }
}
