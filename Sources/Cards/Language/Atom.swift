import Notes

/// What a word looks like; it decides whether the word can be asked for.
enum Shape: Hashable {
  /// `the`, `of`, `only`: carries no information of its own.
  case function
  /// An ordinary word in lower case.
  case word
  /// `is`, `needs`, `prevents`: told by the lists in `Words`.
  case verb
  /// A word with a capital first letter.
  case capital
  /// `RSP`, `GPT-4`, `SwiGLU`, `p99`: a name wherever it stands.
  case name
  /// Begins with a digit, or a sign and a digit: `~$1.99/hr`, `50-70%`.
  case number
  case code
  case symbol(Symbol)
}

enum Symbol: Hashable {
  case dash, arrow, equals, versus, comparison, other
}

/// The punctuation behind a word.
enum Boundary: Hashable {
  case none, comma, semicolon, colon, sentence
}

/// A word of a text with the punctuation around it. Code is one atom, and so is a call or a formula
/// with its brackets: `H(p, q)`.
struct Atom {
  /// Scalars of the text, the punctuation with it.
  var range: Range<Int>
  /// Without the punctuation around it.
  var core: Range<Int>
  var shape: Shape
  var style: TextStyle
  var linked: Bool
  /// How many pairs of brackets or quotation marks enclose it.
  var depth: Int
  var after: Boundary
  /// How many pairs enclose the punctuation behind it.
  var afterDepth: Int
  /// The core in lower case.
  var lower: String
  /// What is known of the word; nothing of code.
  var traits: Traits = []

  func ends(_ boundary: Boundary) -> Bool { after == boundary && afterDepth == 0 }
  var isSymbol: Bool { if case .symbol = shape { true } else { false } }
  func isSymbol(_ symbol: Symbol) -> Bool { shape == .symbol(symbol) }
}
