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
      let isLink = rest[close...].dropFirst().first == "("
      kept += rest[..<open]
      if !isLink, openings.contains(inner.prefix { $0.isLetter }.lowercased()),
        kept.last == " ", kept.count(where: { $0 == "`" }).isMultiple(of: 2), !inner.contains("[")
      {
        while kept.last == " " { kept.removeLast() }
      } else {
        kept += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return String(kept + rest)
  }
}
