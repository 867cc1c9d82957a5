import Foundation
import Support
import Testing

@Suite struct CommandTests {
  @Test func `The text that lost its Markdown shows the same as its Markdown twin`() throws {
    let scenes = try Scenes()
    let markdown = try scenes.run("show", "safety/ai-safety", "--vault", Scenes.decks, "--json")
      .json([String: Any].self)
    let text = try scenes.run("show", "--vault", Scenes.seed, "--json").json([String: Any].self)
    let same = { (key: String, fields: [String]) in
      let rows = [markdown, text].map { page in
        (page[key] as? [[String: Any]] ?? []).map { row in
          fields.map { String(describing: row[$0] ?? "") }
        }
      }
      #expect(!rows[0].isEmpty)
      #expect(rows[0] == rows[1])
    }
    same("tables", ["title", "header", "rows"])
    same("definitions", ["group", "term", "text"])
    same("facts", ["text"])
    same("questions", ["text"])
    same("connections", ["target", "reason", "resolved"])
    #expect(markdown["title"] as? String == text["title"] as? String)
    #expect(markdown["summary"] as? String == text["summary"] as? String)
  }

  @Test func `Cards have the fields that other programs rely on`() throws {
    let scenes = try Scenes()
    let cards = try scenes.run("cards", "--json").json([[String: Any]].self)
    let kinds = Set(cards.compactMap { $0["kind"] as? String })
    #expect(
      kinds.isSuperset(of: [
        "recall", "list", "item", "gloss", "question", "definition", "cell", "order", "connection",
      ]))
    for card in cards {
      for field in ["id", "page", "section", "kind", "prompt", "answer", "context", "file"] {
        #expect(card[field] is String, "\(field)")
      }
      #expect(card["line"] is Int && card["siblings"] is [String] && card["daily"] is Bool)
      #expect(card["page"] as? String == "safety/ai-safety")
    }
    #expect(Set(cards.compactMap { $0["id"] as? String }).count == cards.count)
  }

  @Test func `The daily deck of the shipped page has questions, definitions, tables, connections`()
    throws
  {
    let scenes = try Scenes()
    let cards = try scenes.run("cards", "--json", "--daily").json([[String: Any]].self)
    let counts = Dictionary(grouping: cards) { $0["kind"] as? String ?? "" }.mapValues(\.count)
    #expect(counts["question"] == 3)
    #expect(counts["connection"] == 6)
    #expect((counts["definition"] ?? 0) >= 10)
    #expect((counts["cell"] ?? 0) >= 16)
  }

  @Test func `due has the fields that other programs rely on`() throws {
    let scenes = try Scenes()
    let due = try scenes.run("due", "--json").json([String: Any].self)
    for field in ["new", "learning", "review", "total"] { #expect(due[field] is Int) }
    #expect(due.keys.contains("next_due"))
  }

  @Test func `check names file, line, column and what to do`() throws {
    let scenes = try Scenes()
    let vault = try scenes.write(
      "# Kites\n\nSee [[wind]] and\nthe [[line/knots]].\n", to: "kites.md")
    let result = try scenes.run("check", "--json", "--vault", vault)
    #expect(result.status == .exited(1))
    let problems = try result.json([[String: Any]].self)
    let missing = problems.filter { ($0["message"] as? String)?.contains("line/knots") == true }
    #expect(missing.count == 1)
    #expect(missing.first?["file"] as? String == "kites.md")
    #expect(missing.first?["line"] as? Int == 4 && missing.first?["column"] as? Int == 5)
    #expect((missing.first?["remedy"] as? String)?.isEmpty == false)
    let plain = try scenes.run("check", "--vault", vault)
    #expect(plain.stdout.contains("kites.md:3:5: warning: "))
  }

  @Test func `Notes that give no cards are told what would`() throws {
    let scenes = try Scenes()
    let page = try scenes.write("# My Knots\n\n- bowline\n- sheet bend\n", to: "knots.md")
    for arguments in [["due"], ["cards"], ["cards", "knots"], ["review", "--plain"]] {
      let result = try runProgram(
        nil, arguments + ["--vault", page], input: "", environment: scenes.environment())
      #expect(result.status == .exited(1), "\(arguments)")
      #expect(result.stdout.contains("Facts under a heading Key Facts become some."))
    }
    let terminal = try scenes.open("--vault", page)
    try terminal.waitFor("Facts under a")
    terminal.type("r")
    try terminal.waitFor("The notes give no cards for the daily deck yet.")
  }

  @Test func `The page that comes along has no problems`() throws {
    let scenes = try Scenes()
    let result = try scenes.run("check")
    #expect(result.status == .exited(0))
    #expect(result.stdout == "No problems in 1 page.\n")
    // Its connections lead to pages that are not here, and are shown as what they are.
    let shown = try scenes.run("show", "ai-safety", "--json").json([String: Any].self)
    let connections = try #require(shown["connections"] as? [[String: Any]])
    #expect(connections.count == 6 && connections.allSatisfy { $0["resolved"] as? Bool == false })
  }

  @Test func `Every command lists pages as people count`() throws {
    let scenes = try Scenes()
    for week in [1, 2, 10] {
      _ = try scenes.write(
        "# Week \(week)\n\n## Key Facts\n\n- Distance: \(week) km\n\nSee [[gone]], [[Plan]], [[lost \(week)]].\n",
        to: "notes/Week \(week).md")
      _ = try scenes.write("# Note \(week)\n\nAlone.\n", to: "notes/Note \(week).md")
    }
    let plan = try scenes.write("# Plan\n\nRun.\n", to: "notes/Plan.md")
    let vault = (plan as NSString).deletingLastPathComponent
    func expectInOrder(_ name: String, _ arguments: [String]) throws {
      let result = try runProgram(
        nil, arguments + ["--vault", vault], input: "", environment: scenes.environment())
      let places = ["1", "2", "10"].map { number in
        result.stdout.range(of: "\(name) \(number)\\b", options: .regularExpression)?.lowerBound
      }
      let found = places.compactMap { $0 }
      #expect(found.count == 3 && found == found.sorted(), "\(arguments): \(result.stdout)")
    }
    for command in [["check"], ["links"], ["links", "Plan"], ["cards"], ["search", "distance"]] {
      try expectInOrder("Week", command)
    }
    try expectInOrder("lost", ["links"])
    try expectInOrder("Note", ["links"])
    try expectInOrder("Week", ["show", "Plan", "--json"])
    _ = try scenes.run(
      "review", "--plain", "--vault", vault, input: String(repeating: "\n3\n", count: 9))
    try expectInOrder("Week", ["stats"])
    try expectInOrder("Week", ["stats", "--json"])
  }

  @Test func `replay answers one line for each line`() throws {
    let scenes = try Scenes()
    let line = #"{"reviews":[{"rating":3,"elapsed_days":0},{"rating":3,"elapsed_days":2}]}"#
    let result = try scenes.run("replay", input: line + "\n\n" + line + "\n")
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.count == 2)
    let response = try #require(
      JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    let states = try #require(response["states"] as? [[String: Any]])
    #expect(states.count == 2)
    let first = try #require(states[0]["stability"] as? Double)
    #expect(abs(first - 2.3065) < 1e-4)
    #expect(states[0]["retrievability_before"] is NSNull)
    let recall = try #require(states[1]["retrievability_before"] as? Double)
    #expect(recall > 0.9 && recall < 1)
    #expect((response["interval"] as? Double ?? 0) > 2.3)
  }

  @Test(arguments: [
    ("not json", "line 1 of the input is not of the right shape"),
    (#"{"reviews":[{"rating":5,"elapsed_days":0}]}"#, "the rating 5 in review 1"),
    (#"{"parameters":[1,2],"reviews":[]}"#, "parameters that cannot be used"),
    (#"{"desired_retention":2,"reviews":[]}"#, "desired_retention of 2"),
  ])
  func `replay refuses a wrong line by its number`(line: String, words: String) throws {
    let scenes = try Scenes()
    let result = try scenes.run("replay", input: line + "\n")
    #expect(result.status == .exited(2))
    #expect(result.stderr.hasPrefix("threshold: "))
    #expect(result.stderr.contains(words))
  }

  @Test func `What is not a terminal gets an error and no escape codes`() throws {
    let scenes = try Scenes()
    for arguments in [[], ["review"], ["quiz"]] {
      let result = try runProgram(nil, arguments, environment: scenes.environment())
      #expect(result.status == .exited(2))
      #expect(result.stdout.isEmpty)
      #expect(result.stderr.hasPrefix("threshold: the screens need a terminal;"))
    }
    let shown = try scenes.run("show", "safety/ai-safety")
    #expect(!shown.stdout.contains("\u{1B}"))
  }

  @Test func `Bad input gets one clear line and the right exit code`() throws {
    let scenes = try Scenes()
    let empty = try scenes.write("", to: "empty.md")
    try FileManager.default.createDirectory(
      atPath: scenes.folder.path + "/void", withIntermediateDirectories: true)
    let cases:
      [(arguments: [String], environment: [String: String], status: Int32, words: String)] =
        [
          (["show", "--vault", "/no/such/place"], [:], 3, "no file or folder /no/such/place"),
          (["show", "--vault", empty], [:], 1, "holds no page"),
          (["show", "--vault", scenes.folder.path + "/void"], [:], 1, "holds no page"),
          (["show", "no-such-page"], [:], 1, "no page “no-such-page”"),
          (["--nonsense"], [:], 2, "--nonsense"),
          (["quiz", "--plain", "-n", "0"], [:], 2, "at least one question"),
          (["quiz", "--plain", "-n", "501"], [:], 2, "at most 500 questions"),
          (["quiz", "--plain", "--kind", "guess"], [:], 2, "guess"),
          (["quiz", "--plain", "--minutes", "0"], [:], 2, "from 1 to 1440 minutes"),
          (["quiz", "--plain", "--section", "RSP"], [:], 2, "needs the --page"),
          (
            ["quiz", "--plain", "--page", "ai-safety", "--search", "x"], [:], 2,
            "--page and --search do not go together"
          ),
          (["quiz", "--plain", "--search", " "], [:], 2, "needs words"),
          (["quiz", "--plain", "--resume", "--new"], [:], 2, "--resume and --new"),
          (["quiz", "--plain", "--resume", "--seed", "3"], [:], 2, "takes no scope"),
          (["quiz", "--plain", "--resume"], [:], 1, "no quiz was left"),
          (
            ["quiz", "--plain", "--page", "ai-safety", "--section", "Tea"], [:], 1,
            "has no section “Tea”"
          ),
          (["due"], ["THRESHOLD_NOW": "yesterday"], 2, "THRESHOLD_NOW is “yesterday”"),
          (["due", "--data", "/dev/null/x"], [:], 3, "threshold: "),
        ]
    for (arguments, environment, status, words) in cases {
      let result = try runProgram(
        nil, arguments, environment: scenes.environment(environment))
      #expect(result.status == .exited(status), "\(arguments)")
      #expect(result.stderr.contains(words), "\(arguments): \(result.stderr)")
      #expect(result.stderr.hasPrefix("threshold: "), "\(arguments)")
      #expect(result.stderr.split(separator: "\n").count == 1, "\(result.stderr)")
    }
  }

  @Test func `One page that is not UTF-8 hides nothing and is named`() throws {
    let scenes = try Scenes()
    let vault = scenes.folder.path + "/v"
    _ = try scenes.write("# Good\n\n## Key Facts\n- Speed: 3 ms\n", to: "v/good.md")
    var bytes = Data("# Bad\n\n## Key Facts\n- Name: caf".utf8)
    bytes.append(contentsOf: [0xE9, 0x0A])
    try bytes.write(to: URL(fileURLWithPath: vault + "/bad.md"))
    let check = try scenes.run("check", "--json", "--vault", vault).json([[String: Any]].self)
    let problem = try #require(check.first { $0["file"] as? String == "bad.md" })
    #expect(problem["line"] as? Int == 4)
    let cards = try scenes.run("cards", "--json", "--vault", vault).json([[String: Any]].self)
    #expect(cards.contains { $0["page"] as? String == "good" })
    #expect(cards.contains { $0["page"] as? String == "bad" })
  }

  @Test func `A damaged collection is kept aside and the program goes on`() throws {
    let scenes = try Scenes()
    _ = try scenes.run("review", "--plain", input: "\n4\n")
    let manager = FileManager.default
    let files = try manager.subpathsOfDirectory(atPath: scenes.data)
    let collection = try #require(
      files.first { $0.hasSuffix(".sqlite") && !$0.contains("backup") })
    let path = scenes.data + "/" + collection
    for suffix in ["-wal", "-shm"] { try? manager.removeItem(atPath: path + suffix) }
    try Data(repeating: 0x5A, count: 20_000).write(to: URL(fileURLWithPath: path))
    let result = try scenes.run("due", "--json")
    #expect(result.status == .exited(0))
    #expect(result.stderr.contains("damaged"))
    let kept = try manager.subpathsOfDirectory(atPath: scenes.data).filter {
      $0.contains("damaged")
    }
    #expect(!kept.isEmpty)
  }

  @Test func `Line by line, the keys of the screens mean the same, and an order may be left`()
    throws
  {
    let scenes = try Scenes()
    let marks = try scenes.run("review", "--plain", input: "\n*\n\n-\n\n@\nq\n")
    for words in ["3 or Enter Good", "Mark changed.", "Buried until tomorrow", "Suspended until"] {
      #expect(marks.stdout.contains(words), "\(marks.stdout)")
    }
    for kind in ["order", "several", "match", "table", "typed"] {
      let quiz = try scenes.run(
        "quiz", "--plain", "--kind", kind, "-n", "1", "--seed", "3", input: "\n\nq\n")
      #expect(quiz.stdout.contains("once more gives the answer as it is"), "\(quiz.stdout)")
      #expect(quiz.stdout.contains("Score "), "\(quiz.stdout)")
    }
  }

  @Test func `A review line by line answers, undoes and sums up`() throws {
    let scenes = try Scenes()
    let result = try scenes.run("review", "--plain", input: "\n4\nu\n\n3\nq\n")
    #expect(result.status == .exited(0))
    #expect(result.stdout.contains("Taken back."))
    #expect(result.stdout.contains("1 answer:"))
    let due = try scenes.run("due", "--json").json([String: Any].self)
    #expect(due["learning"] as? Int == 1)
    #expect(due["new"] as? Int == 19)
  }

  @Test func `Notes are never written to`() throws {
    let scenes = try Scenes()
    let page = try scenes.write("# P\n\n## Key Facts\n- Speed: 3 ms\n", to: "v/p.md")
    let before = try Data(contentsOf: URL(fileURLWithPath: page))
    let dates = {
      try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
    }
    let date = try dates()
    for arguments in [
      ["show"], ["cards"], ["check"], ["due"], ["review", "--plain"], ["quiz", "--plain"],
    ] {
      _ = try runProgram(
        nil, arguments + ["--vault", scenes.folder.path + "/v"], input: "\n4\n",
        environment: scenes.environment())
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: page)) == before)
    #expect(try dates() == date)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scenes.folder.path + "/v") == ["p.md"])
  }

  @Test func `The configuration is read, and what is wrong in it is named`() throws {
    let scenes = try Scenes()
    let file = "config/threshold/config.toml"
    _ = try scenes.write("[study]\nnew_per_day = 5\n", to: file)
    #expect(try scenes.run("due", "--json").json([String: Any].self)["new"] as? Int == 5)
    let wrong = [
      ("[study]\nnew_per_day = \"many\"\n", "“study.new_per_day” must be a whole number"),
      ("[study]\nnew_per_dya = 5\n", "no setting “study.new_per_dya”"),
      ("vault = \n", "config.toml:1"),
      ("[cards]\ndaily = [\"tabels\"]\n", "“tabels” in cards.daily"),
    ]
    for (text, words) in wrong {
      _ = try scenes.write(text, to: file)
      let result = try scenes.run("due")
      #expect(result.status == .exited(2))
      #expect(result.stderr.contains(words), "\(result.stderr)")
    }
  }

  @Test func `Help reads well and names every command`() throws {
    let scenes = try Scenes()
    let help = try scenes.run("--help")
    #expect(help.status == .exited(0))
    for command in [
      "review", "quiz", "due", "cards", "show", "links", "check", "optimize", "replay", "backup",
      "restore",
      "config",
    ] {
      #expect(help.stdout.contains(command))
      #expect(try runProgram(nil, [command, "--help"]).status == .exited(0))
    }
    #expect(try scenes.run("--version").stdout.contains("."))
  }
}
