import Notes

/// What a rule makes: a card without its place.
struct Draft: Hashable {
  var kind: CardKind
  var prompt: String
  var answer: String
  var slot: String
  /// What the answers it can be confused with have in common, within its source's page.
  var pool: String?

  /// Stands for what is asked for.
  static let blank = "[…]"
}

/// Where drafts come from.
struct Place {
  var section: Int
  var line: Int
  /// The source item's whole text.
  var source: String
  var blockID: String?
  /// What is shown behind the section's trail: a table's title, the group of a definition.
  var trail: [String] = []
  /// Sets the source apart from others of the page; its text when nil.
  var group: String?
  var origin: CardSource
}
