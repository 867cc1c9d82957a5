import Cards
import Notes

/// Finds what a page holds beyond single cards. Which cells and terms can be asked for is what the
/// cards say; here they are put together again.
struct QuizSetFinder {
  /// A page's cards by the line of their source.
  private let byPage: [String: [Int: [Card]]]

  init(cards: [Card]) {
    var byPage: [String: [Int: [Card]]] = [:]
    for card in cards { byPage[card.page, default: [:]][card.line, default: []].append(card) }
    self.byPage = byPage
  }

  func sets(of page: Page) -> QuizSets {
    let cards = byPage[page.path] ?? [:]
    var sets = QuizSets()
    for table in page.tables where !isOff(table.section, page) {
      add(table, of: page, cards: cards, to: &sets)
    }
    addDefinitions(of: page, cards: cards, to: &sets)
    addLists(of: page, cards: cards, to: &sets)
    SequenceFinder.sequences(of: page, cards: cards).forEach { sets.sequences.append($0) }
    return sets
  }

  private func isOff(_ section: Int, _ page: Page) -> Bool {
    page.sections.indices.contains(section) && page.sections[section].cardsOff
  }

  static func place(_ page: Page, section: Int, trail: String = "", line: Int) -> QuizPlace {
    var parts = [page.title] + page.trail(to: section)
    if !trail.isEmpty, !parts.contains(trail) { parts.append(trail) }
    return QuizPlace(
      page: page.path, context: parts.joined(separator: " › "), file: page.file, line: line)
  }

  // MARK: Tables

  private func add(
    _ found: PageTable, of page: Page, cards: [Int: [Card]], to sets: inout QuizSets
  ) {
    let header = found.table.header.map(\.plain)
    let rows = found.table.rows.filter { $0.cells.count == header.count }
    guard header.count > 1, rows.count > 1 else { return }
    let title = found.name(on: page)
    let texts = rows.map { $0.cells.map { Self.trimmed($0.plain) } }
    let ids = rows.enumerated().map { number, row in
      header.indices.map { column -> Card.ID? in
        guard column > 0 else { return nil }
        return cards[row.line]?.first {
          $0.kind == .cell && $0.answer == texts[number][column]
            && ($0.slot == header[column] || $0.slot == "column \(column + 1)")
        }?.id
      }
    }
    let place = Self.place(page, section: found.section, trail: title, line: found.table.line)
    var grid = GridSet(
      place: place, title: title, header: header, rows: texts, lines: rows.map(\.line), cards: ids)
    let cells = rows.flatMap { cards[$0.line] ?? [] }.filter { $0.kind == .cell }
    if ChoicePools.runAlongRows(cells) { grid = grid.turned }
    if ids.contains(where: { $0.contains { $0 != nil } }) { sets.grids.append(grid) }
    let isNumbered = grid.rows.allSatisfy { Int($0[0]) != nil } && grid.header.count > 2
    let key = isNumbered ? 1 : 0
    let keys = grid.rows.map { $0[key] }
    guard keys.allSatisfy({ !$0.isEmpty }), Set(keys.map(Fold.folded)).count == keys.count else {
      return
    }
    for column in grid.header.indices where column > key {
      addColumn(column, key: key, of: grid, to: &sets)
    }
  }

  private func addColumn(_ column: Int, key: Int, of grid: GridSet, to sets: inout QuizSets) {
    let asked = grid.rows.indices.filter { grid.cards[$0][column] != nil }
    guard asked.count > 2 else { return }
    let names = (grid.header[key], grid.header[column])
    let pairs = asked.map { row in
      PairSet.Pair(
        left: grid.rows[row][key], right: grid.rows[row][column], line: grid.lines[row],
        card: grid.cards[row][column])
    }
    let left = names.0.isEmpty ? "each row" : "each “\(names.0)”"
    let right = names.1.isEmpty ? "what belongs to it" : "its “\(names.1)”"
    sets.pairs.append(
      PairSet(
        place: grid.place, prompt: "\(grid.title): match \(left) with \(right).",
        pairs: pairs))
    // Cells that stand in several rows: which rows?
    var rows: [String: [Int]] = [:]
    for row in asked { rows[Distractors.key(grid.rows[row][column]), default: []].append(row) }
    for (_, equal) in rows.sorted(by: { $0.value[0] < $1.value[0] })
    where equal.count > 1 && equal.count < asked.count {
      let value = grid.rows[equal[0]][column]
      // `SQL` and `SQL, NoSQL`: whether the second counts is anybody's guess.
      let meaning = Sameness(value)
      let wrong = asked.filter { row in
        !equal.contains(row) && !Sameness(grid.rows[row][column]).overlaps(meaning)
      }
      guard !wrong.isEmpty, wrong.count + equal.count == asked.count else { continue }
      let what = names.1.isEmpty ? "“\(value)” beside them" : "“\(value)” under “\(names.1)”"
      sets.selections.append(
        SelectionSet(
          place: grid.place, prompt: "\(grid.title): which have \(what)?",
          right: equal.map { grid.rows[$0][key] }, wrong: wrong.map { grid.rows[$0][key] },
          cards: equal.map { grid.cards[$0][column] }))
    }
  }

