import Cards

/// What somebody does to a vault between two readings.
enum VaultEdit: String, CaseIterable {
  case nothing, word, adverb, clause, typo, typoFixed, capitals, punctuation, inversion, answer,
    reorder
  case reorderSections, splitSection, renameSection, renamePage, moveSection, moveItem, delete
  case replace, replaceNear, swapPages, addColumn, removeColumn, reorderColumns, reorderRows
  case renameColumn, renameKey, cell, addRow, removeRow, listOrder, listItem, split, merge
  case restore, restoreReworded, restoreElsewhere
  case relabel, labelWord, compound

  /// Whether all that was known before goes on with its history, or nearly all.
  var keepsAll: Bool {
    switch self {
    case .word, .adverb, .clause, .typoFixed, .answer, .cell, .listOrder, .listItem, .relabel,
      .labelWord, .compound:
      true
    default: isExact
    }
  }

  /// Whether no words are changed, or none that say anything.
  var isExact: Bool {
    switch self {
    case .nothing, .capitals, .punctuation, .reorder, .reorderSections, .splitSection,
      .renameSection, .renamePage, .moveSection, .swapPages, .addColumn, .reorderColumns,
      .reorderRows, .renameColumn, .renameKey, .inversion, .restore:
      true
    default: false
    }
  }
}

/// Makes and edits vaults. What it takes out may come back.
struct VaultEditor {
  var vault = MadeVault()
  var maker: ItemMaker
  private var removed: [(item: MadeItem, page: String)] = []
  private var count = 0
  /// Pages that the last edit has touched, vanished ones among them.
  private(set) var touched: Set<String> = []

  init(seed: UInt64, pages: Int = 3) {
    maker = ItemMaker(seed: seed)
    for number in 0..<pages { vault.pages["page\(number)"] = page(number) }
  }

  private mutating func fresh() -> Int {
    count += 1
    return count
  }

  private mutating func page(_ number: Int) -> MadePage {
    var page = MadePage(title: "Notebook \(number)", facts: [])
    for _ in 0..<2 {
      page.facts.append(MadeSection(title: "Part \(fresh())"))
    }
    for _ in 0..<14 {
      // Half of them are nearly in the words of another one.
      let others = page.facts.flatMap(\.items) + page.others
      let item =
        maker.dice.roll(2) == 0 || others.isEmpty
        ? maker.item() : maker.item(like: maker.dice.pick(others))
      if isFact(item) {
        page.facts[maker.dice.roll(2)].items.append(item)
      } else {
        page.others.append(item)
      }
    }
    page.tables.append(table())
    return page
  }

  private func isFact(_ item: MadeItem) -> Bool {
    switch item.shape {
    case .definition, .question, .connection: false
    default: true
    }
  }

  private mutating func table() -> MadeTable {
    let id = fresh()
    var table = MadeTable(
      id: id, title: "Table \(id)", columns: [0, 1, 2], header: [0: "Gear", 1: "Load", 2: "Stuff"],
      rows: [])
    for _ in 0..<4 { table.rows.append(row(table)) }
    return table
  }

  private mutating func row(_ table: MadeTable) -> MadeTable.Row {
    var row = MadeTable.Row(
      id: fresh(), cells: [0: maker.item(like: MadeItem(id: 0, shape: .marked)).part("subject")])
    for column in table.columns where column > 0 { row.cells[column] = cell(column) }
    return row
  }

  private mutating func cell(_ column: Int) -> String {
    column == 2 ? "\(maker.stuff()) from \(maker.place())" : maker.amount()
  }

  // MARK: Edits

  /// - Returns: whether there was anything to do it to.
  mutating func apply(_ edit: VaultEdit) -> Bool {
    touched = []
    let paths = vault.pages.keys.sorted()
    let path = maker.dice.pick(paths)
    guard var page = vault.pages[path] else { return false }
    touched.insert(path)
    defer { if vault.pages[path] != nil, touched.contains(path) { vault.pages[path] = page } }
    switch edit {
    case .nothing: return true
    case .word, .adverb, .clause, .typo, .typoFixed, .capitals, .punctuation, .inversion, .answer,
      .listOrder, .listItem, .relabel, .labelWord, .compound:
      return change(&page) { item, maker in VaultEditor.reword(&item, edit, &maker) }
    case .reorder:
      for section in page.facts.indices { page.facts[section].items.reverse() }
      page.others.reverse()
      return true
    case .reorderSections:
      page.facts[1...].reverse()
      page.tables.reverse()
      return true
    case .splitSection:
      let section = maker.dice.roll(page.facts.count)
      let half = page.facts[section].items.count / 2
      let moved = Array(page.facts[section].items[half...])
      page.facts[section].items.removeSubrange(half...)
      page.facts.insert(MadeSection(title: "Part \(fresh())", items: moved), at: section + 1)
      return true
    case .renameSection:
      page.facts[page.facts.count - 1].title = "Part \(fresh())"
      page.tables[0].title = "Table \(fresh())"
      return true
    case .renamePage:
      vault.pages[path] = nil
      let name = "page\(fresh())x"
      vault.pages[name] = page
      for place in removed.indices where removed[place].page == path { removed[place].page = name }
      touched.insert(name)
      return true
    case .moveSection, .moveItem, .swapPages, .restoreElsewhere: return move(edit, path, &page)
    case .delete:
      guard let item = take(&page) else { return false }
      removed.append((item, path))
      return true
    case .replace, .replaceNear:
      guard let item = take(&page) else { return false }
      put(maker.item(like: edit == .replace ? nil : item), in: &page)
      return true
    case .restore, .restoreReworded:
      guard let place = removed.lastIndex(where: { $0.page == path }) else { return false }
      var item = removed.remove(at: place).item
      if edit == .restoreReworded {
        guard VaultEditor.reword(&item, .adverb, &maker) || VaultEditor.reword(&item, .word, &maker)
        else { return false }
      }
      put(item, in: &page)
      return true
    case .addColumn, .removeColumn, .reorderColumns, .reorderRows, .renameColumn, .renameKey, .cell,
      .addRow, .removeRow:
      return change(edit, table: &page.tables[maker.dice.roll(page.tables.count)])
    case .split, .merge: return cut(edit, &page)
    }
  }

