/// How a run of text is set. Code and highlights carry meaning for cards; the rest is for showing.
public struct TextStyle: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let emphasis = TextStyle(rawValue: 1)
  public static let strong = TextStyle(rawValue: 2)
  public static let code = TextStyle(rawValue: 4)
  /// `==highlight==`: the author's own cloze.
  public static let highlight = TextStyle(rawValue: 8)
  public static let strikethrough = TextStyle(rawValue: 16)
}

/// Where a link leads, as written: not yet resolved against the vault.
public enum LinkTarget: Sendable, Hashable {
  /// A wiki link or a relative Markdown link: the page as written (path, file name or title), and
  /// the heading behind `#`.
  case page(String, heading: String?)
  /// An address outside the vault, never opened by following a link.
  case address(String)
}

/// A run of text with one style.
public struct TextRun: Sendable, Hashable {
  public var text: String
  public var style: TextStyle
  public var link: LinkTarget?

  public init(_ text: String, style: TextStyle = [], link: LinkTarget? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}

/// The text of a paragraph, an item, a cell or a heading. Soft and hard line breaks are spaces.
public struct RichText: Sendable, Hashable {
  public var runs: [TextRun]

  public init(_ runs: [TextRun] = []) { self.runs = runs }
  public init(_ plain: String) { runs = plain.isEmpty ? [] : [TextRun(plain)] }

  /// The text as people read it and as cards quote it: no markup, except that code keeps its
  /// backquotes, because without them it reads as prose.
  public var plain: String {
    if runs.count == 1, !runs[0].style.contains(.code) { return runs[0].text }
    var text = ""
    for run in runs {
      if run.style.contains(.code) {
        text += "`"
        text += run.text
        text += "`"
      } else {
        text += run.text
      }
    }
    return text
  }

  public var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }
}
