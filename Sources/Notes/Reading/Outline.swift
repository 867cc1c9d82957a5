import CMarkdown

/// A page that is one outline of bullets, as Logseq writes it: headings stand in items
/// (`- ## Key Facts`), and lines such as `collapsed:: true` say how a block is shown.
enum Outline {
  /// Whether an item of the list begins with a heading.
  static func hasHeadings(_ list: OpaquePointer) -> Bool {
    for item in NodeChildren(of: list) {
      if let first = cmark_node_first_child(item), NodeKind(first) == .heading { return true }
    }
    return false
  }

  /// The blocks of such a list one after another: what an item holds, where it begins with a heading,
  /// else the item.
  static func parts(of list: OpaquePointer) -> [OpaquePointer] {
    NodeChildren(of: list).flatMap { item in
      guard let first = cmark_node_first_child(item), NodeKind(first) == .heading else {
        return [item]
      }
      return Array(NodeChildren(of: item))
    }
  }

  /// Whether a paragraph holds nothing but `key:: value`.
  static func isProperties(_ paragraph: OpaquePointer) -> Bool {
    guard let first = cmark_node_first_child(paragraph),
      cmark_node_get_type(first) == CMARK_NODE_TEXT, let text = cmark_node_get_literal(first)
    else { return false }
    return propertyName(String(cString: text)) != nil
  }

  /// Takes `id:: 64f0…` and its like off the end of an item.
  static func removeProperties(from text: inout RichText) {
    guard let last = text.runs.indices.last, text.runs[last].style.isEmpty,
      let found = place(in: text.runs[last].text)
    else { return }
    text.runs[last].text = text.runs[last].text.slice(0..<found)
    text.trim()
  }

  /// Where the first known property begins, in bytes.
  private static func place(in text: String) -> Int? {
    text.withBytes { bytes in
      var place = 0
      while place + 1 < bytes.count {
        guard bytes[place] == Byte.colon, bytes[place + 1] == Byte.colon else {
          place += 1
          continue
        }
        var start = place
        while start > 0,
          bytes[start - 1].isWord || bytes[start - 1] == Byte.dash
            || bytes[start - 1] == UInt8(ascii: ".")
        { start -= 1 }
        if start < place, place + 2 < bytes.count, bytes[place + 2].isBlank,
          known.contains(bytes.slice(start..<place).string)
        {
          return start
        }
        place += 2
      }
      return nil
    }
  }

  private static func propertyName(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("::") else { return nil }
    let name = text[..<colon]
    let isName =
      !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    return isName ? String(name) : nil
  }

  private static let known: Set<String> = [
    "id", "collapsed", "heading", "background-color", "created-at", "updated-at", "template",
    "card-last-interval", "card-repeats", "card-ease-factor", "card-next-schedule",
    "card-last-reviewed", "card-last-score", "logseq.order-list-type",
  ]
}

extension OpaquePointer {
  var isItem: Bool {
    cmark_node_get_type(self) == CMARK_NODE_ITEM || hasType("tasklist")
  }
}
