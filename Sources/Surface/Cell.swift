/// One column of one row.
public struct Cell: Sendable, Hashable {
  public var ink: Ink
  public var attributes: Attributes
  /// The first code point; nil in the right half of a wide character. Nearly every cell has no
  /// other, and is drawn and compared without a string.
  var first: Unicode.Scalar?
  /// All of a grapheme of several code points, otherwise empty.
  private var cluster: String

  /// - Parameter text: one grapheme, or nothing for the right half of a wide one.
  public init(_ text: String, _ ink: Ink = .text, _ attributes: Attributes = []) {
    self.ink = ink
    self.attributes = attributes
    cluster = ""
    self.text = text
  }

  init(_ scalar: Unicode.Scalar?, _ ink: Ink, _ attributes: Attributes) {
    self.ink = ink
    self.attributes = attributes
    first = scalar
    cluster = ""
  }

  public static let blank = Cell(" ")

  /// One grapheme, cleaned by `Sanitizer`; empty in the right half of a wide one.
  public var text: String {
    get {
      guard let first else { return "" }
      return cluster.isEmpty ? String(first) : cluster
    }
    set {
      var scalars = newValue.unicodeScalars.makeIterator()
      first = scalars.next()
      cluster = scalars.next() == nil ? "" : newValue
    }
  }

  /// Whether this is the right half of the wide character in the cell before it.
  public var isContinuation: Bool { first == nil }

  /// The text if it is one ASCII character.
  var ascii: UInt8? {
    guard let first, first.value < 0x80, cluster.isEmpty else { return nil }
    return UInt8(first.value)
  }

  var isBlank: Bool { ascii == 0x20 }
}
