import Notes

/// Tables.
///
/// | shape | cards | because |
/// | --- | --- | --- |
/// | a row's key and a column | the cell; the prompt has table, key and column | |
/// | first column numbers the rows (`#`, 1, 2, 3) | the second column is the key | a running number names nothing |
/// | a key stands twice | key and second column together, if that tells them apart | else two right answers |
/// | an empty header over the keys, or `Feature`, `Aspect` | asked as the column's property | the columns are the things compared |
/// | a heading or caption called like one of its columns | the heading above names the table | `Snapshot — Kafka: Replay?` asks for the snapshot's |
/// | an empty cell, `—`, `n/a`, `✓` | none | there is nothing to recall |
/// | keys that count up (`ASL-1` … `ASL-4`, `Step 1` …) | one card on the order | the order is what such a table is about |
enum TableRule {
  static func add(_ found: PageTable, to deck: inout Deck) {
    let table = Grid(found.table)
    guard table.columns > 1, !table.rows.isEmpty else { return }
    let title = found.name(on: deck.page)
    let context = deck.contextWords(found.section)
    let titleWords = WordKeys(title)
    let headerWords = table.header.map(WordKeys.init)
    let shown = [deck.page.title] + deck.page.trail(to: found.section)
    let trail = shown.contains(title) ? [] : [title]
    for (number, row) in table.rows.enumerated() {
      guard let key = table.keys[number] else { continue }
      let keyWords = WordKeys(key)
      var drafts: [Draft] = []
      for column in table.columnsToAsk {
        guard !row.cells[column].runs.contains(where: { $0.style.contains(.highlight) }),
          let answer = Grid.answer(row.cells[column])
        else { continue }
        let name = table.header[column]
        let prompt = prompt(
          title: title, key: key, column: name, flipped: table.isCompared,
          count: Grid.count(of: answer))
        let words = WordKeys(answer)
        guard
          ![context, titleWords, keyWords, headerWords[column]].contains(where: {
            $0.contains(words)
          }), !Grid.tells(key, answer)
        else { continue }
        drafts.append(
          Draft(
            kind: .cell, prompt: prompt, answer: answer,
            slot: name.isEmpty ? "column \(column + 1)" : name,
            pool: table.isCompared ? "row \(title)#\(key)" : "column \(title)#\(name)"))
      }
      let source = row.cells.enumerated().compactMap { column, cell in
        let text = cell.plain
        guard !text.isEmpty else { return nil }
        let name = table.header[column]
        return column == 0 || name.isEmpty ? text : "\(name): \(text)"
      }.joined(separator: " · ")
      deck.add(
        drafts,
        from: Place(
          section: found.section, line: row.line, source: source, trail: trail,
          group: "table\n\(title)\n\(key)", origin: .tables))
    }
    if let draft = OrderRule.draft(table, title: title) {
      deck.add(
        [draft],
        from: Place(
          section: found.section, line: found.table.line,
          source: "\(title): "
            + table.rows.compactMap { $0.cells.first?.plain }.joined(separator: " · "),
          trail: trail, group: "order\n\(title)", origin: .tables))
    }
  }

  private static func prompt(
    title: String, key: String, column: String, flipped: Bool, count: Int?
  ) -> String {
    let asked = flipped ? key : question(column)
    let of = flipped ? column : key
    let number = count.map { " (\(Words.count($0)))" } ?? ""
    return asked.hasSuffix("?")
      ? "\(title) — \(of): \(asked)\(number)" : "\(title) — \(of): \(asked)\(number)?"
  }

  /// `What it does` as a question: `what does it do`.
  private static func question(_ header: String) -> String {
    let words = header.split(separator: " ").map(String.init)
    guard words.count >= 3, let first = words.first?.lowercased(),
      ["what", "when", "how", "where", "why"].contains(first), words[1].lowercased() == "it",
      let base = Words.base(ofThird: words[2].lowercased())
    else { return header }
    let auxiliary = base == "be" ? "is it" : "does it \(base)"
    return ([first, auxiliary] + words.dropFirst(3)).joined(separator: " ")
  }
}

