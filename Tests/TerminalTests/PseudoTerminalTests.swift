import Foundation
import Support
import Testing

@Suite("A program in a pseudo-terminal")
struct PseudoTerminalTests {
  private func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    try PseudoTerminal("/bin/sh", ["-c", script], columns: columns, rows: rows)
  }

  @Test("has a terminal of the size that was asked for, and follows it")
  func hasASize() throws {
    let terminal = try shell(
      "trap 'stty size; echo seen' WINCH; stty size; echo ready; while :; do read line; done",
      columns: 66, rows: 11)
    try terminal.waitFor("ready")
    #expect(terminal.screen.lines[0] == "11 66")
    terminal.resize(columns: 50, rows: 9)
    // The shell runs its trap when the read is over.
    terminal.press(.enter)
    try terminal.waitFor("seen")
    #expect(terminal.screen.text.contains("9 50"))
  }

  @Test("is typed at and answers")
  func isTypedAt() throws {
    let terminal = try shell(
      "printf 'name? '; read name; printf '\\033[2J\\033[5;10H<%s>' \"$name\"")
    try terminal.waitFor("name?")
    terminal.type("Ada\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.lines[4] == "         <Ada>")
    let place = try #require(terminal.screen.find("Ada"))
    #expect(place == (10, 4))
  }

  @Test("sees nothing of the machine but the path")
  func isPinned() throws {
    let terminal = try shell("env | sort | cut -d= -f1 | tr '\\n' ' '; tty; echo $TERM $TZ $LANG")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.text.contains("xterm-256color UTC C.UTF-8"))
    #expect(!terminal.screen.text.contains("not a tty"))
    #expect(!terminal.screen.text.contains("USER"))
  }

  @Test("ends with a status or a signal")
  func ends() throws {
    #expect(try shell("exit 3").waitForExit() == .exited(3))
    let terminal = try shell("echo up; while :; do read line; done")
    try terminal.waitFor("up")
    terminal.kill(SIGTERM)
    #expect(try terminal.waitForExit() == .signalled(SIGTERM))
    #expect(throws: ChildError.self) { try PseudoTerminal("/nonexistent/program") }
  }

  @Test("is interrupted by Ctrl-C from its terminal")
  func isInterrupted() throws {
    let terminal = try shell("echo up; while :; do read line; done")
    try terminal.waitFor("up")
    terminal.press(.control("c"))
    #expect(try terminal.waitForExit() == .signalled(SIGINT))
  }

  @Test("that shows something else is reported with what it shows")
  func reportsTheScreen() throws {
    let terminal = try shell("echo something else")
    #expect {
      try terminal.waitFor("this", patience: .milliseconds(50))
    } throws: { error in
      "\(error)".contains("something else") && "\(error)".contains("“this”")
    }
  }

  @Test("that leaves the terminal in disorder is found out")
  func findsDisorder() throws {
    let tidy = try shell("printf '\\033[?1049h\\033[?25l\\033[31m\\033[?25h\\033[m\\033[?1049l'")
    try tidy.waitForExit()
    #expect(tidy.unrestored.isEmpty)
    for (script, sign) in [
      ("printf '\\033[?1049h'", "alternate"), ("printf '\\033[?25l'", "cursor"),
      ("printf '\\033[31m'", "pen"), ("stty raw -echo", "stty"), ("printf '\\033[?2004h'", "2004"),
    ] {
      let terminal = try shell(script)
      try terminal.waitForExit()
      #expect(terminal.unrestored.count == 1)
      #expect(terminal.unrestored.first?.contains(sign) == true)
    }
  }

  @Test("may run without a terminal too")
  func runsWithoutATerminal() throws {
    let result = try runProgram(
      "/bin/sh", ["-c", "read line; echo \"got $line\"; echo bad >&2; exit $CODE"],
      input: "this\n", environment: ["CODE": "4"])
    #expect(result.stdout == "got this\n")
    #expect(result.stderr == "bad\n")
    #expect(result.status == .exited(4))
    let long = try runProgram("/bin/sh", ["-c", "yes | head -c 1000000"])
    #expect(long.stdout.utf8.count == 1_000_000)
  }
}