  private mutating func change(
    _ page: inout MadePage, _ body: (inout MadeItem, inout ItemMaker) -> Bool
  ) -> Bool {
    for _ in 0..<30 {
      let section = maker.dice.roll(page.facts.count + 1)
      if section == page.facts.count {
        guard !page.others.isEmpty else { continue }
        if body(&page.others[maker.dice.roll(page.others.count)], &maker) { return true }
      } else if !page.facts[section].items.isEmpty {
        let place = maker.dice.roll(page.facts[section].items.count)
        if body(&page.facts[section].items[place], &maker) { return true }
      }
    }
    return false
  }

  private mutating func take(_ page: inout MadePage) -> MadeItem? {
    if maker.dice.roll(3) == 0, !page.others.isEmpty {
      return page.others.remove(at: maker.dice.roll(page.others.count))
    }
    let full = page.facts.indices.filter { !page.facts[$0].items.isEmpty }
    guard !full.isEmpty else { return nil }
    let section = maker.dice.pick(full)
    return page.facts[section].items.remove(at: maker.dice.roll(page.facts[section].items.count))
  }

  private mutating func put(_ item: MadeItem, in page: inout MadePage) {
    if isFact(item) {
      page.facts[maker.dice.roll(page.facts.count)].items.append(item)
    } else {
      page.others.append(item)
    }
  }

  private mutating func move(_ edit: VaultEdit, _ path: String, _ page: inout MadePage) -> Bool {
    let others = vault.pages.keys.filter { $0 != path }.sorted()
    guard !others.isEmpty else { return false }
    let name = maker.dice.pick(others)
    guard var other = vault.pages[name] else { return false }
    touched.insert(name)
    switch edit {
    case .moveSection:
      guard page.facts.count > 1 else { return false }
      other.facts.append(page.facts.removeLast())
    case .moveItem:
      guard let item = take(&page), item.shape != .connection else { return false }
      put(item, in: &other)
    case .restoreElsewhere:
      guard let place = removed.lastIndex(where: { $0.item.shape != .connection }) else {
        return false
      }
      put(removed.remove(at: place).item, in: &other)
    default:
      let moved = page.facts[0].items
      page.facts[0].items = other.facts[0].items
      other.facts[0].items = moved
    }
    vault.pages[name] = other
    return true
  }

  private mutating func change(_ edit: VaultEdit, table: inout MadeTable) -> Bool {
    switch edit {
    case .addColumn:
      let column = 100 + fresh()
      table.columns.insert(column, at: 1 + maker.dice.roll(table.columns.count))
      table.header[column] = "Trait \(column)"
      for row in table.rows.indices { table.rows[row].cells[column] = cell(column) }
    case .removeColumn:
      guard table.columns.count > 3 else { return false }
      table.columns.remove(at: 1 + maker.dice.roll(table.columns.count - 1))
    case .reorderColumns: table.columns[1...].reverse()
    case .reorderRows: table.rows.reverse()
    case .renameColumn:
      let column = table.columns[1 + maker.dice.roll(table.columns.count - 1)]
      table.header[column] = "Renamed \(fresh())"
    case .renameKey:
      let row = maker.dice.roll(table.rows.count)
      table.rows[row].cells[0] = (table.rows[row].cells[0] ?? "") + " proper"
    case .cell:
      let row = maker.dice.roll(table.rows.count)
      let column = table.columns[1 + maker.dice.roll(table.columns.count - 1)]
      table.rows[row].cells[column] = cell(column)
    case .addRow: table.rows.insert(row(table), at: maker.dice.roll(table.rows.count + 1))
    case .removeRow:
      guard table.rows.count > 2 else { return false }
      table.rows.remove(at: maker.dice.roll(table.rows.count))
      // Another one in its place.
      if maker.dice.roll(2) == 0 { table.rows.append(row(table)) }
    default: return false
    }
    return true
  }