extension PageTable {
  /// What is asked about it is asked under this name: its caption, else the nearest heading above it. What is
  /// called like one of its columns would be taken for that column: `Snapshot — Kafka: Replay?`.
  public func name(on page: Page) -> String {
    let columns = table.header.map { $0.plain.lowercased() }
    let names = [table.title] + page.trail(to: section).reversed() + [page.title]
    return names.first { !$0.isEmpty && !columns.contains($0.lowercased()) } ?? page.title
  }
}

/// A table with its keys.
struct Grid {
  let header: [String]
  let rows: [Table.Row]
  /// What names each row; nil where nothing names it alone.
  let keys: [String?]
  /// The columns whose cells are asked for.
  let columnsToAsk: [Int]
  /// The columns are the things compared and the rows their properties.
  let isCompared: Bool
  /// The column that the rows are told apart by.
  let keyColumn: Int
  var columns: Int { header.count }

  init(_ table: Table) {
    header = table.header.map(\.plain)
    rows = table.rows.filter { $0.cells.count == table.header.count }
    let firstName = header.first?.lowercased() ?? ""
    let numbers = rows.compactMap { $0.cells.first.flatMap { Int($0.plain) } }
    let isNumbered =
      !rows.isEmpty && numbers.count == rows.count && header.count > 2
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && ["", "#", "no", "no.", "nr", "n", "step", "rank", "order", "id"].contains(firstName)
    keyColumn = isNumbered ? 1 : 0
    let column = keyColumn
    let plain = rows.map { Grid.text($0.cells[column]) }
    var count: [String: Int] = [:]
    for key in plain { count[key.lowercased(), default: 0] += 1 }
    let isUnique = count.values.allSatisfy { $0 == 1 } || header.count < column + 3
    if isUnique {
      let name = header.isEmpty ? "" : header[column]
      keys = plain.map { key in
        !key.isEmpty && count[key.lowercased()] == 1 ? Grid.named(key, header: name) : nil
      }
      columnsToAsk = Grid.columns(of: header, after: column, in: rows)
    } else {
      let pairs = rows.map {
        Grid.text($0.cells[column]) + ", " + Grid.text($0.cells[column + 1])
      }
      var pairCount: [String: Int] = [:]
      for key in pairs { pairCount[key.lowercased(), default: 0] += 1 }
      keys = zip(pairs, plain).map { pair, key in
        !key.isEmpty && pairCount[pair.lowercased()] == 1 ? pair : nil
      }
      columnsToAsk = Grid.columns(of: header, after: column + 1, in: rows)
    }
    isCompared =
      !isNumbered && header.count > 2
      && (firstName.isEmpty
        || [
          "feature", "aspect", "property", "attribute", "dimension", "criterion", "criteria",
          "factor", "metric", "parameter", "benchmark", "capability",
        ].contains(firstName))
      && !columnsToAsk.contains { Grid.saysWhatOf(table.header[$0].plain) }
  }

  /// A header that asks something of its row, and is no thing compared.
  private static func saysWhatOf(_ header: String) -> Bool {
    let words = header.lowercased().split(separator: " ")
    guard let first = words.first.map(String.init), let last = words.last else { return true }
    if last.hasSuffix("?") { return true }
    let openings = [
      "because", "when", "what", "how", "why", "where", "use", "used", "best", "good", "bad",
    ]
    return openings.contains(first)
      || [
        "range", "meaning", "description", "definition", "value", "values", "formula", "default",
        "type", "unit", "units", "example", "examples", "effect", "purpose", "notes", "note",
        "case", "for", "status", "target", "threshold", "reason",
      ].contains(last)
  }

  /// `Notes` beside real columns holds remarks, and `Example` one of many: nobody can be asked for them.
  private static func columns(
    of header: [String], after key: Int, in rows: [Table.Row]
  ) -> [Int] {
    let columns = header.indices.filter { $0 > key && !holdsTruth($0, of: rows) }
    let named = columns.filter {
      ![
        "note", "notes", "comment", "comments", "remark", "remarks", "link", "links", "source",
        "example", "examples", "e.g.",
      ].contains(header[$0].lowercased())
    }
    return named.isEmpty ? columns : named
  }

