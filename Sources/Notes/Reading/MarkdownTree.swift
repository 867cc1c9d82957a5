import CMarkdown

/// The tree that cmark-gfm makes of a page, freed when it is no longer needed.
final class MarkdownTree {
  let root: OpaquePointer

  /// Parses UTF-8 text without control characters.
  init?(_ bytes: Bytes, tables: Bool) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in tables ? ["table", "strikethrough", "tasklist"] : ["strikethrough", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }
}

/// The children of a node, in order.
struct NodeChildren: Sequence, IteratorProtocol {
  private var node: OpaquePointer?
  init(of parent: OpaquePointer) { node = cmark_node_first_child(parent) }

  mutating func next() -> OpaquePointer? {
    let current = node
    node = current.flatMap { cmark_node_next($0) }
    return current
  }
}

/// The kinds of blocks, with those that extensions add.
enum NodeKind {
  case paragraph, heading, list, code, quote, table, rule, html, footnote, other

  init(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_CODE_BLOCK: self = .code
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_HTML_BLOCK: self = .html
    case CMARK_NODE_FOOTNOTE_DEFINITION: self = .footnote
    default: self = node.hasType("table") ? .table : .other
    }
  }
}

extension OpaquePointer {
  /// The name of a node's type: the only way to tell the types of extensions.
  func hasType(_ name: StaticString) -> Bool {
    guard let type = cmark_node_get_type_string(self) else { return false }
    return Bytes(cString: type).equals(name)
  }

  /// cmark's line, from 1, or nil where it has none.
  var startLine: Int? {
    let line = Int(cmark_node_get_start_line(self))
    return line > 0 ? line : nil
  }
}
