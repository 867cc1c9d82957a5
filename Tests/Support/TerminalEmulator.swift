/// A terminal of the xterm family: takes what a program prints and knows what would be on the glass.
///
/// It does what programs that use terminfo's `xterm-256color` may ask for: cursor addressing,
/// erasing, inserting and deleting, scroll regions, the alternate screen, colours, line drawing,
/// repetition and wide characters. Like older terminals it counts columns code point by code point
/// (a family of emoji is several wide ones), so that a program which relies on anything better is
/// found out. What it does not know is noted in `unknown`.
public struct TerminalEmulator: Sendable {
  public var screen: Screen
  /// Sequences that were not understood, such as `CSI 5 z`.
  public private(set) var unknown: [String] = []
  public internal(set) var title = ""
  public internal(set) var bells = 0
  /// What the terminal sends back to questions.
  public internal(set) var answers: [UInt8] = []
  /// The private modes that are on: 1 (cursor keys), 2004 (bracketed paste), 1006 (mouse) and so on.
  public internal(set) var modes: Set<Int> = [7, 25]
  public internal(set) var isKeypadApplication = false

  var pen = Pen()
  var isInserting = false
  /// The cursor stands behind the last column: the next character goes on the next row.
  var wrapsNext = false
  var top = 0
  var bottom: Int
  var tabStops: Set<Int> = []
  var isLineDrawing = [false, false]
  var shiftedSet = 0
  var lastCharacter: Unicode.Scalar?
  var savedCursor = SavedCursor()
  var primary: Screen?

  struct SavedCursor: Sendable {
    var column = 0
    var row = 0
    var pen = Pen()
    var isLineDrawing = [false, false]
    var shiftedSet = 0
  }

  private enum State {
    case ground, escape, charset(Int), csi, string, stringEscape, hash
  }
  private var state = State.ground
  private var parameters: [UInt8] = []
  private var string: [UInt8] = []
  private var stringKind: UInt8 = 0
  private var utf8: [UInt8] = []

  public init(columns: Int, rows: Int) {
    screen = Screen(columns: columns, rows: rows)
    bottom = rows - 1
    resetTabs()
  }

  public var currentPen: Pen { pen }

  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  mutating func noteUnknown(_ sequence: String) { unknown.append(sequence) }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .string: feedString(byte)
    case .stringEscape:
      if byte == UInt8(ascii: "\\") { finishString() } else { state = .ground }
    case .charset(let set):
      isLineDrawing[set] = byte == UInt8(ascii: "0")
      state = .ground
    case .hash:
      if byte == UInt8(ascii: "8") { fillWithE() }
      state = .ground
    case .escape: feedEscape(byte)
    case .csi: feedCSI(byte)
    case .ground: feedGround(byte)
    }
  }

  private mutating func feedGround(_ byte: UInt8) {
    if byte >= 0x80 {
      feedUTF8(byte)
      return
    }
    if !utf8.isEmpty {
      utf8 = []
      print("\u{FFFD}")
    }
    if byte < 0x20 {
      control(byte)
    } else if byte != 0x7F {
      print(Unicode.Scalar(byte))
    }
  }

  private mutating func feedUTF8(_ byte: UInt8) {
    if byte & 0xC0 == 0xC0, !utf8.isEmpty {
      utf8 = []
      print("\u{FFFD}")
    }
    utf8.append(byte)
    let first = utf8[0]
    let needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard utf8.count >= needed else { return }
    let decoded = String(decoding: utf8, as: UTF8.self)
    utf8 = []
    for scalar in decoded.unicodeScalars { print(scalar) }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      state = .escape
      parameters = []
    case 0x07: bells += 1
    case 0x08:
      screen.cursorColumn = max(0, screen.cursorColumn - 1)
      wrapsNext = false
    case 0x09: tab()
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      screen.cursorColumn = 0
      wrapsNext = false
    case 0x0E: shiftedSet = 1
    case 0x0F: shiftedSet = 0
    case 0x00: break
    default: noteUnknown("control \(byte)")
    }
  }

  private mutating func feedEscape(_ byte: UInt8) {
    state = .ground
    switch UnicodeScalar(byte) {
    case "[": state = .csi
    case "]", "P", "_", "^", "X":
      state = .string
      stringKind = byte
      string = []
    case "(": state = .charset(0)
    case ")": state = .charset(1)
    case "*", "+": state = .charset(1)
    case "#": state = .hash
    case "7": saveCursor()
    case "8": restoreCursor()
    case "=": isKeypadApplication = true
    case ">": isKeypadApplication = false
    case "D": lineFeed()
    case "E":
      screen.cursorColumn = 0
      lineFeed()
    case "H": tabStops.insert(screen.cursorColumn)
    case "M": reverseLineFeed()
    case "c": reset()
    case "\\": break
    default: noteUnknown("ESC \(UnicodeScalar(byte))")
    }
  }

  private mutating func feedCSI(_ byte: UInt8) {
    switch byte {
    case 0x40...0x7E:
      state = .ground
      perform(ControlSequence(parameters, final: byte))
    case 0x20...0x3F: parameters.append(byte)
    case 0x1B:
      state = .escape
      parameters = []
    case 0x18, 0x1A: state = .ground
    default: control(byte)  // as a terminal does, even within a sequence
    }
  }

  private mutating func feedString(_ byte: UInt8) {
    switch byte {
    case 0x07: finishString()
    case 0x1B: state = .stringEscape
    default: string.append(byte)
    }
  }

  private mutating func finishString() {
    state = .ground
    let text = String(decoding: string, as: UTF8.self)
    guard stringKind == UInt8(ascii: "]") else {
      noteUnknown("string \(text)")
      return
    }
    if text.hasPrefix("0;") || text.hasPrefix("2;") {
      title = String(text.dropFirst(2))
    } else {
      noteUnknown("OSC \(text)")
    }
  }

  mutating func resetTabs() {
    tabStops = Set(stride(from: 8, to: 1000, by: 8))
  }

  mutating func reset() {
    self = TerminalEmulator(columns: screen.columns, rows: screen.rows)
  }
}

/// What stands between `CSI` and the letter that ends it.
struct ControlSequence {
  let mark: String
  let intermediate: String
  /// Missing parameters are nil. Parts after a colon stand as parameters of their own.
  let parameters: [Int?]
  let final: UnicodeScalar

  init(_ bytes: [UInt8], final: UInt8) {
    self.final = UnicodeScalar(final)
    var text = String(decoding: bytes, as: UTF8.self)[...]
    if let first = text.first, "<=>?".contains(first) {
      mark = String(first)
      text = text.dropFirst()
    } else {
      mark = ""
    }
    let end = text.firstIndex { !($0.isNumber || $0 == ";" || $0 == ":") } ?? text.endIndex
    intermediate = String(text[end...])
    parameters = text[..<end].split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) }
  }

  /// A count or place, for which 0 means what missing means.
  func number(_ index: Int, default missing: Int = 1) -> Int {
    guard index < parameters.count, let value = parameters[index], value != 0 else {
      return missing
    }
    return value
  }

  func selector(_ index: Int = 0) -> Int {
    guard index < parameters.count else { return 0 }
    return parameters[index] ?? 0
  }

  var description: String {
    let numbers = parameters.map { $0.map(String.init) ?? "" }.joined(separator: ";")
    return "CSI \(mark)\(numbers)\(intermediate)\(final)"
  }
}