  /// `7B` alone says little; `Model size 7B` does.
  private static func named(_ key: String, header: String) -> String {
    guard let first = key.unicodeScalars.first, Prose.isDigit(first), !header.isEmpty,
      header.count < 24, header != "#"
    else { return key }
    return "\(header) \(key)"
  }

  static func text(_ cell: RichText) -> String {
    var text = Substring(cell.plain)
    while let last = text.last, last == " " || last == ":" { text.removeLast() }
    while let first = text.first, first == " " { text.removeFirst() }
    return String(text)
  }

  private static let empty: Set<String> = [
    "", "-", "—", "–", "--", "n/a", "na", "none", "?", "tbd", "…", "...", "✓", "✔", "✗", "✘", "x",
    "✅", "❌", "✔️", "❌️", "~", "unknown", "\"", "″", "〃", "same", "ditto", "varies", "yes", "no",
    "good", "ok", "okay", "fine", "poor", "very good", "very poor", "bad", "great", "excellent",
    "decent", "mixed", "limited", "some", "partial", "depends", "it depends", "various", "many",
    "few", "optional", "none needed", "not applicable", "as needed", "better", "worse", "best",
  ]

  /// Of an answer that is a list: how many things it names, from three on.
  static func count(of answer: String) -> Int? {
    guard answer.utf8.reduce(0, { $0 + ($1 == 0x2c || $1 == 0x3b ? 1 : 0) }) > 1 else { return nil }
    let prose = Prose(answer)
    var pieces = prose.split(prose.everything, after: .semicolon)
    if pieces.count == 1 { pieces = prose.split(prose.everything, after: .comma) }
    let isList =
      pieces.count > 2 && pieces.allSatisfy { prose.words($0) <= 4 }
      && !prose.atoms.dropLast().contains { $0.ends(.sentence) }
      && !prose.atoms.contains { $0.traits.contains(.conjunction) }
    return isList ? pieces.count : nil
  }

  /// `see below`, `Same, with tar`: what another cell says.
  private static func points(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.hasPrefix("see ")
      || ["same", "ditto", "likewise", "idem"].contains { word in
        text.hasPrefix(word + ",") || text.hasPrefix(word + ";")
      }
  }

  /// `T`, `F`: what nobody can have in mind of a table that shows how something works.
  private static func holdsTruth(_ column: Int, of rows: [Table.Row]) -> Bool {
    let values = Set(rows.map { text($0.cells[column]) })
    return values.count > 1 && [["T", "F"], ["Y", "N"]].contains { values.isSubset(of: $0) }
  }

  /// `SHA-256`: 256 bits, `7B`: 7 GB. The row says the figure.
  static func tells(_ key: String, _ answer: String) -> Bool {
    func figures(_ text: String) -> [Substring] {
      text.split { !$0.isNumber && $0 != "." && $0 != "," }.filter {
        $0.contains(where: \.isNumber)
      }
    }
    let sought = figures(answer)
    return sought.count == 1 && answer.first?.isNumber == true
      && answer.split(separator: " ").count <= 2 && figures(key).contains(sought[0])
  }

  /// What is asked for in a cell; nil when there is nothing to recall, or too much.
  static func answer(_ cell: RichText) -> String? {
    let text = text(cell)
    guard !empty.contains(text.lowercased()) else { return nil }
    guard text.unicodeScalars.contains(where: Prose.isLetterOrDigit), !points(text) else {
      return nil
    }
    // Most cells need no second look.
    let spaces = text.utf8.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
    guard spaces >= Brevity.comfortable || text.hasPrefix("[") || text.hasPrefix("(") else {
      return text
    }
    let prose = Prose(cell)
    guard !prose.atoms.isEmpty else { return nil }
    if Citation.isOne(prose, prose.everything), prose.atoms[0].depth > 0 { return nil }
    return Brevity.shortened(prose) ?? (prose.words(prose.everything) <= Brevity.most ? text : nil)
  }
}