  /// Puts two sentences into one, or takes such a one apart again.
  private mutating func cut(_ edit: VaultEdit, _ page: inout MadePage) -> Bool {
    if edit == .merge {
      let section = maker.dice.roll(page.facts.count)
      let places = page.facts[section].items.indices.filter {
        page.facts[section].items[$0].shape == .sentence
          && page.facts[section].items[$0].tail.isEmpty
          && page.facts[section].items[$0].ending.isEmpty
      }
      guard places.count > 1 else { return false }
      let second = page.facts[section].items.remove(at: places[1])
      page.facts[section].items[places[0]].tail =
        "and the \(second.part("subject")) \(MadeItem.verbs[second.id % 3][second.verb]) "
        + "\(second.part("amount")) of \(second.part("stuff")) in \(second.part("place"))"
      for name in ["subject", "amount", "stuff", "place"] {
        page.facts[section].items[places[0]].parts["\(second.id)/" + name] = second.part(name)
      }
      return true
    }
    for section in page.facts.indices {
      for place in page.facts[section].items.indices {
        let whole = page.facts[section].items[place]
        let names = whole.parts.keys.filter { $0.contains("/") }.sorted()
        guard let id = names.first?.split(separator: "/").first.flatMap({ Int($0) }) else {
          continue
        }
        var part = MadeItem(id: id, shape: .sentence)
        for name in names {
          part.parts[String(name.split(separator: "/")[1])] = whole.part(name)
          page.facts[section].items[place].parts[name] = nil
        }
        page.facts[section].items[place].tail = ""
        page.facts[section].items.insert(part, at: place + 1)
        return true
      }
    }
    return false
  }

  static func reword(_ item: inout MadeItem, _ edit: VaultEdit, _ maker: inout ItemMaker) -> Bool {
    switch edit {
    case .word:
      guard [.sentence, .near, .code, .question].contains(item.shape) else { return false }
      item.verb = (item.verb + 1) % (item.shape == .near ? 2 : 3)
    case .adverb:
      guard [.sentence, .label, .code, .definition, .question, .marked].contains(item.shape),
        item.adverb.isEmpty
      else { return false }
      item.adverb = maker.dice.pick(["usually", "also", "always", "now"])
      if item.shape == .label { item.adverb = "about" }
    case .clause:
      guard [.sentence, .marked, .code].contains(item.shape) else { return false }
      item.tail = item.tail.isEmpty ? "as the yard book of \(1800 + maker.dice.roll(90)) says" : ""
    case .typo:
      guard [.sentence, .list, .marked].contains(item.shape), !item.part("subject").contains("#")
      else { return false }
      let name = maker.dice.pick(item.parts.keys.sorted())
      guard let word = item.part(name).split(separator: " ").last, word.count > 5,
        !word.contains(where: \.isNumber)
      else { return false }
      guard item.slips[name] == nil else { return false }
      item.slips[name] = item.part(name)
      let middle = word.index(word.startIndex, offsetBy: 3)
      item.parts[name] = item.part(name).replacing(
        word, with: word[..<middle] + word[word.index(after: middle)...])
    case .typoFixed:
      guard let (name, text) = item.slips.sorted(by: { $0.key < $1.key }).first else {
        return false
      }
      item.parts[name] = text
      item.slips = [:]
    case .capitals:
      guard [.definition, .list, .label].contains(item.shape), !item.isShouted else { return false }
      item.isShouted = true
      item.parts["subject"] = item.part("subject").capitalized
    case .punctuation:
      guard item.shape != .question, item.shape != .connection, item.shape != .asked else {
        return false
      }
      item.ending = item.ending.isEmpty ? "." : ""
    case .inversion:
      guard item.shape == .sentence else { return false }
      item.isInverted.toggle()
    case .answer:
      guard [.sentence, .label, .near, .asked].contains(item.shape) else { return false }
      item.parts["amount"] = item.shape == .near ? "\(3 + maker.dice.roll(90)) s" : maker.amount()
    case .listOrder:
      guard item.shape == .list || item.shape == .glosses else { return false }
      item.order.reverse()
    case .listItem:
      guard item.shape == .list else { return false }
      let name = maker.dice.pick(item.order)
      item.parts[name] = "\(maker.stuff()) frame\(maker.dice.roll(99))"
    case .relabel:
      guard item.shape == .list || item.shape == .glosses else { return false }
      let words = ["parts", "members", "pieces", "fittings"]
      guard let word = words.first(where: { item.part("subject").hasSuffix($0) }) else {
        return false
      }
      let other = maker.dice.pick(words.filter { $0 != word })
      item.parts["subject"] = item.part("subject").dropLast(word.count) + other
    case .labelWord:
      guard [.label, .list, .glosses].contains(item.shape), !item.hasLabelWord else { return false }
      item.hasLabelWord = true
      item.parts["subject"] = maker.labelWord() + " " + item.part("subject").lowercased()
    case .compound:
      guard [.sentence, .marked, .code].contains(item.shape) else { return false }
      switch item.tail {
      case "", "as the yardbook says": item.tail = "as the yard book says"
      case "as the yard book says": item.tail = "as the yardbook says"
      default: return false
      }
    default: return false
    }
    return true
  }
}
