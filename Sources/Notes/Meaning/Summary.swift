/// One paragraph on what a page is about.
enum Summary {
  private static let keys = ["tldr", "tl;dr", "summary", "description", "abstract"]
  private static let callouts: Set<String> = ["tldr", "summary", "abstract"]

  static func text(of page: Page, marks: [Int: SectionReader.ParagraphMark]) -> String {
    for key in keys {
      if let text = page.frontMatter.text(key), !text.isEmpty { return text }
    }
    var first: String?
    for section in page.sections {
      for block in section.blocks {
        switch block {
        case .quote(let inner, let callout, _):
          if let text = quoted(inner, callout: callout) { return text }
        case .paragraph(let text, _):
          if let rest = afterMark(text) { return rest.plain }
          let plain = text.plain
          if first == nil, section.kind == .other, plain.wordCount > 2, !plain.hasSuffix(":"),
            !isProperty(text, plain)
          {
            first = plain
          }
        case .list, .table, .code, .rule: break
        }
      }
    }
    return first ?? ""
  }

  /// `Tags: biology`, `Created: May 2024`: what some programs write below a title.
  private static func isProperty(_ text: RichText, _ plain: String) -> Bool {
    guard let split = TermSplit(text), split.sign == .colon else { return false }
    return split.term.plain.wordCount <= 2 && !plain.hasSuffix(".")
  }

  private static func quoted(_ blocks: [Block], callout: String?) -> String? {
    let texts = blocks.compactMap { block in
      if case .paragraph(let text, _) = block { text } else { nil as RichText? }
    }
    if let callout, callouts.contains(callout) {
      return texts.max { $0.plain.utf8.count < $1.plain.utf8.count }?.plain
    }
    return texts.first.flatMap { afterMark($0)?.plain }
  }

  /// What follows `TL;DR` at the start of a text.
  private static func afterMark(_ text: RichText) -> RichText? {
    guard let first = text.runs.first?.text else { return nil }
    let lower = first.utf8.prefix(7).map { $0 | 32 }
    let mark = ["tl;dr", "tldr"].first { lower.starts(with: $0.utf8.map { $0 | 32 }) }
    guard let mark else { return nil }
    let rest = text.slice(from: TextPlace(run: 0, offset: mark.utf8.count), to: text.end)
    guard let plain = rest.runs.first?.text else { return nil }
    let signs = plain.utf8.prefix {
      ":-.* ".utf8.contains($0) || $0 == 0xE2 || $0 == 0x80 || $0 == 0x94 || $0 == 0x93
    }
    let clean = rest.slice(from: TextPlace(run: 0, offset: signs.count), to: rest.end)
    return clean.isEmpty ? nil : clean
  }
}
