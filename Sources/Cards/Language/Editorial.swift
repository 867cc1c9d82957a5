/// Remarks in square brackets that the author made on the note itself: `[unverified]`, `[citation needed]`. A card
/// has no use for them, and beside a blank they look like another one; its source is shown with them.
enum Editorial {
  private static let openings: Set<String> = [
    "unverified", "unconfirmed", "unclear", "citation", "source", "check", "verify", "needs", "sic",
  ]

  static func removed(from text: String) -> String {
    guard text.utf8.contains(0x5b) else { return text }
    var kept = Substring()
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inner = rest[rest.index(after: open)..<close]
      let first = inner.prefix { $0.isLetter }.lowercased()
      let isLink = rest[close...].dropFirst().first == "("
      if !isLink, openings.contains(first), inner.allSatisfy({ $0 != "[" && $0 != "`" }) {
        var before = rest[..<open]
        while before.last == " " { before.removeLast() }
        kept += before
      } else {
        kept += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return String(kept + rest)
  }
}
