import Foundation
import Support
import Testing

@Suite struct TerminalStories {
  @Test func `A resize in the middle redraws at once`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.resize(columns: 200, rows: 60)
    try terminal.waitFor("Open Questions ─")
    terminal.resize(columns: 40, rows: 12)
    try terminal.waitForNo("Connections")
    try terminal.waitFor("ASL-1")
    terminal.resize(columns: 20, rows: 5)
    try terminal.waitFor("Threshold needs")
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("Connections")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `A signal ends it in order and gives the terminal back`(signal: Int32) throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("show answer")
    terminal.rate("3")
    try terminal.waitFor("1 done")
    terminal.kill(signal)
    // As whoever sent it expects: a shell reports 128 and the number.
    #expect(try terminal.waitForExit() == .signalled(signal))
    #expect(terminal.unrestored.isEmpty)
    // Nothing that was answered is lost.
    let log = try scenes.run("stats", "--json")
    #expect(log.stdout.contains("\"answers\" : 1,"), "\(log.stdout)")
  }

  @Test func `Ctrl-C ends it as it ends other programs`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.press(.control("c"))
    #expect(try terminal.waitForExit() == .signalled(SIGINT))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test func `A crash gives the terminal back`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.kill(SIGSEGV)
    try terminal.waitForExit()
    #expect(terminal.unrestored.isEmpty)
  }

  @Test(arguments: ["xterm-256color", "vt100", "linux", "screen", "xterm-mono"])
  func `Common terminals show the page`(name: String) throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(environment: ["TERM": name])
    try terminal.waitFor("Specification failure")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    // Where what was painted stays, the prompt has a line of its own.
    #expect(!terminal.screen.text.contains("r review  Tab pane"))
  }

  @Test func `NO_COLOR sends no colour`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(environment: ["NO_COLOR": "1"])
    try terminal.waitFor("Specification failure")
    let colours = (0..<24).flatMap { y in
      (0..<80).map { terminal.screen.cell($0, y).pen.foreground }
    }
    #expect(colours.allSatisfy { $0 == .standard })
  }

  @Test func `Without UTF-8 nothing but ASCII is sent`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(environment: ["LANG": "C", "LC_ALL": "C"])
    try terminal.waitFor("Specification failure")
    #expect(terminal.rawOutput.allSatisfy { $0 < 128 })
  }

  @Test(arguments: [
    ("", "TERM is not set"), ("no-such-terminal", "no-such-terminal"), ("dumb", "dumb"),
  ])
  func `A terminal that cannot be used gets one clear line`(name: String, words: String) throws {
    let scenes = try Scenes()
    let terminal = try scenes.open(environment: ["TERM": name])
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.text.contains("threshold: "))
    #expect(terminal.screen.text.contains(words))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test func `Escape sequences in notes never reach the terminal`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(
      "# P\u{1B}]0;owned\u{7}\n\n## Key Facts\n- Colour: \u{1B}[31mred\u{1B}[0m and \u{9B}5m\u{202E}evil\n",
      to: "v/p.md")
    let terminal = try scenes.open(page)
    try terminal.waitFor("red")
    #expect(terminal.emulator.title != "owned")
    let text = terminal.screen.text
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    for arguments in [["show", "--vault", page], ["cards", "--vault", page]] {
      let result = try runProgram(nil, arguments, environment: scenes.environment())
      #expect(!result.stdout.contains("\u{1B}"))
    }
  }
}
