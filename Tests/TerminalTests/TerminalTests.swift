import Foundation
import Support
import Testing

/// What `CTerminal` promises, seen from outside: a small program that uses it runs in a
/// pseudo-terminal.
@Suite("The terminal")
struct TerminalTests {
  private func probe(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      try builtProgram("TerminalProbe"), arguments, environment: environment, columns: columns,
      rows: rows)
    try terminal.waitFor("size \(columns)x\(rows)")
    try terminal.waitFor("styled")
    return terminal
  }

  // MARK: Keys

  @Test("names keys as the configuration does")
  func namesKeys() throws {
    let terminal = try probe()
    let keys: [(String, String)] = [
      ("a", "a"), ("Q", "Q"), ("é", "é"), ("漢", "漢"), (" ", "space"), ("\r", "enter"),
      ("\t", "tab"), ("\u{7F}", "backspace"), ("\u{1}", "ctrl-a"), ("\u{0}", "ctrl-space"),
      ("\u{1B}[A", "up"), ("\u{1B}OB", "down"), ("\u{1B}[1;5C", "ctrl-right"),
      ("\u{1B}[1;2D", "shift-left"), ("\u{1B}[H", "home"), ("\u{1B}[4~", "end"),
      ("\u{1B}[5~", "pageup"), ("\u{1B}[6;3~", "alt-pagedown"), ("\u{1B}[3~", "delete"),
      ("\u{1B}[Z", "shift-tab"), ("\u{1B}OP", "f1"), ("\u{1B}[15~", "f5"), ("\u{1B}[24~", "f12"),
      ("\u{1B}[[A", "f1"), ("\u{1B}x", "alt-x"), ("\u{1B}[97;5u", "ctrl-a"),
      ("\u{1B}[27;5;13~", "ctrl-enter"),
    ]
    for (index, (bytes, name)) in keys.enumerated() {
      terminal.type(bytes)
      try terminal.waitFor("\(index + 1) key [\(name)]")
    }
  }

  @Test("tells Esc at once, and from the keys that begin with it")
  func knowsEscape() throws {
    let terminal = try probe()
    terminal.press(.escape)
    try terminal.waitFor("1 key [esc]")
    terminal.type("\u{1B}\u{1B}[A")
    try terminal.waitFor("2 key [esc]")
    try terminal.waitFor("3 key [up]")
  }

  @Test("never takes an unknown sequence, a terminal's answer or a broken character for keys")
  func ignoresTheUnknown() throws {
    let terminal = try probe()
    terminal.type("\u{1B}[1;2;3;4x\u{1B}]11;rgb:1111/2222/3333\u{1B}\\\u{1B}[?62;1c")
    terminal.type("\u{1B}P1$r0m\u{1B}\\\u{1B}[M !!\u{1B}[99~")
    terminal.typeBytes([0xC3, 0x28, 0xFF, 0x80])
    terminal.type("z")
    try terminal.waitFor("key [z]")
    let events = terminal.screen.lines.filter { $0.contains(" key [") }
    #expect(events.map { $0.split(separator: "[").last } == ["(]", "z]"])
  }

  @Test("takes a paste as one text, whatever is in it")
  func takesPastes() throws {
    let terminal = try probe()
    terminal.paste("1q\u{1B}[A\nend")
    try terminal.waitFor("1 paste 9 [1q")
    try terminal.waitFor("/end]")
    terminal.paste(String(repeating: "long ", count: 20_000))
    try terminal.waitFor("2 paste 100000 [long long")
    terminal.type("k")
    try terminal.waitFor("3 key [k]")
  }

  @Test("tells presses, double presses, the wheel and the focus")
  func knowsTheMouse() throws {
    let terminal = try probe()
    terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    try terminal.waitFor("1 mouse 0 at 4,2")
    try terminal.waitFor("2 mouse 1 at 4,2")
    terminal.type("\u{1B}[<0;9;3M\u{1B}[<0;9;3m\u{1B}[<0;9;3M")
    try terminal.waitFor("5 mouse 3 at 8,2")
    terminal.type("\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;1;1M\u{1B}[O")
    try terminal.waitFor("6 mouse 4 at 0,0")
    try terminal.waitFor("7 mouse 5 at 0,0")
    try terminal.waitFor("8 focus 0")
  }

  // MARK: Output

  @Test("keeps every column in its place behind characters that terminals disagree about")
  func keepsColumns() throws {
    let terminal = try probe(columns: 60)
    try terminal.wait(for: "every row to be in its place") { screen in
      (2..<11).allSatisfy { row in
        (3..<13).map { screen.cell($0, row).text }.joined() == "|behind it"
          && screen.cell(0, row).pen.foreground == .indexed(1)
          && screen.cell(3, row).pen.foreground == .standard
      }
    }
    #expect(terminal.emulator.unknown.isEmpty)
    #expect(terminal.emulator.modes.contains(7))
  }

  @Test("leaves nothing of a character that terminals disagree about when blanks take its place")
  func clearsOddCharacters() throws {
    let terminal = try probe(columns: 60)
    try terminal.wait(for: "the last of the odd characters") { !$0.cell(58, 9).text.isBlank }
    for _ in 0..<2 {
      terminal.type("B")
      try terminal.wait(for: "rows of blanks") { screen in
        (2..<11).allSatisfy { row in (0..<60).allSatisfy { screen.cell($0, row).text.isBlank } }
      }
      terminal.type("B")
      try terminal.wait(for: "them to be there again") { screen in
        (2..<11).allSatisfy { row in
          !screen.cell(0, row).text.isBlank && !screen.cell(58, row).text.isBlank
            && screen.cell(3, row).text == "|"
        }
      }
    }
  }

  @Test("sends only what has changed")
  func sendsChangesOnly() throws {
    let terminal = try probe()
    terminal.type("k")
    try terminal.waitFor("1 key [k]")
    let before = terminal.rawOutput.count
    terminal.type("j")
    try terminal.waitFor("2 key [j]")
    let sent = terminal.rawOutput.count - before
    // The new line is 52 columns; the odd graphemes of other rows are painted anew by the probe.
    #expect(sent < 2000)
    let text = String(decoding: terminal.rawOutput[before...], as: UTF8.self)
    #expect(!text.contains("size 80x24"))
    #expect(!text.contains("plain"))
  }

  @Test(
    "shows the colours that there are",
    arguments: [
      ("xterm-256color", 256), ("xterm", 8), ("screen", 8), ("linux", 8), ("vt100", 0),
      ("tmux-256color", 256),
    ])
  func adaptsColours(name: String, colours: Int) throws {
    let terminal = try probe(environment: ["TERM": name])
    try terminal.waitFor("colours \(max(colours, 0))")
    try terminal.waitFor("styled")
    let pen = terminal.screen.cell(6, 1).pen
    switch colours {
    case 256: #expect(pen.background == .indexed(185))
    case 8: #expect(pen.background == .indexed(3))
    default: #expect(pen.background == .standard)
    }
    #expect(terminal.screen.cell(0, 0).pen.isBold)
    terminal.kill(SIGTERM)
    try terminal.waitForExit()
    #expect(terminal.hasModesOfBefore)
  }

  @Test("keeps to ASCII where the environment does not ask for UTF-8", arguments: ["C", "POSIX"])
  func keepsToASCII(locale: String) throws {
    let terminal = try probe(environment: ["LANG": locale])
    try terminal.waitFor("utf8 0")
    try terminal.waitFor("e  |behind it")
    #expect(terminal.rawOutput.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "prints UTF-8 where the locale is not installed, or there is none",
    arguments: ["xx_YY.UTF-8", ""])
  func findsUTF8(locale: String) throws {
    let terminal = try probe(environment: ["LANG": locale])
    try terminal.waitFor("utf8 1")
    try terminal.waitFor("漢")
  }

  @Test("tells a new size at once and paints it whole")
  func isResized() throws {
    let terminal = try probe()
    terminal.resize(columns: 50, rows: 18)
    try terminal.waitFor("1 resize 50x18")
    try terminal.wait(for: "all of it at the new size") {
      $0.text.contains("size 50x18") && $0.text.contains("plain styled")
    }
    terminal.resize(columns: 120, rows: 40)
    try terminal.wait(for: "all of it at the larger size") {
      $0.text.contains("size 120x40") && $0.text.contains("plain styled")
    }
  }

  @Test("wakes from a wait when its time is over or another thread asks")
  func wakes() throws {
    let terminal = try probe(["50"])
    try terminal.waitFor("1 time is over")
    terminal.type("W")
    try terminal.waitFor("woken")
  }

  // MARK: Giving it back

  @Test("is given back after the program ends in order", arguments: [SIGTERM, SIGHUP, SIGINT])
  func isGivenBackOnQuit(signal: Int32) throws {
    let terminal = try probe()
    terminal.kill(signal)
    try terminal.waitFor("quit by signal \(signal)")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test(
    "is given back after a crash, which is still reported as one",
    arguments: [
      ("A", SIGABRT), ("S", SIGSEGV), ("O", SIGSEGV),
    ])
  func isGivenBackOnCrash(key: String, signal: Int32) throws {
    let terminal = try probe()
    terminal.type(key)
    #expect(try terminal.waitForExit() == .signalled(signal))
    #expect(terminal.unrestored.isEmpty)
    if key == "A" { #expect(terminal.screen.text.contains("last words")) }
  }

  @Test("is given back after a trap and after a plain exit")
  func isGivenBackOnTrap() throws {
    let trap = try probe()
    trap.type("T")
    let status = try trap.waitForExit()
    #expect(status == .signalled(SIGILL) || status == .signalled(SIGTRAP))
    #expect(trap.unrestored.isEmpty)
    let exit = try probe()
    exit.type("X")
    #expect(try exit.waitForExit() == .exited(7))
    #expect(exit.unrestored.isEmpty)
  }

  @Test("is given back by a program that hangs when it is interrupted again and again")
  func isGivenBackByAHangingProgram() throws {
    let terminal = try probe()
    terminal.type("H")
    try terminal.waitFor("hanging")
    // Signals that arrive together count once, so it may take more than three.
    var status: ProgramExit?
    for _ in 0..<200 where status == nil {
      terminal.kill(SIGTERM)
      terminal.settle(quiet: .milliseconds(10))
      status = terminal.statusIfEnded()
    }
    #expect(status == .signalled(SIGTERM))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test("is lent to an editor and taken back")
  func isLent() throws {
    let terminal = try probe()
    terminal.type("V")
    try terminal.wait(for: "the cursor to go") { !$0.isCursorVisible }
    terminal.type("E")
    try terminal.waitFor("as in an editor")
    #expect(terminal.unrestored.isEmpty)
    terminal.type("words\n")
    try terminal.wait(for: "the program's screen, without a cursor") {
      $0.text.contains("size 80x24") && $0.isAlternate && !$0.isCursorVisible
    }
    terminal.type("k")
    try terminal.waitFor("3 key [k]")
    try terminal.waitFor("plain styled")
  }

  @Test("is given back while the program is stopped with Ctrl-Z")
  func isGivenBackOnStop() throws {
    let program = try builtProgram("TerminalProbe")
    let terminal = try PseudoTerminal("/bin/sh", ["-i"], environment: ["PS1": "ready> "])
    try terminal.waitFor("ready>")
    terminal.type("\(program)\n")
    try terminal.waitFor("size 80x24")
    terminal.press(.control("z"))
    try terminal.wait(for: "the shell to be back") { !$0.isAlternate && $0.text.contains("ready>") }
    #expect(terminal.screen.isCursorVisible)
    terminal.type("fg\n")
    try terminal.waitFor("1 resumed")
    #expect(terminal.screen.isAlternate)
    try terminal.waitFor("plain styled")
    terminal.press(.control("c"))
    try terminal.waitFor("quit by signal 2")
  }

  // MARK: Refusing

  @Test(
    "that cannot be used is refused with a reason",
    arguments: [
      ("", 2, "TERM is not set"), ("nonsense", 3, "\"nonsense\""), ("dumb", 4, "\"dumb\""),
    ])
  func isRefused(name: String, code: Int, words: String) throws {
    let terminal = try PseudoTerminal(
      try builtProgram("TerminalProbe"), environment: ["TERM": name])
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.text.contains("probe: \(code): "))
    #expect(terminal.screen.text.contains(words))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test("is missed where input or output is something else")
  func isMissed() throws {
    let result = try runProgram(try builtProgram("TerminalProbe"), [])
    #expect(result.status == .exited(3))
    #expect(result.stderr.contains("not a terminal"))
    #expect(result.stdout.isEmpty)
  }
}

extension String {
  /// Whether the cell shows nothing; a no-break space looks like a blank.
  fileprivate var isBlank: Bool { self == " " || self == "\u{A0}" }
}
