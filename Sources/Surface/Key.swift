/// A key as the terminal reports it: what can be told apart there, not what is on the keyboard.
public struct Key: Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// A letter, digit or sign as typed: `A` is the character, not Shift with `a`.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 and on.
    case function(Int)
  }

  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let shift = Modifiers(rawValue: 4)
  }

  public let code: Code
  public let modifiers: Modifiers

  /// The key, in the one form it has here: Shift with a letter is the capital, and Ctrl with `i`,
  /// `m` or `[` is Tab, Enter or Esc, since terminals send the same for both.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    if case .character(let character) = code {
      if modifiers.contains(.control) {
        modifiers.remove(.shift)
        let lower = Character(character.lowercased())
        code = .character(lower)
        if let same = Self.sameAsControl[lower] {
          code = same
          modifiers.remove(.control)
        }
      } else if modifiers.contains(.shift) {
        let upper = character.uppercased()
        if upper != String(character), upper.count == 1 { code = .character(Character(upper)) }
        modifiers.remove(.shift)
      }
    }
    self.code = code
    self.modifiers = modifiers
  }

  public init(_ character: Character) { self.init(.character(character)) }

  public static let enter = Key(.enter)
  public static let escape = Key(.escape)
  public static let tab = Key(.tab)
  public static let shiftTab = Key(.tab, .shift)
  public static let space = Key(" ")
  public static let backspace = Key(.backspace)
  public static let delete = Key(.delete)
  public static let up = Key(.up)
  public static let down = Key(.down)
  public static let left = Key(.left)
  public static let right = Key(.right)
  public static let home = Key(.home)
  public static let end = Key(.end)
  public static let pageUp = Key(.pageUp)
  public static let pageDown = Key(.pageDown)
  public static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }

  /// The character to insert where text is typed; nil for keys that are not text.
  public var text: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }

  private static let sameAsControl: [Character: Code] = [
    "i": .tab, "m": .enter, "j": .enter, "[": .escape, "h": .backspace,
  ]
}

// MARK: - Names

extension Key {
  /// Reads the name of the configuration: `a`, `A`, `?`, `space`, `enter`, `esc`, `tab`,
  /// `shift-tab`, `up`, `pageup`, `f1`, `ctrl-c`, `alt-x`. Names of keys may be in any case.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    var isPrefixed = true
    while isPrefixed {
      isPrefixed = false
      for (prefix, modifier) in Self.prefixes
      where rest.count > prefix.count && rest.lowercased().hasPrefix(prefix) {
        modifiers.insert(modifier)
        rest = rest.dropFirst(prefix.count)
        isPrefixed = true
      }
    }
    if rest.count == 1, let character = rest.first, TextWidth.of(character) > 0 {
      self.init(.character(character), modifiers)
      return
    }
    let word = rest.lowercased()
    if let code = Self.codes[word] {
      self.init(code, modifiers)
    } else if word.hasPrefix("f"), let number = Int(word.dropFirst()), (1...35).contains(number),
      word == "f\(number)"
    {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  /// The name that `init(name:)` reads.
  public var name: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "ctrl-" }
    if modifiers.contains(.alt) { prefix += "alt-" }
    if modifiers.contains(.shift) { prefix += "shift-" }
    return prefix + Self.name(of: code)
  }

  /// The key as people are told it: `↑`, `Enter`, `Ctrl-C`.
  public var label: String { label(.unicode) }

  public func label(_ glyphs: Glyphs) -> String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    switch code {
    case .character(" "): return prefix + "Space"
    case .character(let character):
      return prefix + (modifiers.isEmpty ? String(character) : character.uppercased())
    case .up where glyphs.braille: return prefix + "↑"
    case .down where glyphs.braille: return prefix + "↓"
    case .left where glyphs.braille: return prefix + "←"
    case .right where glyphs.braille: return prefix + "→"
    case .pageUp: return prefix + "PgUp"
    case .pageDown: return prefix + "PgDn"
    default:
      let name = Self.name(of: code)
      return prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  private static let prefixes: [(String, Modifiers)] = [
    ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
  ]

  private static let codes: [String: Code] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape,
    "escape": .escape, "tab": .tab, "backspace": .backspace, "delete": .delete,
    "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
    "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "minus": .character("-"),
    "plus": .character("+"),
  ]

  private static func name(of code: Code) -> String {
    switch code {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backspace: "backspace"
    case .delete: "delete"
    case .insert: "insert"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pageup"
    case .pageDown: "pagedown"
    case .function(let number): "f\(number)"
    }
  }
}