  // MARK: Definitions

  private func addDefinitions(of page: Page, cards: [Int: [Card]], to sets: inout QuizSets) {
    var groups: [(key: String, definitions: [Definition])] = []
    for definition in page.definitions
    where !definition.cardsOff && !isOff(definition.section, page) {
      let key = "\(definition.section)\n\(definition.group)"
      if groups.last?.key == key {
        groups[groups.count - 1].definitions.append(definition)
      } else {
        groups.append((key, [definition]))
      }
    }
    for (_, definitions) in groups where definitions.count > 2 {
      let group = definitions[0].group
      let place = Self.place(
        page, section: definitions[0].section, trail: group, line: definitions[0].line)
      let pairs = definitions.compactMap { definition -> PairSet.Pair? in
        // The card asks with the term's own words masked; what it cannot mask is not asked.
        guard
          let card = cards[definition.line]?.first(where: {
            $0.kind == .definition && $0.slot == "term"
          }), let text = Self.quoted(card.prompt)
        else { return nil }
        return PairSet.Pair(left: card.answer, right: text, line: card.line, card: card.id)
      }
      let name = group.isEmpty ? page.title : group
      if pairs.count > 2 {
        sets.pairs.append(
          PairSet(
            place: place, prompt: "\(name): match each term with its explanation.", pairs: pairs))
      }
      // A heading over a table is the name of what the table lists, not of a list that follows it.
      let isNamed =
        group != QuizSetFinder.title(of: definitions[0].section, page)
        || !page.tables.contains { $0.section == definitions[0].section }
      // `Paper`, `Authors` and `Venue` belong to a thing, which nobody recalls by them; nor figures.
      let areTerms = definitions.contains { definition in
        cards[definition.line]?.contains {
          $0.kind == .definition && !$0.prompt.contains("[…]")
        } ?? false
      }
      if isNamed, areTerms {
        addTerms(of: definitions, name: name, place: place, cards: cards, to: &sets)
      }
    }
  }

  private func addTerms(
    of definitions: [Definition], name: String, place: QuizPlace, cards: [Int: [Card]],
    to sets: inout QuizSets
  ) {
    let items = definitions.map { definition in
      ListSet.Item(
        text: definition.term.plain,
        card: cards[definition.line]?.first { $0.kind == .definition && $0.slot == "term" }?.id
          ?? cards[definition.line]?.first { $0.kind == .definition }?.id)
    }
    guard (3...8).contains(items.count), items.allSatisfy({ !$0.text.isEmpty && $0.card != nil }),
      // Years and formulas are no names to recall.
      items.filter({ item in item.text.contains { $0.isNumber || $0 == "=" } }).count < 2
    else { return }
    sets.lists.append(
      ListSet(
        place: place, prompt: "\(name): which \(Self.number(items.count)) does the note name?",
        name: name, items: items, card: nil,
        source: name + ": " + items.map(\.text).joined(separator: ", ")))
  }

  private static func quoted(_ prompt: String) -> String? {
    guard let open = prompt.firstIndex(of: "“"), let close = prompt.lastIndex(of: "”"), open < close
    else { return nil }
    return String(prompt[prompt.index(after: open)..<close])
  }

  // MARK: Lists

  private func addLists(of page: Page, cards: [Int: [Card]], to sets: inout QuizSets) {
    for line in cards.keys.sorted() {
      for card in cards[line] ?? [] where card.kind == .list && !card.asksForOrder {
        let items = card.answerItems
        guard (2...10).contains(items.count),
          items.allSatisfy({ $0.split(separator: " ").count < 9 })
        else { continue }
        let siblings = (cards[line] ?? []).filter { $0.kind == .item }
        let label = card.source.firstIndex(of: ":").map { String(card.source[..<$0]) }
        sets.lists.append(
          ListSet(
            place: card.quizPlace, prompt: card.prompt,
            name: label.flatMap { $0.split(separator: " ").count < 10 ? $0 : nil },
            items: items.map { item in
              ListSet.Item(text: item, card: siblings.first { $0.answer == item }?.id)
            },
            card: card.id, source: card.source))
      }
    }
  }

  // MARK: Words

  static func title(of section: Int, _ page: Page) -> String {
    guard page.sections.indices.contains(section), !page.sections[section].title.isEmpty else {
      return page.title
    }
    return page.sections[section].title
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last == " " || last == ":" { text.removeLast() }
    while let first = text.first, first == " " { text.removeFirst() }
    return String(text)
  }

  static func number(_ count: Int) -> String {
    let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return names.indices.contains(count - 2) ? names[count - 2] : String(count)
  }
}
