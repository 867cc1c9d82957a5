/// Names tables after the caption before them, else after their section.
enum Captions {
  static func apply(
    to sections: inout [Section], title: String, marks: [Int: SectionReader.ParagraphMark]
  ) {
    for index in sections.indices {
      let name = sections[index].title.isEmpty ? title : sections[index].title
      apply(to: &sections[index].blocks, group: Caption.withoutColon(name), marks: marks, depth: 0)
    }
  }

  private static func apply(
    to blocks: inout [Block], group: String, marks: [Int: SectionReader.ParagraphMark], depth: Int
  ) {
    guard depth < SectionReader.deepest else { return }
    var caption: String?
    for index in blocks.indices {
      switch blocks[index] {
      case .paragraph(let text, let line):
        caption = Caption.text(of: text, lines: marks[line]?.lines)
        continue
      case .table(var table):
        table.title = caption ?? group
        blocks[index] = .table(table)
      case .list(var items, let start, let line) where items.contains { !$0.children.isEmpty }:
        for place in items.indices where !items[place].children.isEmpty {
          let label = Caption.text(of: items[place].text)
          apply(
            to: &items[place].children, group: label ?? group, marks: marks, depth: depth + 1)
        }
        blocks[index] = .list(items, start: start, line: line)
      case .quote(var inner, let callout, let line):
        apply(to: &inner, group: caption ?? group, marks: marks, depth: depth + 1)
        blocks[index] = .quote(inner, callout: callout, line: line)
      case .list, .code, .rule: break
      }
      caption = nil
    }
  }

  /// All tables, in the order of the page.
  static func tables(of sections: [Section]) -> [PageTable] {
    var tables: [PageTable] = []
    for (index, section) in sections.enumerated() {
      collect(section.blocks, section: index, depth: 0, into: &tables)
    }
    return tables
  }

  private static func collect(
    _ blocks: [Block], section: Int, depth: Int, into tables: inout [PageTable]
  ) {
    guard depth < SectionReader.deepest else { return }
    for block in blocks {
      switch block {
      case .table(let table): tables.append(PageTable(table: table, section: section))
      case .list(let items, _, _):
        for item in items where !item.children.isEmpty {
          collect(item.children, section: section, depth: depth + 1, into: &tables)
        }
      case .quote(let inner, _, _):
        collect(inner, section: section, depth: depth + 1, into: &tables)
      case .paragraph, .code, .rule: break
      }
    }
  }
}
