/// What a cell's colour means. A theme turns it into a colour; without colours the attributes and
/// signs that go with it must be enough.
public enum Ink: UInt8, Sendable, Hashable, CaseIterable {
  case text, muted, title, heading, accent, border, borderFocused
  case good, warning, bad
  case link, missing, code, highlight
  /// The bar at the bottom: keys and what they do.
  case key, footer
  /// The row or choice that a key would act on.
  case selection
}

public struct Attributes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// A run of text in one ink: what is wrapped and put on a surface.
public struct Span: Sendable, Hashable {
  public var text: String
  public var ink: Ink
  public var attributes: Attributes
  public init(_ text: String, _ ink: Ink = .text, _ attributes: Attributes = []) {
    self.text = text
    self.ink = ink
    self.attributes = attributes
  }
}
