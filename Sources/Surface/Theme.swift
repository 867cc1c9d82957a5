/// A colour as a theme names it. What the terminal cannot show is approximated on output.
public enum Colour: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case terminal
  /// The palette: 0–7, bright 8–15, then the 256-colour cube and greys.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How an ink looks.
public struct Style: Sendable, Hashable {
  /// nil: as `Ink.text` has it.
  public var foreground: Colour?
  public var background: Colour?
  public var attributes: Attributes

  public init(
    _ foreground: Colour? = nil, on background: Colour? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What is wrong with a theme that the user has written.
public enum ThemeError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownInk(String)
  case unknownWord(String, ink: String)
  /// More than two colours, or `on` without one.
  case misplacedWord(String, ink: String)

  public var description: String {
    switch self {
    case .unknownInk(let name):
      "a theme has no “\(name)”; it has "
        + Ink.allCases.map(\.name).joined(separator: ", ")
    case .unknownWord(let word, let ink):
      "“\(word)”, set for \(ink), is not a colour; write a name such as cyan or bright-blue, "
        + "a number from 0 to 255, #rrggbb or default, after bold, dim, italic, underline or reverse"
    case .misplacedWord(let word, let ink):
      "“\(word)”, set for \(ink), is one word too many; write it as “bold black on cyan”"
    }
  }
}

/// A look: a style for each ink.
public struct Theme: Sendable, Hashable {
  public let name: String
  private var styles: [Ink: Style]

  init(_ name: String, _ styles: [Ink: Style]) {
    self.name = name
    self.styles = styles
  }

  /// Reads a theme as a file has it: `"heading": "bold cyan"`, `"selection": "black on cyan"`,
  /// `"muted": "dim"`. Inks that are not named look as in `base`.
  public init(name: String, entries: [String: String], base: Theme = .terminal) throws(ThemeError) {
    self.name = name
    styles = base.styles
    for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
      guard let ink = Ink(name: key) else { throw .unknownInk(key) }
      styles[ink] = try Style(parsing: value, for: key)
    }
  }

  /// How `ink` looks, with the attributes that a cell adds. Colours are never nil here.
  public func style(of ink: Ink, adding attributes: Attributes = []) -> Style {
    let text = styles[.text] ?? Style()
    let style = styles[ink] ?? Style()
    return Style(
      style.foreground ?? text.foreground ?? .terminal,
      on: style.background ?? text.background ?? .terminal,
      style.attributes.union(attributes))
  }
}

extension Ink {
  /// The name in theme files: `border-focused`.
  public var name: String {
    switch self {
    case .borderFocused: "border-focused"
    default: "\(self)"
    }
  }

  public init?(name: String) {
    guard let ink = Ink.allCases.first(where: { $0.name == name }) else { return nil }
    self = ink
  }
}

extension Style {
  /// Reads `bold underline black on cyan`: attributes, a foreground, `on` and a background, each of
  /// which may be missing.
  init(parsing text: String, for ink: String) throws(ThemeError) {
    self.init()
    var isBackground = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }) {
      let word = word.lowercased()
      if let attribute = Self.attributeNames[word] {
        attributes.insert(attribute)
      } else if word == "on" {
        if isBackground { throw .misplacedWord(word, ink: ink) }
        isBackground = true
      } else if let colour = Colour(name: word) {
        if isBackground {
          if background != nil { throw .misplacedWord(word, ink: ink) }
          background = colour
        } else {
          if foreground != nil { throw .misplacedWord(word, ink: ink) }
          foreground = colour
        }
      } else {
        throw .unknownWord(word, ink: ink)
      }
    }
    if isBackground && background == nil { throw .misplacedWord("on", ink: ink) }
  }

  private static let attributeNames: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}

extension Colour {
  /// Reads `default`, a colour's name, `bright-` and a name, a number from 0 to 255 or `#rrggbb`.
  public init?(name: String) {
    if name == "default" {
      self = .terminal
    } else if let index = Self.names[name] {
      self = .indexed(index)
    } else if name.hasPrefix("bright-"), let index = Self.names[String(name.dropFirst(7))],
      index < 8
    {
      self = .indexed(index + 8)
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else if name.utf8.count == 7, name.hasPrefix("#"), name.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self = .hex(value)
    } else {
      return nil
    }
  }

  /// `0xRRGGBB`.
  static func hex(_ value: UInt32) -> Colour {
    .rgb(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  private static let names: [String: UInt8] = [
    "black": 0, "red": 1, "green": 2, "yellow": 3, "blue": 4, "magenta": 5, "cyan": 6, "white": 7,
    "grey": 8, "gray": 8,
  ]
}
