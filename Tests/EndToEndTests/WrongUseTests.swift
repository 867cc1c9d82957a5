import Foundation
import Support
import Testing

/// Every wrong use is met with one line that says what is wrong and what to do.
@Suite struct WrongUseTests {
  /// - Parameters:
  ///   - line: the command line, words between blanks.
  ///   - says: what the line on standard error has.
  @Test(arguments: [
    ("statz", "did you mean `threshold stats`?"), ("revew", "did you mean `threshold review`?"),
    ("--data=x serach words", "did you mean `threshold search`?"),
    ("help statz", "did you mean `threshold stats`?"), ("rev", "did you mean `threshold review`?"),
    ("sync", "`threshold --help` lists the commands"),
    ("quiz --kind mach", "“mach” is no value for --kind; did you mean match?"),
    ("quiz --kind foo", "use one of choice, several, typed, match, order, table, list, mixed"),
    (
      "stats --period fortnight",
      "“fortnight” is no value for --period; use one of month, year, all"
    ),
    ("quiz -n", "-n needs a value; write `-n <number>`"),
    ("quiz -n -3", "-n needs a value; write `-n <number>`"),
    ("quiz -n x", "“x” is no value for -n; write `-n <number>`"),
    ("-3", "there is no option -3; `threshold --help` lists what it takes"),
    ("quiz -3", "there is no option -3 for quiz; `threshold quiz --help` lists what it takes"),
    ("review --pge x", "there is no option --pge for review; did you mean --page?"),
    ("config --frob", "there is no option --frob for config; `threshold config --help`"),
    ("show a b", "“b” is more than is taken here; `threshold show --help` lists what it takes"),
    ("restore", "<file> is missing; write `threshold restore <file>`"),
    ("due --json=3", "--json takes no value; leave “3” away"),
    ("search", "say what to look for; `threshold search --help` lists what it takes"),
    ("quiz --minutes 0", "the time limit is from 1 to 1440 minutes; "),
    ("check --same x", "“x” is not NEW=OLD; copy the ids"),
  ])
  func `Wrong use says what is wrong and what to do`(line: String, says: String) throws {
    let scenes = try Scenes()
    let result = try runProgram(
      nil, line.split(separator: " ").map(String.init), input: "", environment: scenes.environment()
    )
    #expect(result.status == .exited(2))
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains(says), "\(result.stderr)")
    #expect(result.stderr.hasPrefix("threshold: "))
    // What happened; what to do: in one line, and nothing raw behind it.
    #expect(result.stderr.split(separator: "\n").count == 1, "\(result.stderr)")
    #expect(result.stderr.split(separator: ";").count == 2, "\(result.stderr)")
  }

  @Test
  func `A path that is not there is told of in any terminal, and a vault may be called anything`()
    throws
  {
    let scenes = try Scenes()
    let missing = try scenes.run("/no/such/vault")
    #expect(missing.status == .exited(3))
    #expect(missing.stderr.contains("there is no file or folder /no/such/vault"))
    // A file that is called like a slip in a command is a vault all the same.
    let file = try scenes.write("# Stat\n\n## Key Facts\n\n- Size: 3 cm\n", to: "notes/statz")
    let folder = (file as NSString).deletingLastPathComponent
    let result = try runProgram(
      "/bin/sh", ["-c", "cd '\(folder)' && exec \"$0\" statz", builtProgram("threshold")],
      input: "",
      environment: scenes.environment())
    #expect(result.stderr.contains("the screens need a terminal"), "\(result.stderr)")
  }

  @Test func `A folder or a page given without --vault leads to the right command`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(
      "# Rope\n\n## Key Facts\n\n- Length: 30 m\n", to: "my notes/rope.md")
    let folder = (page as NSString).deletingLastPathComponent
    for (path, sort) in [(folder, "folder"), (page, "file")] {
      for command in [
        "cards", "show", "links", "check", "due", "review", "quiz", "stats", "optimize",
      ] {
        let result = try scenes.run(command, path)
        #expect(result.status == .exited(2), "\(command) \(result.stderr)")
        #expect(
          result.stderr == "threshold: “\(path)” is a \(sort), and `\(command)` takes its vault by "
            + "--vault; write `threshold \(command) --vault '\(path)'`\n")
      }
    }
    // The line as it is written there works.
    let result = try runProgram(
      "/bin/sh", ["-c", "\"$0\" cards --vault '\(folder)'", builtProgram("threshold")], input: "",
      environment: scenes.environment())
    #expect(result.status == .exited(0) && result.stdout.contains("30 m"), "\(result.stderr)")
    // A word that is no path is a page's name, or too much.
    #expect(try scenes.run("cards", "rope").stderr.contains("there is no page “rope”"))
    #expect(try scenes.run("due", "rope").stderr.contains("more than is taken here"))
  }

  @Test func `Help is had on a command whatever stands first`() throws {
    let scenes = try Scenes()
    let help = try scenes.run("--help", "stats")
    #expect(help.status == .exited(0))
    #expect(help.stdout.contains("USAGE: threshold stats"))
  }

  // MARK: The vault and the collection

  @Test func `Where the only page cannot be read, the cause is told`() throws {
    let scenes = try Scenes()
    let folder = scenes.folder.path + "/notes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let page = folder + "/a.md"
    func expect(_ words: String, vault: String) throws {
      // The second time as the first.
      for command in ["due", "check", "show", "due"] {
        let result = try scenes.run(command, "--vault", vault)
        #expect(result.status == .exited(3), "\(command) \(result.stderr)")
        #expect(result.stderr.contains(words), "\(command) \(result.stderr)")
      }
    }
    try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: "/no/such/file")
    try expect("a.md: the link leads nowhere; delete the link", vault: folder)
    try FileManager.default.removeItem(atPath: page)
    #expect(mkfifo(page, 0o600) == 0)
    try expect("a.md: it is not a regular file, so it was not opened; take it out", vault: folder)
    try expect("neither a folder nor a file; give a Markdown file", vault: page)
    try FileManager.default.removeItem(atPath: page)
    try Data(count: 17 << 20).write(to: URL(fileURLWithPath: page))
    for vault in [folder, page] {
      try expect("it is larger than 16 MB; split it, or take it out of the vault", vault: vault)
    }
    // An empty page is no failure to read: there is nothing there.
    try Data().write(to: URL(fileURLWithPath: page))
    #expect(try scenes.run("due", "--vault", folder).status == .exited(1))
  }

  @Test func `Where files cannot grow, it says so, loses nothing, and goes on when they can`()
    throws
  {
    let scenes = try Scenes()
    func limited(_ blocks: Int, _ arguments: String) throws -> ProgramResult {
      try runProgram(
        "/bin/sh",
        ["-c", "ulimit -f \(blocks); exec \"$0\" \(arguments)", builtProgram("threshold")],
        input: "", environment: scenes.environment())
    }
    // At every length that the file may have got to.
    for blocks in stride(from: 8, through: 200, by: 24) {
      let result = try limited(blocks, "due --vault '\(Scenes.decks)'")
      if result.status == .exited(0) { continue }
      #expect(result.status == .exited(3), "\(blocks): \(result.stderr)")
      #expect(result.stderr.contains("threshold: "), "\(blocks): \(result.stderr)")
      #expect(!result.stderr.contains("another program"), "\(blocks): \(result.stderr)")
      #expect(!result.stderr.contains("unexpected"), "\(blocks): \(result.stderr)")
    }
    let due = try scenes.run("due")
    #expect(due.status == .exited(0) && due.stdout.contains("20 due"), "\(due.stderr)")
  }

  @Test func `A backup that cannot be written says why, and --json is heard`() throws {
    let scenes = try Scenes()
    let nowhere = try scenes.run("backup", "/no/such/folder/x")
    #expect(nowhere.status == .exited(3))
    #expect(nowhere.stderr.contains("there is no folder /no/such/folder; make it first"))
    let file = scenes.folder.path + "/copy.sqlite"
    let result = try scenes.run("backup", file, "--json")
    #expect(result.status == .exited(0))
    #expect(try result.json([String].self) == [file])
  }

  @Test func `Nothing to do and something missing are told by the exit code`() throws {
    let scenes = try Scenes()
    #expect(try scenes.run("optimize").status == .exited(1))
    let json = try scenes.run("optimize", "--json")
    #expect(json.status == .exited(1))
    #expect(json.stdout.contains("too_few_reviews"))
    #expect(try scenes.run("links").status == .exited(1))
    #expect(try scenes.run("links", "ai-safety").status == .exited(0))
    let whole = try scenes.write("# One\n\n## Connections\n\n- [[One]] — itself\n", to: "v/one.md")
    #expect(try scenes.run("links", "--vault", whole).status == .exited(0))
  }

  @Test func `What is wrong in themes and keys is told by config and by every command`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("theme = \"nope\"\n", to: "config/threshold/config.toml")
    var result = try scenes.run("config")
    #expect(result.status == .exited(2))
    #expect(result.stdout.contains("new_per_day"))
    #expect(result.stderr.contains("there is no theme “nope”"))
    for command in ["due", "show", "links", "stats"] {
      result = try scenes.run(command)
      #expect(result.status != .exited(2) && result.stderr.contains("“nope”"), "\(command)")
    }
    _ = try scenes.write(
      "[keys]\nreview = [\"f\"]\n", to: "config/threshold/config.toml")
    result = try scenes.run("due", "--json")
    #expect(result.status == .exited(0))
    #expect(result.stderr.contains("“facts” and “review”"), "\(result.stderr)")
    #expect(try result.json([String: Any].self)["total"] as? Int == 20)
  }

  @Test func `config tells of the colours that were chosen in the program`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type(":dark")
    try terminal.waitFor("› Colours: dark")
    terminal.press(.enter)
    try terminal.waitFor("from now on")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    let shown = try scenes.run("config", "--json").json([String: Any].self)
    #expect(shown["theme"] as? String == "dark")
    #expect(shown["configured_theme"] as? String == "terminal")
    #expect(try scenes.run("config").stdout.contains("theme = \"dark\"  # chosen in the program"))
  }
}
